"""The amount of a bonus, line by line, and the same as an expression for the database.

Source: local policy (Perkada), no regulation fixes it. PermenPANRB 6/2022 Ps 32 makes the evaluation the basis
of performance pay; classes and basic amounts follow the shape of TPP (PP 12/2019 Ps 58). The amounts and shares
of BAWAAN are those of one region in 2023 and the usual form [K]: marked as such, edited in the admin. Whole
rupiah, rounded once at the end, half up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from inti.tanda import kalimat
from penilaian.aturan.predikat import Predikat

SEJAK = date(2022, 2, 7)
DASAR = "Contoh: ganti dengan peraturan kepala daerah"
AKTIF, HUKUMAN, CLTN, TUGAS_BELAJAR = "01", "15", ("02", "13"), "03"
SERATUS = Decimal(100)


@dataclass(frozen=True, slots=True)
class Kebijakan:
    """Basic amount per class, share per predikat (percent), and the percent of the basic amount."""

    persen: Decimal
    dasar: Mapping[int, int]
    bagian: Mapping[int, Decimal]
    tugas_belajar: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for amounts or shares that cannot be."""
        if any(j < 0 or j != int(j) for j in self.dasar.values()):
            raise ValueError(kalimat("Jumlah dasar ditulis dalam rupiah bulat, tidak kurang dari nol."))
        if any(not 0 <= p <= 100 for p in (self.persen, *self.bagian.values())):
            raise ValueError(kalimat("Persen harus 0 sampai 100."))


BAWAAN = Kebijakan(
    persen=Decimal(60),
    dasar=MappingProxyType(
        dict(
            enumerate(
                (
                    894961, 1131487, 1368012, 1655678, 2793557, 3349711, 3854725, 4371943, 5439503, 6253104,
                    7188745, 9298296, 11628681, 12956594, 17019369,
                ),
                1,
            )
        )
    ),
    bagian=MappingProxyType(
        {
            int(Predikat.SANGAT_BAIK): Decimal(100),
            int(Predikat.BAIK): Decimal(90),
            int(Predikat.BUTUH_PERBAIKAN): Decimal(50),
            int(Predikat.KURANG): Decimal(0),
            int(Predikat.SANGAT_KURANG): Decimal(0),
        }
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keadaan:
    """What is known of a person for one period."""

    kelas: int | None
    predikat: int | None
    kedudukan: str = AKTIF
    sanksi: bool = False


@dataclass(frozen=True, slots=True)
class Rincian:
    """Every factor of an amount; `alasan` names why there is none (penghargaan.enums.AlasanTanpaBonus)."""

    alasan: str
    dasar: int
    persen: Decimal
    bagian: Decimal
    hak: int


def alasan_tanpa(kebijakan: Kebijakan, keadaan: Keadaan) -> str:
    """The first reason why this person gets nothing, or "". The order is that of the expression below."""
    kedudukan = _kedudukan(kebijakan, keadaan.kedudukan)
    if kedudukan:
        return kedudukan
    if keadaan.sanksi:
        return "sanksi"
    if keadaan.predikat is None or keadaan.predikat not in kebijakan.bagian:
        return "tanpa_evaluasi"
    return "" if keadaan.kelas in kebijakan.dasar else "tanpa_kelas"


def _kedudukan(kebijakan: Kebijakan, kode: str) -> str:
    if kode == HUKUMAN:
        return "hukuman_disiplin"
    if kode in CLTN:
        return "cltn"
    if kode == TUGAS_BELAJAR:
        return "" if kebijakan.tugas_belajar else "tugas_belajar"
    return "" if kode == AKTIF else "tidak_aktif"


def rinci(kebijakan: Kebijakan, keadaan: Keadaan) -> Rincian:
    """The amount of one person with every factor."""
    dasar = kebijakan.dasar.get(keadaan.kelas or 0, 0)
    bagian = kebijakan.bagian.get(keadaan.predikat or 0, Decimal(0))
    alasan = alasan_tanpa(kebijakan, keadaan)
    hak = 0 if alasan else hitung(dasar, kebijakan.persen, bagian)
    return Rincian(alasan, dasar, kebijakan.persen, bagian, hak)


def hitung(dasar: int, persen: Decimal, bagian: Decimal) -> int:
    """Whole rupiah of the three factors, rounded once, half up."""
    return int((Decimal(dasar) * persen * bagian / SERATUS / SERATUS).quantize(Decimal(1), ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Ekspresi:
    """The same rule as SQL over columns `kelas`, `predikat`, `kedudukan` and `sanksi`.

    `faktor` gives dasar and bagian, `alasan` the reason, `hak` the amount from `dasar`, `bagian`, `alasan`.
    """

    dasar: str
    bagian: str
    alasan: str
    hak: str


def ekspresi(kebijakan: Kebijakan) -> Ekspresi:
    """The policy as expressions. All values are numbers of the policy: nothing a person typed gets in."""
    kelas = ", ".join(str(int(k)) for k in sorted(kebijakan.dasar)) or "NULL"
    predikat = ", ".join(str(int(p)) for p in sorted(kebijakan.bagian)) or "NULL"
    belajar = "" if kebijakan.tugas_belajar else f"WHEN kedudukan = '{TUGAS_BELAJAR}' THEN 'tugas_belajar' "
    boleh = f"'{AKTIF}', '{TUGAS_BELAJAR}'"
    alasan = (
        f"CASE WHEN kedudukan = '{HUKUMAN}' THEN 'hukuman_disiplin' "
        f"WHEN kedudukan IN ('{CLTN[0]}', '{CLTN[1]}') THEN 'cltn' {belajar}"
        f"WHEN kedudukan NOT IN ({boleh}) THEN 'tidak_aktif' WHEN sanksi THEN 'sanksi' "
        f"WHEN predikat IS NULL OR predikat NOT IN ({predikat}) THEN 'tanpa_evaluasi' "
        f"WHEN kelas IS NULL OR kelas NOT IN ({kelas}) THEN 'tanpa_kelas' ELSE '' END"
    )
    return Ekspresi(
        dasar=_kasus("kelas", dict(kebijakan.dasar)),
        bagian=_kasus("predikat", dict(kebijakan.bagian)),
        alasan=alasan,
        hak=f"CASE WHEN alasan <> '' THEN 0 ELSE round(dasar * {kebijakan.persen} * bagian / 10000) END",
    )


def _kasus(kolom: str, tabel: Mapping[int, int | Decimal]) -> str:
    pasangan = " ".join(f"WHEN {int(k)} THEN {Decimal(tabel[k])}" for k in sorted(tabel))
    return f"(CASE {kolom} {pasangan} ELSE 0 END)::numeric" if pasangan else "0::numeric"
