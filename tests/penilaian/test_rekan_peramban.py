"""Answering about a colleague in the browser: phone and desktop, with and without scripts."""

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from penilaian.models import JawabanRekan, TugasRekan
from penilaian.services.tutup_rekan import tutup_rekan
from tests.penilaian.rekan import SAAT_JAWAB, SAAT_TUTUP, jawab
from tests.peramban import periksa_halaman

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


def sesi(masuk, orang) -> str:
    return masuk(orang).cookies[settings.SESSION_COOKIE_NAME].value


@pytest.mark.parametrize(("ukuran", "skrip"), [("ponsel", True), ("ponsel", False), ("meja", True)])
def test_a_colleague_answers_and_the_employee_reads_the_counts(tim, waktu, masuk, buka, ukuran, skrip):
    waktu.move_to(SAAT_JAWAB)
    satu, *lain = tim.tugas()
    for n, tugas in enumerate(lain):
        jawab(tugas, 1 + n % 3)
    halaman = buka(reverse("penilaian:rekan"), ukuran, sesi=sesi(masuk, satu.rekan), skrip=skrip)
    if skrip:
        periksa_halaman(halaman, f"rekan-daftar-{ukuran}")
    halaman.get_by_role("link", name="Isi tentang Ratna").click()
    expect(halaman.get_by_text("Yang membaca: Ratna")).to_be_visible()
    for kelompok in halaman.locator("form fieldset").all():
        # by its label, as a person does: not forced, so that it waits until the page stands still
        sering = halaman.get_by_role("radio", name="Sering", exact=True)
        kelompok.locator("label").filter(has=sering).click()
        expect(kelompok.get_by_role("radio", name="Sering", exact=True)).to_be_checked()
    halaman.get_by_role("textbox").fill("Pertahankan cara berbagi kabar.")
    if skrip:
        periksa_halaman(halaman, f"rekan-jawab-{ukuran}")
    halaman.get_by_role("button", name="Kirim tanpa nama").click()
    expect(halaman.get_by_text("Terkirim tanpa nama.")).to_be_visible()
    assert JawabanRekan.objects.count() == 7
    assert TugasRekan.objects.get(pk=satu.pk).status == "selesai"
    waktu.move_to(SAAT_TUTUP)
    tutup_rekan(undian=tim.undian)
    hasil = reverse("penilaian:rekan_tentang", args=[tim.hasil().pk])
    baca = buka(hasil, ukuran, "dark", sesi=sesi(masuk, tim.ratna), skrip=skrip)
    expect(baca.get_by_text("7 rekan menjawab")).to_be_visible()
    expect(baca.get_by_text("Pertahankan cara berbagi kabar.")).to_be_visible()
    if skrip:
        periksa_halaman(baca, f"rekan-hasil-{ukuran}")
