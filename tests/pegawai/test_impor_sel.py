"""Each kind of mistake in a cell is found at its cell, with its own sentence, and refuses the row."""

import pytest

from pegawai.impor import uji_pegawai
from pegawai.models import Pegawai
from tests.pegawai.berkas_uji import BENAR, BIASA, KEDUA, csv_dari, kalimat, masalah, xlsx_dari

pytestmark = pytest.mark.django_db


def uji(*baris, **lain):
    return uji_pegawai(isi=csv_dari(*baris, **lain), nama="uji.csv", pilihan=BIASA)


def test_a_right_row_has_no_problem(pemeran):
    laporan = uji(BENAR)
    assert laporan["galat"] == laporan["peringatan"] == []
    assert laporan["jumlah"] == {"baris": 1, "baru": 1, "berubah": 0, "tetap": 0, "ditolak": 0, "dilewati": 0}


SALAH = [
    # changed cells, kind of problem, column, part of the sentence
    ({"NIP BARU": "19900101201503200"}, "nip_salah", "NIP BARU", "yang diisi 17 angka"),
    ({"NIP BARU": "199013012015032001"}, "nip_salah", "NIP BARU", "bulan lahir 13"),
    ({"NIP BARU": "1.99001012015032E+17"}, "nip_salah", "NIP BARU", "format kolom menjadi Teks"),
    ({"NIP BARU": "null"}, "wajib_kosong", "NIP BARU", "NIP BARU wajib diisi"),
    ({"NAMA": " "}, "wajib_kosong", "NAMA", "NAMA wajib diisi"),
    ({"NAMA": "A" * 201}, "terlalu_panjang", "NAMA", "paling banyak 200 huruf"),
    ({"JENIS PEGAWAI NAMA": "", "STATUS CPNS PNS": ""}, "wajib_kosong", "JENIS PEGAWAI NAMA", "wajib"),
    (
        {"JENIS PEGAWAI NAMA": "Honorer", "STATUS CPNS PNS": ""},
        "jenis_salah",
        "JENIS PEGAWAI NAMA",
        "Honorer",
    ),
    ({"JENIS PEGAWAI NAMA": "PPPK", "GOL AKHIR NAMA": ""}, "silang", "JENIS PEGAWAI NAMA", "digit 13-14"),
    ({"TANGGAL LAHIR": "02-01-1990"}, "silang", "TANGGAL LAHIR", "menurut NIP (digit 1-8) 01-01-1990"),
    ({"JENIS KELAMIN": "M"}, "silang", "JENIS KELAMIN", "menurut NIP (digit 15) perempuan"),
    ({"JENIS KELAMIN": "X"}, "kelamin_salah", "JENIS KELAMIN", "Isi M atau L"),
    ({"TANGGAL LAHIR": "31-02-1990"}, "tanggal_salah", "TANGGAL LAHIR", "“31-02-1990” bukan tanggal"),
    ({"TMT PNS": "Maret 2016"}, "tanggal_salah", "TMT PNS", "31-12-1985"),
    ({"GOL AKHIR NAMA": "V/a"}, "golongan_salah", "GOL AKHIR NAMA", "I/a sampai IV/e"),
    ({"KEDUDUKAN HUKUM ID": "97"}, "kedudukan_salah", "KEDUDUKAN HUKUM ID", "“97” tidak dikenal"),
    ({"NIK": "12345"}, "nik_salah", "NIK", "16 angka"),
    ({"UNOR NAMA": "BIDANG ENTAH"}, "unit_tidak_dikenal", "UNOR NAMA", "“BIDANG ENTAH” tidak ada"),
    ({"JABATAN NAMA": ""}, "unit_tanpa_jabatan", "JABATAN NAMA", "jabatannya kosong"),
    (
        {"UNOR NAMA": "", "SATUAN KERJA INDUK NAMA": ""},
        "jabatan_tanpa_unit",
        "UNOR NAMA",
        "unit kerjanya kosong",
    ),
    ({"ESELON NAMA": "VI.a"}, "jabatan_salah", "JABATAN NAMA", "Eselon “VI.a” tidak dikenal"),
    (
        {"JENIS JABATAN NAMA": "Jabatan Struktural"},
        "jabatan_salah",
        "JABATAN NAMA",
        "tidak memiliki eselon",
    ),
]


@pytest.mark.parametrize(("ubah", "kode", "kolom", "potongan"), SALAH, ids=lambda n: str(n)[:40])
def test_a_mistake_is_named_at_its_cell(pemeran, ubah, kode, kolom, potongan):
    laporan = uji(KEDUA, BENAR | ubah)
    assert masalah(laporan) == {(3, kode, kolom)}
    assert potongan in kalimat(laporan, kode)
    assert laporan["jumlah"]["ditolak"] == 1
    assert laporan["jumlah"]["baru"] == 1


def test_a_nip_that_excel_has_cut_is_refused_with_how_to_mend_it(pemeran):
    isi = xlsx_dari(BENAR | {"NIP BARU": 199001012015032001})
    laporan = uji_pegawai(isi=isi, nama="uji.xlsx", pilihan=BIASA)
    assert masalah(laporan) == {(2, "nip_excel", "NIP BARU")}
    assert "Format Sel › Teks" in kalimat(laporan, "nip_excel")


def test_a_nik_that_excel_has_cut_is_refused(pemeran):
    laporan = uji_pegawai(isi=xlsx_dari(BENAR | {"NIK": 3201014101900001}), nama="u.xlsx", pilihan=BIASA)
    assert masalah(laporan) == {(2, "angka_excel", "NIK")}


def test_a_bad_email_or_year_is_a_warning_and_not_stored(pemeran):
    laporan = uji(BENAR | {"EMAIL": "tidak ada", "TAHUN LULUS": "13"})
    assert masalah(laporan) == {(2, "surel_diabaikan", "EMAIL"), (2, "tahun_diabaikan", "TAHUN LULUS")}
    assert laporan["jumlah"]["ditolak"] == 0


def test_cells_as_siasn_writes_them_are_understood(pemeran):
    laporan = uji(
        BENAR
        | {
            "NIP BARU": "'199001012015032001",
            "GELAR DEPAN": "null",
            "TANGGAL LAHIR": "1990-01-01",
            "GOL AKHIR NAMA": "III/C",
            "JENIS KELAMIN": "perempuan",
        }
    )
    assert laporan["galat"] == []


def test_the_same_nip_twice_names_both_rows(pemeran):
    laporan = uji(BENAR, KEDUA, BENAR | {"PNS ID": "LAIN"})
    assert {m for m in masalah(laporan) if m[1] == "ganda_nip"} == {
        (2, "ganda_nip", "NIP BARU"),
        (4, "ganda_nip", "NIP BARU"),
    }
    assert "juga ada di baris 4" in kalimat(laporan, "ganda_nip")


def test_the_same_pns_id_twice_names_both_rows(pemeran):
    laporan = uji(BENAR, KEDUA | {"PNS ID": BENAR["PNS ID"]})
    assert masalah(laporan) == {(2, "ganda_pns_id", "PNS ID"), (3, "ganda_pns_id", "PNS ID")}


def test_a_pns_id_and_a_nip_of_two_people_conflict(pemeran):
    Pegawai.objects.filter(pk=pemeran.sari.pk).update(pns_id=BENAR["PNS ID"])
    Pegawai.objects.filter(pk=pemeran.rudi.pk).update(nip=BENAR["NIP BARU"])
    laporan = uji(BENAR)
    assert (2, "konflik_pns_id", "PNS ID") in masalah(laporan)
    assert "Sari Handayani" in kalimat(laporan, "konflik_pns_id")
    assert "Rudi Hartono" in kalimat(laporan, "konflik_pns_id")


def test_a_known_nip_with_another_pns_id_conflicts(pemeran):
    Pegawai.objects.filter(pk=pemeran.rudi.pk).update(nip=BENAR["NIP BARU"], pns_id="X1")
    assert (2, "konflik_nip", "PNS ID") in masalah(uji(BENAR))


def test_a_pns_id_with_another_nip_and_birth_date_is_another_person(pemeran):
    Pegawai.objects.filter(pk=pemeran.rudi.pk).update(pns_id=BENAR["PNS ID"])
    assert (2, "orang_berbeda", "NIP BARU") in masalah(uji(BENAR))
