"""What opening and closing a year would do, against what they do."""

import pytest

from penilaian.services.tahunan_pratinjau import akan_beralih, akan_dibuat_tahunan, tetap_pada_penilai
from penilaian.services.tahunan_siklus import buka_tahunan, tutup_tahunan
from sasaran.models import SKP

pytestmark = pytest.mark.django_db


def test_the_previews_of_opening_and_closing_count_what_happens(pemeran, siklus, buat_skp, januari):
    for orang in (pemeran.ratna, pemeran.sari, pemeran.kadis):
        buat_skp(orang)
    buat_skp(pemeran.rudi, "diajukan")
    SKP.objects.filter(pk=buat_skp(pemeran.kadis_lain).pk).update(penilai=None)
    assert akan_dibuat_tahunan(siklus) == 3
    assert buka_tahunan(siklus=siklus) == 3
    assert akan_dibuat_tahunan(siklus) == 0
    assert (akan_beralih(siklus), tetap_pada_penilai(siklus)) == (2, 1)  # nobody is above the regent
    assert tutup_tahunan(siklus=siklus) == 2
    assert (akan_beralih(siklus), tetap_pada_penilai(siklus)) == (0, 1)
