"""Documents: one PDF beside an empty one, and the ZIP of a unit of some five hundred."""

import json

from benchmarks.hasil import Angka
from benchmarks.lingkungan import Lingkungan

SATU_MS, PER_DETIK, TUMBUH_MIB = 300, 20, 100


def ukur(lingkungan: Lingkungan, _pegawai: int) -> list[Angka]:
    """Median of one results form, milliseconds per document of a ZIP, and how much memory it took."""
    hasil = json.loads(lingkungan.anak("anak_dokumen"))
    per_dokumen = hasil["detik"] * 1000 / max(hasil["zip"], 1)
    return [
        Angka("Satu PDF C.1.x", "ms", hasil["pdf"], hasil["kosong"], SATU_MS, "kami", hasil),
        Angka(
            f"ZIP unit, {hasil['zip']} PDF", "ms/PDF", per_dokumen, hasil["kosong"], 1000 / PER_DETIK, "kami"
        ),
        Angka("ZIP unit, ingatan tumbuh", "MiB", hasil["mib"], None, TUMBUH_MIB, "kami"),
    ]
