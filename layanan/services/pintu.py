"""The doors to the survey: unguessable tokens of posters and receipts, and what stands behind one."""

import secrets
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.utils import timezone

from inti.kalender import hari_ini
from layanan.enums import Kanal
from layanan.models import Layanan, Poster, Struk

HURUF = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike, so that it can be typed
PANJANG = 14  # 31^14: some 69 bits
AWAL = {Kanal.POSTER: "p", Kanal.STRUK: "s"}


class Keadaan(StrEnum):
    """Whether the door is open, and if not, why."""

    TERBUKA = "terbuka"
    TERPAKAI = "terpakai"
    KEDALUWARSA = "kedaluwarsa"
    DITUTUP = "ditutup"


@dataclass(frozen=True)
class Pintu:
    """A door that exists."""

    kanal: Kanal
    token: str
    layanan: Layanan
    loket_id: UUID | None
    loket: str
    keadaan: Keadaan
    berlaku_sampai: date | None = None


def token_baru(kanal: Kanal) -> str:
    """A new token; its first letter says which kind of door it opens."""
    return AWAL[kanal] + "".join(secrets.choice(HURUF) for _ in range(PANJANG))


def cari_pintu(token: str, hari: date | None = None) -> Pintu | None:
    """The door of this token as it stands on `hari` (today where the service is), in one query; None when there
    is none."""
    teks = token.lower()
    if len(teks) != PANJANG + 1:
        return None
    if teks.startswith(AWAL[Kanal.STRUK]):
        return _struk(teks, hari)
    return _poster(teks) if teks.startswith(AWAL[Kanal.POSTER]) else None


def _poster(token: str) -> Pintu | None:
    poster = Poster.objects.select_related("layanan__unit", "loket").filter(token=token).first()
    if poster is None:
        return None
    loket = poster.loket
    terbuka = poster.aktif and poster.layanan.aktif and (loket is None or loket.aktif)
    return Pintu(
        Kanal.POSTER,
        token,
        poster.layanan,
        poster.loket_id,
        loket.nama if loket else "",
        Keadaan.TERBUKA if terbuka else Keadaan.DITUTUP,
    )


def _struk(token: str, hari: date | None) -> Pintu | None:
    struk = Struk.objects.select_related("lembar__layanan__unit", "lembar__loket").filter(token=token).first()
    if struk is None:
        return None
    lembar = struk.lembar
    keadaan = Keadaan.TERBUKA
    if struk.terpakai:
        keadaan = Keadaan.TERPAKAI
    elif lembar.berlaku_sampai < (hari or hari_ini(lembar.layanan.unit.zona, timezone.now())):
        keadaan = Keadaan.KEDALUWARSA
    elif not lembar.layanan.aktif:
        keadaan = Keadaan.DITUTUP
    nama = lembar.loket.nama if lembar.loket else ""
    return Pintu(Kanal.STRUK, token, lembar.layanan, lembar.loket_id, nama, keadaan, lembar.berlaku_sampai)
