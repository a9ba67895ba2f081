"""Every page of every model × the cast: written by hand who may open what, and never a 500."""

import re

import pytest
from django.contrib import admin
from django.urls import reverse

from akses.models import Akun, CatatanEkspor, CatatanLihat, JejakPenyamaran, PenugasanPeran
from inti.models import DokumenTerbit, HariLibur
from layanan.models import KebijakanSurvei, Layanan, Saran
from pegawai.models import AtasanKhusus, BerkasImpor, GandaPegawai, Jabatan, Pegawai, Penempatan, UnitKerja
from pelaksanaan.models import BuktiDukung, Laporan, UmpanBalik
from pelatihan.models import Pelatihan, PelatihanLuar, Peserta, SesiPelatihan
from pemberitahuan.models import Pesan
from penghargaan.models import (
    AngkaKredit,
    BukuPenghargaan,
    KebijakanBonus,
    KebijakanPenghargaan,
    KebijakanPerbaikan,
    PerhitunganBonus,
    RencanaPerbaikan,
    Sanksi,
    UsulanPenghargaan,
)
from penilaian.models import (
    CapaianOrganisasi,
    DistribusiPenilai,
    EvaluasiPeriodik,
    EvaluasiTahunan,
    Keberatan,
    KebijakanRekan,
    KuesionerRekan,
    RiwayatKinerjaPeriodik,
    RiwayatSKP,
    UndianRekan,
)
from sasaran.models import SKP, IndikatorKinerjaIndividu, Periode, RencanaHasilKerja, Siklus
from tests.admin.bantuan import RAHASIA_DRAF, alamat, isi_acuan, isi_lanjut, isi_semua, semua_model
from tests.akses.bahan_pribadi import bocor, tanam

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

PI, PO, PL, AU, AS = "pengelola_instansi", "pengelola_opd", "pengelola_opd_lain", "auditor", "admin_sistem"
SEMUA = {PI, PO, PL, AU, AS}

# Who may open the list, and of those who sees Ratna's record (Disdukcapil).
LIHAT = {
    Pegawai: (SEMUA, {PI, PO, AU, AS}),
    Penempatan: (SEMUA, {PI, PO, AU, AS}),
    AtasanKhusus: (SEMUA, {PI, PO, AU, AS}),
    UnitKerja: (SEMUA, {PI, PO, AU, AS}),
    Jabatan: (SEMUA, SEMUA),
    BerkasImpor: ({PI, AS}, {PI}),  # the file is of people; roles are imported by the system's keeper, too
    CatatanEkspor: ({PI, AU}, {PI, AU}),
    HariLibur: (SEMUA, SEMUA),
    Siklus: (SEMUA, SEMUA),
    Periode: (SEMUA, SEMUA),
    SKP: ({PI, PO, PL, AU}, {PI, PO, AU}),
    RencanaHasilKerja: ({PI, PO, PL, AU}, {PI, PO, AU}),
    IndikatorKinerjaIndividu: ({PI, PO, PL, AU}, {PI, PO, AU}),
    Laporan: ({PI, PO, PL, AU}, {PI, PO, AU}),
    BuktiDukung: ({PI, PO, PL, AU}, {PI, PO, AU}),
    UmpanBalik: ({AU}, {AU}),
    EvaluasiPeriodik: ({PI, PO, PL, AU}, {PI, PO, AU}),
    Akun: ({PI, AS}, {PI, AS}),
    PenugasanPeran: ({PI, AS}, {PI, AS}),
    CatatanLihat: ({AU}, {AU}),
    JejakPenyamaran: ({PI, AU, AS}, {PI, AU, AS}),
    Pesan: ({PI, AS}, {PI, AS}),
    Layanan: ({PI, PO, PL, AU}, {PI, PO, AU}),
    Saran: ({PI, PO, PL}, {PI, PO}),
    KebijakanSurvei: ({PI, PO, PL, AU}, {PI, PO, PL, AU}),
    Pelatihan: ({PI, PO, PL, AU}, {PI, PO, PL, AU}),
    SesiPelatihan: ({PI, PO, PL, AU}, {PI, PO, PL, AU}),
    Peserta: ({PI, PO, PL, AU}, {PI, PO, AU}),
    PelatihanLuar: ({PI, PO, PL, AU}, {PI, PO, AU}),
    KuesionerRekan: ({PI}, {PI}),
    KebijakanRekan: ({PI}, {PI}),
    UndianRekan: ({PI}, {PI}),
    EvaluasiTahunan: ({PI, PO, PL, AU}, {PI, PO, AU}),
    RiwayatSKP: ({PI, PO, PL, AU}, {PI, PO, AU}),
    RiwayatKinerjaPeriodik: ({PI, PO, PL, AU}, {PI, PO, AU}),
    CapaianOrganisasi: ({PI, PO, PL, AU}, {PI, PO, AU}),
    DistribusiPenilai: ({PI, AU}, {PI, AU}),
    Keberatan: ({PI, AU}, {PI, AU}),
    KebijakanPenghargaan: ({PI, PO, PL, AU}, {PI, PO, PL, AU}),
    UsulanPenghargaan: ({PI, PO, PL, AU}, {PI, PO, AU}),
    BukuPenghargaan: ({PI, PO, PL, AU}, {PI, PO, AU}),
    KebijakanBonus: ({PI, AU}, {PI, AU}),
    PerhitunganBonus: ({PI, AU}, {PI, AU}),
    KebijakanPerbaikan: (SEMUA, SEMUA),
    RencanaPerbaikan: ({PI, PO, PL, AU}, {PI, PO, AU}),
    Sanksi: ({PI, AU}, {PI, AU}),
    AngkaKredit: ({PI, PO, PL, AU}, {PI, PO, AU}),
    DokumenTerbit: ({PI, AU}, {PI, AU}),
}
# What HR of the government may not even list.
BUKAN_PI = {UmpanBalik, CatatanLihat}
# Who may add, and who may change Ratna's record.
TAMBAH = {
    Pegawai: {PI, PO, PL}, AtasanKhusus: {PI, PO, PL}, UnitKerja: {PI}, Jabatan: {PI}, BerkasImpor: {PI, AS},
    HariLibur: {PI}, Siklus: {PI}, PenugasanPeran: {PI, AS}, Layanan: {PI, PO, PL}, KebijakanSurvei: {PI},
    Pelatihan: {PI}, SesiPelatihan: {PI},
    KuesionerRekan: {PI}, KebijakanRekan: {PI}, KebijakanPenghargaan: {PI}, KebijakanBonus: {PI},
    KebijakanPerbaikan: {PI},
}  # fmt: skip
UBAH = {
    Pegawai: {PI, PO}, AtasanKhusus: {PI, PO}, UnitKerja: {PI}, Jabatan: {PI}, HariLibur: {PI}, Siklus: {PI},
    Periode: {PI}, Akun: {PI, AS}, PenugasanPeran: {PI, AS}, Layanan: {PI, PO}, KebijakanSurvei: {PI},
    Pelatihan: {PI}, SesiPelatihan: {PI}, RiwayatSKP: {PI}, RiwayatKinerjaPeriodik: {PI},
    KuesionerRekan: {PI}, KebijakanRekan: {PI}, KebijakanPenghargaan: {PI}, KebijakanBonus: {PI},
    KebijakanPerbaikan: {PI},
}  # fmt: skip


@pytest.fixture
def semua(pemeran, buat_skp, siklus):
    tanam(pemeran)
    awal = isi_semua(pemeran.ratna, pemeran.kabid, buat_skp(pemeran.ratna)) | isi_acuan(siklus)
    return awal | isi_lanjut(pemeran, siklus, awal[EvaluasiPeriodik])


def test_the_sheet_knows_every_model_of_the_admin():
    assert set(LIHAT) == set(semua_model())


@pytest.mark.parametrize("nama", sorted(SEMUA))
def test_every_page_for_every_role(nama, pemeran, masuk, semua):
    """Who may open what, and that nobody gets private data beyond tests/akses/data_pribadi.csv."""
    klien, cast, keluar = masuk(getattr(pemeran, nama)), [n for n, _p in pemeran.items()], []

    def buka(model, halaman, *isi):
        jawab = klien.get(alamat(model, halaman, *isi))
        nama_alamat = f"admin:{model._meta.app_label}_{model._meta.model_name}_{halaman}"
        keluar.extend((nama_alamat, *b) for b in bocor(nama, nama_alamat, jawab.content, cast))
        return jawab.status_code

    for model, (daftar, rinci) in LIHAT.items():
        objek = semua[model]
        assert buka(model, "changelist") == (200 if nama in daftar else 403), model
        boleh_buka = 200 if nama in rinci else (404 if nama in daftar else 403)
        for halaman in ("change", "history"):
            jawab = buka(model, halaman, objek.pk)
            tolak = {403, 404} if boleh_buka == 403 else {boleh_buka}  # what he may not even list
            assert jawab in tolak, (model, halaman, jawab)
        boleh_tambah = 200 if nama in TAMBAH.get(model, set()) else 403
        assert buka(model, "add") == boleh_tambah, model
    assert keluar == []


def test_private_data_are_not_sent_before_the_right_to_manage_is_taken_up(pemeran, masuk, semua):
    """Reading the page of a person without the password shows what is of the office."""
    cast = [n for n, _p in pemeran.items()]
    for nama in (PI, PO):
        klien = masuk(getattr(pemeran, nama), hak=False)
        for halaman in ("change", "history"):
            isi = klien.get(alamat(Pegawai, halaman, pemeran.ratna.pk)).content
            assert bocor(nama, "", isi, cast) == [], (nama, halaman)
        satu, dua = sorted((pemeran.ratna.pk, pemeran.sari.pk))
        GandaPegawai.objects.get_or_create(satu_id=satu, dua_id=dua, sebab="nik")
        for halaman in ("ganda", "gabung", "mutasi", "tugas", "akhir", "keputusan_pensiun", "pensiun"):
            isi = [pemeran.ratna.pk] if halaman in ("mutasi", "tugas", "akhir", "keputusan_pensiun") else []
            jawab = klien.get(alamat(Pegawai, halaman, *isi), {"simpan": satu, "ganda": dua})
            assert jawab.status_code == (403 if halaman == "gabung" else 200), halaman  # the password first
            assert bocor(nama, "", jawab.content, cast) == [], (nama, halaman)


# Reference data that HR of the whole government may delete while nothing uses it.
DIHAPUS_PI = {
    Jabatan, HariLibur, Pelatihan, KuesionerRekan, KebijakanRekan, KebijakanSurvei, KebijakanPenghargaan,
    KebijakanBonus, KebijakanPerbaikan,
}  # fmt: skip


@pytest.mark.parametrize("nama", sorted(SEMUA))
def test_who_may_not_change_is_refused_when_he_posts(nama, pemeran, masuk, semua):
    klien = masuk(getattr(pemeran, nama))
    for model, objek in semua.items():
        if nama not in UBAH.get(model, set()) and model is not BerkasImpor:
            assert klien.post(alamat(model, "change", objek.pk), {"nama": "X"}).status_code in (403, 404), (
                model
            )
        if not (nama == PI and model in DIHAPUS_PI) and (model is not AtasanKhusus or nama in (AU, AS, PL)):
            jawab = klien.post(alamat(model, "delete", objek.pk), {"post": "yes"}).status_code
            assert jawab in (403, 404) or (model is AtasanKhusus and nama in UBAH[model]), (model, jawab)
            assert model._default_manager.filter(pk=objek.pk).exists()


@pytest.mark.parametrize("nama", sorted(SEMUA))
def test_searching_finds_only_what_is_in_the_scope(nama, pemeran, masuk, semua):
    klien = masuk(getattr(pemeran, nama))
    parameter = {
        "app_label": "pegawai",
        "model_name": "penempatan",
        "field_name": "pegawai",
        "term": "wulandari",
    }
    temuan = klien.get(reverse("admin:autocomplete"), parameter).json()["results"]
    assert [t["id"] for t in temuan] == ([] if nama == PL else [str(pemeran.ratna.pk)])


@pytest.mark.parametrize("kata", ["ratna wulan", "1987", "800/17", "' %"])
def test_every_list_that_offers_a_search_answers_it(kata, pemeran, masuk, semua):
    klien = masuk(pemeran.pengelola_instansi)
    dicari = [m for m, halaman in admin.site._registry.items() if halaman.search_fields]
    assert len(dicari) > 20
    for model in dicari:
        jawab = klien.get(alamat(model, "changelist"), {"q": kata})
        assert jawab.status_code == (403 if model in BUKAN_PI else 200), model


def test_headings_of_records_are_words_and_no_keys(pemeran, masuk, semua):
    klien = masuk(pemeran.pengelola_instansi)
    for model, objek in semua.items():
        if PI in LIHAT[model][1] and model is not BerkasImpor:
            judul = klien.get(alamat(model, "change", objek.pk)).context["subtitle"]
            assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", str(judul)), (model, judul)


def test_employees_leaders_and_staff_without_a_role_stay_outside(pemeran, masuk, semua):
    for orang in (pemeran.ratna, pemeran.kabid, pemeran.pimpinan, pemeran.bupati):
        jawab = masuk(orang).get(reverse("admin:index"))
        assert jawab.status_code == 302
        assert jawab["Location"].startswith("/admin/login/")
    Akun.objects.filter(pegawai=pemeran.kabid).update(is_staff=True, is_superuser=True)
    klien = masuk(pemeran.kabid)
    assert "belum mempunyai peran" in klien.get(reverse("admin:index")).content.decode()
    for model in semua_model():
        assert klien.get(alamat(model, "changelist")).status_code == 403, model


def test_the_installer_prepares_people_and_reads_no_appraisal(client, semua):
    akun = Akun.objects.create_superuser("pemasang", "", "kinerja-demo-uji", wajib_ganti_sandi=False)
    client.force_login(akun, backend="django.contrib.auth.backends.ModelBackend")
    boleh = {m for m in semua_model() if client.get(alamat(m, "changelist")).status_code == 200}
    assert boleh == {
        Pegawai, Penempatan, AtasanKhusus, UnitKerja, Jabatan, HariLibur, Siklus, Periode, Akun,
        PenugasanPeran, Pesan, KebijakanPerbaikan,
    }  # fmt: skip


def test_drafts_of_the_assessor_are_nowhere(pemeran, masuk, semua):
    evaluasi = semua[EvaluasiPeriodik]
    for nama in (PI, PO, AU):
        klien = masuk(getattr(pemeran, nama))
        for halaman in (
            alamat(EvaluasiPeriodik, "changelist"),
            alamat(EvaluasiPeriodik, "change", evaluasi.pk),
        ):
            isi = klien.get(halaman).content.decode()
            assert RAHASIA_DRAF not in isi
            assert "Di bawah ekspektasi" not in isi


@pytest.mark.parametrize(
    ("model", "tanya"),
    [
        (EvaluasiPeriodik, "rating_hasil=3"),
        (EvaluasiPeriodik, "catatan_penilai__contains=A"),
        (Akun, "password__startswith=pbkdf2"),
        (Pegawai, "nik__startswith=3"),
        (Pesan, "data__contains=x"),
    ],
)
def test_hidden_columns_cannot_be_probed_through_the_address(model, tanya, pemeran, masuk, semua):
    jawab = masuk(pemeran.pengelola_instansi).get(f"{alamat(model, 'changelist')}?{tanya}")
    assert jawab.status_code in (302, 400)


@pytest.mark.parametrize(
    "tanya", ["p=x", "p=0", "p=999999", "o=9.9.9", "q=%00", "unit=%27", "unit=0001000", "jenis=zzz"]
)
def test_nonsense_in_the_address_is_no_error(tanya, pemeran, masuk, semua):
    for model in (Pegawai, SKP, EvaluasiPeriodik, UnitKerja):
        jawab = masuk(pemeran.pengelola_instansi).get(f"{alamat(model, 'changelist')}?{tanya}", follow=True)
        assert jawab.status_code in (200, 400), (model, tanya)


def test_ids_that_are_none_are_not_found(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    for model in semua_model():
        harapan = 403 if model in BUKAN_PI else 404
        assert klien.get(alamat(model, "change", "bukan-id")).status_code == harapan, model


def test_nothing_is_registered_that_does_not_ask_the_matrix():
    for halaman in admin.site._registry.values():
        assert type(halaman).__module__.split(".")[0] in {
            "akses", "pemberitahuan", "sasaran", "pelaksanaan", "penilaian", "layanan", "penghargaan", "pelatihan"
        }  # fmt: skip


def test_login_and_logout_are_those_of_the_application(client, pemeran, masuk):
    assert client.get("/admin/login/")["Location"].startswith("/masuk/?next=")
    assert client.get("/admin/")["Location"].startswith(("/masuk/", "/admin/login/"))
    assert masuk(pemeran.auditor).get("/admin/logout/")["Location"] == reverse("account_logout")


def test_the_policy_of_the_admin_is_the_strict_one(pemeran, masuk):
    kebijakan = masuk(pemeran.pengelola_instansi).get(alamat(Pegawai, "add"))["Content-Security-Policy"]
    assert "unsafe" not in kebijakan


def test_filters_narrow_the_list_within_the_scope(pemeran, masuk, semua):
    unit = UnitKerja.objects.get(penempatan__pegawai=pemeran.kadis)
    periode = semua[EvaluasiPeriodik].periode
    for model, tanya, pemegang in (
        (Pegawai, f"unit={unit.path}", "Ratna Wulandari"),
        (Pegawai, "jenis__exact=pns", "Ratna Wulandari"),
        (
            SKP,
            f"unit={unit.path}&status__exact=disetujui&siklus__id__exact={semua[Siklus].pk}",
            "Ratna Wulandari",
        ),
        (
            EvaluasiPeriodik,
            f"periode={periode.pk}&status__exact=diajukan&unit={unit.path}",
            "Ratna Wulandari",
        ),
    ):
        alamat_saring = f"{alamat(model, 'changelist')}?{tanya}"
        jawab = masuk(pemeran.pengelola_opd).get(alamat_saring)
        assert jawab.status_code == 200, tanya
        assert pemegang in jawab.content.decode(), tanya
        assert pemegang not in masuk(pemeran.pengelola_opd_lain).get(alamat_saring).content.decode(), tanya
