"""The strict harness: real servers, no network but loopback, warnings are errors."""

import logging
import os

import django

from tests import peladen

peladen.start()  # before settings are read
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.settings")
django.setup()
logging.root.handlers.clear()  # their stream ends with the loading of this file; pytest catches logs itself

pytest_plugins = ["tests.pemeran", "tests.peramban"]
