"""What the texts of an employee file mean: the tables of different texts, and the SQL that needs no asking."""

from datetime import date
from typing import Any

from inti.sel import Tolak
from inti.tanda import isi_galat
from pegawai.aturan.golongan import golongan
from pegawai.aturan.nip import BATAS_UMUR, JenisNIP, urai
from pegawai.impor import sel
from pegawai.impor.acuan import SebutanJabatan, SebutanUnit
from pegawai.impor.kolom import SEL

KUNCI_UNIT = ("nomor", "nama", "induk_nomor", "induk", "instansi")
KUNCI_JABATAN = ("nomor", "nama", "jenis", "jenis_nomor", "eselon", "eselon_nomor")
# table -> texts that are asked about, and what is answered
PETA: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    **{f"peta_{s.nama}": (("teks",), {"nilai": s.tipe}) for s in SEL},
    "peta_nip": (
        ("teks",),
        {"nilai": "text", "lahir": "date", "pppk": "bool", "kelamin": "text", "mulai": "date"},
    ),
    "peta_jenis": (("jenis", "status"), {"nilai": "text"}),
    "peta_golongan": (("teks", "pppk"), {"nilai": "text"}),
    "peta_kedudukan": (("nomor", "nama"), {"nilai": "text"}),
    "peta_unit": ((*KUNCI_UNIT, "baris"), {"nilai": "uuid"}),
    "peta_jabatan": ((*KUNCI_JABATAN, "baris"), {"nilai": "uuid"}),
    "peta_pos": (("jabatan",), {"perlu": "bool"}),
    "peta_kepala": (("unit", "jabatan"), {"kepala": "bool", "bukan": "bool", "nama_unit": "text"}),
}

NAMA_MAKS, KODE_MAKS = 255, 64

# --- NIP: true only for a number that is surely right; 29 February and odd ages are asked of the rule ---------

_TANGGAL_ADA = "((0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])(29|30)|(0[13578]|1[02])31)"
_SUSUNAN = f"^(19|20)[0-9]{{2}}{_TANGGAL_ADA}(19|20)[0-9]{{2}}(0[1-9]|1[0-2]|2[1-9])[12][0-9]{{3}}$"


def nip_pasti(t: str) -> str:
    """SQL that is true when the text is a NIP that the rule accepts; by years alone no age is at its limit."""
    umur = (
        f"substr({t}, 9, 4)::int - left({t}, 4)::int BETWEEN {BATAS_UMUR.termuda + 1} AND {BATAS_UMUR.tertua}"
    )
    return f"CASE WHEN {t} ~ '{_SUSUNAN}' THEN {umur} ELSE false END"


def nip_dari(t: str, peta: str) -> dict[str, str]:
    """SQL of what the NIP in `t` says; `peta` is its row of peta_nip, absent for those that are surely right."""
    digit = {
        "nilai": t,
        "lahir": f"to_date(left({t}, 8), 'YYYYMMDD')",
        "pppk": f"substr({t}, 13, 1) = '2'",
        "kelamin": f"CASE substr({t}, 15, 1) WHEN '1' THEN 'L' ELSE 'P' END",
        "mulai": f"make_date(substr({t}, 9, 4)::int,"
        f" CASE substr({t}, 13, 1) WHEN '2' THEN 1 ELSE substr({t}, 13, 2)::int END, 1)",
    }
    return {
        nama: f"CASE WHEN {t} IS NULL THEN NULL WHEN {peta}.teks IS NULL THEN {dari} ELSE {peta}.{nama} END"
        for nama, dari in digit.items()
    }


# --- readers: each is asked once about each different text; raise Tolak ---------------------------------------


def baca_nip(teks: str) -> tuple[Any, ...]:
    """What a NIP says: number, birth date, whether of a PPPK, sex, month of appointment."""
    try:
        nip = urai(teks)
    except ValueError as e:
        raise Tolak("nip_salah", kalimat=isi_galat(e)) from None
    mulai = date(nip.tahun_tmt, nip.bulan_tmt or 1, 1)
    return nip.nip, nip.lahir, nip.jenis is JenisNIP.PPPK, nip.jenis_kelamin, mulai


def baca_golongan(teks: str, pppk: str) -> tuple[str]:
    """A rank of a PPPK ("t") or of a PNS ("f")."""
    try:
        return (golongan(teks, pppk=pppk == "t"),)
    except ValueError as e:
        raise Tolak("golongan_salah", kalimat=isi_galat(e)) from None


def baca_kedudukan(kode: str, nama: str) -> tuple[str | None]:
    """The standing from its number, else from its name."""
    return (sel.kedudukan(kode, nama) or None,)


def jenis_dari_nama_lembar(nama: str) -> str:
    """The short export has a sheet per kind: PNS, PPPK, PPPK paruh waktu."""
    try:
        return sel.jenis_pegawai(nama, "") if len(nama) <= 40 else ""
    except Tolak:
        return ""


def sebutan_unit(kode: str, nama: str, induk_kode: str, induk: str, instansi: str) -> SebutanUnit:
    """How a row names its unit; without one of its own it is the satuan kerja induk."""
    kode, induk_kode = (_terbatas(n, KODE_MAKS) for n in (kode, induk_kode))
    nama, induk, instansi = (_terbatas(n, NAMA_MAKS) for n in (nama, induk, instansi))
    if not nama and not kode:
        kode, nama = induk_kode, induk
    return SebutanUnit(kode, nama, induk_kode, induk, instansi)


def sebutan_jabatan(
    kode: str, nama: str, jenis: str, jenis_kode: str, eselon: str, eselon_kode: str
) -> SebutanJabatan:
    """How a row names its post."""
    return SebutanJabatan(
        _terbatas(kode, KODE_MAKS), _terbatas(nama, NAMA_MAKS), jenis or jenis_kode, eselon or eselon_kode
    )


def _terbatas(isi: str, maks: int) -> str:
    """The text, or nothing when it is too long, which is a problem of its cell."""
    return isi if len(isi) <= maks else ""
