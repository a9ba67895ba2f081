"""The public page of issued documents."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from inti.services.dokumen import cabut, gantikan
from tests.inti.services.test_dokumen import _terbit
from tests.inti.test_cetak import PIAGAM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _laju():
    cache.clear()


def _buka(kode: str, **lain):
    return Client().get(reverse("verifikasi", args=[kode]), **lain)


def test_a_valid_document_shows_what_the_paper_shows_and_no_more():
    dokumen = _terbit()
    jawaban = _buka(dokumen.kode)
    teks = jawaban.content.decode()
    assert jawaban.status_code == 200
    for bagian in ("terdaftar dan berlaku", "Piagam Penghargaan", "Ratna Wulandari", "Asri Mulya",
                   "14 Januari 2027", dokumen.kode, dokumen.sidik, "tidak membuktikan"):  # fmt: skip
        assert bagian in teks
    assert "Sangat Baik" not in teks  # what it says of the person stays on the paper
    assert "198703122010012004" not in teks


def test_a_replaced_document_says_so_without_giving_the_new_code_away():
    lama = _terbit()
    baru = gantikan(dokumen=lama, data=PIAGAM | {"nama": "R."}, oleh=None)
    teks = _buka(lama.kode).content.decode()
    assert "sudah digantikan" in teks
    assert baru.kode not in teks


def test_a_revoked_document_says_why(pemeran):
    dokumen = cabut(dokumen=_terbit(), alasan="Salah <b>orang</b>.", oleh=pemeran.auditor)
    teks = _buka(dokumen.kode).content.decode()
    assert "sudah dicabut" in teks
    assert "Salah &lt;b&gt;orang&lt;/b&gt;." in teks
    assert pemeran.auditor.nama not in teks


@pytest.mark.parametrize("kode", ["7KQM-2WXD-H9FP-R4TN", "entah", "<script>alert(1)", "a" * 90, "😀"])
def test_an_unknown_code_gets_the_same_kind_of_page(kode):
    jawaban = _buka(kode)
    assert jawaban.status_code == 404
    assert "tidak dikenal" in jawaban.content.decode()
    assert "<script>alert" not in jawaban.content.decode()
    assert jawaban["X-Robots-Tag"].startswith("noindex")


def test_no_search_engine_and_no_shared_cache_keeps_it():
    for jawaban in (_buka(_terbit().kode), Client().get(reverse("verifikasi_tanya"))):
        assert "noindex" in jawaban["X-Robots-Tag"]
        assert "no-store" in jawaban["Cache-Control"]
        assert jawaban["Referrer-Policy"] == "no-referrer"


def test_a_code_typed_by_hand_leads_to_its_page_without_javascript():
    dokumen = _terbit()
    alamat = reverse("verifikasi_tanya")
    jawaban = Client().get(alamat, {"kode": f" {dokumen.kode.lower()} "})
    assert (jawaban.status_code, jawaban["Location"]) == (302, f"/verifikasi/{dokumen.kode}/")
    assert _buka(dokumen.kode.lower())["Location"] == f"/verifikasi/{dokumen.kode}/"
    salah = Client().get(alamat, {"kode": "0O1I"})
    assert salah.status_code == 422
    assert "16 huruf dan angka" in salah.content.decode()
    assert 'value="0O1I"' in salah.content.decode()


def test_a_foreign_host_does_not_get_into_the_paper(settings):
    settings.ALAMAT_DASAR = "https://kinerja.asrimulya.go.id"
    assert Client().get(reverse("verifikasi_tanya"), HTTP_HOST="penipu.example").status_code == 400
    assert _terbit().tautan.startswith("https://kinerja.asrimulya.go.id/")


def test_guessing_is_slowed_down(settings):
    settings.BATAS_LAJU = {"verifikasi": "3/m"}
    jawaban = [_buka("7KQM-2WXD-H9FP-R4TN", REMOTE_ADDR="192.0.2.55") for _ in range(4)]
    assert [j.status_code for j in jawaban] == [404, 404, 404, 429]
    assert jawaban[-1]["Retry-After"] == "60"
    assert _buka("7KQM-2WXD-H9FP-R4TN", REMOTE_ADDR="192.0.2.56").status_code == 404


def test_looking_writes_nothing(django_assert_num_queries):
    dokumen = _terbit()
    with django_assert_num_queries(1) as tangkap:
        _buka(dokumen.kode)
    assert tangkap.captured_queries[0]["sql"].startswith("SELECT")
    assert Client().post(reverse("verifikasi", args=[dokumen.kode])).status_code == 405
