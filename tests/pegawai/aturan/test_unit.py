"""Kind of a unit by its name, by hand-written vectors."""

import pytest

from pegawai.aturan.unit import jenis_unit
from pegawai.enums import JenisUnit
from tests.vektor import baca_vektor


@pytest.mark.parametrize(
    ("nama", "jenis"), baca_vektor("pegawai/vektor/jenis_unit.csv", "nama", "jenis", ids="nama")
)
def test_kind_of_unit(nama, jenis):
    assert jenis_unit(nama) == jenis
    assert jenis in JenisUnit.values
