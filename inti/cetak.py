"""PDF documents by typst and QR codes as SVG.

A template is `<app>/cetak/<name>.typ`, called "<app>/<name>". It gets plain data (JSON) as
`json(bytes(sys.inputs.data))` and can do nothing else: no network, no clock, no fonts of the machine, no
package from outside. What people typed is a value there, never code. The same data and the same time give
the same bytes on every machine.
"""

import hashlib
import json
import re
import tempfile
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import font_lato
import segno
import typst
from django.apps import apps
from django.conf import settings

NAMA_TEMPLAT = re.compile(r"(?P<aplikasi>[a-z_]+)/(?P<nama>[a-z0-9_]+)")
# Control characters, half surrogate pairs, and marks that turn the direction of the text around them.
_TAK_TERCETAK = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
_KATA_PANJANG = re.compile(r"\S{25,}")  # longer than any Indonesian word: an address, a name of a file
PENGGALAN = 10
GALAT_MAKS = 500


class GalatCetak(RuntimeError):
    """A template could not be made into a document: a mistake of ours, never of the data."""


def cetak(templat: str, data: dict[str, Any], *, pada: datetime) -> bytes:
    """The PDF of the template "<app>/<name>" with this plain data, dated `pada`.

    Raises ValueError for a name that is no template, and GalatCetak when typst refuses the template.
    """
    berkas = berkas_templat(templat)
    saat = pada.astimezone(UTC).replace(microsecond=0)
    isi = json.dumps(_siap_cetak(bersih(data)), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        penyusun = typst.Compiler(
            str(berkas),
            root=str(settings.AKAR),
            font_paths=_huruf(),
            ignore_system_fonts=True,
            package_path=_tanpa_paket(),
            package_cache_path=_tanpa_paket(),
        )
        pdf: Any = penyusun.compile(format="pdf", sys_inputs={"data": isi}, timestamp=saat)
    except typst.TypstError as galat:
        raise GalatCetak(f"{templat}: {str(galat)[:GALAT_MAKS]}") from galat
    return bytes(pdf)


def berkas_templat(templat: str) -> Path:
    """The file of a template; ValueError when the name is none or there is no such file."""
    cocok = NAMA_TEMPLAT.fullmatch(templat)
    berkas = (
        Path(apps.get_app_config(cocok["aplikasi"]).path) / "cetak" / f"{cocok['nama']}.typ"
        if cocok and apps.is_installed(cocok["aplikasi"])
        else None
    )
    if berkas is None or not berkas.is_file():
        raise ValueError(f"{templat!r} is not a template")
    return berkas


@cache
def sidik_templat() -> str:
    """A short fingerprint of all templates and of typst itself: the same data prints otherwise when it changes."""
    sidik = hashlib.sha256(version("typst").encode())
    for aplikasi in apps.get_app_configs():
        for berkas in sorted((Path(aplikasi.path) / "cetak").glob("*.typ")):
            sidik.update(berkas.read_bytes())
    return sidik.hexdigest()[:12]


def bersih(nilai: Any) -> Any:
    """Plain data without characters that cannot be stored or printed. TypeError for what is not plain."""
    if isinstance(nilai, str):
        return _TAK_TERCETAK.sub("", nilai.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(nilai, dict):
        return {bersih(str(k)): bersih(v) for k, v in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [bersih(v) for v in nilai]
    if nilai is None or isinstance(nilai, bool | int | float):
        return nilai
    raise TypeError(f"{type(nilai).__name__} is not plain data")


def qr_svg(teks: str) -> str:
    """The QR code of `teks` as SVG without its XML head: inline in a page or as an image in a document."""
    return str(
        segno.make(teks, error="m", micro=False).svg_inline(
            border=2, dark="#000", light="#fff", omitsize=True, lineclass=None, svgclass=None
        )
    )


def _siap_cetak(nilai: Any) -> Any:
    """Very long words get places where a line may break, so that nothing runs out of its column.

    Under "dokumen" stands what the house itself adds: the drawing of the QR code, code and address.
    """
    if isinstance(nilai, str):
        return _KATA_PANJANG.sub(_beri_jeda, nilai)
    if isinstance(nilai, dict):
        return {k: v if k == "dokumen" else _siap_cetak(v) for k, v in nilai.items()}
    return [_siap_cetak(v) for v in nilai] if isinstance(nilai, list) else nilai


def _beri_jeda(cocok: "re.Match[str]") -> str:
    kata = cocok[0]
    return "\u200b".join(kata[i : i + PENGGALAN] for i in range(0, len(kata), PENGGALAN))


@cache
def _huruf() -> Any:
    """Lato and the fonts inside typst; nothing of the machine, so that pages break alike everywhere."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[font_lato.font_directory]
    )


@cache
def _tanpa_paket() -> str:
    """An empty folder as the place of packages: a template cannot fetch one."""
    return tempfile.mkdtemp(prefix="kinerja-cetak-")
