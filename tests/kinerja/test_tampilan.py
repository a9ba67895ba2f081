"""Colours, language, navigation and error pages as the reader meets them."""

import pytest
from django.test import RequestFactory
from django.urls import path

from akses.services import pelaku_dari
from kinerja.navigasi import susun
from kinerja.urls import urlpatterns as semua_alamat
from penilaian.models import EvaluasiPeriodik
from tests.pemeran import SANDI


def _rusak(request):
    raise RuntimeError("on purpose")


urlpatterns = [*semua_alamat, path("rusak/", _rusak)]


def masuk(klien, pegawai):
    klien.post("/masuk/", {"login": pegawai.akun.username, "password": SANDI})


def test_the_chosen_colours_are_in_the_first_byte_of_the_next_page(client, db):
    assert "data-tema" not in client.get("/masuk/").content.decode()
    jawaban = client.post("/tema/", {"tema": "gelap", "next": "/masuk/"})
    assert jawaban["Location"] == "/masuk/"
    assert '<html lang="id" data-tema="gelap">' in client.get("/masuk/").content.decode()


@pytest.mark.parametrize("tujuan", ["https://contoh.jahat/", "//contoh.jahat", "javascript:alert(1)", ""])
def test_switching_colours_never_leads_elsewhere(client, db, tujuan):
    assert client.post("/tema/", {"tema": "terang", "next": tujuan})["Location"] == "/"


def test_unknown_colours_are_not_kept(client, db):
    assert "tema" not in client.post("/tema/", {"tema": "ungu"}).cookies


def test_pages_are_indonesian_until_the_reader_asks_for_english(client, db):
    sebelum = client.get("/masuk/", headers={"accept-language": "en"})
    assert '<html lang="id"' in sebelum.content.decode()
    assert sebelum["Content-Language"] == "id"
    client.post("/bahasa/", {"language": "en", "next": "/masuk/"})
    assert '<html lang="en"' in client.get("/masuk/").content.decode()


def test_the_switches_refuse_get(client, db):
    assert client.get("/tema/").status_code == 405
    assert client.get("/bahasa/").status_code == 405


def test_the_manifest_names_icons_that_exist(client, db):
    isi = client.get("/manifest.webmanifest")
    assert isi["Content-Type"] == "application/manifest+json"
    assert [i["src"].endswith(".svg") for i in isi.json()["icons"]] == [True, True]


def test_beside_a_pdf_the_browser_finds_the_icon(client, db):
    jawaban = client.get("/favicon.ico")
    assert (jawaban.status_code, jawaban["Location"].startswith("/static/ikon/kinerja")) == (302, True)


SEHARI_HARI = ["/", "/sasaran/", "/laporan/", "/penilaian/"]
TUMBUH = ["/rekan/", "/pelatihan/", "/penghargaan/"]
TEMPAT_ORANG = [
    (
        "ratna",
        [*SEHARI_HARI, "/pemberitahuan/", *TUMBUH],
        SEHARI_HARI,
        TUMBUH,
    ),
    (
        "kabid",
        [
            *SEHARI_HARI,
            "/tim/",
            "/dasbor/",
            "/pemberitahuan/",
            *TUMBUH,
            "/keberatan/",
            "/penilaian/capaian/",
        ],
        ["/", "/laporan/", "/penilaian/", "/tim/"],
        ["/sasaran/", "/dasbor/", *TUMBUH, "/keberatan/", "/penilaian/capaian/"],
    ),
    (
        "pengelola_opd",
        [
            *SEHARI_HARI,
            "/dasbor/",
            "/pemberitahuan/",
            *TUMBUH,
            "/penghargaan/perbaikan/",
            "/penilaian/capaian/",
            "/layanan/",
            "/admin/",
        ],
        SEHARI_HARI,
        [
            "/dasbor/",
            *TUMBUH,
            "/penghargaan/perbaikan/",
            "/penilaian/capaian/",
            "/layanan/",
            "/admin/",
        ],
    ),
    (
        "admin_sistem",
        [*SEHARI_HARI, "/pemberitahuan/", *TUMBUH, "/admin/"],
        SEHARI_HARI,
        [*TUMBUH, "/admin/"],
    ),
]


@pytest.mark.parametrize(("orang", "semua", "bawah", "lainnya"), TEMPAT_ORANG)
def test_each_person_sees_the_places_of_his_relations(client, pemeran, orang, semua, bawah, lainnya):
    masuk(client, getattr(pemeran, orang))
    navigasi = client.get("/profil/").context["navigasi"]
    assert [t.alamat for t in navigasi.semua] == semua
    assert [t.alamat for k in navigasi.kelompok for t in k.tempat] == semua
    assert [t.alamat for t in navigasi.bawah] == bawah
    assert [t.alamat for t in navigasi.lainnya] == lainnya


def test_a_visitor_has_no_navigation(client, db):
    assert client.get("/masuk/").context["navigasi"].semua == []


def test_an_account_without_a_person_sees_home_only(client, django_user_model):
    django_user_model.objects.create_user("teknisi", password=SANDI, wajib_ganti_sandi=False)
    client.post("/masuk/", {"login": "teknisi", "password": SANDI})
    navigasi = client.get("/profil/").context["navigasi"]
    assert [t.alamat for t in navigasi.semua] == ["/"]
    assert (navigasi.nama, navigasi.inisial) == ("teknisi", "T")


def test_the_navigation_names_the_person_and_marks_the_place(client, pemeran):
    masuk(client, pemeran.kabid)
    navigasi = client.get("/profil/").context["navigasi"]
    assert (navigasi.nama, navigasi.inisial) == ("Budi Santoso", "BS")
    assert navigasi.jabatan == "Kepala Bidang · Bidang Pencatatan Sipil"


def test_the_navigation_costs_one_query_beside_the_person(
    pemeran, rf: RequestFactory, django_assert_num_queries
):
    permintaan = rf.get("/sasaran/12/")
    permintaan.user = pemeran.ratna.akun
    permintaan.pegawai = pemeran.ratna
    permintaan.pelaku = pelaku_dari(pemeran.ratna)
    hasattr(pemeran.ratna, "atasan") and pemeran.ratna.atasan.penempatan.jabatan and pemeran.ratna.atasan.unit
    with django_assert_num_queries(1):
        navigasi = susun(permintaan)
    assert [t.alamat for t in navigasi.semua if t.aktif] == ["/sasaran/"]
    assert EvaluasiPeriodik.objects.count() == 0


@pytest.mark.parametrize("masuk_dulu", [True, False])
def test_a_missing_page_says_what_to_do(client, pemeran, masuk_dulu):
    if masuk_dulu:
        masuk(client, pemeran.ratna)
    jawaban = client.get("/tidak-ada/")
    assert jawaban.status_code == 404
    assert "Halaman ini tidak ada, atau bukan untuk Anda" in jawaban.content.decode()


def test_an_expired_form_says_what_to_do(db):
    from django.test import Client

    jawaban = Client(enforce_csrf_checks=True).post("/masuk/", {})
    assert jawaban.status_code == 403
    assert "Formulir ini sudah kedaluwarsa" in jawaban.content.decode()


@pytest.mark.urls(__name__)
def test_a_breakdown_says_what_was_kept(client, pemeran):
    masuk(client, pemeran.ratna)
    client.raise_request_exception = False
    jawaban = client.get("/rusak/")
    assert jawaban.status_code == 500
    assert "Tidak ada data setengah jadi yang tersimpan" in jawaban.content.decode()


def test_the_policy_allows_no_inline_script_or_style(client, db):
    kebijakan = client.get("/masuk/")["Content-Security-Policy"]
    assert "unsafe" not in kebijakan
    assert "default-src 'none'" in kebijakan
    assert "style-src 'self'" in kebijakan


def test_pages_are_compressed_and_pictures_are_not(rf):
    from django.http import FileResponse, HttpResponse

    from kinerja.middleware import PadatkanMiddleware

    permintaan = rf.get("/", headers={"accept-encoding": "gzip"})
    halaman = PadatkanMiddleware(lambda r: HttpResponse("Kinerja " * 100))(permintaan)
    assert halaman["Content-Encoding"] == "gzip"
    foto = PadatkanMiddleware(lambda r: HttpResponse(b"x" * 900, content_type="image/png"))(permintaan)
    assert "Content-Encoding" not in foto
    berkas = FileResponse(iter([b"x" * 900]), content_type="text/csv")
    assert "Content-Encoding" not in PadatkanMiddleware(lambda r: berkas)(permintaan)
