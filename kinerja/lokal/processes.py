"""Children in process groups of their own, watched over by a guard (see guard.py)."""

import contextlib
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from . import guard

SERVERS, PROGRAMS = 0, 1  # tiers: programs stop before the servers they use
# A child waits here until the guard knows it. Were it let go at once, an owner killed between the two would
# leave it running for ever; so it gives up when its standard input ends without a word.
GATE = ["/bin/sh", "-c", 'read -r word && exec "$@" </dev/null', "sh"]


class Guarded:
    """Starts processes and makes sure that all of them end, whatever happens to this one."""

    def __init__(self, *, keep_open: Sequence[int] = ()) -> None:
        """`keep_open`: file descriptors (a lock) which the guard holds until everything has ended."""
        self._groups: guard.Groups = {}
        self._children: list[subprocess.Popen[bytes]] = []
        self._guard = subprocess.Popen(  # noqa: S603 - our own file, no shell
            [sys.executable, "-I", "-S", str(Path(guard.__file__))],
            stdin=subprocess.PIPE,
            pass_fds=keep_open,
            start_new_session=True,
        )

    def start(
        self,
        command: Sequence[str],
        *,
        tier: int,
        stop_signal: int = signal.SIGTERM,
        env: Mapping[str, str] | None = None,
        output: int | IO[bytes] | None = None,
        cwd: Path | None = None,
    ) -> subprocess.Popen[bytes]:
        """Start `command` in its own process group; `output` receives both of its streams."""
        child = subprocess.Popen(  # noqa: S603 - our own programs, no shell
            [*GATE, *command],
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT if output is not None else None,
            env=env,
            cwd=cwd,
            process_group=0,
        )
        self._children.append(child)
        self._groups[child.pid] = (tier, stop_signal)
        self._tell(f"+ {tier} {child.pid} {int(stop_signal)}")
        _say(child, b"\n")
        if child.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                child.stdin.close()
        return child

    def forget(self, child: subprocess.Popen[bytes]) -> None:
        """The leader `child` has ended: end what is left of its group too."""
        guard.stop_all({child.pid: (0, signal.SIGKILL)})
        self._groups.pop(child.pid, None)
        self._children.remove(child)
        self._tell(f"- {child.pid}")

    def stop(self) -> None:
        """Stop everything in order and return when all of it has ended. May be called twice."""
        if self._guard.stdin is None or self._guard.stdin.closed:
            return
        with contextlib.suppress(BrokenPipeError):
            self._guard.stdin.close()
        while self._guard.poll() is None:
            self._reap(0.05)
        guard.stop_all(self._groups)  # nothing to do, unless somebody killed the guard
        self._reap(1.0)
        for child in self._children:
            if child.stdout is not None:
                child.stdout.close()

    def _reap(self, seconds: float) -> None:
        for child in self._children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(seconds)

    def _tell(self, line: str) -> None:
        _say(self._guard, line.encode() + b"\n")


def _say(process: "subprocess.Popen[bytes]", line: bytes) -> None:
    """Write a line to the standard input of `process`, which may have ended."""
    if process.stdin is None:
        return
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(line)
        process.stdin.flush()
