"""The page on which the assessor writes what he expects in particular, and where it is read."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from sasaran.models import EkspektasiKhusus
from sasaran.services.ekspektasi import tetapkan_ekspektasi

TENANG = "Tetap tenang saat antrean panjang."


@pytest.fixture(autouse=True)
def _maret():
    with time_machine.travel(datetime(2026, 3, 2, 2, 0, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def skp(pemeran, buat_skp):
    return buat_skp(pemeran.ratna)


@pytest.fixture
def alamat(skp):
    return reverse("sasaran:ekspektasi", args=[skp.pk])


def test_the_assessor_writes_and_everyone_who_reads_the_plan_reads_it(skp, alamat, pemeran, masuk):
    budi = masuk(pemeran.kabid)
    halaman = budi.get(alamat).content.decode()
    assert "Ramah, cekatan, solutif, dan dapat diandalkan" in halaman  # the official guides stand beside it
    jawaban = budi.post(alamat, {"berorientasi_pelayanan": TENANG, "loyal": ""}, follow=True)
    assert jawaban.redirect_chain == [(f"{reverse('sasaran:lihat', args=[skp.pk])}#perilaku", 302)]
    assert "Ekspektasi untuk 1 nilai tersimpan dan dikabarkan kepada Ratna" in jawaban.content.decode()
    for orang in (pemeran.ratna, pemeran.kabid, pemeran.kadis, pemeran.auditor):
        isi = masuk(orang).get(reverse("sasaran:lihat", args=[skp.pk])).content.decode()
        assert TENANG in isi
        assert "Ekspektasi khusus Budi Santoso, sejak 2 Maret 2026" in isi
        assert (alamat in isi) is (orang == pemeran.kabid)


def test_the_form_comes_back_filled_and_a_change_keeps_the_old_text_readable(skp, alamat, pemeran, masuk):
    budi = masuk(pemeran.kabid)
    budi.post(alamat, {"loyal": "Jaga data warga."})
    assert "Jaga data warga.</textarea>" in budi.get(alamat).content.decode()
    budi.post(alamat, {"loyal": "Jaga data warga, juga di rumah."})
    isi = masuk(pemeran.ratna).get(reverse("sasaran:lihat", args=[skp.pk])).content.decode()
    assert "juga di rumah" in isi
    assert isi.index("Ekspektasi sebelumnya") < isi.index("Jaga data warga. <span")
    jawaban = budi.post(alamat, {"loyal": "Jaga data warga, juga di rumah."}, follow=True)
    assert "Tidak ada yang berubah" in jawaban.content.decode()


def test_too_long_a_text_is_told_at_its_field_and_nothing_is_lost(skp, alamat, pemeran, masuk):
    panjang = "a" * 1001
    jawaban = masuk(pemeran.kabid).post(alamat, {"loyal": panjang, "adaptif": "Coba cara baru."})
    assert jawaban.status_code == 422
    isi = jawaban.content.decode()
    assert panjang in isi
    assert "Coba cara baru." in isi
    assert 'aria-invalid="true"' in isi
    assert not EkspektasiKhusus.objects.exists()


def test_after_the_year_the_page_leads_back_with_a_reason(skp, alamat, pemeran, masuk):
    with time_machine.travel(datetime(2027, 1, 4, 2, 0, tzinfo=UTC), tick=False):
        budi = masuk(pemeran.kabid)
        for lakukan in (lambda: budi.get(alamat, follow=True), lambda: budi.post(alamat, {}, follow=True)):
            isi = lakukan().content.decode()
            assert "Masa SKP ini sudah berakhir" in isi
            assert alamat not in isi  # and the plan does not offer it


@pytest.mark.parametrize(
    ("siapa", "kode"),
    [("ratna", 403), ("kadis", 403), ("auditor", 403), ("pimpinan", 403), ("rudi", 404), ("sari", 404)],
)
def test_readers_may_not_write_and_strangers_learn_nothing(alamat, pemeran, masuk, siapa, kode):
    klien = masuk(getattr(pemeran, siapa))
    assert klien.get(alamat).status_code == kode
    assert klien.post(alamat, {"loyal": "x"}).status_code == kode
    assert not EkspektasiKhusus.objects.exists()


def test_while_a_plan_is_written_its_owner_reads_what_is_expected(pemeran, buat_skp, masuk):
    draf = buat_skp(pemeran.ratna, "draf")
    ke_susun = reverse("sasaran:susun", args=[draf.pk])
    assert "Ekspektasi khusus pimpinan" not in masuk(pemeran.ratna).get(ke_susun).content.decode()
    tetapkan_ekspektasi(skp=draf, oleh=pemeran.kabid, isian={"loyal": "Jaga data warga."})
    isi = masuk(pemeran.ratna).get(ke_susun).content.decode()
    assert isi.count("Jaga data warga.") == 1
    assert "Ekspektasi khusus pimpinan" in isi
