"""Settings: production refuses to start without what it needs, and passes Django's deployment checks."""

import os
import re
import subprocess
import sys

import pytest

from kinerja.periksa_produksi import EXAMPLE, command
from tests.kinerja.bantuan import GIVEN_BY_THE_HARNESS, ROOT


def _read_settings(**changes):
    env = {k: v for k, v in os.environ.items() if k not in GIVEN_BY_THE_HARNESS} | EXAMPLE | changes
    return subprocess.run(
        [sys.executable, "-c", "import kinerja.settings as s; print(s.DATABASES, s.CELERY_BROKER_URL)"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_complete_environment_is_accepted():
    done = _read_settings()
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "missing",
    ["SECRET_KEY", "ALLOWED_HOSTS", "ALAMAT_DASAR", "DATABASE_URL", "REDIS_URL", "CACHE_URL", "EMAIL_URL"],
)
def test_production_does_not_start_when_something_is_missing(missing):
    done = _read_settings(**{missing: ""})
    assert done.returncode != 0
    assert f"{missing} must be set in production" in done.stderr


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"DEBUG": "on"}, "DEBUG must be off in production"),
        ({"SECRET_KEY": "pendek"}, "SECRET_KEY must have at least 50 characters"),
        ({"KINERJA_MODE": "prod"}, "KINERJA_MODE must be 'coba' or 'produksi'"),
    ],
)
def test_production_does_not_start_with_unsafe_values(changes, complaint):
    done = _read_settings(**changes)
    assert done.returncode != 0
    assert complaint in done.stderr


def test_the_deployment_checks_find_nothing():
    env = {k: v for k, v in os.environ.items() if k not in GIVEN_BY_THE_HARNESS} | EXAMPLE
    done = subprocess.run(command(), cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


def test_socket_addresses_are_understood_by_database_and_broker():
    done = _read_settings(
        DATABASE_URL="postgres://kinerja@/kinerja?host=/tmp/soket",
        REDIS_URL="unix:///tmp/soket/valkey.sock?db=0",
    )
    assert "'HOST': '/tmp/soket'" in done.stdout
    assert "redis+socket:///tmp/soket/valkey.sock?virtual_host=0" in done.stdout


def test_every_variable_the_settings_read_is_explained_in_the_example():
    source = (ROOT / "kinerja" / "settings.py").read_text()
    read = set(re.findall(r"(?:env(?:\.\w+)?|_wajib)\(\s*\"([A-Z_]+)\"", source))
    explained = set(re.findall(r"^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert read - explained == set()
    assert {"SECRET_KEY", "DATABASE_URL", "EMAIL_URL"} <= read
