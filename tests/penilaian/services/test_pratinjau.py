"""What opening and closing would do, against what they do."""

import pytest

from penilaian.services.pratinjau import akan_dibuat, akan_dikunci
from penilaian.services.siklus import buka_periode, tutup_periode
from sasaran.models import SKP
from tests.penilaian.conftest import ajukan, sampaikan

pytestmark = pytest.mark.django_db


def test_the_preview_of_opening_counts_approved_plans_with_an_assessor(pemeran, siklus, buat_skp, kini):
    periode = siklus.periode.get(nomor=1)
    for orang in (pemeran.ratna, pemeran.rudi):
        buat_skp(orang)
    buat_skp(pemeran.sari, "diajukan")
    SKP.objects.filter(pk=buat_skp(pemeran.kabid).pk).update(penilai=None)
    assert akan_dibuat(periode) == 2
    assert buka_periode(periode=periode) == 2
    assert akan_dibuat(periode) == 0


def test_the_preview_of_closing_counts_what_was_not_delivered(pemeran, evaluasi, buat_evaluasi):
    ajukan(buat_evaluasi(pemeran.rudi))
    sampaikan(evaluasi)
    assert akan_dikunci(evaluasi.periode) == 1
    assert tutup_periode(periode=evaluasi.periode) == 1
    assert akan_dikunci(evaluasi.periode) == 0
