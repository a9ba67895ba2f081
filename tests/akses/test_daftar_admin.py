"""Lists and records of the web admin as their reader meets them."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.contrib import admin
from django.urls import reverse

from akses.models import Akun
from akses.templatetags.daftar_admin import tulis
from kinerja.situs_admin import TERBUKA_SEMUA, tulis_rak
from kinerja.unfold import RAK
from layanan.models import Layanan
from penghargaan.models import KebijakanBonus
from penilaian.admin_tahunan import BarisRiwayatTahunan
from penilaian.models import EvaluasiTahunan
from sasaran.models import Periode
from tests.admin.bantuan import alamat

pytestmark = pytest.mark.ignore_template_errors
SEMUA = tuple(s.model for _judul, baris in RAK for s in baris)


@pytest.mark.parametrize(
    ("nilai", "terbaca"),
    [
        (Decimal("12.50"), "12,5"),
        (Decimal("1250000"), "1.250.000"),
        (None, "–"),
        (True, "Ya"),
        ("<b>", "&lt;b&gt;"),
    ],
)
def test_a_value_is_written_the_indonesian_way(nilai, terbaca):
    assert tulis(nilai) == terbaca


@pytest.fixture
def kantor(pemeran, masuk):
    return masuk(pemeran.pengelola_instansi)


def test_a_status_is_a_label_in_its_colour_and_the_table_has_a_name(kantor, siklus):
    html = kantor.get(alamat(Periode, "changelist")).content.decode()
    assert '<span class="k-chip k-' in html
    assert '<caption class="k-hanya-pembaca">Periode</caption>' in html


def test_amounts_stand_at_the_right_and_one_row_is_not_a_range(kantor, db):
    KebijakanBonus.objects.all().delete()
    KebijakanBonus.objects.create(
        nama="Bonus", mulai=date(2026, 1, 1), persen=Decimal("62.5"), dasar="Perbup 8/2026"
    )
    html = kantor.get(alamat(KebijakanBonus, "changelist")).content.decode()
    assert '<td class="k-kanan" data-label="Persen dari jumlah dasar">62,5</td>' in html
    assert "<span>Baris 1 dari 1</span>" in html


def test_decimals_are_typed_with_a_comma(kantor, pemeran):
    isi = {
        "unit": pemeran.ratna.atasan.unit_id, "kode": "UJI-01", "nama": "Uji", "batas_waktu": "2,5",
        "satuan_waktu": "hari", "biaya": "Gratis", "pengguna_setahun": "100", "aktif": "on",
    }  # fmt: skip
    jawaban = kantor.post(alamat(Layanan, "add"), isi)
    assert jawaban.status_code == 302, jawaban.context["adminform"].form.errors
    satu = Layanan.objects.get(kode="UJI-01")
    assert satu.batas_waktu == Decimal("2.5")
    assert 'value="2,50"' in kantor.get(alamat(Layanan, "change", satu.pk)).content.decode()


@pytest.mark.parametrize(
    ("dari", "ke", "terbaca"),
    [
        ("terbuka", "ditandatangani", "Menunggu penilaian → Ditandatangani penilai"),
        ("", "terbuka", "Menunggu penilaian"),
        ("diterima", "diterima", "Tetap: Ditandatangani pegawai"),
    ],
)
def test_a_move_is_told_in_words(dari, ke, terbaca):
    baris = BarisRiwayatTahunan(EvaluasiTahunan, admin.site)
    assert baris.peralihan(SimpleNamespace(dari=dari, ke=ke)) == terbaca


def test_a_long_sidebar_is_folded_around_the_place_of_its_reader():
    html = tulis_rak(SEMUA, "penghargaan/sanksi", "id")
    assert html.count("<details") == len(RAK)
    terbuka = [bagian for bagian in html.split("<details")[1:] if bagian.startswith(" open")]
    assert len(terbuka) == 1
    assert 'aria-current="page"' in terbuka[0]
    assert tulis_rak(SEMUA, "", "id").count("<details open>") == 1  # the first page: the first group


def test_a_short_sidebar_shows_all_its_lines():
    html = tulis_rak(SEMUA[:TERBUKA_SEMUA], "", "id")
    assert html.count("<details open>") == html.count("<details") > 1


def test_the_admin_is_read_in_english_too(kantor):
    kantor.post(reverse("bahasa"), {"language": "en", "next": "/admin/"})
    html = kantor.get(reverse("admin:index")).content.decode()
    assert '<html lang="en"' in html
    assert '<button name="language" value="en" lang="en" aria-pressed="true">' in html


def test_an_account_is_called_by_its_person_and_its_language_is_chosen(kantor, pemeran):
    akun = pemeran.ratna.akun
    html = kantor.get(alamat(Akun, "change", akun.pk)).content.decode()
    assert f"<h1>{pemeran.ratna.nama} · {akun.username}</h1>" in " ".join(html.split())
    salah = kantor.post(alamat(Akun, "change", akun.pk), {"email": "", "bahasa": "xx", "is_active": "on"})
    assert "bahasa" in salah.context["adminform"].form.errors
    kantor.post(alamat(Akun, "change", akun.pk), {"email": "", "bahasa": "en", "is_active": "on"})
    akun.refresh_from_db()
    assert akun.bahasa == "en"
