"""Paging by key: the next page starts after the last row seen, so page 500 costs what page 1 costs."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

M = TypeVar("M", bound=Model)

UKURAN = 20
SESUDAH, SEBELUM = "sesudah", "sebelum"


@dataclass(frozen=True)
class Halaman(Generic[M]):
    """The rows of one page, and the addresses (query strings) of the pages beside it; empty: none."""

    baris: list[M]
    berikutnya: str
    sebelumnya: str


def halaman(
    queryset: QuerySet[M], urutan: tuple[str, ...], kueri: Mapping[str, str], ukuran: int = UKURAN
) -> Halaman[M]:
    """Return the page of `queryset` that the query string `kueri` (request.GET) asks for.

    `urutan` are columns of the model that together are unique, all with "-" or all without. A key that
    cannot be read gives the first page. One query; other parameters stay in the addresses.
    """
    turun = urutan[0].startswith("-")
    kolom = tuple(nama.lstrip("-") for nama in urutan)
    mundur, kunci = _kunci(queryset.model, kolom, kueri)
    if kunci:
        queryset = queryset.filter(_lewat(kolom, kunci, kecil=turun != mundur))
    arah = [f"{'-' if turun != mundur else ''}{nama}" for nama in kolom]
    baris = list(queryset.order_by(*arah)[: ukuran + 1])
    lebih, baris = len(baris) > ukuran, baris[:ukuran]
    if mundur:
        baris.reverse()
    ada_berikutnya, ada_sebelumnya = (bool(kunci), lebih) if mundur else (lebih, bool(kunci))
    return Halaman(
        baris,
        _alamat(kueri, SESUDAH, baris[-1], kolom) if baris and ada_berikutnya else "",
        _alamat(kueri, SEBELUM, baris[0], kolom) if baris and ada_sebelumnya else "",
    )


def _lewat(kolom: tuple[str, ...], kunci: list[Any], *, kecil: bool) -> Q:
    """Rows strictly beyond the key; the first column also as a plain bound, so that an index serves."""
    banding = "lt" if kecil else "gt"
    syarat = Q()
    for n, nama in enumerate(kolom):
        sama = {kolom[i]: kunci[i] for i in range(n)}
        syarat |= Q(**sama, **{f"{nama}__{banding}": kunci[n]})
    return Q(**{f"{kolom[0]}__{banding}e": kunci[0]}) & syarat


def _kunci(model: type[Model], kolom: tuple[str, ...], kueri: Mapping[str, str]) -> tuple[bool, list[Any]]:
    """(backwards, values of the key); no values without a key or with one that cannot be read."""
    mundur = SEBELUM in kueri
    teks = kueri.get(SEBELUM if mundur else SESUDAH, "")
    try:
        isi = json.loads(urlsafe_b64decode(teks.encode() + b"=="))
        if (
            len(isi) != len(kolom) or b"\x00" in "".join(isi).encode()
        ):  # texts only, and such as UTF-8 can write
            return False, []
        bidang: list[Any] = [model._meta.get_field(nama) for nama in kolom]
        nilai = [b.to_python(isian) for b, isian in zip(bidang, isi, strict=True)]
    except (ValueError, TypeError, ValidationError, RecursionError):
        return False, []
    return (mundur, nilai) if all(v is not None for v in nilai) else (False, [])


def _alamat(kueri: Mapping[str, str], nama: str, baris: Model, kolom: tuple[str, ...]) -> str:
    isi = json.dumps([str(getattr(baris, k)) for k in kolom], cls=DjangoJSONEncoder)
    parameter = QueryDict(mutable=True)
    parameter.update({k: v for k, v in kueri.items() if k not in {SESUDAH, SEBELUM}})
    parameter[nama] = urlsafe_b64encode(isi.encode()).decode().rstrip("=")
    return f"?{parameter.urlencode()}"
