"""A large sheet in parts of some thousand rows.

The reader (calamine) holds a whole sheet: 100,000 people of 69 columns would take half a gigabyte. So the sheet
is cut at the ends of rows into the sheets of a workbook on disk, with the shared texts and formats of the whole,
and these are read one after the other. While the rows of one are worked on, a thread reads the next: the reader
leaves Python free meanwhile.
"""

import itertools
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any

from python_calamine import CalamineWorkbook

from inti.berkas_tabel.dasar import Baris, Sumber, aliran

BAGIAN = 16 * 1024 * 1024  # bytes of a sheet's XML that are read at once; two parts are held
SEBELUM_LANJUT = (
    100  # rows taken of a part before the next one is read: whoever wants the header only stops there
)
_POTONG = 4 * 1024 * 1024
_BUKU, _HUBUNGAN_BUKU = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_JENIS_LEMBAR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"

_AWAL_DATA = re.compile(rb"<(?:\w+:)?sheetData\s*>")
_AKHIR_BARIS = re.compile(rb"</(?:\w+:)?row\s*>|<(?:\w+:)?row(?:\s[^<>]*)?/>")
_TANPA_NOMOR = re.compile(rb"\s*<(?:\w+:)?row(?:\s(?![^<>]*\br\s*=)[^<>]*)?/?>")
_HUBUNGAN = re.compile(rb"<(?:\w+:)?Relationship\s[^<>]*>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^<>]*>")
_SHEETS = re.compile(rb"<(\w+:)?sheets\s*>.*</(?:\w+:)?sheets\s*>", re.DOTALL)
_AKHIR_HUBUNGAN = re.compile(rb"</(\w+:)?Relationships\s*>")


def anggota_lembar(sumber: Sumber) -> dict[str, str]:
    """Which member of the archive holds which sheet; sheets that cannot be told are left out."""
    with aliran(sumber) as isi, zipfile.ZipFile(isi) as arsip:
        nama = set(arsip.namelist())
        if _HUBUNGAN_BUKU not in nama:
            return {}
        buku, hubungan = arsip.read(_BUKU), arsip.read(_HUBUNGAN_BUKU)
        if not _SHEETS.search(buku) or not _AKHIR_HUBUNGAN.search(hubungan):
            return {}
        tujuan = {
            _ciri(t, b"Id"): "xl/" + _ciri(t, b"Target").removeprefix("/xl/").removeprefix("xl/")
            for t in _HUBUNGAN.findall(hubungan)
        }
        pasangan = (
            (_ciri(t, b"name"), tujuan.get(_ciri(t, b"r:id") or _ciri(t, b"id"), ""))
            for t in _SHEET.findall(buku)
        )
        return {n: a for n, a in pasangan if a in nama and "&" not in n}


def _ciri(tag: bytes, nama: bytes) -> str:
    """The value of an attribute; "" when the tag has none."""
    cocok = re.search(rb"""[\s:]%s\s*=\s*(?:"([^"]*)"|'([^']*)')""" % nama, tag)
    isi = (cocok[1] or cocok[2] or b"") if cocok else b""
    return isi.decode("utf-8", "replace")


def baris_bagian(sumber: Sumber, anggota: str) -> Iterator[Baris]:
    """The rows of a sheet, part by part, with empty rows where numbers are left out, as Excel shows them.

    Raises what zipfile and the reader raise for a damaged file, and ValueError where a part begins with a row
    that has no number: the reader would count it from the first row again.
    """
    sudah = 0
    with tempfile.TemporaryDirectory(prefix="kinerja-impor-") as folder:
        tujuan = Path(folder) / "bagian.xlsx"
        with aliran(sumber) as isi, zipfile.ZipFile(isi) as arsip:
            banyak = _potong_buku(arsip, anggota, tujuan)
        for bagian in _berurut(tujuan, banyak):
            for baris in itertools.islice(bagian, sudah, None):  # counted from the sheet's first row
                sudah += 1
                yield baris


def _berurut(tujuan: Path, banyak: int) -> Iterator[Iterator[Baris]]:
    """The rows of each part."""
    buku = CalamineWorkbook.from_path(str(tujuan))
    with ThreadPoolExecutor(1, "xlsx") as pembaca:
        kini: Future[Any] = pembaca.submit(buku.get_sheet_by_name, _nama(0))
        for n in range(1, banyak):
            berikut = _Berikut(pembaca, buku, _nama(n))
            yield berikut.sambil(kini.result().iter_rows())
            kini = berikut.mulai()
        yield kini.result().iter_rows()


class _Berikut:
    """Begins to read the next part when some rows of the present one were taken."""

    def __init__(self, pembaca: ThreadPoolExecutor, buku: CalamineWorkbook, nama: str) -> None:
        self._pembaca, self._buku, self._nama = pembaca, buku, nama
        self._janji: Future[Any] | None = None

    def mulai(self) -> "Future[Any]":
        """The next part, as soon as it is read."""
        if self._janji is None:
            self._janji = self._pembaca.submit(self._buku.get_sheet_by_name, self._nama)
        return self._janji

    def sambil(self, baris: Iterator[Baris]) -> Iterator[Baris]:
        """The rows as they are."""
        yield from itertools.islice(baris, SEBELUM_LANJUT)
        self.mulai()
        yield from baris


# --- the workbook of the parts ------------------------------------------------------------------------------


def _nama(nomor: int) -> str:
    return f"bagian{nomor}"


def _potong_buku(arsip: zipfile.ZipFile, anggota: str, tujuan: Path) -> int:
    """Write the workbook whose sheets are the parts of one sheet; returns how many."""
    with zipfile.ZipFile(tujuan, "w", zipfile.ZIP_STORED) as buku:
        for satu in arsip.namelist():
            if not satu.startswith(("xl/worksheets/", "xl/media/", "xl/drawings/", _BUKU, _HUBUNGAN_BUKU)):
                with arsip.open(satu) as dari, buku.open(satu, "w", force_zip64=True) as ke:
                    shutil.copyfileobj(dari, ke, _POTONG)
        with arsip.open(anggota) as isi:
            banyak = _Pemotong(isi, buku).potong()
        buku.writestr(_BUKU, _daftar_lembar(arsip.read(_BUKU), banyak))
        buku.writestr(_HUBUNGAN_BUKU, _daftar_hubungan(arsip.read(_HUBUNGAN_BUKU), banyak))
    return banyak


def _daftar_lembar(xml: bytes, banyak: int) -> bytes:
    """The workbook with the parts in place of its sheets; how it counts its dates stays."""

    def ganti(cocok: "re.Match[bytes]") -> bytes:
        awalan = (cocok[1] or b"").decode()
        isi = "".join(
            f'<{awalan}sheet name="{_nama(n)}" sheetId="{n + 1}" r:id="{_nama(n)}"/>' for n in range(banyak)
        )
        return f"<{awalan}sheets>{isi}</{awalan}sheets>".encode()

    return _SHEETS.sub(ganti, xml, count=1)


def _daftar_hubungan(xml: bytes, banyak: int) -> bytes:
    def tambah(cocok: "re.Match[bytes]") -> bytes:
        awalan = (cocok[1] or b"").decode()
        isi = "".join(
            f'<{awalan}Relationship Id="{_nama(n)}" Type="{_JENIS_LEMBAR}" Target="worksheets/{_nama(n)}.xml"/>'
            for n in range(banyak)
        )
        return isi.encode() + cocok[0]

    return _AKHIR_HUBUNGAN.sub(tambah, xml, count=1)


class _Pemotong:
    """Cuts the XML of a sheet at the ends of rows."""

    def __init__(self, isi: IO[bytes], buku: zipfile.ZipFile) -> None:
        self._isi, self._buku = isi, buku
        self._kepala = b""

    def potong(self) -> int:
        """Write all parts; returns how many."""
        banyak, sisa = 0, b""
        while sisa := sisa or self._isi.read(_POTONG):  # nothing is left over where a piece ends with a row
            with self._buku.open(f"xl/worksheets/{_nama(banyak)}.xml", "w", force_zip64=True) as ke:
                sisa = self._tulis(ke, sisa)
            banyak += 1
        return banyak

    def _tulis(self, ke: IO[bytes], potong: bytes) -> bytes:
        """Rows until there are enough; returns what follows the last whole row, for the next part."""
        if self._kepala:
            while b">" not in potong and (lagi := self._isi.read(_POTONG)):
                potong += lagi
            if _TANPA_NOMOR.match(potong):
                raise ValueError("rows without numbers")
            ke.write(self._kepala)
        elif cocok := _AWAL_DATA.search(potong):
            self._kepala = potong[: cocok.end()]
        ditulis = 0
        while potong:
            if ditulis >= BAGIAN and (akhir := _akhir_baris(potong)):
                ke.write(potong[:akhir] + self._penutup())
                return potong[akhir:]
            ditulis += ke.write(potong)
            potong = self._isi.read(_POTONG)
        return b""

    def _penutup(self) -> bytes:
        cocok = re.search(rb"<(\w+:)?sheetData\s*>$", self._kepala)
        awalan = (cocok[1] or b"") if cocok else b""
        return b"</" + awalan + b"sheetData></" + awalan + b"worksheet>"


def _akhir_baris(potong: bytes) -> int:
    """Where the last whole row ends; 0 when none does."""
    return max((c.end() for c in _AKHIR_BARIS.finditer(potong)), default=0)
