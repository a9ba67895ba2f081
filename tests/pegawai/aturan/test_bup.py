"""Retirement ages and days by hand-written vectors."""

from datetime import date

import pytest

from pegawai.aturan.bup import bup, tabel_bup, tambah_bulan, tanggal_pensiun
from tests.vektor import baca_vektor


@pytest.mark.parametrize(
    ("nama", "jenis", "jenjang", "usia"),
    baca_vektor("pegawai/vektor/bup.csv", "nama", "jenis", "jenjang", "bup", ids="nama"),
)
@pytest.mark.parametrize("pada", [date(2020, 1, 1), date(2026, 11, 22)])
def test_retirement_age(nama, jenis, jenjang, usia, pada):
    assert bup(jenis=jenis, jenjang=jenjang, nama=nama, pada=pada) == int(usia)


@pytest.mark.parametrize(
    ("lahir", "usia", "pensiun"),
    baca_vektor("pegawai/vektor/tanggal_pensiun.csv", "lahir", "usia", "pensiun", ids="lahir"),
)
def test_day_of_retirement(lahir, usia, pensiun):
    assert tanggal_pensiun(date.fromisoformat(lahir), int(usia)) == date.fromisoformat(pensiun)


def test_the_law_in_force_is_named():
    assert tabel_bup(date(2023, 10, 30)).sumber.startswith("UU 5/2014")
    assert tabel_bup(date(2023, 10, 31)).sumber == "UU 20/2023 Ps 55"


def test_an_elected_head_has_no_retirement_age():
    with pytest.raises(ValueError, match="tidak mempunyai batas usia pensiun"):
        bup(jenis="kepala_daerah", jenjang="", nama="Bupati", pada=date(2026, 1, 1))


def test_before_the_first_table_nothing_is_guessed():
    with pytest.raises(ValueError, match="tidak diketahui"):
        tabel_bup(date(2013, 12, 31))


@pytest.mark.parametrize(
    ("awal", "bulan", "hasil"),
    [("2026-11-22", 12, "2027-11-22"), ("2026-01-31", 1, "2026-02-28"), ("2026-12-01", 1, "2027-01-01")],
)
def test_months_are_added_by_the_calendar(awal, bulan, hasil):
    assert tambah_bulan(date.fromisoformat(awal), bulan) == date.fromisoformat(hasil)
