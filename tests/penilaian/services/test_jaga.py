"""What stands in the way of writing: a plan under change, and a period that closes meanwhile."""

import threading

import pytest
from django.db import connection, transaction
from django.utils import timezone

from inti.workflow import TransisiDitolak
from penilaian.models import EvaluasiPeriodik
from penilaian.services import jaga
from penilaian.services.diri import ajukan_penilaian_diri
from penilaian.services.nilai import kembalikan, sampaikan
from sasaran.enums import StatusPeriode
from sasaran.models import Periode
from sasaran.services import skp as layanan_skp
from tests.kinerja.bantuan import wait_for
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


def test_whoever_waited_while_the_period_closed_is_refused(evaluasi):
    isian, hasil = isian_diri(evaluasi), []

    def simpan():
        try:
            hasil.append(simpan_diri(evaluasi, isian))
        except TransisiDitolak as tolak:
            hasil.append(tolak.alasan)
        finally:
            connection.close()

    penulis = threading.Thread(target=simpan)
    with transaction.atomic():
        EvaluasiPeriodik.objects.select_for_update(of=("self",)).get(pk=evaluasi.pk)
        penulis.start()
        wait_for(_ada_yang_menunggu, 20, "the writer to wait for the row")
        Periode.objects.filter(pk=evaluasi.periode_id).update(
            status=StatusPeriode.DITUTUP, ditutup_pada=timezone.now()
        )
    penulis.join(20)
    assert "sudah ditutup" in str(hasil)


def _ada_yang_menunggu():
    with connection.cursor() as kursor:
        kursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        return kursor.fetchone()[0]
