"""Child process: ask colleagues for everybody in one open period. Prints seconds, rows and memory."""

import json
import os
import resource
import sys
import time

import django

os.environ |= {"DJANGO_SETTINGS_MODULE": "kinerja.settings", "LOG_LEVEL": "ERROR"}
django.setup()

from penilaian.models import UndianRekan  # noqa: E402 - after setup
from penilaian.services.undian_rekan import undi_semua  # noqa: E402


def main() -> None:
    """The id of the period, whose draw is prepared, is the only argument."""
    undian = UndianRekan.objects.select_related("kebijakan", "periode__siklus").get(pk=sys.argv[1])
    mulai = time.perf_counter()
    jumlah = undi_semua(undian=undian)
    selesai = time.perf_counter()
    if undi_semua(undian=undian) != 0:
        raise RuntimeError("the second run found something left to do")
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({"detik": selesai - mulai, "jumlah": jumlah, "kib": puncak}))


if __name__ == "__main__":
    main()
