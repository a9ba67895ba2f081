"""What the schedule asks of the outbox."""

from celery import shared_task

from pemberitahuan.kirim import kirim_surel as kirim


@shared_task
def kirim_surel() -> int:
    """Send what waits in the outbox; returns how many e-mails went out."""
    return kirim()
