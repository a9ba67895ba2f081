"""Reads katalog.txt: the hand-written results and indicators by key."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path

BERKAS = Path(__file__).with_name("katalog.txt")
JENIS = {"U": "utama", "T": "tambahan"}


@dataclass(frozen=True, slots=True)
class Indikator:
    """One measure of a result; `target_maks` makes the target a range, `perspektif` is of leaders."""

    aspek: str
    arah: str
    cara_hitung: str
    target: Decimal
    target_maks: Decimal | None
    satuan: str
    uraian: str
    perspektif: str = ""


@dataclass(slots=True)
class Hasil:
    """One result: `dukung` is the place of the leader's result it supports."""

    jenis: str
    dukung: int
    uraian: str
    indikator: list[Indikator] = field(default_factory=list)


@cache
def katalog() -> dict[str, list[Hasil]]:
    """Key → results, in the order of the file."""
    isi: dict[str, list[Hasil]] = {}
    kunci = ""
    for baris in BERKAS.read_text(encoding="utf-8").splitlines():
        if baris.startswith("["):
            kunci = baris.strip("[] ")
            isi[kunci] = []
        elif baris.startswith("- "):
            isi[kunci][-1].indikator.append(_indikator(baris[2:]))
        elif baris[:1] in JENIS:
            jenis, dukung, uraian = baris.split(" ", 2)
            isi[kunci].append(Hasil(JENIS[jenis], int(dukung), uraian))
    return isi


def _indikator(baris: str) -> Indikator:
    ukuran, uraian, *perspektif = baris.split(" | ")
    aspek, arah, cara, target, satuan = ukuran.split(" ", 4)
    bawah, _, atas = target.partition("..")
    return Indikator(
        aspek, arah, cara, Decimal(bawah), Decimal(atas) if atas else None, satuan.strip(), uraian.strip(),
        perspektif[0].strip() if perspektif else "",
    )  # fmt: skip
