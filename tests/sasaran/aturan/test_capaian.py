"""Achievement against a target: hand-computed figures, and laws that hold for all numbers."""

from datetime import date
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sasaran.aturan.capaian import Arah, CaraGabung, Hubungan, capaian, hubungan, ke_angka, realisasi_gabungan
from tests.vektor import baca_vektor

VEKTOR = baca_vektor(
    "sasaran/vektor/capaian.csv",
    "target", "target_maks", "realisasi", "arah", "persen", "hubungan",
    ids="kasus",
)  # fmt: skip
CONTOH = baca_vektor(
    "sasaran/vektor/contoh_indikator.csv",
    "target", "target_maks", "realisasi", "arah", "hubungan",
    ids="contoh",
)  # fmt: skip

angka = st.decimals(-10_000, 10_000, places=2)
arah_acak = st.sampled_from(list(Arah))


@st.composite
def rentang(draw):
    return tuple(sorted((draw(angka), draw(angka))))


@pytest.mark.parametrize(("target", "target_maks", "realisasi", "arah", "persen", "kait"), VEKTOR)
def test_achievement_in_percent_and_relation(target, target_maks, realisasi, arah, persen, kait):
    batas = (target, target_maks) if target_maks else target
    assert capaian(batas, realisasi, arah) == Decimal(persen)
    assert hubungan(target, realisasi, arah, target_maks or None) is Hubungan(kait)
    assert hubungan(batas, realisasi, arah) is Hubungan(kait)


@pytest.mark.parametrize(("target", "target_maks", "realisasi", "arah", "kait"), CONTOH)
def test_the_worked_examples_of_the_regulation(target, target_maks, realisasi, arah, kait):
    assert hubungan(target, realisasi, arah, target_maks or None) == kait


@given(angka, arah_acak)
def test_hundred_percent_at_the_target(target, arah):
    assert capaian(target, target, arah) == 100


@given(rentang(), st.fractions(0, 1), arah_acak)
def test_hundred_percent_anywhere_inside_the_range(batas, bagian, arah):
    bawah, atas = batas
    titik = bawah + (atas - bawah) * Decimal(bagian.numerator) / Decimal(bagian.denominator)
    titik = min(max(titik.quantize(Decimal("0.000001")), bawah), atas)
    assert capaian(batas, titik, arah) == 100
    assert hubungan(batas, titik, arah) is Hubungan.SESUAI


@given(rentang(), angka, angka)
def test_more_is_never_worse_when_higher_is_better_and_the_reverse(batas, satu, dua):
    rendah, tinggi = sorted((satu, dua))
    assert capaian(batas, rendah, "naik") <= capaian(batas, tinggi, "naik")
    assert capaian(batas, rendah, "turun") >= capaian(batas, tinggi, "turun")


@given(angka, st.decimals(0, 10_000, places=2))
def test_exact_falls_alike_on_both_sides_and_never_passes_hundred(target, jarak):
    kiri, kanan = capaian(target, target - jarak, "tepat"), capaian(target, target + jarak, "tepat")
    assert kiri == kanan
    assert 0 <= kiri <= 100


@given(rentang(), arah_acak)
def test_there_is_no_jump_at_either_end(batas, arah):
    for ujung in batas:
        assume(abs(ujung) >= 1 or ujung == 0)
        for sedikit in (Decimal("-0.000001"), Decimal("0.000001")):
            assert abs(capaian(batas, ujung + sedikit, arah) - 100) <= Decimal("0.01")


@given(rentang(), angka, arah_acak)
def test_the_percentage_and_the_relation_tell_the_same_story(batas, realisasi, arah):
    persen, kait = capaian(batas, realisasi, arah), hubungan(batas, realisasi, arah)
    assert persen >= 0
    assert (persen >= 100) if kait is not Hubungan.DI_BAWAH else (persen <= 100)
    assert (persen > 100) <= (kait is Hubungan.DI_ATAS)


class ArahLain(Enum):
    NAIK = "naik"


def test_a_direction_may_be_a_member_of_another_enum_and_numbers_any_kind():
    assert capaian(3, 1.5, ArahLain.NAIK) == capaian("3", "1.5", Arah.NAIK) == 50


def test_a_hair_below_the_target_is_below_though_the_percentage_rounds_to_hundred():
    assert capaian(100, "99.999", "naik") == 100
    assert hubungan(100, "99.999", "naik") is Hubungan.DI_BAWAH


def test_the_largest_and_the_finest_numbers_do_not_break():
    besar = Decimal("999999999999999999.999999999999")
    assert capaian(Decimal("0.000000000001"), besar, "naik") > besar
    assert capaian(besar, besar.copy_negate(), "turun") == 300


@pytest.mark.parametrize(
    ("panggilan", "pesan"),
    [
        (lambda: capaian("delapan", 1, "naik"), "Target “delapan” bukan angka"),
        (lambda: capaian(1, "NaN", "naik"), "Realisasi “NaN” bukan angka"),
        (lambda: capaian(1, float("inf"), "naik"), "Realisasi “inf” bukan angka"),
        (lambda: capaian(1, True, "naik"), "Realisasi “True” bukan angka"),
        (lambda: capaian(1, None, "naik"), "Realisasi “None” bukan angka"),
        (lambda: capaian(1, 10**18, "naik"), "paling banyak 18 angka"),
        (lambda: capaian(1, "0.0000000000001", "naik"), "12 angka di belakang koma"),
        (lambda: capaian(1, 1, "miring"), "Arah indikator “miring” tidak dikenal. Pilih salah satu: naik"),
        (lambda: capaian((90, 80), 1, "naik"), "Target minimum tidak boleh melebihi"),
        (lambda: capaian((1, 2, 3), 1, "naik"), "minimum dan maksimum"),
        (lambda: hubungan((1, 2), 1, "naik", 3), "tidak boleh disertai target maksimum"),
        (lambda: realisasi_gabungan("tengah", []), "Cara menggabungkan realisasi “tengah”"),
        (lambda: realisasi_gabungan("jumlah", [(date(2026, 1, 1), "x")]), "Realisasi “x” bukan angka"),
    ],
)
def test_a_bad_value_gets_a_sentence(panggilan, pesan):
    with pytest.raises(ValueError, match=pesan):
        panggilan()


LAPORAN = [
    (date(2026, 2, 1), Decimal("5")),
    (date(2026, 3, 1), None),
    (date(2026, 1, 1), Decimal("2.5")),
    (date(2026, 2, 1), Decimal("4.5")),
]


@pytest.mark.parametrize(
    ("cara", "hasil"),
    [
        pytest.param("jumlah", "12.0", id="added"),
        pytest.param("rata_rata", "4.0", id="mean of those with a number"),
        pytest.param("terakhir", "4.5", id="the later of two on the last day"),
    ],
)
def test_reports_make_one_realisation(cara, hasil):
    assert realisasi_gabungan(cara, LAPORAN) == Decimal(hasil)


def test_the_mean_is_rounded_half_up_to_four_decimals():
    hari = date(2026, 1, 1)
    assert realisasi_gabungan("rata_rata", [(hari, 1), (hari, 2), (hari, 2)]) == Decimal("1.6667")


@pytest.mark.parametrize("cara", list(CaraGabung))
def test_no_number_at_all_gives_no_realisation(cara):
    assert realisasi_gabungan(cara, [(date(2026, 1, 1), None)]) is None
    assert realisasi_gabungan(cara, []) is None


def test_a_number_keeps_its_exact_digits():
    assert ke_angka(0.1, "Angka") == Decimal("0.1")
