"""The kinds of data that can be imported. An app names its own in `jenis_impor.py`; all doors ask here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils.module_loading import autodiscover_modules

from inti.impor import Pengimpor
from inti.impor_dasar import Kalimat, Kolom


@dataclass(frozen=True)
class PilihanImpor:
    """A choice beside the file, shown as a check box."""

    kode: str
    label: Any
    bantuan: Any = ""
    bawaan: bool = False


@dataclass(frozen=True)
class BukanIsi:
    """A header that looks like this kind but holds something else: what it has, what it lacks, and the sentence."""

    ada: tuple[str, ...]
    tanpa: tuple[str, ...]
    kalimat: str


@dataclass(frozen=True)
class JenisImpor:
    """One kind of data: who may import it, how, and what an undo takes back.

    `buat(mode, pilihan, oleh)` makes the importer of one run. `sesudah` runs in the transaction that wrote.
    `model` are the tracked models it writes, those that point to others first.
    """

    kode: str
    nama: Any
    izin: str
    kolom: tuple[Kolom, ...]
    kalimat: Mapping[str, Kalimat]
    buat: Callable[[str, Mapping[str, bool], Any], Pengimpor]
    model: tuple[type[Model], ...]
    sesudah: Callable[[], object] | None = None
    pilihan: tuple[PilihanImpor, ...] = ()
    bermode: bool = True  # whether add, update or both can be chosen
    keterangan: Any = ""
    nama_bidang: Mapping[str, Any] = field(default_factory=dict)  # changes in the report that are no field
    bukan: tuple[BukanIsi, ...] = ()  # files that are refused by their header
    sebelum_batal: Callable[[Any], None] | None = None  # clears what the application derived from the rows


JENIS: dict[str, JenisImpor] = {}


def daftarkan(jenis: JenisImpor) -> JenisImpor:
    """Make a kind known under its code."""
    JENIS[jenis.kode] = jenis
    return jenis


def temukan_semua() -> None:
    """Load the kinds of every app; called once the apps are ready."""
    autodiscover_modules("jenis_impor")
