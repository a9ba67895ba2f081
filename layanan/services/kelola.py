"""What the manager of a unit does: standards, counters, and citizens' words."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from akses.alur import jalankan
from akses.enums import Izin
from akses.services import wajib_boleh
from layanan.models import Layanan, Loket, Saran, WaktuLayanan
from layanan.workflow import ALUR_SARAN
from pegawai.models import Pegawai

KOLOM_STANDAR = (
    "nama", "persyaratan", "prosedur", "batas_waktu", "satuan_waktu", "biaya", "produk", "pengguna_setahun",
    "aktif",
)  # fmt: skip


@transaction.atomic
def ubah_layanan(*, layanan: Layanan, isian: Mapping[str, Any], oleh: Pegawai) -> Layanan:
    """Change a service and its standard; the former one stays in the history.

    Raises PermissionDenied, ValidationError (also for another unit of time once times were recorded in the
    old one: they would change their meaning).
    """
    terkunci = Layanan.objects.select_for_update().get(pk=layanan.pk)
    wajib_boleh(oleh, Izin.LAYANAN_KELOLA, terkunci)
    ganti_satuan = terkunci.satuan_waktu != isian["satuan_waktu"]
    if ganti_satuan and WaktuLayanan.objects.filter(layanan=terkunci).exists():
        raise ValidationError(
            {
                "satuan_waktu": _(
                    "Sudah ada catatan waktu dalam satuan lama, jadi satuannya tidak dapat diganti."
                )
            }
        )
    for nama in KOLOM_STANDAR:
        setattr(terkunci, nama, isian[nama])
    terkunci.full_clean()
    terkunci.save()
    return terkunci


def tambah_loket(*, layanan: Layanan, nama: str, oleh: Pegawai) -> Loket:
    """A new counter. Raises PermissionDenied, ValidationError for a name the service has already."""
    wajib_boleh(oleh, Izin.LAYANAN_KELOLA, layanan)
    loket = Loket(layanan=layanan, nama=nama)
    loket.full_clean()
    loket.save()
    return loket


def alihkan_loket(*, loket: Loket, aktif: bool, oleh: Pegawai) -> None:
    """Close a counter or open it again; its posters follow. Raises PermissionDenied."""
    wajib_boleh(oleh, Izin.LAYANAN_KELOLA, loket)
    Loket.objects.filter(pk=loket.pk).update(aktif=aktif)


def putuskan_saran(*, saran: Saran, aksi: str, isi_tampil: str, catatan: str, oleh: Pegawai) -> Saran:
    """Show a citizen's words to the staff (with names made unreadable, if need be) or keep them back.

    Raises PermissionDenied or TransisiDitolak; ValidationError when nothing is left to show.
    """
    if aksi != "tampilkan":
        return jalankan(alur=ALUR_SARAN, objek=saran, aksi=aksi, oleh=oleh, catatan=catatan)
    bersih = isi_tampil.strip()
    if not bersih:
        raise ValidationError({"isi_tampil": _("Tulis yang akan ditampilkan.")})
    return jalankan(alur=ALUR_SARAN, objek=saran, aksi=aksi, oleh=oleh, catatan=catatan, isi_tampil=bersih)
