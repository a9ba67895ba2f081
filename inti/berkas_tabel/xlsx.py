"""Rows of an XLSX: measured before it is opened; a large sheet is then read in parts (`xlsx_bagian`)."""

import re
import zipfile
import zlib
from collections.abc import Iterator

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
from inti.berkas_tabel.xlsx_bagian import BAGIAN, anggota_lembar, baris_bagian
from inti.tanda import kalimat

_POTONG = 4 * 1024 * 1024
_SAMBUNG = 200  # bytes kept so that nothing is missed where two pieces meet
_LEMBAR = re.compile(r"xl/worksheets/[^/]+\.xml")

# A cell or row address right of column IV or below Excel's last row. The short pattern is looked for first: it
# begins with a letter that stands there as it is, so that a search is several times quicker.
_JAUH = rb"""\s*["'](?:(?:[A-Z]{3,}|[J-Z][A-Z]|I[W-Z])[0-9]|[A-Z]*(?:[2-9][0-9]{6}|[1-9][0-9]{7}))"""
_MUNGKIN_JAUH, _ALAMAT_JAUH = re.compile(rb"=" + _JAUH), re.compile(rb"\sr\s*=" + _JAUH)
_BARIS_TERAKHIR = re.compile(rb"""\br\s*=\s*["']([0-9]{1,9})["']""")
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
    anggota = anggota_lembar(sumber) if besar else {}
    if anggota.keys() >= set(tampak):  # the workbook with all its shared texts is let go
        return (Lembar(nama, _baris_sebagian(sumber, anggota[nama])) for nama in tampak)
    return (
        Lembar(nama, _baris_sebagian(sumber, anggota[nama]) if nama in anggota else _baris(buku, nama))
        for nama in tampak
    )


def _baris(buku: CalamineWorkbook, nama: str) -> Iterator[Baris]:
    try:
        yield from buku.get_sheet_by_name(nama).iter_rows()
    except _GALAT_BACA:
        raise BerkasDitolak(RUSAK) from None


def _baris_sebagian(sumber: Sumber, anggota: str) -> Iterator[Baris]:
    try:
        yield from baris_bagian(sumber, anggota)
    except (*_GALAT_ZIP, *_GALAT_BACA):
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
        if _MUNGKIN_JAUH.search(potong) and _ALAMAT_JAUH.search(potong):
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
