"""Importing roles: the rules of the form, for a whole file at once."""

from datetime import date

import pghistory
import pytest

from akses.impor_jenis import jenis_boleh
from akses.impor_peran import PengimporPeran
from akses.models import Akun, PenugasanPeran
from inti import impor as kernel
from inti.impor_batal import batalkan
from inti.impor_jenis import JENIS
from inti.impor_tabel import Mode
from pegawai.models import UnitKerja
from tests.pegawai.berkas_uji import csv_dari, masalah

pytestmark = pytest.mark.django_db

DINAS = "Dinas Kependudukan dan Pencatatan Sipil"


def baris(orang, peran="Auditor", unit="", mulai="01-07-2026", selesai="", **lain):
    return {"NIP": orang.nip, "PERAN": peran, "UNOR NAMA": unit, "MULAI": mulai, "SELESAI": selesai} | lain


def uji(oleh, *semua, mode=Mode.KEDUANYA):
    return kernel.uji(PengimporPeran(mode, oleh), csv_dari(*semua), "peran.csv")


def impor(oleh, *semua):
    return kernel.impor(PengimporPeran(oleh=oleh), csv_dari(*semua), "peran.csv")


@pytest.fixture
def nurul(pemeran):
    return pemeran.pengelola_instansi


def test_roles_are_given_for_a_time_and_a_unit_and_open_the_admin(pemeran, nurul):
    impor(
        nurul,
        baris(pemeran.ratna, "pengelola_opd", DINAS, selesai="31-12-2026"),
        baris(pemeran.sari, DASAR="SK 1"),
    )
    satu = PenugasanPeran.objects.get(pegawai=pemeran.ratna)
    assert (satu.peran, satu.unit.nama, satu.mulai, satu.selesai) == (
        "pengelola_opd", DINAS, date(2026, 7, 1), date(2026, 12, 31),
    )  # fmt: skip
    dua = PenugasanPeran.objects.get(pegawai=pemeran.sari)
    assert (dua.peran, dua.unit, dua.dasar) == ("auditor", None, "SK 1")
    assert Akun.objects.filter(pegawai__in=[pemeran.ratna, pemeran.sari], is_staff=True).count() == 2


def test_the_same_file_again_changes_nothing_and_a_role_ends_by_its_last_day(pemeran, nurul):
    semua = (baris(pemeran.ratna, "Pimpinan", DINAS), baris(pemeran.sari))
    impor(nurul, *semua)
    assert uji(nurul, *semua)["jumlah"]["tetap"] == 2
    laporan = impor(nurul, baris(pemeran.sari, selesai="30-09-2026"))
    assert laporan["jumlah"]["berubah"] == 1
    assert PenugasanPeran.objects.get(pegawai=pemeran.sari).selesai == date(2026, 9, 30)
    assert not Akun.objects.get(pegawai=pemeran.ratna).is_staff  # a leader looks at pages, not at the admin


def test_every_wrong_row_is_named(pemeran, nurul):
    UnitKerja.objects.filter(nama="Dinas Perhubungan").update(nama=DINAS)
    laporan = uji(
        nurul,
        baris(nurul, "Admin sistem"),
        baris(pemeran.ratna, "raja"),
        baris(pemeran.ratna, "Pengelola OPD"),
        baris(pemeran.ratna, "Auditor", "Bidang Pencatatan Sipil"),
        baris(pemeran.ratna, "Pimpinan", "Dinas Tiada"),
        baris(pemeran.sari, "Pimpinan", DINAS),
        baris(pemeran.sari, selesai="30-06-2026"),
        baris(pemeran.kabid, mulai=""),
        baris(pemeran.kabid, mulai="1 Juli", DASAR="d" * 201),
        {"NIP": "12", "PERAN": "Auditor", "MULAI": "01-07-2026"},
        baris(pemeran.kadis),
        baris(pemeran.kadis),
    )
    assert masalah(laporan) == {
        (2, "peran_sendiri", "NIP BARU"),
        (3, "pilihan_salah", "PERAN"),
        (4, "peran_perlu_unit", "UNOR NAMA"),
        (5, "peran_tanpa_unit", "UNOR NAMA"),
        (6, "unit_tidak_dikenal", "UNOR NAMA"),
        (7, "unit_ambigu", "UNOR NAMA"),
        (8, "tanggal_terbalik", "SELESAI"),
        (9, "wajib_kosong", "MULAI"),
        (10, "tanggal_salah", "MULAI"),
        (10, "terlalu_panjang", "DASAR"),
        (11, "nip_salah", "NIP BARU"),
        (12, "ganda", "NIP BARU"),
        (13, "ganda", "NIP BARU"),
    }


def test_modes_add_only_or_update_only(pemeran, nurul):
    impor(nurul, baris(pemeran.sari))
    dua = (baris(pemeran.sari), baris(pemeran.ratna))
    assert masalah(uji(nurul, *dua, mode=Mode.TAMBAH)) == {(2, "sudah_ada", "NIP BARU")}
    assert masalah(uji(nurul, *dua, mode=Mode.PERBARUI)) == {(3, "belum_ada", "NIP BARU")}


def test_roles_are_taken_back(pemeran, nurul):
    sebelum = set(PenugasanPeran.objects.values_list("pegawai", "peran"))
    with pghistory.context(aksi="uji") as konteks:
        impor(nurul, baris(pemeran.sari))
        id_konteks = konteks.id
    with pghistory.context(aksi="batal"):
        batalkan(konteks=id_konteks, model=(PenugasanPeran,))
    assert set(PenugasanPeran.objects.values_list("pegawai", "peran")) == sebelum


def test_the_door_to_the_admin_closes_again_for_whoever_has_no_other_role(pemeran, nurul):
    PenugasanPeran.objects.create(pegawai=pemeran.ratna, peran="auditor", mulai=date(2020, 1, 1))
    Akun.objects.filter(pegawai=pemeran.ratna).update(is_staff=True)
    with pghistory.context(aksi="uji") as konteks:
        impor(nurul, baris(pemeran.sari), baris(pemeran.ratna))
        id_konteks = konteks.id
    with pghistory.context(aksi="batal"):
        batalkan(konteks=id_konteks, model=(PenugasanPeran,), sebelum=JENIS["peran"].sebelum_batal)
    staf = set(Akun.objects.filter(is_staff=True).values_list("pegawai__nama", flat=True))
    assert "Ratna Wulandari" in staf
    assert not staf & {"Sari Handayani"}


def test_only_who_gives_roles_may_import_them(pemeran):
    boleh = {nama for nama, orang in pemeran.items() if "peran" in {j.kode for j in jenis_boleh(orang)}}
    assert boleh == {"pengelola_instansi", "admin_sistem"}
