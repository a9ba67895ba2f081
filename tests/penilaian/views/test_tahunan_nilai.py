"""The assessor's page of the year: draft, conflict, what is missing, signing, handing over."""

import uuid

import pytest
from django.urls import reverse

from penilaian.models import EvaluasiTahunan
from tests.penilaian.tahun import draf, tanda_tangan

BATAS_KUERI = 15


def alamat(e, nama="tahunan-nilai"):
    """The address of a page of this evaluation."""
    return reverse(f"penilaian:{nama}", args=[e.pk])


@pytest.fixture
def kabid(masuk, pemeran):
    """The assessor, logged in."""
    return masuk(pemeran.kabid)


def isian(**ganti):
    """What the page sends."""
    return {
        "kunci": str(uuid.UUID(int=3)), "versi": "", "rating_hasil": "2", "rating_perilaku": "2",
        "alasan_hasil": "a", "alasan_perilaku": "a", "catatan": "Pertahankan.", **ganti,
    }  # fmt: skip


def test_the_page_shows_the_whole_year_in_a_fixed_number_of_queries(
    tahunan, kabid, django_assert_max_num_queries
):
    with django_assert_max_num_queries(BATAS_KUERI):
        isi = kabid.get(alamat(tahunan)).content.decode()
    for kata in ("Perjalanan setahun", "Desa terlayani", "Keputusan Anda", "Capaian kinerja organisasi"):
        assert kata in isi


def test_autosave_keeps_the_draft_and_tells_the_time(tahunan, kabid):
    jawab = kabid.post(alamat(tahunan), isian(rating_hasil="1"), headers={"X-Autosimpan": "1"})
    assert (jawab.status_code, jawab.headers["X-Tersimpan"]) == (204, "10.00 WIB")
    assert EvaluasiTahunan.objects.get().rating_hasil == 1


def test_another_tab_is_noticed_and_nothing_typed_is_lost(tahunan, kabid):
    draf(tahunan)
    jawab = kabid.post(alamat(tahunan), isian(catatan="Ketikan saya"))
    assert jawab.status_code == 409
    assert "Ketikan saya" in jawab.content.decode()
    assert "tab atau perangkat lain" in jawab.content.decode()


def test_signing_says_what_is_missing_and_then_works(tahunan, kabid):
    kurang = kabid.post(alamat(tahunan), isian(rating_hasil="", aksi="tandatangani"))
    assert kurang.status_code == 422
    assert "Pilih rating hasil kerja" in kurang.content.decode()
    jawab = kabid.post(alamat(tahunan), isian(aksi="tandatangani"))
    assert jawab.url == reverse("penilaian:tim-tahunan")
    assert EvaluasiTahunan.objects.get().status == "ditandatangani"
    assert kabid.get(alamat(tahunan)).url == alamat(tahunan, "tahunan-hasil")


def test_the_preview_names_the_cell_and_writes_nothing(tahunan, kabid):
    isi = kabid.post(alamat(tahunan, "tahunan-pratinjau"), isian(rating_hasil="1", rating_perilaku="1"))
    assert "Sangat Baik" in isi.content.decode()
    assert EvaluasiTahunan.objects.get().rating_hasil is None


def test_the_signer_hands_over_or_takes_back(tahunan, kabid):
    tanda_tangan(tahunan)
    kabid.post(alamat(tahunan, "tahunan-tarik"))
    assert EvaluasiTahunan.objects.get().status == "terbuka"
    tanda_tangan(EvaluasiTahunan.objects.get())
    kabid.post(alamat(tahunan, "tahunan-sampaikan"))
    assert EvaluasiTahunan.objects.get().status == "disampaikan"
    kabid.post(alamat(tahunan, "tahunan-sampaikan"))  # a second click says so and changes nothing
    assert EvaluasiTahunan.objects.get().riwayat.filter(aksi="sampaikan").count() == 1


def test_after_the_window_the_page_is_the_superiors(tahunan, pemeran, kabid, masuk):
    EvaluasiTahunan.objects.update(status="menunggu_atasan", jalur="terlambat", final=True)
    assert kabid.get(alamat(tahunan)).status_code == 403
    atasan = masuk(pemeran.kadis)
    assert "D.1.2" in atasan.get(alamat(tahunan)).content.decode()
    atasan.post(alamat(tahunan), isian(aksi="tandatangani"))
    assert EvaluasiTahunan.objects.get().ditandatangani_oleh == pemeran.kadis
