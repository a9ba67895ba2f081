"""Child process: who is looked at, logged in, and how many queries each page asks. Prints JSON.

Opens the yearly evaluation of the running year, so that there is one to be appraised.
"""

import json
import os
import sys
from datetime import timedelta
from typing import Any

import django

os.environ |= {"DJANGO_SETTINGS_MODULE": "kinerja.settings", "LOG_LEVEL": "ERROR"}
django.setup()

from django.conf import settings  # noqa: E402 - after setup
from django.db import connection  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from akses.enums import Peran  # noqa: E402
from akses.models import Akun, PenugasanPeran  # noqa: E402
from pegawai.models import Atasan, UnitKerja  # noqa: E402
from penilaian.models import EvaluasiTahunan  # noqa: E402
from penilaian.services.capaian_massal import isi_capaian  # noqa: E402
from penilaian.services.tahunan_siklus import buka_tahunan  # noqa: E402
from sasaran.models import Siklus  # noqa: E402

BAWAHAN, BESAR = 25, 40


def _peran(peran: Peran) -> object:
    semua = PenugasanPeran.objects.filter(peran=peran, pegawai__akun__isnull=False)
    return semua.order_by("pegawai__akun__pk").values_list("pegawai_id", flat=True)[0]


def _pimpinan() -> object:
    """Who leads the topmost unit."""
    akar = UnitKerja.objects.order_by("path")[0]
    return akar.penempatan.filter(kepala=True, pegawai__akun__isnull=False)[0].pegawai_id


def _penilai(bawahan: int) -> object:
    """Somebody who assesses so many people, or as near to it as there is."""
    banyak = Atasan.objects.filter(penilai__akun__isnull=False).values("penilai").annotate(n=Count("pk"))
    return min(banyak, key=lambda b: (abs(b["n"] - bawahan), str(b["penilai"])))["penilai"]


def _bawahan(penilai: object) -> object:
    tanpa_tim = Atasan.objects.filter(
        penilai=penilai, pegawai__akun__isnull=False, pegawai__anggota__isnull=True
    )
    return tanpa_tim.order_by("pegawai_id").values_list("pegawai_id", flat=True)[0]


def _buka_tahun() -> Siklus:
    siklus = Siklus.objects.order_by("-tahun")[0]
    hari = timezone.localdate()
    Siklus.objects.filter(pk=siklus.pk).update(buka_tahunan=hari - timedelta(days=1))
    buka_tahunan(siklus=siklus)
    isi_capaian(siklus=siklus, pada=hari, kabari=False)
    with connection.cursor() as kursor:
        kursor.execute(
            "ANALYZE penilaian_evaluasitahunan, penilaian_capaianorganisasi, analitik_hitunganunit"
        )
    return siklus


def _alamat(penilai: object, siklus: Siklus) -> dict[str, str]:
    semua = EvaluasiTahunan.objects.filter(penilai=penilai).order_by("pegawai__nama", "pk")
    kini = semua.filter(siklus=siklus)[0]
    lalu = semua.sudah_sampai().exclude(siklus=siklus)[0]
    return {
        "tahunan": reverse("penilaian:tahunan-nilai", args=[kini.pk]),
        "hasil": reverse("penilaian:tahunan-hasil", args=[lalu.pk]),
        "dasbor": reverse("analitik:unit", args=[UnitKerja.objects.order_by("path")[0].pk]),
    }


def _masuk(pegawai: object) -> Client:
    klien = Client()
    klien.force_login(Akun.objects.get(pegawai=pegawai), backend=settings.AUTHENTICATION_BACKENDS[0])
    return klien


def _kueri(klien: Client, alamat: str) -> int:
    """Queries of the second visit; minus the status when it is not a page."""
    klien.get(alamat, HTTP_HOST="127.0.0.1")  # what is read once per process
    with CaptureQueriesContext(connection) as tangkapan:
        jawaban = klien.get(alamat, HTTP_HOST="127.0.0.1")
    return len(tangkapan) if jawaban.status_code == 200 else -jawaban.status_code


def main() -> None:
    penilai, besar = _penilai(BAWAHAN), _penilai(BESAR)
    orang = {
        "pegawai": _bawahan(penilai), "penilai": penilai, "penilai_besar": besar,
        "pengelola": _peran(Peran.PENGELOLA_INSTANSI), "pimpinan": _pimpinan(),
    }  # fmt: skip
    alamat = _alamat(besar, _buka_tahun())
    klien = {nama: _masuk(pegawai) for nama, pegawai in orang.items()}
    hasil: dict[str, Any] = {
        "tim": {nama: Atasan.objects.filter(penilai=orang[nama]).count() for nama in orang},
        "kuki": {n: k.cookies[settings.SESSION_COOKIE_NAME].value for n, k in klien.items()},
        "alamat": alamat,
        "kueri": {},
    }
    for satu in sys.argv[1:]:
        nama, _, pola = satu.partition(":")
        hasil["kueri"][satu] = _kueri(klien[nama], pola.format(**alamat))
    sys.stdout.write(json.dumps(hasil))


if __name__ == "__main__":
    main()
