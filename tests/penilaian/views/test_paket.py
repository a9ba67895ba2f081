"""The way of a ZIP in the browser: ask, watch, take along."""

import pytest
from django.urls import reverse

from penilaian.models import PaketDokumen
from penilaian.services.paket import kerjakan_menunggu
from tests.penilaian.contoh_dokumen import buat_tahunan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def test_from_asking_to_the_file(pemeran, buat_skp, siklus, masuk):
    buat_tahunan(buat_skp(pemeran.ratna))
    klien = masuk(pemeran.kadis)
    halaman = klien.get(reverse("penilaian:paket")).content.decode()
    assert "Bidang Pencatatan Sipil" in halaman
    assert "Dinas Perhubungan" not in halaman
    minta = {"unit": pemeran.kadis.atasan.unit_id, "masa": f"tahun-{siklus.pk}"}
    jawaban = klien.post(reverse("penilaian:paket"), minta)
    paket = PaketDokumen.objects.get()
    assert jawaban["Location"] == reverse("penilaian:paket_rinci", args=[paket.pk])
    menunggu = klien.get(jawaban["Location"]).content.decode()
    assert 'hx-trigger="every 3s"' in menunggu
    assert "Lihat keadaan terbaru" in menunggu  # the way without JavaScript
    assert klien.get(reverse("penilaian:paket_unduh", args=[paket.pk])).status_code == 404
    kerjakan_menunggu()
    potongan = klien.get(jawaban["Location"], headers={"HX-Request": "true"}).content.decode()
    assert potongan.lstrip().startswith('<div id="keadaan"')
    assert "hx-trigger" not in potongan  # it stops asking
    berkas = klien.get(reverse("penilaian:paket_unduh", args=[paket.pk]))
    assert b"".join(berkas.streaming_content)[:2] == b"PK"
    assert "attachment" in berkas["Content-Disposition"]
    assert "sandbox" in berkas["Content-Security-Policy"]


def test_a_unit_that_is_not_his_and_nonsense_are_refused_at_the_field(pemeran, buat_skp, siklus, masuk):
    klien = masuk(pemeran.kadis)
    for isi in (
        {"unit": pemeran.rudi.atasan.unit_id, "masa": f"tahun-{siklus.pk}"},
        {"unit": "x", "masa": "y"},
        {},
    ):
        jawaban = klien.post(reverse("penilaian:paket"), isi)
        assert jawaban.status_code == 422
    kosong = klien.post(
        reverse("penilaian:paket"), {"unit": pemeran.kadis.atasan.unit_id, "masa": f"tahun-{siklus.pk}"}
    )
    assert "Belum ada hasil" in kosong.content.decode()
    assert not PaketDokumen.objects.exists()


def test_a_failed_one_is_asked_for_again(pemeran, buat_skp, siklus, masuk):
    buat_tahunan(buat_skp(pemeran.ratna))
    unit = pemeran.kadis.atasan.unit
    gagal = PaketDokumen.objects.create(unit=unit, siklus=siklus, diminta_oleh=pemeran.kadis, status="gagal")
    klien = masuk(pemeran.kadis)
    assert "Minta lagi" in klien.get(reverse("penilaian:paket_rinci", args=[gagal.pk])).content.decode()
    jawaban = klien.post(reverse("penilaian:paket_ulang", args=[gagal.pk]))
    assert str(gagal.pk) not in jawaban["Location"]
    assert PaketDokumen.objects.filter(status="menunggu").count() == 1
