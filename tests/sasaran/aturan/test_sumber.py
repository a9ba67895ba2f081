"""What a source says, in words and as kept in a snapshot."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sasaran.aturan.sumber import HasilSumber, dari_data, ke_data

CUKUP = HasilSumber(
    sumber="ikm", nama="Akta kelahiran", dari=date(2026, 1, 1), sampai=date(2026, 3, 31), banyak=1200,
    minimum=30, nilai=Decimal("84.12"), satuan="nilai", bawah=Decimal("82.90"), atas=Decimal("85.34"),
    keterangan="Mutu B",
)  # fmt: skip


def test_enough_answers_give_a_number_with_its_interval():
    assert CUKUP.cukup
    assert (CUKUP.teks_nilai, CUKUP.selang) == ("84,12 nilai", "82,9–85,34")


@pytest.mark.parametrize(("banyak", "nilai"), [(29, Decimal(90)), (30, None), (0, None)])
def test_below_the_minimum_or_without_a_number_it_is_not_enough(banyak, nilai):
    assert not replace(CUKUP, banyak=banyak, nilai=nilai).cukup


def test_it_says_how_many_are_missing():
    kurang = replace(CUKUP, banyak=12, nilai=None, bawah=None, atas=None)
    assert kurang.sebab_kurang == "belum cukup data (12 dari 30)"
    assert (kurang.teks_nilai, kurang.selang) == ("", "")


def test_a_snapshot_gives_back_what_it_was_made_from():
    assert dari_data(ke_data(CUKUP)) == CUKUP
    tanpa = replace(CUKUP, nilai=None, bawah=None, atas=None, banyak=3)
    assert dari_data(ke_data(tanpa)) == tanpa
    assert dari_data(None) is None


def test_a_snapshot_with_a_part_missing_is_an_error_a_person_can_read():
    data = ke_data(CUKUP)
    del data["banyak"]
    with pytest.raises(ValueError, match="banyak"):
        dari_data(data)
