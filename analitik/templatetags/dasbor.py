"""The pictures of a dashboard. A page holds a hundred bars: they are written here, not by template nodes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import template
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as teks

from analitik.services.kelompok import Kelompok, Potongan
from analitik.services.waktu import Waktu
from inti.angka import tulis_angka

register = template.Library()
NOL = UUID(int=0)  # stands for a key in the pattern of an address
Anak = tuple[Kelompok, Sequence[Potongan], Sequence[Potongan]]  # a unit below: its stages, its distribution


@register.simple_tag
def pita(potongan: Iterable[Potongan], awalan: str, tipis: bool = False) -> SafeString:
    """A bar in pieces; what it shows is also its name for screen readers."""
    return mark_safe(_pita(list(potongan), awalan, " tipis" if tipis else ""))  # noqa: S308 - our own


def _pita(semua: Sequence[Potongan], awalan: str, kelas: str) -> str:
    """The bar; codes, numbers and labels are our own."""
    sebutan = ", ".join(f"{p.label}: {tulis_angka(p.n)}" for p in semua)
    isi = "".join(
        f'<rect class="{awalan}-{p.kode}" x="{p.awal:.3f}" y="0" width="{p.lebar:.3f}" height="10"/>'
        for p in semua
    )
    return (
        f'<svg class="pita{kelas}" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{sebutan}">{isi}</svg>'
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
    return mark_safe(_kolom(kelompok, label))  # noqa: S308 - numbers and labels of our own


def _kolom(kelompok: Kelompok, label: Mapping[int, str]) -> str:
    return "".join(
        f'<td class="kanan{"" if (n := kelompok.predikat.get(p, 0)) else " nol"}" '
        f'data-label="{sebutan}">{tulis_angka(n)}</td>'
        for p, sebutan in label.items()
    )


@register.simple_tag
def baris_kemajuan(anak: Iterable[Anak], waktu: Waktu) -> SafeString:
    """A row for each unit below: the way to its dashboard, its stages as a bar, how many are delivered."""
    kata = teks("Disampaikan")
    alamat = reverse("analitik:unit", args=[NOL])
    return mark_safe(  # noqa: S308 - names of units are escaped, all else is our own
        "".join(
            f'<tr><th scope="row"><a href="{alamat.replace(str(NOL), str(k.unit.pk))}?waktu={waktu.kunci}">'
            f'{escape(k.unit.sebutan)}</a></th><td class="lebar">{_pita(tahap, "k", " tipis")}</td>'
            f'<td class="kanan" data-label="{kata}">'
            f"{tulis_angka(k.selesai)}/{tulis_angka(k.semua)} ({k.persen}%)</td></tr>"
            for k, tahap, _predikat in anak
        )
    )


@register.simple_tag
def baris_sebaran(anak: Iterable[Anak], label: Mapping[int, str]) -> SafeString:
    """A row for each unit below that has results: its label, its distribution; not of a group too small."""
    kata, kecil = teks("Capaian unit"), teks("kelompok terlalu kecil untuk ditampilkan")
    return mark_safe(  # noqa: S308 - as above
        "".join(
            f'<tr><th scope="row">{escape(k.unit.sebutan)}</th>'
            f'<td data-label="{kata}">{k.nama_label or "–"}{"*" if k.label_turunan else ""}</td>'
            + (
                f'<td colspan="6" class="lunak">{kecil}</td></tr>'
                if k.terlalu_kecil
                else f'<td class="lebar">{_pita(predikat, "p", " tipis")}</td>{_kolom(k, label)}</tr>'
            )
            for k, _tahap, predikat in anak
            if k.dinilai
        )
    )
