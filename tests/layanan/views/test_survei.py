"""The public survey as a citizen meets it."""

import gzip
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from layanan.models import LembarStruk, Poster, Saran, Survei
from pemberitahuan.models import Pesan
from tests.layanan.conftest import JAWABAN, dibuka, isian

KIB_MAKS = 30


@pytest.fixture(autouse=True)
def _tembolok_kosong():
    cache.clear()


@pytest.fixture
def warga():
    """A phone that keeps no cookies and whose requests are checked for CSRF like anybody's."""
    return Client(enforce_csrf_checks=True)


def alamat(pintu) -> str:
    return f"/survei/{pintu.token}/"


def test_the_first_visit_fits_into_thirty_kibibytes(warga, poster):
    """Page, style sheet and icon as they go over the wire; nothing else is asked for."""
    jawaban = warga.get(alamat(poster), headers={"Accept-Encoding": "gzip"})
    html = gzip.decompress(jawaban.content).decode()
    diminta = re.findall(r'(?:href|src)="(/static/[^"]+)"', html)
    assert len(diminta) == 2
    assert "<script" not in html
    berkas = [Path(finders.find("survei/survei.css")), Path(finders.find("ikon/kinerja.svg"))]
    byte = len(jawaban.content) + sum(len(gzip.compress(b.read_bytes())) for b in berkas)
    kepala = 3 * 1024  # headers of three responses, generously
    assert byte + kepala <= KIB_MAKS * 1024


def test_no_cookie_is_set_and_nothing_asks_for_one(warga, poster):
    assert not warga.get(alamat(poster)).cookies
    jawaban = warga.post(alamat(poster), isian(poster.token))
    assert (jawaban.status_code, jawaban.headers["Location"]) == (302, "/survei/terima-kasih/")
    assert not jawaban.cookies
    assert "sudah diterima" in warga.get(jawaban.headers["Location"]).content.decode()


def test_an_answer_is_kept_without_anything_about_its_giver(warga, poster):
    warga.post(
        alamat(poster), isian(poster.token, usia="b", pekerjaan="usaha", u3="2"), REMOTE_ADDR="10.1.2.3"
    )
    [satu] = Survei.objects.all()
    assert (satu.layanan_id, satu.loket_id, satu.kanal) == (poster.layanan_id, poster.loket_id, "poster")
    assert (satu.u1, satu.u3, satu.usia, satu.pekerjaan, satu.pendidikan) == (4, 2, "b", "usaha", "")
    bidang = {b.name for b in Survei._meta.get_fields()}
    assert not bidang & {"ip", "alamat", "pada", "dibuat_pada", "struk", "poster", "saran"}


def test_the_address_of_a_citizen_is_found_nowhere(warga, poster):
    warga.post(alamat(poster), isian(poster.token), REMOTE_ADDR="10.77.88.99")
    kunci = [k.decode() for k in cache._cache.get_client().keys("*survei*")]
    assert kunci
    assert not [k for k in kunci if "10.77" in k]


def test_what_is_missing_is_said_at_the_question_and_nothing_is_lost(warga, poster):
    isi = isian(poster.token, saran="Antre lama.", u2="1")
    del isi["u5"]
    jawaban = warga.post(alamat(poster), isi)
    html = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert 'href="#u5-1"' in html
    assert html.count("Pilih salah satu jawaban.") == 1
    assert "Antre lama." in html
    assert re.search(r'id="u2-1"[^>]*checked', html)
    assert not Survei.objects.exists()


@pytest.mark.parametrize(
    "aneh", [{"u1": "5"}, {"u1": "0"}, {"u1": "x"}, {"usia": "z"}, {"saran": "a" * 1001}, {"saran": "a\x00b"}]
)
def test_odd_input_is_a_complaint_never_an_error(warga, poster, aneh):
    assert warga.post(alamat(poster), isian(poster.token, **aneh)).status_code == 422
    assert not Survei.objects.exists()


@pytest.mark.parametrize("detik", [0, 3, 13 * 3600])
def test_too_fast_or_too_slow_asks_once_more_and_then_takes_it(warga, poster, detik):
    jawaban = warga.post(alamat(poster), isian(poster.token, dibuka=dibuka(poster.token, detik)))
    assert jawaban.status_code == 422
    assert "sekali lagi" in jawaban.content.decode()
    assert warga.post(alamat(poster), isian(poster.token)).status_code == 302


@pytest.mark.parametrize("tanda", ["", "palsu", "WzFd:x:y"])
def test_a_page_without_a_sound_time_of_opening_asks_once_more(warga, poster, tanda):
    assert warga.post(alamat(poster), isian(poster.token, dibuka=tanda)).status_code == 422


def test_the_time_of_another_door_does_not_count(warga, poster, struk):
    assert warga.post(alamat(poster), isian(struk.token)).status_code == 422


def test_a_machine_that_fills_in_everything_gets_nowhere(warga, poster):
    jawaban = warga.post(alamat(poster), isian(poster.token, lebah="http://x"))
    assert jawaban.status_code == 422
    assert "Kolom tersembunyi" in jawaban.content.decode()
    assert 'value="http://x"' not in jawaban.content.decode()


def test_a_receipt_is_good_for_one_answer(warga, struk):
    assert warga.post(alamat(struk), isian(struk.token)).status_code == 302
    for lagi in (warga.get(alamat(struk)), warga.post(alamat(struk), isian(struk.token))):
        assert lagi.status_code == 410
        assert "sudah dipakai" in lagi.content.decode()
    assert Survei.objects.get().kanal == "struk"


def test_an_expired_receipt_says_until_when_it_was_good(warga, struk):
    LembarStruk.objects.update(berlaku_sampai=date(2026, 1, 5))
    jawaban = warga.get(alamat(struk))
    assert jawaban.status_code == 410
    assert "5 Januari 2026" in jawaban.content.decode()
    assert warga.post(alamat(struk), isian(struk.token)).status_code == 410


def test_a_receipt_is_good_on_its_last_day(warga, struk):
    LembarStruk.objects.update(berlaku_sampai=timezone.localdate())
    assert warga.get(alamat(struk)).status_code == 200
    LembarStruk.objects.update(berlaku_sampai=timezone.localdate() - timedelta(days=1))
    assert warga.get(alamat(struk)).status_code == 410


def test_the_last_day_of_a_receipt_ends_where_the_service_is(warga, struk):
    """00.30 on 11 March in Jayapura is still the 10th for the server in Jakarta: the receipt is over."""
    struk.lembar.layanan.unit.zona = "WIT"
    struk.lembar.layanan.unit.save(update_fields=["zona"])
    LembarStruk.objects.update(berlaku_sampai=date(2026, 3, 10))
    with time_machine.travel(datetime(2026, 3, 10, 14, 30, tzinfo=UTC), tick=False):
        assert warga.get(alamat(struk)).status_code == 200
    with time_machine.travel(datetime(2026, 3, 10, 15, 30, tzinfo=UTC), tick=False):
        jawaban = warga.get(alamat(struk))
    assert jawaban.status_code == 410
    assert "10 Maret 2026" in jawaban.content.decode()


@pytest.mark.parametrize("bagian", ["poster", "loket", "layanan"])
def test_a_closed_door_says_so(warga, poster, bagian):
    objek = {"poster": poster, "loket": poster.loket, "layanan": poster.layanan}[bagian]
    objek.aktif = False
    objek.save()
    jawaban = warga.get(alamat(poster))
    assert jawaban.status_code == 410
    assert "tidak dibuka" in jawaban.content.decode()


@pytest.mark.parametrize("token", ["p", "pabc", "x" * 15, "p" + "a" * 14, "s" + "a" * 14, "../x", "P" * 15])
def test_an_unknown_token_is_not_found_and_says_what_to_do(warga, db, token):
    jawaban = warga.get(f"/survei/{token}/")
    assert jawaban.status_code == 404
    if "/" not in token:
        assert "tidak dikenal" in jawaban.content.decode()


def test_a_token_may_be_typed_in_capitals(warga, poster):
    assert warga.get(f"/survei/{poster.token.upper()}/").status_code == 200


def test_one_network_is_slowed_down_on_a_poster_but_not_with_a_receipt(warga, poster, struk):
    for _n in range(20):
        assert warga.post(alamat(poster), isian(poster.token)).status_code == 302
    jawaban = warga.post(alamat(poster), isian(poster.token))
    assert jawaban.status_code == 429
    assert "struk" in jawaban.content.decode()
    assert warga.post(alamat(poster), isian(poster.token), REMOTE_ADDR="10.9.9.9").status_code == 302
    assert warga.post(alamat(struk), isian(struk.token)).status_code == 302


def test_without_the_cache_answers_are_still_taken(warga, poster, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        }
    }
    assert warga.post(alamat(poster), isian(poster.token)).status_code == 302
    assert Survei.objects.count() == 1


def test_words_wait_for_the_manager_and_a_low_mark_reaches_the_head(warga, poster, pemeran):
    warga.post(alamat(poster), isian(poster.token, saran=" Petugas Sari galak. ", u7="1"))
    saran = Saran.objects.get()
    assert (saran.isi, saran.status, saran.rendah) == ("Petugas Sari galak.", "menunggu", True)
    pesan = Pesan.objects.get(jenis="nilai_layanan_rendah")
    assert pesan.penerima == pemeran.kabid
    assert "Sari" not in str(pesan.data)


def test_praise_in_words_bothers_nobody(warga, poster):
    warga.post(alamat(poster), isian(poster.token, saran="Bagus."))
    assert not Saran.objects.get().rendah
    assert not Pesan.objects.exists()


def test_english_is_in_the_address_and_stays_through_the_form(warga, poster):
    html = warga.get(alamat(poster) + "?bahasa=en").content.decode()
    assert '<html lang="en">' in html
    assert 'name="bahasa" value="en"' in html
    jawaban = warga.post(alamat(poster), isian(poster.token, bahasa="en"))
    assert jawaban.headers["Location"] == "/survei/terima-kasih/?bahasa=en"
    assert warga.get(alamat(poster) + "?bahasa=xx").headers["Content-Language"] == settings.LANGUAGE_CODE


def test_reading_the_page_takes_one_query_and_an_answer_few(warga, poster, struk, django_assert_num_queries):
    with django_assert_num_queries(1):
        warga.get(alamat(poster))
    with django_assert_num_queries(3):  # door, policy, answer
        warga.post(alamat(poster), isian(poster.token), REMOTE_ADDR="10.0.0.8")
    assert Poster.objects.count() == 1
    assert set(JAWABAN) <= set(isian(struk.token))
