"""Limits of public pages."""

import pytest
import time_machine
from django.core.cache import cache
from django.test import RequestFactory

from inti.laju import lewat_batas


@pytest.fixture(autouse=True)
def _kosong(settings):
    settings.BATAS_LAJU = {"uji": "3/m,4/h"}
    cache.clear()


def _minta(alamat="192.0.2.7") -> bool:
    return lewat_batas(RequestFactory().get("/", REMOTE_ADDR=alamat), "uji")


def test_a_network_is_stopped_after_its_number_and_let_in_again_later():
    with time_machine.travel("2026-03-02 01:00:00+00:00", tick=False):
        assert [_minta() for _ in range(4)] == [False, False, False, True]
        assert not _minta("192.0.2.8")
    with time_machine.travel("2026-03-02 01:01:00+00:00", tick=False):
        assert _minta()  # the hour is used up too
    with time_machine.travel("2026-03-02 02:00:00+00:00", tick=False):
        assert not _minta()


def test_one_household_with_many_ipv6_addresses_is_one_network():
    with time_machine.travel("2026-03-02 01:00:00+00:00", tick=False):
        assert [_minta(f"2001:db8:1:2::{n}") for n in range(4)] == [False, False, False, True]
        assert not _minta("2001:db8:1:3::1")


def test_the_cache_holds_no_readable_address():
    with time_machine.travel("2026-03-02 01:00:00+00:00", tick=False):
        _minta("192.0.2.99")
    kunci = cache._cache.get_client().keys("*")
    assert kunci
    assert not [k for k in kunci if b"192.0.2" in k]
