"""The conditions every writing service asks."""

from datetime import date, timedelta

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


def test_a_plan_left_in_the_year_is_offered_until_its_own_last_period_closes(pemeran, skp, indikator, siklus):
    type(skp).objects.filter(pk=skp.pk).update(selesai=date(2026, 6, 30))
    pelaku, hari = pelaku_dari(pemeran.ratna), siklus.periode.get(nomor=2).tutup_evaluasi
    assert indikator in indikator_saya(pelaku, hari)
    assert not indikator_saya(pelaku, hari + timedelta(days=1)).exists()
    tutup(siklus, 2)
    assert not indikator_saya(pelaku, hari).exists()
    assert indikator in indikator_saya(pelaku, date(2026, 6, 30))
