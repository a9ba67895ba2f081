"""Ranks by hand-written vectors."""

import pytest

from pegawai.aturan.golongan import golongan
from tests.vektor import baca_vektor


@pytest.mark.parametrize(
    ("teks", "pppk", "hasil"),
    baca_vektor("pegawai/vektor/golongan.csv", "teks", "pppk", "hasil", ids="teks"),
)
def test_rank(teks, pppk, hasil):
    assert golongan(teks, pppk=pppk == "ya") == hasil


@pytest.mark.parametrize(("teks", "pppk"), [("V/a", False), ("IX", False), ("III/a", True), ("XVIII", True)])
def test_a_rank_of_the_other_kind_or_none_is_refused(teks, pppk):
    with pytest.raises(ValueError, match="tidak dikenal"):
        golongan(teks, pppk=pppk)
