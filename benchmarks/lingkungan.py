"""Servers, data and web processes of a measurement, all of our own and apart from the trial run."""

import contextlib
import hashlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg

from kinerja.lokal.processes import PROGRAMS
from kinerja.lokal.servers import Pair

AKAR = Path(__file__).resolve().parent.parent
SABAR = 60.0


def folder_bawaan(pegawai: int) -> Path:
    """Where the servers of a measurement with so many people keep their data between runs.

    The demo's code is part of the name: data that another version has made are not measured.
    """
    sidik = hashlib.sha256()
    for berkas in sorted((AKAR / "kinerja" / "demo").iterdir()):
        if berkas.is_file():
            sidik.update(berkas.read_bytes())
    return Path(tempfile.gettempdir()) / f"kinerja-ukur-{os.geteuid()}-{pegawai}-{sidik.hexdigest()[:8]}"


@dataclass
class Lingkungan:
    """Running servers with a filled database; `env` leads any child process to them."""

    pair: Pair
    env: dict[str, str]

    def kelola(self, *perintah: str, basis: str = "") -> None:
        """Run `manage.py` quietly, on another database of the same server when `basis` is given."""
        env = self.env | ({"DATABASE_URL": self.url(basis)} if basis else {})
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "manage.py", *perintah], env=env, cwd=AKAR, check=True, stdout=subprocess.DEVNULL
        )

    def url(self, basis: str) -> str:
        """The address of another database of the same server."""
        return self.env["DATABASE_URL"].replace("/kinerja?", f"/{basis}?")

    def sambung(self, basis: str = "kinerja") -> "psycopg.Connection[tuple]":
        """A connection of ours for references and bookkeeping."""
        host = self.env["DATABASE_URL"].partition("?host=")[2]
        return psycopg.connect(host=host, user="kinerja", dbname=basis, autocommit=True)

    def anak(self, modul: str, *isian: str, basis: str = "") -> str:
        """Run a module of this package as a process of its own and return what it printed."""
        env = self.env | ({"DATABASE_URL": self.url(basis)} if basis else {})
        selesai = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", f"benchmarks.{modul}", *isian],
            env=env,
            cwd=AKAR,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return selesai.stdout

    def web(self, aplikasi: str, **env: str) -> int:
        """Start the web server as `jalan` does; its port, once it answers."""
        port = _port_bebas()
        perintah = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
        perintah += ["--port", str(port), "--workers", "2", "--blocking-threads", "4", "--no-ws"]
        perintah += ["--log-level", "warning", aplikasi]
        log = (self.pair.folder.path / "log" / "web.log").open("ab")
        self.pair.processes.start(perintah, tier=PROGRAMS, env=self.env | env, output=log, cwd=AKAR)
        _tunggu(port)
        return port


@contextlib.contextmanager
def siapkan(folder: Path, pegawai: int) -> Iterator[Lingkungan]:
    """Servers as safe as those of `jalan`, with so many employees; filled on first use of the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o711)
    with Pair(folder) as pair:
        env = dict(os.environ) | pair.environment()
        env |= {"DATA": str(folder), "KINERJA_MODE": "coba", "LOG_LEVEL": "INFO"}
        env |= {"PYTHONPATH": str(AKAR), "PYTHONWARNINGS": "ignore"}
        lingkungan = Lingkungan(pair, env)
        lingkungan.kelola("migrate", "--verbosity", "0")
        _isi(lingkungan, pegawai)
        lingkungan.kelola("collectstatic", "--noinput", "--clear", "--verbosity", "0")
        yield lingkungan


def _isi(lingkungan: Lingkungan, pegawai: int) -> None:
    with lingkungan.sambung() as sambungan:
        hasil = sambungan.execute("SELECT EXISTS (SELECT FROM pegawai_pegawai)").fetchone()
        if not (hasil and hasil[0]):
            lingkungan.kelola("demo", "--pegawai", str(pegawai))
        sambungan.execute("VACUUM ANALYZE")
        sambungan.execute("CHECKPOINT")


def _port_bebas() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


def _tunggu(port: int) -> None:
    akhir = time.monotonic() + SABAR
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > akhir:
                raise
            time.sleep(0.1)
        else:
            return
