"""Dates written out in Indonesian whoever reads: for documents, which have one language. Pure."""

from datetime import date, datetime

from inti.kalender import Zona, ke_zona

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
    "November", "Desember",
)  # fmt: skip


def tulis_tanggal(tanggal: date) -> str:
    """“14 Januari 2027”."""
    return f"{tanggal.day} {BULAN[tanggal.month - 1]} {tanggal.year}"


def tulis_waktu(waktu: datetime, zona: Zona | str) -> str:
    """“14 Januari 2027 pukul 10.05 WIB”, in the zone's own time."""
    sana = ke_zona(zona)
    di_sana = waktu.astimezone(sana.tz)
    return f"{tulis_tanggal(di_sana.date())} pukul {di_sana:%H.%M} {sana}"
