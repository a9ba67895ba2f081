"""What the schedule asks of the evaluation. Thin: the work and its safety are in the services."""

from celery import shared_task

from inti.kalender import Zona
from penilaian.services import capaian_massal, jadwal, jadwal_rekan, keberatan_jadwal, paket, tahunan_jadwal


@shared_task
def urus_periode() -> int:
    """Open, fill and close what is due today in each zone; returns how many evaluations that touched."""
    return sum(jadwal.jalankan_periode(zona=zona).berubah for zona in Zona)


@shared_task
def urus_tahunan() -> int:
    """Open, fill, close the yearly evaluations and make the moves that are due; returns how many."""
    return tahunan_jadwal.jalankan_tahunan().berubah


@shared_task
def ingatkan() -> int:
    """Write the reminders that are due this morning in each zone; returns how many."""
    return sum(jadwal.ingatkan_bila_pagi(zona=zona) for zona in Zona)


@shared_task
def ikuti_kepegawaian() -> int:
    """Bring assessors, plans and accounts up to what began or ended at midnight; returns the changes."""
    return jadwal.ikuti_kepegawaian()


@shared_task
def siapkan_capaian() -> int:
    """Make the labels of units that are due in open periods and years; returns how many changed."""
    return sum(capaian_massal.jalankan_capaian(zona=zona) for zona in Zona)


@shared_task
def urus_keberatan() -> int:
    """Remind of objections and escalate what is overdue in each zone; returns how many messages."""
    return sum(keberatan_jadwal.jalankan_keberatan(zona=zona) for zona in Zona)


@shared_task
def urus_rekan() -> int:
    """Ask colleagues, tell people and count what is over in each zone; returns how much that touched."""
    return sum(jadwal_rekan.urus_rekan(zona=zona).berubah for zona in Zona)


@shared_task
def ingatkan_rekan() -> int:
    """Write the reminders to colleagues that are due this morning in each zone; returns how many."""
    return sum(jadwal_rekan.ingatkan_rekan_bila_pagi(zona=zona) for zona in Zona)


@shared_task
def buat_paket() -> int:
    """Make the ZIPs of documents that were asked for; returns the number of documents put into them."""
    return paket.kerjakan_menunggu()


@shared_task
def bersihkan_paket() -> int:
    """Delete ZIPs after a week; returns how many."""
    return paket.bersihkan_paket()
