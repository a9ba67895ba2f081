"""The text of messages."""

import pytest
from django.utils import translation

from pemberitahuan.models import JenisPesan
from pemberitahuan.teks import teks


@pytest.mark.parametrize("jenis", JenisPesan.values)
def test_every_kind_has_a_text_even_without_data(jenis):
    judul, isi = teks(jenis, {})
    assert judul
    assert isi
    assert "%" not in judul + isi


@pytest.mark.parametrize(("bahasa", "tertulis"), [("id", "1 Agustus 2026"), ("en", "1 August 2026")])
def test_a_deadline_is_a_long_date_in_the_active_language(bahasa, tertulis):
    with translation.override(bahasa):
        _, isi = teks("pengingat_penilaian_diri", {"periode": "Triwulan II 2026", "batas": "2026-08-01"})
    assert tertulis in isi


def test_a_deadline_that_is_no_date_is_shown_as_it_is():
    assert "lusa" in teks("evaluasi_dibuka", {"periode": "x", "batas": "lusa"})[1]
