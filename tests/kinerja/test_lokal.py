"""The embedded servers: one owner, stale traces, data that stay."""

import os
import signal
import subprocess
import sys
import time

import psutil
import psycopg
import pytest
import redis

from kinerja.lokal import guard
from kinerja.lokal.commands import own_pair, servers_for, wants
from kinerja.lokal.folder import SOCKET_PATH_MAX, DataFolder, FolderError, FolderInUseError
from kinerja.lokal.processes import PROGRAMS, SERVERS, Guarded
from kinerja.lokal.servers import Pair, ServerStartError
from kinerja.lokal.supervisor import Program, Supervisor
from tests.kinerja.bantuan import ROOT, alive, wait_for

pytestmark = [pytest.mark.proses, pytest.mark.xdist_group("lokal")]


@pytest.fixture(scope="module")
def open_folder(tmp_path_factory):
    """A folder that every user may walk into."""
    return tmp_path_factory.mktemp("lokal")


@pytest.fixture
def folder(tmp_path):
    """A data folder not made yet."""
    return tmp_path / "data"


def _sql(pair, statement):
    host = str(pair.folder.socket_folder(os.stat(pair.servers[0].data).st_uid))
    with psycopg.connect(host=host, user="kinerja", dbname="kinerja", autocommit=True) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchone() if cursor.description else None


def _valkey(pair):
    return redis.from_url(pair.environment()["REDIS_URL"])


def test_data_and_queue_survive_a_restart(folder):
    with Pair(folder) as pair:
        _sql(pair, "CREATE TABLE ingat AS SELECT 42 AS isi")
        with _valkey(pair) as client:
            client.rpush("antrean", "tugas")
    with Pair(folder) as pair:
        assert _sql(pair, "SELECT isi FROM ingat") == (42,)
        with _valkey(pair) as client:
            assert client.lrange("antrean", 0, -1) == [b"tugas"]


def test_the_servers_listen_on_no_network_port(folder):
    with Pair(folder, throw_away=True) as pair:
        for server in pair.servers:
            assert psutil.Process(server.child.pid).net_connections(kind="inet") == []


def test_sockets_lie_in_a_private_folder_with_a_short_path(tmp_path):
    long = tmp_path / ("folder-yang-panjang-sekali-" * 4) / ("dan-lagi-" * 12)
    with Pair(long, throw_away=True) as pair:
        place = pair.folder.socket_folder(os.stat(pair.servers[0].data).st_uid)
        assert place.stat().st_mode & 0o777 == 0o700
        assert max(len(os.fsencode(found)) for found in place.iterdir()) <= SOCKET_PATH_MAX
    assert not place.exists()


def test_a_socket_folder_of_somebody_else_is_refused(folder):
    data = DataFolder(folder)
    place = data.socket_folder(os.geteuid())
    place.rmdir()
    place.symlink_to("/")
    try:
        with pytest.raises(FolderError, match="milik pengguna lain"):
            data.socket_folder(os.geteuid())
    finally:
        place.unlink()


def test_a_second_owner_is_refused_and_learns_the_addresses(folder):
    with Pair(folder, throw_away=True) as pair:
        with pytest.raises(FolderInUseError, match="sedang dipakai oleh proses lain") as refused:
            DataFolder(folder).acquire()
        assert refused.value.addresses["DATABASE_URL"] == pair.environment()["DATABASE_URL"]


def test_the_pid_file_of_a_crashed_machine_does_not_block_the_start(folder):
    with Pair(folder, throw_away=True) as pair:
        data = pair.servers[0].data
    lines = [
        str(os.getpid()),
        str(data),
        "0",
        "5432",
        "/tmp",
        "",
        "0 0",
        "ready",
    ]  # our own pid: alive, no database
    (data / "postmaster.pid").write_text("\n".join(lines) + "\n")
    with Pair(folder, throw_away=True) as pair:
        assert _sql(pair, "SELECT 1") == (1,)


def test_an_orphaned_database_is_stopped_before_the_new_one_starts(folder):
    """Owner and guard both killed at once: only then can a server be left over."""
    script = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom kinerja.lokal.servers import Pair\n"
        "pair = Pair(Path(sys.argv[1]), throw_away=True).__enter__()\n"
        "print(pair.servers[0].child.pid, pair.servers[1].child.pid, flush=True)\n"
        "os.kill(pair.processes._guard.pid, signal.SIGKILL)\nos.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], stdout=subprocess.PIPE, text=True, check=False
    )
    assert done.returncode == -signal.SIGKILL
    database, queue = (psutil.Process(int(word)) for word in done.stdout.split())
    assert alive(database)
    try:
        with Pair(folder, throw_away=True) as pair:
            assert _sql(pair, "SELECT 1") == (1,)
            assert not alive(database)
    finally:
        queue.kill()


def test_a_broken_first_attempt_is_not_taken_for_a_database(folder):
    (folder / "postgres.baru").mkdir(parents=True)
    (folder / "postgres.baru" / "PG_VERSION").write_text("18\n")
    with Pair(folder, throw_away=True) as pair:
        assert _sql(pair, "SELECT 1") == (1,)


def test_a_server_that_cannot_start_says_why_and_leaves_nothing(folder):
    with Pair(folder, throw_away=True) as pair:
        data = pair.servers[0].data
    (data / "postgresql.conf").write_text("bukan pengaturan\n")
    with pytest.raises(
        ServerStartError,
        match=r"PostgreSQL tidak dapat dijalankan(.|\n)*unrecognized configuration parameter",
    ):
        Pair(folder, throw_away=True).__enter__()
    DataFolder(folder).acquire()  # the folder is free again


def test_a_folder_that_cannot_be_written_is_refused_with_advice(tmp_path):
    (tmp_path / "berkas").write_text("")
    with pytest.raises(FolderError, match=r"tidak dapat ditulis .* DATA=/folder/lain"):
        DataFolder(tmp_path / "berkas" / "data").acquire()


def test_a_database_of_another_user_is_refused_with_advice(folder):
    with Pair(folder, throw_away=True) as pair:
        data = pair.servers[0].data
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    os.chown(data, 12345, 12345)
    with pytest.raises(FolderError, match="dibuat oleh pengguna lain"):
        Pair(folder, throw_away=True).__enter__()


def test_only_the_server_whose_address_is_missing_is_started(folder):
    with Pair(folder, postgres=False, throw_away=True) as pair:
        assert set(pair.environment()) == {"REDIS_URL", "CACHE_URL"}


def test_stubborn_programs_are_killed_and_servers_stop_last(tmp_path):
    """The server writes when it was asked to stop; the program ignores being asked."""
    note = tmp_path / "catatan"
    stubborn = (
        "import signal,time; signal.signal(15, signal.SIG_IGN); print('siap', flush=True); time.sleep(60)"
    )
    server = (
        "import signal,sys,time,os\n"
        "def leave(*_):\n"
        " try: state = open('/proc/' + sys.argv[1] + '/stat').read().rpartition(')')[2].split()[0]\n"
        " except OSError: state = 'gone'\n"
        f" open({str(note)!r}, 'w').write(state)\n sys.exit()\n"
        "signal.signal(2, leave); print('siap', flush=True); time.sleep(60)\n"
    )
    processes = Guarded()
    program = processes.start([sys.executable, "-c", stubborn], tier=PROGRAMS, output=subprocess.PIPE)
    assert program.stdout.readline() == b"siap\n"
    below = processes.start(
        [sys.executable, "-c", server, str(program.pid)],
        tier=SERVERS,
        stop_signal=signal.SIGINT,
        output=subprocess.PIPE,
    )
    assert below.stdout.readline() == b"siap\n"
    begin = time.monotonic()
    processes.stop()
    processes.stop()  # twice is harmless
    assert time.monotonic() - begin < 10
    assert (program.returncode, below.returncode) == (-signal.SIGKILL, 0)
    assert note.read_text() in {"gone", "Z"}
    program.stdout.close()
    below.stdout.close()


def test_a_killed_guard_does_not_prevent_the_stop():
    processes = Guarded()
    child = processes.start([sys.executable, "-c", "import time; time.sleep(60)"], tier=PROGRAMS)
    os.kill(processes._guard.pid, signal.SIGKILL)
    processes.stop()
    assert child.returncode == -signal.SIGTERM


def test_an_owner_killed_before_its_guard_knows_a_child_leaves_no_child(tmp_path):
    """The instant between the birth of a child and its entry with the guard, made to last for ever."""
    ran = tmp_path / "berjalan"
    owner = (
        "import os, signal, sys\n"
        "from kinerja.lokal.processes import PROGRAMS, Guarded\n"
        "class Doomed(Guarded):\n"
        " def _tell(self, line):\n"
        "  print(line.split()[2], flush=True)\n"
        "  os.kill(os.getpid(), signal.SIGKILL)\n"
        f"Doomed().start(['sh', '-c', 'touch {ran}; exec sleep 30'], tier=PROGRAMS, output=-3)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", owner], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (-signal.SIGKILL, "")
    child = int(done.stdout)
    wait_for(lambda: child not in guard._living_groups(), 5, "anak yang belum tercatat berhenti")
    assert not ran.exists()


def test_a_program_that_keeps_dying_is_restarted_ever_more_slowly(folder, capsys):
    class _Enough(Exception):
        pass

    dying = Program("rapuh", [sys.executable, "-c", "print('mencoba')"], "")
    with Pair(folder, postgres=False, valkey=False) as pair:

        def until_third_death():
            if dying.backoff >= 4:
                raise _Enough

        with pytest.raises(_Enough):
            Supervisor(pair, [dying], os.environ, out=sys.stdout).run(until_third_death)
    text = capsys.readouterr().out
    assert text.count("rapuh | mencoba") == 3
    assert [line.rpartition("dalam ")[2] for line in text.splitlines() if "berhenti" in line] == [
        "0.5 detik",
        "1 detik",
        "2 detik",
    ]


class TestServersForCommands:
    @pytest.fixture(autouse=True)
    def _environment(self, monkeypatch, folder):
        for name in ("DATABASE_URL", "REDIS_URL", "CACHE_URL"):
            monkeypatch.setenv(name, "")
        monkeypatch.setenv("DATA", str(folder))

    def test_a_command_gets_servers_for_as_long_as_it_lasts(self):
        with servers_for(["manage.py", "migrate"]):
            host = os.environ["DATABASE_URL"].rpartition("host=")[2]
            pair = own_pair()
            assert os.path.exists(host)
            assert pair.folder.state()["pid"] == str(os.getpid())
        assert not os.path.exists(host)
        with pytest.raises(LookupError, match="make run"):
            own_pair()

    def test_a_command_shares_the_servers_of_a_running_instance(self, folder):
        with Pair(folder, throw_away=True) as pair, servers_for(["manage.py", "migrate"]):
            assert os.environ["DATABASE_URL"] == pair.environment()["DATABASE_URL"]

    def test_jalan_shares_with_nobody(self, folder):
        with (
            Pair(folder, throw_away=True),
            pytest.raises(FolderInUseError),
            servers_for(["manage.py", "jalan"]),
        ):
            pass

    @pytest.mark.parametrize("command", ["collectstatic", "help", "terjemahan"])
    def test_commands_without_need_start_nothing(self, command, folder):
        with servers_for(["manage.py", command]):
            assert not folder.exists()

    def test_production_never_starts_servers(self, monkeypatch):
        monkeypatch.setenv("KINERJA_MODE", "produksi")
        assert wants() == (False, False)

    def test_given_addresses_are_respected(self, monkeypatch):
        monkeypatch.setenv("DATABASE_URL", "postgres://kinerja@db/kinerja")
        assert wants() == (False, True)


def test_waiting_helper_fails_when_nothing_happens():
    with pytest.raises(AssertionError, match="tidak terjadi"):
        wait_for(lambda: False, 0.1, "apa pun")
