"""The base of the web admin: an address cannot ask more than the filters do."""

import pytest
from django.contrib import admin
from django.test import RequestFactory

from akses.models import PenugasanPeran
from sasaran.models import SKP, Periode

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "kueri",
    [
        "siklus__skp__evaluasi__rating_hasil=3",
        "siklus__skp__pegawai__nik__startswith=3",
        "status__regex=.",
        "siklus__tahun__in=2026",
    ],
)
def test_a_filter_leads_to_its_own_column_only(masuk, pemeran, siklus, kueri):
    jawaban = masuk(pemeran.pengelola_opd).get(f"/admin/sasaran/periode/?{kueri}")
    assert jawaban.status_code in {302, 400}


def test_what_the_filters_offer_still_works(masuk, pemeran, siklus):
    klien = masuk(pemeran.pengelola_opd)
    for kueri in (f"siklus__id__exact={siklus.pk}", "status__exact=terbuka", "siklus__isnull=False"):
        assert klien.get(f"/admin/sasaran/periode/?{kueri}").status_code == 200


@pytest.mark.parametrize("model", [SKP, Periode, PenugasanPeran])
def test_no_lookup_passes_a_foreign_key(model, masuk, pemeran):
    permintaan = RequestFactory().get("/")
    halaman = admin.site._registry[model]
    assert not halaman.lookup_allowed("siklus__skp__pegawai__nik", "1", permintaan)
    assert not halaman.lookup_allowed("pegawai__nik", "1", permintaan)
