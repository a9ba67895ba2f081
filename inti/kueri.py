"""Queries of fixed shape: SQL made once per process, asked many times with other values.

Building SQL from a queryset with joins and annotations takes Django longer than PostgreSQL needs to answer
it (half the time of the home page). The queryset stays the one place where the query is written.
"""

import copy
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

# Values that no caller uses: they mark in the parameters of the SQL where a caller's value goes.
_TANDA: dict[type, Callable[[int], Any]] = {
    UUID: lambda n: UUID(int=0xFACADE << 100 | n),
    date: lambda n: date(1901, 1, n),
    int: lambda n: 32_000 + n,  # fits every integer column
}


class KueriTetap:
    """`KueriTetap(lambda pegawai: Model.objects.filter(pegawai=pegawai), pegawai=UUID)`, then `(pegawai=id)`.

    The types are UUID, date and int; None is not a value, because it would change the SQL. The shape must not
    depend on anything but these values: no lists, no language, no permission that differs between people.
    """

    def __init__(self, susun: Callable[..., "QuerySet[Any]"], **jenis: type) -> None:
        self._susun = susun
        self._jenis = jenis

    def __call__(self, **nilai: Any) -> list[Any]:
        """The rows for these values, as the queryset gives them. Raises TypeError for other values."""
        if nilai.keys() != self._jenis.keys():
            raise TypeError(f"needs {sorted(self._jenis)}, not {sorted(nilai)}")
        for nama, jenis in self._jenis.items():
            if not isinstance(nilai[nama], jenis):
                raise TypeError(f"{nama} must be {jenis.__name__}, not {nilai[nama]!r}")
        return list(self._jalankan(nilai))

    def pertama(self, **nilai: Any) -> Any:
        """The first row, or None."""
        return next(iter(self(**nilai)), None)

    @cached_property
    def _siap(self) -> tuple[Any, Any, str, list[tuple[str, Any]]]:
        """The queryset, its compiler, the SQL, and per parameter whose value it is (or its own)."""
        tanda = {nama: _TANDA[jenis](n) for n, (nama, jenis) in enumerate(self._jenis.items(), start=1)}
        queryset = self._susun(**tanda)
        penyusun = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, params = penyusun.as_sql()
        pemilik = [(next((n for n, t in tanda.items() if p == t), ""), p) for p in params]
        hilang = tanda.keys() - {nama for nama, _ in pemilik}
        if hilang:
            raise ValueError(f"{sorted(hilang)} do not appear as parameters of the query")
        return queryset, penyusun, sql, pemilik

    def _jalankan(self, nilai: dict[str, Any]) -> Iterator[Any]:
        queryset, penyusun, sql, pemilik = self._siap
        params = tuple(nilai[nama] if nama else tetap for nama, tetap in pemilik)
        satu = copy.copy(penyusun)  # carries what the rows mean; only SQL and connection are this call's
        satu.connection = connections[DEFAULT_DB_ALIAS]
        satu.as_sql = lambda *_a, **_k: (sql, params)
        query: Any = copy.copy(queryset.query)
        query.get_compiler = lambda *_a, **_k: satu
        wadah: Any = SimpleNamespace(
            db=DEFAULT_DB_ALIAS, query=query, _known_related_objects={}, _fields=queryset._fields
        )
        baca: Any = queryset._iterable_class
        return iter(baca(wadah))
