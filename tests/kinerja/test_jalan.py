"""`manage.py jalan` as a whole: real servers, real web, worker and beat."""

import os
import pwd
import signal
import subprocess
import sys

import psutil
import pytest

from tests.kinerja.bantuan import ROOT, alive, bare_environment, running, status, wait_for

pytestmark = [pytest.mark.proses, pytest.mark.xdist_group("jalan")]


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A data folder below an open place: as root, PostgreSQL runs as somebody else."""
    folder = tmp_path_factory.mktemp("jalan")
    return folder / "data"


@pytest.fixture(scope="module")
def jalan(data):
    """A running instance, shared: what a test kills in it comes back."""
    with running(data) as run:
        yield run


def test_pages_answer_and_everything_it_needs_becomes_ready(jalan):
    assert status(jalan.port, "/masuk/") == 200
    assert status(jalan.port, "/sehat/") == 200
    wait_for(lambda: status(jalan.port, "/sehat/siap/") == 200, 30, "basis data, antrean, dan pekerja siap")


def test_a_second_instance_on_the_same_data_is_refused_with_a_clear_sentence(jalan, data):
    second = subprocess.run(
        [sys.executable, "manage.py", "jalan", "--port", "0"],
        cwd=ROOT,
        env=bare_environment(data),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert second.returncode == 1
    assert second.stderr.strip() == (
        f"Folder data {data} sedang dipakai oleh proses lain (pid {jalan.process.pid}). "
        "Hentikan dulu proses itu, atau pilih folder lain dengan DATA=/folder/lain."
    )
    assert status(jalan.port, "/sehat/") == 200


def test_a_command_uses_the_servers_of_the_running_instance(jalan, data):
    done = subprocess.run(
        [sys.executable, "manage.py", "showmigrations", "pegawai"],
        cwd=ROOT,
        env=bare_environment(data),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "[X] 0001_initial" in done.stdout
    assert status(jalan.port, "/sehat/siap/") in {200, 503}  # still there


@pytest.mark.parametrize(
    ("name", "words"),
    [("web", ["granian"]), ("worker", ["celery", " worker "]), ("beat", ["celery", " beat "])],
)
def test_a_killed_child_comes_back(jalan, name, words):
    victim = jalan.child(*words)
    family = [victim, *victim.children(recursive=True)]
    victim.send_signal(signal.SIGKILL)
    wait_for(lambda: not any(map(alive, family)), 10, "yang lama habis")
    wait_for(lambda: _other(jalan, words, victim), 10, f"{name} dijalankan lagi")
    assert f"{name:<6} | berhenti (kode -9)" in jalan.text()
    wait_for(lambda: status(jalan.port, "/masuk/") == 200, 30, "halaman kembali menjawab")


def _other(run, words, old):
    try:
        return run.child(*words).pid != old.pid
    except LookupError:
        return False


def test_a_killed_database_comes_back(jalan):
    victim = jalan.child("pginstall", "postgres")
    victim.send_signal(signal.SIGKILL)
    wait_for(lambda: "PostgreSQL berhenti (kode -9)" in jalan.text(), 10, "kematiannya dicatat")
    wait_for(lambda: status(jalan.port, "/masuk/") == 200, 30, "halaman kembali menjawab")
    wait_for(lambda: _other(jalan, ["pginstall", "postgres"], victim), 10, "basis data hidup lagi")


def _stops_everything_within_ten_seconds(run, signum):
    family = run.family()
    assert len(family) > 8
    run.process.send_signal(signum)
    run.process.wait(10)
    assert [p for p in family if alive(p)] == []


def test_killing_the_parent_leaves_no_process_and_the_next_start_works_and_stops_by_sigterm(tmp_path_factory):
    data = tmp_path_factory.mktemp("induk") / "data"
    with running(data) as run:
        family = run.family()
        run.process.kill()
        run.process.wait()
        wait_for(lambda: not any(map(alive, family)), 10, "semua proses berhenti")
    with running(data) as again:
        assert status(again.port, "/sehat/") == 200
        _stops_everything_within_ten_seconds(again, signal.SIGTERM)


@pytest.mark.skipif(os.geteuid() != 0, reason="every other test here already runs as an ordinary user")
def test_an_ordinary_user_with_a_long_path_and_a_stop_by_ctrl_c(tmp_path_factory):
    nobody = pwd.getpwnam("nobody")
    folder = tmp_path_factory.mktemp("biasa") / ("alamat-yang-panjang-" * 8) / ("sekali-lagi-" * 10)
    folder.mkdir(parents=True)
    for owned in (folder, *folder.parents[:2]):
        os.chown(owned, nobody.pw_uid, nobody.pw_gid)
    assert len(str(folder)) > 250
    with running(folder / "data", as_ordinary_user=(nobody.pw_uid, nobody.pw_gid)) as run:
        users = {p.uids().effective for p in run.family() if psutil.pid_exists(p.pid)}
        assert users == {nobody.pw_uid}
        assert status(run.port, "/masuk/") == 200
        assert (folder / "data" / "postgres" / "PG_VERSION").stat().st_uid == nobody.pw_uid
        _stops_everything_within_ten_seconds(run, signal.SIGINT)
