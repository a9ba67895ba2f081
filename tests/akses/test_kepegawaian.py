"""The tasks of the schedule about people: each twice, the second does nothing."""

from datetime import date

import pytest
from django.core.management import call_command

from akses.tasks import cari_ganda, urus_kepegawaian
from pegawai.models import GandaPegawai, KeadaanPegawai, KeputusanPensiun, Pegawai, RiwayatPangkat
from tests.pegawai.test_gabung import kembaran

pytestmark = pytest.mark.django_db


def test_what_the_day_brings_is_done_once(pemeran):
    KeadaanPegawai.objects.create(pegawai=pemeran.sari, jenis="cltn", mulai=date(2026, 1, 1))
    RiwayatPangkat.objects.create(pegawai=pemeran.ratna, golongan="III/d", tmt=date(2026, 4, 1))
    KeputusanPensiun.objects.create(
        pegawai=pemeran.rudi, tmt=date(2026, 2, 1), nomor_sk="888", tanggal_sk=date(2026, 1, 2)
    )
    assert urus_kepegawaian() == 3
    assert urus_kepegawaian() == 0
    kedudukan = dict(Pegawai.objects.values_list("nama", "kedudukan_hukum"))
    assert (kedudukan["Sari Handayani"], kedudukan["Rudi Hartono"]) == ("02", "99")


def test_likely_doubles_are_found_once(pemeran):
    kembaran(pemeran.ratna)
    assert cari_ganda() == 1
    assert cari_ganda() == 0
    assert GandaPegawai.objects.count() == 1


def test_the_cycle_by_hand_does_it_too(pemeran, siklus, capsys):
    KeadaanPegawai.objects.create(pegawai=pemeran.sari, jenis="cltn", mulai=date(2026, 1, 1))
    call_command("siklus", "jalankan")
    assert "1 keadaan, pangkat, atau pensiun berlaku" in capsys.readouterr().out
    call_command("siklus", "jalankan")
    assert "keadaan, pangkat" not in capsys.readouterr().out
