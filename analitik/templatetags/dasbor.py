"""The pictures of a dashboard. A page holds a hundred bars: they are written here, not by template nodes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from analitik.services.kelompok import Kelompok, Potongan
from inti.angka import tulis_angka

register = template.Library()


@register.simple_tag
def pita(potongan: Iterable[Potongan], awalan: str, tipis: bool = False) -> SafeString:
    """A bar in pieces; what it shows is also its name for screen readers."""
    semua = list(potongan)
    sebutan = ", ".join(f"{p.label}: {tulis_angka(p.n)}" for p in semua)
    isi = "".join(
        f'<rect class="{awalan}-{p.kode}" x="{p.awal:.3f}" y="0" width="{p.lebar:.3f}" height="10"/>'
        for p in semua
    )
    return mark_safe(  # noqa: S308 - codes, numbers and labels are our own
        f'<svg class="pita{" tipis" if tipis else ""}" viewBox="0 0 100 10" preserveAspectRatio="none" '
        f'role="img" aria-label="{sebutan}">{isi}</svg>'
    )


@register.simple_tag
def garis_tren(baris: Sequence[Any], medan: str) -> SafeString:
    """A line through the numbers `medan` of the periods; nothing to draw with fewer than two.

    It is there to look at, so it is hidden from screen readers: the same numbers stand in the table beside it.
    """
    nilai = [float(getattr(b, medan)) for b in baris]
    if len(nilai) < 2:
        return SafeString("")
    bawah, atas = min(nilai), max(nilai)
    rentang = (atas - bawah) or 1
    titik = [
        (n * 100 / (len(nilai) - 1), 28 - 24 * ((v - bawah) / rentang if atas > bawah else 0.5))
        for n, v in enumerate(nilai)
    ]
    garis = " ".join(f"{x:.2f},{y:.2f}" for x, y in titik)
    return mark_safe(  # noqa: S308 - numbers only
        '<svg class="garis-tren" viewBox="0 0 100 32" preserveAspectRatio="none" aria-hidden="true">'
        f'<polygon class="alas" points="0,32 {garis} 100,32"/><polyline points="{garis}"/></svg>'
    )


@register.simple_tag
def kolom_predikat(kelompok: Kelompok, label: Mapping[int, str]) -> SafeString:
    """Five cells of a table: how many have which predikat, called as in `label`."""
    sel = (
        f'<td class="kanan{"" if (n := kelompok.predikat.get(p, 0)) else " nol"}" '
        f'data-label="{sebutan}">{tulis_angka(n)}</td>'
        for p, sebutan in label.items()
    )
    return mark_safe("".join(sel))  # noqa: S308 - numbers and labels of our own
