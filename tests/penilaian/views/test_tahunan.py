"""The yearly result for the employee: reading with reasons, signing, refusing, no objection where it is final."""

import pytest
from django.urls import reverse

from penilaian.models import EvaluasiTahunan
from tests.penilaian.tahun import A, S, serah, tanda_tangan

BATAS_KUERI = 15


def alamat(e, nama="tahunan-hasil"):
    """The address of a page of this evaluation."""
    return reverse(f"penilaian:{nama}", args=[e.pk])


@pytest.fixture
def ratna(masuk, pemeran):
    """The employee, logged in."""
    return masuk(pemeran.ratna)


def test_before_delivery_the_employee_sees_where_it_stands_and_no_result(tahunan, ratna):
    tanda_tangan(tahunan, hasil=A)
    isi = ratna.get(alamat(tahunan)).content.decode()
    assert "menunggu disampaikan" in isi
    assert "Pertahankan" not in isi
    assert ratna.get(alamat(tahunan, "tahunan-mengapa")).status_code == 302


def test_the_employee_reads_reasons_and_clocks_with_their_count_and_signs(tahunan, ratna):
    serah(tahunan)
    halaman = ratna.get(alamat(tahunan))
    isi = halaman.content.decode()
    assert "14 hari kerja sejak 20 Januari 2027" in isi
    assert "Pertahankan." in isi
    assert "Ajukan keberatan" in isi
    assert 'href="#tanggapan"' in isi  # what is asked of her stands at the top of a long page
    jawab = ratna.post(alamat(tahunan, "tahunan-terima"), {"tanggapan": "Terima kasih"})
    assert jawab.url == alamat(tahunan)
    assert EvaluasiTahunan.objects.get().status == "diterima"


def test_refusing_without_a_reason_says_so_at_the_field_and_with_one_it_stands(tahunan, ratna):
    serah(tahunan)
    kosong = ratna.post(alamat(tahunan, "tahunan-tolak"), {"tanggapan": " "})
    assert kosong.status_code == 422
    assert "Tulis alasan Anda tidak bersedia" in kosong.content.decode()
    ratna.post(alamat(tahunan, "tahunan-tolak"), {"tanggapan": "Angka belum lengkap"})
    assert EvaluasiTahunan.objects.get().status == "ditolak"
    lagi = ratna.post(alamat(tahunan, "tahunan-terima"), {"tanggapan": ""})
    assert lagi.status_code == 409


def test_a_final_result_offers_no_objection_and_says_why(tahunan, pemeran, ratna):
    EvaluasiTahunan.objects.update(status="menunggu_atasan", jalur="terlambat", final=True)
    serah(tahunan, pemeran.kadis)
    isi = ratna.get(alamat(tahunan)).content.decode()
    assert "Ajukan keberatan" not in isi
    assert "final" in isi


def test_the_page_why_recomputes_the_result(tahunan, ratna):
    serah(tahunan, hasil=S, perilaku=A)
    isi = ratna.get(alamat(tahunan, "tahunan-mengapa")).content.decode()
    assert "Bidang Pencatatan Sipil" in isi
    assert "kesimpulan" in isi


def test_the_list_shows_ones_own_years_with_the_running_clock(tahunan, ratna):
    serah(tahunan)
    isi = ratna.get(reverse("penilaian:tahunan")).content.decode()
    assert "Pegawai menandatangani dokumen" in isi
    assert "Baik" in isi


def test_a_result_without_a_snapshot_is_shown_from_its_row(tahunan, ratna):
    serah(tahunan)
    EvaluasiTahunan.objects.update(rekaman=None)
    assert ratna.get(alamat(tahunan)).status_code == 200
    assert ratna.get(alamat(tahunan, "tahunan-mengapa")).status_code == 200


def test_how_many_colleagues_answered_is_for_the_person_and_his_superiors_only(
    tahunan, ratna, masuk, pemeran
):
    serah(tahunan)
    satu = EvaluasiTahunan.objects.get()
    EvaluasiTahunan.objects.update(rekaman=satu.rekaman | {"rekan": {"Triwulan I 2026": 5}})
    kata = "5 rekan kerja menjawab"
    assert kata in ratna.get(alamat(tahunan, "tahunan-mengapa")).content.decode()
    for orang, tampak in ((pemeran.kabid, True), (pemeran.auditor, False), (pemeran.pengelola_opd, False)):
        isi = masuk(orang).get(alamat(tahunan, "tahunan-mengapa")).content.decode()
        assert (kata in isi) is tampak


@pytest.mark.parametrize("siapa", ["ratna", "kabid", "kadis", "auditor"])
def test_the_result_takes_a_fixed_number_of_queries_for_everybody_who_reads_it(
    tahunan, pemeran, masuk, siapa, django_assert_max_num_queries
):
    serah(tahunan)
    klien = masuk(getattr(pemeran, siapa))
    catatan = 3 if siapa == "auditor" else 0  # that he looked is written down, in a savepoint
    with django_assert_max_num_queries(BATAS_KUERI + catatan):
        assert klien.get(alamat(tahunan)).status_code == 200
