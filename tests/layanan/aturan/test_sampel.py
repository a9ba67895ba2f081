"""The table of Krejcie and Morgan."""

import pytest

from layanan.aturan.sampel import sampel
from tests.vektor import baca_vektor


@pytest.mark.parametrize(
    ("populasi", "cukup"), baca_vektor("layanan/vektor/sampel.csv", "populasi", "sampel", ids="populasi")
)
def test_sample_of_a_population(populasi, cukup):
    assert sampel(int(populasi)) == int(cukup)


def test_a_single_user_is_asked_himself():
    assert sampel(1) == 1


@pytest.mark.parametrize("salah", [0, -1, True, 2.5])
def test_no_users_no_sample(salah):
    with pytest.raises(ValueError, match="mulai dari 1"):
        sampel(salah)
