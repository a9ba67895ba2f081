"""Runs the programs of the trial run beside their servers: prefixed logs, restart of what dies."""

import contextlib
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TextIO

from .processes import PROGRAMS, Guarded
from .servers import Pair

TICK = 0.2  # seconds between looks at the children
STABLE = 30.0  # having run this long, a program starts its back-off anew
BACKOFF_MAX = 30.0
RESET = "\033[0m"


@dataclass
class Program:
    """One supervised program: what it is called in the log, how it starts, the colour of its prefix."""

    name: str
    command: list[str]
    colour: str
    child: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    backoff: float = 0.5
    due: float = 0.0
    rest: bytes = field(default=b"", repr=False)


class Supervisor:
    """Starts `programs` in the environment `env` and keeps them and the servers of `pair` running."""

    def __init__(
        self, pair: Pair, programs: list[Program], env: Mapping[str, str], out: TextIO = sys.stdout
    ) -> None:
        self._pair = pair
        self._processes: Guarded = pair.processes
        self._programs = programs
        self._env = env
        self._out = out
        self._colour = out.isatty()
        self._width = max(len(program.name) for program in programs)
        self._selector = selectors.DefaultSelector()

    def run(self, on_tick: Callable[[], None]) -> None:
        """Supervise until an exception (a signal) ends it; `on_tick` is called several times a second."""
        while True:
            for program in self._programs:
                self._look_after(program)
            self._look_after_servers()
            self._pump()
            on_tick()

    def say(self, name: str, line: str, colour: str = "\033[1m") -> None:
        """One line of log with its prefix."""
        prefix = f"{name:<{self._width}} | "
        self._out.write((f"{colour}{prefix}{RESET}" if self._colour else prefix) + line + "\n")
        self._out.flush()

    def _look_after(self, program: Program) -> None:
        child = program.child
        if child is None:
            if time.monotonic() >= program.due:
                self._start(program)
        elif child.poll() is not None:
            self._bury(program, child)

    def _start(self, program: Program) -> None:
        child = self._processes.start(program.command, tier=PROGRAMS, env=self._env, output=subprocess.PIPE)
        program.child, program.started = child, time.monotonic()
        if child.stdout is not None:
            os.set_blocking(child.stdout.fileno(), False)
            self._selector.register(child.stdout, selectors.EVENT_READ, program)

    def _bury(self, program: Program, child: subprocess.Popen[bytes]) -> None:
        """Take leave of a program that ended, with all it had started, and plan its return."""
        self._processes.forget(child)
        if child.stdout is not None:
            self._read(program, child)
            with contextlib.suppress(KeyError):
                self._selector.unregister(child.stdout)
            child.stdout.close()
        if time.monotonic() - program.started > STABLE:
            program.backoff = 0.5
        self.say(
            program.name,
            f"berhenti (kode {child.returncode}); dijalankan lagi dalam {program.backoff:g} detik",
            program.colour,
        )
        program.child, program.due = None, time.monotonic() + program.backoff
        program.backoff = min(program.backoff * 2, BACKOFF_MAX)

    def _look_after_servers(self) -> None:
        for server in self._pair.servers:
            child = server.child
            if child is not None and child.poll() is not None:
                self.say("server", f"{server.name} berhenti (kode {child.returncode}); dijalankan lagi")
                self._processes.forget(child)
                server.start()

    def _pump(self) -> None:
        for key, _events in self._selector.select(TICK):
            program: Program = key.data
            if program.child is not None and not self._read(program, program.child):
                self._selector.unregister(key.fileobj)

    def _read(self, program: Program, child: subprocess.Popen[bytes]) -> bool:
        """Pass on the complete lines that `child` has written; False when there will be no more."""
        if child.stdout is None:
            return False
        try:
            chunk = os.read(child.stdout.fileno(), 65536)
        except BlockingIOError:
            return True
        *lines, program.rest = (program.rest + chunk).split(b"\n")
        for line in lines:
            self.say(program.name, line.decode(errors="replace"), program.colour)
        return bool(chunk)
