"""The inboxes of the cast: what the year of the demo would have told them, sent by nobody."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F
from django.urls import reverse

from pegawai.models import Pegawai
from pelaksanaan.models import UmpanBalik
from pemberitahuan.models import JenisPesan, Pesan, StatusSurel
from penghargaan.models import UsulanPenghargaan
from penilaian.enums import StatusEvaluasi
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan

PER_JENIS = 4  # newest of each kind in one inbox
DIBACA_SETELAH = timedelta(hours=5)
BARU = timedelta(days=2)  # what is younger has not been read yet


def isi_kabar(hari_ini: date, orang: list[Pegawai]) -> None:
    """Write the messages of these people; what is older than two days is read, and no e-mail leaves."""
    semua = (_hasil, _tahunan, _diajukan, _umpan, _piagam)
    Pesan.objects.bulk_create(pesan for satu in orang for jenis in semua for pesan in jenis(satu))
    Pesan.objects.filter(penerima__in=orang, dibuat_pada__date__lt=hari_ini - BARU).update(
        dibaca_pada=F("dibuat_pada") + DIBACA_SETELAH
    )


def _pesan(orang: Pegawai, jenis: JenisPesan, kunci: str, pada: datetime, tautan: str, **data: Any) -> Pesan:
    return Pesan(
        penerima=orang,
        jenis=jenis,
        kunci=f"{jenis}:{kunci}",
        data=data,
        tautan=tautan,
        dibuat_pada=pada,
        status_surel=StatusSurel.TIDAK_PERLU,
        coba_lagi_pada=None,
    )


def _hasil(orang: Pegawai) -> Iterator[Pesan]:
    milik = EvaluasiPeriodik.objects.filter(pegawai=orang, disampaikan_pada__isnull=False)
    for e in milik.select_related("penilai", "periode__siklus").order_by("-disampaikan_pada")[:PER_JENIS]:
        yield _pesan(
            orang,
            JenisPesan.EVALUASI_DISAMPAIKAN,
            str(e.pk),
            e.disampaikan_pada,
            reverse("penilaian:hasil", args=[e.pk]),
            nama=e.penilai.nama,
            periode=e.periode.sebutan_baku,
        )


def _tahunan(orang: Pegawai) -> Iterator[Pesan]:
    milik = EvaluasiTahunan.objects.sudah_sampai().filter(pegawai=orang, rekaman__isnull=False)
    for e in milik.select_related("penilai", "siklus"):
        tautan = reverse("penilaian:tahunan-hasil", args=[e.pk])
        yield _pesan(
            orang,
            JenisPesan.TAHUNAN_DISAMPAIKAN,
            str(e.pk),
            e.disampaikan_pada,
            tautan,
            nama=e.penilai.nama,
            tahun=str(e.siklus),
        )


def _diajukan(orang: Pegawai) -> Iterator[Pesan]:
    giliran = EvaluasiPeriodik.objects.filter(penilai=orang, status=StatusEvaluasi.DIAJUKAN)
    for e in giliran.select_related("pegawai", "periode__siklus").order_by("-diajukan_pada")[:PER_JENIS]:
        yield _pesan(
            orang,
            JenisPesan.PENILAIAN_DIRI_DIAJUKAN,
            f"{e.pk}:{e.diajukan_pada.isoformat()}",
            e.diajukan_pada,
            reverse("penilaian:nilai", args=[e.pk]),
            nama=e.pegawai.nama,
            periode=e.periode.sebutan_baku,
        )


def _umpan(orang: Pegawai) -> Iterator[Pesan]:
    milik = UmpanBalik.objects.filter(skp__pegawai=orang, laporan__isnull=False).exclude(pemberi=orang)
    for u in milik.select_related("pemberi", "laporan__indikator").order_by("-dibuat_pada")[:PER_JENIS]:
        yield _pesan(
            orang,
            JenisPesan.UMPAN_BALIK,
            str(u.pk),
            u.dibuat_pada,
            reverse("pelaksanaan:rinci", args=[u.laporan_id]) + "#umpan-balik",
            nama=u.pemberi.nama_lengkap,
            tentang=u.laporan.indikator.uraian,
        )


def _piagam(orang: Pegawai) -> Iterator[Pesan]:
    milik = UsulanPenghargaan.objects.filter(pegawai=orang, diputuskan_pada__isnull=False)
    for u in milik.diberikan().select_related("kebijakan", "siklus"):
        yield _pesan(
            orang,
            JenisPesan.PENGHARGAAN_DIBERIKAN,
            str(u.pk),
            u.diputuskan_pada,
            reverse("penghargaan:usulan", args=[u.pk]),
            nama=orang.nama_lengkap,
            penghargaan=u.kebijakan.nama,
            tahun=str(u.siklus.tahun),
        )
