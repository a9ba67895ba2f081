"""Lists of organisation labels: the periods there are, the counts, one page of units, one label to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, QuerySet

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from inti.halaman import Halaman, halaman
from pegawai.models import UnitKerja
from penilaian.enums import StatusCapaian
from penilaian.models import CapaianOrganisasi, IndikatorCapaian
from sasaran.aturan.capaian import capaian as persen_capaian
from sasaran.models import Periode, Siklus

TERKAIT = ("siklus", "periode__siklus", "unit", "kepala", "penetap", "disiapkan_oleh", "ditetapkan_oleh")


@dataclass(frozen=True)
class Masa:
    """A period, or a year as a whole, for which labels exist; `kode` is what an address carries."""

    kode: str
    siklus: Siklus
    periode: Periode | None

    @property
    def label(self) -> str:
        """“Triwulan IV 2026” or the year."""
        return str(self.periode or self.siklus)


@dataclass(frozen=True)
class BarisIndikatorCapaian:
    """An indicator with its share of the target, for reading only."""

    indikator: IndikatorCapaian
    persen: Decimal


def terlihat(pelaku: Pelaku) -> QuerySet[CapaianOrganisasi]:
    """The labels this person may read, with what their pages show."""
    return terlihat_oleh(CapaianOrganisasi.objects.select_related(*TERKAIT), pelaku, Izin.CAPAIAN_LIHAT)


def masa_terlihat(pelaku: Pelaku) -> list[Masa]:
    """Every year and period for which he may read a label, newest first, a year before its periods."""
    semua = terlihat_oleh(CapaianOrganisasi.objects.all(), pelaku, Izin.CAPAIAN_LIHAT).order_by()
    ada = set(semua.values_list("siklus_id", "periode_id").distinct())
    siklus = {s.pk: s for s in Siklus.objects.filter(pk__in={s for s, _p in ada})}
    periode = Periode.objects.select_related("siklus").filter(pk__in={p for _s, p in ada if p})
    masa = [Masa(str(siklus[s].tahun), siklus[s], None) for s, p in ada if p is None]
    masa += [Masa(str(p.pk), p.siklus, p) for p in periode]
    return sorted(masa, key=_urutan, reverse=True)


def _urutan(masa: Masa) -> tuple[int, int]:
    return masa.siklus.tahun, masa.periode.nomor if masa.periode else 99


def masa_terpilih(semua: list[Masa], kode: str) -> Masa | None:
    """The chosen one; else the newest that is open, else the newest."""
    tepat = next((m for m in semua if m.kode == kode), None)
    terbuka = next((m for m in semua if (m.periode or m.siklus).status == "terbuka"), None)
    return tepat or terbuka or next(iter(semua), None)


def pada_masa(pelaku: Pelaku, masa: Masa, *, saya: bool, status: str = "") -> QuerySet[CapaianOrganisasi]:
    """The labels of one year or period he may read; with `saya` only those he sets, with `status` only these."""
    semua = terlihat(pelaku).filter(siklus=masa.siklus, periode=masa.periode)
    if saya:
        semua = semua.filter(penetap_id=pelaku.pegawai_id)
    return semua.filter(status=status) if status else semua


def hitung_status(semua: QuerySet[CapaianOrganisasi]) -> dict[str, int]:
    """How many labels are in each status: one query."""
    hitungan = dict(semua.order_by().values_list("status").annotate(Count("pk")))
    return {s.value: hitungan.get(s.value, 0) for s in StatusCapaian}


def halaman_capaian(
    semua: QuerySet[CapaianOrganisasi], kueri: Mapping[str, str]
) -> tuple[list[CapaianOrganisasi], Halaman[UnitKerja]]:
    """One page in the order of the tree. Two queries at any size."""
    unit = UnitKerja.objects.filter(Exists(semua.order_by().filter(unit=OuterRef("pk"))))
    lembar = halaman(unit, ("path",), kueri)
    baris = list(semua.filter(unit__in=lembar.baris).order_by("unit__path"))
    return baris, lembar


def baris_indikator(capaian: CapaianOrganisasi) -> list[BarisIndikatorCapaian]:
    """The indicators with their achievement. No label is computed from it: rules on organisations do that."""
    return [
        BarisIndikatorCapaian(satu, persen_capaian(satu.target, satu.realisasi, satu.arah))
        for satu in capaian.indikator.all()
    ]
