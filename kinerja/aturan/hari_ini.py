"""Which of the things that wait go first: the five on the first page of the admin. Pure.

No regulation ranks the work of HR; the order is our own [K]. First what is overdue, then what is due within
three days, then what keeps others from working (somebody without an assessor cannot be assessed), then what is
due within the week, then the rest. Within one of these the earlier deadline, then the larger number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

BANYAK = 5
SEGERA_HARI, PEKAN_HARI = 3, 7


@dataclass(frozen=True, slots=True)
class Hal:
    """One thing to do: how many records wait for it, until when, and whether others wait for them."""

    kode: str
    jumlah: int
    tenggat: date | None = None
    menghambat: bool = False


class Tingkat(IntEnum):
    """How pressing it is; the smaller the sooner."""

    LEWAT = 1
    SEGERA = 2
    MENGHAMBAT = 3
    PEKAN_INI = 4
    NANTI = 5


def tingkat(hal: Hal, hari: date) -> Tingkat:
    """How pressing one thing is on the day `hari`."""
    sisa = (hal.tenggat - hari).days if hal.tenggat else None
    if sisa is not None and sisa < 0:
        return Tingkat.LEWAT
    if sisa is not None and sisa <= SEGERA_HARI:
        return Tingkat.SEGERA
    if hal.menghambat:
        return Tingkat.MENGHAMBAT
    return Tingkat.PEKAN_INI if sisa is not None and sisa <= PEKAN_HARI else Tingkat.NANTI


def pilih(semua: Iterable[Hal], hari: date, banyak: int = BANYAK) -> list[Hal]:
    """The most pressing things on `hari`, the first one first; what nothing waits for is left out."""
    ada = [h for h in semua if h.jumlah > 0]
    return sorted(ada, key=lambda h: (tingkat(h, hari), h.tenggat or date.max, -h.jumlah, h.kode))[:banyak]
