"""The dashboard of a unit: a fixed number of queries, however many people and units are below it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from akses.enums import Izin
from akses.kueri import KueriPelaku
from akses.matriks import MATRIKS
from akses.pelaku import Pelaku
from akses.relasi import q_salah_satu
from akses.services import terlihat_oleh
from analitik.models import HitunganUnit
from analitik.services.kelompok import KELOMPOK_MIN, Kelompok, bentuk, sembunyikan_kecil
from analitik.services.waktu import Waktu
from inti.jalur import JalurAkses, rantai
from inti.kueri import KueriTetap
from layanan.aturan.ikm import DUA_DESIMAL, bulatkan, mutu
from layanan.services.kebijakan import kebijakan_pada
from pegawai.models import UnitKerja
from penilaian.models import CapaianOrganisasi

ANAK_MAKS = 120  # units below one unit that a page shows; a kabupaten has about fifty departments


@dataclass(frozen=True)
class Titik:
    """One period of the trend."""

    waktu: Waktu
    kelompok: Kelompok

    @property
    def terlalu_kecil(self) -> bool:
        """Whether the distribution of this period would tell about single people."""
        return self.kelompok.dinilai < KELOMPOK_MIN


@dataclass(frozen=True)
class Kecepatan:
    """How fast reports were answered in a quarter."""

    waktu: Waktu
    laporan: int
    jam: int

    @property
    def hari(self) -> float:
        """Days from a report to its first feedback, on average."""
        return self.jam / 24 / self.laporan


@dataclass(frozen=True)
class TitikIKM:
    """What citizens said of the services of a unit and below in a quarter."""

    waktu: Waktu
    jawaban: int
    nilai: Decimal
    mutu: str


@dataclass(frozen=True)
class Dasbor:
    """Everything the page shows about a unit at one time."""

    unit: UnitKerja
    waktu: Waktu
    total: Kelompok
    anak: list[Kelompok] = field(default_factory=list)
    tren: list[Titik] = field(default_factory=list)
    kecepatan: list[Kecepatan] = field(default_factory=list)
    jp: int = 0
    ikm: list[TitikIKM] = field(default_factory=list)

    @property
    def jp_per_orang(self) -> float:
        """Training hours of the year for each person who is evaluated."""
        return self.jp / self.total.semua if self.total.semua else 0.0


def unit_terlihat(pelaku: Pelaku) -> QuerySet[UnitKerja]:
    """The units whose dashboard this person may open."""
    return terlihat_oleh(UnitKerja.objects.all(), pelaku, Izin.DASBOR_LIHAT)


_UNIT = KueriPelaku(lambda pelaku, pk: unit_terlihat(pelaku).filter(pk=pk), Izin.DASBOR_LIHAT, pk=UUID)
_INDUK = KueriPelaku(
    lambda pelaku, jalur: unit_terlihat(pelaku).filter(path__salah_satu=jalur).order_by("path"),
    Izin.DASBOR_LIHAT,
    jalur=list,
)


def satu_unit(pelaku: Pelaku, pk: UUID) -> UnitKerja | None:
    """The unit with this key when he may open its dashboard."""
    return _UNIT.pertama(pelaku, pk=pk)


def unit_awal(pelaku: Pelaku) -> UnitKerja | None:
    """The highest unit he may open; None for whoever leads and manages nothing."""
    return unit_terlihat(pelaku).order_by("path").first()


def induk_terlihat(pelaku: Pelaku, unit: UnitKerja) -> list[UnitKerja]:
    """The units above `unit` whose dashboard he may open too, from the top."""
    jalur = rantai(unit.path)[:-1]
    return _INDUK(pelaku, jalur=jalur) if jalur else []


def boleh_baca_hasil(pelaku: Pelaku, unit: UnitKerja) -> bool:
    """Whether one of his roles lets him read every single result below this unit."""
    relasi = MATRIKS[Izin.EVALUASI_LIHAT] & MATRIKS[Izin.DASBOR_LIHAT]
    syarat = q_salah_satu(relasi, JalurAkses(unit="path"), pelaku)
    return UnitKerja.objects.filter(syarat, pk=unit.pk).exists()


_ANAK = KueriTetap(
    lambda awal, akhir, tingkat, pada: (
        UnitKerja.objects.filter(path__range=(awal, akhir), depth=tingkat)
        .buka(pada)
        .only("path", "nama", "singkatan")
        .order_by("path")[:ANAK_MAKS]
    ),
    awal=str,
    akhir=str,
    tingkat=int,
    pada=date,
)


def susun(unit: UnitKerja, waktu: Waktu, semua_waktu: Iterable[Waktu]) -> Dasbor:
    """The dashboard of `unit` at `waktu`, with the trend over `semua_waktu`. Four queries."""
    awal, akhir = unit._get_children_path_interval(unit.path)
    anak = _ANAK(awal=awal, akhir=akhir, tingkat=unit.depth + 1, pada=waktu.selesai)
    deret = sorted((w for w in semua_waktu if not w.tahunan), key=lambda w: w.mulai)
    hitungan = _baca(unit, anak, waktu, deret)
    label = _label(unit, anak, waktu)
    return Dasbor(
        unit=unit,
        waktu=waktu,
        total=_berlabel(_kelompok(unit, waktu, hitungan), label),
        anak=sembunyikan_kecil(
            _berlabel(k, label) for a in anak if (k := _kelompok(a, waktu, hitungan)).semua
        ),
        tren=[t for w in deret if (t := Titik(w, _kelompok(unit, w, hitungan))).kelompok.semua],
        kecepatan=_kecepatan(unit, deret, hitungan),
        jp=hitungan.get((unit.pk, "jp", str(waktu.tahun)), {}).get("jp", 0),
        ikm=_ikm(unit, deret, hitungan),
    )


type_hitungan = dict[tuple[UUID, str, str], dict[str, int]]


def _kueri_hitungan(
    unit: UUID, ukuran: str, kunci: str, deret: list[str], triwulan: list[str], tahun: str, anak: list[UUID]
) -> QuerySet[Any]:
    sendiri = Q(unit=unit) & (
        Q(ukuran=ukuran, kunci=kunci)
        | Q(ukuran="evaluasi", kunci__salah_satu=deret)
        | Q(ukuran__in=["umpan_balik", "ikm"], kunci__salah_satu=triwulan)
        | Q(ukuran="jp", kunci=tahun)
    )
    di_bawah = Q(unit__salah_satu=anak, ukuran=ukuran, kunci=kunci)
    return (
        HitunganUnit.objects.filter(sendiri | di_bawah)
        .order_by()
        .values_list("unit_id", "ukuran", "kunci", "rincian")
        .annotate(jumlah=Sum("n"))
    )


_HITUNGAN = KueriTetap(
    _kueri_hitungan, unit=UUID, ukuran=str, kunci=str, deret=list, triwulan=list, tahun=str, anak=list
)


def _baca(unit: UnitKerja, anak: list[UnitKerja], waktu: Waktu, deret: list[Waktu]) -> type_hitungan:
    """{(unit, measure, key): {detail: n}} of everything the page needs, in one query."""
    baris = _HITUNGAN(
        unit=unit.pk,
        ukuran=waktu.ukuran,
        kunci=waktu.kunci,
        deret=[w.kunci for w in deret],
        triwulan=[w.triwulan for w in deret],
        tahun=str(waktu.tahun),
        anak=[a.pk for a in anak],
    )
    hasil: type_hitungan = {}
    for pk, ukuran, kunci, rincian, n in baris:
        if n:
            hasil.setdefault((pk, ukuran, kunci), {})[rincian] = n
    return hasil


def _kelompok(unit: UnitKerja, waktu: Waktu, hitungan: type_hitungan) -> Kelompok:
    return bentuk(unit, waktu.ukuran, hitungan.get((unit.pk, waktu.ukuran, waktu.kunci), {}))


def _label(unit: UnitKerja, anak: list[UnitKerja], waktu: Waktu) -> dict[str, int]:
    """{path: organisation label} of these units and of those above `unit`, in one query."""
    semua = [*rantai(unit.path), *(a.path for a in anak)]
    if waktu.tahunan:
        return dict(_LABEL_TAHUN(siklus=int(waktu.kunci), jalur=semua))
    return dict(_LABEL_PERIODE(periode=UUID(waktu.kunci), jalur=semua))


def _kueri_label(kapan: Q, jalur: list[str]) -> QuerySet[Any]:
    semua = CapaianOrganisasi.objects.ditetapkan().filter(kapan, unit__path__salah_satu=jalur)
    return semua.values_list("unit__path", "predikat")


_LABEL_TAHUN = KueriTetap(
    lambda siklus, jalur: _kueri_label(Q(siklus=siklus, periode__isnull=True), jalur), siklus=int, jalur=list
)
_LABEL_PERIODE = KueriTetap(
    lambda periode, jalur: _kueri_label(Q(periode=periode), jalur), periode=UUID, jalur=list
)


def _berlabel(kelompok: Kelompok, label: dict[str, int]) -> Kelompok:
    """With the label of its unit; without one of its own, with that of the nearest unit above, marked."""
    sendiri = kelompok.unit.path
    terdekat = next((satu for satu in reversed(rantai(sendiri)) if satu in label), None)
    if terdekat is None:
        return kelompok
    return replace(kelompok, label=label[terdekat], label_turunan=terdekat != sendiri)


def _kecepatan(unit: UnitKerja, deret: list[Waktu], hitungan: type_hitungan) -> list[Kecepatan]:
    """Quarters in which reports were answered; of months each quarter once."""
    per_triwulan: dict[str, Any] = {w.triwulan: w for w in deret}
    hasil = []
    for triwulan, w in per_triwulan.items():
        jumlah = hitungan.get((unit.pk, "umpan_balik", triwulan), {})
        if jumlah.get("n", 0) >= KELOMPOK_MIN:
            hasil.append(Kecepatan(w, jumlah["n"], jumlah.get("jam", 0)))
    return hasil


def _ikm(unit: UnitKerja, deret: list[Waktu], hitungan: type_hitungan) -> list[TitikIKM]:
    """The index of each quarter with enough answers; the nine elements weigh the same, so their sum suffices."""
    per_triwulan = {w.triwulan: w for w in deret}
    ada = {t: h for t in per_triwulan if (h := hitungan.get((unit.pk, "ikm", t)))}
    if not ada:
        return []
    minimum = kebijakan_pada(max(per_triwulan[t].selesai for t in ada)).jawaban_minimum
    hasil = []
    for triwulan, h in ada.items():
        if h["n"] >= minimum:
            w = per_triwulan[triwulan]
            nilai = bulatkan(Fraction(h["total"] * 25, 9 * h["n"]), DUA_DESIMAL)
            hasil.append(TitikIKM(w, h["n"], nilai, mutu(nilai, w.selesai).value))
    return hasil
