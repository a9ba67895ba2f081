"""Lists of the web admin that stay quick with millions of rows."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.paginator import InvalidPage
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from unfold.views import ChangeList

from inti.angka import tulis_angka
from inti.paginasi_kunci import (
    AKHIR,
    PARAMETER,
    PERKIRAAN_MAKS,
    SEBELUM,
    SESUDAH,
    UJUNG,
    HalamanKunci,
    halaman_kunci,
    perkiraan,
    urai_urutan,
)
from pegawai.services.cari import TEMUAN, URUT_NIP


@dataclass(frozen=True)
class Tautan:
    """A link to another page of a list; `rel` says which for programs that read it."""

    rel: str
    teks: str
    alamat: str


class DaftarRingkas(ChangeList):
    """A change list that never counts: the page, and whether there are others. Pages are found by key.

    Only what a search by name has found has page numbers: it is at most some hundred rows, in the order of likeness.
    """

    tautan: list[Tautan]
    result_list: list[Any]
    _halaman: HalamanKunci
    _terhitung: bool  # what a search has found is not counted again

    def __init__(self, request: HttpRequest, *isi: Any, **lain: Any) -> None:
        """Called what it lists."""
        super().__init__(request, *isi, **lain)
        self.title = capfirst(self.opts.verbose_name_plural)

    def get_filters_params(self, params: Any = None) -> dict[str, Any]:
        """Without the place in the list, which also no link to another filter or search carries on."""
        for nama in PARAMETER:
            self.params.pop(nama, None)
            self.filter_params.pop(nama, None)
        hasil: dict[str, Any] = super().get_filters_params(params)
        return hasil

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Any]) -> list[str]:
        """What a search found: the nearest first, or by NIP, whose index has found it."""
        if URUT_NIP in queryset.query.annotations:
            return [URUT_NIP, "pk"]
        urutan: list[str] = super().get_ordering(request, queryset)
        return [f"-{TEMUAN}", *urutan] if TEMUAN in queryset.query.annotations else urutan

    def get_results(self, request: HttpRequest) -> None:
        """Fill the page; a number out of range is refused like any other nonsense in the address.

        A list that becomes a file (`request.tanpa_halaman`) needs no page.
        """
        if getattr(request, "tanpa_halaman", False):
            self.result_list: Any = []
        elif TEMUAN in self.queryset.query.annotations:
            self._isi_temuan(request)
        else:
            self._isi_kunci(request)
        self.result_count = len(self.result_list)
        self.full_result_count = None
        self.show_full_result_count = self.can_show_all = self.multi_page = False
        self.show_admin_actions = True

    # --- by key

    def _isi_kunci(self, request: HttpRequest) -> None:
        urutan = urai_urutan(self.queryset, self.get_ordering(request, self.queryset))
        dua_langkah = self._tersaring()
        qs = self.queryset.select_related(None).only("pk") if dua_langkah else self._ringkas(self.queryset)
        h = halaman_kunci(qs, urutan, request.GET.dict(), self.list_per_page)
        self.result_list = self._isi([baris.pk for baris in h.baris]) if dua_langkah else h.baris
        self._halaman, self._terhitung = h, False
        self.tautan = [
            *self._ke(
                h.sebelum, ("first", _("Pertama"), {}), ("prev", _("Sebelumnya"), {SEBELUM: h.sebelum})
            ),
            *self._ke(
                h.sesudah,
                ("next", _("Berikutnya"), {SESUDAH: h.sesudah}),
                ("last", _("Terakhir"), {UJUNG: AKHIR}),
            ),
        ]

    def _tersaring(self) -> bool:
        """Whether it may have to be sorted: then without the tables beside it, which are read for one page."""
        query = self.queryset.query
        return bool(
            query.select_related and (self.query or self.has_active_filters or len(query.alias_map) > 1)
        )

    def _ke(self, ada: str, *tautan: tuple[str, str, dict[str, str]]) -> list[Tautan]:
        return [Tautan(rel, teks, self.get_query_string(isian)) for rel, teks, isian in tautan] if ada else []

    @cached_property
    def letak(self) -> str:
        """“Baris 26–50 dari 1.000+”: asked by the page only, the list as a file does without."""
        return _letak(self._halaman, "" if self._terhitung else self._seluruhnya())

    def _seluruhnya(self) -> str:
        """How many rows there are, as far as a glance tells."""
        banyak = perkiraan(self.queryset)
        return f"{tulis_angka(PERKIRAAN_MAKS)}+" if banyak > PERKIRAAN_MAKS else tulis_angka(banyak)

    # --- what a search by name has found

    def _isi_temuan(self, request: HttpRequest) -> None:
        paginator = self.model_admin.get_paginator(request, self._kunci(), self.list_per_page)
        try:
            h = paginator.page(self.page_num)
        except InvalidPage as galat:
            raise IncorrectLookupParameters from galat
        self.paginator, self.result_list = paginator, self._isi(h.object_list)
        self._halaman, self._terhitung = HalamanKunci(self.result_list, h.start_index()), True
        self.tautan = [
            *self._ke("y" if h.number > 1 else "", ("prev", _("Sebelumnya"), {"p": str(h.number - 1)})),
            *self._ke("y" if h.has_next() else "", ("next", _("Berikutnya"), {"p": str(h.number + 1)})),
        ]

    def _ringkas(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        kolom = self.model_admin.kolom_baca
        return queryset.defer(None).only(*kolom) if kolom else queryset

    def _kunci(self) -> QuerySet[Any]:
        """Of what a search found only keys are sorted; the tables beside them are read for one page."""
        return self.queryset.select_related(None).values_list("pk", flat=True)

    def _isi(self, kunci: Any) -> list[Any]:
        """The rows of these keys, in their order; `root_queryset` is within the scope as the keys are."""
        semua = self.apply_select_related(self.root_queryset.filter(pk__in=kunci))
        menurut = {baris.pk: baris for baris in self._ringkas(semua)}
        return [menurut[k] for k in kunci if k in menurut]


def _letak(h: HalamanKunci, seluruhnya: str) -> str:
    """Which rows these are, and of how many."""
    if not h.baris:
        return ""
    isian = {
        "awal": tulis_angka(h.nomor),
        "akhir": tulis_angka(h.nomor + len(h.baris) - 1),
        "banyak": tulis_angka(len(h.baris)),
        "dari": seluruhnya,
    }
    if not h.nomor:
        pola = (
            _("%(banyak)s baris dari %(dari)s") if h.sesudah else _("%(banyak)s baris terakhir dari %(dari)s")
        )
    elif seluruhnya:
        satu, banyak = _("Baris %(awal)s dari %(dari)s"), _("Baris %(awal)s–%(akhir)s dari %(dari)s")
        pola = satu if len(h.baris) == 1 else banyak
    else:
        pola = _("Baris %(awal)s") if len(h.baris) == 1 else _("Baris %(awal)s–%(akhir)s")
    return pola % isian
