"""Planning in a real browser: rows open and close in their place, and nothing typed is lost."""

import pytest
from playwright.sync_api import expect

from sasaran.models import SKP
from tests.peramban import UKURAN, periksa_halaman

pytestmark = pytest.mark.peramban


@pytest.fixture
def sesi(masuk):
    """`sesi(person)` → the session cookie of a logged-in browser."""
    return lambda orang: masuk(orang).cookies["sessionid"].value


@pytest.mark.parametrize("warna", ["light", "dark"])
@pytest.mark.parametrize("ukuran", UKURAN)
def test_every_page_of_planning_is_accessible_and_fits(buka, sesi, pemeran, buat_skp, ukuran, warna):
    draf, ajuan = buat_skp(pemeran.ratna, "dikembalikan"), buat_skp(pemeran.sari, "diajukan")
    iki = draf.rhk.first().indikator.first()
    ratna, kabid = sesi(pemeran.ratna), sesi(pemeran.kabid)
    halaman_halaman = {
        "daftar": (ratna, "/sasaran/"),
        "susun": (ratna, f"/sasaran/{draf.pk}/susun/"),
        "rhk": (ratna, f"/sasaran/{draf.pk}/rhk/"),
        "indikator": (ratna, f"/sasaran/indikator/{iki.pk}/"),
        "lihat": (kabid, f"/sasaran/{ajuan.pk}/"),
        "tim": (kabid, "/tim/"),
    }
    for nama, (kuki, alamat) in halaman_halaman.items():
        halaman = buka(alamat, ukuran, warna, kuki)
        periksa_halaman(halaman, f"sasaran-{nama}-{ukuran}-{warna}")
        halaman.close()


def test_a_plan_grows_row_by_row_on_a_phone_until_it_is_approved(buka, sesi, pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "draf", isi=False)
    halaman = buka(f"/sasaran/{skp.pk}/susun/", "ponsel", sesi=sesi(pemeran.ratna))
    halaman.get_by_role("link", name="Tambah hasil kerja").click()
    uraian = halaman.get_by_label("Hasil kerja", exact=True)
    expect(uraian).to_be_focused()
    uraian.fill("Arsip akta tertata")
    halaman.get_by_role("button", name="Simpan").click()
    kartu = halaman.get_by_role("region", name="Arsip akta tertata")
    expect(kartu).to_be_focused()

    kartu.get_by_role("link", name="Tambah indikator").click()
    halaman.get_by_label("Indikator", exact=True).fill("Berkas tertata")
    halaman.get_by_label("Target", exact=True).fill("0.9")
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.locator(".galat-ringkas")).to_be_focused()
    expect(halaman.get_by_label("Indikator", exact=True)).to_have_value("Berkas tertata")
    expect(halaman.get_by_label("Target", exact=True)).to_have_value("0.9")
    halaman.get_by_label("Target", exact=True).fill("1.200")
    halaman.get_by_label("Satuan").fill("berkas")
    halaman.get_by_role("radio", name="Kuantitas").check()
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.get_by_text("1.200 berkas")).to_be_visible()
    assert halaman.evaluate("Object.keys(localStorage).filter(k => k.startsWith('draf:'))") == []

    halaman.get_by_role("button", name="Ajukan").click()
    expect(halaman.get_by_text("SKP diajukan kepada Budi Santoso.")).to_be_visible()
    atasan = buka(f"/sasaran/{skp.pk}/", "ponsel", sesi=sesi(pemeran.kabid))
    atasan.get_by_role("button", name="Setujui").click()
    expect(atasan.get_by_text("SKP Ratna Wulandari disetujui.")).to_be_visible()
    assert SKP.objects.get(pk=skp.pk).status == "disetujui"


def test_what_is_typed_the_instant_a_refused_form_comes_back_is_kept(buka, sesi, pemeran, buat_skp):
    """No moment between the new form and its watchers, in which the older copy would overwrite the correction."""
    skp = buat_skp(pemeran.ratna, "draf")
    halaman = buka(f"/sasaran/{skp.pk}/susun/", "ponsel", sesi=sesi(pemeran.ratna))
    halaman.get_by_role("link", name="Tambah indikator").first.click()
    halaman.get_by_label("Indikator", exact=True).fill("Berkas tertata")
    halaman.get_by_label("Target", exact=True).fill("0.9")
    halaman.evaluate("""() => {
        document.addEventListener("htmx:afterSwap", () => {
            const target = document.getElementById("id_target");
            target.focus();
            target.value = "1.200";
            target.dispatchEvent(new Event("input", { bubbles: true }));
            setTimeout(() => { document.title = "tenang"; }, 200);
        });
    }""")
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman).to_have_title("tenang")
    expect(halaman.get_by_label("Target", exact=True)).to_have_value("1.200")
    expect(halaman.get_by_label("Indikator", exact=True)).to_have_value("Berkas tertata")


def test_what_was_typed_into_a_row_survives_a_lost_page(buka, sesi, pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "draf")
    halaman = buka(f"/sasaran/rhk/{skp.rhk.first().pk}/", sesi=sesi(pemeran.ratna))
    halaman.on("dialog", lambda d: d.accept())
    halaman.get_by_label("Hasil kerja", exact=True).fill("Akta kelahiran terbit hari itu juga")
    halaman.reload()
    expect(halaman.get_by_label("Hasil kerja", exact=True)).to_have_value(
        "Akta kelahiran terbit hari itu juga"
    )


def test_without_javascript_the_same_rows_are_written(chromium, live_server, sesi, pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "draf")
    konteks = chromium.new_context(viewport=UKURAN["ponsel"], java_script_enabled=False)
    kuki = {"name": "sessionid", "value": sesi(pemeran.ratna), "url": live_server.url}
    konteks.add_cookies([kuki])
    halaman = konteks.new_page()
    halaman.goto(f"{live_server.url}/sasaran/{skp.pk}/susun/")
    halaman.get_by_role("link", name="Tambah hasil kerja").click()
    halaman.get_by_label("Hasil kerja", exact=True).fill("Arsip akta tertata")
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.get_by_role("heading", name="Arsip akta tertata")).to_be_visible()
    konteks.close()
    assert skp.rhk.count() == 3
