"""One yearly evaluation from draft to the employee's answer."""

import pytest
from django.core.exceptions import PermissionDenied

from inti.workflow import TransisiDitolak
from pemberitahuan.models import Pesan
from penilaian.aturan.rekaman_tahunan import ATASAN, PENILAI
from penilaian.models import EvaluasiTahunan
from penilaian.services import tahunan as layanan
from penilaian.services.jaga import DrafUsang
from penilaian.services.lembar import Keputusan
from penilaian.services.tahunan import (
    BelumLengkap,
    sampaikan,
    simpan_draf,
    tandatangani,
    tarik,
    terima,
    tolak,
)
from penilaian.services.tahunan_rekaman import rekaman
from tests.penilaian.tahun import TAB, A, B, S, buat_tahunan, draf, serah, tanda_tangan


def test_a_signature_takes_the_cell_of_the_matrix_and_freezes_what_it_rests_on(tahunan, pemeran):
    e = tanda_tangan(tahunan, hasil=A, perilaku=S)
    assert (e.status, e.predikat, e.capaian_organisasi) == ("ditandatangani", 2, 2)
    isi = rekaman(e)
    assert (isi.pegawai.nama, isi.penilai.nama) == ("Ratna Wulandari", "Budi Santoso")
    assert isi.atasan_penilai.nama == "Yohanes Lasut"
    assert (isi.penilai.jabatan, isi.penilai.unit) == ("Kepala Bidang", "Bidang Pencatatan Sipil")
    assert (isi.instansi, isi.formulir) == ("Pemerintah Kabupaten Asri Mulya", "C.1.3")
    assert (isi.penanda_tangan, isi.distribusi, isi.capaian.unit) == (
        PENILAI,
        {"2": 1},
        "Bidang Pencatatan Sipil",
    )
    assert [len(h.indikator) for h in isi.hasil] == [2, 1]


def test_the_draft_is_not_complete_without_both_ratings_reasons_and_a_label(tahunan, label):
    simpan_draf(evaluasi=tahunan, oleh=tahunan.penilai, keputusan=Keputusan(), kunci=TAB)
    with pytest.raises(BelumLengkap) as galat:
        tandatangani(evaluasi=tahunan, oleh=tahunan.penilai)
    assert [k.jangkar for k in galat.value.kurang] == ["keputusan-hasil", "keputusan-perilaku"]
    type(label).objects.all().delete()
    draf(tahunan)
    with pytest.raises(BelumLengkap) as galat:
        tandatangani(evaluasi=tahunan, oleh=tahunan.penilai)
    assert [k.jangkar for k in galat.value.kurang] == ["organisasi"]


def test_two_pages_do_not_overwrite_each_other(tahunan):
    draf(tahunan)
    with pytest.raises(DrafUsang):
        simpan_draf(
            evaluasi=tahunan, oleh=tahunan.penilai, keputusan=Keputusan(B, B), kunci=tahunan.pk, versi=None
        )
    tahunan.refresh_from_db()
    assert tahunan.rating_hasil == S


def test_a_signature_can_be_taken_back_before_delivery_and_the_draft_stays(tahunan):
    e = tarik(evaluasi=tanda_tangan(tahunan), oleh=tahunan.penilai)
    assert (e.status, e.predikat, e.rekaman, e.rating_hasil) == ("terbuka", None, None, S)
    serah(e)
    with pytest.raises(TransisiDitolak):
        tarik(evaluasi=e, oleh=e.penilai)


def test_only_the_signer_hands_over_and_the_employee_is_told(tahunan, pemeran):
    e = tanda_tangan(tahunan)
    with pytest.raises(PermissionDenied):
        sampaikan(evaluasi=e, oleh=pemeran.kadis)  # his superior may not push it out
    e = sampaikan(evaluasi=e, oleh=pemeran.kabid)
    assert e.status == "disampaikan"
    assert Pesan.objects.get(penerima=pemeran.ratna).jenis == "tahunan_disampaikan"


def test_the_employee_signs_or_refuses_with_a_reason_and_the_signer_is_told(tahunan, pemeran):
    e = serah(tahunan)
    with pytest.raises(TransisiDitolak, match="catatan"):
        tolak(evaluasi=e, oleh=pemeran.ratna, tanggapan="  ")
    e = tolak(evaluasi=e, oleh=pemeran.ratna, tanggapan="Angka desa belum lengkap.")
    assert (e.status, e.tanggapan) == ("ditolak", "Angka desa belum lengkap.")
    assert Pesan.objects.filter(penerima=pemeran.kabid, jenis="tahunan_ditanggapi").count() == 1
    with pytest.raises(TransisiDitolak):
        terima(evaluasi=e, oleh=pemeran.ratna)


def test_after_the_window_the_superior_signs_and_it_is_final(tahunan, pemeran):
    EvaluasiTahunan.objects.update(status="menunggu_atasan", jalur="terlambat", final=True)
    tahunan.refresh_from_db()
    with pytest.raises(PermissionDenied):
        draf(tahunan)  # the late assessor
    e = tanda_tangan(tahunan, pemeran.kadis)
    assert (e.status, e.final, e.ditandatangani_oleh) == ("ditandatangani", True, pemeran.kadis)
    assert rekaman(e).penanda_tangan == ATASAN
    assert "IV.A.11" in rekaman(e).alasan_final
    with pytest.raises(PermissionDenied):
        tarik(evaluasi=e, oleh=pemeran.kabid)


def test_the_window_ends_with_the_day_in_the_zone_of_the_unit(tahunan, januari):
    januari.move_to("2027-01-31T16:59:59+00:00")  # 23.59.59 WIB
    draf(tahunan)
    januari.move_to("2027-01-31T17:00:00+00:00")
    with pytest.raises(TransisiDitolak, match="sudah lewat"):
        draf(tahunan)
    januari.move_to("2027-01-31T15:30:00+00:00")  # 22.30 WIB, 00.30 WIT
    type(tahunan.unit).objects.filter(pk=tahunan.unit_id).update(zona="WIT")
    with pytest.raises(TransisiDitolak, match="sudah lewat"):
        draf(tahunan)


def test_many_are_signed_one_by_one_and_the_incomplete_say_why(tahunan, pemeran, buat_skp):
    sari = buat_tahunan(buat_skp(pemeran.sari))
    draf(tahunan)
    jumlah, gagal = layanan.banyak(evaluasi=[tahunan, sari], oleh=pemeran.kabid, lakukan=layanan.tandatangani)
    assert (jumlah, [g.evaluasi.pk for g in gagal]) == (1, [sari.pk])
    assert "Pilih rating hasil kerja" in gagal[0].alasan


@pytest.mark.parametrize(
    ("hasil", "perilaku", "predikat"),
    [
        pytest.param(S, A, 2, id="EV-01 Dirjen III"),
        pytest.param(S, A, 2, id="EV-02 Direktur II"),
        pytest.param(S, B, 4, id="EV-03 Kasubdit II, by the quadrant l.4149 against the printed label"),
        pytest.param(A, S, 2, id="EV-04 JF Muda"),
        pytest.param(S, S, 2, id="EV-05 Kepala Dinas"),
        pytest.param(S, A, 2, id="EV-06 Kepala Puskesmas"),
        pytest.param(S, S, 2, id="EV-07 Bidan Penyelia"),
        pytest.param(B, S, 3, id="EV-08 Bidan Penyelia, study leave"),
    ],
)
def test_the_worked_evaluations_of_the_annexes(tahunan, hasil, perilaku, predikat):
    """PermenPANRB 6/2022, Anak Lampiran 4 to 6: ratings read from the page images, label from the quadrant."""
    e = tanda_tangan(tahunan, hasil=hasil, perilaku=perilaku)
    assert (e.predikat, rekaman(e).predikat, rekaman(e).capaian.nilai) == (predikat, predikat, 2)
