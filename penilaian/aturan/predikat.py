"""The predikat of an evaluation: a table of two ratings, never a score.

Source: PermenPANRB 6/2022, Lampiran Bab IV.B.3.a.3 (periodic) and IV.B.3.b (yearly), the same nine
cells in both; in force since its promulgation on 7 February 2022 (BN 2022/155). The numbers of the
ratings and of the labels are those SIASN uses: 1 is the best.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from types import MappingProxyType
from typing import TypeVar

from inti.kalender import tanpa_jam
from inti.tanda import N_, Kalimat, gabung, kalimat


class Rating(IntEnum):
    """Rating of a result, of the results together, or of behaviour."""

    DI_ATAS = 1
    SESUAI = 2
    DI_BAWAH = 3


class Predikat(IntEnum):
    """Label of an evaluation, in SIASN's own numbers."""

    SANGAT_BAIK = 1
    BAIK = 2
    BUTUH_PERBAIKAN = 3
    KURANG = 4
    SANGAT_KURANG = 5


LABEL_RATING: Mapping[Rating, Kalimat] = MappingProxyType(
    {
        Rating.DI_ATAS: kalimat("Di Atas Ekspektasi"),
        Rating.SESUAI: kalimat("Sesuai Ekspektasi"),
        Rating.DI_BAWAH: kalimat("Di Bawah Ekspektasi"),
    }
)

LABEL_PREDIKAT: Mapping[Predikat, Kalimat] = MappingProxyType(
    {
        Predikat.SANGAT_BAIK: kalimat("Sangat Baik"),
        Predikat.BAIK: kalimat("Baik"),
        Predikat.BUTUH_PERBAIKAN: kalimat("Butuh Perbaikan"),
        Predikat.KURANG: kalimat("Kurang"),
        Predikat.SANGAT_KURANG: kalimat("Sangat Kurang"),
    }
)

LABEL_PREDIKAT_DOKUMEN: Mapping[Predikat, str] = MappingProxyType(
    {
        Predikat.SANGAT_BAIK: "SANGAT BAIK",
        Predikat.BAIK: "BAIK",
        Predikat.BUTUH_PERBAIKAN: "BUTUH PERBAIKAN",
        Predikat.KURANG: "KURANG (MISCONDUCT)",
        Predikat.SANGAT_KURANG: "SANGAT KURANG",
    }
)
"""How the official forms print the labels."""

Matriks = Mapping[tuple[Rating, Rating], Predikat]


@dataclass(frozen=True, slots=True)
class MatriksBerlaku:
    """A matrix with the day it came into force and the regulation it comes from."""

    sejak: date
    sumber: str
    matriks: Matriks


SUMBER = "PermenPANRB 6/2022, Lampiran Bab IV.B.3 (kuadran predikat kinerja)"

MATRIKS: Matriks = MappingProxyType(
    {
        # (hasil kerja, perilaku kerja)
        (Rating.DI_ATAS, Rating.DI_ATAS): Predikat.SANGAT_BAIK,
        (Rating.DI_ATAS, Rating.SESUAI): Predikat.BAIK,
        (Rating.DI_ATAS, Rating.DI_BAWAH): Predikat.KURANG,
        (Rating.SESUAI, Rating.DI_ATAS): Predikat.BAIK,
        (Rating.SESUAI, Rating.SESUAI): Predikat.BAIK,
        (Rating.SESUAI, Rating.DI_BAWAH): Predikat.KURANG,
        (Rating.DI_BAWAH, Rating.DI_ATAS): Predikat.BUTUH_PERBAIKAN,
        (Rating.DI_BAWAH, Rating.SESUAI): Predikat.BUTUH_PERBAIKAN,
        (Rating.DI_BAWAH, Rating.DI_BAWAH): Predikat.SANGAT_KURANG,
    }
)

TABEL: tuple[MatriksBerlaku, ...] = (MatriksBerlaku(date(2022, 2, 7), SUMBER, MATRIKS),)
"""Every matrix ever in force, oldest first. A new regulation adds an entry and changes none."""

_Pilihan = TypeVar("_Pilihan", Rating, Predikat)


def matriks_berlaku(pada: date) -> MatriksBerlaku:
    """Return the matrix in force on `pada` with its source.

    Raises ValueError for a day before the first matrix: there is no silent default.
    """
    for berlaku in reversed(TABEL):
        if berlaku.sejak <= tanpa_jam(pada):
            return berlaku
    raise ValueError(
        kalimat(
            "Belum ada aturan predikat kinerja untuk tanggal %(pada)s; aturan pertama berlaku sejak %(sejak)s.",
            pada=f"{pada:%d-%m-%Y}",
            sejak=f"{TABEL[0].sejak:%d-%m-%Y}",
        )
    )


def matriks_pada(pada: date) -> Matriks:
    """Return the nine cells in force on `pada`; ValueError before the first matrix."""
    return matriks_berlaku(pada).matriks


def ke_rating(nilai: "Rating | int | str", sebutan: str = N_("Rating")) -> Rating:
    """Return the Rating that `nilai` means: a member, its number, its name or its official label.

    `sebutan` names the value in the sentence of the ValueError raised for anything else.
    """
    return _ke_pilihan(nilai, Rating, LABEL_RATING, sebutan)


def ke_predikat(nilai: "Predikat | int | str", sebutan: str = N_("Predikat")) -> Predikat:
    """Return the Predikat that `nilai` means; ValueError as in `ke_rating`."""
    return _ke_pilihan(nilai, Predikat, LABEL_PREDIKAT, sebutan)


def predikat_kinerja(hasil: Rating | int | str, perilaku: Rating | int | str, pada: date) -> Predikat:
    """Return the label that follows from the ratings of results and of behaviour on the day `pada`.

    Source: see the module. Raises ValueError for an unknown rating or a day without a rule.
    """
    kunci = (ke_rating(hasil, N_("Rating hasil kerja")), ke_rating(perilaku, N_("Rating perilaku kerja")))
    return matriks_pada(pada)[kunci]


def _ke_pilihan(
    nilai: object, jenis: type[_Pilihan], label: Mapping[_Pilihan, Kalimat], sebutan: str
) -> _Pilihan:
    for anggota in jenis:
        if isinstance(nilai, str):
            if nilai.strip().casefold() in (anggota.name.casefold(), label[anggota].casefold()):
                return anggota
        elif isinstance(nilai, int) and not isinstance(nilai, bool) and nilai == anggota:
            return anggota
    pilihan = gabung(*(Kalimat("%(n)s (%(l)s)", {"n": a.value, "l": label[a]}) for a in jenis), pemisah=", ")
    raise ValueError(
        kalimat(
            "%(sebutan)s “%(isi)s” tidak dikenal. Pilih salah satu: %(pilihan)s.",
            sebutan=kalimat(sebutan),
            isi=nilai,
            pilihan=pilihan,
        )
    )
