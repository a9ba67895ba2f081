"""Helpers of the process tests: run `jalan` as a person does, see what it started, wait for what comes."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from kinerja.lokal import drop
from tests import peladen

ROOT = Path(__file__).resolve().parents[2]
GIVEN_BY_THE_HARNESS = {"DATABASE_URL", "REDIS_URL", "CACHE_URL", "LOG_LEVEL", "DATA", peladen.MARK}


def wait_for(condition: Callable[[], object], seconds: float, what: str) -> None:
    """Return as soon as `condition` holds; fail after `seconds`."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"tidak terjadi dalam {seconds} detik: {what}"
        time.sleep(0.05)


def free_port() -> int:
    """A port on loopback that nobody uses right now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def status(port: int, path: str) -> int:
    """The HTTP status of a page, 0 when nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as e:
        return e.code
    except OSError:
        return 0


def bare_environment(data: Path) -> dict[str, str]:
    """The environment of somebody who has set nothing but the data folder."""
    found = {k: v for k, v in os.environ.items() if k not in GIVEN_BY_THE_HARNESS}
    return found | {"DATA": str(data)}


def alive(process: psutil.Process) -> bool:
    """Whether it is still the same process, and not merely waiting to be counted out."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


class Run:
    """One `manage.py jalan`."""

    def __init__(self, data: Path, *, as_ordinary_user: tuple[int, int] | None = None) -> None:
        self.port = free_port()
        self.log = data.with_name(data.name[:40] + ".log")
        command = [sys.executable, "manage.py", "jalan", "--tanpa-demo", "--port", str(self.port)]
        if as_ordinary_user:
            uid, gid = as_ordinary_user
            command = [sys.executable, "-I", "-S", drop.__file__, str(uid), str(gid), "1", *command]
        # As a job in the background of a script, which starts with SIGINT ignored: it must obey all the same.
        command = ["/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh", *command]
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=bare_environment(data),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def text(self) -> str:
        """What it has written so far."""
        return self.log.read_text(errors="replace")

    def wait_until_ready(self) -> None:
        """Return when it has said so."""
        wait_for(lambda: "Kinerja siap di" in self.text() or self.process.poll() is not None, 90, "siap")
        assert f"Kinerja siap di http://127.0.0.1:{self.port}" in self.text(), self.text()

    def family(self) -> list[psutil.Process]:
        """It and everything it started."""
        top = psutil.Process(self.process.pid)
        return [top, *top.children(recursive=True)]

    def child(self, *words: str) -> psutil.Process:
        """Its direct child whose command line has all `words`."""
        for process in psutil.Process(self.process.pid).children():
            with contextlib.suppress(psutil.NoSuchProcess):
                if all(word in " ".join(process.cmdline()) for word in words):
                    return process
        raise LookupError(words)


@contextlib.contextmanager
def running(data: Path, *, as_ordinary_user: tuple[int, int] | None = None) -> Iterator[Run]:
    """`jalan` on `data`, ready; whatever is left of it afterwards is killed."""
    run = Run(data, as_ordinary_user=as_ordinary_user)
    try:
        run.wait_until_ready()
        yield run
    finally:
        if run.process.poll() is None:
            run.process.terminate()
            run.process.wait(15)
