"""The index against hand-made vectors, its classes, its interval and what it refuses."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layanan.aturan.ikm import Mutu, Unsur, bulatkan, ikm, ikm_dari_jumlah, kebijakan_pada, mutu
from tests.vektor import baca_vektor

HARI = date(2026, 6, 30)
KOLOM = ("banyak", "jumlah", "tepat", "nilai", "mutu")


@pytest.mark.parametrize(KOLOM, baca_vektor("layanan/vektor/ikm.csv", *KOLOM, ids="nama"))
def test_index_and_class(banyak, jumlah, tepat, nilai, mutu):
    per_unsur = dict(zip(Unsur, map(int, jumlah.split()), strict=True))
    hasil = ikm_dari_jumlah(int(banyak), per_unsur, HARI)
    assert hasil.tepat == Fraction(tepat)
    assert (hasil.nilai, hasil.mutu) == (Decimal(nilai), mutu)


@pytest.mark.parametrize(
    ("nilai", "kelas"),
    [("100", "A"), ("88.31", "A"), ("88.305", "A"), ("88.3049", "B"), ("76.605", "B"), ("76.604", "C"),
     ("65", "C"), ("64.995", "C"), ("64.9949", "D"), ("25", "D")],
)  # fmt: skip
def test_rounding_comes_before_classing(nilai, kelas):
    assert mutu(Decimal(nilai), HARI) is Mutu(kelas)


@pytest.mark.parametrize("nilai", ["24.99", "100.01"])
def test_there_is_no_class_outside_the_table(nilai):
    with pytest.raises(ValueError, match="antara 25 dan 100"):
        mutu(Decimal(nilai), HARI)


def test_answers_may_be_lists_or_mappings_by_code():
    daftar = [[4, 3, 3, 4, 3, 4, 4, 3, 4], [3] * 9]
    peta = [dict(zip([f"U{n}" for n in range(1, 10)], satu, strict=True)) for satu in daftar]
    assert ikm(daftar, HARI) == ikm(peta, HARI)
    assert ikm(daftar, HARI).nrr[Unsur.PERSYARATAN] == Decimal("3.500")


def test_interval_of_a_hand_computed_example():
    # Own indices 75 and 100: mean 87.5, s = 17.67767, standard error 12.5, 1.96 x 12.5 = 24.5; cut at 100.
    hasil = ikm([[3] * 9, [4] * 9], HARI)
    assert (hasil.bawah, hasil.atas) == (Decimal("63.00"), Decimal("100.00"))


def test_a_finite_number_of_users_narrows_the_interval():
    # As above with 5 users: 24.5 x sqrt((5-2)/(5-1)) = 21.2176, so from 66.28.
    assert ikm([[3] * 9, [4] * 9], HARI, populasi=5).bawah == Decimal("66.28")
    semua = ikm([[3] * 9, [4] * 9], HARI, populasi=2)
    assert semua.bawah == semua.atas == Decimal("87.50")


def test_one_answer_has_no_interval():
    assert (ikm([[3] * 9], HARI).bawah, ikm([[3] * 9], HARI).atas) == (None, None)


@pytest.mark.parametrize(
    ("jawaban", "kata"),
    [([], "Belum ada jawaban"), ([[4] * 8], "kesembilan unsur"), ([[4] * 10], "kesembilan unsur"),
     ([[0] + [4] * 8], "1 sampai 4"), ([[5] + [4] * 8], "1 sampai 4"), ([[True] + [4] * 8], "1 sampai 4"),
     ([{"U1": 4}], "kesembilan unsur")],
)  # fmt: skip
def test_what_cannot_be_an_answer_is_refused_in_words(jawaban, kata):
    with pytest.raises(ValueError, match=kata):
        ikm(jawaban, HARI)


def test_impossible_totals_are_refused():
    with pytest.raises(ValueError, match="tidak mungkin"):
        ikm_dari_jumlah(2, dict.fromkeys(Unsur, 9), HARI)


def test_before_the_regulation_there_is_no_default():
    with pytest.raises(ValueError, match="31-12-2016"):
        kebijakan_pada(date(2016, 12, 31))


def test_the_weights_are_ninths_and_add_up_to_one():
    assert set(kebijakan_pada(HARI).bobot.values()) == {Fraction(1, 9)}
    assert sum(kebijakan_pada(HARI).bobot.values()) == 1


@pytest.mark.parametrize(
    ("pecahan", "hasil"), [("1/200", "0.01"), ("1/201", "0.00"), ("88305/1000", "88.31")]
)
def test_half_is_rounded_up_from_the_fraction_itself(pecahan, hasil):
    assert bulatkan(Fraction(pecahan), Decimal("0.01")) == Decimal(hasil)


@given(st.lists(st.lists(st.integers(1, 4), min_size=9, max_size=9), min_size=1, max_size=40))
def test_the_index_lies_on_its_scale_and_inside_its_interval(jawaban):
    hasil = ikm(jawaban, HARI)
    assert 25 <= hasil.nilai <= 100
    if hasil.bawah is not None:
        assert hasil.bawah <= hasil.nilai <= hasil.atas
