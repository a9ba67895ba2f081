"""Every automatic move on its right day: working weeks, holidays and three zones."""

from datetime import date

import pytest

from inti.models import HariLibur
from pemberitahuan.models import Pesan
from penilaian.models import EvaluasiTahunan
from penilaian.services.tahunan_gerak import gerakkan
from penilaian.services.tahunan_siklus import Saat
from tests.penilaian.tahun import serah, tanda_tangan

# Signed and received on Wednesday 20 January 2027. 8 February 2027 is made a holiday (Imlek is the 6th).
# Five days: 21 22 25 26 27 28 29 | 1 2 3 4 5 | (8 off) 9 10 → day 14 is 10 February.
# Six days:  21 22 23 25 26 27 28 29 30 | 1 2 3 4 5 → day 14 is 5 February.
# Seven days, five a week: 29 January; six a week: 28 January.


@pytest.fixture(autouse=True)
def libur(db):
    """The one holiday of these weeks; without a decree the base calendar would guess."""
    HariLibur.objects.create(tanggal=date(2027, 1, 1), jenis="libur_nasional", nama="Tahun Baru")
    HariLibur.objects.create(tanggal=date(2027, 2, 8), jenis="cuti_bersama", nama="Cuti Bersama Imlek")


def _gerak(e: EvaluasiTahunan, hari: date, sekarang: str = "") -> dict[str, int]:
    return {k: n for k, n in gerakkan(siklus=e.siklus, saat=Saat.pada(hari)).items() if n}


@pytest.mark.parametrize(
    ("pekan", "jalur", "jatuh_tempo"),
    [
        (5, "normal", date(2027, 2, 10)),
        (6, "normal", date(2027, 2, 5)),
        (5, "terlambat", date(2027, 1, 29)),
        (6, "terlambat", date(2027, 1, 28)),
    ],
)
def test_a_signed_result_is_delivered_on_its_last_day(tahunan, pemeran, pekan, jalur, jatuh_tempo):
    e = tanda_tangan(tahunan)
    EvaluasiTahunan.objects.update(jalur=jalur, final=jalur == "terlambat")
    type(e.unit).objects.filter(pk=e.unit_id).update(hari_per_pekan=pekan)
    assert _gerak(e, date.fromordinal(jatuh_tempo.toordinal() - 1)) == {}
    assert _gerak(e, jatuh_tempo) == {"disampaikan": 1}
    e.refresh_from_db()
    assert (e.status, e.riwayat.last().aksi, e.riwayat.last().oleh) == ("disampaikan", "sampaikan", None)
    assert Pesan.objects.get(penerima=pemeran.ratna).data == {"nama": "Budi Santoso", "tahun": "2026"}


@pytest.mark.parametrize(
    ("pekan", "jalur", "terakhir"),
    [
        (5, "normal", date(2027, 2, 10)),
        (6, "normal", date(2027, 2, 5)),
        (5, "terlambat", date(2027, 1, 29)),
        (6, "terlambat", date(2027, 1, 28)),
    ],
)
def test_silence_is_passed_over_the_day_after_the_last_day(tahunan, pekan, jalur, terakhir):
    e = serah(tahunan)
    EvaluasiTahunan.objects.update(jalur=jalur, final=jalur == "terlambat")
    type(e.unit).objects.filter(pk=e.unit_id).update(hari_per_pekan=pekan)
    assert _gerak(e, terakhir) == {}
    lewat = _gerak(e, date.fromordinal(terakhir.toordinal() + 1))
    assert lewat["tanpa_tanggapan"] == 1
    assert lewat["dilaporkan"] == 1


def test_the_day_of_an_event_is_that_of_the_units_zone(tahunan, januari):
    """Signed at 23.30 WIB on the 20th: in WIT it is the 21st, so every clock ends a working day later."""
    januari.move_to("2027-01-20T16:30:00+00:00")
    e = serah(tahunan)
    type(e.unit).objects.filter(pk=e.unit_id).update(zona="WIT")
    assert _gerak(e, date(2027, 2, 11)) == {}
    assert _gerak(e, date(2027, 2, 12))["tanpa_tanggapan"] == 1


def test_answered_is_reported_and_finished_after_the_objection(tahunan, pemeran):
    e = serah(tahunan)
    EvaluasiTahunan.objects.update(status="diterima", ditanggapi_pada=e.disampaikan_pada)
    assert _gerak(e, date(2027, 1, 21)) == {"dilaporkan": 1}
    e.refresh_from_db()
    assert e.dilaporkan_pada is not None
    assert Pesan.objects.get(jenis="tahunan_dilaporkan").penerima == pemeran.pengelola_instansi
    assert _gerak(e, date(2027, 2, 10)) == {}  # objection still possible on the 14th working day
    assert _gerak(e, date(2027, 2, 11)) == {"selesai": 1}
    assert [r.aksi for r in e.riwayat.order_by("id")][-2:] == ["laporkan", "selesaikan"]
    assert _gerak(e, date(2027, 3, 30)) == {}


def test_a_final_result_is_finished_once_reported(tahunan):
    e = serah(tahunan)
    EvaluasiTahunan.objects.update(
        status="ditolak", tanggapan="x", ditanggapi_pada=e.disampaikan_pada, final=True
    )
    assert _gerak(e, date(2027, 1, 21)) == {"dilaporkan": 1, "selesai": 1}


def test_an_objection_is_reported_in_time_and_its_decision_again(tahunan):
    """Window closed 31 January: day 30 is 15 March (8 February off)."""
    e = serah(tahunan)
    EvaluasiTahunan.objects.update(status="keberatan")
    assert _gerak(e, date(2027, 3, 12)) == {}
    assert _gerak(e, date(2027, 3, 15)) == {"dilaporkan": 1}
    EvaluasiTahunan.objects.update(status="diputus", dilaporkan_pada=None)
    assert _gerak(e, date(2027, 3, 16)) == {"dilaporkan": 1, "selesai": 1}
