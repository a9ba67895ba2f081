"""The amounts by hand, and what a policy may not be."""

from decimal import Decimal

import pytest

from penghargaan.aturan.bonus import BAWAAN, Keadaan, Kebijakan, hitung, rinci
from penghargaan.enums import AlasanTanpaBonus
from tests.vektor import baca_vektor

DASAR = {7: 3854725, 9: 5439503}
BAGIAN = {1: Decimal(100), 2: Decimal(90), 3: Decimal(50), 4: Decimal(0), 5: Decimal(0)}
KEBIJAKAN = Kebijakan(Decimal(60), DASAR, BAGIAN)


VEKTOR = baca_vektor(
    "penghargaan/vektor/bonus.csv", "kelas", "predikat", "kedudukan", "sanksi", "alasan", "hak", ids="kasus"
)


@pytest.mark.parametrize(("kelas", "predikat", "kedudukan", "sanksi", "alasan", "hak"), VEKTOR)
def test_amounts_by_hand(kelas, predikat, kedudukan, sanksi, alasan, hak):
    keadaan = Keadaan(int(kelas or 0) or None, int(predikat or 0) or None, kedudukan, sanksi == "1")
    hasil = rinci(KEBIJAKAN, keadaan)
    assert (hasil.alasan, hasil.hak) == (alasan, int(hak))


def test_every_factor_is_told():
    hasil = rinci(KEBIJAKAN, Keadaan(9, 2))
    assert (hasil.dasar, hasil.persen, hasil.bagian, hasil.hak) == (5439503, 60, 90, 2937332)
    assert hitung(hasil.dasar, hasil.persen, hasil.bagian) == hasil.hak


def test_study_leave_may_be_paid_when_the_policy_says_so():
    berbayar = Kebijakan(Decimal(60), DASAR, BAGIAN, tugas_belajar=True)
    assert rinci(berbayar, Keadaan(7, 1, "03")).alasan == ""


@pytest.mark.parametrize(
    ("persen", "dasar", "bagian"),
    [(101, DASAR, BAGIAN), (-1, DASAR, BAGIAN), (60, {7: -1}, BAGIAN), (60, DASAR, {1: Decimal("100.5")})],
)
def test_a_policy_that_cannot_be_is_refused(persen, dasar, bagian):
    with pytest.raises(ValueError, match=r"Persen|Jumlah dasar"):
        Kebijakan(Decimal(persen), dasar, bagian)


def test_the_policy_of_a_new_installation():
    """domain.md 19: classes 1 to 15 of one region, 894961 to 17019369."""
    assert (BAWAAN.dasar[1], BAWAAN.dasar[15], len(BAWAAN.dasar)) == (894961, 17019369, 15)


def test_every_reason_has_words():
    alasan = {satu.values[4] for satu in VEKTOR} - {""}
    assert alasan == set(AlasanTanpaBonus.values)
