"""The calendar of sessions in each zone: the right day, once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from inti.kalender import Zona
from inti.workflow import TransisiDitolak
from pelatihan.services.jadwal import jalankan_pelatihan, usulkan_kebutuhan
from pelatihan.services.sesi import ubah_sesi
from pelatihan.tasks import urus_pelatihan
from pelatihan.tasks import usulkan_kebutuhan as tugas_kebutuhan
from pemberitahuan.models import Pesan

pytestmark = pytest.mark.django_db


def hasil(zona=Zona.WIB, tanggal=None):
    h = jalankan_pelatihan(zona=zona, tanggal=tanggal)
    return h.ditutup, h.selesai, h.naik, h.diingatkan


@pytest.mark.parametrize(
    ("zona", "jam_utc", "ditutup"),
    [  # the registration of 6 March ends at 24.00 in the zone of the session
        ("WIB", datetime(2026, 3, 6, 16, 59, tzinfo=UTC), 0), ("WIB", datetime(2026, 3, 6, 17, tzinfo=UTC), 1),
        ("WITA", datetime(2026, 3, 6, 15, 59, tzinfo=UTC), 0), ("WITA", datetime(2026, 3, 6, 16, tzinfo=UTC), 1),
        ("WIT", datetime(2026, 3, 6, 14, 59, tzinfo=UTC), 0), ("WIT", datetime(2026, 3, 6, 15, tzinfo=UTC), 1),
    ],
)  # fmt: skip
def test_registration_closes_at_midnight_of_its_zone(buat_sesi, kini, zona, jam_utc, ditutup):
    buat_sesi(zona=zona)
    kini.move_to(jam_utc)
    assert hasil(Zona(zona))[0] == ditutup
    assert hasil(Zona(zona))[0] == 0


def test_the_day_after_the_last_day_a_session_is_over(sesi, buat_peserta, pemeran):
    datang = buat_peserta(pemeran.ratna, "hadir")
    absen = buat_peserta(pemeran.sari, "ditetapkan")
    antre = buat_peserta(pemeran.rudi, "daftar_tunggu")
    assert hasil(tanggal=date(2026, 3, 11))[1] == 0
    assert hasil(tanggal=date(2026, 3, 12))[1] == 1
    assert hasil(tanggal=date(2026, 3, 12)) == (0, 0, 0, 0)
    for satu in (datang, absen, antre, sesi):
        satu.refresh_from_db()
    assert [sesi.status, datang.status, absen.status, antre.status] == [
        "selesai", "hadir", "tidak_hadir", "dibatalkan",
    ]  # fmt: skip


def test_participants_are_reminded_once_on_the_day_before(sesi, buat_peserta, pemeran):
    buat_peserta(pemeran.ratna, "ditetapkan")
    buat_peserta(pemeran.sari, "daftar_tunggu", menunggu_sejak=datetime(2026, 3, 1, tzinfo=UTC))
    sesi.kursi = 1
    sesi.save()
    assert [hasil(tanggal=date(2026, 3, 9) + timedelta(days=n))[3] for n in (-1, 0, 0, 1)] == [0, 1, 0, 0]
    assert Pesan.objects.get().data == {
        "pelatihan": "Lokakarya menyusun indikator", "jam": "08.00 WIB", "tempat": "Aula BKPSDM",
    }  # fmt: skip


def test_nobody_is_reminded_at_night(sesi, buat_peserta, pemeran, kini):
    buat_peserta(pemeran.ratna, "ditetapkan")
    kini.move_to(datetime(2026, 3, 8, 23, 59, tzinfo=UTC))  # 9 March 06.59 WIB
    assert hasil()[3] == 0
    kini.move_to(datetime(2026, 3, 9, 0, 0, tzinfo=UTC))
    assert hasil()[3] == 1


def test_a_seat_that_was_added_calls_somebody_up(buat_sesi, buat_peserta, pemeran):
    sesi = buat_sesi(kursi=2)
    buat_peserta(pemeran.ratna, "ditetapkan", sesi)
    buat_peserta(pemeran.sari, "daftar_tunggu", sesi)
    assert hasil(tanggal=date(2026, 3, 3))[2] == 1
    assert hasil(tanggal=date(2026, 3, 3))[2] == 0


def test_a_cancelled_session_tells_everybody_who_was_in_it(sesi, buat_peserta, pemeran):
    for orang, status in (
        (pemeran.ratna, "ditetapkan"),
        (pemeran.sari, "diusulkan"),
        (pemeran.rudi, "ditolak"),
    ):
        buat_peserta(orang, status)
    ubah_sesi(sesi=sesi, aksi="batalkan", oleh=pemeran.pengelola_instansi, catatan="Banjir")
    assert set(Pesan.objects.values_list("penerima__nama", flat=True)) == {
        "Ratna Wulandari",
        "Sari Handayani",
    }
    assert set(sesi.peserta.values_list("status", flat=True)) == {"dibatalkan", "ditolak"}


def test_no_session_is_finished_before_its_last_day(sesi, pemeran, kini):
    with pytest.raises(TransisiDitolak, match="hari terakhirnya"):
        ubah_sesi(sesi=sesi, aksi="selesaikan", oleh=pemeran.pengelola_instansi)


def test_the_tasks_may_run_twice(sesi, kini, buat_peserta, pemeran):
    kini.move_to(datetime(2026, 3, 20, 3, tzinfo=UTC))
    assert [urus_pelatihan(), urus_pelatihan()] == [2, 0]  # closed, then finished
    assert [tugas_kebutuhan(), usulkan_kebutuhan()] == [0, 0]
