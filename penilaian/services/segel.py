"""Sealing: what a colleague wrote is unreadable in the database, all of it of one length.

The key comes from REKAN_KUNCI, which stands outside the database; keys of the past (REKAN_KUNCI_LAMA) still
open what they closed. Sealing again gives different bytes, so nobody can follow an answer through rewrites.
"""

import json
import secrets
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.views.decorators.debug import sensitive_variables

from penilaian.aturan.sebaran_rekan import Isi

PANJANG = 1536  # bytes before sealing; the same for a long text and for none
_NONCE = 12


def muat(isi: Isi) -> bool:
    """Whether this answer fits into a seal."""
    return len(_data(isi)) <= PANJANG


def segel(isi: Isi, *, hasil: UUID) -> bytes:
    """The answer sealed for the result `hasil`: nobody can move it to another person."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + _kunci(settings.REKAN_KUNCI).encrypt(nonce, _data(isi).ljust(PANJANG), hasil.bytes)


@sensitive_variables("data", "butir", "teks")
def buka_segel(tersegel: bytes, *, hasil: UUID) -> Isi | None:
    """What was sealed; None when no key of today or of the past opens it."""
    for rahasia in (settings.REKAN_KUNCI, *settings.REKAN_KUNCI_LAMA):
        try:
            data = _kunci(rahasia).decrypt(tersegel[:_NONCE], tersegel[_NONCE:], hasil.bytes)
        except InvalidTag:
            continue
        butir, teks = json.loads(data)
        return Isi(butir, teks)
    return None


def _data(isi: Isi) -> bytes:
    return json.dumps([isi.butir, isi.teks], ensure_ascii=False, separators=(",", ":")).encode()


def _kunci(rahasia: str) -> AESGCM:
    if rahasia not in _TURUNAN:
        turun = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=b"kinerja jawaban rekan")
        _TURUNAN[rahasia] = AESGCM(turun.derive(rahasia.encode()))
    return _TURUNAN[rahasia]


_TURUNAN: dict[str, AESGCM] = {}
