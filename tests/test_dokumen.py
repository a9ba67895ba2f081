"""What the documents tell a reader to type or open is there."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

from skrip.peramban import NAMA, letak

AKAR = Path(settings.AKAR)
DOKUMEN = [AKAR / "README.md", AKAR / "CHANGELOG.md", *sorted((AKAR / "docs").rglob("*.md"))]
TARGET = set(re.findall(r"^([a-z-]+):", (AKAR / "Makefile").read_text(), re.MULTILINE))
dokumen = pytest.mark.parametrize("berkas", DOKUMEN, ids=lambda b: b.relative_to(AKAR).as_posix())


@dokumen
def test_every_command_named_exists(berkas):
    isi = berkas.read_text()
    assert set(re.findall(r"\bmake ([a-z][a-z-]*)", "\n".join(_kode(isi)))) <= TARGET
    assert set(re.findall(r"manage\.py ([a-z_]+)", isi)) <= set(get_commands())
    modul = set(re.findall(r"python -m ([a-z_.]+)", isi))
    assert {m for m in modul if not list(AKAR.glob(m.replace(".", "/") + "*"))} == set()


@dokumen
def test_every_file_linked_exists(berkas):
    teks = re.sub(r"```.*?```", "", berkas.read_text(), flags=re.DOTALL)  # an example links to nothing
    tujuan = re.findall(r'(?:\]\(|src=")([^)"#]+)', teks)
    assert [t for t in tujuan if "://" not in t and not (berkas.parent / t).exists()] == []


def _kode(isi: str) -> list[str]:
    """What stands between backticks, in a line or as a block."""
    return re.findall(r"```.*?```|`[^`\n]+`", isi, re.DOTALL)


def test_the_makefile_says_which_targets_are_no_files():
    palsu = re.search(r"^\.PHONY: (.+)$", (AKAR / "Makefile").read_text(), re.MULTILINE)
    assert set(palsu.group(1).split()) == TARGET


def test_chromium_is_looked_for_under_the_names_under_which_it_is_installed(monkeypatch, tmp_path):
    skrip = (AKAR / "skrip/peramban.sh").read_text()
    assert f"for name in {' '.join(NAMA)}; do" in skrip
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    with pytest.raises(LookupError, match="apt-get install chromium"):
        letak()
    palsu = tmp_path / NAMA[-1]
    palsu.write_text("#!/bin/sh\n")
    palsu.chmod(0o755)
    assert letak() == str(palsu)
