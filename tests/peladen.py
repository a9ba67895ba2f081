"""Throw-away PostgreSQL and Valkey for a test run: one pair for all xdist workers (a database and a cache each)."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings

from kinerja.lokal.servers import Pair

MARK = "KINERJA_UJI_PELADEN"  # set in the environment of workers and child processes of this run
DATABASES = 16  # of Valkey unless told otherwise: 0 is the broker, 1 the cache of a run without workers


def start() -> None:
    """Start the pair unless this run already has one, and put its addresses into the environment."""
    if MARK in os.environ:
        return
    folder = Path(tempfile.mkdtemp(prefix="kinerja-uji-"))
    folder.chmod(0o711)  # PostgreSQL runs as another user when the tests run as root
    pair = Pair(folder, throw_away=True)
    pair.__enter__()
    os.environ |= pair.environment()
    os.environ[MARK] = str(folder)
    os.environ["DATA"] = str(folder)
    os.environ["KINERJA_MODE"] = "coba"
    os.environ["STATIC_STORAGE"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    os.environ["LOG_LEVEL"] = "WARNING"
    (folder / "static").mkdir()
    atexit.register(_stop, pair, folder)


def own_cache() -> None:
    """A cache for each worker: a test that empties it must not empty what another one is counting.

    A worker has read its settings by then, from the environment of its parent.
    """
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if worker:
        number = 2 + int(worker.removeprefix("gw")) % (DATABASES - 2)
        url = os.environ["CACHE_URL"].rpartition("=")[0] + f"={number}"
        os.environ["CACHE_URL"] = settings.CACHE_URL = settings.CACHES["default"]["LOCATION"] = url


def _stop(pair: Pair, folder: Path) -> None:
    pair.close()
    shutil.rmtree(folder, ignore_errors=True)
