"""The distribution guide: the vectors of the circular, the shape of the regulation, and what is refused."""

from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime

import pytest

from penilaian.aturan.capaian import Capaian
from penilaian.aturan.distribusi import MINIMAL, PUNCAK, periksa
from penilaian.aturan.predikat import Predikat
from tests.vektor import baca_vektor

PADA = date(2026, 12, 31)
SEBELUM_SE = date(2022, 12, 31)


def _hitungan(teks: str) -> dict[int, int]:
    """“7/3/0/0/0” is Sangat Baik/Baik/Butuh Perbaikan/Kurang/Sangat Kurang."""
    return dict(enumerate((int(n) for n in teks.split("/")), 1))


@pytest.mark.parametrize(
    ("capaian", "hitungan", "peringatan", "pedoman"),
    baca_vektor(
        "penilaian/vektor/distribusi.csv", "capaian", "hitungan", "peringatan", "pedoman", ids="kasus"
    ),
)
def test_each_vector_of_the_circular(capaian, hitungan, peringatan, pedoman):
    hasil = periksa(capaian, _hitungan(hitungan), PADA)
    assert [p.kode for p in hasil.peringatan] == peringatan.split()
    assert hasil.hanya_pedoman is (pedoman == "ya")


@pytest.mark.parametrize(
    ("kasus", "capaian", "puncak", "lain"),
    [
        # contoh.md 5; PermenPANRB 6/2022, Lampiran IV.B.2: all other labels expressly possible
        ("DS-01", "Istimewa", "Sangat Baik", "6/1/1/1/1"),
        ("DS-02", "Baik", "Baik", "1/6/1/1/1"),
        ("DS-03", "Butuh Perbaikan", "Butuh Perbaikan", "1/1/6/1/1"),
        ("DS-04", "Kurang", "Kurang", "1/1/1/6/1"),
        ("DS-05", "Sangat Kurang", "Sangat Kurang", "1/1/1/1/6"),
    ],
    ids=lambda nilai: nilai if str(nilai).startswith("DS") else "",
)
def test_the_shape_of_the_regulation_has_its_peak_at_the_label_of_the_organisation(
    kasus, capaian, puncak, lain
):
    hasil = periksa(capaian, _hitungan(lain), SEBELUM_SE)
    assert hasil.puncak is Predikat[puncak.upper().replace(" ", "_")]
    assert hasil.sesuai_bentuk
    assert hasil.hanya_pedoman
    assert not hasil.peringatan


def test_the_regulation_alone_never_warns_the_circular_does_from_its_day_on():
    berat = _hitungan("10/0/0/0/0")
    assert not periksa("Sangat Kurang", berat, date(2023, 1, 31)).peringatan
    hasil = periksa("Sangat Kurang", berat, date(2023, 2, 1))
    assert {p.kode for p in hasil.pola} == {"permen6", "se3_2023"}
    assert not hasil.pola[0].peringatan
    assert [p.kode for p in hasil.pola[1].peringatan] == ["minimal:5", "minimal:4+3", "tidak_boleh:1"]
    assert hasil.pola[1].sumber == "SE MenPANRB 3/2023"


def test_the_sentence_of_a_warning_says_how_many_of_how_many():
    (p,) = periksa(Capaian.ISTIMEWA, {Predikat.SANGAT_BAIK: 8, "Baik": 2}, PADA).peringatan
    assert p.pesan == "Sangat Baik 8 dari 10 orang, di atas 70% (paling banyak 7)."
    assert (p.jumlah, p.batas) == (8, 7)


def test_members_codes_and_names_are_the_same_people():
    hasil = periksa(2, {Predikat.BAIK: 5, "baik": 1, "Butuh Perbaikan": 1}, PADA)
    assert dict(hasil.hitungan) == {
        Predikat.SANGAT_BAIK: 0,
        Predikat.BAIK: 6,
        Predikat.BUTUH_PERBAIKAN: 1,
        Predikat.KURANG: 0,
        Predikat.SANGAT_KURANG: 0,
    }
    assert hasil.jumlah == 7
    assert [p.kode for p in hasil.peringatan] == ["maksimal:2"]  # 6 of 7, at most 5


def test_the_answer_cannot_be_changed():
    hasil = periksa("Baik", {}, PADA)
    with pytest.raises(FrozenInstanceError):
        hasil.jumlah = 1


@pytest.mark.parametrize(
    ("capaian", "hitungan", "pesan"),
    [
        ("Bagus", {}, "Capaian organisasi “Bagus” tidak dikenal"),
        ("Baik", {"Bagus": 1}, "Predikat “Bagus” tidak dikenal"),
        ("Baik", {"Baik": -1}, "tertulis “-1”"),
        ("Baik", {"Baik": 1.0}, "bilangan bulat"),
        ("Baik", {"Baik": True}, "bilangan bulat"),
        ("Baik", {"Baik": None}, "bilangan bulat"),
        ("Baik", {6: 1}, "tidak dikenal"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(capaian, hitungan, pesan):
    with pytest.raises(ValueError, match=pesan):
        periksa(capaian, hitungan, PADA)


def test_a_day_before_the_regulation_or_a_moment_is_refused():
    with pytest.raises(ValueError, match="06-02-2022"):
        periksa("Baik", {}, date(2022, 2, 6))
    with pytest.raises(ValueError, match="tanpa jam"):
        periksa("Baik", {}, datetime(2026, 1, 1, tzinfo=UTC))


def test_the_small_team_begins_at_five_and_every_label_has_a_peak():
    assert MINIMAL == 5  # domain.md 8.3 [K]
    assert set(PUNCAK) == set(Capaian)
    assert periksa("Baik", {"Sangat Baik": 4}, PADA).hanya_pedoman
    assert not periksa("Baik", {"Sangat Baik": 5}, PADA).hanya_pedoman
