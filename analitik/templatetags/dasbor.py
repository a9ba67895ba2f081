"""The pictures of a dashboard. A page holds a hundred bars: they are written here, not by template nodes."""

from collections.abc import Iterable, Mapping

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
def kolom_predikat(kelompok: Kelompok, label: Mapping[int, str]) -> SafeString:
    """Five cells of a table: how many have which predikat, called as in `label`."""
    sel = (
        f'<td class="kanan{"" if (n := kelompok.predikat.get(p, 0)) else " nol"}" '
        f'data-label="{sebutan}">{tulis_angka(n)}</td>'
        for p, sebutan in label.items()
    )
    return mark_safe("".join(sel))  # noqa: S308 - numbers and labels of our own
