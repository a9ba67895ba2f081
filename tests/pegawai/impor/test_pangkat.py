"""Importing ranks: SIASN's spellings, the person by either number, and the rank the person then has."""

from datetime import date

import pghistory
import pytest

from inti import impor as kernel
from inti.impor_batal import batalkan
from inti.impor_tabel import Mode
from pegawai.impor.pangkat import PengimporPangkat
from pegawai.models import Pegawai, RiwayatPangkat
from tests.pegawai.berkas_uji import csv_dari, masalah

pytestmark = pytest.mark.django_db


@pytest.fixture
def ratna(pemeran):
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(pns_id="R1", tmt_golongan=date(2020, 4, 1))
    return Pegawai.objects.get(pk=pemeran.ratna.pk)


def baris(orang, golongan="III/d", tmt="01-04-2024", **lain):
    return {"NIP": orang.nip, "GOLONGAN": golongan, "TMT GOLONGAN": tmt} | lain


def uji(*semua, mode=Mode.KEDUANYA):
    return kernel.uji(PengimporPangkat(mode), csv_dari(*semua), "pangkat.csv")


def impor(*semua, **lain):
    return kernel.impor(PengimporPangkat(), csv_dari(*semua), "pangkat.csv", **lain)


def test_a_row_as_siasn_sends_it(ratna):
    laporan = impor(
        {"idPns": "R1", "nipBaru": "", "golonganId": "34", "golongan": "III/d", "skNomor": "823/1", "skTanggal":
         "15-03-2024", "tmtGolongan": "01-04-2024", "jenisKPId": "101", "jenisKPNama": "Reguler",
         "masaKerjaGolonganTahun": "8", "masaKerjaGolonganBulan": "1", "noPertekBkn": "X"}
    )  # fmt: skip
    assert (laporan["hasil"], laporan["kolom_lain"]) == ("diimpor", ["noPertekBkn"])
    assert RiwayatPangkat.objects.values_list(
        "pegawai", "golongan", "tmt", "nomor_sk", "tanggal_sk", "masa_kerja_tahun", "masa_kerja_bulan", "jenis"
    ).get() == (ratna.pk, "III/d", date(2024, 4, 1), "823/1", date(2024, 3, 15), 8, 1, "101")  # fmt: skip
    ratna.refresh_from_db()
    assert (ratna.golongan, ratna.tmt_golongan) == ("III/d", date(2024, 4, 1))


def test_only_a_newer_rank_that_has_begun_becomes_the_persons_own(ratna):
    laporan = impor(baris(ratna, "III/b", "01-04-2016"), baris(ratna, "IV/a", "01-04-2099"))
    assert masalah(laporan) == {(3, "tmt_nanti", "TMT GOLONGAN")}
    ratna.refresh_from_db()
    assert (ratna.golongan, ratna.tmt_golongan) == ("III/c", date(2020, 4, 1))


def test_a_changed_cell_shows_and_an_empty_one_changes_nothing(ratna):
    impor(baris(ratna, **{"SK NOMOR": "823/1"}))
    assert uji(baris(ratna, **{"SK NOMOR": ""}))["jumlah"]["tetap"] == 1
    laporan = uji(baris(ratna, **{"SK NOMOR": "823/2"}))
    assert [(p["bidang"], p["contoh"][0]["lama"], p["contoh"][0]["baru"]) for p in laporan["perubahan"]] == [
        ("nomor_sk", "823/1", "823/2")
    ]
    assert ratna.nip in laporan["perubahan"][0]["contoh"][0]["nama"]


def test_every_wrong_row_is_named(ratna, pemeran):
    Pegawai.objects.filter(pk=pemeran.sari.pk).update(jenis="pppk")
    sari, rudi = pemeran.sari, pemeran.rudi
    laporan = uji(
        baris(ratna, "V/a"),
        baris(ratna, ""),
        baris(ratna, "III/d", "01-10-2024", **{"GOLONGAN ID": "33"}),
        baris(sari, "III/a"),
        baris(rudi, "IX"),
        baris(rudi, "III/a", "31-02-2020"),
        baris(rudi, "III/a", ""),
        baris(rudi, "I/a", "01-01-1980"),
        {"NIP": "123", "GOLONGAN": "III/a", "TMT GOLONGAN": "01-01-2020"},
        {"NIP": "199912312024211009", "GOLONGAN": "III/a", "TMT GOLONGAN": "01-01-2020"},
        {"NIP": "", "GOLONGAN": "III/a", "TMT GOLONGAN": "01-01-2020"},
        baris(rudi, "III/a", "01-01-2020", **{"PNS ID": "R1"}),
        baris(rudi, "III/b", "01-04-2021", **{"SK NOMOR": "n" * 121, "MASA KERJA TAHUN": "61"}),
        baris(
            rudi,
            "III/a",
            "01-04-2022",
            **{"MASA KERJA BULAN": "12", "JENIS KP": "istimewa", "NAMA": "ORANG LAIN"},
        ),
        baris(rudi, "III/c", "01-04-2023"),
        baris(rudi, "III/c", "01-04-2023"),
    )
    assert masalah(laporan) == {
        (2, "golongan_salah", "GOLONGAN"),
        (3, "golongan_kosong", "GOLONGAN"),
        (4, "golongan_dua", "GOLONGAN"),
        (5, "golongan_jenis", "GOLONGAN"),
        (6, "golongan_jenis", "GOLONGAN"),
        (7, "tanggal_salah", "TMT GOLONGAN"),
        (8, "wajib_kosong", "TMT GOLONGAN"),
        (9, "tmt_sebelum_lahir", "TMT GOLONGAN"),
        (10, "nip_salah", "NIP BARU"),
        (11, "orang_tidak_dikenal", "NIP BARU"),
        (12, "orang_kosong", "NIP BARU"),
        (13, "orang_beda", "NIP BARU"),
        (14, "terlalu_panjang", "SK NOMOR"),
        (14, "di_luar_batas", "MASA KERJA GOLONGAN TAHUN"),
        (15, "di_luar_batas", "MASA KERJA GOLONGAN BULAN"),
        (15, "pilihan_salah", "JENIS KP NAMA"),
        (15, "nama_beda", "NAMA"),
        (15, "golongan_turun", "GOLONGAN"),
        (16, "ganda", "NIP BARU"),
        (17, "ganda", "NIP BARU"),
        (2, "ganda", "NIP BARU"),
        (3, "ganda", "NIP BARU"),
    }


def test_modes_add_only_or_update_only(ratna):
    impor(baris(ratna))
    dua = (baris(ratna), baris(ratna, "III/b", "01-04-2016"))
    assert {m[:2] for m in masalah(uji(*dua, mode=Mode.TAMBAH))} == {(2, "sudah_ada")}
    assert {m[:2] for m in masalah(uji(*dua, mode=Mode.PERBARUI))} == {(3, "belum_ada")}


def test_taking_an_import_back_gives_the_person_his_rank_again(ratna):
    with pghistory.context(aksi="uji") as konteks:
        impor(baris(ratna))
        id_konteks = konteks.id
    assert Pegawai.objects.get(pk=ratna.pk).golongan == "III/d"
    with pghistory.context(aksi="batal"):
        batalkan(konteks=id_konteks, model=(RiwayatPangkat, Pegawai))
    kini = Pegawai.objects.get(pk=ratna.pk)
    assert (kini.golongan, kini.tmt_golongan) == ("III/c", date(2020, 4, 1))
    assert not RiwayatPangkat.objects.exists()
