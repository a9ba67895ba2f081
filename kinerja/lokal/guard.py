"""Stops process groups in order, also when the program that started them was killed outright.

The owner of the groups starts this file as a separate process and keeps the write end of its standard
input. Each line adds (``+ TIER PGID SIGNAL``) or removes (``- PGID``) a group. When the pipe closes, be it
because the owner asks for the stop or because it died, everything registered is stopped: the highest tier
first (web, worker), the servers they use last. So there is one way to stop, also after kill -9.
"""

import os
import signal
import sys
import time
from pathlib import Path

PATIENCE = 4.0  # seconds a tier may take before it is killed; two tiers stay below ten seconds
STEP = 0.05

Groups = dict[int, tuple[int, int]]  # process group -> (tier, signal that asks it to stop)


def _send(group: int, signum: int) -> None:
    try:
        os.killpg(group, signum)
    except (ProcessLookupError, PermissionError):
        return


def _living_groups() -> set[int]:
    """Process groups with at least one member that is not a zombie."""
    found = set()
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            state, _parent, group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if state not in "ZX":
            found.add(int(group))
    return found


def _wait_until_gone(groups: set[int], patience: float) -> set[int]:
    """The groups still alive after at most `patience` seconds."""
    end = time.monotonic() + patience
    while (left := groups & _living_groups()) and time.monotonic() < end:
        time.sleep(STEP)
    return left


def stop_all(groups: Groups, patience: float = PATIENCE) -> None:
    """Stop every group, highest tier first; what does not go by itself is killed."""
    for tier in sorted({tier for tier, _ in groups.values()}, reverse=True):
        members = {group: signum for group, (t, signum) in groups.items() if t == tier}
        for group, signum in members.items():
            _send(group, signum)
        for group in _wait_until_gone(set(members), patience):
            _send(group, signal.SIGKILL)
        _wait_until_gone(set(members), 1.0)


def _read(groups: Groups, line: str) -> None:
    words = line.split()
    if words[0] == "+":
        groups[int(words[2])] = (int(words[1]), int(words[3]))
    else:
        groups.pop(int(words[1]), None)


def main() -> None:
    """Follow the owner's lines until the pipe closes, then stop what is registered."""
    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, signal.SIG_IGN)  # a Ctrl-C meant for the owner must not end its guard
    groups: Groups = {}
    for line in sys.stdin:
        _read(groups, line)
    stop_all(groups)


if __name__ == "__main__":
    main()
