"""The strict harness: real servers, no network but loopback, warnings are errors."""

import logging
import os
from importlib import import_module
from pathlib import Path

import django
import pytest
from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from django.dispatch import receiver
from django.utils import translation
from hypothesis import HealthCheck, settings

from kinerja.terjemahan import compile_all
from tests import peladen

peladen.start()  # before settings are read
compile_all([Path(__file__).parents[1] / "locale"])  # pages are tested in both languages
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.settings")
django.setup()
peladen.own_cache()
# how fast the machine is just now says nothing about the code
settings.register_profile("kinerja", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kinerja")
logging.root.handlers.clear()  # their stream ends with the loading of this file; pytest catches logs itself


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are no name for a case: those of an archive carry the second in which it was made, and workers
    that collect in different seconds would not agree on what there is to test."""
    return argname if isinstance(val, bytes) else None


@receiver(post_migrate)
def _kebijakan_awal(sender: AppConfig, **_lain: object) -> None:
    """What a migration put into the tables of follow-up is there again after a test has emptied them all."""
    if sender.name == "penghargaan" and not sender.get_model("KebijakanPenghargaan").objects.exists():
        import_module("penghargaan.migrations.0002_kebijakan_awal").isi(apps, None)


@pytest.fixture(autouse=True)
def _bahasa():
    """Each test begins and ends in Indonesian, whatever language its pages were asked for in."""
    with translation.override("id"):
        yield


pytest_plugins = ["tests.pemeran", "tests.peramban", "tests.penilaian.rekan"]
