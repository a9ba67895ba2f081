"""Candidates of a closed year and a bonus run for everybody, beside a bare INSERT … SELECT of the same rows."""

import json
import time

import psycopg

from benchmarks.hasil import Angka
from benchmarks.lingkungan import Lingkungan

NISBAH, MIB = 5, 300
KANDIDAT, BONUS = "penghargaan_kandidatpenghargaan", "penghargaan_barisbonus"

Sambungan = psycopg.Connection[tuple]  # type: ignore[type-arg]

_AKUR = (
    "SET session_replication_role = replica",  # our own data: neither triggers nor foreign keys
    f"DELETE FROM {KANDIDAT}",  # noqa: S608 - names of ours
    f"DELETE FROM {BONUS}",  # noqa: S608 - names of ours
    "SET session_replication_role = DEFAULT",
    f"VACUUM (ANALYZE) {KANDIDAT}",
    f"VACUUM (ANALYZE) {BONUS}",
)


def ukur(lingkungan: Lingkungan, _pegawai: int) -> list[Angka]:
    """One computation of each by a process of its own, and the reference with the rows it wrote."""
    with lingkungan.sambung() as sambungan:
        for perintah in ("TRUNCATE penghargaan_usulanpenghargaan CASCADE", *_AKUR):
            sambungan.execute(perintah)
        sambungan.execute("CHECKPOINT")
        kami = json.loads(lingkungan.anak("anak_penghargaan"))
        acuan = {tabel: _acuan(sambungan, tabel) for tabel in (KANDIDAT, BONUS)}
    memori = kami["kib"] / 1024
    return [
        Angka(
            f"Kandidat penghargaan, {kami['kandidat']} baris", "detik", kami["detik_kandidat"],
            acuan[KANDIDAT], NISBAH, "nisbah", kami,
        ),
        Angka(
            f"Perhitungan bonus, {kami['bonus']} baris", "detik", kami["detik_bonus"], acuan[BONUS],
            NISBAH, "nisbah",
        ),
        Angka("Kandidat dan bonus: puncak memori proses", "MiB", memori, None, MIB),
    ]  # fmt: skip


def _acuan(sambungan: Sambungan, tabel: str) -> float:
    """Seconds of writing the same rows into an empty table with the same indexes, commit included."""
    sambungan.execute("DROP TABLE IF EXISTS acuan_massal")
    sambungan.execute(f"CREATE TABLE acuan_massal (LIKE {tabel} INCLUDING DEFAULTS)")
    indeks = sambungan.execute("SELECT indexdef FROM pg_indexes WHERE tablename = %s", [tabel]).fetchall()
    for (definisi,) in indeks:
        awal, _, akhir = definisi.partition(f" ON public.{tabel} ")
        unik = "UNIQUE " if awal.startswith("CREATE UNIQUE") else ""
        sambungan.execute(f"CREATE {unik}INDEX ON acuan_massal {akhir}")
    sambungan.execute("CHECKPOINT")
    mulai = time.perf_counter()
    sambungan.execute(f"INSERT INTO acuan_massal SELECT * FROM {tabel}")  # noqa: S608 - names of ours
    detik = time.perf_counter() - mulai
    sambungan.execute("DROP TABLE acuan_massal")
    return detik
