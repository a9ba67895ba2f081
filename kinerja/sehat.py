"""Whether the program lives (`/sehat/`) and whether it can work (`/sehat/siap/`)."""

import time
from typing import Any

import structlog
from celery import signals
from django.core.cache import cache
from django.db import Error as DatabaseError
from django.db import connection
from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import RedisError

from kinerja.celery import app

BEAT_KEY = "kinerja:pekerja:detak"
BEAT_EVERY = 10.0  # seconds between two signs of life that are written down
BEAT_MAX = 60  # seconds after which a worker counts as gone

log = structlog.get_logger(__name__)


class _Heart:
    """Remembers when this worker last wrote its sign of life."""

    last = 0.0


@signals.worker_ready.connect
@signals.heartbeat_sent.connect
def beat(**_kwargs: Any) -> None:
    """A worker's main process leaves a sign of life in the cache."""
    now = time.monotonic()
    if now - _Heart.last < BEAT_EVERY:
        return
    _Heart.last = now
    try:
        cache.set(BEAT_KEY, True, timeout=BEAT_MAX)
    except RedisError as e:
        log.warning("detak pekerja tidak tercatat", sebab=str(e))


def readiness() -> dict[str, bool]:
    """Each thing the program cannot work without, and whether it answers."""
    return {"basis_data": _database(), "antrean": _broker(), "pekerja": _worker()}


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def _broker() -> bool:
    try:
        with app.connection_for_write(transport_options={"max_retries": 0}) as broker:
            broker.ensure_connection(max_retries=1, timeout=2)
    except (BrokerError, RedisError, OSError):
        return False
    return True


def _worker() -> bool:
    try:
        return bool(cache.get(BEAT_KEY))
    except RedisError:
        return False
