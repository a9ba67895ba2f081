"""Pages of a list of any order by key: the next page begins after the last row seen, however deep it lies.

Unlike `inti.halaman` the order is whatever a list has: mixed directions, columns of other tables, empty values.
A row that is added between two visits neither doubles nor hides another one. The key travels in the address with
the number of the first row, so that a bookmark and the way back work; a key that cannot be read gives the first page.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import F, Field, Q, QuerySet, Value
from django.utils import timezone

SESUDAH, SEBELUM, UJUNG = "sesudah", "sebelum", "ujung"
PARAMETER = (SESUDAH, SEBELUM, UJUNG)
AKHIR = "akhir"  # the value of UJUNG
PERKIRAAN_MAKS = 1000  # rows counted at most; more are “1.000+”
NOMOR_MAKS = 10**9
DALAM_MAKS = 5  # foreign keys followed to the order of what they point to
_NILAI = "_kunci_{}"


@dataclass(frozen=True)
class Urut:
    """One column of an order."""

    kolom: str
    turun: bool
    bidang: "Field[Any, Any]"
    kosong: (
        bool  # whether it may be empty: PostgreSQL puts empty values last, and first when it sorts downwards
    )


@dataclass(frozen=True)
class HalamanKunci:
    """The rows of one page; where the pages beside it begin ("" when there is none); the number of its first row.

    `nomor` is 0 where it is not known: a list is not counted to know how far its end is.
    """

    baris: list[Any]
    nomor: int = 1
    sebelum: str = ""
    sesudah: str = ""


@dataclass(frozen=True)
class _Kunci:
    nilai: Sequence[Any]
    nomor: int
    mundur: bool


def urai_urutan(queryset: QuerySet[Any], urutan: Sequence[str]) -> list[Urut]:
    """The columns of an order; a foreign key stands for the order of what it points to.

    Raises FieldDoesNotExist for what is no column.
    """
    semua: list[Urut] = []
    for nama in urutan:
        if not isinstance(nama, str):
            raise FieldDoesNotExist(f"{nama} is no column")
        semua += _urai(queryset, nama.removeprefix("-"), nama.startswith("-"), 0)
    pertama: dict[str, Urut] = {}
    for satu in semua:
        pertama.setdefault(satu.kolom, satu)  # a column counts where it stands first
    return list(pertama.values())


def _urai(queryset: QuerySet[Any], nama: str, turun: bool, dalam: int) -> list[Urut]:
    if anotasi := queryset.query.annotations.get(nama):
        return [Urut(nama, turun, anotasi.output_field, kosong=False)]
    model: Any = queryset.model
    kosong, bidang = False, model._meta.pk
    for bagian in nama.split("__"):
        bidang = model._meta.pk if bagian == "pk" else model._meta.get_field(bagian)
        kosong |= bool(bidang.null)
        model = bidang.related_model or model
    akhir = nama.rpartition("__")[2]
    if bidang.is_relation and akhir not in {"pk", getattr(bidang, "attname", "")} and dalam < DALAM_MAKS:
        lanjut = model._meta.ordering or ["pk"]
        return [
            u
            for n in lanjut
            for u in _urai(queryset, f"{nama}__{n.removeprefix('-')}", turun != n.startswith("-"), dalam + 1)
        ]
    return [Urut(nama, turun, bidang, kosong)]


def halaman_kunci(
    queryset: QuerySet[Any], urutan: Sequence[Urut], kueri: Mapping[str, str], ukuran: int
) -> HalamanKunci:
    """The page that the query string asks for. The order must be unique as a whole.

    One query; two when what stood beside the key is gone.
    """
    kunci = _baca(kueri, urutan)
    nilai = {_NILAI.format(n): F(u.kolom) for n, u in enumerate(urutan)}
    queryset = queryset.annotate(**nilai)
    if kunci is None:
        return (
            _terakhir(queryset, urutan, ukuran)
            if kueri.get(UJUNG) == AKHIR
            else _pertama(queryset, urutan, ukuran)
        )
    sisa = queryset.filter(_lewat(urutan, kunci))
    baris, lebih = _ambil(sisa, urutan, ukuran, mundur=kunci.mundur)
    if kunci.mundur and not lebih:
        return _pertama(queryset, urutan, ukuran)
    if not baris:
        return _terakhir(queryset, urutan, ukuran)
    if kunci.mundur:
        nomor = max(1, kunci.nomor - len(baris)) if kunci.nomor else 0
        return _susun(baris, nomor, ada_sebelum=True, ada_sesudah=True)
    return _susun(baris, kunci.nomor, ada_sebelum=True, ada_sesudah=lebih)


def perkiraan(queryset: QuerySet[Any]) -> int:
    """How many rows there are, at most PERKIRAAN_MAKS + 1: as many are looked at."""
    satu = queryset.order_by().values_list(Value(1))
    return len(satu[: PERKIRAAN_MAKS + 1])


def _pertama(queryset: QuerySet[Any], urutan: Sequence[Urut], ukuran: int) -> HalamanKunci:
    baris, lebih = _ambil(queryset, urutan, ukuran)
    return _susun(baris, 1, ada_sebelum=False, ada_sesudah=lebih)


def _terakhir(queryset: QuerySet[Any], urutan: Sequence[Urut], ukuran: int) -> HalamanKunci:
    baris, lebih = _ambil(queryset, urutan, ukuran, mundur=True)
    return _susun(baris, 0 if lebih else 1, ada_sebelum=lebih, ada_sesudah=False)


def _ambil(
    queryset: QuerySet[Any], urutan: Sequence[Urut], ukuran: int, *, mundur: bool = False
) -> tuple[list[Any], bool]:
    """The first rows in this direction, in the order of the list, and whether there are more."""
    arah = [F(u.kolom).desc() if u.turun != mundur else F(u.kolom).asc() for u in urutan]
    baris = list(queryset.order_by(*arah)[: ukuran + 1])
    lebih, baris = len(baris) > ukuran, baris[:ukuran]
    return (baris[::-1] if mundur else baris), lebih


def _susun(baris: list[Any], nomor: int, *, ada_sebelum: bool, ada_sesudah: bool) -> HalamanKunci:
    lanjut = nomor + len(baris) if nomor else 0
    return HalamanKunci(
        baris,
        nomor,
        _tulis(baris[0], nomor) if baris and ada_sebelum else "",
        _tulis(baris[-1], lanjut) if baris and ada_sesudah else "",
    )


# --- beyond a key -------------------------------------------------------------------------------------------


def _lewat(urutan: Sequence[Urut], kunci: _Kunci) -> Q:
    """Rows strictly beyond the key; the first column also as a plain bound, so that an index serves."""
    syarat, sama = Q(pk__in=[]), Q()
    for satu, nilai in zip(urutan, kunci.nilai, strict=True):
        if (lewat := _di_balik(satu, nilai, turun=satu.turun != kunci.mundur)) is not None:
            syarat |= sama & lewat
        sama &= Q(**{f"{satu.kolom}__isnull": True} if nilai is None else {satu.kolom: nilai})
    awal = urutan[0]
    if awal.kosong:
        return syarat
    banding = "lte" if awal.turun != kunci.mundur else "gte"
    return Q(**{f"{awal.kolom}__{banding}": kunci.nilai[0]}) & syarat


def _di_balik(satu: Urut, nilai: Any, *, turun: bool) -> Q | None:
    """What comes after this value in one column; None when nothing does. Empty values come last, downwards first."""
    if nilai is None:
        return Q(**{f"{satu.kolom}__isnull": False}) if turun else None
    lewat = Q(**{f"{satu.kolom}__{'lt' if turun else 'gt'}": nilai})
    return lewat | Q(**{f"{satu.kolom}__isnull": True}) if satu.kosong and not turun else lewat


# --- the key in an address ----------------------------------------------------------------------------------


def _tulis(baris: Any, nomor: int) -> str:
    nilai: list[str | None] = []
    while hasattr(baris, nama := _NILAI.format(len(nilai))):
        isi = getattr(baris, nama)
        nilai.append(None if isi is None else str(isi))
    teks = json.dumps([nomor, *nilai], ensure_ascii=False, separators=(",", ":"))
    return urlsafe_b64encode(teks.encode()).decode().rstrip("=")


def _baca(kueri: Mapping[str, str], urutan: Sequence[Urut]) -> _Kunci | None:
    mundur = SEBELUM in kueri
    teks = kueri.get(SEBELUM if mundur else SESUDAH, "")
    try:
        nomor, *isi = json.loads(urlsafe_b64decode(teks.encode() + b"=="))
        if type(nomor) is not int or not 0 <= nomor <= NOMOR_MAKS or len(isi) != len(urutan):
            return None
        return _Kunci([_nilai(u, satu) for u, satu in zip(urutan, isi, strict=True)], nomor, mundur)
    except (ValueError, TypeError, ValidationError, RecursionError):
        return None


def _nilai(urut: Urut, isi: Any) -> Any:
    """The value of a column from its text. Raises ValueError, TypeError or ValidationError for anything else."""
    if isi is None and urut.kosong:
        return None
    if not isinstance(isi, str) or b"\x00" in isi.encode():
        raise ValueError("no text that a column could hold")
    nilai = urut.bidang.to_python(isi)
    if nilai is None or (isinstance(nilai, datetime) and timezone.is_naive(nilai)):
        raise ValueError("no value of this column")
    return nilai
