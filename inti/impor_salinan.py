"""The rows of a tested file as the test has read them, kept for its import: a large sheet is read only once.

A copy is an archive beside the tested file: the rows as they are handed to COPY, the cells that could not be kept,
and what was found out about the table. It is believed only when it is the one that the test has written, of this
very file and of columns as they are understood now; otherwise the file itself is read again.
"""

import contextlib
import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inti.berkas_tabel.dasar import sidik
from inti.impor_dasar import Kolom, Tabel

VERSI = 1
TINGKAT = 1  # of packing: the quickest
_TABEL, _BARIS, _MASALAH = "tabel.json", "baris", "masalah"
_POTONG = 1024 * 1024
_MEDAN = ("lembar", "baris_judul", "posisi", "lain", "lembar_lain")


@dataclass(frozen=True)
class Salinan:
    """Where a copy lies, and the SHA-256 that it had when the test had written it."""

    letak: Path
    sidik: str


def tanda(kolom: Sequence[Kolom]) -> str:
    """By what a copy tells that the columns are still understood as they were."""
    semua = [VERSI, *([k.nama, *k.alias] for k in kolom)]
    return hashlib.sha256(json.dumps(semua).encode()).hexdigest()


class Penyimpan:
    """Writes a copy while its rows go to the database."""

    def __init__(self, tabel: Tabel, arsip: zipfile.ZipFile | None) -> None:
        self._tabel, self._arsip = tabel, arsip

    @contextlib.contextmanager
    def baris(self) -> Iterator[Callable[[bytes], Any]]:
        """Where the text of the rows goes, too."""
        if self._arsip is None:
            yield len
            return
        with self._arsip.open(_BARIS, "w", force_zip64=True) as ke:
            yield ke.write

    def selesai(self, masalah: Sequence[Sequence[Any]], jumlah: int) -> None:
        """Add the cells that were noted and the table; without them the copy is none."""
        if self._arsip is None:
            return
        isi = {m: getattr(self._tabel, m) for m in _MEDAN}
        isi |= {"asal": self._tabel.asal, "jumlah": jumlah}
        self._arsip.writestr(_MASALAH, json.dumps(list(masalah)))
        self._arsip.writestr(_TABEL, json.dumps(isi))


@contextlib.contextmanager
def simpan(tabel: Tabel) -> Iterator[Penyimpan]:
    """Keep a copy at `tabel.simpan`; without a path nothing is kept."""
    if tabel.simpan is None:
        yield Penyimpan(tabel, None)
        return
    with zipfile.ZipFile(tabel.simpan, "w", zipfile.ZIP_DEFLATED, compresslevel=TINGKAT) as arsip:
        yield Penyimpan(tabel, arsip)


def buka_salinan(salinan: Salinan | None, asal: str, kolom: Sequence[Kolom]) -> Tabel | None:
    """The table of a copy that belongs to the file with the SHA-256 `asal` and to these columns, or None."""
    if salinan is None or not salinan.letak.exists() or sidik(salinan.letak) != salinan.sidik:
        return None
    with zipfile.ZipFile(salinan.letak) as arsip:
        isi = json.loads(arsip.read(_TABEL))
    if isi["asal"] != [asal, tanda(kolom)]:
        return None
    medan = {m: isi[m] for m in _MEDAN} | {"lembar_lain": tuple(isi["lembar_lain"])}
    return Tabel(**medan, baris=iter(()), asal=isi["asal"], salinan=salinan.letak)


def salin_salinan(salinan: Path, tulis: Callable[[bytes], Any]) -> int:
    """Hand the text of all rows on; returns how many rows there are."""
    with zipfile.ZipFile(salinan) as arsip:
        with arsip.open(_BARIS) as isi:
            while potong := isi.read(_POTONG):
                tulis(potong)
        return int(json.loads(arsip.read(_TABEL))["jumlah"])


def masalah_salinan(salinan: Path) -> list[Sequence[Any]]:
    """The cells that were noted when the file was read."""
    with zipfile.ZipFile(salinan) as arsip:
        return list(json.loads(arsip.read(_MASALAH)))
