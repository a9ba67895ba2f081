"""Two journeys in a real browser: a plan from draft to conclusion, a sanction refused and then lawful."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import expect

from inti.kalender import Zona
from pemberitahuan.models import Pesan
from penghargaan.models import RencanaPerbaikan, Sanksi
from penghargaan.services import perbaikan
from penghargaan.services.sanksi_jadwal import urus_sanksi
from penilaian.models import EvaluasiPeriodik
from tests.pemeran import buka_periode
from tests.peramban import UKURAN, periksa_halaman

pytestmark = pytest.mark.peramban


@pytest.fixture
def sesi(masuk):
    """`sesi(person)` → the session cookie of a logged-in browser."""
    return lambda orang: masuk(orang).cookies["sessionid"].value


@pytest.fixture
def rencana_kini(pemeran, siklus, buat_skp):
    """The draft Budi owes Ratna, on the real today: browsers do not stand still."""
    skp = buat_skp(pemeran.ratna)
    e = EvaluasiPeriodik.objects.create(
        skp=skp, periode=buka_periode(siklus.periode.get(nomor=1)), pegawai=skp.pegawai, unit=skp.unit,
        penilai=skp.penilai, atasan_penilai=skp.atasan_penilai, status="disampaikan", rating_hasil=3,
        rating_perilaku=2, predikat=3, disampaikan_pada=timezone.now() - timedelta(hours=1),
    )  # fmt: skip
    return RencanaPerbaikan.objects.create(
        pegawai=e.pegawai, unit=e.unit, penilai=e.penilai, atasan_penilai=e.atasan_penilai, evaluasi=e,
        predikat=3, bulan=6, batas_susun=timezone.localdate() + timedelta(days=14),
    )  # fmt: skip


def _tutup(halaman, nama: str = "") -> None:
    periksa_halaman(halaman, nama)
    halaman.close()


@pytest.mark.parametrize("ukuran", UKURAN)
def test_a_plan_from_draft_to_conclusion(buka, sesi, pemeran, rencana_kini, ukuran):
    budi, ratna = sesi(pemeran.kabid), sesi(pemeran.ratna)
    alamat = f"/penghargaan/perbaikan/{rencana_kini.pk}/"
    besok = (timezone.localdate() + timedelta(days=1)).isoformat()
    halaman = buka(f"{alamat}susun/", ukuran, sesi=budi)
    halaman.get_by_label("Penyebab yang dibicarakan bersama").fill("Tugas baru tanpa serah terima.")
    halaman.get_by_label("Dukungan yang diperlukan").fill("Pendampingan")
    halaman.get_by_label("Yang ingin dipelajari").fill("Mail merge")
    halaman.get_by_role("button", name="Simpan").click()
    for pihak, uraian in (("Atasan", "Mendampingi tiap pekan"), ("Pegawai", "Menata arsip")):
        halaman.get_by_role("radio", name=pihak).check()
        halaman.get_by_label("Tindakan", exact=True).fill(uraian)
        halaman.get_by_label("Paling lambat").fill(besok)
        halaman.get_by_role("button", name="Tambah tindakan").click()
        expect(halaman.get_by_text(uraian)).to_be_visible()
    halaman.get_by_label("Tanggal pertemuan").fill(timezone.localdate().isoformat())
    halaman.get_by_role("button", name="Tambah pertemuan").click()
    periksa_halaman(halaman, f"perbaikan-susun-{ukuran}")
    halaman.get_by_role("button", name="Kirim ke pegawai").click()
    expect(halaman.get_by_text("Menunggu kesepakatan pegawai")).to_be_visible()
    halaman.close()

    halaman = buka(alamat, ukuran, sesi=ratna)
    periksa_halaman(halaman, f"perbaikan-sepakat-{ukuran}")
    halaman.locator("summary", has_text="Saya sepakat").click()
    halaman.get_by_role("button", name="Saya sepakat").click()
    expect(halaman.get_by_text("Sedang dijalani")).to_be_visible()
    halaman.close()

    halaman = buka(alamat, ukuran, sesi=budi)
    halaman.get_by_text("Tulis catatan pertemuan").click()
    halaman.get_by_label("Yang dibicarakan").fill("Arsip mulai rapi.")
    halaman.get_by_role("button", name="Simpan catatan").click()
    expect(halaman.get_by_text("Arsip mulai rapi.")).to_be_visible()
    halaman.locator("summary", has_text="Simpulkan tercapai").click()
    halaman.get_by_label("Bukti simpulan").fill("Target terpenuhi.")
    halaman.get_by_role("button", name="Simpulkan tercapai").click()
    expect(halaman.get_by_text("Target terpenuhi.")).to_be_visible()
    _tutup(halaman, f"perbaikan-simpul-{ukuran}")
    assert RencanaPerbaikan.objects.get().status == "tercapai"
    assert Pesan.objects.filter(penerima=pemeran.ratna, jenis="rencana_disimpulkan").exists()


@pytest.mark.parametrize("ukuran", UKURAN)
def test_a_sanction_refused_by_the_gate_and_then_lawful(buka, sesi, pemeran, rencana_kini, ukuran):
    budi = sesi(pemeran.kabid)
    halaman = buka(f"/penghargaan/sanksi/baru/{pemeran.ratna.pk}/", ukuran, sesi=budi)
    halaman.get_by_label("Jenis yang diusulkan").select_option("k2")
    halaman.get_by_label("Alasan dan kejadian").fill("Target tidak tercapai.")
    halaman.get_by_role("button", name="Simpan draf").click()
    expect(halaman.get_by_text("Belum dapat diajukan: dukungan belum lengkap.")).to_be_visible()
    expect(halaman.get_by_text("belum disepakati")).to_be_visible()
    expect(halaman.locator("summary", has_text="Ajukan usulan")).to_have_count(0)
    periksa_halaman(halaman, f"sanksi-gerbang-{ukuran}")
    halaman.get_by_role("link", name="Lengkapi dukungan di rencana perbaikan").click()
    expect(halaman.get_by_role("heading", name="Tindakan kedua pihak")).to_be_visible()
    halaman.close()
    assert Sanksi.objects.get().status == "draf"

    _dukung(rencana_kini)
    alamat = f"/penghargaan/sanksi/{Sanksi.objects.get().pk}/"
    _langkah(buka, alamat, ukuran, budi, "Ajukan usulan", {})
    hrd, pimpinan = sesi(pemeran.pengelola_instansi), sesi(pemeran.pimpinan)
    lalu, kini = timezone.localdate() - timedelta(days=30), timezone.localtime() - timedelta(hours=1)
    surat = {"Nomor surat panggilan": "800/1", "Tanggal surat": lalu.isoformat(), "Tempat": "BKPSDM"}
    waktu = kini.strftime("%Y-%m-%dT%H:%M")
    _langkah(buka, alamat, ukuran, hrd, "Buat panggilan", surat | {"Waktu pemeriksaan": waktu})
    berita = {"Waktu pemeriksaan": waktu, "Berita acara": "Tanya jawab."}
    _langkah(buka, alamat, ukuran, hrd, "Catat hasil pemeriksaan", berita, pilih="Hadir")
    hari = timezone.localdate().isoformat()
    sk = {
        "Nomor keputusan": "SK 1",
        "Tanggal keputusan": hari,
        "Mulai berlaku": hari,
        "Pertimbangan": "Sesuai.",
    }
    _langkah(buka, alamat, ukuran, pimpinan, "Tetapkan keputusan", sk)
    assert urus_sanksi(zona=Zona.WIB) == 1
    halaman = buka(alamat, ukuran, sesi=sesi(pemeran.ratna))
    expect(halaman.get_by_text("Hak Anda")).to_be_visible()
    expect(halaman.get_by_text("SK 1")).to_be_visible()
    _tutup(halaman, f"sanksi-berlaku-{ukuran}")


def _langkah(buka, alamat, ukuran, kuki, label, isian, pilih="") -> None:
    halaman = buka(alamat, ukuran, sesi=kuki)
    kotak = halaman.locator("details", has=halaman.locator("summary", has_text=label))
    kotak.locator("summary").click()
    for nama, isi in isian.items():
        kotak.get_by_label(nama, exact=True).fill(isi)
    if pilih:
        kotak.get_by_role("radio", name=pilih, exact=True).check()
    kotak.get_by_role("button", name=label).click()
    expect(halaman.get_by_text("Tersimpan.")).to_be_visible()
    halaman.close()


def _dukung(rencana) -> None:
    """Seven months of support, lived through before the browser opens."""
    with time_machine.travel(datetime.now(UTC) - timedelta(days=215)) as waktu:
        oleh = rencana.penilai
        hari = timezone.localdate()
        isian = perbaikan.IsianRencana("Tugas baru.", "Pendampingan")
        perbaikan.simpan_draf(rencana=rencana, isian=isian, oleh=oleh)
        for pihak in ("pegawai", "atasan"):
            perbaikan.tambah_tindakan(
                rencana=rencana, pihak=pihak, uraian="Bersama.", tenggat=hari + timedelta(30), oleh=oleh
            )
        perbaikan.tambah_tinjauan(rencana=rencana, tanggal=hari + timedelta(30), oleh=oleh)
        rencana = perbaikan.usulkan(rencana=RencanaPerbaikan.objects.get(pk=rencana.pk), oleh=oleh)
        rencana = perbaikan.sepakati(rencana=rencana, oleh=rencana.pegawai)
        waktu.shift(timedelta(days=200))
        for satu in rencana.tinjauan.all():
            perbaikan.catat_tinjauan(tinjauan=satu, isi="Dibahas.", oleh=oleh)
        for satu in rencana.tindakan.filter(pihak="atasan"):
            perbaikan.tandai_tindakan(tindakan=satu, status="selesai", penjelasan="", oleh=oleh)
        RencanaPerbaikan.objects.filter(pk=rencana.pk).update(status="menunggu_simpulan")
        rencana.refresh_from_db()
        perbaikan.simpulkan(rencana=rencana, tercapai=False, bukti="Tetap.", oleh=oleh)
