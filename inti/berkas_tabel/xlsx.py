"""Rows of an XLSX: measured before it is opened, then read in parts of some thousand rows.

The reader (calamine) holds a whole sheet: 100,000 people of 69 columns would take half a gigabyte. So a large
sheet is cut at the ends of rows and each part is given to it as a small workbook of its own, with the shared
texts and formats of the whole.
"""

import itertools
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum, ZipError

from inti.berkas_tabel.dasar import (
    BARIS_LEMBAR,
    KOLOM_MAKS,
    RASIO_MAKS,
    SEL_MAKS,
    TEKS_MAKS,
    URAI_MAKS,
    Baris,
    BerkasDitolak,
    Lembar,
    Sumber,
    aliran,
    ukuran,
)
from inti.tanda import kalimat

BAGIAN = 32 * 1024 * 1024  # bytes of a sheet's XML that are read at once
_POTONG = 4 * 1024 * 1024
_SAMBUNG = 200  # bytes kept so that nothing is missed where two pieces meet
_LEMBAR = re.compile(r"xl/worksheets/[^/]+\.xml")

# A cell or row address right of column IV or below Excel's last row.
_ALAMAT_JAUH = re.compile(
    rb"""\sr\s*=\s*["'](?:(?:[A-Z]{3,}|[J-Z][A-Z]|I[W-Z])[0-9]|[A-Z]*(?:[2-9][0-9]{6}|[1-9][0-9]{7}))"""
)
_BARIS_TERAKHIR = re.compile(rb"""\br\s*=\s*["']([0-9]{1,9})["']""")
_AWAL_DATA = re.compile(rb"<(?:\w+:)?sheetData\s*>")
_AKHIR_BARIS = re.compile(rb"</(?:\w+:)?row\s*>|<(?:\w+:)?row(?:\s[^<>]*)?/>")
RUSAK = kalimat(
    "Berkas XLSX ini rusak dan tidak dapat dibaca. Buka di Excel, simpan ulang, lalu unggah lagi."
)
_GALAT_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
_GALAT_BACA = (CalamineError, ZipError, OSError, ValueError)


def lembar_xlsx(sumber: Sumber) -> Iterator[Lembar]:
    """The visible sheets, in order. Raises BerkasDitolak."""
    besar = ukur(sumber)
    try:
        with aliran(sumber) as isi:
            buku = CalamineWorkbook.from_filelike(isi)
            tampak = [s.name for s in buku.sheets_metadata if s.visible == SheetVisibleEnum.Visible]
    except PasswordError:
        raise BerkasDitolak(
            kalimat("Berkas Excel ini terkunci dengan kata sandi. Hapus kata sandinya.")
        ) from None
    except _GALAT_BACA:
        raise BerkasDitolak(RUSAK) from None
    anggota = _anggota_lembar(sumber) if besar else {}
    return (
        Lembar(nama, _baris_bagian(sumber, nama, anggota[nama]) if nama in anggota else _baris(buku, nama))
        for nama in tampak
    )


def _baris(buku: CalamineWorkbook, nama: str) -> Iterator[Baris]:
    try:
        yield from buku.get_sheet_by_name(nama).iter_rows()
    except _GALAT_BACA:
        raise BerkasDitolak(RUSAK) from None


# --- measured before it is opened ---------------------------------------------------------------------------


def ukur(sumber: Sumber) -> bool:
    """Refuse archives that are no plain XLSX, are damaged, or unpack to more than a table of people needs.

    Returns whether a sheet is so large that it is to be read in parts. Raises BerkasDitolak.
    """
    besar = False
    try:
        with aliran(sumber) as isi, zipfile.ZipFile(isi) as arsip:
            _periksa_daftar(arsip, ukuran(sumber))
            bersama = _teks_terpanjang(arsip)
            for satu in arsip.infolist():
                if _LEMBAR.fullmatch(satu.filename):
                    _periksa_lembar(arsip, satu.filename, bersama)
                    besar |= satu.file_size > BAGIAN
    except _GALAT_ZIP:
        raise BerkasDitolak(RUSAK) from None
    return besar


def _periksa_daftar(arsip: zipfile.ZipFile, ukuran_berkas: int) -> None:
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
    if len(nama) > 2000 or terurai > min(URAI_MAKS, max(ukuran_berkas, 50_000) * RASIO_MAKS):
        raise BerkasDitolak(
            kalimat(
                "Berkas ini membengkak menjadi %(mib)s MiB bila dibuka, jauh melebihi berkas data pegawai. "
                "Simpan ulang datanya dari SIASN atau sebagai CSV.",
                mib=terurai // 1024 // 1024,
            )
        )


def _potongan(arsip: zipfile.ZipFile, nama: str) -> Iterator[bytes]:
    """The member piece by piece; each begins with the end of the one before."""
    ekor = b""
    with arsip.open(nama) as isi:
        while potong := isi.read(_POTONG):
            yield ekor + potong
            ekor = (ekor + potong)[-_SAMBUNG:]


def _teks_terpanjang(arsip: zipfile.ZipFile) -> int:
    """Bytes of the longest shared text: every cell that points to it gets a copy."""
    if "xl/sharedStrings.xml" not in arsip.namelist():
        return 0
    terpanjang = berjalan = 0
    with arsip.open("xl/sharedStrings.xml") as isi:
        while potong := isi.read(_POTONG):
            awal, *lanjut = potong.split(b"si>")
            terpanjang = max(terpanjang, berjalan + len(awal), *map(len, lanjut or [b""]))
            berjalan = len(lanjut[-1]) if lanjut else berjalan + len(awal)
    if terpanjang > 8 * TEKS_MAKS:
        raise BerkasDitolak(
            kalimat("Sebuah sel pada berkas ini terlalu panjang. Isi sel paling banyak 32.767 huruf.")
        )
    return terpanjang


def _periksa_lembar(arsip: zipfile.ZipFile, nama: str, teks_terpanjang: int) -> None:
    sel = baris = 0
    akhir = b""
    for n, potong in enumerate(_potongan(arsip, nama)):
        if n == 0 and b"\x00" in potong[:200]:
            raise BerkasDitolak(RUSAK)
        if _ALAMAT_JAUH.search(potong):
            raise _di_luar()
        sel += potong.count(b"<c ") + potong.count(b":c ")
        baris += potong.count(b"<row") + potong.count(b":row ")
        awal_baris = max(potong.rfind(b"<row"), potong.rfind(b":row "))
        akhir = potong[awal_baris:][:_SAMBUNG] if awal_baris >= 0 else akhir
    nomor = _BARIS_TERAKHIR.search(akhir)
    if nomor is not None and int(nomor[1]) > 20 * baris + 1000:
        raise _di_luar()
    if sel > SEL_MAKS or teks_terpanjang * sel > 16 * URAI_MAKS:
        raise BerkasDitolak(
            kalimat("Isi sel pada berkas ini terlalu panjang untuk data pegawai. Periksa isinya.")
        )


def _di_luar() -> BerkasDitolak:
    return BerkasDitolak(
        kalimat(
            "Lembar ini memiliki isi di luar kolom ke-%(kolom)s atau jauh di bawah data (paling banyak "
            "%(baris)s baris). Hapus baris dan kolom yang tidak dipakai, simpan, lalu unggah lagi; bila "
            "datanya memang sebanyak itu, bagi menjadi beberapa berkas.",
            kolom=KOLOM_MAKS,
            baris=BARIS_LEMBAR,
        )
    )


# --- read in parts ------------------------------------------------------------------------------------------

_HUBUNGAN = re.compile(rb"<(?:\w+:)?Relationship\s[^<>]*>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^<>]*>")


def _ciri(tag: bytes, nama: bytes) -> str:
    """The value of an attribute; "" when the tag has none."""
    cocok = re.search(rb"""[\s:]%s\s*=\s*(?:"([^"]*)"|'([^']*)')""" % nama, tag)
    isi = (cocok[1] or cocok[2] or b"") if cocok else b""
    return isi.decode("utf-8", "replace")


def _anggota_lembar(sumber: Sumber) -> dict[str, str]:
    """Which member of the archive holds which sheet; sheets that cannot be told are read whole."""
    with aliran(sumber) as isi, zipfile.ZipFile(isi) as arsip:
        nama = set(arsip.namelist())
        if "xl/_rels/workbook.xml.rels" not in nama:
            return {}
        hubungan = {
            _ciri(t, b"Id"): "xl/" + _ciri(t, b"Target").removeprefix("/xl/").removeprefix("xl/")
            for t in _HUBUNGAN.findall(arsip.read("xl/_rels/workbook.xml.rels"))
        }
        pasangan = (
            (_ciri(t, b"name"), hubungan.get(_ciri(t, b"r:id") or _ciri(t, b"id"), ""))
            for t in _SHEET.findall(arsip.read("xl/workbook.xml"))
        )
        return {n: a for n, a in pasangan if a in nama and "&" not in n}


def _baris_bagian(sumber: Sumber, nama: str, anggota: str) -> Iterator[Baris]:
    """The rows of a sheet, part by part, with empty rows where numbers are left out, as Excel shows them."""
    sudah = 0
    try:
        with aliran(sumber) as isi, zipfile.ZipFile(isi) as arsip, tempfile.TemporaryDirectory() as folder:
            pemotong = _Pemotong(arsip, anggota, Path(folder))
            while pemotong.berikut():
                semua = CalamineWorkbook.from_path(str(pemotong.tujuan)).get_sheet_by_name(nama).iter_rows()
                for baris in itertools.islice(semua, sudah, None):  # counted from the sheet's first row
                    sudah += 1
                    yield baris
    except (*_GALAT_ZIP, *_GALAT_BACA):
        raise BerkasDitolak(RUSAK) from None


class _Pemotong:
    """Writes one small workbook after the other, each with the next rows of a large sheet."""

    def __init__(self, arsip: zipfile.ZipFile, anggota: str, folder: Path) -> None:
        self.tujuan, self._dasar = folder / "bagian.xlsx", folder / "dasar.xlsx"
        self._anggota = anggota
        self._isi = arsip.open(anggota)
        self._kepala = b""
        self._sisa = b""
        self._tulis_dasar(arsip)

    def berikut(self) -> bool:
        """Write the next part; False when the sheet is at its end."""
        awal = self._sisa or self._isi.read(_POTONG)
        if not awal:
            return False
        shutil.copyfile(self._dasar, self.tujuan)
        with (
            zipfile.ZipFile(self.tujuan, "a", zipfile.ZIP_STORED) as kecil,
            kecil.open(self._anggota, "w", force_zip64=True) as ke,
        ):
            self._tulis(ke, awal)
        return True

    def _tulis_dasar(self, arsip: zipfile.ZipFile) -> None:
        """What all parts share, unpacked once."""
        with zipfile.ZipFile(self._dasar, "w", zipfile.ZIP_STORED) as kecil:
            for satu in arsip.namelist():
                if not satu.startswith(("xl/worksheets/", "xl/media/", "xl/drawings/")):
                    with arsip.open(satu) as dari, kecil.open(satu, "w", force_zip64=True) as ke:
                        shutil.copyfileobj(dari, ke, _POTONG)

    def _tulis(self, ke: IO[bytes], potong: bytes) -> None:
        """Rows until there are enough; what follows the last whole row waits for the next part."""
        if self._kepala:
            ke.write(self._kepala)
        elif cocok := _AWAL_DATA.search(potong):
            self._kepala = potong[: cocok.end()]
        ditulis = 0
        while potong:
            if ditulis >= BAGIAN and (
                akhir := max((c.end() for c in _AKHIR_BARIS.finditer(potong)), default=0)
            ):
                ke.write(potong[:akhir] + self._penutup())
                self._sisa = potong[akhir:]
                return
            ditulis += ke.write(potong)
            potong = self._isi.read(_POTONG)
        self._sisa = b""

    def _penutup(self) -> bytes:
        cocok = re.search(rb"<(\w+:)?sheetData\s*>$", self._kepala)
        awalan = (cocok[1] or b"") if cocok else b""
        return b"</" + awalan + b"sheetData></" + awalan + b"worksheet>"
