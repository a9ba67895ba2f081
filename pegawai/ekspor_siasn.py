"""Employees in the shape of SIASN's own export: its headers in its order, by one statement of SQL.

What the application knows better than the file once did is taken from its fields; words and numbers of SIASN that
were kept with a person (`Pegawai.siasn`) stand where they still say the same. Texts that an import takes for empty
are empty, so that what is exported, imported and exported again is the same to the byte.
Source of the headers: the SIASN ASN export (69 columns; an older one ends before NAMA SEKOLAH).
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone, translation

from inti.ekspor_alir import PEMISAH, aman_sql
from inti.jalur import LANGKAH
from pegawai.aturan.jabatan import ESELON
from pegawai.enums import JenisJabatan, KedudukanHukum
from pegawai.impor.sel import nama_kedudukan
from pegawai.models import Pegawai

LEBAR = (69, 65)
# The first of the three numbers SIASN has for eselon I.a is no more in use.
_NOMOR_ESELON = {nama: nomor for nomor, nama in ESELON.items()}
_ROMAWI = {"I": 1, "II": 2, "III": 3, "IV": 4}
NOMOR_GOLONGAN = {
    f"{romawi}/{huruf}": f"{angka}{ke}"
    for romawi, angka in _ROMAWI.items()
    for ke, huruf in enumerate("abcde", 1)
    if huruf != "e" or romawi == "IV"
}
_NOMOR_JENIS = {
    **dict.fromkeys((JenisJabatan.JPT_MADYA, JenisJabatan.JPT_PRATAMA), "1"),
    **dict.fromkeys((JenisJabatan.ADMINISTRATOR, JenisJabatan.PENGAWAS), "1"),
    JenisJabatan.FUNGSIONAL: "2",
    JenisJabatan.PELAKSANA: "4",
}
_NAMA_JENIS = {
    "1": "Jabatan Struktural",
    "2": "Jabatan Fungsional Tertentu",
    "3": "Jabatan Struktural",
    "4": "Jabatan Fungsional Umum",
}
_NAMA_PEGAWAI = {"pns": "PNS", "cpns": "CPNS", "pppk": "PPPK", "pppk_paruh_waktu": "PPPK PARUH WAKTU"}


def _petik(isi: Any) -> str:
    return "'" + str(isi).replace("'", "''") + "'"


def _pilih(nilai: str, peta: Any, lain: str = "NULL") -> str:
    kata = " ".join(f"WHEN {_petik(k)} THEN {_petik(v)}" for k, v in peta.items())
    return f"CASE {nilai} {kata} ELSE {lain} END"


def _s(nama: str) -> str:
    """A kept column of SIASN."""
    return f"(p.siasn ->> {_petik(nama)})"


def _t(nama: str) -> str:
    return f"to_char({nama}, 'DD-MM-YYYY')"


def _nama_jenis_pegawai() -> str:
    kata = _s("JENIS PEGAWAI NAMA")
    sama = (
        f"({kata} ~* 'PPPK|P3K|PERJANJIAN KERJA') = (left(p.jenis, 4) = 'pppk')"
        f" AND (left(p.jenis, 4) <> 'pppk' OR ({kata} ~* 'PARUH') = (p.jenis = 'pppk_paruh_waktu'))"
    )
    return f"CASE WHEN {sama} THEN {kata} ELSE {_pilih('p.jenis', _NAMA_PEGAWAI)} END"


def _nama_kedudukan() -> str:
    nomor = f"lpad({_s('KEDUDUKAN HUKUM ID')}, 2, '0')"
    kenal = _pilih(f"upper({_s('KEDUDUKAN HUKUM NAMA')})", nama_kedudukan())
    sama = f"coalesce({nomor}, {kenal}) = p.kedudukan_hukum OR ({_PPPK_71})"
    with translation.override("id"):  # SIASN's words, whatever the reader's language
        label = _pilih("p.kedudukan_hukum", {k.value: k.label for k in KedudukanHukum})
    return f"coalesce(CASE WHEN {sama} THEN {_s('KEDUDUKAN HUKUM NAMA')} END, {label})"


_PPPK_71 = f"{_s('KEDUDUKAN HUKUM ID')} = '71' AND p.kedudukan_hukum = '01'"
_JENIS = _pilih("j.jenis", _NOMOR_JENIS)
_JENIS_ID = f"CASE WHEN {_JENIS} = '1' AND {_s('JENIS JABATAN ID')} = '3' THEN '3' ELSE {_JENIS} END"
# The post with its level, which some lists keep apart.
_JABATAN = (
    "CASE WHEN j.jenjang <> '' AND right(lower(j.nama), length(j.jenjang)) <> lower(j.jenjang)"
    " THEN j.nama || ' ' || j.jenjang ELSE j.nama END"
)
# A structural post has the number that SIASN gave it together with its unit.
_JABATAN_ID = (
    f"coalesce(j.kode, CASE WHEN {_JENIS} = '1' AND {_s('UNOR ID')} IS NOT DISTINCT FROM u.kode"
    f" THEN {_s('JABATAN ID')} END)"
)

DISIMPAN = None  # taken from Pegawai.siasn as it is
KOLOM: dict[str, str | None] = {
    "PNS ID": "p.pns_id",
    "NIP BARU": "p.nip",
    "NIP LAMA": "p.nip_lama",
    "NAMA": "p.nama",
    "GELAR DEPAN": "p.gelar_depan",
    "GELAR BELAKANG": "p.gelar_belakang",
    "TEMPAT LAHIR ID": DISIMPAN,
    "TEMPAT LAHIR NAMA": "p.tempat_lahir",
    "TANGGAL LAHIR": _t("p.tanggal_lahir"),
    "JENIS KELAMIN": _pilih("p.jenis_kelamin", {"L": "M", "P": "F"}),
    "AGAMA ID": DISIMPAN,
    "AGAMA NAMA": "p.agama",
    "JENIS KAWIN ID": DISIMPAN,
    "JENIS KAWIN NAMA": "p.status_kawin",
    "NIK": "p.nik",
    "NOMOR HP": "p.nomor_hp",
    "EMAIL": "lower(p.email)",
    "EMAIL GOV": "lower(p.email_gov)",
    "ALAMAT": "p.alamat",
    "NPWP NOMOR": "p.npwp",
    "BPJS": DISIMPAN,
    "JENIS PEGAWAI ID": DISIMPAN,
    "JENIS PEGAWAI NAMA": _nama_jenis_pegawai(),
    "KEDUDUKAN HUKUM ID": f"CASE WHEN {_PPPK_71} THEN '71' ELSE p.kedudukan_hukum END",
    "KEDUDUKAN HUKUM NAMA": _nama_kedudukan(),
    "STATUS CPNS PNS": f"CASE p.jenis WHEN 'pns' THEN 'P' WHEN 'cpns' THEN 'C' ELSE {_s('STATUS CPNS PNS')} END",
    "KARTU ASN VIRTUAL": DISIMPAN,
    "NOMOR SK CPNS": DISIMPAN,
    "TANGGAL SK CPNS": DISIMPAN,
    "TMT CPNS": _t("p.tmt_cpns"),
    "NOMOR SK PNS": DISIMPAN,
    "TANGGAL SK PNS": DISIMPAN,
    "TMT PNS": _t("p.tmt_pns"),
    "GOL AWAL ID": DISIMPAN,
    "GOL AWAL NAMA": DISIMPAN,
    "GOL AKHIR ID": (
        f"CASE WHEN left(p.jenis, 4) = 'pppk' THEN {_s('GOL AKHIR ID')}"
        f" ELSE {_pilih('p.golongan', NOMOR_GOLONGAN)} END"
    ),
    "GOL AKHIR NAMA": "p.golongan",
    "TMT GOLONGAN": _t("p.tmt_golongan"),
    "MK TAHUN": DISIMPAN,
    "MK BULAN": DISIMPAN,
    "JENIS JABATAN ID": _JENIS_ID,
    "JENIS JABATAN NAMA": (
        f"CASE WHEN {_s('JENIS JABATAN ID')} = {_JENIS_ID} AND {_s('JENIS JABATAN NAMA')} IS NOT NULL"
        f" THEN {_s('JENIS JABATAN NAMA')} ELSE {_pilih(_JENIS_ID, _NAMA_JENIS)} END"
    ),
    "JABATAN ID": _JABATAN_ID,
    "JABATAN NAMA": _JABATAN,
    "TMT JABATAN": _t("q.mulai"),
    "TINGKAT PENDIDIKAN ID": DISIMPAN,
    "TINGKAT PENDIDIKAN NAMA": DISIMPAN,
    "PENDIDIKAN ID": DISIMPAN,
    "PENDIDIKAN NAMA": "p.pendidikan",
    "TAHUN LULUS": "p.tahun_lulus::text",
    "KPKN ID": DISIMPAN,
    "KPKN NAMA": DISIMPAN,
    "LOKASI KERJA ID": DISIMPAN,
    "LOKASI KERJA NAMA": DISIMPAN,
    "UNOR ID": "u.kode",
    "UNOR NAMA": "u.nama",
    "INSTANSI INDUK ID": DISIMPAN,
    "INSTANSI INDUK NAMA": DISIMPAN,
    "INSTANSI KERJA ID": DISIMPAN,
    "INSTANSI KERJA NAMA": f"coalesce({_s('INSTANSI KERJA NAMA')}, r.nama)",
    "SATUAN KERJA INDUK ID": "i.kode",
    "SATUAN KERJA INDUK NAMA": "i.nama",
    "SATUAN KERJA KERJA ID": DISIMPAN,
    "SATUAN KERJA KERJA NAMA": DISIMPAN,
    "IS VALID NIK": DISIMPAN,
    "NAMA SEKOLAH": DISIMPAN,
    "FLAG IKD": DISIMPAN,
    "ESELON ID": _pilih("j.eselon", _NOMOR_ESELON),
    "ESELON NAMA": "j.eselon",
}

# A placement counts while its holder serves: whoever left has none in an import either.
_DARI = f"""
FROM pegawai_pegawai p
LEFT JOIN pegawai_penempatan q ON q.pegawai_id = p.id AND q.jenis = 'definitif' AND p.kedudukan_hukum < '51'
    AND q.mulai <= {{hari}} AND (q.selesai IS NULL OR q.selesai >= {{hari}})
LEFT JOIN pegawai_jabatan j ON j.id = q.jabatan_id
LEFT JOIN pegawai_unitkerja u ON u.id = q.unit_id
LEFT JOIN pegawai_unitkerja i ON i.path = left(u.path, {2 * LANGKAH})
LEFT JOIN pegawai_unitkerja r ON r.path = left(u.path, {LANGKAH})
WHERE p.nip IS NOT NULL AND p.id IN ({{orang}}) ORDER BY p.nip
"""
_KOSONG = "('null', '-', 'none', 'nan', '(null)')"


def judul(lebar: int = 69) -> tuple[str, ...]:
    """The headers of the export with so many columns."""
    return tuple(KOLOM)[:lebar]


def _bersih(k: str) -> str:
    """SQL of a cell as an import would keep it: without apostrophes in front, nothing for the word null."""
    polos = f"btrim(ltrim(btrim({k}), '''’`'))"
    return (
        f"CASE WHEN length({k}) <= 6 AND lower({k}) IN {_KOSONG} THEN NULL"
        f" WHEN ascii({k}) IN (39, 96, 8217, 9, 10, 13, 32) THEN {polos} ELSE {k} END"
    )


def pilih_sql(
    orang: "QuerySet[Pegawai]",
    lebar: int = 69,
    bungkus: Callable[[str], str] = str,
    hari: date | None = None,
) -> tuple[str, tuple[Any, ...]]:
    """The statement that reads these people in that shape, each cell through `bungkus`, and its values."""
    dalam, isian = orang.order_by().values("pk").query.sql_with_params()
    nama = judul(lebar)
    kolom = [f"k{ke}" for ke in range(lebar)]
    mentah = ", ".join(f"{KOLOM[n] or _s(n)} AS {k}" for n, k in zip(nama, kolom, strict=True))
    bersih = ", ".join(f"{_bersih(k)} AS {k}" for k in kolom)
    pada = f"DATE '{hari or timezone.localdate():%Y-%m-%d}'"
    dari = _DARI.format(hari=pada, orang=dalam)
    # OFFSET 0 keeps the layers apart, so that each cell is computed once.
    isi = f"SELECT {bersih} FROM (SELECT {mentah} {dari} OFFSET 0) t OFFSET 0"  # noqa: S608 - our own columns
    return f"SELECT {', '.join(map(bungkus, kolom))} FROM ({isi}) t", isian  # noqa: S608


def salin_sql(orang: "QuerySet[Pegawai]", lebar: int = 69) -> tuple[str, tuple[Any, ...]]:
    """The COPY that writes these people as CSV in that shape, disarmed. Raises EmptyResultSet."""
    sql, isian = pilih_sql(orang, lebar, aman_sql)
    return f"COPY ({sql}) TO STDOUT (FORMAT csv, DELIMITER '{PEMISAH}')", isian
