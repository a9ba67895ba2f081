"""What the pages show, fetched through the permission and with everything they need."""

from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from pelaksanaan.models import BuktiDukung, Laporan, UmpanBalik
from sasaran.enums import StatusPeriode, StatusSKP
from sasaran.models import SKP, IndikatorKinerjaIndividu, Periode, RencanaHasilKerja

URUTAN_SAYA = ("-tanggal", "-dibuat_pada", "-id")
URUTAN_TIM = ("-dibuat_pada", "-id")
URUTAN_UMPAN_BALIK = ("-dibuat_pada", "-id")


def indikator_saya(pelaku: Pelaku, hari: date) -> QuerySet[IndikatorKinerjaIndividu]:
    """The indicators this person may report on today: those of his approved plans in force.

    A plan that has ended is still reported on until the last of its periods closes.
    """
    semua = IndikatorKinerjaIndividu.objects.select_related("rhk__skp__unit", "rhk__skp__siklus")
    belum_ditutup = Periode.objects.filter(
        siklus_id=OuterRef("rhk__skp__siklus_id"),
        mulai__lte=OuterRef("rhk__skp__selesai"),
        selesai__gte=OuterRef("rhk__skp__mulai"),
        tutup_evaluasi__gte=hari,
    ).exclude(status=StatusPeriode.DITUTUP)
    milik = terlihat_oleh(semua, pelaku, Izin.LAPORAN_TULIS).filter(
        Q(rhk__skp__selesai__gte=hari) | Exists(belum_ditutup),
        rhk__skp__status=StatusSKP.DISETUJUI,
        rhk__skp__mulai__lte=hari,
    )
    return milik.order_by("-rhk__skp__mulai", "rhk__urutan", "rhk_id", "urutan", "id")


def rhk_saya(pelaku: Pelaku) -> QuerySet[RencanaHasilKerja]:
    """The results of this person that have reports, for the filter of his list."""
    semua = RencanaHasilKerja.objects.filter(indikator__laporan__isnull=False).distinct()
    return terlihat_oleh(semua, pelaku, Izin.LAPORAN_TULIS).order_by("-skp__mulai", "urutan", "id")


def laporan_saya(pelaku: Pelaku, rhk: UUID | None = None) -> QuerySet[Laporan]:
    """One's own reports, perhaps of one result only."""
    milik = terlihat_oleh(_laporan(), pelaku, Izin.LAPORAN_TULIS)
    return milik.filter(indikator__rhk_id=rhk) if rhk else milik


def laporan_terlihat(pelaku: Pelaku) -> QuerySet[Laporan]:
    """Every report this person may read."""
    orang = ("skp__pegawai__atasan__penempatan__jabatan", "skp__penilai", "skp__atasan_penilai", "skp__unit")
    return terlihat_oleh(_laporan(), pelaku, Izin.LAPORAN_LIHAT).select_related(*orang, "indikator__rhk")


def laporan_tim(
    pelaku: Pelaku, *, tanpa_umpan_balik: bool = False, pegawai: UUID | None = None
) -> QuerySet[Laporan]:
    """Reports of those this person assesses, newest first by the time they arrived."""
    umpan_balik = Prefetch(
        "umpan_balik", UmpanBalik.objects.select_related("pemberi").order_by("dibuat_pada", "id")
    )
    tim = (
        terlihat_oleh(_laporan(), pelaku, Izin.UMPAN_BALIK_TULIS)
        .filter(skp__penilai_id=pelaku.pegawai_id)
        .select_related("skp__pegawai", "skp__atasan_penilai", "skp__penilai")
        .prefetch_related(umpan_balik)
    )
    if tanpa_umpan_balik:
        tim = tim.filter(~Exists(UmpanBalik.objects.filter(laporan=OuterRef("pk"))))
    return tim.filter(skp__pegawai_id=pegawai) if pegawai else tim


def umpan_balik_terlihat(pelaku: Pelaku) -> QuerySet[UmpanBalik]:
    """Every remark this person may read, with what it is about."""
    semua = UmpanBalik.objects.select_related("pemberi", "laporan__indikator", "rhk")
    return terlihat_oleh(semua, pelaku, Izin.UMPAN_BALIK_LIHAT)


def bukti_terlihat(pelaku: Pelaku) -> QuerySet[BuktiDukung]:
    """Every evidence file this person may open."""
    return terlihat_oleh(BuktiDukung.objects.select_related("laporan"), pelaku, Izin.LAPORAN_LIHAT)


def skp_terbaca(pelaku: Pelaku) -> QuerySet[SKP]:
    """The plans this person may read, with what a remark on them needs."""
    orang = ("pegawai", "penilai", "atasan_penilai", "siklus")
    semua = SKP.objects.select_related(*orang).prefetch_related("rhk")
    return terlihat_oleh(semua, pelaku, Izin.SKP_LIHAT)


def _laporan() -> QuerySet[Laporan]:
    sama = UmpanBalik.objects.filter(laporan=OuterRef("pk")).order_by()
    banyak = sama.values("laporan").annotate(n=Count("pk")).values("n")
    return (
        Laporan.objects.select_related("indikator__rhk", "skp")
        .prefetch_related("bukti")
        .annotate(banyak_umpan_balik=Coalesce(Subquery(banyak), 0))
    )
