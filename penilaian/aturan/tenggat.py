"""Every deadline of an evaluation that is counted in working days, and how it was counted.

Source: PermenPANRB 6/2022, Pasal 29 and Lampiran Bab V, numbered as in the table of deadlines T08 to T17.
The regulation says "hari kerja sejak"; that the day after the event is day 1 and that cuti bersama is not
worked is this project's reading of it (see `inti.kalender`), [K].
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from inti.kalender import SATU_HARI, adalah_hari_kerja, tambah_hari_kerja
from inti.tanda import N_, kalimat

PERATURAN = "PermenPANRB 6/2022"
SEJAK = date(2022, 2, 7)


class Kode(StrEnum):
    """The deadlines by what they are; the value is the number in the table of deadlines."""

    SERAH = "T08"
    KEMBALI = "T09"
    LAPOR = "T10"
    ATASAN_TANDA_TANGAN = "T11"
    ATASAN_SERAH = "T12"
    ATASAN_KEMBALI = "T13"
    ATASAN_LAPOR = "T14"
    KEBERATAN = "T15"
    PUTUSAN = "T16"
    PUTUSAN_LAPOR = "T17"


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """One deadline from a day on: what has to be done, counted from what, within how many working days."""

    kode: Kode
    sejak: date
    hari_kerja: int
    tindakan: str
    kejadian: str
    sumber: str


def _sejak_2022(kode: Kode, hari_kerja: int, tindakan: str, kejadian: str, dasar: str) -> Ketentuan:
    return Ketentuan(kode, SEJAK, hari_kerja, tindakan, kejadian, f"{PERATURAN}, {dasar}")


_TANDA_TANGAN = N_("tanda tangan penilai")
_TANDA_TANGAN_ATASAN = N_("tanda tangan atasan penilai")
_TERIMA = N_("diterimanya dokumen evaluasi")
_TUTUP = N_("berakhirnya rentang evaluasi")

TABEL: tuple[Ketentuan, ...] = (
    _sejak_2022(
        Kode.SERAH, 14, N_("Dokumen disampaikan kepada pegawai"), _TANDA_TANGAN, "Lampiran Bab V.A.5"
    ),
    _sejak_2022(Kode.KEMBALI, 14, N_("Pegawai menandatangani dokumen"), _TERIMA, "Lampiran Bab V.A.6"),
    _sejak_2022(Kode.LAPOR, 30, N_("Dilaporkan kepada pejabat yang berwenang"), _TUTUP, "Lampiran Bab V.A.7"),
    _sejak_2022(
        Kode.ATASAN_TANDA_TANGAN,
        14,
        N_("Atasan penilai mengevaluasi dan menandatangani"),
        _TUTUP,
        "Lampiran Bab V.A.8",
    ),
    _sejak_2022(
        Kode.ATASAN_SERAH,
        7,
        N_("Dokumen disampaikan kepada pegawai"),
        _TANDA_TANGAN_ATASAN,
        "Lampiran Bab V.A.9",
    ),
    _sejak_2022(Kode.ATASAN_KEMBALI, 7, N_("Pegawai menandatangani dokumen"), _TERIMA, "Lampiran Bab V.A.10"),
    _sejak_2022(
        Kode.ATASAN_LAPOR, 30, N_("Dilaporkan kepada pejabat yang berwenang"), _TUTUP, "Lampiran Bab V.A.11"
    ),
    _sejak_2022(Kode.KEBERATAN, 14, N_("Keberatan diajukan"), _TERIMA, "Pasal 29 dan Lampiran Bab V.B.2"),
    _sejak_2022(Kode.PUTUSAN, 7, N_("Keberatan diputus"), N_("diterimanya keberatan"), "Lampiran Bab V.B.6"),
    _sejak_2022(
        Kode.PUTUSAN_LAPOR, 30, N_("Dilaporkan kepada pejabat yang berwenang"), _TUTUP, "Lampiran Bab V.B.8"
    ),
)
"""Every provision ever in force. A new regulation adds rows with its own date and changes none."""


@dataclass(frozen=True, slots=True)
class Hari:
    """One day of the count: its number among the working days, or 0 with the reason why it does not count."""

    tanggal: date
    ke: int
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class Perhitungan:
    """A deadline with its computation: from the day after the event to the due day, day by day."""

    ketentuan: Ketentuan
    kejadian: date
    hari_per_pekan: int
    jatuh_tempo: date
    hari: tuple[Hari, ...]

    @property
    def libur(self) -> tuple[Hari, ...]:
        """The holidays and cuti bersama among working weekdays, with their names."""
        return tuple(h for h in self.hari if h.alasan and h.alasan != AKHIR_PEKAN)


AKHIR_PEKAN = N_("akhir pekan")


def ketentuan(kode: Kode, pada: date) -> Ketentuan:
    """The provision for an event on `pada`; ValueError before the first one: there is no silent default."""
    berlaku = [k for k in TABEL if k.kode is kode and k.sejak <= pada]
    if not berlaku:
        raise ValueError(
            kalimat("Belum ada ketentuan tenggat untuk tanggal %(pada)s.", pada=f"{pada:%d-%m-%Y}")
        )
    return max(berlaku, key=lambda k: k.sejak)


def jatuh_tempo(kode: Kode, kejadian: date, libur: Mapping[date, str], hari_per_pekan: int = 5) -> date:
    """The last day of this deadline after an event on `kejadian`.

    `libur` are the days off with their names; ValueError for a day without a provision or a week other than
    five or six days.
    """
    return tambah_hari_kerja(kejadian, ketentuan(kode, kejadian).hari_kerja, libur, hari_per_pekan)


def hitung(kode: Kode, kejadian: date, libur: Mapping[date, str], hari_per_pekan: int = 5) -> Perhitungan:
    """The deadline with every day of its count; raises as `jatuh_tempo`."""
    akhir = jatuh_tempo(kode, kejadian, libur, hari_per_pekan)
    baris, ke, tanggal = [], 0, kejadian
    while tanggal < akhir:
        tanggal += SATU_HARI
        if adalah_hari_kerja(tanggal, libur, hari_per_pekan):
            ke += 1
            baris.append(Hari(tanggal, ke))
        else:
            pekan = not adalah_hari_kerja(tanggal, (), hari_per_pekan)
            baris.append(Hari(tanggal, 0, AKHIR_PEKAN if pekan else libur[tanggal]))
    return Perhitungan(ketentuan(kode, kejadian), kejadian, hari_per_pekan, akhir, tuple(baris))


def kejadian_terakhir(kode: Kode, sebelum: date, libur: Mapping[date, str], hari_per_pekan: int = 5) -> date:
    """The latest day of an event whose deadline is over on `sebelum`: its last day lies before it.

    The other way round of `jatuh_tempo`, so that the schedule can ask one date of many rows. With the day
    after `hari` as `sebelum` it finds the events that are due on `hari` at the latest.
    """
    banyak = ketentuan(kode, sebelum).hari_kerja
    calon = tambah_hari_kerja(sebelum, -banyak, libur, hari_per_pekan) - SATU_HARI
    banyak = ketentuan(kode, calon).hari_kerja  # the provision of the event counts, not that of today
    return tambah_hari_kerja(sebelum, -banyak, libur, hari_per_pekan) - timedelta(days=1)
