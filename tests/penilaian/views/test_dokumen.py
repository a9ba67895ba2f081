"""Documents of an evaluation over HTTP: who gets them, how they are sent, and the way there."""

import pytest
from django.test import Client
from django.urls import reverse

from inti.models import DokumenTerbit
from tests.penilaian.conftest import ajukan, sampaikan
from tests.penilaian.contoh_dokumen import buat_tahunan, teks_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def disampaikan(evaluasi):
    return sampaikan(evaluasi)


def _alamat(evaluasi, jenis="dokumen", nama="dokumen"):
    return reverse(f"penilaian:{nama}", args=[evaluasi.pk, jenis])


def test_the_owner_gets_a_pdf_that_nothing_can_run_in(disampaikan, masuk, pemeran):
    jawaban = masuk(pemeran.ratna).get(_alamat(disampaikan))
    assert jawaban["Content-Type"] == "application/pdf"
    assert jawaban["Content-Disposition"].startswith('inline; filename="D.1.1 Triwulan I 2026 Ratna')
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in jawaban["Content-Security-Policy"]
    assert jawaban["Cache-Control"] == "private, no-cache"
    assert "BAIK" in teks_pdf(jawaban.content)
    unduh = masuk(pemeran.ratna).get(_alamat(disampaikan), {"unduh": ""})
    assert unduh["Content-Disposition"].startswith("attachment")


def test_the_second_reading_costs_nothing_unless_something_changed(disampaikan, masuk, pemeran):
    klien = masuk(pemeran.ratna)
    pertama = klien.get(_alamat(disampaikan))
    kedua = klien.get(_alamat(disampaikan), headers={"If-None-Match": pertama["ETag"]})
    assert (kedua.status_code, kedua.content) == (304, b"")
    klien.post(reverse("penilaian:terima", args=[disampaikan.pk]), {"tanggapan": ""})
    ketiga = klien.get(_alamat(disampaikan), headers={"If-None-Match": pertama["ETag"]})
    assert ketiga.status_code == 200
    assert ketiga["ETag"] != pertama["ETag"]


def test_reading_writes_nothing_but_the_register(disampaikan, masuk, pemeran, django_assert_num_queries):
    klien = masuk(pemeran.ratna)
    klien.get(_alamat(disampaikan))
    assert DokumenTerbit.objects.get().terbit_oleh == pemeran.ratna
    klien.get(_alamat(disampaikan))
    assert DokumenTerbit.objects.count() == 1


def test_nothing_is_given_before_delivery_not_even_to_the_assessor(evaluasi, masuk, pemeran):
    e = ajukan(evaluasi)
    for orang in (pemeran.ratna, pemeran.kabid, pemeran.pengelola_instansi):
        assert masuk(orang).get(_alamat(e)).status_code == 404
    assert not DokumenTerbit.objects.exists()


def test_a_signed_yearly_result_is_for_those_who_sign_until_it_is_delivered(pemeran, buat_skp, masuk):
    e = buat_tahunan(buat_skp(pemeran.ratna), status="ditandatangani", disampaikan_pada=None)
    alamat = _alamat(e, nama="dokumen_tahunan")
    didapat = {n: masuk(o).get(alamat).status_code for n, o in pemeran.items()}
    assert {n for n, s in didapat.items() if s == 200} == {"kabid", "kadis"}
    assert didapat["ratna"] == 404


def test_the_office_gets_the_results_form_once_the_document_was_reported(pemeran, buat_skp, masuk):
    e = buat_tahunan(buat_skp(pemeran.ratna))
    alamat = _alamat(e, "hasil", "dokumen_tahunan")
    klien = masuk(pemeran.pengelola_opd)
    assert klien.get(alamat).status_code == 403
    e.dilaporkan_pada = e.disampaikan_pada
    e.save()
    assert klien.get(alamat).status_code == 200
    assert masuk(pemeran.pengelola_opd_lain).get(alamat).status_code == 404


@pytest.mark.parametrize("jenis", ["lain", "c13", "hasil.pdf", "-"])
def test_another_kind_does_not_exist(disampaikan, masuk, pemeran, jenis):
    alamat = f"/penilaian/{disampaikan.pk}/dokumen/{jenis}.pdf"
    assert masuk(pemeran.ratna).get(alamat).status_code == 404


def test_the_result_page_leads_to_the_documents_and_the_check(disampaikan, masuk, pemeran):
    teks = masuk(pemeran.ratna).get(reverse("penilaian:hasil", args=[disampaikan.pk])).content.decode()
    assert _alamat(disampaikan) in teks
    assert _alamat(disampaikan, "hasil") in teks
    assert reverse("verifikasi_tanya") in teks
    pengelola = masuk(pemeran.pengelola_opd).get(reverse("penilaian:hasil", args=[disampaikan.pk]))
    assert _alamat(disampaikan) in pengelola.content.decode()
    assert _alamat(disampaikan, "hasil") not in pengelola.content.decode()


def test_a_guest_is_sent_to_the_login(disampaikan):
    assert Client().get(_alamat(disampaikan))["Location"].startswith("/masuk/")
