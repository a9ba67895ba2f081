"""Steps: every page once, every row once, whatever the size of a step."""

import pytest
from django.db import connection

from penilaian.services.langkah import Sambung, per_halaman, per_rentang, sampai_habis, satu_langkah


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


def test_only_the_pages_asked_for(angka, settings):
    settings.SIKLUS_HALAMAN_PER_LANGKAH = 2
    sql = "INSERT INTO tujuan SELECT n FROM asal WHERE ctid >= %(dari)s::tid AND ctid < %(sampai)s::tid"
    dua = per_rentang(sql, 2, 4, "uji")
    assert 0 < dua < 250
    assert per_halaman(f"{sql} ON CONFLICT DO NOTHING", angka, "uji") == 500 - dua


@pytest.mark.parametrize(
    ("sambung", "mati"), [(Sambung.SEKALI, ["nestloop"]), (Sambung.PER_BARIS, ["hashjoin", "seqscan"])]
)
def test_how_a_step_joins_holds_in_the_step_only(transactional_db, sambung, mati):
    def keadaan() -> set[str]:
        with connection.cursor() as kursor:
            kursor.execute("SELECT name FROM pg_settings WHERE name LIKE 'enable_%%' AND setting = 'off'")
            return {nama for (nama,) in kursor.fetchall()}

    sebelum = keadaan()
    with satu_langkah("uji", sambung):
        assert {f"enable_{cara}" for cara in mati} <= keadaan()
    assert keadaan() == sebelum
