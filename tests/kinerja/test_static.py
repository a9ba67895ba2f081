"""Static files are collected when something changed, and only then."""

import pytest

from kinerja.lokal.static import collect_if_changed


@pytest.fixture
def source(tmp_path, settings):
    """One file in a folder of its own, and nothing else."""
    folder = tmp_path / "asal"
    folder.mkdir()
    (folder / "gaya.css").write_text("a{}")
    settings.STATICFILES_DIRS = [folder]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = str(tmp_path / "hasil")
    return folder


def test_collected_once_then_again_after_a_change(source, tmp_path):
    assert collect_if_changed() is True
    assert (tmp_path / "hasil" / "gaya.css").read_text() == "a{}"
    assert collect_if_changed() is False
    (source / "gaya.css").write_text("a{color:red}")
    assert collect_if_changed() is True
    assert (tmp_path / "hasil" / "gaya.css").read_text() == "a{color:red}"
