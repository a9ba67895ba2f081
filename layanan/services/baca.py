"""Fetching services and what hangs on them, through the permission."""

from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from layanan.enums import StatusSaran
from layanan.models import Layanan, LembarStruk, Loket, Poster, Saran


def layanan_terlihat(pelaku: Pelaku) -> QuerySet[Layanan]:
    """The services this person may look at."""
    return terlihat_oleh(Layanan.objects.select_related("unit"), pelaku, Izin.LAYANAN_LIHAT)


def hasil_umum(layanan: UUID) -> Layanan | None:
    """The service whose results anybody may read: every open one (PermenPANRB 14/2017 asks for publication)."""
    return Layanan.objects.select_related("unit").filter(pk=layanan, aktif=True).first()


def dikelola(pelaku: Pelaku) -> QuerySet[Layanan]:
    """The services he manages."""
    return terlihat_oleh(Layanan.objects.all(), pelaku, Izin.LAYANAN_KELOLA)


def loket_dari(layanan: Layanan) -> QuerySet[Loket]:
    """The counters of a service, open ones first."""
    return Loket.objects.filter(layanan=layanan).order_by("-aktif", "nama", "id")


def poster_dari(layanan: Layanan) -> QuerySet[Poster]:
    """The open posters of a service."""
    return (
        Poster.objects.filter(layanan=layanan, aktif=True)
        .select_related("loket")
        .order_by("dibuat_pada", "id")
    )


def poster_terlihat(pelaku: Pelaku) -> QuerySet[Poster]:
    """The posters he may look at."""
    return terlihat_oleh(Poster.objects.select_related("layanan__unit", "loket"), pelaku, Izin.LAYANAN_LIHAT)


def loket_terlihat(pelaku: Pelaku) -> QuerySet[Loket]:
    """The counters he may look at."""
    return terlihat_oleh(Loket.objects.select_related("layanan"), pelaku, Izin.LAYANAN_LIHAT)


def lembar_terlihat(pelaku: Pelaku) -> QuerySet[LembarStruk]:
    """The sheets of receipts he may print: tokens are for those who hand them out."""
    return terlihat_oleh(
        LembarStruk.objects.select_related("layanan__unit", "loket"), pelaku, Izin.LAYANAN_STRUK
    )


def lembar_terakhir(layanan: Layanan, hari: date, banyak: int = 5) -> list[LembarStruk]:
    """The latest sheets that are still good, with how many receipts are left."""
    sisa = Count("struk", filter=Q(struk__terpakai=False))
    semua = LembarStruk.objects.filter(layanan=layanan, berlaku_sampai__gte=hari).annotate(sisa=sisa)
    return list(semua.select_related("loket").order_by("-dibuat_pada", "id")[:banyak])


def saran_tampil(layanan: Layanan, banyak: int = 10) -> list[Saran]:
    """The latest words that the manager let through."""
    return list(
        Saran.objects.filter(layanan=layanan, status=StatusSaran.TAMPIL).order_by("-hari", "-id")[:banyak]
    )


def saran_menunggu(layanan: Layanan) -> int:
    """How many words wait for the manager."""
    return Saran.objects.filter(layanan=layanan, status=StatusSaran.MENUNGGU).count()


def antrean_saran(pelaku: Pelaku, status: str = StatusSaran.MENUNGGU) -> QuerySet[Saran]:
    """The words this manager has to read, or has read."""
    return terlihat_oleh(
        Saran.objects.filter(status=status).select_related("layanan__unit"), pelaku, Izin.LAYANAN_KELOLA
    )


def saran_terlihat(pelaku: Pelaku) -> QuerySet[Saran]:
    """The words whose decision is his."""
    return terlihat_oleh(Saran.objects.select_related("layanan"), pelaku, Izin.LAYANAN_KELOLA)


def dengan_saran_menunggu(queryset: QuerySet[Layanan]) -> QuerySet[Layanan]:
    """The services, each with whether words wait."""
    menunggu = Saran.objects.filter(layanan=OuterRef("pk"), status=StatusSaran.MENUNGGU)
    return queryset.annotate(ada_saran=Exists(menunggu))
