"""How often one network may ask a public page: counters per window in the cache, two commands each."""

import hashlib
import ipaddress
import time

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

SATUAN = {"s": 1, "m": 60, "h": 3600, "d": 86400}
PREFIKS_IPV6 = 64  # what one household or office gets


def lewat_batas(request: HttpRequest, aksi: str) -> bool:
    """Count this request of its network for `aksi`; True when it is one too many.

    Limits are written in settings.BATAS_LAJU as “120/m,2000/h”. Windows are fixed: at their border twice the
    number may pass. Raises KeyError for an action without a limit.
    """
    jaringan = _jaringan(request)
    return any([_hitung(aksi, jaringan, batas) for batas in settings.BATAS_LAJU[aksi].split(",")])


def _hitung(aksi: str, jaringan: str, batas: str) -> bool:
    banyak, _garis, lama = batas.partition("/")
    detik = SATUAN[lama[-1]] * int(lama[:-1] or 1)
    kunci = f"laju:{aksi}:{batas}:{jaringan}:{int(time.time()) // detik}"
    cache.add(kunci, 0, timeout=detik)
    try:
        return bool(cache.incr(kunci) > int(banyak))
    except ValueError:  # the window ended between the two commands
        return False


def _jaringan(request: HttpRequest) -> str:
    """The address behind the proxies we trust, of IPv6 its network; hashed, because nobody needs to read it."""
    alamat = str(get_adapter().get_client_ip(request))
    try:
        ip = ipaddress.ip_address(alamat)
    except ValueError:
        ip = None
    if isinstance(ip, ipaddress.IPv6Address):
        alamat = str(ipaddress.ip_network(f"{ip}/{PREFIKS_IPV6}", strict=False))
    return hashlib.sha256(f"{settings.SECRET_KEY}{alamat}".encode()).hexdigest()[:24]
