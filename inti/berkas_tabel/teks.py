"""Rows of a CSV file, read as they come: comma, semicolon or tab; UTF-8 with or without a mark, Windows-1252."""

import codecs
import csv
import io
from collections.abc import Iterator

from inti.berkas_tabel.dasar import BARIS_MAKS, KOLOM_MAKS, Baris, BerkasDitolak, Sumber, aliran, kebanyakan
from inti.tanda import kalimat

_POTONG = 1024 * 1024
_AWAL = 20_000  # characters by which the separator is told
JUDUL_MAKS = 20


def baris_csv(sumber: Sumber) -> Iterator[Baris]:
    """The rows; raises BerkasDitolak for a broken or an oversized table."""
    sandi = _sandi(sumber)
    with io.TextIOWrapper(aliran(sumber), encoding=sandi, errors="replace", newline="") as teks:
        pemisah = _pemisah(teks.read(_AWAL))
        teks.seek(0)
        try:
            for n, baris in enumerate(csv.reader(teks, delimiter=pemisah)):
                if n > BARIS_MAKS + JUDUL_MAKS or len(baris) > KOLOM_MAKS:
                    raise kebanyakan()
                yield baris
        except csv.Error:
            raise BerkasDitolak(
                kalimat(
                    "Berkas CSV ini tidak dapat dibaca: ada tanda kutip yang tidak ditutup "
                    "atau sel yang terlalu panjang."
                )
            ) from None


def _sandi(sumber: Sumber) -> str:
    """UTF-8 with or without a mark, otherwise Windows-1252 as Excel writes it."""
    pengurai = codecs.getincrementaldecoder("utf-8")()
    try:
        with aliran(sumber) as isi:
            while potong := isi.read(_POTONG):
                pengurai.decode(potong)
            pengurai.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _pemisah(awal: str) -> str:
    """The separator by which the most of the first lines have the same, greatest number of cells."""

    def nilai(pemisah: str) -> tuple[int, int]:
        lebar = [len(baris) for baris in csv.reader(awal.splitlines()[:20], delimiter=pemisah)]
        terlebar = max(lebar, default=0)
        return (lebar.count(terlebar), terlebar) if terlebar > 1 else (0, 0)

    try:
        return max((",", ";", "\t"), key=nilai)
    except csv.Error:
        return ","
