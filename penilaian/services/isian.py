"""The rows of an evaluation: created from the plan when somebody first saves, targets frozen with them."""

from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from penilaian.models import EvaluasiPeriodik, PenilaianHasil, PenilaianIndikator, PenilaianPerilaku
from penilaian.services.lembar import BarisIndikator, Lembar
from sasaran.aturan.berakhlak import KODE_NILAI
from sasaran.aturan.sumber import ke_data


@transaction.atomic
def siapkan_isian(*, evaluasi: EvaluasiPeriodik, lembar: Lembar) -> None:
    """Write the rows of `evaluasi` from its sheet: missing ones are added, targets and reports refreshed.

    Three statements whatever the number of results; calling it again changes nothing else. What the
    employee confirmed and the assessor rated stays.
    """
    PenilaianIndikator.objects.bulk_create(
        [_baris(evaluasi, satu) for satu in lembar.indikator],
        update_conflicts=True,
        unique_fields=["evaluasi", "indikator"],
        update_fields=["target", "target_maks", "dari_laporan", "sumber"],
    )
    PenilaianHasil.objects.bulk_create(
        [PenilaianHasil(evaluasi=evaluasi, rhk_id=b.id) for b in lembar.hasil], ignore_conflicts=True
    )
    PenilaianPerilaku.objects.bulk_create(
        [PenilaianPerilaku(evaluasi=evaluasi, nilai=kode) for kode in KODE_NILAI], ignore_conflicts=True
    )


def tulis_realisasi(
    *, evaluasi: EvaluasiPeriodik, lembar: Lembar, realisasi: Mapping[UUID, Decimal | None]
) -> None:
    """Write the confirmed realisation of the indicators named in `realisasi`, in one statement."""
    PenilaianIndikator.objects.bulk_create(
        [_baris(evaluasi, satu, realisasi[satu.id]) for satu in lembar.indikator if satu.id in realisasi],
        update_conflicts=True,
        unique_fields=["evaluasi", "indikator"],
        update_fields=["realisasi"],
    )


def _baris(
    evaluasi: EvaluasiPeriodik, satu: BarisIndikator, realisasi: Decimal | None = None
) -> PenilaianIndikator:
    return PenilaianIndikator(
        evaluasi=evaluasi,
        indikator_id=satu.id,
        target=satu.target,
        target_maks=satu.target_maks,
        dari_laporan=satu.dari_laporan,
        sumber=ke_data(satu.sumber) if satu.sumber else None,
        realisasi=realisasi,
    )
