"""Fast, all-or-nothing loading: COPY, and constraints that are set again after the rows are in.

Foreign keys, unique and exclusion constraints and indexes of the tables are dropped, the rows written, then
everything is made again from its own definition, which checks every row at once. Triggers of the tables
(history, append-only) rest meanwhile. All of it is inside the caller's transaction.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

_FK, _LAIN = "f", "ux"
_CARI_BATASAN = """
SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid), contype::text
FROM pg_constraint WHERE conrelid = ANY(%s::regclass[]) AND contype IN ('f', 'u', 'x')
ORDER BY position(contype::text IN 'uxf'), conname
"""
_CARI_INDEKS = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
WHERE i.indrelid = ANY(%s::regclass[]) AND NOT i.indisprimary
  AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('u', 'x'))
ORDER BY 1
"""


@contextmanager
def batasan_ditunda(tabel: list[str]) -> Iterator[None]:
    """Within it the tables take rows without constraints, indexes and triggers; after it all hold again."""
    with connection.cursor() as kursor:
        kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        kursor.execute(_CARI_BATASAN, [tabel])
        batasan = kursor.fetchall()
        kursor.execute(_CARI_INDEKS, [tabel])
        indeks = kursor.fetchall()
        for nama_tabel, nama, _, _ in reversed(batasan):
            kursor.execute(f"ALTER TABLE {nama_tabel} DROP CONSTRAINT {nama}")
        for nama, _ in indeks:
            kursor.execute(f"DROP INDEX {nama}")
        for nama_tabel in tabel:
            kursor.execute(f"ALTER TABLE {nama_tabel} DISABLE TRIGGER USER")
    yield
    with connection.cursor() as kursor:
        _pasang(kursor, [b for b in batasan if b[3] != _FK], [d for _, d in indeks])
        kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        _pasang(kursor, [b for b in batasan if b[3] == _FK], [])
        for nama_tabel in tabel:
            kursor.execute(f"ALTER TABLE {nama_tabel} ENABLE TRIGGER USER")
            kursor.execute(f"ANALYZE {nama_tabel}")


def _pasang(kursor: Any, batasan: Iterable[tuple[str, str, str, str]], indeks: Iterable[str]) -> None:
    for nama_tabel, nama, definisi, _ in batasan:
        kursor.execute(f"ALTER TABLE {nama_tabel} ADD CONSTRAINT {nama} {definisi}")
    for definisi in indeks:
        kursor.execute(definisi)


def salin(tabel: str, kolom: str, baris: Iterable[str]) -> None:
    """COPY lines (tab between values, `\\N` for NULL, each with its line end) into the table."""
    with connection.cursor() as kursor, kursor.copy(f"COPY {tabel} ({kolom}) FROM STDIN") as aliran:
        for bagian in baris:
            aliran.write(bagian)


def baris(*nilai: Any) -> str:
    """One line of COPY from values without tabs, line ends or backslashes."""
    return "\t".join("\\N" if n is None else str(n) for n in nilai) + "\n"
