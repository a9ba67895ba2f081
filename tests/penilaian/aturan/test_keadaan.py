"""Leave and the appraisal of a period: by hand from the reference (PermenPANRB 6/2022 II.C.8; the rest [K])."""

from datetime import date

import pytest

from pegawai.enums import JenisKeadaan
from penilaian.aturan.keadaan import TABEL, bebas_evaluasi, tabel_keadaan

AWAL, AKHIR = date(2026, 4, 1), date(2026, 6, 30)


@pytest.mark.parametrize(
    ("jenis", "mulai", "selesai", "bebas"),
    [
        ("cuti_besar", AWAL, AKHIR, True),
        ("cuti_sakit", date(2026, 3, 1), None, True),
        ("cuti_melahirkan", AWAL, date(2026, 6, 29), False),  # a day of work is left
        ("cltn", date(2026, 4, 2), None, False),
        ("mpp", date(2025, 12, 1), date(2026, 12, 1), True),
        ("tugas_belajar", date(2025, 1, 1), None, False),  # II.B: appraised in the same SKP
        ("cuti_tahunan", AWAL, AKHIR, False),
        ("cuti_alasan_penting", AWAL, AKHIR, False),
    ],
)
def test_a_period_wholly_on_leave(jenis, mulai, selesai, bebas):
    assert bebas_evaluasi(jenis, mulai, selesai, awal=AWAL, akhir=AKHIR) == bebas


def test_every_kind_named_there_is_one_there_is():
    for tabel in TABEL:
        assert {*tabel.tanpa_evaluasi, *tabel.bukan_rekan, *tabel.tanpa_pengingat} <= set(JenisKeadaan.values)
    assert "tugas_belajar" in tabel_keadaan(AWAL).bukan_rekan
    with pytest.raises(ValueError, match="tidak diketahui"):
        tabel_keadaan(date(2021, 12, 31))
