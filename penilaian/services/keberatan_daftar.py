"""Lists of objections: one's own, those one explains or decides, and those one may read."""

from collections.abc import Mapping

from django.db.models import Count, Q, QuerySet

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from inti.halaman import Halaman, halaman
from penilaian.enums import StatusKeberatan
from penilaian.models import BuktiKeberatan, Keberatan
from penilaian.services.keberatan import TERKAIT

SAYA, MENUNGGU, SEMUA = "saya", "menunggu", "semua"
URUTAN = ("-diajukan_pada", "-id")


def terlihat(pelaku: Pelaku) -> QuerySet[Keberatan]:
    """The objections this person may read, with what their pages show."""
    return terlihat_oleh(Keberatan.objects.select_related(*TERKAIT), pelaku, Izin.KEBERATAN_LIHAT)


def bukti_terlihat(pelaku: Pelaku) -> QuerySet[BuktiKeberatan]:
    """The files this person may open."""
    return terlihat_oleh(BuktiKeberatan.objects.all(), pelaku, Izin.KEBERATAN_LIHAT)


def menunggu(pegawai_id: object) -> Q:
    """What waits for this person: as assessor an explanation, as superior a decision."""
    return Q(penilai=pegawai_id, status=StatusKeberatan.DIAJUKAN) | Q(
        pemutus=pegawai_id, status__in=[StatusKeberatan.DIAJUKAN, StatusKeberatan.DIJELASKAN]
    )


def lingkup(pelaku: Pelaku) -> dict[str, int]:
    """How many objections there are of one's own, that wait for one, and that one may read: one query."""
    hitungan = terlihat(pelaku).aggregate(
        saya=Count("pk", filter=Q(pegawai=pelaku.pegawai_id)),
        menunggu=Count("pk", filter=menunggu(pelaku.pegawai_id)),
        semua=Count("pk"),
    )
    return {SAYA: hitungan["saya"], MENUNGGU: hitungan["menunggu"], SEMUA: hitungan["semua"]}


def dalam_lingkup(pelaku: Pelaku, nama: str) -> QuerySet[Keberatan]:
    """The objections of one scope."""
    semua = terlihat(pelaku)
    if nama == SAYA:
        return semua.filter(pegawai=pelaku.pegawai_id)
    return semua.filter(menunggu(pelaku.pegawai_id)) if nama == MENUNGGU else semua


def hitung_status(semua: QuerySet[Keberatan]) -> dict[str, int]:
    """How many objections are in each status: one query."""
    hitungan = dict(semua.order_by().values_list("status").annotate(Count("pk")))
    return {s.value: hitungan.get(s.value, 0) for s in StatusKeberatan}


def halaman_keberatan(semua: QuerySet[Keberatan], kueri: Mapping[str, str]) -> Halaman[Keberatan]:
    """One page, newest first, by key."""
    return halaman(semua, URUTAN, kueri)
