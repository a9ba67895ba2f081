"""Which five things go first: cases written by hand after the rule in the module's first lines [K]."""

from datetime import date

import pytest

from kinerja.aturan.hari_ini import Hal, Tingkat, pilih, tingkat

HARI = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("hal", "harapan"),
    [
        (Hal("a", 1, date(2026, 11, 21)), Tingkat.LEWAT),
        (Hal("a", 1, date(2026, 11, 22)), Tingkat.SEGERA),
        (Hal("a", 1, date(2026, 11, 25)), Tingkat.SEGERA),  # three days
        (Hal("a", 1, date(2026, 11, 26)), Tingkat.PEKAN_INI),
        (Hal("a", 1, date(2026, 11, 29)), Tingkat.PEKAN_INI),  # seven days
        (Hal("a", 1, date(2026, 11, 30)), Tingkat.NANTI),
        (Hal("a", 1), Tingkat.NANTI),
        (Hal("a", 1, None, menghambat=True), Tingkat.MENGHAMBAT),
        (Hal("a", 1, date(2026, 11, 29), menghambat=True), Tingkat.MENGHAMBAT),
        (Hal("a", 1, date(2026, 11, 21), menghambat=True), Tingkat.LEWAT),
    ],
)
def test_how_pressing_a_thing_is(hal, harapan):
    assert tingkat(hal, HARI) == harapan


def test_overdue_then_due_soon_then_what_hinders_others_then_this_week_then_the_rest():
    semua = [
        Hal("nanti", 900),
        Hal("pekan", 900, date(2026, 11, 28)),
        Hal("hambat", 1, None, menghambat=True),
        Hal("segera", 1, date(2026, 11, 24)),
        Hal("lewat", 1, date(2026, 11, 1)),
        Hal("tak_muat", 899),
    ]
    assert [h.kode for h in pilih(semua, HARI)] == ["lewat", "segera", "hambat", "pekan", "nanti"]


def test_within_a_level_the_earlier_deadline_then_the_larger_number_then_the_name():
    semua = [
        Hal("besok", 1, date(2026, 11, 23)),
        Hal("lusa", 50, date(2026, 11, 24)),
        Hal("besok_banyak", 9, date(2026, 11, 23)),
    ]
    assert [h.kode for h in pilih(semua, HARI)] == ["besok_banyak", "besok", "lusa"]
    assert [h.kode for h in pilih([Hal("b", 2), Hal("a", 2), Hal("c", 3)], HARI)] == ["c", "a", "b"]


def test_what_nothing_waits_for_is_left_out():
    assert pilih([Hal("a", 0, date(2026, 11, 1)), Hal("b", 0)], HARI) == []
