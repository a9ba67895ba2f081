"""Posters and receipts: issued by those who may, with tokens nobody can guess."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.services import wajib_boleh
from inti.kalender import hari_ini
from layanan.enums import Kanal
from layanan.models import Layanan, LembarStruk, Loket, Poster, Struk
from layanan.services.kebijakan import kebijakan_pada
from layanan.services.pintu import token_baru
from pegawai.models import Pegawai

LEMBAR = 50  # receipts of a sheet


def terbitkan_struk(*, layanan: Layanan, loket: Loket | None, jumlah: int, oleh: Pegawai) -> LembarStruk:
    """Issue one receipt or a sheet of them, valid as many days as the policy says.

    Raises PermissionDenied, or ValidationError for a service that is closed, a counter of another service,
    or a number outside 1 to 50.
    """
    wajib_boleh(oleh, Izin.LAYANAN_STRUK, layanan)
    _periksa(layanan, loket)
    if not 1 <= jumlah <= LEMBAR:
        raise ValidationError(_("Cetak 1 sampai %(n)s struk sekaligus.") % {"n": LEMBAR})
    hari = hari_ini(layanan.unit.zona, timezone.now())
    with transaction.atomic():
        lembar = LembarStruk.objects.create(
            layanan=layanan,
            loket=loket,
            jumlah=jumlah,
            dibuat_oleh=oleh,
            berlaku_sampai=hari + timedelta(days=kebijakan_pada(hari).struk_berlaku_hari),
        )
        Struk.objects.bulk_create(Struk(lembar=lembar, token=token_baru(Kanal.STRUK)) for _n in range(jumlah))
    return lembar


def buat_poster(*, layanan: Layanan, loket: Loket | None, oleh: Pegawai) -> Poster:
    """A new poster for a service or a counter; an older one goes on until it is closed.

    Raises PermissionDenied or ValidationError as `terbitkan_struk` does.
    """
    wajib_boleh(oleh, Izin.LAYANAN_KELOLA, layanan)
    _periksa(layanan, loket)
    return Poster.objects.create(layanan=layanan, loket=loket, token=token_baru(Kanal.POSTER))


def tutup_poster(*, poster: Poster, oleh: Pegawai) -> None:
    """Close a poster: its address says so from now on. Raises PermissionDenied."""
    wajib_boleh(oleh, Izin.LAYANAN_KELOLA, poster)
    Poster.objects.filter(pk=poster.pk).update(aktif=False)


def _periksa(layanan: Layanan, loket: Loket | None) -> None:
    if not layanan.aktif:
        raise ValidationError(_("Layanan ini tidak aktif."))
    if loket is not None and (loket.layanan_id != layanan.pk or not loket.aktif):
        raise ValidationError(_("Pilih loket dari layanan ini."))
