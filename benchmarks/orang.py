"""Child process: who is looked at, logged in, and how many queries each page asks. Prints JSON."""

import json
import os
import sys

import django

os.environ |= {"DJANGO_SETTINGS_MODULE": "kinerja.settings", "LOG_LEVEL": "ERROR"}
django.setup()

from django.conf import settings  # noqa: E402 - after setup
from django.db import connection  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from akses.enums import Peran  # noqa: E402
from akses.models import Akun, PenugasanPeran  # noqa: E402
from pegawai.models import Atasan  # noqa: E402

BAWAHAN = 25


def _pengelola() -> object:
    semua = PenugasanPeran.objects.filter(peran=Peran.PENGELOLA_INSTANSI, pegawai__akun__isnull=False)
    return semua.order_by("pegawai__akun__pk").values_list("pegawai_id", flat=True)[0]


def _penilai() -> object:
    """Somebody who assesses 25 people, or as near to it as there is."""
    banyak = Atasan.objects.filter(penilai__akun__isnull=False).values("penilai").annotate(n=Count("pk"))
    return min(banyak, key=lambda b: (abs(b["n"] - BAWAHAN), str(b["penilai"])))["penilai"]


def _bawahan(penilai: object) -> object:
    tanpa_tim = Atasan.objects.filter(
        penilai=penilai, pegawai__akun__isnull=False, pegawai__anggota__isnull=True
    )
    return tanpa_tim.order_by("pegawai_id").values_list("pegawai_id", flat=True)[0]


def _masuk(pegawai: object) -> Client:
    klien = Client()
    klien.force_login(Akun.objects.get(pegawai=pegawai), backend=settings.AUTHENTICATION_BACKENDS[0])
    return klien


def main() -> None:
    penilai = _penilai()
    orang = {"pegawai": _bawahan(penilai), "penilai": penilai, "pengelola": _pengelola()}
    klien = {nama: _masuk(pegawai) for nama, pegawai in orang.items()}
    hasil: dict[str, object] = {
        "bawahan": Atasan.objects.filter(penilai=penilai).count(),
        "kuki": {n: k.cookies[settings.SESSION_COOKIE_NAME].value for n, k in klien.items()},
    }
    kueri = {}
    for satu in sys.argv[1:]:
        nama, _, alamat = satu.partition(":")
        klien[nama].get(alamat, HTTP_HOST="127.0.0.1")  # what is read once per process
        with CaptureQueriesContext(connection) as tangkapan:
            jawaban = klien[nama].get(alamat, HTTP_HOST="127.0.0.1")
        kueri[satu] = len(tangkapan) if jawaban.status_code == 200 else -jawaban.status_code
    sys.stdout.write(json.dumps(hasil | {"kueri": kueri}))


if __name__ == "__main__":
    main()
