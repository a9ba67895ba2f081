"""Classes of the grade point average on study leave, against the printed table (tests/penilaian/vektor)."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from penilaian.aturan.tugas_belajar import kelas_ipk, tabel_ipk

PADA = date(2026, 6, 1)
VEKTOR = Path(__file__).parents[1] / "vektor" / "tugas_belajar_ipk.csv"


def baris():
    with VEKTOR.open(encoding="utf-8") as berkas:
        return list(csv.DictReader(berkas))


def test_both_ends_of_every_printed_class():
    semua = baris()
    assert len(semua) == 32
    for b in semua:
        isi = {"lokasi": b["lokasi"], "jenjang": b["jenjang"], "universitas": b["akreditasi_universitas"]}
        for ipk in (b["ipk_min"], b["ipk_max"]):
            assert kelas_ipk(ipk, **isi, pada=PADA) == b["kelas"], b


@pytest.mark.parametrize("ipk", ["-0.1", "4.01"])
def test_an_average_that_cannot_be(ipk):
    with pytest.raises(ValueError, match="tidak mungkin"):
        kelas_ipk(ipk, lokasi="dalam_negeri", jenjang="S1", universitas="A", pada=PADA)


def test_what_the_table_does_not_have():
    with pytest.raises(ValueError, match="Tidak ada kelas"):
        kelas_ipk(Decimal("3"), lokasi="luar_negeri", jenjang="S1", universitas="A", pada=PADA)
    with pytest.raises(ValueError, match="tidak diketahui"):
        tabel_ipk(date(2021, 1, 1))
