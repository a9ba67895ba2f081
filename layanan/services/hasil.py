"""Results of the survey and of service times over a span of days, added up by the database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from django.db.models import Avg, Count, F, Max, Q, StdDev, Sum
from django.db.models.functions import ExtractQuarter, ExtractYear

from layanan.aturan.ikm import Z_95, HasilIKM, Unsur, ikm_dari_jumlah
from layanan.models import UNSUR, KebijakanSurvei, Layanan, Survei, WaktuLayanan
from layanan.services.kebijakan import kebijakan_pada

DUA_DESIMAL = Decimal("0.01")
_TOTAL = sum((F(u) for u in UNSUR[1:]), F(UNSUR[0]))
_JUMLAH: dict[str, Any] = {f"jumlah_{u}": Sum(u) for u in UNSUR} | {
    "banyak": Count("id"),
    "kuadrat": Sum(_TOTAL * _TOTAL),
}


@dataclass(frozen=True)
class IKMLayanan:
    """The index of a service in a span: a number only when there are enough answers."""

    banyak: int
    minimum: int
    hasil: HasilIKM | None

    @property
    def cukup(self) -> bool:
        """Whether the number may be shown and used."""
        return self.hasil is not None


@dataclass(frozen=True)
class WaktuRingkas:
    """How long cases took: how many, the mean with its interval, and the share inside the standard."""

    banyak: int
    minimum: int
    rata: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None
    tepat: Decimal | None = None  # percent

    @property
    def cukup(self) -> bool:
        """Whether the numbers may be shown and used."""
        return self.rata is not None


def ikm_per_layanan(
    layanan: Iterable[Layanan], dari: date, sampai: date, kebijakan: KebijakanSurvei | None = None
) -> dict[UUID, IKMLayanan]:
    """Service id → its index from the answers of `dari` to `sampai`; one query for all of them (and one for
    the policy when it is not given). Says the same as `layanan.aturan.ikm.ikm` (a test compares them)."""
    semua = {satu.pk: satu for satu in layanan}
    aturan = kebijakan or kebijakan_pada(sampai)
    baris = (
        Survei.objects.filter(layanan__in=list(semua), hari__range=(dari, sampai))
        .order_by()
        .values("layanan_id")
        .annotate(**_JUMLAH)
    )
    ada = {b["layanan_id"]: _ikm(b, semua[b["layanan_id"]], sampai, aturan) for b in baris}
    return {pk: ada.get(pk, IKMLayanan(0, aturan.jawaban_minimum, None)) for pk in semua}


def ikm_per_unit(dari: date, sampai: date) -> dict[UUID, HasilIKM]:
    """Unit id → the index over all answers to its services of `dari` to `sampai`; two queries.

    Only units with at least as many answers as the policy of `sampai` asks of a number.
    """
    minimum = kebijakan_pada(sampai).jawaban_minimum
    baris = (
        Survei.objects.filter(hari__range=(dari, sampai))
        .order_by()
        .values("layanan__unit_id")
        .annotate(**_JUMLAH)
        .filter(banyak__gte=minimum)
    )
    return {
        b["layanan__unit_id"]: ikm_dari_jumlah(b["banyak"], _per_unsur(b), sampai, kuadrat=b["kuadrat"])
        for b in baris
    }


def ikm_per_triwulan(
    layanan: Layanan, dari: date, sampai: date, kebijakan: KebijakanSurvei
) -> dict[tuple[int, int], IKMLayanan]:
    """(year, quarter) → index of one service, for the quarters that have answers; one query."""
    baris = (
        Survei.objects.filter(layanan=layanan, hari__range=(dari, sampai))
        .order_by()
        .values(tahun=ExtractYear("hari"), triwulan=ExtractQuarter("hari"))
        .annotate(**_JUMLAH)
    )
    return {(b["tahun"], b["triwulan"]): _ikm(b, layanan, sampai, kebijakan) for b in baris}


def waktu_per_layanan(
    layanan: Iterable[Layanan], dari: date, sampai: date, kebijakan: KebijakanSurvei | None = None
) -> dict[UUID, WaktuRingkas]:
    """Service id → its times of `dari` to `sampai` against the standard; one query for all."""
    semua = {satu.pk: satu for satu in layanan}
    aturan = kebijakan or kebijakan_pada(sampai)
    dalam = Count("id", filter=Q(lama__lte=F("layanan__batas_waktu")))
    baris = (
        WaktuLayanan.objects.filter(layanan__in=list(semua), hari__range=(dari, sampai))
        .order_by()
        .values("layanan_id")
        .annotate(banyak=Count("id"), rata=Avg("lama"), simpang=StdDev("lama", sample=True), dalam=dalam)
    )
    ada = {b["layanan_id"]: _waktu(b, aturan.layanan_minimum) for b in baris}
    return {pk: ada.get(pk, WaktuRingkas(0, aturan.layanan_minimum)) for pk in semua}


def hari_terakhir(layanan: Layanan) -> date | None:
    """The day of the latest answer, or None."""
    return Survei.objects.filter(layanan=layanan).aggregate(hari=Max("hari"))["hari"]


def _ikm(baris: Mapping[str, Any], layanan: Layanan, pada: date, kebijakan: KebijakanSurvei) -> IKMLayanan:
    minimum, banyak = kebijakan.jawaban_minimum, baris["banyak"]
    if banyak < minimum:
        return IKMLayanan(banyak, minimum, None)
    hasil = ikm_dari_jumlah(
        banyak, _per_unsur(baris), pada, kuadrat=baris["kuadrat"], populasi=layanan.pengguna_setahun
    )
    return IKMLayanan(banyak, minimum, hasil)


def _per_unsur(baris: Mapping[str, Any]) -> dict[Unsur, int]:
    return {unsur: baris[f"jumlah_{unsur.value.lower()}"] for unsur in Unsur}


def _waktu(baris: Mapping[str, Any], minimum: int) -> WaktuRingkas:
    banyak = baris["banyak"]
    if banyak < minimum:
        return WaktuRingkas(banyak, minimum)
    lebar = Z_95 * Decimal(str(baris["simpang"] or 0)) / Decimal(banyak).sqrt()
    rata = Decimal(baris["rata"])
    return WaktuRingkas(
        banyak,
        minimum,
        rata=_dua(rata),
        bawah=_dua(max(Decimal(0), rata - lebar)),
        atas=_dua(rata + lebar),
        tepat=_dua(Decimal(100 * baris["dalam"]) / banyak),
    )


def _dua(nilai: Decimal) -> Decimal:
    return nilai.quantize(DUA_DESIMAL, ROUND_HALF_UP)
