"""What stands in the way of writing: a plan under change, and a period that closes meanwhile."""

import threading

import pytest
from django.db import connection, transaction
from django.utils import timezone

from inti.workflow import TransisiDitolak
from penilaian.services import jaga
from penilaian.services.diri import ajukan_penilaian_diri
from penilaian.services.nilai import kembalikan, sampaikan
from sasaran.enums import StatusPeriode
from sasaran.models import Periode
from sasaran.services import skp as layanan_skp
from sasaran.services.periode import tahan_status
from tests.penilaian.conftest import ajukan, isian_diri, nilai, simpan_diri

pytestmark = pytest.mark.django_db(transaction=True)


def test_while_the_plan_is_changed_nobody_rates_and_nobody_submits(evaluasi, pemeran):
    e = ajukan(evaluasi)
    nilai(e)
    layanan_skp.kembalikan(skp=e.skp, oleh=pemeran.kabid, catatan="Target desa dinaikkan.")
    for lakukan in (nilai, lambda e: sampaikan(evaluasi=e, oleh=e.penilai)):
        with pytest.raises(TransisiDitolak, match="SKP sedang diubah"):
            lakukan(e)
    balik = kembalikan(evaluasi=e, oleh=pemeran.kabid, catatan="Sesuaikan dengan SKP yang baru.")
    balik.skp.refresh_from_db()
    assert jaga.alasan_belum_dapat_dinilai(balik).startswith("SKP sedang diubah")
    with pytest.raises(TransisiDitolak, match="SKP sedang diubah"):
        simpan_diri(balik, isian_diri(balik))
    with pytest.raises(TransisiDitolak, match="SKP sedang diubah"):
        ajukan_penilaian_diri(evaluasi=balik, oleh=pemeran.ratna)
    ulang = layanan_skp.ajukan(skp=e.skp, oleh=pemeran.ratna)
    layanan_skp.setujui(skp=ulang, oleh=pemeran.kabid)
    assert ajukan(balik).status == "diajukan"


def test_closing_waits_for_whoever_is_writing_and_then_nothing_is_written(evaluasi):
    periode, tertutup = evaluasi.periode, threading.Event()

    def tutup():
        try:
            with transaction.atomic():
                Periode.objects.select_for_update().get(pk=periode.pk)
                Periode.objects.filter(pk=periode.pk).update(
                    status=StatusPeriode.DITUTUP, ditutup_pada=timezone.now()
                )
            tertutup.set()
        finally:
            connection.close()

    penutup = threading.Thread(target=tutup)
    with transaction.atomic():
        assert tahan_status(periode.pk) == StatusPeriode.TERBUKA
        penutup.start()
        assert not tertutup.wait(0.5)
    penutup.join(20)
    assert tertutup.is_set()
    with pytest.raises(TransisiDitolak, match="sudah ditutup"):
        simpan_diri(evaluasi, isian_diri(evaluasi))
