"""The glossary: every field it names exists, is explained once, and shows it in the admin."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets, label_for_field
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import translation

from akses.admin_izin import Penjaga
from akses.pelaku import TAMU
from inti.istilah import BIDANG, ISTILAH, bantuan, istilah_bidang
from pegawai.models import Jabatan, Pegawai


def test_every_term_named_is_explained_and_every_explanation_is_used_or_stands_for_itself():
    dipakai = {kode for bidang in BIDANG.values() for kode in bidang.values()}
    assert dipakai <= set(ISTILAH)
    for satu in ISTILAH.values():
        assert str(satu.nama)
        assert str(satu.arti).endswith(".")
        assert len(str(satu.arti)) < 160  # one or two sentences: it stands under a field


@pytest.mark.parametrize("model", sorted(BIDANG))
def test_every_field_named_is_a_field_or_a_column_of_the_admin(model):
    kelas = apps.get_model(model)
    halaman = admin.site._registry.get(kelas)
    for bidang in BIDANG[model]:
        assert label_for_field(bidang, kelas, model_admin=halaman)


def test_a_field_that_explains_itself_is_left_alone():
    assert "bup" in bantuan(Jabatan)
    for model in BIDANG:
        kelas = apps.get_model(model)
        for bidang in bantuan(kelas):
            assert not kelas._meta.get_field(bidang).help_text


def test_a_field_without_a_term_has_none():
    assert istilah_bidang(Pegawai, "nama") is None
    assert "nama" not in bantuan(Pegawai)


@pytest.mark.parametrize(
    "model", sorted(m._meta.label_lower for m in admin.site._registry if BIDANG.get(m._meta.label_lower))
)
def test_every_field_with_a_term_shows_it_on_the_page_of_the_admin(model, db):
    kelas = apps.get_model(model)
    halaman = admin.site._registry[kelas]
    permintaan = RequestFactory().get("/admin/")
    permintaan.pegawai, permintaan.user = None, AnonymousUser()
    permintaan._penjaga_admin = Penjaga(TAMU, pemasang=True)
    obj = kelas()
    form = halaman.get_form(permintaan, obj, change=True)
    tampil = set(flatten_fieldsets(halaman.get_fieldsets(permintaan, obj)))
    for bidang, arti in bantuan(kelas).items():
        if bidang in tampil:
            teks = (
                form.base_fields[bidang].help_text
                if bidang in form.base_fields
                else form._meta.help_texts[bidang]
            )
            assert str(teks) == str(arti), bidang


def test_the_glossary_is_translated_where_it_is_shown():
    with translation.override("en"):
        assert ISTILAH["tmt"].arti is not None
        assert str(ISTILAH["tmt"].arti) == translation.gettext(
            "Terhitung Mulai Tanggal: hari pertama suatu keputusan berlaku."
        )
