"""Reading requests to colleagues through the permission, for the pages of both sides."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from penilaian.enums import KeadaanRekan, StatusTugasRekan
from penilaian.models import HasilRekan, KuesionerRekan, TugasRekan, TugasTentang, UndianRekan
from penilaian.services.rekan_dasar import Masa, masa


@dataclass(frozen=True)
class Giliran:
    """What this person is asked in one period."""

    undian: UndianRekan
    masa: Masa
    tugas: list[TugasRekan]

    @property
    def sisa(self) -> int:
        """How many he has not answered."""
        return sum(t.status == StatusTugasRekan.MENUNGGU for t in self.tugas)


def tugas_saya(pelaku: Pelaku) -> QuerySet[TugasRekan]:
    """The requests to this person of running periods; nobody learns that he was struck out."""
    semua = TugasRekan.objects.exclude(status=StatusTugasRekan.DICORET).filter(
        hasil__keadaan=KeadaanRekan.BERJALAN
    )
    return terlihat_oleh(semua, pelaku, Izin.REKAN_JAWAB).select_related(
        "dinilai__atasan__penempatan__jabatan", "dinilai__atasan__unit", "periode__siklus"
    )


def giliran(pelaku: Pelaku) -> list[Giliran]:
    """The requests to this person by period, once they can be answered. Two queries."""
    per_periode: dict[UUID, list[TugasRekan]] = {}
    for tugas in tugas_saya(pelaku).order_by("periode__mulai", "dinilai__nama", "id"):
        per_periode.setdefault(tugas.periode_id, []).append(tugas)
    semua = [Giliran(u, masa(u), per_periode[u.pk]) for u in _undian(per_periode)]
    return [g for g in semua if g.masa.menjawab]


def undian_dari(periode_id: UUID) -> UndianRekan:
    """The draw of a period with its policy, its questions and its year."""
    return _undian([periode_id]).get()


def tentang_saya(pelaku: Pelaku) -> list[HasilRekan]:
    """What there is about this person, newest period first."""
    semua = HasilRekan.objects.select_related("periode__siklus", "periode__undian_rekan")
    milik = semua.filter(pegawai=pelaku.pegawai_id).order_by("-periode__mulai", "-periode__nomor")
    return list(terlihat_oleh(milik, pelaku, Izin.REKAN_HASIL_LIHAT)[:8])


def terlihat(pelaku: Pelaku) -> QuerySet[HasilRekan]:
    """What colleagues answered (or not yet) about people, as far as `pelaku` may read it."""
    semua = HasilRekan.objects.select_related("pegawai", "periode__siklus")
    return terlihat_oleh(semua, pelaku, Izin.REKAN_HASIL_LIHAT)


def tugas_tentang(pelaku: Pelaku) -> QuerySet[TugasTentang]:
    """Requests about people whom `pelaku` may strike out: his own and those of people he assesses."""
    semua = TugasTentang.objects.select_related("rekan", "dicoret_oleh", "dinilai")
    return terlihat_oleh(semua, pelaku, Izin.REKAN_CORET)


def diminta_tentang(pelaku: Pelaku, hasil: HasilRekan) -> list[TugasTentang]:
    """Who is asked about this person, while it runs: names, never who has answered."""
    if hasil.keadaan != KeadaanRekan.BERJALAN:
        return []
    return list(tugas_tentang(pelaku).filter(hasil=hasil).order_by("rekan__nama", "id"))


def butir(kuesioner: KuesionerRekan) -> list[object]:
    """The questions of a version in their order."""
    return list(kuesioner.butir.all())


def _undian(periode_ids: Iterable[UUID]) -> QuerySet[UndianRekan]:
    semua = UndianRekan.objects.filter(periode__in=list(periode_ids)).order_by("periode__mulai")
    return semua.select_related("periode__siklus", "kebijakan", "kuesioner")
