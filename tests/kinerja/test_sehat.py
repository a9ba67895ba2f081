"""Health addresses: who must answer, and what is said when somebody does not."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import DataError, connection
from django.urls import reverse
from redis.exceptions import ConnectionError as RedisConnectionError

from kinerja import sehat

NOBODY = "unix:///tidak/ada.sock?db=1"


@pytest.fixture(autouse=True)
def _no_worker(monkeypatch):
    """No sign of life but those of this test: the cache is one for the whole run, and test_celery has real workers."""
    monkeypatch.setattr(sehat, "BEAT_KEY", f"uji:{uuid4()}")
    monkeypatch.setattr(sehat._Heart, "last", 0.0)


@pytest.fixture
def _worker_alive(_no_worker):
    sehat.beat()


@pytest.fixture
def _cache_gone(settings):
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": NOBODY}}
    with pytest.raises(RedisConnectionError):
        cache.get("apa-saja")


@pytest.fixture
def _broker_gone(monkeypatch):
    monkeypatch.setattr(sehat.app.conf, "broker_write_url", "redis+socket:///tidak/ada.sock")


def test_it_lives_without_login_and_without_asking_anything(client):
    answer = client.get("/sehat/")
    assert (answer.status_code, answer.json()) == (200, {"hidup": True})
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.usefixtures("_worker_alive")
@pytest.mark.django_db
def test_it_is_ready_when_database_broker_and_worker_answer(client):
    answer = client.get(reverse("sehat-siap"))
    assert answer.json() == {"basis_data": True, "antrean": True, "pekerja": True}
    assert answer.status_code == 200


@pytest.mark.django_db
def test_without_a_worker_it_is_not_ready(client):
    answer = client.get("/sehat/siap/")
    assert answer.json() == {"basis_data": True, "antrean": True, "pekerja": False}
    assert answer.status_code == 503


@pytest.mark.usefixtures("_worker_alive", "_broker_gone")
@pytest.mark.django_db
def test_without_a_broker_it_is_not_ready(client):
    answer = client.get("/sehat/siap/")
    assert answer.json() == {"basis_data": True, "antrean": False, "pekerja": True}
    assert answer.status_code == 503


@pytest.mark.usefixtures("_cache_gone")
@pytest.mark.django_db
def test_without_the_cache_no_worker_is_known(client):
    answer = client.get("/sehat/siap/")
    assert answer.json()["pekerja"] is False
    assert answer.status_code == 503


@pytest.mark.usefixtures("_worker_alive")
@pytest.mark.django_db
def test_with_a_database_that_refuses_it_is_not_ready(client):
    with connection.cursor() as cursor, pytest.raises(DataError):
        cursor.execute("SELECT 1 / 0")  # from here on this transaction refuses every statement
    answer = client.get("/sehat/siap/")
    assert answer.json() == {"basis_data": False, "antrean": True, "pekerja": True}
    assert answer.status_code == 503


@pytest.mark.parametrize("address", ["/sehat/", "/sehat/siap/"])
def test_nothing_can_be_sent_there(client, address):
    assert client.post(address).status_code == 405


@pytest.mark.usefixtures("_cache_gone")
def test_a_worker_without_cache_goes_on_working():
    sehat.beat()


@pytest.mark.usefixtures("_worker_alive")
def test_signs_of_life_are_not_written_more_often_than_needed():
    cache.delete(sehat.BEAT_KEY)
    sehat.beat()
    assert cache.get(sehat.BEAT_KEY) is None
