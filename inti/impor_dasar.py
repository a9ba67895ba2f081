"""What every import is made of: columns, sentences, problems, the table that was found."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inti.berkas_tabel import Baris
from inti.tanda import ke_data

CONTOH_MAKS = 25  # problems kept per kind; the count is exact
GALAT, PERINGATAN = "galat", "peringatan"


@dataclass(frozen=True)
class Sel:
    """A kind of cell: its SQL type and how a text becomes a value.

    `baca` raises `inti.sel.Tolak`. `pasti` is SQL with {t} for the text: where it is true the text is surely
    good and `nilai` (SQL) is its value, so that `baca` need not be asked; it must agree with `baca`.
    """

    nama: str  # names the table of the texts that were read
    tipe: str
    baca: Callable[[str], Any]
    pasti: str = "false"
    nilai: str = "{t}"


@dataclass(frozen=True)
class Kolom:
    """A column by the name it has in the export; `alias` are other spellings."""

    nama: str
    alias: tuple[str, ...] = ()
    wajib: bool = False
    bidang: str = ""  # the field it fills; "" for a column that only helps to find something
    sel: Sel | None = None
    keterangan: Any = ""  # what belongs here, for the sample file
    contoh: str = ""


@dataclass(frozen=True)
class Kalimat:
    """A kind of problem: how grave, its title, and the sentence for one cell (with %(…)s places)."""

    berat: str
    judul: str
    pesan: str


@dataclass(frozen=True)
class Masalah:
    """One problem: row number in the file, kind, column, value and what the sentence needs."""

    baris: int
    kode: str
    kolom: str = ""
    nilai: str = ""
    isi: Mapping[str, Any] = field(default_factory=dict)

    def ringkas(self) -> dict[str, Any]:
        """As it is kept in a report."""
        isi = {kunci: ke_data(satu) for kunci, satu in self.isi.items()}
        return {"baris": self.baris, "kolom": self.kolom, "nilai": self.nilai[:200], "isi": isi}


class Catatan:
    """Counts every problem and keeps the first ones of each kind, so memory stays flat."""

    def __init__(self, kalimat: Mapping[str, Kalimat]) -> None:
        self.kalimat = kalimat
        self.jumlah: Counter[str] = Counter()
        self.contoh: dict[str, list[dict[str, Any]]] = {}

    def tambah(self, masalah: Masalah) -> bool:
        """Note it; returns whether it refuses the row."""
        self.gabung(masalah.kode, 1, [masalah])
        return self.kalimat[masalah.kode].berat == GALAT

    def gabung(self, kode: str, jumlah: int, contoh: Sequence[Masalah]) -> None:
        """Note `jumlah` problems of one kind of which these are the first."""
        self.jumlah[kode] += jumlah
        disimpan = self.contoh.setdefault(kode, [])
        disimpan += [m.ringkas() for m in contoh[: CONTOH_MAKS - len(disimpan)]]

    def kelompok(self, berat: str) -> list[dict[str, Any]]:
        """The kinds of this gravity for the report, most frequent first."""
        return [
            {
                "kode": kode,
                "jumlah": jumlah,
                "contoh": sorted(self.contoh[kode], key=lambda m: int(m["baris"])),
            }
            for kode, jumlah in self.jumlah.most_common()
            if self.kalimat[kode].berat == berat
        ]


@dataclass(frozen=True)
class Tabel:
    """The table that was found: where, which columns, and its rows with their numbers in the file."""

    lembar: str
    baris_judul: int
    posisi: Mapping[str, int]  # name of a known column -> place
    lain: Mapping[str, int]  # header of another column as written -> place
    lembar_lain: tuple[str, ...]
    baris: Iterator[tuple[int, Baris]]
    # See inti.impor_salinan: what the rows were read from, where a copy of them is kept, the copy that is read.
    asal: Sequence[str] = ()
    simpan: Path | None = None
    salinan: Path | None = None
