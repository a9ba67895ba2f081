"""One's own evaluations, the result, acknowledging it."""

from django.urls import reverse

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
