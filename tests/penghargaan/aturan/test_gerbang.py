"""The gate by hand: every missing thing alone, and the one case that passes."""

from dataclasses import replace
from datetime import date

import pytest

from penghargaan.aturan.gerbang import Dukungan, yang_kurang

LENGKAP = Dukungan("tidak_tercapai", date(2025, 8, 31), date(2026, 2, 28), 6, 3, 3, 2, 2, bukti=True)
KURANG = [
    ({"status": "menunggu_simpulan"}, "belum disimpulkan"),
    ({"status": "tercapai"}, "belum disimpulkan"),
    ({"mulai": None}, "belum disepakati"),
    ({"disimpulkan": date(2026, 2, 27)}, "6 bulan sejak 31-08-2025"),
    ({"disimpulkan": None}, "6 bulan sejak 31-08-2025"),
    ({"bulan": 3, "disimpulkan": date(2025, 12, 1)}, "6 bulan sejak"),  # a PNS never gets less than six
    ({"bulan": 9}, "9 bulan sejak"),
    ({"tinjauan": 0, "tinjauan_diadakan": 0}, "Tidak ada pertemuan"),
    ({"tinjauan_diadakan": 2}, "2 dari 3 pertemuan"),
    ({"tindakan_atasan": 0, "tindakan_atasan_beres": 0}, "Tidak ada tindakan dukungan"),
    ({"tindakan_atasan_beres": 1}, "1 dari 2 tindakan"),
    ({"bukti": False}, "Bukti"),
]


@pytest.mark.parametrize("jenis", ["pns", "cpns"])
def test_complete_support_opens_the_gate(jenis):
    assert yang_kurang("kinerja", jenis, LENGKAP) == []


@pytest.mark.parametrize(("beda", "kalimat"), KURANG)
def test_each_missing_thing_closes_it_and_is_named(beda, kalimat):
    [satu] = yang_kurang("kinerja", "pns", replace(LENGKAP, **beda))
    assert kalimat in satu


def test_without_a_plan_help_comes_first():
    [satu] = yang_kurang("kinerja", "pns", None)
    assert "Dampingi dulu" in satu


def test_a_pppk_has_the_length_that_was_agreed_and_all_the_rest():
    tiga = replace(LENGKAP, bulan=3, disimpulkan=date(2025, 11, 30))
    assert yang_kurang("kinerja", "pppk", tiga) == []
    assert yang_kurang("kinerja", "pppk", replace(tiga, disimpulkan=date(2025, 11, 29)))
    assert yang_kurang("kinerja", "pppk", replace(tiga, tinjauan_diadakan=0))


def test_discipline_has_another_procedure():
    assert yang_kurang("disiplin", "pns", None) == []
