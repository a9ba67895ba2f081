"""What belongs into the columns of an employee file, and one right row, for the sample file."""

from typing import Any

from django.utils.translation import gettext_lazy as _

CONTOH: dict[str, tuple[Any, str]] = {
    "PNS ID": (_("Nomor orang di SIASN. Tetap sama bila NIP berganti."), "A8ACA7397AEB3912E040640A040269BB"),
    "NIP BARU": (_("18 angka, disimpan sebagai teks. NI PPPK juga di sini."), "199001012015032001"),
    "NAMA": (_("Nama tanpa gelar."), "WAYAN LESTARI"),
    "GELAR DEPAN": (_("Gelar sebelum nama, bila ada."), ""),
    "GELAR BELAKANG": (_("Gelar sesudah nama, bila ada."), "S.Kom."),
    "TEMPAT LAHIR NAMA": (_("Nama kabupaten atau kota."), "DENPASAR"),
    "TANGGAL LAHIR": (_("hh-bb-tttt; harus sama dengan 8 angka pertama NIP."), "01-01-1990"),
    "JENIS KELAMIN": (_("M atau L (laki-laki), F atau P (perempuan); harus cocok dengan NIP."), "F"),
    "NIK": (_("16 angka, disimpan sebagai teks."), "3201014101900001"),
    "NOMOR HP": (_("Nomor telepon, disimpan sebagai teks."), "081234567890"),
    "EMAIL": (_("Surel pribadi."), "wayan@contoh.go.id"),
    "EMAIL GOV": (_("Surel dinas; didahulukan untuk pemberitahuan."), ""),
    "JENIS PEGAWAI NAMA": (_("PNS, CPNS, PPPK atau PPPK Paruh Waktu, atau sebutan SIASN."), "PNS"),
    "STATUS CPNS PNS": (_("C untuk CPNS, P untuk PNS; kosong untuk PPPK."), "P"),
    "KEDUDUKAN HUKUM ID": (_("Kode SIASN: 01 aktif, 02 CLTN, 03 tugas belajar, …"), "01"),
    "TMT CPNS": (_("hh-bb-tttt"), "01-03-2015"),
    "TMT PNS": (_("hh-bb-tttt"), "01-03-2016"),
    "GOL AKHIR NAMA": (_("I/a sampai IV/e; PPPK: I sampai XVII."), "III/c"),
    "TMT GOLONGAN": (_("hh-bb-tttt"), "01-04-2023"),
    "JENIS JABATAN NAMA": (
        _("Struktural, fungsional tertentu, atau fungsional umum (pelaksana)."),
        "Jabatan Fungsional Umum",
    ),
    "JABATAN NAMA": (_("Nama jabatan; wajib bila unit terisi."), "PENGELOLA LAYANAN OPERASIONAL"),
    "TMT JABATAN": (_("Hari mulai di jabatan dan unit ini."), "01-02-2022"),
    "ESELON NAMA": (_("II.a sampai V.b untuk jabatan struktural."), ""),
    "PENDIDIKAN NAMA": (_("Pendidikan terakhir."), "S-1 INFORMATIKA"),
    "TAHUN LULUS": (_("Empat angka."), "2013"),
    "UNOR ID": (_("Kode unit di SIASN; didahulukan dari nama."), ""),
    "UNOR NAMA": (_("Nama unit tempat bekerja."), "BIDANG PENCATATAN SIPIL"),
    "SATUAN KERJA INDUK NAMA": (
        _("Perangkat daerah di atas unit itu; perlu bila nama unit dimiliki beberapa perangkat daerah."),
        "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
    ),
}
