"""What the schedule asks of training. Thin: the work and its safety are in the services."""

from celery import shared_task

from inti.kalender import Zona
from pelatihan.services import jadwal


@shared_task
def urus_pelatihan() -> int:
    """Close registrations, finish sessions, move waiting lists, remind; in each zone. Returns how many."""
    return sum(jadwal.jalankan_pelatihan(zona=zona).berubah for zona in Zona)


@shared_task
def usulkan_kebutuhan() -> int:
    """Open the needs that delivered evaluations show; returns how many."""
    return jadwal.usulkan_kebutuhan()
