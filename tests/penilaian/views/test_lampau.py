"""Results from before Kinerja: for the employee, who assesses him, HR; never for peers and strangers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from akses.models import CatatanLihat
from akses.pelaku import Pelaku
from penilaian.models import RiwayatKinerjaPeriodik, RiwayatSKP
from penilaian.services.lampau import lampau, tahun_tercatat
from tests.penghargaan.bahan import tahunan

pytestmark = pytest.mark.django_db
ISI = {"rating_hasil": 2, "rating_perilaku": 1, "predikat": 2, "penilai_nama": "Drs. Made Sudana"}
# By hand: tahunan.lihat is given to himself, his assessor, the assessor's superior, HR, leaders and the auditor.
MELIHAT = {"ratna", "kabid", "kadis", "pengelola_instansi", "pengelola_opd", "pimpinan", "auditor"}


@pytest.fixture
def riwayat(pemeran):
    for tahun in (2022, 2023):
        RiwayatSKP.objects.create(pegawai=pemeran.ratna, tahun=tahun, berkas=f"skp-{tahun}.xlsx", **ISI)
    for awal in (1, 4):
        RiwayatKinerjaPeriodik.objects.create(
            pegawai=pemeran.ratna,
            tahun=2023,
            jenis="triwulan",
            bulan_mulai=awal,
            bulan_selesai=awal + 2,
            **ISI,
        )
    RiwayatSKP.objects.create(pegawai=pemeran.rudi, tahun=2022, berkas="rahasia.xlsx", **ISI)
    return pemeran


def halaman(klien, orang):
    return klien.get(reverse("penilaian:riwayat", args=[orang.pk]))


def test_everybody_of_the_cast(riwayat, masuk):
    for nama, orang in riwayat.items():
        jawab = halaman(masuk(orang), riwayat.ratna)
        assert jawab.status_code == (200 if nama in MELIHAT else 404), nama


def test_the_page_names_year_label_ratings_assessor_file_and_day(riwayat, masuk, siklus):
    tahunan(riwayat.ratna, siklus)
    isi = halaman(masuk(riwayat.kabid), riwayat.ratna).content.decode()
    assert "Riwayat sebelum Kinerja" in isi
    for kata in (
        "skp-2023.xlsx",
        "skp-2022.xlsx",
        "Sesuai ekspektasi · Di atas ekspektasi",
        "Drs. Made Sudana",
    ):
        assert kata in isi
    assert ">2026</a>" in isi  # and Kinerja's own year beside it
    assert "2 hasil periodik 2023" in isi
    assert "Triwulan II" in isi
    assert "rahasia.xlsx" not in isi


def test_the_employee_reads_them_below_her_own_yearly_results(riwayat, masuk):
    alamat = reverse("penilaian:tahunan")
    isi = masuk(riwayat.ratna).get(alamat).content.decode()
    assert "Riwayat sebelum Kinerja" in isi
    assert "skp-2022.xlsx" in isi
    assert "Riwayat sebelum Kinerja" not in masuk(riwayat.sari).get(alamat).content.decode()


def test_a_person_without_results_reads_what_will_stand_here(riwayat, masuk):
    isi = halaman(masuk(riwayat.sari), riwayat.sari).content.decode()
    assert "Belum ada hasil tahunan" in isi


def test_looking_at_somebody_elses_results_is_written_down(riwayat, masuk):
    halaman(masuk(riwayat.ratna), riwayat.ratna)
    assert not CatatanLihat.objects.exists()
    halaman(masuk(riwayat.auditor), riwayat.ratna)
    assert CatatanLihat.objects.values_list("pegawai", "jenis").get() == (riwayat.ratna.pk, "hasil")


def test_the_team_and_the_result_page_lead_there(riwayat, masuk, siklus, buat_skp):
    tujuan = reverse("penilaian:riwayat", args=[riwayat.ratna.pk])
    buat_skp(riwayat.ratna)
    klien = masuk(riwayat.kabid)
    assert tujuan in klien.get(reverse("penilaian:tim")).content.decode()
    satu = tahunan(riwayat.ratna, siklus)
    assert tujuan in klien.get(reverse("penilaian:tahunan-hasil", args=[satu.pk])).content.decode()


def test_the_number_of_queries_does_not_grow_with_the_records(riwayat, masuk):
    klien, banyak = masuk(riwayat.kabid), []
    for tahun in (None, 2024, 2025):
        if tahun:
            RiwayatSKP.objects.create(pegawai=riwayat.ratna, tahun=tahun, **ISI)
        halaman(klien, riwayat.ratna)
        with CaptureQueriesContext(connection) as perintah:
            halaman(klien, riwayat.ratna)
        banyak.append(len(perintah))
    assert banyak[0] == banyak[1] == banyak[2]


def test_nobody_is_nobodys_history(riwayat):
    assert lampau(Pelaku(pegawai_id=None), None) == []
    assert lampau(Pelaku(pegawai_id=riwayat.sari.pk), riwayat.ratna.pk) == []


def test_the_years_there_are_are_found_step_by_step(riwayat):
    assert (tahun_tercatat(RiwayatSKP), tahun_tercatat(RiwayatKinerjaPeriodik)) == ([2023, 2022], [2023])
    RiwayatSKP.objects.all().delete()
    with CaptureQueriesContext(connection) as perintah:
        assert tahun_tercatat(RiwayatSKP) == []
    assert len(perintah) == 1
