"""Suggestions: the guidance of the regulation, counted by hand."""

from datetime import date
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penilaian.aturan.predikat import Rating
from penilaian.aturan.saran import (
    HasilDinilai,
    IndikatorDinilai,
    KodeAlasan,
    kebijakan_pada,
    saran_hasil,
    saran_perilaku,
    saran_rhk,
)
from sasaran.aturan.berakhlak import KODE_NILAI
from tests.vektor import baca_vektor

PADA = date(2026, 6, 30)

hasil_acak = st.builds(HasilDinilai, st.sampled_from(["utama", "tambahan"]), st.sampled_from(Rating))


def hasil(utama, tambahan=""):
    return [HasilDinilai("utama", int(angka)) for angka in utama] + [
        HasilDinilai("tambahan", int(angka)) for angka in tambahan
    ]


def nilai(teks):
    return dict(zip(KODE_NILAI, map(int, teks), strict=True))


def indikator(teks):
    return [
        IndikatorDinilai(None if satu == "-" else satu.rstrip("+"), diterima=satu.endswith("+"))
        for satu in teks.split()
    ]


@pytest.mark.parametrize(
    ("utama", "tambahan", "rating", "pertimbangkan"),
    baca_vektor(
        "penilaian/vektor/saran_hasil.csv", "utama", "tambahan", "rating", "pertimbangkan", ids="kasus"
    ),
)
def test_results_as_a_whole(utama, tambahan, rating, pertimbangkan):
    saran = saran_hasil(hasil(utama, tambahan), PADA)
    assert (saran.rating, saran.pertimbangkan) == (int(rating), pertimbangkan == "1")


@pytest.mark.parametrize(
    ("teks", "rating", "pertimbangkan"),
    baca_vektor("penilaian/vektor/saran_perilaku.csv", "nilai", "rating", "pertimbangkan", ids="kasus"),
)
def test_behaviour_from_the_seven_values(teks, rating, pertimbangkan):
    saran = saran_perilaku(nilai(teks), PADA)
    assert (saran.rating, saran.pertimbangkan) == (int(rating), pertimbangkan == "1")


@pytest.mark.parametrize(
    ("teks", "rating"), baca_vektor("penilaian/vektor/saran_rhk.csv", "indikator", "rating", ids="kasus")
)
def test_one_result_from_its_indicators(teks, rating):
    assert saran_rhk(indikator(teks)).rating == (int(rating) if rating else None)


def test_the_reasons_say_what_was_counted():
    saran = saran_hasil(hasil("1123", "3"), PADA)
    assert [(satu.kode, satu.jumlah, satu.dari, satu.terpenuhi) for satu in saran.alasan] == [
        (KodeAlasan.HASIL_DI_ATAS, 2, 5, False),
        (KodeAlasan.UTAMA_TIDAK_DI_BAWAH, 1, 4, False),
        (KodeAlasan.HASIL_SESUAI, 3, 5, True),
        (KodeAlasan.UTAMA_DI_BAWAH_SEDIKIT, 1, 4, True),
        (KodeAlasan.HASIL_DI_BAWAH, 2, 5, False),
    ]
    assert saran.alasan[3].pesan == (
        "1 dari 4 hasil kerja utama di bawah ekspektasi; untuk Sesuai hanya "
        "sebagian kecil (paling banyak 1/4)."
    )


@pytest.mark.parametrize(
    ("saran", "jumlah", "dari", "pesan"),
    [
        (saran_hasil([], PADA), 0, 0, "hasil kerja belum diberi rating"),
        (
            saran_hasil([*hasil("12"), HasilDinilai("utama", None)], PADA),
            1,
            3,
            "hasil kerja belum diberi rating",
        ),
        (saran_perilaku({"loyal": 2}, PADA), 6, 7, "nilai dasar belum diberi rating"),
        (saran_perilaku(nilai("2222222") | {"loyal": None}, PADA), 1, 7, "nilai dasar belum diberi rating"),
        (saran_rhk(indikator("sesuai -")), 1, 2, "indikator belum dapat dibandingkan dengan target"),
    ],
)
def test_nothing_is_suggested_while_something_is_missing(saran, jumlah, dari, pesan):
    [alasan] = saran.alasan
    assert saran.rating is None
    assert (alasan.kode, alasan.jumlah, alasan.dari) == (KodeAlasan.BELUM_LENGKAP, jumlah, dari)
    assert alasan.pesan == f"{jumlah} dari {dari} {pesan}."


@given(st.lists(hasil_acak, min_size=1, max_size=12), st.randoms())
def test_the_order_of_results_does_not_matter(semua, acak):
    dikocok = acak.sample(semua, len(semua))
    assert saran_hasil(semua, PADA) == saran_hasil(dikocok, PADA)


@given(st.lists(hasil_acak, min_size=1, max_size=12), st.data())
def test_a_better_result_never_lowers_the_suggestion(semua, data):
    urutan = data.draw(st.integers(0, len(semua) - 1))
    lama = semua[urutan]
    naik = HasilDinilai(lama.jenis, Rating(max(1, lama.rating - 1)))
    sesudah = [*semua[:urutan], naik, *semua[urutan + 1 :]]
    assert saran_hasil(sesudah, PADA).rating <= saran_hasil(semua, PADA).rating


@given(st.lists(hasil_acak, min_size=1, max_size=12))
def test_above_is_never_suggested_with_a_main_result_below(semua):
    ada_utama_rendah = any(satu.jenis == "utama" and satu.rating is Rating.DI_BAWAH for satu in semua)
    assert not (ada_utama_rendah and saran_hasil(semua, PADA).rating is Rating.DI_ATAS)


class JenisLain(Enum):
    UTAMA = "utama"


def test_a_kind_may_be_a_member_of_another_enum():
    assert saran_hasil([HasilDinilai(JenisLain.UTAMA, 1)], PADA).rating is Rating.DI_ATAS


def test_the_policy_has_a_first_day():
    assert kebijakan_pada(date(2022, 2, 7)).sebagian_besar == kebijakan_pada(PADA).sebagian_besar
    with pytest.raises(ValueError, match="panduan pertama berlaku sejak 07-02-2022"):
        saran_hasil(hasil("1"), date(2022, 2, 6))


@pytest.mark.parametrize(
    ("panggilan", "pesan"),
    [
        (lambda: saran_hasil([HasilDinilai("sedang", 1)], PADA), "Jenis hasil kerja “sedang”"),
        (lambda: saran_hasil(hasil("9"), PADA), "Rating hasil kerja “9” tidak dikenal"),
        (lambda: saran_perilaku({"jujur": 1}, PADA), "Nilai dasar “jujur” tidak dikenal"),
        (lambda: saran_perilaku(nilai("9222222"), PADA), "Rating perilaku kerja “9” tidak dikenal"),
        (lambda: saran_rhk([IndikatorDinilai("jauh")]), "Hubungan indikator dengan target “jauh”"),
    ],
)
def test_a_bad_value_gets_a_sentence(panggilan, pesan):
    with pytest.raises(ValueError, match=pesan):
        panggilan()
