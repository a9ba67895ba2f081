"""Form building blocks: a field with label, help and error; rating, upload, error summary, autosave mark."""

from collections.abc import Iterator
from typing import Any

from django import template
from django.conf import settings
from django.forms import (
    BaseForm,
    BaseFormSet,
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    FileInput,
    RadioSelect,
)
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as teks

register = template.Library()


def _jenis(widget: Any) -> str:
    if isinstance(widget, CheckboxInput):
        return "centang"
    if isinstance(widget, (RadioSelect, CheckboxSelectMultiple)):
        return "kelompok"
    return "biasa"


@register.inclusion_tag("komponen/kolom.html")
def kolom(field: BoundField, label: str = "", bantuan: str = "", penuh: bool = False) -> dict[str, Any]:
    """A field of a form with label, help and error, tied together for screen readers."""
    if bantuan:
        field.help_text = bantuan
    return {
        "field": field,
        "label": label or field.label,
        "jenis": _jenis(field.field.widget),
        "penuh": penuh,
        "kapan": "" if field.field.required else getattr(field.field, "kapan", teks("opsional")),
    }


@register.inclusion_tag("komponen/segmen.html")
def segmen(
    field: BoundField, label: str = "", sembunyi: bool = False, panjang: bool = False, ringkas: bool = False
) -> dict[str, Any]:
    """A RadioSelect field as one row of buttons of touch size; arrow keys move, as in every radio group.

    `sembunyi` keeps the legend for screen readers only; `panjang` stacks the choices on a phone; `ringkas`
    shows without its last word what all choices end in ("ekspektasi"), which is still read aloud.
    """
    tombol_tombol = [p for p in field if p.data["value"] != ""]
    ekor = _ekor_bersama([str(p.choice_label) for p in tombol_tombol]) if ringkas else ""
    pilihan = [(p, str(p.choice_label).removesuffix(ekor), ekor) for p in tombol_tombol]
    return {
        "field": field,
        "pilihan": pilihan,
        "label": label or field.label,
        "sembunyi": sembunyi,
        "panjang": panjang,
    }


def _ekor_bersama(label: list[str]) -> str:
    ekor = {" " + teks_label.rpartition(" ")[2] for teks_label in label if " " in teks_label}
    return ekor.pop() if len(ekor) == 1 and all(" " in teks_label for teks_label in label) else ""


@register.inclusion_tag("komponen/unggah.html")
def unggah(field: BoundField, maks: int | None = None) -> dict[str, Any]:
    """A file field: choose, drag or take a photo; shows what was chosen, refuses early what is too large."""
    if not isinstance(field.field.widget, FileInput):
        raise template.TemplateSyntaxError(f"unggah needs a file field, {field.name!r} is none.")
    batas = settings.BUKTI_UKURAN_MAKS if maks is None else maks
    atribut = {
        "data-maks": batas,
        "data-terlalu-besar": teks("Berkas terlalu besar: paling besar %(ukuran)s.")
        % {"ukuran": filesizeformat(batas)},
    }
    return {"field": field, "masukan": field.as_widget(attrs=atribut), "batas": batas}


@register.inclusion_tag("komponen/ringkasan_galat.html")
def ringkasan_galat(*formulir: BaseForm | BaseFormSet) -> dict[str, Any]:
    """All errors of the forms and formsets, each a link to its field; the page moves focus here."""
    return {"galat": [g for f in formulir for g in _galat(f)]}


def _galat(formulir: BaseForm | BaseFormSet) -> Iterator[dict[str, str]]:
    """Each error as label, sentence and the id to jump to; first what belongs to no field."""
    if isinstance(formulir, BaseFormSet):
        if formulir.is_bound:
            yield from ({"label": "", "teks": t, "ke": ""} for t in formulir.non_form_errors())
        for satu in formulir.forms:
            yield from _galat(satu)
        return
    yield from ({"label": "", "teks": t, "ke": ""} for t in formulir.non_field_errors())
    for field in formulir:
        yield from ({"label": _sebutan(field), "teks": t, "ke": _jangkar(field)} for t in field.errors)


def _sebutan(field: BoundField) -> str:
    """The label as it stands before its error; a question keeps its own mark instead of a colon."""
    label = str(field.label)
    return label if label.endswith(("?", ":")) else f"{label}:"


def _jangkar(field: BoundField) -> str:
    if field.is_hidden:
        return ""
    return f"{field.auto_id}_0" if _jenis(field.field.widget) == "kelompok" else field.auto_id


@register.simple_tag
def tanda_simpan(waktu: str = "") -> SafeString:
    """Where autosave says "tersimpan 10.42"; put it inside the form with `data-autosimpan`."""
    isi = f"{teks('tersimpan')} {waktu}" if waktu else ""
    return format_html('<span class="tersimpan" role="status" data-tersimpan>{}</span>', isi)
