"""Whose assessor is missing or wrong, and who it should be (PermenPANRB 6/2022 Ps 1(9), Lampiran IV.A)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from pegawai.enums import JenisKeadaan, MasalahAtasan
from pegawai.models import Atasan, AtasanKhusus, KeadaanPegawai, Pegawai, Penempatan
from pegawai.services.atasan import segarkan
from pegawai.services.siapa_menilai import bermasalah, hitung, saring, temuan

HARI = timezone.localdate()


def periksa(dalam=None):
    """Name → (kind, proposed assessor) of everybody with a wrong assessor."""
    segarkan(pada=HARI)
    qs = bermasalah(dalam=Pegawai.objects.all() if dalam is None else dalam, pada=HARI)
    return {
        t.pegawai.nama: (t.masalah, t.usulan.penilai if t.usulan else None)
        for t in temuan(list(qs.select_related("atasan")), pada=HARI)
    }


def khusus(pegawai, penilai, **lain):
    isi = {"mulai": HARI - timedelta(30), "dasar": "SK 7"} | lain
    return AtasanKhusus.objects.create(pegawai=pegawai, penilai=penilai, **isi)


def test_nobody_is_listed_where_the_tree_gives_everybody_an_assessor(pemeran):
    assert periksa() == {}


def test_somebody_without_a_placement_has_no_assessor_and_no_proposal(pemeran):
    Penempatan.objects.filter(pegawai=pemeran.rudi).update(selesai=HARI - timedelta(1))
    assert periksa() == {"Rudi Hartono": (MasalahAtasan.TANPA_PENEMPATAN, None)}


def test_a_head_below_a_vacant_top_has_nobody(pemeran):
    Penempatan.objects.filter(pegawai=pemeran.bupati).update(kepala=False)
    hasil = periksa()
    assert hasil["Yohanes Lasut"] == (MasalahAtasan.KOSONG, None)
    assert "Ratna Wulandari" not in hasil


def test_a_retired_head_who_still_sits_there_is_replaced_by_the_head_above(pemeran):
    Pegawai.objects.filter(pk=pemeran.kabid.pk).update(kedudukan_hukum="99")
    salah = (MasalahAtasan.TIDAK_AKTIF, pemeran.kadis)
    assert periksa() == {"Ratna Wulandari": salah, "Sari Handayani": salah}


@pytest.mark.parametrize(
    ("jenis", "salah"), [(JenisKeadaan.TUGAS_BELAJAR, True), (JenisKeadaan.CUTI_TAHUNAN, False)]
)
def test_an_assessor_away_for_long_is_listed_and_one_on_holiday_is_not(jenis, salah, pemeran):
    KeadaanPegawai.objects.create(pegawai=pemeran.kabid, jenis=jenis, mulai=HARI - timedelta(3))
    assert ("Ratna Wulandari" in periksa()) == salah


def test_an_acting_head_is_proposed_before_the_head_above(pemeran):
    tempat = Penempatan.objects.get(pegawai=pemeran.kabid)
    Pegawai.objects.filter(pk=pemeran.kabid.pk).update(kedudukan_hukum="99")
    Penempatan.objects.create(
        pegawai=pemeran.sari, unit=tempat.unit, jabatan=tempat.jabatan, jenis="plt", kepala=True,
        mulai=HARI - timedelta(1),
    )  # fmt: skip
    assert periksa() == {
        "Ratna Wulandari": (MasalahAtasan.TIDAK_AKTIF, pemeran.sari),
        "Sari Handayani": (MasalahAtasan.TIDAK_AKTIF, pemeran.kadis),
    }


def test_nobody_is_proposed_to_be_assessed_by_whoever_stands_in_for_him(pemeran):
    tempat = Penempatan.objects.get(pegawai=pemeran.kabid)
    Penempatan.objects.create(
        pegawai=pemeran.sari, unit=tempat.unit, jabatan=tempat.jabatan, jenis="plh", kepala=True,
        mulai=HARI - timedelta(1),
    )  # fmt: skip
    Pegawai.objects.filter(pk=pemeran.kadis.pk).update(kedudukan_hukum="99")
    assert periksa()["Budi Santoso"] == (MasalahAtasan.TIDAK_AKTIF, pemeran.bupati)


def test_an_override_outside_the_chain_is_listed_and_one_inside_is_not(pemeran):
    khusus(pemeran.ratna, pemeran.kadis_lain)
    khusus(pemeran.sari, pemeran.kadis)
    assert periksa() == {"Ratna Wulandari": (MasalahAtasan.LUAR_RANTAI, pemeran.kabid)}


def test_a_circle_is_mended_where_its_override_is(pemeran):
    """Ratna ← kabid ← kadis ← Ratna: only the override of the kadis is wrong."""
    khusus(pemeran.kadis, pemeran.ratna)
    hasil = periksa()
    assert hasil["Yohanes Lasut"] == (MasalahAtasan.LINGKARAN, pemeran.bupati)
    assert hasil["Ratna Wulandari"] == hasil["Budi Santoso"] == (MasalahAtasan.LINGKARAN, None)
    assert "Sari Handayani" not in hasil  # below the circle, not in it


def test_a_circle_of_two_acting_heads_is_found(pemeran):
    """Rudi leads Ratna's unit as Plt, Ratna leads Rudi's: each would assess the other."""
    a, b = (Penempatan.objects.get(pegawai=p) for p in (pemeran.kabid, pemeran.kadis_lain))
    Penempatan.objects.filter(pk__in=[a.pk, b.pk]).update(selesai=HARI - timedelta(1))
    for siapa, tempat in ((pemeran.rudi, a), (pemeran.ratna, b)):
        Penempatan.objects.create(
            pegawai=siapa, unit=tempat.unit, jabatan=tempat.jabatan, jenis="plt", kepala=True, mulai=HARI
        )
    hasil = periksa()
    assert hasil["Rudi Hartono"] == (MasalahAtasan.LINGKARAN, pemeran.bupati)
    assert hasil["Ratna Wulandari"] == (MasalahAtasan.LINGKARAN, pemeran.kadis)


def test_whoever_would_assess_himself_is_listed(pemeran):
    """The database refuses it; a table loaded without its constraints is still looked at."""
    with connection.cursor() as kursor:
        kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        kursor.execute("ALTER TABLE pegawai_atasan DROP CONSTRAINT atasan_bukan_diri")
    Atasan.objects.filter(pegawai=pemeran.ratna).update(penilai=pemeran.ratna)
    [satu] = bermasalah(dalam=Pegawai.objects.all(), pada=HARI)
    assert (satu, satu.masalah) == (pemeran.ratna, MasalahAtasan.DIRI)


def test_whoever_needs_no_plan_is_not_listed(pemeran):
    Penempatan.objects.filter(pegawai=pemeran.rudi).update(selesai=HARI - timedelta(1))
    Pegawai.objects.filter(pk=pemeran.rudi.pk).update(kedudukan_hukum="02")
    assert periksa() == {}


def test_numbers_by_kind_and_department_and_what_a_filter_leaves(pemeran):
    Pegawai.objects.filter(pk=pemeran.kabid.pk).update(kedudukan_hukum="99")
    khusus(pemeran.rudi, pemeran.kabid, mulai=date(2022, 1, 1))
    segarkan(pada=HARI)
    qs = bermasalah(dalam=Pegawai.objects.all(), pada=HARI)
    jumlah = hitung(qs)
    assert (jumlah.semua, jumlah.jenis) == (3, [(MasalahAtasan.TIDAK_AKTIF, 3)])
    assert [(nama, n) for _path, nama, n in jumlah.unit] == [
        ("Dinas Kependudukan dan Pencatatan Sipil", 2), ("Dinas Perhubungan", 1),
    ]  # fmt: skip
    assert saring(qs, unit=jumlah.unit[1][0]).get() == pemeran.rudi
    assert saring(qs, masalah="kosong").count() == 0
    assert saring(qs, masalah="x", unit="%'").count() == 3
