"""How far the running cycle is, unit by unit, from the kept counts: the same few queries at any size."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum, TextChoices
from django.db.models.functions import Left, Length
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from akses.admin_izin import Penjaga
from akses.enums import Izin
from analitik.models import HitunganUnit
from inti.jalur import LANGKAH, rantai
from pegawai.models import UnitKerja
from penilaian.enums import StatusEvaluasi, StatusTahunan
from penilaian.models import EvaluasiTahunan
from penilaian.models.tahunan import BELUM_SAMPAI
from sasaran.enums import StatusPeriode, StatusSKP
from sasaran.models import Periode, Siklus

PUNCAK = 500  # uppermost units of a scope that has no single top
UNIT_TAMPIL = 60  # a kabupaten has about fifty departments; of more, those that are furthest behind


@dataclass(frozen=True)
class JenisTahap:
    """A stage of the cycle: what of it is done, what waits, and the list that shows them."""

    kode: str
    label: Any
    ukuran: str
    status: type[TextChoices]
    selesai: frozenset[str]
    diabaikan: frozenset[str]
    daftar: str
    saringan: str


TAHAP = (
    JenisTahap(
        "skp", _("SKP ditetapkan"), "skp", StatusSKP, frozenset({StatusSKP.DISETUJUI}),
        frozenset({StatusSKP.DIGANTIKAN}), "admin:sasaran_skp_changelist", "siklus__id__exact",
    ),
    JenisTahap(
        "lapor", _("Realisasi dilaporkan"), "evaluasi", StatusEvaluasi,
        frozenset({StatusEvaluasi.DIAJUKAN, StatusEvaluasi.DISAMPAIKAN, StatusEvaluasi.DITERIMA}),
        frozenset(), "admin:penilaian_evaluasiperiodik_changelist", "periode",
    ),
    JenisTahap(
        "nilai", _("Hasil disampaikan"), "evaluasi", StatusEvaluasi,
        frozenset({StatusEvaluasi.DISAMPAIKAN, StatusEvaluasi.DITERIMA}),
        frozenset(), "admin:penilaian_evaluasiperiodik_changelist", "periode",
    ),
    JenisTahap(
        "tahunan", _("Hasil tahunan disampaikan"), "tahunan", StatusTahunan,
        frozenset(StatusTahunan.values) - frozenset(BELUM_SAMPAI),
        frozenset(), "admin:penilaian_evaluasitahunan_changelist", "siklus__id__exact",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Tahap:
    """One stage of one unit with everything below it."""

    jenis: JenisTahap
    kunci: str
    path: str
    jumlah: dict[str, int]
    orang: int = 0  # people who must have one, where more are known than records exist

    @property
    def semua(self) -> int:
        """How many there should be."""
        return max(self.orang, sum(n for s, n in self.jumlah.items() if s not in self.jenis.diabaikan))

    @property
    def selesai(self) -> int:
        return sum(self.jumlah.get(s, 0) for s in self.jenis.selesai)

    @property
    def persen(self) -> int:
        return self.selesai * 100 // self.semua if self.semua else 0

    @property
    def alamat(self) -> str:
        """The list of what this stage counts."""
        return self._daftar({})

    def sisa(self) -> list[tuple[Any, int, str]]:
        """(status, number, its list) of what is not done yet."""
        luar = self.jenis.selesai | self.jenis.diabaikan
        ada = [s for s in self.jenis.status if s not in luar and self.jumlah.get(s)]
        return [(s.label, self.jumlah[s], self._daftar({"status__exact": s.value})) for s in ada]

    @property
    def tanpa(self) -> int:
        """People of whom there is no record at all."""
        return max(0, self.semua - sum(n for s, n in self.jumlah.items() if s not in self.jenis.diabaikan))

    def _daftar(self, lain: dict[str, str]) -> str:
        unit = {"unit": self.path} if self.path else {}
        return f"{reverse(self.jenis.daftar)}?{urlencode({self.jenis.saringan: self.kunci} | lain | unit)}"


@dataclass(frozen=True)
class KemajuanUnit:
    """One unit with everything below it: its stages in their order."""

    path: str
    nama: str
    tahap: list[Tahap]
    beranak: bool = False

    def satu(self, kode: str) -> Tahap | None:
        """The stage of this code, when it is counted at present."""
        return next((t for t in self.tahap if t.jenis.kode == kode), None)

    @property
    def ada(self) -> bool:
        """Whether anything is counted below it."""
        return any(t.semua for t in self.tahap)

    @property
    def mundur(self) -> tuple[int, int]:
        """How far it is in the stage in which it is furthest behind, then how many people that concerns."""
        return min(((t.persen, -t.semua) for t in self.tahap if t.semua), default=(100, 0))


@dataclass(frozen=True)
class Kemajuan:
    """The unit that is shown, the way to it, and the units right below it."""

    total: KemajuanUnit
    unit: list[KemajuanUnit] = field(default_factory=list)
    unit_semua: int = 0
    jejak: list[UnitKerja] = field(default_factory=list)


@dataclass(frozen=True)
class Kapan:
    """What is under way: the year of plans, the period, the year that is being evaluated."""

    skp: Siklus | None
    periode: Periode | None
    tahun: Siklus | None

    def kunci(self, jenis: JenisTahap) -> str:
        """Under which key a stage is counted; empty when it is not under way."""
        if jenis.kode == "skp":
            return str(self.skp.pk) if self.skp else ""
        if jenis.kode == "tahunan":
            return str(self.tahun.pk) if self.tahun else ""
        return str(self.periode.pk) if self.periode else ""


def kapan(hari: date) -> Kapan:
    """What is under way on `hari`. Three queries."""
    periode = periode_berjalan(hari)
    if periode and periode.siklus.tahun == hari.year:
        skp: Siklus | None = periode.siklus
    else:
        skp = Siklus.objects.filter(tahun=hari.year).first() or (periode.siklus if periode else None)
    return Kapan(skp, periode, tahun_berjalan())


def periode_berjalan(hari: date) -> Periode | None:
    """The open period, else the one in which today lies, else the last one before."""
    semua = Periode.objects.select_related("siklus")
    terbuka = Q(status=StatusPeriode.TERBUKA)
    calon = list(semua.filter(terbuka | Q(mulai__lte=hari)).order_by("-mulai")[:20])
    return next((p for p in calon if p.status == StatusPeriode.TERBUKA), next(iter(calon), None))


def tahun_berjalan() -> Siklus | None:
    """The year whose yearly evaluation is open, else the last one in which somebody still waits."""
    tertunda = EvaluasiTahunan.objects.belum_selesai().filter(siklus=OuterRef("pk"))
    return (
        Siklus.objects.filter(
            Q(status=StatusPeriode.TERBUKA) | Q(Exists(tertunda), status=StatusPeriode.DITUTUP)
        )
        .order_by("-status", "-tahun")
        .first()
    )


def kemajuan(jaga: Penjaga, waktu: Kapan, path: str = "") -> Kemajuan | None:
    """The stages of the unit at `path` and of those right below it; without `path` the top of the scope.

    A unit outside the scope is as one that does not exist: the top is shown. None for whoever may read no
    numbers. Five queries at most.
    """
    terlihat = jaga.saring(UnitKerja.objects.all(), Izin.DASBOR_LIHAT)
    puncak = _puncak(terlihat, path)
    if not puncak:
        return None
    satu = puncak[0] if len(puncak) == 1 else None
    anak = list(_anak(satu)) if satu else puncak
    hitungan = _baca({u.pk for u in (*puncak, *anak)}, waktu)
    baris = [k for u in anak if (k := _unit(u, waktu, hitungan)).ada]
    total = _unit(satu, waktu, hitungan) if satu else _jumlahkan(baris, waktu)
    if satu and (langsung := _langsung(total, baris)).ada:
        baris.append(langsung)
    jejak = list(terlihat.filter(path__in=rantai(satu.path)[:-1]).order_by("path")) if satu else []
    return Kemajuan(total, sorted(baris, key=lambda u: (u.mundur, u.path))[:UNIT_TAMPIL], len(baris), jejak)


def _puncak(terlihat: QuerySet[UnitKerja], path: str) -> list[UnitKerja]:
    """The unit asked for, else the uppermost units of the scope."""
    if path.isalnum() and (diminta := terlihat.filter(path=path).first()):
        return [diminta]
    if akar := list(terlihat.filter(depth=1)):
        return akar  # the whole government: no need to look for what lies above each unit
    dalam = terlihat.annotate(induk=Left("path", Length("path") - LANGKAH))
    return list(dalam.exclude(induk__in=terlihat.order_by().values("path")).order_by("path")[:PUNCAK])


def _anak(unit: UnitKerja) -> QuerySet[UnitKerja]:
    anak: QuerySet[UnitKerja] = UnitKerja.objects.filter(
        path__startswith=unit.path, depth=unit.depth + 1
    ).order_by("path")
    return anak


Hitungan = dict[tuple[UUID, str], dict[str, int]]


def _baca(unit: Iterable[UUID], waktu: Kapan) -> Hitungan:
    """{(unit, measure): {status: n}} of everything that is under way, in one query."""
    syarat = Q(ukuran="wajib")
    for jenis in TAHAP:
        if kunci := waktu.kunci(jenis):
            syarat |= Q(ukuran=jenis.ukuran, kunci=kunci)
    baris = (
        HitunganUnit.objects.filter(syarat, unit__in=list(unit))
        .order_by()
        .values_list("unit_id", "ukuran", "rincian")
        .annotate(jumlah=Sum("n"))
    )
    hasil: Hitungan = {}
    for pk, ukuran, rincian, n in baris:
        status = rincian.partition(":")[0]
        isi = hasil.setdefault((pk, ukuran), {})
        isi[status] = isi.get(status, 0) + int(n)
    return hasil


def _unit(unit: UnitKerja, waktu: Kapan, hitungan: Hitungan) -> KemajuanUnit:
    wajib = hitungan.get((unit.pk, "wajib"), {}).get("orang", 0)
    tahap = [
        Tahap(jenis, kunci, unit.path, hitungan.get((unit.pk, jenis.ukuran), {}), _orang(jenis, wajib))
        for jenis in TAHAP
        if (kunci := waktu.kunci(jenis))
    ]
    return KemajuanUnit(unit.path, unit.sebutan, tahap, unit.numchild > 0)


def _orang(jenis: JenisTahap, wajib: int) -> int:
    """Of plans it is known who must have one; evaluations exist for whom they are due."""
    return wajib if jenis.kode == "skp" else 0


def _jumlahkan(baris: list[KemajuanUnit], waktu: Kapan) -> KemajuanUnit:
    tahap = []
    for jenis in TAHAP:
        bagian = [t for u in baris if (t := u.satu(jenis.kode))]
        if kunci := waktu.kunci(jenis):
            jumlah = {s: sum(t.jumlah.get(s, 0) for t in bagian) for s in jenis.status.values}
            tahap.append(Tahap(jenis, kunci, "", jumlah, sum(t.orang for t in bagian)))
    return KemajuanUnit("", str(_("Semua unit Anda")), tahap)


def _langsung(total: KemajuanUnit, baris: list[KemajuanUnit]) -> KemajuanUnit:
    """What is in the unit itself and in none below it, so that the rows add up."""
    tahap = []
    for t in total.tahap:
        bawah = [b for u in baris if (b := u.satu(t.jenis.kode))]
        jumlah = {s: n - sum(b.jumlah.get(s, 0) for b in bawah) for s, n in t.jumlah.items()}
        tahap.append(
            Tahap(t.jenis, t.kunci, total.path, jumlah, max(0, t.orang - sum(b.orang for b in bawah)))
        )
    return KemajuanUnit("", str(_("Langsung di unit ini")), tahap)
