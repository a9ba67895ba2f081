"""What the reports of a span of time add up to, for many plans in one statement."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Avg, Case, DecimalField, F, Q, QuerySet, Sum, When
from django.db.models.functions import Cast, Round

from inti.kueri import KueriTetap
from pelaksanaan.models import Laporan
from sasaran.enums import CaraHitung

LEBAR = DecimalField(max_digits=38, decimal_places=12)
"""Wide enough that PostgreSQL's mean has the digits from which the fourth decimal is rounded."""

DESIMAL_RATA_RATA = 4


def realisasi_per_indikator(*, skp_ids: Iterable[UUID], dari: date, sampai: date) -> dict[UUID, Decimal]:
    """Return indicator id → realisation from the reports dated `dari` to `sampai`, both included.

    One statement for all plans. Says the same as `sasaran.aturan.capaian.realisasi_gabungan` (a test
    compares them): a sum, the latest (of two on one day the one written later) or the mean to four
    decimals. An indicator without a report is not in the result.
    """
    semua = list(skp_ids)
    if len(semua) == 1:
        return dict(_SATU(skp=semua[0], dari=dari, sampai=sampai))
    return dict(_kueri(Q(skp_id__in=semua), dari, sampai))


def _kueri(skp: Q, dari: date, sampai: date) -> QuerySet[Any]:
    baris = (
        Laporan.objects.filter(skp, tanggal__range=(dari, sampai))
        .order_by()
        .values("indikator_id")
        .annotate(
            cara=F("indikator__cara_hitung"),
            jumlah=Sum("realisasi"),
            rata_rata=Round(Avg(Cast("realisasi", LEBAR)), precision=DESIMAL_RATA_RATA),
            berurutan=ArrayAgg("realisasi", order_by=["-tanggal", "-dibuat_pada", "-id"]),
        )
        .annotate(
            nilai=Case(
                When(cara=CaraHitung.JUMLAH, then=F("jumlah")),
                When(cara=CaraHitung.RATA_RATA, then=F("rata_rata")),
                default=F("berurutan__0"),
                output_field=LEBAR,
            )
        )
    )
    return baris.values_list("indikator_id", "nilai")


_SATU = KueriTetap(
    lambda skp, dari, sampai: _kueri(Q(skp_id=skp), dari, sampai), skp=UUID, dari=date, sampai=date
)
