"""The organisation as a tree of branches that are opened one by one, with people, heads and vacancies."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate, islice
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Left, Length

from inti.jalur import LANGKAH, rantai
from pegawai.models import Atasan, Penempatan, UnitKerja

SEPOTONG = 1000  # units whose heads are read at once while a file is written
_URUTAN = {"definitif": 0, "plt": 1, "plh": 2}


@dataclass
class Simpul:
    """A unit in the tree: who leads it, how many people sit in it and in all of it, and its open branches."""

    unit: UnitKerja
    kepala: Penempatan | None = None
    orang: int = 0
    seluruhnya: int = 0
    berbawahan: bool = False
    anak: list["Simpul"] | None = None  # None: not opened
    tutup: bool = False
    belum: bool = False  # opens on a day to come

    @property
    def kosong(self) -> bool:
        """An open unit without a head."""
        return self.kepala is None and not self.tutup and not self.belum


@dataclass(frozen=True)
class Pohon:
    """The branches at the top of what the reader may see, and how many open units have no head."""

    puncak: list[Simpul]
    tanpa_kepala: int
    jalan: list[str] = field(default_factory=list)


def tanpa_kepala(*, dalam: QuerySet[UnitKerja], pada: date) -> QuerySet[UnitKerja]:
    """The open units of `dalam` that nobody leads on `pada`, not even as Plt or Plh."""
    memimpin = Penempatan.objects.berlaku(pada).filter(unit=OuterRef("pk"), kepala=True)
    return dalam.filter(_buka(pada)).exclude(Exists(memimpin))


def cari_unit(*, dalam: QuerySet[UnitKerja], kata: str, pada: date, tutup: bool) -> QuerySet[UnitKerja]:
    """Units by a part of their name or short name, or by their code."""
    cocok = Q(nama__icontains=kata) | Q(singkatan__icontains=kata) | Q(kode=kata)
    return dalam.filter(cocok) if tutup else dalam.filter(cocok & _buka(pada))


def pohon(*, dalam: QuerySet[UnitKerja], pada: date, buka: str = "", tutup: bool = False) -> Pohon:
    """The top of `dalam` with the way to the unit with the path `buka` opened."""
    induk = Left("path", Length("path") - LANGKAH)
    terlihat = dalam if tutup else dalam.filter(_buka(pada))
    puncak = list(terlihat.annotate(induk=induk).exclude(induk__in=dalam.order_by().values("path")))
    jalan = [j for j in rantai(buka) if any(j.startswith(p.path) for p in puncak)] or [
        p.path for p in puncak[:1]
    ]
    bawah = list(terlihat.annotate(induk=induk).filter(induk__in=jalan))
    simpul = {s.unit.path: s for s in simpulkan([*puncak, *bawah], pada=pada)}
    for path in jalan:
        if path in simpul:
            simpul[path].anak = [simpul[u.path] for u in bawah if u.path[:-LANGKAH] == path]
    kosong = tanpa_kepala(dalam=dalam, pada=pada).count()
    return Pohon([simpul[p.path] for p in puncak], kosong, jalan)


def cabang(*, dalam: QuerySet[UnitKerja], induk: UnitKerja, pada: date, tutup: bool) -> list[Simpul]:
    """The units right below `induk`."""
    bawah = dalam.filter(path__startswith=induk.path, depth=induk.depth + 1)
    return simpulkan(list(bawah if tutup else bawah.filter(_buka(pada))), pada=pada)


def simpulkan(unit: list[UnitKerja], *, pada: date) -> list[Simpul]:
    """Each unit with its head, its people and whether something lies below it; three queries."""
    kepala = _kepala([u.pk for u in unit], pada)
    orang = _orang({u.path for u in unit})
    return [
        Simpul(
            unit=u,
            kepala=kepala.get(u.pk),
            orang=orang.get(u.path, 0),
            seluruhnya=sum(n for path, n in orang.items() if path.startswith(u.path)),
            berbawahan=u.numchild > 0,
            tutup=u.ditutup is not None and u.ditutup <= pada,
            belum=u.dibuka > pada,
        )
        for u in unit
    ]


def baris_unit(semua: QuerySet[UnitKerja], *, pada: date) -> Iterator[tuple[Any, ...]]:
    """Units in the order of the tree as rows of a file: with their head, their people and those below them."""
    induk = dict(UnitKerja.objects.filter(numchild__gt=0).values_list("path", "nama"))
    orang = sorted(
        Atasan.objects.filter(unit__isnull=False).order_by().values_list("unit__path").annotate(n=Count("pk"))
    )
    jalur, jumlah = [path for path, _n in orang], [0, *accumulate(n for _path, n in orang)]
    unit = semua.iterator(chunk_size=SEPOTONG)
    while potong := list(islice(unit, SEPOTONG)):
        kepala = _kepala([u.pk for u in potong], pada)
        for u in potong:
            awal, sendiri, akhir = (
                bisect_left(jalur, batas) for batas in (u.path, u.path + "!", u.path + "~")
            )
            k = kepala.get(u.pk)
            yield (
                u.kode or "", u.nama, u.singkatan, u.get_jenis_display(), u.depth,
                induk.get(u.path[:-LANGKAH], ""), (k.pegawai.nip or "") if k else "",
                k.pegawai.nama_lengkap if k else "", k.get_jenis_display() if k else "",
                jumlah[sendiri] - jumlah[awal], jumlah[akhir] - jumlah[awal], u.dibuka, u.ditutup,
            )  # fmt: skip


def _buka(pada: date) -> Q:
    return Q(dibuka__lte=pada) & (Q(ditutup__isnull=True) | Q(ditutup__gt=pada))


def _kepala(unit: list[object], pada: date) -> dict[object, Penempatan]:
    """The head of each unit: definitive before Plt before Plh, the newest first."""
    berlaku = Penempatan.objects.berlaku(pada).filter(unit__in=unit, kepala=True).select_related("pegawai")
    baris = sorted(berlaku, key=lambda p: (-_URUTAN[p.jenis], p.mulai))
    return {p.unit_id: p for p in baris}


def _orang(path: Iterable[str]) -> dict[str, int]:
    """How many people sit in each unit below one of the paths (the outermost of them are asked for)."""
    luar: list[str] = []
    for satu in sorted(path):
        if not luar or not satu.startswith(luar[-1]):
            luar.append(satu)
    if not luar:
        return {}
    syarat = Q()
    for satu in luar:
        syarat |= Q(unit__path__startswith=satu)
    hitung = Atasan.objects.filter(syarat).order_by().values_list(F("unit__path")).annotate(n=Count("pk"))
    return dict(hitung)
