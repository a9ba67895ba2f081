"""The history names who wrote where no page did: tasks, commands, and imports inside them."""

import pghistory
import pytest
from celery import signals
from django.db import connection

from inti.jejak import konteks_sendiri, model_jejak
from kinerja.jejak import konteks_perintah
from kinerja.tasks import bersihkan_sesi
from pegawai.models import Jabatan

pytestmark = pytest.mark.django_db


def buat(nama):
    """Make a post; what the history says of it."""
    satu = Jabatan.objects.create(nama=nama, jenis="pelaksana")
    jejak = model_jejak(Jabatan).objects.select_related("pgh_context").get(pgh_obj=satu)
    return jejak.pgh_context


def test_a_task_is_named_while_it_runs():
    signals.task_prerun.send(sender=bersihkan_sesi, task_id="t-1", task=bersihkan_sesi)
    try:
        uraian = buat("Penata").metadata
    finally:
        signals.task_postrun.send(sender=bersihkan_sesi, task_id="t-1", task=bersihkan_sesi)
    assert uraian == {"asal": "tugas", "tugas": "kinerja.tasks.bersihkan_sesi", "nomor": "t-1"}
    assert not connection.execute_wrappers


@pytest.mark.parametrize(("perintah", "bernama"), [("siklus", True), ("migrate", False), ("", False)])
def test_our_own_commands_are_named(perintah, bernama):
    with konteks_perintah(["manage.py", perintah]):
        assert bool(connection.execute_wrappers) is bernama
        if bernama:
            assert buat("Penata").metadata == {"asal": "perintah", "perintah": "siklus"}
    assert not connection.execute_wrappers


def test_an_import_inside_a_task_has_an_id_of_its_own():
    """It is taken back by that id, so two imports of one task must not share it."""
    with pghistory.context(tugas="akses.tasks.kerjakan_impor"):
        with konteks_sendiri(berkas="a.csv") as a:
            satu = buat("Penata")
        with konteks_sendiri(berkas="b.csv"):
            dua = buat("Pengatur")
        luar = buat("Juru")
    assert len({satu.pk, dua.pk, luar.pk}) == 3
    assert satu.pk == a.id
    assert satu.metadata == {"tugas": "akses.tasks.kerjakan_impor", "berkas": "a.csv"}
    assert luar.metadata == {"tugas": "akses.tasks.kerjakan_impor"}
