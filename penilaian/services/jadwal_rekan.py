"""What the schedule does about colleagues at a moment: ask, tell, count."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from inti.kalender import Zona, hari_ini
from penilaian.models import UndianRekan
from penilaian.services.jadwal import JAM_PENGINGAT
from penilaian.services.kabar_rekan import ingatkan_rekan, kabari, kabari_selesai
from penilaian.services.rekan_dasar import masa
from penilaian.services.tutup_rekan import tutup_rekan, undian_yang_perlu_ditutup
from penilaian.services.undian_rekan import undi_periode
from sasaran.enums import StatusPeriode
from sasaran.models import Periode


@dataclass
class HasilJadwal:
    """Requests written, people whose answers were counted, messages written."""

    diminta: int = 0
    ditutup: int = 0
    kabar: int = 0

    @property
    def berubah(self) -> int:
        """Everything together."""
        return self.diminta + self.ditutup + self.kabar


def urus_rekan(*, zona: Zona, tanggal: date | None = None) -> HasilJadwal:
    """Count what is over, ask where a period is open, tell people; for years in `zona`. Twice changes nothing."""
    hari = tanggal or hari_ini(zona, timezone.now())
    hasil = HasilJadwal()
    for undian in undian_yang_perlu_ditutup(zona=zona, hari=hari):
        hasil.ditutup += tutup_rekan(undian=undian, hari=hari)
        hasil.kabar += kabari_selesai(undian=undian)
    for periode in Periode.objects.filter(
        status=StatusPeriode.TERBUKA, buka_evaluasi__lte=hari, siklus__zona=zona
    ).select_related("siklus"):
        hasil.diminta += undi_periode(periode=periode, hari=hari)
    for undian in _terbuka(zona):
        hasil.kabar += kabari(undian=undian, masa=masa(undian, hari=hari))
    return hasil


def ingatkan_rekan_bila_pagi(*, zona: Zona, tanggal: date | None = None) -> int:
    """Write the reminders of the day once it is half past seven in `zona`; returns how many were new."""
    sekarang = timezone.now().astimezone(zona.tz)
    if tanggal is None and sekarang.time() < JAM_PENGINGAT:
        return 0
    hari = tanggal or sekarang.date()
    return sum(ingatkan_rekan(undian=u, masa=masa(u, hari=hari)) for u in _terbuka(zona))


def _terbuka(zona: str) -> list[UndianRekan]:
    semua = UndianRekan.objects.filter(periode__status=StatusPeriode.TERBUKA, periode__siklus__zona=zona)
    return list(semua.select_related("periode__siklus", "kebijakan", "kuesioner"))
