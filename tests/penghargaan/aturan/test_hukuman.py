"""Absence and its penalty (PP 94/2021), and which kinds suit whom."""

from datetime import date

import pytest

from penghargaan.aturan.hukuman import hukuman_hari, jenis_pada, periksa_jenis, pilihan

PADA = date(2026, 3, 1)
# PP 94/2021 Pasal 8-11, by hand: days in a year, in a row → SIASN code
HARI = [
    (0, 0, None), (2, 2, None), (3, 0, "1"), (4, 0, "2"), (6, 0, "2"), (7, 0, "3"), (10, 9, "3"),
    (10, 10, "10"), (11, 1, "23"), (13, 1, "23"), (14, 0, "24"), (16, 0, "24"), (17, 0, "25"),
    (20, 9, "25"), (21, 0, "27"), (24, 0, "27"), (25, 0, "28"), (27, 0, "28"), (28, 0, "10"), (90, 0, "10"),
]  # fmt: skip


@pytest.mark.parametrize(("hari", "berturut", "siasn"), HARI)
def test_days_of_absence_lead_to_their_penalty(hari, berturut, siasn):
    jenis = hukuman_hari(hari, berturut, PADA)
    assert (jenis.siasn if jenis else None) == siasn


@pytest.mark.parametrize(("hari", "berturut"), [(-1, 0), (3, 4), (3, -1)])
def test_impossible_counts_are_refused(hari, berturut):
    with pytest.raises(ValueError, match="tidak boleh melebihi"):
        hukuman_hari(hari, berturut, PADA)


def test_cuts_last_six_nine_and_twelve_months():
    potong = [(j.siasn, j.bulan) for j in jenis_pada(PADA).values() if j.potongan]
    assert potong == [("23", 6), ("24", 9), ("25", 12)]


def test_a_pppk_loses_the_contract_and_not_the_post():
    """PP 49/2018 Pasal 53: there is no lower post for a PPPK."""
    assert [j.kode for j in pilihan("kinerja", "pppk", PADA)] == ["k5"]
    assert [j.kode for j in pilihan("kinerja", "pns", PADA)] == ["k1", "k2", "k3", "k4"]
    assert len(pilihan("disiplin", "pppk", PADA)) == 9
    assert periksa_jenis("k5", "kinerja", "pns", PADA)
    assert not periksa_jenis("k1", "kinerja", "pns", PADA)


def test_before_the_table_there_is_none():
    with pytest.raises(ValueError, match="30-08-2021"):
        jenis_pada(date(2021, 8, 30))
