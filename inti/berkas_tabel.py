"""Reads the rows of an uploaded table, XLSX or CSV, and refuses everything else with a sentence.

What a file claims is not believed: its kind is told by its content, an XLSX is measured before it is opened
(a few kilobytes may unpack to gigabytes, and one far cell makes a sheet of billions of empty ones).
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum, ZipError

from inti.tanda import kalimat

BARIS_MAKS = 200_000  # rows of one file
KOLOM_MAKS = 256
URAI_MAKS = 768 * 1024 * 1024  # bytes an XLSX may unpack to
RASIO_MAKS = 200  # unpacked to packed; sheets of people stay below 40
TEKS_MAKS = 32_767  # characters of a cell, Excel's own limit

Baris = list[Any]


class BerkasDitolak(Exception):
    """The file as a whole cannot be used; the text is a sentence for the person who chose it."""


@dataclass(frozen=True)
class Lembar:
    """One sheet: its name ("" for CSV) and its rows, to be read once."""

    nama: str
    baris: Iterator[Baris]


def buka(isi: bytes) -> Iterator[Lembar]:
    """The sheets of a file, in order, hidden ones left out. Raises BerkasDitolak."""
    if not isi.strip():
        raise BerkasDitolak(kalimat("Berkas ini kosong. Pilih berkas XLSX atau CSV yang berisi data."))
    if isi.startswith(b"PK\x03\x04"):
        return _lembar_xlsx(isi)
    _tolak_jenis_lain(isi)
    return iter([Lembar("", _baris_csv(isi))])


def _tolak_jenis_lain(isi: bytes) -> None:
    if isi.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in isi:
            raise BerkasDitolak(
                kalimat(
                    "Berkas Excel ini terkunci dengan kata sandi. Buka di Excel, hapus kata sandinya "
                    "(Berkas › Info › Proteksi), simpan, lalu unggah lagi."
                )
            )
        raise BerkasDitolak(
            kalimat(
                "Berkas ini berformat Excel lama (.xls). Buka di Excel, simpan sebagai .xlsx, lalu unggah lagi."
            )
        )
    if isi.startswith(b"%PDF") or b"\x00" in isi:
        raise BerkasDitolak(
            kalimat("Berkas ini bukan XLSX atau CSV. Unggah berkas ekspor SIASN dalam format XLSX.")
        )


# --- XLSX -----------------------------------------------------------------------------------------------

# A cell or row address right of column IV or below row 200,000.
_ALAMAT_JAUH = re.compile(
    rb"""\sr\s*=\s*["'](?:(?:[A-Z]{3,}|[J-Z][A-Z]|I[W-Z])[0-9]|[A-Z]*(?:[2-9][0-9]{5}|[1-9][0-9]{6}))"""
)
_BARIS_TERAKHIR = re.compile(rb"""\br\s*=\s*["']([0-9]{1,9})["']""")
_RUSAK = kalimat(
    "Berkas XLSX ini rusak dan tidak dapat dibaca. Buka di Excel, simpan ulang, lalu unggah lagi."
)


def _lembar_xlsx(isi: bytes) -> Iterator[Lembar]:
    _ukur_xlsx(isi)
    try:
        buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
        tampak = [s.name for s in buku.sheets_metadata if s.visible == SheetVisibleEnum.Visible]
    except PasswordError:
        raise BerkasDitolak(
            kalimat("Berkas Excel ini terkunci dengan kata sandi. Hapus kata sandinya.")
        ) from None
    except (CalamineError, ZipError, OSError, ValueError):
        raise BerkasDitolak(_RUSAK) from None
    return (Lembar(nama, _baris_lembar(buku, nama)) for nama in tampak)


def _baris_lembar(buku: CalamineWorkbook, nama: str) -> Iterator[Baris]:
    try:
        yield from buku.get_sheet_by_name(nama).iter_rows()
    except (CalamineError, ZipError, OSError, ValueError):
        raise BerkasDitolak(_RUSAK) from None


def _ukur_xlsx(isi: bytes) -> None:
    """Refuse archives that are no plain XLSX, are damaged, or unpack to more than a table of people needs."""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            _periksa_daftar(arsip, len(isi))
            bersama = _isi_terpanjang(arsip)
            for nama in arsip.namelist():
                if nama.startswith("xl/worksheets/") and nama.endswith(".xml"):
                    _periksa_lembar(arsip.read(nama), bersama)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise BerkasDitolak(_RUSAK) from None


def _periksa_daftar(arsip: zipfile.ZipFile, ukuran: int) -> None:
    nama = set(arsip.namelist())
    if any(n.lower().endswith("vbaproject.bin") for n in nama):
        raise BerkasDitolak(
            kalimat("Berkas Excel ini berisi makro (.xlsm). Simpan sebagai .xlsx, lalu unggah lagi.")
        )
    if "xl/workbook.xml" not in nama:
        raise BerkasDitolak(
            kalimat("Berkas ini bukan XLSX. Simpan datanya sebagai .xlsx atau CSV, lalu unggah lagi.")
        )
    terurai = sum(i.file_size for i in arsip.infolist())
    if len(nama) > 2000 or terurai > min(URAI_MAKS, max(ukuran, 50_000) * RASIO_MAKS):
        raise BerkasDitolak(
            kalimat(
                "Berkas ini membengkak menjadi %(mib)s MiB bila dibuka, jauh melebihi berkas data pegawai. "
                "Simpan ulang datanya dari SIASN atau sebagai CSV.",
                mib=terurai // 1024 // 1024,
            )
        )


def _isi_terpanjang(arsip: zipfile.ZipFile) -> int:
    """Bytes of the longest shared text: every cell that points to it gets a copy."""
    if "xl/sharedStrings.xml" not in arsip.namelist():
        return 0
    terpanjang = max(len(potong) for potong in arsip.read("xl/sharedStrings.xml").split(b"si>"))
    if terpanjang > 8 * TEKS_MAKS:
        raise BerkasDitolak(
            kalimat("Sebuah sel pada berkas ini terlalu panjang. Isi sel paling banyak 32.767 huruf.")
        )
    return terpanjang


def _periksa_lembar(xml: bytes, teks_terpanjang: int) -> None:
    if b"\x00" in xml[:200]:
        raise BerkasDitolak(_RUSAK)
    if _ALAMAT_JAUH.search(xml) or _melompat(xml):
        raise BerkasDitolak(
            kalimat(
                "Lembar ini memiliki isi di luar kolom ke-%(kolom)s atau jauh di bawah data (paling banyak "
                "%(baris)s baris). Hapus baris dan kolom yang tidak dipakai, simpan, lalu unggah lagi; bila "
                "datanya memang sebanyak itu, bagi menjadi beberapa berkas.",
                kolom=KOLOM_MAKS,
                baris=BARIS_MAKS,
            )
        )
    if teks_terpanjang * xml.count(b"<c ") > 16 * URAI_MAKS:
        raise BerkasDitolak(
            kalimat("Isi sel pada berkas ini terlalu panjang untuk data pegawai. Periksa isinya.")
        )


def _melompat(xml: bytes) -> bool:
    """Whether the last row stands far below so many rows as there are."""
    nomor = _BARIS_TERAKHIR.search(xml, max(xml.rfind(b"<row"), 0))
    return nomor is not None and int(nomor[1]) > 20 * xml.count(b"<row") + 1000


# --- CSV ------------------------------------------------------------------------------------------------


def _baris_csv(isi: bytes) -> Iterator[Baris]:
    teks = _sandi(isi)
    pemisah = _pemisah(teks[:20_000])
    try:
        for n, baris in enumerate(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)):
            if n > BARIS_MAKS + 20 or len(baris) > KOLOM_MAKS:
                raise BerkasDitolak(
                    kalimat(
                        "Berkas CSV ini melebihi %(baris)s baris atau %(kolom)s kolom. Bagi menjadi "
                        "beberapa berkas, dan pastikan kolomnya dipisah koma atau titik koma.",
                        baris=BARIS_MAKS,
                        kolom=KOLOM_MAKS,
                    )
                )
            yield baris
    except csv.Error:
        raise BerkasDitolak(
            kalimat(
                "Berkas CSV ini tidak dapat dibaca: ada tanda kutip yang tidak ditutup "
                "atau sel yang terlalu panjang."
            )
        ) from None


def _sandi(isi: bytes) -> str:
    """UTF-8 with or without a mark, otherwise Windows-1252 as Excel writes it."""
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError:
        return isi.decode("cp1252", errors="replace")


def _pemisah(awal: str) -> str:
    """The separator by which the most of the first lines have the same, greatest number of cells."""

    def nilai(pemisah: str) -> tuple[int, int]:
        lebar = [len(baris) for baris in csv.reader(awal.splitlines()[:20], delimiter=pemisah)]
        terlebar = max(lebar, default=0)
        return (lebar.count(terlebar), terlebar) if terlebar > 1 else (0, 0)

    try:
        return max((",", ";", "\t"), key=nilai)
    except csv.Error:
        return ","
