"""The numbers of the admin's first page, within the scope of its reader."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, TextChoices
from django.db.models.functions import Left
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from akses.admin_izin import Penjaga
from akses.enums import Izin
from inti.jalur import LANGKAH
from pegawai.models import BerkasImpor, Pegawai, UnitKerja
from penilaian.enums import StatusEvaluasi, StatusTahunan
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from penilaian.models.tahunan import BELUM_SAMPAI
from sasaran.enums import StatusPeriode
from sasaran.models import Periode, Siklus

UNIT_TAMPIL = 60  # a kabupaten has about fifty departments; of more, those that are furthest behind
TANPA_PENILAI_MAKS = 1000  # more than that is not a list to work through but a missing import


SAMPAI_PERIODIK: frozenset[str] = frozenset({StatusEvaluasi.DISAMPAIKAN, StatusEvaluasi.DITERIMA})
SAMPAI_TAHUNAN: frozenset[str] = frozenset(StatusTahunan.values) - frozenset(BELUM_SAMPAI)


@dataclass(frozen=True)
class KemajuanUnit:
    """One unit with everything below it: how many evaluations stand where."""

    path: str
    nama: str
    jumlah: dict[str, int]
    pilihan: type[TextChoices] = StatusEvaluasi
    sampai: frozenset[str] = SAMPAI_PERIODIK

    @property
    def semua(self) -> int:
        return sum(self.jumlah.values())

    @property
    def selesai(self) -> int:
        """Those whose result the employee has."""
        return sum(n for status, n in self.jumlah.items() if status in self.sampai)

    @property
    def persen(self) -> int:
        return self.selesai * 100 // self.semua if self.semua else 0

    def potongan(self) -> list[tuple[str, Any, int, float, float]]:
        """The bar: (status, label, number, start, width), both in per cent of the bar."""
        awal, hasil = 0.0, []
        for status in self.pilihan:
            lebar = self.jumlah[status] * 100 / self.semua if self.semua else 0.0
            if lebar:
                hasil.append(
                    (status.value, status.label, self.jumlah[status], round(awal, 3), round(lebar, 3))
                )
            awal += lebar
        return hasil


@dataclass(frozen=True)
class KemajuanTahun:
    """How far the yearly evaluation of one year is."""

    siklus: Siklus
    total: KemajuanUnit | None
    unit: list[KemajuanUnit]
    unit_semua: int


@dataclass(frozen=True)
class Papan:
    """What the first page shows; each part only for whoever may read it."""

    tahun: KemajuanTahun | None = None

    periode: Periode | None = None
    total: KemajuanUnit | None = None
    unit: list[KemajuanUnit] = field(default_factory=list)
    unit_semua: int = 0
    tanggal: list[tuple[date, Any, bool]] = field(default_factory=list)
    tanpa_penilai: int | None = None
    tanpa_penilai_lebih: bool = False
    impor: list[BerkasImpor] = field(default_factory=list)
    hampa: bool = False


def periode_berjalan(hari: date) -> Periode | None:
    """The open period, else the one in which today lies, else the last one before."""
    semua = Periode.objects.select_related("siklus")
    return (
        semua.filter(status=StatusPeriode.TERBUKA).order_by("-mulai").first()
        or semua.filter(mulai__lte=hari).order_by("-mulai").first()
    )


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


def kemajuan_tahun(jaga: Penjaga, siklus: Siklus) -> KemajuanTahun:
    """The yearly evaluations per unit of the level below the scope: two queries."""
    panjang = (_dalam_lingkup(jaga) + 1) * LANGKAH
    terlihat = jaga.saring(EvaluasiTahunan.objects.filter(siklus=siklus), Izin.TAHUNAN_LIHAT)
    hitungan = terlihat.order_by().annotate(cabang=Left("unit__path", panjang))
    menurut: dict[str, dict[str, int]] = {}
    for cabang, status, n in hitungan.values_list("cabang", "status").annotate(n=Count("pk")):
        menurut.setdefault(cabang, dict.fromkeys(StatusTahunan.values, 0))[status] = n
    nama = _nama_unit(menurut)
    baris = [_unit_tahun(path, nama.get(path, ""), isi) for path, isi in sorted(menurut.items())]
    total = {s: sum(b.jumlah[s] for b in baris) for s in StatusTahunan.values}
    semua = _unit_tahun("", str(_("Semua unit")), total) if baris else None
    return KemajuanTahun(siklus, semua, tertinggal(baris), len(baris))


def _unit_tahun(path: str, nama: str, jumlah: dict[str, int]) -> KemajuanUnit:
    return KemajuanUnit(path, nama, jumlah, StatusTahunan, SAMPAI_TAHUNAN)


def papan(jaga: Penjaga) -> Papan:
    """All parts; at most ten queries while a year is evaluated, however many people and units."""
    hari = timezone.localdate()
    siklus = jaga.punya(Izin.SIKLUS_LIHAT)
    periode = periode_berjalan(hari) if siklus else None
    baris: list[KemajuanUnit] = []
    if periode and jaga.punya(Izin.EVALUASI_LIHAT):
        baris = kemajuan(jaga, periode)
    tahun = tahun_berjalan() if siklus and jaga.punya(Izin.TAHUNAN_LIHAT) else None
    tanpa = _tanpa_penilai(jaga) if jaga.punya(Izin.PEGAWAI_LIHAT) else None
    return Papan(
        tahun=kemajuan_tahun(jaga, tahun) if tahun else None,
        periode=periode if jaga.punya(Izin.EVALUASI_LIHAT) else None,
        total=_total(baris) if baris else None,
        unit=tertinggal(baris),
        unit_semua=len(baris),
        tanggal=_tanggal(periode, hari) if periode else [],
        tanpa_penilai=min(tanpa, TANPA_PENILAI_MAKS) if tanpa is not None else None,
        tanpa_penilai_lebih=(tanpa or 0) > TANPA_PENILAI_MAKS,
        impor=_impor(jaga),
        hampa=not siklus and not jaga.punya(Izin.PEGAWAI_LIHAT),
    )


def kemajuan(jaga: Penjaga, periode: Periode) -> list[KemajuanUnit]:
    """The evaluations of a period per unit of the level below the scope, counted in one query."""
    panjang = (_dalam_lingkup(jaga) + 1) * LANGKAH
    terlihat = jaga.saring(EvaluasiPeriodik.objects.filter(periode=periode), Izin.EVALUASI_LIHAT)
    hitung = {s.value: Count("pk", filter=Q(status=s)) for s in StatusEvaluasi}
    baris = list(
        terlihat.order_by()
        .annotate(jalur=Left("unit__path", panjang))
        .values("jalur")
        .annotate(**{f"n_{k}": v for k, v in hitung.items()})
        .order_by("jalur")
    )
    nama = _nama_unit(b["jalur"] for b in baris)
    return [
        KemajuanUnit(b["jalur"], nama.get(b["jalur"], ""), {s: b[f"n_{s}"] for s in hitung}) for b in baris
    ]


def tertinggal(baris: list[KemajuanUnit]) -> list[KemajuanUnit]:
    """Those to be helped first: the least advanced, then the larger ones."""
    return sorted(baris, key=lambda u: (u.persen, -u.semua, u.path))[:UNIT_TAMPIL]


def _dalam_lingkup(jaga: Penjaga) -> int:
    """The depth of the unit his role covers; 1 for the whole government."""
    jalur = [p for banyak in jaga.pelaku.peran.values() for p in banyak]
    return max(1, min((len(p) // LANGKAH for p in jalur), default=1))


def _nama_unit(jalur: Any) -> dict[str, str]:
    unit = UnitKerja.objects.filter(path__in=list(jalur)).only("path", "nama", "singkatan")
    return {u.path: u.sebutan for u in unit}


def _total(baris: list[KemajuanUnit]) -> KemajuanUnit:
    jumlah = {s.value: sum(b.jumlah[s] for b in baris) for s in StatusEvaluasi}
    return KemajuanUnit("", str(_("Semua unit")), jumlah)


def _tanggal(periode: Periode, hari: date) -> list[tuple[date, Any, bool]]:
    """The dates of the period, and whether they are over."""
    baris = (
        (periode.buka_evaluasi, _("Evaluasi dibuka")),
        (periode.batas_penilaian_diri, _("Batas penilaian diri")),
        (periode.batas_penilaian, _("Batas penilaian oleh atasan")),
        (periode.tutup_evaluasi, _("Hari terakhir sebelum terkunci")),
    )
    return [(tanggal, label, tanggal < hari) for tanggal, label in baris]


def belum_punya_penilai(qs: QuerySet[Pegawai]) -> QuerySet[Pegawai]:
    """People for whom an SKP is due and who have no assessor today."""
    return qs.belum_punya_penilai()


def _tanpa_penilai(jaga: Penjaga) -> int:
    semua = belum_punya_penilai(jaga.saring(Pegawai.objects.all(), Izin.PEGAWAI_LIHAT))
    return semua.order_by()[: TANPA_PENILAI_MAKS + 1].count()


def _impor(jaga: Penjaga) -> list[BerkasImpor]:
    if not jaga.punya(Izin.PEGAWAI_IMPOR):
        return []
    terlihat = jaga.saring(BerkasImpor.objects.defer("laporan"), Izin.PEGAWAI_IMPOR)
    return list(terlihat.select_related("diuji_oleh").order_by(F("diuji_pada").desc(), "id")[:5])
