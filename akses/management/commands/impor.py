"""`manage.py impor pegawai BERKAS [--uji]`: the same test and import as in the admin, on the command line."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from akses.impor import impor, uji
from pegawai.impor import BerkasDitolak, Pilihan
from pegawai.impor.laporan import tulis_teks


class Command(BaseCommand):
    help = "Menguji dan mengimpor data pegawai dari berkas XLSX atau CSV (ekspor SIASN)."

    def add_arguments(self, parser):
        parser.add_argument("jenis", choices=["pegawai"], help="jenis data")
        parser.add_argument("berkas", type=Path, help="berkas XLSX atau CSV")
        parser.add_argument("--uji", action="store_true", help="hanya menguji; tidak menulis apa pun")
        parser.add_argument("--buat-unit", action="store_true", help="buat unit kerja yang belum ada")
        parser.add_argument("--tanpa-buat-jabatan", action="store_true", help="tolak jabatan yang belum ada")

    def handle(self, *args, **pilihan):
        berkas = pilihan["berkas"]
        buat = Pilihan(buat_unit=pilihan["buat_unit"], buat_jabatan=not pilihan["tanpa_buat_jabatan"])
        try:
            isi = berkas.read_bytes()
            if pilihan["uji"]:
                laporan = uji(isi=isi, nama=berkas.name, pilihan=buat)
            else:
                laporan = impor(isi=isi, nama=berkas.name, pilihan=buat, oleh=None)
        except OSError as e:
            raise CommandError(f"Berkas {berkas} tidak dapat dibuka: {e.strerror}.") from e
        except BerkasDitolak as e:
            raise CommandError(str(e)) from e
        tulis_teks(laporan, self.stdout)
        if laporan["jumlah"]["ditolak"]:
            raise SystemExit(1)
