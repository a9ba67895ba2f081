"""Seven values, three guides each, in the official order and wording."""

import pytest

from sasaran.aturan.berakhlak import BERAKHLAK, KODE_NILAI
from tests.vektor import baca_vektor

NILAI = {nilai.kode: nilai for nilai in BERAKHLAK}
KOLOM = ("kode", "nama", "awal_definisi", "panduan_1", "panduan_2", "panduan_3")


@pytest.mark.parametrize(KOLOM, baca_vektor("sasaran/vektor/berakhlak.csv", *KOLOM, ids="kode"))
def test_each_value_has_its_definition_and_guides(kode, nama, awal_definisi, panduan_1, panduan_2, panduan_3):
    nilai = NILAI[kode]
    assert nilai.nama == nama
    assert nilai.definisi.startswith(awal_definisi)
    assert len(nilai.panduan) == 3
    for isi, awal in zip(nilai.panduan, (panduan_1, panduan_2, panduan_3), strict=True):
        assert isi.startswith(awal)


def test_the_order_is_that_of_the_word():
    assert [nilai.nama[0] for nilai in BERAKHLAK] == list("BAKHLAK")
    assert KODE_NILAI[0] == "berorientasi_pelayanan"


def test_guides_cut_over_two_lines_kept_their_spaces():
    assert "bertanggung jawab, cermat, disiplin, dan berintegritas tinggi" in NILAI["akuntabel"].panduan[0]
    assert "  " not in " ".join(isi for nilai in BERAKHLAK for isi in nilai.panduan)
