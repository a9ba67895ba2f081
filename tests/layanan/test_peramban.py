"""A citizen's answer moves an agreed indicator, and “Mengapa predikat ini?” says how; phone and desktop."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from layanan.models import UNSUR, KebijakanSurvei, Survei
from sasaran.models import IndikatorKinerjaIndividu
from tests.layanan.conftest import jawab
from tests.penilaian.conftest import SAAT_BUKA, sampaikan
from tests.peramban import periksa_halaman

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def siap(evaluasi, layanan):
    """Ratna agreed on the survey; thirty answers are needed and twenty-nine are in."""
    cache.clear()
    KebijakanSurvei.objects.create(mulai=date(2026, 1, 1), jawaban_minimum=30)
    iki = IndikatorKinerjaIndividu.objects.filter(rhk__skp=evaluasi.skp, uraian__startswith="Indeks").get()
    iki.sumber_realisasi, iki.sumber_kunci = "ikm", layanan.pk
    iki.save()
    jawab(layanan, 29, 4, hari=date(2026, 3, 1))
    return evaluasi


@pytest.mark.parametrize(("ukuran", "skrip"), [("ponsel", True), ("ponsel", False), ("meja", True)])
def test_nine_answers_with_and_without_script(ukuran, skrip, buka, poster, layanan):
    cache.clear()
    with time_machine.travel(timezone.now() - timedelta(seconds=9)):  # a person reads
        halaman = buka(
            f"/survei/{poster.token}/", ukuran, "dark" if ukuran == "meja" else "light", skrip=skrip
        )
    if skrip:
        periksa_halaman(halaman, f"survei-{ukuran}")
    for satu in UNSUR:
        halaman.locator(f"label:has(#{satu}-4)").click()
    halaman.get_by_label("Saran Anda").fill("Petugasnya ramah.")
    halaman.get_by_role("button", name="Kirim").click()
    expect(halaman.get_by_role("heading", name="Terima kasih")).to_be_visible()
    if skrip:
        periksa_halaman(halaman, f"survei-terima-kasih-{ukuran}")
    assert Survei.objects.get().u9 == 4


@pytest.mark.parametrize("ukuran", ["ponsel", "meja"])
def test_the_thirtieth_answer_moves_the_indicator_and_the_page_says_how(
    ukuran, buka, masuk, kini, siap, poster, layanan
):
    kini.move_to(datetime(2026, 3, 20, 3, 0, tzinfo=UTC))
    warga = buka(f"/survei/{poster.token}/", ukuran, skrip=False)
    for satu in UNSUR:
        warga.locator(f"label:has(#{satu}-1)").click()
    kini.shift(60)
    warga.get_by_role("button", name="Kirim").click()
    expect(warga.get_by_role("heading", name="Terima kasih")).to_be_visible()

    kini.move_to(SAAT_BUKA)
    sesi = masuk(siap.pegawai).cookies["sessionid"].value
    diri = buka(reverse("penilaian:diri", args=[siap.pk]), ukuran, sesi=sesi)
    expect(diri.get_by_text("dari 30 jawaban, paling sedikit 30").first).to_be_visible()
    angka = diri.get_by_label("Realisasi (nilai)")
    expect(angka).to_have_value("97,5")  # (29 x 100 + 25) / 30
    expect(angka).to_be_disabled()
    periksa_halaman(diri, f"layanan-diri-{ukuran}")

    sampaikan(siap)
    mengapa = buka(reverse("penilaian:mengapa", args=[siap.pk]), ukuran, sesi=sesi)
    baris = mengapa.get_by_role("row").filter(has_text="Survei kepuasan Penerbitan akta kelahiran")
    for kata in (
        "97,5",
        "mutu A",
        "dari 30 jawaban",
        "Selang kepercayaan 95 %",
        "1 Jan 2026 s.d. 31 Mar 2026",
    ):
        expect(baris.first).to_contain_text(kata)
    periksa_halaman(mengapa, f"layanan-mengapa-{ukuran}")


@pytest.mark.parametrize(("ukuran", "warna"), [("ponsel", "light"), ("meja", "dark")])
def test_the_pages_of_a_service_are_for_everybody(ukuran, warna, buka, masuk, pemeran, layanan, poster):
    jawab(layanan, 31, 3, hari=date.today())  # noqa: DTZ011
    sesi = masuk(pemeran.pengelola_opd).cookies["sessionid"].value
    for alamat in (
        "/layanan/",
        f"/layanan/{layanan.pk}/",
        f"/layanan/{layanan.pk}/ubah/",
        "/layanan/saran/",
        "/layanan/impor/",
    ):
        halaman = buka(alamat, ukuran, warna, sesi)
        periksa_halaman(halaman, f"layanan-{ukuran}-{alamat.strip('/').split('/')[-1][:8]}")
    periksa_halaman(buka(f"/survei/hasil/{layanan.pk}/", ukuran, warna), f"layanan-hasil-{ukuran}")
