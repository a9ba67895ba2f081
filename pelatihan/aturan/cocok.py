"""Which entries of the catalogue answer a need: by value, by aspect of an indicator, by the words. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

HURUF_MIN = 4  # shorter words say nothing
TERBANYAK = 3
_NILAI, _ASPEK, _KATA = 4, 2, 3
_KATA_UMUM = frozenset(
    {"agar", "berakhlak", "dalam", "dari", "dengan", "hasil", "kerja", "kinerja", "lebih", "meningkatkan"}
    | {"nilai", "pada", "pegawai", "pelatihan", "peningkatan", "secara", "tahun", "tepat", "terhadap"}
    | {"terlaksananya", "tersedia", "tersusun", "tugas", "untuk", "waktu", "yang"}
)


class Entri(Protocol):
    """What the rule reads of an entry of the catalogue."""

    nama: str
    topik: str
    nilai: list[str]
    aspek: list[str]


E = TypeVar("E", bound=Entri)


@dataclass(frozen=True)
class Gejala:
    """What is known of a need."""

    topik: str
    nilai: str = ""
    aspek: tuple[str, ...] = ()


def kata(teks: str) -> frozenset[str]:
    """The telling words of a text."""
    semua = re.findall(rf"[a-z]{{{HURUF_MIN},}}", teks.lower())
    return frozenset(semua) - _KATA_UMUM


def bobot(gejala: Gejala, entri: Entri) -> int:
    """How well an entry answers; 0: not at all. Only the order means something."""
    nilai = _NILAI if gejala.nilai and gejala.nilai in entri.nilai else 0
    aspek = _ASPEK * len(set(gejala.aspek) & set(entri.aspek))
    return nilai + aspek + _KATA * len(kata(gejala.topik) & kata(f"{entri.nama} {entri.topik}"))


def cocokkan(gejala: Gejala, katalog: Iterable[E]) -> list[E]:
    """The best entries for a need, the best first, at most TERBANYAK; in doubt by name."""
    dinilai = [(bobot(gejala, e), e) for e in katalog]
    urut = sorted((x for x in dinilai if x[0]), key=lambda x: (-x[0], x[1].nama))
    return [e for _bobot, e in urut[:TERBANYAK]]
