"""The year through the worker: killed in the middle of opening or closing and started again, all is there once."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from inti.kalender import hari_ini
from kinerja.celery import app
from pegawai.models import Pegawai
from pemberitahuan.models import Pesan
from penilaian.models import EvaluasiTahunan, RiwayatTahunan
from penilaian.services.tahunan_siklus import buka_tahunan
from penilaian.tasks import urus_tahunan
from sasaran.models import SKP, Siklus
from tests.kinerja.bantuan import wait_for
from tests.kinerja.test_celery import MIB, _kill, _largest, _others_at_work, _worker
from tests.massal import PER_PENILAI, isi_massal
from tests.pemeran import buat_tahun

pytestmark = [pytest.mark.xdist_group("pekerja"), pytest.mark.proses, pytest.mark.django_db(transaction=True)]
BANYAK = 10_000
PENILAI = BANYAK // PER_PENILAI


@pytest.fixture
def tahun(transactional_db) -> Siklus:
    """A year whose window is open on the real today, as a worker sees it; one superior for everybody."""
    hari = hari_ini("WIB", timezone.now())
    siklus = buat_tahun(hari.year)
    _rentang(siklus, hari, hari + timedelta(days=30))
    isi_massal(siklus, BANYAK)
    atasan = Pegawai.objects.create(
        nip="197001011995031001", nama="Atasan Penilai", jenis="pns", jenis_kelamin="P"
    )
    SKP.objects.update(atasan_penilai=atasan)
    return siklus


def _rentang(siklus: Siklus, buka: date, tutup: date) -> None:
    siklus.buka_tahunan, siklus.tutup_tahunan = buka, tutup
    siklus.save()


def _tick(queue: str) -> None:
    app.send_task("penilaian.tasks.urus_tahunan", queue=queue)


def _pindah() -> int:
    return RiwayatTahunan.objects.filter(aksi="lewat_waktu").count()


def _kabar(jenis: str) -> tuple[int, int]:
    """Messages of this kind, and to how many people."""
    semua = Pesan.objects.filter(jenis=jenis)
    return semua.count(), semua.values("penerima").distinct().count()


def test_a_worker_killed_in_the_middle_of_opening_a_year_leaves_no_gap_and_no_double(tahun):
    queue = f"uji-{tahun.pk}"
    with _worker(queue, SIKLUS_HALAMAN_PER_LANGKAH="1") as worker:
        _tick(queue)
        wait_for(lambda: EvaluasiTahunan.objects.count() > 200, 60, "pembukaan berjalan")
        _kill(worker)
    wait_for(lambda: not _others_at_work(), 10, "sambungan yang mati ditutup")
    assert 200 < EvaluasiTahunan.objects.count() < BANYAK
    with _worker(queue) as worker:
        _tick(queue)
        wait_for(lambda: _kabar("tahunan_dibuka")[0] >= PENILAI, 60, "pembukaan selesai")
        assert _largest(worker) <= 300 * MIB
    semua = EvaluasiTahunan.objects
    assert (semua.count(), semua.values("pegawai").distinct().count()) == (BANYAK, BANYAK)
    assert _kabar("tahunan_dibuka") == (PENILAI, PENILAI)
    assert list(tahun.riwayat.values_list("aksi", flat=True)) == ["buka"]
    assert urus_tahunan() == 0


def test_a_worker_killed_in_the_middle_of_closing_a_year_leaves_no_gap_and_no_double(tahun):
    """A step is a move of the status and its line in the history: never one without the other."""
    assert buka_tahunan(siklus=tahun) == BANYAK
    hari = hari_ini("WIB", timezone.now())
    _rentang(Siklus.objects.get(pk=tahun.pk), hari - timedelta(days=40), hari - timedelta(days=1))
    queue = f"uji-{tahun.pk}"
    with _worker(queue, SIKLUS_BARIS_PER_LANGKAH="50") as worker:
        _tick(queue)
        wait_for(lambda: _pindah() > 200, 60, "penutupan berjalan")
        _kill(worker)
    wait_for(lambda: not _others_at_work(), 10, "sambungan yang mati ditutup")
    menunggu = EvaluasiTahunan.objects.filter(status="menunggu_atasan", final=True, jalur="terlambat")
    assert 200 < menunggu.count() == _pindah() < BANYAK
    with _worker(queue) as worker:
        _tick(queue)
        wait_for(lambda: _kabar("tahunan_terlambat")[0] >= PENILAI, 60, "penutupan selesai")
        assert _largest(worker) <= 300 * MIB
    assert menunggu.count() == BANYAK
    riwayat = RiwayatTahunan.objects.filter(aksi="lewat_waktu")
    assert (riwayat.count(), riwayat.values("objek").distinct().count()) == (BANYAK, BANYAK)
    assert (_kabar("tahunan_menunggu_atasan"), _kabar("tahunan_terlambat")) == ((1, 1), (PENILAI, PENILAI))
    assert list(tahun.riwayat.order_by("pada").values_list("aksi", flat=True)) == ["buka", "tutup"]
    assert urus_tahunan() == 0
