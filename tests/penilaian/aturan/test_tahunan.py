"""What the year suggests, by hand."""

from datetime import date

import pytest

from penilaian.aturan.predikat import Rating
from penilaian.aturan.tahunan import kebijakan_kepala, rating_rhk, rating_setahun
from sasaran.aturan.capaian import Hubungan

A, S, B = Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH


@pytest.mark.parametrize(
    ("periode", "hasil"),
    [
        ([S, S, A, S], S),
        ([A, A, S, S], S),  # a tie: the later one
        ([S, S, A, A], A),
        ([None, B], B),
        ([B, A, S, A], A),
        ([], None),
        ([None, None], None),
    ],
)
def test_most_periods_decide_and_of_a_tie_the_later_one(periode, hasil):
    assert rating_setahun(periode) is hasil


def test_the_year_of_indicators_counts_before_the_last_period():
    hasil = rating_rhk([Hubungan.SESUAI, Hubungan.DI_ATAS], B, ada_alasan=False)
    assert (hasil.rating, hasil.dari_indikator) == (A, True)


def test_below_target_stays_below_unless_it_was_accepted_with_a_reason():
    """EV-01 RHK 1: 50 % of 61,95 % accepted as expected by the leader's reasons [l.8691-8692]."""
    assert rating_rhk([Hubungan.DI_BAWAH], S, ada_alasan=False).rating is B
    assert rating_rhk([Hubungan.DI_BAWAH], S, ada_alasan=True).rating is S
    assert rating_rhk([Hubungan.DI_BAWAH], B, ada_alasan=True).rating is B


def test_without_numbers_or_after_a_move_the_last_period_counts():
    assert rating_rhk([None], A, ada_alasan=False).rating is A
    assert rating_rhk([], None, ada_alasan=False).rating is None
    dipotong = rating_rhk([Hubungan.DI_BAWAH], S, ada_alasan=False, sebagian=True)
    assert (dipotong.rating, dipotong.dari_indikator) == (S, False)


def test_the_label_of_the_unit_led_counts_since_the_circular():
    assert kebijakan_kepala(date(2022, 1, 1)) is None
    assert kebijakan_kepala(date(2022, 12, 31)) is None
    assert kebijakan_kepala(date(2023, 12, 31)).sumber == "SE MenPANRB 3/2023"
