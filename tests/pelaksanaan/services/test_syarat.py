"""The conditions every writing service asks."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from akses.services import pelaku_dari
from pelaksanaan.models import Laporan
from pelaksanaan.services.baca import indikator_saya
from pelaksanaan.services.syarat import kunci_laporan
from tests.pelaksanaan.services.test_laporan import tutup

pytestmark = pytest.mark.django_db


def test_a_report_withdrawn_in_another_window_is_told(lapor):
    laporan = lapor()
    Laporan.objects.filter(pk=laporan.pk).delete()
    with pytest.raises(ValidationError, match="sudah dihapus"):
        kunci_laporan(laporan)


def test_a_plan_that_ended_is_offered_until_its_last_period_closes(pemeran, indikator, siklus, time_machine):
    time_machine.move_to("2027-01-08T03:00:00Z", tick=False)
    hari = date(2027, 1, 8)
    assert indikator in indikator_saya(pelaku_dari(pemeran.ratna), hari)
    for nomor in (1, 2, 3, 4):
        tutup(siklus, nomor)
    assert not indikator_saya(pelaku_dari(pemeran.ratna), hari).exists()
