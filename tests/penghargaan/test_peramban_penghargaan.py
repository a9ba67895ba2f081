"""In a real browser, on a phone and on a desktop: from the list of candidates to the certificate."""

import pytest

from penghargaan.models import UsulanPenghargaan
from tests.penghargaan.bahan import ISI, NOMOR, calon
from tests.peramban import periksa_halaman

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("ukuran", ["ponsel", "meja"])
def test_from_candidate_to_certificate(pemeran, siklus, masuk, buka, ukuran):
    calon(pemeran.ratna, siklus)

    def sebagai(orang, alamat):
        return buka(alamat, ukuran, sesi=masuk(orang).cookies["sessionid"].value)

    h = sebagai(pemeran.kabid, "/penghargaan/kandidat/")
    periksa_halaman(h, f"kandidat-{ukuran}")
    h.get_by_role("link", name="Baca alasan").click()
    h.get_by_label("Diberikan untuk").fill(ISI["untuk"])
    h.get_by_label("Alasan mengusulkan").fill(ISI["alasan"])
    h.get_by_label("Tidak ada", exact=True).check()
    periksa_halaman(h, f"usulkan-{ukuran}")
    h.get_by_role("button", name="Usulkan").click()
    h.wait_for_url("**/penghargaan/usulan/**")
    satu = UsulanPenghargaan.objects.get()

    h = sebagai(pemeran.pengelola_instansi, f"/penghargaan/usulan/{satu.pk}/")
    periksa_halaman(h, f"periksa-{ukuran}")
    h.get_by_role("button", name="Teruskan ke pimpinan").click()
    h.get_by_text("Menunggu keputusan").wait_for()

    h = sebagai(pemeran.pimpinan, f"/penghargaan/usulan/{satu.pk}/")
    h.get_by_label("Nomor keputusan").fill(NOMOR)
    h.get_by_role("button", name="Berikan penghargaan").click()
    h.get_by_role("link", name="Piagam (PDF)").wait_for()

    h = sebagai(pemeran.ratna, "/penghargaan/")
    h.get_by_role("link", name="Pegawai teladan").click()
    periksa_halaman(h, f"penerima-{ukuran}")
    pdf = h.request.get(f"/penghargaan/usulan/{satu.pk}/piagam/")
    assert pdf.body()[:4] == b"%PDF"
    kode = h.locator("a[href*='/verifikasi/']").first.get_attribute("href")
    assert h.request.get("/verifikasi/" + kode.rstrip("/").rsplit("/", 1)[-1] + "/").ok
    h.get_by_role("button", name="Jangan umumkan").click()
    h.get_by_text("tidak diumumkan").first.wait_for()
