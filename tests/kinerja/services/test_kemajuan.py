"""The numbers of the admin's first page: within the scope of the reader, in few queries."""

import pytest
from django.utils import timezone

from akses.admin_izin import Penjaga
from akses.pelaku import TAMU, Pelaku
from akses.services import pelaku_dari
from kinerja.services.kemajuan import kemajuan, kemajuan_tahun, papan, tahun_berjalan
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from tests.pemeran import buat_tahun, buka_periode
from tests.penilaian.tahun import buat_tahunan

pytestmark = pytest.mark.django_db


@pytest.fixture
def periode(pemeran, siklus, buat_skp):
    """The first quarter with Ratna's evaluation submitted and Rudi's open, in two departments."""
    terbuka = buka_periode(siklus.periode.get(nomor=1))
    for orang, isi in (
        (pemeran.ratna, {"status": "diajukan", "diajukan_pada": timezone.now()}),
        (pemeran.rudi, {}),
    ):
        skp = buat_skp(orang)
        EvaluasiPeriodik.objects.create(
            skp=skp, periode=terbuka, pegawai=orang, unit=skp.unit, penilai=skp.penilai, **isi
        )
    return terbuka


def jaga(pegawai):
    return Penjaga(Pelaku(None, peran=pelaku_dari(pegawai).peran), pemasang=False)


def test_hr_of_the_government_sees_every_department_and_hr_of_one_only_its_own(pemeran, periode):
    semua = kemajuan(jaga(pemeran.pengelola_instansi), periode)
    assert sorted((u.jumlah["diajukan"], u.jumlah["terbuka"]) for u in semua) == [(0, 1), (1, 0)]
    sendiri = kemajuan(jaga(pemeran.pengelola_opd), periode)
    assert [(u.semua, u.selesai, u.persen) for u in sendiri] == [(1, 0, 0)]
    assert sendiri[0].path.startswith(pelaku_dari(pemeran.pengelola_opd).lingkup("pengelola_opd")[0])


def test_the_keeper_of_the_system_sees_the_dates_and_no_progress(pemeran, periode):
    isi = papan(jaga(pemeran.admin_sistem))
    assert isi.periode is None  # no card about evaluations he will never see
    assert isi.tanggal
    assert (isi.unit, isi.total, isi.impor) == ([], None, [])
    assert not isi.hampa


def test_whoever_holds_no_role_gets_an_empty_page_without_a_query(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert papan(Penjaga(TAMU, pemasang=False)).hampa


def test_the_first_page_takes_at_most_seven_queries(pemeran, periode, django_assert_max_num_queries):
    penjaga = jaga(pemeran.pengelola_instansi)
    with django_assert_max_num_queries(7):
        assert papan(penjaga).total.semua == 2


@pytest.fixture
def tahun(pemeran, siklus, buat_skp):
    """2026 is being evaluated: Ratna's waits for her assessor, Rudi's for the superior, in two departments."""
    siklus.status, siklus.dibuka_pada = "terbuka", timezone.now()
    siklus.save()
    buat_tahunan(buat_skp(pemeran.ratna))
    buat_tahunan(buat_skp(pemeran.rudi), status="menunggu_atasan", jalur="terlambat", final=True)
    return siklus


def test_the_year_is_shown_while_it_is_open_or_somebody_still_waits(tahun, pemeran):
    buat_tahun(2027)
    assert tahun_berjalan() == tahun
    tahun.status, tahun.ditutup_pada = "ditutup", timezone.now()
    tahun.save()
    assert tahun_berjalan() == tahun
    EvaluasiTahunan.objects.all().delete()
    assert tahun_berjalan() is None
    assert papan(jaga(pemeran.pengelola_instansi)).tahun is None


def test_the_year_is_counted_per_department_and_hr_of_one_sees_only_its_own(tahun, pemeran):
    semua = kemajuan_tahun(jaga(pemeran.pengelola_instansi), tahun)
    assert sorted((u.jumlah["terbuka"], u.jumlah["menunggu_atasan"]) for u in semua.unit) == [(0, 1), (1, 0)]
    assert (semua.total.semua, semua.total.selesai) == (2, 0)
    sendiri = kemajuan_tahun(jaga(pemeran.pengelola_opd), tahun)
    assert [(u.semua, u.jumlah["terbuka"]) for u in sendiri.unit] == [(1, 1)]
    assert papan(jaga(pemeran.admin_sistem)).tahun is None


def test_with_a_year_the_first_page_takes_at_most_ten_queries(tahun, pemeran, django_assert_max_num_queries):
    terbuka = buka_periode(tahun.periode.get(nomor=1))
    e = EvaluasiTahunan.objects.get(pegawai=pemeran.ratna)
    EvaluasiPeriodik.objects.create(
        skp=e.skp, periode=terbuka, pegawai=e.pegawai, unit=e.unit, penilai=e.penilai
    )
    penjaga = jaga(pemeran.pengelola_instansi)
    with django_assert_max_num_queries(10):
        assert papan(penjaga).tahun.total.semua == 2
