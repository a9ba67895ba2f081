"""The employee's side: drafting and submitting the self-assessment, acknowledging the result."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from akses.alur import jalankan
from akses.enums import Izin
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from penilaian.enums import StatusEvaluasi
from penilaian.models import EvaluasiPeriodik, PenilaianHasil, PenilaianPerilaku
from penilaian.services import jaga
from penilaian.services.baca import Sudut
from penilaian.services.isian import siapkan_isian, tulis_realisasi
from penilaian.services.lembar import Lembar, susun_lembar
from penilaian.workflow import ALUR_EVALUASI


@dataclass(frozen=True)
class IsianDiri:
    """What an employee typed. What is not in a mapping stays as it was."""

    realisasi: Mapping[UUID, Decimal | None] = field(default_factory=dict)
    hasil: Mapping[UUID, str] = field(default_factory=dict)
    perilaku: Mapping[str, str] = field(default_factory=dict)
    catatan: str | None = None


@transaction.atomic
def simpan_penilaian_diri(
    *,
    evaluasi: EvaluasiPeriodik,
    oleh: Pegawai,
    isian: IsianDiri,
    kunci: UUID,
    versi: datetime | None = None,
) -> EvaluasiPeriodik:
    """Keep the draft of a self-assessment and return the evaluation as saved.

    `kunci` is the random key of the open page, `versi` the time of the last saving it was loaded with.
    Raises PermissionDenied; DrafUsang when another page saved in between; TransisiDitolak when it was
    already submitted or the period is closed. Does not touch what the assessor writes.
    """
    e = jaga.kunci(evaluasi=evaluasi, oleh=oleh, izin=Izin.EVALUASI_NILAI_DIRI)
    jaga.tolak_bila_skp_diubah(e)
    if e.status != StatusEvaluasi.TERBUKA:
        raise TransisiDitolak(
            _("Penilaian diri sudah diajukan, sehingga isian tidak dapat diubah."), "status"
        )
    jaga.tolak_bila_usang(
        pada=e.diri_pada, kunci_terakhir=e.diri_kunci, versi=versi, kunci_ini=kunci, zona=e.unit.zona
    )
    lembar = susun_lembar(e, Sudut.PEGAWAI)
    siapkan_isian(evaluasi=e, lembar=lembar)
    tulis_realisasi(evaluasi=e, lembar=lembar, realisasi=isian.realisasi)
    _tulis_uraian(e, lembar, isian)
    e.diri_pada, e.diri_kunci = jaga.kini(), kunci
    e.catatan_diri = e.catatan_diri if isian.catatan is None else isian.catatan
    e.save(update_fields=["diri_pada", "diri_kunci", "catatan_diri"])
    return e


def _tulis_uraian(evaluasi: EvaluasiPeriodik, lembar: Lembar, isian: IsianDiri) -> None:
    PenilaianHasil.objects.bulk_create(
        [
            PenilaianHasil(evaluasi=evaluasi, rhk_id=b.id, uraian_diri=isian.hasil[b.id])
            for b in lembar.hasil
            if b.id in isian.hasil
        ],
        update_conflicts=True,
        unique_fields=["evaluasi", "rhk"],
        update_fields=["uraian_diri"],
    )
    PenilaianPerilaku.objects.bulk_create(
        [
            PenilaianPerilaku(evaluasi=evaluasi, nilai=b.nilai.kode, uraian_diri=isian.perilaku[b.nilai.kode])
            for b in lembar.perilaku
            if b.nilai.kode in isian.perilaku
        ],
        update_conflicts=True,
        unique_fields=["evaluasi", "nilai"],
        update_fields=["uraian_diri"],
    )


def kekurangan_diri(lembar: Lembar) -> list[UUID]:
    """The indicators whose realisation is still missing; submitting needs every one."""
    return [satu.id for satu in lembar.indikator if satu.realisasi is None]


@transaction.atomic
def ajukan_penilaian_diri(
    *, evaluasi: EvaluasiPeriodik, oleh: Pegawai, kunci: UUID | None = None
) -> EvaluasiPeriodik:
    """Submit the self-assessment as saved; realisation and targets are frozen with it.

    `kunci`, when given, must be the page that saved last. Raises PermissionDenied, TransisiDitolak (also
    when a realisation is missing) or DrafUsang. The assessor is told.
    """
    e = jaga.kunci(evaluasi=evaluasi, oleh=oleh, izin=Izin.EVALUASI_NILAI_DIRI)
    jaga.tolak_bila_skp_diubah(e)
    _tolak_bila_disela(e.diri_pada, e.diri_kunci, kunci, e.unit.zona)
    lembar = susun_lembar(e, Sudut.PEGAWAI)
    if not lembar.hasil:
        raise TransisiDitolak(
            _("SKP ini belum memuat hasil kerja, sehingga belum ada yang dinilai."), "syarat"
        )
    if kekurangan_diri(lembar):
        raise TransisiDitolak(_("Isi realisasi setiap indikator; tulis 0 bila belum ada."), "syarat")
    siapkan_isian(evaluasi=e, lembar=lembar)
    tulis_realisasi(
        evaluasi=e, lembar=lembar, realisasi={satu.id: satu.realisasi for satu in lembar.indikator}
    )
    pada = jaga.kini()
    diajukan = jalankan(alur=ALUR_EVALUASI, objek=e, aksi="ajukan", oleh=oleh, diajukan_pada=pada)
    kirim(
        penerima=e.penilai,
        jenis=JenisPesan.PENILAIAN_DIRI_DIAJUKAN,
        kunci=f"penilaian_diri_diajukan:{e.pk}:{pada.isoformat()}",
        data={"nama": e.pegawai.nama, "periode": e.periode.sebutan_baku},
        tautan=reverse("penilaian:nilai", args=[e.pk]),
    )
    return diajukan


def _tolak_bila_disela(
    pada: datetime | None, kunci_terakhir: UUID | None, kunci: UUID | None, zona: str
) -> None:
    if kunci is not None and pada is not None and kunci_terakhir != kunci:
        raise jaga.DrafUsang(pada, zona)


@transaction.atomic
def terima(*, evaluasi: EvaluasiPeriodik, oleh: Pegawai, tanggapan: str = "") -> EvaluasiPeriodik:
    """Acknowledge a delivered result, with an answer if the employee has one. The assessor is told.

    A closed period does not prevent it: reading one's result is always possible. Raises PermissionDenied
    or TransisiDitolak.
    """
    pada = jaga.kini()
    e = jalankan(
        alur=ALUR_EVALUASI,
        objek=evaluasi,
        aksi="terima",
        oleh=oleh,
        catatan=tanggapan,
        tanggapan=tanggapan.strip(),
        diterima_pada=pada,
    )
    kirim(
        penerima=e.penilai,
        jenis=JenisPesan.EVALUASI_DITERIMA,
        kunci=f"evaluasi_diterima:{e.pk}",
        data={"nama": e.pegawai.nama, "periode": e.periode.sebutan_baku},
        tautan=reverse("penilaian:hasil", args=[e.pk]),
    )
    return e
