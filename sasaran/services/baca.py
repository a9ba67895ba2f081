"""What the pages of planning read, always through the permission; the number of queries is constant."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from inti.kueri import KueriTetap
from pegawai.models import Atasan, Pegawai
from sasaran.enums import StatusSKP
from sasaran.models import SKP, IndikatorKinerjaIndividu, RencanaHasilKerja, RiwayatSKP, Siklus

UKURAN_HALAMAN = 50  # of the team list
BELUM = "belum"  # a status of the team list: no SKP yet
BARIS_TIM = (  # what a row of the team list shows
    "nama",
    "gelar_depan",
    "gelar_belakang",
    "atasan__penempatan__jabatan__nama",
    "atasan__unit__nama",
    "atasan__unit__singkatan",
)


@dataclass(frozen=True)
class SkpRingkas:
    """A plan as far as the team list knows it."""

    id: UUID | str
    status: str
    versi: int

    def get_status_display(self) -> str:
        """The word for its status."""
        return str(StatusSKP(self.status).label)


@dataclass
class TahunSaya:
    """One year on a person's own page: his plans (one per post) and what could be begun."""

    siklus: Siklus
    skp: list[SKP] = field(default_factory=list)
    boleh_mulai: bool = False
    ada_tahun_lalu: bool = False

    @property
    def tahun_lalu(self) -> str:
        """The year that could be copied, as text."""
        return str(self.siklus.tahun - 1)


def skp_terlihat(pelaku: Pelaku) -> QuerySet[SKP]:
    """The SKP this person may read, with everything their pages name."""
    terkait = ("pegawai", "penilai", "atasan_penilai", "unit", "siklus", "penempatan__jabatan")
    return terlihat_oleh(SKP.objects.select_related(*terkait), pelaku, Izin.SKP_LIHAT)


def rhk_terlihat(pelaku: Pelaku) -> QuerySet[RencanaHasilKerja]:
    """The results this person may read."""
    return terlihat_oleh(RencanaHasilKerja.objects.select_related("skp__siklus"), pelaku, Izin.SKP_LIHAT)


def indikator_terlihat(pelaku: Pelaku) -> QuerySet[IndikatorKinerjaIndividu]:
    """The indicators this person may read."""
    semua = IndikatorKinerjaIndividu.objects.select_related("rhk__skp__siklus")
    return terlihat_oleh(semua, pelaku, Izin.SKP_LIHAT)


def riwayat_skp(skp: SKP) -> QuerySet[RiwayatSKP]:
    """The history of an SKP, the latest first."""
    return RiwayatSKP.objects.filter(objek=skp).select_related("oleh").order_by("-id")


def siklus_terbuka(hari: date) -> QuerySet[Siklus]:
    """The years one may plan: this one and those after it, the nearest first."""
    return Siklus.objects.filter(tahun__gte=hari.year).order_by("tahun")


_SIKLUS = KueriTetap(lambda tahun: Siklus.objects.filter(tahun__lte=tahun).order_by("-tahun")[:1], tahun=int)


def siklus_berjalan(hari: date) -> Siklus | None:
    """The year of `hari`; before it is set up, the latest one there is."""
    return _SIKLUS.pertama(tahun=hari.year)


def skp_saya(pegawai: Pegawai) -> list[SKP]:
    """All plans of a person that stand, the latest year first, each with how much it holds."""
    milik = SKP.objects.berlaku().filter(pegawai=pegawai)
    terkait = ("siklus", "unit", "penilai", "penempatan__jabatan")
    hitungan = {
        "banyak_rhk": Count("rhk", distinct=True),
        "banyak_iki": Count("rhk__indikator", distinct=True),
    }
    return list(milik.select_related(*terkait).annotate(**hitungan).order_by("-siklus__tahun", "-mulai"))


def tahun_saya(pegawai: Pegawai, hari: date) -> tuple[list[TahunSaya], list[SKP]]:
    """(this year and later with what may be begun, plans of earlier years): two queries."""
    semua = skp_saya(pegawai)
    berisi = {skp.siklus.tahun for skp in semua if skp.banyak_rhk}
    penempatan = pegawai.atasan.penempatan_id if hasattr(pegawai, "atasan") else None
    terbuka = [
        _tahun(siklus, semua, penempatan, siklus.tahun - 1 in berisi) for siklus in siklus_terbuka(hari)
    ]
    return terbuka, [skp for skp in semua if skp.siklus.tahun < hari.year]


def _tahun(siklus: Siklus, semua: list[SKP], penempatan: object, ada_tahun_lalu: bool) -> TahunSaya:
    milik = [skp for skp in semua if skp.siklus_id == siklus.pk]
    boleh_mulai = all(skp.penempatan_id != penempatan for skp in milik)
    return TahunSaya(siklus, milik, boleh_mulai, ada_tahun_lalu)


def pegawai_terlihat(pelaku: Pelaku) -> QuerySet[Pegawai]:
    """The people whose plans this person may read; of them he may see the team, too."""
    return terlihat_oleh(Pegawai.objects.all(), pelaku, Izin.SKP_LIHAT)


def tim(
    penilai: Pegawai | UUID, siklus: Siklus | int | None, pembaca: Pelaku | None = None
) -> QuerySet[Pegawai]:
    """The team of `penilai`: whom he assesses today, and whose plan of this year names him.

    Each person carries `skp_ringkas`, a dict of id, status and version of the plan that stands, or None.
    In the order of lists; other layers may annotate more. `pembaca` is somebody else who looks: of the
    team he finds those whose plans he may read himself.
    """
    kini = Atasan.objects.filter(penilai=penilai).values("pegawai_id")
    tertulis = SKP.objects.berlaku().filter(penilai=penilai, siklus=siklus).values("pegawai_id")
    milik = SKP.objects.berlaku().filter(pegawai=OuterRef("pk"), siklus=siklus).order_by("-mulai", "-id")
    ringkas = milik.values(isi=JSONObject(id="id", status="status", versi="versi"))[:1]
    orang = Pegawai.objects.wajib_skp() if pembaca is None else pegawai_terlihat(pembaca).wajib_skp()
    orang = orang.filter(Q(pk__in=kini.order_by().union(tertulis.order_by())))
    terkait = ("atasan__penempatan__jabatan", "atasan__unit")
    status = Subquery(milik.values("status")[:1])
    return (
        orang.select_related(*terkait)
        .only(*BARIS_TIM)
        .annotate(skp_ringkas=Subquery(ringkas), status_skp=status)
        .order_by("nama", "id")
    )


def hitung_status(anggota: QuerySet[Pegawai]) -> dict[str, int]:
    """How many of a team have a plan in each status; without a plan: BELUM."""
    return {status or BELUM: n for status, n in _hitungan(anggota)}


def _hitungan(anggota: QuerySet[Pegawai]) -> QuerySet[Any]:
    return anggota.order_by().values("status_skp").annotate(n=Count("pk")).values_list("status_skp", "n")


_HITUNGAN_SENDIRI = KueriTetap(
    lambda penilai, siklus: _hitungan(tim(penilai, siklus)), penilai=UUID, siklus=int
)


def hitung_tim_sendiri(penilai: Pegawai, siklus: Siklus) -> dict[str, int]:
    """`hitung_status` of the whole team of the assessor who looks himself."""
    return {status or BELUM: n for status, n in _HITUNGAN_SENDIRI(penilai=penilai.pk, siklus=siklus.pk)}


_TIM_SENDIRI = KueriTetap(
    lambda penilai, siklus: tim(penilai, siklus)[: UKURAN_HALAMAN + 1], penilai=UUID, siklus=int
)


def awal_tim_sendiri(penilai: Pegawai, siklus: Siklus) -> list[Pegawai]:
    """The first page of `tim` for the assessor who looks himself, and one more when there is one."""
    return _TIM_SENDIRI(penilai=penilai.pk, siklus=siklus.pk)


def menunggu_tahun_lain(penilai: Pegawai, siklus: Siklus | None) -> list[tuple[int, int]]:
    """(year, how many plans wait for this assessor) for other years than that of the list, in their order.

    Plans of the next year are handed in while this year's list is still open, and the other way round.
    """
    if siklus is None:
        return list(_menunggu(penilai.pk))
    return _MENUNGGU_LAIN(penilai=penilai.pk, siklus=siklus.pk)


def _menunggu(penilai: UUID) -> QuerySet[Any]:
    semua = SKP.objects.filter(penilai=penilai, status=StatusSKP.DIAJUKAN).order_by("siklus__tahun")
    return semua.values_list("siklus__tahun").annotate(n=Count("pk"))


_MENUNGGU_LAIN = KueriTetap(
    lambda penilai, siklus: _menunggu(penilai).exclude(siklus=siklus), penilai=UUID, siklus=int
)


def siklus_tahun(tahun: str, hari: date) -> Siklus | None:
    """The year that an address names; with none, or one that is not there, the running one."""
    bernama = Siklus.objects.filter(tahun=tahun).first() if tahun.isdecimal() and len(tahun) == 4 else None
    return bernama or siklus_berjalan(hari)


def saring_status(anggota: QuerySet[Pegawai], status: str) -> QuerySet[Pegawai]:
    """Those of a team whose plan has this status; an unknown word filters nothing."""
    if status == BELUM:
        return anggota.filter(status_skp__isnull=True)
    return anggota.filter(status_skp=status) if status in StatusSKP.values else anggota
