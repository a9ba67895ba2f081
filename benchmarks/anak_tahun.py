"""Child process: open the yearly evaluation for everybody with the labels of the units, and close it unsigned.

Prints seconds, rows and memory. The database is a throw-away one: the running year is opened on any day.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from datetime import timedelta

import django

os.environ |= {"DJANGO_SETTINGS_MODULE": "kinerja.settings", "LOG_LEVEL": "ERROR"}
django.setup()

from django.urls import get_resolver  # noqa: E402 - after setup
from django.utils import timezone  # noqa: E402

from inti.kalender import Zona  # noqa: E402
from penilaian.services.capaian_massal import isi_capaian  # noqa: E402
from penilaian.services.tahunan_siklus import (  # noqa: E402
    Saat,
    alihkan_yang_terlambat,
    buka_tahunan,
    tutup_tahunan,
)
from sasaran.models import Siklus  # noqa: E402


def main() -> None:
    """No argument. Each part is done a second time, which must find nothing left to do."""
    _ = get_resolver().url_patterns  # read once per process, by a worker long before
    siklus = Siklus.objects.order_by("-tahun")[0]
    kini = Saat.pada()
    hari = timezone.localdate()
    siklus.buka_tahunan = hari - timedelta(days=1)
    siklus.save(update_fields=["buka_tahunan"])
    hasil = {
        "buka": _ukur(lambda: buka_tahunan(siklus=siklus)),
        "label": _ukur(lambda: isi_capaian(siklus=siklus, pada=hari, kabari=False)),
    }
    siklus.refresh_from_db()
    siklus.tutup_tahunan = hari - timedelta(days=1)
    siklus.save(update_fields=["tutup_tahunan"])
    zona = [z.value for z in Zona]

    def tutup() -> int:
        dahulu = tutup_tahunan(siklus=siklus, saat=kini)
        return dahulu + alihkan_yang_terlambat(siklus=siklus, zona=zona, saat=kini)

    hasil["tutup"] = _ukur(tutup)
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps(hasil | {"kib": puncak}))


def _ukur(langkah: Callable[[], int]) -> dict[str, float]:
    mulai = time.perf_counter()
    jumlah = langkah()
    detik = time.perf_counter() - mulai
    if langkah() != 0:
        raise RuntimeError("the second run found something left to do")
    return {"detik": detik, "jumlah": jumlah}


if __name__ == "__main__":
    main()
