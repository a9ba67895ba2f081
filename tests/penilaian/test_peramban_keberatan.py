"""An objection in a real browser, from the result to the decision: a phone, then a desktop, checked with axe."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from akses.models import Akun
from penilaian.models import EvaluasiPeriodik, Keberatan
from tests.pelaksanaan.bahan import gambar
from tests.pemeran import buka_periode
from tests.peramban import periksa_halaman

pytestmark = [pytest.mark.peramban, pytest.mark.ignore_template_errors]


@pytest.fixture
def evaluasi(pemeran, siklus, buat_skp, settings, tmp_path):
    """Ratna's first quarter, just delivered."""
    settings.MEDIA_ROOT = tmp_path
    skp = buat_skp(pemeran.ratna)
    return EvaluasiPeriodik.objects.create(
        skp=skp,
        periode=buka_periode(siklus.periode.get(nomor=1)),
        pegawai=skp.pegawai,
        unit=skp.unit,
        penilai=skp.penilai,
        atasan_penilai=skp.atasan_penilai,
        status="disampaikan",
        rating_hasil=2,
        rating_perilaku=2,
        predikat=2,
        disampaikan_pada=timezone.now(),
    )


@pytest.fixture
def sebagai(buka, client):
    """`sebagai(pegawai, alamat, ukuran, warna)` → the page, logged in."""

    def _buka(pegawai, alamat, ukuran, warna):
        client.force_login(
            Akun.objects.get(pegawai=pegawai), backend="django.contrib.auth.backends.ModelBackend"
        )
        return buka(alamat, ukuran, warna, client.cookies["sessionid"].value)

    return _buka


@pytest.mark.parametrize(("ukuran", "warna"), [("ponsel", "dark"), ("meja", "light")])
def test_from_writing_to_the_decision(evaluasi, pemeran, sebagai, ukuran, warna):
    h = sebagai(pemeran.ratna, reverse("penilaian:hasil", args=[evaluasi.pk]), ukuran, warna)
    h.get_by_role("link", name="Ajukan keberatan").click()
    periksa_halaman(h, f"keberatan-baru-{ukuran}")
    h.get_by_label("Alasan keberatan").fill("Empat desa belum dihitung.")
    h.locator("input[type=file]").set_input_files(
        {"name": "desa.png", "mimeType": "image/png", "buffer": gambar("PNG")}
    )
    h.get_by_role("button", name="Ajukan keberatan").click()
    expect(h.get_by_text("Anda akan diberi kabar")).to_be_visible()
    expect(h.get_by_role("link", name="desa.png")).to_be_visible()
    periksa_halaman(h, f"keberatan-pegawai-{ukuran}")
    alamat = reverse("penilaian:keberatan-rinci", args=[Keberatan.objects.get().pk])

    h = sebagai(pemeran.kabid, alamat, ukuran, warna)
    h.get_by_label("Penjelasan Anda").fill("Laporan desa masuk setelah batas penilaian.")
    periksa_halaman(h, f"keberatan-penilai-{ukuran}")
    h.get_by_role("button", name="Kirim penjelasan").click()
    expect(h.get_by_text("Penjelasan dikirim.")).to_be_visible()

    h = sebagai(pemeran.kadis, alamat, ukuran, warna)
    expect(h.get_by_text("Laporan desa masuk setelah batas penilaian.")).to_be_visible()
    h.get_by_role("group", name="Keputusan").get_by_role("radio", name="Ubah hasil").check()
    h.get_by_role("group", name="Hasil kerja menurut keputusan").get_by_role("radio", name="Di atas").check()
    h.get_by_role("group", name="Perilaku kerja menurut keputusan").get_by_role(
        "radio", name="Di atas"
    ).check()
    h.get_by_label("Pertimbangan").fill("Tanda terima menunjukkan laporan masuk tepat waktu.")
    periksa_halaman(h, f"keberatan-pemutus-{ukuran}")
    h.get_by_role("button", name="Putuskan keberatan").click()
    expect(h.get_by_text("Keputusan disimpan")).to_be_visible()

    h = sebagai(pemeran.ratna, reverse("penilaian:mengapa", args=[evaluasi.pk]), ukuran, warna)
    expect(h.get_by_text("Hasil ini diubah oleh keputusan atas keberatan.")).to_be_visible()
    expect(h.locator("#kesimpulan")).to_have_text(re.compile("Sangat Baik"))
    periksa_halaman(h, f"keberatan-mengapa-{ukuran}")
    h.goto(alamat)
    expect(h.get_by_text("Keputusan ini final.")).to_be_visible()
    h.goto(reverse("penilaian:keberatan"))
    expect(h.get_by_role("cell", name="Hasil diubah")).to_be_visible()
    periksa_halaman(h, f"keberatan-daftar-{ukuran}")
