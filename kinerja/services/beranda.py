"""What the home page knows, in a fixed number of queries, whatever the size of team or government."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, F, FilteredRelation, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject

from akses.enums import Izin, Relasi
from akses.matriks import MATRIKS
from akses.pelaku import Pelaku
from akses.relasi import jalur_dari, q_salah_satu
from akses.services import terlihat_oleh
from inti.kalender import sisa_hari_kerja
from inti.kueri import KueriTetap
from inti.services.libur import set_libur
from pelaksanaan.models import Laporan, UmpanBalik
from pelaksanaan.services.realisasi import realisasi_per_indikator
from penilaian.enums import StatusEvaluasi
from penilaian.models import EvaluasiPeriodik
from sasaran.aturan.capaian import capaian
from sasaran.enums import StatusPeriode, StatusSKP
from sasaran.models import SKP, IndikatorKinerjaIndividu, Periode, RencanaHasilKerja
from sasaran.services.sumber import hasil_sumber

RELASI_PENGELOLA = frozenset(
    {Relasi.PENGELOLA_INSTANSI, Relasi.PENGELOLA_OPD, Relasi.PIMPINAN, Relasi.AUDITOR}
)
SUDAH_DISAMPAIKAN = frozenset({StatusEvaluasi.DISAMPAIKAN.value, StatusEvaluasi.DITERIMA.value})
PENUH = Decimal(100)


@dataclass(frozen=True)
class Capaian:
    """One indicator with what was reached in the year so far; None: nothing reported yet."""

    indikator: IndikatorKinerjaIndividu
    realisasi: Decimal | None
    persen: Decimal


@dataclass(frozen=True)
class Antrean:
    """Evaluations of one period that an assessor still has to deliver."""

    periode: Periode
    belum: int
    siap: int


@dataclass(frozen=True)
class Kemajuan:
    """How far a period is, within the scope of a role: label and number per status."""

    periode: Periode | None
    baris: list[tuple[str, str, int]]

    @property
    def jumlah(self) -> int:
        return sum(n for _status, _label, n in self.baris)

    @property
    def disampaikan(self) -> int:
        """How many employees have their result."""
        return sum(n for status, _label, n in self.baris if status in SUDAH_DISAMPAIKAN)


@dataclass(frozen=True)
class IsiBeranda:
    """Everything the page and its list of tasks are made of."""

    hari: date
    skp: SKP | None = None
    periode: list[Periode] = field(default_factory=list)
    capaian: list[Capaian] = field(default_factory=list)
    antrean: list[Antrean] = field(default_factory=list)
    libur: frozenset[date] = frozenset()
    kemajuan: Kemajuan | None = None
    wajib_skp: bool = True

    def sisa(self, batas: date, hari_per_pekan: int = 5) -> int:
        """Working days left until `batas`; negative when it has passed."""
        return sisa_hari_kerja(self.hari, batas, self.libur, hari_per_pekan)


def kumpulkan(pelaku: Pelaku, hari: date, *, wajib_skp: bool = True) -> IsiBeranda:
    """Read the home page of this person on this day: five queries, two more with a team and a role."""
    skp = _skp(pelaku, hari)
    periode = _periode(pelaku, hari)
    return IsiBeranda(
        hari=hari,
        skp=skp,
        periode=periode,
        capaian=_capaian(skp, hari),
        antrean=_antrean(pelaku, periode) if pelaku.menilai else [],
        libur=_libur(periode, hari),
        kemajuan=_kemajuan(pelaku, periode),
        wajib_skp=wajib_skp,
    )


def _banyak(model: type[Any], kolom: str = "skp") -> Coalesce:
    sama = model.objects.filter(**{kolom: OuterRef("pk")}).order_by()
    hitungan = sama.values(kolom).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(hitungan, output_field=IntegerField()), 0)


def _kueri_skp(pegawai: UUID, tahun_lalu: int, tahun_ini: int) -> QuerySet[SKP]:
    """His own plans of two years (a permission that hangs on nothing but his id)."""
    terakhir = UmpanBalik.objects.filter(skp=OuterRef("pk")).order_by("-dibuat_pada", "-id")
    isi = JSONObject(
        isi="isi",
        pemberi=F("pemberi__nama"),
        depan=F("pemberi__gelar_depan"),
        belakang=F("pemberi__gelar_belakang"),
        pemberi_id="pemberi_id",
        laporan_id="laporan_id",
        pada="dibuat_pada",
    )
    semua = (
        SKP.objects.berlaku()
        .filter(siklus__tahun__in=(tahun_lalu, tahun_ini))
        .select_related("siklus", "penilai")
        .annotate(
            banyak_laporan=_banyak(Laporan),
            banyak_umpan_balik=_banyak(UmpanBalik),
            banyak_rhk=_banyak(RencanaHasilKerja),
            umpan_balik_terakhir=Subquery(terakhir.values(data=isi)[:1]),
        )
    )
    milik = terlihat_oleh(semua, Pelaku(pegawai_id=pegawai), Izin.SKP_SUSUN)
    return milik.order_by("-siklus__tahun", "-mulai", "id")


_SKP = KueriTetap(_kueri_skp, pegawai=UUID, tahun_lalu=int, tahun_ini=int)


def _skp(pelaku: Pelaku, hari: date) -> SKP | None:
    """The plan in force today, else the latest of two years; with counts and the last feedback."""
    if pelaku.pegawai_id is None:
        return None
    calon = _SKP(pegawai=pelaku.pegawai_id, tahun_lalu=hari.year - 1, tahun_ini=hari.year)
    kini = [s for s in calon if s.mulai <= hari <= s.selesai]
    return next(iter(kini or calon), None)


def _kueri_periode(pegawai: UUID, tahun_lalu: int, tahun_ini: int) -> QuerySet[Periode]:
    """Periods of this year and those of last year still open, each with this person's evaluation, if any."""
    return (
        Periode.objects.filter(
            Q(siklus__tahun=tahun_ini) | Q(siklus__tahun=tahun_lalu, status=StatusPeriode.TERBUKA)
        )
        .select_related("siklus")
        .alias(milik=FilteredRelation("evaluasi", condition=Q(evaluasi__pegawai=pegawai)))
        .annotate(
            evaluasi_id=F("milik__id"),
            evaluasi_status=F("milik__status"),
            evaluasi_predikat=F("milik__predikat"),
        )
        .order_by("mulai", "nomor", "milik__dibuat_pada")
    )


_PERIODE = KueriTetap(_kueri_periode, pegawai=UUID, tahun_lalu=int, tahun_ini=int)


def _periode(pelaku: Pelaku, hari: date) -> list[Periode]:
    if pelaku.pegawai_id is None:
        return []
    return _PERIODE(pegawai=pelaku.pegawai_id, tahun_lalu=hari.year - 1, tahun_ini=hari.year)


_INDIKATOR = KueriTetap(
    lambda skp: IndikatorKinerjaIndividu.objects.filter(rhk__skp=skp).order_by(
        "rhk__urutan", "rhk_id", "urutan", "id"
    ),
    skp=UUID,
)


def _capaian(skp: SKP | None, hari: date) -> list[Capaian]:
    if skp is None or skp.status != StatusSKP.DISETUJUI:
        return []
    terkumpul = realisasi_per_indikator(skp_ids=[skp.pk], dari=skp.mulai, sampai=min(hari, skp.selesai))
    indikator = _INDIKATOR(skp=skp.pk)
    sumber = hasil_sumber(indikator, skp.mulai, min(hari, skp.selesai))
    terkumpul |= {pk: satu.nilai for pk, satu in sumber.items() if satu.cukup}
    return [_satu_capaian(satu, terkumpul.get(satu.pk)) for satu in indikator]


def _satu_capaian(indikator: IndikatorKinerjaIndividu, realisasi: Decimal | None) -> Capaian:
    if realisasi is None:
        return Capaian(indikator, None, Decimal(0))
    maks = indikator.target_maks
    target = indikator.target if maks is None else (indikator.target, maks)
    return Capaian(indikator, realisasi, min(PENUH, capaian(target, realisasi, indikator.arah)))


_ANTREAN = KueriTetap(
    lambda penilai: (
        EvaluasiPeriodik.objects.belum_disampaikan()
        .filter(penilai=penilai, periode__status=StatusPeriode.TERBUKA)
        .order_by()
        .values_list("periode_id")
        .annotate(belum=Count("pk"), siap=Count("pk", filter=Q(status=StatusEvaluasi.DIAJUKAN)))
    ),
    penilai=UUID,
)


def _antrean(pelaku: Pelaku, periode: Sequence[Periode]) -> list[Antrean]:
    """Per open period how many evaluations this assessor has to deliver, and how many are ready."""
    terbuka = {p.pk: p for p in periode if p.status == StatusPeriode.TERBUKA}
    if not terbuka:
        return []
    baris = _ANTREAN(penilai=pelaku.pegawai_id)
    antrean = [Antrean(terbuka[kunci], belum, siap) for kunci, belum, siap in baris if kunci in terbuka]
    return sorted(antrean, key=lambda a: a.periode.batas_penilaian)


def _libur(periode: Sequence[Periode], hari: date) -> frozenset[date]:
    """The days off until the last date the page counts to."""
    batas = [b for p in periode for b in (p.batas_penilaian_diri, p.batas_penilaian, p.selesai)]
    return set_libur(min([*batas, hari]), max([*batas, hari])) if batas else frozenset()


def _kemajuan(pelaku: Pelaku, periode: Sequence[Periode]) -> Kemajuan | None:
    """The running period in the scope of his roles: one count per status; None without such a role."""
    relasi = [r for r in RELASI_PENGELOLA & MATRIKS[Izin.EVALUASI_LIHAT] if pelaku.berperan(r)]
    if not relasi:
        return None
    dibuka = [p for p in periode if p.status != StatusPeriode.BELUM_DIBUKA]
    kini = next((p for p in dibuka if p.status == StatusPeriode.TERBUKA), dibuka[-1] if dibuka else None)
    if kini is None:
        return Kemajuan(None, [])
    hitungan = dict(
        EvaluasiPeriodik.objects.filter(
            q_salah_satu(relasi, jalur_dari(EvaluasiPeriodik), pelaku), periode=kini
        )
        .order_by()
        .values_list("status")
        .annotate(n=Count("pk"))
    )
    return Kemajuan(kini, [(s.value, str(s.label), hitungan.get(s.value, 0)) for s in StatusEvaluasi])
