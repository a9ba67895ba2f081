"""Whether an uploaded file may be kept as evidence: judged by its content, never by its name.

The bytes are kept as they came, with the place a photo may carry in it: the hash of the original is what
makes it evidence. Who may see them is decided by the permission, not by editing the picture.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

import puremagic
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from pelaksanaan.services.isi_berkas import periksa_gambar, periksa_pdf, periksa_zip

POTONGAN = 256 * 1024
AWAL_DIBACA = 4096
PANJANG_NAMA = 120

AKHIRAN = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
}
"""Every kind that is kept, with the ending a name gets when it claims something else."""

SAMA = {".jpeg": ".jpg", ".jpe": ".jpg", ".jfif": ".jpg"}
TAMPIL_LANGSUNG = frozenset({"image/jpeg", "image/png", "image/webp", "application/pdf"})
"""Kinds a browser may show in its sandbox; the others are only downloaded."""

GAMBAR = frozenset({"image/jpeg", "image/png", "image/webp"})


@dataclass(frozen=True)
class BerkasTerperiksa:
    """A file that was looked into: what it is, how large, its hash, and a name that is safe to offer."""

    berkas: File
    nama: str
    jenis_konten: str
    ukuran: int
    sha256: str


def periksa_berkas(berkas: File) -> BerkasTerperiksa:
    """Look into `berkas` and return what it really is.

    Raises ValidationError with a sentence for a file that is empty, too large, of a kind that is not kept,
    damaged, or made to do harm (macros, scripts, a picture or archive that unpacks into gigabytes).
    """
    _periksa_ukuran(berkas)
    berkas.seek(0)
    jenis = _kenali(berkas, berkas.read(AWAL_DIBACA))
    nama = nama_aman(berkas.name or "", jenis)
    return BerkasTerperiksa(berkas, nama, jenis, berkas.size, _sidik(berkas))


def nama_aman(nama: str, jenis: str) -> str:
    """The name somebody gave, without folders or control characters, with the ending of the real kind."""
    asli = PurePath(nama.replace("\\", "/")).name
    bersih = "".join(h for h in asli if h.isprintable() and h not in '"<>|:*?;').strip(" .")
    akhiran, benar = PurePath(bersih).suffix.lower(), AKHIRAN[jenis]
    if SAMA.get(akhiran, akhiran) != benar:
        return f"{bersih[:PANJANG_NAMA] or 'bukti'}{benar}"
    return f"{bersih[: -len(akhiran)][:PANJANG_NAMA]}{akhiran}"


def _periksa_ukuran(berkas: File) -> None:
    if not berkas.size:
        raise ValidationError(_("Berkas ini kosong. Pilih berkas lain."), code="kosong")
    if berkas.size > settings.BUKTI_UKURAN_MAKS:
        ukuran = {"ukuran": filesizeformat(berkas.size), "maks": filesizeformat(settings.BUKTI_UKURAN_MAKS)}
        pesan = _("Berkas terlalu besar: %(ukuran)s, paling besar %(maks)s. Perkecil atau pecah berkasnya.")
        raise ValidationError(pesan, code="ukuran", params=ukuran)


def _kenali(berkas: File, awal: bytes) -> str:
    """The kind by its first bytes, proved by reading on; ValidationError when it is none of ours."""
    if awal.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or awal[8:12] == b"WEBP":
        return periksa_gambar(berkas)
    if awal.startswith(b"%PDF-"):
        periksa_pdf(berkas.size, _potongan(berkas))
        return "application/pdf"
    if awal.startswith(b"PK\x03\x04"):
        return periksa_zip(berkas)
    raise ValidationError(_penolakan(awal), code="jenis")


def _penolakan(awal: bytes) -> str:
    """Why this kind is not kept, and what to do instead."""
    akhiran = _tebakan(awal)
    if akhiran in {".heif", ".heic", ".avif"}:
        return _(
            "Foto HEIC/AVIF belum dapat diterima. Atur kamera ke format JPEG, atau kirim tangkapan layarnya."
        )
    if akhiran in {".doc", ".xls", ".ppt", ".spo"}:
        return _(
            "Berkas Office lama belum dapat diterima. Simpan sebagai DOCX, XLSX, atau PDF lalu unggah lagi."
        )
    return _(
        "Isi berkas ini bukan foto atau dokumen yang dapat diterima. "
        "Gunakan JPEG, PNG, WebP, PDF, DOCX, XLSX, ODT, atau ODS."
    )


def _tebakan(awal: bytes) -> str:
    try:
        return puremagic.from_string(awal)
    except (puremagic.PureError, ValueError):
        return ""


def _potongan(berkas: File) -> Iterator[bytes]:
    berkas.seek(0)
    while potongan := berkas.read(POTONGAN):
        yield potongan


def _sidik(berkas: File) -> str:
    """SHA-256 of the whole content, read piece by piece; leaves the file at its start."""
    sidik = hashlib.sha256()
    for potongan in _potongan(berkas):
        sidik.update(potongan)
    berkas.seek(0)
    return sidik.hexdigest()
