"""Transfer, acting duty, end of a placement and the list of retirements × the roles of the admin."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pegawai.models import Jabatan, KeadaanPegawai, Pegawai, Penempatan
from pegawai.services.atasan import segarkan
from tests.admin.bantuan import alamat
from tests.admin.test_pegawai import galat

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
HARI = timezone.localdate()
JENIS = ("mutasi", "tugas", "akhir")


def tujuan(jenis, pegawai):
    return reverse(f"admin:pegawai_pegawai_{jenis}", args=[pegawai.pk])


def unit(pegawai):
    return Penempatan.objects.get(pegawai=pegawai).unit_id


def kiriman(pegawai, **lain):
    jabatan = Jabatan.objects.get(nama="Kepala Bidang").pk
    return {"unit": unit(pegawai), "jabatan": jabatan, "mulai": HARI.isoformat(), "dasar": "SK 5"} | lain


@pytest.mark.parametrize(
    ("peran", "status"),
    [
        ("pengelola_instansi", 200), ("pengelola_opd", 200), ("pengelola_opd_lain", 404), ("auditor", 403),
        ("admin_sistem", 403), ("kabid", 302),
    ],
)  # fmt: skip
def test_who_opens_the_forms_of_ratna(peran, status, pemeran, masuk):
    klien = masuk(getattr(pemeran, peran))
    for jenis in JENIS:
        assert klien.get(tujuan(jenis, pemeran.ratna)).status_code == status
        assert klien.post(tujuan(jenis, pemeran.ratna), {}).status_code == status
    tombol = klien.get(alamat(Pegawai, "change", pemeran.ratna.pk)).content.decode()
    assert (tujuan("mutasi", pemeran.ratna) in tombol) == (status == 200)


def test_a_transfer_through_the_form(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    jawab = klien.post(tujuan("mutasi", pemeran.kabid), kiriman(pemeran.rudi), follow=True)
    assert "Bidang Pencatatan Sipil kini tanpa kepala" in jawab.content.decode()
    assert Pegawai.objects.get(pk=pemeran.kabid.pk).atasan.penilai == pemeran.kadis_lain


def test_hr_of_one_department_moves_nobody_out_of_it(pemeran, masuk):
    jawab = masuk(pemeran.pengelola_opd).post(tujuan("mutasi", pemeran.ratna), kiriman(pemeran.rudi))
    assert "unit" in jawab.context["form"].errors
    assert Penempatan.objects.filter(pegawai=pemeran.ratna).count() == 1


def test_a_refusal_stands_at_its_field_and_nothing_typed_is_lost(pemeran, masuk):
    klien = masuk(pemeran.pengelola_opd)
    jawab = klien.post(tujuan("mutasi", pemeran.sari), kiriman(pemeran.kabid, kepala="on"))
    assert "sudah dipimpin Budi Santoso" in str(jawab.context["form"].errors["kepala"])
    isi = jawab.content.decode()
    assert 'value="SK 5"' in isi
    assert "Bidang Pencatatan Sipil" in isi
    aneh = klien.post(
        tujuan("mutasi", pemeran.sari), {"unit": "bukan", "jabatan": "x", "mulai": "kapan", "dasar": ""}
    )
    assert set(aneh.context["form"].errors) == {"unit", "jabatan", "mulai", "dasar"}


def test_acting_duty_and_its_end_through_the_forms(pemeran, masuk):
    klien = masuk(pemeran.pengelola_opd)
    selesai = (HARI + timedelta(14)).isoformat()
    isi = kiriman(pemeran.kabid, jenis="plh", selesai=selesai)
    assert klien.post(tujuan("tugas", pemeran.sari), isi).status_code == 302
    satu = Penempatan.objects.get(pegawai=pemeran.sari, jenis="plh")
    isi = {"penempatan": satu.pk, "selesai": HARI.isoformat(), "dasar": "Kembali"}
    assert klien.post(tujuan("akhir", pemeran.sari), isi).status_code == 302
    satu.refresh_from_db()
    assert satu.selesai == HARI
    asing = isi | {"penempatan": Penempatan.objects.get(pegawai=pemeran.ratna).pk}
    assert "penempatan" in klien.post(tujuan("akhir", pemeran.sari), asing).context["form"].errors


def test_the_list_of_retirements_is_that_of_the_scope(pemeran, masuk):
    lahir = date(HARI.year - 58, HARI.month, 1)
    Pegawai.objects.filter(pk__in=[pemeran.kabid.pk, pemeran.rudi.pk]).update(tanggal_lahir=lahir)
    segarkan()
    halaman = reverse("admin:pegawai_pegawai_pensiun")
    for peran, budi, rudi in (
        ("pengelola_instansi", True, True), ("pengelola_opd", True, False), ("pengelola_opd_lain", False, True),
        ("auditor", True, True),
    ):  # fmt: skip
        isi = masuk(getattr(pemeran, peran)).get(halaman).content.decode()
        assert (("Budi Santoso" in isi), ("Rudi Hartono" in isi)) == (budi, rudi)
        assert ("Unit akan tanpa kepala" in isi) == budi
    klien = masuk(pemeran.pengelola_instansi)
    for saringan in ("?kepala=ya", "?bulan=x&unit=%27", "?bulan=2027-01", "?sesudah=zzz"):
        assert klien.get(halaman + saringan).status_code == 200
    assert klien.post(halaman).status_code == 405
    assert masuk(pemeran.kabid).get(halaman).status_code == 302


def test_queries_of_the_list_do_not_grow(pemeran, masuk, django_assert_max_num_queries):
    klien = masuk(pemeran.pengelola_instansi)
    halaman = reverse("admin:pegawai_pegawai_pensiun")
    lahir = date(HARI.year - 58, HARI.month, 1)
    Pegawai.objects.filter(pk=pemeran.rudi.pk).update(tanggal_lahir=lahir)
    klien.get(halaman)
    with django_assert_max_num_queries(40) as sedikit:
        klien.get(halaman)
    Pegawai.objects.exclude(pk=pemeran.bupati.pk).update(tanggal_lahir=lahir)
    with django_assert_max_num_queries(len(sedikit)):
        klien.get(halaman)


def test_leave_is_written_on_the_person_and_never_twice_at_a_time(pemeran, masuk):
    klien = masuk(pemeran.pengelola_opd)
    halaman = alamat(Pegawai, "change", pemeran.ratna.pk)
    ada = klien.get(halaman).context
    awal = _isian(ada)
    cuti = {
        "keadaan-TOTAL_FORMS": "2", "keadaan-INITIAL_FORMS": "0",
        "keadaan-0-jenis": "cuti_besar", "keadaan-0-mulai": "01-02-2026", "keadaan-0-selesai": "28-02-2026",
        "keadaan-1-jenis": "tugas_belajar", "keadaan-1-mulai": "01-03-2026",
    }  # fmt: skip
    tumpuk = klien.post(halaman, awal | cuti | {"keadaan-1-mulai": "28-02-2026"})
    assert "Sudah ada cuti atau tugas belajar" in tumpuk.content.decode()
    benar = klien.post(halaman, awal | cuti)
    assert benar.status_code == 302, galat(benar)
    assert set(KeadaanPegawai.objects.values_list("jenis", flat=True)) == {"cuti_besar", "tugas_belajar"}


def _isian(konteks):
    """What the browser would send back of an unchanged page."""
    formulir = [konteks["adminform"].form]
    for kumpulan in konteks["inline_admin_formsets"]:
        formulir += [kumpulan.formset.management_form, *kumpulan.formset.initial_forms]
    isi = {}
    for bidang in (b for f in formulir for b in f):
        nilai = bidang.value()
        if nilai is not None and nilai is not False:  # 0 is a value
            isi[bidang.html_name] = f"{nilai:%d-%m-%Y}" if isinstance(nilai, date) else nilai
    return isi
