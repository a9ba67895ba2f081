"""Days of a deadline's count. A page shows a hundred of them and the same ones again and again."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def hari_hitungan(baris: Iterable[tuple[date, str]]) -> SafeString:
    """The list of days, each with its number or why it does not count."""
    bahasa = get_language() or ""
    return format_html(
        '<ol class="hitungan">{}</ol>', SafeString("".join(_hari(hari, ke, bahasa) for hari, ke in baris))
    )


@lru_cache(maxsize=4096)  # `bahasa` is part of the key: months and days of the week have names
def _hari(tanggal: date, ke: str, bahasa: str) -> SafeString:
    return format_html(
        '<li><time datetime="{}">{}</time><span>{}</span></li>',
        tanggal.isoformat(),
        date_format(tanggal, "D, j M Y"),
        ke,
    )
