"""One cell to one value: text as SIASN writes it, dates, choices. Raises Tolak with the kind of problem."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from pegawai.enums import JenisPegawai, KedudukanHukum

KOSONG = {"", "null", "-", "none", "nan", "(null)"}
ANGKA_AMAN = 10**15  # Excel keeps fifteen digits of a number
TAHUN_WAJAR = range(1900, 2101)

_TANGGAL = (
    (re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})"), (2, 1, 0)),
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?"), (0, 1, 2)),
)
_SUREL = re.compile(r"[^@\s,;<>\"]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)+")
_KELAMIN = {
    "M": "L", "L": "L", "LAKI-LAKI": "L", "LAKI LAKI": "L", "PRIA": "L", "1": "L",
    "F": "P", "P": "P", "PEREMPUAN": "P", "WANITA": "P", "2": "P",
}  # fmt: skip
_STATUS = {"C": JenisPegawai.CPNS, "CPNS": JenisPegawai.CPNS, "P": JenisPegawai.PNS, "PNS": JenisPegawai.PNS}
# Names that exports use besides SIASN's own reference. [K]
_KEDUDUKAN_LAIN = {
    "PPPK AKTIF": "01",
    "PNS KENA HUKUMAN DISIPLIN": "15",
    "MENCAPAI BUP": "98",
    "SEDANG DLM PROSES BANDING BAPEK": "09",
    "PNS YANG DINYATAKAN HILANG": "14",
    "PEMBLOKIRAN DATA PNS": "92",
    "TINDAK PIDANA/ TINDAK PIDANA JABATAN": "91",
    "TIDAK AKTIF TETAPI DIUSULKAN PENSIUN": "89",
    "TMS DARI PENGADAAN": "69",
    "CPNS YANG BELUM MENERIMA SK CPNS": "51",
    "PUNAH": "67",
}
_KEDUDUKAN = {str(k.label).upper(): k.value for k in KedudukanHukum} | _KEDUDUKAN_LAIN
_KODE_KEDUDUKAN = set(KedudukanHukum.values)
_KODE_PPPK_AKTIF = {"71": "01"}  # seen in exports of PPPK [K]


class Tolak(Exception):
    """The cell cannot be used: the kind of problem and what its sentence needs."""

    def __init__(self, kode: str, **isi: Any) -> None:
        super().__init__(kode)
        self.kode = kode
        self.isi = isi


@lru_cache(maxsize=65_536, typed=True)  # most cells of an export repeat
def teks(nilai: Any) -> str:
    """A cell as text; "" for an empty one and for the word null. Whole numbers lose their ".0"."""
    if type(nilai) is not str:
        nilai = _bukan_teks(nilai)
    isi: str = nilai.strip().lstrip("'\u2019`").strip()
    if "\x00" in isi:  # the database cannot keep it
        raise Tolak("karakter")
    return "" if len(isi) <= 6 and isi.lower() in KOSONG else isi


def _bukan_teks(nilai: Any) -> str:
    if isinstance(nilai, bool):
        return "TRUE" if nilai else "FALSE"
    if isinstance(nilai, float) and nilai.is_integer():
        return str(int(nilai))
    if isinstance(nilai, datetime):
        return nilai.date().isoformat() if nilai.time() == nilai.time().min else nilai.isoformat(" ")
    return str(nilai)


def dipotong_excel(nilai: Any) -> bool:
    """Whether the cell is a number with more digits than Excel keeps."""
    return isinstance(nilai, int | float) and not isinstance(nilai, bool) and abs(nilai) >= ANGKA_AMAN


@lru_cache(maxsize=50_000)
def tanggal(isi: str) -> date:
    """dd-mm-yyyy (also with / or .) or yyyy-mm-dd. Raises Tolak."""
    for pola, (tahun, bulan, hari) in _TANGGAL:
        cocok = pola.fullmatch(isi)
        if cocok and int(cocok[tahun + 1]) in TAHUN_WAJAR:
            try:
                return date(int(cocok[tahun + 1]), int(cocok[bulan + 1]), int(cocok[hari + 1]))
            except ValueError:
                break
    raise Tolak("tanggal_salah")


def kelamin(isi: str) -> str:
    """L or P from M/F, L/P or the words. Raises Tolak."""
    if isi.upper() not in _KELAMIN:
        raise Tolak("kelamin_salah")
    return _KELAMIN[isi.upper()]


@lru_cache(maxsize=1000)
def jenis_pegawai(nama: str, status: str) -> str:
    """The kind of employee from SIASN's jenis pegawai and status CPNS/PNS; "" when both are empty."""
    kata = f"{nama} {status}".upper()
    if "PPPK" in kata or "P3K" in kata or "PERJANJIAN KERJA" in kata:
        return JenisPegawai.PPPK_PARUH_WAKTU if "PARUH" in kata else JenisPegawai.PPPK
    if status.upper() in _STATUS:
        return _STATUS[status.upper()]
    if "CPNS" in kata:
        return JenisPegawai.CPNS
    if "PNS" in kata:
        return JenisPegawai.PNS
    if kata.strip():
        raise Tolak("jenis_salah")
    return ""


@lru_cache(maxsize=1000)
def kedudukan(kode: str, nama: str) -> str:
    """The SIASN code from a code or a name; "" when both are empty. Raises Tolak."""
    angka = kode.zfill(2) if kode.isdigit() else kode
    angka = _KODE_PPPK_AKTIF.get(angka, angka)
    if angka in _KODE_KEDUDUKAN:
        return angka
    if not angka and nama.zfill(2) in _KODE_KEDUDUKAN:
        return nama.zfill(2)
    if not angka and nama.upper() in _KEDUDUKAN:
        return _KEDUDUKAN[nama.upper()]
    if angka or nama:
        raise Tolak("kedudukan_salah")
    return ""


def nik(isi: str) -> str:
    """16 digits. Raises Tolak."""
    if not re.fullmatch(r"[0-9]{16}", isi):
        raise Tolak("nik_salah")
    return isi


def surel(isi: str) -> str:
    """An e-mail address in lower case. Raises Tolak (a warning)."""
    if len(isi) > 254 or not _SUREL.fullmatch(isi):
        raise Tolak("surel_diabaikan")
    return isi.lower()


def tahun(isi: str) -> int:
    """A year. Raises Tolak (a warning)."""
    if not re.fullmatch(r"(?:19|20)[0-9]{2}", isi):
        raise Tolak("tahun_diabaikan")
    return int(isi)
