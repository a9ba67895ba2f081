"""Nomination: by the person or his supervisor, then the supervisor, then HR."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.alur import jalankan
from akses.enums import Izin
from akses.services import wajib_boleh
from inti.kalender import hari_ini
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pelatihan.enums import BOLEH_LAGI, StatusSesi
from pelatihan.models import Peserta, SesiPelatihan
from pelatihan.services.kabar import kabari
from pelatihan.services.kursi import kunci_sesi, naikkan
from pelatihan.workflow import ALUR_PESERTA
from pemberitahuan.models import JenisPesan
from penilaian.models import KebutuhanPengembangan


def hambatan_daftar(sesi: SesiPelatihan) -> str:
    """Why nobody can be nominated for this session now; empty when somebody can."""
    hari = hari_ini(sesi.zona, timezone.now())
    if sesi.status == StatusSesi.DIBATALKAN:
        return _("Sesi ini dibatalkan.")
    if sesi.status != StatusSesi.TERBUKA or hari > sesi.tutup_daftar:
        return _("Pendaftaran sesi ini sudah ditutup.")
    return _("Pendaftaran sesi ini belum dibuka.") if hari < sesi.buka_daftar else ""


@transaction.atomic
def usulkan(
    *,
    sesi: SesiPelatihan,
    pegawai: Pegawai,
    oleh: Pegawai,
    alasan: str = "",
    kebutuhan: KebutuhanPengembangan | None = None,
) -> Peserta:
    """Nominate `pegawai`: he himself, or his supervisor, whose nomination is his approval too.

    Raises PermissionDenied, or TransisiDitolak when the registration is closed, he has no supervisor or
    takes part already.
    """
    wajib_boleh(oleh, Izin.PELATIHAN_USULKAN, pegawai)
    terkunci = kunci_sesi(sesi.pk)
    if alasan_tutup := hambatan_daftar(terkunci):
        raise TransisiDitolak(alasan_tutup, "syarat")
    atasan = getattr(pegawai, "atasan", None)
    if atasan is None or atasan.penilai is None:
        raise TransisiDitolak(
            _("Belum ada atasan yang dapat menyetujui. Hubungi pengelola kepegawaian."), "syarat"
        )
    isian = {"alasan": alasan, "kebutuhan": _milik(kebutuhan, pegawai), "diusulkan_oleh": oleh}
    peserta = _peserta(terkunci, pegawai, oleh, isian)
    if oleh.pk == atasan.penilai_id and oleh.pk != pegawai.pk:
        return setujui(peserta=peserta, oleh=oleh)
    kabari(
        peserta=peserta,
        jenis=JenisPesan.PELATIHAN_DIUSULKAN,
        penerima=atasan.penilai,
        nama=pegawai.nama_lengkap,
    )
    return peserta


def _milik(kebutuhan: KebutuhanPengembangan | None, pegawai: Pegawai) -> KebutuhanPengembangan | None:
    """The need, when it is his own: a forged key is simply not kept."""
    return kebutuhan if kebutuhan and kebutuhan.pegawai_id == pegawai.pk else None


def _peserta(sesi: SesiPelatihan, pegawai: Pegawai, oleh: Pegawai, isian: dict[str, Any]) -> Peserta:
    ada = Peserta.objects.filter(sesi=sesi, pegawai=pegawai).first()
    if ada is None:
        return Peserta.objects.create(sesi=sesi, pegawai=pegawai, diusulkan_pada=timezone.now(), **isian)
    if ada.status not in BOLEH_LAGI:
        raise TransisiDitolak(
            _("%(nama)s sudah terdaftar pada sesi ini.") % {"nama": pegawai.nama_lengkap}, "syarat"
        )
    return jalankan(
        alur=ALUR_PESERTA,
        objek=ada,
        aksi="usulkan_lagi",
        oleh=oleh,
        diusulkan_pada=timezone.now(),
        menunggu_sejak=None,
        **isian,
    )


@transaction.atomic
def setujui(*, peserta: Peserta, oleh: Pegawai) -> Peserta:
    """The supervisor agrees; HR decides next. Raises PermissionDenied or TransisiDitolak."""
    hasil = jalankan(alur=ALUR_PESERTA, objek=peserta, aksi="setujui", oleh=oleh)
    kabari(peserta=hasil, jenis=JenisPesan.PELATIHAN_DISETUJUI, nama=oleh.nama_lengkap)
    return hasil


@transaction.atomic
def tolak(*, peserta: Peserta, aksi: str, oleh: Pegawai, catatan: str) -> Peserta:
    """Not agreed, with the reason: `tolak_atasan` by the supervisor, `tolak` by HR after his approval.

    Raises PermissionDenied or TransisiDitolak.
    """
    hasil = jalankan(alur=ALUR_PESERTA, objek=peserta, aksi=aksi, oleh=oleh, catatan=catatan)
    kabari(peserta=hasil, jenis=JenisPesan.PELATIHAN_DITOLAK, nama=oleh.nama_lengkap, catatan=catatan)
    return hasil


@transaction.atomic
def undur(*, peserta: Peserta, oleh: Pegawai, catatan: str) -> Peserta:
    """Step back; a seat that gets free goes to the first of the waiting list in the same transaction."""
    kunci_sesi(peserta.sesi_id)
    hasil = jalankan(alur=ALUR_PESERTA, objek=peserta, aksi="undur", oleh=oleh, catatan=catatan)
    naikkan(sesi_id=peserta.sesi_id)
    return hasil
