"""Whose label counts: the assessor's own unit, last year's, an ancestor's; one by one and in SQL."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from pegawai.models import Penempatan, UnitKerja
from penilaian.enums import SumberCapaian
from penilaian.models import CapaianOrganisasi, EvaluasiTahunan
from penilaian.services.capaian import label_banyak, label_untuk
from tests.pemeran import buat_tahun

AKHIR = date(2026, 12, 30)
TENGGAT = date(2027, 1, 31)


@pytest.fixture
def buat_capaian(pemeran, siklus):
    """`buat_capaian(kepala, predikat=..., siklus=..., periode=...)` → the label of the unit this person leads."""

    def _buat(kepala, predikat=None, **lain):
        unit = Penempatan.objects.get(pegawai=kepala, kepala=True).unit
        atasan = kepala.atasan.penilai_id or kepala.pk
        isi = {"siklus": siklus, "unit": unit, "kepala": kepala, "penetap_id": atasan, **lain}
        isi["sendiri"] = atasan == kepala.pk
        if predikat:
            isi |= {
                "status": "ditetapkan",
                "predikat": predikat,
                "uraian": "Rencana aksi tercapai.",
                "rujukan": "LKjIP 2026",
                "ditetapkan_pada": timezone.now(),
                "ditetapkan_oleh_id": atasan,
            }
        return CapaianOrganisasi.objects.create(**isi)

    return _buat


@pytest.fixture
def tahunan(buat_skp, siklus):
    """`tahunan(pegawai)` → the yearly evaluation with people frozen from the SKP."""

    def _buat(pegawai, **lain):
        skp = buat_skp(pegawai, isi=False)
        isi = {"penilai": skp.penilai, "atasan_penilai": skp.atasan_penilai, "unit": skp.unit, **lain}
        return EvaluasiTahunan.objects.create(siklus=siklus, skp=skp, pegawai=pegawai, **isi)

    return _buat


def _label(evaluasi, pada=AKHIR, periode=None):
    """The label by both ways, which must agree: (code, where from), or None."""
    satu = label_untuk(evaluasi=evaluasi, pada=pada)
    siklus = periode.siklus if periode else evaluasi.siklus
    banyak = label_banyak(evaluasi=[evaluasi], siklus=siklus, periode=periode, pada=pada)
    assert banyak.get(evaluasi.pk) == satu
    return (int(satu.predikat), satu.sumber) if satu else None


def test_the_label_of_the_unit_led_by_the_assessor_counts_not_that_of_the_department(
    pemeran, buat_capaian, tahunan
):
    # OR-03, PermenPANRB 6/2022 IV.B.1.g l.3859-3861
    buat_capaian(pemeran.kadis, 1)
    buat_capaian(pemeran.kabid, 3)
    assert _label(tahunan(pemeran.ratna)) == (3, SumberCapaian.UNIT)
    assert _label(tahunan(pemeran.kabid)) == (1, SumberCapaian.UNIT)


def test_before_31_january_a_missing_label_is_not_last_years_and_then_it_is(
    pemeran, buat_capaian, tahunan, siklus
):
    # OR-04, IV.B.1.f l.3855-3858
    buat_capaian(pemeran.kabid)
    buat_capaian(pemeran.kabid, 2, siklus=buat_tahun(2025))
    e = tahunan(pemeran.ratna)
    assert _label(e, date(2027, 1, 30)) is None
    assert _label(e, TENGGAT) == (2, SumberCapaian.TAHUN_LALU)


def test_last_years_own_label_comes_before_this_years_of_the_parent(pemeran, buat_capaian, tahunan):
    buat_capaian(pemeran.kabid)
    buat_capaian(pemeran.kadis, 1)
    buat_capaian(pemeran.kabid, 4, siklus=buat_tahun(2025))
    e = tahunan(pemeran.ratna)
    assert _label(e, date(2027, 1, 30)) == (1, SumberCapaian.INDUK)
    assert _label(e, TENGGAT) == (4, SumberCapaian.TAHUN_LALU)


def test_the_nearest_ancestor_with_a_label_is_inherited(pemeran, buat_capaian, tahunan):
    buat_capaian(pemeran.bupati, 1)
    buat_capaian(pemeran.kabid)
    e = tahunan(pemeran.ratna)
    assert _label(e) == (1, SumberCapaian.INDUK)
    buat_capaian(pemeran.kadis, 5)
    assert _label(e) == (5, SumberCapaian.INDUK)


def test_an_ancestors_label_of_last_year_is_the_last_resort(pemeran, buat_capaian, tahunan):
    buat_capaian(pemeran.kabid)
    buat_capaian(pemeran.bupati, 2, siklus=buat_tahun(2025))
    e = tahunan(pemeran.ratna)
    assert _label(e, AKHIR) is None
    assert _label(e, TENGGAT) == (2, SumberCapaian.INDUK_TAHUN_LALU)


def test_without_any_label_there_is_none(pemeran, buat_capaian, tahunan):
    assert _label(tahunan(pemeran.ratna), TENGGAT) is None


def test_a_delegated_assessor_without_a_unit_takes_the_unit_of_the_assessed(pemeran, buat_capaian, tahunan):
    buat_capaian(pemeran.kabid, 3)
    e = tahunan(pemeran.ratna, penilai=pemeran.rudi)
    assert _label(e) == (3, SumberCapaian.UNIT)


def test_who_leads_two_units_counts_with_the_one_above_the_assessed(pemeran, buat_capaian, tahunan):
    buat_capaian(pemeran.kabid, 3)
    dishub = UnitKerja.objects.get(singkatan="Dishub")
    buat_capaian(pemeran.kabid, 1, unit=dishub)
    assert _label(tahunan(pemeran.ratna)) == (3, SumberCapaian.UNIT)
    assert _label(tahunan(pemeran.rudi, penilai=pemeran.kabid)) == (1, SumberCapaian.UNIT)


def test_a_period_has_its_own_labels_and_never_last_years(pemeran, buat_capaian, buat_evaluasi, triwulan):
    buat_capaian(pemeran.kabid, 1)
    buat_capaian(pemeran.kabid, 2, siklus=buat_tahun(2025))
    e = buat_evaluasi(pemeran.ratna)
    assert _label(e, TENGGAT, triwulan) is None
    buat_capaian(pemeran.kabid, 4, periode=triwulan)
    assert _label(e, AKHIR, triwulan) == (4, SumberCapaian.UNIT)


def test_the_day_is_that_of_the_years_zone(pemeran, buat_capaian, tahunan, kini):
    buat_capaian(pemeran.kabid, 2, siklus=buat_tahun(2025))
    e = tahunan(pemeran.ratna)
    kini.move_to(datetime(2027, 1, 30, 16, 59, tzinfo=UTC))  # 30 January 23.59 WIB
    assert label_untuk(evaluasi=e) is None
    kini.move_to(datetime(2027, 1, 30, 17, 0, tzinfo=UTC))
    label = label_untuk(evaluasi=e)
    assert label.pengganti
    assert label_banyak(evaluasi=[e], siklus=e.siklus) == {e.pk: label}


def test_many_evaluations_are_one_query(pemeran, buat_capaian, tahunan, siklus, django_assert_num_queries):
    buat_capaian(pemeran.kadis, 2)
    buat_capaian(pemeran.bupati, 1)
    semua = [tahunan(p) for p in (pemeran.ratna, pemeran.sari, pemeran.kabid, pemeran.kadis, pemeran.rudi)]
    with django_assert_num_queries(1):
        label = label_banyak(evaluasi=semua, siklus=siklus, pada=AKHIR)
    assert [int(label[e.pk].predikat) for e in semua] == [2, 2, 2, 1, 1]
    assert label == {e.pk: label_untuk(evaluasi=e, pada=AKHIR) for e in semua}
