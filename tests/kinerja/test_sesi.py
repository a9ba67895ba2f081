"""The web goes on while Valkey is away: pages, actions that tell somebody, logging out."""

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.urls import reverse
from redis.exceptions import ConnectionError as RedisConnectionError

from pemberitahuan.models import Pesan
from tests.pemeran import SANDI

NOBODY = "unix:///tidak/ada.sock?db=1"


@pytest.fixture
def valkey_pergi(settings):
    """Call it, and the cache (and with it the broker) is away."""

    def _pergi():
        settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": NOBODY}}
        with pytest.raises(RedisConnectionError):
            cache.get("apa-saja")

    return _pergi


def test_a_session_goes_on_and_an_action_still_writes_its_message(pemeran, buat_skp, masuk, valkey_pergi):
    skp = buat_skp(pemeran.ratna, status="diajukan")
    klien = masuk(pemeran.kabid)
    valkey_pergi()
    assert klien.get("/").status_code == 200
    jawaban = klien.post(reverse("sasaran:setujui", args=[skp.pk]))
    assert jawaban.status_code == 302
    skp.refresh_from_db()
    assert skp.status == "disetujui"
    assert Pesan.objects.filter(penerima=pemeran.ratna, jenis="skp_disetujui").exists()


def test_a_session_begins_and_ends_without_the_cache(pemeran, masuk, valkey_pergi):
    valkey_pergi()
    klien = masuk(pemeran.ratna)
    assert klien.get("/").status_code == 200
    klien.logout()
    assert not Session.objects.exists()
    assert klien.get("/").status_code == 302


def test_an_unknown_session_is_nobody_without_the_cache(client, db, settings, valkey_pergi):
    client.cookies[settings.SESSION_COOKIE_NAME] = "tidakadasesisepertiini0123456789"
    valkey_pergi()
    assert client.get("/").status_code == 302


def test_logging_in_waits_with_a_clear_page_rather_than_without_limits(pemeran, client, valkey_pergi):
    valkey_pergi()
    assert client.get("/masuk/").status_code == 200
    jawaban = client.post("/masuk/", {"login": pemeran.ratna.nip, "password": SANDI})
    assert (jawaban.status_code, jawaban["Retry-After"]) == (503, "60")
    assert "Siapa yang sudah masuk dapat bekerja seperti biasa." in jawaban.text
    assert client.get("/").status_code == 302  # not logged in
