"""Rows of the team pages. A team has forty rows of many words: they are written here, not by template nodes."""

from typing import Any
from uuid import UUID

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as teks

from kinerja.templatetags.komponen import chip, chip_predikat, chip_status, tombol
from penilaian.services.tahunan_tim import Anggota

register = template.Library()
NOL = UUID(int=0)  # stands for a row's key in the pattern of an address


def _pola(nama: str) -> str:
    return reverse(nama, args=[NOL]).replace(str(NOL), "{}")


@register.simple_tag
def baris_tim(semua: list[Any], tim_sendiri: bool, evaluasi: bool = False) -> SafeString:
    """The rows of people with `skp_kini` and, when asked for, `evaluasi_kini` (an evaluation or None)."""
    kata = {"skp": teks("SKP"), "evaluasi": teks("Evaluasi"), "belum": chip(teks("Belum ada"))}
    kata |= {"periksa": teks("Periksa"), "lihat": teks("Lihat SKP"), "tutup": teks("belum dibuka")}
    alamat = {n: _pola(n) for n in ("sasaran:lihat", "penilaian:nilai", "penilaian:hasil")}
    isi = [
        format_html(
            '<tr><th scope="row">{}<small>{}</small></th><td data-label="{}"><span>{}</span></td>{}'
            '<td class="kanan tengah">{}</td></tr>',
            orang.nama_lengkap,
            _tempat(getattr(orang, "atasan", None)),
            kata["skp"],
            chip_status(orang.skp_kini) if orang.skp_kini else kata["belum"],
            _evaluasi(orang.evaluasi_kini, tim_sendiri, kata, alamat) if evaluasi else "",
            _tindakan(orang, tim_sendiri, kata, alamat["sasaran:lihat"]),
        )
        for orang in semua
    ]
    return SafeString("".join(isi))


@register.simple_tag
def baris_tim_tahunan(semua: list[Anggota]) -> SafeString:
    """The rows of the calibration list."""
    kata = (teks("Pilih"), teks("Periode"), teks("Hasil · perilaku"), teks("Keadaan"))
    return SafeString("".join(_anggota(satu, *kata) for satu in semua))


def _anggota(a: Anggota, pilih: str, periode: str, rating: str, keadaan: str) -> SafeString:
    e = a.evaluasi
    centang = SafeString(" checked") if a.dipilih else ""
    kotak = '<input type="checkbox" name="pilih" value="{}" aria-label="{} {}"{}>'
    dinilai = e.predikat or a.calon
    return format_html(
        '<tr><td class="tengah">{}</td><th scope="row"><a href="{}">{}</a><small>{}</small></th>'
        '<td data-label="{}"><span class="deret">{}</span></td><td data-label="{}">{}</td>'
        '<td data-label="{}"><span class="sela">{}<small>{}</small></span></td></tr>',
        format_html(kotak, e.pk, pilih, e.pegawai.nama, centang) if a.siap or a.siap_disampaikan else "",
        a.alamat,
        e.pegawai.nama_lengkap,
        e.jabatan,
        periode,
        SafeString("".join(p.tanda for p in a.periode)) or "–",
        rating,
        a.rating,
        keadaan,
        chip_predikat(dinilai) if dinilai else "",
        a.keadaan,
    )


def _tempat(atasan: Any) -> str:
    """Post and unit of today; nothing of somebody who has none."""
    if atasan is None:
        return ""
    jabatan = atasan.penempatan.jabatan.nama if atasan.penempatan else ""
    return f"{jabatan} · {atasan.unit.sebutan if atasan.unit else ''}"


def _evaluasi(e: Any, tim_sendiri: bool, kata: dict[str, str], alamat: dict[str, str]) -> SafeString:
    """The cell of an evaluation: its label or status, and the way to it."""
    if e is None:
        isi = format_html('<span class="lunak">{}</span>', kata["tutup"])
    else:
        menilai = tim_sendiri and e.status == "diajukan"
        isi = format_html(
            '<span class="sela">{}<small><a href="{}">{}</a></small></span>',
            chip_predikat(e.predikat) if e.predikat else chip_status(e),
            alamat["penilaian:nilai" if menilai else "penilaian:hasil"].format(e.pk),
            e.periode,
        )
    return format_html('<td data-label="{}">{}</td>', kata["evaluasi"], isi)


def _tindakan(orang: Any, tim_sendiri: bool, kata: dict[str, str], alamat: str) -> SafeString:
    """The button to the plan: to decide on it, or to look at it."""
    if not orang.skp_kini:
        return SafeString("")
    ke = alamat.format(orang.skp_kini.id)
    if tim_sendiri and orang.status_skp == "diajukan":
        return tombol(kata["periksa"], ke=ke)
    return tombol(kata["lihat"], ke=ke, jenis="tenang")
