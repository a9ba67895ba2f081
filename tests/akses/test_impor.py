"""The pages of the import: who may, the report, the tested file and no other, undo, and the command."""

import io
from datetime import date

import openpyxl
import pghistory
import pytest
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from akses.impor import batalkan_impor, kerjakan_menunggu, minta_impor, uji, uji_ulang, unggah
from akses.models import Akun
from akses.tasks import kerjakan_impor
from inti.berkas_tabel import BerkasDitolak
from inti.impor_batal import BatalDitolak
from inti.impor_jenis import JENIS
from pegawai.models import AtasanKhusus, BerkasImpor, Jabatan, Pegawai, Penempatan
from pegawai.models.impor import StatusImpor
from tests.pegawai.berkas_uji import BENAR, KEDUA, csv_dari

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


def kirim(klien, *baris, jenis="pegawai", **lain):
    """Upload, let the worker test, and read the page of the file."""
    isian = {"jenis": jenis, "berkas": berkas(*baris), "mode": "keduanya", "buat_jabatan": "on", **lain}
    halaman = klien.post(reverse(UNGGAH), isian, follow=True)
    kerjakan_menunggu()
    return klien.get(halaman.redirect_chain[-1][0]) if halaman.redirect_chain else halaman


def tekan(klien, satu, tombol="impor", **isian):
    """Press a button of the page of a file, let the worker do it, and read the page."""
    klien.post(reverse(f"admin:pegawai_berkasimpor_{tombol}", args=[satu.pk]), isian)
    kerjakan_menunggu()
    satu.refresh_from_db()
    return klien.get(reverse("admin:pegawai_berkasimpor_change", args=[satu.pk]))


def teruji(oleh, *baris, nama="x.csv"):
    """A file that was uploaded and tested, without the pages."""
    isi = berkas(*(baris or (BENAR,)))
    satu = unggah(
        jenis="pegawai", berkas=ContentFile(isi.read()), nama=nama, mode="keduanya",
        pilihan={"buat_unit": False, "buat_jabatan": True}, oleh=oleh,
    )  # fmt: skip
    kerjakan_menunggu()
    satu.refresh_from_db()
    return satu


def diimpor(oleh, *baris):
    """A file that was imported, without the pages."""
    satu = minta_impor(berkas=teruji(oleh, *baris), oleh=oleh)
    kerjakan_menunggu()
    satu.refresh_from_db()
    assert satu.status == StatusImpor.DIIMPOR
    return satu


def test_test_then_import(pengelola, pemeran):
    halaman = kirim(pengelola, BENAR, KEDUA)
    assert "Lolos uji. Belum ada data yang ditulis." in halaman.content.decode()
    satu = BerkasImpor.objects.get()
    assert (satu.status, satu.diuji_oleh) == ("diuji", pemeran.pengelola_instansi)
    assert not Pegawai.objects.filter(nip=BENAR["NIP BARU"]).exists()
    assert "Sudah diimpor oleh" in tekan(pengelola, satu).content.decode()
    assert (satu.status, satu.diimpor_oleh) == ("diimpor", pemeran.pengelola_instansi)
    assert Pegawai.objects.filter(nip__in=[BENAR["NIP BARU"], KEDUA["NIP BARU"]]).count() == 2


def test_while_the_worker_is_away_the_file_waits_and_the_page_says_so(pengelola):
    isian = {"jenis": "pegawai", "berkas": berkas(BENAR), "mode": "keduanya"}
    isi = pengelola.post(reverse(UNGGAH), isian, follow=True).content.decode()
    assert "Menunggu giliran diuji." in isi
    assert 'hx-trigger="every 1500ms"' in isi
    potongan = pengelola.get(
        reverse("admin:pegawai_berkasimpor_change", args=[BerkasImpor.objects.get().pk]),
        headers={"HX-Request": "true"},
    )
    assert "<html" not in potongan.content.decode()
    kerjakan_menunggu()
    potongan = pengelola.get(
        reverse("admin:pegawai_berkasimpor_change", args=[BerkasImpor.objects.get().pk]),
        headers={"HX-Request": "true"},
    )
    assert potongan.headers["HX-Refresh"] == "true"


def test_a_refused_file_shows_row_column_value_and_what_to_do_and_no_button(pengelola):
    isi = kirim(pengelola, BENAR | {"NIK": "123"}).content.decode()
    assert "NIK harus 16 angka. Perbaiki, atau kosongkan sel ini." in isi
    assert "Ada baris yang ditolak" in isi
    assert "Impor berkas yang sudah diuji" not in isi
    assert BerkasImpor.objects.get().status == "ditolak"


def test_changes_are_shown_with_before_and_after(pengelola):
    kirim(pengelola, BENAR)
    tekan(pengelola, BerkasImpor.objects.get())
    isi = kirim(pengelola, BENAR | {"GOL AKHIR NAMA": "III/d"}).content.decode()
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
    halaman = pengelola.post(reverse(UNGGAH), {"jenis": "pegawai", "berkas": sumber})
    assert pesan in halaman.content.decode()
    assert not BerkasImpor.objects.exists()


def test_a_form_without_a_file_or_with_too_large_a_file_is_said_at_the_field(pengelola, settings):
    assert "Pilih berkas yang akan diuji." in pengelola.post(reverse(UNGGAH), {}).content.decode()
    settings.IMPOR_UKURAN_MAKS = 10
    assert "Bagi menjadi beberapa berkas." in kirim(pengelola, BENAR).content.decode()


def test_the_keeper_of_the_system_imports_roles_and_reads_no_file_of_people(pemeran, masuk):
    klien = masuk(pemeran.admin_sistem)
    satu = teruji(pemeran.pengelola_instansi)
    halaman = klien.get(reverse(UNGGAH))
    assert [k for k, _label in halaman.context["form"].fields["jenis"].choices] == ["otomatis", "peran"]
    assert satu not in klien.get(reverse(DAFTAR)).context["cl"].result_list
    assert klien.get(reverse("admin:pegawai_berkasimpor_change", args=[satu.pk])).status_code == 404
    assert klien.post(reverse("admin:pegawai_berkasimpor_impor", args=[satu.pk])).status_code == 404
    assert klien.get(reverse("admin:pegawai_berkasimpor_contoh", args=["pegawai"])).status_code == 404
    isi = io.BytesIO(csv_dari({"NIP": pemeran.ratna.nip, "PERAN": "Auditor", "MULAI": "01-07-2026"}))
    isi.name = "peran.csv"
    kiriman = {"jenis": "peran", "berkas": isi, "mode": "keduanya"}
    jawab = klien.post(reverse(UNGGAH), kiriman, follow=True)
    assert jawab.status_code == 200, jawab.context
    milik = jawab.context["berkas"]
    assert (milik.jenis, milik.diuji_oleh) == ("peran", pemeran.admin_sistem)
    assert milik in klien.get(reverse(DAFTAR)).context["cl"].result_list


@pytest.mark.parametrize("siapa", ["pengelola_opd", "pengelola_opd_lain", "auditor"])
def test_other_roles_of_the_admin_are_forbidden(pemeran, masuk, siapa):
    klien = masuk(getattr(pemeran, siapa))
    satu = teruji(pemeran.pengelola_instansi)
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
        teruji(pemeran.pengelola_opd)
    satu = teruji(pemeran.pengelola_instansi)
    with pytest.raises(PermissionDenied):
        minta_impor(berkas=satu, oleh=pemeran.ratna)


def test_reading_the_pages_writes_nothing_and_importing_needs_post(pengelola):
    kirim(pengelola, BENAR)
    satu = BerkasImpor.objects.get()
    for tombol in ("impor", "batal", "uji_ulang"):
        assert (
            pengelola.get(reverse(f"admin:pegawai_berkasimpor_{tombol}", args=[satu.pk])).status_code == 405
        )
    assert pengelola.get(reverse(DAFTAR)).status_code == 200
    assert not Pegawai.objects.filter(nip=BENAR["NIP BARU"]).exists()


def test_a_file_is_imported_once(pemeran):
    satu = diimpor(pemeran.pengelola_instansi)
    with pytest.raises(BerkasDitolak, match="sudah diimpor"):
        minta_impor(berkas=satu, oleh=pemeran.pengelola_instansi)


def test_another_content_than_the_tested_one_is_refused(pemeran, pengelola):
    satu = teruji(pemeran.pengelola_instansi)
    with open(satu.berkas.path, "ab") as sumber:
        sumber.write(b"\r\n")
    assert "tidak lagi sama" in tekan(pengelola, satu).content.decode()
    assert satu.status == "gagal"


def test_a_lost_file_is_refused(pemeran, pengelola):
    satu = teruji(pemeran.pengelola_instansi)
    satu.berkas.storage.delete(satu.berkas.name)
    assert "tidak ditemukan lagi" in tekan(pengelola, satu).content.decode()


def test_data_that_changed_since_the_test_may_refuse_the_import(pemeran, pengelola):
    kirim(pengelola, BENAR)
    satu = BerkasImpor.objects.get()
    Pegawai.objects.filter(pk=pemeran.rudi.pk).update(nip=BENAR["NIP BARU"], pns_id="X1")
    tekan(pengelola, satu)
    assert satu.status == "ditolak"
    pemeran.rudi.refresh_from_db()
    assert pemeran.rudi.nama == "Rudi Hartono"


def test_the_refused_rows_come_as_a_file_and_the_others_may_be_imported_without_them(pengelola):
    jabatan = {"NAMA JABATAN": "Camat", "JENIS JABATAN": "ADMINISTRATOR", "ESELON": "III.a"}
    isi = kirim(pengelola, jabatan, jabatan | {"NAMA JABATAN": "Lurah", "ESELON": "?"}, jenis="jabatan")
    assert "Impor 1 baris yang lolos, lewati 1" in isi.content.decode()
    satu = BerkasImpor.objects.get()
    unduhan = pengelola.get(reverse("admin:pegawai_berkasimpor_ditolak", args=[satu.pk]))
    judul, lurah = openpyxl.load_workbook(io.BytesIO(b"".join(unduhan))).active.iter_rows(values_only=True)
    assert lurah[judul.index("NAMA JABATAN")] == "Lurah"
    assert "Eselon “?” tidak dikenal" in lurah[judul.index("KESALAHAN")]
    tekan(pengelola, satu)
    assert satu.status == "ditolak"  # not by the plain button
    tekan(pengelola, satu, lewati="ya")
    assert satu.status == "diimpor"
    assert Jabatan.objects.filter(nama="Camat", eselon="III.a").exists()
    assert not Jabatan.objects.filter(nama="Lurah").exists()


def test_a_new_test_replaces_the_file_of_refused_rows(pengelola, pemeran, django_capture_on_commit_callbacks):
    kirim(pengelola, {"NAMA JABATAN": "Camat", "JENIS JABATAN": "ADMINISTRATOR", "ESELON": "III.a"}, jenis="jabatan",
          mode="perbarui")  # fmt: skip
    satu = BerkasImpor.objects.get()
    berkas_lama, gudang = satu.berkas_ditolak.name, satu.berkas_ditolak.storage
    assert satu.status == "ditolak"
    assert gudang.exists(berkas_lama)
    BerkasImpor.objects.update(mode="keduanya")
    uji_ulang(berkas=satu, oleh=pemeran.pengelola_instansi)
    with django_capture_on_commit_callbacks(execute=True):
        kerjakan_menunggu()
    satu.refresh_from_db()
    assert (satu.status, satu.berkas_ditolak.name) == ("diuji", "")
    assert not gudang.exists(berkas_lama)


def test_an_import_is_taken_back_while_nothing_depends_on_it(pemeran, pengelola):
    diimpor(pemeran.pengelola_instansi, BENAR)
    kedua = diimpor(pemeran.pengelola_instansi, BENAR | {"GOL AKHIR NAMA": "III/d"}, KEDUA)
    sebelum = Pegawai.objects.count()
    assert "data kembali seperti sebelumnya" in tekan(pengelola, kedua, "batal").content.decode()
    assert kedua.status == "dibatalkan"
    assert Pegawai.objects.get(nip=BENAR["NIP BARU"]).golongan == "III/c"
    assert not Pegawai.objects.filter(nip=KEDUA["NIP BARU"]).exists()
    assert not Akun.objects.filter(username=KEDUA["NIP BARU"]).exists()
    assert Pegawai.objects.count() == sebelum - 1


def test_heads_who_changed_places_are_taken_back_to_theirs(pemeran):
    kadis, lain = pemeran.kadis, pemeran.kadis_lain
    tempat = {o: o.penempatan.get().unit for o in (kadis, lain)}
    semua = [
        {"NIP BARU": o.nip, "NAMA": o.nama, "JENIS PEGAWAI NAMA": "PNS", "JENIS JABATAN NAMA": "1",
         "ESELON NAMA": "II.b", "UNOR NAMA": tempat[ke].nama, "JABATAN NAMA": "KEPALA DINAS",
         "TMT JABATAN": "01-01-2021"}
        for o, ke in ((kadis, lain), (lain, kadis))
    ]  # fmt: skip
    satu = diimpor(pemeran.pengelola_instansi, *semua)
    assert kadis.penempatan.get().unit == tempat[lain]
    batalkan_impor(berkas=satu, oleh=pemeran.pengelola_instansi)
    assert all(o.penempatan.get().unit == tempat[o] and o.penempatan.get().kepala for o in (kadis, lain))


def test_an_import_whose_rows_were_changed_since_is_not_taken_back(pemeran, pengelola):
    satu = diimpor(pemeran.pengelola_instansi, BENAR)
    with pghistory.context(aksi="mengubah"):  # the test is one transaction, which keeps the last context
        Pegawai.objects.filter(nip=BENAR["NIP BARU"]).update(nomor_hp="0812")
    isi = tekan(pengelola, satu, "batal").content.decode()
    assert "sudah diubah lagi sesudah impor ini" in isi
    assert satu.status == "diimpor"
    assert Pegawai.objects.filter(nip=BENAR["NIP BARU"]).exists()


def test_an_import_on_which_something_depends_is_not_taken_back(pemeran, pengelola):
    satu = diimpor(pemeran.pengelola_instansi, BENAR)
    wayan = Pegawai.objects.get(nip=BENAR["NIP BARU"])
    AtasanKhusus.objects.create(pegawai=wayan, penilai=pemeran.kabid, mulai=date(2026, 1, 1), dasar="SK 1")
    with pytest.raises(BatalDitolak, match="bergantung"):
        batalkan_impor(berkas=satu, oleh=pemeran.pengelola_instansi)
    assert Penempatan.objects.filter(pegawai=wayan).exists()


def test_a_sample_of_every_kind_has_one_row_that_passes(pengelola):
    for jenis in JENIS.values():
        if any(k.contoh for k in jenis.kolom):
            contoh = pengelola.get(reverse("admin:pegawai_berkasimpor_contoh", args=[jenis.kode]))
            laporan = uji(jenis=jenis.kode, sumber=b"".join(contoh), nama="contoh.xlsx")
            assert (laporan["jumlah"]["baris"], laporan["galat"]) == (1, []), jenis.kode
    assert pengelola.get(reverse("admin:pegawai_berkasimpor_contoh", args=["tiada"])).status_code == 404


def test_a_file_on_which_workers_die_again_and_again_is_given_up_with_a_sentence(pemeran):
    satu = teruji(pemeran.pengelola_instansi)
    BerkasImpor.objects.filter(pk=satu.pk).update(status="menguji", percobaan=3)
    kerjakan_menunggu()
    satu.refresh_from_db()
    assert satu.status == "gagal"
    assert "terhenti" in satu.galat["templat"]


def test_nobody_else_works_on_a_file_that_is_worked_on(pemeran):
    satu = teruji(pemeran.pengelola_instansi)
    BerkasImpor.objects.filter(pk=satu.pk).update(status="menunggu")
    lain = connection.copy()
    with lain.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [f"berkas_impor.{satu.pk}"])
    assert kerjakan_impor() == 0
    with lain.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_unlock_all()")
    lain.close()
    assert kerjakan_impor() == 1
    assert kerjakan_impor() == 0


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
