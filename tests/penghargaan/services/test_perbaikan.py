"""A plan from draft to conclusion: what both sides may do, and what is refused."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction

from akses.services import pelaku_dari
from inti.workflow import TransisiDitolak
from pemberitahuan.models import Pesan
from penghargaan.models import CatatanTinjauan, RencanaPerbaikan
from penghargaan.services import perbaikan
from penghargaan.services.perbaikan_baca import kelengkapan, rencana_saya, rencana_terlihat
from penilaian.models import KebutuhanPengembangan
from tests.penghargaan.bahan_tindak_lanjut import ENAM_BULAN, HARI, jalani, lengkapi


def test_an_empty_draft_says_everything_that_is_missing(rencana):
    kurang = kelengkapan(rencana, HARI).kurang
    assert len(kurang) == 5
    with pytest.raises(TransisiDitolak, match="Tulis penyebab") as tolak:
        perbaikan.usulkan(rencana=rencana, oleh=rencana.penilai)
    assert all(str(k) in tolak.value.alasan for k in kurang)
    assert not rencana.riwayat.exists()


def test_agreement_starts_the_time_today_and_wishes_become_needs(diusulkan):
    satu = perbaikan.sepakati(rencana=diusulkan, oleh=diusulkan.pegawai)
    assert (satu.mulai, satu.selesai) == (HARI, date(2026, 9, 2))
    topik = KebutuhanPengembangan.objects.filter(pegawai=satu.pegawai).order_by("kunci")
    assert [k.topik for k in topik] == ["Mail merge", "SIAK"]
    assert {k.sumber for k in topik} == {"rencana_perbaikan"}
    assert Pesan.objects.filter(penerima=satu.penilai, jenis="rencana_disepakati").exists()


def test_in_jayapura_the_day_of_agreement_is_already_tomorrow(diusulkan, kini):
    """23.30 WIB on 2 March is 01.30 WIT on 3 March."""
    diusulkan.unit.zona = "WIT"
    diusulkan.unit.save()
    kini.move_to(kini_wib := ENAM_BULAN.replace(month=3, day=2, hour=16, minute=30))
    assert kini_wib.hour == 16
    segar = RencanaPerbaikan.objects.get(pk=diusulkan.pk)
    assert perbaikan.sepakati(rencana=segar, oleh=segar.pegawai).mulai == date(2026, 3, 3)


def test_a_date_that_passed_while_waiting_blocks_agreement(diusulkan, kini):
    kini.move_to(ENAM_BULAN - timedelta(days=140))  # mid-April: the first check-in is over
    with pytest.raises(TransisiDitolak, match="Semua tanggal"):
        perbaikan.sepakati(rencana=diusulkan, oleh=diusulkan.pegawai)
    satu = perbaikan.kembalikan(rencana=diusulkan, catatan="Tanggalnya lewat.", oleh=diusulkan.pegawai)
    assert satu.status == "draf"


def test_the_draft_is_the_assessors_alone_and_closed_once_sent(diusulkan, pemeran):
    with pytest.raises(TransisiDitolak, match="sudah dikirim"):
        lengkapi(diusulkan)
    satu = perbaikan.tarik(rencana=diusulkan, oleh=pemeran.kabid)
    perbaikan.hapus_tindakan(tindakan=satu.tindakan.first(), oleh=pemeran.kabid)
    perbaikan.hapus_tinjauan(tinjauan=satu.tinjauan.first(), oleh=pemeran.kabid)
    assert satu.tindakan.count() == satu.tinjauan.count() == 1
    for orang in (pemeran.ratna, pemeran.kadis, pemeran.pengelola_opd):
        with pytest.raises(PermissionDenied):
            perbaikan.tambah_tinjauan(rencana=satu, tanggal=date(2026, 5, 5), oleh=orang)
    for tanggal in (date(2026, 3, 1), date(2026, 9, 3)):
        with pytest.raises(TransisiDitolak, match="Pilih tanggal"):
            perbaikan.tambah_tinjauan(rencana=satu, tanggal=tanggal, oleh=pemeran.kabid)


def test_a_draft_is_not_shown_to_the_employee(rencana, pemeran):
    assert not rencana_saya(pelaku_dari(pemeran.ratna)).exists()
    assert rencana_terlihat(pelaku_dari(pemeran.kabid)).exists()
    assert not rencana_terlihat(pelaku_dari(pemeran.sari)).exists()


def test_check_ins_are_written_by_both_on_or_after_their_day_and_stay(berjalan, kini, pemeran):
    pertama = berjalan.tinjauan.first()
    with pytest.raises(TransisiDitolak, match="belum tiba"):
        perbaikan.catat_tinjauan(tinjauan=pertama, isi="x", oleh=pemeran.kabid)
    kini.move_to(ENAM_BULAN - timedelta(days=60))
    for orang in (pemeran.ratna, pemeran.kabid):
        perbaikan.catat_tinjauan(tinjauan=pertama, isi="Arsip rapi.", oleh=orang)
    assert set(CatatanTinjauan.objects.values_list("pihak", flat=True)) == {"pegawai", "atasan"}
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        CatatanTinjauan.objects.update(isi="diubah")
    with pytest.raises(PermissionDenied):
        perbaikan.catat_tinjauan(tinjauan=pertama, isi="x", oleh=pemeran.kadis)


def test_each_side_marks_its_own_promises(berjalan, pemeran):
    atasan, pegawai = berjalan.tindakan.get(pihak="atasan"), berjalan.tindakan.get(pihak="pegawai")
    with pytest.raises(TransisiDitolak, match="pihak Anda sendiri"):
        perbaikan.tandai_tindakan(tindakan=atasan, status="selesai", penjelasan="", oleh=pemeran.ratna)
    with pytest.raises(TransisiDitolak, match="Tulis mengapa"):
        perbaikan.tandai_tindakan(tindakan=atasan, status="dijelaskan", penjelasan=" ", oleh=pemeran.kabid)
    perbaikan.tandai_tindakan(tindakan=pegawai, status="selesai", penjelasan="", oleh=pemeran.ratna)
    pegawai.refresh_from_db()
    assert (pegawai.status, pegawai.ditandai_oleh) == ("selesai", pemeran.ratna)


def test_success_may_come_early_and_failure_only_after_the_end(berjalan, pemeran):
    with pytest.raises(TransisiDitolak):
        perbaikan.simpulkan(rencana=berjalan, tercapai=False, bukti="x", oleh=pemeran.kabid)
    with pytest.raises(TransisiDitolak, match="Tulis bukti"):
        perbaikan.simpulkan(rencana=berjalan, tercapai=True, bukti=" ", oleh=pemeran.kabid)
    satu = perbaikan.simpulkan(rencana=berjalan, tercapai=True, bukti="Target tercapai.", oleh=pemeran.kabid)
    assert satu.status == "tercapai"


def test_an_extension_needs_a_reason_a_new_check_in_and_an_end(berjalan, kini, pemeran):
    satu = jalani(berjalan, kini)
    with pytest.raises(TransisiDitolak, match="Tulis catatan"):
        perbaikan.perpanjang(
            rencana=satu, bulan=2, tinjauan=[date(2026, 10, 1)], alasan=" ", oleh=pemeran.kabid
        )
    with pytest.raises(TransisiDitolak, match="Rencanakan pertemuan"):
        perbaikan.perpanjang(
            rencana=satu, bulan=2, tinjauan=[date(2026, 12, 1)], alasan="x", oleh=pemeran.kabid
        )
    with pytest.raises(TransisiDitolak, match="36 bulan"):
        perbaikan.perpanjang(
            rencana=satu, bulan=31, tinjauan=[date(2026, 10, 1)], alasan="x", oleh=pemeran.kabid
        )
    satu = perbaikan.perpanjang(
        rencana=satu, bulan=2, tinjauan=[date(2026, 10, 1)], alasan="Sempat sakit.", oleh=pemeran.kabid
    )
    assert (satu.status, satu.bulan, satu.selesai) == ("berjalan", 8, date(2026, 11, 2))
    assert satu.tinjauan.count() == 3


def test_the_superior_steps_in_only_when_the_assessor_let_the_time_pass(rencana, kini, pemeran):
    with pytest.raises(TransisiDitolak, match="masih punya waktu"):
        perbaikan.ambil_alih(rencana=rencana, alasan="Diam.", oleh=pemeran.kadis)
    with pytest.raises(PermissionDenied):
        perbaikan.ambil_alih(rencana=rencana, alasan="Diam.", oleh=pemeran.pengelola_opd)
    kini.move_to(ENAM_BULAN.replace(month=3, day=17))
    satu = perbaikan.ambil_alih(rencana=rencana, alasan="Diam.", oleh=pemeran.kadis)
    assert (satu.penilai, satu.penilai_semula) == (pemeran.kadis, pemeran.kabid)
    with pytest.raises(PermissionDenied):
        perbaikan.tambah_tinjauan(rencana=satu, tanggal=date(2026, 5, 5), oleh=pemeran.kabid)
    with pytest.raises(TransisiDitolak):
        perbaikan.ambil_alih(rencana=satu, alasan="Lagi.", oleh=pemeran.kadis)


def test_the_superior_may_also_conclude_for_an_idle_assessor(berjalan, kini, pemeran):
    satu = jalani(berjalan, kini)
    kini.move_to(ENAM_BULAN + timedelta(days=15))
    satu = perbaikan.ambil_alih(rencana=satu, alasan="Tidak disimpulkan.", oleh=pemeran.kadis)
    assert satu.status == "menunggu_simpulan"
    assert perbaikan.simpulkan(rencana=satu, tercapai=True, bukti="Baik.", oleh=pemeran.kadis)


def test_a_note_pressed_twice_is_one_note(berjalan, kini):
    satu = berjalan.tinjauan.first()
    kini.move_to(datetime(2026, 4, 1, 2, 0, tzinfo=UTC))
    for _n in range(2):
        perbaikan.catat_tinjauan(tinjauan=satu, isi="Dibahas.", oleh=berjalan.penilai)
    assert satu.catatan.count() == 1
