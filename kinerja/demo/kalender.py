"""The dates of the demo: a finished year and the running one, as seen from today."""

from dataclasses import dataclass
from datetime import date, timedelta

HARI = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TanggalPeriode:
    """A quarter with the dates of its evaluation; status as `sasaran.enums.StatusPeriode`."""

    tahun: int
    nomor: int
    mulai: date
    selesai: date
    buka: date
    batas_diri: date
    batas_nilai: date
    tutup: date
    status: str


def periode(hari_ini: date) -> list[TanggalPeriode]:
    """The eight quarters: those before the running one are closed, it is open, the rest are still to come."""
    return [
        _satu(tahun, nomor, hari_ini) for tahun in (hari_ini.year - 1, hari_ini.year) for nomor in range(1, 5)
    ]


def _satu(tahun: int, nomor: int, hari_ini: date) -> TanggalPeriode:
    mulai = date(tahun, nomor * 3 - 2, 1)
    selesai = (mulai + timedelta(days=95)).replace(day=1) - HARI
    if mulai <= hari_ini <= selesai:
        buka = max(mulai, min(selesai - 20 * HARI, hari_ini - 4 * HARI))
        batas_diri = max(buka + 17 * HARI, hari_ini + 10 * HARI)
        batas_nilai = batas_diri + 14 * HARI
        tutup = max(batas_nilai + 10 * HARI, selesai + 10 * HARI)
        return TanggalPeriode(tahun, nomor, mulai, selesai, buka, batas_diri, batas_nilai, tutup, "terbuka")
    tanggal = [selesai - 20 * HARI, selesai - 8 * HARI, selesai + 4 * HARI, selesai + 14 * HARI]
    lalu = selesai < hari_ini
    if lalu:  # a quarter that ended yesterday is closed all the same
        tanggal = [min(t, hari_ini - HARI) for t in tanggal]
    return TanggalPeriode(tahun, nomor, mulai, selesai, *tanggal, "ditutup" if lalu else "belum_dibuka")
