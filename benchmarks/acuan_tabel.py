"""The reference of mass work: a bare INSERT … SELECT of the same rows into tables like theirs."""

import time

import psycopg

Sambungan = psycopg.Connection[tuple]  # type: ignore[type-arg]
KALI = 3


def sisipkan(sambungan: Sambungan, tabel: str, syarat: str = "true") -> float:
    """Seconds to write the rows of `tabel` that meet `syarat` into an empty table with its columns, defaults
    and indexes, without keys to others, checks and triggers; commit included. The calmest of some."""
    acuan = f"acuan_{tabel}"
    terbaik = float("inf")
    for _ in range(KALI):
        sambungan.execute(f"DROP TABLE IF EXISTS {acuan}")
        sambungan.execute(f"CREATE TABLE {acuan} (LIKE {tabel} INCLUDING DEFAULTS INCLUDING INDEXES)")
        sambungan.execute("CHECKPOINT")
        mulai = time.perf_counter()
        sambungan.execute(f"INSERT INTO {acuan} SELECT * FROM {tabel} WHERE {syarat}")  # noqa: S608 - names of ours
        terbaik = min(terbaik, time.perf_counter() - mulai)
        sambungan.execute(f"DROP TABLE {acuan}")
    return terbaik
