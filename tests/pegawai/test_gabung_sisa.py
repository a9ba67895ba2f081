"""Merging: what is paid follows the person, today's placement is not lost, and the kept unit stays open."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from pegawai.models import Atasan, AtasanKhusus, Penempatan, TanpaPenilai, UnitKerja
from pegawai.services.atasan import segarkan
from pegawai.services.gabung import GabungDitolak
from pegawai.services.gabung_periksa import halangan
from penghargaan.models import BarisBonus, PerhitunganBonus
from tests.pegawai.test_gabung import (
    HARI,
    dua_unit,  # noqa: F401 - a fixture
    duduk,
    gabung,
    gabung_unit,
    kembaran,
    tempatkan,
)
from tests.penghargaan.bahan import draf_bonus

# --- bonus --------------------------------------------------------------------------------------------------


def disetujui(satu, pemeran):
    PerhitunganBonus.objects.filter(pk=satu.pk).update(
        status="disetujui",
        pemeriksa=pemeran.rudi,
        diperiksa_pada=timezone.now(),
        penyetuju=pemeran.pimpinan,
        disetujui_pada=timezone.now(),
    )


def test_the_line_of_an_approved_bonus_follows_unchanged(pemeran, siklus):
    ganda = kembaran(pemeran.ratna)
    satu = draf_bonus(pemeran, siklus)
    BarisBonus.objects.filter(perhitungan=satu, pegawai=ganda).delete()
    disetujui(satu, pemeran)
    sebelum = BarisBonus.objects.values().get(perhitungan=satu, pegawai=pemeran.ratna)
    assert sebelum["hak"] > 0
    assert halangan(simpan=ganda, ganda=pemeran.ratna) == []
    gabung(ganda, pemeran.ratna)
    assert BarisBonus.objects.values().get(pk=sebelum["id"]) == sebelum | {"pegawai_id": ganda.pk}


def test_of_two_lines_in_one_run_the_one_that_pays_is_kept(pemeran, siklus):
    ganda = kembaran(pemeran.ratna)
    satu = draf_bonus(pemeran, siklus)
    BarisBonus.objects.filter(perhitungan=satu, pegawai=ganda).delete()
    nol = {"dasar": 0, "persen": 60, "bagian": 0, "alasan": "tanpa_predikat", "hak": 0, "jumlah": 0}
    baris = BarisBonus.objects.create(perhitungan=satu, pegawai=ganda, **nol)
    disetujui(satu, pemeran)
    assert [
        "Pertahankan data yang menerima" in h.kalimat for h in halangan(simpan=ganda, ganda=pemeran.ratna)
    ] == [True]
    gabung(pemeran.ratna, ganda)
    baris.refresh_from_db()
    assert baris.pegawai_id == ganda.pk  # nothing was paid by it


# --- placements and overrides --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("milik", "kembar", "terhalang"),
    [
        ({"selesai": date(2023, 12, 31)}, {}, True),
        ({"selesai": date(2023, 12, 31)}, {"selesai": date(2023, 12, 31)}, False),
        ({"selesai": date(2024, 1, 31)}, {"selesai": date(2023, 12, 31)}, False),
        ({}, {}, False),
        ({"kepala": True}, {}, True),
    ],
)
def test_a_placement_stays_only_when_the_kept_one_lasts_as_long(milik, kembar, terhalang, pemeran):
    ganda = kembaran(pemeran.sari)
    Penempatan.objects.filter(kepala=True, unit=duduk(pemeran.sari).unit).update(kepala=False)
    Penempatan.objects.filter(pegawai=pemeran.sari).update(**milik)
    satu = duduk(pemeran.sari)
    tempatkan(ganda, satu.unit, satu.jabatan, mulai=date(2023, 6, 1), **kembar)
    temuan = [h.kalimat for h in halangan(simpan=pemeran.sari, ganda=ganda)]
    assert ["penempatan definitif yang berbeda" in k for k in temuan] == ([True] if terhalang else [])
    if terhalang:
        with pytest.raises(GabungDitolak, match="menghalangi"):
            gabung(pemeran.sari, ganda)
    else:
        gabung(pemeran.sari, ganda)
        assert Atasan.objects.filter(pegawai=pemeran.sari, penempatan__isnull=False).exists() == (not milik)


@pytest.mark.parametrize(("selesai", "terhalang"), [(HARI, True), (None, False)])
def test_an_override_that_still_runs_is_not_lost(selesai, terhalang, pemeran):
    ganda = kembaran(pemeran.ratna)
    for orang, sampai in ((pemeran.ratna, selesai), (ganda, None)):
        AtasanKhusus.objects.create(
            pegawai=orang, penilai=pemeran.kadis, mulai=HARI - timedelta(days=9), selesai=sampai, dasar="SK"
        )
    assert bool(halangan(simpan=pemeran.ratna, ganda=ganda)) == terhalang


def test_two_records_without_an_assessor_are_merged(pemeran):
    Penempatan.objects.filter(pegawai=pemeran.sari).update(selesai=HARI - timedelta(days=1))
    ganda = kembaran(pemeran.sari)
    segarkan()
    assert TanpaPenilai.objects.filter(pegawai__in=(ganda, pemeran.sari)).count() == 2
    gabung(pemeran.sari, ganda)
    assert [t.pegawai_id for t in TanpaPenilai.objects.filter(pegawai__in=(ganda, pemeran.sari))] == [
        pemeran.sari.pk
    ]


# --- units --------------------------------------------------------------------------------------------------


def test_nothing_is_merged_into_a_unit_that_closes_first(dua_unit):  # noqa: F811
    simpan, ganda, _seksi = dua_unit
    for tutup, lawan in ((HARI, None), (HARI + timedelta(days=30), None), (HARI, HARI + timedelta(days=1))):
        UnitKerja.objects.filter(pk=simpan.pk).update(ditutup=tutup)
        UnitKerja.objects.filter(pk=ganda.pk).update(ditutup=lawan)
        with pytest.raises(GabungDitolak, match="sudah atau akan ditutup"):
            gabung_unit(simpan, ganda)
    UnitKerja.objects.filter(pk=ganda.pk).update(ditutup=None)
    assert gabung_unit(ganda, simpan).ditutup is None  # the other way round
