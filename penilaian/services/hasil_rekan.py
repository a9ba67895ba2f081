"""What colleagues answered, for whoever may read it: the person, his assessor and his superior. Nobody else."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from pegawai.models import Pegawai
from penilaian.aturan.kuesioner_rekan import BELUM_TAHU
from penilaian.enums import KeadaanRekan, NilaiPerilaku
from penilaian.models import HasilRekan, KuesionerRekan
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
    subtracted. At most three queries.
    """
    semua = (
        HasilRekan.objects.filter(pegawai=pegawai, periode__in=list(periode_ids))
        .select_related("periode__siklus", "periode__undian_rekan")
        .order_by("periode__mulai", "periode__nomor", "id")
    )
    hasil = list(terlihat_oleh(semua, pelaku, Izin.REKAN_HASIL_LIHAT))
    kuesioner = _kuesioner(hasil)
    return [_satu(h, kuesioner) for h in hasil]


def _kuesioner(hasil: list[HasilRekan]) -> dict[int, KuesionerRekan]:
    """The versions that were used, with their questions; not asked for when there is nothing to show."""
    ids = {h.periode.undian_rekan.kuesioner_id for h in hasil if h.keadaan == KeadaanRekan.TAMPIL}
    if not ids:
        return {}
    return KuesionerRekan.objects.prefetch_related("butir").in_bulk(ids)


def _satu(hasil: HasilRekan, kuesioner: dict[int, KuesionerRekan]) -> HasilPeriode:
    if hasil.keadaan != KeadaanRekan.TAMPIL:
        return HasilPeriode(hasil.pk, hasil.periode, hasil.keadaan)
    versi = kuesioner[hasil.periode.undian_rekan.kuesioner_id]
    butir = [
        ButirHasil(
            b.nama,
            b.pertanyaan,
            [str(NilaiPerilaku(n).label) for n in b.nilai],
            _baris(hasil.butir.get(b.kode), versi.skala),
        )
        for b in versi.butir.all()
    ]
    return HasilPeriode(hasil.pk, hasil.periode, hasil.keadaan, hasil.jumlah, butir, list(hasil.teks))


def _baris(hitungan: list[int] | None, skala: list[str]) -> list[BarisRekan] | None:
    if hitungan is None:
        return None
    terbanyak = max(hitungan)
    tingkat = [*range(1, len(skala) + 1), 0]
    return [
        BarisRekan(label, n, n * 100 // terbanyak, t)
        for label, n, t in zip([*skala, BELUM_TAHU], hitungan, tingkat, strict=True)
    ]
