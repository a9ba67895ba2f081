"""The look and the small comforts in a real browser: accessible everywhere, and nothing typed is lost."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template import RequestContext, Template
from django.urls import path
from playwright.sync_api import expect

from kinerja import galeri
from kinerja.urls import urlpatterns as semua_alamat
from tests.pemeran import SANDI
from tests.peramban import UKURAN, periksa_halaman

pytestmark = [pytest.mark.peramban, pytest.mark.urls("tests.kinerja.test_peramban")]

DITERIMA = []
FORMULIR = """{% extends "dasar.html" %}{% block judul %}Uji{% endblock %}{% block isi %}
<h1>Uji</h1><label for="q">Cari</label><input id="q" type="search">
<a href="/uji/?ke=berikut" data-pintasan="j">Berikutnya</a>
<form method="post" action="/uji/" data-autosimpan="/uji/" data-utama>{% csrf_token %}
<label for="a">Uraian</label><textarea id="a" name="uraian">{{ awal }}</textarea>
{% tombol "Ajukan" data_kirim=True %}{% tanda_simpan %}</form>{% endblock %}"""


def uji(request):
    if request.method == "POST":
        DITERIMA.append((request.headers.get("X-Autosimpan", ""), request.POST["uraian"]))
        return HttpResponse(status=204) if request.headers.get("X-Autosimpan") else HttpResponse("diterima")
    return HttpResponse(Template(FORMULIR).render(RequestContext(request, {"awal": ""})))


@login_not_required
def terlarang(request):
    raise PermissionDenied


@login_not_required
def rusak(request):
    raise RuntimeError("on purpose")


urlpatterns = [
    *semua_alamat,
    path("galeri-uji/", galeri.galeri),
    path("uji/", uji),
    path("terlarang/", terlarang),
    path("rusak/", rusak),
]


@pytest.fixture
def sesi(client, pemeran):
    client.post("/masuk/", {"login": pemeran.kabid.akun.username, "password": SANDI})
    DITERIMA.clear()
    return client.cookies["sessionid"].value


@pytest.mark.parametrize("warna", ["light", "dark"])
@pytest.mark.parametrize("ukuran", UKURAN)
def test_pages_are_accessible_and_fit(buka, sesi, ukuran, warna):
    terbuka = ("/masuk/", "/sandi/lupa/", "/sandi/baru/x-y/", "/galeri-uji/?galat&pesan", "/tidak-ada/")
    galat = ("/terlarang/", "/rusak/")
    pribadi = ("/profil/", "/sandi/ubah/", "/keluar/", "/uji/")
    for alamat, kuki in [*((a, None) for a in (*terbuka, *galat)), *((a, sesi) for a in pribadi)]:
        halaman = buka(alamat, ukuran, warna, kuki)
        nama = alamat.strip("/").replace("/", "-").split("?")[0]
        periksa_halaman(halaman, f"{nama}-{ukuran}-{warna}")
        halaman.close()


def test_the_error_summary_takes_the_focus_and_leads_to_the_field(buka, db):
    halaman = buka("/galeri-uji/?galat")
    expect(halaman.locator(".galat-ringkas")).to_be_focused()
    halaman.get_by_role("link", name="Rencana hasil kerja").click()
    expect(halaman.get_by_label("Rencana hasil kerja")).to_be_focused()


def test_a_rating_is_chosen_by_arrow_keys(buka, db):
    halaman = buka("/galeri-uji/")
    sesuai = halaman.get_by_role("radio", name="Sesuai ekspektasi")
    sesuai.focus()
    halaman.keyboard.press("Space")
    halaman.keyboard.press("ArrowRight")
    expect(halaman.get_by_role("radio", name="Di atas ekspektasi")).to_be_checked()


def test_what_is_typed_is_saved_and_says_when(buka, sesi):
    halaman = buka("/uji/", sesi=sesi)
    halaman.get_by_label("Uraian").fill("41 desa terlayani")
    expect(halaman.locator("form [data-tersimpan]")).to_have_text("menyimpan…")
    expect(halaman.locator("form [data-tersimpan]")).to_contain_text("tersimpan ")
    assert DITERIMA == [("1", "41 desa terlayani")]
    assert halaman.evaluate("Object.keys(localStorage).filter(k => k.startsWith('draf:')).length") == 0


def test_what_is_typed_without_a_signal_comes_back_and_is_sent_later(buka, sesi):
    halaman = buka("/uji/", sesi=sesi)
    halaman.context.set_offline(True)
    halaman.get_by_label("Uraian").fill("jembatan putus")
    expect(halaman.locator("form [data-tersimpan]")).to_contain_text("Tidak ada jaringan")
    assert DITERIMA == []
    halaman.context.set_offline(False)
    expect(halaman.locator("form [data-tersimpan]")).to_contain_text("tersimpan ")
    assert DITERIMA == [("1", "jembatan putus")]


def test_a_page_that_died_gives_the_text_back(buka, sesi):
    halaman = buka("/uji/", sesi=sesi)
    halaman.route("**/uji/", lambda r: r.abort() if r.request.method == "POST" else r.continue_())
    halaman.get_by_label("Uraian").fill("kapal sandar pukul tiga")
    expect(halaman.locator("form [data-tersimpan]")).to_contain_text(
        "Isian aman di gawai ini", ignore_case=True
    )
    halaman.unroute("**/uji/")
    halaman.on("dialog", lambda d: d.accept())
    halaman.reload()
    expect(halaman.get_by_label("Uraian")).to_have_value("kapal sandar pukul tiga")
    expect(halaman.get_by_text("sudah dipulihkan")).to_be_visible()
    expect(halaman.locator("form [data-tersimpan]")).to_contain_text("tersimpan ")
    assert DITERIMA == [("1", "kapal sandar pukul tiga")]


def test_what_is_typed_before_the_script_has_come_wins_over_the_older_copy(buka, sesi):
    halaman = buka("/uji/", sesi=sesi)
    halaman.route("**/uji/", lambda r: r.abort() if r.request.method == "POST" else r.continue_())
    halaman.get_by_label("Uraian").fill("yang lama")
    expect(halaman.locator("form [data-tersimpan]")).to_contain_text(
        "Isian aman di gawai ini", ignore_case=True
    )
    tertahan = []
    halaman.route("**/simpan*.js", lambda r: tertahan.append(r))
    halaman.on("dialog", lambda d: d.accept())
    halaman.reload(wait_until="commit")
    halaman.get_by_label("Uraian").fill("yang baru")
    halaman.unroute("**/uji/")
    tertahan.pop().continue_()
    expect(halaman.get_by_text("sudah dipulihkan")).to_be_visible()
    expect(halaman.get_by_label("Uraian")).to_have_value("yang baru")
    expect(halaman.locator("form [data-tersimpan]")).to_contain_text("tersimpan ")
    assert DITERIMA == [("1", "yang baru")]


@pytest.mark.parametrize("menunggu", [False, True])
def test_a_session_that_ended_while_writing_costs_nothing(buka, sesi, menunggu):
    halaman = buka("/uji/", sesi=sesi)
    alamat = halaman.url
    kuki = [satu for satu in halaman.context.cookies() if satu["name"] == "sessionid"]
    halaman.context.clear_cookies(name="sessionid")
    halaman.get_by_label("Uraian").fill("Ditulis lama sekali.")
    if menunggu:
        expect(halaman.locator("form [data-tersimpan]")).to_contain_text("Sesi Anda sudah berakhir")
    halaman.get_by_role("button", name="Ajukan").click()
    expect(halaman.get_by_role("heading", name="Masuk ke Kinerja")).to_be_visible()
    halaman.context.add_cookies(kuki)
    halaman.goto(alamat)
    expect(halaman.get_by_label("Uraian")).to_have_value("Ditulis lama sekali.")


def test_logging_out_removes_the_copies_of_a_shared_computer(buka, sesi):
    halaman = buka("/uji/", sesi=sesi)
    halaman.route("**/uji/", lambda r: r.abort() if r.request.method == "POST" else r.continue_())
    halaman.get_by_label("Uraian").fill("rahasia")
    halaman.on("dialog", lambda d: d.accept())
    halaman.locator("summary", has_text="Menu akun").click()
    halaman.get_by_role("button", name="Keluar").click()
    halaman.wait_for_url("**/masuk/")
    assert halaman.evaluate("Object.keys(localStorage).filter(k => k.startsWith('draf:'))") == []


def test_single_keys_help_and_can_be_switched_off(buka, sesi):
    halaman = buka("/uji/", sesi=sesi)
    halaman.keyboard.press("/")
    expect(halaman.get_by_label("Cari")).to_be_focused()
    halaman.keyboard.type("j?")  # in a field they are letters
    expect(halaman.get_by_label("Cari")).to_have_value("j?")
    halaman.get_by_label("Cari").evaluate("el => el.blur()")
    halaman.keyboard.press("?")
    dialog = halaman.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Pakai pintasan satu tombol").uncheck()
    halaman.keyboard.press("Escape")
    halaman.keyboard.press("j")
    assert "ke=berikut" not in halaman.url
    halaman.keyboard.press("?")
    expect(dialog).to_be_hidden()
    halaman.evaluate("localStorage.removeItem('pintasan')")
    halaman.reload()
    halaman.keyboard.press("j")
    halaman.wait_for_url("**/uji/?ke=berikut")


def test_ctrl_enter_sends_the_form(buka, sesi):
    halaman = buka("/uji/", sesi=sesi)
    halaman.get_by_label("Uraian").fill("siap")
    halaman.keyboard.press("Control+Enter")
    expect(halaman.locator("body")).to_have_text("diterima")
    assert DITERIMA[-1] == ("", "siap")


def test_the_skip_link_is_the_first_stop(buka, sesi):
    halaman = buka("/profil/", sesi=sesi)
    halaman.keyboard.press("Tab")
    expect(halaman.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    halaman.keyboard.press("Enter")
    expect(halaman.locator("main")).to_be_focused()


def test_the_chosen_colours_win_over_those_of_the_device(buka, sesi):
    halaman = buka("/profil/", "ponsel", "light", sesi)
    terang = halaman.evaluate("getComputedStyle(document.body).backgroundColor")
    halaman.locator("summary", has_text="Menu akun").click()
    halaman.get_by_role("button", name="Gelap").click()
    halaman.wait_for_load_state()
    assert halaman.evaluate("getComputedStyle(document.body).backgroundColor") != terang
