"""The year and its quarters."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from inti.models import HariLibur, JenisLibur
from sasaran.models import Periode, Siklus
from sasaran.services.siklus import buat_siklus


def libur(*tanggal):
    HariLibur.objects.bulk_create(
        HariLibur(tanggal=t, jenis=JenisLibur.LIBUR_NASIONAL, nama=f"Libur {t}") for t in tanggal
    )


@pytest.fixture
def libur_sederhana(db):
    """A calendar small enough to count on paper."""
    libur(date(2026, 1, 1), date(2026, 12, 25), date(2027, 1, 1))


def test_a_year_has_four_quarters_that_touch(libur_sederhana):
    siklus = buat_siklus(tahun=2026, zona="WITA")
    rentang = list(siklus.periode.order_by("nomor").values_list("nomor", "mulai", "selesai"))
    assert rentang == [
        (1, date(2026, 1, 1), date(2026, 3, 31)),
        (2, date(2026, 4, 1), date(2026, 6, 30)),
        (3, date(2026, 7, 1), date(2026, 9, 30)),
        (4, date(2026, 10, 1), date(2026, 12, 31)),
    ]
    assert (siklus.zona, siklus.batas_skp) == ("WITA", date(2026, 1, 31))


def test_the_window_opens_ten_working_days_before_the_end_and_closes_after_fifteen(libur_sederhana):
    siklus = buat_siklus(tahun=2026, zona="WIB")
    tw3 = siklus.periode.get(nomor=3)
    # 30 September 2026 is a Wednesday: 17, 18, 21-25, 28-30 are its last ten working days
    assert tw3.buka_evaluasi == date(2026, 9, 17)
    assert tw3.batas_penilaian_diri == date(2026, 10, 7)
    assert tw3.batas_penilaian == date(2026, 10, 14)
    assert tw3.tutup_evaluasi == date(2026, 10, 21)


def test_the_last_quarter_skips_the_holidays_and_closes_before_the_yearly_evaluation_is_due(libur_sederhana):
    tw4 = buat_siklus(tahun=2026, zona="WIB").periode.get(nomor=4)
    assert tw4.buka_evaluasi == date(2026, 12, 17)  # Christmas is off
    assert tw4.tutup_evaluasi == date(2027, 1, 22)  # New Year's Day is off; before 31 January


def test_the_example_of_the_annex_lies_as_the_annex_says(libur_sederhana):
    tw3 = buat_siklus(tahun=2026, zona="WIB").periode.get(nomor=3)
    assert not tw3.buka_evaluasi <= date(2026, 8, 25) <= tw3.tutup_evaluasi
    assert tw3.buka_evaluasi <= date(2026, 9, 25) <= tw3.tutup_evaluasi


def test_a_year_without_a_decree_uses_the_general_calendar(db):
    assert buat_siklus(tahun=2031, zona="WIT").periode.count() == 4


def test_a_second_creation_is_refused_and_leaves_the_first(libur_sederhana):
    buat_siklus(tahun=2026, zona="WIB")
    with pytest.raises(ValidationError) as galat:
        buat_siklus(tahun=2026, zona="WIB")
    assert "tahun" in galat.value.message_dict
    assert (Siklus.objects.count(), Periode.objects.count()) == (1, 4)


@pytest.mark.parametrize(("isi", "kolom"), [({"tahun": 1999}, "tahun"), ({"zona": "GMT"}, "zona")])
def test_bad_input_is_refused_at_its_field(db, isi, kolom):
    with pytest.raises(ValidationError) as galat:
        buat_siklus(**{"tahun": 2026, "zona": "WIB", **isi})
    assert kolom in galat.value.message_dict


def test_only_the_manager_of_the_whole_government_sets_up_a_year(pemeran, libur_sederhana):
    for nama, orang in pemeran.items():
        if nama != "pengelola_instansi":
            with pytest.raises(PermissionDenied):
                buat_siklus(tahun=2026, zona="WIB", oleh=orang)
    assert buat_siklus(tahun=2026, zona="WIB", oleh=pemeran.pengelola_instansi).tahun == 2026
