"""Rows of the team pages. A team has forty rows of many words: they are written here, not by template nodes.

What people typed is escaped; words, addresses and marks are our own.
"""

from collections.abc import Callable
from html import escape
from typing import Any
from uuid import UUID

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as teks

from kinerja.templatetags.komponen import chip, chip_predikat, chip_status, tombol
from penilaian.services.tahunan_tim import Anggota

register = template.Library()
NOL = str(UUID(int=0))  # stands for a row's key in the pattern of an address


@register.simple_tag
def baris_tim(semua: list[Any], tim_sendiri: bool, evaluasi: bool = False) -> SafeString:
    """The rows of people with `skp_kini` and, when asked for, `evaluasi_kini` (an evaluation or None)."""
    skp, belum = teks("SKP"), chip(teks("Belum ada"))
    tulis_evaluasi = _penulis_evaluasi(tim_sendiri) if evaluasi else lambda _orang: ""
    tindakan, nama = _penulis_tindakan(tim_sendiri), _penulis_nama() if evaluasi else _nama_saja
    return SafeString(
        "".join(
            f'<tr><th scope="row">{nama(o)}<small>{escape(_tempat(o))}</small></th>'
            f'<td data-label="{skp}"><span>{chip_status(o.skp_kini) if o.skp_kini else belum}</span></td>'
            f'{tulis_evaluasi(o)}<td class="kanan tengah">{tindakan(o)}</td></tr>'
            for o in semua
        )
    )


@register.simple_tag
def baris_tim_tahunan(semua: list[Anggota]) -> SafeString:
    """The rows of the calibration list."""
    kata = (teks("Pilih"), teks("Periode"), teks("Hasil · perilaku"), teks("Keadaan"))
    return SafeString("".join(_anggota(satu, *kata) for satu in semua))


def _utuh(rating: str) -> str:
    """Each of the two ratings stays in one line."""
    return " · ".join(f'<span class="utuh">{bagian}</span>' for bagian in rating.split(" · "))


def _anggota(a: Anggota, pilih: str, periode: str, rating: str, keadaan: str) -> str:
    e = a.evaluasi
    dinilai = e.predikat or a.calon
    return (
        f'<tr><td class="tengah">{_kotak(a, pilih) if a.siap or a.siap_disampaikan else ""}</td>'
        f'<th scope="row"><a href="{a.alamat}">{escape(e.pegawai.nama_lengkap)}</a>'
        f"<small>{escape(e.jabatan)}</small></th>"
        f'<td data-label="{periode}"><span class="deret">{"".join(p.tanda for p in a.periode) or "–"}</span></td>'
        f'<td data-label="{rating}"><span>{_utuh(a.rating)}</span></td><td data-label="{keadaan}"><span class="sela">'
        f"{chip_predikat(dinilai) if dinilai else ''}<small>{a.keadaan}</small></span></td></tr>"
    )


def _kotak(a: Anggota, pilih: str) -> str:
    centang = " checked" if a.dipilih else ""
    label = f"{pilih} {escape(a.evaluasi.pegawai.nama)}"
    return f'<input type="checkbox" name="pilih" value="{a.evaluasi.pk}" aria-label="{label}"{centang}>'


def _tempat(orang: Any) -> str:
    """Post and unit of today; nothing of somebody who has none."""
    atasan = getattr(orang, "atasan", None)
    if atasan is None:
        return ""
    jabatan = atasan.penempatan.jabatan.nama if atasan.penempatan else ""
    return f"{jabatan} · {atasan.unit.sebutan if atasan.unit else ''}"


def _nama_saja(orang: Any) -> str:
    return escape(str(orang.nama_lengkap))


def _penulis_nama() -> Callable[[Any], str]:
    """Writes the name as the way to the person's results year by year."""
    alamat = reverse("penilaian:riwayat", args=[NOL])
    return lambda orang: f'<a href="{alamat.replace(NOL, str(orang.pk))}">{_nama_saja(orang)}</a>'


def _penulis_evaluasi(tim_sendiri: bool) -> Callable[[Any], str]:
    """Writes the cell of an evaluation: its label or status, and the way to it."""
    kata = teks("Evaluasi")
    tutup = f'<td data-label="{kata}"><span class="lunak">{teks("belum dibuka")}</span></td>'
    nilai, hasil = (reverse(f"penilaian:{n}", args=[NOL]) for n in ("nilai", "hasil"))
    periode: dict[Any, str] = {}  # their names, each translated once

    def tulis(orang: Any) -> str:
        e = orang.evaluasi_kini
        if e is None:
            return tutup
        if e.periode_id not in periode:
            periode[e.periode_id] = escape(str(e.periode))
        alamat = nilai if tim_sendiri and e.status == "diajukan" else hasil
        return (
            f'<td data-label="{kata}"><span class="sela">'
            f"{chip_predikat(e.predikat) if e.predikat else chip_status(e)}"
            f'<small><a href="{alamat.replace(NOL, str(e.pk))}">{periode[e.periode_id]}</a></small></span></td>'
        )

    return tulis


def _penulis_tindakan(tim_sendiri: bool) -> Callable[[Any], str]:
    """Writes the button to the plan: to decide on it, or to look at it."""
    alamat = reverse("sasaran:lihat", args=[NOL])
    periksa, lihat = tombol(teks("Periksa"), ke=alamat), tombol(teks("Lihat SKP"), ke=alamat, jenis="tenang")

    def tulis(orang: Any) -> str:
        if not orang.skp_kini:
            return ""
        milik = periksa if tim_sendiri and orang.status_skp == "diajukan" else lihat
        return milik.replace(NOL, str(orang.skp_kini.id))

    return tulis
