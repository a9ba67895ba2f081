"""Catalogue and session as a person sees them; the number of queries is constant."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pelatihan.models import Pelatihan, Peserta

pytestmark = pytest.mark.django_db
BATAS = 15


def isi(klien, alamat, *arg, **lain) -> str:
    jawab = klien.get(reverse(f"pelatihan:{alamat}", args=arg), lain)
    assert jawab.status_code == 200
    return jawab.content.decode()


@pytest.fixture
def katalog(pelatihan):
    Pelatihan.objects.create(
        nama="Pelayanan prima", jenis=8, jp=16, penyelenggara="BPSDM", nilai=["berorientasi_pelayanan"]
    )
    Pelatihan.objects.create(nama="Kelas lama", jenis=3, jp=4, penyelenggara="BPSDM", aktif=False)


@pytest.mark.parametrize(
    ("kueri", "ada"),
    [
        ({}, {"Lokakarya menyusun indikator", "Pelayanan prima"}),
        ({"q": "cascading"}, {"Lokakarya menyusun indikator"}),
        ({"nilai": "berorientasi_pelayanan"}, {"Pelayanan prima"}),
        ({"huruf": "P"}, {"Lokakarya menyusun indikator"}),
        ({"ada": "1"}, {"Lokakarya menyusun indikator"}),
        ({"q": "tidak ada"}, set()),
        ({"nilai": "x", "huruf": "Z", "q": "n"}, {"Lokakarya menyusun indikator", "Pelayanan prima"}),
    ],
)
def test_search_and_filters(masuk, pemeran, katalog, sesi, kueri, ada):
    teks = isi(masuk(pemeran.ratna), "katalog", **kueri)
    semua = {"Lokakarya menyusun indikator", "Pelayanan prima", "Kelas lama"}
    assert {n for n in semua if f">{n}</a>" in teks} == ada


def test_what_an_employee_sends_reaches_his_supervisor(masuk, pemeran, sesi):
    alamat = reverse("pelatihan:usulkan", args=[sesi.pk])
    assert masuk(pemeran.ratna).post(alamat, {"alasan": "Perlu"}).status_code == 302
    satu = Peserta.objects.get()
    assert (satu.pegawai, satu.alasan, satu.status) == (pemeran.ratna, "Perlu", "diusulkan")
    teks = isi(masuk(pemeran.kabid), "persetujuan")
    assert "Perlu" in teks
    assert "Ratna" in teks
    beranda = masuk(pemeran.kabid).get("/").content.decode()
    assert "Jawab 1 usulan pelatihan" in beranda


def test_a_supervisor_nominates_several_at_once_and_only_his_own(masuk, pemeran, sesi):
    alamat = reverse("pelatihan:usulkan", args=[sesi.pk])
    klien = masuk(pemeran.kabid)
    assert klien.post(alamat, {"tim": "1"}).status_code == 422
    assert klien.post(alamat, {"tim": "1", "pegawai": [pemeran.rudi.pk]}).status_code == 422
    assert not Peserta.objects.exists()
    klien.post(alamat, {"tim": "1", "pegawai": [pemeran.ratna.pk, pemeran.sari.pk]})
    assert list(Peserta.objects.values_list("status", flat=True)) == ["disetujui_atasan"] * 2
    assert masuk(pemeran.ratna).post(alamat, {"tim": "1", "pegawai": [pemeran.sari.pk]}).status_code == 403


def test_pages_cost_the_same_whatever_the_numbers(masuk, pemeran, buat_sesi, buat_peserta, sesi):
    hr = masuk(pemeran.pengelola_instansi)
    ratna = masuk(pemeran.ratna)

    def biaya() -> list[int]:
        hasil = []
        halaman = ((ratna, "saya"), (ratna, "katalog"), (ratna, "sesi", sesi.pk), (hr, "kelola"),
                   (hr, "sesi_kelola", sesi.pk), (hr, "kebutuhan"), (hr, "luar_periksa"))  # fmt: skip
        for klien, *alamat in halaman:
            with CaptureQueriesContext(
                connection,
            ) as kueri:
                isi(klien, *alamat)
            hasil.append(len(kueri))
        return hasil

    buat_peserta(pemeran.ratna, "ditetapkan")
    biaya()
    sedikit = biaya()
    for n in range(6):
        lain = buat_sesi(mulai=sesi.mulai + timedelta(n), selesai=sesi.selesai + timedelta(n))
        buat_peserta(pemeran.ratna, "lulus", lain)
    for orang in (pemeran.sari, pemeran.rudi, pemeran.kabid, pemeran.kadis):
        buat_peserta(orang, "disetujui_atasan")
    banyak = biaya()
    assert banyak == sedikit
    assert max(banyak) <= BATAS


def test_a_warning_names_the_ceiling_of_a_pppk(masuk, pemeran, sesi, buat_sesi, buat_peserta):
    pemeran.ratna.jenis = "pppk"
    pemeran.ratna.save()
    for n in range(3):
        buat_peserta(pemeran.ratna, "lulus", buat_sesi(angkatan=str(n)))
    assert "menjadi 32; batas PPPK 24 JP" in isi(masuk(pemeran.ratna), "sesi", sesi.pk)
