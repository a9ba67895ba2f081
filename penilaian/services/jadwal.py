"""What is done at a moment: the periods to open, fill and close, and the reminders of the morning."""

from dataclasses import dataclass, field
from datetime import date, time

from django.utils import timezone

from akses.akun_massal import nonaktifkan_yang_keluar
from inti.kalender import Zona, hari_ini
from pegawai.services.atasan import hari_instansi, segarkan
from penilaian.services.ganti_penilai import ikuti_penilai
from penilaian.services.pengingat import ingatkan
from penilaian.services.siklus import (
    buka_periode,
    periode_yang_perlu_dibuka,
    periode_yang_perlu_ditutup,
    tutup_periode,
)
from penilaian.services.tahunan_pengingat import ingatkan_tahunan
from penilaian.services.tahunan_siklus import Saat

JAM_PENGINGAT = time(7, 30)  # in the zone of the year


@dataclass
class Hasil:
    """What a run did: evaluations created and locked, per period."""

    dibuat: dict[str, int] = field(default_factory=dict)
    dikunci: dict[str, int] = field(default_factory=dict)

    @property
    def berubah(self) -> int:
        """Evaluations created or locked, of all periods."""
        return sum(self.dibuat.values()) + sum(self.dikunci.values())


def ikuti_kepegawaian() -> int:
    """Bring assessors, plans and accounts up to today's placements and positions; returns the changes."""
    hari = hari_instansi()
    return segarkan(pada=hari) + ikuti_penilai(hari=hari) + nonaktifkan_yang_keluar()


def jalankan_periode(*, zona: Zona, tanggal: date | None = None) -> Hasil:
    """Close what is over and open or fill what is due on `tanggal` (today in `zona`), for years in `zona`."""
    hari = tanggal or hari_ini(zona, timezone.now())
    hasil = Hasil()
    for periode in periode_yang_perlu_ditutup(hari, zona):
        hasil.dikunci[str(periode)] = tutup_periode(periode=periode)
    for periode in periode_yang_perlu_dibuka(hari, zona):
        hasil.dibuat[str(periode)] = buka_periode(periode=periode)
    return hasil


def ingatkan_bila_pagi(*, zona: Zona) -> int:
    """Write today's reminders once it is half past seven in `zona`; returns how many were new."""
    sekarang = timezone.now()
    if sekarang.astimezone(zona.tz).time() < JAM_PENGINGAT:
        return 0
    return ingatkan_semua(tanggal=hari_ini(zona, sekarang), zona=zona)


def ingatkan_semua(*, tanggal: date, zona: Zona) -> int:
    """Write the reminders of this day for periods and years in `zona`; returns how many were new."""
    tahunan = ingatkan_tahunan(saat=Saat.pada(tanggal), zona=zona)
    return ingatkan(hari=tanggal, zona=zona) + tahunan
