"""A morning of an HR analyst in a real browser: a home-made sheet with mistakes, its report, the refused rows mended
as in Excel, imported, people changed, and the import taken back.

On a desk; the report also on a phone. The worker's work is done here between two looks of the page, which finds
out by itself; nothing sleeps.
"""

from datetime import date

import openpyxl
import pytest
from django.urls import reverse
from playwright.sync_api import expect

from akses.impor import kerjakan_menunggu, pelapor
from pegawai.models import BerkasImpor, Pegawai, Penempatan
from tests.pegawai.berkas_uji import BENAR, KEDUA
from tests.pemeran import SANDI
from tests.perjalanan.berkas import KEEMPAT, KETIGA
from tests.perjalanan.pejalan import Pejalan, akun

pytestmark = [pytest.mark.peramban, pytest.mark.ignore_template_errors]

WAYAN, TEUKU, DANIEL, FITRI = (b["NIP BARU"] for b in (BENAR, KEDUA, KETIGA, KEEMPAT))
# How the office writes the headings; two of its columns the application does not know.
JUDUL = {
    "NIP BARU": "NIP", "NAMA": "Nama Lengkap", "TANGGAL LAHIR": "Tgl Lahir", "UNOR NAMA": "Unit Kerja",
    "GOL AKHIR NAMA": "Golongan",
}  # fmt: skip
# Cell, content and sentence of each mistake, as the page and the file of refused rows say them.
SALAH = {
    6: ("NIP BARU", "19880605201212100", "NIP harus 18 angka; yang diisi 17 angka."),
    7: ("UNOR NAMA", "BIDANG PENCATATAN SIPIIL", "tidak ada dalam susunan organisasi."),
    8: (
        "TANGGAL LAHIR",
        "15-02-1994",
        "Tanggal lahir pada data 15-02-1994, menurut NIP (digit 1-8) 14-02-1994.",
    ),
    9: ("GOL AKHIR NAMA", "III/z", "tidak dikenal"),
}
BETUL = {
    6: ("NIP BARU", TEUKU), 7: ("UNOR NAMA", "Bidang Pencatatan Sipil"), 8: ("TANGGAL LAHIR", date(1994, 2, 14)),
    9: ("GOL AKHIR NAMA", "III/d"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def rumah(settings, live_server, tmp_path):
    """Files in a folder of this test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ALAMAT_DASAR = live_server.url


def _buatan_sendiri(tujuan, ratna):
    """A workbook as an office makes it: a title, a line of its own, headings in row 4, dates as dates."""
    kepala = {
        "NIP BARU": ratna.nip, "NAMA": "RATNA WULANDARI", "PNS ID": "", "TANGGAL LAHIR": "12-03-1985",
        "NIK": "", "EMAIL": "", "GELAR BELAKANG": "", "JABATAN NAMA": "", "JENIS JABATAN NAMA": "",
        "TMT JABATAN": "", "UNOR NAMA": "", "SATUAN KERJA INDUK NAMA": "", "TMT CPNS": "", "TMT PNS": "",
        "GOL AKHIR NAMA": "III/z", "TMT GOLONGAN": "01-04-2025", "TEMPAT LAHIR NAMA": "",
    }  # fmt: skip
    baris = [
        BENAR | {"TANGGAL LAHIR": date(1990, 1, 1)},
        KEDUA | {"NIP BARU": SALAH[6][1]},
        KETIGA | {"UNOR NAMA": SALAH[7][1]},
        KEEMPAT | {"TANGGAL LAHIR": date(1994, 2, 15)},
        BENAR | kepala,
    ]
    buku = openpyxl.Workbook()
    lembar = buku.active
    lembar.title = "Pegawai baru"
    lembar.append(["Daftar pegawai baru dan perubahan golongan"])
    lembar.merge_cells("A1:H1")
    lembar.append(["Disusun Subbagian Umum"])
    lembar.append([])
    lembar.append(["No", *(JUDUL.get(k, k) for k in BENAR), "Catatan kami"])
    for n, satu in enumerate(baris, 1):
        lembar.append([n, *(satu[k] for k in BENAR), "cek berkas"])
    buku.save(tujuan)


def _betulkan(berkas):
    """Mend each refused row in its cell, by the words in its last columns, as a person does in Excel."""
    buku = openpyxl.load_workbook(berkas)
    lembar = buku.active
    judul, *isi = lembar.iter_rows()
    tempat = {sel.value: sel.column - 1 for sel in judul}
    for baris in isi:
        nomor = int(baris[tempat["KESALAHAN BARIS"]].value)
        kolom, _nilai, kalimat = SALAH[nomor]
        assert kalimat in baris[tempat["KESALAHAN"]].value
        baris[tempat[kolom]].value = BETUL[nomor][1]
    buku.save(berkas)
    return [int(b[tempat["KESALAHAN BARIS"]].value) for b in isi]


def _unggah(jalan, berkas):
    h = jalan.halaman
    h.get_by_label("Berkas XLSX, ODS atau CSV").set_input_files(berkas)
    h.get_by_role("button", name="Uji berkas").click()
    expect(h.get_by_text("Menunggu giliran diuji.")).to_be_visible()


def _kerjakan(jalan, selesai):
    """The worker says how far it is, the page repeats it; then the worker is done and the page shows `selesai`."""
    milik = BerkasImpor.objects.latest("diuji_pada")
    pelapor(milik.pk)("periksa", 5)
    expect(jalan.halaman.get_by_text("Memeriksa terhadap data yang ada: 5 baris")).to_be_visible()
    kerjakan_menunggu()
    expect(jalan.halaman.get_by_text(selesai)).to_be_visible()
    return milik


def _jumlah(h):
    """The numbers of the report by their word."""
    return dict(
        zip(h.locator("main dt").all_inner_texts(), h.locator("main dd").all_inner_texts(), strict=True)
    )


def _masuk_dan_cari_jalan(jalan, pengelola):
    """From the first page of the admin to the upload, past the password."""
    jalan.masuk(akun(pengelola), ke=reverse("admin:index"))
    h = jalan.halaman
    jalan.lihat("analis-awal")
    h.goto(reverse("admin:pegawai_berkasimpor_changelist"))
    jalan.lihat("analis-daftar-kosong")
    h.get_by_role("link", name="Uji berkas").click()
    h.get_by_label("Sandi Anda").fill(SANDI)
    jalan.lihat("analis-hak-kelola")
    h.get_by_role("button", name="Ambil hak kelola").click()
    h.wait_for_url("**/add/")
    jalan.lihat("analis-unggah")


def _baca_laporan(jalan):
    h = jalan.halaman
    assert _jumlah(h) == {"Baris": "5", "Baru": "1", "Berubah": "0", "Tidak berubah": "0", "Ditolak": "4"}
    for nomor, (kolom, nilai, kalimat) in SALAH.items():
        baris = h.locator("tr").filter(has_text=nilai).filter(has_text=kalimat)
        expect(baris.get_by_role("cell", name=str(nomor), exact=True)).to_be_visible()
        expect(baris.get_by_role("cell", name=kolom, exact=True)).to_be_visible()
    expect(h.get_by_text("judul kolom di baris 4")).to_be_visible()
    expect(h.get_by_text("Kolom tidak dikenal, disimpan apa adanya:")).to_contain_text("Catatan kami")
    jalan.lihat("analis-laporan")


def _impor_yang_lolos(jalan):
    """The one right row is imported at once, the others are fetched to be mended."""
    h = jalan.halaman
    h.get_by_role("button", name="Impor 1 baris yang lolos, lewati 4").click()
    expect(h.get_by_text("Menunggu giliran diimpor.")).to_be_visible()
    kerjakan_menunggu()
    expect(h.get_by_text("Sudah diimpor oleh")).to_be_visible()
    assert Pegawai.objects.filter(nip=WAYAN).exists()
    assert not Pegawai.objects.filter(nip__in=[TEUKU, DANIEL, FITRI]).exists()
    jalan.lihat("analis-sebagian-diimpor")


def _unduh(jalan, tujuan):
    with jalan.halaman.expect_download() as tunggu:
        jalan.halaman.get_by_role("link", name="Unduh baris yang ditolak").click()
    tunggu.value.save_as(tujuan)
    return tunggu.value.suggested_filename


def _impor_semua(jalan):
    h = jalan.halaman
    assert _jumlah(h) == {"Baris": "4", "Baru": "3", "Berubah": "1", "Tidak berubah": "0", "Ditolak": "0"}
    ubah = h.locator("tr").filter(has_text="RATNA WULANDARI").filter(has_text="III/d")
    expect(ubah.get_by_role("cell", name="III/c", exact=True)).to_be_visible()
    jalan.lihat("analis-lolos")
    h.get_by_role("button", name="Impor berkas yang sudah diuji").click()
    expect(h.get_by_text("Menunggu giliran diimpor.")).to_be_visible()
    kerjakan_menunggu()
    expect(h.get_by_text("Sudah diimpor oleh")).to_be_visible()
    jalan.lihat("analis-diimpor")


def _lihat_orangnya(jalan, ratna):
    """The new people are found by name, with unit and assessor; Ratna's history says where the change came from."""
    h = jalan.halaman
    daftar = reverse("admin:pegawai_pegawai_changelist")
    h.goto(f"{daftar}?q=teuku")
    baris = h.locator("#result_list tbody tr").filter(has_text=TEUKU)
    expect(baris).to_contain_text("Bidang Pencatatan Sipil")
    expect(baris).to_contain_text("Budi Santoso")
    assert Penempatan.objects.filter(pegawai__nip__in=[TEUKU, DANIEL, FITRI], selesai=None).count() == 3
    h.goto(reverse("admin:pegawai_pegawai_history", args=[ratna.pk]))
    expect(h.get_by_text("Golongan diubah dari “III/c” menjadi “III/d” oleh Nurul Aini.")).to_be_visible()
    expect(h.get_by_text("lewat impor “ditolak-daftar-kantor.xlsx”")).to_be_visible()
    jalan.lihat("analis-riwayat")


def _batalkan(jalan, berkas, ratna):
    h = jalan.halaman
    h.goto(reverse("admin:pegawai_berkasimpor_change", args=[berkas.pk]))
    h.get_by_text("Batalkan impor ini…").click()
    jalan.lihat("analis-akan-batal")
    h.get_by_role("button", name="Ya, batalkan impor").click()
    expect(h.get_by_text("data kembali seperti sebelumnya").first).to_be_visible()
    jalan.lihat("analis-batal")
    ratna.refresh_from_db()
    assert ratna.golongan == "III/c"
    assert not Pegawai.objects.filter(nip__in=[TEUKU, DANIEL, FITRI]).exists()
    assert Pegawai.objects.filter(nip=WAYAN).exists()  # of the other file


def test_a_home_made_sheet_is_mended_imported_and_taken_back(buka, time_machine, pemeran, tmp_path):
    jalan = Pejalan(buka, time_machine)
    jalan.pada("01-05")
    ratna = pemeran.ratna
    kantor, ditolak = tmp_path / "daftar-kantor.xlsx", tmp_path / "ditolak-daftar-kantor.xlsx"
    _buatan_sendiri(kantor, ratna)
    _masuk_dan_cari_jalan(jalan, pemeran.pengelola_instansi)
    _unggah(jalan, kantor)
    pertama = _kerjakan(jalan, "Ada baris yang ditolak, jadi tidak ada data yang ditulis.")
    _baca_laporan(jalan)
    assert _unduh(jalan, ditolak) == ditolak.name
    _impor_yang_lolos(jalan)
    assert _betulkan(ditolak) == sorted(SALAH)
    jalan.halaman.get_by_role("link", name="Uji berkas lain").click()
    _unggah(jalan, ditolak)
    kedua = _kerjakan(jalan, "Lolos uji. Belum ada data yang ditulis.")
    _impor_semua(jalan)
    _lihat_orangnya(jalan, ratna)
    _batalkan(jalan, kedua, ratna)
    jalan.halaman.goto(reverse("admin:pegawai_berkasimpor_changelist"))
    jalan.lihat("analis-daftar")

    ponsel = Pejalan(buka, time_machine, "ponsel", "dark")
    ponsel._pernah_masuk.add(akun(pemeran.pengelola_instansi)[0])
    for satu in (pertama, kedua):
        ponsel.masuk(
            akun(pemeran.pengelola_instansi), reverse("admin:pegawai_berkasimpor_change", args=[satu.pk])
        )
        ponsel.lihat("analis-laporan")
