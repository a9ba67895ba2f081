"""What the schedule asks of public services. Thin: the work is in the services."""

from celery import shared_task
from django.utils import timezone

from layanan.services.ingat import ingatkan_saran


@shared_task
def ingatkan() -> int:
    """Tell managers of words that wait; returns how many messages were written."""
    return ingatkan_saran(hari=timezone.localdate())
