"""Numbers the Indonesian way."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti.angka import tulis_angka, urai_angka


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("12", "12"),
        ("0,9", "0.9"),
        ("88,60", "88.60"),
        ("1.250.000", "1250000"),
        ("1250000", "1250000"),
        ("1.250", "1250"),
        ("1.250.000,75", "1250000.75"),
        ("  7 ", "7"),
        ("-3,5", "-3.5"),
        ("−3,5", "-3.5"),
        ("007", "7"),
    ],
)
def test_a_number_written_the_indonesian_way_is_read(teks, angka):
    assert urai_angka(teks) == Decimal(angka)


@pytest.mark.parametrize("teks", ["0.9", "12.5", "1.25", "1250.000.0", "12.3456"])
def test_a_point_that_does_not_group_thousands_is_not_guessed(teks):
    with pytest.raises(ValueError, match=r"koma|angka"):
        urai_angka(teks)


def test_the_refusal_of_a_decimal_point_shows_the_comma():
    with pytest.raises(ValueError, match=r"Tulis desimal dengan koma \(0,9\)"):
        urai_angka("0.9")


@pytest.mark.parametrize(
    "teks", ["", "dua", "1,2,3", "1,250,000", "1.25.000", "1e5", "NaN", "٣", "1 250", ",5", "5,", "9" * 41]
)
def test_anything_else_is_refused_with_examples(teks):
    with pytest.raises(ValueError, match=r"misalnya 12 atau 0,9 atau 1\.250\.000"):
        urai_angka(teks)


@pytest.mark.parametrize(
    ("angka", "teks"),
    [
        ("0.900", "0,9"),
        ("12.000", "12"),
        ("1250000", "1.250.000"),
        ("1250000.5", "1.250.000,5"),
        ("-1234.50", "-1.234,5"),
        ("0", "0"),
        ("-0.000", "0"),
        ("1E+3", "1.000"),
    ],
)
def test_a_number_is_written_in_its_shortest_indonesian_form(angka, teks):
    assert tulis_angka(Decimal(angka)) == teks


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**14), max_value=10**14))
def test_what_is_written_is_read_back(angka):
    assert urai_angka(tulis_angka(angka)) == angka
