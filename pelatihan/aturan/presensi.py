"""The code on the instructor's screen: changes every 30 seconds, proves the place and the moment. Pure.

Only the server's clock counts, so a phone whose clock is wrong is no hindrance. The code names the session and
the half minute; a picture sent on is worth nothing a minute later.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from hashlib import sha256

from inti.tanda import Kalimat, kalimat

DETIK = 30
TOLERANSI = 1  # half minutes a code is still taken after it left the screen
PANJANG_TANDA = 24
LONGGAR = timedelta(hours=1)  # before the first and after the last hour of the day
TENGAH_HARI = time(12, 30)
PAGI, SIANG = "pagi", "siang"


@dataclass(frozen=True)
class Penolakan:
    """Why a code is not taken, in a word for the program and a sentence for the person."""

    kode: str
    alasan: Kalimat


RUSAK = Penolakan("rusak", kalimat("Kode ini tidak dapat dibaca. Pindai lagi kode di layar pengajar."))
LAMA = Penolakan(
    "lama",
    kalimat("Kode ini sudah berganti; kode berlaku setengah menit. Pindai kode yang sekarang ada di layar."),
)


def jendela(pada: datetime) -> int:
    """The number of the half minute."""
    return int(pada.timestamp()) // DETIK


def sisa_detik(pada: datetime) -> int:
    """Seconds until the code changes, 1 to 30."""
    return DETIK - int(pada.timestamp()) % DETIK


def buat_kode(rahasia: bytes, sesi: str, pada: datetime) -> str:
    """The code of a session at a moment."""
    nomor = jendela(pada)
    return f"{nomor:x}-{_tanda(rahasia, sesi, nomor)}"


def periksa_kode(rahasia: bytes, sesi: str, kode: str, pada: datetime) -> Penolakan | None:
    """None when the code was on the screen of this session just now, else why not."""
    depan, _garis, tanda = kode.partition("-")
    try:
        nomor = int(depan, 16)
    except ValueError:
        return RUSAK
    if not hmac.compare_digest(_tanda(rahasia, sesi, nomor).encode(), tanda.encode()):
        return RUSAK
    umur = jendela(pada) - nomor
    return None if 0 <= umur <= TOLERANSI else LAMA


def bagian_hari(mulai: time, selesai: time) -> tuple[str, ...]:
    """The parts of a day that are counted: a day that ends by half past twelve has one, and so has an
    afternoon."""
    if mulai >= TENGAH_HARI:
        return (SIANG,)
    return (PAGI,) if selesai <= TENGAH_HARI else (PAGI, SIANG)


def bagian_kini(sekarang: datetime, mulai: time, selesai: time) -> str | None:
    """The part that is counted at the local time `sekarang`; None outside the hours of the session."""
    hari = sekarang.date()
    awal = datetime.combine(hari, mulai, tzinfo=sekarang.tzinfo) - LONGGAR
    akhir = datetime.combine(hari, selesai, tzinfo=sekarang.tzinfo) + LONGGAR
    if not awal <= sekarang <= akhir:
        return None
    semua = bagian_hari(mulai, selesai)
    return semua[0] if len(semua) == 1 or sekarang.time() < TENGAH_HARI else SIANG


def _tanda(rahasia: bytes, sesi: str, nomor: int) -> str:
    return hmac.new(rahasia, f"presensi:{sesi}:{nomor}".encode(), sha256).hexdigest()[:PANJANG_TANDA]
