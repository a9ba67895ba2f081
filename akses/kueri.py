"""Queries behind a permission whose SQL is made once for everybody who stands in the same relations.

A permission is a condition that depends on who asks; but an employee without a role differs from the next only
by his key. So the SQL is kept for each set of relations and scopes, and the key is a value like any other.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from akses.enums import Izin, Peran, Relasi
from akses.matriks import MATRIKS
from akses.pelaku import Pelaku
from inti.kueri import Siap, jalankan, periksa, siapkan, tanda

ORANG = "_pelaku"  # the place of his key in the SQL
BENTUK_TERSIMPAN = 64  # per query and process; heads of units have one each


class _Bentuk(NamedTuple):
    """What of a person shapes the SQL: everything but his key."""

    berorang: bool
    unit_path: str
    memimpin: tuple[str, ...]
    peran: tuple[tuple[Peran, tuple[str, ...]], ...]


class KueriPelaku:
    """`KueriPelaku(lambda pelaku, pk: terlihat_oleh(…, pelaku, Izin.X).filter(pk=pk), Izin.X, pk=UUID)`.

    Then `(pelaku, pk=kunci)`. All permissions that the queryset asks for must be named: of the person it is
    given only what these permissions look at, so that one left out gives no rows rather than too many.
    """

    def __init__(self, susun: Callable[..., "QuerySet[Any]"], *izin: Izin, **jenis: type) -> None:
        self._susun = susun
        self._relasi = frozenset[Relasi]().union(*(MATRIKS[i] for i in izin))
        self._jenis = jenis
        self._siap = lru_cache(maxsize=BENTUK_TERSIMPAN)(self._buat)

    def __call__(self, pelaku: Pelaku, **nilai: Any) -> list[Any]:
        """The rows that this person may see, for these values. Raises TypeError for other values."""
        periksa(self._jenis, nilai)
        siap = self._siap(self._bentuk(pelaku))
        return jalankan(siap, {**nilai, ORANG: pelaku.pegawai_id})

    def pertama(self, pelaku: Pelaku, **nilai: Any) -> Any:
        """The first row, or None."""
        return next(iter(self(pelaku, **nilai)), None)

    def _bentuk(self, pelaku: Pelaku) -> _Bentuk:
        return _Bentuk(
            berorang=pelaku.pegawai_id is not None,
            unit_path=pelaku.unit_path if Relasi.REKAN in self._relasi else "",
            memimpin=pelaku.memimpin if Relasi.KEPALA in self._relasi else (),
            peran=tuple(sorted((p, a) for p, a in pelaku.peran.items() if Relasi(str(p)) in self._relasi)),
        )

    def _buat(self, bentuk: _Bentuk) -> Siap:
        nilai = tanda({**self._jenis, ORANG: UUID})
        orang = Pelaku(
            pegawai_id=nilai[ORANG] if bentuk.berorang else None,
            unit_path=bentuk.unit_path,
            peran=dict(bentuk.peran),
            memimpin=bentuk.memimpin,
        )
        milik = {nama: nilai[nama] for nama in self._jenis}
        return siapkan(self._susun(orang, **milik), nilai, boleh_tiada=ORANG)
