"""The scale of organisation labels, the stand-in of 31 January, the rating suggested to a head."""

from datetime import UTC, date, datetime

import pytest

from penilaian.aturan.capaian import (
    ARTI_CAPAIAN,
    Capaian,
    ke_capaian,
    ketentuan_pada,
    pakai_tahun_lalu,
    rating_kepala,
)
from penilaian.aturan.predikat import Rating
from penilaian.enums import PilihanCapaian


def test_the_five_labels_have_the_codes_of_the_regulation():
    # capaian_organisasi.csv; PermenPANRB 6/2022 l.3795-3801
    assert [(c.value, str(PilihanCapaian(c).label)) for c in Capaian] == [
        (1, "Istimewa"),
        (2, "Baik"),
        (3, "Butuh Perbaikan"),
        (4, "Kurang"),
        (5, "Sangat Kurang"),
    ]
    assert set(ARTI_CAPAIAN) == set(Capaian)


@pytest.mark.parametrize("nilai", [Capaian.BUTUH_PERBAIKAN, 3, "BUTUH_PERBAIKAN", " butuh perbaikan "])
def test_a_member_its_code_its_name_or_its_label_is_understood(nilai):
    assert ke_capaian(nilai) is Capaian.BUTUH_PERBAIKAN


@pytest.mark.parametrize("nilai", [0, 6, True, None, "", "Sangat Baik", 2.0])
def test_anything_else_is_refused_with_the_choices(nilai):
    with pytest.raises(ValueError, match=r"tidak dikenal.*1 \(Istimewa\), 2 \(Baik\)"):
        ke_capaian(nilai)


@pytest.mark.parametrize(
    ("pada", "boleh"),
    [
        (date(2027, 1, 30), False),
        (date(2027, 1, 31), True),
        (date(2027, 3, 1), True),
        (date(2026, 12, 31), False),
    ],
)
def test_last_years_label_stands_in_from_31_january_on(pada, boleh):
    # PermenPANRB 6/2022, Lampiran IV.B.1.f l.3855-3858 (OR-04)
    assert pakai_tahun_lalu(2026, pada) is boleh


def test_before_the_regulation_there_is_no_provision():
    assert ketentuan_pada(date(2022, 2, 7)).sumber == "PermenPANRB 6/2022, Lampiran Bab IV.B.1.f"
    with pytest.raises(ValueError, match="06-02-2022"):
        ketentuan_pada(date(2022, 2, 6))
    with pytest.raises(ValueError, match="tanpa jam"):
        pakai_tahun_lalu(2026, datetime(2027, 1, 31, tzinfo=UTC))


@pytest.mark.parametrize(
    ("label", "rating"),
    [
        ("Istimewa", Rating.DI_ATAS),
        ("Baik", Rating.SESUAI),
        ("Butuh Perbaikan", Rating.DI_BAWAH),
        ("Kurang", Rating.DI_BAWAH),
        ("Sangat Kurang", Rating.DI_BAWAH),
    ],
)
def test_the_label_of_his_unit_suggests_the_rating_of_its_head(label, rating):
    # domain.md 8.2, mapping [K] for SE MenPANRB 3/2023
    assert rating_kepala(label) is rating
