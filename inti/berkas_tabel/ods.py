"""Rows of an ODS: a short content may repeat a cell or a row a million times, so that is counted before."""

import re
import zipfile
import zlib
from collections.abc import Iterator

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum, ZipError

from inti.berkas_tabel.dasar import Baris, BerkasDitolak, Lembar, Sumber, aliran, ukuran
from inti.tanda import kalimat

JENIS = b"application/vnd.oasis.opendocument.spreadsheet"
URAI_ODS = 256 * 1024 * 1024
SEL_ODS = 8_000_000
RASIO_ODS = 400
_BARIS = re.compile(rb"<table:table-row\b([^>]*?)(/>|>(.*?)</table:table-row>)", re.S)
_SEL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)(/?)>")
_ULANG_BARIS = re.compile(rb"number-rows-repeated\s*=\s*[\"']([0-9]{1,9})")
_ULANG_SEL = re.compile(rb"number-columns-repeated\s*=\s*[\"']([0-9]{1,9})")
RUSAK = kalimat(
    "Berkas ODS ini rusak dan tidak dapat dibaca. Buka di LibreOffice, simpan ulang, lalu unggah lagi."
)


def lembar_ods(sumber: Sumber) -> Iterator[Lembar]:
    """The visible sheets, in order. Raises BerkasDitolak."""
    _ukur(sumber)
    try:
        with aliran(sumber) as isi:
            buku = CalamineWorkbook.from_filelike(isi)
        tampak = [s.name for s in buku.sheets_metadata if s.visible == SheetVisibleEnum.Visible]
    except (PasswordError, CalamineError, ZipError, OSError, ValueError):
        raise BerkasDitolak(RUSAK) from None
    return (Lembar(nama, _baris(buku, nama)) for nama in tampak)


def _baris(buku: CalamineWorkbook, nama: str) -> Iterator[Baris]:
    try:
        yield from buku.get_sheet_by_name(nama).iter_rows()
    except (CalamineError, ZipError, OSError, ValueError):
        raise BerkasDitolak(RUSAK) from None


def _ukur(sumber: Sumber) -> None:
    try:
        with aliran(sumber) as isi, zipfile.ZipFile(isi) as arsip:
            _periksa_sandi(arsip)
            satu = arsip.getinfo("content.xml")
            terurai = sum(i.file_size for i in arsip.infolist())
            if (
                terurai > min(URAI_ODS, max(ukuran(sumber), 50_000) * RASIO_ODS)
                or _sel(arsip.read(satu)) > SEL_ODS
            ):
                raise BerkasDitolak(
                    kalimat(
                        "Berkas ODS ini terlalu besar bila dibuka. Hapus baris dan kolom yang tidak dipakai, "
                        "atau simpan sebagai CSV, lalu unggah lagi."
                    )
                )
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, ValueError, RuntimeError):
        raise BerkasDitolak(RUSAK) from None


def _periksa_sandi(arsip: zipfile.ZipFile) -> None:
    nama = arsip.namelist()
    if any(n.startswith("Basic/") for n in nama):
        raise BerkasDitolak(kalimat("Berkas ODS ini berisi makro. Simpan tanpa makro, lalu unggah lagi."))
    if "META-INF/manifest.xml" in nama and b"encryption-data" in arsip.read("META-INF/manifest.xml"):
        raise BerkasDitolak(
            kalimat("Berkas ODS ini terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu unggah lagi.")
        )


def _sel(xml: bytes) -> int:
    """Cells with content that the sheet unfolds to; trailing empty ones do not count."""
    jumlah = 0
    for cocok in _BARIS.finditer(xml):
        sel = list(_SEL.finditer(cocok[3] or b""))
        while sel and sel[-1][2]:  # an empty element
            sel.pop()
        if not sel:
            continue
        lebar = sum(_ulang(_ULANG_SEL, s[1]) for s in sel)
        jumlah += lebar * _ulang(_ULANG_BARIS, cocok[1])
    return jumlah


def _ulang(pola: re.Pattern[bytes], ciri: bytes) -> int:
    cocok = pola.search(ciri)
    return int(cocok[1]) if cocok else 1
