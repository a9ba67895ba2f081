"""Transfer of many: who is held back and why, and what is written for the rest."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from pegawai.models import Pegawai, Penempatan, UnitKerja
from pegawai.services.mutasi_massal import MutasiDitolak, boleh_ke, halangan, pindahkan_banyak

pytestmark = pytest.mark.django_db
MULAI = date(2026, 3, 1)


@pytest.fixture
def dishub(pemeran):
    return UnitKerja.objects.get(singkatan="Dishub")


def tertahan(unit, mulai=MULAI):
    """{name: the first thing that holds him back}."""
    hasil = {}
    for kode, syarat in halangan(unit, mulai).items():
        for nama in Pegawai.objects.filter(syarat).values_list("nama", flat=True):
            hasil.setdefault(nama, kode)
    return hasil


def test_who_is_held_back_and_why(pemeran, dishub):
    milik = Penempatan.objects.get(pegawai=pemeran.sari)
    Penempatan.objects.filter(pk=milik.pk).update(selesai=date(2026, 3, 31))
    Penempatan.objects.create(
        pegawai=pemeran.sari, unit=milik.unit, jabatan=milik.jabatan, mulai=date(2026, 4, 1)
    )
    Penempatan.objects.filter(pegawai=pemeran.auditor).update(selesai=date(2026, 2, 27))
    ada = tertahan(dishub)
    assert ada["Sari Handayani"] == "nanti"
    assert ada["Lina Marlina"] == "tanpa_penempatan"  # her post ends two days before
    assert ada["Rudi Hartono"] == "sudah_di_sana"
    assert ada["Budi Santoso"] == "kepala"
    assert "Ratna Wulandari" not in ada


def test_the_old_placement_ends_the_day_before_and_the_post_stays(pemeran, dishub):
    lama = Penempatan.objects.get(pegawai=pemeran.ratna)
    with transaction.atomic():
        n = pindahkan_banyak(
            pegawai_ids=[pemeran.ratna.pk, pemeran.sari.pk], unit=dishub, mulai=MULAI, dasar="SK 7"
        )
    assert n == 2
    lama.refresh_from_db()
    assert lama.selesai == MULAI - timedelta(days=1)
    baru = Penempatan.objects.get(pegawai=pemeran.ratna, mulai=MULAI)
    assert (baru.unit, baru.jabatan, baru.dasar, baru.kepala, baru.selesai) == (
        dishub, lama.jabatan, "SK 7", False, None,
    )  # fmt: skip


def test_the_unit_must_be_open(dishub):
    boleh_ke(dishub, MULAI)
    with pytest.raises(MutasiDitolak, match="baru dibuka"):
        boleh_ke(dishub, date(2016, 1, 1))
    dishub.ditutup = date(2027, 1, 1)
    with pytest.raises(MutasiDitolak, match="ditutup"):
        boleh_ke(dishub, MULAI)
