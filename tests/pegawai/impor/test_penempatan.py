"""Importing placements: chains, heads, acting duty, what ends as a consequence, and taking it all back."""

from datetime import date

import pghistory
import pytest

from inti import impor as kernel
from inti.impor_batal import BatalDitolak, batalkan
from inti.impor_tabel import Mode
from pegawai.impor.ketetapan import TANPA_KETETAPAN, Ketetapan
from pegawai.impor.penempatan import PengimporPenempatan
from pegawai.impor.penempatan_tulis import sebelum_batal
from pegawai.models import Atasan, Jabatan, Pegawai, Penempatan, UnitKerja
from pegawai.services.atasan import segarkan
from tests.pegawai.berkas_uji import csv_dari, masalah

pytestmark = pytest.mark.django_db
DISHUB, CAPIL = "Dinas Perhubungan", "Bidang Pencatatan Sipil"
STAF, KABID = "Pengadministrasi Perkantoran", "Kepala Bidang"


def baris(orang, mulai="01-11-2026", unit=DISHUB, jabatan=STAF, **lain):
    return {"NIP": orang.nip, "UNIT KERJA": unit, "JABATAN": jabatan, "TMT JABATAN": mulai} | lain


def uji(*semua, mode=Mode.KEDUANYA, **lain):
    return kernel.uji(PengimporPenempatan(mode, **lain), csv_dari(*semua), "penempatan.csv")


def impor(*semua, mode=Mode.KEDUANYA, **lain):
    return kernel.impor(PengimporPenempatan(mode), csv_dari(*semua), "penempatan.csv", segarkan, **lain)


def rantai(orang):
    """The person's definitive placements, oldest first, as (from, to, unit)."""
    milik = Penempatan.objects.filter(pegawai=orang, jenis="definitif").order_by("mulai")
    return [(f"{p.mulai}", f"{p.selesai or ''}", p.unit.nama) for p in milik.select_related("unit")]


def ubahan(laporan, bidang):
    return [
        (c["baris"], c["lama"], c["baru"])
        for p in laporan["perubahan"]
        if p["bidang"] == bidang
        for c in p["contoh"]
    ]


# --- chains


def test_the_open_placement_ends_the_day_before_and_the_report_says_so(pemeran):
    laporan = impor(baris(pemeran.ratna, **{"NOMOR SK": "SK 9"}))
    assert laporan["jumlah"] | {"baru": 1, "berubah": 0} == laporan["jumlah"]
    assert ubahan(laporan, "akibat") == [(2, "", "31-10-2026")]
    assert laporan["perubahan"][0]["contoh"][0]["nama"] == (
        f"Ratna Wulandari · {pemeran.ratna.nip} · Analis Kependudukan – Bidang Pencatatan Sipil · 01-01-2021"
    )
    assert rantai(pemeran.ratna) == [("2021-01-01", "2026-10-31", CAPIL), ("2026-11-01", "", DISHUB)]
    assert Penempatan.objects.get(pegawai=pemeran.ratna, selesai=None).dasar == "SK 9"
    assert Atasan.objects.get(pegawai=pemeran.ratna).penilai == pemeran.kadis_lain


def test_a_history_in_any_order_becomes_one_chain(pemeran):
    laporan = impor(
        baris(pemeran.ratna, "01-06-2019", DISHUB),
        baris(pemeran.ratna, "01-11-2026", DISHUB),
        baris(pemeran.ratna, "01-03-2018", CAPIL, SELESAI="31-12-2018"),
        baris(pemeran.ratna, "01-01-2019", CAPIL),
        baris(pemeran.ratna, "01-01-2021", CAPIL, "Analis Kependudukan"),
    )
    assert laporan["jumlah"] | {"baru": 4, "berubah": 1, "ditolak": 0} == laporan["jumlah"]
    assert rantai(pemeran.ratna) == [
        ("2018-03-01", "2018-12-31", CAPIL),
        ("2019-01-01", "2019-05-31", CAPIL),
        ("2019-06-01", "2020-12-31", DISHUB),
        ("2021-01-01", "2026-10-31", CAPIL),
        ("2026-11-01", "", DISHUB),
    ]
    assert ubahan(laporan, "dihitung") == [(2, "", "31-12-2020"), (5, "", "31-05-2019")]
    assert ubahan(laporan, "selesai") == [(6, "", "31-10-2026")]  # its row stands in the file
    assert ubahan(laporan, "akibat") == []


def test_a_placement_with_an_end_in_the_middle_warns_of_the_time_after(pemeran):
    laporan = impor(baris(pemeran.ratna, "01-03-2023", SELESAI="31-12-2023"))
    assert masalah(laporan) == {(2, "tanpa_lanjutan", "SELESAI")}
    assert rantai(pemeran.ratna)[0][1] == "2023-02-28"
    assert not Atasan.objects.filter(pegawai=pemeran.ratna).exists()


def test_an_end_that_is_written_down_is_moved_only_by_its_own_row(pemeran):
    Penempatan.objects.filter(pegawai=pemeran.ratna).update(selesai=date(2026, 12, 31))
    baru = baris(pemeran.ratna)
    assert masalah(uji(baru)) == {(2, "mulai_tumpang", "TMT JABATAN")}
    lama = baris(pemeran.ratna, "01-01-2021", CAPIL, "Analis Kependudukan", SELESAI="31-10-2026")
    assert impor(baru, lama)["hasil"] == "diimpor"
    assert [r[1] for r in rantai(pemeran.ratna)] == ["2026-10-31", ""]


def test_rows_as_siasn_sends_them(pemeran):
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(pns_id="R1")
    UnitKerja.objects.filter(nama=DISHUB).update(kode="U9")
    laporan = impor(
        {"idPns": "R1", "nipBaru": "", "jenisJabatan": "2", "unorId": "U9", "unorNama": "DINAS PERHUBUNGAN",
         "unorIndukNama": "", "eselonId": "", "jabatanFungsionalId": "", "jabatanFungsionalNama":
         "Analis Kependudukan Ahli Muda", "jabatanFungsionalUmumNama": "", "namaJabatan": "",
         "tmtJabatan": "01-11-2026", "nomorSk": "821/7", "tanggalSk": "20-10-2026", "jenisPenugasanId": "D"}
    )  # fmt: skip
    assert (laporan["hasil"], laporan["kolom_lain"]) == ("diimpor", ["tanggalSk"])
    satu = Penempatan.objects.get(pegawai=pemeran.ratna, selesai=None)
    assert (satu.unit.nama, satu.jabatan.nama, satu.dasar) == (DISHUB, "Analis Kependudukan", "821/7")


def test_a_combined_post_of_siasn_is_either_structural_or_functional(pemeran):
    """Its jenisJabatan 3 is “Jabatan Rangkap (Struktural dan Fungsional)”."""
    lain = {"JABATAN NAMA": "Analis Kependudukan", "JENJANG": "Ahli Muda"}
    for n, jenis in enumerate(("3", "Jabatan Rangkap (Struktural dan Fungsional)"), 2):
        satu = baris(pemeran.ratna, f"0{n}-11-2026", jabatan="", **lain, **{"JENIS JABATAN": jenis})
        del satu["JABATAN"]
        assert masalah(uji(satu)) == set()
    assert {m[1] for m in masalah(uji(baris(pemeran.ratna, **{"JENIS JABATAN": "3"})))} == {
        "jabatan_tidak_dikenal"  # a general post
    }


# --- the same again, corrections, modes


def test_the_same_file_again_changes_nothing(pemeran):
    semua = (baris(pemeran.ratna), baris(pemeran.sari, "01-05-2018", SELESAI="30-06-2019"))
    impor(*semua)
    laporan = impor(*semua)
    assert (laporan["jumlah"]["tetap"], laporan["perubahan"]) == (2, [])


def test_an_empty_cell_changes_nothing_and_a_filled_one_shows_before_and_after(pemeran):
    pendek = {"NIP": pemeran.ratna.nip, "TMT": "01-01-2021"}
    assert uji(pendek)["jumlah"]["tetap"] == 1
    laporan = impor(pendek | {"SK NOMOR": "SK 1", "SELESAI": "31-12-2026", "UNOR NAMA": DISHUB})
    assert ubahan(laporan, "dasar") == [(2, "", "SK 1")]
    assert ubahan(laporan, "selesai") == [(2, "", "31-12-2026")]
    assert ubahan(laporan, "unit_id") == [(2, CAPIL, DISHUB)]
    assert rantai(pemeran.ratna) == [("2021-01-01", "2026-12-31", DISHUB)]


def test_modes_add_only_or_update_only(pemeran):
    dua = (baris(pemeran.ratna), baris(pemeran.sari, "01-01-2021", CAPIL, **{"SK NOMOR": "1"}))
    assert masalah(uji(*dua, mode=Mode.TAMBAH)) == {(3, "sudah_ada", "TMT JABATAN")}
    assert masalah(uji(*dua, mode=Mode.PERBARUI)) == {(2, "belum_ada", "TMT JABATAN")}
    assert impor(dua[0], mode=Mode.TAMBAH)["hasil"] == "diimpor"
    assert [r[1] for r in rantai(pemeran.ratna)] == ["2026-10-31", ""]


def test_rows_that_are_left_out_end_nothing(pemeran):
    laporan = impor(baris(pemeran.ratna, jabatan="Nakhoda"), baris(pemeran.sari), lewati=True)
    assert laporan["jumlah"] | {"baru": 1, "dilewati": 1} == laporan["jumlah"]
    assert rantai(pemeran.ratna) == [("2021-01-01", "", CAPIL)]
    assert len(ubahan(laporan, "akibat")) == 1


def _pindah_dahulu(pemeran):
    Penempatan.objects.filter(pegawai=pemeran.ratna).update(selesai=date(2026, 10, 31))
    Penempatan.objects.create(
        pegawai=pemeran.ratna,
        unit=UnitKerja.objects.get(nama=DISHUB),
        jabatan=Jabatan.objects.get(nama=STAF),
        mulai=date(2026, 11, 1),
    )


@pytest.mark.parametrize(
    "berubah",
    [
        lambda p: Penempatan.objects.filter(pegawai=p.ratna).update(mulai=date(2022, 1, 1)),
        lambda p: Penempatan.objects.filter(pegawai=p.ratna).update(selesai=date(2026, 10, 1)),
        lambda p: Penempatan.objects.filter(pegawai=p.sari).update(dasar="lain"),
        _pindah_dahulu,
    ],
    ids=["start", "end", "basis", "moved"],
)
def test_data_that_changed_since_the_test_stops_the_import(pemeran, berubah):
    semua = (baris(pemeran.ratna), baris(pemeran.sari, "01-01-2021", CAPIL, **{"SK NOMOR": "SK 2"}))
    sidik = uji(*semua)["sidik_hasil"]
    assert uji(*semua)["sidik_hasil"] == sidik
    berubah(pemeran)
    sebelum = Penempatan.objects.count()
    assert impor(*semua, sidik_hasil=sidik)["hasil"] == "berbeda"
    assert Penempatan.objects.count() == sebelum


# --- heads


def test_who_leads_is_told_by_the_names_unless_the_file_says_it(pemeran):
    Penempatan.objects.filter(pegawai=pemeran.kabid).delete()
    Jabatan.objects.create(nama="Kepala Bidang Pencatatan Sipil", jenis="administrator", eselon="III.b")
    laporan = impor(
        baris(pemeran.sari, unit=CAPIL, jabatan="Kepala Bidang Pencatatan Sipil"),
        baris(pemeran.ratna, unit=DISHUB, jabatan="Kepala Bidang Pencatatan Sipil"),
        baris(pemeran.rudi, unit=DISHUB, jabatan=KABID, **{"MEMIMPIN UNIT": "TIDAK"}),
    )
    assert masalah(laporan) == {(3, "struktural_bukan_kepala", "JABATAN NAMA")}
    kini = Penempatan.objects.filter(selesai=None, mulai=date(2026, 11, 1))
    assert set(kini.values_list("pegawai__nama", "kepala")) == {
        (pemeran.sari.nama, True), (pemeran.ratna.nama, False), (pemeran.rudi.nama, False),
    }  # fmt: skip


def test_a_head_makes_room_by_his_own_row_in_whatever_order(pemeran):
    naik = baris(pemeran.sari, unit=CAPIL, jabatan=KABID, **{"MEMIMPIN UNIT": "YA"})
    assert {m[1] for m in masalah(uji(naik))} == {"kepala_lain"}
    assert impor(naik, baris(pemeran.kabid, **{"MEMIMPIN UNIT": "TIDAK"}))["hasil"] == "diimpor"
    assert Atasan.objects.get(pegawai=pemeran.rudi).penilai == pemeran.kadis_lain
    assert Penempatan.objects.get(unit__nama=CAPIL, kepala=True, selesai=None).pegawai == pemeran.sari


def tukar(pemeran):
    """Two heads who change places by a correction of their present placements."""
    return (
        baris(pemeran.kadis, "01-01-2021", DISHUB, "Kepala Dinas"),
        baris(
            pemeran.kadis_lain, "01-01-2021", "Dinas Kependudukan dan Pencatatan Sipil", "Kepala Dinas",
            **{"MEMIMPIN UNIT": "YA"},
        ),
    )  # fmt: skip


def test_two_heads_change_places_by_a_correction(pemeran):
    semua = [b | {"MEMIMPIN UNIT": "YA"} for b in tukar(pemeran)]
    assert impor(*semua)["jumlah"]["berubah"] == 2
    pimpin = Penempatan.objects.filter(kepala=True, pegawai__in=[pemeran.kadis, pemeran.kadis_lain])
    assert set(pimpin.values_list("pegawai__nama", "unit__singkatan")) == {
        (pemeran.kadis.nama, "Dishub"), (pemeran.kadis_lain.nama, "Disdukcapil"),
    }  # fmt: skip


# --- acting duty


def tugas(orang, jenis="PLT", mulai="01-11-2026", unit=CAPIL, **lain):
    return baris(orang, mulai, unit, KABID, **{"JENIS PENEMPATAN": jenis, "SELESAI": "30-11-2026"} | lain)


def test_a_plt_follows_a_head_who_leaves_in_the_same_file(pemeran):
    laporan = impor(
        tugas(pemeran.sari),
        baris(pemeran.kabid, **{"MEMIMPIN UNIT": "TIDAK", "JENIS PENEMPATAN": "DEFINITIF"}),
    )
    assert masalah(laporan) == set()
    assert Atasan.objects.get(pegawai=pemeran.ratna).penilai == pemeran.sari


def test_a_plh_stands_beside_the_head_and_its_kind_may_stand_in_the_name_of_the_post(pemeran):
    tanpa = tugas(pemeran.sari, "", JABATAN="Plh. Kepala Bidang")
    impor(tanpa)
    plh = Penempatan.objects.get(pegawai=pemeran.sari, jenis="plh")
    assert (plh.kepala, plh.jabatan.nama, plh.selesai) == (True, KABID, date(2026, 11, 30))
    assert Atasan.objects.get(pegawai=pemeran.ratna).penilai == pemeran.kabid
    assert impor(tanpa)["jumlah"]["tetap"] == 1


def test_acting_duty_is_ended_by_its_day_alone_and_told_apart_by_its_unit(pemeran):
    bidang = {"jenis": "bidang", "dibuka": date(2017, 1, 1)}
    for nama in ("Bidang Satu", "Bidang Dua"):
        UnitKerja.objects.add_child(UnitKerja.objects.get(nama=DISHUB), create_kwargs=bidang | {"nama": nama})
    impor(tugas(pemeran.sari, unit="Bidang Satu"))
    impor({"NIP": pemeran.sari.nip, "JENIS PENEMPATAN": "PLT", "TMT": "01-11-2026", "SELESAI": "15-11-2026"})
    assert Penempatan.objects.get(jenis="plt").selesai == date(2026, 11, 15)
    assert impor(tugas(pemeran.sari, unit="Bidang Dua"))["jumlah"]["baru"] == 1
    assert Penempatan.objects.filter(jenis="plt").count() == 2


def test_a_new_head_ends_his_own_acting_duty_and_hears_of_that_of_others(pemeran):
    Penempatan.objects.filter(pegawai=pemeran.kabid).update(selesai=date(2026, 9, 30))
    impor(tugas(pemeran.sari, mulai="01-10-2026"))
    naik = {"MEMIMPIN UNIT": "YA"}
    lain = uji(baris(pemeran.ratna, unit=CAPIL, jabatan=KABID, **naik))
    assert masalah(lain) == {(2, "pelaksana_masih_ada", "MEMIMPIN UNIT")}
    laporan = impor(baris(pemeran.sari, unit=CAPIL, jabatan=KABID, **naik))
    assert sorted(ubahan(laporan, "akibat")) == [(2, "", "31-10-2026"), (2, "30-11-2026", "31-10-2026")]
    assert any("Plt. Kepala Bidang" in c["nama"] for p in laporan["perubahan"] for c in p["contoh"])
    assert Penempatan.objects.get(jenis="plt").selesai == date(2026, 10, 31)


def test_acting_duty_of_the_past_is_only_warned_about_where_history_has_gaps(pemeran):
    lama = {"SELESAI": "28-02-2019"}
    laporan = impor(tugas(pemeran.sari, "PLH", "01-02-2019", **lama))
    assert masalah(laporan) == {
        (2, "plh_tanpa_kepala_dulu", "JENIS PENEMPATAN"), (2, "tanpa_definitif_dulu", "TMT JABATAN"),
    }  # fmt: skip


# --- other warnings, closed units


def test_a_unit_that_is_closed_today_takes_its_history(pemeran):
    UnitKerja.objects.add_child(
        UnitKerja.objects.get(nama=DISHUB),
        create_kwargs={
            "nama": "Bidang Lama",
            "jenis": "bidang",
            "dibuka": date(2017, 1, 1),
            "ditutup": date(2020, 1, 1),
        },
    )
    assert (
        impor(baris(pemeran.ratna, "01-02-2018", "Bidang Lama", SELESAI="31-12-2019"))["hasil"] == "diimpor"
    )
    terbuka = uji(baris(pemeran.sari, "01-02-2018", "Bidang Lama"))
    assert masalah(terbuka) == {(2, "unit_sudah_tutup", "UNOR NAMA")}


def test_somebody_who_left_the_service_is_warned_about(pemeran):
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(kedudukan_hukum="99")
    laporan = uji(baris(pemeran.ratna))
    assert masalah(laporan) == {(2, "pegawai_keluar", "NIP BARU")}
    assert laporan["peringatan"][0]["contoh"][0]["nilai"] == "Pensiun"


# --- settled days


def test_what_follows_from_a_row_must_not_reach_into_settled_days_either(pemeran):
    tetap = Ketetapan(
        "SELECT o.id AS pegawai_id, DATE '2026-07-01' AS mulai, DATE '2026-09-30' AS selesai, 'TW III' AS nama"
        " FROM pegawai_pegawai o WHERE o.id IN ({orang})"
    )
    sempit = baris(pemeran.ratna, "01-03-2023", SELESAI="31-12-2023")
    laporan = uji(sempit, ketetapan=tetap)
    assert (2, "sudah_ditetapkan", "TMT JABATAN") in masalah(laporan)
    sk = baris(pemeran.ratna, "01-01-2021", "", "", **{"SK NOMOR": "SK 3"})
    boleh = (sk, baris(pemeran.sari, "01-10-2026"), baris(pemeran.rudi, "01-02-2018", SELESAI="31-12-2019"))
    assert masalah(uji(*boleh, ketetapan=tetap)) == set()


# --- undo


def batal(konteks, ketetapan=TANPA_KETETAPAN):
    with pghistory.context(aksi="batal"):
        hasil = batalkan(konteks=konteks, model=(Penempatan,), sebelum=lambda k: sebelum_batal(k, ketetapan))
        segarkan()
    return hasil


def diimpor(*semua):
    with pghistory.context(aksi="uji") as konteks:
        assert impor(*semua)["hasil"] == "diimpor"
        return konteks.id


def keadaan():
    return set(Penempatan.objects.values_list("pk", "unit", "jabatan", "kepala", "mulai", "selesai", "dasar"))


def test_taking_an_import_back_gives_every_placement_as_it_was(pemeran):
    sebelum, atasan = keadaan(), set(Atasan.objects.values_list("pegawai", "penilai", "unit"))
    konteks = diimpor(
        baris(pemeran.ratna),
        baris(pemeran.sari, "01-02-2018", SELESAI="31-12-2018"),
        baris(pemeran.rudi, "01-01-2021", SELESAI="31-12-2026", **{"SK NOMOR": "9"}),
        *(b | {"MEMIMPIN UNIT": "YA"} for b in tukar(pemeran)),
    )
    assert keadaan() != sebelum
    assert batal(konteks)["pegawai_penempatan"] == {"dihapus": 2, "dikembalikan": 4}
    assert keadaan() == sebelum
    assert set(Atasan.objects.values_list("pegawai", "penilai", "unit")) == atasan


def test_an_import_is_not_taken_back_from_under_a_plan_or_into_settled_days(pemeran, buat_skp):
    konteks = diimpor(baris(pemeran.ratna))
    tetap = Ketetapan(
        "SELECT o.id AS pegawai_id, DATE '2026-10-01' AS mulai, DATE '2026-12-31' AS selesai, 'TW IV' AS nama"
        " FROM pegawai_pegawai o WHERE o.id IN ({orang})"
    )
    with pytest.raises(BatalDitolak, match="TW IV untuk Ratna"):
        batal(konteks, tetap)
    buat_skp(pemeran.ratna)
    with pytest.raises(BatalDitolak, match="bergantung"):
        batal(konteks)
    assert [r[1] for r in rantai(pemeran.ratna)] == ["2026-10-31", ""]
