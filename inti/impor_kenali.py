"""Which kind of data a file holds, told by its header: the kind whose columns it has most of."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from inti.berkas_tabel import BerkasDitolak, Lembar
from inti.impor_jenis import JenisImpor
from inti.impor_judul import JUDUL_MAKS, MINIMAL_KENAL, ratakan_judul


@dataclass(frozen=True)
class Dugaan:
    """How well a header fits a kind: whether its compulsory columns are there, and how many of its columns."""

    jenis: JenisImpor
    lengkap: bool
    kena: int
    bagian: float  # the share of the header that this kind knows

    @property
    def nilai(self) -> tuple[bool, int, float]:
        """By what guesses are compared: complete, most columns, largest share."""
        return self.lengkap, self.kena, self.bagian - len(self.jenis.kolom) / 1000


def kenali(lembar: Iterable[Lembar], jenis: Iterable[JenisImpor]) -> list[Dugaan]:
    """The kinds that the first rows of a file fit, best first; [] when it fits none."""
    judul = _judul(lembar)
    semua = [d for j in jenis if (d := _terbaik(j, judul))]
    return sorted(semua, key=lambda d: d.nilai, reverse=True)


def tolak_isi_lain(lembar: Iterable[Lembar], jenis: Iterable[JenisImpor]) -> None:
    """Refuse a file whose header is known not to hold what it looks like. Raises BerkasDitolak."""
    judul = _judul(lembar)
    for bukan in (b for j in jenis for b in j.bukan):
        if any(set(bukan.ada) <= baris and baris.isdisjoint(bukan.tanpa) for baris in judul):
            raise BerkasDitolak(bukan.kalimat)


def _judul(lembar: Iterable[Lembar]) -> list[set[str]]:
    """The first rows of every sheet, each as the names that stand in it."""
    return [
        {ratakan_judul(sel) for sel in baris if str(sel).strip()}
        for satu in lembar
        for baris in itertools.islice(satu.baris, JUDUL_MAKS)
    ]


def _terbaik(jenis: JenisImpor, judul: list[set[str]]) -> Dugaan | None:
    kenal = {ratakan_judul(n): k.nama for k in jenis.kolom for n in (k.nama, *k.alias)}
    wajib = {k.nama for k in jenis.kolom if k.wajib}
    dugaan = []
    for baris in judul:
        nama = {kenal[j] for j in baris if j in kenal}
        if len(nama) >= MINIMAL_KENAL:
            dugaan.append(Dugaan(jenis, wajib <= nama, len(nama), len(nama) / len(baris)))
    return max(dugaan, key=lambda d: d.nilai, default=None)
