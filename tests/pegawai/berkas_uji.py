"""Small employee files for tests: one right row, changed as each test needs."""

import csv
import io

import xlsxwriter

from inti.tanda import dari_data
from pegawai.impor import Pilihan
from pegawai.impor.kalimat import KALIMAT

BENAR = {
    "PNS ID": "A8ACA7397AEB3912",
    "NIP BARU": "199001012015032001",
    "NAMA": "WAYAN LESTARI",
    "GELAR BELAKANG": "S.Kom.",
    "TEMPAT LAHIR NAMA": "DENPASAR",
    "TANGGAL LAHIR": "01-01-1990",
    "JENIS KELAMIN": "F",
    "NIK": "3201014101900001",
    "EMAIL": "wayan@contoh.go.id",
    "JENIS PEGAWAI NAMA": "PNS Daerah Kab./Kota yang bekerja pada Kab./Kota",
    "STATUS CPNS PNS": "P",
    "KEDUDUKAN HUKUM ID": "01",
    "KEDUDUKAN HUKUM NAMA": "Aktif",
    "TMT CPNS": "01-03-2015",
    "TMT PNS": "01-03-2016",
    "GOL AKHIR NAMA": "III/c",
    "TMT GOLONGAN": "01-04-2023",
    "JENIS JABATAN NAMA": "Jabatan Fungsional Umum",
    "JABATAN ID": "",
    "JABATAN NAMA": "PENGELOLA LAYANAN OPERASIONAL",
    "ESELON NAMA": "",
    "TMT JABATAN": "01-02-2022",
    "PENDIDIKAN NAMA": "S-1 INFORMATIKA",
    "TAHUN LULUS": "2013",
    "UNOR ID": "",
    "UNOR NAMA": "BIDANG PENCATATAN SIPIL",
    "SATUAN KERJA INDUK NAMA": "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
}
KEDUA = BENAR | {
    "PNS ID": "A8ACA7397AEB3913",
    "NIP BARU": "198806052012121002",
    "NAMA": "TEUKU RIZKI",
    "TANGGAL LAHIR": "05-06-1988",
    "JENIS KELAMIN": "M",
    "NIK": "3201010506880002",
    "EMAIL": "",
    "TMT CPNS": "01-12-2012",
    "TMT PNS": "01-12-2013",
}
BIASA = Pilihan()


def csv_dari(*baris, pemisah=",", sandi="utf-8", awal=(), kolom=None):
    """The rows as a CSV file; `awal` are lines before the header."""
    keluar = io.StringIO(newline="")
    keluar.writelines(f"{b}\r\n" for b in awal)
    nama = kolom or list(dict.fromkeys(k for b in baris for k in b))
    penulis = csv.DictWriter(keluar, nama, restval="", delimiter=pemisah, extrasaction="ignore")
    penulis.writeheader()
    penulis.writerows(baris)
    return keluar.getvalue().encode(sandi)


def xlsx_dari(*baris, lembar="DATA", kosong_di_atas=0, tambahan=()):
    """The rows as an XLSX file; a value that is not text is written as Excel's own type."""
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"in_memory": True, "default_date_format": "dd-mm-yyyy"})
    halaman = buku.add_worksheet(lembar)
    nama = list(dict.fromkeys(k for b in baris for k in b))
    halaman.write_row(kosong_di_atas, 0, nama)
    for n, b in enumerate(baris, start=kosong_di_atas + 1):
        for k, judul in enumerate(nama):
            nilai = b.get(judul, "")
            if isinstance(nilai, str):
                halaman.write_string(n, k, nilai)
            else:
                halaman.write(n, k, nilai)
    for nama_lembar in tambahan:
        buku.add_worksheet(nama_lembar).write_row(0, 0, ["catatan"])
    buku.close()
    return keluar.getvalue()


def masalah(laporan):
    """{(row, kind, column)} of everything that was found."""
    return {
        (m["baris"], k["kode"], m["kolom"])
        for berat in ("galat", "peringatan")
        for k in laporan[berat]
        for m in k["contoh"]
    }


def kalimat(laporan, kode):
    """The sentence of the first problem of this kind."""
    kelompok = next(k for berat in ("galat", "peringatan") for k in laporan[berat] if k["kode"] == kode)
    m = kelompok["contoh"][0]
    isi = {kunci: dari_data(satu) for kunci, satu in m["isi"].items()}
    return str(KALIMAT[kode].pesan) % {"kolom": m["kolom"], "nilai": m["nilai"], **isi}
