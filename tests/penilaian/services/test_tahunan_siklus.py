"""Opening and closing the year for everybody: who gets one, from whom, and when the window is over."""

from datetime import date

import pytest

from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai, Penempatan
from pegawai.services.atasan import segarkan
from penilaian.models import EvaluasiTahunan, RiwayatTahunan
from penilaian.services.tahunan_siklus import (
    Saat,
    buka_tahunan,
    tutup_tahunan,
    tutup_yang_lewat,
    yang_perlu_dibuka,
    yang_perlu_ditutup,
)
from sasaran.models import SKP


@pytest.fixture
def desember(januari):
    """28 December 2026, the day on which the year opens."""
    januari.move_to("2026-12-28T03:00:00+00:00")
    return januari


def _milik(pegawai) -> EvaluasiTahunan:
    return EvaluasiTahunan.objects.get(pegawai=pegawai)


def test_everybody_with_an_approved_plan_gets_one_and_twice_is_once(pemeran, siklus, buat_skp, desember):
    for siapa in (pemeran.ratna, pemeran.kabid, pemeran.kadis):
        buat_skp(siapa)
    buat_skp(pemeran.sari, "diajukan")
    assert [buka_tahunan(siklus=siklus) for _ in range(2)] == [3, 0]
    e = _milik(pemeran.ratna)
    assert (e.penilai, e.atasan_penilai, e.status, e.jalur) == (
        pemeran.kabid,
        pemeran.kadis,
        "terbuka",
        "normal",
    )
    assert siklus.riwayat.get().aksi == "buka"
    buat_skp(pemeran.rudi)  # approved after the opening
    assert buka_tahunan(siklus=siklus) == 1


def test_what_an_elected_head_sets_is_final(pemeran, siklus, buat_skp, desember):
    """FN-01 and FN-02: the head of a dinas assessed by the regent, and one assessed by a head of dinas."""
    buat_skp(pemeran.kadis)
    buat_skp(pemeran.kabid)
    buka_tahunan(siklus=siklus)
    assert (_milik(pemeran.kadis).penilai, _milik(pemeran.kadis).final) == (pemeran.bupati, True)
    assert (_milik(pemeran.kabid).final, _milik(pemeran.kabid).atasan_penilai) == (False, pemeran.bupati)


def test_who_moves_is_evaluated_once_by_the_new_assessor(pemeran, siklus, buat_skp, desember):
    """MV-02: one evaluation, new assessor, new unit [IV.A.13.b l.3754-3756]."""
    lama = buat_skp(pemeran.ratna)
    SKP.objects.filter(pk=lama.pk).update(selesai=date(2026, 8, 31))
    Penempatan.objects.filter(pegawai=pemeran.ratna).update(selesai=date(2026, 8, 31))
    Penempatan.objects.create(
        pegawai=pemeran.ratna,
        unit=pemeran.kadis_lain.atasan.unit,
        jabatan=pemeran.ratna.atasan.penempatan.jabatan,
        mulai=date(2026, 9, 1),
    )
    segarkan(pada=date(2026, 12, 28))
    baru = buat_skp(Pegawai.objects.get(pk=pemeran.ratna.pk))
    SKP.objects.filter(pk=baru.pk).update(mulai=date(2026, 9, 1))
    assert buka_tahunan(siklus=siklus) == 1
    e = _milik(pemeran.ratna)
    assert (e.skp, e.penilai, e.unit) == (baru, pemeran.kadis_lain, pemeran.kadis_lain.atasan.unit)


def test_a_mover_whose_new_plan_is_not_set_yet_waits_for_it(pemeran, siklus, buat_skp, desember):
    lama = buat_skp(pemeran.ratna)
    SKP.objects.filter(pk=lama.pk).update(selesai=date(2026, 8, 31))
    lain = Penempatan.objects.create(
        pegawai=pemeran.sari,
        unit=pemeran.kadis_lain.atasan.unit,
        jabatan=pemeran.ratna.atasan.penempatan.jabatan,
        jenis="plh",
        mulai=date(2026, 9, 1),
    )
    baru = buat_skp(pemeran.sari, "diajukan")
    SKP.objects.filter(pk=baru.pk).update(pegawai=pemeran.ratna, penempatan=lain, mulai=date(2026, 9, 1))
    assert buka_tahunan(siklus=siklus) == 0


def _plt(pemeran, selesai=None):
    """Ratna is Plt head of Dinas Perhubungan, whose definitive head left."""
    unit = pemeran.kadis_lain.atasan.unit
    Penempatan.objects.filter(pegawai=pemeran.kadis_lain).update(selesai=date(2026, 9, 30))
    Penempatan.objects.create(
        pegawai=pemeran.ratna,
        unit=unit,
        jabatan=pemeran.kadis_lain.atasan.penempatan.jabatan,
        jenis="plt",
        kepala=True,
        mulai=date(2026, 10, 1),
        selesai=selesai,
    )


def test_a_plt_is_evaluated_where_he_reports_as_plt(pemeran, siklus, buat_skp, desember):
    """MV-06 [IV.A.5 l.3679-3684]: as Plt head of a dinas he reports to the regent, so it is final."""
    buat_skp(pemeran.ratna)
    _plt(pemeran)
    segarkan(pada=date(2026, 12, 28))
    buka_tahunan(siklus=siklus)
    e = _milik(pemeran.ratna)
    assert (e.penilai, e.atasan_penilai, e.final) == (pemeran.bupati, None, True)
    assert e.unit == pemeran.ratna.atasan.unit  # whose calendar counts and who sees it: the definitive one


def test_a_plt_that_ended_before_the_last_day_falls_back_to_the_definitive_line(
    pemeran, siklus, buat_skp, desember
):
    """IV.A.6: after the end it reverts."""
    buat_skp(pemeran.ratna)
    _plt(pemeran, date(2026, 12, 30))
    buka_tahunan(siklus=siklus)
    assert _milik(pemeran.ratna).penilai == pemeran.kabid


def test_unsigned_goes_to_the_superior_and_without_one_it_stays(pemeran, siklus, buat_skp, januari):
    """LT-02 [IV.A.11 l.3717-3721]; above the regent there is nobody."""
    januari.move_to("2026-12-28T03:00:00+00:00")
    buat_skp(pemeran.ratna)
    buat_skp(pemeran.kadis)
    buka_tahunan(siklus=siklus)
    januari.move_to("2027-02-01T03:00:00+00:00")
    assert [tutup_tahunan(siklus=siklus) for _ in range(2)] == [1, 0]
    e = _milik(pemeran.ratna)
    assert (e.status, e.jalur, e.final) == ("menunggu_atasan", "terlambat", True)
    assert RiwayatTahunan.objects.get(objek=e).aksi == "lewat_waktu"
    assert _milik(pemeran.kadis).status == "terbuka"
    with pytest.raises(TransisiDitolak):
        buka_tahunan(siklus=siklus)


def test_the_draft_of_a_late_assessor_is_not_handed_on(pemeran, siklus, buat_skp, desember):
    buat_skp(pemeran.ratna)
    buka_tahunan(siklus=siklus)
    EvaluasiTahunan.objects.update(rating_hasil=1, alasan_hasil="rahasia", catatan="c")
    tutup_tahunan(siklus=siklus)
    e = _milik(pemeran.ratna)
    assert (e.rating_hasil, e.alasan_hasil, e.catatan) == (None, "", "")


@pytest.mark.parametrize(
    ("saat", "buka", "tutup"),
    [
        ("2026-12-27T16:59:00+00:00", False, []),  # 27 December 23.59 WIB
        ("2026-12-27T17:00:00+00:00", True, []),  # 28 December 00.00 WIB
        ("2027-01-31T14:59:00+00:00", True, []),  # 31 January 23.59 WIT
        ("2027-01-31T15:00:00+00:00", True, ["WIT"]),
        ("2027-01-31T16:00:00+00:00", True, ["WITA", "WIT"]),
        ("2027-01-31T17:00:00+00:00", False, ["WIB", "WITA", "WIT"]),
    ],
)
def test_the_window_opens_and_closes_with_the_day_of_each_zone(siklus, januari, saat, buka, tutup):
    januari.move_to(saat)
    assert (yang_perlu_dibuka(Saat.pada()) == [siklus]) is buka
    siklus.status, siklus.dibuka_pada = "terbuka", "2026-12-28T00:00:00+07:00"
    siklus.save()
    perlu = yang_perlu_ditutup(Saat.pada())
    assert [zona for _s, zona in perlu] == ([tutup] if tutup else [])


def test_a_unit_in_the_east_is_handed_over_two_hours_before_the_year_closes(
    pemeran, siklus, buat_skp, desember
):
    buat_skp(pemeran.ratna)
    buat_skp(pemeran.rudi)
    type(pemeran.rudi.atasan.unit).objects.filter(pk=pemeran.rudi.atasan.unit_id).update(zona="WIT")
    buka_tahunan(siklus=siklus)
    desember.move_to("2027-01-31T15:05:00+00:00")
    [(satu, zona)] = yang_perlu_ditutup(Saat.pada())
    assert tutup_yang_lewat(siklus=satu, zona=zona) == 1
    assert (_milik(pemeran.rudi).status, _milik(pemeran.ratna).status) == ("menunggu_atasan", "terbuka")
    siklus.refresh_from_db()
    assert siklus.status == "terbuka"


def test_who_closes_early_ends_the_window_that_day(pemeran, tahun, januari):
    tutup_tahunan(siklus=tahun, oleh=pemeran.pengelola_instansi)
    tahun.refresh_from_db()
    assert (tahun.status, tahun.tutup_tahunan) == ("ditutup", date(2027, 1, 20))
