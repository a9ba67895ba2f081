"""Every message as subject and body, in the active language; the sentences are in the modules `teks_*`."""

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format

from inti.terjemah import t
from pemberitahuan import teks_layanan, teks_penilaian, teks_tindak_lanjut


def _isi() -> dict[str, tuple[str, str]]:
    return {**teks_penilaian.isi(), **teks_tindak_lanjut.isi(), **teks_layanan.isi()}


class _Longgar(dict):
    def __missing__(self, kunci: str) -> str:
        return "…"


def _tanggal_panjang(nilai: object) -> object:
    """An ISO date as “11 Desember 2026”, anything else as it is."""
    try:
        return date_format(date.fromisoformat(str(nilai)), "j F Y")
    except ValueError:
        return nilai


def _periode(nama: str) -> str:
    """“Triwulan IV 2026” with its name in the active language."""
    depan, _spasi, tahun = nama.rpartition(" ")
    return f"{t(depan)} {tahun}" if depan else nama


def teks(jenis: str, data: Mapping[str, object]) -> tuple[str, str]:
    """Subject and body of a message of this kind; a missing datum shows as an ellipsis, never as an error.

    `batas` is an ISO date in the data and a long date in the text; `periode` is Indonesian in the data.
    """
    judul, isi = _isi()[jenis]
    isian = _Longgar(data)
    if "batas" in isian:
        isian["batas"] = _tanggal_panjang(isian["batas"])
    if "periode" in isian:
        isian["periode"] = _periode(str(isian["periode"]))
    if "tentang" in isian:
        isian["tentang"] = t(isian["tentang"])  # one of the seven values; a text of a plan stays as it is
    return judul % isian, isi % isian
