"""The dashboard in a real browser: a leader goes from a number to the people behind it."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from pegawai.models import UnitKerja
from penilaian.models import CapaianOrganisasi, EvaluasiPeriodik
from tests.pemeran import buka_periode
from tests.peramban import UKURAN, periksa_halaman

pytestmark = pytest.mark.peramban


@pytest.fixture
def kabupaten(pemeran, siklus, buat_skp) -> UnitKerja:
    """Eleven people with their results of the first and, but for one, of the second quarter."""
    for nomor in (1, 2):
        periode = buka_periode(siklus.periode.get(nomor=nomor))
        for nama, orang in pemeran.items():
            if nama == "bupati" or (nomor == 2 and nama == "ratna"):
                continue
            skp = orang.skp.first() or buat_skp(orang, isi=False)
            EvaluasiPeriodik.objects.create(
                skp=skp, periode=periode, pegawai=orang, unit=skp.unit, penilai=skp.penilai,
                atasan_penilai=skp.atasan_penilai, status="disampaikan", rating_hasil=2, rating_perilaku=2,
                predikat=2, disampaikan_pada=timezone.now(),
            )  # fmt: skip
    CapaianOrganisasi.objects.create(
        siklus=siklus, periode=periode, unit=UnitKerja.objects.get(singkatan="Disdukcapil"),
        kepala=pemeran.kadis, penetap=pemeran.bupati,
    )  # fmt: skip
    return UnitKerja.objects.get(depth=1)


@pytest.mark.parametrize("warna", ["light", "dark"])
@pytest.mark.parametrize("ukuran", UKURAN)
def test_every_page_of_the_dashboard_is_accessible_and_fits(buka, masuk, pemeran, kabupaten, ukuran, warna):
    sesi = masuk(pemeran.bupati).cookies["sessionid"].value
    halaman_halaman = {
        "unit": f"/dasbor/{kabupaten.pk}/",
        "daftar": f"/dasbor/{kabupaten.pk}/daftar/?tahap=selesai",
        "keputusan": f"/dasbor/{kabupaten.pk}/keputusan/label/",
    }
    for nama, alamat in halaman_halaman.items():
        halaman = buka(alamat, ukuran, warna, sesi)
        periksa_halaman(halaman, f"dasbor-{nama}-{ukuran}-{warna}")
        halaman.close()


@pytest.mark.parametrize("ukuran", UKURAN)
def test_from_a_number_to_the_people_and_from_the_whole_to_a_part(buka, masuk, pemeran, kabupaten, ukuran):
    halaman = buka("/dasbor/", ukuran, sesi=masuk(pemeran.bupati).cookies["sessionid"].value)
    expect(halaman.get_by_text("11 dari 11 hasil sudah disampaikan")).to_be_visible()
    halaman.get_by_role("region", name="Kemajuan").get_by_role("link", name="11", exact=True).click()
    expect(halaman.get_by_text("11 orang")).to_be_visible()
    expect(halaman.get_by_role("rowheader")).to_have_count(11)
    halaman.get_by_role("link", name="Dasbor Pemerintah").first.click()
    halaman.get_by_role("region", name="Kemajuan").get_by_role("link", name="Disdukcapil").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Dinas Kependudukan dan Pencatatan Sipil")
    halaman.get_by_label("Periode").select_option(label="Triwulan I 2026")
    halaman.get_by_role("button", name="Tampilkan").click()
    expect(halaman.get_by_text("5 dari 5 hasil sudah disampaikan")).to_be_visible()
    halaman.get_by_role("link", name="Pemerintah Kabupaten").first.click()
    expect(halaman.get_by_text("12 dari 12 hasil sudah disampaikan")).to_be_visible()
