"""What the year suggests: the rating of one result, of behaviour, and of the head of a unit.

Source: PermenPANRB 6/2022, Lampiran Bab IV.B.3 (yearly, l.4209-4274): the assessor looks at the final
realisation over the year and at all feedback. How four periods become one suggestion is not written; the
functions here are this project's defaults, [K]. SE MenPANRB 3/2023: the label of the unit a person leads
becomes the rating of his results. All of it suggests; the assessor decides and says why.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from inti.kalender import tanpa_jam
from penilaian.aturan.predikat import Rating
from penilaian.aturan.saran import IndikatorDinilai, Saran, saran_rhk
from sasaran.aturan.capaian import Hubungan


@dataclass(frozen=True, slots=True)
class KebijakanKepala:
    """From a day on: whether the label of the unit led suggests the rating of results of its head."""

    sejak: date
    berlaku: bool
    sumber: str


KEBIJAKAN_KEPALA: tuple[KebijakanKepala, ...] = (
    KebijakanKepala(date(2022, 2, 7), False, "PermenPANRB 6/2022"),
    KebijakanKepala(date(2023, 1, 1), True, "SE MenPANRB 3/2023"),  # the day in the year is ours, [K]
)
"""Every policy ever in force, oldest first."""


@dataclass(frozen=True, slots=True)
class RatingRhk:
    """What the year suggests for one result, and whether the indicators or the last period say so."""

    rating: Rating | None
    dari_indikator: bool
    saran: Saran


def kebijakan_kepala(pada: date) -> KebijakanKepala | None:
    """The policy for heads of units on `pada`; None when none was in force or it does not apply."""
    berlaku = [k for k in KEBIJAKAN_KEPALA if k.sejak <= tanpa_jam(pada)]
    return berlaku[-1] if berlaku and berlaku[-1].berlaku else None


def rating_rhk(
    hubungan: Sequence[Hubungan | None], periode: Rating | None, *, ada_alasan: bool, sebagian: bool = False
) -> RatingRhk:
    """Suggest the rating of one result over the year.

    `hubungan` are its indicators against the target of the whole plan, `periode` the rating of the last
    period it was assessed in, `ada_alasan` whether that rating carried a reason: an indicator below the
    target was then accepted when the rating is Sesuai or better (Anak Lampiran 4, l.8691). `sebagian`: the
    plan was cut short by a move, so the target of the whole plan says nothing and the period counts.
    """
    diterima = ada_alasan and periode in (Rating.SESUAI, Rating.DI_ATAS)
    saran = saran_rhk(IndikatorDinilai(isi, diterima) for isi in hubungan)
    if saran.rating is None or sebagian:
        return RatingRhk(periode, False, saran)
    return RatingRhk(saran.rating, True, saran)


def rating_setahun(menurut_periode: Iterable[Rating | None]) -> Rating | None:
    """The rating most periods gave one of the seven values, oldest first; of a tie the later one.

    None without any.
    """
    ada = [r for r in menurut_periode if r is not None]
    if not ada:
        return None
    banyak = Counter(ada)
    terbanyak = max(banyak.values())
    return next(r for r in reversed(ada) if banyak[r] == terbanyak)
