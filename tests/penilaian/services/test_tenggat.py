"""Deadlines in the zone and the working week of the unit."""

from datetime import UTC, date, datetime

import pytest

from inti.models import HariLibur
from penilaian.services.diri import terima
from penilaian.services.tenggat import jadwal, lewat_batas_diri
from tests.penilaian.conftest import sampaikan


@pytest.mark.parametrize(
    ("zona", "waktu"),
    [
        ("WIB", datetime(2026, 4, 7, 16, 59, 59, 999999, UTC)),
        ("WITA", datetime(2026, 4, 7, 15, 59, 59, 999999, UTC)),
        ("WIT", datetime(2026, 4, 7, 14, 59, 59, 999999, UTC)),
    ],
)
def test_a_deadline_ends_with_the_day_in_the_units_zone(evaluasi, kini, zona, waktu):
    evaluasi.unit.zona = zona
    batas = jadwal(evaluasi).diri
    assert batas.waktu == waktu
    assert batas.teks == f"Selasa, 7 April 2026 pukul 23.59 {zona}"
    kini.move_to(waktu)
    assert not lewat_batas_diri(evaluasi)
    assert jadwal(evaluasi).diri.teks_sisa == "hari ini hari terakhir"
    kini.shift(1)
    assert lewat_batas_diri(evaluasi)
    assert jadwal(evaluasi).diri.teks_sisa == "sudah lewat"


def test_working_days_left_leave_out_weekend_and_holidays(evaluasi):
    HariLibur.objects.create(tanggal=date(2026, 4, 3), jenis="libur_nasional", nama="Wafat Yesus Kristus")
    assert jadwal(evaluasi).diri.sisa == 3  # 2, 6 and 7 April
    evaluasi.unit.hari_per_pekan = 6
    assert jadwal(evaluasi).diri.sisa == 4  # and Saturday the 4th
    HariLibur.objects.create(tanggal=date(2026, 4, 6), jenis="libur_daerah", nama="Hari jadi kabupaten")
    assert jadwal(evaluasi).diri.sisa == 3


def test_answers_are_due_only_after_delivery(evaluasi):
    awal = jadwal(evaluasi)
    assert (awal.terima, awal.keberatan, awal.sumber) == (None, None, "")


def test_the_objection_counts_from_delivery_and_not_from_its_confirmation(evaluasi, kini):
    """Electronic delivery is the receipt. Delivered on Wednesday 1 April, working days 1 to 14 are 2, 6-10, 13-17
    and 20-22 April: Friday the 3rd is Good Friday. From the confirmation on the 8th it would be 28 April."""
    e = sampaikan(evaluasi)
    setelah = jadwal(e)
    assert setelah.terima.teks.startswith("Rabu, 22 April 2026")
    assert setelah.keberatan.teks.startswith("Rabu, 22 April 2026")
    assert setelah.keberatan.sisa == 14
    kini.move_to(datetime(2026, 4, 8, 2, 0, tzinfo=UTC))
    e = terima(evaluasi=e, oleh=e.pegawai)
    assert e.diterima_pada > e.disampaikan_pada
    assert jadwal(e).keberatan.waktu == setelah.keberatan.waktu
    assert jadwal(e).keberatan.sisa == 10  # 9, 10, 13-17, 20-22 April
