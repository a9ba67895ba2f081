"""Bulk actions: what the page says beforehand, what is done under lock, and what is told afterwards."""

from datetime import date, timedelta

import pytest
from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import LogEntry
from django.test import RequestFactory
from django.utils import timezone

from akses.admin_aksi import AksiMassal
from akses.enums import Peran
from akses.models import Akun, PenugasanPeran
from pegawai.models import AtasanKhusus, Pegawai, Penempatan, UnitKerja
from pegawai.services.atasan import segarkan
from pemberitahuan.models import Pesan
from tests.admin.bantuan import alamat

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
HARI = timezone.localdate()


def aksi(klien, nama, *orang, model=Pegawai, saring="", **lain):
    kiriman = {
        "action": nama,
        "index": "0",
        ACTION_CHECKBOX_NAME: [str(o.pk) for o in orang] or ["0"],
        **lain,
    }
    return klien.post(alamat(model, "changelist") + saring, kiriman, follow="setuju" in lain)


def rencana(jawab):
    """(changed, {reason: number}) as the page says it."""
    r = jawab.context["rencana"]
    return r.diubah, {s.sebab: s.jumlah for s in r.dilewati}


def lakukan(klien, nama, *orang, **lain):
    """Ask, then agree to exactly what was shown; the page that follows."""
    tanya = aksi(klien, nama, *orang, periksa="ya", **lain)
    assert tanya.context["rencana"] is not None, tanya.context["form"].errors
    tanda = tanya.context["tanda"]
    return aksi(klien, nama, *orang, setuju="ya", tanda=tanda, rencana=str(rencana(tanya)[0]), **lain)


def test_every_action_of_the_admin_says_beforehand_what_it_does():
    permintaan = RequestFactory().get("/admin/")
    for halaman in admin.site._registry.values():
        assert not halaman.actions, halaman
        if isinstance(halaman, AksiMassal):
            assert all(a.kode and a.akibat and a.izin for a in halaman.aksi_massal)
        else:
            permintaan._penjaga_admin = None
            assert "aksi_massal" not in vars(type(halaman))


def test_the_page_says_how_many_change_and_who_is_skipped_and_why(pemeran, masuk):
    Akun.objects.filter(pegawai=pemeran.sari).update(is_active=False)
    Akun.objects.filter(pegawai=pemeran.rudi).delete()
    klien = masuk(pemeran.admin_sistem)
    dipilih = (pemeran.ratna, pemeran.sari, pemeran.rudi, pemeran.admin_sistem)
    tanya = aksi(klien, "nonaktifkan", *dipilih)
    assert rencana(tanya) == (1, {"sudah nonaktif": 1, "belum punya akun": 1, "akun Anda sendiri": 1})
    assert tanya.context["rencana"].contoh == ["Ratna Wulandari"]
    assert Akun.objects.get(pegawai=pemeran.ratna).is_active
    jawab = aksi(klien, "nonaktifkan", *dipilih, setuju="ya", rencana="1").content.decode()
    assert "1 akun dinonaktifkan." in jawab
    assert "3 dilewati:" in jawab
    assert "1 sudah nonaktif (Sari Handayani)" in jawab
    assert "Datanya berubah" not in jawab
    assert not Akun.objects.get(pegawai=pemeran.ratna).is_active
    assert Akun.objects.get(pegawai=pemeran.admin_sistem).is_active
    assert LogEntry.objects.get(object_repr=pemeran.ratna.nip).change_message == "Nonaktifkan akun"


def test_what_changed_in_between_is_told_honestly(pemeran, masuk):
    klien = masuk(pemeran.admin_sistem)
    assert rencana(aksi(klien, "nonaktifkan", pemeran.ratna, pemeran.sari)) == (2, {})
    Akun.objects.filter(pegawai=pemeran.sari).update(is_active=False)
    jawab = aksi(klien, "nonaktifkan", pemeran.ratna, pemeran.sari, setuju="ya", rencana="2").content.decode()
    assert "1 akun dinonaktifkan." in jawab
    assert "waktu itu 2 yang akan diubah" in jawab


def test_an_account_closed_is_out_at_once_and_opened_again(pemeran, masuk):
    klien = masuk(pemeran.ratna)
    assert klien.get("/").status_code == 200
    lakukan(masuk(pemeran.pengelola_instansi), "nonaktifkan", pemeran.ratna)
    assert klien.get("/").status_code == 302
    jawab = lakukan(masuk(pemeran.pengelola_instansi), "aktifkan", pemeran.ratna, pemeran.sari)
    assert "1 sudah aktif (Sari Handayani)" in jawab.content.decode()
    assert Akun.objects.get(pegawai=pemeran.ratna).is_active


def test_whoever_left_the_service_is_not_let_in_again_by_the_way(pemeran, masuk):
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(kedudukan_hukum="99")
    Akun.objects.filter(pegawai=pemeran.ratna).update(is_active=False)
    n, sebab = rencana(aksi(masuk(pemeran.pengelola_instansi), "aktifkan", pemeran.ratna))
    assert n == 0
    assert next(iter(sebab)).startswith("tidak sedang berdinas")


def test_all_that_the_filter_finds_are_chosen_at_once(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    dinas = UnitKerja.objects.get(singkatan="Dishub")
    saring = f"?unit={dinas.path}"
    tanya = aksi(klien, "nonaktifkan", saring=saring, select_across="1")
    assert rencana(tanya) == (3, {})  # head, Rudi, Ketut
    assert "semua yang cocok dengan saringan" in tanya.content.decode()
    aksi(klien, "nonaktifkan", saring=saring, select_across="1", setuju="ya")
    assert set(Akun.objects.filter(is_active=False).values_list("pegawai__nama", flat=True)) == {
        "Zulkifli Harahap", "Rudi Hartono", "Ketut Suardana",
    }  # fmt: skip


def test_too_many_at_once_are_refused_with_a_sentence(pemeran, masuk, monkeypatch):
    klien = masuk(pemeran.pengelola_instansi)
    jawab = klien.post(
        alamat(Pegawai, "changelist"),
        {"action": "atur_ulang_sandi", "index": "0", "select_across": "1", ACTION_CHECKBOX_NAME: "0"},
        follow=True,
    )
    assert jawab.status_code == 200  # thirteen people: as many as may be
    monkeypatch.setattr("akses.admin.aksi_akun.AturUlangSandi.maks", 5)
    jawab = klien.post(
        alamat(Pegawai, "changelist"),
        {"action": "atur_ulang_sandi", "index": "0", "select_across": "1", ACTION_CHECKBOX_NAME: "0"},
        follow=True,
    )
    assert "paling banyak untuk 5 sekaligus" in jawab.content.decode()


@pytest.mark.parametrize("kunci", ["bukan-kunci", "", "99999999999999999999999", "\x00"])
def test_forged_keys_choose_nothing(kunci, pemeran, masuk):
    for model in (Pegawai, Akun, PenugasanPeran):
        jawab = masuk(pemeran.pengelola_instansi).post(
            alamat(model, "changelist"),
            {"action": "nonaktifkan", "index": "0", ACTION_CHECKBOX_NAME: [kunci]},
            follow=True,
        )
        assert jawab.status_code == 200


def test_an_unknown_action_says_to_choose_one(pemeran, masuk):
    jawab = masuk(pemeran.pengelola_instansi).post(
        alamat(Pegawai, "changelist"),
        {"action": "hapus_semua", "index": "0", ACTION_CHECKBOX_NAME: [str(pemeran.ratna.pk)]},
        follow=True,
    )
    assert "Pilih tindakannya dahulu." in jawab.content.decode()


def test_the_number_of_queries_does_not_grow_with_the_number_chosen(
    pemeran, masuk, django_assert_max_num_queries
):
    klien = masuk(pemeran.pengelola_instansi)
    Pegawai.objects.bulk_create(
        [
            Pegawai(nip=f"19900315201504{n:04d}", nama=f"P{n}", jenis="pns", jenis_kelamin="P")
            for n in range(300)
        ]
    )
    with django_assert_max_num_queries(30):
        aksi(klien, "buat_akun", select_across="1", setuju="ya")
    assert Akun.objects.filter(pegawai__nama__startswith="P", last_login=None).count() >= 300


# --- scope ---------------------------------------------------------------------------------------------------


def test_each_action_is_offered_to_those_who_hold_its_permission(pemeran, masuk):
    def tersedia(nama):
        isi = masuk(getattr(pemeran, nama)).get(alamat(Pegawai, "changelist"))
        form = isi.context["action_form"]
        return {k for k, _label in form.fields["action"].choices if k} if form else set()

    akun = {"buat_akun", "atur_ulang_sandi", "aktifkan", "nonaktifkan", "kirim_petunjuk"}
    data = {"mutasi_massal", "usulan_penilai"}
    assert tersedia("pengelola_instansi") == akun | data | {"beri_peran"}
    assert tersedia("admin_sistem") == akun | {"beri_peran"}
    assert tersedia("pengelola_opd") == data
    assert tersedia("auditor") == set()


def test_people_outside_the_scope_are_not_chosen(pemeran, masuk):
    unit = UnitKerja.objects.get(singkatan="Disdukcapil")
    isi = {"unit": str(unit.pk), "mulai": str(HARI), "dasar": "SK 1"}
    klien = masuk(pemeran.pengelola_opd)
    tanya = aksi(klien, "mutasi_massal", pemeran.ratna, pemeran.rudi, periksa="ya", **isi)
    assert rencana(tanya) == (1, {})
    assert Penempatan.objects.filter(pegawai=pemeran.rudi).count() == 1


def test_a_unit_outside_the_scope_is_no_choice(pemeran, masuk):
    unit = UnitKerja.objects.get(singkatan="Dishub")
    jawab = aksi(
        masuk(pemeran.pengelola_opd), "mutasi_massal", pemeran.ratna, periksa="ya", unit=str(unit.pk),
        mulai=str(HARI), dasar="SK 1",
    )  # fmt: skip
    assert "unit" in jawab.context["form"].errors


# --- transfer ------------------------------------------------------------------------------------------------


def test_many_are_transferred_with_their_posts_and_get_their_new_assessor(pemeran, masuk):
    unit = UnitKerja.objects.get(singkatan="Dishub")
    isi = {"unit": str(unit.pk), "mulai": str(HARI), "dasar": "SK Bupati 800/7/2026"}
    klien = masuk(pemeran.pengelola_instansi)
    dipilih = (pemeran.ratna, pemeran.sari, pemeran.rudi, pemeran.kabid)
    tanya = aksi(klien, "mutasi_massal", *dipilih, periksa="ya", **isi)
    assert rencana(tanya) == (
        2,
        {"memimpin unitnya; pindahkan lewat halaman orangnya": 1, "sudah di unit itu": 1},
    )
    jawab = lakukan(klien, "mutasi_massal", *dipilih, **isi)
    assert "2 orang pindah" in jawab.content.decode()
    lama, baru = Penempatan.objects.filter(pegawai=pemeran.ratna).order_by("mulai")
    assert (lama.selesai, baru.unit, baru.jabatan, baru.dasar) == (
        HARI - timedelta(days=1), unit, lama.jabatan, "SK Bupati 800/7/2026",
    )  # fmt: skip
    assert Pegawai.objects.get(pk=pemeran.ratna.pk).atasan.penilai == pemeran.kadis_lain


def test_a_unit_that_opens_later_is_said_at_its_field(pemeran, masuk):
    unit = UnitKerja.objects.get(singkatan="Dishub")
    isi = {"unit": str(unit.pk), "mulai": "2016-01-01", "dasar": "SK 1"}
    jawab = aksi(masuk(pemeran.pengelola_instansi), "mutasi_massal", pemeran.ratna, periksa="ya", **isi)
    assert "baru dibuka" in str(jawab.context["form"].errors["unit"])
    assert jawab.context["rencana"] is None


def test_a_field_changed_after_the_check_is_checked_first(pemeran, masuk):
    dishub, capil = (UnitKerja.objects.get(singkatan=s) for s in ("Dishub", "Disdukcapil"))
    klien = masuk(pemeran.pengelola_instansi)
    isi = {"mulai": str(HARI), "dasar": "SK 1"}
    tanya = aksi(klien, "mutasi_massal", pemeran.ratna, periksa="ya", unit=str(dishub.pk), **isi)
    lain = aksi(
        klien,
        "mutasi_massal",
        pemeran.ratna,
        setuju="ya",
        tanda=tanya.context["tanda"],
        unit=str(capil.pk),
        **isi,
    )
    assert lain.context["rencana"].diubah == 1  # asked again, nothing done
    assert Penempatan.objects.filter(pegawai=pemeran.ratna).count() == 1


# --- roles ---------------------------------------------------------------------------------------------------


def test_a_role_is_given_to_many_with_its_dates(pemeran, masuk):
    isi = {"peran": "auditor", "mulai": str(HARI), "selesai": str(HARI + timedelta(days=90)), "dasar": "ST 5"}
    klien = masuk(pemeran.pengelola_instansi)
    dipilih = (pemeran.ratna, pemeran.sari, pemeran.auditor, pemeran.pengelola_instansi)
    tanya = aksi(klien, "beri_peran", *dipilih, periksa="ya", **isi)
    assert rencana(tanya) == (
        2,
        {"sudah memegang peran ini pada masa itu": 1, "peran Anda sendiri diatur oleh pengelola lain": 1},
    )
    lakukan(klien, "beri_peran", *dipilih, **isi)
    peran = PenugasanPeran.objects.get(pegawai=pemeran.ratna)
    assert (peran.peran, peran.unit, peran.selesai) == ("auditor", None, HARI + timedelta(days=90))
    assert Akun.objects.get(pegawai=pemeran.ratna).is_staff
    assert rencana(aksi(klien, "beri_peran", *dipilih, periksa="ya", **isi))[0] == 0  # twice changes nothing


@pytest.mark.parametrize(
    ("isi", "bidang"),
    [
        ({"peran": "pengelola_opd"}, "unit"),
        ({"peran": "auditor", "unit": "ya"}, "unit"),
        ({"peran": "auditor", "selesai": "2020-01-01"}, "selesai"),
        ({"peran": "raja"}, "peran"),
        ({"peran": "auditor", "mulai": "kapan"}, "mulai"),
        ({"peran": "auditor", "dasar": ""}, "dasar"),
    ],
)
def test_a_role_that_cannot_be_is_said_at_its_field(isi, bidang, pemeran, masuk):
    lengkap = {"mulai": str(HARI), "dasar": "ST 5"} | isi
    if lengkap.get("unit"):
        lengkap["unit"] = str(UnitKerja.objects.get(singkatan="Dishub").pk)
    jawab = aksi(masuk(pemeran.pengelola_instansi), "beri_peran", pemeran.ratna, periksa="ya", **lengkap)
    assert bidang in jawab.context["form"].errors


def test_roles_end_on_one_day(pemeran, masuk):
    dipilih = list(PenugasanPeran.objects.all())
    milik = PenugasanPeran.objects.get(pegawai=pemeran.admin_sistem)
    akan = PenugasanPeran.objects.create(
        pegawai=pemeran.ratna, peran="auditor", mulai=HARI + timedelta(days=9)
    )
    klien = masuk(pemeran.admin_sistem)
    tanya = aksi(klien, "akhiri_peran", *dipilih, akan, model=PenugasanPeran, periksa="ya", selesai=str(HARI))
    assert rencana(tanya) == (
        5, {"peran Anda sendiri diatur oleh pengelola lain": 1, "belum mulai pada hari itu": 1},
    )  # fmt: skip
    lakukan(klien, "akhiri_peran", *dipilih, akan, model=PenugasanPeran, selesai=str(HARI))
    assert PenugasanPeran.objects.filter(selesai=HARI).count() == 5
    milik.refresh_from_db()
    assert milik.selesai is None


# --- assessors -----------------------------------------------------------------------------------------------


def test_the_proposals_of_who_assesses_whom_are_taken_for_the_people_chosen(pemeran, masuk):
    AtasanKhusus.objects.create(
        pegawai=pemeran.rudi, penilai=pemeran.sari, mulai=date(2026, 1, 1), dasar="SK"
    )
    Pegawai.objects.filter(pk=pemeran.sari.pk).update(kedudukan_hukum="99")
    segarkan()
    klien = masuk(pemeran.pengelola_instansi)
    tanya = aksi(klien, "usulan_penilai", pemeran.rudi, pemeran.ratna, periksa="ya", dasar="Susunan unit")
    assert rencana(tanya) == (1, {"penilainya sudah benar, atau di luar wewenang Anda": 1})
    lakukan(klien, "usulan_penilai", pemeran.rudi, pemeran.ratna, dasar="Susunan unit")
    assert Pegawai.objects.get(pk=pemeran.rudi.pk).atasan.penilai == pemeran.kadis_lain


# --- the way to a password -----------------------------------------------------------------------------------


def test_the_way_to_a_password_is_sent_once_a_day_to_those_who_can_get_it(pemeran, masuk):
    Akun.objects.filter(pegawai=pemeran.sari).update(email="")
    Akun.objects.filter(pegawai=pemeran.rudi).update(is_active=False)
    klien = masuk(pemeran.admin_sistem)
    dipilih = (pemeran.ratna, pemeran.sari, pemeran.rudi)
    tanya = aksi(klien, "kirim_petunjuk", *dipilih)
    assert rencana(tanya) == (1, {"akunnya belum punya alamat surel": 1, "akunnya nonaktif": 1})
    aksi(klien, "kirim_petunjuk", *dipilih, setuju="ya")
    pesan = Pesan.objects.get(jenis="petunjuk_masuk")
    assert (pesan.penerima, pesan.data["nip"], pesan.tautan) == (
        pemeran.ratna,
        pemeran.ratna.nip,
        "/sandi/lupa/",
    )
    assert rencana(aksi(klien, "kirim_petunjuk", pemeran.ratna)) == (0, {"sudah dikirimi hari ini": 1})


def test_from_the_list_of_accounts_the_same_actions(pemeran, masuk):
    akun = Akun.objects.get(pegawai=pemeran.ratna)
    klien = masuk(pemeran.admin_sistem)
    assert rencana(aksi(klien, "nonaktifkan", akun, model=Akun)) == (1, {})
    aksi(klien, "nonaktifkan", akun, model=Akun, setuju="ya")
    akun.refresh_from_db()
    assert not akun.is_active


def test_a_role_for_the_whole_government_widens_only_what_it_gives(pemeran, masuk):
    """HR of a department who is also an auditor transfers nobody of another department."""
    PenugasanPeran.objects.create(pegawai=pemeran.pengelola_opd, peran=Peran.AUDITOR, mulai=date(2022, 1, 1))
    isi = {"unit": str(UnitKerja.objects.get(nama="Dinas Kependudukan dan Pencatatan Sipil").pk)}
    isi |= {"mulai": HARI.isoformat(), "dasar": "SK 1"}
    klien = masuk(pemeran.pengelola_opd)
    tanya = aksi(klien, "mutasi_massal", pemeran.ratna, pemeran.rudi, periksa="ya", **isi)
    assert rencana(tanya)[0] == 1
    assert [s.jumlah for s in tanya.context["rencana"].dilewati] == [1]
