"""How a model hangs on people and units, and how the place of a unit in the tree is read from its path."""

from dataclasses import dataclass

LANGKAH = 4  # characters that one level of the tree takes in the path of a unit


def rantai(jalur: str) -> list[str]:
    """The paths of a unit and of all above it, from the top down: "00010002" gives "0001" and "00010002"."""
    return [jalur[:n] for n in range(LANGKAH, len(jalur) + 1, LANGKAH)]


def puncak(jalur: str, tingkat: int = 1) -> str:
    """The path of the unit that many levels from the top: 1 the government, 2 the department."""
    return jalur[: tingkat * LANGKAH]


@dataclass(frozen=True)
class JalurAkses:
    """Lookup paths from a model to the people and the unit its permissions depend on; None: no such relation.

    Written on the model as `jalur_akses`. Where a record froze its assessor, the path names the frozen one.
    """

    pemilik: str | None = None
    penilai: str | None = None
    atasan_penilai: str | None = None
    unit: str | None = None  # the materialised path of the tree, e.g. "unit__path"
