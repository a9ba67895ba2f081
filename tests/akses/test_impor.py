"""The pages of the import: who may, the report, the tested file and no other, and the command."""

import io

import pytest
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.urls import reverse

from akses.impor import impor_berkas, uji_berkas
from pegawai.impor import BerkasDitolak
from pegawai.models import BerkasImpor, Pegawai
from tests.pegawai.berkas_uji import BENAR, BIASA, KEDUA, csv_dari

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

UNGGAH = "admin:pegawai_berkasimpor_add"
DAFTAR = "admin:pegawai_berkasimpor_changelist"


def berkas(*baris, nama="pegawai.csv"):
    isi = io.BytesIO(csv_dari(*baris))
    isi.name = nama
    return isi


@pytest.fixture(autouse=True)
def penyimpanan(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def pengelola(pemeran, masuk):
    return masuk(pemeran.pengelola_instansi)


def unggah(klien, *baris, **lain):
    return klien.post(reverse(UNGGAH), {"berkas": berkas(*baris), "buat_jabatan": "on", **lain}, follow=True)


def test_test_then_import(pengelola, pemeran):
    halaman = unggah(pengelola, BENAR, KEDUA)
    assert "Lolos uji. Belum ada data yang ditulis." in halaman.content.decode()
    satu = BerkasImpor.objects.get()
    assert (satu.status, satu.diuji_oleh) == ("diuji", pemeran.pengelola_instansi)
    assert not Pegawai.objects.filter(nip=BENAR["NIP BARU"]).exists()
    halaman = pengelola.post(reverse("admin:pegawai_berkasimpor_impor", args=[satu.pk]), follow=True)
    assert "Sudah diimpor pada" in halaman.content.decode()
    satu.refresh_from_db()
    assert (satu.status, satu.diimpor_oleh) == ("diimpor", pemeran.pengelola_instansi)
    assert Pegawai.objects.filter(nip__in=[BENAR["NIP BARU"], KEDUA["NIP BARU"]]).count() == 2


def test_a_refused_file_shows_row_column_value_and_what_to_do_and_no_button(pengelola):
    isi = unggah(pengelola, BENAR | {"NIK": "123"}).content.decode()
    assert "NIK harus 16 angka. Perbaiki, atau kosongkan sel ini." in isi
    assert "Ada baris yang ditolak" in isi
    assert "Impor berkas yang sudah diuji" not in isi
    assert BerkasImpor.objects.get().status == "ditolak"


def test_changes_are_shown_with_before_and_after(pengelola):
    unggah(pengelola, BENAR)
    satu = BerkasImpor.objects.get()
    pengelola.post(reverse("admin:pegawai_berkasimpor_impor", args=[satu.pk]))
    isi = unggah(pengelola, BENAR | {"GOL AKHIR NAMA": "III/d"}).content.decode()
    assert "Yang berubah" in isi
    assert "III/c" in isi
    assert "III/d" in isi


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"%PDF-1.7", "bukan XLSX, ODS atau CSV"),
        (b"satu,dua\r\n1,2\r\n", "Baris judul tidak ditemukan"),
        (b"NIP,EMAIL\r\n1,2\r\n", "Kolom wajib tidak ada"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_at_the_field(pengelola, isi, pesan):
    sumber = io.BytesIO(isi)
    sumber.name = "x.csv"
    halaman = pengelola.post(reverse(UNGGAH), {"berkas": sumber})
    assert pesan in halaman.content.decode()
    assert not BerkasImpor.objects.exists()


def test_a_form_without_a_file_or_with_too_large_a_file_is_said_at_the_field(pengelola, settings):
    assert "Pilih berkas yang akan diuji." in pengelola.post(reverse(UNGGAH), {}).content.decode()
    settings.IMPOR_UKURAN_MAKS = 10
    assert "Bagi menjadi beberapa berkas." in unggah(pengelola, BENAR).content.decode()


@pytest.mark.parametrize("siapa", ["pengelola_opd", "pengelola_opd_lain", "auditor", "admin_sistem"])
def test_other_roles_of_the_admin_are_forbidden(pemeran, masuk, siapa):
    klien = masuk(getattr(pemeran, siapa))
    satu = uji_berkas(isi=csv_dari(BENAR), nama="x.csv", pilihan=BIASA, oleh=pemeran.pengelola_instansi)
    for alamat in (
        reverse(UNGGAH),
        reverse(DAFTAR),
        reverse("admin:pegawai_berkasimpor_change", args=[satu.pk]),
    ):
        assert klien.get(alamat).status_code in {403, 404}
    impor = reverse("admin:pegawai_berkasimpor_impor", args=[satu.pk])
    assert klien.post(impor).status_code in {403, 404}
    assert klien.post(reverse(UNGGAH), {"berkas": berkas(BENAR)}).status_code in {403, 404}
    assert not Pegawai.objects.filter(nip=BENAR["NIP BARU"]).exists()


def test_the_services_ask_themselves(pemeran):
    with pytest.raises(PermissionDenied):
        uji_berkas(isi=csv_dari(BENAR), nama="x.csv", pilihan=BIASA, oleh=pemeran.pengelola_opd)
    satu = uji_berkas(isi=csv_dari(BENAR), nama="x.csv", pilihan=BIASA, oleh=pemeran.pengelola_instansi)
    with pytest.raises(PermissionDenied):
        impor_berkas(berkas=satu, oleh=pemeran.ratna)


def test_reading_the_pages_writes_nothing_and_importing_needs_post(pengelola):
    unggah(pengelola, BENAR)
    satu = BerkasImpor.objects.get()
    assert pengelola.get(reverse("admin:pegawai_berkasimpor_impor", args=[satu.pk])).status_code == 405
    assert pengelola.get(reverse(DAFTAR)).status_code == 200
    assert not Pegawai.objects.filter(nip=BENAR["NIP BARU"]).exists()


def test_a_file_is_imported_once(pemeran):
    satu = uji_berkas(isi=csv_dari(BENAR), nama="x.csv", pilihan=BIASA, oleh=pemeran.pengelola_instansi)
    impor_berkas(berkas=satu, oleh=pemeran.pengelola_instansi)
    with pytest.raises(BerkasDitolak, match="sudah diimpor"):
        impor_berkas(berkas=satu, oleh=pemeran.pengelola_instansi)


def test_another_content_than_the_tested_one_is_refused(pemeran):
    satu = uji_berkas(isi=csv_dari(BENAR), nama="x.csv", pilihan=BIASA, oleh=pemeran.pengelola_instansi)
    with open(satu.berkas.path, "ab") as sumber:
        sumber.write(b"\r\n")
    with pytest.raises(BerkasDitolak, match="tidak lagi sama"):
        impor_berkas(berkas=satu, oleh=pemeran.pengelola_instansi)


def test_a_lost_file_is_refused(pemeran):
    satu = uji_berkas(isi=csv_dari(BENAR), nama="x.csv", pilihan=BIASA, oleh=pemeran.pengelola_instansi)
    satu.berkas.storage.delete(satu.berkas.name)
    with pytest.raises(BerkasDitolak, match="tidak ditemukan lagi"):
        impor_berkas(berkas=satu, oleh=pemeran.pengelola_instansi)


def test_data_that_changed_since_the_test_may_refuse_the_import(pemeran, pengelola):
    unggah(pengelola, BENAR)
    satu = BerkasImpor.objects.get()
    Pegawai.objects.filter(pk=pemeran.rudi.pk).update(nip=BENAR["NIP BARU"], pns_id="X1")
    isi = pengelola.post(
        reverse("admin:pegawai_berkasimpor_impor", args=[satu.pk]), follow=True
    ).content.decode()
    assert "Data berubah sejak pengujian" in isi
    satu.refresh_from_db()
    assert satu.status == "ditolak"
    pemeran.rudi.refresh_from_db()
    assert pemeran.rudi.nama == "Rudi Hartono"


def test_the_import_log_is_neither_edited_nor_deleted(rf, pemeran):
    halaman = admin.site._registry[BerkasImpor]
    assert not halaman.has_change_permission(rf.get("/"))
    assert not halaman.has_delete_permission(rf.get("/"))


# --- the command


def jalankan(tmp_path, *baris, **pilihan):
    tujuan = tmp_path / "pegawai.csv"
    tujuan.write_bytes(csv_dari(*baris))
    keluar = io.StringIO()
    call_command("impor", "pegawai", str(tujuan), stdout=keluar, **pilihan)
    return keluar.getvalue()


def test_the_command_tests_and_imports(pemeran, tmp_path):
    assert "1 baris: 1 baru, 0 berubah, 0 tetap, 0 ditolak." in jalankan(tmp_path, BENAR, uji=True)
    assert not Pegawai.objects.filter(nip=BENAR["NIP BARU"]).exists()
    assert "Sudah diimpor: pegawai.csv" in jalankan(tmp_path, BENAR)
    assert Pegawai.objects.filter(nip=BENAR["NIP BARU"]).exists()
    assert "0 baru, 0 berubah, 1 tetap" in jalankan(tmp_path, BENAR)


@pytest.mark.parametrize("uji", [True, False])
def test_the_command_ends_with_one_when_rows_were_refused(pemeran, tmp_path, capsys, uji):
    with pytest.raises(SystemExit) as akhir:
        jalankan(tmp_path, BENAR | {"NIK": "123"}, uji=uji)
    assert akhir.value.code == 1


def test_the_command_says_why_a_file_cannot_be_read(pemeran, tmp_path):
    with pytest.raises(CommandError, match="tidak dapat dibuka"):
        call_command("impor", "pegawai", str(tmp_path / "tiada.xlsx"))
    rusak = tmp_path / "rusak.xlsx"
    rusak.write_bytes(b"PK\x03\x04 bukan arsip")
    with pytest.raises(CommandError, match="rusak"):
        call_command("impor", "pegawai", str(rusak))
