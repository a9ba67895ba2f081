"""The spread of an assessor's labels beside the label of his organisation: counts, warnings, his reason.

What is warned about never blocks and never changes a rating (PermenPANRB 6/2022, Lampiran IV.B.2: a consideration
for the assessor). Whoever signs many at once while a warning stands writes why, once per set of warnings.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from inti.kalender import hari_ini
from inti.kueri import KueriTetap
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from penilaian.aturan.distribusi import HasilDistribusi, periksa
from penilaian.aturan.kurva import kurva_svg
from penilaian.aturan.predikat import LABEL_PREDIKAT, Predikat, matriks_pada
from penilaian.models import DistribusiPenilai, EvaluasiPeriodik, EvaluasiTahunan
from penilaian.services.capaian import LabelOrganisasi, label_banyak
from sasaran.models import Periode, Siklus

KOLOM = ("pk", "penilai_id", "unit_id", "rating_hasil", "rating_perilaku", "predikat")


class AlasanDiperlukan(TransisiDitolak):
    """A warning stands that no stored reason covers; `keadaan` says which."""

    def __init__(self, keadaan: "KeadaanDistribusi") -> None:
        super().__init__(
            _("Sebaran predikat berbeda dari pedoman. Tulis alasannya; penilaian Anda tidak berubah."),
            "alasan",
        )
        self.keadaan = keadaan


@dataclass(frozen=True)
class KeadaanDistribusi:
    """One assessor in one period (or year): his team, counts with drafts included, label, warnings, reasons."""

    penilai_id: UUID | None
    siklus: Siklus
    periode: Periode | None
    anggota: int
    hitungan: Mapping[Predikat, int]
    label: LabelOrganisasi | None
    hasil: HasilDistribusi | None
    alasan: list[DistribusiPenilai] = field(default_factory=list)

    @property
    def dinilai(self) -> int:
        """How many of the team have both ratings, be it as a draft."""
        return sum(self.hitungan.values())

    @property
    def kode_peringatan(self) -> frozenset[str]:
        """The keys of the warnings that stand now."""
        return frozenset(p.kode for p in self.hasil.peringatan) if self.hasil else frozenset()

    @property
    def perlu_alasan(self) -> bool:
        """A warning stands that no reason written so far covers."""
        beralasan = {kode for satu in self.alasan for kode in satu.peringatan}
        return not self.kode_peringatan <= beralasan

    @property
    def baris(self) -> list[tuple[str, int, bool]]:
        """The table beside the picture: label, people, whether the curve has its peak there."""
        puncak = self.hasil.puncak if self.hasil else None
        return [(t(LABEL_PREDIKAT[p]), self.hitungan.get(p, 0), p is puncak) for p in Predikat]

    @property
    def gambar(self) -> str:
        """The curve with the team's own counts, as SVG; empty without a label."""
        if self.label is None:
            return ""
        judul = _("Kurva pola distribusi untuk capaian organisasi %(capaian)s") % {
            "capaian": self.label.predikat.label
        }
        kata = {p: t(satu) for p, satu in LABEL_PREDIKAT.items()}
        return kurva_svg(int(self.label.predikat), judul=judul, label=kata, hitungan=self.hitungan)


def keadaan(
    *, penilai_id: UUID | None, siklus: Siklus, periode: Periode | None = None, pada: date | None = None
) -> KeadaanDistribusi:
    """The distribution of this assessor in `periode`, or in the year without one. Three queries.

    A draft with both ratings counts with the label it would get, so that the picture is there before signing.
    The organisation label is that of most of the team. `pada` (today in the zone of the year) dates the rules.
    """
    hari = pada or hari_ini(siklus.zona, timezone.now())
    anggota = _anggota(penilai_id, siklus, periode)
    matriks = matriks_pada(min(hari, _akhir(siklus, periode)))
    hitungan = Counter(p for e in anggota if (p := _predikat(e, matriks)))
    label = _label(anggota, siklus, periode, hari)
    return KeadaanDistribusi(
        penilai_id=penilai_id,
        siklus=siklus,
        periode=periode,
        anggota=len(anggota),
        hitungan={p: hitungan.get(p, 0) for p in Predikat},
        label=label,
        hasil=periksa(int(label.predikat), hitungan, min(hari, _akhir(siklus, periode))) if label else None,
        alasan=_alasan(penilai_id, siklus, periode),
    )


@transaction.atomic
def pastikan_beralasan(
    *, oleh: Pegawai, siklus: Siklus, periode: Periode | None = None, alasan: str = ""
) -> KeadaanDistribusi:
    """What is asked before `oleh` signs many: a reason for warnings that none covers yet.

    Stores `alasan` with the counts when it is needed and given. Raises AlasanDiperlukan when it is needed and
    missing; otherwise nothing is asked. Returns the distribution as it stands.
    """
    kini = keadaan(penilai_id=oleh.pk, siklus=siklus, periode=periode)
    if not kini.perlu_alasan:
        return kini
    if not alasan.strip():
        raise AlasanDiperlukan(kini)
    return _simpan(kini, oleh, alasan)


@transaction.atomic
def tulis_alasan(
    *, oleh: Pegawai, siklus: Siklus, periode: Periode | None = None, alasan: str
) -> KeadaanDistribusi:
    """Store why `oleh` keeps to this spread, with the counts of this moment.

    Raises TransisiDitolak without a reason, or when there is no warning that asks for one.
    """
    kini = keadaan(penilai_id=oleh.pk, siklus=siklus, periode=periode)
    if not kini.kode_peringatan:
        raise TransisiDitolak(_("Tidak ada peringatan yang memerlukan alasan."), "syarat")
    if not alasan.strip():
        raise AlasanDiperlukan(kini)
    return _simpan(kini, oleh, alasan)


def alasan_terlihat(pelaku: Pelaku) -> QuerySet[DistribusiPenilai]:
    """The reasons this person may read, newest first."""
    semua = DistribusiPenilai.objects.select_related("penilai", "unit", "siklus", "periode__siklus")
    return terlihat_oleh(semua, pelaku, Izin.DISTRIBUSI_LIHAT).order_by("-pada", "id")


def _simpan(kini: KeadaanDistribusi, oleh: Pegawai, alasan: str) -> KeadaanDistribusi:
    if kini.label is None:
        raise ValueError("a warning without a label")
    baris = DistribusiPenilai.objects.create(
        penilai=oleh,
        unit_id=kini.label.unit_id,
        siklus=kini.siklus,
        periode=kini.periode,
        capaian=kini.label.predikat,
        hitungan={str(int(p)): n for p, n in kini.hitungan.items()},
        peringatan=sorted(kini.kode_peringatan),
        alasan=alasan.strip(),
    )
    kini.alasan.insert(0, baris)
    return kini


@dataclass(frozen=True)
class _Dinilai:
    """An evaluation of the team as far as the distribution looks at it."""

    pk: UUID
    penilai_id: UUID
    unit_id: UUID
    rating_hasil: int | None
    rating_perilaku: int | None
    predikat: int | None


_ANGGOTA_PERIODE = KueriTetap(
    lambda penilai, periode: EvaluasiPeriodik.objects.filter(
        penilai_id=penilai, periode_id=periode
    ).values_list(*KOLOM),
    penilai=UUID,
    periode=UUID,
)
_ANGGOTA_TAHUN = KueriTetap(
    lambda penilai, siklus: EvaluasiTahunan.objects.filter(penilai_id=penilai, siklus_id=siklus).values_list(
        *KOLOM
    ),
    penilai=UUID,
    siklus=int,
)
_ALASAN_PERIODE = KueriTetap(
    lambda penilai, siklus, periode: DistribusiPenilai.objects.filter(
        penilai_id=penilai, siklus_id=siklus, periode_id=periode
    ),
    penilai=UUID,
    siklus=int,
    periode=UUID,
)
_ALASAN_TAHUN = KueriTetap(
    lambda penilai, siklus: DistribusiPenilai.objects.filter(
        penilai_id=penilai, siklus_id=siklus, periode=None
    ),
    penilai=UUID,
    siklus=int,
)


def _anggota(penilai_id: UUID | None, siklus: Siklus, periode: Periode | None) -> list[_Dinilai]:
    if penilai_id is None:
        return []
    if periode is not None:
        return [_Dinilai(*b) for b in _ANGGOTA_PERIODE(penilai=penilai_id, periode=periode.pk)]
    return [_Dinilai(*b) for b in _ANGGOTA_TAHUN(penilai=penilai_id, siklus=siklus.pk)]


def _predikat(evaluasi: Any, matriks: Any) -> Predikat | None:
    """The label an evaluation has, or would get from the ratings of its draft."""
    if evaluasi.predikat is not None:
        return Predikat(evaluasi.predikat)
    if evaluasi.rating_hasil is None or evaluasi.rating_perilaku is None:
        return None
    return matriks[evaluasi.rating_hasil, evaluasi.rating_perilaku]


def _label(anggota: list[Any], siklus: Siklus, periode: Periode | None, hari: date) -> LabelOrganisasi | None:
    """The label most of the team have."""
    label = label_banyak(evaluasi=anggota, siklus=siklus, periode=periode, pada=hari)
    urut = Counter(label.values()).most_common(1)
    return urut[0][0] if urut else None


def _alasan(penilai_id: UUID | None, siklus: Siklus, periode: Periode | None) -> list[DistribusiPenilai]:
    if penilai_id is None:
        return []
    if periode is not None:
        return _ALASAN_PERIODE(penilai=penilai_id, siklus=siklus.pk, periode=periode.pk)
    return _ALASAN_TAHUN(penilai=penilai_id, siklus=siklus.pk)


def _akhir(siklus: Siklus, periode: Periode | None) -> date:
    """The last day of what is rated: its rules count."""
    return periode.selesai if periode else date(siklus.tahun, 12, 31)
