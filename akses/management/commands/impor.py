"""`manage.py impor JENIS BERKAS [--uji]`: the same test and import as in the admin, on the command line."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from akses.impor import impor, uji
from inti.berkas_tabel import BerkasDitolak
from inti.impor_jenis import JENIS
from inti.terjemah import t
from pegawai.impor.laporan import tulis_teks
from pegawai.models.impor import ModeImpor


class Command(BaseCommand):
    help = "Menguji dan mengimpor data dari berkas XLSX, ODS atau CSV (ekspor SIASN)."

    def add_arguments(self, parser):
        parser.add_argument("jenis", choices=sorted(JENIS), help="jenis data")
        parser.add_argument("berkas", type=Path, help="berkas XLSX, ODS atau CSV")
        parser.add_argument("--uji", action="store_true", help="hanya menguji; tidak menulis apa pun")
        parser.add_argument(
            "--cara", choices=ModeImpor.values, default="keduanya", help="tambah atau perbarui"
        )
        parser.add_argument("--lewati-ditolak", action="store_true", help="tulis baris yang lolos saja")
        parser.add_argument("--ditolak", type=Path, help="tulis baris yang ditolak ke berkas XLSX ini")
        parser.add_argument("--buat-unit", action="store_true", help="buat unit kerja yang belum ada")
        parser.add_argument("--tanpa-buat-jabatan", action="store_true", help="tolak jabatan yang belum ada")

    def handle(self, *args, **pilihan):
        berkas, jenis = pilihan["berkas"], JENIS[pilihan["jenis"]]
        buat = {"buat_unit": pilihan["buat_unit"], "buat_jabatan": not pilihan["tanpa_buat_jabatan"]}
        tugas = {
            "jenis": jenis.kode,
            "sumber": berkas,
            "nama": berkas.name,
            "mode": pilihan["cara"],
            "pilihan": {p.kode: buat[p.kode] for p in jenis.pilihan},
            "ditolak": pilihan["ditolak"],
        }
        try:
            laporan = (
                uji(**tugas)
                if pilihan["uji"]
                else impor(**tugas, oleh=None, lewati=pilihan["lewati_ditolak"])
            )
        except OSError as e:
            raise CommandError(f"Berkas {berkas} tidak dapat dibuka: {e.strerror}.") from e
        except BerkasDitolak as e:
            raise CommandError(t(e)) from e
        tulis_teks(laporan, self.stdout, jenis.kode)
        if laporan["jumlah"]["ditolak"]:
            raise SystemExit(1)
