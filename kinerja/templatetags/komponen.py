"""The building blocks of every page: what they need and the HTML they become.

The gallery (`/galeri/`, development only) shows each of them; docs/komponen.md lists them with examples.
Nothing here asks the database. Tags are built-ins: templates need no `{% load %}`.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as teks
from lucide.templatetags.lucide import lucide

from inti.angka import tulis_angka
from inti.nada import NADA_STATUS
from penilaian.aturan.predikat import Predikat, Rating, ke_predikat, ke_rating, matriks_berlaku
from penilaian.enums import PilihanPredikat

register = template.Library()

KELAS_PREDIKAT = {p: "p-" + p.name.lower().replace("_", "-") for p in Predikat}
IKON_PREDIKAT = {
    Predikat.SANGAT_BAIK: "star",
    Predikat.BAIK: "circle-check",
    Predikat.BUTUH_PERBAIKAN: "trending-up",
    Predikat.KURANG: "circle-alert",
    Predikat.SANGAT_KURANG: "triangle-alert",
}

IKON_NADA = {"info": "info", "perhatian": "triangle-alert", "bahaya": "circle-alert", "baik": "circle-check"}


@lru_cache(maxsize=256)
def gambar(nama: str, ukuran: int = 20) -> SafeString:
    """The lucide icon `nama` as inline SVG, hidden from screen readers (the words beside it speak)."""
    return mark_safe(lucide(nama, size=ukuran, **{"aria-hidden": "true"}))  # noqa: S308 - our own icon package


@register.simple_tag
def ikon(nama: str, ukuran: int = 20) -> SafeString:
    """`{% ikon "house" %}`: decorative icon; IconDoesNotExist for a name lucide does not know."""
    return gambar(str(nama), ukuran)


def _ikon_bila(nama: str, ukuran: int = 18) -> SafeString:
    return gambar(nama, ukuran) if nama else SafeString("")


def _atribut(**nilai: Any) -> SafeString:
    """The attributes whose value is not empty; True gives a bare attribute, `data_x` becomes `data-x`."""
    pasangan = [
        (" " + k.rstrip("_").replace("_", "-"), v) for k, v in nilai.items() if v not in ("", None, False)
    ]
    return mark_safe(  # noqa: S308 - every value passes format_html
        "".join(SafeString(k) if v is True else format_html('{}="{}"', k, v) for k, v in pasangan)
    )


@register.simple_tag
def tautan_tempat(tempat: Any, ukuran: int = 20) -> SafeString:
    """The link to a place of the navigation: its icon, its words, and how much waits there."""
    n = tempat.jumlah
    return _tautan(
        tempat.alamat,
        str(tempat.label),
        tempat.ikon,
        ukuran,
        tempat.aktif,
        n,
        str(tempat.jumlah_label) if n else "",
    )


@lru_cache(maxsize=1024)  # the same thirty links stand on every page
def _tautan(
    alamat: str, label: str, ikon: str, ukuran: int, aktif: bool, jumlah: int, jumlah_label: str
) -> SafeString:
    return format_html(
        '<a href="{}"{}>{}{}{}</a>',
        alamat,
        _atribut(aria_current="page" if aktif else ""),
        gambar(ikon, ukuran),
        label,
        format_html(
            '<span class="jumlah">{}<span class="hanya-pembaca"> {}</span></span>',
            tulis_angka(jumlah),
            jumlah_label,
        )
        if jumlah
        else "",
    )


@register.simple_block_tag
def kartu(
    content: str,
    judul: str = "",
    catatan: str = "",
    tautan: str = "",
    label: str = "",
    id: str = "",
    kelas: str = "",
) -> SafeString:
    """A surface with a heading; `catatan` is the soft note at its right, `tautan` + `label` a link there."""
    kanan = format_html('<a href="{}">{}</a>', tautan, label) if tautan else ""
    if catatan:
        kanan = format_html('<span class="lunak">{}</span>{}', catatan, kanan)
    id_judul = f"{id}-judul" if id and judul else ""
    kepala_kartu = (
        format_html("<header><h2{}>{}</h2>{}</header>", _atribut(id=id_judul), judul, kanan) if judul else ""
    )
    atribut = _atribut(class_=f"kartu {kelas}".strip(), id=id, aria_labelledby=id_judul)
    return format_html("<section{}>{}{}</section>", atribut, kepala_kartu, content)


@register.simple_block_tag
def kepala(content: str, judul: str, alis: str = "", keterangan: str = "") -> SafeString:
    """The head of a page: eyebrow, h1, a line below it, and the actions at the right."""
    return format_html(
        '<div class="kepala"><div>{}<h1>{}</h1>{}</div>{}</div>',
        format_html('<p class="lunak">{}</p>', alis) if alis else "",
        judul,
        format_html('<p class="lunak">{}</p>', keterangan) if keterangan else "",
        format_html('<div class="baris">{}</div>', content) if content.strip() else "",
    )


@register.simple_tag
def tombol(
    label: str, ke: str = "", jenis: str = "", ikon: str = "", pintasan: str = "", **lain: Any
) -> SafeString:
    """A link that looks like a button when `ke` is given, otherwise a submit button.

    `jenis`: "" (main), "tenang", "bahaya", "teks", with "lebar" for full width. `pintasan` is a single key
    shown and served by the keyboard helper. Further arguments become attributes (`name=`, `hx_post=`).
    """
    isi = format_html(
        "{}{}{}",
        _ikon_bila(ikon),
        label,
        format_html("<kbd>{}</kbd>", pintasan) if len(pintasan) == 1 else "",
    )
    atribut = _atribut(class_=f"tombol {jenis}".strip(), data_pintasan=pintasan, **lain)
    if ke:
        return format_html('<a href="{}"{}>{}</a>', ke, atribut, isi)
    return format_html(
        "<button{}{}>{}</button>", "" if "type" in lain else _atribut(type="submit"), atribut, isi
    )


@register.simple_tag
def chip(label: str, nada: str = "netral", ikon: str = "") -> SafeString:
    """A small label; `nada`: netral, info, baik, perhatian, bahaya."""
    return _chip(str(label), nada, ikon)


@lru_cache(maxsize=1024)  # the same few labels stand in every row of a list
def _chip(label: str, nada: str, ikon: str) -> SafeString:
    return format_html('<span class="chip {}">{}{}</span>', nada, _ikon_bila(ikon, 14), label)


@lru_cache(maxsize=64)
def _label_pilihan(model: type, medan: str) -> dict[Any, Any]:
    """Value and (lazy) label of a field's choices; `get_x_display` translates all of them every time."""
    return dict(model._meta.get_field(medan).flatchoices)


def _label_nilai(objek: Any, medan: str, nilai: Any) -> str:
    if hasattr(objek, "_meta"):
        return str(_label_pilihan(type(objek), medan).get(nilai, nilai))
    return str(getattr(objek, f"get_{medan}_display")())


@register.simple_tag
def chip_status(objek: Any, medan: str = "status") -> SafeString:
    """The status of a model instance with its label; colour and icon come from NADA_STATUS."""
    nilai = getattr(objek, medan)
    nada, nama_ikon = NADA_STATUS.get(str(nilai).lower(), ("netral", ""))
    return chip(_label_nilai(objek, medan, nilai), nada, nama_ikon)


@register.simple_tag
def chip_predikat(predikat: Predikat | int | str | None) -> SafeString:
    """The predikat in words, with its icon and colour; nothing yet is said too."""
    if predikat in (None, ""):
        return chip(teks("Belum dinilai"), "netral", "clock")
    nilai = ke_predikat(predikat)
    return chip(str(PilihanPredikat(nilai).label), KELAS_PREDIKAT[nilai], IKON_PREDIKAT[nilai])


@register.simple_tag
def batas(label: str) -> SafeString:
    """A deadline that calls for attention."""
    return format_html('<span class="batas">{}</span>', label)


@register.simple_tag
def meter(
    nilai: float, maks: float = 100, label: str = "", rendah: float = 0.6, tinggi: float = 0.9
) -> SafeString:
    """A bar of `nilai` out of `maks`; below the shares `rendah` and `tinggi` it changes colour."""
    return format_html(
        '<meter min="0" max="{}" low="{}" high="{}" optimum="{}" value="{}"{}></meter>',
        *(_bilangan(n) for n in (maks, float(maks) * rendah, float(maks) * tinggi, maks, nilai)),
        _atribut(aria_label=label or teks("Capaian")),
    )


def _bilangan(nilai: float) -> str:
    return f"{float(nilai):.6g}"


@register.simple_tag
def capaian(judul: str, nilai: float, realisasi: str, dari: str = "", maks: float = 100) -> SafeString:
    """One result with its bar: `{% capaian "Akta terbit" 85 "41" dari="dari 48 desa" %}`."""
    return format_html(
        '<div class="capaian"><div><strong>{0}</strong><span class="angka">{1} '
        '<span class="lunak">{2}</span></span></div>{3}</div>',
        judul,
        realisasi,
        dari,
        meter(nilai, maks, judul),
    )


@register.simple_block_tag
def kosong(content: str, judul: str, ikon: str = "inbox") -> SafeString:
    """The kind empty state: an icon, one sentence, what comes next (and perhaps a button) as content."""
    return format_html(
        '<div class="kosong">{}<strong>{}</strong>{}</div>',
        gambar(ikon, 26),
        judul,
        format_html("<div>{}</div>", content) if content.strip() else "",
    )


@register.simple_block_tag
def catatan(content: str, nada: str = "info", ikon: str = "") -> SafeString:
    """A note beside the work: `nada` info, baik, perhatian or bahaya."""
    return format_html(
        '<div class="catatan {}">{}<div>{}</div></div>', nada, gambar(ikon or IKON_NADA[nada]), content
    )


@register.simple_block_tag
def kutipan(content: str, penulis: str = "", waktu: str = "") -> SafeString:
    """Feedback in the words of its writer, with who and when below it."""
    kaki = " · ".join(str(b) for b in (penulis, waktu) if b)
    return format_html(
        '<figure class="kutipan"><blockquote>{}</blockquote>{}</figure>',
        content.strip() if not isinstance(content, SafeString) else mark_safe(content.strip()),  # noqa: S308
        format_html("<figcaption>{}</figcaption>", kaki) if kaki else "",
    )


@register.simple_block_tag
def langkah(content: str, judul: str, sumber: str = "") -> SafeString:
    """One numbered step of an explanation, inside `<ol class="langkah">`; `sumber` names the rule."""
    return format_html(
        "<li><div><h3>{}</h3>{}{}</div></li>",
        judul,
        content,
        format_html('<p class="sumber">{}</p>', sumber) if sumber else "",
    )


@register.simple_block_tag
def konfirmasi(content: str, label: str, jenis: str = "bahaya", ikon: str = "") -> SafeString:
    """A second thought without a dialog: the button opens what will happen and the form that does it.

    It stays open when the form came back with a mistake.
    """
    return format_html(
        '<details class="konfirmasi"{}><summary class="tombol {}">{}{}</summary><div>{}</div></details>',
        mark_safe(" open") if 'aria-invalid="true"' in content else "",
        jenis,
        _ikon_bila(ikon),
        label,
        content,
    )


@register.simple_block_tag
def lipat(content: str, judul: str, buka: bool = False) -> SafeString:
    """Something less important, folded away under its heading."""
    return format_html(
        '<details class="lipat"{}><summary>{}{}</summary>{}</details>',
        _atribut(open=buka),
        gambar("chevron-right", 18),
        judul,
        content,
    )


@register.simple_block_tag
def tabel(content: str, judul: str, terlihat: bool = False) -> SafeString:
    """A table with its caption; on a phone rows become cards, so cells carry `data-label`."""
    kelas = "" if terlihat else "hanya-pembaca"
    return format_html(
        '<div class="tabel-bungkus"><table class="tabel"><caption{}>{}</caption>{}</table></div>',
        _atribut(class_=kelas),
        judul,
        content,
    )


@register.inclusion_tag("komponen/daftar_tugas.html")
def daftar_tugas(tugas: Iterable[Any]) -> dict[str, Any]:
    """What must be done: items with judul, keterangan, ikon, mendesak, batas, alamat, aksi (button)."""
    return {"tugas": tugas}


@register.inclusion_tag("komponen/perjalanan.html")
def perjalanan(tahap: Iterable[Any]) -> dict[str, Any]:
    """The stages of the year: items with judul, keterangan and keadaan ("selesai", "kini" or "")."""
    return {"tahap": tahap}


@register.inclusion_tag("komponen/halaman.html")
def halaman(sebelumnya: str = "", berikutnya: str = "", keterangan: str = "") -> dict[str, Any]:
    """Paging by key: the addresses of the page before and after (empty: there is none)."""
    return {"sebelumnya": sebelumnya, "berikutnya": berikutnya, "keterangan": keterangan}


@register.inclusion_tag("komponen/grid9.html")
def grid9(hasil: Any = None, perilaku: Any = None, pada: date | None = None) -> dict[str, Any]:
    """The predikat matrix in force on `pada`; the cell of the two ratings is marked in shape and words."""
    berlaku = matriks_berlaku(pada or timezone.localdate())
    di_sini = (ke_rating(hasil), ke_rating(perilaku)) if hasil and perilaku else None
    kolom = (Rating.DI_BAWAH, Rating.SESUAI, Rating.DI_ATAS)
    baris = [(r, [_sel(berlaku.matriks[r, k], (r, k) == di_sini) for k in kolom]) for r in Rating]
    return {"baris": baris, "kolom": kolom, "sumber": berlaku.sumber, "di_sini": di_sini, "Rating": Rating}


def _sel(predikat: Predikat, di_sini: bool) -> dict[str, Any]:
    return {"label": PilihanPredikat(predikat).label, "kelas": KELAS_PREDIKAT[predikat], "di_sini": di_sini}


@register.simple_tag
def batang(titik: Sequence[tuple[str, float]], judul: str, maks: float = 100) -> SafeString:
    """Bars as SVG from (label, value) pairs; put the numbers in a table or text beside it as well."""
    lebar = 60
    batang_batang = format_html_join(
        "",
        '<rect x="{}" y="{}" width="44" height="{}" rx="6"/>'
        '<text x="{}" y="114" text-anchor="middle">{}</text>',
        (
            (i * lebar + 8, round(98 - t, 1), round(t, 1), i * lebar + 30, label)
            for i, (label, t) in enumerate(
                (label, max(3.0, 96 * float(n) / float(maks))) for label, n in titik
            )
        ),
    )
    return format_html(
        '<div class="batang"><svg viewBox="0 0 {} 120" role="img" aria-label="{}">{}</svg></div>',
        lebar * len(titik),
        judul,
        batang_batang,
    )


@register.simple_tag
def jejak(*bagian: str) -> SafeString:
    """A trail to the page above: pairs of label and address, `{% jejak "SKP" url "RHK" url %}`."""
    pasangan = [p for i, p in enumerate(pairwise(bagian)) if i % 2 == 0]
    isi = format_html_join(" › ", '<a href="{}">{}</a>', ((alamat, label) for label, alamat in pasangan))
    return format_html('<nav class="jejak lunak" aria-label="{}">{}</nav>', teks("Jejak"), isi)
