"""Who retires by age in the coming months, and which units lose their head: from the table of `aturan.bup`."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, DateField, F, Func, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Left

from inti.jalur import LANGKAH
from pegawai.aturan.bup import TERMUDA, tabel_bup, tambah_bulan, tanggal_pensiun
from pegawai.enums import JenisJabatan, JenisPegawai
from pegawai.models import Atasan, Pegawai, UnitKerja

BULAN = 12  # how far ahead
OPD = 2 * LANGKAH
_JABATAN = "atasan__penempatan__jabatan__"


@dataclass(frozen=True)
class Ramalan:
    """How many retire: altogether, heads among them, by month, and by department (path, name, people, heads)."""

    semua: int
    kepala: int
    bulan: list[tuple[date, int]]
    unit: list[tuple[str, str, int, int]]


def usia_pensiun(pada: date) -> Case:
    """SQL of the retirement age of today's post: what SIASN keeps with the title, else the table of `pada`."""
    tabel = tabel_bup(pada)
    fungsional = Q(**{f"{_JABATAN}jenis": JenisJabatan.FUNGSIONAL})
    syarat = [When(**{f"{_JABATAN}bup__isnull": False}, then=F(f"{_JABATAN}bup"))]
    for awal, jenjang, usia in tabel.nama:
        nama = Q(**{f"{_JABATAN}nama__istartswith": awal})
        tingkat = Q(**{f"{_JABATAN}jenjang": jenjang}) if jenjang else Q()
        syarat.append(When(fungsional & nama & tingkat, then=Value(usia)))
    for jenjang, usia in tabel.jenjang.items():
        syarat.append(When(fungsional & Q(**{f"{_JABATAN}jenjang": jenjang}), then=Value(usia)))
    for jenis, usia in tabel.jenis.items():
        syarat.append(When(**{f"{_JABATAN}jenis": jenis}, then=Value(usia)))
    return Case(*syarat, default=None, output_field=IntegerField())


def akan_pensiun(*, dalam: QuerySet[Pegawai], pada: date) -> QuerySet[Pegawai]:
    """Those of `dalam` with a placement today who retire within a year of `pada`, or already should have.

    Each with `usia` and `pensiun`, the first day of retirement.
    """
    batas = tambah_bulan(pada, BULAN)
    hari = Func(
        F("tanggal_lahir"),
        Func(F("usia"), template="make_interval(years => %(expressions)s)"),
        arg_joiner=" + ",
        template="(date_trunc('month', (%(expressions)s)::timestamp) + interval '1 month')::date",
        output_field=DateField(),
    )
    return (
        dalam.exclude(jenis=JenisPegawai.PEJABAT_NEGARA)
        .filter(atasan__penempatan__isnull=False, tanggal_lahir__lt=tambah_bulan(batas, -12 * TERMUDA))
        .annotate(usia=usia_pensiun(pada))
        .annotate(pensiun=hari)
        .filter(pensiun__lte=batas)
    )


def tmt_bup(pegawai: Pegawai, pada: date) -> date | None:
    """The first day of retirement by age and today's post; None where either is not known."""
    usia = (
        Pegawai.objects.filter(pk=pegawai.pk).annotate(usia=usia_pensiun(pada)).values_list("usia", flat=True)
    )
    satu = usia.first()
    return tanggal_pensiun(pegawai.tanggal_lahir, satu) if satu and pegawai.tanggal_lahir else None


def dengan_tim(orang: list[Pegawai]) -> list[Pegawai]:
    """Each with `tim`, how many he assesses today, and `putusan`, the decree or None; one query."""
    hitung = (
        Atasan.objects.filter(penilai__in=orang).order_by().values_list("penilai").annotate(n=Count("pk"))
    )
    menurut: dict[Any, int] = dict(hitung)
    for satu in orang:
        satu.tim, satu.putusan = menurut.get(satu.pk, 0), getattr(satu, "keputusan_pensiun", None)
    return orang


def ramal(qs: QuerySet[Pegawai]) -> Ramalan:
    """The numbers of `akan_pensiun`, in two queries."""
    dasar = qs.order_by().values("pensiun", opd=Coalesce(Left("atasan__unit__path", OPD), Value("")))
    bulan: dict[date, int] = {}
    unit: dict[str, list[int]] = {}
    for satu in dasar.annotate(n=Count("pk"), kepala=Count("pk", filter=Q(atasan__penempatan__kepala=True))):
        bulan[satu["pensiun"]] = bulan.get(satu["pensiun"], 0) + satu["n"]
        jumlah = unit.setdefault(satu["opd"], [0, 0])
        jumlah[0] += satu["n"]
        jumlah[1] += satu["kepala"]
    nama = UnitKerja.objects.filter(path__in=list(unit)).values_list("path", "nama")
    baris: list[Any] = sorted(((p, n, *unit[p]) for p, n in nama), key=lambda b: (-b[2], b[1]))
    return Ramalan(sum(bulan.values()), sum(k for _n, k in unit.values()), sorted(bulan.items()), baris)


def saring_pensiun(
    qs: QuerySet[Pegawai], *, bulan: str = "", unit: str = "", kepala: bool = False
) -> QuerySet[Pegawai]:
    """Of `akan_pensiun` one month ("2027-03"), one subtree, or heads only; nonsense chooses nothing."""
    tahun, _pisah, angka = bulan.partition("-")
    if len(tahun) == 4 and tahun.isdecimal() and tahun.isascii() and angka in _ANGKA_BULAN and tahun > "0000":
        qs = qs.filter(pensiun=date(int(tahun), int(angka), 1))
    if unit.isalnum():
        qs = qs.filter(atasan__unit__path__startswith=unit)
    return qs.filter(atasan__penempatan__kepala=True) if kepala else qs


_ANGKA_BULAN = frozenset(f"{n:02d}" for n in range(1, 13))
