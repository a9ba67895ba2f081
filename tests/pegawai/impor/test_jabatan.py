"""Importing posts: what the declared imports share is shown here once."""

import io

import openpyxl
import pytest

from inti import impor as kernel
from inti.impor_tabel import Mode
from pegawai.enums import JenisJabatan
from pegawai.impor.jabatan import PengimporJabatan
from pegawai.models import Jabatan
from tests.pegawai.berkas_uji import csv_dari, masalah, xlsx_dari

pytestmark = pytest.mark.django_db

ANALIS = {
    "JABATAN ID": "A1",
    "NAMA JABATAN": "Analis Kepegawaian",
    "JENIS JABATAN": "Fungsional",
    "JENJANG": "Ahli Muda",
    "KELAS JABATAN": "9",
    "BUP": "58",
}
CAMAT = {
    "JABATAN ID": "",
    "NAMA JABATAN": "Camat",
    "JENIS JABATAN": "ADMINISTRATOR",
    "ESELON": "31",
    "KELAS JABATAN": "12",
}


def uji(*baris, mode=Mode.KEDUANYA, **lain):
    return kernel.uji(PengimporJabatan(mode), csv_dari(*baris), "jabatan.csv", **lain)


def impor(*baris, mode=Mode.KEDUANYA, **lain):
    return kernel.impor(PengimporJabatan(mode), csv_dari(*baris), "jabatan.csv", **lain)


def isi():
    return list(
        Jabatan.objects.order_by("nama").values("kode", "nama", "jenis", "jenjang", "eselon", "kelas", "bup")
    )


def test_new_posts_arrive_whole():
    laporan = impor(ANALIS, CAMAT)
    assert laporan["hasil"] == "diimpor"
    assert laporan["jumlah"] == {
        "baris": 2, "baru": 2, "berubah": 0, "tetap": 0, "ditolak": 0, "dilewati": 0,
    }  # fmt: skip
    assert isi() == [
        {"kode": "A1", "nama": "Analis Kepegawaian", "jenis": JenisJabatan.FUNGSIONAL, "jenjang": "Ahli Muda",
         "eselon": "", "kelas": 9, "bup": 58},
        {"kode": None, "nama": "Camat", "jenis": JenisJabatan.ADMINISTRATOR, "jenjang": "", "eselon": "III.a",
         "kelas": 12, "bup": None},
    ]  # fmt: skip


def test_a_test_writes_nothing():
    assert uji(ANALIS, CAMAT)["hasil"] == "diuji"
    assert isi() == []


def test_the_same_file_again_changes_nothing_and_a_changed_cell_is_shown_before_and_after():
    impor(ANALIS, CAMAT)
    assert uji(ANALIS, CAMAT)["jumlah"]["tetap"] == 2
    laporan = uji(ANALIS | {"KELAS JABATAN": "10", "BUP": ""}, CAMAT)
    assert laporan["jumlah"] | {"baris": 0} == {
        "baris": 0, "baru": 0, "berubah": 1, "tetap": 1, "ditolak": 0, "dilewati": 0,
    }  # fmt: skip
    assert laporan["perubahan"] == [
        {"bidang": "kelas", "jumlah": 1, "contoh": [
            {"baris": 2, "nip": "", "nama": "Analis Kepegawaian Ahli Muda", "lama": "9", "baru": "10"}]}
    ]  # fmt: skip


def test_every_wrong_cell_is_named():
    laporan = uji(
        ANALIS | {"JENIS JABATAN": "struktural"},
        ANALIS | {"KELAS JABATAN": "18"},
        ANALIS | {"KELAS JABATAN": "sembilan"},
        ANALIS | {"NAMA JABATAN": ""},
        CAMAT | {"ESELON": "VI.a"},
        CAMAT | {"NAMA JABATAN": "C" * 256},
    )
    assert masalah(laporan) >= {
        (2, "pilihan_salah", "JENIS JABATAN"),
        (3, "di_luar_batas", "KELAS JABATAN"),
        (4, "bulat_salah", "KELAS JABATAN"),
        (5, "wajib_kosong", "NAMA JABATAN"),
        (6, "eselon_salah", "ESELON"),
        (7, "terlalu_panjang", "NAMA JABATAN"),
        (3, "ganda", "JABATAN ID"),
    }
    assert laporan["jumlah"]["ditolak"] == 6


def test_modes_add_only_or_update_only():
    impor(ANALIS)
    assert masalah(uji(ANALIS, CAMAT, mode=Mode.TAMBAH)) == {(2, "sudah_ada", "JABATAN ID")}
    assert masalah(uji(ANALIS, CAMAT, mode=Mode.PERBARUI)) == {(3, "belum_ada", "JABATAN ID")}


def test_one_refused_row_stops_everything_unless_such_rows_are_left_out(tmp_path):
    salah = CAMAT | {"KELAS JABATAN": "0"}
    assert impor(ANALIS, salah)["hasil"] == "ditolak"
    assert isi() == []
    tolakan = tmp_path / "ditolak.xlsx"
    laporan = impor(ANALIS, salah, lewati=True, ditolak=tolakan)
    assert laporan["hasil"] == "diimpor"
    assert laporan["jumlah"] == {
        "baris": 2, "baru": 1, "berubah": 0, "tetap": 0, "ditolak": 1, "dilewati": 1,
    }  # fmt: skip
    assert masalah(laporan) == {(3, "di_luar_batas", "KELAS JABATAN")}
    assert [j["nama"] for j in isi()] == ["Analis Kepegawaian"]


def test_the_refused_rows_come_back_as_a_file_that_can_be_mended_and_sent_again(tmp_path):
    tolakan = tmp_path / "ditolak.xlsx"
    uji(ANALIS, CAMAT | {"KELAS JABATAN": "0"}, ANALIS | {"JABATAN ID": "A2", "BUP": "x", "JENJANG": "?"},
        ditolak=tolakan)  # fmt: skip
    buku = openpyxl.load_workbook(tolakan)
    judul, satu, dua = buku.active.iter_rows(values_only=True)
    assert judul[-2:] == ("KESALAHAN", "KESALAHAN BARIS")
    assert satu[-1] == 3
    assert satu[-2] == "KELAS JABATAN: KELAS JABATAN harus antara 1 dan 17, bukan “0”."
    assert "BUP: “x” bukan bilangan bulat" in dua[-2]
    assert "JENJANG: “?” tidak dikenal" in dua[-2]
    buku.active.cell(2, judul.index("KELAS JABATAN") + 1, "12")
    buku.active.delete_rows(3)
    isi_baru = io.BytesIO()
    buku.save(isi_baru)
    laporan = kernel.impor(PengimporJabatan(), isi_baru.getvalue(), "x.xlsx")
    assert (laporan["hasil"], laporan["kolom_lain"]) == ("diimpor", [])
    assert [j["nama"] for j in isi()] == ["Camat"]


def test_data_that_changed_since_the_test_stops_the_import():
    impor(ANALIS)
    laporan = uji(ANALIS | {"KELAS JABATAN": "10"})
    Jabatan.objects.update(kelas=8)
    kini = impor(ANALIS | {"KELAS JABATAN": "10"}, sidik_hasil=laporan["sidik_hasil"])
    assert kini["hasil"] == "berbeda"
    assert isi()[0]["kelas"] == 8
    Jabatan.objects.update(kelas=9)
    assert impor(ANALIS | {"KELAS JABATAN": "10"}, sidik_hasil=laporan["sidik_hasil"])["hasil"] == "diimpor"


def test_a_number_of_another_post_is_refused():
    impor(ANALIS, CAMAT)
    laporan = uji(CAMAT | {"JABATAN ID": "A1"})
    assert laporan["jumlah"]["berubah"] + laporan["jumlah"]["ditolak"] == 1


def test_xlsx_gives_the_same_report():
    satu, dua = (
        uji(ANALIS, CAMAT | {"ESELON": "?"}),
        kernel.uji(PengimporJabatan(), xlsx_dari(ANALIS, CAMAT | {"ESELON": "?"}), "jabatan.csv"),
    )
    for laporan in (satu, dua):
        del laporan["berkas"], laporan["lembar"]
    assert satu == dua


def test_line_breaks_and_odd_characters_in_a_cell_are_kept():
    impor(ANALIS | {"NAMA JABATAN": 'Analis "baru"\nKepegawaian\x1f; \\N'})
    assert isi()[0]["nama"] == 'Analis "baru"\nKepegawaian ; \\N'
