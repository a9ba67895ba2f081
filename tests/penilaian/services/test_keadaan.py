"""Leave in the year: who is opened an evaluation, reminded, and asked about colleagues."""

from datetime import date

import pytest

from akses.kepegawaian import urus_kepegawaian
from pegawai.models import KeadaanPegawai, Pegawai
from pemberitahuan.models import JenisPesan, Pesan
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from penilaian.services.pengingat import ingatkan
from penilaian.services.pratinjau import akan_dibuat
from penilaian.services.siklus import isi_evaluasi
from penilaian.services.tahunan_siklus import isi_tahunan, yang_belum_dibuat
from sasaran.models import Periode
from sasaran.services.skp import hambatan_susun
from tests.pemeran import buka_periode

pytestmark = pytest.mark.django_db


def cuti(pegawai, jenis, mulai, selesai=None):
    return KeadaanPegawai.objects.create(pegawai=pegawai, jenis=jenis, mulai=mulai, selesai=selesai)


@pytest.mark.parametrize(
    ("jenis", "mulai", "selesai", "ada"),
    [
        ("cuti_melahirkan", date(2026, 3, 20), date(2026, 7, 1), False),
        ("cuti_melahirkan", date(2026, 4, 2), date(2026, 7, 1), True),
        ("cuti_besar", date(2026, 4, 1), date(2026, 6, 30), False),
        ("tugas_belajar", date(2026, 1, 1), None, True),
        ("cuti_tahunan", date(2026, 4, 1), date(2026, 6, 30), True),
    ],
)
def test_a_period_wholly_on_leave_has_no_evaluation_and_the_preview_says_so(
    jenis, mulai, selesai, ada, pemeran, buat_skp
):
    buat_skp(pemeran.ratna)
    buat_skp(pemeran.sari)
    cuti(pemeran.ratna, jenis, mulai, selesai)
    periode = buka_periode(Periode.objects.get(nomor=2))
    assert akan_dibuat(periode) == 1 + ada
    assert isi_evaluasi(periode_id=periode.pk) == 1 + ada
    assert EvaluasiPeriodik.objects.filter(pegawai=pemeran.ratna).exists() == ada


@pytest.mark.parametrize(("selesai", "ada"), [(None, False), (date(2026, 12, 30), True)])
def test_a_year_wholly_on_leave_has_no_yearly_evaluation(selesai, ada, pemeran, buat_skp, siklus):
    buat_skp(pemeran.ratna)
    cuti(pemeran.ratna, "cuti_sakit", date(2026, 1, 1), selesai)
    siklus.status = "terbuka"
    siklus.dibuka_pada = "2026-12-28T00:00Z"
    siklus.save()
    assert yang_belum_dibuat(siklus=siklus) == ada
    isi_tahunan(siklus=siklus)
    assert EvaluasiTahunan.objects.filter(pegawai=pemeran.ratna).exists() == ada


def test_who_is_on_leave_is_reminded_when_he_is_back(pemeran, buat_skp):
    for satu in (pemeran.ratna, pemeran.sari):
        buat_skp(satu)
    periode = buka_periode(Periode.objects.get(nomor=2))
    isi_evaluasi(periode_id=periode.pk)
    cuti(pemeran.ratna, "cuti_sakit", date(2026, 7, 1), date(2026, 7, 6))
    jenis = {"jenis": JenisPesan.PENGINGAT_PENILAIAN_DIRI}
    ingatkan(hari=date(2026, 7, 6), zona="WIB")
    assert list(Pesan.objects.filter(**jenis).values_list("penerima", flat=True)) == [pemeran.sari.pk]
    ingatkan(hari=date(2026, 7, 7), zona="WIB")
    assert Pesan.objects.filter(**jenis, penerima=pemeran.ratna).exists()


def test_an_assessor_on_leave_is_not_reminded_either(pemeran, buat_skp):
    buat_skp(pemeran.ratna)
    periode = buka_periode(Periode.objects.get(nomor=2))
    isi_evaluasi(periode_id=periode.pk)
    cuti(pemeran.kabid, "cuti_besar", date(2026, 7, 1), date(2026, 9, 30))
    ingatkan(hari=date(2026, 7, 14), zona="WIB")
    assert not Pesan.objects.filter(jenis=JenisPesan.PENGINGAT_PENILAIAN).exists()


@pytest.mark.parametrize(("jenis", "wajib"), [("cltn", False), ("mpp", False), ("tugas_belajar", True)])
def test_who_must_have_a_plan(jenis, wajib, pemeran):
    cuti(pemeran.ratna, jenis, date(2026, 1, 1))
    urus_kepegawaian()
    ratna = Pegawai.objects.get(pk=pemeran.ratna.pk)
    assert (hambatan_susun(ratna) == "") == wajib
    assert Pegawai.objects.wajib_skp().filter(pk=ratna.pk).exists() == wajib
