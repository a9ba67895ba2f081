"""Writes believable SIASN employee files of any size, always the same: `berkas.py N OUT`.

The shape is the 69-column export: text cells, an apostrophe before the NIP here and there, the word null,
dates as dd-mm-yyyy. Units and posts are those of a regency whose size grows with the number of people.
"""

import csv
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

JUDUL = (
    "PNS ID", "NIP BARU", "NIP LAMA", "NAMA", "GELAR DEPAN", "GELAR BELAKANG", "TEMPAT LAHIR ID",
    "TEMPAT LAHIR NAMA", "TANGGAL LAHIR", "JENIS KELAMIN", "AGAMA ID", "AGAMA NAMA", "JENIS KAWIN ID",
    "JENIS KAWIN NAMA", "NIK", "NOMOR HP", "EMAIL", "EMAIL GOV", "ALAMAT", "NPWP NOMOR", "BPJS",
    "JENIS PEGAWAI ID", "JENIS PEGAWAI NAMA", "KEDUDUKAN HUKUM ID", "KEDUDUKAN HUKUM NAMA",
    "STATUS CPNS PNS", "KARTU ASN VIRTUAL", "NOMOR SK CPNS", "TANGGAL SK CPNS", "TMT CPNS", "NOMOR SK PNS",
    "TANGGAL SK PNS", "TMT PNS", "GOL AWAL ID", "GOL AWAL NAMA", "GOL AKHIR ID", "GOL AKHIR NAMA",
    "TMT GOLONGAN", "MK TAHUN", "MK BULAN", "JENIS JABATAN ID", "JENIS JABATAN NAMA", "JABATAN ID",
    "JABATAN NAMA", "TMT JABATAN", "TINGKAT PENDIDIKAN ID", "TINGKAT PENDIDIKAN NAMA", "PENDIDIKAN ID",
    "PENDIDIKAN NAMA", "TAHUN LULUS", "KPKN ID", "KPKN NAMA", "LOKASI KERJA ID", "LOKASI KERJA NAMA",
    "UNOR ID", "UNOR NAMA", "INSTANSI INDUK ID", "INSTANSI INDUK NAMA", "INSTANSI KERJA ID",
    "INSTANSI KERJA NAMA", "SATUAN KERJA INDUK ID", "SATUAN KERJA INDUK NAMA", "SATUAN KERJA KERJA ID",
    "SATUAN KERJA KERJA NAMA", "IS VALID NIK", "NAMA SEKOLAH", "FLAG IKD", "ESELON ID", "ESELON NAMA",
)  # fmt: skip

INSTANSI = "Pemerintah Kabupaten Asri Mulya"
_DEPAN = ("AGUS", "SITI", "BUDI", "DEWI", "MUHAMMAD", "NUR", "YOHANES", "NI LUH", "TENGKU", "MARIA", "RUDI",
          "SRI", "HENDRA", "RATNA", "IMAM", "FITRI", "JOKO", "WAHYU", "EKA", "LINA")  # fmt: skip
_BELAKANG = ("SANTOSO", "WULANDARI", "SIREGAR", "HARAHAP", "LASUT", "PRASETYO", "SUARDANA", "HIDAYAT",
             "RAHMAWATI", "NASUTION", "SIMANJUNTAK", "PUTRI", "KURNIAWAN", "LESTARI", "TANJUNG")  # fmt: skip
_KOTA = ("BANDUNG", "MEDAN", "MAKASSAR", "MANADO", "SEMARANG", "PADANG", "DENPASAR", "KUPANG")
_DINAS = ("KEPENDUDUKAN DAN PENCATATAN SIPIL", "PERHUBUNGAN", "KESEHATAN", "PENDIDIKAN", "SOSIAL",
          "PEKERJAAN UMUM DAN PENATAAN RUANG", "LINGKUNGAN HIDUP", "PERTANIAN")  # fmt: skip
_BIDANG = ("PELAYANAN", "PENGEMBANGAN", "PENGAWASAN", "DATA DAN INFORMASI")
_PELAKSANA = ("PENGADMINISTRASI PERKANTORAN", "PENGELOLA LAYANAN OPERASIONAL", "OPERATOR LAYANAN OPERASIONAL")
_AHLI = ("ANALIS KEBIJAKAN AHLI MUDA", "PRANATA KOMPUTER AHLI PERTAMA", "ARSIPARIS TERAMPIL", "PERAWAT MAHIR",
         "GURU AHLI MADYA")  # fmt: skip
ORANG_PER_UNIT = 25

Kedudukan = tuple[str, str, str, str, str]  # unor id, unor, induk id, induk, eselon of its head


def unit(jumlah: int) -> list[Kedudukan]:
    """Enough units for so many people: departments with a secretariat and divisions, then sub-districts."""
    hasil: list[Kedudukan] = []
    urut = 0
    while len(hasil) * ORANG_PER_UNIT < jumlah + ORANG_PER_UNIT:
        nama = f"DINAS {_DINAS[urut]}" if urut < len(_DINAS) else f"KECAMATAN MEKAR {urut}"
        induk = f"U{urut:04d}"
        hasil.append((induk, nama, induk, nama, "II.b" if urut < len(_DINAS) else "III.a"))
        for n, anak in enumerate(("SEKRETARIAT", *(f"BIDANG {b}" for b in _BIDANG))):
            if urut >= len(_DINAS):
                anak = anak.replace("BIDANG", "SEKSI")
            eselon = ("III.a" if n == 0 else "III.b") if urut < len(_DINAS) else "IV.a"
            hasil.append((f"{induk}{n}", anak, induk, nama, eselon))
        urut += 1
    return hasil


def _kepala(nama: str) -> str:
    if nama == "SEKRETARIAT":
        return "SEKRETARIS"
    return "CAMAT" if nama.startswith("KECAMATAN") else f"KEPALA {nama}"


def baris(jumlah: int) -> Iterator[dict[str, str]]:
    """The people, the same ones for the same number."""
    acak = random.Random(20260101)  # noqa: S311 - sample data, not a secret
    semua = unit(jumlah)
    for n in range(jumlah):
        yield _orang(acak, n, semua[n % len(semua)], kepala=n < len(semua))


def _tanggal(hari: date) -> str:
    return f"{hari:%d-%m-%Y}"


def _orang(acak: random.Random, n: int, tempat: Kedudukan, *, kepala: bool) -> dict[str, str]:
    # People with the same serial number have different birthdays, up to a million of them.
    lahir = date(1968, 1, 1) + timedelta(days=(n % 999 * 977 + n // 999 * 9) % 10_000)
    tmt = date(lahir.year + 24, acak.randrange(1, 13), 1)
    pria = acak.random() < 0.48
    pppk = not kepala and n % 6 == 5
    urut = n % 999 + 1
    tengah = f"{max(tmt.year, 2019)}21" if pppk else f"{tmt:%Y%m}"
    nip = f"{lahir:%Y%m%d}{tengah}{1 if pria else 2}{urut:03d}"
    unor_id, unor, induk_id, induk, eselon = tempat
    jabatan = _kepala(unor) if kepala else acak.choice(_AHLI if n % 3 == 0 else _PELAKSANA)
    jenis = (
        ("1", "Jabatan Struktural")
        if kepala
        else (("2", "Jabatan Fungsional Tertentu") if jabatan in _AHLI else ("4", "Jabatan Fungsional Umum"))
    )
    return {
        "PNS ID": f"A8ACA{n:027d}",
        "NIP BARU": f"'{nip}" if n % 7 == 0 else nip,
        "NIP LAMA": "null",
        "NAMA": f"{acak.choice(_DEPAN)} {acak.choice(_BELAKANG)}",
        "GELAR BELAKANG": acak.choice(("S.E.", "S.Sos.", "S.Kom.", "A.Md.", "")),
        "TEMPAT LAHIR ID": f"{acak.randrange(10**8):08d}",
        "TEMPAT LAHIR NAMA": acak.choice(_KOTA),
        "TANGGAL LAHIR": _tanggal(lahir),
        "JENIS KELAMIN": "M" if pria else "F",
        "AGAMA ID": "1",
        "AGAMA NAMA": "Islam",
        "JENIS KAWIN ID": "1",
        "JENIS KAWIN NAMA": "Menikah",
        "NIK": f"3201{lahir:%d%m%y}{n % 1_000_000:06d}",
        "NOMOR HP": f"0812{n:08d}",
        "EMAIL": f"pegawai{n}@contoh.go.id",
        "EMAIL GOV": "null",
        "ALAMAT": f"JL. MERDEKA NO. {n % 200 + 1} RT {n % 9 + 1} RW {n % 7 + 1}",
        "NPWP NOMOR": f"{n:015d}",
        "BPJS": f"{n:013d}",
        "JENIS PEGAWAI ID": "15",
        "JENIS PEGAWAI NAMA": "PPPK" if pppk else "PNS Daerah Kab./Kota yang bekerja pada Kab./Kota",
        "KEDUDUKAN HUKUM ID": "01",
        "KEDUDUKAN HUKUM NAMA": "Aktif",
        "STATUS CPNS PNS": "P",
        "KARTU ASN VIRTUAL": f"{n:08d}",
        "NOMOR SK CPNS": f"813.2/{n}/BKD",
        "TANGGAL SK CPNS": _tanggal(tmt),
        "TMT CPNS": _tanggal(tmt),
        "NOMOR SK PNS": f"821.1/{n}/BKD",
        "TANGGAL SK PNS": _tanggal(tmt.replace(year=tmt.year + 1)),
        "TMT PNS": _tanggal(tmt.replace(year=tmt.year + 1)),
        "GOL AWAL ID": "" if pppk else "31",
        "GOL AWAL NAMA": "IX" if pppk else "III/a",
        "GOL AKHIR ID": "" if pppk else "34",
        "GOL AKHIR NAMA": "IX" if pppk else "III/d",
        "TMT GOLONGAN": f"01-04-{2018 + n % 7}",
        "MK TAHUN": str(n % 30),
        "MK BULAN": str(n % 12),
        "JENIS JABATAN ID": jenis[0],
        "JENIS JABATAN NAMA": jenis[1],
        "JABATAN ID": f"J{unor_id}" if kepala else f"J{jabatan}"[:60],
        "JABATAN NAMA": jabatan,
        "TMT JABATAN": f"01-0{n % 9 + 1}-{2019 + n % 6}",
        "TINGKAT PENDIDIKAN ID": "40",
        "TINGKAT PENDIDIKAN NAMA": "S-1/Sarjana",
        "PENDIDIKAN ID": "5101087",
        "PENDIDIKAN NAMA": "S-1 ADMINISTRASI NEGARA",
        "TAHUN LULUS": str(lahir.year + 23),
        "KPKN ID": "A5EB03E23C",
        "KPKN NAMA": "KPPN",
        "LOKASI KERJA ID": "A5EB03E24213F6A0",
        "LOKASI KERJA NAMA": "Kab. Asri Mulya",
        "UNOR ID": unor_id,
        "UNOR NAMA": unor,
        "INSTANSI INDUK ID": "A5EB03E23BFBF6A0",
        "INSTANSI INDUK NAMA": INSTANSI,
        "INSTANSI KERJA ID": "A5EB03E23BFBF6A0",
        "INSTANSI KERJA NAMA": INSTANSI,
        "SATUAN KERJA INDUK ID": induk_id,
        "SATUAN KERJA INDUK NAMA": induk,
        "SATUAN KERJA KERJA ID": induk_id,
        "SATUAN KERJA KERJA NAMA": induk,
        "IS VALID NIK": "true",
        "FLAG IKD": "false",
        "ESELON ID": "",
        "ESELON NAMA": eselon if kepala else "",
    }


def tulis_xlsx(tujuan: Path, jumlah: int) -> None:
    """Write the file as XLSX, every cell as text."""
    buku = xlsxwriter.Workbook(str(tujuan), {"strings_to_numbers": False})
    lembar = buku.add_worksheet("DATA ASN")
    lembar.write_row(0, 0, JUDUL)
    for n, orang in enumerate(baris(jumlah), start=1):
        for kolom, judul in enumerate(JUDUL):
            if orang.get(judul):
                lembar.write_string(n, kolom, orang[judul])
    buku.close()


def tulis_csv(tujuan: Path, jumlah: int, pemisah: str = ",", sandi: str = "utf-8") -> None:
    """Write the same people as CSV."""
    with tujuan.open("w", newline="", encoding=sandi) as keluar:
        penulis = csv.DictWriter(keluar, JUDUL, restval="", delimiter=pemisah)
        penulis.writeheader()
        penulis.writerows(baris(jumlah))


if __name__ == "__main__":
    tulis = tulis_csv if sys.argv[2].endswith(".csv") else tulis_xlsx
    tulis(Path(sys.argv[2]), int(sys.argv[1]))
