"""Queries of fixed shape: SQL made once per process, asked many times with other values.

Building SQL from a queryset with joins and annotations takes Django longer than PostgreSQL needs to answer
it (half the time of the home page). The queryset stays the one place where the query is written.
"""

import copy
from collections.abc import Callable
from datetime import date
from functools import cached_property
from types import SimpleNamespace
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.postgresql import base
from django.db.models import Field, ForeignKey, Lookup, QuerySet

_PG: Any = base  # its cursors are psycopg's, which its type stubs do not know
# Values that no caller uses: they mark in the parameters of the SQL where a caller's value goes.
_TANDA: dict[type, Callable[[int], Any]] = {
    UUID: lambda n: UUID(int=0xFACADE << 100 | n),
    date: lambda n: date(1901, 1, n),
    int: lambda n: 32_000 + n,  # fits every integer column
    str: lambda n: f"facade-{n}",
    list: lambda n: [UUID(int=0xFACADE << 100 | n)],
}


@ForeignKey.register_lookup
@Field.register_lookup
class SalahSatu(Lookup):
    """`filter(pk__salah_satu=[…])`: as `in`, but its SQL does not change with the length of the list."""

    lookup_name = "salah_satu"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The column compared with an array."""
        kiri, nilai = self.process_lhs(compiler, connection)
        return f"{kiri} = ANY(%s)", (*nilai, list(self.rhs))


class _Kursor(_PG.ServerBindingCursor):  # type: ignore[misc]
    """A cursor whose values travel apart from the SQL, and that can say what it ran when it was prepared, too.

    It has a name, as those that only read: the history then adds no statement of its own, which a prepared
    one does not bear.
    """

    name = "kueri_tetap"

    def _convert_query(self, query: Any, params: Any = None) -> Any:
        self._query = super()._convert_query(query, params)
        return self._query


class Siap(NamedTuple):
    """A query made ready: what its rows mean, and its SQL with a named place for each caller's value."""

    queryset: Any
    penyusun: Any
    sql: str  # empty: no row can match, whatever the values


class KueriTetap:
    """`KueriTetap(lambda pegawai: Model.objects.filter(pegawai=pegawai), pegawai=UUID)`, then `(pegawai=id)`.

    The types are UUID, date, int, str and list (for `__salah_satu`); None is not a value, because it would
    change the SQL. The shape must not depend on anything but these values: no language, no permission that
    differs between people (akses/kueri.py has those). PostgreSQL keeps the plan as well, per connection
    (`KUERI_SIAP` in the settings).
    """

    def __init__(self, susun: Callable[..., "QuerySet[Any]"], **jenis: type) -> None:
        self._susun = susun
        self._jenis = jenis

    def __call__(self, **nilai: Any) -> list[Any]:
        """The rows for these values, as the queryset gives them. Raises TypeError for other values."""
        periksa(self._jenis, nilai)
        return jalankan(self._siap, nilai)

    def pertama(self, **nilai: Any) -> Any:
        """The first row, or None."""
        return next(iter(self(**nilai)), None)

    @cached_property
    def _siap(self) -> Siap:
        nilai = tanda(self._jenis)
        return siapkan(self._susun(**nilai), nilai)


def periksa(jenis: dict[str, type], nilai: dict[str, Any]) -> None:
    """Raise TypeError unless there is a value of the right type for each name."""
    if nilai.keys() != jenis.keys():
        raise TypeError(f"needs {sorted(jenis)}, not {sorted(nilai)}")
    for nama, satu in jenis.items():
        if not isinstance(nilai[nama], satu):
            raise TypeError(f"{nama} must be {satu.__name__}, not {nilai[nama]!r}")


def tanda(jenis: dict[str, type]) -> dict[str, Any]:
    """A value for each name that no caller uses."""
    return {nama: _TANDA[tipe](n) for n, (nama, tipe) in enumerate(jenis.items(), start=1)}


def siapkan(queryset: "QuerySet[Any]", nilai: dict[str, Any], boleh_tiada: str = "") -> Siap:
    """Compile a queryset made with the values of `tanda`.

    Raises ValueError when its SQL does not ask for one of them; `boleh_tiada` names one that may be missing.
    """
    penyusun = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
    try:
        sql, params = penyusun.as_sql()
    except EmptyResultSet:
        return Siap(queryset, penyusun, "")
    pemilik = [next((n for n, t in nilai.items() if p == t), "") for p in params]
    if hilang := nilai.keys() - {*pemilik, boleh_tiada}:
        raise ValueError(f"{sorted(hilang)} do not appear as parameters of the query")
    konversi = penyusun.get_converters([kolom for kolom, *_sql in penyusun.select[: penyusun.col_count]])
    penyusun.get_converters = lambda _kolom: konversi  # the same for every call
    tempat = [f"%({n})s" if n else _harfiah(p) for n, p in zip(pemilik, params, strict=True)]
    return Siap(queryset, penyusun, sql % tuple(tempat))


def _harfiah(nilai: Any) -> str:
    """A value that is the same in every call, as it stands in the SQL."""
    with connections[DEFAULT_DB_ALIAS].cursor() as kursor:
        return str(_PG.Cursor(kursor.connection).mogrify("%s", [nilai])).replace("%", "%%")


def kursor_siap() -> Any:
    """A cursor for SQL of fixed text with named values, whose plan PostgreSQL keeps; also in the log of queries."""
    koneksi: Any = connections[DEFAULT_DB_ALIAS]
    koneksi.ensure_connection()
    return koneksi._prepare_cursor(_Kursor(koneksi.connection))


def jalankan(siap: Siap, nilai: dict[str, Any]) -> list[Any]:
    """The rows of a query made ready, for these values."""
    if not siap.sql:
        return []
    with kursor_siap() as kursor:
        kursor.execute(siap.sql, nilai)
        baris = kursor.fetchall()
    satu = copy.copy(siap.penyusun)  # carries what the rows mean; only rows and connection are this call's
    satu.connection = connections[DEFAULT_DB_ALIAS]
    satu.execute_sql = lambda *_a, **_k: [baris]
    query: Any = copy.copy(siap.queryset.query)
    query.get_compiler = lambda *_a, **_k: satu
    wadah: Any = SimpleNamespace(
        db=DEFAULT_DB_ALIAS, query=query, _known_related_objects={}, _fields=siap.queryset._fields
    )
    baca: Any = siap.queryset._iterable_class
    return list(baca(wadah))
