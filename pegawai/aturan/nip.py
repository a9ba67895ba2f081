"""The structure of the NIP of a PNS and of the NI of a PPPK: 18 digits, read as text.

PNS: birth date (8), year and month of appointment (6), sex (1), serial number (3).
PPPK: birth date (8), year of contract (4), the digit 2, how many contracts (1-9), sex (1), serial
number (3); so digits 13-14 are 21 to 29 there and never a month. There is no check digit.

Source: structure as BKN issues it (Peraturan Kepala BKN 22/2007 for PNS; the PPPK form is confirmed by
public parsers only). The age limits at appointment are a plausibility check of this project, [K].
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inti.tanda import gabung, kalimat


class JenisNIP(StrEnum):
    """Which of the two structures a number has."""

    PNS = "PNS"
    PPPK = "PPPK"


@dataclass(frozen=True, slots=True)
class BatasUmur:
    """Plausible age at appointment, in full years. [K]: a default of this project."""

    termuda: int = 16
    tertua: int = 60


@dataclass(frozen=True, slots=True)
class NIP:
    """What a number says about its holder."""

    nip: str
    jenis: JenisNIP
    lahir: date
    tahun_tmt: int
    bulan_tmt: int | None
    frekuensi: int | None
    jenis_kelamin: str
    nomor_urut: str


@dataclass(frozen=True, slots=True)
class Ketidakcocokan:
    """A place where the record and the number disagree: the field and a sentence about it."""

    kolom: str
    pesan: str


PANJANG = 18
JENIS_KELAMIN = {"1": "L", "2": "P"}
SEBUTAN_KELAMIN = {"L": kalimat("laki-laki"), "P": kalimat("perempuan")}
BATAS_UMUR = BatasUmur()
ABAD = ("19", "20")

_BUKAN_ISI = re.compile(r"[\s\u200b\ufeff]+")
_ANGKA_EXCEL = re.compile(r"[0-9]+(?:[.,][0-9]*)?(?:[eE]\+?[0-9]+)|[0-9]{15,}[.,]0*")
_PETIK = "'`\u2018\u2019"


def urai(teks: str) -> NIP:
    """Return what the number in `teks` says.

    Spaces and the leading apostrophe of a spreadsheet are ignored. Raises ValueError with an Indonesian
    sentence that names the wrong digits and what to do.
    """
    angka = _bersihkan(teks)
    lahir = _tanggal_lahir(angka)
    tahun_tmt = _tahun_tmt(angka)
    jenis, bulan, frekuensi = _bulan_atau_kontrak(angka)
    if angka[14] not in JENIS_KELAMIN:
        raise ValueError(
            kalimat(
                "Digit ke-15 NIP berisi %(isi)s; isinya 1 (laki-laki) atau 2 (perempuan). "
                "Perbaiki digit itu.",
                isi=angka[14],
            )
        )
    _periksa_umur(lahir, tahun_tmt, bulan)
    return NIP(angka, jenis, lahir, tahun_tmt, bulan, frekuensi, JENIS_KELAMIN[angka[14]], angka[15:])


def periksa_silang(
    nip: NIP, *, lahir: date | None = None, jenis_kelamin: str | None = None, jenis: str | None = None
) -> list[Ketidakcocokan]:
    """Compare a number with the record of its holder; an empty list means that they agree.

    Only what is given is compared. `jenis_kelamin` may be L/P or the M/F of SIASN, `jenis` any kind of
    employee whose name starts with PNS, CPNS or PPPK (an enum member or its value).
    """
    return [
        temuan
        for temuan in (
            _silang_lahir(nip, lahir),
            _silang_kelamin(nip, jenis_kelamin),
            _silang_jenis(nip, jenis),
        )
        if temuan is not None
    ]


def _bersihkan(teks: str) -> str:
    angka = _BUKAN_ISI.sub("", str(teks)).lstrip(_PETIK)
    if not angka:
        raise ValueError(kalimat("NIP kosong. Isi dengan 18 angka."))
    if _ANGKA_EXCEL.fullmatch(angka):
        raise ValueError(
            kalimat(
                "NIP “%(nip)s” tersimpan sebagai bilangan sehingga angkanya dapat berubah. "
                "Ubah format kolom menjadi Teks, lalu isi ulang 18 angkanya.",
                nip=angka,
            )
        )
    salah = list(_bukan_angka(angka))
    if salah:
        raise ValueError(
            kalimat(
                "NIP hanya boleh berisi angka; yang bukan angka: %(salah)s. Hapus atau perbaiki tanda itu.",
                salah=gabung(*salah[:5], pemisah=", "),
            )
        )
    if len(angka) != PANJANG:
        raise ValueError(
            kalimat("NIP harus 18 angka; yang diisi %(n)s angka. Lengkapi atau perbaiki NIP.", n=len(angka))
        )
    return angka


def _bukan_angka(angka: str) -> Iterator[str]:
    for urutan, huruf in enumerate(angka, start=1):
        if huruf not in "0123456789":
            yield kalimat("“%(huruf)s” (tanda ke-%(urutan)s)", huruf=huruf, urutan=urutan)


def _tanggal_lahir(angka: str) -> date:
    tahun, bulan, hari = angka[:4], angka[4:6], angka[6:8]
    if tahun[:2] not in ABAD:
        raise ValueError(
            kalimat(
                "Digit 1-4 NIP berisi tahun lahir %(tahun)s; seharusnya 19xx atau 20xx. Perbaiki tahunnya.",
                tahun=tahun,
            )
        )
    if not 1 <= int(bulan) <= 12:
        raise ValueError(
            kalimat(
                "Digit 5-6 NIP berisi bulan lahir %(bulan)s; seharusnya 01 sampai 12. Perbaiki bulannya.",
                bulan=bulan,
            )
        )
    try:
        return date(int(tahun), int(bulan), int(hari))
    except ValueError:
        raise ValueError(
            kalimat(
                "Digit 7-8 NIP berisi hari lahir %(hari)s; tanggal %(tanggal)s tidak ada. Perbaiki tanggalnya.",
                hari=hari,
                tanggal=f"{hari}-{bulan}-{tahun}",
            )
        ) from None


def _tahun_tmt(angka: str) -> int:
    tahun = angka[8:12]
    if tahun[:2] not in ABAD:
        raise ValueError(
            kalimat(
                "Digit 9-12 NIP berisi tahun pengangkatan %(tahun)s; seharusnya 19xx atau 20xx. "
                "Perbaiki tahunnya.",
                tahun=tahun,
            )
        )
    return int(tahun)


def _bulan_atau_kontrak(angka: str) -> tuple[JenisNIP, int | None, int | None]:
    isi = int(angka[12:14])
    if 1 <= isi <= 12:
        return JenisNIP.PNS, isi, None
    if 21 <= isi <= 29:
        return JenisNIP.PPPK, None, isi - 20
    if isi == 20:
        raise ValueError(
            kalimat("Digit ke-14 NI PPPK berisi 0; isinya frekuensi kontrak 1 sampai 9. Perbaiki digit itu.")
        )
    raise ValueError(
        kalimat(
            "Digit 13-14 NIP berisi %(isi)s; PNS berisi bulan pengangkatan 01-12, PPPK berisi 21-29. "
            "Perbaiki kedua digit itu.",
            isi=angka[12:14],
        )
    )


def _periksa_umur(lahir: date, tahun_tmt: int, bulan_tmt: int | None) -> None:
    """Refuse an implausible age; with only a year known, the benefit of the doubt goes to the number."""
    tahun = tahun_tmt - lahir.year
    if bulan_tmt is None:
        paling_muda, paling_tua = tahun - ((lahir.month, lahir.day) > (1, 1)), tahun
    else:
        paling_muda = paling_tua = tahun - ((lahir.month, lahir.day) > (bulan_tmt, 1))
    if paling_tua < BATAS_UMUR.termuda or paling_muda > BATAS_UMUR.tertua:
        raise ValueError(
            kalimat(
                "Menurut NIP, umur saat diangkat %(umur)s tahun (digit 1-8 lahir %(lahir)s, digit 9-12 "
                "diangkat %(diangkat)s); yang wajar %(termuda)s sampai %(tertua)s tahun. "
                "Periksa kedua tanggal itu.",
                umur=paling_tua,
                lahir=f"{lahir:%d-%m-%Y}",
                diangkat=tahun_tmt,
                termuda=BATAS_UMUR.termuda,
                tertua=BATAS_UMUR.tertua,
            )
        )


def _silang_lahir(nip: NIP, lahir: date | None) -> Ketidakcocokan | None:
    if lahir is None or lahir == nip.lahir:
        return None
    return Ketidakcocokan(
        "lahir",
        kalimat(
            "Tanggal lahir pada data %(data)s, menurut NIP (digit 1-8) %(nip)s. Perbaiki yang salah.",
            data=f"{lahir:%d-%m-%Y}",
            nip=f"{nip.lahir:%d-%m-%Y}",
        ),
    )


def _silang_kelamin(nip: NIP, jenis_kelamin: str | None) -> Ketidakcocokan | None:
    if jenis_kelamin is None:
        return None
    isi = _nilai(jenis_kelamin)
    kode = {"M": "L", "F": "P"}.get(isi, isi)
    if kode == nip.jenis_kelamin:
        return None
    return Ketidakcocokan(
        "jenis_kelamin",
        kalimat(
            "Jenis kelamin pada data %(data)s, menurut NIP (digit 15) %(nip)s. Perbaiki yang salah.",
            data=SEBUTAN_KELAMIN.get(kode, isi),
            nip=SEBUTAN_KELAMIN[nip.jenis_kelamin],
        ),
    )


def _silang_jenis(nip: NIP, jenis: str | None) -> Ketidakcocokan | None:
    if jenis is None:
        return None
    isi = _nilai(jenis)
    if isi.startswith("PPPK" if nip.jenis is JenisNIP.PPPK else ("PNS", "CPNS")):
        return None
    return Ketidakcocokan(
        "jenis",
        kalimat(
            "Jenis pegawai pada data %(data)s, menurut NIP (digit 13-14) %(nip)s. Perbaiki yang salah.",
            data=isi.replace("_", " "),
            nip=nip.jenis.value,
        ),
    )


def _nilai(pilihan: str) -> str:
    """Return the upper-case value of a text or of an enum member."""
    return str(getattr(pilihan, "value", pilihan)).strip().upper()
