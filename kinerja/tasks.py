"""Housekeeping of the whole program."""

from importlib import import_module

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from kinerja.services.peran import kabari_peran_berakhir
from kinerja.services.suara import teruskan_ikm as _teruskan_ikm


@shared_task
def bersihkan_sesi() -> None:
    """Delete sessions that have expired."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


@shared_task
def teruskan_ikm() -> int:
    """Hand what citizens say of each unit to recognition; returns how many numbers changed."""
    return _teruskan_ikm(hari=timezone.localdate())


@shared_task
def ingatkan_peran() -> int:
    """Tell of roles that end soon; returns how many there are."""
    return kabari_peran_berakhir(hari=timezone.localdate())
