"""Filters of admin lists made from named choices; a choice that does not exist finds nothing."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

Pilihan = tuple[Any, Callable[["QuerySet[Any]", date], "QuerySet[Any]"]]


class SaringNama(admin.SimpleListFilter):
    """A filter whose choices say what they leave of the list on a day."""

    pilihan: Mapping[str, Pilihan]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(nilai, label) for nilai, (label, _saring) in self.pilihan.items()]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        """What the chosen one leaves; all without a choice."""
        nilai = self.value()
        if nilai is None:
            return queryset
        if nilai not in self.pilihan:
            return queryset.none()
        return self.pilihan[nilai][1](queryset, timezone.localdate())


def saring(parameter: str, judul: Any, pilihan: Mapping[str, Pilihan]) -> type[SaringNama]:
    """A filter class with these choices: value → (label, what it leaves of a queryset on a day)."""
    isi = {"parameter_name": parameter, "title": judul, "pilihan": pilihan}
    return type("SaringNama", (SaringNama,), isi)
