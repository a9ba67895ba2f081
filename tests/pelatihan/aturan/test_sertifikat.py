"""Kinds of training against SIASN's reference, and when presence speaks for a pass."""

import pytest

from pelatihan.aturan.sertifikat import huruf, klasikal, saran_lulus
from pelatihan.enums import JenisDiklat
from tests.vektor import baca_vektor

KOLOM = ("kode", "huruf", "klasikal")


@pytest.mark.parametrize(
    ("kode", "h", "k"), baca_vektor("pelatihan/vektor/jenis_diklat.csv", *KOLOM, ids="nama")
)
def test_letter_and_class_of_every_kind(kode, h, k):
    assert huruf(int(kode)) == h
    assert klasikal(int(kode)) == (k == "ya")


def test_there_are_the_twenty_five_kinds_of_siasn():
    assert JenisDiklat.values == list(range(1, 26))


@pytest.mark.parametrize("jenis", [0, 26])
def test_an_unknown_kind_is_refused(jenis):
    with pytest.raises(ValueError, match="tidak dikenal"):
        huruf(jenis)
    with pytest.raises(ValueError, match="tidak dikenal"):
        klasikal(jenis)


@pytest.mark.parametrize(
    ("hadir", "seharusnya", "lulus"),
    [(4, 4, True), (4, 5, True), (3, 4, False), (0, 4, False), (0, 0, False)],
)
def test_four_fifths_of_the_day_parts_speak_for_a_pass(hadir, seharusnya, lulus):
    assert saran_lulus(hadir, seharusnya) is lulus
