"""Codes on paper."""

import math

import pytest

from inti.kode import ABJAD, PANJANG, kode_baru, rapikan_kode


def test_a_code_holds_eighty_bits_and_no_letter_that_looks_like_another():
    assert PANJANG * math.log2(len(set(ABJAD))) >= 80
    assert not set(ABJAD) & set("01OIoi")
    kode = kode_baru()
    assert [len(k) for k in kode.split("-")] == [4, 4, 4, 4]
    assert set(kode) <= set(ABJAD) | {"-"}


def test_codes_differ():
    assert len({kode_baru() for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    ("ditulis", "dimaksud"),
    [
        ("7KQM-2WXD-H9FP-R4TN", "7KQM-2WXD-H9FP-R4TN"),
        ("7kqm 2wxd h9fp r4tn", "7KQM-2WXD-H9FP-R4TN"),
        (" 7kqm2wxdh9fpr4tn\n", "7KQM-2WXD-H9FP-R4TN"),
        ("7KQM–2WXD–H9FP–R4TN", "7KQM-2WXD-H9FP-R4TN"),
        ("7KQM-2WXD-H9FP-R4T", ""),
        ("7KQM-2WXD-H9FP-R4TN-X", ""),
        ("0KQM-2WXD-H9FP-R4TN", ""),
        ("7KQM-2WXD-H9FP-R4T'", ""),
        ("", ""),
        ("A" * 100_000, ""),
        ("ſ" * 16, ""),
    ],
)
def test_what_people_type_becomes_the_code_on_the_paper(ditulis, dimaksud):
    assert rapikan_kode(ditulis) == dimaksud
