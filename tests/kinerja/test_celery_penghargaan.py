"""What a year ends with, through real processes: killed in the middle and started again, all is there once."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import psutil
import psycopg
import pytest
from django.db import connection
from django.db.models import Count, Sum
from django.utils import timezone

from akses.enums import Peran
from akses.models import PenugasanPeran
from inti.kalender import hari_ini
from kinerja.celery import app
from pegawai.models import Jabatan, Pegawai, Penempatan
from pegawai.services.atasan import segarkan
from pemberitahuan.models import Pesan
from penghargaan.models import AngkaKredit, BarisBonus, KandidatPenghargaan, PerhitunganBonus
from penghargaan.services.bonus import susun
from penghargaan.services.bonus_hitung import hitung_bonus
from penghargaan.tasks import hitung_angka_kredit, hitung_kandidat
from sasaran.models import Siklus
from tests.kinerja.bantuan import ROOT, wait_for
from tests.kinerja.test_celery import MIB, _environment, _kill, _largest, _others_at_work, _worker
from tests.massal import PER_PENILAI, isi_massal
from tests.pemeran import buat_tahun
from tests.penghargaan.bahan import kebijakan, kebijakan_bonus, periode_tutup, tutup

pytestmark = [pytest.mark.xdist_group("pekerja"), pytest.mark.proses, pytest.mark.django_db(transaction=True)]
BANYAK = 5_000
PENILAI = BANYAK // PER_PENILAI
PENUH, SEMBILAN_PULUH = 2_312_835, 2_081_552  # 60 % of 3.854.725; nine tenths of that, half a rupiah up

_TAHUNAN = """
INSERT INTO penilaian_evaluasitahunan (siklus_id, skp_id, pegawai_id, unit_id, penilai_id, status,
    rating_hasil, rating_perilaku, predikat, capaian_organisasi, ditandatangani_pada, ditandatangani_oleh_id,
    disampaikan_pada, ditanggapi_pada)
SELECT siklus_id, id, pegawai_id, unit_id, penilai_id, 'selesai', 1, 1, 1, 2, now(), penilai_id, now(), now()
FROM sasaran_skp WHERE siklus_id = %s
"""
_PERIODIK = """
INSERT INTO penilaian_evaluasiperiodik (skp_id, periode_id, pegawai_id, unit_id, penilai_id, status,
    rating_hasil, rating_perilaku, predikat, disampaikan_pada)
SELECT id, %s, pegawai_id, unit_id, penilai_id, 'disampaikan', 1, 1, 1, now() FROM sasaran_skp
"""
_LEBIH_RENDAH = """
UPDATE penilaian_evaluasiperiodik SET rating_hasil = 2, rating_perilaku = 2, predikat = 2 WHERE predikat = 1
"""


def _sql(perintah: str, *isian: object) -> None:
    with connection.cursor() as kursor:
        kursor.execute(perintah, isian)


@pytest.fixture
def tertutup(transactional_db) -> Siklus:
    """This year, closed with the best label for everybody."""
    siklus = buat_tahun(hari_ini("WIB", timezone.now()).year)
    isi_massal(siklus, BANYAK)
    _sql(_TAHUNAN, siklus.pk)
    return tutup(siklus)


def _mati_di_tengah(tugas: str, antrean: str, hitung) -> None:
    """Send the task to a worker of small steps and kill it when a part is there."""
    with _worker(antrean, SIKLUS_HALAMAN_PER_LANGKAH="1") as pekerja:
        app.send_task(tugas, queue=antrean)
        wait_for(lambda: hitung() > 200, 60, f"{tugas} berjalan")
        _kill(pekerja)
    wait_for(lambda: not _others_at_work(), 10, "sambungan yang mati ditutup")
    assert 200 < hitung() < BANYAK


def test_a_worker_killed_among_the_candidates_leaves_no_gap_and_no_double(tertutup):
    kebijakan()
    tugas, antrean = "penghargaan.tasks.hitung_kandidat", f"uji-kandidat-{tertutup.pk}"
    _mati_di_tengah(tugas, antrean, KandidatPenghargaan.objects.count)
    kabar = Pesan.objects.filter(jenis="kandidat_penghargaan")
    assert not kabar.exists()  # nobody is told of half a list
    with _worker(antrean) as pekerja:
        app.send_task(tugas, queue=antrean)
        wait_for(lambda: kabar.count() >= PENILAI, 60, "kandidat selesai")
        assert _largest(pekerja) <= 300 * MIB
    semua = KandidatPenghargaan.objects
    assert (semua.count(), semua.values("evaluasi").distinct().count()) == (BANYAK, BANYAK)
    assert (kabar.count(), kabar.values("penerima").distinct().count()) == (PENILAI, PENILAI)
    assert {k["jumlah"] for k in kabar.values_list("data", flat=True)} == {PER_PENILAI}
    assert hitung_kandidat() == 0


def test_a_worker_killed_among_the_conversions_leaves_no_gap_and_no_double(tertutup):
    """Twelve months of the best label at Ahli Pertama are 18,75 (150 % of 12,5) for everybody, once."""
    Jabatan.objects.update(jenis="fungsional", jenjang="Ahli Pertama")
    tugas, antrean = "penghargaan.tasks.hitung_angka_kredit", f"uji-kredit-{tertutup.pk}"
    _mati_di_tengah(tugas, antrean, AngkaKredit.objects.count)
    kabar = Pesan.objects.filter(jenis="angka_kredit_terbit")
    with _worker(antrean) as pekerja:
        app.send_task(tugas, queue=antrean)
        wait_for(lambda: kabar.count() >= BANYAK, 60, "angka kredit selesai")
        assert _largest(pekerja) <= 300 * MIB
    semua = AngkaKredit.objects.values("pegawai").annotate(n=Count("pk"), nilai=Sum("nilai"))
    assert {(a["n"], str(a["nilai"])) for a in semua} == {(1, "18.75")}
    assert (semua.count(), kabar.values("penerima").distinct().count()) == (BANYAK, BANYAK)
    assert hitung_angka_kredit() == 0


# --- a bonus run: one statement, all lines or none ----------------------------------------------------

_HITUNG = """
import sys, django
django.setup()
from pegawai.models import Pegawai
from penghargaan.models import PerhitunganBonus
from penghargaan.services.bonus_hitung import hitung_bonus
satu = PerhitunganBonus.objects.get(pk=sys.argv[1])
print(hitung_bonus(perhitungan=satu, oleh=Pegawai.objects.get(pk=sys.argv[2])))
"""


@pytest.fixture
def draf(transactional_db, siklus) -> PerhitunganBonus:
    """A computed draft of everybody, all of class 7 and Sangat Baik, without the one who came later."""
    unit = isi_massal(siklus, BANYAK)
    Jabatan.objects.update(kelas=7)
    kebijakan_bonus()
    periode = periode_tutup(siklus)
    baru = Pegawai.objects.get(nama="Pegawai 7")
    Penempatan.objects.filter(pegawai=baru).update(mulai=date(2026, 7, 1))
    segarkan(pada=date(2026, 7, 1))
    _sql(_PERIODIK + "WHERE pegawai_id <> %s", periode.pk, baru.pk)
    oleh = Pegawai.objects.get(nama="Pegawai 1")
    PenugasanPeran.objects.create(pegawai=oleh, peran=Peran.PENGELOLA_INSTANSI, mulai=date(2022, 1, 1))
    satu = susun(periode=periode, unit=unit, anggaran=0, oleh=oleh)
    assert hitung_bonus(perhitungan=satu, oleh=oleh) == BANYAK - 1
    return satu


def _proses(satu: PerhitunganBonus) -> "subprocess.Popen[str]":
    """A process of its own that computes the draft anew and prints how many lines there are."""
    perintah = [sys.executable, "-c", _HITUNG, str(satu.pk), str(satu.penyusun_id)]
    env = _environment(DJANGO_SETTINGS_MODULE="kinerja.settings")
    return subprocess.Popen(perintah, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)


@contextlib.contextmanager
def _menghalangi(satu: PerhitunganBonus, pegawai: Pegawai) -> Iterator[None]:
    """Somebody writes the line of this person and does not commit: whoever comes to it has to wait."""
    s = connection.settings_dict
    with psycopg.connect(host=s["HOST"], user=s["USER"], dbname=s["NAME"]) as lain:
        lain.execute("SET session_replication_role = replica")  # it must not hold the run, only the line
        lain.execute(
            "INSERT INTO penghargaan_barisbonus (perhitungan_id, pegawai_id, dasar, persen, bagian, alasan, hak,"
            " jumlah) VALUES (%s, %s, 0, 60, 0, 'tanpa_evaluasi', 0, 0)",
            [satu.pk, pegawai.pk],
        )
        yield
        lain.rollback()


def _menunggu() -> bool:
    """Whether somebody is in the middle of writing lines and has come to the one that is held."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            " AND query LIKE '%%INSERT INTO penghargaan_barisbonus%%'"
        )
        return bool(kursor.fetchone()[0])


def _baris(satu: PerhitunganBonus) -> tuple[int, int, int]:
    """Lines, people, rupiah."""
    semua = BarisBonus.objects.filter(perhitungan=satu)
    return semua.count(), semua.values("pegawai").distinct().count(), semua.aggregate(j=Sum("jumlah"))["j"]


def test_a_process_killed_while_it_writes_the_lines_of_a_bonus_leaves_them_as_they_were(draf):
    """Everybody is Baik by now and one more has an evaluation: the old lines are deleted first, the new ones
    written. Dead in between, the old ones stand; started again, the new ones, each once."""
    baru = Pegawai.objects.get(nama="Pegawai 7")
    dahulu = (BANYAK - 1, BANYAK - 1, (BANYAK - 1) * PENUH)
    assert _baris(draf) == dahulu
    dihitung = PerhitunganBonus.objects.get(pk=draf.pk).dihitung_pada
    _sql(_PERIODIK + "WHERE pegawai_id = %s", draf.periode_id, baru.pk)
    _sql(_LEBIH_RENDAH)
    with _menghalangi(draf, baru), _proses(draf) as proses:
        wait_for(_menunggu, 60, "baris ditulis")
        psutil.Process(proses.pid).kill()
        proses.wait(10)
    wait_for(lambda: not _others_at_work(), 10, "sambungan yang mati ditutup")
    assert proses.returncode == -9
    assert _baris(draf) == dahulu
    assert PerhitunganBonus.objects.get(pk=draf.pk).dihitung_pada == dihitung
    with _proses(draf) as proses:
        assert proses.communicate(timeout=60)[0].strip() == str(BANYAK)
    assert _baris(draf) == (BANYAK, BANYAK, BANYAK * SEMBILAN_PULUH)
    assert PerhitunganBonus.objects.get(pk=draf.pk).dihitung_pada > dihitung
