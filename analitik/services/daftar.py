"""The people behind a number of the dashboard."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from analitik.services.kelompok import status_tahap
from analitik.services.waktu import Waktu
from pegawai.models import UnitKerja
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan


def evaluasi_di_balik(
    *, pelaku: Pelaku, unit: UnitKerja, waktu: Waktu, tahap: str = "", predikat: int | None = None
) -> QuerySet[Any]:
    """The evaluations a number counts: of `unit` and below, at `waktu`, in a stage or with a predikat.

    Asking for a predikat limits them to those whose result this person may read.
    """
    semua: QuerySet[Any] = (
        EvaluasiTahunan.objects.filter(siklus_id=int(waktu.kunci))
        if waktu.tahunan
        else EvaluasiPeriodik.objects.filter(periode_id=UUID(waktu.kunci))
    )
    semua = terlihat_oleh(semua, pelaku, Izin.DASBOR_LIHAT).filter(unit__path__startswith=unit.path)
    if predikat is not None:
        semua = semua.filter(status__in=status_tahap("selesai", waktu.ukuran), predikat=predikat)
        return terlihat_oleh(semua, pelaku, _izin_baca(waktu))
    return semua.filter(status__in=status_tahap(tahap, waktu.ukuran)) if tahap else semua


def yang_boleh_dibuka(pelaku: Pelaku, waktu: Waktu, baris: list[Any]) -> set[UUID]:
    """Which of these evaluations this person may open. One query."""
    model = EvaluasiTahunan if waktu.tahunan else EvaluasiPeriodik
    semua: QuerySet[Any] = model.objects.filter(pk__in=[b.pk for b in baris])
    return set(terlihat_oleh(semua, pelaku, _izin_baca(waktu)).values_list("pk", flat=True))


def _izin_baca(waktu: Waktu) -> Izin:
    return Izin.TAHUNAN_LIHAT if waktu.tahunan else Izin.EVALUASI_LIHAT
