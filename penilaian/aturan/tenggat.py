"""How many working days a person has to answer a delivered evaluation.

Source: PermenPANRB 6/2022, Lampiran Bab V.A.6 (signing and returning) and Pasal 29 with Lampiran Bab
V.B.2 (objection), both counted in working days from receipt.
"""

from dataclasses import dataclass
from datetime import date

from inti.tanda import kalimat


@dataclass(frozen=True, slots=True)
class KetentuanTenggat:
    """Working days from a day on: to acknowledge, and to object."""

    sejak: date
    terima: int
    keberatan: int
    sumber: str


TABEL: tuple[KetentuanTenggat, ...] = (
    KetentuanTenggat(
        date(2022, 2, 7), 14, 14, "PermenPANRB 6/2022, Pasal 29 dan Lampiran Bab V.A.6 serta V.B.2"
    ),
)
"""Every provision ever in force, oldest first."""


def tenggat_pada(pada: date) -> KetentuanTenggat:
    """Return the provision in force on `pada`; ValueError before the first one."""
    for ketentuan in reversed(TABEL):
        if ketentuan.sejak <= pada:
            return ketentuan
    raise ValueError(kalimat("Belum ada ketentuan tenggat untuk tanggal %(pada)s.", pada=f"{pada:%d-%m-%Y}"))
