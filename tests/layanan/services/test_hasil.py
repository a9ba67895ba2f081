"""The database adds up what the rule adds up; numbers appear only with enough answers."""

import random
from datetime import date
from decimal import Decimal

import pytest

from layanan.aturan.ikm import ikm
from layanan.models import UNSUR, KebijakanSurvei, Survei
from layanan.services.hasil import ikm_per_layanan, ikm_per_triwulan, waktu_per_layanan
from layanan.services.kebijakan import kebijakan_pada
from tests.layanan.conftest import buat_layanan, catat_waktu, jawab

DARI, SAMPAI = date(2026, 1, 1), date(2026, 3, 31)


@pytest.mark.parametrize("populasi", [None, 45, 5000])
def test_sql_and_rule_say_the_same(layanan, populasi):
    layanan.pengguna_setahun = populasi
    layanan.save()
    dadu = random.Random(7)
    semua = [[dadu.randint(1, 4) for _u in UNSUR] for _n in range(45)]
    Survei.objects.bulk_create(
        Survei(layanan=layanan, hari=DARI, kanal="poster", **dict(zip(UNSUR, satu, strict=True)))
        for satu in semua
    )
    assert ikm_per_layanan([layanan], DARI, SAMPAI)[layanan.pk].hasil == ikm(semua, SAMPAI, populasi=populasi)


def test_only_the_span_and_the_service_count(layanan):
    lain = buat_layanan("Penerbitan akta kematian")
    jawab(layanan, 30, 4, hari=DARI)
    jawab(layanan, 9, 1, hari=date(2025, 12, 31))
    jawab(layanan, 9, 1, hari=date(2026, 4, 1))
    jawab(lain, 40, 2)
    hasil = ikm_per_layanan([layanan, lain], DARI, SAMPAI)
    assert (hasil[layanan.pk].banyak, hasil[layanan.pk].hasil.nilai) == (30, Decimal(100))
    assert hasil[lain.pk].hasil.nilai == Decimal(50)


def test_one_answer_short_there_is_no_number(layanan):
    jawab(layanan, 29)
    sedikit = ikm_per_layanan([layanan], DARI, SAMPAI)[layanan.pk]
    assert (sedikit.cukup, sedikit.hasil, sedikit.banyak, sedikit.minimum) == (False, None, 29, 30)
    jawab(layanan, 1)
    assert ikm_per_layanan([layanan], DARI, SAMPAI)[layanan.pk].cukup


def test_the_policy_of_the_day_says_how_many_are_enough(layanan):
    KebijakanSurvei.objects.create(mulai=date(2026, 2, 1), jawaban_minimum=10)
    KebijakanSurvei.objects.create(mulai=date(2027, 1, 1), jawaban_minimum=99)
    jawab(layanan, 10)
    assert kebijakan_pada(date(2026, 1, 31)).jawaban_minimum == 30
    assert ikm_per_layanan([layanan], DARI, SAMPAI)[layanan.pk].cukup


def test_quarters_apart(layanan):
    jawab(layanan, 30, 4)
    jawab(layanan, 30, 3, hari=date(2026, 6, 30))
    per = ikm_per_triwulan(layanan, DARI, date(2026, 12, 31), kebijakan_pada(SAMPAI))
    assert {k: v.hasil.nilai for k, v in per.items()} == {(2026, 1): Decimal(100), (2026, 2): Decimal(75)}


def test_times_against_the_standard(layanan):
    catat_waktu(layanan, *["0.5"] * 8, "1", "2")
    waktu = waktu_per_layanan([layanan], DARI, SAMPAI)[layanan.pk]
    # mean (8 x 0.5 + 1 + 2) / 10 = 0.7; s = 0.4830; 1.96 x s / sqrt(10) = 0.2994; nine of ten within a day
    assert (waktu.rata, waktu.bawah, waktu.atas, waktu.tepat) == tuple(
        map(Decimal, ("0.70", "0.40", "1.00", "90.00"))
    )


def test_few_times_give_no_mean(layanan):
    catat_waktu(layanan, *["1"] * 9)
    assert not waktu_per_layanan([layanan], DARI, SAMPAI)[layanan.pk].cukup


def test_many_services_take_as_many_queries_as_one(layanan, django_assert_num_queries):
    semua = [layanan, *(buat_layanan(f"Layanan {n}") for n in range(5))]
    kebijakan = kebijakan_pada(SAMPAI)
    with django_assert_num_queries(2):
        ikm_per_layanan(semua, DARI, SAMPAI, kebijakan)
        waktu_per_layanan(semua, DARI, SAMPAI, kebijakan)
