"""English in a real browser, on a phone: nothing wider than the screen, axe finds nothing."""

import pytest
from django.conf import settings
from django.urls import reverse

from penilaian.models import EvaluasiPeriodik
from sasaran.models import Periode
from tests.pemeran import buka_periode
from tests.peramban import periksa_halaman

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def test_main_pages_fit_a_phone_in_english(pemeran, siklus, buat_skp, masuk, buka):
    skp = buat_skp(pemeran.ratna)
    periode = buka_periode(Periode.objects.order_by("nomor").last())
    orang = {"pegawai": skp.pegawai, "penilai": skp.penilai, "atasan_penilai": skp.atasan_penilai}
    evaluasi = EvaluasiPeriodik.objects.create(skp=skp, periode=periode, unit=skp.unit, **orang)
    sesi = masuk(pemeran.ratna).cookies["sessionid"].value
    halaman = buka("/masuk/", "ponsel", sesi=sesi)
    halaman.context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": "en", "url": halaman.url}])
    tujuan = {
        "beranda": "/",
        "sasaran": reverse("sasaran:lihat", args=[skp.pk]),
        "diri": reverse("penilaian:diri", args=[evaluasi.pk]),
    }
    for nama, alamat in tujuan.items():
        halaman.goto(alamat)
        assert halaman.locator("html").get_attribute("lang") == "en"
        periksa_halaman(halaman, f"inggris-{nama}")
