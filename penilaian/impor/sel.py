"""The kinds of cells of SIASN's and e-Kinerja's results; what a word means is said by penilaian.aturan.siasn."""

import json
import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from inti import sel
from inti.impor_dasar import Sel
from inti.impor_sel import baca_dengan, pilihan
from inti.sel import Tolak
from inti.tanda import isi_galat
from penilaian.aturan import siasn

PATH_MAKS, NOMOR_MAKS = 8_000, 32
_NIP = re.compile(r"[\s.]")
_BIASA = {"0", "false", "tidak", "bukan", "definitif", "no", "utama"}


def _dengan(kode: str, nama: str, tipe: str, baca: Callable[[str], Any]) -> Sel:
    """A cell read by a rule whose sentence says what is wrong."""

    def isi(teks: str) -> Any:
        try:
            return baca(teks)
        except ValueError as e:
            raise Tolak(kode, kalimat=isi_galat(e)) from None

    return baca_dengan(nama, tipe, isi)


def _nomor(teks: str) -> str:
    angka = _NIP.sub("", teks)
    isi = angka if angka.isdigit() else " ".join(teks.split())
    if len(isi) > NOMOR_MAKS:
        raise Tolak("terlalu_panjang", maks=NOMOR_MAKS)
    return isi


def _pecahan(maks: int, angka: int) -> Callable[[str], Decimal]:
    """A number from nought to `maks`, rounded as it will be stored."""

    def baca(teks: str) -> Decimal:
        nilai = sel.desimal(teks)
        if not 0 <= nilai <= maks:
            raise Tolak("di_luar_batas", dari=0, sampai=maks)
        return nilai.quantize(Decimal(1).scaleb(-angka), ROUND_HALF_UP)

    return baca


def _dokumen(teks: str) -> str:
    """SIASN's `path`: a JSON list or object, written anew so that the database surely takes it."""
    try:
        isi = json.loads(teks)
        tulis = json.dumps(isi, ensure_ascii=False, allow_nan=False)
        tulis.encode()
    except (ValueError, RecursionError):
        raise Tolak("path_salah") from None
    if not isinstance(isi, list | dict) or len(tulis) > PATH_MAKS or "\\u0000" in tulis:
        raise Tolak("path_salah")
    return tulis


def _rangkap(teks: str) -> bool:
    """Whether e-Kinerja says that this SKP is that of an acting post; any word but those for no means yes."""
    return teks.casefold() not in _BIASA


def _waktu(teks: str) -> Any:
    """The day of a time stamp."""
    return sel.tanggal(re.split(r"[T ]", teks, maxsplit=1)[0])


SEL_RATING = _dengan("rating_salah", "rating", "int", lambda t: int(siasn.baca_rating(t)))
SEL_PREDIKAT = _dengan("predikat_salah", "predikat", "int", lambda t: int(siasn.baca_predikat(t)))
SEL_KOEFISIEN = _dengan("koefisien_salah", "koefisien", "text", siasn.baca_koefisien)
SEL_BULAN = _dengan("bulan_salah", "bulan", "int", siasn.baca_bulan)
SEL_TRIWULAN = _dengan("triwulan_salah", "triwulan", "int", siasn.baca_triwulan)
SEL_PERIODE = _dengan("periode_salah", "periode", "text", siasn.baca_periode)
SEL_NOMOR = baca_dengan("nomor_penilai", "text", _nomor)
SEL_PATH = baca_dengan("path", "jsonb", _dokumen)
SEL_RANGKAP = baca_dengan("rangkap", "bool", _rangkap)
SEL_WAKTU = baca_dengan("waktu", "date", _waktu)
SEL_PERSEN = baca_dengan("persen", "numeric", _pecahan(200, 2))
SEL_KREDIT = baca_dengan("kredit", "numeric", _pecahan(999, 3))
SEL_STATUS = pilihan(
    "status_penilai",
    {"ASN": "ASN", "NON ASN": "NON ASN", "NON-ASN": "NON ASN", "NONASN": "NON ASN", "BUKAN ASN": "NON ASN"},
)
SEL_JENIS = pilihan(
    "jenis_periode",
    {
        "1": siasn.BULANAN, "BULANAN": siasn.BULANAN, "MONTHLY": siasn.BULANAN,
        "2": siasn.TRIWULAN, "TRIWULAN": siasn.TRIWULAN, "TRIWULANAN": siasn.TRIWULAN,
        "QUARTERLY": siasn.TRIWULAN,
    },
)  # fmt: skip
