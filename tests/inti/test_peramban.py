"""Checking a document on a phone, with and without script, in every state."""

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from inti.services.dokumen import cabut, gantikan
from tests.inti.services.test_dokumen import _terbit
from tests.inti.test_cetak import PIAGAM
from tests.peramban import periksa_halaman

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _laju():
    cache.clear()


@pytest.mark.parametrize(
    ("ukuran", "tema", "skrip"),
    [("ponsel", "light", True), ("meja", "dark", True), ("ponsel", "light", False)],
)
def test_from_the_code_on_the_paper_to_what_it_proves(ukuran, tema, skrip, buka):
    dokumen = _terbit()
    halaman = buka("/verifikasi/", ukuran, tema, skrip=skrip)
    if skrip:
        periksa_halaman(halaman, f"verifikasi-{ukuran}")
    halaman.get_by_label("Kode verifikasi").fill(dokumen.kode.lower())
    halaman.get_by_role("button", name="Periksa").click()
    expect(halaman.get_by_role("heading", name="Dokumen ini terdaftar dan berlaku")).to_be_visible()
    expect(halaman.get_by_text("Ratna Wulandari")).to_be_visible()
    if skrip:
        periksa_halaman(halaman, f"verifikasi-berlaku-{ukuran}")


def test_every_other_state_says_so_in_plain_words(buka, pemeran):
    lama = _terbit()
    gantikan(dokumen=lama, data=PIAGAM | {"nama": "R."}, oleh=None)
    dicabut = cabut(dokumen=_terbit(kunci="2"), alasan="Salah orang.", oleh=pemeran.auditor)
    for kode, judul in (
        (lama.kode, "Dokumen ini sudah digantikan"),
        (dicabut.kode, "Dokumen ini sudah dicabut"),
        ("7KQM-2WXD-H9FP-R4TN", "Kode ini tidak dikenal"),
    ):
        halaman = buka(f"/verifikasi/{kode}/", "ponsel")
        expect(halaman.get_by_role("heading", name=judul)).to_be_visible()
        periksa_halaman(halaman, judul)
