"""The logs of the office in a reader's words: exports, looks, times as somebody else, and where to begin."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from akses.models import Akun, CatatanEkspor, CatatanLihat, JejakPenyamaran
from pegawai.models import BerkasImpor, Pegawai
from tests.admin.bantuan import alamat

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


def isi(klien, model):
    jawab = klien.get(alamat(model, "changelist"))
    assert jawab.status_code == 200
    return jawab.content.decode()


@pytest.mark.parametrize(
    ("daftar", "saringan", "kata"),
    [
        ("pegawai.pegawai", "jenis__exact=pns", "jenis pegawai: PNS"),
        ("pegawai.pegawai", "q=ratna&o=1&p=2", "cari “ratna”"),
        ("pegawai.pegawai", "penilai=belum", "pejabat penilai: belum"),
        ("pegawai.pegawai", "unit=00010002", "unit kerja"),
        ("pegawai.pegawai", "", "Seluruh daftar"),
        ("siasn.pegawai69", "jenis=pegawai69", "jenis: pegawai69"),
        ("tidak ada", "a=b", "a: b"),
        ("sasaran.skp", "siklus__id__exact=3", "siklus"),
    ],
)
def test_what_an_export_was_filtered_by_is_said_in_words(daftar, saringan, kata, pemeran, masuk):
    akun = Akun.objects.get(pegawai=pemeran.pengelola_opd)
    satu = CatatanEkspor.objects.create(akun=akun, daftar=daftar, berkas="a.csv", saringan=saringan)
    klien = masuk(pemeran.pengelola_instansi)
    teks = isi(klien, CatatanEkspor)
    assert kata in teks
    assert "__exact" not in teks
    assert "00010002" not in teks
    assert kata in klien.get(alamat(CatatanEkspor, "change", satu.pk)).content.decode()


@pytest.mark.parametrize(
    ("halaman", "kata"),
    [
        ("admin:pegawai_pegawai_change", "Data di kepegawaian"),
        ("admin:pegawai_pegawai_history", "Riwayat perubahan"),
        ("penilaian:hasil", "Hasil evaluasi periodik"),
        ("penilaian:tahunan-hasil", "Hasil evaluasi tahunan"),
        ("penghargaan:sanksi", "Perkara sanksi"),
    ],
)
def test_the_page_somebody_looked_at_is_named(halaman, kata, pemeran, masuk):
    kini = timezone.now()
    ke = reverse(halaman, args=[pemeran.ratna.pk])
    for alamat_halaman, jam in ((ke, kini), ("/sudah-tidak-ada/", kini - timedelta(hours=1))):
        CatatanLihat.objects.create(
            oleh=Akun.objects.get(pegawai=pemeran.pengelola_opd), pegawai=pemeran.ratna, jenis="data_pribadi",
            objek="1", jam=jam, pada=jam, alamat=alamat_halaman,
        )  # fmt: skip
    teks = isi(masuk(pemeran.auditor), CatatanLihat)
    assert kata in teks
    assert ke not in teks
    assert "/sudah-tidak-ada/" in teks


def test_a_time_as_somebody_else_shows_its_end_or_that_it_runs(pemeran, masuk):
    kini = timezone.now()
    for mulai, selesai in ((kini - timedelta(days=2), None), (kini, None)):
        JejakPenyamaran.objects.create(
            oleh=pemeran.admin_sistem, pegawai=pemeran.ratna, alasan="Laporan 1", mulai=mulai,
            batas=mulai + timedelta(minutes=15), selesai=selesai,
        )  # fmt: skip
    teks = isi(masuk(pemeran.admin_sistem), JejakPenyamaran)
    assert teks.count("Masih berjalan") == 1
    assert "Untuk memulai, buka Akun" in teks


def test_the_list_of_imports_says_where_to_begin(pemeran, masuk):
    teks = isi(masuk(pemeran.pengelola_instansi), BerkasImpor)
    assert "Mulai dengan “Uji berkas”" in teks
    tombol = teks.partition(alamat(BerkasImpor, "add"))[2]
    assert "Uji berkas" in tombol[:400]


def test_a_person_without_the_right_taken_up_keeps_his_leave_when_the_page_is_saved(pemeran, masuk):
    """The page of a person without the password shows no leave, so nothing of it is sent back."""
    klien = masuk(pemeran.pengelola_opd, hak=False)
    halaman = klien.get(alamat(Pegawai, "change", pemeran.ratna.pk)).content.decode()
    assert "keadaan-TOTAL_FORMS" not in halaman
    assert "Cuti dan tugas belajar" not in halaman
    terbuka = masuk(pemeran.pengelola_opd).get(alamat(Pegawai, "change", pemeran.ratna.pk)).content.decode()
    assert "keadaan-TOTAL_FORMS" in terbuka
