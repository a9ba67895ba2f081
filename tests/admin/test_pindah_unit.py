"""The page that moves a unit × the roles of the admin."""

import pytest
from django.urls import reverse

from pegawai.models import UnitKerja

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


def unit(awal):
    return UnitKerja.objects.get(nama__startswith=awal)


def tujuan():
    return reverse("admin:pegawai_unitkerja_pindah", args=[unit("Bidang").pk])


@pytest.mark.parametrize(
    ("peran", "status"),
    [
        ("pengelola_instansi", 200), ("pengelola_opd", 403), ("pengelola_opd_lain", 404), ("auditor", 403),
        ("admin_sistem", 403), ("kabid", 302),
    ],
)  # fmt: skip
def test_who_may_move_a_unit(peran, status, pemeran, masuk):
    klien = masuk(getattr(pemeran, peran))
    isi = {"induk": unit("Dinas Perhubungan").pk, "dasar": "x"}
    assert klien.get(tujuan()).status_code == status
    assert klien.post(tujuan(), isi).status_code == status
    assert klien.post(tujuan(), isi | {"setuju": "ya"}).status_code == (302 if status == 200 else status)
    assert unit("Bidang").path.startswith(unit("Dinas Perhubungan").path) == (status == 200)


def test_what_follows_is_read_before_it_happens(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    isi = {"induk": unit("Dinas Perhubungan").pk, "dasar": "Perbup 3"}
    lihat = klien.post(tujuan(), isi).content.decode()
    assert "Budi Santoso: Yohanes Lasut → Zulkifli Harahap" in lihat
    assert unit("Bidang").path.startswith(unit("Dinas Kependudukan").path)
    jawab = klien.post(tujuan(), isi | {"setuju": "ya"}, follow=True)
    assert "kini di bawah Dinas Perhubungan" in jawab.content.decode()


@pytest.mark.parametrize(
    ("isi", "bidang"), [({}, "dasar"), ({"induk": "bukan"}, "induk"), ({"induk": "sendiri"}, "induk")]
)
def test_what_is_wrong_is_said_at_its_field(isi, bidang, pemeran, masuk):
    kiriman = {"dasar": "x"} | isi if isi else {"induk": unit("Dinas Perhubungan").pk}
    if kiriman["induk"] == "sendiri":
        kiriman["induk"] = unit("Bidang").pk
    for setuju in ({}, {"setuju": "ya"}):
        jawab = masuk(pemeran.pengelola_instansi).post(tujuan(), kiriman | setuju)
        assert bidang in jawab.context["form"].errors
