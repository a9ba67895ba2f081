"""The tree of units as it will be after a file: who is whose parent, what moves, and the new paths.

Pure: it is told the units there are and the rows of the file, and says what is wrong. Rows may stand in any
order; a row waits until the row that names its parent is known.
"""

import re
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from inti.impor_dasar import Masalah
from inti.sel import Tolak
from pegawai.aturan.jabatan import ratakan
from pegawai.models import UnitKerja

_PISAH = re.compile(r"\s*[>»→]\s*")
JALUR_MAKS = UnitKerja._meta.get_field("path").max_length
LANGKAH = UnitKerja.steplen


@dataclass(eq=False)
class Simpul:
    """A unit as it will be; `jalur` is its path now, "" for a new one."""

    id: uuid.UUID
    nama: str
    kode: str | None
    jalur: str
    induk: "Simpul | None"
    ditutup: date | None
    zona: str = "WIB"
    hari: int = 5
    baris: int = 0  # the row of the file that speaks of it
    pindah: bool = False
    induk_lama: str = ""  # name of the parent it leaves

    @property
    def baru(self) -> bool:
        """Whether the file brings it."""
        return not self.jalur


@dataclass(frozen=True)
class BarisUnit:
    """What a row says: `akar` when it is the government itself, which has nothing above it."""

    baris: int
    id: uuid.UUID | None  # the unit that has its code
    kode: str
    nama: str
    induk_kode: str
    induk_nama: str
    akar: bool
    ditutup: date | None
    zona: str = ""
    hari: int | None = None


@dataclass
class Pohon:
    """The units of the database, then those of the file laid over them."""

    hasil: dict[int, Simpul] = field(default_factory=dict)
    masalah: list[Masalah] = field(default_factory=list)
    _semua: dict[uuid.UUID, Simpul] = field(default_factory=dict)
    _jejak: dict[uuid.UUID, uuid.UUID] = field(default_factory=dict)  # merged → into which
    _per_kode: dict[str, Simpul] = field(default_factory=dict)
    _per_nama: dict[str, list[Simpul]] = field(default_factory=lambda: defaultdict(list))
    _langkah: dict[uuid.UUID | None, int] = field(default_factory=lambda: defaultdict(int))
    _per_induk: dict[Simpul | None, list[Simpul]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def dari(
        cls, unit: Iterable[tuple[uuid.UUID, str, str | None, str, date | None, str, int, uuid.UUID | None]]
    ) -> "Pohon":
        """With the units there are, in the order of their paths.

        As (id, name, code, path, closed, zone, days, key of the unit it was merged into).
        """
        pohon, per_jalur = cls(), {}
        for pk, nama, kode, jalur, tutup, zona, hari, ke in unit:
            induk = per_jalur.get(jalur[:-LANGKAH])
            simpul = per_jalur[jalur] = Simpul(pk, nama, kode, jalur, induk, tutup, zona, hari)
            if ke:
                pohon._catat_jejak(simpul, ke)
            else:
                pohon._daftarkan(simpul)
            kunci, langkah = induk.id if induk else None, UnitKerja._str2int(jalur[-LANGKAH:])
            pohon._langkah[kunci] = max(langkah, pohon._langkah[kunci])
        for pk, ke in pohon._jejak.items():
            if kode := pohon._semua[pk].kode:
                pohon._per_kode.setdefault(kode, pohon._semua[ke])
        return pohon

    def terapkan(self, baris: Sequence[BarisUnit]) -> None:
        """Lay the rows over the tree; fills `hasil` and `masalah`."""
        tunggu = list(baris)
        while tunggu:
            kode = {b.kode for b in tunggu if b.kode}
            nama = {ratakan(b.nama) for b in tunggu}
            sisa = [b for b in tunggu if not self._selesai(b, kode, nama)]
            if len(sisa) == len(tunggu):
                break
            tunggu = sisa
        for b in tunggu:  # each waits for another one of them
            self._catat(b, "induk_melingkar", b.induk_kode or b.induk_nama)
        for b in baris:
            if b.baris in self.hasil:
                self._periksa(b, self.hasil[b.baris])

    def jalur(self) -> dict[uuid.UUID, str]:
        """The paths of new units and of those whose path changes; {} while the tree has a circle.

        A unit that moves, or is new, comes behind all that its parent has or had, so no new path is one that
        another unit has now.
        """
        if any(m.kode == "induk_melingkar" for m in self.masalah):
            return {}
        anak: dict[Simpul | None, list[Simpul]] = defaultdict(list)
        for s in self._semua.values():
            anak[s.induk].append(s)
        hasil, antre = {}, [(None, "")]
        while antre:
            atas, jalur_atas = antre.pop()
            for s in anak[atas]:
                baru = self._jalur_dari(s, jalur_atas)
                antre.append((s, baru))
                if baru != s.jalur:
                    hasil[s.id] = baru
                    if len(baru) > JALUR_MAKS:
                        self.masalah.append(Masalah(s.baris, "terlalu_dalam", "UNOR NAMA", s.nama))
        return hasil

    def _jalur_dari(self, s: Simpul, atas: str) -> str:
        if not s.baru and not s.pindah:
            return atas + s.jalur[-LANGKAH:]
        kunci = s.induk.id if s.induk else None
        self._langkah[kunci] += 1
        return atas + str(UnitKerja._get_path("", 1, self._langkah[kunci]))

    # --- one row

    def _selesai(self, b: BarisUnit, kode: set[str], nama: set[str]) -> bool:
        """Place a row; False while it waits for the row of its parent."""
        try:
            disebut = bool(b.induk_kode or b.induk_nama)
            induk = self._induk(b, kode, nama) if disebut else None
            if disebut and induk is None:
                return False
            self._tempatkan(b, induk)
        except Tolak as t:
            self._catat(b, t.kode, str(t.isi.pop("nilai", b.nama)), **t.isi)
        return True

    def _induk(self, b: BarisUnit, kode: set[str], nama: set[str]) -> Simpul | None:
        """The named parent; None while it may still come."""
        if b.induk_kode:
            if b.induk_kode not in self._per_kode and b.induk_kode not in kode:
                raise Tolak("induk_tidak_dikenal", nilai=b.induk_kode)
            return self._per_kode.get(b.induk_kode)
        bagian = [ratakan(satu) for satu in _PISAH.split(b.induk_nama) if satu]
        calon = [s for s in self._per_nama.get(bagian[-1], []) if _berakhir(s, bagian)] if bagian else []
        if len(calon) > 1:
            raise Tolak("induk_ambigu", nilai=b.induk_nama, calon="; ".join(map(_sebut, calon[:5])))
        if not calon and (not bagian or bagian[-1] not in nama):
            raise Tolak("induk_tidak_dikenal", nilai=b.induk_nama)
        return calon[0] if calon else None

    def _tempatkan(self, b: BarisUnit, induk: Simpul | None) -> None:
        if b.id in self._jejak:
            raise Tolak("unit_digabung", nilai=b.kode, ke=_sebut(self._semua[self._jejak[b.id]]))
        simpul = self._semua[b.id] if b.id else self._bernama(b, induk)
        if simpul is None:
            if induk is None and not b.akar:
                raise Tolak("induk_wajib")
            simpul = self._daftarkan(Simpul(uuid.uuid4(), b.nama, b.kode or None, "", induk, b.ditutup))
        elif simpul.baris:
            raise Tolak("ganda", lain=simpul.baris)
        elif induk is not None and simpul.induk is not induk:
            simpul.induk_lama = simpul.induk.nama if simpul.induk else ""
            simpul.induk, simpul.pindah = induk, True
        dasar = induk if simpul.baru and induk else simpul
        simpul.zona, simpul.hari = b.zona or dasar.zona, b.hari or dasar.hari
        if b.kode and b.kode not in self._per_kode:
            self._per_kode[b.kode] = simpul
        if ratakan(b.nama) != ratakan(simpul.nama):
            self._per_nama[ratakan(b.nama)].append(simpul)  # the new name is known as well
        simpul.baris, simpul.ditutup = b.baris, b.ditutup or simpul.ditutup
        self.hasil[b.baris] = simpul

    def _bernama(self, b: BarisUnit, induk: Simpul | None) -> Simpul | None:
        """The unit of this name below the parent; without a named parent the only one of this name."""
        calon = [
            s
            for s in self._per_nama.get(ratakan(b.nama), [])
            if not (b.kode and s.kode) and (induk is None or s.induk is induk)
        ]
        if len(calon) > 1:
            raise Tolak("unit_ambigu", calon="; ".join(map(_sebut, calon[:5])))
        return calon[0] if calon else None

    # --- the whole

    def _periksa(self, b: BarisUnit, s: Simpul) -> None:
        if s.baru or s.pindah:
            if _melingkar(s):
                self._catat(b, "induk_melingkar", b.induk_kode or b.induk_nama)
            elif s.induk and s.induk.ditutup and (s.ditutup is None or s.ditutup > s.induk.ditutup):
                self._catat(b, "induk_ditutup", s.induk.nama, pada=f"{s.induk.ditutup:%d-%m-%Y}")
        if b.ditutup:
            bawah = [a for a in self._anak(s) if a.ditutup is None or a.ditutup > b.ditutup]
            if bawah:
                self._catat(b, "masih_ada_bawahan", s.nama, bawahan="; ".join(a.nama for a in bawah[:5]))

    def _anak(self, s: Simpul) -> list[Simpul]:
        if not self._per_induk:
            for satu in self._semua.values():
                self._per_induk[satu.induk].append(satu)
        return self._per_induk[s]

    def _catat_jejak(self, s: Simpul, ke: uuid.UUID) -> None:
        """A unit that was merged keeps its place; nothing is found by its name any more."""
        self._semua[s.id] = s
        self._jejak[s.id] = ke

    def _daftarkan(self, s: Simpul) -> Simpul:
        self._semua[s.id] = s
        self._per_nama[ratakan(s.nama)].append(s)
        if s.kode:
            self._per_kode[s.kode] = s
        return s

    def _catat(self, b: BarisUnit, kode: str, nilai: str, **isi: object) -> None:
        kolom = "UNOR NAMA"
        if kode.startswith("induk") and kode != "induk_wajib":
            kolom = "DIATASAN ID" if b.induk_kode else "UNIT DI ATASNYA"
        elif kode == "masih_ada_bawahan":
            kolom = "DITUTUP"
        self.masalah.append(Masalah(b.baris, kode, kolom, nilai, isi))


def _berakhir(s: Simpul, bagian: Sequence[str]) -> bool:
    """Whether the names above a unit end with these; the first ones may be left out."""
    kini: Simpul | None = s
    for nama in reversed(bagian):
        if kini is None or (ratakan(kini.nama) != nama and kini is not s):
            return False
        kini = kini.induk
    return True


def _melingkar(s: Simpul) -> bool:
    terlihat, kini = set(), s.induk
    while kini is not None and kini not in terlihat:
        if kini is s:
            return True
        terlihat.add(kini)
        kini = kini.induk
    return False


def _sebut(s: Simpul) -> str:
    return f"{s.nama} ({s.induk.nama if s.induk else '-'})"
