"""What kind of post it is, and whether its holder leads the unit he sits in.

Sources: SIASN references jenisJabatan and eselon; posts of a regency by PP 18/2016 as changed by PP 72/2019
[K]. SIASN gives every structural post a unit of its own, which the holder leads; home-made files often write
the parent instead, therefore the name of the post must agree with the name of the unit.
"""

import re
from dataclasses import dataclass

from inti.tanda import kalimat

ESELON = {
    "10": "I.a", "11": "I.a", "12": "I.b", "21": "II.a", "22": "II.b", "31": "III.a", "32": "III.b",
    "41": "IV.a", "42": "IV.b", "51": "V.a", "52": "V.b",
}  # fmt: skip
TANPA_ESELON = {"", "00", "99", "NON", "NONESELON", "NON-ESELON", "NONESELON/STAF"}
JENIS_DARI_ESELON = {
    "I": "jpt_madya",
    "II": "jpt_pratama",
    "III": "administrator",
    "IV": "pengawas",
    "V": "pengawas",
}
JENJANG = ("Ahli Utama", "Ahli Madya", "Ahli Muda", "Ahli Pertama", "Penyelia", "Mahir", "Terampil", "Pemula")

# First words of structural posts and the eselon they have in a regency or town, the longest first. [K]
ESELON_DARI_NAMA = (
    ("SEKRETARIS DAERAH", "II.a"),
    ("ASISTEN", "II.b"),
    ("STAF AHLI", "II.b"),
    ("SEKRETARIS DPRD", "II.b"),
    ("INSPEKTUR PEMBANTU", "III.a"),
    ("INSPEKTUR", "II.b"),
    ("KEPALA DINAS", "II.b"),
    ("KEPALA BADAN", "II.b"),
    ("KEPALA SATUAN POLISI", "II.b"),
    ("KEPALA BAGIAN", "III.a"),
    ("SEKRETARIS KECAMATAN", "III.b"),
    ("SEKRETARIS CAMAT", "III.b"),
    ("SEKRETARIS KELURAHAN", "IV.b"),
    ("SEKRETARIS LURAH", "IV.b"),
    ("SEKRETARIS", "III.a"),
    ("CAMAT", "III.a"),
    ("KEPALA BIDANG", "III.b"),
    ("LURAH", "IV.a"),
    ("KEPALA SEKSI", "IV.a"),
    ("KEPALA SUBBAGIAN", "IV.a"),
    ("KEPALA SUBBIDANG", "IV.a"),
    ("KEPALA UPTD", "IV.a"),
)

_BUKAN_HURUF = re.compile(r"[^A-Z0-9]+")
_SETARA = {
    "SUB BAGIAN": "SUBBAGIAN",
    "SUB BAG": "SUBBAGIAN",
    "SUBBAG": "SUBBAGIAN",
    "SUB BIDANG": "SUBBIDANG",
    "SUBBID": "SUBBIDANG",
    "KASUBBAG": "KEPALA SUBBAGIAN",
    "KASUBAG": "KEPALA SUBBAGIAN",
    "KABID": "KEPALA BIDANG",
    "KASI": "KEPALA SEKSI",
    "SEKDA": "SEKRETARIS DAERAH",
    "SEKRETARIS DEWAN": "SEKRETARIS DPRD",
}
_KATA_SETARA = re.compile(rf"\b(?:{'|'.join(_SETARA)})\b")
# A post that is not called "Kepala" and the first words of the units which it leads.
_PEMIMPIN = (
    ("SEKRETARIS", ("SEKRETARIAT",)),
    ("CAMAT", ("KECAMATAN",)),
    ("LURAH", ("KELURAHAN",)),
    ("DIREKTUR", ("RSUD", "RUMAH SAKIT")),
    ("INSPEKTUR PEMBANTU", ("INSPEKTUR PEMBANTU", "INSPEKTORAT PEMBANTU")),
    ("INSPEKTUR", ("INSPEKTORAT",)),
    ("ASISTEN", ("ASISTEN",)),
)
_WAKIL = ("WAKIL ", "PLT ", "PLH ", "STAF ")
_SEKOLAH = (
    "SD",
    "SDN",
    "SMP",
    "SMPN",
    "TK",
    "PAUD",
    "SLB",
    "SMA",
    "SMAN",
    "SMK",
    "SMKN",
    "SATUAN",
    "UPT",
    "UPTD",
)


@dataclass(frozen=True, slots=True)
class JenisDanEselon:
    """Kind of post, its eselon ("" without), its jenjang (functional posts), and whether it was guessed."""

    jenis: str
    eselon: str = ""
    jenjang: str = ""
    ditebak: bool = False


def ratakan(teks: str) -> str:
    """A name of a post or unit for comparison: upper case, single spaces, one spelling of common words."""
    isi = _BUKAN_HURUF.sub(" ", teks.upper()).strip()
    return _KATA_SETARA.sub(lambda m: _SETARA[m[0]], isi)


def eselon(teks: str) -> str:
    """II.a … V.b from a SIASN number or a name, "" for posts without. Raises ValueError with a sentence."""
    isi = teks.strip().upper().replace(" ", "").replace("/", ".")
    if isi in TANPA_ESELON:
        return ""
    if isi in ESELON:
        return ESELON[isi]
    angka, _, huruf = isi.partition(".")
    bentuk = f"{angka}.{huruf.lower()}"
    if bentuk not in ESELON.values():
        raise ValueError(
            kalimat(
                "Eselon “%(isi)s” tidak dikenal. Isi dengan II.a sampai V.b, atau kosongkan.",
                isi=teks.strip(),
            )
        )
    return bentuk


def jenis_jabatan(nama: str, jenis: str, eselon_: str) -> JenisDanEselon:
    """Kind of a post from its name, SIASN's jenis jabatan (number or words) and its eselon.

    Raises ValueError with an Indonesian sentence when neither eselon nor name tells what a post is.
    """
    kata = jenis.strip().upper()
    if kata in {"4"} or "UMUM" in kata or "PELAKSANA" in kata:
        return JenisDanEselon("pelaksana")
    if kata in {"2"} or ("FUNGSIONAL" in kata and "STRUKTURAL" not in kata):
        return JenisDanEselon("fungsional", jenjang=jenjang(nama))
    if eselon_:
        return JenisDanEselon(JENIS_DARI_ESELON[eselon_.partition(".")[0]], eselon_)
    return _tanpa_eselon(nama, wajib_struktural=kata in {"1", "3"} or "STRUKTURAL" in kata, jenis=jenis)


def jenjang(nama: str) -> str:
    """The jenjang of a functional post, read from the end of its name; "" when there is none."""
    akhir = nama.strip().lower()
    return next((j for j in JENJANG if akhir.endswith(j.lower())), "")


def memimpin(jabatan: str, unit: str) -> bool:
    """Whether the holder of `jabatan` in `unit` leads it: the two names agree."""
    j, u = ratakan(jabatan), ratakan(unit)
    if j.startswith(_WAKIL):
        return False
    if j.startswith("KEPALA "):
        return _kepala(j.removeprefix("KEPALA ").split(), u.split())
    for awal, awal_unit in _PEMIMPIN:
        if j == awal or j.startswith(f"{awal} "):
            return u.startswith(awal_unit) and not (awal == "INSPEKTUR" and "PEMBANTU" in u)
    return False


def mungkin_memimpin(jabatan: str) -> bool:
    """Whether `memimpin` may be true of this post for some unit."""
    j = ratakan(jabatan)
    if j.startswith(_WAKIL):
        return False
    return j.startswith(("KEPALA ", *(f"{awal} " for awal, _ in _PEMIMPIN))) or j in dict(_PEMIMPIN)


def _kepala(dari_jabatan: list[str], dari_unit: list[str]) -> bool:
    if not dari_jabatan or not dari_unit:
        return False
    if dari_jabatan[0] == "SEKOLAH":
        return dari_unit[0] in _SEKOLAH or "SEKOLAH" in dari_unit
    if dari_unit[0] in {"UPTD", "UPT"} and dari_jabatan[0] not in {"UPTD", "UPT"}:
        dari_unit = dari_unit[1:] or dari_unit
    if dari_jabatan[0] != dari_unit[0]:
        return False
    return set(dari_jabatan) <= set(dari_unit) or set(dari_unit) <= set(dari_jabatan)


def _tanpa_eselon(nama: str, *, wajib_struktural: bool, jenis: str) -> JenisDanEselon:
    rata = ratakan(nama)
    tebakan = next((e for awal, e in ESELON_DARI_NAMA if rata.startswith(awal)), None)
    if tebakan:
        return JenisDanEselon(JENIS_DARI_ESELON[tebakan.partition(".")[0]], tebakan, ditebak=True)
    if wajib_struktural:
        raise ValueError(
            kalimat(
                "Jabatan struktural “%(nama)s” tidak memiliki eselon. Isi ESELON NAMA (II.a sampai V.b), "
                "atau betulkan JENIS JABATAN.",
                nama=nama.strip(),
            )
        )
    if jenis.strip():
        raise ValueError(
            kalimat(
                "Jenis jabatan “%(jenis)s” tidak dikenal. Isi dengan struktural, fungsional atau pelaksana.",
                jenis=jenis.strip(),
            )
        )
    ahli = jenjang(nama)
    return (
        JenisDanEselon("fungsional", jenjang=ahli, ditebak=True)
        if ahli
        else JenisDanEselon("pelaksana", ditebak=True)
    )
