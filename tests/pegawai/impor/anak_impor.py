"""Child process of the tests: loads the program once, then each line "how many, file" starts so many imports.

Every import is a process of its own. Says "mulai PID …", each result as "hasil …", and "usai" when all ended.
"""

import os
import sys
from pathlib import Path

import django

django.setup()

from akses.akun_massal import buat_akun_massal  # noqa: E402 - after setup
from inti.berkas_tabel import BerkasDitolak  # noqa: E402
from pegawai.impor import Pilihan, impor_pegawai  # noqa: E402


def _kata(isi: str) -> None:
    os.write(1, f"{isi}\n".encode())


def _impor(berkas: Path) -> None:
    try:
        laporan = impor_pegawai(
            isi=berkas, nama="x.csv", pilihan=Pilihan(buat_unit=True), oleh=None, sesudah=buat_akun_massal
        )
        _kata(f"hasil {laporan['hasil']} {laporan['jumlah']['baru']}")
    except BerkasDitolak as e:
        _kata(f"hasil {e}")


def _mulai(berkas: Path) -> int:
    pid = os.fork()
    if not pid:
        _impor(berkas)
        os._exit(0)
    return pid


def main() -> None:
    for baris in sys.stdin:
        banyak, berkas = baris.split(maxsplit=1)
        anak = [_mulai(Path(berkas.strip())) for _ in range(int(banyak))]
        _kata(f"mulai {' '.join(map(str, anak))}")
        for pid in anak:
            os.waitpid(pid, 0)
        _kata("usai")


if __name__ == "__main__":
    main()
