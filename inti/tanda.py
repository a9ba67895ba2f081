"""Sentences of the pure rules: Indonesian text that remembers its template, to be translated where it is shown.

Pure, no Django. `inti.terjemah.t` translates; the extractor of `manage.py terjemahan` knows `N_` and
`kalimat` by their names.
"""

from collections.abc import Mapping
from typing import Any


class Kalimat(str):
    """An Indonesian sentence (it is that text) with the template and the values it was made from."""

    templat: str
    isian: dict[str, Any] | None

    def __new__(cls, templat: str, isian: Mapping[str, Any] | None = None) -> "Kalimat":
        """`templat` filled with `isian`; without `isian` the text as it stands, a % in it included."""
        satu = super().__new__(cls, templat % isian if isian else templat)
        satu.templat = templat
        satu.isian = dict(isian) if isian else None
        return satu


def N_(teks: str) -> str:  # noqa: N802  (the name gettext tools look for)
    """Mark `teks` for translation and return it as it is."""
    return teks


def kalimat(templat: str, **isian: Any) -> Kalimat:
    """A sentence from a template with %(…)s places. Values may be sentences themselves."""
    return Kalimat(templat, isian)


def gabung(*bagian: str, pemisah: str = " ") -> Kalimat:
    """Several sentences one after the other."""
    tempat = {f"b{n}": satu for n, satu in enumerate(bagian)}
    return Kalimat(pemisah.replace("%", "%%").join(f"%({kunci})s" for kunci in tempat), tempat)


def isi_galat(galat: Exception) -> str:
    """The sentence an exception was raised with; `str(galat)` would forget its template."""
    isi = galat.args[0] if galat.args else ""
    return isi if isinstance(isi, str) else str(galat)


def ke_data(nilai: Any) -> Any:
    """A sentence as plain data for JSON; anything else as it is."""
    if not isinstance(nilai, Kalimat):
        return nilai
    isian = {kunci: ke_data(satu) for kunci, satu in (nilai.isian or {}).items()}
    return {"templat": nilai.templat, "isian": isian}


def dari_data(data: Any) -> Any:
    """The inverse of `ke_data`; anything else, such as a text kept by an older version, as it is."""
    if not isinstance(data, dict) or set(data) != {"templat", "isian"}:
        return data
    return Kalimat(data["templat"], {kunci: dari_data(satu) for kunci, satu in data["isian"].items()})
