"""Angka kredit of a closed year for everybody, beside a bare INSERT … SELECT of the same rows."""

import json

from benchmarks.acuan_tabel import sisipkan
from benchmarks.hasil import Angka
from benchmarks.lingkungan import Lingkungan

KALI, NISBAH, MIB = 2, 5, 300
KREDIT = "penghargaan_angkakredit"
_BERSIHKAN = (
    "SET session_replication_role = replica",  # our own data: neither triggers nor foreign keys
    f"TRUNCATE {KREDIT}",
    "SET session_replication_role = DEFAULT",
)


def ukur(lingkungan: Lingkungan, _pegawai: int) -> list[Angka]:
    """The calmest of some conversions of last year, and of the reference."""
    kami = []
    with lingkungan.sambung() as sambungan:
        for _ in range(KALI):
            for perintah in _BERSIHKAN:
                sambungan.execute(perintah)
            sambungan.execute("CHECKPOINT")
            kami.append(json.loads(lingkungan.anak("anak_kredit", "")))
        acuan = sisipkan(sambungan, KREDIT)
    nama = f"Angka kredit setahun, {kami[0]['jumlah']} baris"
    detik = min(k["detik"] for k in kami)
    rincian = {"semua": kami, "acuan": acuan}
    return [
        Angka(nama, "detik", detik, acuan, NISBAH, "nisbah", rincian),
        Angka(f"{nama}: puncak memori proses", "MiB", max(k["kib"] for k in kami) / 1024, None, MIB),
    ]
