"""Attendance: the code of the moment, the ticket of a person who scanned it, and the hand of the organiser."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.alur import jalankan
from akses.enums import Izin
from akses.services import wajib_boleh
from inti.kalender import ke_zona
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pelatihan.aturan.presensi import bagian_kini, buat_kode, periksa_kode
from pelatihan.enums import BagianHari, CaraHadir, StatusPeserta, StatusSesi
from pelatihan.models import Kehadiran, Peserta, SesiPelatihan
from pelatihan.services.kursi import BERJALAN
from pelatihan.workflow import ALUR_PESERTA

GARAM_KARCIS = "pelatihan.presensi.karcis"
UMUR_KARCIS = 10 * 60
"""Seconds between scanning and pressing the button: long enough for a weak signal, of use to nobody else."""

BOLEH_HADIR = (StatusPeserta.DITETAPKAN, StatusPeserta.HADIR)


class PresensiDitolak(Exception):
    """Presence that is not recorded; `alasan` is a sentence for the person who scanned."""

    def __init__(self, alasan: str, kode: str) -> None:
        super().__init__(alasan)
        self.alasan = alasan
        self.kode = kode


@dataclass(frozen=True)
class Karcis:
    """What a scan gives: the participation, the day and its part, and the sealed proof for the button."""

    peserta: Peserta
    hari: date
    bagian: str
    segel: str
    sudah: Kehadiran | None = None

    @property
    def sebutan_bagian(self) -> str:
        """The part of the day in words."""
        return str(BagianHari(self.bagian).label)


def kode_kini(sesi: SesiPelatihan, pada: datetime) -> str:
    """The code on the screen at this moment."""
    return buat_kode(_rahasia(), str(sesi.pk), pada)


def bagian_sekarang(sesi: SesiPelatihan, pada: datetime) -> str | None:
    """The part of the day that is counted now, in the zone of the session; None outside its days and hours."""
    lokal = pada.astimezone(ke_zona(sesi.zona).tz)
    if sesi.status not in BERJALAN or not sesi.mulai <= lokal.date() <= sesi.selesai:
        return None
    return bagian_kini(lokal, sesi.jam_mulai, sesi.jam_selesai)


def pindai(*, sesi: SesiPelatihan, kode: str, pegawai: Pegawai) -> Karcis:
    """What the code on the screen gives this person now. Writes nothing. Raises PresensiDitolak."""
    pada = timezone.now()
    if tolak := periksa_kode(_rahasia(), str(sesi.pk), kode, pada):
        raise PresensiDitolak(t(tolak.alasan), tolak.kode)
    peserta = _peserta(sesi, pegawai)
    bagian = bagian_sekarang(sesi, pada)
    if bagian is None:
        raise PresensiDitolak(_("Presensi dibuka satu jam sebelum sampai satu jam sesudah sesi."), "waktu")
    hari = pada.astimezone(ke_zona(sesi.zona).tz).date()
    segel = signing.dumps([str(peserta.pk), hari.isoformat(), bagian], salt=GARAM_KARCIS)
    sudah = Kehadiran.objects.filter(peserta=peserta, hari=hari, bagian=bagian).first()
    return Karcis(peserta, hari, bagian, segel, sudah)


@transaction.atomic
def hadir(*, sesi: SesiPelatihan, segel: str, oleh: Pegawai) -> tuple[Kehadiran, bool]:
    """Record the presence a ticket proves, once; (row, whether it is new).

    Raises PresensiDitolak for a ticket that is old, forged or somebody else's.
    """
    peserta_id, hari, bagian = _baca_segel(segel)
    peserta = _peserta(sesi, oleh)
    if str(peserta.pk) != peserta_id:
        raise PresensiDitolak(
            _("Kode ini dipindai orang lain. Pindai sendiri kode yang ada di layar."), "orang"
        )
    return _catat(peserta, date.fromisoformat(hari), bagian, CaraHadir.QR, oleh)


@transaction.atomic
def hadirkan(
    *, peserta: Peserta, hari: date, bagian: str, alasan: str, oleh: Pegawai
) -> tuple[Kehadiran, bool]:
    """The organiser records a presence by hand and says why; (row, whether it is new).

    Raises PermissionDenied, or TransisiDitolak for a day or part that is not of the session, a day that
    has not come, or a participant without a seat.
    """
    wajib_boleh(oleh, Izin.PELATIHAN_KELOLA, peserta.sesi)
    if peserta.pegawai_id == oleh.pk:
        raise TransisiDitolak(_("Kehadiran Anda sendiri dicatat oleh orang lain."), "syarat")
    sesi = peserta.sesi
    hari_kini = timezone.now().astimezone(ke_zona(sesi.zona).tz).date()
    if not sesi.mulai <= hari <= sesi.selesai or bagian not in sesi.bagian:
        raise TransisiDitolak(_("Pilih hari dan bagian hari dari sesi ini."), "syarat")
    if hari > hari_kini:
        raise TransisiDitolak(_("Hari itu belum tiba."), "syarat")
    if not alasan.strip():
        raise TransisiDitolak(_("Tulis alasannya, misalnya ponsel rusak."), "catatan")
    if peserta.status not in BOLEH_HADIR or sesi.status in (StatusSesi.SELESAI, StatusSesi.DIBATALKAN):
        raise TransisiDitolak(_("Kehadiran hanya dicatat untuk peserta sesi yang berjalan."), "status")
    return _catat(peserta, hari, bagian, CaraHadir.MANUAL, oleh, alasan.strip())


def hitung_hadir(sesi: SesiPelatihan, pada: datetime) -> tuple[int, int]:
    """(present in the part of the day that is counted now, participants who could be). Two queries."""
    hari = pada.astimezone(ke_zona(sesi.zona).tz).date()
    bagian = bagian_sekarang(sesi, pada) or ""
    hadir = Kehadiran.objects.filter(peserta__sesi=sesi, hari=hari, bagian=bagian).count()
    return hadir, sesi.peserta.filter(status__in=BOLEH_HADIR).count()


def kehadiran_sesi(sesi_id: UUID) -> dict[UUID, int]:
    """Day parts each participant was present at, in one query."""
    banyak: dict[UUID, int] = {}
    for peserta_id in Kehadiran.objects.filter(peserta__sesi=sesi_id).values_list("peserta_id", flat=True):
        banyak[peserta_id] = banyak.get(peserta_id, 0) + 1
    return banyak


def _catat(
    peserta: Peserta, hari: date, bagian: str, cara: str, oleh: Pegawai, alasan: str = ""
) -> tuple[Kehadiran, bool]:
    terkunci = Peserta.objects.select_for_update(of=("self",)).get(pk=peserta.pk)
    if terkunci.status == StatusPeserta.DITETAPKAN:
        jalankan(alur=ALUR_PESERTA, objek=terkunci, aksi="hadir", oleh=oleh)
    return Kehadiran.objects.get_or_create(
        peserta=terkunci,
        hari=hari,
        bagian=bagian,
        defaults={"cara": cara, "dicatat_oleh": oleh, "alasan": alasan, "pada": timezone.now()},
    )


def _peserta(sesi: SesiPelatihan, pegawai: Pegawai) -> Peserta:
    peserta = Peserta.objects.filter(sesi=sesi, pegawai=pegawai).select_related("sesi__pelatihan").first()
    if peserta is None:
        raise PresensiDitolak(
            _("Anda tidak terdaftar pada sesi ini. Bila seharusnya terdaftar, temui penyelenggara."),
            "bukan_peserta",
        )
    if peserta.status not in BOLEH_HADIR:
        raise PresensiDitolak(
            _("Status Anda pada sesi ini: %(status)s. Kehadiran dicatat untuk peserta yang ditetapkan.")
            % {"status": peserta.get_status_display()},
            "status",
        )
    return peserta


def _baca_segel(segel: str) -> tuple[str, str, str]:
    try:
        peserta_id, hari, bagian = signing.loads(segel, salt=GARAM_KARCIS, max_age=UMUR_KARCIS)
    except (signing.BadSignature, ValueError, TypeError):
        raise PresensiDitolak(
            _("Waktu untuk menekan tombol sudah habis. Pindai lagi kode yang sekarang ada di layar."),
            "lama",
        ) from None
    return peserta_id, hari, bagian


def _rahasia() -> bytes:
    return settings.SECRET_KEY.encode()
