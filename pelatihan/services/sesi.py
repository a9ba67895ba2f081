"""A session from registration to its end, by hand or by the schedule."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.alur import jalankan
from inti.kalender import hari_ini
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pelatihan.enums import BERJALAN, StatusPeserta
from pelatihan.models import Peserta, SesiPelatihan
from pelatihan.services.kabar import kabari
from pelatihan.services.kursi import kunci_sesi
from pelatihan.workflow import ALUR_PESERTA, ALUR_SESI
from pemberitahuan.models import JenisPesan

TANPA_KEPUTUSAN = (StatusPeserta.DIUSULKAN, StatusPeserta.DISETUJUI, StatusPeserta.MENUNGGU)


@transaction.atomic
def ubah_sesi(
    *, sesi: SesiPelatihan, aksi: str, oleh: Pegawai | None, catatan: str = "", hari: date | None = None
) -> SesiPelatihan:
    """Make one move of the session with what follows from it for its participants.

    Raises PermissionDenied or TransisiDitolak; a session is not finished before its last day.
    """
    terkunci = kunci_sesi(sesi.pk)
    kini = hari or hari_ini(terkunci.zona, timezone.now())
    if aksi == "selesaikan" and kini < terkunci.selesai:
        raise TransisiDitolak(_("Sesi ini belum sampai pada hari terakhirnya."), "syarat")
    hasil = jalankan(alur=ALUR_SESI, objek=sesi, aksi=aksi, oleh=oleh, catatan=catatan)
    if aksi == "selesaikan":
        _akhiri(terkunci)
    elif aksi == "batalkan":
        _batalkan(terkunci, catatan)
    return hasil


def _akhiri(sesi: SesiPelatihan) -> None:
    """Whoever had a seat and did not come is absent; what was never decided lapses."""
    for satu in _milik(sesi, (StatusPeserta.DITETAPKAN,)):
        jalankan(alur=ALUR_PESERTA, objek=satu, aksi="absen", oleh=None)
    for satu in _milik(sesi, TANPA_KEPUTUSAN):
        jalankan(alur=ALUR_PESERTA, objek=satu, aksi="batal", oleh=None, catatan=_("Sesi sudah selesai."))


def _batalkan(sesi: SesiPelatihan, catatan: str) -> None:
    for satu in _milik(sesi, BERJALAN):
        hasil = jalankan(alur=ALUR_PESERTA, objek=satu, aksi="batal", oleh=None, catatan=catatan)
        kabari(peserta=hasil, jenis=JenisPesan.PELATIHAN_DIBATALKAN, kunci="sesi", catatan=catatan)


def _milik(sesi: SesiPelatihan, status: tuple[str, ...]) -> list[Peserta]:
    return list(sesi.peserta.filter(status__in=status).select_related("pegawai", "sesi__pelatihan"))
