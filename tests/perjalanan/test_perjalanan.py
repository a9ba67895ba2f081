"""The whole quarter in a real browser: from an Excel file of employees to “Mengapa predikat ini?”.

One journey on a desktop in light colours and on a phone in dark ones. Every page it comes to is accessible
and no wider than the screen. Time is moved through 2026; server and test are one process.
"""

import re

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import expect

from akses.impor import kerjakan_menunggu
from pegawai.models import Pegawai
from penilaian.models import EvaluasiPeriodik
from sasaran.models import SKP, Periode
from tests.pelaksanaan.bahan import gambar
from tests.pemeran import SANDI
from tests.perjalanan import berkas
from tests.perjalanan.pejalan import Pejalan, akun

pytestmark = [pytest.mark.peramban, pytest.mark.ignore_template_errors]

WAYAN = "199001012015032001", "padi menguning di Tabanan"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(autouse=True)
def rumah(settings, live_server, tmp_path):
    """Files in a folder of this test; links in e-mails lead to the test's server."""
    settings.MEDIA_ROOT = tmp_path
    settings.ALAMAT_DASAR = live_server.url


@pytest.fixture
def pejalan(buka, time_machine):
    return lambda **lain: Pejalan(buka, time_machine, **lain)


# --- HR

SALAH = (
    "3 NIP BARU 19880605201212100 NIP harus 18 angka; yang diisi 17 angka. Lengkapi atau perbaiki NIP.",
    "4 UNOR NAMA BIDANG PENCATATAN SIPIIL Unit “BIDANG PENCATATAN SIPIIL” tidak ada dalam susunan "
    "organisasi. Samakan namanya, tambahkan unit itu lebih dahulu, atau pilih “Buat unit kerja yang belum "
    "ada”.",
    "5 TANGGAL LAHIR 15-02-1994 Tanggal lahir pada data 15-02-1994, menurut NIP (digit 1-8) 14-02-1994. "
    "Perbaiki yang salah.",
    "6 NIP BARU 199001012015032001 NIP 199001012015032001 juga ada di baris 2. Sisakan satu baris yang benar.",
    "7 NIP BARU 1.98201202006041e+17 Excel menyimpan NIP ini sebagai bilangan dan telah mengubah angka "
    "terakhirnya. Format kolom NIP BARU sebagai Teks (Format Sel › Teks), lalu salin ulang 18 angkanya "
    "dari SIASN.",
)


def _unggah(jalan, isi):
    h = jalan.halaman
    h.goto(reverse("admin:pegawai_berkasimpor_add"))
    if h.get_by_label("Sandi Anda").count():  # the first time; then the right holds for a while
        jalan.lihat("hak-kelola")
        h.get_by_label("Sandi Anda").fill(SANDI)
        h.get_by_role("button", name="Ambil hak kelola").click()
        h.wait_for_url("**/add/")
    jalan.lihat("impor-unggah")
    h.locator("input[type=file]").set_input_files(
        {"name": "pegawai-baru.xlsx", "mimeType": XLSX, "buffer": isi}
    )
    h.get_by_role("button", name="Uji berkas").click()
    expect(h.get_by_text("Menunggu giliran diuji.")).to_be_visible()
    jalan.lihat("impor-menunggu")
    kerjakan_menunggu()  # as the worker does; the page finds out by itself
    expect(h.get_by_role("button", name="Uji lagi")).to_be_visible()


def impor_pegawai(jalan, pemeran):
    """Five mistakes are named by row and column; the mended file is imported."""
    jalan.pada("01-05")
    h = jalan.masuk(akun(pemeran.pengelola_instansi))
    jalan.lihat("beranda-pengelola")
    _unggah(jalan, berkas.salah())
    jalan.lihat("impor-ditolak")
    for baris in SALAH:
        expect(h.locator("tr").filter(has_text=baris)).to_be_visible()
    expect(h.get_by_role("button", name="Impor berkas yang sudah diuji")).to_be_hidden()
    assert not Pegawai.objects.filter(nip=WAYAN[0]).exists()

    _unggah(jalan, berkas.benar())
    jalan.lihat("impor-lolos")
    h.get_by_role("button", name="Impor berkas yang sudah diuji").click()
    expect(h.get_by_text("Menunggu giliran diimpor.")).to_be_visible()
    kerjakan_menunggu()
    expect(h.get_by_text("Sudah diimpor oleh")).to_be_visible()
    jalan.lihat("impor-selesai")


# --- the new employee


def buat_sandi(jalan):
    """A new employee makes his password from the link that “Lupa sandi” sends him."""
    jalan.pada("01-05", "03:00")
    h = jalan.buka("/masuk/")
    jalan.lihat("masuk")
    h.get_by_role("link", name="Lupa sandi?").click()
    h.get_by_label("NIP atau surel").fill("19900101 201503 2 001")
    jalan.lihat("lupa-sandi")
    h.get_by_role("button", name="Kirim tautan").click()
    h.wait_for_url("**/terkirim/")
    jalan.lihat("lupa-sandi-terkirim")
    (surat,) = mail.outbox
    assert surat.to == ["wayan@contoh.go.id"]
    h.goto(re.search(r"http\S+", surat.body)[0])
    h.get_by_label("Sandi baru", exact=True).fill(WAYAN[1])
    h.get_by_label("Ulangi sandi baru").fill(WAYAN[1])
    jalan.lihat("sandi-baru")
    h.get_by_role("button", name="Simpan sandi baru").click()
    h.wait_for_url("**/selesai/")
    jalan.lihat("sandi-selesai")


def _tambah_rhk(jalan, uraian, jenis, mendukung=None):
    h = jalan.halaman
    h.get_by_role("link", name="Tambah hasil kerja").click()
    h.get_by_label("Hasil kerja", exact=True).fill(uraian)
    h.get_by_role("radio", name=jenis).check()
    if mendukung:
        h.get_by_label("Mendukung hasil kerja pimpinan").select_option(label=mendukung)
    h.get_by_role("button", name="Simpan").click()
    expect(h.get_by_role("heading", name=uraian)).to_be_visible()


def _tambah_indikator(jalan, rhk, uraian, target, satuan, aspek, arah, cara):
    h = jalan.halaman
    h.get_by_role("region", name=rhk).get_by_role("link", name="Tambah indikator").click()
    h.get_by_label("Indikator", exact=True).fill(uraian)
    h.get_by_role("radio", name=aspek).check()
    h.get_by_label("Target", exact=True).fill(target)
    h.get_by_label("Satuan").fill(satuan)
    h.get_by_role("radio", name=arah).check()
    h.get_by_role("radio", name=cara).check()
    jalan.lihat("skp-indikator")
    h.get_by_role("button", name="Simpan").click()
    expect(h.get_by_text(uraian).first).to_be_visible()


AKTA, ARSIP = "Akta perkawinan terbit tepat waktu", "Arsip akta 2015 sampai 2020 tertata"


def susun_skp(jalan, siapa=WAYAN):
    """One main and one additional result; of the indicators one is better when lower."""
    jalan.pada("01-06")
    h = jalan.masuk(siapa)
    jalan.lihat("beranda-pegawai-baru")
    h.goto("/sasaran/")
    jalan.lihat("skp-belum-ada")
    h.get_by_role("button", name="Susun SKP 2026").click()
    jalan.lihat("skp-kosong")
    _tambah_rhk(jalan, AKTA, "Utama", "Akta kelahiran terbit tepat waktu")
    _tambah_rhk(jalan, ARSIP, "Tambahan")
    _tambah_indikator(
        jalan, AKTA, "Lama penerbitan akta perkawinan", "3", "hari", "Waktu", "Makin kecil", "Dirata-ratakan"
    )
    _tambah_indikator(
        jalan, ARSIP, "Berkas akta tertata", "400", "berkas", "Kuantitas", "Makin tinggi", "Dijumlahkan"
    )
    jalan.lihat("skp-lengkap")
    h.get_by_role("button", name="Ajukan").click()
    expect(h.get_by_text("SKP diajukan kepada Budi Santoso.")).to_be_visible()
    jalan.lihat("skp-diajukan")


def _skp(siapa=WAYAN):
    return SKP.objects.get(pegawai__akun__username=siapa[0])


def kembalikan_skp(jalan, pemeran):
    """The supervisor finds the plan in his team and returns it with a note."""
    jalan.pada("01-07")
    h = jalan.masuk(akun(pemeran.kabid))
    jalan.lihat("beranda-penilai")
    h.goto("/tim/")
    jalan.lihat("tim")
    h.goto(f"/sasaran/{_skp().pk}/")
    jalan.lihat("skp-putuskan")
    h.get_by_text("Kembalikan dengan catatan").click()
    h.get_by_label("Catatan untuk pegawai").fill("Loket kita sanggup dua hari. Sesuaikan targetnya.")
    jalan.lihat("skp-catatan")
    h.get_by_role("button", name="Kirim catatan dan kembalikan").click()
    h.wait_for_load_state()
    jalan.lihat("skp-dikembalikan")


def perbaiki_skp(jalan):
    """The employee reads the note, corrects the target and submits again."""
    jalan.pada("01-08")
    h = jalan.masuk(WAYAN)
    jalan.lihat("beranda-perbaiki")
    h.get_by_role("link", name="Perbaiki SKP 2026, lalu ajukan lagi").click()
    expect(h.get_by_text("Loket kita sanggup dua hari.")).to_be_visible()
    jalan.lihat("skp-perbaiki")
    kartu = h.get_by_role("region", name=AKTA)
    kartu.locator("[id^=iki-]").get_by_role("link", name="Ubah").click()
    h.get_by_label("Target", exact=True).fill("2")
    h.get_by_role("button", name="Simpan").click()
    expect(kartu.get_by_text("2 hari")).to_be_visible()
    h.get_by_role("button", name="Ajukan").click()
    expect(h.get_by_text("SKP diajukan kepada Budi Santoso.")).to_be_visible()


def setujui_skp(jalan, pemeran):
    """The supervisor approves."""
    jalan.pada("01-09")
    h = jalan.masuk(akun(pemeran.kabid), ke=f"/sasaran/{_skp().pk}/")
    jalan.lihat("skp-putuskan-lagi")
    h.get_by_role("button", name="Setujui").click()
    expect(h.get_by_text("SKP WAYAN LESTARI, S.Kom. disetujui.")).to_be_visible()
    jalan.lihat("skp-disetujui")


def _lapor(jalan, indikator, angka, uraian):
    h = jalan.halaman
    h.goto("/laporan/baru/")
    jalan.lihat("lapor-pilih")
    h.get_by_role("link", name=indikator).click()
    h.get_by_label("Realisasi").fill(angka)
    h.get_by_label("Apa yang dikerjakan").fill(uraian)


def laporkan(jalan, siapa=WAYAN):
    """Two reports; the one with a photo as evidence."""
    jalan.pada("02-20")
    h = jalan.masuk(siapa)
    jalan.lihat("beranda-berjalan")
    _lapor(jalan, "Lama penerbitan akta perkawinan", "1,5", "Dua belas akta terbit, paling lama dua hari.")
    foto = {"name": "papan-loket.png", "mimeType": "image/png", "buffer": gambar("PNG", (640, 480))}
    h.locator("input[type=file]").set_input_files(foto)
    jalan.lihat("lapor-isi")
    h.get_by_role("button", name="Kirim laporan").click()
    h.wait_for_url(re.compile(r"/laporan/[0-9a-f-]{36}/$"))
    expect(h.get_by_text("papan-loket.png").first).to_be_visible()
    jalan.lihat("lapor-terkirim")
    _lapor(jalan, "Berkas akta tertata", "90", "Rak tahun 2015 selesai ditata.")
    h.get_by_role("button", name="Kirim laporan").click()
    h.wait_for_url(re.compile(r"/laporan/[0-9a-f-]{36}/$"))
    h.goto("/laporan/")
    jalan.lihat("laporan-saya")


def beri_umpan_balik(jalan, pemeran):
    """The supervisor reads the reports of his team and answers one."""
    jalan.pada("02-23")
    h = jalan.masuk(akun(pemeran.kabid))
    h.goto("/tim/laporan/")
    jalan.lihat("laporan-tim")
    h.get_by_role("link", name="Lama penerbitan akta perkawinan").first.click()
    h.get_by_role("textbox", name="Umpan balik").fill("Bagus. Catat juga berkas yang tertunda.")
    jalan.lihat("laporan-baca")
    h.get_by_role("button", name="Kirim umpan balik").click()
    expect(h.get_by_text("Umpan balik terkirim.")).to_be_visible()
    jalan.lihat("umpan-balik-terkirim")


# --- the quarter ends


def tutup_triwulan(jalan):
    """The cycle opens the evaluation of the first quarter."""
    jalan.pada("03-31")
    call_command("siklus", "jalankan", "--tanggal", "2026-03-31")
    assert Periode.objects.get(nomor=1).status == "terbuka"


def nilai_diri(jalan, siapa=WAYAN, angka=("1,5", "90")):
    """The self-assessment stands ready with the figures of the reports."""
    jalan.pada("04-01")
    h = jalan.masuk(siapa)
    jalan.lihat("beranda-penilaian-diri")
    h.goto("/penilaian/")
    jalan.lihat("penilaian-saya")
    h.get_by_role("link", name="Isi penilaian diri").first.click()
    isian = h.get_by_label(re.compile("Realisasi")).all()
    assert tuple(satu.input_value() for satu in isian) == angka
    h.get_by_label("Yang perlu diketahui penilai").first.fill("Dua berkas menunggu putusan pengadilan.")
    jalan.lihat("penilaian-diri")
    h.get_by_role("button", name="Ajukan penilaian diri").click()
    expect(h.get_by_text("Penilaian diri Anda sudah diajukan.")).to_be_visible()
    jalan.lihat("penilaian-diri-diajukan")


def _rating(kelompok, nama):
    """Tap the label: the radio itself is hidden behind it."""
    kelompok.get_by_role("radio", name=re.compile(rf"^{nama}")).check()


def nilai_pegawai(jalan, penilai):
    """The supervisor rates each result, each value and the whole, and delivers."""
    jalan.pada("04-08")
    h = jalan.masuk(akun(penilai))
    jalan.lihat("beranda-menilai")
    h.goto("/tim/penilaian/")
    jalan.lihat("antrean")
    h.get_by_role("link", name="Nilai", exact=True).click()
    jalan.lihat("menilai-kosong")
    _nilai_semua(h)
    jalan.lihat("menilai")
    h.get_by_role("button", name="Sampaikan kepada").click()
    expect(h.get_by_text("disampaikan kepada")).to_be_visible()
    jalan.lihat("disampaikan")


def _nilai_semua(h, hasil="Di atas", perilaku="Sesuai"):
    for kelompok in h.locator("fieldset").all():
        judul = kelompok.locator("legend").inner_text()
        kerja = "erilaku" not in judul and not any(nilai in judul for nilai in BERAKHLAK)
        _rating(kelompok, hasil if kerja else perilaku)
    for alasan in h.get_by_label("Alasan berbeda dari saran").all():
        if alasan.is_visible():
            alasan.fill("Lebih cepat daripada target, dengan bukti di loket.")
    h.get_by_label("Catatan atau rekomendasi untuk periode berikutnya").fill("Pertahankan kecepatannya.")


BERAKHLAK = (
    "Berorientasi Pelayanan",
    "Akuntabel",
    "Kompeten",
    "Harmonis",
    "Loyal",
    "Adaptif",
    "Kolaboratif",
)


def baca_hasil(jalan, siapa=WAYAN):
    """The employee sees the predikat, why it is so, and acknowledges."""
    jalan.pada("04-09")
    h = jalan.masuk(siapa)
    jalan.lihat("beranda-hasil")
    h.goto("/pemberitahuan/")
    jalan.lihat("kabar")
    h.goto("/penilaian/")
    h.get_by_role("link", name="Baca hasil").click()
    jalan.lihat("hasil")
    h.get_by_role("link", name="Mengapa predikat ini?").first.click()
    jalan.lihat("mengapa")
    h.get_by_role("link", name="Kembali ke hasil").click()
    h.get_by_label("Tanggapan Anda").fill("Terima kasih, Pak.")
    h.get_by_role("button", name="Saya sudah membaca").click()
    h.wait_for_load_state()
    jalan.lihat("diterima")
    evaluasi = EvaluasiPeriodik.objects.get(pegawai__akun__username=siapa[0])
    assert (evaluasi.status, evaluasi.get_predikat_display()) == ("diterima", "Baik")


@pytest.mark.parametrize(("ukuran", "warna"), [("meja", "light"), ("ponsel", "dark")])
def test_from_an_excel_file_to_the_reasons_of_a_predikat(pejalan, pemeran, buat_skp, ukuran, warna):
    jalan = pejalan(ukuran=ukuran, warna=warna)
    jalan.pada("01-05")
    buat_skp(pemeran.kabid)
    impor_pegawai(jalan, pemeran)
    buat_sandi(jalan)
    susun_skp(jalan)
    kembalikan_skp(jalan, pemeran)
    perbaiki_skp(jalan)
    setujui_skp(jalan, pemeran)
    laporkan(jalan)
    beri_umpan_balik(jalan, pemeran)
    tutup_triwulan(jalan)
    nilai_diri(jalan)
    nilai_pegawai(jalan, pemeran.kabid)
    baca_hasil(jalan)


def test_the_essential_steps_work_without_javascript(pejalan, pemeran, buat_skp):
    jalan = pejalan(ukuran="ponsel", skrip=False)
    jalan.pada("01-05")
    buat_skp(pemeran.kabid)
    ratna = akun(pemeran.ratna)
    susun_skp(jalan, ratna)
    jalan.pada("01-09")
    jalan.masuk(akun(pemeran.kabid), ke=f"/sasaran/{_skp(ratna).pk}/")
    jalan.halaman.get_by_role("button", name="Setujui").click()
    laporkan(jalan, ratna)
    tutup_triwulan(jalan)
    nilai_diri(jalan, ratna)


def test_the_head_of_a_department_is_assessed_by_the_regent(pejalan, pemeran, buat_skp):
    jalan = pejalan()
    jalan.pada("01-05")
    skp = buat_skp(pemeran.kadis)
    tutup_triwulan(jalan)
    jalan.pada("04-01")
    h = jalan.masuk(akun(pemeran.kadis), ke=f"/penilaian/{skp.evaluasi.get().pk}/diri/")
    for isian, angka in zip(h.get_by_label(re.compile("Realisasi")).all(), ("1", "90", "12"), strict=True):
        isian.fill(angka)
    h.get_by_role("button", name="Ajukan penilaian diri").click()
    nilai_pegawai(jalan, pemeran.bupati)
    baca_hasil(jalan, akun(pemeran.kadis))
