"""Lists of the web admin that stay quick with millions of rows."""

from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.paginator import InvalidPage
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from unfold.views import ChangeList

from inti.paginasi import HalamanTanpaHitung


class DaftarRingkas(ChangeList):
    """A change list that never counts: the page, and whether there is a next one."""

    halaman: HalamanTanpaHitung

    def __init__(self, *isi: Any, **lain: Any) -> None:
        """Called what it lists."""
        super().__init__(*isi, **lain)
        self.title = capfirst(self.opts.verbose_name_plural)

    def get_results(self, request: HttpRequest) -> None:
        """Fill the page; a number out of range is refused like any other nonsense in the address."""
        kolom = self.model_admin.kolom_baca
        qs = self.queryset.defer(None).only(*kolom) if kolom else self.queryset
        paginator = self.model_admin.get_paginator(request, qs, self.list_per_page)
        try:
            self.halaman = paginator.page(self.page_num)
        except InvalidPage as galat:
            raise IncorrectLookupParameters from galat
        self.result_list = self.halaman.object_list
        self.result_count = len(self.result_list)
        self.paginator = paginator
        self.full_result_count = None
        self.show_full_result_count = self.can_show_all = self.multi_page = False
        self.show_admin_actions = True

    def tautan_halaman(self, nomor: int) -> str:
        """The address of another page of the same list."""
        return self.get_query_string({"p": nomor})


def cari_orang(queryset: QuerySet[Any], kata: str, jalur: str = "") -> QuerySet[Any]:
    """People whose NIP begins with the digits typed, or whose name contains every word typed.

    Both use an index: NIP by prefix, names by trigrams. `jalur` leads from the model to the person.
    """
    angka = "".join(kata.split())
    if angka.isdigit():
        return queryset.filter(**{f"{jalur}nip__startswith": angka})
    syarat = Q()
    for satu in kata.replace("\x00", "").split():
        syarat &= Q(**{f"{jalur}nama__icontains": satu})
    return queryset.filter(syarat)
