"""Child process: test, then import one file as the admin does. Prints seconds and the peak of memory."""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import django

os.environ |= {"DJANGO_SETTINGS_MODULE": "kinerja.settings", "LOG_LEVEL": "ERROR"}
django.setup()

from akses.impor import impor, uji  # noqa: E402 - after setup
from akses.impor_salinan import perlu_salinan  # noqa: E402
from inti.impor_salinan import Salinan  # noqa: E402


def _puncak_kib() -> int:
    """The peak of this program alone; `ru_maxrss` would begin with that of the process that started it."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def _salinan(letak: Path, laporan: dict[str, Any]) -> Salinan | None:
    """The rows as the test has kept them, which the import reads instead of a sheet."""
    return Salinan(letak, laporan["salinan"]) if "salinan" in laporan else None


def main() -> None:
    """The file is the only argument; units and posts that are missing are made."""
    berkas = Path(sys.argv[1])
    tugas = {"jenis": "pegawai", "sumber": berkas, "nama": berkas.name}
    tugas["pilihan"] = {"buat_unit": True, "buat_jabatan": True}
    letak = berkas.with_suffix(".baris")
    mulai, prosesor = time.perf_counter(), time.process_time()
    laporan = uji(**tugas, salinan=letak if perlu_salinan(berkas) else None)
    teruji = time.perf_counter()
    laporan = impor(**tugas, oleh=None, sidik_hasil=laporan["sidik_hasil"], salinan=_salinan(letak, laporan))
    selesai = time.perf_counter()
    if laporan["hasil"] != "diimpor":
        raise RuntimeError(f"not imported: {laporan['jumlah']}")
    waktu = {"uji": teruji - mulai, "impor": selesai - teruji, "prosesor": time.process_time() - prosesor}
    sys.stdout.write(json.dumps(waktu | {"kib": _puncak_kib()}))


if __name__ == "__main__":
    main()
