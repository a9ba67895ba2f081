"""Periods, roles, units and accounts in the admin."""

from datetime import date

import pytest
from django.core.cache import cache
from django.urls import reverse

from akses.models import Akun, PenugasanPeran
from pegawai.models import Pegawai, UnitKerja
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from sasaran.models import Periode, Siklus
from tests.admin.bantuan import alamat

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


def test_opening_and_closing_says_first_what_happens(pemeran, masuk, buat_skp):
    skp = buat_skp(pemeran.ratna)
    buat_skp(pemeran.rudi, "diajukan")
    periode = skp.siklus.periode.first()
    klien = masuk(pemeran.pengelola_instansi)
    buka = reverse("admin:sasaran_periode_buka", args=[periode.pk])
    tutup = reverse("admin:sasaran_periode_tutup", args=[periode.pk])
    assert klien.get(buka).context["jumlah"] == 1
    assert not EvaluasiPeriodik.objects.exists()
    klien.post(buka)
    assert EvaluasiPeriodik.objects.get().skp == skp
    klien.post(buka)
    assert periode.riwayat.count() == 1
    assert klien.get(tutup).context["jumlah"] == 1
    klien.post(tutup)
    periode.refresh_from_db()
    assert (periode.status, EvaluasiPeriodik.objects.get().status) == ("ditutup", "terkunci")
    assert (
        klien.post(alamat(Periode, "change", periode.pk), {"buka_evaluasi": "01-01-2026"}).status_code == 403
    )


@pytest.mark.parametrize("nama", ["pengelola_opd", "auditor", "admin_sistem"])
def test_only_hr_of_the_government_opens_a_period(nama, pemeran, masuk, siklus):
    periode = siklus.periode.first()
    klien = masuk(getattr(pemeran, nama))
    assert klien.post(reverse("admin:sasaran_periode_buka", args=[periode.pk])).status_code == 403
    periode.refresh_from_db()
    assert periode.status == "belum_dibuka"


def test_the_year_is_opened_and_closed_after_saying_what_happens(pemeran, masuk, siklus, buat_skp):
    """Ratna's assessor has a superior, the regent has none: one is handed on, one stays."""
    for orang in (pemeran.ratna, pemeran.kadis):
        buat_skp(orang)
    buat_skp(pemeran.rudi, "diajukan")
    klien = masuk(pemeran.pengelola_instansi)
    halaman, buka, tutup = (
        reverse(f"admin:sasaran_siklus_{n}", args=[siklus.pk]) for n in ("change", "buka", "tutup")
    )
    assert "Buka evaluasi tahunan" in klien.get(halaman).content.decode()
    assert klien.get(tutup).status_code == 200  # not its turn: the page says so and offers no button
    assert klien.get(buka).context["jumlah"] == 2
    assert not EvaluasiTahunan.objects.exists()
    assert "2 evaluasi tahunan dibuat." in klien.post(buka, follow=True).content.decode()
    assert "sudah berubah" in klien.post(buka, follow=True).content.decode()
    assert (klien.get(tutup).context["jumlah"], klien.get(tutup).context["tetap"]) == (1, 1)
    assert EvaluasiTahunan.objects.filter(status="terbuka").count() == 2
    klien.post(tutup)
    assert EvaluasiTahunan.objects.get(status="menunggu_atasan").pegawai == pemeran.ratna
    assert list(siklus.riwayat.order_by("pada").values_list("aksi", flat=True)) == ["buka", "tutup"]
    assert klien.get(reverse("admin:index")).context["papan"].kemajuan.total.satu("tahunan").semua == 2


@pytest.mark.parametrize("nama", ["pengelola_opd", "auditor", "admin_sistem"])
def test_only_hr_of_the_government_opens_a_year(nama, pemeran, masuk, siklus):
    klien = masuk(getattr(pemeran, nama))
    assert klien.post(reverse("admin:sasaran_siklus_buka", args=[siklus.pk])).status_code == 403
    siklus.refresh_from_db()
    assert siklus.status == "belum_dibuka"


def test_the_last_day_of_a_year_before_its_first_is_said_at_its_field(pemeran, masuk, siklus):
    kiriman = {
        "tahun": "2026", "zona": "WIB", "batas_skp": "31-01-2026", "buka_tahunan": "28-12-2026",
        "tutup_tahunan": "01-12-2026",
    }  # fmt: skip
    klien = masuk(pemeran.pengelola_instansi)
    jawab = klien.post(alamat(Siklus, "change", siklus.pk), kiriman)
    assert "tutup_tahunan" in jawab.context["adminform"].form.errors
    assert (
        klien.post(alamat(Siklus, "change", siklus.pk), kiriman | {"tutup_tahunan": "31-01-2027"}).status_code
        == 302
    )


def test_dates_in_the_wrong_order_are_refused_with_a_sentence(pemeran, masuk, siklus):
    periode = siklus.periode.first()
    kiriman = {
        "buka_evaluasi": "17-03-2026", "batas_penilaian_diri": "01-03-2026", "batas_penilaian": "14-04-2026",
        "tutup_evaluasi": "21-04-2026",
    }  # fmt: skip
    jawab = masuk(pemeran.pengelola_instansi).post(alamat(Periode, "change", periode.pk), kiriman)
    assert "Urutan tanggal" in str(jawab.context["adminform"].form.errors)
    baik = kiriman | {"batas_penilaian_diri": "08-04-2026"}
    assert (
        masuk(pemeran.pengelola_instansi).post(alamat(Periode, "change", periode.pk), baik).status_code == 302
    )


def test_a_new_year_gets_its_quarters(pemeran, masuk):
    jawab = masuk(pemeran.pengelola_instansi).post(alamat(Siklus, "add"), {"tahun": "2027", "zona": "WIB"})
    assert jawab.status_code == 302
    assert Periode.objects.filter(siklus__tahun=2027).count() == 4


def test_a_year_that_is_none_or_there_already_is_said_at_its_field(pemeran, masuk, siklus):
    for tahun in ("1999", "2100", "2026", "x"):
        jawab = masuk(pemeran.pengelola_instansi).post(alamat(Siklus, "add"), {"tahun": tahun, "zona": "WIB"})
        assert jawab.status_code == 200, tahun
        assert "tahun" in jawab.context["adminform"].form.errors, tahun


def peran(orang, **lain):
    return {
        "pegawai": str(orang.pk),
        "peran": "auditor",
        "unit": "",
        "mulai": "01-01-2026",
        "selesai": "",
        "dasar": "",
    } | lain


def test_a_role_opens_the_admin_and_nobody_gives_one_to_himself(pemeran, masuk):
    klien = masuk(pemeran.admin_sistem)
    assert klien.post(alamat(PenugasanPeran, "add"), peran(pemeran.ratna)).status_code == 302
    assert Akun.objects.get(pegawai=pemeran.ratna).is_staff
    diri = klien.post(alamat(PenugasanPeran, "add"), peran(pemeran.admin_sistem, peran="pengelola_instansi"))
    assert "pegawai" in diri.context["adminform"].form.errors
    tanpa = klien.post(alamat(PenugasanPeran, "add"), peran(pemeran.ratna, peran="pengelola_opd"))
    assert "unit" in tanpa.context["adminform"].form.errors
    sendiri = pemeran.admin_sistem.penugasan_peran.get()
    assert klien.post(alamat(PenugasanPeran, "change", sendiri.pk), {"peran": "auditor"}).status_code == 403


def unit(**lain):
    return {
        "nama": "Seksi Kelahiran", "singkatan": "", "kode": "", "jenis": "seksi", "zona": "WIB",
        "hari_per_pekan": "5", "dibuka": "01-01-2020", "ditutup": "",
    } | lain  # fmt: skip


def test_a_unit_is_added_below_another_and_closed_when_it_is_empty(pemeran, masuk):
    induk = UnitKerja.objects.get(penempatan__pegawai=pemeran.ratna)
    klien = masuk(pemeran.pengelola_instansi)
    assert klien.get(f"{alamat(UnitKerja, 'add')}?induk={induk.pk}").status_code == 200
    assert klien.post(alamat(UnitKerja, "add"), unit(induk=str(induk.pk))).status_code == 302
    baru = UnitKerja.objects.get(nama="Seksi Kelahiran")
    assert baru.path.startswith(induk.path)
    assert baru.depth == induk.depth + 1
    tolak = klien.post(
        alamat(UnitKerja, "change", induk.pk), unit(nama=induk.nama, jenis="bidang", ditutup="01-03-2026")
    )
    assert "Masih ada pegawai" in str(tolak.context["adminform"].form.errors)
    assert klien.post(alamat(UnitKerja, "change", baru.pk), unit(ditutup="01-03-2026")).status_code == 302
    baru.refresh_from_db()
    assert baru.ditutup == date(2026, 3, 1)


@pytest.mark.parametrize("induk", ["", "bukan-id", "00000000-0000-0000-0000-000000000000"])
def test_a_unit_without_a_place_is_refused(induk, pemeran, masuk):
    jawab = masuk(pemeran.pengelola_instansi).post(alamat(UnitKerja, "add"), unit(induk=induk))
    assert jawab.status_code == 200
    assert "induk" in jawab.context["adminform"].form.errors


def test_an_account_is_closed_but_never_made_a_superuser(pemeran, masuk):
    akun = Akun.objects.get(pegawai=pemeran.ratna)
    kiriman = {"email": "baru@contoh.go.id", "bahasa": "id", "is_superuser": "on", "username": "admin"}
    assert masuk(pemeran.admin_sistem).post(alamat(Akun, "change", akun.pk), kiriman).status_code == 302
    akun.refresh_from_db()
    assert (akun.is_active, akun.is_superuser, akun.username) == (False, False, pemeran.ratna.nip)


def test_the_first_page_counts_per_unit_within_the_scope(
    pemeran, masuk, buat_skp, django_assert_max_num_queries
):
    skp = {orang: buat_skp(orang) for orang in (pemeran.ratna, pemeran.sari, pemeran.rudi)}
    klien = masuk(pemeran.pengelola_instansi)
    periode = skp[pemeran.ratna].siklus.periode.first()
    klien.post(reverse("admin:sasaran_periode_buka", args=[periode.pk]))
    with django_assert_max_num_queries(14):
        papan = klien.get(reverse("admin:index")).context["papan"]
    maju = papan.kemajuan
    assert {u.nama: u.satu("lapor").semua for u in maju.unit} == {"Disdukcapil": 2, "Dishub": 1}
    assert maju.total.satu("lapor").jumlah["terbuka"] == 3
    sempit = masuk(pemeran.pengelola_opd_lain).get(reverse("admin:index")).context["papan"]
    assert sempit.kemajuan.total.satu("lapor").semua == 1
    assert masuk(pemeran.admin_sistem).get(reverse("admin:index")).context["papan"].kemajuan is None


def test_people_without_an_assessor_are_counted_and_listed(pemeran, masuk):
    Pegawai.objects.filter(pk=pemeran.rudi.pk).update(kedudukan_hukum="01")
    pemeran.rudi.atasan.delete()
    cache.clear()  # what is counted once a minute
    klien = masuk(pemeran.pengelola_instansi)
    assert "tanpa_penempatan" in {b.kode for b in klien.get(reverse("admin:index")).context["papan"].hal}
    jawab = klien.get(alamat(Pegawai, "changelist") + "?penilai=belum")
    assert jawab.status_code == 200
    isi = jawab.content.decode()
    assert "Rudi Hartono" in isi
    assert "Ratna Wulandari" not in isi
