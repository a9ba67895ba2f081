"""The assessor's queue of one period: where he is in it, and its pages by key."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from inti.kueri import KueriTetap
from penilaian.enums import StatusEvaluasi
from penilaian.models import EvaluasiPeriodik
from penilaian.services.baca import DINILAI
from sasaran.enums import StatusPeriode
from sasaran.models import Periode

PER_HALAMAN = 25
KUNCI = ("pegawai__nama", "pk")
MENUNGGU = (StatusEvaluasi.TERBUKA, StatusEvaluasi.DIAJUKAN)


@dataclass(frozen=True)
class Posisi:
    """How far the assessor is with this period, and who comes before and after this person by name."""

    selesai: int
    dari: int
    sebelumnya: UUID | None
    berikutnya: UUID | None


@dataclass(frozen=True)
class Halaman:
    """One page of the queue, with the keys of its neighbours (None: there is none)."""

    baris: list[EvaluasiPeriodik]
    sebelumnya: UUID | None
    berikutnya: UUID | None


def antrean(penilai_id: UUID | None, periode_id: UUID | None) -> QuerySet[EvaluasiPeriodik]:
    """The evaluations this person has to deliver for a period, by name."""
    semua = EvaluasiPeriodik.objects.filter(penilai_id=penilai_id, periode_id=periode_id)
    return semua.order_by(*KUNCI)


def posisi(evaluasi: EvaluasiPeriodik) -> Posisi:
    """Where `evaluasi` stands in the queue of its assessor: three statements."""
    semua = antrean(evaluasi.penilai_id, evaluasi.periode_id)
    jumlah = semua.order_by().aggregate(dari=Count("pk"), selesai=Count("pk", filter=Q(status__in=DINILAI)))
    return Posisi(
        selesai=jumlah["selesai"],
        dari=jumlah["dari"],
        sebelumnya=_tetangga(semua.reverse(), sebelum(evaluasi)),
        berikutnya=_tetangga(semua, sesudah(evaluasi)),
    )


def berikutnya_siap(evaluasi: EvaluasiPeriodik) -> UUID | None:
    """The next person whose self-assessment waits for this assessor: after this one, else from the top."""
    siap = antrean(evaluasi.penilai_id, evaluasi.periode_id).filter(status=StatusEvaluasi.DIAJUKAN)
    return _tetangga(siap, sesudah(evaluasi)) or siap.values_list("pk", flat=True).first()


_PERIODE_DINILAI = KueriTetap(
    lambda penilai: (
        Periode.objects.filter(
            Exists(EvaluasiPeriodik.objects.filter(penilai=penilai, periode=OuterRef("pk")))
        )
        .select_related("siklus")
        .order_by("-mulai", "-nomor")
    ),
    penilai=UUID,
)
_HITUNG_STATUS = KueriTetap(
    lambda penilai, periode: antrean(penilai, periode).order_by().values_list("status").annotate(Count("pk")),
    penilai=UUID,
    periode=UUID,
)


def periode_dinilai(penilai_id: UUID | None) -> list[Periode]:
    """The periods in which this person assesses somebody, newest first."""
    return _PERIODE_DINILAI(penilai=penilai_id) if penilai_id else []


def periode_terpilih(periode: list[Periode], pilihan: UUID | None) -> Periode | None:
    """The chosen period of the list; else the one that is open, else the newest."""
    tepat = next((p for p in periode if p.pk == pilihan), None)
    terbuka = next((p for p in periode if p.status == StatusPeriode.TERBUKA), None)
    return tepat or terbuka or next(iter(periode), None)


def hitung_status(penilai_id: UUID | None, periode_id: UUID | None) -> Mapping[str, int]:
    """How many evaluations of the queue are in each status."""
    if penilai_id is None or periode_id is None:
        return {}
    return dict(_HITUNG_STATUS(penilai=penilai_id, periode=periode_id))


def halaman(semua: QuerySet[EvaluasiPeriodik], *, mulai: UUID | None = None, mundur: bool = False) -> Halaman:
    """One page of `semua` (ordered by KUNCI), beginning after the row `mulai`, or ending before it.

    An unknown key shows the first page. At most three statements at any size.
    """
    acuan = EvaluasiPeriodik.objects.select_related("pegawai").filter(pk=mulai).first() if mulai else None
    mundur = mundur and acuan is not None
    terkait = semua.select_related("pegawai", "unit", "skp__penempatan__jabatan", "periode")
    if acuan is not None:
        terkait = terkait.filter(sebelum(acuan) if mundur else sesudah(acuan))
    baris = list((terkait.reverse() if mundur else terkait)[: PER_HALAMAN + 1])
    lebih = len(baris) > PER_HALAMAN
    baris = baris[:PER_HALAMAN]
    if mundur:
        baris.reverse()
    ada_sebelum, ada_sesudah = (lebih, True) if mundur else (acuan is not None, lebih)
    return Halaman(
        baris,
        baris[0].pk if baris and ada_sebelum else None,
        baris[-1].pk if baris and ada_sesudah else None,
    )


def sesudah(evaluasi: EvaluasiPeriodik) -> Q:
    """Rows that come after this one by name."""
    nama = evaluasi.pegawai.nama
    return Q(pegawai__nama__gt=nama) | Q(pegawai__nama=nama, pk__gt=evaluasi.pk)


def sebelum(evaluasi: EvaluasiPeriodik) -> Q:
    """Rows that come before this one by name."""
    nama = evaluasi.pegawai.nama
    return Q(pegawai__nama__lt=nama) | Q(pegawai__nama=nama, pk__lt=evaluasi.pk)


def _tetangga(semua: QuerySet[EvaluasiPeriodik], syarat: Q) -> UUID | None:
    return semua.filter(syarat).values_list("pk", flat=True).first()
