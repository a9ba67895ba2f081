"""Angka kredit of a closed year for everybody, beside a bare INSERT … SELECT of the same rows."""

import json
import time

import psycopg

from benchmarks.hasil import Angka
from benchmarks.lingkungan import Lingkungan

KALI, NISBAH, MIB = 2, 5, 300
KREDIT, ACUAN = "penghargaan_angkakredit", "acuan_kredit"
KOLOM = (
    "pegawai_id, jenis, jenjang, nilai, tahunan_id, predikat, bulan, persentase, koefisien, mulai, selesai"
)
_BERSIHKAN = (
    "SET session_replication_role = replica",  # our own data: neither triggers nor foreign keys
    f"TRUNCATE {KREDIT}",
    "SET session_replication_role = DEFAULT",
)
Sambungan = psycopg.Connection[tuple]  # type: ignore[type-arg]


def ukur(lingkungan: Lingkungan, _pegawai: int) -> list[Angka]:
    """The calmest of some conversions of last year, and of the reference."""
    kami, acuan = [], []
    with lingkungan.sambung() as sambungan:
        _tabel_acuan(sambungan)
        for _ in range(KALI):
            for perintah in _BERSIHKAN:
                sambungan.execute(perintah)
            sambungan.execute("CHECKPOINT")
            kami.append(json.loads(lingkungan.anak("anak_kredit", "")))
            acuan.append(_sisipkan(sambungan))
        sambungan.execute(f"DROP TABLE {ACUAN}")
    nama = f"Angka kredit setahun, {kami[0]['jumlah']} baris"
    detik = min(k["detik"] for k in kami)
    rincian = {"semua": kami, "acuan": acuan}
    return [
        Angka(nama, "detik", detik, min(acuan), NISBAH, "nisbah", rincian),
        Angka(f"{nama}: puncak memori proses", "MiB", max(k["kib"] for k in kami) / 1024, None, MIB),
    ]


def _tabel_acuan(sambungan: Sambungan) -> None:
    """A table with the same columns, defaults and indexes; without keys to others, checks and triggers."""
    sambungan.execute(f"DROP TABLE IF EXISTS {ACUAN}")
    sambungan.execute(f"CREATE TABLE {ACUAN} (LIKE {KREDIT} INCLUDING DEFAULTS INCLUDING INDEXES)")


def _sisipkan(sambungan: Sambungan) -> float:
    """Seconds of the reference: the rows just written, copied; commit included. They go away again."""
    mulai = time.perf_counter()
    sambungan.execute(f"INSERT INTO {ACUAN} ({KOLOM}) SELECT {KOLOM} FROM {KREDIT}")  # noqa: S608 - names of ours
    detik = time.perf_counter() - mulai
    sambungan.execute(f"TRUNCATE {ACUAN}")
    return detik
