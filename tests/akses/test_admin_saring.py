"""Filters made from named choices."""

from datetime import date

import pytest
from django.test import RequestFactory
from django.utils import timezone

from akses.admin.saring_pegawai import SaringAkun, SaringSIASN
from akses.admin_saring import saring
from akses.models import Akun
from pegawai.models import Pegawai

pytestmark = pytest.mark.django_db


def tersaring(kelas, nilai):
    satu = kelas(RequestFactory().get("/"), {kelas.parameter_name: [nilai]} if nilai else {}, Pegawai, None)
    return satu.queryset(None, Pegawai.objects.all())


def test_a_choice_leaves_what_it_says_on_the_day_of_today(pemeran):
    lihat: list[date] = []
    kelas = saring(
        "x", "x", {"a": ("A", lambda qs, hari: (lihat.append(hari), qs.filter(nama="Rudi Hartono"))[1])}
    )
    assert [p.nama for p in tersaring(kelas, "a")] == ["Rudi Hartono"]
    assert lihat == [timezone.localdate()]


def test_without_a_choice_all_and_with_an_unknown_one_nobody(pemeran):
    assert tersaring(SaringAkun, "").count() == 13
    assert tersaring(SaringAkun, "tiada").count() == 0


def test_people_by_their_accounts_and_by_what_siasn_knows(pemeran):
    Akun.objects.update(last_login=timezone.now())
    Akun.objects.filter(pegawai=pemeran.ratna).update(last_login=None)
    Akun.objects.filter(pegawai=pemeran.sari).update(is_active=False, last_login=None)
    Akun.objects.filter(pegawai=pemeran.rudi).delete()
    Pegawai.objects.exclude(pk__in=[pemeran.bupati.pk, pemeran.ratna.pk]).update(pns_id=None)
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(pns_id="A1")
    assert [p.nama for p in tersaring(SaringAkun, "belum")] == ["Ratna Wulandari"]
    assert [p.nama for p in tersaring(SaringAkun, "nonaktif")] == ["Sari Handayani"]
    assert [p.nama for p in tersaring(SaringAkun, "tanpa")] == ["Rudi Hartono"]
    assert (
        tersaring(SaringSIASN, "tanpa").count() == 11
    )  # without Ratna, and without the regent, who needs no SKP
