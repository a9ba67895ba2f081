"""Plans follow a change of assessor; open evaluations only when the assessor has left the service.

Source: PermenPANRB 6/2022, Lampiran II.C.7 (plan), IV.A.2 and IV.A.14 (evaluation).
"""

from datetime import date

import pytest

from akses.akun_massal import nonaktifkan_yang_keluar
from akses.enums import Izin
from akses.models import Akun
from akses.services import boleh
from pegawai.models import AtasanKhusus, Pegawai, Penempatan
from pegawai.services.atasan import segarkan
from pemberitahuan.models import Pesan
from pemberitahuan.teks import teks
from penilaian.models import EvaluasiPeriodik, PenilaianHasil
from penilaian.services.ganti_penilai import ikuti_penilai
from penilaian.services.jadwal import ikuti_kepegawaian
from penilaian.services.siklus import isi_evaluasi
from tests.penilaian.conftest import SAAT_BUKA

HARI = SAAT_BUKA.date()


@pytest.fixture
def penilai_baru(pemeran):
    """Ratna is assessed by the head of the department from the first of April on."""
    AtasanKhusus.objects.create(
        pegawai=pemeran.ratna, penilai=pemeran.kadis, mulai=HARI, dasar="SK delegasi 12/2026"
    )


def berhenti(orang: Pegawai) -> None:
    """He retires: out of the service, his placement over."""
    Pegawai.objects.filter(pk=orang.pk).update(kedudukan_hukum="99")
    Penempatan.objects.filter(pegawai=orang).update(selesai=date(2026, 3, 31))


def test_an_approved_plan_goes_to_the_new_assessor_and_stays_approved(kini, pemeran, buat_skp, penilai_baru):
    skp = buat_skp(pemeran.ratna)
    segarkan(pada=HARI)
    assert ikuti_penilai(hari=HARI) == 1
    skp.refresh_from_db()
    assert (skp.penilai, skp.atasan_penilai, skp.status) == (pemeran.kadis, pemeran.bupati, "disetujui")
    assert skp.disetujui_oleh == pemeran.kabid
    baris = skp.riwayat.get()
    assert (baris.aksi, baris.dari, baris.ke, baris.oleh) == ("ganti_penilai", "disetujui", "disetujui", None)
    assert baris.catatan == "Budi Santoso → Yohanes Lasut"
    assert boleh(pemeran.kadis, Izin.SKP_TETAPKAN, skp)
    assert not boleh(pemeran.kabid, Izin.SKP_TETAPKAN, skp)


def test_the_employee_is_told_once(kini, pemeran, buat_skp, penilai_baru):
    buat_skp(pemeran.ratna)
    segarkan(pada=HARI)
    assert [ikuti_penilai(hari=HARI) for _ in range(2)] == [1, 0]
    pesan = Pesan.objects.get()
    assert pesan.penerima == pemeran.ratna
    assert "Yohanes Lasut" in teks(pesan.jenis, pesan.data)[1]


def test_plans_of_ended_years_and_other_posts_stay_as_they_were(kini, pemeran, buat_skp, penilai_baru):
    skp = buat_skp(pemeran.ratna)
    type(skp).objects.update(selesai=date(2026, 3, 31))
    segarkan(pada=HARI)
    assert ikuti_penilai(hari=HARI) == 0


def test_an_assessor_who_moves_inside_the_window_still_evaluates(pemeran, buat_evaluasi, penilai_baru):
    evaluasi = buat_evaluasi(pemeran.ratna)
    segarkan(pada=HARI)
    assert ikuti_penilai(hari=HARI) == 1  # the plan only
    evaluasi.refresh_from_db()
    assert evaluasi.penilai == pemeran.kabid


def test_when_the_assessor_has_left_the_next_one_evaluates_without_his_draft(pemeran, buat_evaluasi):
    evaluasi = buat_evaluasi(pemeran.ratna, rating_hasil=3, alasan_hasil="rahasia", draf_pada=SAAT_BUKA)
    rhk = evaluasi.skp.rhk.first()
    PenilaianHasil.objects.create(
        evaluasi=evaluasi, rhk=rhk, uraian_diri="Selesai.", rating=3, alasan="rahasia"
    )
    berhenti(pemeran.kabid)
    segarkan(pada=HARI)
    assert ikuti_penilai(hari=HARI) == 2
    evaluasi.refresh_from_db()
    assert (evaluasi.penilai, evaluasi.atasan_penilai) == (pemeran.kadis, pemeran.bupati)
    assert (evaluasi.rating_hasil, evaluasi.alasan_hasil, evaluasi.draf_pada) == (None, "", None)
    hasil = PenilaianHasil.objects.get()
    assert (hasil.uraian_diri, hasil.rating, hasil.alasan) == ("Selesai.", None, "")
    assert evaluasi.riwayat.get().catatan == "Budi Santoso → Yohanes Lasut"


def test_delivered_results_never_change_hands(pemeran, buat_evaluasi):
    evaluasi = buat_evaluasi(
        pemeran.ratna, status="disampaikan", rating_hasil=2, rating_perilaku=2, predikat=2,
        disampaikan_pada=SAAT_BUKA,
    )  # fmt: skip
    berhenti(pemeran.kabid)
    segarkan(pada=HARI)
    ikuti_penilai(hari=HARI)
    evaluasi.refresh_from_db()
    assert evaluasi.penilai == pemeran.kabid


def test_who_has_left_logs_in_no_more(pemeran):
    berhenti(pemeran.kabid)
    assert [nonaktifkan_yang_keluar() for _ in range(2)] == [1, 0]
    assert list(Akun.objects.filter(is_active=False)) == [pemeran.kabid.akun]


def test_the_schedule_does_all_of_it_and_twice_changes_nothing(pemeran):
    berhenti(pemeran.kabid)
    assert ikuti_kepegawaian() > 0
    assert ikuti_kepegawaian() == 0


def test_who_moves_inside_a_period_is_evaluated_for_the_later_post_only(triwulan, pemeran, buat_skp):
    """IV.A.13.a: the new assessor evaluates."""
    lama = buat_skp(pemeran.ratna)
    type(lama).objects.filter(pk=lama.pk).update(selesai=date(2026, 2, 28))
    Penempatan.objects.filter(pegawai=pemeran.ratna).update(selesai=date(2026, 2, 28))
    tujuan = Penempatan.objects.get(pegawai=pemeran.rudi)
    Penempatan.objects.create(
        pegawai=pemeran.ratna, unit=tujuan.unit, jabatan=tujuan.jabatan, mulai=date(2026, 3, 1)
    )
    segarkan(pada=HARI)
    baru = buat_skp(pemeran.ratna)
    type(baru).objects.filter(pk=baru.pk).update(mulai=date(2026, 3, 1))
    assert isi_evaluasi(periode_id=triwulan.pk) == 1
    assert EvaluasiPeriodik.objects.get().skp == baru


def test_a_post_that_ended_without_another_is_still_evaluated(triwulan, pemeran, buat_skp):
    lama = buat_skp(pemeran.ratna)
    type(lama).objects.filter(pk=lama.pk).update(selesai=date(2026, 2, 28))
    assert isi_evaluasi(periode_id=triwulan.pk) == 1
