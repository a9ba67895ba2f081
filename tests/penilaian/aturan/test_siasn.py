"""SIASN's words and codes, by hand from siasn_kode.csv (perilakuDanKinerja, kuadranNilai, koefisien, periodik)."""

import pytest

from penilaian.aturan.predikat import Predikat, Rating
from penilaian.aturan.siasn import (
    KOEFISIEN,
    PERIODIK,
    TAHUN_PERTAMA,
    baca_bulan,
    baca_koefisien,
    baca_periode,
    baca_predikat,
    baca_rating,
    baca_triwulan,
)
from penilaian.enums import PilihanKoefisien


@pytest.mark.parametrize(
    ("kode", "kata", "arti"),
    [
        ("1", "DIATAS ESPEKTASI", Rating.DI_ATAS),
        ("2", "SESUAI ESPEKTASI", Rating.SESUAI),
        ("3", "DIBAWAH ESPEKTASI", Rating.DI_BAWAH),
    ],
)
def test_ratings_run_against_intuition(kode, kata, arti):
    assert (
        baca_rating(kode)
        == baca_rating(kata)
        == baca_rating(f"{kode}.00")
        == baca_rating(f" {kode},0 ")
        == arti
    )


@pytest.mark.parametrize(
    ("kode", "kata", "arti"),
    [
        ("1", "SANGAT BAIK", Predikat.SANGAT_BAIK),
        ("2", "BAIK", Predikat.BAIK),
        ("3", "BUTUH PERBAIKAN", Predikat.BUTUH_PERBAIKAN),
        ("4", "KURANG", Predikat.KURANG),
        ("5", "SANGAT KURANG", Predikat.SANGAT_KURANG),
    ],
)
def test_labels_run_against_intuition(kode, kata, arti):
    assert baca_predikat(kode) == baca_predikat(kata) == baca_predikat(f"{kode}.0") == arti


@pytest.mark.parametrize(
    ("baca", "teks"),
    [
        (baca_rating, "0"), (baca_rating, "4"), (baca_rating, "1.5"), (baca_rating, "²"), (baca_rating, "Baik"),
        (baca_predikat, "0"), (baca_predikat, "6"), (baca_predikat, "Cukup"), (baca_predikat, "Di Atas Ekspektasi"),
        (baca_koefisien, "10"), (baca_koefisien, "Ahli"), (baca_bulan, "0"), (baca_bulan, "13"),
        (baca_bulan, "Sya'ban"), (baca_triwulan, "0"), (baca_triwulan, "V"), (baca_triwulan, "TW 5"),
        (baca_periode, "Semester I"), (baca_periode, "2023"), (baca_periode, "Januari - Ramadan"),
    ],
)  # fmt: skip
def test_what_is_none_of_them_is_refused_with_a_sentence_that_names_it(baca, teks):
    with pytest.raises(ValueError, match=f"^“{teks}” bukan ".replace("(", r"\(")):
        baca(teks)


def test_levels_by_code_and_by_name():
    """12,22,32,42 PT MU MA UT; 52,62,72,82 PM TR MH PY."""
    nama = [
        "Ahli Pertama",
        "Ahli Muda",
        "Ahli Madya",
        "Ahli Utama",
        "Pemula",
        "Terampil",
        "Mahir",
        "Penyelia",
    ]
    kode = ["12", "22", "32", "42", "52", "62", "72", "82"]
    assert [baca_koefisien(n) for n in nama] == [baca_koefisien(k) for k in kode] == kode
    assert list(KOEFISIEN.values()) == kode == PilihanKoefisien.values
    assert [str(label) for label in PilihanKoefisien.labels] == nama


@pytest.mark.parametrize(
    ("teks", "arti"),
    [
        ("Triwulan II", "4-6"), ("TRIWULAN 4", "10-12"), ("TW I 2023", "1-3"), ("Q3", "7-9"), ("Maret", "3-3"),
        ("Oktober - Desember 2022", "10-12"), ("Oct to Dec", "10-12"), ("januari s/d maret", "1-3"), ("5", "5-5"),
        ("bulanan", "bulanan"), ("Triwulan", "triwulan"), ("Quarterly", "triwulan"), ("Periode Mei 2023", "5-5"),
        ("Triwulan IV Tahun 2023", "10-12"),
    ],
)  # fmt: skip
def test_words_of_a_period(teks, arti):
    assert baca_periode(teks) == arti


def test_the_first_year_is_that_of_the_regulation():
    assert (TAHUN_PERTAMA, dict(PERIODIK)) == (2022, {"bulanan": "1", "triwulan": "2"})
