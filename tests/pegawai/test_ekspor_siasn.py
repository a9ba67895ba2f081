"""SIASN's shape: exported, imported into an empty database, exported again – the same to the byte."""

import csv
import io
from datetime import date

import pytest
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.utils import translation

from akses import impor as gerbang
from benchmarks.berkas import JUDUL
from benchmarks.berkas import baris as penduduk
from inti.ekspor import _BERBAHAYA
from inti.ekspor_alir import alir_salin
from pegawai.ekspor_siasn import judul, salin_sql
from pegawai.enums import JenisPegawai, KedudukanHukum
from pegawai.models import Jabatan, Pegawai, Penempatan, UnitKerja
from tests.pegawai.berkas_uji import BENAR, csv_dari

pytestmark = pytest.mark.django_db
PILIHAN = {"buat_unit": True, "buat_jabatan": True}
TABEL = "pegawai_atasan, pegawai_penempatan, akses_akun, pegawai_pegawai, pegawai_jabatan, pegawai_unitkerja"


def _ekspor(lebar=69, orang=None):
    kepala, (perintah, isian) = judul(lebar), salin_sql(orang or Pegawai.objects.all(), lebar)
    return b"".join(alir_salin(kepala, perintah, isian, lambda _n: None))


def _baris(isi):
    return list(csv.DictReader(io.StringIO(isi.decode("utf-8-sig"), newline=""), delimiter=";"))


def _impor(isi, nama="siasn.csv"):
    laporan = gerbang.impor(jenis="pegawai", sumber=isi, nama=nama, pilihan=PILIHAN, oleh=None)
    assert laporan["hasil"] == "diimpor", laporan
    return laporan


def _kosongkan():
    with connection.cursor() as kursor:
        kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        kursor.execute(f"TRUNCATE {TABEL} CASCADE")
        kursor.execute("SET CONSTRAINTS ALL DEFERRED")
    assert not Pegawai.objects.exists()
    assert not UnitKerja.objects.exists()


def _aneh(n, orang):
    """Odd values, a different one for each person."""
    semua = (
        {"NAMA": "=HYPERLINK(1)", "ALAMAT": "Jl. Mawar\nNo. 1"},
        {"NAMA": "+62 BUDI", "GELAR DEPAN": "@dr."},
        {"NAMA": 'SITI "ITI" A', "ALAMAT": 'Gg. "X"; RT 1, RW 2'},
        {"NPWP NOMOR": "000000000000001", "NOMOR HP": "+6281", "BPJS": "0001", "MK TAHUN": "00"},
        {"EMAIL": "", "NIK": "", "ALAMAT": "null", "AGAMA NAMA": "-", "NIP LAMA": "010101010"},
        {"NAMA": "D'ARCY O’NEIL", "TEMPAT LAHIR NAMA": "ÅÄÖ ＝1"},
        {"KEDUDUKAN HUKUM ID": "", "KEDUDUKAN HUKUM NAMA": "PNS KENA HUKUMAN DISIPLIN"},
        {"KEDUDUKAN HUKUM ID": "99", "KEDUDUKAN HUKUM NAMA": "Pensiun"},
        {"STATUS CPNS PNS": "C", "JENIS PEGAWAI NAMA": "CPNS"},
        {"FLAG IKD": "", "IS VALID NIK": "", "NAMA SEKOLAH": "-SD 1", "TAHUN LULUS": ""},
        {"GELAR BELAKANG": "S.E., M.M.", "PENDIDIKAN NAMA": "", "TINGKAT PENDIDIKAN NAMA": "SLTA"},
        {"TMT PNS": "", "TANGGAL SK PNS": "", "GOL AKHIR NAMA": "", "GOL AKHIR ID": "", "TMT GOLONGAN": ""},
    )
    if orang["JENIS PEGAWAI NAMA"] == "PPPK":
        paruh = {"JENIS PEGAWAI NAMA": "PPPK Paruh Waktu", "KEDUDUKAN HUKUM ID": "71"}
        return orang | (paruh if n % 4 == 1 else {"NAMA": f"-{orang['NAMA']}"})
    return orang | semua[n % len(semua)]


def test_the_headers_are_those_of_siasn_in_their_order():
    assert judul(69) == JUDUL
    assert judul(65) == JUDUL[:65]


@pytest.mark.parametrize("lebar", [69, 65])
def test_exported_imported_into_an_empty_database_and_exported_again_is_byte_identical(lebar):
    _kosongkan()
    _impor(csv_dari(*(_aneh(n, o) for n, o in enumerate(penduduk(48)))))
    assert set(Pegawai.objects.values_list("jenis", flat=True)) == {
        j.value for j in JenisPegawai if j != JenisPegawai.PEJABAT_NEGARA
    }
    Pegawai.objects.filter(nama="+62 BUDI").update(nama="@SUM(A1)", golongan="IV/e")
    pertama = _ekspor(lebar)
    dulu = list(Penempatan.objects.order_by("pegawai__nip").values_list("pegawai__nip", "mulai", "kepala"))
    _kosongkan()
    _impor(pertama)
    assert _ekspor(lebar) == pertama
    assert len(_baris(pertama)) == 48
    kini = Penempatan.objects.order_by("pegawai__nip").values_list("pegawai__nip", "mulai", "kepala")
    assert list(kini) == dulu
    for baris in _baris(pertama):
        assert not [s for s in baris.values() if _BERBAHAYA.match(s)], baris


def test_what_changed_here_wins_over_what_the_file_once_said(pemeran):
    _impor(csv_dari(BENAR | {"BPJS": "0001", "JENIS PEGAWAI NAMA": "CPNS", "STATUS CPNS PNS": "C"}))
    orang = Pegawai.objects.filter(nip="199001012015032001")
    orang.update(
        jenis="pns", kedudukan_hukum="03", golongan="IV/a", jenis_kelamin="P", tmt_pns=date(2016, 3, 1)
    )
    baris = _baris(_ekspor(orang=orang))[0]
    assert baris["NIP BARU"] == "'199001012015032001"
    assert (baris["STATUS CPNS PNS"], baris["GOL AKHIR ID"], baris["BPJS"]) == ("P", "41", "0001")
    assert (baris["KEDUDUKAN HUKUM ID"], baris["KEDUDUKAN HUKUM NAMA"]) == ("03", "Tugas belajar")
    assert (baris["JENIS KELAMIN"], baris["TMT PNS"]) == ("F", "01-03-2016")


def test_words_stay_those_of_siasn_in_every_language(pemeran):
    with translation.override("en"):
        baris = _baris(_ekspor())
    assert {b["KEDUDUKAN HUKUM NAMA"] for b in baris} <= {"Aktif"}
    assert {b["JENIS PEGAWAI NAMA"] for b in baris} <= {"PNS", "PPPK", "CPNS"}


def test_posts_and_units_are_those_of_today(pemeran):
    ratna = pemeran.ratna
    tempat = Penempatan.objects.get(pegawai=ratna)
    baris = _baris(_ekspor(orang=Pegawai.objects.filter(pk=ratna.pk)))[0]
    assert (baris["UNOR NAMA"], baris["TMT JABATAN"]) == (tempat.unit.nama, f"{tempat.mulai:%d-%m-%Y}")
    assert baris["JABATAN NAMA"].startswith(tempat.jabatan.nama)
    Pegawai.objects.filter(pk=ratna.pk).update(kedudukan_hukum=KedudukanHukum.PENSIUN)
    baris = _baris(_ekspor(orang=Pegawai.objects.filter(pk=ratna.pk)))[0]
    assert (baris["UNOR NAMA"], baris["JABATAN NAMA"], baris["TMT JABATAN"]) == ("", "", "")


def test_a_level_kept_apart_is_part_of_the_name(pemeran):
    jabatan = Jabatan.objects.create(nama="Penata Uji", jenis="fungsional", jenjang="Ahli Muda", kode="J1")
    Penempatan.objects.filter(pegawai=pemeran.ratna).update(jabatan=jabatan)
    baris = _baris(_ekspor(orang=Pegawai.objects.filter(pk=pemeran.ratna.pk)))[0]
    assert (baris["JABATAN NAMA"], baris["JABATAN ID"]) == ("Penata Uji Ahli Muda", "J1")
    assert (baris["JENIS JABATAN ID"], baris["JENIS JABATAN NAMA"]) == ("2", "Jabatan Fungsional Tertentu")


def test_the_regent_is_no_employee_of_siasn(pemeran):
    assert pemeran.bupati.nama not in _ekspor().decode()
    with pytest.raises(EmptyResultSet):
        salin_sql(Pegawai.objects.none())
