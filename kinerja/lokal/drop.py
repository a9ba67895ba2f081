"""Stand-alone script: give up root, then become another program.

Usage: ``python drop.py UID GID READ_ANYWHERE PROGRAM [ARG ...]``. PostgreSQL refuses to run as root. When
the program or its data lie below a folder closed to others (``/root``, mode 0700), READ_ANYWHERE=1 keeps
exactly one capability, reading past folder permissions, so that no permission on disk has to be opened.
"""

import ctypes
import os
import sys

PR_SET_KEEPCAPS = 8
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2
CAP_DAC_OVERRIDE = 1  # what containers usually grant; wider, so only the second choice
CAP_DAC_READ_SEARCH = 2
CAPABILITY_VERSION_3 = 0x20080522

libc = ctypes.CDLL(None, use_errno=True)


class _Header(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


class _Sets(ctypes.Structure):
    _fields_ = [
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    ]


def _checked(result: int) -> None:
    if result != 0:
        raise OSError(ctypes.get_errno(), "keeping one capability failed: " + os.strerror(ctypes.get_errno()))


def _permitted() -> int:
    """The lower 32 bits of what this process may hold."""
    sets = (_Sets * 2)()
    _checked(libc.capget(ctypes.byref(_Header(CAPABILITY_VERSION_3, 0)), sets))
    return int(sets[0].permitted)


def _keep_one(capability: int) -> None:
    """After the change of user: hold `capability` only, and hand it on through exec."""
    bit = 1 << capability
    sets = (_Sets * 2)(_Sets(bit, bit, bit), _Sets(0, 0, 0))
    _checked(libc.capset(ctypes.byref(_Header(CAPABILITY_VERSION_3, 0)), sets))
    _checked(libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0))


def main(uid: int, gid: int, read_anywhere: bool, program: list[str]) -> None:
    """Become `uid`/`gid` and execute `program`; never returns."""
    capability = CAP_DAC_READ_SEARCH if _permitted() & (1 << CAP_DAC_READ_SEARCH) else CAP_DAC_OVERRIDE
    if read_anywhere:
        _checked(libc.prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0))
    os.setgroups([])
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)
    if read_anywhere:
        _keep_one(capability)
    os.execv(program[0], program)  # noqa: S606 - the caller names one of our own server programs


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "1", sys.argv[4:])
