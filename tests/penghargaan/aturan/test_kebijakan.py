"""Who is a candidate and why, by hand."""

from decimal import Decimal

import pytest

from penghargaan.aturan.kebijakan import BAWAAN, Bukti, Syarat, dari_data, uraikan
from penghargaan.aturan.kebijakan import memenuhi as penuhi
from penilaian.aturan.predikat import Predikat
from tests.vektor import baca_vektor

KOLOM = (
    "predikat", "tahun", "periode", "ikm", "pns", "bukti_tahun", "bukti_periode", "bukti_ikm", "bukti_pns",
    "memenuhi",
)  # fmt: skip


@pytest.mark.parametrize(KOLOM, baca_vektor("penghargaan/vektor/kandidat.csv", *KOLOM, ids="kasus"))
def test_who_qualifies(
    predikat, tahun, periode, ikm, pns, bukti_tahun, bukti_periode, bukti_ikm, bukti_pns, memenuhi
):
    syarat = Syarat(
        "teladan", "Uji", Predikat(int(predikat)), int(tahun), "dasar",
        periode=Predikat(int(periode)) if periode else None, ikm=Decimal(ikm) if ikm else None,
        hanya_pns=pns == "1",
    )  # fmt: skip
    pasangan = (satu.split(":") for satu in bukti_tahun.split("|"))
    triwulan = [None if p == "-" else int(p) for p in bukti_periode.split("|") if p]
    bukti = Bukti(
        2026, {int(t): int(p) for t, p in pasangan}, triwulan, bukti_pns == "1",
        Decimal(bukti_ikm) if bukti_ikm else None,
    )  # fmt: skip
    assert penuhi(syarat, bukti) == (memenuhi == "1")


def test_the_reasons_name_years_labels_and_conditions():
    satu = Syarat("teladan", "Uji", Predikat.BAIK, 2, "d", periode=Predikat.BAIK, ikm=Decimal("76.61"))
    isi = [b.isi for b in uraikan(satu, Bukti(2026, {2025: 1, 2026: 3}, [2, 3], True, Decimal("80")))]
    assert isi == [
        "Predikat tahun 2025: Sangat Baik (syarat: Baik atau lebih baik).",
        "Predikat tahun 2026: Butuh Perbaikan (syarat: Baik atau lebih baik).",
        "1 dari 2 evaluasi periodik tahun 2026 berpredikat Baik atau lebih baik (syarat: semuanya).",
        "IKM unit kerja 80,00 (syarat: 76,61).",
    ]


def test_what_is_kept_with_a_candidate_gives_the_same_evidence():
    data = {"tahun": {"2025": 2, "2026": 1}, "periode": [1, 2], "ikm": "88.40"}
    assert dari_data(data, tahun=2026) == Bukti(2026, {2025: 2, 2026: 1}, [1, 2], True, Decimal("88.40"))


def test_the_policies_of_a_new_installation():
    """domain.md 13.4: Sangat Baik two years, succession; Baik two years, competence."""
    assert [(s.jenis, int(s.predikat), s.tahun) for s in BAWAAN] == [
        ("suksesi", 1, 2), ("kompetensi", 2, 2), ("teladan", 1, 1),
    ]  # fmt: skip


def test_a_number_of_years_that_cannot_be():
    with pytest.raises(ValueError, match="1 sampai 5"):
        Syarat("teladan", "Uji", Predikat.BAIK, 0, "d")
