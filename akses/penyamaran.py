"""Seeing the application as somebody else sees it, for support: with a reason, for minutes, only to read.

Never as somebody with powers of his own: whoever gives support would otherwise get them. Never to act: what
is signed, decided, answered or written under a name was done by the person of that name.
"""

from datetime import timedelta
from uuid import UUID

import structlog
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from akses.enums import Izin
from akses.models import Akun, JejakPenyamaran
from akses.services import boleh_umum, pelaku_dari, wajib_boleh
from inti.tanda import kalimat
from pegawai.models import Pegawai

KUNCI = "penyamaran"  # of the session of the support staff
catatan = structlog.get_logger(__name__)


class PenyamaranDitolak(Exception):
    """He may not be seen as; the text is a sentence for the one who asked."""


@transaction.atomic
def mulai(*, pegawai: Pegawai, alasan: str, oleh: Pegawai) -> JejakPenyamaran:
    """Write down who sees as whom from now on, and why. Raises PermissionDenied, PenyamaranDitolak."""
    wajib_boleh(oleh, Izin.PENYAMARAN_MULAI, pegawai)
    _periksa(pegawai, oleh)
    kini = timezone.now()
    jejak = JejakPenyamaran.objects.create(
        oleh=oleh,
        pegawai=pegawai,
        alasan=alasan,
        mulai=kini,
        batas=kini + timedelta(seconds=settings.PENYAMARAN_DETIK),
    )
    catatan.info("penyamaran dimulai", penyamar=str(oleh.pk), sebagai=str(pegawai.pk), jejak=str(jejak.pk))
    return jejak


def _periksa(pegawai: Pegawai, oleh: Pegawai) -> None:
    akun = Akun.objects.filter(pegawai=pegawai).first()
    if pegawai.pk == oleh.pk:
        raise PenyamaranDitolak(kalimat("Anda sudah masuk sebagai diri sendiri."))
    if akun is None or not akun.is_active:
        raise PenyamaranDitolak(kalimat("Orang ini tidak mempunyai akun yang aktif."))
    if akun.is_staff or akun.is_superuser or pelaku_dari(pegawai).peran:
        raise PenyamaranDitolak(
            kalimat("Orang ini memegang peran. Aplikasi hanya dapat dilihat sebagai pegawai tanpa peran.")
        )


def berjalan(*, kunci: str, akun: Akun) -> JejakPenyamaran | None:
    """The record with this key while it holds for the person of `akun`; None when it is over or never was.

    Asked with every request: it ends with its time, with the role of the one and with the first role of the other.
    """
    jejak = (
        JejakPenyamaran.objects.filter(
            pk=UUID(kunci), oleh=akun.pegawai_id, selesai__isnull=True, batas__gt=timezone.now()
        )
        .select_related("oleh", "pegawai__akun")
        .first()
    )
    if jejak is None or not boleh_umum(jejak.oleh, Izin.PENYAMARAN_MULAI):
        return None
    sasaran = jejak.pegawai.akun
    tertutup = not sasaran.is_active or sasaran.is_staff or pelaku_dari(jejak.pegawai).peran
    return None if tertutup else jejak


@transaction.atomic
def akhiri(*, jejak: JejakPenyamaran) -> None:
    """It is over now."""
    JejakPenyamaran.objects.filter(pk=jejak.pk, selesai__isnull=True).update(selesai=timezone.now())
    catatan.info("penyamaran diakhiri", penyamar=str(jejak.oleh_id), sebagai=str(jejak.pegawai_id))


def terakhir(*, pegawai: Pegawai | None) -> list[JejakPenyamaran]:
    """The newest times somebody saw the application as this person, for himself to read."""
    if pegawai is None:
        return []
    return list(JejakPenyamaran.objects.filter(pegawai=pegawai).select_related("oleh")[:10])
