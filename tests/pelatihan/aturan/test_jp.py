"""Floor and ceiling of hours against a hand-written sheet."""

from datetime import date

import pytest

from pegawai.enums import JenisPegawai
from pelatihan.aturan.jp import KETENTUAN, ketentuan_jp, posisi_jp
from tests.vektor import baca_vektor

KOLOM = ("jenis", "jp", "pada", "minimum", "maksimum", "kurang", "sisa", "lebih")


def angka(teks: str) -> int | None:
    return int(teks) if teks else None


@pytest.mark.parametrize(KOLOM, baca_vektor("pelatihan/vektor/jp.csv", *KOLOM, ids="kasus"))
def test_where_somebody_stands(jenis, jp, pada, minimum, maksimum, kurang, sisa, lebih):
    p = posisi_jp(jenis, int(jp), date.fromisoformat(pada))
    assert (p.jumlah, p.minimum, p.maksimum) == (int(jp), angka(minimum), angka(maksimum))
    assert (p.kurang, p.sisa, p.lebih) == (int(kurang), angka(sisa), int(lebih))
    assert p.cukup == (not int(kurang) and not int(lebih))
    assert p.sumber


def test_every_kind_of_employee_has_a_rule():
    assert set(KETENTUAN) == set(JenisPegawai.values)


def test_an_enum_member_is_taken_as_well():
    assert ketentuan_jp(JenisPegawai.PNS, date(2026, 1, 1)).minimum == 20


def test_a_picture_is_drawn_against_the_bound_there_is():
    hari = date(2026, 12, 31)
    assert [posisi_jp(j, 1, hari).acuan for j in ("pns", "pppk", "cpns")] == [20, 24, None]


@pytest.mark.parametrize(
    ("jenis", "jp", "pada", "kata"),
    [
        ("pns", 1, date(2017, 4, 6), "Belum ada ketentuan"),
        ("pppk", 1, date(2019, 12, 31), "Belum ada ketentuan"),
        ("honorer", 1, date(2026, 1, 1), "tidak dikenal"),
        ("pns", -1, date(2026, 1, 1), "kurang dari nol"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_sentence(jenis, jp, pada, kata):
    with pytest.raises(ValueError, match=kata):
        posisi_jp(jenis, jp, pada)
