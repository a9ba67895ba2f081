"""Importing employees: counts, all or nothing, who is who, placements, heads, accounts."""

from datetime import date

import pghistory.models
import pytest
from django.db import InternalError, connection
from django.test.utils import CaptureQueriesContext

from akses import impor as gerbang
from akses.models import Akun
from benchmarks.berkas import baris as penduduk
from pegawai.enums import JenisUnit
from pegawai.impor import BerkasDitolak, Pilihan, impor_pegawai, uji_pegawai
from pegawai.impor.pengimpor import PengimporPegawai
from pegawai.models import Atasan, Jabatan, Pegawai, Penempatan, UnitKerja
from tests.pegawai.berkas_uji import BENAR, BIASA, KEDUA, csv_dari, kalimat, masalah, xlsx_dari

pytestmark = pytest.mark.django_db
BUAT_UNIT = Pilihan(buat_unit=True)


def impor(*, isi, nama, pilihan, oleh):
    """As the command and the worker import: with accounts."""
    buat = {"buat_unit": pilihan.buat_unit, "buat_jabatan": pilihan.buat_jabatan}
    return gerbang.impor(jenis="pegawai", sumber=isi, nama=nama, pilihan=buat, oleh=oleh)


def masukkan(*baris, pilihan=BIASA, oleh=None):
    return impor_pegawai(isi=csv_dari(*baris), nama="pegawai.csv", pilihan=pilihan, oleh=oleh)


def isi_basis_data():
    """Everything an import may touch, to compare before and after."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (Pegawai, Penempatan, UnitKerja, Jabatan, Atasan, Akun)
    ] + [pghistory.models.Events.objects.count()]


def test_a_test_writes_nothing(pemeran):
    sebelum = isi_basis_data()
    uji_pegawai(isi=csv_dari(BENAR, KEDUA, BENAR | {"UNOR NAMA": "BIDANG BARU"}), nama="x", pilihan=BUAT_UNIT)
    assert isi_basis_data() == sebelum


def test_the_database_itself_refuses_a_write_during_a_test(pemeran, monkeypatch):
    def menulis(self, kursor):
        kursor.execute("UPDATE pegawai_pegawai SET nama = 'tertulis'")

    monkeypatch.setattr(PengimporPegawai, "ringkas", menulis)
    with pytest.raises(InternalError, match="read-only transaction"):
        uji_pegawai(isi=csv_dari(BENAR), nama="x", pilihan=BIASA)


def test_a_new_person_arrives_whole(pemeran):
    laporan = masukkan(BENAR | {"BPJS": "0001", "KOLOM KAMI": "ya"})
    assert laporan["hasil"] == "diimpor"
    assert laporan["kolom_lain"] == ["KOLOM KAMI"]
    wayan = Pegawai.objects.get(nip="199001012015032001")
    assert (wayan.nama, wayan.gelar_belakang, wayan.jenis) == ("WAYAN LESTARI", "S.Kom.", "pns")
    assert (wayan.jenis_kelamin, wayan.tanggal_lahir) == ("P", date(1990, 1, 1))
    assert (wayan.golongan, wayan.tmt_golongan) == ("III/c", date(2023, 4, 1))
    assert (wayan.tmt_cpns, wayan.tmt_pns) == (date(2015, 3, 1), date(2016, 3, 1))
    assert (wayan.email, wayan.nik, wayan.tahun_lulus) == ("wayan@contoh.go.id", "3201014101900001", 2013)
    assert wayan.siasn["BPJS"] == "0001"
    assert wayan.siasn["KOLOM KAMI"] == "ya"
    duduk = wayan.penempatan.get()
    assert (duduk.unit.nama, duduk.jabatan.nama) == (
        "Bidang Pencatatan Sipil",
        "PENGELOLA LAYANAN OPERASIONAL",
    )
    assert (duduk.mulai, duduk.selesai, duduk.kepala, duduk.jenis) == (
        date(2022, 2, 1), None, False, "definitif",
    )  # fmt: skip
    assert wayan.atasan.penilai == pemeran.kabid


def test_the_same_file_again_changes_nothing(pemeran):
    masukkan(BENAR, KEDUA)
    sebelum = isi_basis_data()
    laporan = masukkan(BENAR, KEDUA)
    assert laporan["jumlah"] == {"baris": 2, "baru": 0, "berubah": 0, "tetap": 2, "ditolak": 0, "dilewati": 0}
    assert isi_basis_data() == sebelum


def test_changes_are_counted_and_shown_with_before_and_after(pemeran):
    masukkan(BENAR, KEDUA)
    laporan = uji_pegawai(
        isi=csv_dari(BENAR | {"GOL AKHIR NAMA": "III/d", "GELAR BELAKANG": ""}, KEDUA),
        nama="x",
        pilihan=BIASA,
    )
    assert laporan["jumlah"] == {"baris": 2, "baru": 0, "berubah": 1, "tetap": 1, "ditolak": 0, "dilewati": 0}
    assert laporan["perubahan"] == [
        {
            "bidang": "golongan",
            "jumlah": 1,
            "contoh": [
                {
                    "baris": 2,
                    "nip": "199001012015032001",
                    "nama": "WAYAN LESTARI",
                    "lama": "III/c",
                    "baru": "III/d",
                }
            ],
        }
    ]


def test_an_empty_cell_and_a_missing_column_erase_nothing(pemeran):
    masukkan(BENAR)
    masukkan({k: v for k, v in BENAR.items() if k != "EMAIL"} | {"NIK": ""})
    wayan = Pegawai.objects.get(nip=BENAR["NIP BARU"])
    assert (wayan.email, wayan.nik) == ("wayan@contoh.go.id", "3201014101900001")


def test_one_refused_row_blocks_the_whole_import(pemeran):
    sebelum = isi_basis_data()
    laporan = masukkan(BENAR, KEDUA | {"NIK": "1"})
    assert laporan["hasil"] == "ditolak"
    assert isi_basis_data() == sebelum


def test_xlsx_and_csv_of_the_same_rows_give_the_same_report(pemeran):
    baris = (BENAR, KEDUA | {"NIK": "1"})
    berkas = [
        csv_dari(*baris),
        csv_dari(*baris, pemisah=";", sandi="utf-8-sig"),
        csv_dari(*baris, sandi="cp1252"),
        xlsx_dari(*baris),
    ]
    laporan = [uji_pegawai(isi=isi, nama="x", pilihan=BIASA) for isi in berkas]
    for satu in laporan:
        del satu["berkas"], satu["lembar"]
    assert laporan[0] == laporan[1] == laporan[2] == laporan[3]


def test_real_excel_dates_are_read(pemeran):
    isi = xlsx_dari(BENAR | {"TANGGAL LAHIR": date(1990, 1, 1), "TMT JABATAN": date(2022, 2, 1)})
    assert impor_pegawai(isi=isi, nama="x", pilihan=BIASA, oleh=None)["hasil"] == "diimpor"
    assert Penempatan.objects.get(pegawai__nip=BENAR["NIP BARU"]).mulai == date(2022, 2, 1)


def test_a_pppk_with_a_new_nip_stays_the_same_person(pemeran):
    lama = BENAR | {
        "NIP BARU": "199001012021212001", "JENIS PEGAWAI NAMA": "PPPK", "STATUS CPNS PNS": "",
        "GOL AKHIR NAMA": "IX", "TMT CPNS": "", "TMT PNS": "",
    }  # fmt: skip
    impor(isi=csv_dari(lama), nama="x", pilihan=BIASA, oleh=None)
    orang = Pegawai.objects.get(nip="199001012021212001")
    laporan = impor(
        isi=csv_dari(lama | {"NIP BARU": "199001012025212003"}), nama="x", pilihan=BIASA, oleh=None
    )
    assert masalah(laporan) == {(2, "nip_berubah", "NIP BARU")}
    orang.refresh_from_db()
    assert orang.nip == "199001012025212003"
    assert Akun.objects.get(pegawai=orang).username == "199001012025212003"


def test_history_knows_the_actor_and_the_file(pemeran):
    masukkan(BENAR, oleh=pemeran.pengelola_instansi)
    kejadian = pghistory.models.Events.objects.tracks(Pegawai.objects.get(nip=BENAR["NIP BARU"])).get()
    assert kejadian.pgh_context["pegawai"] == str(pemeran.pengelola_instansi.pk)
    assert kejadian.pgh_context["berkas"] == "pegawai.csv"
    assert len(kejadian.pgh_context["sha256"]) == 64


def test_people_without_an_account_get_one_that_cannot_log_in_yet(pemeran):
    impor(isi=csv_dari(BENAR), nama="x", pilihan=BIASA, oleh=None)
    akun = Akun.objects.get(username=BENAR["NIP BARU"])
    assert akun.pegawai.nama == "WAYAN LESTARI"
    assert akun.wajib_ganti_sandi
    assert not akun.has_usable_password()


def test_a_pensioner_gets_no_account_and_no_placement(pemeran):
    pensiun = BENAR | {"KEDUDUKAN HUKUM ID": "99", "KEDUDUKAN HUKUM NAMA": "Pensiun"}
    impor(isi=csv_dari(pensiun), nama="x", pilihan=BIASA, oleh=None)
    orang = Pegawai.objects.get(nip=BENAR["NIP BARU"])
    assert not orang.penempatan.exists()
    assert not Akun.objects.filter(pegawai=orang).exists()


# --- placements


def test_a_move_closes_the_old_placement_the_day_before(pemeran):
    masukkan(BENAR)
    laporan = masukkan(
        BENAR
        | {
            "UNOR NAMA": "DINAS PERHUBUNGAN",
            "SATUAN KERJA INDUK NAMA": "DINAS PERHUBUNGAN",
            "TMT JABATAN": "01-09-2025",
        }
    )
    assert laporan["penempatan"] == {"dibuka": 0, "pindah": 1, "dibetulkan": 0}
    lama, baru = Penempatan.objects.filter(pegawai__nip=BENAR["NIP BARU"]).order_by("mulai")
    assert (lama.selesai, baru.mulai, baru.selesai) == (date(2025, 8, 31), date(2025, 9, 1), None)
    assert baru.unit.nama == "Dinas Perhubungan"
    assert baru.pegawai.atasan.penilai == pemeran.kadis_lain


def test_another_unit_with_the_same_tmt_corrects_the_placement(pemeran):
    masukkan(BENAR)
    masukkan(BENAR | {"UNOR NAMA": "DINAS PERHUBUNGAN"})
    assert Penempatan.objects.get(pegawai__nip=BENAR["NIP BARU"]).unit.nama == "Dinas Perhubungan"


@pytest.mark.parametrize(
    ("tmt", "kode"), [("", "tmt_kosong"), ("01-01-2021", "tmt_mundur")], ids=["empty", "earlier"]
)
def test_a_move_needs_a_date_after_the_present_placement(pemeran, tmt, kode):
    masukkan(BENAR)
    laporan = masukkan(BENAR | {"UNOR NAMA": "DINAS PERHUBUNGAN", "TMT JABATAN": tmt})
    assert masalah(laporan) == {(2, kode, "TMT JABATAN")}


def test_a_corrected_date_may_not_run_into_the_placement_before(pemeran):
    masukkan(BENAR)
    masukkan(BENAR | {"UNOR NAMA": "DINAS PERHUBUNGAN", "TMT JABATAN": "01-09-2025"})
    laporan = masukkan(BENAR | {"UNOR NAMA": "DINAS PERHUBUNGAN", "TMT JABATAN": "01-06-2025"})
    assert masalah(laporan) == {(2, "tmt_bertabrakan", "TMT JABATAN")}
    assert "sampai 31-08-2025" in kalimat(laporan, "tmt_bertabrakan")


def test_without_tmt_a_first_placement_starts_with_the_appointment(pemeran):
    laporan = masukkan(BENAR | {"TMT JABATAN": ""})
    assert masalah(laporan) == {(2, "tmt_diperkirakan", "TMT JABATAN")}
    assert Penempatan.objects.get(pegawai__nip=BENAR["NIP BARU"]).mulai == date(2016, 3, 1)


def test_one_who_left_but_still_holds_a_post_is_a_warning(pemeran):
    masukkan(BENAR)
    laporan = masukkan(BENAR | {"KEDUDUKAN HUKUM ID": "99"})
    assert masalah(laporan) == {(2, "nonaktif_menjabat", "KEDUDUKAN HUKUM NAMA")}
    assert Penempatan.objects.get(pegawai__nip=BENAR["NIP BARU"]).selesai is None


# --- heads

KEPALA = {
    "JENIS JABATAN NAMA": "Jabatan Struktural",
    "ESELON NAMA": "III.b",
    "JABATAN NAMA": "KEPALA BIDANG PENCATATAN SIPIL",
}


def test_a_unit_that_has_a_head_refuses_a_second(pemeran):
    laporan = masukkan(BENAR | KEPALA)
    assert masalah(laporan) == {(2, "kepala_lain", "JABATAN NAMA")}
    assert "Bidang Pencatatan Sipil masih dipimpin Budi Santoso" in kalimat(laporan, "kepala_lain")


def test_two_heads_of_one_unit_in_the_file_name_each_other(pemeran):
    Penempatan.objects.filter(pegawai=pemeran.kabid).update(selesai=date(2021, 12, 31))
    laporan = masukkan(BENAR | KEPALA, KEDUA | KEPALA)
    assert {m for m in masalah(laporan) if m[1] == "dua_kepala"} == {
        (2, "dua_kepala", "JABATAN NAMA"),
        (3, "dua_kepala", "JABATAN NAMA"),
    }
    assert "baris 3" in kalimat(laporan, "dua_kepala")


def test_a_new_head_may_come_with_the_move_of_the_old_one(pemeran):
    pindah = {
        "NIP BARU": pemeran.kabid.nip, "NAMA": "Budi Santoso", "JENIS PEGAWAI NAMA": "PNS",
        "UNOR NAMA": "DINAS PERHUBUNGAN", "JABATAN NAMA": "PENGELOLA LAYANAN OPERASIONAL",
        "JENIS JABATAN NAMA": "Jabatan Fungsional Umum", "TMT JABATAN": "01-02-2022",
    }  # fmt: skip
    laporan = masukkan(BENAR | KEPALA, pindah)
    assert laporan["galat"] == []
    assert Atasan.objects.get(pegawai=pemeran.ratna).penilai.nip == BENAR["NIP BARU"]


def test_heads_who_change_places_by_correction_are_possible(pemeran):
    for orang in (pemeran.kadis, pemeran.kadis_lain):
        orang.pns_id = f"ID{orang.nip}"
        orang.save()
    dinas = {"JENIS PEGAWAI NAMA": "PNS", "JENIS JABATAN NAMA": "1", "ESELON NAMA": "II.b"}
    tukar = [
        dinas
        | {
            "NIP BARU": orang.nip,
            "NAMA": orang.nama,
            "UNOR NAMA": unit,
            "JABATAN NAMA": "KEPALA DINAS",
            "TMT JABATAN": "01-01-2021",
        }
        for orang, unit in (
            (pemeran.kadis, "Dinas Perhubungan"),
            (pemeran.kadis_lain, "Dinas Kependudukan dan Pencatatan Sipil"),
        )
    ]
    assert masukkan(*tukar)["hasil"] == "diimpor"
    assert Atasan.objects.get(pegawai=pemeran.kabid).penilai == pemeran.kadis_lain


def test_a_head_who_steps_down_by_correction_makes_room(pemeran):
    masukkan(BENAR | {"TMT JABATAN": "01-01-2021"})
    turun = {
        "NIP BARU": pemeran.kabid.nip, "NAMA": "Budi Santoso", "JENIS PEGAWAI NAMA": "PNS",
        "UNOR NAMA": "BIDANG PENCATATAN SIPIL", "JABATAN NAMA": "PENGELOLA LAYANAN OPERASIONAL",
        "JENIS JABATAN NAMA": "Jabatan Fungsional Umum", "TMT JABATAN": "01-01-2021",
    }  # fmt: skip
    assert masukkan(BENAR | KEPALA | {"TMT JABATAN": "01-01-2021"}, turun)["hasil"] == "diimpor"
    assert Atasan.objects.get(pegawai=pemeran.kabid).penilai.nip == BENAR["NIP BARU"]


def test_what_the_database_refuses_becomes_a_sentence(pemeran, monkeypatch):
    monkeypatch.setattr("pegawai.impor.tahap.PERIKSA", ())
    sebelum = isi_basis_data()
    with pytest.raises(BerkasDitolak, match="penempatan_satu_kepala"):
        masukkan(BENAR | KEPALA)
    assert isi_basis_data() == sebelum


def test_a_structural_post_that_leads_no_unit_is_a_warning(pemeran):
    laporan = masukkan(BENAR | KEPALA | {"JABATAN NAMA": "KEPALA SEKSI AKTA", "ESELON NAMA": "IV.a"})
    assert masalah(laporan) == {(2, "struktural_bukan_kepala", "JABATAN NAMA")}


# --- units and posts


def test_a_unit_is_found_by_its_code_before_its_name(pemeran):
    UnitKerja.objects.filter(nama="Dinas Perhubungan").update(kode="U-77")
    masukkan(BENAR | {"UNOR ID": "U-77", "UNOR NAMA": "nama lain"})
    assert Penempatan.objects.get(pegawai__nip=BENAR["NIP BARU"]).unit.nama == "Dinas Perhubungan"


def test_a_closed_unit_takes_nobody(pemeran):
    UnitKerja.objects.filter(nama="Dinas Perhubungan").update(kode="U-77", ditutup=date(2025, 1, 1))
    laporan = masukkan(BENAR | {"UNOR ID": "U-77", "UNOR NAMA": "DINAS PERHUBUNGAN"}, pilihan=BUAT_UNIT)
    assert masalah(laporan) == {(2, "unit_ditutup", "UNOR NAMA")}


def _dua_sekretariat():
    for nama in ("Dinas Kependudukan dan Pencatatan Sipil", "Dinas Perhubungan"):
        induk = UnitKerja.objects.get(nama=nama)
        isi = {"nama": "Sekretariat", "jenis": JenisUnit.SEKRETARIAT, "dibuka": date(2017, 1, 1)}
        UnitKerja.objects.add_child(induk, create_kwargs=isi)


def test_a_name_of_several_units_needs_the_parent(pemeran):
    _dua_sekretariat()
    laporan = masukkan(BENAR | {"UNOR NAMA": "SEKRETARIAT", "SATUAN KERJA INDUK NAMA": ""})
    assert masalah(laporan) == {(2, "unit_ambigu", "UNOR NAMA")}
    assert "Sekretariat (Dinas Perhubungan)" in kalimat(laporan, "unit_ambigu")
    assert masukkan(BENAR | {"UNOR NAMA": "SEKRETARIAT"})["hasil"] == "diimpor"
    unit = Penempatan.objects.get(pegawai__nip=BENAR["NIP BARU"]).unit
    assert unit.path.startswith(UnitKerja.objects.get(nama="Dinas Kependudukan dan Pencatatan Sipil").path)


def test_posts_may_be_refused_instead_of_created(pemeran):
    laporan = masukkan(BENAR, pilihan=Pilihan(buat_jabatan=False))
    assert masalah(laporan) == {(2, "jabatan_tidak_dikenal", "JABATAN NAMA")}


def test_an_empty_installation_starts_from_one_file(db):
    dinas = {
        "UNOR ID": "D1", "UNOR NAMA": "DINAS SOSIAL", "SATUAN KERJA INDUK ID": "D1",
        "SATUAN KERJA INDUK NAMA": "DINAS SOSIAL", "INSTANSI KERJA NAMA": "Pemerintah Kabupaten Asri Mulya",
    }  # fmt: skip
    kepala = BENAR | KEPALA | dinas | {"JABATAN NAMA": "KEPALA DINAS SOSIAL", "ESELON NAMA": "II.b"}
    staf = KEDUA | dinas | {"UNOR ID": "D11", "UNOR NAMA": "BIDANG REHABILITASI SOSIAL"}
    laporan = masukkan(kepala, staf, pilihan=BUAT_UNIT)
    assert laporan["dibuat"]["unit"] == [
        "Pemerintah Kabupaten Asri Mulya",
        "DINAS SOSIAL",
        "BIDANG REHABILITASI SOSIAL",
    ]
    assert UnitKerja.objects.find_problems() == ([], [], [], [], [])
    instansi, dinas_sosial, bidang = UnitKerja.objects.all()
    assert [u.jenis for u in (instansi, dinas_sosial, bidang)] == ["instansi", "dinas", "bidang"]
    assert bidang.path[:-4] == dinas_sosial.path
    assert Atasan.objects.get(pegawai__nip=KEDUA["NIP BARU"]).penilai.nip == BENAR["NIP BARU"]


def test_the_number_of_queries_does_not_grow_with_the_rows(pemeran):
    def hitung(n):
        isi = csv_dari(*penduduk(n), kolom=[*BENAR, "SATUAN KERJA INDUK ID", "INSTANSI KERJA NAMA"])
        with CaptureQueriesContext(connection) as semua:
            assert uji_pegawai(isi=isi, nama="x", pilihan=BUAT_UNIT)["jumlah"]["baris"] == n
        return len(semua)

    assert hitung(20) == hitung(200)


def test_a_file_without_rows_is_refused(pemeran):
    with pytest.raises(BerkasDitolak, match="Tidak ada baris data"):
        uji_pegawai(isi=csv_dari(BENAR | dict.fromkeys(BENAR, "")), nama="x", pilihan=BIASA)
