"""One's own evaluations, the result, acknowledging it."""

from django.urls import reverse
from django.utils import timezone

from penilaian.models import EvaluasiPeriodik
from tests.penilaian.conftest import alamat, sampaikan


def test_my_evaluations_show_the_year_and_what_to_do(masuk, pemeran, evaluasi):
    ratna = masuk(pemeran.ratna)
    isi = ratna.get(reverse("penilaian:daftar")).content.decode()
    assert "Isi penilaian diri Triwulan I 2026" in isi
    sampaikan(evaluasi)
    isi = ratna.get(reverse("penilaian:daftar")).content.decode()
    assert "Hasil Triwulan I 2026 sudah disampaikan" in isi
    assert "p-baik" in isi
    assert "Belum ada evaluasi" in masuk(pemeran.sari).get(reverse("penilaian:daftar")).content.decode()


def test_acknowledging_with_an_answer(masuk, pemeran, diajukan):
    e, ratna = sampaikan(diajukan), masuk(pemeran.ratna)
    assert "Saya sudah membaca" in ratna.get(alamat(e, "hasil")).content.decode()
    assert ratna.post(alamat(e, "terima"), {"tanggapan": "x" * 4001}).status_code == 422
    assert ratna.post(alamat(e, "terima"), {"tanggapan": "Terima kasih."}).status_code == 302
    isi = ratna.get(alamat(e, "hasil")).content.decode()
    assert "Terima kasih." in isi
    assert "Saya sudah membaca" not in isi
    assert ratna.post(alamat(e, "terima")).status_code == 409


def test_a_result_taken_over_without_its_details_still_explains_its_cell(masuk, pemeran, buat_evaluasi):
    e = buat_evaluasi(
        pemeran.ratna,
        status="disampaikan",
        rating_hasil=3,
        rating_perilaku=2,
        predikat=3,
        disampaikan_pada=timezone.now(),
    )
    for nama in ("hasil", "mengapa"):
        isi = masuk(pemeran.ratna).get(alamat(e, nama))
        assert isi.status_code == 200
        assert "Butuh Perbaikan" in isi.content.decode()
    assert "Rincian per hasil kerja tidak tersimpan" in isi.content.decode()


def test_a_locked_evaluation_says_why_there_is_no_predikat(masuk, pemeran, evaluasi):
    EvaluasiPeriodik.objects.update(status="terkunci")
    isi = masuk(pemeran.ratna).get(alamat(evaluasi, "hasil")).content.decode()
    assert "Periode ini ditutup sebelum hasilnya disampaikan" in isi
    assert masuk(pemeran.kabid).get(alamat(evaluasi)).url == alamat(evaluasi, "hasil")
