"""The pages about colleagues: what the writer is told, what is refused, what each side sees."""

import pytest
from django.urls import reverse

from penilaian.models import JawabanRekan, TugasRekan
from tests.penilaian.rekan import KODE, SAAT_JAWAB, SAAT_TUTUP, jawab

LENGKAP = dict.fromkeys(KODE, "2")


def alamat(nama: str, pk=None) -> str:
    return reverse(f"penilaian:{nama}", args=[pk] if pk else [])


@pytest.fixture
def tugas(tim, waktu) -> TugasRekan:
    waktu.move_to(SAAT_JAWAB)
    return tim.tugas()[0]


def test_the_writer_is_told_before_writing_who_reads_it_and_in_how_small_a_group(tugas, masuk):
    halaman = masuk(tugas.rekan).get(alamat("rekan_jawab", tugas.pk))
    isi = " ".join(halaman.content.decode().split())
    assert "Yang membaca: Ratna, pejabat penilainya, dan atasan penilai." in isi
    assert "paling sedikit 5 rekan" in isi
    assert "Gaya bahasa" in isi
    assert isi.index("Yang membaca") < isi.index("<textarea")
    assert "tidak dapat dibaca, diubah, atau ditarik" in isi
    assert halaman.headers["Cache-Control"] == "no-store, private"
    assert "data-autosimpan" not in isi
    assert "data-jaga" not in isi


def test_answering_and_then_nothing_more(tugas, masuk):
    klien = masuk(tugas.rekan)
    assert klien.post(alamat("rekan_jawab", tugas.pk), LENGKAP).status_code == 302
    assert JawabanRekan.objects.count() == 1
    assert klien.get(alamat("rekan_jawab", tugas.pk)).status_code == 302
    klien.post(alamat("rekan_jawab", tugas.pk), LENGKAP)
    assert JawabanRekan.objects.count() == 1
    assert "Terkirim" in klien.get(alamat("rekan")).content.decode()


@pytest.mark.parametrize("salah", [{}, {"disiplin": "9"}, {"teks": "x" * 601}, {"teks": "😀" * 500}])
def test_what_is_missing_or_wrong_is_said_and_nothing_typed_is_lost(tugas, masuk, salah):
    isi = (LENGKAP if "teks" in salah else {"komunikasi": "3", "teks": "Tetap di sini"}) | salah
    halaman = masuk(tugas.rekan).post(alamat("rekan_jawab", tugas.pk), isi)
    assert halaman.status_code == 422
    assert isi["teks"] in halaman.content.decode()
    assert not JawabanRekan.objects.exists()


def test_before_the_days_for_answers_there_is_nothing_to_answer(tim, masuk):
    tugas = tim.tugas()[0]
    klien = masuk(tugas.rekan)
    assert klien.get(alamat("rekan_jawab", tugas.pk)).status_code == 302
    assert "Tidak ada yang menunggu Anda" in klien.get(alamat("rekan")).content.decode()


def test_the_employee_strikes_out_on_the_page_about_him(tim, masuk):
    klien = masuk(tim.ratna)
    hasil, tugas = tim.hasil(), tim.tugas()[0]
    halaman = klien.get(alamat("rekan_tentang", hasil.pk)).content.decode()
    assert halaman.count("Coret dan undi pengganti") == 7
    assert "Selesai" not in halaman
    assert klien.post(alamat("rekan_coret", tugas.pk), {"alasan": ""}).status_code == 422
    jawaban = klien.post(
        alamat("rekan_coret", tugas.pk), {"alasan": "Tidak pernah bekerja bersama."}, follow=True
    )
    isi = jawaban.content.decode()
    assert "Tidak pernah bekerja bersama." in isi
    assert "diganti" in isi
    assert "Anda masih boleh mencoret 1 rekan." in isi


def test_striking_out_is_offered_while_some_are_left(tim, masuk):
    klien = masuk(tim.ratna)
    for tugas in tim.tugas()[:2]:
        klien.post(alamat("rekan_coret", tugas.pk), {"alasan": "Tidak pernah bekerja bersama."})
    isi = klien.get(alamat("rekan_tentang", tim.hasil().pk)).content.decode()
    assert "Anda sudah memakai semua kesempatan mencoret." in isi
    assert "Coret dan undi pengganti" not in isi


def test_while_it_runs_names_are_shown_but_not_who_has_answered(tim, waktu, masuk):
    waktu.move_to(SAAT_JAWAB)
    sebelum = masuk(tim.ratna).get(alamat("rekan_tentang", tim.hasil().pk)).context["diminta"]
    jawab(tim.tugas()[0])
    halaman = masuk(tim.ratna).get(alamat("rekan_tentang", tim.hasil().pk))
    assert [t.rekan_id for t in halaman.context["diminta"]] == [t.rekan_id for t in sebelum]
    isi = halaman.content.decode()
    assert "Terkirim" not in isi
    assert "Coret dan undi" not in isi
    assert "Sedang dikumpulkan" in isi


def test_the_result_stands_on_the_pages_of_the_evaluation_with_a_table(tim, waktu, masuk):
    from penilaian.services.tutup_rekan import tutup_rekan

    waktu.move_to(SAAT_JAWAB)
    for n, satu in enumerate(tim.tugas()):
        jawab(satu, 1 + n % 2, "Terima kasih sudah membantu." if n == 0 else "")
    waktu.move_to(SAAT_TUTUP)
    tutup_rekan(undian=tim.undian)
    evaluasi = tim.ratna.evaluasi.get()
    for orang, nama in ((tim.ratna, "hasil"), (tim.kabid, "nilai"), (tim.ratna, "rekan_tentang")):
        pk = tim.hasil().pk if nama == "rekan_tentang" else evaluasi.pk
        isi = masuk(orang).get(alamat(nama, pk)).content.decode()
        assert "7 rekan menjawab" in isi, nama
        assert "Terima kasih sudah membantu." in isi
        assert isi.count('class="sebaran"') == 4
        assert "<rect" in isi


def test_the_list_takes_the_same_queries_for_few_and_for_many(tugas, masuk, django_assert_max_num_queries):
    klien = masuk(tugas.rekan)
    klien.get(alamat("rekan"))
    with django_assert_max_num_queries(15):
        klien.get(alamat("rekan"))


def test_home_and_navigation_say_what_waits(tugas, masuk):
    isi = masuk(tugas.rekan).get("/").content.decode()
    assert "Beri masukan tentang 7 rekan kerja" in isi
