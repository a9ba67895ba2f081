"""Who is asked about whom: balanced, limited, random, never oneself, never one's assessor."""

import random
from collections import Counter
from datetime import date
from uuid import UUID

import pytest

from penilaian.aturan.rekan import (
    Aturan,
    Jendela,
    Orang,
    calon_pengganti,
    jangkauan,
    jendela,
    tingkat_kolam,
    undi,
)

ATURAN = Aturan(diminta=7, ambang=5, beban_maks=9, kolam_maks=60)
KEPALA, KADIS = UUID(int=9001), UUID(int=9002)


def tim(banyak: int, penilai: UUID = KEPALA, induk: str = "00010001", awal: int = 1) -> list[Orang]:
    return [Orang(UUID(int=n), penilai, KADIS, induk) for n in range(awal, awal + banyak)]


def pasangan(hasil):
    return {(d, r) for d, semua in hasil.items() for r in semua}


def test_everybody_gives_and_gets_the_same_number_and_nobody_describes_himself():
    hasil = undi(tim(40), benih="a", aturan=ATURAN)
    assert {len(r) for r in hasil.values()} == {7}
    assert set(Counter(r for semua in hasil.values() for r in semua).values()) == {7}
    assert all(d not in r and len(set(r)) == 7 for d, r in hasil.items())


def test_in_a_large_group_no_two_people_describe_each_other():
    semua = pasangan(undi(tim(40), benih="a", aturan=ATURAN))
    assert not semua & {(r, d) for d, r in semua}


def test_another_seed_draws_others_and_the_same_seed_the_same():
    satu, sama, lain = (undi(tim(40), benih=b, aturan=ATURAN) for b in ("a", "a", "b"))
    assert satu == sama
    bersama = len(pasangan(satu) & pasangan(lain))
    assert bersama < 40 * 7 / 2  # by chance 40*7*7/39 = 50


def test_in_a_large_group_no_pair_of_the_last_period_is_asked_again():
    dulu = pasangan(undi(tim(60), benih="a", aturan=ATURAN))
    kini = undi(tim(60), benih="b", aturan=ATURAN, lama=dulu)
    assert not pasangan(kini) & dulu
    assert min(len(r) for r in kini.values()) >= 5
    assert max(Counter(r for semua in kini.values() for r in semua).values()) <= ATURAN.beban_maks


def test_in_a_small_group_everybody_is_asked_rather_than_nobody():
    dulu = pasangan(undi(tim(6), benih="a", aturan=ATURAN))
    kini = undi(tim(6), benih="b", aturan=ATURAN, lama=dulu)
    assert {len(r) for r in kini.values()} == {5}


@pytest.mark.parametrize(("banyak", "diminta"), [(5, 0), (6, 5), (7, 6), (8, 7), (9, 7)])
def test_a_group_of_less_than_the_threshold_and_oneself_gets_no_colleagues(banyak, diminta):
    assert {len(r) for r in undi(tim(banyak), benih="a", aturan=ATURAN).values()} == {diminta}


def test_a_small_unit_is_widened_to_its_sisters_under_the_same_parent():
    kecil, kakak = tim(3), tim(12, UUID(int=9003), awal=100)
    jauh = tim(20, UUID(int=9004), induk="00010002", awal=200)
    hasil = undi([*kecil, *kakak, *jauh], benih="a", aturan=ATURAN)
    dekat = {o.id for o in [*kecil, *kakak]}
    for satu in kecil:
        assert len(hasil[satu.id]) >= 5
        assert set(hasil[satu.id]) <= dekat
    assert all(set(hasil[o.id]) <= {k.id for k in kakak} for o in kakak)  # large enough by itself


def test_a_wide_group_that_is_no_longer_one_workplace_is_not_used():
    sekolah = [o for s in range(20) for o in tim(4, UUID(int=8000 + s), awal=1 + 10 * s)]
    assert set(undi(sekolah, benih="a", aturan=ATURAN).values()) == {()}


def test_neither_the_assessor_nor_somebody_he_assesses_is_a_colleague():
    anggota = tim(12)
    kepala = Orang(KEPALA, anggota[0].id, KADIS, "00010001")  # an odd arrangement: he sits in a circle of his
    aneh = [*anggota, Orang(UUID(int=77), KEPALA, KADIS, "00010001"), kepala]
    hasil = undi([*aneh, *tim(8, anggota[0].id, awal=300)], benih="a", aturan=ATURAN)
    penilai = {o.id: o.penilai for o in aneh}
    assert all(penilai.get(d) != r and penilai.get(r) != d for d, r in pasangan(hasil))


def test_who_supports_the_same_result_of_the_leader_is_asked_first():
    kelompok = [Orang(UUID(int=n), KEPALA, KADIS, "00010001", f"rhk{n % 2}") for n in range(1, 41)]
    bagian = {o.id: o.kelompok for o in kelompok}
    semua = pasangan(undi(kelompok, benih="a", aturan=ATURAN))
    assert sum(bagian[d] == bagian[r] for d, r in semua) / len(semua) > 0.75  # by chance a half


def test_nobody_is_asked_beyond_the_limit_whatever_he_was_asked_already():
    penuh = {UUID(int=1): 9, UUID(int=2): 8}
    hasil = undi(tim(40), benih="a", aturan=ATURAN, beban=penuh)
    terima = Counter(r for semua in hasil.values() for r in semua)
    assert (terima[UUID(int=1)], terima[UUID(int=2)]) == (0, 1)


def test_a_replacement_is_the_next_in_the_circle_who_is_not_asked_yet():
    orang = tim(12)
    satu = orang[0]
    diminta = undi(orang, benih="a", aturan=ATURAN)[satu.id]
    calon = calon_pengganti(satu, orang, benih="a", aturan=ATURAN, terpakai=diminta)
    assert len(calon) == 4
    assert not set(calon) & {*diminta, satu.id}


@pytest.mark.parametrize(
    ("dekat", "luas", "tingkat"), [(8, 50, 0), (7, 50, 1), (7, 60, 1), (7, 61, 0), (7, 7, 0), (2, 3, 1)]
)
def test_when_the_group_is_widened(dekat, luas, tingkat):
    assert tingkat_kolam(dekat, luas, ATURAN) == tingkat


@pytest.mark.parametrize(("n", "jauh"), [(6, 5), (28, 21), (29, 14), (30, 14), (44, 21), (500, 21)])
def test_how_far_along_the_circle_one_looks(n, jauh):
    assert jangkauan(n, 7) == jauh


LIBUR = {date(2026, 3, 19), date(2026, 3, 20), date(2026, 3, 23)}  # Nyepi and Idulfitri 1447 H


@pytest.mark.parametrize(
    ("buka", "batas", "hari", "hasil"),
    [
        # Tuesday 17 March, two working days: Wednesday 18, Tuesday 24
        (date(2026, 3, 17), date(2026, 4, 7), 2, (date(2026, 3, 24), date(2026, 3, 25), date(2026, 4, 7))),
        # 0: the opening day itself
        (date(2026, 3, 17), date(2026, 4, 7), 0, (date(2026, 3, 17), date(2026, 3, 18), date(2026, 4, 7))),
        # Monday to Friday: three working days for answers remain
        (date(2026, 6, 15), date(2026, 6, 19), 1, (date(2026, 6, 16), date(2026, 6, 17), date(2026, 6, 19))),
        # Monday to Thursday: too short for both, so answers at once and no striking out
        (date(2026, 6, 15), date(2026, 6, 18), 1, (date(2026, 6, 14), date(2026, 6, 15), date(2026, 6, 18))),
        (date(2026, 6, 15), date(2026, 6, 15), 2, (date(2026, 6, 14), date(2026, 6, 15), date(2026, 6, 15))),
    ],
)
def test_first_names_are_struck_out_then_answers_are_taken_never_both(buka, batas, hari, hasil):
    assert jendela(buka, batas, hari, LIBUR) == Jendela(*hasil)


def test_chance_has_no_favourites():
    """Over many seeds everybody is asked about a given person about equally often."""
    orang = tim(15)
    kali = Counter(
        r
        for b in range(400)
        for r in undi(orang, benih=str(random.Random(b).random()), aturan=ATURAN)[orang[0].id]
    )
    assert len(kali) == 14
    assert all(150 < n < 250 for n in kali.values())  # 400*7/14 = 200, spread 10
