"""The table of an admin list, written in one go: Django's own tags cost more than the query."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.contrib.admin.utils import label_for_field
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from akses.admin_daftar import DaftarRingkas
from inti.angka import tulis_angka
from inti.istilah import istilah_bidang
from inti.nada import NADA_STATUS

register = template.Library()
Sel = Callable[[Model], Any]
BERCHIP = ("status", "predikat")
SEBELUM = ("first", "prev")
BUKAN_JUMLAH = ("tahun", "versi", "nomor")


def tulis(nilai: Any) -> str:
    """One value as the Indonesian reader writes it, escaped."""
    if nilai is None or nilai == "":
        return "–"
    if isinstance(nilai, bool):
        return _("Ya") if nilai else _("Tidak")
    if isinstance(nilai, datetime):
        return _utuh(date_format(timezone.localtime(nilai), "SHORT_DATETIME_FORMAT"))
    if isinstance(nilai, date):
        return _utuh(date_format(nilai, "SHORT_DATE_FORMAT"))
    if isinstance(nilai, Decimal):
        return tulis_angka(nilai)
    return str(conditional_escape(nilai))


def _utuh(teks: str) -> str:
    """Dates do not break over lines."""
    return f'<span class="k-utuh">{teks}</span>'


def _pembaca(cl: DaftarRingkas, nama: str) -> Sel:
    """How a column is read from a row: a method of the page, a choice's label, or the field itself."""
    if callable(cara := getattr(cl.model_admin, nama, None)):
        return cara
    try:
        bidang: Any = cl.opts.get_field(nama)
    except FieldDoesNotExist:
        return lambda baris: getattr(baris, nama)
    if pilihan := dict(bidang.flatchoices or ()):
        if nama in BERCHIP:
            pilihan = {nilai: _chip(nama, nilai, label) for nilai, label in pilihan.items()}
        return lambda baris: pilihan.get(getattr(baris, nama), getattr(baris, nama))
    return lambda baris: getattr(baris, nama)


def _chip(nama: str, nilai: Any, label: Any) -> SafeString | str:
    """A status or predikat as a small label in its colour; nothing stays nothing."""
    if nilai in (None, ""):
        return ""
    nada = f"p-{nilai}" if nama == "predikat" else NADA_STATUS.get(str(nilai), ("netral", ""))[0]
    return format_html('<span class="k-chip k-{}">{}</span>', nada, label)


def _angka(cl: DaftarRingkas, nama: str) -> bool:
    """Whether a column holds amounts, which stand at the right; a choice, a year or a key is no amount."""
    try:
        bidang: Any = cl.opts.get_field(nama)
    except FieldDoesNotExist:
        return False
    jumlah = isinstance(bidang, (models.IntegerField, models.DecimalField)) and not bidang.primary_key
    return jumlah and not bidang.choices and nama not in BUKAN_JUMLAH


def _kolom(cl: DaftarRingkas) -> list[str]:
    return [n for n in cl.list_display if n != "action_checkbox"]


def _judul(cl: DaftarRingkas) -> list[str]:
    """The column headings, escaped, with a capital."""
    label = (
        str(conditional_escape(label_for_field(n, cl.model, model_admin=cl.model_admin))) for n in _kolom(cl)
    )
    return [j[:1].upper() + j[1:] for j in label]


@register.simple_tag
def kepala_daftar(cl: DaftarRingkas) -> SafeString:
    """The column headings; those of amounts stand at the right."""
    kelas = (' class="k-kanan"' if _angka(cl, n) else "" for n in _kolom(cl))
    arti = [_arti(cl, n, j) for n, j in zip(_kolom(cl), _judul(cl), strict=True)]
    sel = (f'<th scope="col"{k}>{a}</th>' for k, a in zip(kelas, arti, strict=True))
    return mark_safe("".join(sel))  # noqa: S308 - escaped


def _arti(cl: DaftarRingkas, nama: str, judul: str) -> str:
    """A heading; one that is a term opens to what the glossary says, without a script."""
    satu = istilah_bidang(cl.model, nama)
    if satu is None:
        return judul
    isi = conditional_escape(satu.arti)
    return f'<details class="k-istilah"><summary>{judul}</summary><p>{isi}</p></details>'


@register.simple_tag
def isi_daftar(cl: DaftarRingkas) -> SafeString:
    """The rows. The first column leads to the record; on a phone each cell says its heading."""
    baca = [_pembaca(cl, n) for n in _kolom(cl)]
    kelas = (' class="k-kanan"' if _angka(cl, n) else "" for n in _kolom(cl))
    awal = [f'<td{k} data-label="{j}">' for k, j in zip(kelas, _judul(cl), strict=True)]
    dasar = reverse(f"admin:{cl.opts.app_label}_{cl.opts.model_name}_changelist")
    pilih = _("Pilih") if "action_checkbox" in cl.list_display else ""
    return mark_safe("".join(_baris(b, baca, awal, dasar, pilih) for b in cl.result_list))  # noqa: S308 - escaped


def _baris(baris: Model, baca: list[Sel], awal: list[str], dasar: str, pilih: str) -> str:
    sel = [tulis(b(baris)) for b in baca]
    kotak = (
        f'<td class="k-pilih"><input type="checkbox" name="_selected_action" value="{baris.pk}" '
        f'class="action-select" aria-label="{pilih} {sel[0] if "<" not in sel[0] else ""}"></td>'
        if pilih
        else ""
    )
    utama = f'<th scope="row"><a href="{dasar}{baris.pk}/change/">{sel[0]}</a></th>'
    lain = "".join(f"{a}{s}</td>" for a, s in zip(awal[1:], sel[1:], strict=True))
    return f"<tr>{kotak}{utama}{lain}</tr>"


@register.simple_tag
def saringan(cl: DaftarRingkas) -> SafeString:
    """The filters: each a small menu that needs no script, with what is chosen in its heading."""
    return mark_safe("".join(_menu(s.title, list(s.choices(cl))) for s in cl.filter_specs))  # noqa: S308 - escaped


def _menu(judul: Any, pilihan: list[dict[str, Any]]) -> str:
    dipilih = next((p for p in pilihan if p["selected"]), None)
    aktif = dipilih is not None and dipilih is not pilihan[0]
    isi = "".join(_tautan_pilihan(p) for p in pilihan)
    kepala = str(conditional_escape(judul))
    kepala = kepala[:1].upper() + kepala[1:]
    nilai = f": <strong>{conditional_escape(dipilih['display'])}</strong>" if aktif and dipilih else ""
    tanda = " data-aktif" if aktif else ""
    return f'<details class="k-saring"{tanda}><summary>{kepala}{nilai}</summary><ul>{isi}</ul></details>'


def _tautan_pilihan(pilihan: dict[str, Any]) -> str:
    kini = ' aria-current="true"' if pilihan["selected"] else ""
    alamat, teks = conditional_escape(pilihan["query_string"]), conditional_escape(pilihan["display"])
    return f'<li><a href="{alamat}"{kini}>{teks}</a></li>'


@register.simple_tag
def halaman_daftar(cl: DaftarRingkas) -> SafeString:
    """“Baris 26–50 dari 1.000+” between the links to the pages before and after."""
    tautan = [
        (t.rel, format_html('<a rel="{}" href="{}">{}</a>', t.rel, t.alamat, t.teks)) for t in cl.tautan
    ]
    sebelum = [html for rel, html in tautan if rel in SEBELUM]
    sesudah = [html for rel, html in tautan if rel not in SEBELUM]
    letak = format_html("<span>{}</span>", cl.letak) if cl.letak else ""
    return mark_safe("".join([*sebelum, letak, *sesudah]))  # noqa: S308 - made by format_html


@register.simple_tag
def alamat_ekspor(cl: DaftarRingkas) -> str:
    """Where the same list, as filtered, searched and sorted, is fetched as a file."""
    dasar = reverse(f"admin:{cl.opts.app_label}_{cl.opts.model_name}_ekspor")
    return f"{dasar}{cl.get_query_string()}"
