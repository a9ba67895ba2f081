"""The schedule of the year from the opening to the end, run day by day, twice each."""

from datetime import date

from penilaian.models import EvaluasiTahunan
from penilaian.services.tahunan_jadwal import jalankan_tahunan


def _status() -> list[str]:
    return list(EvaluasiTahunan.objects.order_by("pegawai__nama").values_list("status", flat=True))


def test_the_year_goes_its_way_and_every_run_twice_is_once(pemeran, siklus, buat_skp, januari):
    buat_skp(pemeran.ratna)
    buat_skp(pemeran.sari)
    januari.move_to("2026-12-28T03:00:00+00:00")
    assert [jalankan_tahunan().berubah for _ in range(2)] == [2, 0]
    januari.move_to("2027-02-01T03:00:00+00:00")
    hasil = jalankan_tahunan()
    assert hasil.menurut_tahun["2026"]["menunggu_atasan"] == 2
    assert hasil.kabar == 2  # the superior, and the assessor who was late
    assert jalankan_tahunan().berubah == 0
    assert _status() == ["menunggu_atasan", "menunggu_atasan"]


def test_a_year_that_nobody_opened_in_time_is_not_opened_behind_peoples_backs(siklus, januari):
    assert jalankan_tahunan(tanggal=date(2027, 2, 1)).berubah == 0
    siklus.refresh_from_db()
    assert siklus.status == "belum_dibuka"
