"""What stands beside the ratings: reports with their evidence and the feedback given so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from pelaksanaan.enums import SifatUmpanBalik
from pelaksanaan.models import Laporan, UmpanBalik
from penilaian.models import EvaluasiPeriodik

PALING_BANYAK = 60


@dataclass(frozen=True)
class Pendukung:
    """Reports by result (newest first), feedback, and how many remarks of each kind."""

    laporan: Mapping[UUID, list[Laporan]]
    umpan_balik: list[UmpanBalik]
    jumlah_sifat: list[tuple[str, int]]


def pendukung(evaluasi: EvaluasiPeriodik, pelaku: Pelaku) -> Pendukung:
    """What `pelaku` may read of reports and feedback up to the end of the period: two statements."""
    laporan = (
        terlihat_oleh(Laporan.objects.all(), pelaku, Izin.LAPORAN_LIHAT)
        .filter(skp_id=evaluasi.skp_id, tanggal__range=(evaluasi.skp.mulai, evaluasi.periode.selesai))
        .select_related("indikator")
        .annotate(jumlah_bukti=Count("bukti"))
        .order_by("-tanggal", "-id")
    )
    umpan = (
        terlihat_oleh(UmpanBalik.objects.all(), pelaku, Izin.UMPAN_BALIK_LIHAT)
        .filter(skp_id=evaluasi.skp_id)
        .select_related("pemberi", "rhk", "laporan")
        .order_by("-dibuat_pada", "-id")
    )
    semua = list(umpan[:PALING_BANYAK])
    jumlah = [(str(sifat.label), sum(u.sifat == sifat.value for u in semua)) for sifat in SifatUmpanBalik]
    return Pendukung(_per_rhk(list(laporan[:PALING_BANYAK])), semua, [(s, n) for s, n in jumlah if n])


def _per_rhk(laporan: list[Laporan]) -> Mapping[UUID, list[Laporan]]:
    menurut: dict[UUID, list[Laporan]] = {}
    for satu in laporan:
        menurut.setdefault(satu.indikator.rhk_id, []).append(satu)
    return menurut
