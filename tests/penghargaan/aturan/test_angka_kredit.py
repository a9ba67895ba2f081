"""The worked figures of angka kredit, and what is refused."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from penghargaan.aturan import angka_kredit as aturan
from penghargaan.aturan.angka_kredit import (
    angka_kredit,
    bulan_penuh,
    integrasi,
    jumlah,
    ke_jenjang,
    kebutuhan_pangkat,
    pendidikan,
)
from penilaian.aturan.predikat import Predikat

PADA = date(2025, 12, 31)
BERKAS = Path(__file__).parents[1] / "vektor/angka_kredit.csv"
VEKTOR = list(csv.DictReader(BERKAS.read_text(encoding="utf-8").splitlines()))
KONVERSI = [v for v in VEKTOR if v["kind"] == "konversi"]
LAIN = {v["id"]: v for v in VEKTOR if v["kind"] != "konversi"}


@pytest.mark.parametrize("v", KONVERSI, ids=lambda v: v["id"])
def test_each_printed_conversion(v):
    harap = Decimal(v["expected_2dp_half_up"])
    assert v["sumber"]
    assert angka_kredit(v["siasn_jenjang"], v["predikat"], int(v["bulan"]), PADA) == harap
    assert angka_kredit(v["jenjang"], v["predikat"].upper().replace(" ", "_"), int(v["bulan"]), PADA) == harap


def test_sums_are_made_of_rounded_parts():
    parts = [angka_kredit("PT", 1, 12, PADA), angka_kredit("PT", 2, 2, PADA)]
    assert jumlah(parts) == Decimal(LAIN["AK49"]["expected_2dp_half_up"]) == Decimal("20.83")
    assert jumlah([Decimal(50), Decimal(52)]) == Decimal(LAIN["AK50"]["expected_2dp_half_up"])
    assert jumlah([angka_kredit("MU", 2, 12, PADA)] * 3) == Decimal("75.00")
    parts = [Decimal(10), angka_kredit("PT", 2, 41, PADA), angka_kredit("PT", 2, 10, PADA), Decimal("12.5")]
    assert jumlah(parts) == Decimal(LAIN["AK54"]["expected_2dp_half_up"]) == Decimal("75.63")
    assert jumlah(parts) - ke_jenjang("PT", PADA).pangkat == Decimal(LAIN["AK55"]["expected_2dp_half_up"])


def test_a_year_seen_quarter_by_quarter():
    harap = [Decimal(t) for t in LAIN["AK52"]["expected_2dp_half_up"].split("|")]
    assert [angka_kredit("PT", 1, b, PADA) for b in (3, 6, 9, 12)] == harap


def test_a_degree_gives_a_quarter_of_the_need_and_integration_takes_the_base_away():
    harap = [Decimal(t) for t in LAIN["AK58"]["expected_2dp_half_up"].split("|")]
    assert [pendidikan(j, PADA) for j in ("PT", "MU", "MA", "UT")] == harap
    assert integrasi("PT", Decimal(155), PADA) == Decimal(LAIN["AK60"]["expected_2dp_half_up"])
    assert integrasi("MA", Decimal(600), PADA) == Decimal(LAIN["AK62"]["expected_2dp_half_up"])
    with pytest.raises(ValueError, match="paling sedikit 100"):
        integrasi("PT", Decimal(99), PADA)
    with pytest.raises(ValueError, match="tidak tersedia"):
        integrasi("Terampil", Decimal(99), PADA)


@pytest.mark.parametrize("bulan", [0, -1, 121, 1.5, True, None])
def test_months_are_whole_and_within_reason(bulan):
    with pytest.raises(ValueError, match="bilangan bulat 1 sampai 120"):
        angka_kredit("PT", 2, bulan, PADA)


def test_unknown_levels_labels_and_years_are_refused_in_words():
    with pytest.raises(ValueError, match="Jenjang “Kepala Dinas”"):
        angka_kredit("Kepala Dinas", 2, 12, PADA)
    with pytest.raises(ValueError, match="Predikat “6”"):
        angka_kredit("PT", 6, 12, PADA)
    with pytest.raises(ValueError, match="sejak 01-01-2023"):
        angka_kredit("PT", 2, 12, date(2022, 12, 31))
    assert angka_kredit("PT", Predikat.BAIK, 12, date(2023, 1, 1)) == Decimal("12.50")


@pytest.mark.parametrize(
    ("mulai", "selesai", "bulan"),
    [
        (date(2020, 5, 4), None, 12),
        (date(2025, 3, 1), None, 10),  # TMT March counts ten [V:KPK]
        (date(2025, 3, 2), None, 9),
        (date(2020, 1, 1), date(2025, 6, 30), 6),
        (date(2020, 1, 1), date(2025, 6, 29), 5),
        (date(2025, 4, 2), date(2025, 4, 30), 0),
        (date(2026, 1, 1), None, 0),
        (date(2020, 1, 1), date(2024, 12, 31), 0),
    ],
)
def test_only_whole_months_in_the_post_count(mulai, selesai, bulan):
    assert bulan_penuh(mulai, selesai, 2025) == bulan


def test_the_need_grows_with_each_rank_inside_a_level():
    """PAK samples: III/a asks for 50, III/b for 100; Madya IV/a to IV/c for 150, 300, 450."""
    assert [kebutuhan_pangkat("PT", g, PADA) for g in ("III/a", "III/b", "III/d")] == [50, 100, 50]
    assert [kebutuhan_pangkat("MA", g, PADA) for g in ("IV/a", "IV/b", "IV/c")] == [150, 300, 450]
    assert aturan.tabel_pada(PADA).sumber.startswith("PermenPANRB 1/2023")
