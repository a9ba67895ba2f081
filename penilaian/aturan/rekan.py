"""Who is asked about whom: a draw from the circle of colleagues, random, balanced and limited. Pure.

PermenPANRB 6/2022 Ps 18-19 lets colleagues give feedback and leaves the choosing open, so the numbers are a
dated policy of the government. The rule: people assessed by the same person share unit and work; a secret
seed lays them in a circle, those who support the same result of their leader side by side; everybody is
described by the next ones in the circle. So each gives as many answers as he gets, nobody describes himself,
and in a circle of more than four times the number two people never describe each other. A pair of the
last period is taken only when nobody else is left. A circle that is too small is widened to the sister units
under the same parent, whose assessors share a superior; one that is still too small gets no colleagues.

The same rule for everybody at once is the SQL of services/undian_rekan.py; a test compares the two.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from inti.kalender import SATU_HARI, hari_kerja_antara, tambah_hari_kerja

AMBANG_TERENDAH = 3
"""No policy may show a result of fewer answers."""

JANGKAUAN = 3
"""How far along the circle one looks, in multiples of the number asked."""


@dataclass(frozen=True, slots=True)
class Aturan:
    """The numbers of a policy."""

    diminta: int
    ambang: int
    beban_maks: int
    kolam_maks: int


@dataclass(frozen=True, slots=True)
class Orang:
    """Somebody with an evaluation in the period. `induk` is the path of his unit's parent, `kelompok` the
    result of the leader that his work supports; who is `pergi`, on long leave, is not asked about others."""

    id: UUID
    penilai: UUID
    atasan: UUID | None
    induk: str
    kelompok: str = ""
    pergi: bool = False


@dataclass(frozen=True, slots=True)
class Jendela:
    """The days of a period: names may be struck out until `coret_sampai`, answers are taken on
    `jawab_dari` … `jawab_sampai`, all included."""

    coret_sampai: date
    jawab_dari: date
    jawab_sampai: date


Lingkaran = list[Orang]

HARI_JAWAB = 3
"""Working days that must be left for answering, or nothing can be struck out."""


def jendela(buka: date, batas: date, hari_coret: int, libur: Container[date]) -> Jendela:
    """The days between the opening of an evaluation and the deadline of the self-assessment, after which the
    assessor decides with the answers before him.

    First names may be struck out for `hari_coret` working days, then answers are taken: never both at once,
    since a name that can no longer be struck out would tell that it has answered.
    """
    coret = tambah_hari_kerja(buka, hari_coret, libur) if hari_coret else buka
    if coret >= batas or hari_kerja_antara(coret + SATU_HARI, batas, libur) < HARI_JAWAB:
        coret = buka - SATU_HARI
    return Jendela(coret, max(buka, coret + SATU_HARI), batas)


def pengacak(benih: str) -> Callable[[object], bytes]:
    """The order that the seed gives: what sorts without being foreseeable."""
    return lambda apa: sha256(f"{benih}{apa}".encode()).digest()


def tingkat_kolam(n_dekat: int, n_luas: int, aturan: Aturan) -> int:
    """0: the own circle is used; 1: the wider one, because the own one is too small for the number asked."""
    sempit = n_dekat - 1 < aturan.diminta
    return int(sempit and n_dekat < n_luas <= aturan.kolam_maks)


def jangkauan(n: int, diminta: int) -> int:
    """How many neighbours are looked at in a circle of `n`: less than half of a large one, so that no two
    people describe each other."""
    separuh = (n - 1) // 2
    return min(separuh if separuh >= 2 * diminta else n - 1, JANGKAUAN * diminta)


def undi(
    orang: Iterable[Orang],
    *,
    benih: str,
    aturan: Aturan,
    sasaran: Collection[UUID] | None = None,
    lama: Collection[tuple[UUID, UUID]] = frozenset(),
    beban: Mapping[UUID, int] | None = None,
) -> dict[UUID, tuple[UUID, ...]]:
    """For each of `sasaran` (everybody) the colleagues to ask; empty: the group is too small.

    `lama` are (about, asked) of the last period, `beban` what each has been asked already.
    """
    semua = list(orang)
    acak = pengacak(benih)
    dekat, luas = _kelompok(semua, acak)
    calon = {
        satu.id: _calon(satu, dekat[satu.penilai], luas[satu.induk, satu.atasan], aturan, lama)
        for satu in semua
        if sasaran is None or satu.id in sasaran
    }
    return _batasi(calon, aturan, beban or {}, acak)


def calon_pengganti(
    satu: Orang, orang: Iterable[Orang], *, benih: str, aturan: Aturan, terpakai: Collection[UUID]
) -> tuple[UUID, ...]:
    """Who may take the place of a colleague that was struck out, in the order of the circle."""
    dekat, luas = _kelompok(list(orang), pengacak(benih))
    lingkaran = _lingkaran(satu, dekat[satu.penilai], luas[satu.induk, satu.atasan], aturan)
    return tuple(b.id for b in _tetangga(satu, lingkaran, len(lingkaran) - 1) if b.id not in terpakai)


def _kelompok(
    semua: Lingkaran, acak: Callable[[object], bytes]
) -> tuple[dict[UUID, Lingkaran], dict[tuple[str, UUID | None], Lingkaran]]:
    """The near and the wide circles, each in its random order."""
    dekat: dict[UUID, Lingkaran] = defaultdict(list)
    luas: dict[tuple[str, UUID | None], Lingkaran] = defaultdict(list)
    for satu in sorted(semua, key=lambda o: (acak(o.kelompok), acak(o.id))):
        dekat[satu.penilai].append(satu)
    for satu in sorted(semua, key=lambda o: (acak(o.penilai), acak(o.id))):
        luas[satu.induk, satu.atasan].append(satu)
    return dekat, luas


def _lingkaran(satu: Orang, dekat: Lingkaran, luas: Lingkaran, aturan: Aturan) -> Lingkaran:
    return (dekat, luas)[tingkat_kolam(len(dekat), len(luas), aturan)]


def _tetangga(satu: Orang, lingkaran: Lingkaran, jauh: int) -> list[Orang]:
    """The next ones in the circle who are colleagues at work: not his assessor, nobody he assesses."""
    tempat = next(n for n, o in enumerate(lingkaran) if o.id == satu.id)
    berikut = (lingkaran[(tempat + langkah) % len(lingkaran)] for langkah in range(1, jauh + 1))
    return [b for b in berikut if b.id != satu.penilai and b.penilai != satu.id and not b.pergi]


def _calon(
    satu: Orang, dekat: Lingkaran, luas: Lingkaran, aturan: Aturan, lama: Collection[tuple[UUID, UUID]]
) -> tuple[UUID, ...]:
    lingkaran = _lingkaran(satu, dekat, luas, aturan)
    n = len(lingkaran)
    if n - 1 < aturan.ambang:
        return ()
    tetangga = _tetangga(satu, lingkaran, jangkauan(n, aturan.diminta))
    baru_dulu = sorted(tetangga, key=lambda b: (satu.id, b.id) in lama)  # stable: the circle decides the rest
    return tuple(b.id for b in baru_dulu[: aturan.diminta])


def _batasi(
    calon: Mapping[UUID, tuple[UUID, ...]],
    aturan: Aturan,
    beban: Mapping[UUID, int],
    acak: Callable[[object], bytes],
) -> dict[UUID, tuple[UUID, ...]]:
    """Nobody is asked more often than the limit; who is left with too few is not described at all."""
    pasangan = sorted(
        (ke, acak(dinilai), dinilai, rekan)
        for dinilai, semua in calon.items()
        for ke, rekan in enumerate(semua)
    )
    terpakai = Counter(beban)
    hasil: dict[UUID, list[UUID]] = {dinilai: [] for dinilai in calon}
    for _ke, _acak, dinilai, rekan in pasangan:
        if terpakai[rekan] < aturan.beban_maks:
            terpakai[rekan] += 1
            hasil[dinilai].append(rekan)
    return {d: tuple(r) if len(r) >= aturan.ambang else () for d, r in hasil.items()}
