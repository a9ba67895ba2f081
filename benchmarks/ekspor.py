"""Export of a million people as CSV, the list of the admin and SIASN's shape, beside plain COPY of the table."""

import json

from benchmarks.hasil import Angka
from benchmarks.lingkungan import Lingkungan

ORANG, ORANG_CEPAT, BASIS = 1_000_000, 100_000, "ukur_ekspor"
NISBAH, MIB = 4, 32


def ukur(lingkungan: Lingkungan, pegawai: int) -> list[Angka]:
    """Seconds of each, the calmest of some runs one after the other, and how far the memory grew."""
    orang = ORANG if pegawai >= 100_000 else ORANG_CEPAT
    _buang(lingkungan)
    with lingkungan.sambung("postgres") as sambungan:
        sambungan.execute(f"CREATE DATABASE {BASIS}")
    lingkungan.kelola("migrate", "--verbosity", "0", basis=BASIS)
    isi = json.loads(lingkungan.anak("anak_ekspor", str(orang), basis=BASIS))
    _buang(lingkungan)
    kini = {nama: min(n) for nama, n in isi["detik"].items()}
    judul = f"Ekspor CSV {orang} pegawai"
    return [
        Angka(f"{judul}: daftar admin", "detik", kini["daftar"], kini["acuan"], NISBAH, "nisbah", isi),
        Angka(f"{judul}: bentuk SIASN 69 kolom", "detik", kini["siasn"], kini["acuan"]),
        Angka(f"{judul}: pertambahan memori proses", "MiB", isi["kib"] / 1024, None, MIB),
    ]


def _buang(lingkungan: Lingkungan) -> None:
    with lingkungan.sambung("postgres") as sambungan:
        sambungan.execute(f"DROP DATABASE IF EXISTS {BASIS}")
