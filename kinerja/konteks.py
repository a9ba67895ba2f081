"""What every page knows: its navigation and the colours the reader chose. Asked only when a page uses it."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from kinerja.navigasi import Navigasi, navigasi
from kinerja.tampilan import tema_pilihan


def tampilan(request: HttpRequest) -> dict[str, Any]:
    """`navigasi` (lazy, one query) and `tema` for the templates; a request without a person gets neither."""
    siap = hasattr(request, "pelaku")
    return {
        "navigasi": SimpleLazyObject(lambda: navigasi(request) if siap else Navigasi()),
        "tema": tema_pilihan(request),
    }
