"""Servers for one `manage.py` command: the running instance's, or our own while the command lasts."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import environ

from .folder import FolderInUseError
from .servers import Pair

ROOT = Path(__file__).resolve().parents[2]
NEED_NO_SERVER = {
    "",
    "collectstatic",
    "help",
    "makemessages",
    "terjemahan",
    "--help",
    "-h",
    "version",
    "--version",
}


def data_path() -> Path:
    """The data folder of this environment."""
    return Path(os.environ.get("DATA") or ROOT / ".data").resolve()


def wants() -> tuple[bool, bool]:
    """Whether (PostgreSQL, Valkey) must be ours: outside production, when no address is given."""
    environ.Env.read_env(ROOT / ".env")
    if os.environ.get("KINERJA_MODE", "coba") == "produksi":
        return False, False
    return not os.environ.get("DATABASE_URL"), not os.environ.get("REDIS_URL")


_own: list[Pair] = []


def own_pair() -> Pair:
    """The servers which this process started, for `jalan` to look after. LookupError without any."""
    if not _own:
        raise LookupError("Jalankan lewat `make run` atau `python manage.py jalan`.")
    return _own[-1]


@contextlib.contextmanager
def servers_for(arguments: list[str]) -> Iterator[None]:
    """Within it, the environment has the addresses of servers that answer.

    `jalan` must own its data folder (FolderInUseError when it cannot); every other command may share the
    servers of a running instance.
    """
    command = (arguments[1:2] or ["help"])[0]
    postgres, valkey = wants()
    if command != "jalan" and (command in NEED_NO_SERVER or not (postgres or valkey)):
        yield
        return
    with contextlib.ExitStack() as stack:
        try:
            pair = stack.enter_context(Pair(data_path(), postgres=postgres, valkey=valkey))
            _own.append(pair)
            addresses = pair.environment()
        except FolderInUseError as e:
            if command == "jalan":
                raise
            addresses = e.addresses
        os.environ |= {key: value for key, value in addresses.items() if key.endswith("_URL")}
        stack.callback(_own.clear)
        yield
