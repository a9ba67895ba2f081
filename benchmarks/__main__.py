"""`python -m benchmarks`: measure everything, print the table, write results.json beside this file."""

import argparse
import os
import sys
from pathlib import Path

from benchmarks import dokumen, halaman, impor, kredit, mulai, penghargaan, rekan, survei, triwulan
from benchmarks.hasil import Angka, cetak, keadaan, simpan
from benchmarks.lingkungan import AKAR, folder_bawaan, siapkan

PEGAWAI, PEGAWAI_CEPAT = 100_000, 5_000
BAGIAN = {
    "halaman": halaman.ukur,
    "dokumen": dokumen.ukur,
    "survei": survei.ukur,
    "impor": impor.ukur,
    "triwulan": triwulan.ukur,
    "penghargaan": penghargaan.ukur,
    "kredit": kredit.ukur,
    "rekan": rekan.ukur,
}


def _pilihan() -> argparse.Namespace:
    p = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    p.add_argument(
        "--cepat", action="store_true", help=f"{PEGAWAI_CEPAT} pegawai saja, untuk melihat sekilas"
    )
    p.add_argument("--data", type=Path, help="folder data pengukuran; dipakai lagi bila sudah berisi")
    p.add_argument("--bagian", nargs="*", choices=BAGIAN, default=list(BAGIAN), help="hanya bagian ini")
    p.add_argument("--mulai", action="store_true", help="juga lama `make run` dari klona baru")
    return p.parse_args()


def main() -> int:
    pilihan = _pilihan()
    pegawai = PEGAWAI_CEPAT if pilihan.cepat else PEGAWAI
    folder = pilihan.data or folder_bawaan(pegawai)
    awal = keadaan()
    semua: list[Angka] = []
    with siapkan(folder, pegawai) as lingkungan:
        for nama in pilihan.bagian:
            sys.stderr.write(f"mengukur {nama} …\n")
            semua += BAGIAN[nama](lingkungan, pegawai)
    if pilihan.mulai:
        semua += mulai.ukur()
    cetak(semua, lambda teks: sys.stdout.write(teks + "\n"))
    simpan(AKAR / "benchmarks" / "results.json", semua, awal, pegawai)
    sys.stdout.write(f"{pegawai} pegawai; beban mesin {awal['beban']} sampai {keadaan()['beban']}\n")
    return 0


if __name__ == "__main__":
    os.chdir(AKAR)
    sys.exit(main())
