"""Trainings taken elsewhere: recorded with their certificate, checked by HR."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from akses.alur import jalankan
from akses.enums import Izin
from akses.services import wajib_boleh
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pelaksanaan.services.berkas import BerkasTerperiksa
from pelaksanaan.services.bukti import berkas_ikut_transaksi, buang_setelah_berhasil
from pelatihan.enums import StatusLuar
from pelatihan.models import PelatihanLuar
from pelatihan.workflow import ALUR_LUAR
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim


@dataclass(frozen=True)
class IsianLuar:
    """What the person says of a training."""

    nama: str
    jenis: int
    penyelenggara: str
    mulai: date
    selesai: date
    jp: int
    nomor: str


def catat(*, pegawai: Pegawai, oleh: Pegawai, isian: IsianLuar, berkas: BerkasTerperiksa) -> PelatihanLuar:
    """Record a training with its certificate for HR to check.

    Raises PermissionDenied for anybody but the person himself, ValidationError when the same certificate
    was recorded already.
    """
    wajib_boleh(oleh, Izin.KEBUTUHAN_TANGGAPI, pegawai)
    luar = PelatihanLuar(pegawai=pegawai, **isian.__dict__)
    with berkas_ikut_transaksi() as tertulis:
        _pasang(luar, berkas, tertulis)
        _simpan(luar)
    return luar


def perbaiki(
    *, luar: PelatihanLuar, oleh: Pegawai, isian: IsianLuar, berkas: BerkasTerperiksa | None
) -> PelatihanLuar:
    """Correct what HR sent back and submit it again; without a new file the old one stays.

    Raises PermissionDenied, TransisiDitolak, or ValidationError for a certificate recorded already.
    """
    lama = luar.berkas.name
    with berkas_ikut_transaksi() as tertulis:
        hasil = jalankan(alur=ALUR_LUAR, objek=luar, aksi="ajukan", oleh=oleh, **isian.__dict__)
        if berkas:
            _pasang(hasil, berkas, tertulis)
            _simpan(hasil)
            buang_setelah_berhasil([lama])
    return hasil


@transaction.atomic
def putuskan(*, luar: PelatihanLuar, aksi: str, oleh: Pegawai, catatan: str = "") -> PelatihanLuar:
    """HR takes it or sends it back with a note; the person is told. Nobody checks his own.

    Raises PermissionDenied or TransisiDitolak.
    """
    if oleh.pk == luar.pegawai_id:
        raise TransisiDitolak(_("Pelatihan Anda sendiri diperiksa oleh orang lain."), "syarat")
    hasil = _putus(luar, aksi, oleh, catatan)
    kirim(
        penerima=hasil.pegawai,
        jenis=JenisPesan.PELATIHAN_LUAR,
        kunci=f"pelatihan_luar:{hasil.pk}:{hasil.riwayat.count()}",
        data={
            "pelatihan": hasil.nama,
            "hasil": _("diterima") if aksi == "terima" else _("dikembalikan"),
            "catatan": catatan or "–",
        },
        tautan=f"/pelatihan/luar/{hasil.pk}/",
    )
    return hasil


def tarik(*, luar: PelatihanLuar, oleh: Pegawai) -> PelatihanLuar:
    """Withdraw what was not accepted. Raises PermissionDenied or TransisiDitolak."""
    return jalankan(alur=ALUR_LUAR, objek=luar, aksi="tarik", oleh=oleh)


def _putus(luar: PelatihanLuar, aksi: str, oleh: Pegawai, catatan: str) -> PelatihanLuar:
    """The move, then the note on the row itself (the workflow keeps its own in the history)."""
    PelatihanLuar.objects.filter(pk=luar.pk, status=StatusLuar.DIAJUKAN).update(catatan=catatan)
    return jalankan(alur=ALUR_LUAR, objek=luar, aksi=aksi, oleh=oleh, catatan=catatan)


def _pasang(luar: PelatihanLuar, berkas: BerkasTerperiksa, tertulis: list[str]) -> None:
    berkas.berkas.seek(0)
    luar.berkas.save(berkas.nama, berkas.berkas, save=False)
    tertulis.append(luar.berkas.name)
    luar.nama_berkas, luar.jenis_konten, luar.sha256 = berkas.nama, berkas.jenis_konten, berkas.sha256


def _simpan(luar: PelatihanLuar) -> None:
    try:
        with transaction.atomic():
            luar.save()
    except IntegrityError as galat:
        if "luar_sertifikat_sekali" not in str(galat):
            raise
        raise ValidationError({"berkas": _("Sertifikat ini sudah pernah Anda catat.")}) from None
