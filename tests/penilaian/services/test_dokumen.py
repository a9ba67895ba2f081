"""Documents of evaluations: what they say, issuing them once, and who may have them."""

import re
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from inti.models import DokumenTerbit
from inti.services.dokumen import cabut, pdf
from pelaksanaan.models import UmpanBalik
from penilaian.aturan.rekaman_tahunan import ATASAN, Skp
from penilaian.models import EvaluasiPeriodik, Keberatan
from penilaian.services.baca import TERKAIT
from penilaian.services.diri import terima
from penilaian.services.dokumen import dokumen_evaluasi, nama_berkas
from sasaran.models import IndikatorKinerjaIndividu
from sasaran.services.ekspektasi import tetapkan_ekspektasi
from tests.penilaian.conftest import sampaikan
from tests.penilaian.contoh_dokumen import buat_tahunan, rekaman, teks_pdf

pytestmark = pytest.mark.django_db


def _teks(evaluasi, jenis="dokumen") -> str:
    return teks_pdf(pdf(dokumen_evaluasi(evaluasi=evaluasi, jenis=jenis, oleh=None)))


@pytest.fixture
def disampaikan(evaluasi):
    """Ratna's evaluation of the first quarter, delivered on 1 April 2026 at 09.00 WIB."""
    UmpanBalik.objects.create(
        skp=evaluasi.skp,
        rhk=evaluasi.skp.rhk.first(),
        pemberi=evaluasi.penilai,
        isi="Pertahankan mutunya.",
        dibuat_pada=timezone.now(),
    )
    UmpanBalik.objects.create(
        skp=evaluasi.skp,
        nilai_perilaku="loyal",
        pemberi=evaluasi.atasan_penilai,
        isi="Selalu siap.",
        dibuat_pada=timezone.now(),
    )
    return sampaikan(evaluasi)


@pytest.fixture
def tahunan(pemeran, buat_skp, kini):
    return buat_tahunan(buat_skp(pemeran.ratna))


def test_the_results_form_of_a_period_shows_targets_realisation_feedback_and_ratings(disampaikan):
    teks = _teks(disampaikan, "hasil")
    for bagian in (
        "PERIODE: TRIWULAN I", "PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2026", "Ratna Wulandari",
        "Waktu penyelesaian akta kelahiran ≤ 1 hari 0,9 hari (1 laporan)", "11–12 desa 11 desa (2 laporan)",
        "Pimpinan (Budi Santoso): Pertahankan mutunya.", "Atasan pimpinan (Yohanes Lasut): Selalu siap.",
        "RATING HASIL KERJA SESUAI EKSPEKTASI", "RATING PERILAKU KERJA SESUAI EKSPEKTASI",
        "PREDIKAT KINERJA PEGAWAI BAIK", "Asri Mulya, 1 April 2026", "1 April 2026 pukul 09.00 WIB",
    ):  # fmt: skip
        assert bagian in teks, bagian


def test_a_document_is_issued_once_and_again_when_the_employee_has_signed(disampaikan, pemeran):
    pertama = dokumen_evaluasi(evaluasi=disampaikan, jenis="dokumen", oleh=pemeran.ratna)
    assert dokumen_evaluasi(evaluasi=disampaikan, jenis="dokumen", oleh=pemeran.kabid) == pertama
    assert "Belum ditandatangani" in teks_pdf(pdf(pertama))
    diterima = terima(evaluasi=disampaikan, oleh=pemeran.ratna, tanggapan="")
    kedua = dokumen_evaluasi(evaluasi=diterima, jenis="dokumen", oleh=pemeran.ratna)
    pertama.refresh_from_db()
    assert (pertama.keadaan, kedua.keadaan, kedua.versi) == ("digantikan", "berlaku", 2)
    assert "Belum ditandatangani" not in teks_pdf(pdf(kedua))
    hasil = dokumen_evaluasi(evaluasi=diterima, jenis="hasil", oleh=None)
    assert hasil.versi == 1
    assert DokumenTerbit.objects.count() == 3


def test_people_stay_as_they_were_when_the_first_document_was_issued(disampaikan, pemeran):
    dokumen_evaluasi(evaluasi=disampaikan, jenis="dokumen", oleh=None)
    pemeran.kabid.nama, pemeran.kabid.golongan = "Budi Baru", "IV/b"
    pemeran.kabid.save()
    diterima = terima(evaluasi=disampaikan, oleh=pemeran.ratna, tanggapan="")
    for jenis in ("dokumen", "hasil"):
        teks = _teks(diterima, jenis)
        assert "Budi Santoso" in teks
        assert "Budi Baru" not in teks


def test_a_revoked_document_is_not_issued_anew(disampaikan, pemeran):
    dokumen = dokumen_evaluasi(evaluasi=disampaikan, jenis="dokumen", oleh=None)
    cabut(dokumen=dokumen, alasan="Salah unit.", oleh=pemeran.pengelola_instansi)
    diterima = terima(evaluasi=disampaikan, oleh=pemeran.ratna, tanggapan="")
    assert dokumen_evaluasi(evaluasi=diterima, jenis="dokumen", oleh=None) == dokumen
    assert "DICABUT" in _teks(diterima)


def test_documents_are_indonesian_whoever_asks(disampaikan):
    from django.utils import translation

    with translation.override("en"):
        assert "Kuantitas Desa terlayani" in _teks(disampaikan, "hasil")


def test_the_yearly_document_of_the_normal_path(tahunan):
    teks = _teks(tahunan)
    for bagian in (
        "PERIODE: AKHIR TAHUN 2026", "3. ATASAN PEJABAT PENILAI KINERJA", "Yohanes Lasut",
        "CAPAIAN KINERJA ORGANISASI : BAIK", "PREDIKAT KINERJA PEGAWAI : BAIK",
        "5. CATATAN/REKOMENDASI Ikut pelatihan analisis data.", "6. Pejabat Penilai Kinerja",
        "7. Pegawai yang Dinilai",
    ):  # fmt: skip
        assert bagian in teks, bagian
    assert "D.1.1" in teks
    assert "RATING" not in teks  # the one-page document carries the label, not the ratings


def test_a_late_assessor_leads_to_d12_signed_by_his_superior(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna)
    e = buat_tahunan(
        skp, isi=rekaman(penanda_tangan=ATASAN, final=True, alasan_final="Hasil ini final."),
        jalur="terlambat", final=True, ditandatangani_oleh=pemeran.kadis,
    )  # fmt: skip
    teks = _teks(e)
    assert "D.1.2" in teks
    assert re.search(r"6\. Atasan Pejabat Penilai Kinerja .* Yohanes Lasut", teks)
    assert "6. Pejabat Penilai" not in teks
    assert "Hasil ini final." in teks


def test_an_employee_who_refuses_is_named_with_his_reason(tahunan, pemeran):
    tahunan.status, tahunan.tanggapan, tahunan.ditanggapi_pada = (
        "ditolak",
        "Target tidak adil.",
        timezone.now(),
    )
    tahunan.save()
    tahunan.riwayat.create(aksi="tolak", dari="disampaikan", ke="ditolak", oleh=pemeran.ratna)
    teks = _teks(tahunan)
    assert "Tidak bersedia menandatangani" in teks
    assert "Alasan: Target tidak adil." in teks
    tahunan.status = "selesai"
    tahunan.save()
    assert dokumen_evaluasi(evaluasi=tahunan, jenis="dokumen", oleh=None).versi == 1  # nothing was added


@pytest.mark.parametrize("diubah", [True, False])
def test_a_decided_objection_leads_to_d13_with_three_signatures(tahunan, pemeran, diubah):
    lama = dokumen_evaluasi(evaluasi=tahunan, jenis="dokumen", oleh=None)
    isi = {"rating_hasil_baru": 1, "rating_perilaku_baru": 1, "predikat_baru": 1} if diubah else {}
    Keberatan.objects.create(
        tahunan=tahunan, pegawai=pemeran.ratna, penilai=pemeran.kabid, pemutus=pemeran.kadis, unit=tahunan.unit,
        status="diubah" if diubah else "dikuatkan", alasan="Realisasi belum dihitung semua.",
        penjelasan="Bukti belum masuk saat dinilai.", dijelaskan_pada=timezone.now(),
        diajukan_pada=timezone.now(), batas_putus=timezone.localdate(), rating_hasil_lama=2,
        rating_perilaku_lama=1, predikat_lama=2, pertimbangan="Bukti diterima.",
        diputus_pada=timezone.now(), diputus_oleh=pemeran.kadis, **isi,
    )  # fmt: skip
    if diubah:
        tahunan.rating_hasil = tahunan.rating_perilaku = tahunan.predikat = 1
    tahunan.status, tahunan.jalur = "diputus", "keberatan"
    tahunan.save()
    baru = dokumen_evaluasi(evaluasi=tahunan, jenis="dokumen", oleh=None)
    teks = teks_pdf(pdf(baru))
    for bagian in (
        "D.1.3", "6. KEBERATAN Realisasi belum dihitung semua.", "Bukti belum masuk saat dinilai.",
        "Pertimbangan: Bukti diterima.", "9. Pejabat Penilai Kinerja", "10. Pegawai yang Dinilai",
        "11. Atasan Pejabat Penilai Kinerja",
    ):  # fmt: skip
        assert bagian in teks, bagian
    assert ("predikat BAIK menjadi SANGAT BAIK" in teks) is diubah
    assert ("predikat tetap BAIK" in teks) is not diubah
    assert f"PREDIKAT KINERJA PEGAWAI : {'SANGAT BAIK' if diubah else 'BAIK'}" in teks
    lama.refresh_from_db()
    assert lama.digantikan_oleh == baru


def test_a_movers_results_stand_under_the_plan_they_belong_to(pemeran, buat_skp):
    isi = rekaman()
    dua = (*isi.skp, Skp("s0", "Pengadministrasi", "Dishub", "Zulkifli", "2026-01-01", "2026-06-30"))
    hasil = (isi.hasil[0], replace(isi.hasil[1], skp="s0", jenis="utama"))
    e = buat_tahunan(buat_skp(pemeran.ratna), isi=rekaman(skp=dua, hasil=hasil))
    teks = _teks(e, "hasil")
    assert "SKP Pengadministrasi, Dishub (1 Januari sd 30 Juni tahun 2026)" in teks


def test_the_number_of_queries_does_not_grow_with_the_content(disampaikan, django_assert_max_num_queries):
    e = EvaluasiPeriodik.objects.select_related(*TERKAIT).get(pk=disampaikan.pk)
    with django_assert_max_num_queries(26):
        dokumen_evaluasi(evaluasi=e, jenis="hasil", oleh=None)
    with django_assert_max_num_queries(1):
        dokumen_evaluasi(evaluasi=e, jenis="hasil", oleh=None)


def test_the_name_of_the_file_says_what_it_is(disampaikan):
    dokumen = dokumen_evaluasi(evaluasi=disampaikan, jenis="dokumen", oleh=None)
    assert nama_berkas(dokumen) == "D.1.1 Triwulan I 2026 Ratna Wulandari 198503122010012004.pdf"


def test_another_kind_is_refused(disampaikan):
    with pytest.raises(ValueError, match="no kind"):
        dokumen_evaluasi(evaluasi=disampaikan, jenis="lain", oleh=None)


def test_the_public_page_names_the_paper_but_not_the_result(disampaikan):
    dokumen = dokumen_evaluasi(evaluasi=disampaikan, jenis="dokumen", oleh=None)
    teks = Client().get(reverse("verifikasi", args=[dokumen.kode])).content.decode()
    for bagian in ("Dokumen Evaluasi Kinerja Pegawai (D.1.1)", "Ratna Wulandari", "Pemerintah Kabupaten Asri Mulya",
                   "Triwulan I 2026", "1 April 2026", dokumen.sidik):  # fmt: skip
        assert bagian in teks, bagian
    for rahasia in (">Baik<", "Sesuai", "Pertahankan", "198503122010012004", "Budi Santoso"):
        assert rahasia not in teks


def test_the_forms_print_perspective_and_special_expectation(buat_evaluasi, pemeran):
    """C.1.2 of a head of department: column PERSPEKTIF (forms.md), and the right cell of the behaviour block."""
    evaluasi = buat_evaluasi(pemeran.kadis)
    semua = IndikatorKinerjaIndividu.objects.filter(rhk__skp=evaluasi.skp)
    semua.update(perspektif="proses_bisnis")
    semua.filter(uraian="Desa terlayani").update(perspektif="anggaran")
    tetapkan_ekspektasi(
        skp=evaluasi.skp, oleh=pemeran.bupati, isian={"akuntabel": "Teladan melapor gratifikasi."}
    )
    teks = _teks(sampaikan(evaluasi), "hasil")
    for bagian in (
        "PERSPEKTIF", "Proses Bisnis", "Anggaran",
        "Ekspektasi Khusus Pimpinan: Teladan melapor gratifikasi.",
    ):  # fmt: skip
        assert bagian in teks, bagian
