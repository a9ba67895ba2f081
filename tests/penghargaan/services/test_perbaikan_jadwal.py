"""Plans open, end, remind and drop by themselves, once, in the zone of the unit."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from inti.kalender import Zona
from pegawai.models import Pegawai
from pemberitahuan.models import Pesan
from penghargaan.models import KebijakanPerbaikan, RencanaPerbaikan
from penghargaan.services import perbaikan
from penghargaan.services.perbaikan_jadwal import urus_perbaikan
from penghargaan.services.riwayat_tindak_lanjut import riwayat
from penilaian.models import EvaluasiPeriodik
from tests.penghargaan.bahan_tindak_lanjut import HARI


def test_a_low_result_opens_one_draft_owed_by_the_assessor(evaluasi_rendah, pemeran):
    assert [urus_perbaikan(zona=Zona.WIB).dibuka for _ in range(2)] == [1, 0]
    satu = RencanaPerbaikan.objects.get()
    assert (satu.pegawai, satu.penilai, satu.evaluasi) == (pemeran.ratna, pemeran.kabid, evaluasi_rendah)
    assert (satu.status, satu.bulan, satu.batas_susun) == ("draf", 6, HARI + timedelta(days=14))
    pesan = Pesan.objects.get(jenis="rencana_dibuka")
    assert pesan.penerima == pemeran.kabid
    assert pesan.tautan == f"/penghargaan/perbaikan/{satu.pk}/susun/"


def test_other_zones_and_good_results_open_nothing(evaluasi_rendah):
    assert urus_perbaikan(zona=Zona.WITA).berubah == 0
    EvaluasiPeriodik.objects.update(rating_hasil=2, predikat=2)
    assert urus_perbaikan(zona=Zona.WIB).berubah == 0


@pytest.mark.parametrize(("pemicu", "dibuka"), [(3, 1), (4, 0)])
def test_the_policy_of_the_day_decides_which_label_calls_for_a_plan(evaluasi_rendah, pemicu, dibuka):
    KebijakanPerbaikan.objects.create(berlaku_sejak=date(2026, 1, 1), pemicu=pemicu, sumber="Perbup 1/2026")
    KebijakanPerbaikan.objects.create(berlaku_sejak=date(2027, 1, 1), pemicu=3, sumber="Perbup 1/2027")
    assert urus_perbaikan(zona=Zona.WIB).dibuka == dibuka


def test_a_pppk_gets_the_length_of_the_policy(evaluasi_rendah, pemeran):
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(jenis="pppk")
    urus_perbaikan(zona=Zona.WIB)
    assert RencanaPerbaikan.objects.get().bulan == 3


def test_an_old_result_and_a_running_plan_open_no_second(berjalan, evaluasi_rendah):
    assert urus_perbaikan(zona=Zona.WIB).dibuka == 0
    perbaikan.simpulkan(rencana=berjalan, tercapai=True, bukti="Ya.", oleh=berjalan.penilai)
    assert urus_perbaikan(zona=Zona.WIB).dibuka == 0


def test_a_yearly_result_opens_one_too_but_waits_for_an_objection(buat_tahunan, pemeran, kini):
    tahunan = buat_tahunan(pemeran.ratna, 4, "keberatan")
    assert urus_perbaikan(zona=Zona.WIB).dibuka == 0
    type(tahunan).objects.update(status="selesai")
    assert urus_perbaikan(zona=Zona.WIB).dibuka == 1
    assert RencanaPerbaikan.objects.get().tahunan == tahunan


def test_a_draft_is_dropped_when_the_result_improves(rencana, evaluasi_rendah):
    EvaluasiPeriodik.objects.update(rating_hasil=2, predikat=2)
    assert [urus_perbaikan(zona=Zona.WIB).batal for _ in range(2)] == [1, 0]
    rencana.refresh_from_db()
    assert rencana.status == "batal"
    assert rencana.riwayat.get().aksi == "batalkan"


def test_a_plan_ends_the_day_after_its_last_day(berjalan):
    assert urus_perbaikan(zona=Zona.WIB, tanggal=date(2026, 9, 2)).berakhir == 0
    assert [urus_perbaikan(zona=Zona.WIB, tanggal=date(2026, 9, 3)).berakhir for _ in range(2)] == [1, 0]
    berjalan.refresh_from_db()
    assert berjalan.status == "menunggu_simpulan"
    assert berjalan.riwayat.last().aksi == "akhiri"
    assert Pesan.objects.filter(jenis="rencana_berakhir", penerima=berjalan.penilai).count() == 1


def test_both_are_reminded_of_a_check_in_three_days_before(berjalan):
    assert urus_perbaikan(zona=Zona.WIB, tanggal=date(2026, 3, 28)).pengingat == 0
    assert [urus_perbaikan(zona=Zona.WIB, tanggal=date(2026, 3, 29)).pengingat for _ in range(2)] == [2, 0]
    siapa = set(Pesan.objects.filter(jenis="tinjauan_mendatang").values_list("penerima", flat=True))
    assert siapa == {berjalan.pegawai_id, berjalan.penilai_id}


def test_a_plan_follows_the_assessor_unless_the_superior_took_it(rencana, pemeran):
    pemeran.ratna.atasan.__class__.objects.filter(pegawai=pemeran.ratna).update(
        penilai=pemeran.kadis, atasan_penilai=pemeran.bupati, dihitung_pada=timezone.now()
    )
    for _sekali in range(2):
        urus_perbaikan(zona=Zona.WIB)
    rencana.refresh_from_db()
    assert (rencana.penilai, rencana.atasan_penilai) == (pemeran.kadis, pemeran.bupati)
    [serah] = rencana.riwayat.filter(aksi="ganti_penilai")
    assert (serah.dari, serah.ke, serah.oleh) == (rencana.status, rencana.status, None)
    assert serah.catatan == "Budi Santoso → Yohanes Lasut"
    assert riwayat(rencana)[-1].sebutan == "Penilai berganti"


def test_another_superior_of_the_same_assessor_is_no_event_of_the_plan(rencana, pemeran):
    pemeran.ratna.atasan.__class__.objects.filter(pegawai=pemeran.ratna).update(
        atasan_penilai=pemeran.bupati, dihitung_pada=timezone.now()
    )
    urus_perbaikan(zona=Zona.WIB)
    rencana.refresh_from_db()
    assert rencana.atasan_penilai == pemeran.bupati
    assert not rencana.riwayat.filter(aksi="ganti_penilai").exists()
