"""Seats: given under the lock of the session, so that two people never get the last one; the waiting list."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.alur import jalankan
from akses.enums import Izin
from akses.services import wajib_boleh
from inti.kalender import hari_ini
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pelatihan.enums import StatusPeserta, StatusSesi
from pelatihan.models import Peserta, SesiPelatihan
from pelatihan.services.kabar import isian_ditetapkan, kabari
from pelatihan.workflow import ALUR_PESERTA
from pemberitahuan.models import JenisPesan

BERJALAN = (StatusSesi.TERBUKA, StatusSesi.DITUTUP)


def kunci_sesi(sesi_id: object) -> SesiPelatihan:
    """The session with its row locked until the transaction ends: whoever counts seats holds it."""
    terkunci = SesiPelatihan.objects.select_for_update(of=("self",)).select_related("pelatihan")
    return terkunci.get(pk=sesi_id)


def kursi_tersisa(sesi: SesiPelatihan) -> int:
    """Free seats now; never negative, even when somebody took chairs away."""
    return max(0, sesi.kursi - sesi.peserta.berkursi().count())


@transaction.atomic
def tetapkan(*, peserta: Peserta, oleh: Pegawai) -> Peserta:
    """Give a seat, or a place in the waiting list when there is none or others wait already.

    Raises PermissionDenied or TransisiDitolak, also when the session is over or cancelled.
    """
    wajib_boleh(oleh, Izin.PELATIHAN_TETAPKAN, peserta)
    sesi = kunci_sesi(peserta.sesi_id)
    _tolak_bila_usai(sesi)
    ada_antrean = sesi.peserta.filter(status=StatusPeserta.MENUNGGU).exists()
    if kursi_tersisa(sesi) and not ada_antrean:
        hasil = jalankan(alur=ALUR_PESERTA, objek=peserta, aksi="tetapkan", oleh=oleh)
        kabari(peserta=hasil, jenis=JenisPesan.PELATIHAN_DITETAPKAN, **isian_ditetapkan(sesi))
        return hasil
    hasil = jalankan(
        alur=ALUR_PESERTA, objek=peserta, aksi="tunggukan", oleh=oleh, menunggu_sejak=timezone.now()
    )
    kabari(peserta=hasil, jenis=JenisPesan.PELATIHAN_MENUNGGU)
    return hasil


@transaction.atomic
def naikkan(*, sesi_id: object, hari: date | None = None) -> int:
    """Move people up from the waiting list into free seats, the first first; returns how many.

    Nobody is called once the session has begun. Running twice changes nothing.
    """
    sesi = kunci_sesi(sesi_id)
    if sesi.status not in BERJALAN or sesi.mulai <= (hari or hari_ini(sesi.zona, timezone.now())):
        return 0
    antre = sesi.peserta.filter(status=StatusPeserta.MENUNGGU).select_related("pegawai")
    naik = list(antre.order_by("menunggu_sejak", "id")[: kursi_tersisa(sesi)])
    for satu in naik:
        hasil = jalankan(alur=ALUR_PESERTA, objek=satu, aksi="naikkan", oleh=None, menunggu_sejak=None)
        kabari(peserta=hasil, jenis=JenisPesan.PELATIHAN_DITETAPKAN, **isian_ditetapkan(sesi))
    return len(naik)


def _tolak_bila_usai(sesi: SesiPelatihan) -> None:
    if sesi.status not in BERJALAN:
        raise TransisiDitolak(_("Sesi ini sudah selesai atau dibatalkan."), "syarat")
