"""Set-based work in steps: each step its own transaction, one worker at a time, linear at any size.

Whoever dies loses the step under way; the next run does what is still missing.
"""

from typing import Any

from django.conf import settings
from django.db import connection, transaction


def per_halaman(sql: str, tabel: str, kunci: str, /, **isian: Any) -> int:
    """Run `sql` once for every range of pages of `tabel` (%(dari)s, %(sampai)s); returns the rows it wrote.

    `kunci` names what only one worker may do at a time.
    """
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_relation_size(%s::regclass) / current_setting('block_size')::int", [tabel])
        akhir = kursor.fetchone()[0]
    lebar = settings.SIKLUS_HALAMAN_PER_LANGKAH
    return sum(
        langkah(sql, kunci, dari=f"({awal},0)", sampai=f"({awal + lebar},0)", **isian)
        for awal in range(0, akhir, lebar)
    )


def sampai_habis(sql: str, kunci: str, /, **isian: Any) -> int:
    """Run `sql`, which takes at most %(banyak)s rows, until it finds no full step any more."""
    jumlah, banyak = 0, settings.SIKLUS_BARIS_PER_LANGKAH
    while True:
        dikerjakan = langkah(sql, kunci, banyak=banyak, **isian)
        jumlah += dikerjakan
        if dikerjakan < banyak:
            return jumlah


def langkah(sql: str, kunci: str, /, **isian: Any) -> int:
    """One step in its own transaction; returns the number of rows.

    Statistics of a table that was just filled are stale. Hash joins and fresh plans for the foreign keys
    (kept since the table was empty, they may read it whole for every row) keep a step linear all the same.
    """
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 7))", [kunci])
        kursor.execute("DISCARD PLANS")
        kursor.execute("SET LOCAL enable_nestloop = off")
        kursor.execute(sql, isian)
        return kursor.rowcount
