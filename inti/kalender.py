"""Working days, holidays and the three time zones, as pure functions.

How days are counted: the day after the event is day 1; Saturday and Sunday are off in a five-day
week, only Sunday in a six-day week (Perpres 21/2023 and the unit's own working week); national
holidays and cuti bersama are off. PermenPANRB 6/2022 says only "hari kerja sejak"; the way of
counting is this project's reading of it.
"""

from collections.abc import Container, Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from inti.libur_csv import BarisLibur as BarisLibur
from inti.libur_csv import baca_libur_csv as baca_libur_csv
from inti.tanda import kalimat

BATAS_HARI_KERJA = 10_000
"""More working days than this (about 40 years) is a slip of the pen, not a deadline."""

TAHUN_PERTAMA = 1946
"""First year the holiday base knows."""

TAHUN_TERAKHIR = 2100
"""Last year for which dates are estimated."""

AKHIR_PEKAN = {5: frozenset({5, 6}), 6: frozenset({6})}
"""Days off per length of the working week; Monday is 0."""

SATU_HARI = timedelta(days=1)


class Zona(StrEnum):
    """The three Indonesian time zones; the value is the official abbreviation."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"

    @property
    def nama_tz(self) -> str:
        """Name of the zone in the IANA data base."""
        return NAMA_TZ[self]

    @property
    def tz(self) -> ZoneInfo:
        """The zone as `tzinfo`."""
        return ZoneInfo(self.nama_tz)


NAMA_TZ = {Zona.WIB: "Asia/Jakarta", Zona.WITA: "Asia/Makassar", Zona.WIT: "Asia/Jayapura"}


def ke_zona(zona: Zona | str) -> Zona:
    """Return the zone named by a member or by WIB, WITA or WIT; ValueError otherwise."""
    try:
        return Zona(zona)
    except ValueError:
        raise ValueError(
            kalimat("Zona waktu “%(zona)s” tidak dikenal. Pilih WIB, WITA, atau WIT.", zona=zona)
        ) from None


def hari_ini(zona: Zona | str, sekarang: datetime) -> date:
    """Return the date it is in `zona` at the moment `sekarang`.

    Raises ValueError when `sekarang` carries no zone of its own.
    """
    if sekarang.tzinfo is None:
        raise ValueError(kalimat("Waktu sekarang harus disertai zona waktu."))
    return sekarang.astimezone(ke_zona(zona).tz).date()


def akhir_hari(tanggal: date, zona: Zona | str) -> datetime:
    """Return the last moment of `tanggal` in `zona`: a deadline lasts until 23:59:59.999999."""
    return datetime.combine(tanpa_jam(tanggal), time.max, tzinfo=ke_zona(zona).tz)


def tanpa_jam(tanggal: date) -> date:
    """Return `tanggal`; ValueError for a datetime, whose day depends on the zone."""
    if isinstance(tanggal, datetime):
        raise ValueError(kalimat("Berikan tanggal tanpa jam: tentukan dulu harinya di zona waktu unit."))
    return tanggal


def adalah_hari_kerja(tanggal: date, libur: Container[date], hari_per_pekan: int = 5) -> bool:
    """Tell whether `tanggal` is worked in a week of five or six days, given the days off `libur`.

    Raises ValueError for another length of the week or a date with a time in it.
    """
    return _bekerja(tanpa_jam(tanggal), libur, _akhir_pekan(hari_per_pekan))


def tambah_hari_kerja(mulai: date, n: int, libur: Container[date], hari_per_pekan: int = 5) -> date:
    """Return the `n`-th working day after `mulai`; the next working day is day 1.

    `mulai` itself may be a day off. With n = 0 it comes back as it is; a negative n counts the
    working days before it (for reminders). Raises ValueError for a week other than 5 or 6 days, a
    date with a time in it, or a count that leads out of the calendar.
    """
    akhir_pekan = _akhir_pekan(hari_per_pekan)
    if abs(n) > BATAS_HARI_KERJA:
        raise ValueError(
            kalimat(
                "Jumlah hari kerja paling banyak %(maks)s; yang diminta %(n)s.", maks=BATAS_HARI_KERJA, n=n
            )
        )
    langkah = SATU_HARI if n > 0 else -SATU_HARI
    tanggal, sisa = tanpa_jam(mulai), abs(n)
    while sisa:
        tanggal = _geser(tanggal, langkah)
        sisa -= _bekerja(tanggal, libur, akhir_pekan)
    return tanggal


def hari_kerja_antara(dari: date, sampai: date, libur: Container[date], hari_per_pekan: int = 5) -> int:
    """Return how many working days lie from `dari` to `sampai`, both included.

    Raises ValueError when `sampai` is before `dari`, or as in `tambah_hari_kerja`.
    """
    akhir_pekan = _akhir_pekan(hari_per_pekan)
    dari, sampai = tanpa_jam(dari), tanpa_jam(sampai)
    if sampai < dari:
        raise ValueError(
            kalimat(
                "Tanggal akhir %(akhir)s tidak boleh sebelum tanggal awal %(awal)s.",
                akhir=f"{sampai:%d-%m-%Y}",
                awal=f"{dari:%d-%m-%Y}",
            )
        )
    return sum(_bekerja(tanggal, libur, akhir_pekan) for tanggal in _rentang(dari, sampai))


def sisa_hari_kerja(
    hari_ini: date, jatuh_tempo: date, libur: Container[date], hari_per_pekan: int = 5
) -> int:
    """Return how many working days are left after `hari_ini` up to and including `jatuh_tempo`.

    0 on the due day itself; negative when it has passed: the working days since. The inverse of
    `tambah_hari_kerja` for a due day that is worked. Raises ValueError as that function does.
    """
    akhir_pekan = _akhir_pekan(hari_per_pekan)
    hari_ini, jatuh_tempo = tanpa_jam(hari_ini), tanpa_jam(jatuh_tempo)
    awal, akhir = sorted((hari_ini, jatuh_tempo))
    jumlah = sum(
        _bekerja(tanggal, libur, akhir_pekan) for tanggal in _rentang(awal, akhir) if tanggal != awal
    )
    return jumlah if hari_ini <= jatuh_tempo else -jumlah


def libur_dasar(tahun: int) -> dict[date, str]:
    """Return national holidays and cuti bersama of a year without a decree in the data.

    Taken from the `holidays` package (Indonesia); dates by the moon are estimates until the joint
    decree of that year is imported. Raises ValueError outside 1946 to 2100.
    """
    if not TAHUN_PERTAMA <= tahun <= TAHUN_TERAKHIR:
        raise ValueError(
            kalimat(
                "Tahun libur harus %(awal)s sampai %(akhir)s; yang diminta %(tahun)s.",
                awal=TAHUN_PERTAMA,
                akhir=TAHUN_TERAKHIR,
                tahun=tahun,
            )
        )
    return dict(_libur_paket(tahun))


@lru_cache(maxsize=32)  # the package computes a year anew each time it is asked
def _libur_paket(tahun: int) -> tuple[tuple[date, str], ...]:
    kalender = holidays.country_holidays(
        "ID", years=tahun, language="id", categories=("public", "government")
    )
    return tuple(sorted(kalender.items()))


def _akhir_pekan(hari_per_pekan: int) -> frozenset[int]:
    if hari_per_pekan not in AKHIR_PEKAN:
        raise ValueError(
            kalimat("Hari kerja sepekan harus 5 atau 6; yang diberikan %(n)s.", n=hari_per_pekan)
        )
    return AKHIR_PEKAN[hari_per_pekan]


def _bekerja(tanggal: date, libur: Container[date], akhir_pekan: frozenset[int]) -> bool:
    return tanggal.weekday() not in akhir_pekan and tanggal not in libur


def _geser(tanggal: date, langkah: timedelta) -> date:
    try:
        return tanggal + langkah
    except OverflowError:
        raise ValueError(
            kalimat("Hitungan hari kerja keluar dari kalender; periksa tanggal awalnya.")
        ) from None


def _rentang(dari: date, sampai: date) -> Iterator[date]:
    for urutan in range((sampai - dari).days + 1):
        yield dari + urutan * SATU_HARI
