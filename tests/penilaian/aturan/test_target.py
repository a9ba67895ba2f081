"""How much of a yearly target is due by the end of a period; the expected numbers are counted by hand."""

from datetime import date
from decimal import Decimal

import pytest

from penilaian.aturan.target import bulan_termasuk, target_sampai

AWAL, AKHIR = date(2026, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("sampai", "jatuh_tempo"),
    [
        (date(2026, 3, 31), "12"),  # 3 of 12 months
        (date(2026, 6, 30), "24"),
        (date(2026, 12, 31), "48"),
        (date(2026, 4, 1), "16"),  # a month that has begun counts
        (date(2025, 12, 31), "4"),  # before the plan: its first month
        (date(2027, 3, 31), "48"),  # after the plan: all of it
    ],
)
def test_a_sum_is_due_in_proportion_to_the_months(sampai, jatuh_tempo):
    assert target_sampai(Decimal(48), "jumlah", AWAL, AKHIR, sampai) == Decimal(jatuh_tempo)


@pytest.mark.parametrize("cara", ["terakhir", "rata_rata"])
def test_a_latest_value_or_a_mean_is_due_as_it_stands(cara):
    assert target_sampai(Decimal(85), cara, AWAL, AKHIR, date(2026, 3, 31)) == Decimal(85)


def test_a_plan_of_part_of_a_year_is_divided_by_its_own_months():
    assert target_sampai(Decimal(9), "jumlah", date(2026, 4, 1), AKHIR, date(2026, 6, 30)) == Decimal(3)


def test_the_part_has_three_decimals_rounded_half_up():
    assert target_sampai(Decimal(5), "jumlah", AWAL, AKHIR, date(2026, 1, 31)) == Decimal("0.417")


def test_months_are_counted_with_both_ends():
    assert bulan_termasuk(date(2025, 12, 31), date(2026, 1, 1)) == 2


def test_a_span_that_runs_backwards_is_refused_with_a_sentence():
    with pytest.raises(ValueError, match="tidak boleh sebelum tanggal awal 01-02-2026"):
        target_sampai(Decimal(1), "jumlah", date(2026, 2, 1), AWAL, AKHIR)
