"""Steps: every page once, every row once, whatever the size of a step."""

import pytest
from django.db import connection

from penilaian.services.langkah import per_halaman, sampai_habis


@pytest.fixture
def angka(db):
    """A table of 500 rows on several pages and one to write to."""
    with connection.cursor() as kursor:
        kursor.execute(
            "CREATE TEMP TABLE asal AS SELECT n, repeat('x', 200) AS isi FROM generate_series(1, 500) n"
        )
        kursor.execute("CREATE TEMP TABLE tujuan (n int PRIMARY KEY)")
    return "asal"


@pytest.mark.parametrize("lebar", [1, 3, 1000])
def test_every_page_is_passed_once(angka, settings, lebar):
    settings.SIKLUS_HALAMAN_PER_LANGKAH = lebar
    sql = "INSERT INTO tujuan SELECT n FROM asal WHERE ctid >= %(dari)s::tid AND ctid < %(sampai)s::tid"
    assert per_halaman(sql, angka, "uji") == 500


def test_it_goes_on_until_nothing_is_left(angka, settings):
    settings.SIKLUS_BARIS_PER_LANGKAH = 70
    sql = (
        "INSERT INTO tujuan SELECT n FROM asal WHERE n NOT IN (SELECT n FROM tujuan) AND n <= %(maks)s "
        "LIMIT %(banyak)s"
    )
    assert sampai_habis(sql, "uji", maks=333) == 333
