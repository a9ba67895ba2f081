"""Working days to acknowledge and to object."""

from datetime import date

import pytest

from penilaian.aturan.tenggat import tenggat_pada


def test_both_are_fourteen_working_days_since_the_regulation_is_in_force():
    aturan = tenggat_pada(date(2022, 2, 7))
    assert (aturan.terima, aturan.keberatan) == (14, 14)
    assert "Pasal 29" in aturan.sumber
    assert tenggat_pada(date(2026, 4, 1)) is aturan


def test_before_the_regulation_there_is_no_silent_default():
    with pytest.raises(ValueError, match="06-02-2022"):
        tenggat_pada(date(2022, 2, 6))
