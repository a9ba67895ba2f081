"""Calendar months by hand: ends of months, leap years, and what is refused."""

from datetime import UTC, date, datetime

import pytest

from penghargaan.aturan.masa import tambah_bulan


@pytest.mark.parametrize(
    ("mulai", "bulan", "akhir"),
    [
        (date(2026, 1, 10), 6, date(2026, 7, 10)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), 3, date(2026, 6, 30)),
        (date(2026, 3, 31), 0, date(2026, 3, 31)),
        (date(2026, 3, 31), 36, date(2029, 3, 31)),
    ],
)
def test_months_are_counted_by_the_calendar(mulai, bulan, akhir):
    assert tambah_bulan(mulai, bulan) == akhir


def test_what_is_no_span_is_refused():
    with pytest.raises(ValueError, match="36 bulan"):
        tambah_bulan(date(2026, 1, 1), 37)
    with pytest.raises(ValueError, match="tanpa jam"):
        tambah_bulan(datetime(2026, 1, 1, tzinfo=UTC), 1)
