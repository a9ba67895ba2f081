"""Translations: found in code and templates, merged without loss, compiled only when needed."""

import gettext
import os

import pytest

from kinerja.terjemahan import collect, compile_all, merged, missing, save


@pytest.fixture
def project(tmp_path):
    """A small project: one module, one template, one migration that must not count."""
    (tmp_path / "inti" / "migrations").mkdir(parents=True)
    (tmp_path / "inti" / "views.py").write_text(
        'from x import gettext as _\nA = _("Simpan")\nB = _("Kirim")\n'
    )
    (tmp_path / "inti" / "migrations" / "0001.py").write_text('_("Lama")\n')
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "hal.html").write_text(
        "<div>\n      {% translate \"Halo 'semua'\" %}\n  {% blocktranslate trimmed count n=3 %}\n"
        "   satu {{ n }}\n {% plural %}\n banyak {{ n }}\n  {% endblocktranslate %}\n"
        '{% translate "Mei" context "bulan" %}\n</div>\n'
    )
    return tmp_path


@pytest.fixture
def file(project):
    """Where its English catalogue lies."""
    return project / "locale" / "en" / "LC_MESSAGES" / "django.po"


def test_texts_of_code_and_templates_are_found(project):
    found = {(message.id, message.context) for message in collect(project) if message.id}
    assert found == {
        ("Simpan", None),
        ("Kirim", None),
        ("Halo 'semua'", None),
        (("satu %(n)s", "banyak %(n)s"), None),
        ("Mei", "bulan"),
    }


def test_a_translation_survives_new_texts_and_goes_with_its_text(project, file):
    catalog = merged(project, file)
    catalog["Simpan"].string = "Save"
    catalog["Kirim"].string = "Send"
    save(catalog, file)
    (project / "inti" / "views.py").write_text('A = _("Simpan")\nC = _("Hapus")\n')
    again = merged(project, file)
    assert again["Simpan"].string == "Save"
    assert "Kirim" not in again
    assert "Hapus" in missing(again)
    assert "Simpan" not in missing(again)


def test_a_plural_with_only_one_form_counts_as_missing(project, file):
    catalog = merged(project, file)
    catalog[("satu %(n)s", "banyak %(n)s")].string = ("one %(n)s", "")
    assert any("banyak" in text for text in missing(catalog))


def test_a_compiled_catalogue_translates_and_is_written_once(project, file):
    catalog = merged(project, file)
    catalog["Simpan"].string = "Save"
    save(catalog, file)
    os.utime(file, (1, 1))
    assert compile_all([project / "locale"]) == 1
    assert compile_all([project / "locale"]) == 0
    with file.with_suffix(".mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("Simpan") == "Save"
