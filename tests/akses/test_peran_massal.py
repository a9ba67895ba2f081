"""Roles for many: who holds one already on a day of the same time, and who may then enter the admin."""

from datetime import date

import pytest

from akses.enums import Peran
from akses.models import Akun, PenugasanPeran
from akses.peran_massal import Penugasan, akhiri_peran, beri_peran, berunit, sudah_memegang
from pegawai.models import Pegawai, UnitKerja

pytestmark = pytest.mark.django_db


def pemegang(penugasan):
    return set(Pegawai.objects.filter(sudah_memegang(penugasan)).values_list("nama", flat=True))


def test_a_role_held_on_a_day_of_the_same_time_is_held_already(pemeran):
    unit = UnitKerja.objects.get(singkatan="Dishub")
    dukcapil = UnitKerja.objects.get(singkatan="Disdukcapil")
    isi = {"mulai": date(2026, 1, 1), "selesai": date(2026, 12, 31), "dasar": "x"}
    assert pemegang(Penugasan("auditor", None, **isi)) == {"Lina Marlina"}
    assert pemegang(Penugasan("pengelola_opd", unit, **isi)) == {"Ketut Suardana"}
    assert pemegang(Penugasan("pengelola_opd", dukcapil, **isi)) == {"Dewi Anggraini"}
    PenugasanPeran.objects.filter(peran="auditor").update(selesai=date(2025, 12, 31))
    assert pemegang(Penugasan("auditor", None, **isi)) == set()
    assert pemegang(Penugasan("auditor", None, **(isi | {"mulai": date(2025, 12, 31)}))) == {"Lina Marlina"}
    dulu = isi | {"mulai": date(2020, 1, 1), "selesai": date(2021, 1, 1)}
    assert pemegang(Penugasan("auditor", None, **dulu)) == set()


def test_a_role_of_the_office_opens_the_admin_and_that_of_a_leader_does_not(pemeran):
    unit = UnitKerja.objects.get(singkatan="Dishub")
    isi = {"mulai": date(2026, 1, 1), "selesai": None, "dasar": "x"}
    assert beri_peran(pegawai_ids=[pemeran.ratna.pk], penugasan=Penugasan("pimpinan", unit, **isi)) == 1
    assert not Akun.objects.get(pegawai=pemeran.ratna).is_staff
    beri_peran(pegawai_ids=[pemeran.ratna.pk, pemeran.sari.pk], penugasan=Penugasan("auditor", None, **isi))
    assert Akun.objects.filter(pegawai__in=[pemeran.ratna, pemeran.sari], is_staff=True).count() == 2


def test_a_role_ends_by_its_last_day(pemeran):
    satu = PenugasanPeran.objects.get(pegawai=pemeran.auditor)
    assert akhiri_peran(penugasan_ids=[satu.pk], selesai=date(2026, 5, 1)) == 1
    satu.refresh_from_db()
    assert satu.selesai == date(2026, 5, 1)


def test_which_roles_are_for_one_unit():
    assert {p.value for p in Peran if berunit(p)} == {"pengelola_opd", "pimpinan"}
