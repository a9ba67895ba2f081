"""SIASN's words, codes and spellings of a yearly or periodic result, read and written.

The codes run against intuition: 1 is the best rating and the best label. SIASN's own lists write “ESPEKTASI” and
“DIATAS”; people write the words of PermenPANRB 6/2022 or the English ones. Source: SIASN references
perilakuDanKinerja, kuadranNilai, periodik and koefisien (siasn_kode.csv).
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from inti.tanda import N_, kalimat
from penilaian.aturan.predikat import TABEL, Predikat, Rating

TAHUN_PERTAMA = TABEL[0].sejak.year
"""The first year whose results are two ratings and a quadrant; before it SKP was a number (PP 46/2011)."""

BULANAN, TRIWULAN = "bulanan", "triwulan"
PERIODIK: Mapping[str, str] = MappingProxyType({BULANAN: "1", TRIWULAN: "2"})

KOEFISIEN: Mapping[str, str] = MappingProxyType(
    {
        "ahli pertama": "12", "ahli muda": "22", "ahli madya": "32", "ahli utama": "42",
        "pemula": "52", "terampil": "62", "mahir": "72", "penyelia": "82",
    }
)  # fmt: skip
"""SIASN's koefisienId of the level of a functional post."""

_KODE = re.compile(r"([0-9]{1,2})(?:[.,]0{1,4})?")
_BUKAN_HURUF = re.compile(r"[^a-z0-9]+")
_RATING: Mapping[str, Rating] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "diatasekspektasi", "diatasespektasi", "diatas", "aboveexpectations", "aboveexpectation",
                "exceedsexpectations", "exceedsexpectation",
            ),
            Rating.DI_ATAS,
        ),
        **dict.fromkeys(
            (
                "sesuaiekspektasi", "sesuaiespektasi", "sesuai", "meetsexpectations", "meetsexpectation",
                "asexpected",
            ),
            Rating.SESUAI,
        ),
        **dict.fromkeys(
            ("dibawahekspektasi", "dibawahespektasi", "dibawah", "belowexpectations", "belowexpectation"),
            Rating.DI_BAWAH,
        ),
    }
)  # fmt: skip
_PREDIKAT: Mapping[str, Predikat] = MappingProxyType(
    {
        "sangatbaik": Predikat.SANGAT_BAIK, "verygood": Predikat.SANGAT_BAIK,
        "baik": Predikat.BAIK, "good": Predikat.BAIK,
        "butuhperbaikan": Predikat.BUTUH_PERBAIKAN, "needsimprovement": Predikat.BUTUH_PERBAIKAN,
        **dict.fromkeys(("kurang", "kurangmisconduct", "misconduct", "poor"), Predikat.KURANG),
        "sangatkurang": Predikat.SANGAT_KURANG, "verypoor": Predikat.SANGAT_KURANG,
    }
)  # fmt: skip
_NAMA_BULAN = (
    ("januari", "january", "jan"), ("februari", "february", "feb", "pebruari"), ("maret", "march", "mar"),
    ("april", "apr"), ("mei", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"),
    ("agustus", "august", "agu", "ags", "agt", "aug"), ("september", "sep", "sept"),
    ("oktober", "october", "okt", "oct"), ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)  # fmt: skip
_BULAN = {nama: nomor for nomor, semua in enumerate(_NAMA_BULAN, 1) for nama in semua}
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_KATA_TRIWULAN = re.compile(r"(?:triwulan|quarter|tw|q)?\s*(?:ke)?[\s.-]*(iv|i{1,3}|[1-4])")
_RENTANG = re.compile(r"\s*[-–—]\s*|\s+(?:s/d|s\.d\.?|sampai(?: dengan)?|to)\s+")


def rata(teks: str) -> str:
    """A word for comparison: small letters and digits only, so “DIATAS ESPEKTASI” is one word."""
    return _BUKAN_HURUF.sub("", teks.casefold())


def _kode(teks: str) -> int | None:
    cocok = _KODE.fullmatch(teks.strip())
    return int(cocok[1]) if cocok else None


def baca_rating(teks: str) -> Rating:
    """The rating of a code or of words in any of the known spellings. Raises ValueError with a sentence."""
    nilai: Rating | int | None = _RATING.get(rata(teks), _kode(teks))
    if nilai in tuple(Rating):
        return Rating(nilai)
    pesan = N_(
        "“%(isi)s” bukan rating. Isi 1 (Di Atas Ekspektasi), 2 (Sesuai Ekspektasi), atau "
        "3 (Di Bawah Ekspektasi)."
    )
    raise ValueError(kalimat(pesan, isi=teks))


def baca_predikat(teks: str) -> Predikat:
    """The label of a code or of words. Raises ValueError with a sentence."""
    nilai: Predikat | int | None = _PREDIKAT.get(rata(teks), _kode(teks))
    if nilai in tuple(Predikat):
        return Predikat(nilai)
    pesan = N_(
        "“%(isi)s” bukan predikat. Isi 1 (Sangat Baik), 2 (Baik), 3 (Butuh Perbaikan), 4 (Kurang), atau "
        "5 (Sangat Kurang)."
    )
    raise ValueError(kalimat(pesan, isi=teks))


def baca_koefisien(teks: str) -> str:
    """SIASN's code of a level, from the code or the level's name. Raises ValueError with a sentence."""
    nama = {rata(jenjang): kode for jenjang, kode in KOEFISIEN.items()}
    kode = nama.get(rata(teks), str(_kode(teks)))
    if kode in nama.values():
        return kode
    pesan = N_(
        "“%(isi)s” bukan koefisien. Isi kodenya, 12 (Ahli Pertama) sampai 82 (Penyelia), atau nama jenjangnya."
    )
    raise ValueError(kalimat(pesan, isi=teks))


def baca_bulan(teks: str) -> int:
    """The number of a month, from its number or name. Raises ValueError with a sentence."""
    nomor = _BULAN.get(rata(teks), _kode(teks))
    if nomor is not None and 1 <= nomor <= 12:
        return nomor
    raise ValueError(kalimat("“%(isi)s” bukan bulan. Isi 1 sampai 12, atau nama bulannya.", isi=teks))


def baca_triwulan(teks: str) -> int:
    """The number of a quarter: 2, II, TW 2, Triwulan II, Q2. Raises ValueError with a sentence."""
    cocok = _KATA_TRIWULAN.fullmatch(teks.strip().casefold())
    if cocok:
        return _ROMAWI.get(cocok[1]) or int(cocok[1])
    raise ValueError(kalimat("“%(isi)s” bukan triwulan. Isi 1 sampai 4, atau I sampai IV.", isi=teks))


def baca_periode(teks: str) -> str:
    """What words say of a period: “4-6” (its months), or only its kind, BULANAN or TRIWULAN.

    “Triwulan II”, “TW 2”, “Q2”, “Maret”, “Januari–Maret”, “triwulan”. A year in the words is left out. Raises
    ValueError with a sentence.
    """
    isi = re.sub(r"\b(?:(?:tahun\s+)?(?:19|20)[0-9]{2}|periode)\b", "", teks.casefold()).strip()
    if rata(isi) in {BULANAN, TRIWULAN, "monthly", "quarterly"}:
        return BULANAN if rata(isi) in {BULANAN, "monthly"} else TRIWULAN
    try:
        if re.match(r"triwulan|quarter|tw|q", isi):
            nomor = baca_triwulan(isi)
            return f"{nomor * 3 - 2}-{nomor * 3}"
        awal, *akhir = _RENTANG.split(isi)
        return f"{baca_bulan(awal)}-{baca_bulan(akhir[0] if akhir else awal)}"
    except ValueError:
        pesan = N_("“%(isi)s” bukan periode. Tulis misalnya Triwulan II, Maret, atau Januari–Maret.")
        raise ValueError(kalimat(pesan, isi=teks)) from None
