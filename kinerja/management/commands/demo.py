"""`demo --pegawai N` fills an empty database with a regency; `demo --akun` lists one account per role."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from kinerja.demo import BasisDataBerisi, akun, isi
from kinerja.demo.pemeran import SANDI


class Command(BaseCommand):
    """See the module."""

    help = "Mengisi basis data kosong dengan data contoh, atau menampilkan akun contoh."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--pegawai", type=int, metavar="N", help="jumlah pegawai, 60 sampai 1.000.000")
        parser.add_argument("--acak", type=int, default=2026, help="angka awal; angka sama, data sama")
        parser.add_argument("--akun", action="store_true", help="tampilkan akun contoh")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        if pilihan["pegawai"] is None and not pilihan["akun"]:
            raise CommandError(
                "Tulis --pegawai N untuk mengisi data contoh, atau --akun untuk daftar akunnya."
            )
        if pilihan["pegawai"] is not None:
            self._isi(pilihan["pegawai"], pilihan["acak"])
        if pilihan["akun"]:
            self._akun()

    def _isi(self, jumlah: int, acak: int) -> None:
        try:
            detik = isi(jumlah, acak=acak, lapor=lambda teks: self.stdout.write(f"  {teks}"))
        except (BasisDataBerisi, ValueError) as e:
            raise CommandError(str(e)) from e
        banyak, lama = f"{jumlah:,}".replace(",", "."), f"{sum(detik.values()):.1f}".replace(".", ",")
        self.stdout.write(f"{banyak} pegawai contoh selesai dalam {lama} detik.")

    def _akun(self) -> None:
        daftar = akun()
        if not daftar:
            raise CommandError("Belum ada akun contoh. Jalankan dulu: python manage.py demo --pegawai 400")
        self.stdout.write(f"Sandi semua akun contoh: {SANDI}\n\n")
        lebar = [max(len(b[i]) for b in daftar) for i in range(3)]
        for peran, nama, nip, coba in daftar:
            self.stdout.write(f"{peran:<{lebar[0]}}  {nama:<{lebar[1]}}  {nip:<{lebar[2]}}  {coba}")
