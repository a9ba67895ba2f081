"""Kind of post and who leads a unit, by hand-written vectors."""

import pytest

from pegawai.aturan.jabatan import JenisDanEselon, eselon, jenis_jabatan, memimpin
from tests.vektor import baca_vektor


@pytest.mark.parametrize(
    ("jabatan", "unit", "harapan"),
    baca_vektor("pegawai/vektor/memimpin.csv", "jabatan", "unit", "memimpin", ids="jabatan"),
)
def test_leads_the_unit(jabatan, unit, harapan):
    assert memimpin(jabatan, unit) is (harapan == "ya")


_KOLOM = ("nama", "jenis_siasn", "eselon", "jenis", "eselon_hasil", "jenjang", "ditebak")


@pytest.mark.parametrize(_KOLOM, baca_vektor("pegawai/vektor/jenis_jabatan.csv", *_KOLOM, ids="nama"))
def test_kind_of_post(nama, jenis_siasn, eselon, jenis, eselon_hasil, jenjang, ditebak):
    hasil = jenis_jabatan(nama, jenis_siasn, _eselon(eselon))
    assert hasil == JenisDanEselon(jenis, eselon_hasil, jenjang, ditebak == "ya")


def _eselon(teks):
    return eselon(teks)


def test_a_structural_post_without_eselon_and_telling_name_is_refused():
    with pytest.raises(ValueError, match="tidak memiliki eselon"):
        jenis_jabatan("PENGELOLA DATA", "Jabatan Struktural", "")


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="Jenis jabatan “Kontrak” tidak dikenal"):
        jenis_jabatan("PENGELOLA DATA", "Kontrak", "")


@pytest.mark.parametrize("teks", ["VI.a", "II", "x"])
def test_an_unknown_eselon_is_refused(teks):
    with pytest.raises(ValueError, match="tidak dikenal"):
        eselon(teks)


def test_an_empty_name_leads_nothing():
    assert memimpin("KEPALA ", "") is False
    assert memimpin("KEPALA DINAS", "") is False
