"""Importing results of months and quarters: where the months come from, and what may not overlap."""

from decimal import Decimal

import pghistory
import pytest
from django.db import IntegrityError, transaction

from inti import impor as kernel
from inti.impor_batal import batalkan
from inti.impor_tabel import Mode
from pegawai.models import Pegawai
from penilaian.impor.periodik import PengimporPeriodik
from penilaian.models import RiwayatKinerjaPeriodik
from tests.pegawai.berkas_uji import csv_dari, masalah
from tests.penghargaan.bahan import periodik as nilai
from tests.penilaian.impor.berkas import ekinerja, periodik

pytestmark = pytest.mark.django_db
MASA = ("jenis", "bulan_mulai", "bulan_selesai")
LAIN = ("koefisien", "kriteria", "persentase", "jabatan")


@pytest.fixture
def ratna(pemeran):
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(pns_id="R1")
    return Pegawai.objects.get(pk=pemeran.ratna.pk)


def uji(*semua, mode=Mode.KEDUANYA):
    return kernel.uji(PengimporPeriodik(mode), csv_dari(*semua), "periodik.csv")


def impor(*semua, **lain):
    return kernel.impor(PengimporPeriodik(), csv_dari(*semua), "periodik.csv", **lain)


def test_a_row_as_it_is_sent_to_siasn(ratna):
    laporan = impor(periodik(ratna, 4, 6, nip="", pnsDinilaiId="R1"))
    assert (laporan["hasil"], laporan["kolom_lain"]) == ("diimpor", [])
    satu = RiwayatKinerjaPeriodik.objects.get()
    assert tuple(getattr(satu, n) for n in (*MASA, "rating_hasil", "rating_perilaku", "predikat", "koefisien")) == (
        "triwulan", 4, 6, 2, 2, 2, "22",
    )  # fmt: skip
    assert (satu.penilai_jabatan, satu.penilai_golongan, str(satu)) == (
        "Kepala Bidang Mutasi", "IV/a", "Triwulan II 2023",
    )  # fmt: skip


def test_a_row_as_siasn_gives_it_back_with_its_other_spellings(ratna):
    """`GET /pns/rw-kinerjaperiodik`: koefisenId without its i, kuadranNilai in words, no months (siasn_fields.csv)."""
    laporan = impor(
        {"id": "K-1", "tahun": "2023", "nip": ratna.nip, "nama": "Ratna Wulandari", "hasilKinerja": "SESUAI ESPEKTASI",
         "hasilKinerjaNilai": "2", "instansiId": "i", "instansiNama": "Kab", "jabatan": "Analis", "koefisenId": "22",
         "kriteria": "25", "kuadranKinerjaNilai": "2", "kuadranNilai": "BAIK", "namaPenilai": "Made",
         "penilaiGolonganId": "41", "penilaiJabatanNama": "Kabid", "penilaiNipNrp": "", "penilaiUnorNm": "BKPSDM",
         "perilakuKerja": "SESUAI ESPEKTASI", "perilakuKerjaNilai": "2", "periodikId": "2", "periodikNama":
         "Triwulan III 2023", "persentase": "100", "pnsDinilaiId": "R1", "statusPenilai": "ASN", "unorNama": "Capil"}
    )  # fmt: skip
    assert (laporan["hasil"], laporan["kolom_lain"]) == ("diimpor", ["instansiId", "instansiNama"])
    assert RiwayatKinerjaPeriodik.objects.values_list(*MASA, *LAIN).get() == (
        "triwulan", 7, 9, "22", "25", Decimal(100), "Analis",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kolom", "isi", "harapan"),
    [
        ("Triwulan", "2", ("triwulan", 4, 6)),
        ("Triwulan", "TW IV", ("triwulan", 10, 12)),
        ("Quarter", "Q1", ("triwulan", 1, 3)),
        ("Periode", "Triwulan ke-3", ("triwulan", 7, 9)),
        ("Periode", "TW I 2023", ("triwulan", 1, 3)),
        ("Periode", "Maret 2023", ("bulanan", 3, 3)),
        ("Period", "October", ("bulanan", 10, 10)),
        ("Periode", "Januari – Maret", ("triwulan", 1, 3)),
        ("Periode", "Apr s/d Mei", ("triwulan", 4, 5)),
        ("Bulan", "Agustus", ("bulanan", 8, 8)),
        ("Month", "12", ("bulanan", 12, 12)),
    ],
)
def test_months_may_be_written_in_words(ratna, kolom, isi, harapan):
    baris = {"NIP": ratna.nip, "Tahun": "2023", "Hasil Kerja": "Sesuai", "Perilaku": "Sesuai", kolom: isi}
    assert impor(baris)["hasil"] == "diimpor"
    assert RiwayatKinerjaPeriodik.objects.values_list(*MASA).get() == harapan


def test_the_report_of_ekinerja_with_a_column_for_the_period(ratna):
    laporan = impor(ekinerja(ratna, Periode="Triwulan I", waktu_dinilai="2023-04-10 08:00:00"))
    assert (laporan["hasil"], masalah(laporan)) == ("diimpor", set())
    assert RiwayatKinerjaPeriodik.objects.values_list(*MASA).get() == ("triwulan", 1, 3)
    assert masalah(uji(ekinerja(ratna))) == {(2, "masa_kosong", "BULAN MULAI PENILAIAN")}


def test_the_same_file_again_changes_nothing_and_numbers_are_rounded_once(ratna):
    baris = periodik(ratna, **{"angka kredit": "6,24951", "persentase": "99.995"})
    impor(baris)
    satu = RiwayatKinerjaPeriodik.objects.get()
    assert (satu.angka_kredit, satu.persentase) == (Decimal("6.250"), Decimal("100.00"))
    assert impor(baris)["jumlah"]["tetap"] == 1
    assert RiwayatKinerjaPeriodik.objects.get().dicatat_pada == satu.dicatat_pada


def test_four_quarters_and_twelve_months_of_different_people(ratna, pemeran):
    bulan = [periodik(pemeran.sari, n, n, periodikId="1") for n in range(1, 13)]
    laporan = impor(*(periodik(ratna, n, n + 2) for n in (1, 4, 7, 10)), *bulan)
    assert laporan["jumlah"]["baru"] == 16


def test_a_month_in_a_quarter_that_is_recorded_is_refused(ratna):
    impor(periodik(ratna))
    laporan = uji(periodik(ratna, 2, 2, periodikId="1"), periodik(ratna, 4, 4, periodikId="1"))
    assert masalah(laporan) == {(2, "bertumpuk_data", "BULAN MULAI PENILAIAN")}


def test_what_kinerja_evaluates_is_refused_and_the_months_before_are_not(ratna, pemeran, siklus):
    """She came in July: the first half was assessed elsewhere."""
    tahun = siklus.tahun
    satu = nilai(ratna, siklus.periode.get(nomor=3))
    satu.skp.mulai = satu.periode.mulai
    satu.skp.save(update_fields=["mulai"])
    isi = {"tahun": str(tahun), "tahunMulaiPenilaian": "", "tahunSelesaiPenilaian": ""}
    laporan = uji(periodik(ratna, 1, 3, **isi), periodik(ratna, 7, 9, **isi))
    assert masalah(laporan) == {(3, "dinilai_kinerja", "BULAN MULAI PENILAIAN")}


def test_modes_and_undo(ratna):
    with pghistory.context(aksi="uji") as konteks:
        impor(periodik(ratna))
        kunci = konteks.id
    dua = (periodik(ratna), periodik(ratna, 4, 6))
    assert {m[:2] for m in masalah(uji(*dua, mode=Mode.TAMBAH))} == {(2, "sudah_ada")}
    assert {m[:2] for m in masalah(uji(*dua, mode=Mode.PERBARUI))} == {(3, "belum_ada")}
    with pghistory.context(aksi="batal"):
        batalkan(konteks=kunci, model=(RiwayatKinerjaPeriodik,))
    assert not RiwayatKinerjaPeriodik.objects.exists()


def test_the_database_itself_refuses_two_records_of_one_month(ratna):
    isi = {"pegawai": ratna, "tahun": 2023, "rating_hasil": 1, "rating_perilaku": 1, "predikat": 1}
    RiwayatKinerjaPeriodik.objects.create(**isi, jenis="triwulan", bulan_mulai=1, bulan_selesai=3)
    with pytest.raises(IntegrityError, match="tidak_bertumpuk"), transaction.atomic():
        RiwayatKinerjaPeriodik.objects.create(**isi, jenis="bulanan", bulan_mulai=3, bulan_selesai=3)
    with pytest.raises(IntegrityError, match="sependek_jenisnya"), transaction.atomic():
        RiwayatKinerjaPeriodik.objects.create(**isi, jenis="triwulan", bulan_mulai=4, bulan_selesai=7)


def test_times_that_share_a_month_are_found_in_every_row_of_the_file(ratna, pemeran):
    masa = [(1, 3), (1, 3), (2, 2), (4, 6), (3, 3), (6, 6), (6, 6), (7, 9), (10, 12)]
    semua = [periodik(o, *m, periodikId="") for o in (ratna, pemeran.sari) for m in masa]
    baris = list(enumerate(masa, 2))
    bertumpuk = {n for n, (a, b) in baris for _, (c, d) in baris if a <= d and c <= b and (a, b) != (c, d)}
    assert bertumpuk == {2, 3, 4, 5, 6, 7, 8}
    laporan = uji(*semua)
    assert {m[0] for m in masalah(laporan) if m[1] == "bertumpuk_berkas"} == bertumpuk | {
        n + len(masa) for n in bertumpuk
    }
