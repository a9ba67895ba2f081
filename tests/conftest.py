"""The strict harness: real servers, no network but loopback, warnings are errors."""

import os

import django

from tests import peladen

peladen.start()  # before settings are read
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.settings")
django.setup()

pytest_plugins = ["tests.pemeran"]
