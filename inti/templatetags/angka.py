"""`{{ nilai|angka }}`: a number as Indonesians write it. A built-in: templates need no load."""

from decimal import Decimal

from django import template

from inti.angka import tulis_angka

register = template.Library()


@register.filter
def angka(nilai: Decimal | int | None) -> str:
    """0.900 becomes “0,9”, 1250000 “1.250.000”; nothing stays nothing."""
    return "" if nilai is None else tulis_angka(nilai)
