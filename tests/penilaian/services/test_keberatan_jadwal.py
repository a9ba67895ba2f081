"""Objections and the schedule: a reminder, one escalation, dates by today's calendar, a superior who left."""

from datetime import UTC, date, datetime

import pytest

from inti.kalender import Zona
from inti.models import HariLibur
from pemberitahuan.models import JenisPesan, Pesan
from penilaian.models import Keberatan
from penilaian.services.keberatan import ajukan
from penilaian.services.keberatan_jadwal import jalankan_keberatan
from penilaian.tasks import urus_keberatan

INGAT, LAMBAT = JenisPesan.PENGINGAT_KEBERATAN, JenisPesan.KEBERATAN_TERLAMBAT


@pytest.fixture
def keberatan(pemeran, buat_evaluasi, kini):
    """Filed on Wednesday 1 April 2026; Good Friday is off: due on 13 April (2, 6, 7, 8, 9, 10, 13)."""
    e = buat_evaluasi(
        pemeran.ratna,
        status="disampaikan",
        rating_hasil=2,
        rating_perilaku=2,
        predikat=2,
        disampaikan_pada=datetime(2026, 4, 1, 2, 0, tzinfo=UTC),
    )
    return ajukan(evaluasi=e, oleh=pemeran.ratna, alasan="x")


def _penerima(jenis):
    return set(Pesan.objects.filter(jenis=jenis).values_list("penerima", flat=True))


def test_the_decision_is_due_on_the_seventh_working_day(keberatan):
    # PermenPANRB 6/2022 V.B.6 (T16); hari_kerja 2026: 3 April is Wafat Yesus Kristus
    assert keberatan.batas_putus == date(2026, 4, 13)


def test_two_working_days_before_it_the_superior_is_reminded_once(keberatan, pemeran):
    assert jalankan_keberatan(zona=Zona.WIB, hari=date(2026, 4, 8)) == 0
    assert jalankan_keberatan(zona=Zona.WIB, hari=date(2026, 4, 9)) == 1
    assert jalankan_keberatan(zona=Zona.WIB, hari=date(2026, 4, 10)) == 0
    assert jalankan_keberatan(zona=Zona.WITA, hari=date(2026, 4, 9)) == 0
    assert _penerima(INGAT) == {pemeran.kadis.pk}
    assert Pesan.objects.get(jenis=INGAT).data == {
        "nama": "Ratna Wulandari",
        "periode": "Triwulan I 2026",
        "batas": "2026-04-13",
    }


def test_overdue_it_goes_to_the_superior_and_the_managers_once_and_is_not_decided(keberatan, pemeran):
    assert jalankan_keberatan(zona=Zona.WIB, hari=date(2026, 4, 13)) == 1  # the last day: a reminder
    assert not _penerima(LAMBAT)
    assert jalankan_keberatan(zona=Zona.WIB, hari=date(2026, 4, 14)) == 2
    assert jalankan_keberatan(zona=Zona.WIB, hari=date(2026, 4, 15)) == 0
    assert _penerima(LAMBAT) == {pemeran.kadis.pk, pemeran.pengelola_instansi.pk}
    assert Keberatan.objects.get().status == "diajukan"


def test_a_new_day_off_moves_the_date_of_what_is_undecided(keberatan):
    HariLibur.objects.create(
        tanggal=date(2026, 4, 7), nama="Pilkada", jenis="libur_nasional", sumber="Keppres"
    )
    for hari in (date(2026, 4, 3), date(2026, 4, 6)):
        HariLibur.objects.get_or_create(
            tanggal=hari, nama="Libur", defaults={"jenis": "cuti_bersama", "sumber": "SKB"}
        )
    assert jalankan_keberatan(zona=Zona.WIB, hari=date(2026, 4, 2)) == 1
    keberatan.refresh_from_db()
    assert keberatan.batas_putus == date(2026, 4, 15)


def test_when_the_superior_has_left_the_next_one_decides(keberatan, pemeran):
    pemeran.kadis.kedudukan_hukum = "99"
    pemeran.kadis.save()
    atasan = pemeran.kabid.atasan
    atasan.penilai = pemeran.bupati
    atasan.save()
    assert jalankan_keberatan(zona=Zona.WIB, hari=date(2026, 4, 2)) == 1
    keberatan.refresh_from_db()
    assert keberatan.pemutus == pemeran.bupati
    assert keberatan.periodik.atasan_penilai == pemeran.bupati
    assert keberatan.riwayat.last().catatan == f"{pemeran.kadis.nama} → {pemeran.bupati.nama}"


def test_the_task_runs_twice_without_doubling(keberatan, kini):
    kini.move_to(datetime(2026, 4, 20, 2, 0, tzinfo=UTC))
    assert [urus_keberatan(), urus_keberatan()] == [2, 0]
