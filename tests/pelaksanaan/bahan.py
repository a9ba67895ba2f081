"""Files that people and attackers upload, made in memory."""

import io
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

DOCX_JENIS = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n"


def gambar(format="JPEG", ukuran=(64, 48), **lain):
    hasil = io.BytesIO()
    Image.new("RGB", ukuran, (90, 140, 150)).save(hasil, format, **lain)
    return hasil.getvalue()


def arsip(isi, kompresi=zipfile.ZIP_DEFLATED):
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", kompresi) as z:
        for nama, data in isi.items():
            z.writestr(nama, data)
    return hasil.getvalue()


def docx(**tambahan):
    return arsip({"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>", **tambahan})


def odt(jenis="application/vnd.oasis.opendocument.text", **tambahan):
    return arsip({"mimetype": jenis, "content.xml": "<office/>", **tambahan}, zipfile.ZIP_STORED)


def png_raksasa(lebar=20_000, tinggi=20_000):
    """A PNG of a few bytes whose header promises 400 million pixels."""
    return _png(lebar, tinggi, zlib.compress(b"\0" * 100))


def _png(lebar, tinggi, isi):
    def bagian(nama, data):
        penuh = nama + data
        return len(data).to_bytes(4, "big") + penuh + zlib.crc32(penuh).to_bytes(4, "big")

    kepala = lebar.to_bytes(4, "big") + tinggi.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    semua = bagian(b"IHDR", kepala) + bagian(b"IDAT", isi) + bagian(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + semua


def png_isi_rusak():
    """A PNG whose parts are sound and whose packed picture is not."""
    return _png(64, 64, b"bukan zlib")


def unggahan(isi, nama="bukti.jpg"):
    return SimpleUploadedFile(nama, isi)
