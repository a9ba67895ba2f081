"""Long exports: what PostgreSQL writes is as harmless as what Python writes, memory stays flat, leaving ends it."""

import csv
import io

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from inti.ekspor import _BERBAHAYA, jinakkan
from inti.ekspor_alir import alir_salin, aman_sql

pytestmark = pytest.mark.django_db

ANEH = [
    "=1+1",
    "+62812",
    "-2+3",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\n=1",
    " =cmd|' /C calc'!A0",
    "＝1+1",
    "\u3000＋1",
]
BIASA = [
    "Ratna",
    "Hj. Maimunah",
    "a=b",
    "3-4",
    "'sudah",
    "Él",
    "12345",
    "Jl. Mawar\nNo. 1",
    'kata "kutip"',
    "a;b",
]
# Control characters inside a text are left out by Python alone; a CSV may hold them.
TEKS = st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc")), max_size=12)
AWAL = st.sampled_from(["", " ", "\t", "\n", "\u00a0", "\u3000", "\u2009", "\x0b", "\x1f"])


def _sql(semua):
    with connection.cursor() as kursor:
        kursor.execute(
            f"SELECT {aman_sql('t')} FROM unnest(%s::text[]) WITH ORDINALITY u (t, n) ORDER BY n", [semua]
        )
        return [b[0] or "" for b in kursor.fetchall()]


def test_the_database_disarms_the_same_texts_as_python():
    assert _sql(ANEH + BIASA) == [jinakkan(t) for t in ANEH + BIASA]
    assert _sql(["198503122010012007", ""]) == ["'198503122010012007", ""]


@given(
    st.lists(
        st.builds(lambda a, t, u: a + t + u, AWAL, st.sampled_from(["", "=", "+", "-", "@", "＝"]), TEKS),
        max_size=40,
    )
)
def test_no_text_leaves_the_database_as_a_formula(semua):
    for asal, hasil in zip(semua, _sql(semua), strict=True):
        assert not _BERBAHAYA.match(hasil), ascii(asal)
        assert hasil.removeprefix("'") in (asal, asal.removeprefix("'"))


def _kib():
    with open("/proc/self/status") as status:
        return next(int(b.split()[1]) for b in status if b.startswith("VmRSS"))


def test_memory_stays_flat_while_a_hundred_megabytes_leave():
    hasil = []
    perintah = "COPY (SELECT n, repeat('x', 300) FROM generate_series(1, 350000) n) TO STDOUT (FORMAT csv)"
    aliran = alir_salin(["n", "isi"], perintah, (), hasil.append)
    for _ in range(20):
        next(aliran)
    awal, puncak, banyak = _kib(), 0, 0
    for ke, potong in enumerate(aliran):
        banyak += len(potong)
        if ke % 50 == 0:
            puncak = max(puncak, _kib())
    assert banyak > 100_000_000
    assert puncak - awal < 16 * 1024
    assert hasil == [350_000]


@pytest.mark.django_db(transaction=True)
def test_a_reader_who_leaves_ends_the_query_and_the_connection_goes_on():
    hasil = []
    perintah = "COPY (SELECT n, repeat('x', 300) FROM generate_series(1, 100000000) n) TO STDOUT (FORMAT csv)"
    aliran = alir_salin(["n", "isi"], perintah, (), hasil.append)
    for _ in range(5):
        next(aliran)
    aliran.close()
    assert hasil == [None]
    with connection.cursor() as kursor:
        kursor.execute("SELECT 1")
        assert kursor.fetchone() == (1,)


def test_a_cell_with_everything_is_one_cell():
    isi = 'Jl. "Mawar"; No. 1\nRT 2, ‘A’'
    with connection.cursor() as kursor:
        kursor.execute("CREATE TEMPORARY TABLE satu ON COMMIT DROP AS SELECT %s::text AS t", [isi])
    perintah = f"COPY (SELECT {aman_sql('t')} FROM satu) TO STDOUT (FORMAT csv, DELIMITER ';')"
    teks = b"".join(alir_salin(["a"], perintah, (), lambda _n: None)).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(teks, newline=""), delimiter=";")) == [["a"], [isi]]
