"""Counting what colleagues answered, and what of it may be shown. Pure.

Only whole groups of at least `ambang` answers are counted, never a total over periods, and a question that
too few could answer is left out, so that no two numbers can be subtracted to single out fewer people.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

BELUM_TAHU = 0
"""The answer “belum cukup tahu”; the ratings are 1 (the best) … n."""


@dataclass(frozen=True, slots=True)
class Isi:
    """What one colleague answered: a rating per question, and a text. Never printed, so that no log has it."""

    butir: Mapping[str, int] = field(repr=False)
    teks: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Sebaran:
    """Counts per question (`None`: too few could answer it), the last count being “belum cukup tahu”."""

    jumlah: int
    butir: dict[str, list[int] | None]
    teks: list[str]


def hitung(jawaban: Sequence[Isi], *, kode: Iterable[str], pilihan: int, ambang: int) -> Sebaran | None:
    """The counts of these answers on a scale of `pilihan` ratings; None below `ambang`."""
    if len(jawaban) < ambang:
        return None
    butir = {k: _satu([j.butir.get(k, BELUM_TAHU) for j in jawaban], pilihan, ambang) for k in kode}
    return Sebaran(len(jawaban), butir, sorted(j.teks for j in jawaban if j.teks))


def _satu(nilai: Sequence[int], pilihan: int, ambang: int) -> list[int] | None:
    """Counts of one question. Those who could not tell count as an answer of the group, or none is shown."""
    hitungan = [nilai.count(n) for n in range(1, pilihan + 1)]
    if sum(hitungan) < ambang:
        return None
    return [*hitungan, len(nilai) - sum(hitungan)]


def kasar(bagian: int, dari: int, *, sedikit: int = 100) -> int | None:
    """A share in percent, rounded to tens, so that one answer more or less does not show; None when few."""
    if dari < sedikit:
        return None
    return (20 * bagian + dari) // (2 * dari) * 10


def teruraikan(dulu: Sebaran, kini: Sebaran, ambang: int) -> bool:
    """Whether the difference of two shown results would single out fewer than `ambang` answers.

    It would when all that changed is that a few answers came or went: then subtracting one from the other
    leaves just those. When counts went up and down, opinions changed and nothing can be subtracted.
    """
    selisih = kini.jumlah - dulu.jumlah
    if not 0 < abs(selisih) < ambang:
        return False
    pasangan = [(dulu.butir[k], kini.butir[k]) for k in kini.butir.keys() & dulu.butir.keys()]
    arah = 1 if selisih > 0 else -1
    return all(
        (b - a) * arah >= 0
        for lama, baru in pasangan
        if lama is not None and baru is not None
        for a, b in zip(lama, baru, strict=True)
    )
