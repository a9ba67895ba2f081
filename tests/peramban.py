"""A real browser for tests: `buka(address, size, colour, session)`; whatever the console complains of fails."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect, sync_playwright

from skrip.peramban import letak

UKURAN = {"ponsel": {"width": 390, "height": 844}, "meja": {"width": 1280, "height": 900}}

expect.set_options(timeout=20_000)  # how long to wait for what must come; a busy machine is slow, not wrong


@pytest.fixture(scope="module")
def chromium():
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop lives in this thread
    with sync_playwright() as p:
        peramban = p.chromium.launch(executable_path=letak(), args=["--no-sandbox"])
        yield peramban
        peramban.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def buka(chromium, live_server):
    """Opens an address in a fresh browser; what the console complains of fails the test at its end."""
    konteks, keluhan = [], []

    def _buka(alamat, ukuran="meja", warna="light", sesi=None, *, skrip=True):
        k = chromium.new_context(
            viewport=UKURAN[ukuran],
            color_scheme=warna,
            locale="id-ID",
            java_script_enabled=skrip,
            base_url=live_server.url,
        )
        k.set_default_timeout(20_000)
        konteks.append(k)
        if sesi:
            k.add_cookies([{"name": "sessionid", "value": sesi, "url": live_server.url}])
        halaman = k.new_page()
        halaman.on("console", lambda m: keluhan.append(m.text) if m.type == "error" else None)
        halaman.on("pageerror", lambda e: keluhan.append(str(e)))
        halaman.goto(alamat)
        return halaman

    yield _buka
    for k in konteks:
        k.close()
    assert [t for t in keluhan if "Failed to load resource" not in t] == []


def periksa_halaman(halaman: Page, sebutan: str = "") -> None:
    """axe finds nothing and nothing is wider than the screen; with FOTO set, keep a picture."""
    hasil = Axe().run(halaman)
    langgar = [(v["id"], [n["html"] for n in v["nodes"]]) for v in hasil.response["violations"]]
    assert langgar == [], sebutan or halaman.url
    assert halaman.evaluate("document.documentElement.scrollWidth <= innerWidth"), sebutan or halaman.url
    if (folder := os.environ.get("FOTO")) and sebutan:
        halaman.screenshot(path=f"{folder}/{sebutan}.png", full_page=True)
