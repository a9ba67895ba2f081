"""Child process: open one period with all its evaluations, then tell people. Prints seconds and memory."""

import json
import os
import resource
import sys
import time

import django

os.environ |= {"DJANGO_SETTINGS_MODULE": "kinerja.settings", "LOG_LEVEL": "ERROR"}
django.setup()

from django.urls import get_resolver  # noqa: E402 - after setup
from django.utils import timezone  # noqa: E402

from akses.alur import jalankan  # noqa: E402
from penilaian.services.siklus import buka_periode, isi_evaluasi, kabari_dibuka  # noqa: E402
from sasaran.models import Periode  # noqa: E402
from sasaran.workflow import ALUR_PERIODE  # noqa: E402


def main() -> None:
    """The id of the period is the only argument. The parts of `buka_periode`, timed one by one."""
    _ = get_resolver().url_patterns  # read once per process, by a worker long before
    periode = Periode.objects.get(pk=sys.argv[1])
    mulai = time.perf_counter()
    jalankan(alur=ALUR_PERIODE, objek=periode, aksi="buka", oleh=None, dibuka_pada=timezone.now())
    jumlah = isi_evaluasi(periode_id=periode.pk)
    terisi = time.perf_counter()
    pesan = kabari_dibuka(periode=periode)
    selesai = time.perf_counter()
    if buka_periode(periode=periode) != 0:
        raise RuntimeError("the second opening found something left to do")
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    hasil = {
        "buka": terisi - mulai,
        "jumlah": jumlah,
        "kabar": selesai - terisi,
        "pesan": pesan,
        "kib": puncak,
    }
    sys.stdout.write(json.dumps(hasil))


if __name__ == "__main__":
    main()
