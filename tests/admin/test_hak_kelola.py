"""The right to manage: taken up with the password, for a time; without it the admin is read, not changed."""

import html
import re
from uuid import uuid4

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from akses.hak_kelola import KUNCI, SANDI
from akses.models import Akun, PenugasanPeran
from inti.models import HariLibur
from pegawai.models import BerkasImpor, Jabatan, Pegawai
from tests.admin.bantuan import alamat
from tests.pemeran import SANDI as SANDI_BENAR
from tests.pemeran import buka_hak

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
LIBUR = {"tanggal": "17-08-2027", "nama": "Kemerdekaan “RI” & <lain>", "jenis": "libur_nasional"}


@pytest.fixture(autouse=True)
def _tanpa_hitungan(settings):
    """Rate limits start at nought in every test, also while other workers share the server."""
    settings.CACHES = {"default": {**settings.CACHES["default"], "KEY_PREFIX": uuid4().hex}}


def titipan(jawab):
    """The hidden fields of the page that asks for the password, as a browser sends them back."""
    utama = jawab.content.decode().partition("<main")[2]
    isi = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', utama)
    return {nama: html.unescape(nilai) for nama, nilai in isi if nama != "csrfmiddlewaretoken"}


def test_without_the_right_everything_is_read_and_nothing_changed(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi, hak=False)
    jawab = klien.get(alamat(Pegawai, "change", pemeran.ratna.pk))
    assert jawab.status_code == 200
    assert "nik" not in jawab.context["adminform"].form.fields
    assert "Ambil hak kelola" in jawab.content.decode()
    for tujuan, isian in (
        (alamat(HariLibur, "add"), LIBUR),
        (alamat(Pegawai, "change", pemeran.ratna.pk), {"nama": "X"}),
        (alamat(Jabatan, "delete", Jabatan.objects.first().pk), {"post": "yes"}),
        (
            alamat(Pegawai, "changelist"),
            {"action": "atur_ulang_sandi", "_selected_action": str(pemeran.ratna.pk)},
        ),
    ):
        jawab = klien.post(tujuan, isian)
        assert jawab.status_code == 403, tujuan
        assert "tulis sandi Anda sekali lagi" in jawab.content.decode(), tujuan
    assert not HariLibur.objects.exists()
    assert klien.get(alamat(BerkasImpor, "add")).status_code == 403  # a file could not wait for a password


def test_what_was_typed_goes_on_once_the_password_fits(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi, hak=False)
    tanya = klien.post(alamat(HariLibur, "add"), LIBUR)
    assert titipan(tanya) == LIBUR
    salah = klien.post(alamat(HariLibur, "add"), titipan(tanya) | {SANDI: "bukan-ini-sandinya"})
    assert "Sandi tidak cocok" in salah.content.decode()
    assert titipan(salah) == LIBUR
    assert not HariLibur.objects.exists()
    benar = klien.post(alamat(HariLibur, "add"), titipan(salah) | {SANDI: SANDI_BENAR})
    assert benar.status_code == 302
    assert HariLibur.objects.get().nama == LIBUR["nama"]
    assert SANDI_BENAR not in salah.content.decode()
    assert klien.get(alamat(BerkasImpor, "add")).status_code == 200


def test_private_data_the_page_did_not_show_stay_when_it_is_sent_on(pemeran, masuk):
    """Typed without the right, sent on with it: the fields of the private data were not on the page."""
    ratna = pemeran.ratna
    Pegawai.objects.filter(pk=ratna.pk).update(nik="7371010101850001", alamat="Jalan Kenanga 5")
    klien = masuk(pemeran.pengelola_opd, hak=False)
    isian = {
        "nip": ratna.nip, "nama": "Ratna Wulan", "jenis": "pns", "jenis_kelamin": "P", "kedudukan_hukum": "01",
        "tanggal_lahir": "12-03-1985", "penempatan-TOTAL_FORMS": "0", "penempatan-INITIAL_FORMS": "0",
        "atasan_khusus-TOTAL_FORMS": "0", "atasan_khusus-INITIAL_FORMS": "0",
        "keadaan-TOTAL_FORMS": "0", "keadaan-INITIAL_FORMS": "0",
        "riwayat_pangkat-TOTAL_FORMS": "0", "riwayat_pangkat-INITIAL_FORMS": "0",
    }  # fmt: skip
    jawab = klien.post(alamat(Pegawai, "change", ratna.pk), isian | {SANDI: SANDI_BENAR})
    assert jawab.status_code == 302, jawab.context["adminform"].form.errors
    ratna.refresh_from_db()
    assert (ratna.nama, ratna.nik, ratna.alamat) == ("Ratna Wulan", "7371010101850001", "Jalan Kenanga 5")


def test_the_right_is_taken_up_shown_ended_and_written_down(pemeran, masuk, settings):
    settings.HAK_KELOLA_DETIK = 600
    klien = masuk(pemeran.admin_sistem, hak=False)
    ke = alamat(PenugasanPeran, "changelist")
    tanya = klien.get(reverse("admin:hak_kelola"), {"lanjut": ke})
    assert tanya.status_code == 200
    assert "10 menit" in tanya.content.decode()
    jawab = klien.post(reverse("admin:hak_kelola"), {"lanjut": ke, SANDI: SANDI_BENAR})
    assert jawab["Location"] == ke
    assert "Hak kelola: 10 menit lagi" in klien.get(ke).content.decode()
    assert klien.post(reverse("admin:hak_kelola_akhiri"), {"lanjut": ke})["Location"] == ke
    assert "Ambil hak kelola" in klien.get(ke).content.decode()
    akun = Akun.objects.get(pegawai=pemeran.admin_sistem)
    catatan = (
        LogEntry.objects.filter(object_id=str(akun.pk))
        .order_by("pk")
        .values_list("change_message", flat=True)
    )
    assert list(catatan) == ["Hak kelola diambil", "Hak kelola diakhiri"]


def test_the_right_ends_by_itself(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi, hak=False)
    buka_hak(klien, detik=60)
    assert klien.post(alamat(HariLibur, "add"), LIBUR).status_code == 302
    buka_hak(klien, detik=-1)
    lain = LIBUR | {"tanggal": "18-08-2027"}
    assert klien.post(alamat(HariLibur, "add"), lain).status_code == 403
    assert HariLibur.objects.count() == 1


def test_the_key_of_the_session_changes_when_the_right_is_taken_up(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi, hak=False)
    lama = klien.cookies["sessionid"].value
    klien.post(reverse("admin:hak_kelola"), {SANDI: SANDI_BENAR})
    assert klien.cookies["sessionid"].value != lama
    assert klien.session[KUNCI]


def test_guessing_the_password_is_limited(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi, hak=False)
    for _ in range(5):
        klien.post(reverse("admin:hak_kelola"), {SANDI: "bukan-ini-sandinya"})
    jawab = klien.post(reverse("admin:hak_kelola"), {SANDI: SANDI_BENAR})
    assert "Terlalu banyak percobaan" in jawab.content.decode()
    assert KUNCI not in klien.session


@pytest.mark.parametrize("lanjut", ["https://jahat.example/admin/", "//jahat.example", "/sasaran/", ""])
def test_after_the_password_the_way_leads_into_the_admin_only(lanjut, pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi, hak=False)
    jawab = klien.post(reverse("admin:hak_kelola"), {SANDI: SANDI_BENAR, "lanjut": lanjut})
    assert jawab["Location"] == reverse("admin:index")


def test_who_has_no_such_powers_is_not_asked(pemeran, masuk, client):
    auditor = masuk(pemeran.auditor, hak=False)
    assert "Ambil hak kelola" not in auditor.get(reverse("admin:index")).content.decode()
    assert "nik" in str(
        auditor.get(alamat(Pegawai, "change", pemeran.ratna.pk)).context["adminform"].fieldsets
    )
    assert auditor.post(alamat(HariLibur, "add"), LIBUR).status_code == 403
    assert auditor.get(reverse("admin:hak_kelola"))["Location"] == reverse("admin:index")
    Akun.objects.create_superuser("pemasang", "", SANDI_BENAR, wajib_ganti_sandi=False)
    client.force_login(
        Akun.objects.get(username="pemasang"), backend="django.contrib.auth.backends.ModelBackend"
    )
    jawab = client.post(alamat(Jabatan, "add"), {"nama": "X", "jenis": "pelaksana"})
    assert "tulis sandi Anda" in jawab.content.decode()
