"""`python -m benchmarks`: measure everything, print the table, write results.json beside this file.

`--dokumen` only puts the table of results.json into docs/kinerja-terukur.md.
"""

import argparse
import os
import sys
from pathlib import Path

from benchmarks import (
    admin,
    dokumen,
    ekspor,
    halaman,
    impor,
    kredit,
    mulai,
    penghargaan,
    rekan,
    survei,
    tahun,
    triwulan,
)
from benchmarks.hasil import Angka, cetak, keadaan, simpan, tulis_dokumen
from benchmarks.lingkungan import AKAR, folder_bawaan, siapkan

HASIL, DOKUMEN = AKAR / "benchmarks" / "results.json", AKAR / "docs" / "kinerja-terukur.md"
PEGAWAI, PEGAWAI_CEPAT = 100_000, 5_000
BAGIAN = {
    "halaman": halaman.ukur,
    "admin": admin.ukur,
    "dokumen": dokumen.ukur,
    "survei": survei.ukur,
    "impor": impor.ukur,
    "ekspor": ekspor.ukur,
    "triwulan": triwulan.ukur,
    "rekan": rekan.ukur,
    "tahun": tahun.ukur,
    "penghargaan": penghargaan.ukur,
    "kredit": kredit.ukur,
}


def _pilihan() -> argparse.Namespace:
    p = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    p.add_argument(
        "--cepat", action="store_true", help=f"{PEGAWAI_CEPAT} pegawai saja, untuk melihat sekilas"
    )
    p.add_argument("--data", type=Path, help="folder data pengukuran; dipakai lagi bila sudah berisi")
    p.add_argument("--bagian", nargs="*", choices=BAGIAN, default=list(BAGIAN), help="hanya bagian ini")
    p.add_argument("--mulai", action="store_true", help="juga lama `make run` dari klona baru")
    p.add_argument("--dokumen", action="store_true", help="tulis tabel results.json ke docs, tanpa mengukur")
    return p.parse_args()


def main() -> int:
    pilihan = _pilihan()
    if pilihan.dokumen:
        if not HASIL.exists():
            sys.exit(f"{HASIL.name} belum ada: jalankan `make bench` dahulu.")
        tulis_dokumen(HASIL, DOKUMEN)
        return 0
    pegawai = PEGAWAI_CEPAT if pilihan.cepat else PEGAWAI
    folder = pilihan.data or folder_bawaan(pegawai)
    awal = keadaan()
    hasil: dict[str, list[Angka]] = {}
    with siapkan(folder, pegawai) as lingkungan:
        for nama in pilihan.bagian:
            sys.stderr.write(f"mengukur {nama} …\n")
            hasil[nama] = BAGIAN[nama](lingkungan, pegawai)
            simpan(HASIL, hasil, awal, pegawai)  # what is measured stays, whatever happens to the next part
    if seluruhnya := tahun.gabung([a for semua in hasil.values() for a in semua]):
        hasil["penutupan"] = seluruhnya
        simpan(HASIL, hasil, awal, pegawai)
    if pilihan.mulai:
        hasil["mulai"] = mulai.ukur()
        simpan(HASIL, hasil, awal, pegawai)
    cetak([a for semua in hasil.values() for a in semua], lambda teks: sys.stdout.write(teks + "\n"))
    sys.stdout.write(f"{pegawai} pegawai; beban mesin {awal['beban']} sampai {keadaan()['beban']}\n")
    return 0


if __name__ == "__main__":
    os.chdir(AKAR)
    sys.exit(main())
