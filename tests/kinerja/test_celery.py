"""The schedule, its tasks, and a worker that is killed in the middle of its work."""

import contextlib
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta

import psutil
import pytest
from celery.schedules import crontab
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection
from django.utils import timezone
from kombu.exceptions import OperationalError

from inti.kalender import hari_ini
from kinerja.celery import app
from kinerja.services.siklus import jalankan_siklus
from kinerja.tasks import bersihkan_sesi
from pegawai.models import Atasan
from pemberitahuan.models import Pesan
from pemberitahuan.services import kirim
from pemberitahuan.tasks import kirim_surel
from penilaian.models import EvaluasiPeriodik
from penilaian.tasks import ikuti_kepegawaian, ingatkan, urus_periode
from sasaran.models import Periode
from tests.kinerja.bantuan import ROOT, wait_for
from tests.massal import isi_massal
from tests.pemeran import buat_tahun
from tests.test_konsistensi import APLIKASI

# One broker for the whole run: one test with workers at a time.
pytestmark = pytest.mark.xdist_group("pekerja")

BANYAK = 20_000
MIB = 1024 * 1024
NOBODY = "redis+socket:///tidak/ada.sock"
OURS = tuple(f"{app}." for app in APLIKASI)


def _own_tasks() -> dict[str, object]:
    app.loader.import_default_modules()
    return {name: task for name, task in app.tasks.items() if name.startswith(OURS)}


def test_the_schedule_names_existing_tasks_and_every_task_is_in_it():
    assert {entry["task"] for entry in app.conf.beat_schedule.values()} == set(_own_tasks())


def test_the_schedule_is_the_one_in_the_documentation_and_a_tick_nobody_took_expires_before_the_next():
    seconds = {
        "urus-periode": (crontab(minute="*/10"), 600),
        "urus-tahunan": (crontab(minute="4-59/10"), 600),
        "urus-rekan": (crontab(minute="5-59/10"), 600),
        "ingatkan-rekan": (crontab(minute=35), 3600),
        "kirim-surel": (crontab(), 60),
        "ikuti-kepegawaian": (crontab(minute=5), 3600),
        "ingatkan": (crontab(minute=30), 3600),
        "siapkan-capaian": (crontab(minute=12), 3600),
        "urus-keberatan": (crontab(minute=35), 3600),
        "rapikan-hitungan": (crontab(minute="*/10"), 600),
        "hitung-ulang": (crontab(minute=45, hour=18), 86_400),
        "urus-pelatihan": (crontab(minute=20), 3600),
        "usulkan-kebutuhan": (crontab(minute=45), 3600),
        "ingatkan-saran": (crontab(minute=40, hour=7), 86_400),
        "teruskan-ikm": (crontab(minute=40, hour=19), 86_400),
        "hitung-kandidat": (crontab(minute=50, hour=19), 86_400),
        "urus-tindak-lanjut": (crontab(minute=20), 3600),
        "hitung-angka-kredit": (crontab(minute=50), 3600),
        "urus-kepegawaian": (crontab(minute=2), 3600),
        "cari-ganda": (crontab(minute=10, hour=19), 86_400),
        "kerjakan-impor": (timedelta(seconds=5), 5),
        "buat-paket": (crontab(), 60),
        "bersihkan-paket": (crontab(minute=25, hour=3), 86_400),
        "ingatkan-peran": (crontab(minute=50, hour=7), 86_400),
        "bersihkan-salinan": (crontab(minute=35, hour=3), 86_400),
        "bersihkan-sesi": (crontab(minute=15, hour=3), 86_400),
    }
    assert set(app.conf.beat_schedule) == set(seconds)
    for name, (when, gap) in seconds.items():
        entry = app.conf.beat_schedule[name]
        assert entry["schedule"] == when
        assert gap / 2 < entry["options"]["expires"] < gap


def test_tasks_are_thin():
    for name, task in _own_tasks().items():
        lines, _ = inspect.getsourcelines(task.run)
        assert len(lines) <= 10, name


@pytest.fixture
def periode(db) -> Periode:
    """A period that is open for evaluation on the real today, as a worker process sees it."""
    hari = hari_ini("WIB", timezone.now())
    siklus = buat_tahun(hari.year)
    return Periode.objects.create(
        siklus=siklus,
        nomor=1,
        mulai=date(hari.year, 1, 1),
        selesai=date(hari.year, 12, 31),
        buka_evaluasi=hari,
        batas_penilaian_diri=hari + timedelta(days=1),
        batas_penilaian=hari + timedelta(days=31),
        tutup_evaluasi=hari + timedelta(days=41),
    )


def test_opening_filling_and_closing_twice_is_once(periode):
    isi_massal(periode.siklus, 60)
    assert [urus_periode() for _ in range(2)] == [60, 0]
    kemarin = periode.buka_evaluasi - timedelta(days=1)
    lama = kemarin - timedelta(days=60)
    Periode.objects.update(
        mulai=lama,
        buka_evaluasi=lama,
        batas_penilaian_diri=kemarin,
        batas_penilaian=kemarin,
        tutup_evaluasi=kemarin,
    )
    assert [urus_periode() for _ in range(2)] == [60, 0]
    assert set(EvaluasiPeriodik.objects.values_list("status", flat=True)) == {"terkunci"}


def test_a_period_that_nobody_opened_while_the_schedule_was_off_is_opened_by_the_next_tick(periode):
    isi_massal(periode.siklus, 30)
    Periode.objects.update(buka_evaluasi=periode.mulai)  # long ago
    assert urus_periode() == 30


def test_reminding_twice_is_once(periode):
    isi_massal(periode.siklus, 60)
    jalankan_siklus(tanggal=periode.buka_evaluasi)
    Pesan.objects.all().delete()
    sekali = jalankan_siklus(tanggal=periode.batas_penilaian_diri).pengingat
    assert sekali == 60
    assert jalankan_siklus(tanggal=periode.batas_penilaian_diri).pengingat == 0
    ingatkan()
    ingatkan()
    assert Pesan.objects.filter(jenis="pengingat_penilaian_diri").values("penerima").distinct().count() == 60


def test_refreshing_the_assessors_twice_is_once(pemeran):
    Atasan.objects.filter(pegawai=pemeran.ratna).update(penilai=pemeran.rudi)
    assert [ikuti_kepegawaian() for _ in range(2)] == [1, 0]
    assert Atasan.objects.get(pegawai=pemeran.ratna).penilai == pemeran.kabid


def test_sending_twice_is_once(pemeran):
    kirim(penerima=pemeran.ratna, jenis="evaluasi_dibuka", kunci="uji", data={})
    assert [kirim_surel() for _ in range(2)] == [1, 0]
    assert len(mail.outbox) == 1


def test_clearing_sessions_twice_keeps_the_living(db):
    kini = timezone.now()
    Session.objects.create(session_key="lama", session_data="", expire_date=kini - timedelta(days=1))
    Session.objects.create(session_key="hidup", session_data="", expire_date=kini + timedelta(days=1))
    for _ in range(2):
        bersihkan_sesi()
        assert list(Session.objects.values_list("session_key", flat=True)) == ["hidup"]


def test_no_code_but_the_schedule_puts_tasks_into_the_queue():
    """Whoever writes for the worker writes a row: it is there when the broker is not."""
    folders = [ROOT / name.rstrip(".") for name in OURS]
    calls = re.compile(r"\.(delay|apply_async|send_task)\(")
    found = [f for folder in folders for f in folder.rglob("*.py") if calls.search(f.read_text())]
    assert found == []


# --- with real worker processes ----------------------------------------------------------------------


def _environment(**more: str) -> dict[str, str]:
    """This test's own database for a process of ours."""
    s = connection.settings_dict
    address = f"postgres://{s['USER']}@/{s['NAME']}?host={s['HOST']}"
    return os.environ | {"DATABASE_URL": address, "PYTHONWARNINGS": "ignore"} | more


@contextlib.contextmanager
def _worker(queue: str, **more: str) -> Iterator[psutil.Process]:
    """A worker with one child that takes tasks from `queue` only."""
    command = [sys.executable, "-m", "celery", "-q", "-A", "kinerja", "worker", "-Q", queue]
    command += ["--concurrency", "1", "--without-gossip", "--without-mingle", "--without-heartbeat"]
    process = subprocess.Popen(
        command, cwd=ROOT, env=_environment(**more), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    worker = psutil.Process(process.pid)
    try:
        yield worker
    finally:
        _kill(worker)
        process.wait(10)


def _kill(worker: psutil.Process) -> None:
    """kill -9, the children too, at one moment."""
    with contextlib.suppress(psutil.NoSuchProcess):
        for process in [worker, *worker.children(recursive=True)]:
            process.kill()


def _largest(worker: psutil.Process) -> int:
    """Memory of the largest process of the worker."""
    return max(process.memory_info().rss for process in [worker, *worker.children(recursive=True)])


def _tick(queue: str) -> None:
    """What beat does."""
    app.send_task("penilaian.tasks.urus_periode", queue=queue)


def _numbers() -> tuple[int, int, int, int]:
    """Evaluations, those of different plans, messages, those to different people."""
    e, m = EvaluasiPeriodik.objects, Pesan.objects.filter(jenis="evaluasi_dibuka")
    return e.count(), e.values("skp").distinct().count(), m.count(), m.values("penerima").distinct().count()


@pytest.mark.proses
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_of_opening_leaves_no_gap_and_no_double(periode):
    isi_massal(periode.siklus, BANYAK)
    queue = f"uji-{periode.pk}"
    with _worker(queue, SIKLUS_HALAMAN_PER_LANGKAH="1") as worker:
        _tick(queue)
        wait_for(lambda: EvaluasiPeriodik.objects.count() > 500, 40, "pembukaan berjalan")
        _kill(worker)
    wait_for(lambda: not _others_at_work(), 10, "sambungan yang mati ditutup")
    assert 500 < EvaluasiPeriodik.objects.count() < BANYAK
    with _worker(queue) as worker:
        _tick(queue)
        wait_for(lambda: Pesan.objects.count() >= BANYAK, 40, "pembukaan selesai")
        assert _largest(worker) <= 200 * MIB
    assert _numbers() == (BANYAK, BANYAK, BANYAK, BANYAK)
    periode.refresh_from_db()
    assert list(periode.riwayat.values_list("aksi", flat=True)) == ["buka"]


def _others_at_work() -> int:
    """Sessions in this database besides ours."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"
        )
        return cursor.fetchone()[0]


@pytest.mark.proses
@pytest.mark.django_db(transaction=True)
def test_while_the_broker_is_away_the_cycle_runs_by_hand_and_goes_on_when_it_returns(periode):
    isi_massal(periode.siklus, 50)
    away = {"REDIS_URL": "unix:///tidak/ada.sock?db=0", "CACHE_URL": "unix:///tidak/ada.sock?db=1"}
    command = [sys.executable, "manage.py", "siklus", "jalankan"]
    done = subprocess.run(
        command, cwd=ROOT, env=_environment(**away), capture_output=True, text=True, check=True
    )
    assert "50 evaluasi dibuat." in done.stdout
    assert jalankan_siklus().ada_perubahan is False
    assert _numbers() == (50, 50, 50, 50)
    with (
        app.connection_for_write(NOBODY, transport_options={"max_retries": 0}) as gone,
        pytest.raises(OperationalError),
    ):
        app.send_task("penilaian.tasks.urus_periode", connection=gone, retry=False)
    EvaluasiPeriodik.objects.filter(pk__in=EvaluasiPeriodik.objects.values("pk")[:20]).delete()
    queue = f"uji-{periode.pk}"
    with _worker(queue):
        _tick(queue)
        wait_for(lambda: EvaluasiPeriodik.objects.count() == 50, 40, "antrean kembali bekerja")
    assert _numbers() == (50, 50, 50, 50)
