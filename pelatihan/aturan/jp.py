"""Hours of training (JP) a year: the floor of a PNS, the ceiling of a PPPK. Pure; tables keyed by date."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from inti.tanda import kalimat


@dataclass(frozen=True)
class Ketentuan:
    """What holds for one kind of employee from a date on; None: no such bound."""

    sejak: date
    minimum: int | None
    maksimum: int | None
    sumber: str


@dataclass(frozen=True)
class PosisiJP:
    """Where a person stands in a year."""

    jumlah: int
    minimum: int | None
    maksimum: int | None
    kurang: int  # still missing to the floor
    sisa: int | None  # still free up to the ceiling
    lebih: int  # above the ceiling
    sumber: str

    @property
    def acuan(self) -> int | None:
        """The bound a picture is drawn against: the floor, else the ceiling."""
        return self.minimum or self.maksimum

    @property
    def cukup(self) -> bool:
        """Whether nothing is missing and nothing too much."""
        return not self.kurang and not self.lebih


# PP 11/2017 in force since 7 April 2017; its Ps 203 as changed by PP 17/2020: at least 20 JP a year for a PNS.
# PPPK: at most 24 JP per year of the contract (PerLAN 15/2020). A contract year is counted as the calendar
# year, because the date of the contract is not among the data. CPNS: the basic training, no bound.
_PNS = (Ketentuan(date(2017, 4, 7), 20, None, "PP 11/2017 jo. PP 17/2020 Pasal 203; PerLAN 10/2018"),)
_PPPK = (Ketentuan(date(2020, 1, 1), None, 24, "PerLAN 15/2020"),)
_CPNS = (Ketentuan(date(2017, 4, 7), None, None, "PP 11/2017"),)
_NEGARA = (Ketentuan(date(2014, 1, 15), None, None, "UU 5/2014"),)
KETENTUAN: dict[str, tuple[Ketentuan, ...]] = {
    "pns": _PNS,
    "cpns": _CPNS,
    "pppk": _PPPK,
    "pppk_paruh_waktu": _PPPK,
    "pejabat_negara": _NEGARA,
}


def ketentuan_jp(jenis: str | Enum, pada: date) -> Ketentuan:
    """What holds for this kind of employee on the day `pada`.

    Raises ValueError for a kind that is not known and for a day before the first rule.
    """
    nama = str(jenis.value if isinstance(jenis, Enum) else jenis)
    if nama not in KETENTUAN:
        raise ValueError(kalimat("Jenis pegawai “%(jenis)s” tidak dikenal.", jenis=nama))
    berlaku = [k for k in KETENTUAN[nama] if k.sejak <= pada]
    if not berlaku:
        raise ValueError(
            kalimat("Belum ada ketentuan JP pada %(hari)s.", hari=pada.strftime("%d-%m-%Y")),
        )
    return berlaku[-1]


def posisi_jp(jenis: str | Enum, jumlah: int, pada: date) -> PosisiJP:
    """Where somebody with `jumlah` JP in the year of `pada` stands. Raises ValueError as `ketentuan_jp`,
    and for a negative number."""
    if jumlah < 0:
        raise ValueError(kalimat("JP tidak dapat kurang dari nol."))
    k = ketentuan_jp(jenis, pada)
    return PosisiJP(
        jumlah=jumlah,
        minimum=k.minimum,
        maksimum=k.maksimum,
        kurang=max(0, (k.minimum or 0) - jumlah),
        sisa=None if k.maksimum is None else max(0, k.maksimum - jumlah),
        lebih=0 if k.maksimum is None else max(0, jumlah - k.maksimum),
        sumber=k.sumber,
    )
