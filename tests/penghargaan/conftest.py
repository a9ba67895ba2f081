"""A second person of HR for the whole government: who drafts or nominates does not check."""

from datetime import date

import pytest

from akses.enums import Peran
from akses.models import PenugasanPeran
from tests.penghargaan.bahan_tindak_lanjut import berjalan as berjalan
from tests.penghargaan.bahan_tindak_lanjut import buat_tahunan as buat_tahunan
from tests.penghargaan.bahan_tindak_lanjut import diusulkan as diusulkan
from tests.penghargaan.bahan_tindak_lanjut import draf_sanksi as draf_sanksi
from tests.penghargaan.bahan_tindak_lanjut import evaluasi_rendah as evaluasi_rendah
from tests.penghargaan.bahan_tindak_lanjut import gagal as gagal
from tests.penghargaan.bahan_tindak_lanjut import kini as kini
from tests.penghargaan.bahan_tindak_lanjut import rencana as rencana
from tests.penghargaan.bahan_tindak_lanjut import tahun_tutup as tahun_tutup


@pytest.fixture
def pemeriksa(pemeran):
    """The stranger gets the role; nothing else ties him to Ratna."""
    PenugasanPeran.objects.create(
        pegawai=pemeran.rudi, peran=Peran.PENGELOLA_INSTANSI, mulai=date(2022, 1, 1)
    )
    return pemeran.rudi
