"""The pictures of the README, from a running trial: `.venv/bin/python -m skrip.foto [http://127.0.0.1:8000]`.

Needs the development dependencies and a Chromium. Logs in as accounts of the demo; nothing is written but
the test of an employee file.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from kinerja.lokal.commands import servers_for
from skrip.peramban import letak

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "gambar"
SANDI = "kinerja-demo"
PEGAWAI, ATASAN, PENGELOLA = "Pegawai", "Atasan langsung", "Pengelola kinerja instansi"
PIMPINAN, KADIS = "Bupati", "Kepala dinas"
MEJA, PONSEL = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Juru:
    """Opens pages as somebody of the demo and keeps pictures of them."""

    def __init__(self, peramban: Browser, alamat: str, akun: dict[str, str]) -> None:
        self.peramban, self.alamat, self.akun = peramban, alamat, akun

    @contextmanager
    def sebagai(self, siapa: str, layar: dict[str, int] = MEJA, warna: str = "light") -> Iterator[Page]:
        """A page on which this person is logged in."""
        ponsel = layar is PONSEL
        konteks = self.peramban.new_context(
            viewport=layar,
            color_scheme=warna,
            locale="id-ID",
            base_url=self.alamat,
            is_mobile=ponsel,
            has_touch=ponsel,
            device_scale_factor=2 if ponsel else 1,
        )
        h = konteks.new_page()
        h.goto("/masuk/")
        h.get_by_label("NIP").fill(self.akun[siapa])
        h.get_by_label("Sandi").fill(SANDI)
        h.get_by_role("button", name="Masuk").click()
        h.wait_for_url(lambda url: "/masuk/" not in url)
        yield h
        konteks.close()

    @staticmethod
    def simpan(h: Page, nama: str) -> None:
        """Keep what is on the screen in 128 colours."""
        h.wait_for_load_state("networkidle")
        berkas = FOLDER / f"{nama}.png"
        h.screenshot(path=berkas, animations="disabled")
        gambar = Image.open(berkas).convert("RGB").quantize(128, dither=Image.Dither.NONE)
        gambar.save(berkas, optimize=True)


def potret(juru: Juru, isi: bytes, survei: str) -> None:
    """The ten pictures."""
    with juru.sebagai(PEGAWAI, PONSEL) as h:
        juru.simpan(h, "beranda-ponsel")
    with juru.sebagai(PEGAWAI, PONSEL, "dark") as h:
        juru.simpan(h, "gelap")
    with juru.sebagai(ATASAN) as h:
        juru.simpan(h, "beranda")
        h.goto("/tim/penilaian/")
        h.get_by_role("link", name="Nilai", exact=True).first.click()
        juru.simpan(h, "menilai")
    with juru.sebagai(KADIS) as h:  # four heads of section: team and curve fit on one screen
        h.goto("/tim/tahunan/")
        juru.simpan(h, "tahunan")
    with juru.sebagai(PIMPINAN) as h:
        h.goto("/dasbor/")
        juru.simpan(h, "dasbor")
    with juru.sebagai(PEGAWAI, PONSEL) as h:
        h.goto(survei)
        juru.simpan(h, "survei")
    with juru.sebagai(PEGAWAI) as h:
        h.goto("/penilaian/")
        h.locator(".tahun a[href$='/']", has_text="Triwulan III").first.click()
        h.get_by_role("link", name="Mengapa predikat ini?").first.click()
        juru.simpan(h, "mengapa")
    with juru.sebagai(PENGELOLA) as h:
        h.goto("/admin/")
        juru.simpan(h, "kepegawaian")
        h.get_by_role("link", name="Ambil hak kelola").click()
        h.get_by_label("Sandi Anda").fill(SANDI)
        h.locator("main").get_by_role("button", name="Ambil hak kelola").click()
        h.goto("/admin/pegawai/berkasimpor/add/")
        berkas = {"name": "pegawai-baru.xlsx", "mimeType": XLSX, "buffer": isi}
        h.locator("input[type=file]").set_input_files(berkas)
        h.get_by_role("button", name="Uji berkas").click()
        h.wait_for_url("**/change/")
        h.get_by_text("Kesalahan").first.wait_for(timeout=60_000)
        juru.simpan(h, "impor")


def _bahan() -> tuple[dict[str, str], bytes, str]:
    """(account names by role, an employee file with mistakes, address of a survey), from the running trial."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.settings")
    with servers_for(["", "foto"]):
        django.setup()
        from kinerja.demo import akun  # noqa: PLC0415 (after setup)
        from layanan.models import Poster  # noqa: PLC0415
        from tests.perjalanan.berkas import salah  # noqa: PLC0415

        nama = {peran.partition(" (")[0]: nama for peran, _orang, nama, _coba in akun()}
        poster = Poster.objects.order_by("layanan__kode", "id").first()
        return nama, salah(), f"/survei/{poster.token}/"


def main() -> None:
    """Take all pictures from the address given, or from where `make run` answers."""
    alamat = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    nama, berkas, survei = _bahan()
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as p:
        peramban = p.chromium.launch(executable_path=letak(), args=["--no-sandbox"])
        potret(Juru(peramban, alamat, nama), berkas, survei)
        peramban.close()


if __name__ == "__main__":
    main()
