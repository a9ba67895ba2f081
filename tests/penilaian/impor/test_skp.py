"""Importing yearly results: SIASN's inverted codes, its spellings of writing and reading, e-Kinerja's report."""

import pghistory
import pytest
from django.db import IntegrityError, transaction

from inti import impor as kernel
from inti.impor_batal import BatalDitolak, batalkan
from inti.impor_tabel import Mode
from pegawai.models import Pegawai
from penilaian.impor.skp import PengimporSKP
from penilaian.models import RiwayatSKP
from tests.pegawai.berkas_uji import csv_dari, masalah, xlsx_dari
from tests.penghargaan.bahan import tahunan, tutup
from tests.penilaian.impor.berkas import NIP_PENILAI, ekinerja, skp

pytestmark = pytest.mark.django_db
RATING = ("rating_hasil", "rating_perilaku", "predikat")
PENILAI = (
    "penilai_status", "penilai_nip", "penilai_nama", "penilai_jabatan", "penilai_golongan", "penilai_unit",
)  # fmt: skip


@pytest.fixture
def ratna(pemeran):
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(pns_id="R1")
    return Pegawai.objects.get(pk=pemeran.ratna.pk)


def uji(*semua, mode=Mode.KEDUANYA):
    return kernel.uji(PengimporSKP(mode), csv_dari(*semua), "skp.csv")


def impor(*semua, **lain):
    return kernel.impor(PengimporSKP(), csv_dari(*semua), "skp.csv", **lain)


def test_a_row_as_it_is_sent_to_siasn(ratna):
    baris = skp(ratna, nip="", pnsDinilaiOrang="R1", id="RW-1", path='[{"dok_id": "891"}]')
    laporan = impor(baris)
    assert (laporan["hasil"], laporan["kolom_lain"]) == ("diimpor", [])
    satu = RiwayatSKP.objects.get()
    assert (satu.pegawai_id, satu.tahun, satu.siasn_id, satu.dokumen) == (
        ratna.pk, 2023, "RW-1", [{"dok_id": "891"}],
    )  # fmt: skip
    assert tuple(getattr(satu, n) for n in RATING) == (2, 1, 2)
    assert tuple(getattr(satu, n) for n in PENILAI) == (
        "ASN", NIP_PENILAI, "Drs. Made Sudana", "Kepala Bidang Mutasi", "IV/a", "BKPSDM",
    )  # fmt: skip
    assert (satu.berkas, satu.dicatat_pada is not None) == ("skp.csv", True)


def test_a_row_as_siasn_gives_it_back_with_its_other_spellings(ratna):
    """`GET /pns/rw-skp22`: capitals inside names, decimals for codes, ESPEKTASI in words (siasn_fields.csv)."""
    laporan = impor(
        {"id": "RW-2", "hasilKinerja": "DIATAS ESPEKTASI", "hasilKinerjaNilai": "1.00", "kuadranKinerja": "SANGAT BAIK",
         "KuadranKinerjaNilai": "1.00", "namaPenilai": "Made", "nipNrpPenilai": NIP_PENILAI, "penilaiGolonganId": "42",
         "penilaiJabatanNm": "Kabid", "penilaiUnorNm": "BKPSDM", "perilakuKerja": "DIATAS ESPEKTASI",
         "PerilakuKerjaNilai": "1.00", "pnsDinilaiId": "R1", "statusPenilai": "ASN", "tahun": "2022", "path": "[]"}
    )  # fmt: skip
    assert (laporan["hasil"], laporan["kolom_lain"]) == ("diimpor", [])
    assert RiwayatSKP.objects.values_list(*RATING, "penilai_golongan", "penilai_jabatan").get() == (
        1, 1, 1, "IV/b", "Kabid",
    )  # fmt: skip


# By hand from perilakuDanKinerja, kuadranNilai (siasn_kode.csv) and the nine cells (predikat_matrix.csv).
SEL = [
    ("1", "1", "1", (1, 1, 1)),
    ("DIATAS ESPEKTASI", "Sesuai Ekspektasi", "Baik", (1, 2, 2)),
    ("Above expectations", "DIBAWAH ESPEKTASI", "KURANG (MISCONDUCT)", (1, 3, 4)),
    ("Sesuai", "1", "2", (2, 1, 2)),
    ("2,00", "2.0", "BAIK", (2, 2, 2)),
    ("SESUAI ESPEKTASI", "Di Bawah Ekspektasi", "4", (2, 3, 4)),
    ("3", "Di Atas Ekspektasi", "BUTUH PERBAIKAN", (3, 1, 3)),
    ("di bawah", "meets expectations", "Needs improvement", (3, 2, 3)),
    ("3", "3", "Sangat Kurang", (3, 3, 5)),
]


@pytest.mark.parametrize(("hasil", "perilaku", "predikat", "harapan"), SEL)
def test_codes_and_words_mean_what_siasn_means(ratna, hasil, perilaku, predikat, harapan):
    impor(skp(ratna, hasilKinerjaNilai=hasil, perilakuKerjaNilai=perilaku, kuadranKinerjaNilai=predikat))
    assert RiwayatSKP.objects.values_list(*RATING).get() == harapan


@pytest.mark.parametrize(("hasil", "perilaku", "_predikat", "harapan"), SEL)
def test_a_label_that_is_not_named_follows_from_the_ratings(ratna, hasil, perilaku, _predikat, harapan):
    impor(skp(ratna, hasilKinerjaNilai=hasil, perilakuKerjaNilai=perilaku, kuadranKinerjaNilai=""))
    assert RiwayatSKP.objects.values_list(*RATING).get() == harapan


def test_human_headers_and_words_in_a_sheet(ratna):
    isi = xlsx_dari(
        {"NIP": ratna.nip, "Nama": "Ratna Wulandari", "Tahun": 2023, "Hasil Kerja": "Sesuai Ekspektasi", "Perilaku":
         "Di Atas Ekspektasi", "Predikat Kinerja": "Baik", "Nama Penilai": "Made", "Golongan Penilai": "IV/a"},
        kosong_di_atas=3,
    )  # fmt: skip
    laporan = kernel.impor(PengimporSKP(), isi, "rekap.xlsx")
    assert (laporan["hasil"], masalah(laporan)) == ("diimpor", set())
    assert RiwayatSKP.objects.values_list(*RATING, "penilai_nama").get() == (2, 1, 2, "Made")
    inggris = {"Employee number": ratna.nip, "Year": "2022", "Work result": "Meets expectations", "Work behaviour":
               "Meets expectations", "Overall rating": "Good", "Assessor name": "Made"}  # fmt: skip
    assert impor(inggris)["jumlah"]["baru"] == 1


def test_the_report_of_ekinerja(ratna, pemeran):
    sari, rudi = pemeran.sari, pemeran.rudi
    lama = {
        "periode_akhir_skp": "2023-06-30",
        "hasil_kerja": "DIBAWAH EKSPEKTASI",
        "hasil_akhir": "BUTUH PERBAIKAN",
    }
    belum = {"hasil_kerja": "-", "perilaku_kerja": "-", "hasil_akhir": "-", "waktu_dinilai": ""}
    isi = csv_dari(
        ekinerja(ratna, **lama),
        ekinerja(ratna),
        ekinerja(ratna, is_skp_plt_plh_pjb="1"),
        ekinerja(sari, **belum),
        ekinerja(rudi, hasil_kerja="SESUAI EKSPEKTASI", perilaku_kerja="SESUAI EKSPEKTASI"),
        awal=["2023", "Pemerintah Kabupaten Asri Mulya", ""],
    )
    laporan = kernel.impor(PengimporSKP(), isi, "Laporan Penilaian SKP.csv")
    assert laporan["hasil"] == "diimpor"
    assert laporan["jumlah"] == {"baris": 5, "baru": 2, "berubah": 0, "tetap": 3, "ditolak": 0, "dilewati": 0}
    assert masalah(laporan) == {
        (5, "lewat_lama", "PERIODE AKHIR SKP"),
        (7, "lewat_rangkap", "IS SKP PLT PLH PJB"),
        (8, "lewat_belum", "KUADRAN KINERJA"),
    }
    assert "id" in laporan["kolom_lain"]
    satu = RiwayatSKP.objects.get(pegawai=ratna)
    assert tuple(getattr(satu, n) for n in (*RATING, "penilai_golongan", "jabatan", "unit", "siasn_id")) == (
        2, 1, 2, "IV/a", "Analis Kependudukan", "Bidang Pencatatan Sipil", "",
    )  # fmt: skip
    for mode in (Mode.TAMBAH, Mode.PERBARUI):
        galat = {m[1] for m in masalah(kernel.uji(PengimporSKP(mode), isi, "x"))} - {"sudah_ada"}
        assert galat == {"lewat_lama", "lewat_rangkap", "lewat_belum"}


def test_an_older_result_does_not_come_back_when_the_later_one_is_refused(ratna, pemeran):
    lama = ekinerja(ratna, periode_akhir_skp="2023-06-30")
    baru = ekinerja(ratna, hasil_akhir="KURANG")  # which does not follow from its ratings
    laporan = kernel.impor(
        PengimporSKP(), csv_dari(lama, baru, ekinerja(pemeran.sari)), "Laporan.csv", lewati=True
    )
    assert (laporan["hasil"], laporan["jumlah"]["baru"], laporan["jumlah"]["dilewati"]) == ("diimpor", 1, 1)
    assert {m[:2] for m in masalah(laporan)} == {(2, "lewat_lama"), (3, "predikat_beda")}
    assert RiwayatSKP.objects.get().pegawai == pemeran.sari


def test_the_same_file_again_changes_nothing(ratna):
    impor(skp(ratna, path='{"b": 1, "a": [2]}'))
    sebelum = RiwayatSKP.objects.values().get()
    laporan = impor(skp(ratna, path='{"b": 1, "a": [2]}'))
    assert laporan["jumlah"]["tetap"] == 1
    assert RiwayatSKP.objects.values().get() == sebelum


def test_a_changed_cell_shows_before_and_after_and_an_empty_one_changes_nothing(ratna):
    impor(skp(ratna))
    kosong = dict.fromkeys(skp(ratna), "") | {"nip": ratna.nip, "tahun": "2023"}
    assert uji(kosong)["jumlah"]["tetap"] == 1
    laporan = uji(kosong | {"hasilKinerjaNilai": "1", "penilaiNama": "Made"})
    ubah = {p["bidang"]: (p["contoh"][0]["lama"], p["contoh"][0]["baru"]) for p in laporan["perubahan"]}
    assert ubah == {
        "rating_hasil": ("Sesuai Ekspektasi", "Di Atas Ekspektasi"),
        "predikat": ("Baik", "Sangat Baik"),  # it follows from the new rating
        "penilai_nama": ("Drs. Made Sudana", "Made"),
    }


def test_modes_add_only_or_update_only(ratna):
    impor(skp(ratna))
    dua = (skp(ratna), skp(ratna, tahun="2022"))
    assert {m[:2] for m in masalah(uji(*dua, mode=Mode.TAMBAH))} == {(2, "sudah_ada")}
    assert {m[:2] for m in masalah(uji(*dua, mode=Mode.PERBARUI))} == {(3, "belum_ada")}


def test_years_that_kinerja_evaluates_for_this_person_are_refused(ratna, pemeran, siklus):
    tutup(siklus)
    tahunan(ratna, siklus)
    laporan = uji(skp(ratna, tahun="2026"), skp(pemeran.rudi, tahun="2026"))
    assert masalah(laporan) == {(2, "dinilai_kinerja", "TAHUN")}  # he came later and was assessed elsewhere


def test_a_year_that_is_not_closed_in_kinerja_is_refused_for_everybody(ratna, pemeran, siklus):
    tahunan(ratna, siklus, predikat=None, status="terbuka")
    laporan = uji(skp(ratna, tahun="2026"), skp(pemeran.rudi, tahun="2026"))
    assert masalah(laporan) == {(2, "dinilai_kinerja", "TAHUN"), (3, "tahun_berjalan", "TAHUN")}


def test_an_import_is_taken_back_while_nobody_changed_its_rows(ratna):
    impor(skp(ratna))
    with pghistory.context(aksi="uji") as konteks:
        impor(skp(ratna, penilaiNama="Made"), skp(ratna, tahun="2022"))
        kunci = konteks.id
    with pghistory.context(aksi="batal"):
        batalkan(konteks=kunci, model=(RiwayatSKP,))
    assert RiwayatSKP.objects.values_list("tahun", "penilai_nama").get() == (2023, "Drs. Made Sudana")
    with pghistory.context(aksi="uji") as konteks:
        impor(skp(ratna, tahun="2022"))
        kunci = konteks.id
    with pghistory.context(aksi="orang lain"):
        RiwayatSKP.objects.filter(tahun=2022).update(penilai_nama="Lain")
    with pghistory.context(aksi="batal"), pytest.raises(BatalDitolak):
        batalkan(konteks=kunci, model=(RiwayatSKP,))


def test_data_that_changed_since_the_test_stops_the_import(ratna):
    impor(skp(ratna))
    baris = skp(ratna, penilaiNama="Made")
    sidik = uji(baris)["sidik_hasil"]
    RiwayatSKP.objects.update(penilai_nama="Lain")
    assert impor(baris, sidik_hasil=sidik)["hasil"] == "berbeda"
    assert RiwayatSKP.objects.get().penilai_nama == "Lain"


def test_the_database_itself_refuses_a_label_outside_the_matrix(ratna):
    isi = {"pegawai": ratna, "tahun": 2023, "rating_hasil": 1, "rating_perilaku": 1}
    with pytest.raises(IntegrityError, match="riwayatskp_kuadran"), transaction.atomic():
        RiwayatSKP.objects.create(**isi, predikat=2)
    with pytest.raises(IntegrityError, match="riwayatskp_nip_penilai"), transaction.atomic():
        RiwayatSKP.objects.create(**isi, predikat=1, penilai_nip="12345678")
    RiwayatSKP.objects.create(**isi, predikat=1, penilai_nip="12345678", penilai_status="NON ASN")


def test_a_person_is_found_by_pns_id_first(ratna):
    """A PPPK whose NIP changed: the number of SIASN keeps the person."""
    Pegawai.objects.filter(pk=ratna.pk).update(nip="199912312024212009")
    assert impor(skp(ratna, nip="", **{"PNS ID": "R1"}))["jumlah"]["baru"] == 1
    assert RiwayatSKP.objects.get().pegawai_id == ratna.pk
