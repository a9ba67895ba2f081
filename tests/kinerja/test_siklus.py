"""The command `siklus`: what it does, what it shows."""

import io
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.management import CommandError, call_command

from kinerja.services.siklus import jalankan_siklus, keadaan_siklus
from penilaian.models import EvaluasiPeriodik
from sasaran.models import Periode


@pytest.fixture(autouse=True)
def hari():
    with time_machine.travel(datetime(2026, 3, 20, 3, 0, tzinfo=UTC), tick=False) as waktu:
        yield waktu


# Four heads assess people here: the regent, two heads of department and one of division.
LABEL = "Capaian unit: 4 baris dibuat atau mengikuti pimpinan baru.\n"


def _siklus(*kata: str) -> str:
    out = io.StringIO()
    call_command("siklus", *kata, stdout=out)
    return out.getvalue()


def test_running_does_what_is_due_today_and_a_second_time_nothing(pemeran, siklus, buat_skp):
    buat_skp(pemeran.ratna)
    assert _siklus("jalankan") == "Triwulan I 2026: 1 evaluasi dibuat.\n" + LABEL
    assert _siklus("jalankan") == "Tidak ada yang perlu dikerjakan.\n"


def test_a_quarter_is_taken_through_its_dates(pemeran, siklus, buat_skp):
    buat_skp(pemeran.ratna)
    assert _siklus("jalankan", "--tanggal", "2026-03-16") == "Tidak ada yang perlu dikerjakan.\n"
    assert _siklus("jalankan", "--tanggal", "2026-03-17") == ("Triwulan I 2026: 1 evaluasi dibuat.\n" + LABEL)
    assert _siklus("jalankan", "--tanggal", "2026-04-07") == "1 pengingat ditulis.\n"
    assert _siklus("jalankan", "--tanggal", "2026-04-14") == "1 pengingat ditulis.\n"
    assert _siklus("jalankan", "--tanggal", "2026-04-21") == "Tidak ada yang perlu dikerjakan.\n"
    assert (
        _siklus("jalankan", "--tanggal", "2026-04-22") == "Triwulan I 2026: 1 evaluasi dikunci tanpa hasil.\n"
    )
    assert EvaluasiPeriodik.objects.get().status == "terkunci"
    assert _siklus("jalankan", "--tanggal", "2026-04-22") == "Tidak ada yang perlu dikerjakan.\n"


@pytest.mark.parametrize("tanggal", ["kemarin", "2026-02-30", "31-12-2026"])
def test_a_date_that_is_none_is_refused_with_a_sentence(tanggal):
    with pytest.raises(CommandError, match=r"bukan tanggal\. Tulis seperti 2026-12-31"):
        _siklus("jalankan", "--tanggal", tanggal)


def test_the_status_shows_every_period_with_dates_numbers_and_what_comes_next(pemeran, siklus, buat_skp):
    buat_skp(pemeran.ratna)
    _siklus("jalankan")
    kepala, satu, dua, *_lain, antre = [b for b in _siklus("status").splitlines() if b]
    assert " ".join(kepala.split()) == (
        "PERIODE STATUS BUKA DIRI PENILAI TERAKHIR TERBUKA DIAJUKAN DISAMPAIKAN DITERIMA TERKUNCI BERIKUTNYA"
    )
    assert " ".join(satu.split()) == (
        "Triwulan I 2026 terbuka 17-03-2026 07-04-2026 14-04-2026 21-04-2026 1 0 0 0 0 ditutup 22-04-2026"
    )
    assert dua.split()[-2:] == ["dibuka", "15-06-2026"]
    assert antre == "Surel menunggu dikirim: 3"  # to Ratna, and to the two who set labels


@pytest.mark.usefixtures("db")
def test_without_a_year_the_status_says_what_to_do():
    assert _siklus("status") == "Belum ada periode. Buat siklus tahunan lebih dahulu.\n"


def test_the_next_step_follows_the_status_of_the_period(siklus, hari, pemeran, buat_skp):
    buat_skp(pemeran.ratna)
    jalankan_siklus()
    hari.move_to(datetime(2026, 10, 30, tzinfo=UTC))
    langkah = [(k.berikut, k.pada) for k in keadaan_siklus()]
    terlewat = ("terlewat, tidak dibuka otomatis", None)
    assert langkah == [("ditutup", date(2026, 10, 30)), terlewat, terlewat, ("dibuka", date(2026, 11, 16))]
    Periode.objects.filter(nomor=1).update(status="ditutup", ditutup_pada="2026-10-30T00:00:00Z")
    assert keadaan_siklus()[0].berikut == "sisanya dikunci"
    jalankan_siklus()
    assert (keadaan_siklus()[0].berikut, keadaan_siklus()[0].pada) == ("", None)


def test_the_status_takes_one_query_however_many_periods(siklus, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(keadaan_siklus()) == 4
