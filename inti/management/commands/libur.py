"""`manage.py libur impor BERKAS`: put the holidays of a decree into the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from inti.libur_csv import BerkasLiburSalah
from inti.services.libur import impor_libur


class Command(BaseCommand):
    help = "Hari libur nasional dan cuti bersama. libur impor BERKAS: masukkan daftar dari berkas CSV."

    def add_arguments(self, parser: CommandParser) -> None:
        perintah = parser.add_subparsers(dest="perintah", required=True)
        impor = perintah.add_parser("impor", help="Masukkan daftar libur dari berkas CSV.")
        impor.add_argument("berkas", help="CSV dengan kolom tanggal, jenis, nama, sumber.")

    def handle(self, *args: Any, berkas: str, **options: Any) -> None:
        try:
            hasil = impor_libur(berkas=berkas)
        except BerkasLiburSalah as galat:
            raise CommandError(f"Tidak ada yang disimpan.\n{galat}") from galat
        self.stdout.write(f"Libur: {hasil.baru} baru, {hasil.berubah} berubah, {hasil.tetap} tetap.")
