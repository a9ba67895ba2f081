"""What the tests of reports share: a store of their own, and one report."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from pelaksanaan.services.berkas import periksa_berkas
from pelaksanaan.services.laporan import simpan_laporan
from sasaran.models import IndikatorKinerjaIndividu
from tests.pelaksanaan.bahan import gambar, unggahan

HARI_INI = date(2026, 10, 14)  # a Wednesday in the fourth quarter


@pytest.fixture(autouse=True)
def hari_kerja(time_machine):
    """It is Wednesday 14 October 2026, 10.00 WIB."""
    time_machine.move_to("2026-10-14T03:00:00Z", tick=False)


@pytest.fixture
def gudang(settings, tmp_path):
    """The folder where evidence is stored in this test; `list(gudang.rglob("*"))` sees what is there."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT


@pytest.fixture
def berkas_di(gudang):
    """How many files are in the store."""
    return lambda: sum(1 for p in gudang.rglob("*") if p.is_file())


@pytest.fixture
def skp(pemeran, buat_skp):
    """Ratna's approved plan, assessed by Budi."""
    return buat_skp(pemeran.ratna)


@pytest.fixture
def indikator(skp):
    """Birth certificates: days, lower is better, mean of the reports."""
    semua = IndikatorKinerjaIndividu.objects.select_related("rhk__skp")
    return semua.get(rhk__skp=skp, uraian="Waktu penyelesaian akta kelahiran")


@pytest.fixture
def lapor(pemeran, indikator, gudang):
    """`lapor(berkas=[...])` → a report of Ratna."""

    def _lapor(**isi):
        dasar = {
            "indikator": indikator,
            "tanggal": HARI_INI,
            "realisasi": Decimal("0.9"),
            "uraian": "12 akta terbit hari ini.",
            "kunci": uuid4(),
            "oleh": pemeran.ratna,
        }
        return simpan_laporan(**dasar | isi)

    return _lapor


@pytest.fixture
def foto():
    """`foto()` → a checked picture; every call gives another content."""
    nomor = iter(range(1, 100))
    return lambda nama="foto.jpg": periksa_berkas(unggahan(gambar(ukuran=(40 + next(nomor), 30)), nama))
