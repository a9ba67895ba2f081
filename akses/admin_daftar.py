"""Lists of the web admin that stay quick with millions of rows."""

from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.paginator import InvalidPage
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from unfold.views import ChangeList

from inti.paginasi import HalamanTanpaHitung
from pegawai.services.cari import TEMUAN


class DaftarRingkas(ChangeList):
    """A change list that never counts: the page, and whether there is a next one."""

    halaman: HalamanTanpaHitung

    def __init__(self, *isi: Any, **lain: Any) -> None:
        """Called what it lists."""
        super().__init__(*isi, **lain)
        self.title = capfirst(self.opts.verbose_name_plural)

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Any]) -> list[str]:
        """What a search found: the nearest first."""
        urutan: list[str] = super().get_ordering(request, queryset)
        return [f"-{TEMUAN}", *urutan] if TEMUAN in queryset.query.annotations else urutan

    def get_results(self, request: HttpRequest) -> None:
        """Fill the page; a number out of range is refused like any other nonsense in the address."""
        ditemukan = TEMUAN in self.queryset.query.annotations
        qs = self._kunci() if ditemukan else self._ringkas(self.queryset)
        paginator = self.model_admin.get_paginator(request, qs, self.list_per_page)
        try:
            self.halaman = paginator.page(self.page_num)
        except InvalidPage as galat:
            raise IncorrectLookupParameters from galat
        if ditemukan:
            self.halaman.object_list = self._isi(self.halaman.object_list)
        self.result_list = self.halaman.object_list
        self.result_count = len(self.result_list)
        self.paginator = paginator
        self.full_result_count = None
        self.show_full_result_count = self.can_show_all = self.multi_page = False
        self.show_admin_actions = True

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

    def tautan_halaman(self, nomor: int) -> str:
        """The address of another page of the same list."""
        return self.get_query_string({"p": nomor})
