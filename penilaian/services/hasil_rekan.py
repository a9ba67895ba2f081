"""What colleagues answered, for whoever may read it: the person, his assessor and his superior. Nobody else."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from akses.enums import Izin
from akses.kueri import KueriPelaku
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from pegawai.models import Pegawai
from penilaian.aturan.kuesioner_rekan import BELUM_TAHU
from penilaian.enums import KeadaanRekan, NilaiPerilaku
from penilaian.models import ButirRekan, HasilRekan
from sasaran.models import Periode


@dataclass(frozen=True)
class BarisRekan:
    """One answer to a question: its word, how many gave it, and in percent of the longest bar."""

    label: str
    jumlah: int
    persen: int
    tingkat: int  # 1 the best … n; 0 "belum cukup tahu"


@dataclass(frozen=True)
class ButirHasil:
    """One question with its values and its counts; no counts when too few could answer it."""

    nama: str
    pertanyaan: str
    nilai: list[str]
    baris: list[BarisRekan] | None


@dataclass(frozen=True)
class HasilPeriode:
    """Colleagues' answers of one period: the counts, or only why there are none."""

    kunci: UUID
    periode: Periode
    keadaan: str
    jumlah: int = 0
    butir: list[ButirHasil] = field(default_factory=list)
    teks: list[str] = field(default_factory=list)

    @property
    def tampil(self) -> bool:
        """Whether there are counts to show."""
        return self.keadaan == KeadaanRekan.TAMPIL


def untuk(pelaku: Pelaku, pegawai: Pegawai, periode_ids: Iterable[UUID]) -> list[HasilPeriode]:
    """What `pelaku` may read of colleagues' answers about `pegawai` in these periods, in their order.

    Empty when he may not, or when nobody was asked. Never a total over periods: two totals could be
    subtracted. One query, the questions of the version that was used included.
    """
    return [_satu(h) for h in _HASIL(pelaku, pegawai=pegawai.pk, periode=list(periode_ids))]


def _hasil(pelaku: Pelaku, pegawai: UUID, periode: list[UUID]) -> QuerySet[HasilRekan]:
    pertanyaan = ButirRekan.objects.filter(kuesioner__undian__periode=OuterRef("periode")).values(
        isi=JSONObject(kode="kode", nama="nama", pertanyaan="pertanyaan", nilai="nilai")
    )
    semua = (
        HasilRekan.objects.filter(pegawai=pegawai, periode__salah_satu=periode)
        .select_related("periode__siklus", "periode__undian_rekan__kuesioner")
        .annotate(pertanyaan=ArraySubquery(pertanyaan.order_by("urutan", "id")))
        .order_by("periode__mulai", "periode__nomor", "id")
    )
    return terlihat_oleh(semua, pelaku, Izin.REKAN_HASIL_LIHAT)


_HASIL = KueriPelaku(_hasil, Izin.REKAN_HASIL_LIHAT, pegawai=UUID, periode=list)


def _satu(hasil: Any) -> HasilPeriode:
    """`hasil`: a HasilRekan with `pertanyaan`, the questions it was asked by."""
    if hasil.keadaan != KeadaanRekan.TAMPIL:
        return HasilPeriode(hasil.pk, hasil.periode, hasil.keadaan)
    skala = hasil.periode.undian_rekan.kuesioner.skala
    butir = [
        ButirHasil(
            b["nama"],
            b["pertanyaan"],
            [str(NilaiPerilaku(n).label) for n in b["nilai"]],
            _baris(hasil.butir.get(b["kode"]), skala),
        )
        for b in hasil.pertanyaan
    ]
    return HasilPeriode(hasil.pk, hasil.periode, hasil.keadaan, hasil.jumlah, butir, list(hasil.teks))


def _baris(hitungan: list[int] | None, skala: list[str]) -> list[BarisRekan] | None:
    if hitungan is None:
        return None
    semua = sum(hitungan)  # the bars are parts of all answers: three of six is half
    tingkat = [*range(1, len(skala) + 1), 0]
    return [
        BarisRekan(label, n, n * 100 // semua, t)
        for label, n, t in zip([*skala, BELUM_TAHU], hitungan, tingkat, strict=True)
    ]
