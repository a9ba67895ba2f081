"""What of the answers is shown: counts of a group, never so few that one stands alone."""

import pytest

from penilaian.aturan.kuesioner_rekan import BUTIR, SKALA
from penilaian.aturan.sebaran_rekan import Isi, Sebaran, hitung, kasar, teruraikan
from sasaran.aturan.berakhlak import KODE_NILAI


def jawaban(*nilai: int) -> list[Isi]:
    return [Isi({"disiplin": n}, f"teks {i}" if i < 2 else "") for i, n in enumerate(nilai)]


def hasil(*nilai: int, ambang: int = 5) -> Sebaran | None:
    return hitung(jawaban(*nilai), kode=["disiplin"], pilihan=4, ambang=ambang)


def test_counts_per_rating_with_those_who_could_not_tell_last():
    satu = hasil(1, 1, 2, 4, 4, 4, 0)
    assert satu == Sebaran(7, {"disiplin": [2, 1, 0, 3, 1]}, ["teks 0", "teks 1"])


@pytest.mark.parametrize(("nilai", "ada"), [((1, 1, 1, 1), False), ((1, 1, 1, 1, 1), True)])
def test_nothing_below_the_threshold(nilai, ada):
    assert (hasil(*nilai) is not None) is ada


def test_a_question_that_too_few_could_answer_has_no_counts_at_all():
    assert hasil(1, 1, 2, 2, 0, 0).butir == {"disiplin": None}
    assert hasil(1, 1, 2, 2, 2, 0).butir == {"disiplin": [2, 3, 0, 0, 1]}


def test_all_questions_add_up_to_the_same_number_so_that_none_can_be_subtracted_from_another():
    semua = [Isi({"a": 1, "b": n}) for n in (0, 1, 2, 3, 4, 1, 2)]
    butir = hitung(semua, kode=["a", "b"], pilihan=4, ambang=5).butir
    assert {sum(b) for b in butir.values()} == {7}


@pytest.mark.parametrize(
    ("dulu", "kini", "terurai"),
    [
        # one more "jarang": it belongs to whoever came
        ((1, 1, 2, 2, 2), (1, 1, 2, 2, 2, 4), True),
        ((1, 1, 2, 2, 2, 4), (1, 1, 2, 2, 2), True),
        ((1, 1, 2, 2, 2), (1, 1, 2, 2, 2, 4, 4, 3), True),
        # the same number: nobody came or went for all one can see
        ((1, 1, 2, 2, 2), (1, 1, 2, 2, 3), False),
        ((1, 1, 2, 2, 2), (1, 1, 2, 2, 2), False),
        # up and down: opinions moved, the difference is nobody's answer
        ((1, 1, 2, 2, 2), (1, 2, 2, 2, 2, 2), False),
        # five came: a group by itself
        ((1, 1, 2, 2, 2), (1, 1, 2, 2, 2, 1, 1, 2, 2, 2), False),
    ],
)
def test_two_results_whose_difference_singles_out_a_few_are_not_both_shown(dulu, kini, terurai):
    assert teruraikan(hasil(*dulu), hasil(*kini), 5) is terurai


@pytest.mark.parametrize(
    ("bagian", "dari", "persen"),
    [(0, 99, None), (0, 100, 0), (4, 100, 0), (5, 100, 10), (54, 100, 50), (55, 100, 60), (100, 100, 100)],
)
def test_progress_is_coarse(bagian, dari, persen):
    assert kasar(bagian, dari) == persen


def test_the_questions_map_to_all_seven_values_and_the_scale_runs_from_the_best_to_the_worst():
    assert {n for b in BUTIR for n in b.nilai} == set(KODE_NILAI)
    assert [b.kode for b in BUTIR] == ["disiplin", "kualitas_kerja", "komunikasi", "kerja_sama"]
    assert SKALA == ("Selalu", "Sering", "Kadang-kadang", "Jarang")
