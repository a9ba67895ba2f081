"""The shared form fields."""

from decimal import Decimal

import pytest
from django import forms

from inti.bidang import AngkaIndonesiaField


class Formulir(forms.Form):
    target = AngkaIndonesiaField(maksimum=1_000_000)
    bebas = AngkaIndonesiaField(minimum=None, required=False, digit=6, desimal=2)


def galat(**isi):
    formulir = Formulir(isi)
    formulir.is_valid()
    return {nama: list(pesan) for nama, pesan in formulir.errors.items()}


def test_a_number_with_comma_and_points_becomes_a_decimal():
    formulir = Formulir({"target": "250.000,5", "bebas": ""})
    assert formulir.is_valid()
    assert formulir.cleaned_data == {"target": Decimal("250000.5"), "bebas": None}


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"target": ""}, "Isi dengan angka, misalnya 12 atau 0,9."),
        ({"target": "banyak"}, "Tulis sebagai angka, misalnya 12 atau 0,9 atau 1.250.000."),
        ({"target": "-1"}, "Angka paling kecil 0."),
        ({"target": "1.000.000,001"}, "Angka paling besar 1.000.000."),
        ({"target": "0,1234"}, "Paling banyak 3 angka di belakang koma."),
        ({"target": "1" * 16}, "Paling banyak 15 angka di depan koma."),
    ],
)
def test_a_bad_number_is_refused_at_the_field_in_words(isi, pesan):
    assert galat(**isi) == {"target": [pesan]}


def test_limits_follow_the_column():
    assert galat(target="1", bebas="12345,1") == {"bebas": ["Paling banyak 4 angka di depan koma."]}
    assert galat(target="1", bebas="-1234,12") == {}


def test_what_was_typed_wrongly_stays_in_the_field():
    assert 'value="0.9"' in str(Formulir({"target": "0.9"})["target"])


def test_a_stored_number_is_shown_the_indonesian_way_with_a_number_keyboard():
    bidang = str(Formulir(initial={"target": Decimal("1250.500")})["target"])
    assert 'value="1.250,5"' in bidang
    assert 'inputmode="decimal"' in bidang


def test_the_same_number_written_otherwise_is_no_change():
    assert not Formulir({"target": "1.250,50"}, initial={"target": Decimal("1250.5")}).has_changed()
    assert Formulir({"target": "0.9"}, initial={"target": Decimal("0.9")}).has_changed()
