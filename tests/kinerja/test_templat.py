"""Rules for every template, also for those not written yet."""

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.template.loader import get_template

AKAR = Path(settings.AKAR)
TEMPLAT = sorted((AKAR / "templates").rglob("*.*"))
HTML = [t for t in TEMPLAT if t.suffix == ".html"]
# templates whose name a library or Django knows
DIKENAL = re.compile(r"^(account/|admin/|unfold/|[45]\d\d(_csrf)?\.html$)")
KODE = [
    p.read_text()
    for folder in AKAR.iterdir()
    if folder.is_dir() and (folder / "__init__.py").exists() and folder.name != "tests"
    for p in folder.rglob("*.py")
]


def _nama(berkas):
    return berkas.relative_to(AKAR / "templates").as_posix()


@pytest.mark.parametrize("berkas", HTML, ids=_nama)
def test_no_inline_script_style_or_handler(berkas):
    isi = re.sub(r"{#.*?#}|{% comment.*?endcomment %}", "", berkas.read_text(), flags=re.S)
    assert not re.search(r"\sstyle\s*=", isi)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", isi)
    assert not re.search(r"<style\b", isi)
    assert not re.search(r"<script\b(?![^>]*\bsrc=)", isi)
    assert "javascript:" not in isi
    assert "hx-on" not in isi


@pytest.mark.parametrize("berkas", HTML, ids=_nama)
def test_every_template_compiles_and_is_short(berkas):
    get_template(_nama(berkas))
    assert len(berkas.read_text().splitlines()) <= 150


# The citizens' survey has neither cookie nor session, so a forged request gains nothing (docs/adr/0013).
TANPA_KUKI = "survei/"


@pytest.mark.parametrize("berkas", [t for t in HTML if not _nama(t).startswith(TANPA_KUKI)], ids=_nama)
def test_every_form_that_posts_carries_the_csrf_token(berkas):
    for form in re.findall(r"<form\b[^>]*method=\"post\".*?</form>", berkas.read_text(), flags=re.S):
        assert "csrf_token" in form


@pytest.mark.parametrize("berkas", [t for t in HTML if not DIKENAL.match(_nama(t))], ids=_nama)
def test_every_template_is_used(berkas):
    nama = _nama(berkas)
    sebutan = (f'"{nama}"', f"'{nama}'")
    semua = KODE + [t.read_text() for t in TEMPLAT if t != berkas]
    assert any(s in isi for isi in semua for s in sebutan)


def test_no_template_asks_for_something_outside_this_server():
    for berkas in HTML:
        assert not re.search(r"(?:src|href)=\"(?:https?:)?//", berkas.read_text()), berkas


def test_styles_and_scripts_stay_within_the_budget():
    """As the server sends them: 12 KiB of styles on every page and 4 KiB more on some, 6 KiB of scripts; the
    first page has 60 KiB in all."""
    kepala = (AKAR / "templates/komponen/kepala_dokumen.html").read_text()
    semua = {p.name: len(brotli.compress(p.read_bytes())) for p in (AKAR / "static").glob("css/*.css")}
    di_mana_pun = {nama for nama in semua if f"css/{nama}" in kepala}
    assert di_mana_pun
    assert sum(semua[nama] for nama in di_mana_pun) <= 12 * 1024
    assert all(besar <= 4 * 1024 for nama, besar in semua.items() if nama not in di_mana_pun)
    assert (
        0 < sum(len(brotli.compress(p.read_bytes())) for p in (AKAR / "static").glob("js/*.js")) <= 6 * 1024
    )
