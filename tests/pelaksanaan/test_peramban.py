"""Reporting with a weak signal, in a real browser."""

import os
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from playwright.sync_api import expect, sync_playwright

from pelaksanaan.models import BuktiDukung, Laporan, UmpanBalik
from pelaksanaan.services.umpan_balik import beri_umpan_balik
from tests.pelaksanaan.bahan import gambar

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def ponsel(live_server, masuk, monkeypatch):
    """`ponsel(pegawai)` → a page of a phone on which this person is logged in."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop lives in this thread
    with sync_playwright() as p:
        jalan = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        peramban = p.chromium.launch(executable_path=jalan, args=["--no-sandbox"])

        def buka(pegawai, lebar=390, warna="light"):
            konteks = peramban.new_context(
                viewport={"width": lebar, "height": 844},
                base_url=live_server.url,
                locale="id-ID",
                color_scheme=warna,
            )
            sesi = masuk(pegawai).cookies["sessionid"].value
            konteks.add_cookies([{"name": "sessionid", "value": sesi, "url": live_server.url}])
            return konteks.new_page()

        yield buka
        peramban.close()
        connections.close_all()  # those that belong to Playwright's loop


def isi_formulir(halaman, indikator):
    halaman.goto(f"/laporan/baru/?indikator={indikator.pk}")
    halaman.get_by_label("Realisasi").fill("0,9")
    halaman.get_by_label("Apa yang dikerjakan").fill("Akta terbit di loket keliling.")


def test_a_report_with_a_photo_waits_for_the_signal_and_is_sent_once(ponsel, pemeran, indikator, gudang):
    halaman = ponsel(pemeran.ratna)
    isi_formulir(halaman, indikator)
    halaman.locator("input[type=file]").set_input_files(
        {"name": "loket.jpg", "mimeType": "image/jpeg", "buffer": gambar()}
    )
    halaman.context.set_offline(True)
    halaman.get_by_role("button", name="Kirim laporan").click()
    expect(halaman.locator("[data-status-antrean]")).to_contain_text("Tidak ada jaringan")
    expect(halaman.get_by_label("Apa yang dikerjakan")).to_have_value("Akta terbit di loket keliling.")
    assert not Laporan.objects.exists()
    halaman.context.set_offline(False)
    expect(halaman).to_have_url(re.compile(r"/laporan/[0-9a-f-]{36}/$"))
    expect(halaman.get_by_text("Tanda terima").first).to_be_visible()
    assert Laporan.objects.get().uraian == "Akta terbit di loket keliling."
    assert BuktiDukung.objects.get().nama_asli == "loket.jpg"


def test_an_answer_lost_on_the_way_makes_no_second_report(ponsel, pemeran, indikator, gudang):
    halaman = ponsel(pemeran.ratna)
    isi_formulir(halaman, indikator)

    def hilang(rute):  # the server gets it, the phone hears nothing
        rute.fetch(max_redirects=0)
        rute.abort()

    halaman.route("**/laporan/baru/**", hilang, times=1)
    kirim = halaman.get_by_role("button", name="Kirim laporan")
    kirim.click()
    expect(halaman.locator("[data-status-antrean]")).to_contain_text("Tidak ada jaringan")
    assert Laporan.objects.count() == 1
    kirim.click()
    expect(halaman).to_have_url(re.compile(rf"/laporan/{Laporan.objects.get().pk}/$"))
    assert Laporan.objects.count() == 1


def test_a_page_closed_without_signal_sends_its_words_from_the_next_page(ponsel, pemeran, indikator, gudang):
    halaman = ponsel(pemeran.ratna)
    isi_formulir(halaman, indikator)
    halaman.context.set_offline(True)
    halaman.get_by_role("button", name="Kirim laporan").click()
    expect(halaman.locator("[data-status-antrean]")).to_contain_text("Tidak ada jaringan")
    konteks = halaman.context
    halaman.close(run_before_unload=False)
    konteks.set_offline(False)
    berikut = konteks.new_page()
    with berikut.expect_response(lambda j: j.request.method == "POST" and "/laporan/baru/" in j.url):
        berikut.goto("/")
    berikut.wait_for_load_state("networkidle")
    assert Laporan.objects.get().uraian == "Akta terbit di loket keliling."


def test_a_session_that_ended_loses_no_words(ponsel, pemeran, indikator, gudang, masuk, live_server):
    halaman = ponsel(pemeran.ratna)
    isi_formulir(halaman, indikator)
    halaman.context.clear_cookies(name="sessionid")
    halaman.get_by_role("button", name="Kirim laporan").click()
    expect(halaman).to_have_url(re.compile(r"/masuk/"))
    assert not Laporan.objects.exists()
    sesi = masuk(pemeran.ratna).cookies["sessionid"].value
    halaman.context.add_cookies([{"name": "sessionid", "value": sesi, "url": live_server.url}])
    with halaman.expect_response(lambda j: j.request.method == "POST" and "/laporan/baru/" in j.url):
        halaman.goto("/")
    halaman.wait_for_load_state("networkidle")
    assert Laporan.objects.get().uraian == "Akta terbit di loket keliling."


def test_a_mistake_is_said_on_the_page_and_nothing_typed_is_lost(ponsel, pemeran, indikator, gudang):
    halaman = ponsel(pemeran.ratna)
    isi_formulir(halaman, indikator)
    halaman.get_by_label("Realisasi").fill("sembilan")
    halaman.get_by_role("button", name="Kirim laporan").click()
    expect(halaman.locator(".galat-ringkas")).to_contain_text("Tulis sebagai angka")
    expect(halaman.get_by_label("Apa yang dikerjakan")).to_have_value("Akta terbit di loket keliling.")


def test_feedback_in_the_list_stays_in_the_list(ponsel, pemeran, lapor):
    lapor()
    halaman = ponsel(pemeran.kabid)
    halaman.goto("/tim/laporan/")
    halaman.locator("summary", has_text="Beri umpan balik").click()
    halaman.get_by_label("Perlu ditingkatkan").check()
    halaman.get_by_label("Umpan balik", exact=True).fill("Catat jamnya juga.")
    halaman.get_by_role("button", name="Kirim umpan balik").click()
    expect(halaman.get_by_text("Umpan balik terkirim.")).to_be_visible()
    expect(halaman.locator(".umpan")).to_contain_text("Catat jamnya juga.")
    assert halaman.url.endswith("/tim/laporan/")
    assert UmpanBalik.objects.get().sifat == "perbaikan"


@pytest.mark.parametrize(("lebar", "warna"), [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def test_pages_are_accessible_and_fit(ponsel, pemeran, lapor, foto, indikator, skp, lebar, warna):
    laporan = lapor(berkas=[foto()])
    beri_umpan_balik(skp=skp, laporan=laporan, isi="Tertib.", sifat="positif", oleh=pemeran.kabid)
    satu, baru = f"/laporan/{laporan.pk}/", f"/laporan/baru/?indikator={indikator.pk}"
    alamat = {
        pemeran.ratna: ("/", "/laporan/", "/laporan/baru/", baru, satu, f"{satu}ubah/", "/pemberitahuan/"),
        pemeran.kabid: ("/", "/tim/laporan/?tampil=semua", satu, f"/laporan/umpan-balik/skp/{skp.pk}/"),
        pemeran.pengelola_opd: ("/", satu),
    }
    for pegawai, halaman_halaman in alamat.items():
        halaman = ponsel(pegawai, lebar, warna)
        for tujuan in halaman_halaman:
            halaman.goto(tujuan)
            langgar = [
                (v["id"], [n["html"] for n in v["nodes"]]) for v in Axe().run(halaman).response["violations"]
            ]
            assert langgar == [], tujuan
            assert halaman.evaluate("document.documentElement.scrollWidth <= innerWidth"), tujuan
