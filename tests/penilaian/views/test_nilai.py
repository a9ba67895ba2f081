"""The assessor's page: live matrix, checklist, draft, delivery, queue."""

import re
import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pelaksanaan.models import UmpanBalik
from pemberitahuan.models import Pesan
from penilaian.models import PenilaianHasil, RiwayatEvaluasi
from penilaian.services.baca import Sudut
from penilaian.services.lembar import susun_lembar
from sasaran.aturan.berakhlak import KODE_NILAI
from tests.pemeran import isi_skp
from tests.penilaian.conftest import SETELAH_BATAS, TAB, ajukan, alamat, lapor, nilai, sampaikan

OTOMATIS = {"HTTP_X_AUTOSIMPAN": "1"}


def isian(e, rating=2, alasan="Ada alasannya.", hasil=2, perilaku=2, **lain):
    """What the browser sends when every result and value is rated alike."""
    data = {"kunci": str(TAB), "rating_hasil": hasil, "rating_perilaku": perilaku}
    for b in susun_lembar(e, Sudut.PENILAI).hasil:
        data |= {f"rating-{b.id}": rating, f"alasan-{b.id}": alasan}
    return data | {f"perilaku-{kode}": perilaku for kode in KODE_NILAI} | lain


def test_the_page_shows_targets_realisation_suggestion_and_the_words_of_the_employee(penilai, diajukan):
    UmpanBalik.objects.create(
        skp=diajukan.skp,
        nilai_perilaku="loyal",
        pemberi=diajukan.penilai,
        sifat="positif",
        isi="Antrean tertib.",
    )
    isi = penilai.get(alamat(diajukan)).content.decode()
    for kalimat in (
        "≤ 1 hari",
        "0,9 hari",
        "11–12 desa",
        "dari 44 desa setahun",
        "2 laporan",
        "Uraian diri 1",
        "Antrean tertib.",
        "0 dari 1 selesai",
        "Selasa, 14 April 2026 pukul 23.59 WIB",
        "8 hari kerja lagi",
        "Sebelum Anda menyampaikan",
    ):
        assert kalimat in isi, kalimat
    assert isi.count('type="radio"') == (2 + 7 + 2) * 3


def test_the_preview_shows_cell_and_checklist_and_writes_nothing(penilai, diajukan):
    jumlah = [m.objects.count() for m in (PenilaianHasil, RiwayatEvaluasi, Pesan)]
    isi = penilai.post(alamat(diajukan, "pratinjau"), isian(diajukan, perilaku=3)).content.decode()
    assert re.search(r'<td class="di-sini p-kurang">Kurang', isi)
    assert 'id="saran-hasil" data-saran="2"' in isi
    assert 'hx-swap-oob="true"' in isi
    assert "<html" not in isi
    diajukan.refresh_from_db()
    assert (diajukan.rating_hasil, diajukan.draf_pada) == (None, None)
    assert [m.objects.count() for m in (PenilaianHasil, RiwayatEvaluasi, Pesan)] == jumlah


def test_the_preview_is_the_fragment_the_page_would_show(penilai, diajukan):
    nilai(diajukan)
    penuh = penilai.get(alamat(diajukan)).content.decode()
    data = isian(diajukan, alasan_hasil="Ada alasannya.", alasan_perilaku="Ada alasannya.")
    potong = penilai.post(alamat(diajukan, "pratinjau"), data).content.decode()

    def ringkas(isi):
        return re.sub(r"\s+", " ", re.search(r'id="ringkasan">(.*?)</ul>', isi, re.S).group(1))

    assert ringkas(penuh) == ringkas(potong)


def test_autosave_keeps_the_draft_and_tells_the_time(penilai, diajukan):
    jawaban = penilai.post(alamat(diajukan), isian(diajukan), **OTOMATIS)
    assert (jawaban.status_code, jawaban["X-Tersimpan"]) == (204, "09.00 WIB")
    diajukan.refresh_from_db()
    assert (diajukan.rating_hasil, diajukan.status) == (2, "diajukan")
    assert "tersimpan 09.00" in penilai.get(alamat(diajukan)).content.decode()


def test_delivering_leads_to_the_next_who_waits(penilai, diajukan, pemeran, buat_evaluasi):
    sari = buat_evaluasi(pemeran.sari)
    for baris in susun_lembar(sari, Sudut.PEGAWAI).indikator:
        lapor(sari.skp, baris.uraian, "1")
    ajukan(sari)
    jawaban = penilai.post(alamat(diajukan), isian(diajukan, aksi="sampaikan"))
    assert jawaban.url == alamat(sari)
    isi = penilai.get(jawaban.url).content.decode()
    assert "Predikat Baik disampaikan kepada Ratna." in isi
    assert "1 dari 2 selesai" in isi
    jawaban = penilai.post(alamat(sari), isian(sari, aksi="sampaikan"))
    assert jawaban.url == alamat(sari, "hasil")


def test_delivering_too_early_keeps_everything_typed_and_says_what_is_missing(penilai, diajukan):
    data = isian(diajukan, alasan="", aksi="sampaikan", catatan="Jangan hilang.")
    del data["perilaku-loyal"]
    jawaban = penilai.post(alamat(diajukan), data)
    assert jawaban.status_code == 422
    isi = jawaban.content.decode()
    for kalimat in ("Tulis alasan untuk hasil kerja 1", "Nilai perilaku Loyal", "Jangan hilang."):
        assert kalimat in isi
    diajukan.refresh_from_db()
    assert (diajukan.status, diajukan.catatan_penilai) == ("diajukan", "Jangan hilang.")


@pytest.mark.parametrize("salah", ["0", "4", "atas", "1; DROP TABLE"])
def test_a_rating_that_does_not_exist_is_refused(penilai, diajukan, salah):
    data = isian(diajukan, aksi="sampaikan")
    data["rating_hasil"] = salah
    assert penilai.post(alamat(diajukan), data).status_code == 422


def test_a_second_tab_keeps_its_words(penilai, diajukan):
    penilai.post(alamat(diajukan), isian(diajukan))
    kedua = isian(diajukan, kunci=str(uuid.uuid4()), catatan="dari tab kedua", aksi="sampaikan")
    jawaban = penilai.post(alamat(diajukan), kedua)
    assert jawaban.status_code == 409
    assert "dari tab kedua" in jawaban.content.decode()


def test_before_the_self_assessment_the_page_only_looks(penilai, evaluasi, kini):
    isi = penilai.get(alamat(evaluasi)).content.decode()
    assert "Ratna masih dapat mengisi penilaian diri sampai Selasa, 7 April 2026 pukul 23.59 WIB" in isi
    assert 'value="sampaikan"' not in isi
    assert penilai.post(alamat(evaluasi), isian(evaluasi, aksi="sampaikan")).status_code == 409
    kini.move_to(SETELAH_BATAS)
    isi = penilai.get(alamat(evaluasi)).content.decode()
    assert "tidak mengajukan penilaian diri sampai batasnya" in isi
    assert penilai.post(alamat(evaluasi), isian(evaluasi, aksi="sampaikan")).status_code == 302


def test_returning_without_a_note_points_to_the_field_with_it_goes_back(penilai, diajukan):
    jawaban = penilai.post(alamat(diajukan, "kembalikan"), {"catatan": " "})
    assert jawaban.status_code == 422
    assert "Tulis catatan agar yang menerima tahu" in jawaban.content.decode()
    jawaban = penilai.post(alamat(diajukan, "kembalikan"), {"catatan": "Lengkapi."}, follow=True)
    assert "dikembalikan dengan catatan Anda" in jawaban.content.decode()
    assert penilai.post(alamat(diajukan, "kembalikan"), {"catatan": "Lagi."}).status_code == 409


def test_after_delivery_the_page_leads_to_the_result(penilai, diajukan):
    sampaikan(diajukan)
    assert penilai.get(alamat(diajukan)).url == alamat(diajukan, "hasil")
    assert penilai.post(alamat(diajukan), isian(diajukan)).status_code == 409


def test_queries_do_not_grow_with_results_and_reports(penilai, evaluasi, kini):
    kini.move_to(SETELAH_BATAS)
    penilai.get(alamat(evaluasi))
    with CaptureQueriesContext(connection) as sedikit:
        penilai.get(alamat(evaluasi))
    for _ in range(4):
        isi_skp(evaluasi.skp)
    for n, baris in enumerate(susun_lembar(evaluasi, Sudut.PENILAI).indikator):
        lapor(evaluasi.skp, baris.uraian, "1", date(2026, 1, 1 + n))
    with CaptureQueriesContext(connection) as banyak:
        penilai.get(alamat(evaluasi))
    assert len(banyak) == len(sedikit)
    assert len(banyak) <= 25


def test_previous_and_next_walk_through_the_team(penilai, diajukan, banyak_anggota):
    isi = penilai.get(alamat(diajukan)).content.decode()
    sebelum, sesudah = (
        re.search(rf'href="([^"]+)"[^>]*data-pintasan="{tombol}"', isi).group(1) for tombol in "kj"
    )
    assert "Anggota 29" in penilai.get(sebelum).content.decode()
    assert "Sari Handayani" in penilai.get(sesudah).content.decode()


def test_saving_a_draft_works_without_javascript(penilai, diajukan):
    jawaban = penilai.post(alamat(diajukan), isian(diajukan, aksi="simpan"), follow=True)
    assert "Ratna belum dapat membacanya" in jawaban.content.decode()


def test_somebody_on_study_leave_is_appraised_by_his_studies(penilai, diajukan):
    """PermenPANRB 6/2022, Lampiran II.B: the assessor reads the guidance classes; nobody else sees them."""
    assert "Sedang tugas belajar" not in penilai.get(alamat(diajukan)).content.decode()
    diajukan.pegawai.kedudukan_hukum = "03"
    diajukan.pegawai.save()
    teks = penilai.get(alamat(diajukan)).content.decode()
    assert "Sedang tugas belajar" in teks
    assert "S1, akreditasi A" in teks
    assert "≥ 3,51" in teks
