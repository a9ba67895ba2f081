"""One cell to one value: text as it is written, dates, numbers. Raises Tolak with the kind of problem.

Pure, no Django; every import reads its cells by these.
"""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

KOSONG = {"", "null", "-", "none", "nan", "(null)"}
ANGKA_AMAN = 10**15  # Excel keeps fifteen digits of a number
TAHUN_WAJAR = range(1900, 2101)
NUL = "\x00"

_TANGGAL = (
    (re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})"), (2, 1, 0)),
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?"), (0, 1, 2)),
)
_SUREL = re.compile(r"[^@\s,;<>\"]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)+")
_BULAT = re.compile(r"[+-]?[0-9]{1,9}")
_DESIMAL = re.compile(r"[+-]?[0-9]{1,12}(?:[.,][0-9]{1,9})?")


class Tolak(Exception):
    """The cell cannot be used: the kind of problem and what its sentence needs."""

    def __init__(self, kode: str, **isi: Any) -> None:
        super().__init__(kode)
        self.kode = kode
        self.isi = isi


@lru_cache(maxsize=65_536, typed=True)  # most cells of an export repeat
def teks(nilai: Any) -> str:
    """A cell as text; "" for an empty one and for the word null. Whole numbers lose their ".0"."""
    if type(nilai) is not str:
        nilai = _bukan_teks(nilai)
    isi: str = nilai.strip().lstrip("'\u2019`").strip()
    if "\x00" in isi:  # the database cannot keep it
        raise Tolak("karakter")
    return "" if len(isi) <= 6 and isi.lower() in KOSONG else isi


def _bukan_teks(nilai: Any) -> str:
    if isinstance(nilai, bool):
        return "TRUE" if nilai else "FALSE"
    if isinstance(nilai, float) and nilai.is_integer():
        return str(int(nilai))
    if isinstance(nilai, datetime):
        return nilai.date().isoformat() if nilai.time() == nilai.time().min else nilai.isoformat(" ")
    return str(nilai)


def dipotong_excel(nilai: Any) -> bool:
    """Whether the cell is a number with more digits than Excel keeps."""
    return isinstance(nilai, int | float) and not isinstance(nilai, bool) and abs(nilai) >= ANGKA_AMAN


@lru_cache(maxsize=50_000)
def tanggal(isi: str) -> date:
    """dd-mm-yyyy (also with / or .) or yyyy-mm-dd. Raises Tolak."""
    for pola, (tahun, bulan, hari) in _TANGGAL:
        cocok = pola.fullmatch(isi)
        if cocok and int(cocok[tahun + 1]) in TAHUN_WAJAR:
            try:
                return date(int(cocok[tahun + 1]), int(cocok[bulan + 1]), int(cocok[hari + 1]))
            except ValueError:
                break
    raise Tolak("tanggal_salah")


def nik(isi: str) -> str:
    """16 digits. Raises Tolak."""
    if not re.fullmatch(r"[0-9]{16}", isi):
        raise Tolak("nik_salah")
    return isi


def surel(isi: str) -> str:
    """An e-mail address in lower case. Raises Tolak (a warning)."""
    if len(isi) > 254 or not _SUREL.fullmatch(isi):
        raise Tolak("surel_diabaikan")
    return isi.lower()


def tahun(isi: str) -> int:
    """A year. Raises Tolak (a warning)."""
    if not re.fullmatch(r"(?:19|20)[0-9]{2}", isi):
        raise Tolak("tahun_diabaikan")
    return int(isi)


def bulat(isi: str) -> int:
    """A whole number. Raises Tolak."""
    if not _BULAT.fullmatch(isi):
        raise Tolak("bulat_salah")
    return int(isi)


def desimal(isi: str) -> Decimal:
    """A number with a comma or a point before its decimals, nothing between thousands. Raises Tolak."""
    if not _DESIMAL.fullmatch(isi):
        raise Tolak("desimal_salah")
    try:
        return Decimal(isi.replace(",", "."))
    except InvalidOperation:
        raise Tolak("desimal_salah") from None
