"""Holidays in the database: imported whole, twice without a change, with a base for unknown years."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

import inti
from inti.kalender import tambah_hari_kerja
from inti.libur_csv import BerkasLiburSalah
from inti.models import HariLibur
from inti.services.libur import HasilImporLibur, impor_libur, set_libur

pytestmark = pytest.mark.django_db

DATA_2026 = Path(inti.__file__).parent / "data" / "libur_2026.csv"
KEPALA = "tanggal,jenis,nama,sumber\n"


@pytest.fixture
def berkas(tmp_path):
    def tulis(*baris):
        jalur = tmp_path / "libur.csv"
        jalur.write_text(KEPALA + "\n".join(baris), encoding="utf-8")
        return jalur

    return tulis


@pytest.fixture(autouse=True)
def kosong():
    HariLibur.objects.all().delete()


def test_the_decree_of_2026_is_imported_and_a_second_time_changes_nothing():
    assert impor_libur(berkas=DATA_2026) == HasilImporLibur(baru=25, berubah=0, tetap=0)
    assert impor_libur(berkas=DATA_2026, oleh="pengelola") == HasilImporLibur(baru=0, berubah=0, tetap=25)
    assert HariLibur.objects.count() == 25


def test_a_corrected_row_is_brought_up_to_date(berkas):
    impor_libur(
        berkas=berkas("2027-03-09,cuti_bersama,Idul Fitri,rancangan", "2027-01-01,libur_nasional,A,SKB")
    )
    hasil = impor_libur(
        berkas=berkas(
            "2027-03-09,libur_nasional,Idul Fitri,SKB", "2027-01-01,libur_nasional,A,SKB",
            "2027-05-01,libur_nasional,B,SKB",
        )
    )  # fmt: skip
    assert hasil == HasilImporLibur(baru=1, berubah=1, tetap=1)
    libur = HariLibur.objects.get(nama="Idul Fitri")
    assert (libur.jenis, libur.sumber) == ("libur_nasional", "SKB")


def test_a_file_with_one_bad_row_writes_nothing(berkas):
    with pytest.raises(BerkasLiburSalah, match="Baris 3"):
        impor_libur(berkas=berkas("2027-01-01,libur_nasional,A,SKB", "2027-99-01,libur_nasional,B,SKB"))
    assert not HariLibur.objects.exists()


def test_the_import_needs_a_constant_number_of_queries(berkas, django_assert_max_num_queries):
    banyak = berkas(
        *(f"2027-{b:02}-{h:02},libur_daerah,Hari {b}-{h},Perda" for b in range(1, 13) for h in range(1, 29))
    )
    with django_assert_max_num_queries(4):
        assert impor_libur(berkas=banyak).baru == 336


def test_days_off_come_from_the_decree_where_there_is_one(django_assert_num_queries):
    impor_libur(berkas=DATA_2026)
    HariLibur.objects.filter(tanggal=date(2026, 1, 16)).delete()
    with django_assert_num_queries(1):
        libur = set_libur(date(2026, 3, 1), date(2026, 3, 2))
    assert len(libur) == 24
    assert date(2026, 1, 16) not in libur
    assert date(2026, 12, 25) in libur


def test_a_year_without_a_decree_falls_back_on_the_base(berkas):
    impor_libur(berkas=DATA_2026)
    impor_libur(berkas=berkas("2025-07-01,libur_daerah,Hari Jadi Kabupaten,Perda"))
    libur = set_libur(date(2025, 12, 1), date(2026, 1, 5))
    assert {date(2025, 7, 1), date(2025, 12, 25), date(2026, 1, 1)} <= libur


def test_a_deadline_passes_over_new_year_with_both_sources():
    impor_libur(berkas=DATA_2026)
    libur = set_libur(date(2025, 12, 24), date(2026, 2, 28))
    assert tambah_hari_kerja(date(2025, 12, 24), 5, libur) == date(2026, 1, 5)


def test_a_span_that_runs_backwards_is_refused():
    with pytest.raises(ValueError, match="tidak boleh sebelum"):
        set_libur(date(2026, 2, 1), date(2026, 1, 31))


def test_the_command_does_the_same_and_reports(capsys):
    call_command("libur", "impor", str(DATA_2026))
    assert capsys.readouterr().out == "Libur: 25 baru, 0 berubah, 0 tetap.\n"
    assert HariLibur.objects.count() == 25


def test_the_command_tells_every_problem_and_writes_nothing(berkas):
    with pytest.raises(CommandError, match=r"Tidak ada yang disimpan.\nBaris 2: .*\nBaris 3: "):
        call_command("libur", "impor", str(berkas("x,libur_nasional,A,S", "2027-01-01,lain,A,S")))
    assert not HariLibur.objects.exists()
