"""How many answers one network may give through a poster: counted in the cache, under a salt of the day.

The address of a citizen is never written down: the key is a hash with a random salt that lives in the cache
for a day and nowhere else, so yesterday's keys mean nothing to anybody. A whole waiting room may share one
network, so the limit is wide. When the cache is away, only the number of answers of the day through this
kind of door is left to count, from the rows themselves.
"""

import hashlib
import secrets
from datetime import date

import structlog
from django.core.cache import cache
from redis.exceptions import RedisError

from layanan.enums import Kanal
from layanan.models import KebijakanSurvei, Survei
from layanan.services.pintu import Pintu

SEHARI, SEJAM = 24 * 3600, 3600
catatan = structlog.get_logger(__name__)


def terlalu_sering(*, pintu: Pintu, jaringan: str, hari: date, kebijakan: KebijakanSurvei) -> bool:
    """Count one answer from `jaringan` (an address); True when it is one too many. Receipts are not limited:
    each is good for one answer only."""
    if pintu.kanal != Kanal.POSTER:
        return False
    try:
        sejaringan = _hitung(_kunci(pintu.token, jaringan, hari), SEJAM)
        seposter = _hitung(f"survei:{hari.isoformat()}:{pintu.token}", SEHARI)
    except RedisError as sebab:
        catatan.warning("batas survei tanpa tembolok", sebab=str(sebab))
        return _hari_ini(pintu, hari) >= kebijakan.poster_per_hari
    return sejaringan > kebijakan.poster_per_jam or seposter > kebijakan.poster_per_hari


def _kunci(token: str, jaringan: str, hari: date) -> str:
    garam = cache.get_or_set(f"survei:garam:{hari.isoformat()}", lambda: secrets.token_hex(16), SEHARI)
    return "survei:" + hashlib.sha256(f"{garam}|{token}|{jaringan}".encode()).hexdigest()[:32]


def _hitung(kunci: str, detik: int) -> int:
    cache.add(kunci, 0, detik)
    try:
        return int(cache.incr(kunci))
    except ValueError:  # it ran out between the two
        return 1


def _hari_ini(pintu: Pintu, hari: date) -> int:
    semua = Survei.objects.filter(layanan=pintu.layanan, hari=hari, kanal=Kanal.POSTER)
    return semua.filter(loket_id=pintu.loket_id).count()
