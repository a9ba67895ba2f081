"""The Celery application and the schedule of the cycle.

Every entry may run twice, late or not at all for a while: the next run does what is still missing. A tick
that nobody could take before the next one is due expires, so that they do not pile up.
"""

import os
from datetime import timedelta
from typing import Any

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.settings")

app = Celery("kinerja")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.autodiscover_tasks(["kinerja"], related_name="sehat")  # the worker's sign of life
app.autodiscover_tasks(["kinerja"], related_name="jejak")  # tasks are named in the history

MENIT = 60


def _tiap(tugas: str, jadwal: crontab | timedelta, selang: int) -> dict[str, Any]:
    """An entry of the schedule; `selang` is the time to the next tick, in seconds."""
    return {"task": tugas, "schedule": jadwal, "options": {"expires": selang - min(5, selang // 3)}}


# The three zones differ by whole hours, so an hourly tick comes at the same minute in each; what depends on
# the hour or the date asks for it in its own zone.
app.conf.beat_schedule = {
    "urus-periode": _tiap("penilaian.tasks.urus_periode", crontab(minute="*/10"), 10 * MENIT),
    "urus-tahunan": _tiap("penilaian.tasks.urus_tahunan", crontab(minute="4-59/10"), 10 * MENIT),
    "urus-rekan": _tiap("penilaian.tasks.urus_rekan", crontab(minute="5-59/10"), 10 * MENIT),
    "ingatkan-rekan": _tiap("penilaian.tasks.ingatkan_rekan", crontab(minute=35), 60 * MENIT),
    "kirim-surel": _tiap("pemberitahuan.tasks.kirim_surel", crontab(), MENIT),
    "urus-kepegawaian": _tiap("akses.tasks.urus_kepegawaian", crontab(minute=2), 60 * MENIT),
    "cari-ganda": _tiap("akses.tasks.cari_ganda", crontab(minute=10, hour=19), 24 * 60 * MENIT),
    "ikuti-kepegawaian": _tiap("penilaian.tasks.ikuti_kepegawaian", crontab(minute=5), 60 * MENIT),
    "ingatkan": _tiap("penilaian.tasks.ingatkan", crontab(minute=30), 60 * MENIT),
    "rapikan-hitungan": _tiap("analitik.tasks.rapikan_hitungan", crontab(minute="*/10"), 10 * MENIT),
    "hitung-ulang": _tiap("analitik.tasks.hitung_ulang", crontab(minute=45, hour=18), 24 * 60 * MENIT),
    "ingatkan-saran": _tiap("layanan.tasks.ingatkan", crontab(minute=40, hour=7), 24 * 60 * MENIT),
    "urus-pelatihan": _tiap("pelatihan.tasks.urus_pelatihan", crontab(minute=20), 60 * MENIT),
    "usulkan-kebutuhan": _tiap("pelatihan.tasks.usulkan_kebutuhan", crontab(minute=45), 60 * MENIT),
    "teruskan-ikm": _tiap("kinerja.tasks.teruskan_ikm", crontab(minute=40, hour=19), 24 * 60 * MENIT),
    "hitung-kandidat": _tiap(
        "penghargaan.tasks.hitung_kandidat", crontab(minute=50, hour=19), 24 * 60 * MENIT
    ),
    "siapkan-capaian": _tiap("penilaian.tasks.siapkan_capaian", crontab(minute=12), 60 * MENIT),
    "urus-keberatan": _tiap("penilaian.tasks.urus_keberatan", crontab(minute=35), 60 * MENIT),
    "urus-tindak-lanjut": _tiap("penghargaan.tasks.urus_tindak_lanjut", crontab(minute=20), 60 * MENIT),
    "hitung-angka-kredit": _tiap("penghargaan.tasks.hitung_angka_kredit", crontab(minute=50), 60 * MENIT),
    "kerjakan-impor": _tiap("akses.tasks.kerjakan_impor", timedelta(seconds=5), 5),
    "bersihkan-salinan": _tiap("akses.tasks.bersihkan_salinan", crontab(minute=35, hour=3), 24 * 60 * MENIT),
    "buat-paket": _tiap("penilaian.tasks.buat_paket", crontab(), MENIT),
    "bersihkan-paket": _tiap("penilaian.tasks.bersihkan_paket", crontab(minute=25, hour=3), 24 * 60 * MENIT),
    "ingatkan-peran": _tiap("kinerja.tasks.ingatkan_peran", crontab(minute=50, hour=7), 24 * 60 * MENIT),
    "bersihkan-sesi": _tiap("kinerja.tasks.bersihkan_sesi", crontab(minute=15, hour=3), 24 * 60 * MENIT),
}
