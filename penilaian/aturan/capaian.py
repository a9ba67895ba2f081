"""The label of an organisation: its scale, what it means, and when last year's label takes its place.

Sources: PermenPANRB 6/2022, Lampiran Bab IV.B.1 (scale l.3795-3801, last year's label l.3855-3858); the meanings
of the first and the last level: SE MenPANRB 3/2023; the others have no text in any source and are defaults.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from types import MappingProxyType

from inti.kalender import tanpa_jam
from inti.tanda import Kalimat, gabung, kalimat
from penilaian.aturan.predikat import Rating


class Capaian(IntEnum):
    """Label of a unit, with the codes of the regulation: 1 is the best."""

    ISTIMEWA = 1
    BAIK = 2
    BUTUH_PERBAIKAN = 3
    KURANG = 4
    SANGAT_KURANG = 5


LABEL_CAPAIAN: Mapping[Capaian, Kalimat] = MappingProxyType(
    {
        Capaian.ISTIMEWA: kalimat("Istimewa"),
        Capaian.BAIK: kalimat("Baik"),
        Capaian.BUTUH_PERBAIKAN: kalimat("Butuh Perbaikan"),
        Capaian.KURANG: kalimat("Kurang"),
        Capaian.SANGAT_KURANG: kalimat("Sangat Kurang"),
    }
)

ARTI_CAPAIAN: Mapping[Capaian, Kalimat] = MappingProxyType(
    {
        Capaian.ISTIMEWA: kalimat("Hasil melampaui yang disepakati dengan pimpinan."),
        Capaian.BAIK: kalimat("Hasil sesuai dengan yang disepakati."),
        Capaian.BUTUH_PERBAIKAN: kalimat("Sebagian kecil belum tercapai."),
        Capaian.KURANG: kalimat("Sebagian besar belum tercapai."),
        Capaian.SANGAT_KURANG: kalimat("Sebagian besar rencana aksi tidak ada kemajuan."),
    }
)


@dataclass(frozen=True, slots=True)
class KetentuanCapaian:
    """From a day on: the day of the next year on which last year's label takes the place of a missing one."""

    sejak: date
    bulan: int
    hari: int
    sumber: str


TABEL: tuple[KetentuanCapaian, ...] = (
    KetentuanCapaian(date(2022, 2, 7), 1, 31, "PermenPANRB 6/2022, Lampiran Bab IV.B.1.f"),
)
"""Every provision ever in force, oldest first."""

SUMBER_UNIT = "PermenPANRB 6/2022, Lampiran Bab IV.B.1.g"
SUMBER_PENETAP = "SE MenPANRB 3/2023"

# SE 3/2023 turns the label of the unit a person leads into his rating of results; it gives no table.
_RATING_KEPALA = MappingProxyType({Capaian.ISTIMEWA: Rating.DI_ATAS, Capaian.BAIK: Rating.SESUAI})


def ketentuan_pada(pada: date) -> KetentuanCapaian:
    """The provision in force on `pada`; ValueError before the first one."""
    for ketentuan in reversed(TABEL):
        if ketentuan.sejak <= tanpa_jam(pada):
            return ketentuan
    raise ValueError(
        kalimat("Belum ada ketentuan capaian organisasi untuk tanggal %(pada)s.", pada=f"{pada:%d-%m-%Y}")
    )


def pakai_tahun_lalu(tahun: int, pada: date) -> bool:
    """Whether on `pada` last year's label may stand in for the missing label of the year `tahun`.

    From 31 January of the next year on (IV.B.1.f).
    """
    ketentuan = ketentuan_pada(pada)
    return tanpa_jam(pada) >= date(tahun + 1, ketentuan.bulan, ketentuan.hari)


def ke_capaian(nilai: "Capaian | int | str") -> Capaian:
    """The Capaian that `nilai` means: a member, its code, its name or its label; ValueError otherwise."""
    for anggota in Capaian:
        if isinstance(nilai, str):
            if nilai.strip().casefold() in (anggota.name.casefold(), LABEL_CAPAIAN[anggota].casefold()):
                return anggota
        elif isinstance(nilai, int) and not isinstance(nilai, bool) and nilai == anggota:
            return anggota
    pilihan = gabung(
        *(Kalimat("%(n)s (%(l)s)", {"n": a.value, "l": LABEL_CAPAIAN[a]}) for a in Capaian), pemisah=", "
    )
    raise ValueError(
        kalimat(
            "Capaian organisasi “%(isi)s” tidak dikenal. Pilih salah satu: %(pilihan)s.",
            isi=nilai,
            pilihan=pilihan,
        )
    )


def rating_kepala(capaian: "Capaian | int | str") -> Rating:
    """The rating of results that the label of the unit he leads suggests for its head (SE 3/2023).

    The circular names no table; this one is a default: above, as expected, and all others below.
    """
    return _RATING_KEPALA.get(ke_capaian(capaian), Rating.DI_BAWAH)
