"""The self-assessment in the browser's language: prefill, autosave, errors, receipt."""

import re
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from penilaian.models import PenilaianIndikator
from penilaian.services.baca import Sudut
from penilaian.services.lembar import susun_lembar
from penilaian.services.nilai import kembalikan
from tests.pemeran import isi_skp
from tests.penilaian.conftest import ajukan, lapor

OTOMATIS = {"HTTP_X_AUTOSIMPAN": "1"}


@pytest.fixture
def halaman(evaluasi, pemeran, masuk):
    """Ratna's page: `.buka()` gives its HTML, `.kirim(**fields)` posts what the form holds with changes."""

    class Halaman:
        def __init__(self):
            self.klien = masuk(pemeran.ratna)
            self.alamat = reverse("penilaian:diri", args=[evaluasi.pk])
            self.kunci = str(uuid.uuid4())
            self.indikator = susun_lembar(evaluasi, Sudut.PEGAWAI).indikator

        def buka(self):
            return self.klien.get(self.alamat).content.decode()

        def kirim(self, angka=("0,9", "85", "11"), kepala=None, **isi):
            data = {f"realisasi-{i.id}": a for i, a in zip(self.indikator, angka, strict=True)}
            return self.klien.post(self.alamat, data | {"kunci": self.kunci} | isi, **(kepala or {}))

    return Halaman()


def test_the_page_says_where_each_number_comes_from_and_who_will_read(halaman):
    isi = halaman.buka()
    assert "11 desa, dihitung dari 2 laporan Anda" in isi
    assert re.search(r'name="realisasi-[^"]+"[^>]*value="0,9"|value="0,9"[^>]*name="realisasi-', isi)
    assert "<strong>Budi Santoso</strong> membacanya untuk menilai" in isi
    assert "Selasa, 7 April 2026 pukul 23.59 WIB" in isi
    assert "3 hari kerja lagi" in isi  # 2, 6 and 7 April; Good Friday and the weekend are off
    assert "Memahami dan memenuhi kebutuhan masyarakat" in isi


def test_opening_the_page_writes_nothing(halaman):
    halaman.buka()
    assert not PenilaianIndikator.objects.exists()


def test_autosave_answers_with_the_time_in_the_units_zone(halaman, evaluasi):
    jawaban = halaman.kirim(kepala=OTOMATIS, catatan="sedang ditulis")
    assert (jawaban.status_code, jawaban["X-Tersimpan"]) == (204, "09.00 WIB")
    evaluasi.refresh_from_db()
    assert evaluasi.catatan_diri == "sedang ditulis"
    assert "tersimpan 09.00" in halaman.buka()


def test_autosave_keeps_what_can_be_read_and_says_that_something_cannot(halaman, evaluasi):
    jawaban = halaman.kirim(("0,9", "85", "sebelas"), OTOMATIS, catatan="tetap tersimpan")
    assert jawaban.status_code == 422
    evaluasi.refresh_from_db()
    assert evaluasi.catatan_diri == "tetap tersimpan"


@pytest.mark.parametrize("angka", ["sebelas", "-1", "1.5", "9" * 30, "1,23456"])
def test_a_number_that_cannot_be_read_stays_in_its_field_with_a_sentence(halaman, angka):
    jawaban = halaman.kirim(("0,9", "85", angka), aksi="ajukan")
    assert jawaban.status_code == 422
    isi = jawaban.content.decode()
    assert f'value="{angka}"' in isi
    assert "errorlist" in isi


def test_submitting_gives_a_receipt_with_number_and_time(halaman, evaluasi):
    jawaban = halaman.kirim(aksi="ajukan")
    assert (jawaban.status_code, jawaban.url) == (302, reverse("penilaian:hasil", args=[evaluasi.pk]))
    isi = halaman.klien.get(jawaban.url).content.decode()
    assert f"Tanda terima PD-2026-1-{evaluasi.pk.hex[:8].upper()}, 1 April 2026 09.00 WIB" in isi
    assert halaman.klien.get(halaman.alamat).status_code == 302


def test_submitting_without_a_number_points_to_the_field(pemeran, buat_evaluasi, masuk):
    e = buat_evaluasi(pemeran.sari)
    klien, alamat = masuk(pemeran.sari), reverse("penilaian:diri", args=[e.pk])
    jawaban = klien.post(alamat, {"aksi": "ajukan", "catatan": "jangan hilang"})
    assert jawaban.status_code == 422
    isi = jawaban.content.decode()
    assert isi.count("Isi realisasi; tulis 0 bila belum ada.") == 6  # at each field and in the summary
    assert "jangan hilang" in isi
    e.refresh_from_db()
    assert (e.status, e.catatan_diri) == ("terbuka", "jangan hilang")


def test_saving_a_draft_works_without_javascript(halaman, evaluasi):
    assert halaman.kirim(aksi="simpan", catatan="nanti").url == halaman.alamat
    assert "Hanya Anda yang dapat membacanya" in halaman.buka()


def test_a_second_tab_keeps_its_words_and_may_decide(halaman, evaluasi):
    halaman.kirim(aksi="simpan", catatan="tab pertama")
    halaman.kunci = str(uuid.uuid4())
    assert halaman.kirim(kepala=OTOMATIS, catatan="tab kedua").status_code == 409
    jawaban = halaman.kirim(aksi="simpan", catatan="tab kedua")
    assert jawaban.status_code == 409
    isi = jawaban.content.decode()
    assert "disimpan dari tab atau perangkat lain pukul 09.00" in isi
    assert "tab kedua" in isi
    versi = re.search(r'name="versi" value="([^"]*)"', isi).group(1)
    assert halaman.kirim(aksi="simpan", catatan="tab kedua", versi=versi).status_code == 302
    evaluasi.refresh_from_db()
    assert evaluasi.catatan_diri == "tab kedua"


@pytest.mark.parametrize(
    "rusak", [{"kunci": "bukan-uuid"}, {"versi": "kemarin"}, {"versi": "2026-99-99T00:00"}]
)
def test_a_broken_key_or_version_is_no_error(halaman, rusak):
    assert halaman.kirim(aksi="simpan", **rusak).status_code in {302, 422}


def test_the_note_of_a_return_is_shown_above(halaman, evaluasi):
    kembalikan(evaluasi=ajukan(evaluasi), oleh=evaluasi.penilai, catatan="Lengkapi bukti desa.")
    isi = halaman.buka()
    assert "Budi Santoso mengembalikan penilaian diri ini" in isi
    assert "Lengkapi bukti desa." in isi


def test_it_can_still_be_submitted_late_and_says_so(halaman, kini):
    kini.shift(7 * 24 * 3600)
    assert "Batas penilaian diri sudah lewat" in halaman.buka()
    assert halaman.kirim(aksi="ajukan").status_code == 302


def test_queries_do_not_grow_with_results_and_reports(halaman, evaluasi):
    halaman.buka()
    with CaptureQueriesContext(connection) as sedikit:
        halaman.buka()
    for _ in range(4):
        isi_skp(evaluasi.skp)
    for baris in susun_lembar(evaluasi, Sudut.PEGAWAI).indikator:
        lapor(evaluasi.skp, baris.uraian, "1")
    with CaptureQueriesContext(connection) as banyak:
        halaman.buka()
    assert len(banyak) == len(sedikit)
    assert len(banyak) <= 20


def test_saving_after_submitting_is_refused_and_keeps_the_words(halaman):
    halaman.kirim(aksi="ajukan")
    jawaban = halaman.kirim(aksi="simpan", catatan="terlambat sedikit")
    assert jawaban.status_code == 409
    isi = jawaban.content.decode()
    assert "sudah diajukan, sehingga isian tidak dapat diubah" in isi
    assert "terlambat sedikit" in isi
