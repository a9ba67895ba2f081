"""An import that is killed at any moment, and two at once: everything of it is there, or nothing."""

import os
import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pghistory.models
import pytest
from django.db import connection
from pghistory.core import event_models

from akses.models import Akun
from benchmarks.berkas import tulis_csv
from pegawai.models import Atasan, Jabatan, Pegawai, Penempatan, UnitKerja

pytestmark = [pytest.mark.proses, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("impor")]
AKAR = Path(__file__).parents[2]
ORANG, KALI, SABAR = 300, 20, 60
TABEL = (Pegawai, Penempatan, Atasan, Akun, UnitKerja, Jabatan, pghistory.models.Events)


class Anak:
    """The child process that imports, and what it says, line by line."""

    def __init__(self) -> None:
        basis = f"/{connection.settings_dict['NAME']}?"
        env = os.environ | {
            "DATABASE_URL": os.environ["DATABASE_URL"].replace("/kinerja?", basis),
            "DJANGO_SETTINGS_MODULE": "kinerja.settings",
            "PYTHONPATH": str(AKAR),
            "PYTHONWARNINGS": "ignore",
        }
        perintah = [sys.executable, "-m", "tests.pegawai.impor.anak_impor"]
        self.proses = subprocess.Popen(
            perintah, env=env, cwd=AKAR, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        self._sisa = b""

    def mulai(self, berkas: Path, banyak: int = 1) -> list[int]:
        """Start so many imports; their process ids."""
        self.proses.stdin.write(f"{banyak} {berkas}\n".encode())
        return [int(pid) for pid in self.baca(SABAR).split()[1:]]

    def baca(self, sabar: float) -> str | None:
        """The next line, or None when there is none in time."""
        akhir = time.monotonic() + sabar
        while b"\n" not in self._sisa:
            sisa = akhir - time.monotonic()
            if sisa <= 0 or not select.select([self.proses.stdout], [], [], sisa)[0]:
                return None
            self._sisa += self.proses.stdout.read(4096)
        baris, self._sisa = self._sisa.split(b"\n", 1)
        return baris.decode()

    def tutup(self) -> None:
        """Let it go when it has nothing more to do."""
        self.proses.stdin.close()
        self.proses.wait(timeout=SABAR)
        self.proses.stdout.close()


@pytest.fixture
def anak():
    satu = Anak()
    yield satu
    satu.tutup()


@pytest.fixture
def berkas(tmp_path):
    tujuan = tmp_path / "pegawai.csv"
    tulis_csv(tujuan, ORANG)
    return tujuan


def _isi() -> tuple[int, ...]:
    """How many rows of everything an import writes, once no other connection is at it."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_lock(hashtext('impor.pegawai'))")
        kursor.execute("SELECT pg_advisory_unlock(hashtext('impor.pegawai'))")
    return tuple(model.objects.count() for model in TABEL)


def _kosongkan() -> None:
    with connection.cursor() as kursor:
        kursor.execute("TRUNCATE pegawai_pegawai, pegawai_unitkerja, pegawai_jabatan CASCADE")
        kursor.execute(f"TRUNCATE {', '.join(m._meta.db_table for m in event_models())}")


def test_killed_at_any_moment_an_import_has_written_everything_or_nothing(anak, berkas):
    kosong = _isi()
    lama = time.monotonic()
    anak.mulai(berkas)
    assert anak.baca(SABAR) == f"hasil diimpor {ORANG}"
    assert anak.baca(SABAR) == "usai"
    lama = time.monotonic() - lama
    semua = _isi()
    assert semua[:2] == (ORANG, ORANG)
    _kosongkan()
    acak, dapat = random.Random(), []
    for n in range(KALI):
        (pid,) = anak.mulai(berkas)
        kata = anak.baca(lama * (n + acak.random()) / KALI)  # every part of its time is met
        if kata is None:
            os.kill(pid, signal.SIGKILL)
        while kata != "usai":
            kata = anak.baca(SABAR)
        dapat.append(_isi())
        if dapat[-1] != kosong:
            _kosongkan()
    assert set(dapat) <= {kosong, semua}
    assert kosong in dapat


def test_of_two_at_once_one_writes_and_the_other_is_told_or_finds_nothing_to_do(anak, berkas):
    anak.mulai(berkas, banyak=2)
    hasil = {anak.baca(SABAR), anak.baca(SABAR)}
    assert anak.baca(SABAR) == "usai"
    assert f"hasil diimpor {ORANG}" in hasil
    assert (hasil - {f"hasil diimpor {ORANG}"}) <= {
        "hasil Impor lain sedang berjalan. Tunggu sampai selesai, lalu uji berkas ini lagi.",
        "hasil diimpor 0",
    }
    assert _isi()[:4] == (ORANG, ORANG, ORANG, ORANG)
