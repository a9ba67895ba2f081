"""Child process: the candidates of the finished year, then the lines of a bonus run of every government in it.

Prints seconds, rows and memory.
"""

import json
import os
import resource
import sys
import time

import django

os.environ |= {"DJANGO_SETTINGS_MODULE": "kinerja.settings", "LOG_LEVEL": "ERROR"}
django.setup()

from django.db import transaction  # noqa: E402 - after setup
from django.urls import get_resolver  # noqa: E402

from pegawai.models import Pegawai, UnitKerja  # noqa: E402
from penghargaan.models import KebijakanBonus, PerhitunganBonus  # noqa: E402
from penghargaan.services.bonus_hitung import isi_baris  # noqa: E402
from penghargaan.services.penghargaan_kandidat import hitung_kandidat  # noqa: E402
from sasaran.models import Periode, Siklus  # noqa: E402


def main() -> None:
    """No arguments. The parts of what a year ends with, timed one by one."""
    _ = get_resolver().url_patterns  # read once per process, by a worker long before
    siklus = Siklus.objects.filter(status="ditutup").order_by("-tahun").first()
    if siklus is None:
        raise RuntimeError("no closed year")
    mulai = time.perf_counter()
    kandidat = hitung_kandidat(siklus=siklus)
    detik_kandidat = time.perf_counter() - mulai
    if hitung_kandidat(siklus=siklus):
        raise RuntimeError("the second computation found something new")
    bonus, detik_bonus = _bonus(siklus)
    hasil = {
        "kandidat": kandidat, "detik_kandidat": detik_kandidat, "bonus": bonus, "detik_bonus": detik_bonus,
        "kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    }  # fmt: skip
    sys.stdout.write(json.dumps(hasil))


def _bonus(siklus: Siklus) -> tuple[int, float]:
    periode = Periode.objects.filter(siklus=siklus, status="ditutup").order_by("mulai").first()
    if periode is None:
        raise RuntimeError("no closed period")
    PerhitunganBonus.objects.filter(periode=periode).update(status="batal")
    jumlah, detik = 0, 0.0
    for akar in UnitKerja.objects.filter(depth=1):
        satu = PerhitunganBonus.objects.create(
            periode=periode, unit=akar, kebijakan=KebijakanBonus.objects.berlaku(periode.selesai).get(),
            anggaran=0, penyusun=Pegawai.objects.filter(nip__isnull=False).first(),
        )  # fmt: skip
        mulai = time.perf_counter()
        with transaction.atomic():
            jumlah += isi_baris(satu)
        detik += time.perf_counter() - mulai
    return jumlah, detik


if __name__ == "__main__":
    main()
