"""A small picture of a photo, made when asked for; carries no place and no other data of the original."""

import zlib
from io import BytesIO

from PIL import Image, ImageOps

from pelaksanaan.models import BuktiDukung

SISI = 320
MUTU = 72
# What Pillow raises for data that break in the middle: a PNG is only looked over when it is uploaded.
RUSAK = (OSError, ValueError, SyntaxError, EOFError, zlib.error, Image.DecompressionBombError)


def gambar_kecil(bukti: BuktiDukung) -> bytes:
    """Return a JPEG of at most SISI pixels a side. Raises OSError when the stored file cannot be read."""
    try:
        return _perkecil(bukti)
    except RUSAK as galat:
        raise OSError("not a picture that can be shown") from galat


def _perkecil(bukti: BuktiDukung) -> bytes:
    hasil = BytesIO()
    with bukti.berkas.open("rb") as berkas, Image.open(berkas) as gambar:
        gambar.draft("RGB", (SISI * 2, SISI * 2))
        kecil = ImageOps.exif_transpose(gambar)
        kecil.thumbnail((SISI, SISI))
        kecil.convert("RGB").save(hasil, "JPEG", quality=MUTU, optimize=True)
    return hasil.getvalue()
