"""The employee's side: what is kept, what is frozen, who is told, and what is refused."""

import uuid
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from inti.workflow import TransisiDitolak
from pemberitahuan.models import JenisPesan, Pesan
from penilaian.models import PenilaianHasil, PenilaianIndikator, PenilaianPerilaku
from penilaian.services.baca import Sudut
from penilaian.services.diri import (
    IsianDiri,
    ajukan_penilaian_diri,
    kekurangan_diri,
    simpan_penilaian_diri,
    terima,
)
from penilaian.services.jaga import DrafUsang
from penilaian.services.lembar import susun_lembar
from penilaian.services.nilai import kembalikan
from sasaran.enums import StatusPeriode
from tests.penilaian.conftest import TAB, ajukan, isian_diri, lapor, sampaikan


def _simpan(e, isian=None, **lain):
    return simpan_penilaian_diri(
        evaluasi=e, oleh=e.pegawai, isian=isian or IsianDiri(), **{"kunci": TAB, **lain}
    )


def _baris(e, uraian):
    return next(i for i in susun_lembar(e, Sudut.PEGAWAI).indikator if i.uraian == uraian)


def test_realisation_is_prefilled_from_the_reports_of_the_plan_until_the_end_of_the_period(evaluasi):
    lapor(evaluasi.skp, "Desa terlayani", "9", evaluasi.periode.selesai + timedelta(days=1))
    desa = _baris(evaluasi, "Desa terlayani")
    assert (desa.realisasi, desa.jumlah_laporan) == (Decimal("11.000"), 2)
    assert _baris(evaluasi, "Waktu penyelesaian akta kelahiran").realisasi == Decimal("0.900")


def test_looking_writes_no_rows(evaluasi):
    susun_lembar(evaluasi, Sudut.PEGAWAI)
    assert not PenilaianIndikator.objects.exists()
    assert not PenilaianHasil.objects.exists()


def test_what_is_summed_is_due_in_proportion_what_is_measured_is_due_as_it_stands(evaluasi):
    desa = _baris(evaluasi, "Desa terlayani")
    assert (desa.target, desa.target_maks) == (
        Decimal("11.000"),
        Decimal("12.000"),
    )  # 44 to 48, 3 of 12 months
    assert desa.sebagian
    akta = _baris(evaluasi, "Waktu penyelesaian akta kelahiran")
    assert akta.target == Decimal(1)
    assert not akta.sebagian


def test_the_first_saving_writes_one_row_per_indicator_result_and_value(evaluasi):
    _simpan(evaluasi)
    _simpan(evaluasi)
    assert PenilaianIndikator.objects.filter(evaluasi=evaluasi).count() == 3
    assert PenilaianHasil.objects.filter(evaluasi=evaluasi).count() == 2
    assert PenilaianPerilaku.objects.filter(evaluasi=evaluasi).count() == 7


def test_a_number_the_employee_did_not_touch_follows_later_reports(evaluasi):
    _simpan(evaluasi, isian_diri(evaluasi))
    lapor(evaluasi.skp, "Desa terlayani", "2")
    assert _baris(evaluasi, "Desa terlayani").realisasi == Decimal("13.000")


def test_a_number_the_employee_corrected_stays_and_is_marked(evaluasi):
    desa = _baris(evaluasi, "Desa terlayani")
    _simpan(evaluasi, IsianDiri(realisasi={desa.id: Decimal("12.5")}))
    lapor(evaluasi.skp, "Desa terlayani", "2")
    desa = _baris(evaluasi, "Desa terlayani")
    assert desa.realisasi == Decimal("12.500")
    assert desa.dari_laporan == Decimal("13.000")
    assert desa.diubah


def test_what_is_not_in_the_form_stays_as_it_was(evaluasi):
    _simpan(evaluasi, isian_diri(evaluasi))
    _simpan(evaluasi, IsianDiri(perilaku={"loyal": "Ikut apel"}))
    lembar = susun_lembar(evaluasi, Sudut.PEGAWAI)
    assert [b.uraian_diri for b in lembar.hasil] == ["Uraian diri 1", "Uraian diri 2"]
    assert {b.nilai.kode: b.uraian_diri for b in lembar.perilaku if b.uraian_diri} == {
        "akuntabel": "Laporan kas tepat waktu",
        "loyal": "Ikut apel",
    }
    evaluasi.refresh_from_db()
    assert evaluasi.catatan_diri == "Terima kasih"


def test_rows_of_somebody_else_cannot_be_written(evaluasi, pemeran, buat_evaluasi):
    asing = _baris(buat_evaluasi(pemeran.sari), "Desa terlayani")
    _simpan(evaluasi, IsianDiri(realisasi={asing.id: Decimal(99)}))
    assert not PenilaianIndikator.objects.filter(indikator_id=asing.id).exists()


def test_submitting_needs_every_realisation(pemeran, buat_evaluasi):
    e = buat_evaluasi(pemeran.ratna)
    assert len(kekurangan_diri(susun_lembar(e, Sudut.PEGAWAI))) == 3
    with pytest.raises(TransisiDitolak, match="tulis 0 bila belum ada"):
        ajukan_penilaian_diri(evaluasi=e, oleh=e.pegawai)


def test_submitting_without_any_result_is_refused(pemeran, buat_evaluasi):
    e = buat_evaluasi(pemeran.ratna)
    e.skp.rhk.all().delete()
    with pytest.raises(TransisiDitolak, match="belum memuat hasil kerja"):
        ajukan_penilaian_diri(evaluasi=e, oleh=e.pegawai)


def test_submitting_freezes_numbers_and_tells_the_assessor(evaluasi, pemeran):
    ajukan(evaluasi)
    evaluasi.refresh_from_db()
    assert (evaluasi.status, evaluasi.diajukan_pada) == ("diajukan", timezone.now())
    pesan = Pesan.objects.get(jenis=JenisPesan.PENILAIAN_DIRI_DIAJUKAN)
    assert pesan.penerima == pemeran.kabid
    assert pesan.data == {"nama": "Ratna Wulandari", "periode": "Triwulan I 2026"}
    lapor(evaluasi.skp, "Desa terlayani", "30")
    evaluasi.skp.rhk.get(urutan=2).indikator.update(target=100, target_maks=200)
    desa = _baris(evaluasi, "Desa terlayani")
    assert (desa.realisasi, desa.target) == (Decimal("11.000"), Decimal("11.000"))


def test_submitting_without_having_saved_takes_the_reports(evaluasi):
    ajukan_penilaian_diri(evaluasi=evaluasi, oleh=evaluasi.pegawai)
    assert set(PenilaianIndikator.objects.values_list("realisasi", flat=True)) == {
        Decimal("0.900"),
        Decimal("85.000"),
        Decimal("11.000"),
    }


def test_a_submitted_self_assessment_cannot_be_changed(evaluasi):
    ajukan(evaluasi)
    with pytest.raises(TransisiDitolak, match="sudah diajukan"):
        _simpan(evaluasi)


def test_a_returned_one_can_be_corrected_and_submitted_again_with_a_second_message(evaluasi, kini):
    ajukan(evaluasi)
    kembalikan(evaluasi=evaluasi, oleh=evaluasi.penilai, catatan="Lengkapi bukti desa.")
    kini.shift(60)
    _simpan(evaluasi, isian_diri(evaluasi))
    ajukan_penilaian_diri(evaluasi=evaluasi, oleh=evaluasi.pegawai)
    assert Pesan.objects.filter(jenis=JenisPesan.PENILAIAN_DIRI_DIAJUKAN).count() == 2
    assert list(evaluasi.riwayat.values_list("aksi", flat=True)) == ["ajukan", "kembalikan", "ajukan"]


def test_a_closed_period_refuses_with_a_sentence(evaluasi):
    periode = evaluasi.periode
    periode.status, periode.ditutup_pada = StatusPeriode.DITUTUP, timezone.now()
    periode.save()
    for lakukan in (_simpan, ajukan):
        with pytest.raises(TransisiDitolak, match="Evaluasi Triwulan I 2026 sudah ditutup"):
            lakukan(evaluasi)


@pytest.mark.parametrize("siapa", ["kabid", "kadis", "sari", "rudi", "pengelola_instansi", "auditor"])
def test_nobody_else_writes_a_self_assessment(evaluasi, pemeran, siapa):
    orang = getattr(pemeran, siapa)
    with pytest.raises(PermissionDenied):
        simpan_penilaian_diri(evaluasi=evaluasi, oleh=orang, isian=IsianDiri(), kunci=uuid.uuid4())
    with pytest.raises(PermissionDenied):
        ajukan_penilaian_diri(evaluasi=evaluasi, oleh=orang)


def test_a_second_tab_is_told_and_nothing_is_overwritten(evaluasi, kini):
    awal = _simpan(evaluasi, IsianDiri(catatan="tab pertama"))
    kini.shift(60)
    with pytest.raises(DrafUsang, match=r"disimpan dari tab atau perangkat lain pukul 09\.00"):
        _simpan(evaluasi, IsianDiri(catatan="tab kedua"), kunci=uuid.uuid4())
    evaluasi.refresh_from_db()
    assert evaluasi.catatan_diri == "tab pertama"
    _simpan(evaluasi, IsianDiri(catatan="tab kedua"), kunci=uuid.uuid4(), versi=awal.diri_pada)
    evaluasi.refresh_from_db()
    assert evaluasi.catatan_diri == "tab kedua"


def test_one_tab_never_stands_in_its_own_way(evaluasi, kini):
    tab = uuid.uuid4()
    for teks in ("a", "ab", "abc"):
        kini.shift(2)
        _simpan(evaluasi, IsianDiri(catatan=teks), kunci=tab, versi=None)
    evaluasi.refresh_from_db()
    assert evaluasi.catatan_diri == "abc"


def test_submitting_from_a_tab_that_did_not_save_last_is_refused(evaluasi):
    _simpan(evaluasi)
    with pytest.raises(DrafUsang):
        ajukan_penilaian_diri(evaluasi=evaluasi, oleh=evaluasi.pegawai, kunci=uuid.uuid4())


def test_acknowledging_keeps_the_answer_and_tells_the_assessor(evaluasi, pemeran):
    sampaikan(evaluasi)
    terima(evaluasi=evaluasi, oleh=pemeran.ratna, tanggapan="  Terima kasih, Pak. ")
    evaluasi.refresh_from_db()
    assert (evaluasi.status, evaluasi.tanggapan) == ("diterima", "Terima kasih, Pak.")
    assert Pesan.objects.get(jenis=JenisPesan.EVALUASI_DITERIMA).penerima == pemeran.kabid


def test_a_result_can_be_acknowledged_after_the_period_was_closed(evaluasi, pemeran):
    sampaikan(evaluasi)
    periode = evaluasi.periode
    periode.status, periode.ditutup_pada = StatusPeriode.DITUTUP, timezone.now()
    periode.save()
    assert terima(evaluasi=evaluasi, oleh=pemeran.ratna).status == "diterima"
