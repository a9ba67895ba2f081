"""The problem of a report in the words of the reader's language."""

from collections.abc import Mapping
from typing import Any

from inti import tanda
from inti.impor_dasar import GALAT, Kalimat
from inti.tanda import dari_data
from inti.terjemah import t


def kata(kalimat: Mapping[str, Kalimat], kode: str) -> Kalimat:
    """The words of a kind of problem; an old report may have one that is no longer known."""
    return kalimat.get(kode, Kalimat(GALAT, kode, kode))


def pesan(kalimat: Mapping[str, Kalimat], masalah: Mapping[str, Any], kode: str) -> str:
    """The sentence of one problem, as `Masalah.ringkas` keeps it."""
    return str(kata(kalimat, kode).pesan) % {
        "kolom": masalah["kolom"],
        "nilai": masalah["nilai"],
        **{kunci: isi(satu) for kunci, satu in masalah["isi"].items()},
    }


def isi(nilai: Any) -> Any:
    """A sentence of the rules in the language of the reader, other values as they are."""
    asli = dari_data(nilai)
    return t(asli) if isinstance(asli, tanda.Kalimat) else asli
