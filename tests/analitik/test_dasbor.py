"""The pictures of a dashboard."""

from types import SimpleNamespace

import pytest

from analitik.templatetags.dasbor import garis_tren


def _baris(*nilai):
    return [SimpleNamespace(nilai=n) for n in nilai]


def test_a_line_runs_from_the_first_period_to_the_last_higher_for_more():
    garis = garis_tren(_baris(80, 90, 85), "nilai")
    assert '<polyline points="0.00,28.00 50.00,4.00 100.00,16.00"/>' in garis


def test_a_line_without_change_lies_in_the_middle():
    assert 'points="0.00,16.00 100.00,16.00"' in garis_tren(_baris(2.4, 2.4), "nilai")


@pytest.mark.parametrize("nilai", [(), (80,)])
def test_one_period_is_no_trend(nilai):
    assert garis_tren(_baris(*nilai), "nilai") == ""


def test_the_line_is_for_the_eye_only():
    assert 'aria-hidden="true"' in garis_tren(_baris(1, 2), "nilai")
