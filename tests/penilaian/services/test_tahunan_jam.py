"""The clocks of one evaluation in words and rows."""

from datetime import date

import pytest

from inti.models import HariLibur
from penilaian.models import EvaluasiTahunan
from penilaian.services.tahunan_jam import jam_berjalan, jam_evaluasi
from tests.penilaian.tahun import serah, tanda_tangan


@pytest.fixture(autouse=True)
def libur(db):
    """A holiday and a day of cuti bersama within the clocks."""
    HariLibur.objects.create(tanggal=date(2027, 1, 1), jenis="libur_nasional", nama="Tahun Baru")
    HariLibur.objects.create(tanggal=date(2027, 2, 8), jenis="cuti_bersama", nama="Cuti Bersama Imlek")


def test_before_the_signature_no_clock_runs(tahunan):
    assert jam_evaluasi(tahunan) == []


def test_a_clock_tells_its_last_day_and_how_it_was_counted(tahunan):
    jam = jam_evaluasi(tanda_tangan(tahunan))
    assert [j.kode for j in jam] == ["T08", "T10"]
    serah_, lapor = jam
    assert serah_.tenggat.teks == "Rabu, 10 Februari 2027 pukul 23.59 WIB"
    assert serah_.uraian == (
        "14 hari kerja sejak 20 Januari 2027 (tanda tangan penilai), pekan 5 hari kerja; "
        "libur: 8 Feb Cuti Bersama Imlek"
    )
    assert serah_.baris[0] == (date(2027, 1, 21), "1")
    assert serah_.baris[2] == (date(2027, 1, 23), "akhir pekan")
    assert serah_.baris[-1] == (date(2027, 2, 10), "14")
    assert lapor.tenggat.teks.startswith("Senin, 15 Maret 2027")


def test_a_late_case_runs_on_its_own_clocks(tahunan, pemeran):
    EvaluasiTahunan.objects.update(status="menunggu_atasan", jalur="terlambat", final=True)
    tahunan.refresh_from_db()
    assert [j.kode for j in jam_evaluasi(tahunan)] == ["T11", "T14"]
    assert [j.kode for j in jam_evaluasi(serah(tahunan, pemeran.kadis))] == ["T11", "T12", "T13", "T14"]


def test_what_is_done_does_not_run_any_more(tahunan):
    e = serah(tahunan)
    assert [j.kode for j in jam_berjalan(e)] == ["T09", "T10"]
