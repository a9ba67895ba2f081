"""The place of a unit in the tree, read from its path."""

import pytest

from inti.jalur import LANGKAH, puncak, rantai
from pegawai.models import UnitKerja


def test_the_chain_of_a_unit_goes_from_the_top_down_to_itself():
    assert rantai("000100020003") == ["0001", "00010002", "000100020003"]
    assert rantai("0001") == ["0001"]
    assert rantai("") == []


@pytest.mark.parametrize(("tingkat", "hasil"), [(1, "0001"), (2, "00010002"), (9, "000100020003")])
def test_the_unit_so_many_levels_from_the_top(tingkat, hasil):
    assert puncak("000100020003", tingkat) == hasil


def test_the_tree_itself_takes_steps_of_this_length(pemeran):
    assert UnitKerja.steplen == LANGKAH
    for unit in UnitKerja.objects.all():
        assert len(rantai(unit.path)) == unit.depth
        assert UnitKerja.objects.filter(path__in=rantai(unit.path)).count() == unit.depth
