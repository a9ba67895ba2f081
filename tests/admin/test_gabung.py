"""The pages of doubles × the roles of the admin: within the scope, with the password, and what they say."""

import pytest
from django.urls import reverse

from akses.enums import Peran
from akses.gabung import gabungkan_pegawai
from akses.models import Akun, CatatanLihat, PenugasanPeran
from pegawai.models import GandaPegawai, Pegawai, Penempatan, UnitKerja
from pegawai.services.cari import cari_orang
from pegawai.services.ganda import cari_ganda
from tests.pegawai.test_gabung import duduk, kembaran, tempatkan, unit
from tests.pemeran import _unit

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
GABUNG, GANDA = "admin:pegawai_pegawai_gabung", "admin:pegawai_pegawai_ganda"


@pytest.fixture
def ganda(pemeran):
    """A double of Ratna in the same post."""
    satu = kembaran(pemeran.ratna, nik="7271")
    tempatkan(satu, duduk(pemeran.ratna).unit, duduk(pemeran.ratna).jabatan)
    return satu


def dua(simpan, ganda, **lain):
    return {"simpan": simpan.pk, "ganda": ganda.pk, **lain}


def kirim(simpan, ganda, **lain):
    return dua(simpan, ganda, alasan="SK 7", setuju="ya", **lain)


@pytest.mark.parametrize(
    ("peran", "status"),
    [
        ("pengelola_instansi", 302), ("pengelola_opd", 302), ("pengelola_opd_lain", 200), ("auditor", 403),
        ("admin_sistem", 403), ("kabid", 302),
    ],
)  # fmt: skip
def test_who_may_merge_two_people(peran, status, pemeran, ganda, masuk):
    """Of another department the two are no choice: the form comes back. Whoever is no staff goes to the login."""
    klien = masuk(getattr(pemeran, peran))
    assert klien.post(reverse(GABUNG), kirim(pemeran.ratna, ganda)).status_code == status
    boleh = peran in {"pengelola_instansi", "pengelola_opd"}
    assert Pegawai.objects.filter(digabung_ke=pemeran.ratna).exists() == boleh


def test_both_must_be_within_the_scope(pemeran, masuk):
    jawab = masuk(pemeran.pengelola_opd).get(reverse(GABUNG), dua(pemeran.ratna, pemeran.rudi))
    assert "ganda" in jawab.context["form"].errors
    assert pemeran.rudi.nip not in jawab.content.decode()


def test_the_comparison_asks_for_the_password_and_is_written_down(pemeran, ganda, masuk):
    isi = dua(pemeran.ratna, ganda)
    assert masuk(pemeran.pengelola_opd, hak=False).get(reverse(GABUNG), isi).status_code == 403
    lihat = masuk(pemeran.pengelola_opd).get(reverse(GABUNG), isi)
    assert "7271" in lihat.content.decode()
    assert set(CatatanLihat.objects.values_list("pegawai", flat=True)) == {pemeran.ratna.pk, ganda.pk}


def test_fields_are_chosen_one_by_one_and_empty_ones_are_filled(pemeran, ganda, masuk):
    klien = masuk(pemeran.pengelola_opd)
    lihat = klien.get(reverse(GABUNG), dua(pemeran.ratna, ganda))
    pilih = {b.nama: b.pilih for b in lihat.context["beda"]}
    assert (pilih["nik"], pilih["nip"]) == ("ganda", "simpan")
    jawab = klien.post(
        reverse(GABUNG), kirim(pemeran.ratna, ganda, f_nik="ganda", sidik=lihat.context["sidik"]), follow=True
    )
    assert "sudah digabung ke" in jawab.content.decode()
    pemeran.ratna.refresh_from_db()
    assert pemeran.ratna.nik == "7271"


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"alasan": ""}, "Isi dasar atau alasan"),
        ({"sidik": "lama"}, "berubah sejak"),
        ({"f_tanggal_lahir": "ganda"}, "Tanggal lahir pada data"),
    ],
)
def test_what_is_wrong_is_said_and_the_choices_stay(isi, pesan, pemeran, ganda, masuk):
    Pegawai.objects.filter(pk=ganda.pk).update(tanggal_lahir="1985-03-13")
    jawab = masuk(pemeran.pengelola_opd).post(
        reverse(GABUNG), kirim(pemeran.ratna, ganda, f_nik="ganda") | isi
    )
    assert pesan in jawab.content.decode()
    assert {b.nama: b.pilih for b in jawab.context["beda"]}["nik"] == "ganda"
    assert not Pegawai.objects.filter(digabung_ke__isnull=False).exists()


def test_a_second_time_says_where_it_went(pemeran, ganda, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    klien.post(reverse(GABUNG), kirim(pemeran.ratna, ganda))
    jawab = klien.post(reverse(GABUNG), kirim(pemeran.ratna, ganda))
    assert "sudah digabung ke" in str(jawab.context["form"].errors)


def test_what_is_in_the_way_stands_on_the_page_without_a_button(pemeran, ganda, masuk):
    Penempatan.objects.filter(pegawai=ganda).update(unit=unit("Dinas Kependudukan"))
    klien = masuk(pemeran.pengelola_opd)
    teks = klien.get(reverse(GABUNG), dua(pemeran.ratna, ganda)).content.decode()
    assert "penempatan definitif yang berbeda" in teks
    assert 'name="alasan"' not in teks
    assert (
        "Penggabungan belum dapat"
        in klien.post(reverse(GABUNG), kirim(pemeran.ratna, ganda)).content.decode()
    )


def test_the_account_of_the_double_ends_and_the_person_has_one(pemeran, ganda, masuk):
    klien = masuk(pemeran.ratna)
    masuk(pemeran.pengelola_instansi).post(reverse(GABUNG), kirim(ganda, pemeran.ratna, f_nip="ganda"))
    assert klien.get(reverse("beranda")).status_code == 302  # the session of the double is over
    lama = Akun.objects.get(pegawai=pemeran.ratna)
    assert (lama.is_active, lama.username) == (False, f"{pemeran.ratna.nip}-digabung")
    assert Akun.objects.get(pegawai=ganda).username == pemeran.ratna.nip


def test_roles_come_along_only_by_whoever_gives_roles(pemeran, ganda, masuk):
    isi = {"peran": Peran.PENGELOLA_OPD, "unit": unit("Dinas Kependudukan"), "mulai": "2022-01-01"}
    satu = PenugasanPeran.objects.create(pegawai=ganda, **isi)
    jawab = masuk(pemeran.pengelola_opd).post(reverse(GABUNG), kirim(pemeran.ratna, ganda))
    assert "memegang peran" in jawab.content.decode()
    masuk(pemeran.pengelola_instansi).post(reverse(GABUNG), kirim(pemeran.ratna, ganda))
    satu.refresh_from_db()
    gabung = Pegawai.objects.filter(digabung_ke=pemeran.ratna).exists()
    assert (satu.pegawai_id == pemeran.ratna.pk) == gabung


@pytest.mark.parametrize(
    ("semula", "kembali", "aktif"),
    [("52", True, True), ("52", False, False), ("01", True, False)],
)
def test_roles_open_the_admin_and_a_return_to_service_the_account(
    semula, kembali, aktif, pemeran, ganda, masuk
):
    """An account that was off while its person was in service stays off."""
    isi = {"peran": Peran.AUDITOR, "mulai": "2022-01-01"}
    PenugasanPeran.objects.create(pegawai=ganda, **isi)
    Akun.objects.create(pegawai=ganda, username=ganda.nip)
    Akun.objects.filter(pegawai=pemeran.ratna).update(is_active=False)
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(kedudukan_hukum=semula)
    gabungkan_pegawai(
        simpan=Pegawai.objects.get(pk=pemeran.ratna.pk),
        ganda=Pegawai.objects.get(pk=ganda.pk),
        dari_ganda=frozenset({"kedudukan_hukum"} if kembali else ()),
        alasan="SK 7",
        oleh=None,
    )
    akun = Akun.objects.get(pegawai=pemeran.ratna)
    assert (akun.is_staff, akun.is_active) == (True, aktif)
    assert not Akun.objects.get(pegawai=ganda).is_staff


def test_a_reason_with_a_nul_byte_is_kept_without_it(pemeran, ganda, masuk):
    klien = masuk(pemeran.pengelola_opd)
    jawab = klien.post(reverse(GABUNG), dua(pemeran.ratna, ganda, alasan="\x00", setuju="ya"))
    assert "Isi dasar atau alasan" in jawab.content.decode()
    jawab = klien.post(reverse(GABUNG), dua(pemeran.ratna, ganda, alasan="SK\x00 7", setuju="ya"))
    assert jawab.status_code == 302


def test_the_trace_is_in_no_list_but_its_number_finds_the_person(pemeran, ganda, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    klien.post(reverse(GABUNG), kirim(pemeran.ratna, ganda))
    daftar = reverse("admin:pegawai_pegawai_changelist")
    temuan = klien.get(daftar, {"q": ganda.nip}).context["cl"].result_list
    assert [p.pk for p in temuan] == [pemeran.ratna.pk]
    assert list(cari_orang(Pegawai.objects.bukan_jejak(), ganda.nip)) == [pemeran.ratna]
    assert [p.pk for p in klien.get(daftar, {"jejak": "ya"}).context["cl"].result_list] == [ganda.pk]
    halaman = klien.get(reverse("admin:pegawai_pegawai_change", args=[ganda.pk]))
    assert "tinggal sebagai jejak" in halaman.content.decode()
    assert not halaman.context["has_change_permission"]
    riwayat = klien.get(reverse("admin:pegawai_pegawai_history", args=[pemeran.ratna.pk])).content.decode()
    assert "SK 7" in riwayat


# --- likely doubles -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("peran", "lihat", "ubah"),
    [
        ("pengelola_instansi", 1, 302), ("pengelola_opd", 1, 302), ("pengelola_opd_lain", 0, 404),
        ("auditor", 1, 403), ("admin_sistem", 1, 403),
    ],
)  # fmt: skip
def test_pairs_within_the_scope(peran, lihat, ubah, pemeran, ganda, masuk):
    cari_ganda()
    satu = GandaPegawai.objects.get()
    klien = masuk(getattr(pemeran, peran))
    jawab = klien.get(reverse(GANDA))
    assert len(jawab.context["lembar"].baris) == lihat
    kiriman = {"pasangan": satu.pk, "alasan": "Orang kembar"}
    assert klien.post(reverse(GANDA), kiriman).status_code == ubah
    satu.refresh_from_db()
    assert (satu.bukan, satu.alasan) == ((True, "Orang kembar") if ubah == 302 else (False, ""))


def test_the_number_of_queries_does_not_grow_with_the_pairs(pemeran, masuk, django_assert_max_num_queries):
    for n in range(5):
        kembaran(pemeran.ratna, nip=f"19850312201001290{n}")
    cari_ganda()
    klien = masuk(pemeran.pengelola_opd)
    with django_assert_max_num_queries(14):
        klien.get(reverse(GANDA))


def test_pairs_are_looked_for_anew_by_a_button(pemeran, ganda, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    klien.post(reverse(GANDA), {"cari": "ya"})
    assert len(klien.get(reverse(GANDA)).context["lembar"].baris) == 1
    klien.post(reverse(GANDA), {"pasangan": "bukan"})  # nonsense changes nothing
    assert not GandaPegawai.objects.filter(bukan=True).exists()
    isi = {"pasangan": GandaPegawai.objects.get().pk, "alasan": "Orang kembar"}
    for kiriman, bukan in ((isi, True), (isi, True), (isi | {"lagi": "ya"}, False)):  # twice is once
        klien.post(reverse(GANDA), kiriman)
        assert GandaPegawai.objects.get().bukan == bukan


def test_only_whoever_has_the_whole_government_looks_for_them_anew(pemeran, ganda, masuk):
    klien = masuk(pemeran.pengelola_opd)
    assert 'name="cari"' not in klien.get(reverse(GANDA)).content.decode()
    assert klien.post(reverse(GANDA), {"cari": "ya"}).status_code == 403
    assert not GandaPegawai.objects.exists()
    assert 'name="cari"' in masuk(pemeran.pengelola_instansi).get(reverse(GANDA)).content.decode()


def test_a_role_for_reading_everything_widens_no_other_role(pemeran, masuk):
    """HR of a department who is also an auditor reads all pairs, and merges those of the department."""
    luar = kembaran(pemeran.rudi, nip=f"{pemeran.rudi.nip[:15]}999")
    cari_ganda()
    PenugasanPeran.objects.create(pegawai=pemeran.pengelola_opd, peran=Peran.AUDITOR, mulai="2022-01-01")
    klien = masuk(pemeran.pengelola_opd)
    satu = GandaPegawai.objects.get()
    assert luar.pk in (satu.satu_id, satu.dua_id)
    jawab = klien.get(reverse(GANDA))
    assert [g.boleh for g in jawab.context["lembar"].baris] == [False]
    assert f"{luar.tanggal_lahir:%d-%m-%Y}" not in jawab.content.decode()
    assert f"simpan={satu.satu_id}" not in jawab.content.decode()
    assert klien.post(reverse(GANDA), {"pasangan": satu.pk, "alasan": "x"}).status_code == 404
    assert klien.post(reverse(GANDA), {"cari": "ya"}).status_code == 403


# --- units --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("peran", "status"),
    [("pengelola_instansi", 302), ("pengelola_opd", 403), ("auditor", 403), ("admin_sistem", 403)],
)
def test_who_may_merge_two_units(peran, status, pemeran, masuk):
    lain = _unit(unit("Dinas Kependudukan"), "Bidang Pencatatan Sipil", "bidang")
    simpan = UnitKerja.objects.filter(nama__startswith="Bidang").exclude(pk=lain.pk).get()
    klien = masuk(getattr(pemeran, peran))
    alamat = reverse("admin:pegawai_unitkerja_gabung")
    assert klien.post(alamat, kirim(simpan, lain)).status_code == status
    assert UnitKerja.objects.filter(digabung_ke=simpan).exists() == (status == 302)


def test_a_unit_and_one_below_it_are_not_merged(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    isi = dua(unit("Dinas Kependudukan"), unit("Bidang"))
    jawab = klien.get(reverse("admin:pegawai_unitkerja_gabung"), isi)
    assert "berada di bawah" in jawab.content.decode()
    assert 'name="alasan"' not in jawab.content.decode()
