"""Saved filters of admin lists: one's own, those of colleagues, and those that mean nothing any more."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from akses.models import Akun, PenugasanPeran, SaringanTersimpan
from akses.saringan import MAKS, rapikan, simpan, terlihat
from pegawai.models import Pegawai, UnitKerja
from sasaran.models import SKP, Siklus
from tests.admin.bantuan import alamat

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
DAFTAR = alamat(Pegawai, "changelist")


def kirim(klien, model=Pegawai, **isi):
    return klien.post(alamat(model, "saringan"), isi, follow=True)


def keping(klien, ujung="?semua"):
    return [k.saringan.nama for k in klien.get(DAFTAR + ujung).context["keping"]]


@pytest.mark.parametrize(
    ("kueri", "harapan"),
    [
        ("?jenis=pns&unit=0001", "jenis=pns&unit=0001"),
        ("unit=0001&jenis=pns&p=7&e=1&semua&sesudah=abc&ujung=akhir", "jenis=pns&unit=0001"),
        ("q=&jenis=pns", "jenis=pns"),
        ("q=ratna+w%C3%BC", "q=ratna+w%C3%BC"),
        ("jenis=a&jenis=b", "jenis=a&jenis=b"),
        ("a=\x00b", "a=b"),
        ("", ""),
    ],
)
def test_a_filter_is_kept_without_the_page_and_in_one_order(kueri, harapan):
    assert rapikan(kueri) == harapan


def test_what_is_shown_is_kept_under_a_name_and_found_again(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    jawab = kirim(klien, nama="  Tanpa   penilai ", kueri="penilai=belum&p=3")
    assert "Saringan “Tanpa penilai” tersimpan." in jawab.content.decode()
    assert jawab.redirect_chain[-1][0] == f"{DAFTAR}?penilai=belum"
    assert jawab.context["saringan_terpilih"].saringan.nama == "Tanpa penilai"
    assert keping(klien) == ["Tanpa penilai"]
    assert klien.get(alamat(SKP, "changelist")).context["keping"] == []  # each list has its own


def test_the_same_name_again_means_something_new(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    kirim(klien, nama="Milik saya", kueri="jenis=pns")
    kirim(klien, nama="Milik saya", kueri="jenis=pppk")
    assert SaringanTersimpan.objects.get().kueri == "jenis=pppk"


@pytest.mark.parametrize("nama", ["", "   ", "x" * 41])
def test_a_name_that_is_none_is_refused_with_a_sentence(nama, pemeran, masuk):
    jawab = kirim(masuk(pemeran.pengelola_instansi), nama=nama, kueri="jenis=pns")
    assert "ama saringan" in jawab.content.decode() or "Beri nama" in jawab.content.decode()
    assert jawab.redirect_chain[-1][0] == f"{DAFTAR}?jenis=pns"  # what was shown is not lost
    assert not SaringanTersimpan.objects.exists()


def test_too_many_are_refused(pemeran):
    akun = Akun.objects.get(pegawai=pemeran.auditor)
    for n in range(MAKS):
        simpan(akun=akun, daftar="x", nama=f"s{n}", kueri="", bawaan=False, dibagikan=False)
    with pytest.raises(ValidationError, match="sudah menyimpan 20"):
        simpan(akun=akun, daftar="x", nama="lagi", kueri="", bawaan=False, dibagikan=False)
    simpan(akun=akun, daftar="x", nama="s1", kueri="a=1", bawaan=False, dibagikan=False)


def test_a_filter_is_renamed_and_deleted_by_its_owner_only(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    kirim(klien, nama="Satu", kueri="jenis=pns")
    satu = SaringanTersimpan.objects.get()
    ubah = f"{alamat(Pegawai, 'saringan')}{satu.pk}/"
    assert masuk(pemeran.admin_sistem).post(ubah, {"nama": "Dua"}).status_code == 404
    klien.post(ubah, {"nama": "Dua", "kueri": "jenis=pns"})
    satu.refresh_from_db()
    assert satu.nama == "Dua"
    kirim(klien, nama="Tiga", kueri="jenis=pppk")
    jawab = klien.post(ubah, {"nama": "Tiga", "kueri": ""}, follow=True)
    assert "sudah punya saringan lain bernama itu" in jawab.content.decode()
    klien.post(ubah, {"hapus": "ya"})
    assert [s.nama for s in SaringanTersimpan.objects.all()] == ["Tiga"]


def test_a_list_opens_with_the_filter_chosen_for_it_and_always_has_a_way_out(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    kirim(klien, nama="Awal", kueri="jenis=pns", bawaan="ya")
    jawab = klien.get(DAFTAR)
    assert (jawab.status_code, jawab["Location"]) == (302, f"{DAFTAR}?jenis=pns")
    assert klien.get(DAFTAR + "?semua").status_code == 200
    assert klien.get(DAFTAR, headers={"Referer": f"http://testserver{DAFTAR}?jenis=pns"}).status_code == 200
    kirim(klien, nama="Lain", kueri="jenis=pppk", bawaan="ya")
    assert klien.get(DAFTAR)["Location"] == f"{DAFTAR}?jenis=pppk"  # one at a time
    assert SaringanTersimpan.objects.filter(bawaan=True).count() == 1


def test_a_bookmark_needs_no_password(pemeran, masuk):
    kirim(masuk(pemeran.pengelola_instansi, hak=False), nama="Satu", kueri="jenis=pns")
    assert SaringanTersimpan.objects.count() == 1


# --- shared --------------------------------------------------------------------------------------------------


def beri(pegawai, peran, unit=None, **lain):
    PenugasanPeran.objects.create(
        pegawai=pegawai, peran=peran, unit=unit, **({"mulai": date(2022, 1, 1)} | lain)
    )
    Akun.objects.filter(pegawai=pegawai).update(is_staff=True)


def test_a_shared_filter_is_seen_by_those_with_the_same_role_for_the_same_unit(pemeran, masuk):
    unit = UnitKerja.objects.get(singkatan="Disdukcapil")
    beri(pemeran.sari, "pengelola_opd", unit)
    beri(pemeran.rudi, "pengelola_opd", unit, selesai=date(2022, 2, 1))  # long over
    kirim(masuk(pemeran.pengelola_opd), nama="Tim kita", kueri="jenis=pns", dibagikan="ya")
    kirim(masuk(pemeran.pengelola_opd), nama="Rahasia", kueri="jenis=pppk")
    assert keping(masuk(pemeran.sari)) == ["Tim kita"]
    for lain in ("pengelola_opd_lain", "pengelola_instansi", "admin_sistem"):
        assert keping(masuk(getattr(pemeran, lain))) == [], lain
    assert terlihat(Akun.objects.get(pegawai=pemeran.rudi), "pegawai.pegawai") == []


def test_roles_without_a_unit_share_by_the_role_alone(pemeran, masuk):
    beri(pemeran.ratna, "auditor")
    kirim(masuk(pemeran.auditor), nama="Periksa", kueri="jenis=pns", dibagikan="ya")
    assert keping(masuk(pemeran.ratna)) == ["Periksa"]


def test_a_shared_filter_shows_no_more_than_its_reader_may_see(pemeran, masuk):
    """HR of the government shares a filter on another department; HR of one department is no colleague, and
    whoever opens its address by hand finds nobody outside his own."""
    dishub = UnitKerja.objects.get(singkatan="Dishub")
    kirim(masuk(pemeran.pengelola_instansi), nama="Dishub", kueri=f"unit={dishub.path}", dibagikan="ya")
    jawab = masuk(pemeran.pengelola_opd).get(f"{DAFTAR}?unit={dishub.path}")
    assert jawab.context["cl"].result_list == []


def test_a_colleagues_default_is_not_mine(pemeran, masuk):
    beri(pemeran.ratna, "auditor")
    kirim(masuk(pemeran.auditor), nama="Periksa", kueri="jenis=pns", dibagikan="ya", bawaan="ya")
    assert masuk(pemeran.ratna).get(DAFTAR).status_code == 200


# --- what means nothing any more ------------------------------------------------------------------------------


def test_a_filter_nobody_knows_becomes_a_sentence(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    SaringanTersimpan.objects.create(
        akun=Akun.objects.get(pegawai=pemeran.pengelola_instansi), daftar="pegawai.pegawai", nama="Lama",
        kueri="agama__exact=islam",
    )  # fmt: skip
    jawab = klien.get(f"{DAFTAR}?agama__exact=islam", follow=True)
    assert jawab.status_code == 200
    assert "tidak dikenali lagi" in jawab.content.decode()


@pytest.mark.parametrize("kueri", ["penilai=dihapus", "unit=ZZZZ", "akun=lama", "jenis__exact=tiada"])
def test_a_choice_that_is_gone_is_said_and_breaks_nothing(kueri, pemeran, masuk):
    jawab = masuk(pemeran.pengelola_instansi).get(f"{DAFTAR}?{kueri}")
    assert jawab.status_code == 200
    assert "tidak ada lagi" in jawab.content.decode()


def test_a_choice_that_is_there_is_not_complained_about(pemeran, masuk):
    unit = UnitKerja.objects.get(singkatan="Dishub")
    for kueri in ("penilai=belum", f"unit={unit.path}", "akun=belum", "jenis__exact=pns", "q=ratna", ""):
        assert (
            "tidak ada lagi"
            not in masuk(pemeran.pengelola_instansi).get(f"{DAFTAR}?{kueri}").content.decode()
        )


def test_two_at_once_make_one_default(pemeran):
    akun = Akun.objects.get(pegawai=pemeran.auditor)
    for n in ("a", "b", "a"):
        simpan(akun=akun, daftar="x", nama=n, kueri="k=1", bawaan=True, dibagikan=False)
    assert SaringanTersimpan.objects.get(bawaan=True).nama == "a"


@pytest.mark.parametrize("model", [SKP, Siklus, Akun])
def test_every_list_keeps_filters(model, pemeran, masuk, siklus):
    klien = masuk(pemeran.pengelola_instansi)
    jawab = kirim(klien, model, nama="Satu", kueri="q=ratna" if model is not Siklus else "")
    assert jawab.status_code == 200
    satu = SaringanTersimpan.objects.get()
    assert satu.daftar == model._meta.label_lower
    jawab = klien.post(f"{alamat(model, 'saringan')}{satu.pk}/", {"nama": "Dua"}, follow=True)
    assert "Saringan “Dua” diperbarui." in jawab.content.decode()
