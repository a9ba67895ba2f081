"""Perspectives of leaders' plans, against the regulation (PermenPANRB 6/2022, Lampiran II.A.2.a.8)."""

import pytest

from pegawai.enums import JenisJabatan
from sasaran.aturan.perspektif import JPT, PERSPEKTIF, belum_tercakup, untuk_pimpinan, wajib_kurang
from sasaran.enums import Perspektif

EMPAT = ["penerima_layanan", "proses_bisnis", "penguatan_internal", "anggaran"]


def test_the_four_are_those_of_the_models_choice_in_the_same_order():
    assert list(PERSPEKTIF) == EMPAT == Perspektif.values
    assert [str(p.label) for p in Perspektif] == [
        "Penerima Layanan", "Proses Bisnis", "Penguatan Internal", "Anggaran",
    ]  # fmt: skip
    assert set(JPT) <= set(JenisJabatan.values)


@pytest.mark.parametrize(
    ("jabatan", "kepala", "mandiri", "hasil"),
    [
        ("jpt_pratama", True, False, True),  # a head of department
        ("jpt_madya", False, False, True),
        ("administrator", True, True, True),  # the head of a Puskesmas that is autonomous
        ("fungsional", True, True, True),
        ("administrator", True, False, False),  # a head of division
        ("pelaksana", False, True, False),  # works in an autonomous unit, leads nothing
    ],
)
def test_whose_plan_has_perspectives(jabatan, kepala, mandiri, hasil):
    assert untuk_pimpinan(jabatan, kepala=kepala, mandiri=mandiri) is hasil


@pytest.mark.parametrize(
    ("ada", "wajib", "belum"),
    [
        (set(), ["anggaran"], EMPAT),
        ({"anggaran"}, [], EMPAT[:3]),
        ({"proses_bisnis", ""}, ["anggaran"], ["penerima_layanan", "penguatan_internal", "anggaran"]),
        (set(EMPAT), [], []),
    ],
)
def test_anggaran_is_a_must_the_others_a_hint(ada, wajib, belum):
    assert wajib_kurang(ada) == wajib
    assert belum_tercakup(ada) == belum
