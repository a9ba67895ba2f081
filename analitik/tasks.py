"""What the schedule asks of the dashboards. Thin: the work and its safety are in the services."""

from celery import shared_task

from analitik.services import hitungan


@shared_task
def rapikan_hitungan() -> int:
    """Fold the running counts, or count anew after the tree has changed; returns the rows folded."""
    return hitungan.rapikan()


@shared_task
def hitung_ulang() -> None:
    """Count everything anew, once a night."""
    hitungan.hitung_ulang()
