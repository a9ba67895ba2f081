"""Old files after a merge: numbers of a record that went into another one find the person, codes the unit."""

import pytest
from django.utils import timezone

from akses import impor as gerbang
from pegawai.impor import impor_pegawai
from pegawai.models import Pegawai, RiwayatPangkat, UnitKerja
from tests.pegawai.berkas_uji import BENAR, BIASA, csv_dari, masalah
from tests.pegawai.test_gabung import gabung, gabung_unit, kembaran, unit
from tests.pemeran import _unit

HARI = timezone.localdate()


@pytest.fixture
def ganda(pemeran):
    """Ratna, with a merged double of other numbers."""
    satu = kembaran(pemeran.ratna, pns_id="LAMA-1")
    gabung(pemeran.ratna, satu)
    return satu


def baris(**lain):
    isi = {"NAMA": "RATNA WULANDARI", "TANGGAL LAHIR": "12-03-1985", "TMT CPNS": "", "TMT PNS": "", "NIK": ""}
    return BENAR | isi | lain


@pytest.mark.parametrize("nomor", ["nip", "pns_id", "keduanya"])
def test_an_employee_file_with_the_old_numbers_changes_the_person(nomor, pemeran, ganda):
    isi = {"NIP BARU": ganda.nip, "PNS ID": "LAMA-1"}
    if nomor != "keduanya":
        isi |= {"PNS ID": ""} if nomor == "nip" else {"NIP BARU": pemeran.ratna.nip}
    laporan = impor_pegawai(
        isi=csv_dari(baris(**isi, EMAIL="baru@contoh.go.id")), nama="x.csv", pilihan=BIASA, oleh=None
    )
    assert (laporan["hasil"], laporan["jumlah"]["baru"]) == ("diimpor", 0), laporan["galat"]
    pemeran.ratna.refresh_from_db()
    ganda.refresh_from_db()
    assert (pemeran.ratna.email, pemeran.ratna.nip) == ("baru@contoh.go.id", "198503122010012004")
    assert (ganda.nip, ganda.pns_id, ganda.kedudukan_hukum) == ("198503122010012999", "LAMA-1", "52")


def test_a_file_of_ranks_with_the_old_number_gives_them_to_the_person(pemeran, ganda):
    isi = b"NIP BARU,GOLONGAN,TMT GOLONGAN\n198503122010012999,III/d,01-04-2025\n"
    laporan = gerbang.impor(jenis="pangkat", sumber=isi, nama="x.csv", pilihan={}, oleh=None)
    assert laporan["hasil"] == "diimpor", laporan
    assert RiwayatPangkat.objects.get().pegawai_id == pemeran.ratna.pk
    assert Pegawai.objects.get(pk=pemeran.ratna.pk).golongan == "III/d"


def test_a_row_that_names_the_old_unit_means_the_new_one(pemeran):
    lama = _unit(unit("Dinas Kependudukan"), "Bid. Capil Lama", "bidang")
    UnitKerja.objects.filter(pk=lama.pk).update(kode="U-LAMA")
    simpan = unit("Bidang")
    gabung_unit(simpan, UnitKerja.objects.get(pk=lama.pk))
    for sebutan in ({"UNOR ID": "U-LAMA"}, {"UNOR ID": "", "UNOR NAMA": "BID. CAPIL LAMA"}):
        nip = "199001012015032001" if sebutan["UNOR ID"] else "199001012015032002"
        isi = BENAR | sebutan | {"NIP BARU": nip, "PNS ID": nip, "NIK": ""}
        laporan = impor_pegawai(isi=csv_dari(isi), nama="x.csv", pilihan=BIASA, oleh=None)
        assert laporan["hasil"] == "diimpor", laporan["galat"]
        assert Pegawai.objects.get(nip=nip).penempatan.get().unit_id == simpan.pk


def test_a_file_of_units_may_name_the_old_one_as_the_parent_but_not_change_it(pemeran):
    lama = _unit(unit("Dinas Kependudukan"), "Bid. Capil Lama", "bidang")
    UnitKerja.objects.filter(pk=lama.pk).update(kode="U-LAMA")
    simpan = unit("Bidang")
    gabung_unit(simpan, UnitKerja.objects.get(pk=lama.pk))
    isi = b"UNOR ID,UNOR NAMA,DIATASAN ID\nU-9,Seksi Baru,U-LAMA\n"
    laporan = gerbang.impor(jenis="unit", sumber=isi, nama="x.csv", pilihan={}, oleh=None)
    assert laporan["hasil"] == "diimpor", laporan
    simpan.refresh_from_db()
    assert unit("Seksi Baru").path.startswith(simpan.path)
    isi = b"UNOR ID,UNOR NAMA,DIATASAN ID\nU-LAMA,Bid. Capil Lama,\n"
    laporan = gerbang.impor(jenis="unit", sumber=isi, nama="x.csv", pilihan={}, oleh=None)
    assert laporan["hasil"] == "ditolak"
    assert masalah(laporan) == {(2, "unit_digabung", "UNOR NAMA")}
