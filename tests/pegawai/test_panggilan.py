"""How people are greeted."""

import pytest

from pegawai.models import Pegawai


@pytest.mark.parametrize(
    ("nama", "panggilan"),
    [
        ("Ratna Wulandari", "Ratna"),
        ("Hj. Maimunah Daeng Tata", "Maimunah"),
        ("WAYAN LESTARI", "Wayan"),
        ("SITI-NUR AINI", "Siti-Nur"),
        ("I GUSTI NGURAH", "Gusti"),
        ("Ni Made Ayu", "Made"),
        ("Drs.", "Drs."),
    ],
)
def test_the_first_name_is_used_and_never_shouted(nama, panggilan):
    assert Pegawai(nama=nama).panggilan == panggilan
