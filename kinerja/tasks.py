"""Housekeeping of the whole program."""

from importlib import import_module

from celery import shared_task
from django.conf import settings


@shared_task
def bersihkan_sesi() -> None:
    """Delete sessions that have expired."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
