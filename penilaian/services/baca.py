"""Fetching evaluations through the permission, and from which side a person looks at one."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from uuid import UUID

from django.db.models import QuerySet

from akses.enums import Izin
from akses.kueri import KueriPelaku
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from penilaian.enums import StatusEvaluasi
from penilaian.models import EvaluasiPeriodik
from sasaran.models import Periode

TERKAIT = (
    "periode__siklus",
    "pegawai",
    "penilai",
    "atasan_penilai",
    "unit",
    "skp__penempatan__jabatan",
)
DINILAI = (StatusEvaluasi.DISAMPAIKAN, StatusEvaluasi.DITERIMA)


class Sudut(StrEnum):
    """From which side a person looks: it decides what of a running evaluation he gets to see."""

    PEGAWAI = "pegawai"
    PENILAI = "penilai"
    PEMBACA = "pembaca"


def terlihat(pelaku: Pelaku) -> QuerySet[EvaluasiPeriodik]:
    """The evaluations `pelaku` may see, with what their pages show of people and period."""
    return terlihat_oleh(EvaluasiPeriodik.objects.select_related(*TERKAIT), pelaku, Izin.EVALUASI_LIHAT)


def milik(pelaku: Pelaku) -> QuerySet[EvaluasiPeriodik]:
    """His own evaluations, newest period first."""
    return (
        EvaluasiPeriodik.objects.select_related("periode__siklus", "penilai", "unit")
        .filter(pegawai_id=pelaku.pegawai_id)
        .order_by("-periode__mulai", "-periode__nomor", "id")
    )


def sudut_dari(evaluasi: EvaluasiPeriodik, pegawai_id: UUID | None) -> Sudut:
    """From which side the person with this id looks at `evaluasi`."""
    if pegawai_id is not None and pegawai_id == evaluasi.pegawai_id:
        return Sudut.PEGAWAI
    if pegawai_id is not None and pegawai_id == evaluasi.penilai_id:
        return Sudut.PENILAI
    return Sudut.PEMBACA


def sudah_dinilai(evaluasi: EvaluasiPeriodik) -> bool:
    """Whether the result has been delivered, so that all who may see the evaluation may see it."""
    return evaluasi.status in DINILAI


def nomor_tanda_terima(evaluasi: EvaluasiPeriodik) -> str:
    """The number a person can quote: year, period and the first digits of the evaluation's key."""
    return f"PD-{evaluasi.periode.siklus.tahun}-{evaluasi.periode.nomor}-{evaluasi.pk.hex[:8].upper()}"


_TERKINI = KueriPelaku(
    lambda pelaku, pegawai: (
        terlihat_oleh(EvaluasiPeriodik.objects.all(), pelaku, Izin.EVALUASI_LIHAT)
        .filter(pegawai__salah_satu=pegawai)
        .select_related("unit")
        .only(
            "pegawai",
            "periode",
            "status",
            "predikat",
            "disampaikan_pada",
            "unit__zona",
            "unit__hari_per_pekan",
        )
        .order_by("pegawai_id", "-periode__mulai", "-periode__nomor", "pk")
        .distinct("pegawai_id")
    ),
    Izin.EVALUASI_LIHAT,
    pegawai=list,
)


def terkini(
    pelaku: Pelaku, pegawai_ids: Iterable[UUID], periode: Iterable[Periode] = ()
) -> Mapping[UUID, EvaluasiPeriodik]:
    """For each of these people the evaluation of the newest period that `pelaku` may see.

    One query; one more when there is a period among them that is not in `periode`, those already read.
    """
    semua = {e.pegawai_id: e for e in _TERKINI(pelaku, pegawai=list(pegawai_ids))}
    dikenal = {p.pk: p for p in periode}
    if lain := {e.periode_id for e in semua.values()} - dikenal.keys():
        dikenal |= Periode.objects.select_related("siklus").in_bulk(lain)
    for satu in semua.values():
        satu.periode = dikenal[satu.periode_id]
    return semua
