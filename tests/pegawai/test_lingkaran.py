"""Circles of assessors, found from the few places where one can begin: the same as walking up from everybody."""

from datetime import date

import pytest

from pegawai.models import AtasanKhusus, Pegawai, Penempatan
from pegawai.services.atasan import segarkan
from pegawai.services.lingkaran import dalam_lingkaran
from pegawai.services.siapa_menilai import bermasalah

pytestmark = pytest.mark.django_db
HARI = date(2026, 11, 22)


def anggota():
    return set(Pegawai.objects.filter(pk__in=dalam_lingkaran(pada=HARI)))


def menurut_semua():
    return set(bermasalah(dalam=Pegawai.objects.all(), pada=HARI).filter(masalah="lingkaran"))


def khusus(pegawai, penilai, **lain):
    AtasanKhusus.objects.create(pegawai=pegawai, penilai=penilai, mulai=date(2026, 1, 1), dasar="SK", **lain)


def test_the_tree_alone_makes_no_circle(pemeran):
    assert anggota() == set()


def test_an_override_that_closes_a_circle_shows_all_who_are_in_it(pemeran):
    khusus(pemeran.kadis, pemeran.ratna)  # Ratna ← kabid ← kadis ← Ratna
    segarkan(pada=HARI)
    assert anggota() == {pemeran.ratna, pemeran.kabid, pemeran.kadis} == menurut_semua()


def test_an_override_that_is_over_closes_none(pemeran):
    khusus(pemeran.kadis, pemeran.ratna, selesai=date(2026, 2, 1))
    segarkan(pada=HARI)
    assert anggota() == set()


def test_an_acting_head_who_sits_below_closes_a_circle_without_any_override(pemeran):
    """Ratna, of the division, acts for the head of the department: her own head is then assessed by her."""
    unit = Penempatan.objects.get(pegawai=pemeran.kadis).unit
    Penempatan.objects.filter(pegawai=pemeran.kadis).update(selesai=date(2025, 12, 31))
    jabatan = Penempatan.objects.get(pegawai=pemeran.ratna).jabatan
    Penempatan.objects.create(
        pegawai=pemeran.ratna, unit=unit, jabatan=jabatan, jenis="plt", kepala=True, mulai=date(2026, 1, 1),
        selesai=date(2026, 12, 31),
    )  # fmt: skip
    segarkan(pada=HARI)
    assert anggota() == {pemeran.ratna, pemeran.kabid} == menurut_semua()
