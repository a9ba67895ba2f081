"""What every reader of an uploaded table shares: the limits, the refusal, a sheet."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from inti.tanda import kalimat

BARIS_MAKS = 2_000_000  # rows of one file
BARIS_LEMBAR = 1_048_576  # rows of a sheet, Excel's own limit
KOLOM_MAKS = 256
SEL_MAKS = 80_000_000  # cells of one sheet
URAI_MAKS = 1024 * 1024 * 1024  # bytes an archive may unpack to
RASIO_MAKS = 200  # unpacked to packed; sheets of people stay below 40
TEKS_MAKS = 32_767  # characters of a cell, Excel's own limit

Baris = list[Any]
Sumber = bytes | Path


class BerkasDitolak(Exception):
    """The file as a whole cannot be used; the text is a sentence for the person who chose it."""


@dataclass(frozen=True)
class Lembar:
    """One sheet: its name ("" for CSV) and its rows, to be read once."""

    nama: str
    baris: Iterator[Baris]


def aliran(sumber: Sumber) -> BinaryIO:
    """The content to be read from its beginning; large files stay on disk."""
    return io.BytesIO(sumber) if isinstance(sumber, bytes) else sumber.open("rb")


def ukuran(sumber: Sumber) -> int:
    """Bytes of the file."""
    return len(sumber) if isinstance(sumber, bytes) else sumber.stat().st_size


def sidik(sumber: Sumber) -> str:
    """The SHA-256 of a file, by which a tested file is recognised."""
    jumlah = hashlib.sha256()
    with aliran(sumber) as isi:
        while potong := isi.read(1024 * 1024):
            jumlah.update(potong)
    return jumlah.hexdigest()


def kebanyakan() -> BerkasDitolak:
    """The refusal of a table with too many rows or columns."""
    return BerkasDitolak(
        kalimat(
            "Berkas ini melebihi %(baris)s baris atau %(kolom)s kolom. Bagi menjadi beberapa berkas, dan "
            "pastikan kolomnya dipisah koma atau titik koma.",
            baris=BARIS_MAKS,
            kolom=KOLOM_MAKS,
        )
    )
