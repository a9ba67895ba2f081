"""The statement over many plans says what the pure function says of one."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pelaksanaan.models import Laporan
from pelaksanaan.services.realisasi import realisasi_per_indikator
from sasaran.aturan.capaian import realisasi_gabungan
from sasaran.models import IndikatorKinerjaIndividu

pytestmark = pytest.mark.django_db

TW_IV = (date(2026, 10, 1), date(2026, 12, 31))


def lapor(indikator, tanggal, nilai):
    return Laporan.objects.create(
        skp=indikator.rhk.skp, indikator=indikator, tanggal=tanggal, realisasi=Decimal(nilai), uraian="Kerja"
    )


def hitung(skp, dari=TW_IV[0], sampai=TW_IV[1]):
    return realisasi_per_indikator(skp_ids=[skp.pk], dari=dari, sampai=sampai)


def indikator_dari(skp, cara):
    return IndikatorKinerjaIndividu.objects.select_related("rhk__skp").get(rhk__skp=skp, cara_hitung=cara)


def test_a_sum_a_mean_and_the_latest(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna)
    jumlah, rata, akhir = (indikator_dari(skp, c) for c in ("jumlah", "rata_rata", "terakhir"))
    for indikator in (jumlah, rata, akhir):
        lapor(indikator, date(2026, 10, 5), "3")
        lapor(indikator, date(2026, 11, 5), "4")
        lapor(indikator, date(2026, 10, 9), "4")
    lapor(akhir, date(2026, 11, 5), "2.5")  # the same day, written later
    assert hitung(skp) == {jumlah.pk: Decimal(11), rata.pk: Decimal("3.6667"), akhir.pk: Decimal("2.5")}


def test_only_the_days_asked_for_ends_included(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna)
    jumlah = indikator_dari(skp, "jumlah")
    for hari, nilai in (
        (date(2026, 9, 30), "100"),
        (TW_IV[0], "1"),
        (TW_IV[1], "2"),
        (date(2027, 1, 1), "50"),
    ):
        lapor(jumlah, hari, nilai)
    assert hitung(skp) == {jumlah.pk: Decimal(3)}


def test_an_indicator_without_a_report_is_absent(pemeran, buat_skp):
    assert hitung(buat_skp(pemeran.ratna)) == {}


def test_many_plans_are_one_statement(pemeran, buat_skp, django_assert_num_queries):
    semua = [buat_skp(p) for p in (pemeran.ratna, pemeran.sari, pemeran.rudi)]
    for nomor, skp in enumerate(semua, 1):
        lapor(indikator_dari(skp, "jumlah"), date(2026, 10, 5), nomor)
    with django_assert_num_queries(1):
        hasil = realisasi_per_indikator(skp_ids=[s.pk for s in semua], dari=TW_IV[0], sampai=TW_IV[1])
    assert sorted(hasil.values()) == [1, 2, 3]


NILAI = st.decimals(min_value=0, max_value=Decimal("999999999999999.999"), places=3)
HARI = st.dates(date(2026, 10, 1), date(2026, 10, 6))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    isi=st.lists(st.tuples(HARI, NILAI), min_size=1, max_size=9),
    cara=st.sampled_from(["jumlah", "rata_rata", "terakhir"]),
)
def test_agrees_with_the_pure_function(pemeran, buat_skp, siklus, isi, cara):
    Laporan.objects.all().delete()
    skp = siklus.skp.first() or buat_skp(pemeran.ratna)
    indikator = indikator_dari(skp, cara)
    for hari, nilai in isi:
        lapor(indikator, hari, nilai)
    assert hitung(skp) == {indikator.pk: realisasi_gabungan(cara, isi)}
