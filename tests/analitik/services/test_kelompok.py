"""Stages, distributions, and what is not shown because the group is too small."""

from types import SimpleNamespace

import pytest

from analitik.services.kelompok import (
    LABEL_PREDIKAT,
    TAHAP,
    Kelompok,
    bentuk,
    potong,
    sembunyikan_kecil,
    status_tahap,
)
from penilaian.enums import StatusEvaluasi, StatusTahunan


def _unit(pk: str, sb: int = 0, baik: int = 0) -> Kelompok:
    return Kelompok(SimpleNamespace(pk=pk), {"selesai": sb + baik}, {1: sb, 2: baik})


@pytest.mark.parametrize(("ukuran", "enum"), [("evaluasi", StatusEvaluasi), ("tahunan", StatusTahunan)])
def test_every_status_belongs_to_exactly_one_stage(ukuran, enum):
    semua = [s for kode in TAHAP for s in status_tahap(kode, ukuran)]
    assert sorted(semua) == sorted(enum.values)


def test_an_unknown_stage_has_no_status():
    assert status_tahap("lain", "evaluasi") == frozenset()


def test_counts_become_stages_and_the_delivered_ones_a_distribution():
    kelompok = bentuk(None, "evaluasi", {"terbuka:": 3, "diajukan:": 2, "disampaikan:2": 4, "diterima:1": 1})
    assert kelompok.tahap == {"pegawai": 3, "penilai": 2, "selesai": 5}
    assert kelompok.predikat == {2: 4, 1: 1}
    assert (kelompok.semua, kelompok.selesai, kelompok.persen, kelompok.dinilai) == (10, 5, 50, 5)


def test_a_signed_result_that_the_employee_does_not_have_yet_is_not_in_the_distribution():
    kelompok = bentuk(None, "tahunan", {"ditandatangani:1": 6, "disampaikan:2": 5})
    assert kelompok.predikat == {2: 5}
    assert kelompok.tahap == {"penilai": 6, "selesai": 5}


def test_what_is_no_status_is_not_counted():
    assert bentuk(None, "evaluasi", {"lain:": 3}).semua == 0


@pytest.mark.parametrize(
    ("jumlah", "tersembunyi"),
    [
        ({"a": 10, "b": 7, "c": 5}, set()),
        ({"a": 10, "b": 4, "c": 3}, {"b", "c"}),
        # One alone could be had by subtraction from the total, so the next smallest goes with it.
        ({"a": 10, "b": 7, "c": 4}, {"b", "c"}),
        ({"a": 4}, {"a"}),
        ({"a": 0, "b": 9}, set()),  # nobody in it: nothing to hide
    ],
)
def test_small_groups_are_hidden_and_never_a_single_one(jumlah, tersembunyi):
    baris = sembunyikan_kecil(_unit(nama, baik=n) for nama, n in jumlah.items())
    assert {b.unit.pk for b in baris if b.terlalu_kecil} == tersembunyi


def test_a_bar_is_cut_in_the_order_of_its_labels_and_fills_the_width():
    potongan = potong({2: 3, 1: 1}, LABEL_PREDIKAT)
    assert [(p.kode, p.n, p.awal, p.lebar) for p in potongan] == [("1", 1, 0.0, 25.0), ("2", 3, 25.0, 75.0)]
    assert potong({}, LABEL_PREDIKAT) == []
