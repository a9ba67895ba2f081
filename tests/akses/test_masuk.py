"""Logging in and out, and everything around a password."""

import re
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from akses.forms import rapikan_nip
from akses.models import Akun
from tests.pemeran import SANDI

SANDI_BARU = "jembatan-merah-77"


@pytest.fixture(autouse=True)
def _tanpa_hitungan(settings):
    """Rate limits start at nought in every test, also while other workers share the server."""
    settings.CACHES = {"default": {**settings.CACHES["default"], "KEY_PREFIX": uuid4().hex}}


@pytest.fixture
def akun(pemeran):
    return pemeran.ratna.akun


def masuk(klien, nip, sandi=SANDI, **lain):
    return klien.post(reverse("account_login"), {"login": nip, "password": sandi, **lain})


def masih_masuk(klien):
    return klien.get(reverse("profil")).status_code == 200


def test_the_address_is_the_one_of_the_contract():
    assert reverse("account_login") == "/masuk/"


def test_nip_and_password_open_the_home_page(client, akun):
    jawaban = masuk(client, akun.username)
    assert (jawaban.status_code, jawaban["Location"]) == (302, "/")
    assert masih_masuk(client)


@pytest.mark.parametrize(
    ("diketik", "dibaca"),
    [
        ("19850312 201001 2 004", "198503122010012004"),
        ("'198503122010012004", "198503122010012004"),
        ("’198503122010012004 ", "198503122010012004"),
        ("19850312.201001.2.004", "198503122010012004"),
        ("\u00a0198503122010012004\u200a", "198503122010012004"),
        (" bupati ", "bupati"),
        ("admin-utama", "admin-utama"),
    ],
)
def test_a_nip_is_read_as_people_type_it(diketik, dibaca):
    assert rapikan_nip(diketik) == dibaca


def test_a_nip_with_blanks_logs_in(client, akun):
    n = akun.username
    assert masuk(client, f"'{n[:8]} {n[8:14]} {n[14]} {n[15:]}").status_code == 302


def test_wrong_password_and_unknown_nip_get_the_same_words(client, akun):
    salah = masuk(client, akun.username, "bukan-sandinya").content.decode()
    asing = masuk(client, "199901012020011001", "bukan-sandinya").content.decode()
    kalimat = "NIP atau sandi tidak cocok. Periksa keduanya, lalu coba lagi."
    assert kalimat in salah
    assert kalimat in asing
    assert akun.username in salah  # what was typed stays


def test_an_inactive_account_is_not_told_from_an_unknown_one(client, akun):
    Akun.objects.filter(pk=akun.pk).update(is_active=False)
    masuk(client, akun.username)
    assert not masih_masuk(client)


def test_a_nul_character_is_an_error_at_the_field(client, akun):
    jawaban = masuk(client, "1985\x00")
    assert jawaban.status_code == 200
    assert "id_login_error" in jawaban.content.decode()


def test_the_sixth_failure_in_five_minutes_is_refused_even_with_the_right_password(client, akun):
    for _ in range(5):
        masuk(client, akun.username, "bukan-sandinya")
    jawaban = masuk(client, akun.username)
    assert "Terlalu banyak percobaan untuk NIP ini" in jawaban.content.decode()
    assert not masih_masuk(client)


def test_failures_from_another_network_do_not_lock_a_person_out(client, akun):
    for _ in range(5):
        client.post(
            reverse("account_login"),
            {"login": akun.username, "password": "tebakan"},
            REMOTE_ADDR="10.9.8.7",
        )
    assert masuk(client, akun.username).status_code == 302


def test_too_many_requests_from_a_network_get_a_page_in_our_layout(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    masuk(client, "1")
    jawaban = masuk(client, "1")
    assert jawaban.status_code == 429
    assert "Terlalu banyak percobaan" in jawaban.content.decode()
    assert "css/dasar" in jawaban.content.decode()


def test_next_leads_back_but_never_to_another_site(client, akun):
    assert masuk(client, akun.username, next="/profil/")["Location"] == "/profil/"
    asing = masuk(Client(), akun.username, next="https://contoh.jahat/")
    assert asing["Location"] == "/"


def test_every_page_asks_for_login_first(client, db):
    jawaban = client.get(reverse("profil"))
    assert jawaban["Location"] == "/masuk/?next=/profil/"


def test_a_fragment_after_the_end_of_the_session_reloads_the_page(client, db):
    jawaban = client.get(reverse("account_login"), headers={"hx-request": "true"})
    assert jawaban["HX-Refresh"] == "true"


def test_the_session_ends_with_the_browser_and_after_eight_hours(client, akun):
    masuk(client, akun.username)
    assert client.cookies["sessionid"]["max-age"] == ""
    assert client.session.get_expiry_age() == 8 * 3600


def test_logout_needs_a_post(client, akun):
    client.force_login(akun, backend="django.contrib.auth.backends.ModelBackend")
    assert "Keluar dari Kinerja?" in client.get("/keluar/").content.decode()
    assert masih_masuk(client)
    client.post("/keluar/")
    assert not masih_masuk(client)


def test_a_first_password_must_be_replaced_before_anything_else(client, akun):
    Akun.objects.filter(pk=akun.pk).update(wajib_ganti_sandi=True)
    masuk(client, akun.username)
    for alamat in ("/profil/", "/sandi/ubah/", "/admin/"):
        assert client.get(alamat)["Location"] == "/sandi/awal/"
    assert client.get("/profil/", headers={"hx-request": "true"})["HX-Redirect"] == "/sandi/awal/"
    assert client.get("/sehat/").status_code == 200
    isi = {"new_password1": SANDI_BARU, "new_password2": SANDI_BARU}
    assert client.post("/sandi/awal/", isi)["Location"] == "/"
    assert masih_masuk(client)
    assert masuk(Client(), akun.username, SANDI_BARU).status_code == 302


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"new_password1": SANDI, "new_password2": SANDI}, "sama dengan sandi yang diberikan"),
        ({"new_password1": SANDI_BARU, "new_password2": "lain-lagi-12345"}, "id_new_password2_error"),
        ({"new_password1": "pendek", "new_password2": "pendek"}, "id_new_password2_error"),
        ({}, "id_new_password1_error"),
    ],
)
def test_a_bad_first_password_is_refused_at_the_field(client, akun, isi, kalimat):
    Akun.objects.filter(pk=akun.pk).update(wajib_ganti_sandi=True)
    masuk(client, akun.username)
    jawaban = client.post("/sandi/awal/", isi)
    assert jawaban.status_code == 422
    assert kalimat in jawaban.content.decode()
    akun.refresh_from_db()
    assert akun.wajib_ganti_sandi


def test_the_page_for_a_first_password_closes_once_it_was_replaced(client, akun):
    masuk(client, akun.username)
    assert client.get("/sandi/awal/")["Location"] == "/"


def test_changing_the_password_ends_all_other_sessions(client, akun):
    lain = Client()
    masuk(client, akun.username)
    masuk(lain, akun.username)
    isi = {"oldpassword": SANDI, "password1": SANDI_BARU, "password2": SANDI_BARU}
    assert client.post("/sandi/ubah/", isi).status_code == 302
    assert masih_masuk(client)
    assert not masih_masuk(lain)


def test_the_old_password_must_be_right(client, akun):
    masuk(client, akun.username)
    isi = {"oldpassword": "keliru", "password1": SANDI_BARU, "password2": SANDI_BARU}
    assert "Sandi saat ini tidak cocok." in client.post("/sandi/ubah/", isi).content.decode()


@pytest.mark.parametrize("sebutan", ["nip", "surel"])
def test_a_forgotten_password_is_replaced_through_the_mail(client, akun, sebutan, settings):
    settings.ALAMAT_DASAR = "https://kinerja.contoh.go.id"
    Akun.objects.filter(pk=akun.pk).update(wajib_ganti_sandi=True)
    lama = Client()
    masuk(lama, akun.username)
    isian = f"'{akun.username}" if sebutan == "nip" else akun.email.upper()
    assert client.post("/sandi/lupa/", {"email": isian})["Location"] == "/sandi/lupa/terkirim/"
    (surat,) = mail.outbox
    assert surat.to[0].lower() == akun.email
    assert akun.username in surat.body
    alamat = re.search(r"https://kinerja\.contoh\.go\.id(/sandi/baru/\S+)", surat.body)[1]
    halaman = client.get(alamat, follow=True)
    isi = {"password1": SANDI_BARU, "password2": SANDI_BARU}
    selesai = client.post(halaman.redirect_chain[-1][0], isi, follow=True)
    assert "Sandi baru Anda berlaku" in selesai.content.decode()
    assert not Akun.objects.get(pk=akun.pk).wajib_ganti_sandi
    assert lama.get("/sandi/awal/").status_code == 302  # its session ended
    assert masuk(Client(), akun.username, SANDI_BARU).status_code == 302
    assert "Tautan tidak berlaku lagi" in client.get(alamat, follow=True).content.decode()


@pytest.mark.parametrize("isian", ["199901012020011001", "bukan@contoh.go.id", "bupati2"])
def test_an_unknown_account_gets_the_same_answer_and_nobody_a_mail(client, akun, isian):
    assert client.post("/sandi/lupa/", {"email": isian})["Location"] == "/sandi/lupa/terkirim/"
    assert mail.outbox == []


@pytest.mark.parametrize("nama", ["account_signup", "account_email", "account_set_password"])
def test_pages_this_house_does_not_offer_are_not_found(client, akun, nama):
    masuk(client, akun.username)
    assert client.get(reverse(nama)).status_code == 404


def test_the_own_address_is_changed_with_the_password(client, akun):
    masuk(client, akun.username)
    tolak = client.post("/profil/", {"surel": "baru@contoh.go.id", "sandi": "keliru"})
    assert tolak.status_code == 422
    assert "Sandi saat ini tidak cocok." in tolak.content.decode()
    assert client.post("/profil/", {"surel": "baru@CONTOH.go.id", "sandi": SANDI}).status_code == 302
    akun.refresh_from_db()
    assert akun.email == "baru@contoh.go.id"


def test_guessing_the_password_on_the_profile_is_limited(client, akun):
    masuk(client, akun.username)
    for _ in range(5):
        client.post("/profil/", {"surel": "baru@contoh.go.id", "sandi": "tebakan"})
    assert client.post("/profil/", {"surel": "baru@contoh.go.id", "sandi": SANDI}).status_code == 429
    akun.refresh_from_db()
    assert akun.email != "baru@contoh.go.id"


def test_a_new_browser_speaks_the_language_chosen_before(client, akun):
    masuk(client, akun.username)
    client.post("/bahasa/", {"language": "en", "next": "/profil/"})
    akun.refresh_from_db()
    assert akun.bahasa == "en"
    baru = Client()
    assert masuk(baru, akun.username).cookies["django_language"].value == "en"
    client.post("/bahasa/", {"language": "xx"})
    akun.refresh_from_db()
    assert akun.bahasa == "en"
