"""Child process: HR of the whole government and of one department, logged in, and how many queries pages ask.

Prints JSON.
"""

import json
import os
import re
import sys
from html import unescape

import django

os.environ |= {"DJANGO_SETTINGS_MODULE": "kinerja.settings", "LOG_LEVEL": "ERROR"}
django.setup()

from django.conf import settings  # noqa: E402 - after setup
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from akses.enums import Peran  # noqa: E402
from akses.models import Akun  # noqa: E402

SIAPA = {"instansi": Peran.PENGELOLA_INSTANSI, "opd": Peran.PENGELOLA_OPD}


def _masuk(peran: Peran) -> Client:
    klien = Client()
    akun = Akun.objects.filter(pegawai__penugasan_peran__peran=peran).order_by("pk")[0]
    klien.force_login(akun, backend=settings.AUTHENTICATION_BACKENDS[0])
    return klien


def _kueri(klien: Client, alamat: str) -> int:
    """Queries of the second visit; minus the status when it is not a page."""
    klien.get(alamat, HTTP_HOST="127.0.0.1")
    with CaptureQueriesContext(connection) as tangkapan:
        jawaban = klien.get(alamat, HTTP_HOST="127.0.0.1")
    return len(tangkapan) if jawaban.status_code == 200 else -jawaban.status_code


def _halaman(klien: Client, alamat: str) -> str:
    """The address itself; with `#n` that of the page so many links to the next one bring."""
    dasar, _, nomor = alamat.partition("#")
    alamat = dasar
    for _n in range(int(nomor or 1) - 1):
        isi = klien.get(alamat, HTTP_HOST="127.0.0.1").content.decode()
        cocok = re.search(r'<a rel="next" href="([^"]*)"', isi)
        if cocok is None:
            break
        alamat = dasar.partition("?")[0] + unescape(cocok[1])
    return alamat


def main() -> None:
    """Arguments are “who:address”."""
    klien = {nama: _masuk(peran) for nama, peran in SIAPA.items()}
    alamat = {satu: _halaman(klien[satu.partition(":")[0]], satu.partition(":")[2]) for satu in sys.argv[1:]}
    kueri = {satu: _kueri(klien[satu.partition(":")[0]], ke) for satu, ke in alamat.items()}
    kuki = {nama: k.cookies[settings.SESSION_COOKIE_NAME].value for nama, k in klien.items()}
    sys.stdout.write(json.dumps({"kuki": kuki, "kueri": kueri, "alamat": alamat}))


if __name__ == "__main__":
    main()
