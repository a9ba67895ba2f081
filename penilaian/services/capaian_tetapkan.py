"""Preparing, setting and correcting the label of a unit (8.2; SE MenPANRB 3/2023)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.alur import jalankan
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from penilaian.enums import JenisDasarCapaian, PilihanCapaian, StatusCapaian
from penilaian.models import CapaianOrganisasi, IndikatorCapaian
from penilaian.workflow import ALUR_CAPAIAN


@dataclass(frozen=True)
class BarisDasar:
    """One indicator or action of the performance agreement with what came of it."""

    uraian: str
    satuan: str
    arah: str
    target: Decimal
    realisasi: Decimal


@dataclass(frozen=True)
class IsianCapaian:
    """A label with its basis, as typed."""

    predikat: PilihanCapaian
    jenis_dasar: JenisDasarCapaian
    uraian: str
    rujukan: str = ""
    indikator: tuple[BarisDasar, ...] = field(default=())


@transaction.atomic
def siapkan(*, capaian: CapaianOrganisasi, oleh: Pegawai, isian: IsianCapaian) -> CapaianOrganisasi:
    """Keep the recommendation of whoever manages performance; the leader who sets the label is told.

    Raises PermissionDenied, or TransisiDitolak without a basis or once the label is set.
    """
    _periksa(capaian, isian, menetapkan=False)
    hasil = jalankan(
        alur=ALUR_CAPAIAN,
        objek=capaian,
        aksi="siapkan",
        oleh=oleh,
        usulan=int(isian.predikat),
        disiapkan_pada=timezone.now(),
        disiapkan_oleh=oleh,
        **_dasar(isian),
    )
    _tulis_indikator(hasil, isian.indikator)
    kirim(
        penerima=hasil.penetap,
        jenis=JenisPesan.CAPAIAN_DISIAPKAN,
        kunci=f"{JenisPesan.CAPAIAN_DISIAPKAN}:{hasil.pk}:{timezone.now().isoformat()}",
        data=_data(hasil, oleh) | {"usulan": str(isian.predikat.label)},
        tautan=reverse("penilaian:capaian-rinci", args=[hasil.pk]),
    )
    return hasil


@transaction.atomic
def tetapkan(
    *, capaian: CapaianOrganisasi, oleh: Pegawai, isian: IsianCapaian, alasan: str = ""
) -> CapaianOrganisasi:
    """Set the label, or correct it with `alasan` once it is set; the head of the unit is told.

    What was signed before a correction keeps the label it was signed with. Raises PermissionDenied, or
    TransisiDitolak without a basis, without a reason for a correction, or without the outside document when
    the head of the top unit sets it himself.
    """
    _periksa(capaian, isian, menetapkan=True)
    aksi = "ubah" if capaian.status == StatusCapaian.DITETAPKAN else "tetapkan"
    hasil = jalankan(
        alur=ALUR_CAPAIAN,
        objek=capaian,
        aksi=aksi,
        oleh=oleh,
        catatan=alasan,
        predikat=int(isian.predikat),
        ditetapkan_pada=timezone.now(),
        ditetapkan_oleh=oleh,
        **_dasar(isian),
    )
    _tulis_indikator(hasil, isian.indikator)
    if hasil.kepala_id != oleh.pk:
        kirim(
            penerima=hasil.kepala,
            jenis=JenisPesan.CAPAIAN_DITETAPKAN,
            kunci=f"{JenisPesan.CAPAIAN_DITETAPKAN}:{hasil.pk}:{timezone.now().isoformat()}",
            data=_data(hasil, oleh) | {"capaian": str(isian.predikat.label)},
            tautan=reverse("penilaian:capaian-rinci", args=[hasil.pk]),
        )
    return hasil


def sebutan_masa(capaian: CapaianOrganisasi) -> str:
    """“Triwulan IV 2026” or “Tahun 2026”, in Indonesian whoever asks: for data that others read later."""
    return capaian.periode.sebutan_baku if capaian.periode else f"Tahun {capaian.siklus}"


def _periksa(capaian: CapaianOrganisasi, isian: IsianCapaian, *, menetapkan: bool) -> None:
    if not isian.uraian.strip():
        raise TransisiDitolak(_("Tulis uraian capaian yang menjadi dasarnya."), "dasar")
    if menetapkan and capaian.sendiri and not isian.rujukan.strip():
        raise TransisiDitolak(
            _("Unit ini tidak punya atasan di instansi. Sebutkan dokumen pihak luar yang menjadi rujukan."),
            "rujukan",
        )


def _dasar(isian: IsianCapaian) -> dict[str, str]:
    return {
        "jenis_dasar": str(isian.jenis_dasar),
        "uraian": isian.uraian.strip(),
        "rujukan": isian.rujukan.strip(),
    }


def _tulis_indikator(capaian: CapaianOrganisasi, baris: Iterable[BarisDasar]) -> None:
    capaian.indikator.all().delete()
    IndikatorCapaian.objects.bulk_create(
        IndikatorCapaian(
            capaian=capaian,
            urutan=urutan,
            uraian=satu.uraian,
            satuan=satu.satuan,
            arah=satu.arah,
            target=satu.target,
            realisasi=satu.realisasi,
        )
        for urutan, satu in enumerate(baris, 1)
    )


def _data(capaian: CapaianOrganisasi, oleh: Pegawai) -> dict[str, str]:
    return {"nama": oleh.nama, "unit": capaian.unit.sebutan, "periode": sebutan_masa(capaian)}
