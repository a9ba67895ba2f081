"""Retirement age (batas usia pensiun) by kind of post, as dated tables, and the day of retirement. Pure.

UU 20/2023 Ps 55 (in force 31 October 2023): manajerial JPT 60, administrator and pengawas 58; nonmanajerial
pelaksana 58, functional posts by the rules of their jenjang. Before it UU 5/2014 Ps 90 and PP 11/2017 Ps 239
gave the same ages. Ages of jenjang and of single functional posts: domain.md section 16 and
tables/jabatan_jenis.csv; the value SIASN keeps with a title (`Jabatan.bup`) wins over this table.
Retirement begins on the first day of the month after the birthday [K].
"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from inti.tanda import kalimat


@dataclass(frozen=True, slots=True)
class TabelBup:
    """What is in force from `berlaku` on: by kind of post, by jenjang, and by first words of a title.

    `nama` are (first words, jenjang or "" for any, age), the first that fits; it goes before `jenjang`.
    """

    berlaku: date
    sumber: str
    jenis: Mapping[str, int]
    jenjang: Mapping[str, int]
    nama: tuple[tuple[str, str, int], ...]


_JENIS = MappingProxyType(
    {
        "jpt_madya": 60,
        "jpt_pratama": 60,
        "administrator": 58,
        "pengawas": 58,
        "pelaksana": 58,
        "fungsional": 58,
    }
)
_JENJANG = MappingProxyType({"Ahli Utama": 65, "Ahli Madya": 60})
_NAMA = (
    ("GURU BESAR", "", 70),
    ("PROFESOR", "", 70),
    ("PENELITI", "Ahli Utama", 70),
    ("PEREKAYASA", "Ahli Utama", 70),
    ("DOSEN", "", 65),
    ("GURU", "", 60),
)
TABEL = (
    TabelBup(date(2014, 1, 15), "UU 5/2014 Ps 90; PP 11/2017 Ps 239", _JENIS, _JENJANG, _NAMA),
    TabelBup(date(2023, 10, 31), "UU 20/2023 Ps 55", _JENIS, _JENJANG, _NAMA),
)
TERMUDA = 50  # nobody retires by age before it, whatever SIASN keeps with a title


def tabel_bup(pada: date) -> TabelBup:
    """The table in force on `pada`. Raises ValueError before the first one."""
    for tabel in reversed(TABEL):
        if tabel.berlaku <= pada:
            return tabel
    raise ValueError(kalimat("Batas usia pensiun sebelum %(awal)s tidak diketahui.", awal=TABEL[0].berlaku))


def bup(*, jenis: str, jenjang: str, nama: str, pada: date) -> int:
    """The age at which the holder of a post retires.

    Raises ValueError for a kind of post without one (a head of region is elected) and before the first table.
    """
    tabel = tabel_bup(pada)
    if jenis not in tabel.jenis:
        raise ValueError(
            kalimat("Jabatan jenis “%(jenis)s” tidak mempunyai batas usia pensiun.", jenis=jenis)
        )
    if jenis != "fungsional":
        return tabel.jenis[jenis]
    besar = nama.strip().upper()
    for awal, satu, usia in tabel.nama:
        if besar.startswith(awal) and satu in ("", jenjang):
            return usia
    return tabel.jenjang.get(jenjang, tabel.jenis[jenis])


def tanggal_pensiun(lahir: date, usia: int) -> date:
    """The first day of the month after the birthday with which somebody reaches `usia`."""
    tahun, bulan = lahir.year + usia, lahir.month
    return date(tahun + bulan // 12, bulan % 12 + 1, 1)


def tambah_bulan(awal: date, bulan: int) -> date:
    """The same day so many months later, or the last day of a month that is shorter."""
    urut = awal.month - 1 + bulan
    tahun, kini = awal.year + urut // 12, urut % 12 + 1
    return date(tahun, kini, min(awal.day, calendar.monthrange(tahun, kini)[1]))
