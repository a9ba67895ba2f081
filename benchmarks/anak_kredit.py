"""Child process: convert the year that was closed last. Prints seconds, rows and memory."""

import json
import os
import resource
import sys
import time

import django

os.environ |= {"DJANGO_SETTINGS_MODULE": "kinerja.settings", "LOG_LEVEL": "ERROR"}
django.setup()

from penghargaan.services.angka_kredit import hitung_tahun  # noqa: E402 - after setup
from sasaran.models import Siklus  # noqa: E402


def main() -> None:
    """No argument. A second run finds nothing left to do."""
    siklus = Siklus.objects.filter(status="ditutup").order_by("-tahun").first()
    if siklus is None:
        raise RuntimeError("no closed year to convert")
    mulai = time.perf_counter()
    jumlah = hitung_tahun(siklus=siklus)
    detik = time.perf_counter() - mulai
    if hitung_tahun(siklus=siklus) != 0:
        raise RuntimeError("the second run found something left to do")
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({"detik": detik, "jumlah": jumlah, "kib": puncak}))


if __name__ == "__main__":
    main()
