"""What the schedule asks of follow-up. Thin: the work and its safety are in the services."""

from celery import shared_task
from django.utils import timezone

from penghargaan.services.penghargaan_kandidat import hitung_kandidat_tertutup


@shared_task
def hitung_kandidat() -> int:
    """Find the candidates of the years that closed; returns how many are new."""
    return hitung_kandidat_tertutup(hari=timezone.localdate())
