"""Seeing as somebody else: with a reason and for minutes, only to read, never as somebody with powers."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from akses.models import Akun, JejakPenyamaran, PenugasanPeran
from akses.penyamaran import PenyamaranDitolak, mulai
from pemberitahuan.models import Pesan
from sasaran.models import SKP

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


@pytest.fixture
def sebagai_ratna(pemeran, masuk):
    """Support staff who see the application as Ratna does."""
    klien = masuk(pemeran.admin_sistem)
    halaman = reverse("admin:akses_jejakpenyamaran_mulai", args=[pemeran.ratna.pk])
    assert "Tulis alasannya." in klien.post(halaman, {"alasan": ""}).content.decode()
    jawab = klien.post(halaman, {"alasan": "Laporan 17: tombol ajukan tidak tampak"})
    assert (jawab.status_code, jawab["Location"]) == (302, "/")
    return klien


def test_pages_are_those_of_the_person_with_a_banner_and_a_way_out(sebagai_ratna, pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna)
    jawab = sebagai_ratna.get(reverse("sasaran:lihat", args=[skp.pk]))
    assert jawab.status_code == 200  # a plan that the staff themselves may not read
    for alamat in ("/", reverse("profil"), reverse("pemberitahuan:daftar")):
        isi = sebagai_ratna.get(alamat).content.decode()
        assert "Anda (Eko Prasetyo) melihat aplikasi sebagai Ratna Wulandari" in isi, alamat
        assert reverse("penyamaran_akhiri") in isi
    sebagai_ratna.post(reverse("penyamaran_akhiri"))
    assert JejakPenyamaran.objects.get().selesai is not None
    assert sebagai_ratna.get(reverse("sasaran:lihat", args=[skp.pk])).status_code == 404
    assert "melihat aplikasi sebagai" not in sebagai_ratna.get("/").content.decode()


def test_nothing_is_sent_under_the_name_of_the_person(sebagai_ratna, pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "draf")
    pesan = Pesan.objects.create(penerima=pemeran.ratna, jenis="skp_disetujui", kunci="uji")
    surel = Akun.objects.get(pegawai=pemeran.ratna).email
    for alamat, isian in (
        (reverse("sasaran:mulai"), {}),
        (reverse("pemberitahuan:semua_dibaca"), {}),
        (reverse("profil"), {"surel": "lain@contoh.go.id", "sandi": "kinerja-demo-uji"}),
        (reverse("sasaran:salin", args=[skp.pk]), {}),
    ):
        jawab = sebagai_ratna.post(alamat, isian)
        assert jawab.status_code == 403, alamat
        assert "Tidak ada yang berubah" in jawab.content.decode()
    pesan.refresh_from_db()
    assert pesan.dibaca_pada is None
    assert SKP.objects.get().status == "draf"
    assert Akun.objects.get(pegawai=pemeran.ratna).email == surel


def test_answers_about_colleagues_and_the_admin_stay_shut(sebagai_ratna):
    for alamat in (reverse("penilaian:rekan"), reverse("admin:index")):
        jawab = sebagai_ratna.get(alamat)
        assert jawab.status_code == 403, alamat
        assert "tertutup" in jawab.content.decode()


@pytest.mark.parametrize(
    "nama", ["pengelola_instansi", "pengelola_opd", "pimpinan", "auditor", "admin_sistem"]
)
def test_never_as_somebody_with_powers(nama, pemeran):
    with pytest.raises(PenyamaranDitolak):
        mulai(pegawai=getattr(pemeran, nama), alasan="Uji", oleh=pemeran.admin_sistem)
    assert not JejakPenyamaran.objects.exists()


@pytest.mark.parametrize(
    "nama", ["ratna", "kabid", "pengelola_instansi", "pengelola_opd", "auditor", "pimpinan"]
)
def test_only_the_staff_of_the_system_may(nama, pemeran, masuk):
    with pytest.raises(PermissionDenied):
        mulai(pegawai=pemeran.sari, alasan="Uji", oleh=getattr(pemeran, nama))
    halaman = reverse("admin:akses_jejakpenyamaran_mulai", args=[pemeran.sari.pk])
    assert masuk(getattr(pemeran, nama)).post(halaman, {"alasan": "Uji"}).status_code in {302, 403}
    assert not JejakPenyamaran.objects.exists()


def test_an_account_that_is_closed_is_not_seen_as(pemeran):
    Akun.objects.filter(pegawai=pemeran.ratna).update(is_active=False)
    with pytest.raises(PenyamaranDitolak, match="aktif"):
        mulai(pegawai=pemeran.ratna, alasan="Uji", oleh=pemeran.admin_sistem)


@pytest.mark.parametrize("sebab", ["waktu", "peran petugas", "peran orangnya"])
def test_it_ends_with_its_time_and_with_the_roles(sebab, sebagai_ratna, pemeran):
    kemarin = timezone.localdate() - timedelta(1)
    if sebab == "waktu":
        lalu = timezone.now() - timedelta(hours=1)
        JejakPenyamaran.objects.update(mulai=lalu, batas=lalu + timedelta(minutes=15))
    elif sebab == "peran petugas":
        PenugasanPeran.objects.filter(pegawai=pemeran.admin_sistem).update(selesai=kemarin)
    else:
        PenugasanPeran.objects.create(pegawai=pemeran.ratna, peran="auditor", mulai=date(2026, 1, 1))
    assert "melihat aplikasi sebagai" not in sebagai_ratna.get("/").content.decode()


def test_the_record_of_another_opens_nothing(pemeran, masuk):
    """A key in the session counts only for the one who began, and only when there is such a record."""
    jejak = mulai(pegawai=pemeran.ratna, alasan="Uji", oleh=pemeran.admin_sistem)
    klien = masuk(pemeran.sari)
    for kunci in (str(jejak.pk), str(uuid4())):
        sesi = klien.session
        sesi["penyamaran"] = kunci
        sesi.save()
        assert klien.get("/").wsgi_request.pegawai == pemeran.sari


def test_the_person_reads_who_looked_and_why_and_auditors_read_all(sebagai_ratna, pemeran, masuk):
    isi = masuk(pemeran.ratna).get(reverse("profil")).content.decode()
    assert "Eko Prasetyo" in isi
    assert "Laporan 17" in isi
    assert "Laporan 17" not in masuk(pemeran.sari).get(reverse("profil")).content.decode()
    daftar = reverse("admin:akses_jejakpenyamaran_changelist")
    assert "Laporan 17" in masuk(pemeran.auditor).get(daftar).content.decode()
