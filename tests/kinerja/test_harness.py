"""The harness itself: what it must refuse, it refuses."""

import os
import socket
import warnings

import pytest
from django.core.cache import cache
from django.db import connection
from django.template import Context, Template
from pytest_socket import SocketConnectBlockedError


def test_network_beyond_loopback_is_refused():
    with (
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as outside,
        warnings.catch_warnings(action="ignore"),
        pytest.raises(SocketConnectBlockedError),
    ):
        outside.connect(("192.0.2.1", 80))


def test_loopback_is_open():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_a_warning_is_an_error():
    with pytest.raises(UserWarning, match="tidak boleh"):
        warnings.warn("tidak boleh", UserWarning, stacklevel=1)


def test_an_undefined_template_variable_fails():
    with pytest.raises(pytest.fail.Exception, match="tidak_ada"):
        Template("{{ tidak_ada }}").render(Context())


@pytest.mark.django_db
def test_the_database_is_postgresql_18_on_a_private_socket():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int, inet_server_addr()")
        version, address = cursor.fetchone()
    assert version >= 180000
    assert address is None


def test_the_cache_is_a_real_valkey():
    cache.set("kunci-uji", [1, 2, 3])
    assert cache.get("kunci-uji") == [1, 2, 3]


@pytest.mark.xdist_group("harness")
@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="groups are of parallel runs")
def test_tests_of_a_group_stay_on_one_worker(request):
    assert request.node.nodeid.endswith("@harness")
