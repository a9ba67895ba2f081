"""The calibration list: the whole team, signing many with a warning, handing over many."""

import re

import pytest
from django.urls import reverse

from penilaian.models import DistribusiPenilai, EvaluasiTahunan
from tests.penilaian.tahun import buat_tahunan, draf, tambah_anggota

ALAMAT, AKSI = reverse("penilaian:tim-tahunan"), reverse("penilaian:tim-tahunan-aksi")
BATAS_KUERI = 15


@pytest.fixture
def kabid(masuk, pemeran):
    """The assessor, logged in."""
    return masuk(pemeran.kabid)


def test_the_team_stands_side_by_side_in_a_fixed_number_of_queries(
    tahunan, kabid, django_assert_max_num_queries
):
    tambah_anggota(tahunan, 40)
    with django_assert_max_num_queries(BATAS_KUERI):
        isi = kabid.get(ALAMAT).content.decode()
    assert isi.count('name="pilih"') == 40
    assert "Ratna Wulandari" in isi
    assert "41 anggota tim" in isi


def test_signing_many_with_a_warned_distribution_needs_a_reason_once(tahunan, kabid):
    """Baik organisation, ten people all Sangat Baik (SE MenPANRB 3/2023): warned, asked, never blocked."""
    semua = [str(e.pk) for e in tambah_anggota(tahunan, 10)]
    data = {"tahun": "2026", "aksi": "tandatangani", "pilih": semua}
    tanpa = kabid.post(AKSI, data)
    assert tanpa.status_code == 422
    terpilih = re.findall(r'name="pilih"[^>]* checked', tanpa.content.decode())
    assert len(terpilih) == 10  # what was chosen stays chosen
    assert not EvaluasiTahunan.objects.filter(status="ditandatangani").exists()
    kabid.post(AKSI, {**data, "alasan": "Seluruh tim memenangkan inovasi tingkat nasional."})
    assert EvaluasiTahunan.objects.filter(status="ditandatangani").count() == 10
    assert DistribusiPenilai.objects.get().alasan.startswith("Seluruh tim")
    kabid.post(AKSI, {**data, "aksi": "sampaikan"})
    assert EvaluasiTahunan.objects.filter(status="disampaikan").count() == 10


def test_choosing_nobody_or_somebody_elses_is_refused(tahunan, kabid, pemeran, buat_skp):
    assert kabid.post(AKSI, {"tahun": "2026", "aksi": "tandatangani"}).status_code == 422
    asing = buat_tahunan(buat_skp(pemeran.rudi))
    assert kabid.post(AKSI, {"tahun": "2026", "pilih": [str(asing.pk)]}).status_code == 422


def test_the_incomplete_say_why_and_the_others_are_signed(tahunan, kabid, pemeran, buat_skp):
    draf(tahunan)
    sari = buat_tahunan(buat_skp(pemeran.sari))
    kabid.post(AKSI, {"tahun": "2026", "aksi": "tandatangani", "pilih": [str(tahunan.pk), str(sari.pk)]})
    assert "Sari Handayani: Pilih rating hasil kerja" in kabid.get(ALAMAT).content.decode()
    assert EvaluasiTahunan.objects.get(pk=tahunan.pk).status == "ditandatangani"


def test_a_late_assessor_loses_the_case_to_the_list_of_his_superior(tahunan, kabid, pemeran, masuk):
    EvaluasiTahunan.objects.update(status="menunggu_atasan", jalur="terlambat", final=True)
    assert "Ratna Wulandari" not in kabid.get(ALAMAT).content.decode()
    assert "Ratna Wulandari" in masuk(pemeran.kadis).get(ALAMAT).content.decode()


def test_without_a_team_the_page_says_so_kindly(tahunan, masuk, pemeran):
    assert "Belum ada evaluasi tahunan" in masuk(pemeran.rudi).get(ALAMAT).content.decode()


def test_the_page_leads_to_the_next_person_without_a_rating(tahunan, kabid):
    halaman = kabid.get(ALAMAT)
    assert halaman.context["berikutnya"].pk == tahunan.pk
    assert reverse("penilaian:tahunan-nilai", args=[tahunan.pk]) in halaman.content.decode()
    EvaluasiTahunan.objects.update(status="menunggu_atasan")
    assert kabid.get(ALAMAT).context["berikutnya"] is None


def test_the_reason_is_called_optional_only_when_nobody_asks_for_it(tahunan, kabid):
    assert kabid.get(ALAMAT).context["form"].fields["alasan"].required is False
