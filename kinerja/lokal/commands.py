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
    "jalan",
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


@contextlib.contextmanager
def servers_for(arguments: list[str]) -> Iterator[None]:
    """Within it, the environment has the addresses of servers that answer."""
    postgres, valkey = wants()
    if arguments[1:2] == [] or arguments[1] in NEED_NO_SERVER or not (postgres or valkey):
        yield
        return
    with contextlib.ExitStack() as stack:
        try:
            addresses = stack.enter_context(Pair(data_path(), postgres=postgres, valkey=valkey)).environment()
        except FolderInUseError as e:
            addresses = {key: value for key, value in e.addresses.items() if key.endswith("_URL")}
        for key, value in addresses.items():
            os.environ.setdefault(key, value)
        yield
