"""What makes the admin comfortable, in a real browser: the first page, saved filters, what an action will do, terms."""

import pytest
from django.template import engines
from django.urls import reverse

from akses.models import Akun, SaringanTersimpan
from pegawai.models import Pegawai, Penempatan
from penilaian.models import EvaluasiPeriodik
from tests.admin.bantuan import alamat
from tests.pemeran import buka_periode
from tests.peramban import periksa_halaman

pytestmark = [
    pytest.mark.peramban,
    pytest.mark.django_db(transaction=True),
    pytest.mark.ignore_template_errors,
]
RUPA = [("meja", "light"), ("ponsel", "dark")]


@pytest.fixture
def sesi(pemeran, masuk, siklus, buat_skp, monkeypatch):
    """HR of the government on a day in the fourth quarter; somebody has no assessor."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    periode = buka_periode(siklus.periode.get(nomor=4))
    for orang in (pemeran.ratna, pemeran.rudi):
        skp = buat_skp(orang)
        EvaluasiPeriodik.objects.create(
            skp=skp, periode=periode, pegawai=orang, unit=skp.unit, penilai=skp.penilai
        )
    return masuk(pemeran.pengelola_instansi).cookies["sessionid"].value


@pytest.mark.parametrize(("ukuran", "warna"), RUPA)
def test_the_first_page_leads_down_the_tree_and_to_the_lists(ukuran, warna, sesi, buka):
    halaman = buka(reverse("admin:index"), ukuran, warna, sesi)
    assert halaman.locator(".k-hal li").count() > 0
    periksa_halaman(halaman, f"admin-papan-{ukuran}")
    halaman.get_by_role("link", name="Disdukcapil", exact=True).click()
    halaman.locator(".k-remah").get_by_text("Disdukcapil").wait_for()
    periksa_halaman(halaman, f"admin-papan-unit-{ukuran}")
    halaman.locator(".k-hal a").first.click()
    halaman.wait_for_url("**/admin/*/*/**")
    halaman.locator("h1").wait_for()


@pytest.mark.parametrize(("ukuran", "warna"), RUPA)
def test_a_filter_is_kept_and_found_as_a_chip(ukuran, warna, sesi, buka):
    halaman = buka(alamat(Pegawai, "changelist") + "?jenis__exact=pns", ukuran, warna, sesi)
    halaman.locator(".k-atur summary").click()
    halaman.fill("#k-nama-saringan", "PNS saja")
    periksa_halaman(halaman, f"admin-saringan-{ukuran}")
    halaman.get_by_role("button", name="Simpan", exact=True).click()
    keping = halaman.locator(".k-keping")
    keping.get_by_role("link", name="PNS saja").wait_for()
    halaman.locator(".k-atur summary").click()
    periksa_halaman(halaman, f"admin-saringan-tersimpan-{ukuran}")
    assert SaringanTersimpan.objects.get().kueri == "jenis__exact=pns"
    if ukuran == "meja":  # on a phone each cell says its heading
        halaman.locator(".k-istilah summary").first.click()
        periksa_halaman(halaman, "admin-istilah")


def test_an_action_without_a_script_says_what_it_does_and_does_it(sesi, pemeran, buka):
    halaman = buka(alamat(Pegawai, "changelist"), "ponsel", "light", sesi, skrip=False)
    halaman.select_option("#k-aksi", "nonaktifkan")
    for orang in (pemeran.ratna, pemeran.sari):
        halaman.check(f"input.action-select[value='{orang.pk}']")
    halaman.get_by_role("button", name="Lanjut").click()
    assert "2 berubah" in " ".join(halaman.locator(".k-rencana-ya").inner_text().split())
    halaman.get_by_role("button", name="Nonaktifkan akun").click()
    halaman.get_by_text("2 akun dinonaktifkan.").wait_for()
    assert Akun.objects.filter(is_active=False).count() == 2


@pytest.mark.parametrize(("ukuran", "warna"), RUPA)
def test_a_transfer_of_many_is_checked_first(ukuran, warna, sesi, pemeran, buka):
    halaman = buka(alamat(Pegawai, "changelist"), ukuran, warna, sesi)
    halaman.select_option("#k-aksi", "mutasi_massal")
    for orang in (pemeran.ratna, pemeran.kabid):
        halaman.check(f"input.action-select[value='{orang.pk}']")
    halaman.get_by_role("button", name="Lanjut").click()
    halaman.locator("#id_unit + .select2 .select2-selection").click()
    halaman.fill(".select2-search__field", "Perhubungan")
    halaman.locator(".select2-results__option", has_text="Perhubungan").first.click()
    halaman.fill("[name=mulai]", "2026-03-01")
    halaman.fill("[name=dasar]", "SK 800/7")
    halaman.get_by_role("button", name="Periksa dahulu").click()
    halaman.locator("#k-rencana").wait_for()
    periksa_halaman(halaman, f"admin-aksi-{ukuran}")
    halaman.get_by_role("button", name="Mutasi ke unit lain").click()
    halaman.get_by_text("1 orang pindah").wait_for()
    assert Penempatan.objects.get(pegawai=pemeran.ratna, mulai="2026-03-01").unit.singkatan == "Dishub"
