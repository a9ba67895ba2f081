"""Reads the rows of an uploaded table, XLSX, ODS or CSV, and refuses everything else with a sentence.

What a file claims is not believed: its kind is told by its content, an archive is measured before it is opened
(a few kilobytes may unpack to gigabytes, and one far cell makes a sheet of billions of empty ones).
"""

from collections.abc import Iterator

from inti.berkas_tabel.dasar import Baris, BerkasDitolak, Lembar, Sumber, aliran, ukuran
from inti.berkas_tabel.ods import JENIS as JENIS_ODS
from inti.berkas_tabel.ods import lembar_ods
from inti.berkas_tabel.teks import baris_csv
from inti.berkas_tabel.xlsx import lembar_xlsx
from inti.tanda import kalimat

__all__ = ["Baris", "BerkasDitolak", "Lembar", "Sumber", "akhiran", "buka"]

_AWAL = 64 * 1024


def akhiran(sumber: Sumber) -> str:
    """The suffix a kept copy of the file gets, told by its content."""
    awal = _awal(sumber)
    if awal.startswith(b"PK\x03\x04"):
        return ".ods" if JENIS_ODS in awal[:200] else ".xlsx"
    return ".csv"


def buka(sumber: Sumber) -> Iterator[Lembar]:
    """The sheets of a file, in order, hidden ones left out. Raises BerkasDitolak."""
    awal = _awal(sumber)
    if not awal.strip() and ukuran(sumber) <= _AWAL:
        raise BerkasDitolak(kalimat("Berkas ini kosong. Pilih berkas XLSX, ODS atau CSV yang berisi data."))
    if awal.startswith(b"PK\x03\x04"):
        return lembar_ods(sumber) if JENIS_ODS in awal[:200] else lembar_xlsx(sumber)
    _tolak_jenis_lain(sumber, awal)
    return iter([Lembar("", baris_csv(sumber))])


def _awal(sumber: Sumber) -> bytes:
    with aliran(sumber) as isi:
        return isi.read(_AWAL)


def _tolak_jenis_lain(sumber: Sumber, awal: bytes) -> None:
    if awal.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if _berisi(sumber, "EncryptedPackage".encode("utf-16-le")):
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
    if awal.startswith(b"%PDF") or _berisi(sumber, b"\x00"):
        raise BerkasDitolak(
            kalimat("Berkas ini bukan XLSX, ODS atau CSV. Unggah berkas ekspor SIASN dalam format XLSX.")
        )


def _berisi(sumber: Sumber, cari: bytes) -> bool:
    ekor = b""
    with aliran(sumber) as isi:
        while potong := isi.read(1024 * 1024):
            if cari in ekor + potong:
                return True
            ekor = potong[-len(cari) :]
    return False
