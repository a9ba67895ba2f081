"""An SKP from its beginning to approval."""

import threading
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from inti.workflow import TransisiDitolak
from pegawai.models import Atasan, Pegawai, Penempatan
from pegawai.services.atasan import segarkan
from pemberitahuan.models import Pesan
from sasaran.models import SKP, RiwayatSKP
from sasaran.services import skp as layanan


def segar(skp):
    return SKP.objects.get(pk=skp.pk)


# --- creating -------------------------------------------------------------------------------------------


def test_a_new_plan_freezes_post_unit_assessor_and_his_superior(pemeran, siklus):
    skp = layanan.buat_skp(pegawai=pemeran.ratna, siklus=siklus, oleh=pemeran.ratna)
    assert skp.status == "draf"
    assert (skp.penilai, skp.atasan_penilai) == (pemeran.kabid, pemeran.kadis)
    assert skp.unit.nama == "Bidang Pencatatan Sipil"
    assert skp.penempatan.pegawai == pemeran.ratna
    assert (skp.mulai, skp.selesai) == (date(2026, 1, 1), date(2026, 12, 31))


def test_a_head_of_department_is_assessed_by_the_regent(pemeran, siklus):
    skp = layanan.buat_skp(pegawai=pemeran.kadis, siklus=siklus, oleh=pemeran.kadis)
    assert (skp.penilai, skp.atasan_penilai) == (pemeran.bupati, None)


def test_the_regent_writes_no_plan(pemeran, siklus):
    with pytest.raises(ValidationError, match="tidak ada SKP yang perlu disusun"):
        layanan.buat_skp(pegawai=pemeran.bupati, siklus=siklus, oleh=pemeran.bupati)


def test_nobody_begins_the_plan_of_another(pemeran, siklus):
    with pytest.raises(PermissionDenied):
        layanan.buat_skp(pegawai=pemeran.ratna, siklus=siklus, oleh=pemeran.kabid)


def test_beginning_twice_gives_one_plan(pemeran, siklus):
    satu = layanan.buat_skp(pegawai=pemeran.ratna, siklus=siklus, oleh=pemeran.ratna)
    dua = layanan.buat_skp(pegawai=pemeran.ratna, siklus=siklus, oleh=pemeran.ratna)
    assert satu == dua
    assert SKP.objects.count() == 1


def test_without_a_post_a_sentence_says_so(pemeran, siklus):
    Penempatan.objects.filter(pegawai=pemeran.ratna).update(selesai=date(2021, 2, 1))
    segarkan()
    with pytest.raises(ValidationError, match="belum tercatat pada suatu jabatan"):
        layanan.buat_skp(pegawai=pemeran.ratna, siklus=siklus, oleh=pemeran.ratna)
    assert "belum tercatat" in layanan.hambatan_susun(pemeran.ratna)


def test_without_an_assessor_a_sentence_says_so(pemeran, siklus):
    Atasan.objects.filter(pegawai=pemeran.ratna).update(penilai=None)
    with pytest.raises(ValidationError, match="Pejabat penilai Anda belum ditetapkan"):
        layanan.buat_skp(pegawai=pemeran.ratna, siklus=siklus, oleh=pemeran.ratna)


def test_nothing_is_in_the_way_of_an_ordinary_employee(pemeran):
    assert layanan.hambatan_susun(pemeran.ratna) == ""


def test_who_moves_in_the_year_gets_a_new_plan_and_the_old_one_ends_the_day_before(pemeran, buat_skp, siklus):
    lama = buat_skp(pemeran.ratna)
    penempatan = lama.penempatan
    Penempatan.objects.filter(pk=penempatan.pk).update(selesai=date(2026, 6, 30))
    Penempatan.objects.create(
        pegawai=pemeran.ratna,
        unit=pemeran.rudi.atasan.unit,
        jabatan=penempatan.jabatan,
        mulai=date(2026, 7, 1),
    )
    segarkan(pada=date(2026, 8, 1))
    baru = layanan.buat_skp(pegawai=pemeran.ratna, siklus=siklus, oleh=pemeran.ratna)
    assert (baru.mulai, baru.penilai) == (date(2026, 7, 1), pemeran.kadis_lain)
    assert segar(lama).selesai == date(2026, 6, 30)
    assert segar(lama).status == "disetujui"


def test_a_plan_made_ahead_for_a_post_left_before_the_year_begins_is_replaced(pemeran, buat_skp, siklus):
    lama = buat_skp(pemeran.ratna, "draf")
    Penempatan.objects.filter(pk=lama.penempatan_id).update(selesai=date(2025, 12, 19))
    Penempatan.objects.create(
        pegawai=pemeran.ratna,
        unit=pemeran.rudi.atasan.unit,
        jabatan=lama.penempatan.jabatan,
        mulai=date(2025, 12, 20),
    )
    segarkan(pada=date(2026, 1, 2))
    baru = layanan.buat_skp(pegawai=pemeran.ratna, siklus=siklus, oleh=pemeran.ratna)
    assert (baru.mulai, segar(baru).status) == (date(2026, 1, 1), "draf")
    assert segar(lama).status == "digantikan"
    assert list(lama.riwayat.values_list("aksi", "oleh")) == [("gantikan", None)]
    assert layanan.buat_skp(pegawai=pemeran.ratna, siklus=siklus, oleh=pemeran.ratna) == baru


def test_a_post_that_begins_after_the_year_has_no_plan_in_it(pemeran, siklus):
    Penempatan.objects.filter(pegawai=pemeran.ratna).update(mulai=date(2027, 2, 1))
    with pytest.raises(ValidationError, match="setelah tahun itu berakhir"):
        layanan.buat_skp(pegawai=pemeran.ratna, siklus=siklus, oleh=pemeran.ratna)


# --- moves ----------------------------------------------------------------------------------------------


def test_submitting_tells_the_assessor(pemeran, buat_skp):
    skp = layanan.ajukan(skp=buat_skp(pemeran.ratna, "draf"), oleh=pemeran.ratna)
    pesan = Pesan.objects.get()
    assert (skp.status, pesan.penerima, pesan.jenis) == ("diajukan", pemeran.kabid, "skp_diajukan")
    assert pesan.data == {"nama": "Ratna Wulandari", "tahun": "2026"}
    assert pesan.tautan == f"/sasaran/{skp.pk}/"


def test_submitting_an_empty_plan_says_all_that_is_missing(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "draf", isi=False)
    with pytest.raises(TransisiDitolak, match="satu hasil kerja utama") as galat:
        layanan.ajukan(skp=skp, oleh=pemeran.ratna)
    assert galat.value.kode == "syarat"
    assert segar(skp).status == "draf"
    assert not Pesan.objects.exists()


def test_submitting_takes_the_assessor_of_today(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "draf")
    Atasan.objects.filter(pegawai=pemeran.ratna).update(penilai=pemeran.kadis, atasan_penilai=pemeran.bupati)
    hasil = layanan.ajukan(skp=skp, oleh=pemeran.ratna)
    assert (segar(hasil).penilai, segar(hasil).atasan_penilai) == (pemeran.kadis, pemeran.bupati)
    assert Pesan.objects.get().penerima == pemeran.kadis


def test_submitting_keeps_the_frozen_assessor_when_today_names_none(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "draf")
    Atasan.objects.filter(pegawai=pemeran.ratna).update(penilai=None)
    assert layanan.ajukan(skp=skp, oleh=pemeran.ratna).penilai == pemeran.kabid


def test_a_stranger_learns_nothing_about_what_is_missing(pemeran, buat_skp):
    with pytest.raises(PermissionDenied):
        layanan.ajukan(skp=buat_skp(pemeran.ratna, "draf", isi=False), oleh=pemeran.rudi)


def test_submitting_twice_is_one_history_row_and_one_message(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "draf")
    layanan.ajukan(skp=skp, oleh=pemeran.ratna)
    with pytest.raises(TransisiDitolak) as galat:
        layanan.ajukan(skp=skp, oleh=pemeran.ratna)
    assert galat.value.kode == "status"
    assert (skp.riwayat.count(), Pesan.objects.count()) == (1, 1)


def test_a_withdrawn_plan_may_be_changed_again(pemeran, buat_skp):
    skp = layanan.tarik(skp=buat_skp(pemeran.ratna, "diajukan"), oleh=pemeran.ratna)
    assert (skp.status, skp.dapat_disusun) == ("draf", True)


def test_returning_keeps_the_note_and_tells_the_employee(pemeran, buat_skp):
    skp = layanan.kembalikan(
        skp=buat_skp(pemeran.ratna, "diajukan"), oleh=pemeran.kabid, catatan="  Naikkan target. "
    )
    assert (skp.status, skp.catatan_penilai, skp.versi) == ("dikembalikan", "Naikkan target.", 1)
    assert skp.riwayat.get().catatan == "Naikkan target."
    pesan = Pesan.objects.get()
    assert (pesan.penerima, pesan.jenis) == (pemeran.ratna, "skp_dikembalikan")
    assert pesan.data == {"nama": "Budi Santoso", "tahun": "2026", "catatan": "Naikkan target."}


def test_returning_needs_a_note(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "diajukan")
    with pytest.raises(TransisiDitolak) as galat:
        layanan.kembalikan(skp=skp, oleh=pemeran.kabid, catatan=" ")
    assert galat.value.kode == "catatan"
    assert segar(skp).status == "diajukan"


def test_an_approved_plan_returned_for_change_becomes_the_next_version(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "disetujui")
    skp = segar(layanan.kembalikan(skp=skp, oleh=pemeran.kabid, catatan="Ada penugasan baru."))
    assert (skp.versi, skp.disetujui_pada, skp.disetujui_oleh) == (2, None, None)
    layanan.ajukan(skp=skp, oleh=pemeran.ratna)
    skp = segar(layanan.kembalikan(skp=skp, oleh=pemeran.kabid, catatan="Sedikit lagi."))
    assert skp.versi == 2


def test_approving_names_the_assessor_and_clears_the_note(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "diajukan")
    SKP.objects.filter(pk=skp.pk).update(catatan_penilai="Catatan lama.")
    skp = segar(layanan.setujui(skp=skp, oleh=pemeran.kabid))
    assert (skp.status, skp.disetujui_oleh, skp.catatan_penilai) == ("disetujui", pemeran.kabid, "")
    assert skp.disetujui_pada is not None
    assert Pesan.objects.get().penerima == pemeran.ratna


def test_returned_twice_tells_twice(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "diajukan")
    layanan.kembalikan(skp=skp, oleh=pemeran.kabid, catatan="Satu.")
    layanan.ajukan(skp=skp, oleh=pemeran.ratna)
    layanan.kembalikan(skp=skp, oleh=pemeran.kabid, catatan="Dua.")
    catatan = Pesan.objects.filter(jenis="skp_dikembalikan").values_list("data__catatan", flat=True)
    assert sorted(catatan) == ["Dua.", "Satu."]


# --- two at once ----------------------------------------------------------------------------------------


def bersamaan(*kerja):
    """Run each piece of work in its own thread and connection, all starting together."""
    palang, hasil = threading.Barrier(len(kerja), timeout=20), []

    def jalan(satu):
        try:
            palang.wait()
            hasil.append(satu())
        except (TransisiDitolak, ValidationError) as galat:
            hasil.append(galat)
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan, args=[satu]) for satu in kerja]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join(30)
    assert len(hasil) == len(kerja)
    return hasil


@pytest.mark.django_db(transaction=True)
def test_two_approvals_at_once_write_one_history_row_and_one_message(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "diajukan")
    hasil = bersamaan(*[lambda: layanan.setujui(skp=skp, oleh=pemeran.kabid)] * 2)
    assert sorted(type(h).__name__ for h in hasil) == ["SKP", "TransisiDitolak"]
    assert RiwayatSKP.objects.filter(objek=skp).count() == 1
    assert Pesan.objects.filter(jenis="skp_disetujui").count() == 1


@pytest.mark.django_db(transaction=True)
def test_approved_and_returned_at_once_the_second_sees_what_the_first_did(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "diajukan")
    bersamaan(
        lambda: layanan.tarik(skp=skp, oleh=pemeran.ratna),
        lambda: layanan.setujui(skp=skp, oleh=pemeran.kabid),
    )
    [baris] = RiwayatSKP.objects.filter(objek=skp)
    assert segar(skp).status == baris.ke


@pytest.mark.django_db(transaction=True)
def test_beginning_in_two_windows_at_once_gives_one_plan(pemeran, siklus):
    ratna = Pegawai.objects.get(pk=pemeran.ratna.pk)
    satu, dua = bersamaan(*[lambda: layanan.buat_skp(pegawai=ratna, siklus=siklus, oleh=ratna)] * 2)
    assert satu.pk == dua.pk
    assert SKP.objects.count() == 1
