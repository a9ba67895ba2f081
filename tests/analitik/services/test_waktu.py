"""Which periods and years a dashboard offers."""

from datetime import date

import pytest
from django.utils import timezone

from analitik.services.waktu import daftar_waktu, pilih_waktu
from tests.pemeran import buka_periode


def test_periods_that_have_not_begun_are_not_offered_and_the_newest_comes_first(siklus):
    assert [w.pendek for w in daftar_waktu(date(2026, 8, 1))] == ["TW III", "TW II", "TW I"]


def test_the_year_is_offered_once_its_evaluation_is_open(siklus):
    siklus.status, siklus.dibuka_pada = "terbuka", timezone.now()
    siklus.save()
    daftar = daftar_waktu(date(2026, 12, 30))
    assert [w.pendek for w in daftar] == ["2026", "TW IV", "TW III", "TW II", "TW I"]
    assert daftar[0].tahunan
    assert daftar[0].batas == date(2027, 1, 31)


def test_the_one_asked_for_then_the_open_one_then_the_newest(siklus):
    dua = siklus.periode.get(nomor=2)
    daftar = daftar_waktu(date(2026, 11, 1))
    assert pilih_waktu(daftar, "").pendek == "TW IV"
    buka_periode(dua)
    daftar = daftar_waktu(date(2026, 11, 1))
    assert pilih_waktu(daftar, "bukan-kunci").pendek == "TW II"
    assert pilih_waktu(daftar, daftar[0].kunci).pendek == "TW IV"
    assert pilih_waktu([], "") is None


@pytest.mark.parametrize(("akhir", "triwulan"), [(0, "2026-Q4"), (1, "2026-Q3"), (3, "2026-Q1")])
def test_feedback_is_counted_by_the_quarter_a_period_ends_in(siklus, akhir, triwulan):
    assert daftar_waktu(date(2026, 12, 1))[akhir].triwulan == triwulan
