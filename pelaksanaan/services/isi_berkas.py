"""Reading into pictures, PDF and office documents far enough to trust what they claim to be."""

import zipfile
import zlib
from collections.abc import Iterable
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image

PIKSEL_MAKS = {"image/jpeg": 64_000_000, "image/png": 25_000_000, "image/webp": 25_000_000}
"""More than a phone gives; beyond it a picture is made to exhaust memory. JPEG can be decoded in part."""

ISI_ZIP_MAKS = 100 * 1024 * 1024
BERKAS_ZIP_MAKS = 3_000
POTONGAN = 256 * 1024
EKOR_PDF = 4096
UKURAN_INTIP = (512, 512)

MIME_GAMBAR = {"JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
"""MPO is what some phones write: a JPEG with a second picture behind it, opened as JPEG."""

FORMAT = ["JPEG", "PNG", "WEBP"]

ISI_OOXML = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
ISI_ODF = frozenset(
    {"application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet"}
)
JEJAK_MAKRO = ("vbaproject", "vbadata", "activex/", "macrosheets/", "basic/", "scripts/")
TEMPLAT_LUAR = (b'Target="http', b'Target="\\\\')  # fetched over the network when the document is opened
PROGRAM_PDF = (b"/JavaScript", b"/Launch", b"/RichMedia")
SINGGUNG = max(len(kata) for kata in PROGRAM_PDF) - 1


def periksa_gambar(berkas: IO[bytes]) -> str:
    """Return the media type of a sound picture; ValidationError when damaged or far too large."""
    try:
        with Image.open(_dari_awal(berkas), formats=FORMAT) as gambar:
            jenis = MIME_GAMBAR[gambar.format or ""]
            if gambar.width * gambar.height > PIKSEL_MAKS[jenis]:
                raise Image.DecompressionBombError
            gambar.verify()
        if jenis == "image/jpeg":
            _coba_uraikan(berkas)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        pesan = _("Ukuran gambar melebihi batas. Perkecil dulu, misalnya ke 4.000 piksel pada sisi panjang.")
        raise ValidationError(pesan, code="piksel") from None
    except (OSError, ValueError, SyntaxError, EOFError, zlib.error):
        raise ValidationError(
            _("Gambar ini rusak atau tidak lengkap. Ambil ulang fotonya."), code="rusak"
        ) from None
    return jenis


def periksa_pdf(ukuran: int, potongan: Iterable[bytes]) -> None:
    """ValidationError for a PDF without its end, or with a program inside (as far as it is not packed)."""
    dibaca, ekor = 0, b""
    for bagian in potongan:
        dibaca += len(bagian)
        dilihat = ekor[-SINGGUNG:] + bagian
        if any(kata in dilihat for kata in PROGRAM_PDF):
            pesan = _("PDF ini berisi program. Cetak ulang ke PDF (“Print to PDF”), lalu unggah hasilnya.")
            raise ValidationError(pesan, code="program")
        ekor = (ekor + bagian)[-EKOR_PDF:]
    if dibaca != ukuran or b"%%EOF" not in ekor or b"startxref" not in ekor:
        raise ValidationError(
            _("PDF ini rusak atau tidak lengkap. Simpan ulang, lalu unggah lagi."), code="rusak"
        )


def periksa_zip(berkas: IO[bytes]) -> str:
    """Return the media type of an office document; ValidationError for any other archive, macros or bombs."""
    try:
        with zipfile.ZipFile(_dari_awal(berkas)) as arsip:
            daftar = arsip.infolist()
            _tolak_bom(daftar)
            jenis = _jenis_dokumen(arsip, {info.filename for info in daftar})
            _tolak_makro(arsip, daftar)
            _uraikan_semua(arsip, daftar)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        pesan = _("Dokumen ini rusak atau terkunci sandi. Simpan ulang tanpa sandi, lalu unggah lagi.")
        raise ValidationError(pesan, code="rusak") from None
    return jenis


def _dari_awal(berkas: IO[bytes]) -> IO[bytes]:
    berkas.seek(0)
    return berkas


def _coba_uraikan(berkas: IO[bytes]) -> None:
    """Decode a JPEG at an eighth of its size: finds one that is cut off, in little memory."""
    with Image.open(_dari_awal(berkas), formats=["JPEG"]) as gambar:
        gambar.draft("RGB", UKURAN_INTIP)
        gambar.load()


def _tolak_bom(daftar: list[zipfile.ZipInfo]) -> None:
    if len(daftar) > BERKAS_ZIP_MAKS or sum(info.file_size for info in daftar) > ISI_ZIP_MAKS:
        pesan = _("Isi dokumen ini melebihi batas setelah dibuka. Pecah dokumennya atau simpan sebagai PDF.")
        raise ValidationError(pesan, code="bom")


def _jenis_dokumen(arsip: zipfile.ZipFile, nama: set[str]) -> str:
    if "[Content_Types].xml" in nama:
        for isi, jenis in ISI_OOXML.items():
            if isi in nama:
                return jenis
    if "mimetype" in nama and arsip.getinfo("mimetype").file_size < POTONGAN:
        jenis = arsip.read("mimetype").decode("ascii", "replace").strip()
        if jenis in ISI_ODF:
            return jenis
    raise ValidationError(
        _("Arsip ZIP tidak diterima. Unggah isinya satu per satu, atau gabungkan menjadi satu PDF."),
        code="jenis",
    )


def _tolak_makro(arsip: zipfile.ZipFile, daftar: list[zipfile.ZipInfo]) -> None:
    """Refuse macros, embedded programs and templates fetched from elsewhere."""
    nama = [info.filename.lower() for info in daftar]
    bermakro = any(jejak in n for n in nama for jejak in JEJAK_MAKRO)
    tertanam = any("embeddings/" in n and n.endswith(".bin") for n in nama)
    if bermakro or tertanam or _menyebut(arsip, daftar, "[Content_Types].xml", b"macroEnabled"):
        pesan = _("Dokumen ini berisi makro atau program. Simpan tanpa makro (DOCX/XLSX) atau sebagai PDF.")
        raise ValidationError(pesan, code="program")
    if any(_menyebut(arsip, daftar, "settings.xml.rels", sasaran) for sasaran in TEMPLAT_LUAR):
        pesan = _("Dokumen ini mengambil templat dari luar. Simpan sebagai PDF, lalu unggah hasilnya.")
        raise ValidationError(pesan, code="program")


def _menyebut(arsip: zipfile.ZipFile, daftar: list[zipfile.ZipInfo], akhir: str, kata: bytes) -> bool:
    """Whether a part whose name ends with `akhir` contains `kata`."""
    return any(kata in arsip.read(info) for info in daftar if info.filename.endswith(akhir))


def _uraikan_semua(arsip: zipfile.ZipFile, daftar: list[zipfile.ZipInfo]) -> None:
    """Unpack every part piece by piece: a part longer than it says, or damaged, raises BadZipFile."""
    for info in daftar:
        with arsip.open(info) as bagian:
            while bagian.read(POTONGAN):
                pass
