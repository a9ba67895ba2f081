"""Pages of a long list without counting it: one row more than fits says whether there is a next page."""

from functools import cached_property
from typing import Any

from django.core.paginator import EmptyPage, Page, Paginator
from django.utils.translation import gettext as _

HALAMAN_MAKS = 200
"""Nobody reads further; behind it a database would count rows one by one. A search narrows the list."""


class HalamanTanpaHitung(Page):
    """A page that knows by one extra row whether another one follows."""

    def __init__(self, object_list: Any, number: int, paginator: "PaginatorTanpaHitung", ada_lagi: bool):
        super().__init__(object_list, number, paginator)
        self.ada_lagi = ada_lagi

    def __repr__(self) -> str:
        return f"<Halaman {self.number}>"

    def has_next(self) -> bool:
        return self.ada_lagi and self.number < HALAMAN_MAKS

    def next_page_number(self) -> int:
        return self.number + 1

    def end_index(self) -> int:
        return self.start_index() + len(self.object_list) - 1

    def start_index(self) -> int:
        return (self.number - 1) * self.paginator.per_page + 1


class PaginatorTanpaHitung(Paginator):
    """Django's Paginator without COUNT(*): a page costs `per_page` + 1 rows, whatever the table holds.

    Numbers outside 1 to HALAMAN_MAKS raise EmptyPage. `count` is what the pages reach at most; nothing here
    shows it as a total.
    """

    @cached_property
    def count(self) -> int:
        return HALAMAN_MAKS * self.per_page

    def validate_number(self, number: Any) -> int:
        try:
            nomor = int(number)
        except (TypeError, ValueError):
            raise EmptyPage(_("Nomor halaman tidak sah.")) from None
        if not 1 <= nomor <= HALAMAN_MAKS:
            raise EmptyPage(_("Halaman ini tidak ada. Persempit daftar dengan pencarian."))
        return nomor

    def page(self, number: Any) -> HalamanTanpaHitung:
        nomor = self.validate_number(number)
        awal = (nomor - 1) * self.per_page
        baris = list(self.object_list[awal : awal + self.per_page + 1])
        return HalamanTanpaHitung(baris[: self.per_page], nomor, self, len(baris) > self.per_page)
