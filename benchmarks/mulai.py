"""`make run` in a fresh clone: seconds until a page answers, the first time and the second."""

import http.client
import os
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.hasil import Angka
from benchmarks.lingkungan import AKAR

PERTAMA, BERIKUT, SABAR = 90, 10, 300


def ukur() -> list[Angka]:
    """Packages come from pip's own cache; the clone and its data are thrown away."""
    with tempfile.TemporaryDirectory(prefix="kinerja-mulai-") as folder:
        Path(folder).chmod(0o711)
        klona = Path(folder) / "kinerja"
        subprocess.run(["git", "clone", "-q", str(AKAR), str(klona)], check=True)  # noqa: S603, S607
        pertama, berikut = (_mulai(klona) for _ in range(2))
    return [
        Angka("`make run` pertama, klona baru", "detik", pertama, None, PERTAMA),
        Angka("`make run` berikutnya", "detik", berikut, None, BERIKUT),
    ]


def _mulai(klona: Path) -> float:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = soket.getsockname()[1]
    bukan = {"DATA", "DATABASE_URL", "REDIS_URL", "CACHE_URL", "MAKEFLAGS", "MAKELEVEL", "VIRTUAL_ENV"}
    env = {k: v for k, v in os.environ.items() if k not in bukan} | {"PORT": str(port)}
    mulai = time.perf_counter()
    proses = subprocess.Popen(
        ["make", "run"],  # noqa: S607
        cwd=klona,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        process_group=0,
    )
    try:
        _tunggu(proses, port, mulai + SABAR)
        return time.perf_counter() - mulai
    finally:
        os.killpg(proses.pid, signal.SIGINT)
        proses.wait(30)


def _tunggu(proses: "subprocess.Popen[bytes]", port: int, akhir: float) -> None:
    while time.perf_counter() < akhir and proses.poll() is None:
        klien = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            klien.request("GET", "/masuk/")
            if klien.getresponse().status == 200:
                return
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)
        finally:
            klien.close()
    raise RuntimeError("`make run` did not answer")
