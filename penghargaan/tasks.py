"""What the schedule asks of follow-up. Thin: the work and its safety are in the services."""

from celery import shared_task
from django.utils import timezone

from penghargaan.services import jadwal_tindak_lanjut
from penghargaan.services.penghargaan_kandidat import hitung_kandidat_tertutup


@shared_task
def hitung_kandidat() -> int:
    """Find the candidates of the years that closed; returns how many are new."""
    return hitung_kandidat_tertutup(hari=timezone.localdate())


@shared_task
def urus_tindak_lanjut() -> int:
    """Open, end and remind of improvement plans, begin and end decrees; returns the rows touched."""
    return jadwal_tindak_lanjut.urus_tindak_lanjut()


@shared_task
def hitung_angka_kredit() -> int:
    """Convert the predikat of closed years; returns the rows added."""
    return jadwal_tindak_lanjut.urus_kredit()
