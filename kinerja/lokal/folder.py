"""The data folder: one owner at a time, its addresses, and a short place for sockets."""

import fcntl
import hashlib
import json
import os
import shutil
import stat
import tempfile
import time
from pathlib import Path

SOCKET_PATH_MAX = 107  # sun_path of Linux without its closing NUL
LONGEST_SOCKET_NAME = ".s.PGSQL.5432.lock"
PATIENCE = 15.0  # a predecessor that was killed is cleaned up well within this time


class FolderInUseError(Exception):
    """Another running instance owns the data folder; `addresses` are where its servers answer."""

    def __init__(self, path: Path, state: dict[str, str]) -> None:
        self.addresses = state
        super().__init__(
            f"Folder data {path} sedang dipakai oleh proses lain (pid {state.get('pid', '?')}). "
            "Hentikan dulu proses itu, atau pilih folder lain dengan DATA=/folder/lain."
        )


class FolderError(Exception):
    """The data folder cannot be used; the text says what to do."""


def _alive(pid: str) -> bool:
    return bool(pid) and Path("/proc", pid).exists()


class DataFolder:
    """`path` with a lock that belongs to a process (not to a pid file that can be stale)."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self._lock: int | None = None
        self._sockets: Path | None = None

    @property
    def state_file(self) -> Path:
        """Where the owner writes the addresses of its servers."""
        return self.path / "jalan.json"

    @property
    def lock_descriptor(self) -> int:
        """The open lock file, to be inherited by the guard."""
        if self._lock is None:
            raise RuntimeError("acquire() comes first")
        return self._lock

    def acquire(self) -> None:
        """Become the owner.

        Raises FolderInUseError for a living owner, FolderError when the folder is not ours to write.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(self.path / "kunci", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as e:
            raise FolderError(
                f"Folder data {self.path} tidak dapat ditulis ({e.strerror}). Jalankan sebagai pengguna yang "
                "membuatnya, atau pilih folder lain dengan DATA=/folder/lain."
            ) from e
        end = time.monotonic() + PATIENCE
        while not self._try_lock():
            state = self.state()
            if (_alive(state.get("pid", "")) and len(state) > 1) or time.monotonic() > end:
                os.close(self._lock)
                self._lock = None
                raise FolderInUseError(self.path, state)
            time.sleep(0.1)
        self.write_state({})

    def _try_lock(self) -> bool:
        try:
            fcntl.flock(self.lock_descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def release(self) -> None:
        """Give the folder free. Call after everything that uses it has ended."""
        if self._lock is not None:
            shutil.rmtree(self._sockets or "", ignore_errors=True)
            self.state_file.unlink(missing_ok=True)
            os.close(self._lock)
            self._lock = None

    def state(self) -> dict[str, str]:
        """What the owner wrote, or nothing."""
        try:
            return dict(json.loads(self.state_file.read_text()))
        except (OSError, ValueError):
            return {}

    def write_state(self, addresses: dict[str, str]) -> None:
        """Publish the owner's pid and `addresses` in one step."""
        new = self.state_file.with_suffix(".baru")
        new.write_text(json.dumps({"pid": str(os.getpid()), **addresses}))
        new.chmod(0o600)
        new.replace(self.state_file)

    def socket_folder(self, owner: int) -> Path:
        """A private folder of user `owner` for sockets, short however long the path of the data is."""
        name = f"kinerja-{os.geteuid()}-" + hashlib.sha256(os.fsencode(self.path)).hexdigest()[:12]
        places = [Path(tempfile.gettempdir()), Path("/tmp")]  # noqa: S108 - a checked private folder inside
        place = next((p for p in places if self._fits(p / name)), None)
        if place is None:
            raise FolderError("Tidak ada folder sementara dengan alamat cukup pendek untuk soket.")
        self._sockets = _private(place / name, owner)
        return self._sockets

    @staticmethod
    def _fits(folder: Path) -> bool:
        return len(os.fsencode(folder / LONGEST_SOCKET_NAME)) <= SOCKET_PATH_MAX and folder.parent.is_dir()


def _private(folder: Path, owner: int) -> Path:
    """`folder`, made or checked: a real folder of `owner` (or of ours, then handed over) closed to others."""
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {owner, os.geteuid()}:
        raise FolderError(f"{folder} sudah ada dan milik pengguna lain; hapus dulu.")
    if found.st_uid != owner:
        os.chown(folder, owner, -1)
    folder.chmod(0o700)
    return folder
