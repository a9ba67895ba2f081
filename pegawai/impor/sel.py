"""One cell to one value as SIASN writes it: kinds of people, their standing. Raises Tolak."""

from functools import lru_cache

from inti.sel import Tolak, dipotong_excel, nik, surel, tahun, tanggal, teks
from pegawai.enums import JenisPegawai, KedudukanHukum

__all__ = [
    "Tolak",
    "dipotong_excel",
    "jenis_pegawai",
    "kedudukan",
    "kelamin",
    "nama_kedudukan",
    "nik",
    "surel",
    "tahun",
    "tanggal",
    "teks",
]

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


def nama_kedudukan() -> dict[str, str]:
    """The code of each name of a standing, in capitals."""
    return dict(_KEDUDUKAN)


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
