"""Roles given for a time: told of before they end, once, to holder and giver; and the list of those."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from akses.models import PenugasanPeran
from kinerja.services.peran import KABAR_HARI, kabari_peran_berakhir
from pemberitahuan.models import JenisPesan, Pesan
from pemberitahuan.teks import teks

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


@pytest.fixture
def hari():
    return timezone.localdate()


def peran(pegawai, hari, sisa):
    return PenugasanPeran.objects.create(
        pegawai=pegawai,
        peran="auditor",
        mulai=hari - timedelta(days=90),
        selesai=hari + timedelta(days=sisa),
    )


def penerima():
    return sorted(
        Pesan.objects.filter(jenis=JenisPesan.PERAN_BERAKHIR).values_list("penerima__nama", flat=True)
    )


def test_holder_and_giver_are_told_once(pemeran, masuk, hari):
    isian = {
        "pegawai": str(pemeran.ratna.pk), "peran": "auditor", "unit": "", "mulai": hari.strftime("%d-%m-%Y"),
        "selesai": (hari + timedelta(days=10)).strftime("%d-%m-%Y"), "dasar": "SK 7",
    }  # fmt: skip
    tambah = reverse("admin:akses_penugasanperan_add")
    assert masuk(pemeran.admin_sistem).post(tambah, isian).status_code == 302
    assert kabari_peran_berakhir(hari=hari) == 1
    assert kabari_peran_berakhir(hari=hari + timedelta(days=1)) == 1
    assert penerima() == ["Eko Prasetyo", "Ratna Wulandari"]
    judul, _isi = teks(JenisPesan.PERAN_BERAKHIR, Pesan.objects.first().data)
    assert judul.startswith("Peran Auditor untuk Ratna Wulandari berakhir ")


def test_a_prolonged_role_is_told_of_again_before_its_new_end(pemeran, hari):
    satu = peran(pemeran.ratna, hari, 3)
    kabari_peran_berakhir(hari=hari)
    PenugasanPeran.objects.filter(pk=satu.pk).update(selesai=hari + timedelta(days=60))
    assert kabari_peran_berakhir(hari=hari) == 0
    kabari_peran_berakhir(hari=hari + timedelta(days=60 - KABAR_HARI))
    assert penerima() == ["Ratna Wulandari"] * 2


@pytest.mark.parametrize(("sisa", "dikabari"), [(-1, 0), (0, 1), (KABAR_HARI, 1), (KABAR_HARI + 1, 0)])
def test_only_roles_in_force_that_end_within_two_weeks(sisa, dikabari, pemeran, hari):
    peran(pemeran.ratna, hari, sisa)
    assert kabari_peran_berakhir(hari=hari) == dikabari


def test_roles_that_end_within_thirty_days_are_a_list(pemeran, masuk, hari):
    for orang, sisa in ((pemeran.ratna, 30), (pemeran.sari, 31), (pemeran.rudi, -1)):
        peran(orang, hari, sisa)
    isi = masuk(pemeran.admin_sistem).get(
        reverse("admin:akses_penugasanperan_changelist"), {"masa": "segera"}
    )
    assert [b.pegawai for b in isi.context["cl"].result_list] == [pemeran.ratna]
