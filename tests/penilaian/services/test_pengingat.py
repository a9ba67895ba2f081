"""Reminders: 3 and 1 working days before a deadline and on the day, each once."""

from datetime import UTC, date, datetime

import pytest

from inti.kalender import Zona
from inti.models import HariLibur
from pemberitahuan.models import Pesan
from penilaian.models import EvaluasiPeriodik
from penilaian.services.jadwal import ingatkan_bila_pagi, jalankan_periode
from penilaian.services.pengingat import ingatkan, tahap_pengingat
from sasaran.models import Periode, Siklus
from tests.penilaian.conftest import ajukan

# The quarter's self-assessment ends on Tuesday 7 April 2026, the assessor's time on Tuesday the 14th.
# Friday 3 April is Good Friday, from the decree that is made the known one of the year here.


@pytest.fixture(autouse=True)
def _libur(db):
    HariLibur.objects.create(tanggal=date(2026, 4, 3), jenis="libur_nasional", nama="Wafat Yesus Kristus")


@pytest.mark.parametrize(
    ("hari", "tahap"),
    [
        ("2026-03-31", None),
        ("2026-04-01", 3),  # Wednesday: Thursday 2, Monday 6 and Tuesday 7 are the three working days left
        ("2026-04-02", 3),
        ("2026-04-05", 3),  # a Sunday: whoever was missed on Wednesday is still reminded
        ("2026-04-06", 1),
        ("2026-04-07", 0),
        ("2026-04-08", None),
    ],
)
def test_a_stage_begins_at_its_working_day_and_lasts_until_the_next(hari, tahap):
    assert tahap_pengingat(date.fromisoformat(hari), date(2026, 4, 7)) == tahap


def _isi(jenis: str) -> list[tuple]:
    baris = Pesan.objects.filter(jenis=jenis).order_by("dibuat_pada", "id")
    return [(p.penerima.nama, p.data, p.tautan) for p in baris]


def test_only_those_whose_self_assessment_is_open_are_reminded_and_once_per_stage(
    pemeran, evaluasi, buat_evaluasi
):
    ajukan(buat_evaluasi(pemeran.sari))
    Pesan.objects.all().delete()
    jumlah = [ingatkan(hari=date(2026, 4, h), zona="WIB") for h in (1, 1, 2, 6, 6, 7, 7)]
    assert jumlah == [1, 0, 0, 1, 0, 1, 0]
    isi = {"batas": "2026-04-07", "periode": "Triwulan I 2026"}
    assert (
        _isi("pengingat_penilaian_diri") == [("Ratna Wulandari", isi, f"/penilaian/{evaluasi.pk}/diri/")] * 3
    )


def test_an_assessor_gets_one_message_with_the_number(pemeran, evaluasi, buat_evaluasi):
    ajukan(buat_evaluasi(pemeran.sari))
    buat_evaluasi(pemeran.kabid)
    Pesan.objects.all().delete()
    assert [ingatkan(hari=date(2026, 4, h), zona="WIB") for h in (9, 9, 13, 14, 15)] == [2, 0, 2, 2, 0]
    pesan = _isi("pengingat_penilaian")
    assert sorted((nama, data["jumlah"], tautan) for nama, data, tautan in pesan) == sorted(
        [("Budi Santoso", 2, "/tim/penilaian/"), ("Yohanes Lasut", 1, "/tim/penilaian/")] * 3
    )
    assert {data["batas"] for _, data, _ in pesan} == {"2026-04-14"}


def test_a_moved_deadline_is_reminded_of_anew(evaluasi, triwulan):
    assert ingatkan(hari=date(2026, 4, 7), zona="WIB") == 1
    Periode.objects.filter(pk=triwulan.pk).update(batas_penilaian_diri=date(2026, 4, 8))
    assert ingatkan(hari=date(2026, 4, 8), zona="WIB") == 1


def test_a_closed_period_and_another_zone_are_left_alone(evaluasi, triwulan):
    assert ingatkan(hari=date(2026, 4, 7), zona="WIT") == 0
    Periode.objects.filter(pk=triwulan.pk).update(status="ditutup", ditutup_pada="2026-04-07T00:00:00Z")
    assert ingatkan(hari=date(2026, 4, 7), zona="WIB") == 0


@pytest.mark.parametrize(
    ("zona", "jam_utc", "jumlah"),
    [("WIB", (0, 29), 0), ("WIB", (0, 30), 1), ("WIT", (0, 29), 1), ("WITA", (0, 29), 1)],
)
def test_reminders_wait_for_half_past_seven_where_the_year_is(evaluasi, kini, zona, jam_utc, jumlah):
    Siklus.objects.update(zona=zona)
    kini.move_to(datetime(2026, 4, 7, *jam_utc, tzinfo=UTC))
    assert ingatkan_bila_pagi(zona=Zona(zona)) == jumlah


@pytest.mark.parametrize(("zona", "dibuat"), [("WIT", 1), ("WITA", 0), ("WIB", 0)])
def test_today_is_the_day_it_is_where_the_year_is(pemeran, siklus, buat_skp, kini, zona, dibuat):
    buat_skp(pemeran.ratna)
    Siklus.objects.update(zona=zona)
    kini.move_to(datetime(2026, 3, 16, 15, 0, tzinfo=UTC))  # midnight of the 17th in Jayapura only
    assert sum(jalankan_periode(zona=z).berubah for z in Zona) == dibuat
    assert EvaluasiPeriodik.objects.count() == dibuat
