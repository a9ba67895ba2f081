"""Importing units: the tree of the file in any order, moves of whole subtrees, and every way to be refused."""

from datetime import date

import pghistory
import pytest

from inti import impor as kernel
from inti.impor_batal import BatalDitolak, batalkan
from inti.impor_tabel import Mode
from pegawai.impor.unit import PengimporUnit
from pegawai.models import UnitKerja
from tests.pegawai.berkas_uji import csv_dari, masalah

pytestmark = pytest.mark.django_db

KOLOM = ["UNOR ID", "UNOR NAMA", "DIATASAN ID", "UNIT DI ATASNYA", "SINGKATAN", "JENIS UNIT", "ZONA WAKTU",
         "HARI KERJA PER PEKAN", "MANDIRI", "DIBUKA", "DITUTUP"]  # fmt: skip


def unit(kode, nama, induk="", jalur="", **lain):
    return {"UNOR ID": kode, "UNOR NAMA": nama, "DIATASAN ID": induk, "UNIT DI ATASNYA": jalur} | {
        k.replace("_", " "): n for k, n in lain.items()
    }


def uji(*baris, mode=Mode.KEDUANYA):
    return kernel.uji(PengimporUnit(mode), csv_dari(*baris, kolom=KOLOM), "unit.csv")


def impor(*baris, **lain):
    return kernel.impor(PengimporUnit(), csv_dari(*baris, kolom=KOLOM), "unit.csv", **lain)


SUSUNAN = (
    # The children stand before their parents on purpose.
    unit("S1", "Seksi Perkawinan", "B1"),
    unit("B1", "Bidang Pencatatan Sipil", "D1"),
    unit("D1", "Dinas Kependudukan", "P", SINGKATAN="Disduk", ZONA_WAKTU="WITA", HARI_KERJA_PER_PEKAN="6"),
    unit("D2", "Dinas Perhubungan", "", "Pemerintah Kabupaten Asri"),
    unit("", "Sekretariat", "", "Pemerintah Kabupaten Asri > Dinas Perhubungan", DIBUKA="01-01-2020"),
    unit("", "Sekretariat", "D1"),
    unit("P", "Pemerintah Kabupaten Asri", JENIS_UNIT="Instansi"),
)


def pohon():
    """The tree as name → name of the parent, checked against treebeard's own rules."""
    assert UnitKerja.objects.find_problems() == ([], [], [], [], [])
    per_jalur = {u.path: u for u in UnitKerja.objects.all()}
    return {
        f"{u.nama}/{u.kode or ''}": per_jalur[u.path[:-4]].nama if u.depth > 1 else None
        for u in per_jalur.values()
    }


@pytest.fixture
def susunan(db):
    assert impor(*SUSUNAN)["hasil"] == "diimpor"
    return {u.kode or u.path: u for u in UnitKerja.objects.all()}


def test_a_whole_tree_in_any_order(susunan):
    kini = pohon()
    del kini["Sekretariat/"]
    assert kini == {
        "Pemerintah Kabupaten Asri/P": None,
        "Dinas Kependudukan/D1": "Pemerintah Kabupaten Asri",
        "Dinas Perhubungan/D2": "Pemerintah Kabupaten Asri",
        "Bidang Pencatatan Sipil/B1": "Dinas Kependudukan",
        "Seksi Perkawinan/S1": "Bidang Pencatatan Sipil",
    }
    seksi, dinas = susunan["S1"], susunan["D1"]
    assert (dinas.jenis, dinas.zona, dinas.hari_per_pekan, dinas.singkatan) == ("dinas", "WITA", 6, "Disduk")
    assert (seksi.jenis, seksi.zona, seksi.hari_per_pekan) == ("seksi", "WITA", 6)  # as the units above
    assert (seksi.dibuka, seksi.ditutup, seksi.mandiri) == (date(1945, 8, 17), None, False)
    assert {u.path[:-4] for u in UnitKerja.objects.filter(nama="Sekretariat")} == {
        dinas.path,
        susunan["D2"].path,
    }


def test_the_same_file_again_changes_nothing(susunan):
    assert uji(*SUSUNAN)["jumlah"] == {
        "baris": 7, "baru": 0, "berubah": 0, "tetap": 7, "ditolak": 0, "dilewati": 0,
    }  # fmt: skip


def test_a_unit_moves_with_everything_below_it_and_the_report_names_both_parents(susunan):
    laporan = impor(unit("B1", "Bidang Pencatatan Sipil", "D2"), unit("B9", "Bidang Baru", "D2"))
    assert laporan["jumlah"]["berubah"] == 1
    assert laporan["perubahan"] == [
        {"bidang": "induk", "jumlah": 1, "contoh": [
            {"baris": 2, "nip": "", "nama": "Bidang Pencatatan Sipil", "lama": "Dinas Kependudukan",
             "baru": "Dinas Perhubungan"}]}
    ]  # fmt: skip
    kini = pohon()
    assert kini["Bidang Pencatatan Sipil/B1"] == kini["Bidang Baru/B9"] == "Dinas Perhubungan"
    assert kini["Seksi Perkawinan/S1"] == "Bidang Pencatatan Sipil"


def test_two_units_change_places_and_a_department_goes_below_a_new_one(susunan):
    impor(
        unit("S1", "Seksi Perkawinan", "D9"),
        unit("D1", "Dinas Kependudukan", "D9"),
        unit("D9", "Dinas Gabungan", "P"),
        unit("D2", "Dinas Perhubungan", "S1"),
    )
    kini = pohon()
    assert (kini["Seksi Perkawinan/S1"], kini["Dinas Perhubungan/D2"]) == (
        "Dinas Gabungan",
        "Seksi Perkawinan",
    )
    assert (kini["Dinas Kependudukan/D1"], kini["Dinas Gabungan/D9"]) == (
        "Dinas Gabungan", "Pemerintah Kabupaten Asri",
    )  # fmt: skip


def test_an_empty_parent_leaves_a_unit_where_it_is_and_fields_change(susunan):
    laporan = impor(unit("B1", "Bidang Capil", SINGKATAN="Capil", DITUTUP=""))
    assert {p["bidang"] for p in laporan["perubahan"]} == {"nama", "singkatan"}
    assert pohon()["Bidang Capil/B1"] == "Dinas Kependudukan"


def test_an_import_is_taken_back_with_the_places_of_all_units(susunan):
    sebelum = list(UnitKerja.objects.values_list("id", "path", "depth", "numchild", "nama"))
    with pghistory.context(aksi="uji") as konteks:
        impor(unit("D1", "Dinas Dukcapil", "D9"), unit("D9", "Dinas Gabungan", "P"))
        id_konteks = konteks.id
    with pghistory.context(aksi="batal"):
        batalkan(konteks=id_konteks, model=(UnitKerja,))
    assert list(UnitKerja.objects.values_list("id", "path", "depth", "numchild", "nama")) == sebelum


def test_a_new_unit_below_a_moved_one_keeps_the_import_from_being_taken_back(susunan):
    with pghistory.context(aksi="uji") as konteks:
        impor(unit("B1", "Bidang Pencatatan Sipil", "D2"))
        id_konteks = konteks.id
    with pghistory.context(aksi="tambah"):
        isi = {"nama": "Seksi Akta", "jenis": "seksi", "dibuka": date(2026, 1, 1)}
        UnitKerja.objects.add_child(UnitKerja.objects.get(kode="B1"), create_kwargs=isi)
    with pytest.raises(BatalDitolak, match="diubah lagi"):
        batalkan(konteks=id_konteks, model=(UnitKerja,))


def test_every_wrong_row_is_named(susunan):
    laporan = uji(
        unit("X1", "Bidang A", "TIADA"),
        unit("X2", "Bidang B", "", "Dinas Tiada"),
        unit("X3", "Seksi C", "", "Sekretariat"),
        unit("X4", "Bidang D"),
        unit("", "Sekretariat"),
        unit("P", "Pemerintah Kabupaten Asri", "S1"),
        unit("Y1", "Bidang Y1", "Y2"),
        unit("Y2", "Bidang Y2", "Y1"),
        unit("D2", "Dinas Perhubungan", DITUTUP="01-01-2026"),
        unit("X5", "Seksi E", "S1", DIBUKA="02-01-2026", DITUTUP="01-01-2026"),
        unit("X6", "Seksi F", "S1", JENIS_UNIT="rumah", ZONA_WAKTU="GMT", MANDIRI="mungkin"),
        unit("X7", "Seksi G", "S1", HARI_KERJA_PER_PEKAN="7", DIBUKA="31-02-2026"),
        unit("X8", "", "S1"),
        unit("X9", "N" * 256, "S1", SINGKATAN="s" * 61),
        unit("X10", "Seksi H", "S1"),
        unit("X10", "Seksi I", "S1"),
    )
    assert masalah(laporan) >= {
        (2, "induk_tidak_dikenal", "DIATASAN ID"),
        (3, "induk_tidak_dikenal", "UNIT DI ATASNYA"),
        (4, "induk_ambigu", "UNIT DI ATASNYA"),
        (5, "induk_wajib", "UNOR NAMA"),
        (6, "unit_ambigu", "UNOR NAMA"),
        (7, "induk_melingkar", "DIATASAN ID"),
        (8, "induk_melingkar", "DIATASAN ID"),
        (9, "induk_melingkar", "DIATASAN ID"),
        (10, "masih_ada_bawahan", "DITUTUP"),
        (11, "tutup_sebelum_buka", "DITUTUP"),
        (12, "pilihan_salah", "JENIS UNIT"),
        (12, "pilihan_salah", "ZONA WAKTU"),
        (12, "pilihan_salah", "MANDIRI"),
        (13, "pilihan_salah", "HARI KERJA PER PEKAN"),
        (13, "tanggal_salah", "DIBUKA"),
        (14, "wajib_kosong", "UNOR NAMA"),
        (15, "terlalu_panjang", "UNOR NAMA"),
        (15, "terlalu_panjang", "SINGKATAN"),
        (16, "ganda", "UNOR ID"),
        (17, "ganda", "UNOR ID"),
    }
    assert laporan["jumlah"]["ditolak"] == 16


def test_nothing_goes_below_a_closed_unit_and_no_unit_with_people_is_closed(pemeran):
    capil = UnitKerja.objects.get(nama="Bidang Pencatatan Sipil")
    UnitKerja.objects.filter(pk=capil.pk).update(kode="C1")
    UnitKerja.objects.filter(nama="Dinas Perhubungan").update(kode="H1", ditutup=date(2026, 1, 1))
    laporan = uji(
        unit("C1", capil.nama, DITUTUP="01-03-2026"),
        unit("N1", "Bidang Darat", "H1"),
        unit("N2", "Bidang Laut", "H1", DITUTUP="01-06-2025"),
    )
    assert masalah(laporan) == {(2, "masih_ada_pegawai", "DITUTUP"), (3, "induk_ditutup", "DIATASAN ID")}


def test_modes_add_only_or_update_only(susunan):
    baris = (unit("B1", "Bidang Pencatatan Sipil", "D2"), unit("B9", "Bidang Baru", "D2"))
    assert masalah(uji(*baris, mode=Mode.TAMBAH)) == {(2, "sudah_ada", "UNOR ID")}
    assert masalah(uji(*baris, mode=Mode.PERBARUI)) == {(3, "belum_ada", "UNOR ID")}


def test_rows_without_a_refused_parent_are_left_out_with_it(susunan):
    baris = (
        unit("N1", "Bidang Darat", "D2", ZONA_WAKTU="GMT"),
        unit("N2", "Seksi Jalan", "N1"),
        unit("N3", "Seksi X", "D2"),
    )
    laporan = impor(*baris, lewati=True)
    assert (laporan["hasil"], laporan["jumlah"]["baru"]) == ("diimpor", 1)
    assert pohon()["Seksi X/N3"] == "Dinas Perhubungan"
    assert not UnitKerja.objects.filter(kode__in=["N1", "N2"]).exists()


def test_what_matters_of_a_move_is_the_parents_not_the_neighbours(susunan):
    pindah = unit("B1", "Bidang Pencatatan Sipil", "D2")
    sidik = uji(pindah)["sidik_hasil"]
    impor(unit("B8", "Bidang Lain", "D2"))
    assert impor(pindah, sidik_hasil=sidik)["hasil"] == "diimpor"
