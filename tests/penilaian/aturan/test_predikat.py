"""The nine cells by hand, the printed examples, and what is refused."""

from datetime import UTC, date, datetime

import pytest

from penilaian.aturan import predikat as aturan
from penilaian.aturan.predikat import LABEL_PREDIKAT, Predikat, Rating, predikat_kinerja
from tests.vektor import baca_vektor

PADA = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("hasil", "perilaku", "label"),
    baca_vektor("penilaian/vektor/predikat.csv", "hasil", "perilaku", "predikat", ids="kasus"),
)
def test_each_cell_of_the_quadrant(hasil, perilaku, label):
    assert predikat_kinerja(int(hasil), int(perilaku), PADA) is Predikat(int(label))
    assert predikat_kinerja(Rating(int(hasil)), Rating(int(perilaku)).name, PADA) is Predikat(int(label))
    assert aturan.MATRIKS[Rating(int(hasil)), Rating(int(perilaku))] == int(label)


@pytest.mark.parametrize(
    ("hasil", "perilaku", "label"),
    baca_vektor("penilaian/vektor/contoh_evaluasi.csv", "hasil", "perilaku", "predikat", ids="contoh"),
)
def test_the_worked_evaluations(hasil, perilaku, label):
    assert LABEL_PREDIKAT[predikat_kinerja(hasil, perilaku, PADA)] == label


def test_bad_behaviour_with_good_results_ranks_below_bad_results_with_good_behaviour():
    assert predikat_kinerja("DI_ATAS", "DI_BAWAH", PADA) > predikat_kinerja("DI_BAWAH", "DI_ATAS", PADA)


def test_a_better_rating_never_gives_a_worse_label_along_one_side():
    for tetap in Rating:
        baris = [predikat_kinerja(tetap, perilaku, PADA) for perilaku in Rating]
        assert baris == sorted(baris)


def test_the_table_starts_on_the_day_of_promulgation():
    assert aturan.matriks_pada(date(2022, 2, 7)) is aturan.MATRIKS
    assert aturan.matriks_berlaku(PADA).sumber == aturan.SUMBER
    with pytest.raises(ValueError, match="06-02-2022; aturan pertama berlaku sejak 07-02-2022"):
        predikat_kinerja(1, 1, date(2022, 2, 6))


def test_a_moment_is_not_a_day():
    with pytest.raises(ValueError, match="tanpa jam"):
        predikat_kinerja(1, 1, datetime(2026, 6, 30, tzinfo=UTC))


@pytest.mark.parametrize("nilai", [0, 4, True, None, 1.0, "", "BAGUS", "1", [1]])
def test_an_unknown_rating_is_refused_by_name(nilai):
    with pytest.raises(ValueError, match=r"Rating hasil kerja “.*” tidak dikenal.*1 \(Di Atas Ekspektasi\)"):
        predikat_kinerja(nilai, 1, PADA)
    with pytest.raises(ValueError, match="Rating perilaku kerja"):
        predikat_kinerja(1, nilai, PADA)


@pytest.mark.parametrize("nilai", [Rating.SESUAI, 2, "SESUAI", "sesuai", " Sesuai Ekspektasi "])
def test_a_rating_may_be_a_member_a_number_a_name_or_a_label(nilai):
    assert aturan.ke_rating(nilai) is Rating.SESUAI


def test_a_label_may_be_read_back_too():
    assert aturan.ke_predikat("Butuh Perbaikan") is Predikat.BUTUH_PERBAIKAN
    with pytest.raises(ValueError, match="Predikat “9” tidak dikenal"):
        aturan.ke_predikat(9)


def test_labels_and_printed_words_exist_for_all():
    assert set(aturan.LABEL_RATING) == set(Rating)
    assert set(LABEL_PREDIKAT) == set(aturan.LABEL_PREDIKAT_DOKUMEN) == set(Predikat)
    assert aturan.LABEL_PREDIKAT_DOKUMEN[Predikat.KURANG] == "KURANG (MISCONDUCT)"
