"""Importing days off: one kind like every other, with the columns of the command `libur`."""

from datetime import date

import pghistory
import pytest

from inti import impor as kernel
from inti.impor_batal import batalkan
from inti.impor_libur import PengimporLibur
from inti.impor_tabel import Mode
from inti.libur_csv import KOLOM, urai_libur
from inti.models import HariLibur
from tests.pegawai.berkas_uji import csv_dari, masalah

pytestmark = pytest.mark.django_db

NATAL = {"tanggal": "25-12-2026", "jenis": "libur_nasional", "nama": "Hari Raya Natal", "sumber": "SKB 2026"}
BERSAMA = NATAL | {"tanggal": "2026-12-24", "jenis": "Cuti Bersama", "nama": "Cuti bersama Natal"}


@pytest.fixture(autouse=True)
def kosong(db):
    HariLibur.objects.all().delete()


def uji(*baris, mode=Mode.KEDUANYA):
    return kernel.uji(PengimporLibur(mode), csv_dari(*baris), "libur.csv")


def impor(*baris):
    return kernel.impor(PengimporLibur(), csv_dari(*baris), "libur.csv")


def isi():
    return list(HariLibur.objects.values_list("tanggal", "jenis", "nama", "sumber"))


def test_days_arrive_and_the_same_file_again_changes_nothing():
    assert uji(NATAL, BERSAMA)["hasil"] == "diuji"
    assert isi() == []
    impor(NATAL, BERSAMA)
    assert isi() == [
        (date(2026, 12, 24), "cuti_bersama", "Cuti bersama Natal", "SKB 2026"),
        (date(2026, 12, 25), "libur_nasional", "Hari Raya Natal", "SKB 2026"),
    ]
    assert uji(NATAL | {"nama": "HARI RAYA NATAL"}, BERSAMA)["jumlah"]["tetap"] == 2


def test_the_file_of_the_command_is_understood():
    teks = csv_dari(NATAL).decode()
    (satu,) = urai_libur(teks.splitlines())
    impor(NATAL)
    assert isi() == [(satu.tanggal, satu.jenis, satu.nama, satu.sumber)]
    assert set(KOLOM) == {k.nama.lower() for k in PengimporLibur.kolom}


def test_a_changed_day_is_shown_and_can_be_taken_back():
    impor(NATAL)
    with pghistory.context(aksi="uji") as konteks:
        laporan = impor(NATAL | {"sumber": "SKB baru"}, BERSAMA)
        id_konteks = konteks.id
    assert [(p["bidang"], p["contoh"][0]["baru"]) for p in laporan["perubahan"]] == [("sumber", "SKB baru")]
    with pghistory.context(aksi="batal"):
        batalkan(konteks=id_konteks, model=(HariLibur,))
    assert isi() == [(date(2026, 12, 25), "libur_nasional", "Hari Raya Natal", "SKB 2026")]


def test_every_wrong_row_is_named():
    laporan = uji(
        NATAL | {"tanggal": "25-13-2026"},
        NATAL | {"tanggal": ""},
        NATAL | {"jenis": "libur sekolah"},
        NATAL | {"tanggal": "26-12-2026", "nama": ""},
        NATAL | {"tanggal": "28-12-2026", "sumber": ""},
        NATAL | {"tanggal": "29-12-2026", "nama": "n" * 121},
        NATAL | {"tanggal": "30-12-2026", "sumber": "s" * 201},
        BERSAMA,
        BERSAMA,
    )
    assert masalah(laporan) == {
        (2, "tanggal_salah", "TANGGAL"),
        (3, "wajib_kosong", "TANGGAL"),
        (4, "pilihan_salah", "JENIS"),
        (5, "wajib_kosong", "NAMA"),
        (5, "akhir_pekan", "TANGGAL"),
        (6, "wajib_kosong", "SUMBER"),
        (7, "terlalu_panjang", "NAMA"),
        (8, "terlalu_panjang", "SUMBER"),
        (9, "ganda", "TANGGAL"),
        (10, "ganda", "TANGGAL"),
    }


def test_modes_add_only_or_update_only():
    impor(NATAL)
    assert masalah(uji(NATAL, BERSAMA, mode=Mode.TAMBAH)) == {(2, "sudah_ada", "TANGGAL")}
    assert masalah(uji(NATAL, BERSAMA, mode=Mode.PERBARUI)) == {(3, "belum_ada", "TANGGAL")}
