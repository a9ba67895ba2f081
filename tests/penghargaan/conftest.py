"""A second person of HR for the whole government: who drafts or nominates does not check."""

from datetime import date

import pytest

from akses.enums import Peran
from akses.models import PenugasanPeran


@pytest.fixture
def pemeriksa(pemeran):
    """The stranger gets the role; nothing else ties him to Ratna."""
    PenugasanPeran.objects.create(
        pegawai=pemeran.rudi, peran=Peran.PENGELOLA_INSTANSI, mulai=date(2022, 1, 1)
    )
    return pemeran.rudi
