"""Asking colleagues through the worker: killed in the middle and started again, nobody is missing or double."""

from collections import Counter
from datetime import date

import pytest

from kinerja.celery import app
from penilaian.models import HasilRekan, KebijakanRekan, TugasRekan
from penilaian.services.siklus import isi_evaluasi
from penilaian.tasks import ingatkan_rekan, urus_rekan
from tests.kinerja.bantuan import wait_for
from tests.kinerja.test_celery import MIB, _kill, _largest, _others_at_work, _worker
from tests.kinerja.test_celery import periode as periode
from tests.massal import isi_massal
from tests.pemeran import buka_periode

pytestmark = pytest.mark.xdist_group("pekerja")
BANYAK = 5_000


@pytest.fixture
def terbuka(periode):
    """An open period with an evaluation for everybody, and a policy."""
    isi_massal(periode.siklus, BANYAK)
    KebijakanRekan.objects.create(berlaku=date(2022, 1, 1), dasar="Uji", diminta=5)
    isi_evaluasi(periode_id=buka_periode(periode).pk)
    return periode


def _tick(queue: str) -> None:
    app.send_task("penilaian.tasks.urus_rekan", queue=queue)


@pytest.mark.proses
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_of_asking_leaves_no_gap_and_no_double(terbuka):
    queue = f"uji-{terbuka.pk}"
    with _worker(queue, SIKLUS_HALAMAN_PER_LANGKAH="1") as worker:
        _tick(queue)
        wait_for(lambda: HasilRekan.objects.count() > 200, 60, "undian berjalan")
        _kill(worker)
    wait_for(lambda: not _others_at_work(), 10, "sambungan yang mati ditutup")
    assert 200 < HasilRekan.objects.count() < BANYAK
    with _worker(queue) as worker:
        _tick(queue)
        wait_for(lambda: HasilRekan.objects.count() == BANYAK, 60, "undian selesai")
        assert _largest(worker) <= 300 * MIB
    beban = Counter(TugasRekan.objects.values_list("rekan_id", flat=True))
    tentang = Counter(TugasRekan.objects.values_list("dinilai_id", flat=True))
    assert max(beban.values()) <= 9
    assert max(tentang.values()) == 5
    assert HasilRekan.objects.filter(keadaan="berjalan").count() == len(tentang) == BANYAK


@pytest.mark.django_db
def test_the_tasks_run_twice_without_a_change(terbuka):
    assert urus_rekan() > 0
    assert urus_rekan() == 0
    assert ingatkan_rekan() >= 0
    assert ingatkan_rekan() == 0
