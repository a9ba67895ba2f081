"""Set-based work in steps: each step its own transaction, one worker at a time, linear at any size.

Whoever dies loses the step under way; the next run does what is still missing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper


class Sambung(Enum):
    """How a step joins its rows to those of other tables. Statistics of a table that was just filled are stale
    and must not decide it: a table read whole for every row is not linear."""

    SEKALI = ("nestloop",)  # every table once: a step needs much of them
    PER_BARIS = ("seqscan", "hashjoin", "mergejoin")  # by index for every row: a step needs little of much


def per_halaman(
    sql: str, tabel: str, kunci: str, /, *, sambung: Sambung = Sambung.SEKALI, **isian: Any
) -> int:
    """Run `sql` once for every range of pages of `tabel` (%(dari)s, %(sampai)s); returns the rows it wrote.

    `kunci` names what only one worker may do at a time.
    """
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_relation_size(%s::regclass) / current_setting('block_size')::int", [tabel])
        akhir = kursor.fetchone()[0]
    return per_rentang(sql, 0, akhir, kunci, sambung=sambung, **isian)


def per_rentang(
    sql: str, awal: int, akhir: int, kunci: str, /, *, sambung: Sambung = Sambung.SEKALI, **isian: Any
) -> int:
    """The same for the pages from `awal` to before `akhir`."""
    lebar = settings.SIKLUS_HALAMAN_PER_LANGKAH
    return sum(
        langkah(sql, kunci, sambung=sambung, dari=f"({n},0)", sampai=f"({n + lebar},0)", **isian)
        for n in range(awal, akhir, lebar)
    )


def sampai_habis(sql: str, kunci: str, /, **isian: Any) -> int:
    """Run `sql`, which takes at most %(banyak)s rows, until it finds no full step any more."""
    jumlah, banyak = 0, settings.SIKLUS_BARIS_PER_LANGKAH
    while True:
        dikerjakan = langkah(sql, kunci, banyak=banyak, **isian)
        jumlah += dikerjakan
        if dikerjakan < banyak:
            return jumlah


def langkah(sql: str, kunci: str, /, *, sambung: Sambung = Sambung.SEKALI, **isian: Any) -> int:
    """One step in its own transaction; returns the number of rows."""
    with satu_langkah(kunci, sambung) as kursor:
        kursor.execute(sql, isian)
        return int(kursor.rowcount)


@contextmanager
def satu_langkah(kunci: str, sambung: Sambung = Sambung.SEKALI) -> Iterator[CursorWrapper]:
    """The transaction of a step of more than one statement; the cursor in it.

    Plans for the foreign keys, kept since the table was empty, may read it whole for every row: they go.
    """
    with transaction.atomic(), connection.cursor() as kursor:
        sendirian(kunci)
        kursor.execute("DISCARD PLANS")
        kursor.execute("SET LOCAL jit = off")  # compiling takes longer than a step
        for cara in sambung.value:
            kursor.execute(f"SET LOCAL enable_{cara} = off")
        yield kursor


def sendirian(kunci: str) -> None:
    """Wait until nobody else works under this name, until the end of the transaction."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 7))", [kunci])
