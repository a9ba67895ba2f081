"""The assessor's side: when he may rate, what is missing, what is delivered, and that nothing is lost."""

import uuid
from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from inti.workflow import TransisiDitolak
from pemberitahuan.models import JenisPesan, Pesan
from penilaian.aturan.predikat import Rating
from penilaian.models import PenilaianHasil, PenilaianIndikator
from penilaian.services.baca import Sudut
from penilaian.services.diri import IsianDiri, simpan_penilaian_diri
from penilaian.services.jaga import DrafUsang
from penilaian.services.lembar import IsianPenilai, Keputusan, susun_lembar
from penilaian.services.nilai import BelumLengkap, kembalikan, sampaikan, simpan_draf_penilaian
from penilaian.services.syarat import kekurangan, pemeriksaan
from sasaran.enums import StatusPeriode
from tests.pemeran import isi_skp
from tests.penilaian.conftest import (
    SETELAH_BATAS,
    TAB,
    ajukan,
    isian_penilai,
    lapor,
    nilai,
)
from tests.penilaian.conftest import sampaikan as sampai_tuntas

ATAS, SESUAI, BAWAH = Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH

KUADRAN = [  # by hand from PermenPANRB 6/2022, Lampiran IV.B.3: hasil, perilaku, predikat
    (1, 1, "Sangat Baik"),
    (1, 2, "Baik"),
    (1, 3, "Kurang"),
    (2, 1, "Baik"),
    (2, 2, "Baik"),
    (2, 3, "Kurang"),
    (3, 1, "Butuh Perbaikan"),
    (3, 2, "Butuh Perbaikan"),
    (3, 3, "Sangat Kurang"),
]


@pytest.mark.parametrize(("hasil", "perilaku", "predikat"), KUADRAN)
def test_the_predikat_is_the_cell_of_the_matrix(evaluasi, hasil, perilaku, predikat):
    selesai = sampai_tuntas(evaluasi, Rating(hasil), Rating(perilaku))
    assert selesai.get_predikat_display() == predikat
    assert (selesai.rating_hasil, selesai.rating_perilaku) == (hasil, perilaku)


def test_delivery_freezes_all_and_tells_the_employee(evaluasi, pemeran):
    selesai = sampai_tuntas(evaluasi)
    assert (selesai.status, selesai.disampaikan_pada) == ("disampaikan", timezone.now())
    pesan = Pesan.objects.get(jenis=JenisPesan.EVALUASI_DISAMPAIKAN)
    assert pesan.penerima == pemeran.ratna
    assert "Baik" not in str(pesan.data)  # the label itself is read after login
    rekaman = selesai.rekaman
    assert rekaman["tanggal"] == "2026-03-31"
    assert [(r["nama"], r["jenis"], r["rating"]) for r in rekaman["rhk"]] == [
        ("Akta kelahiran terbit tepat waktu", "utama", 2),
        ("Perekaman KTP-el menjangkau desa terpencil", "tambahan", 2),
    ]
    desa = rekaman["rhk"][1]["indikator"][0]
    assert (Decimal(desa["target"]), Decimal(desa["target_maks"]), Decimal(desa["realisasi"])) == (11, 12, 11)
    assert desa["jumlah_laporan"] == 2
    assert rekaman["nilai_perilaku"]["loyal"] == 2


def test_suggestions_follow_the_numbers(evaluasi):
    akta, keliling = susun_lembar(evaluasi, Sudut.PENILAI).hasil
    assert akta.saran.rating is ATAS  # 0,9 days of at most 1
    assert keliling.saran.rating is SESUAI  # 11 villages, 11 to 12 due


def test_a_reason_is_needed_only_where_the_rating_differs_from_the_suggestion(evaluasi):
    e = ajukan(evaluasi)
    e = nilai(e, SESUAI, SESUAI, "")  # akta is suggested above, rated as expected
    assert [k.pesan for k in kekurangan(e)] == ["Tulis alasan untuk hasil kerja 1"]
    with pytest.raises(BelumLengkap) as tolak:
        sampaikan(evaluasi=e, oleh=e.penilai)
    assert [k.jangkar for k in tolak.value.kurang] == [
        f"id_alasan-{susun_lembar(e, Sudut.PENILAI).hasil[0].id}"
    ]
    assert not e.riwayat.filter(aksi="sampaikan").exists()


def test_a_reason_is_needed_for_a_whole_that_differs_from_its_suggestion(evaluasi):
    e = ajukan(evaluasi)
    isian = isian_penilai(e)
    isian = replace(isian, keputusan=Keputusan(ATAS, BAWAH))
    e = simpan_draf_penilaian(evaluasi=e, oleh=e.penilai, isian=isian, kunci=TAB)
    assert [k.pesan for k in kekurangan(e)] == [
        "Tulis alasan untuk rating hasil kerja",
        "Tulis alasan untuk rating perilaku",
    ]


def test_everything_is_missing_at_the_start_and_each_check_says_what(evaluasi):
    e = ajukan(evaluasi)
    periksa = pemeriksaan(susun_lembar(e, Sudut.PENILAI))
    assert [len(p.kurang) for p in periksa] == [2, 0, 7, 2]
    assert [p.beres for p in periksa] == [False, True, False, False]
    with pytest.raises(BelumLengkap, match="belum dapat disampaikan"):
        sampaikan(evaluasi=e, oleh=e.penilai)


def test_a_reason_left_over_from_a_changed_mind_is_not_delivered(evaluasi):
    selesai = sampai_tuntas(evaluasi)
    alasan = dict(PenilaianHasil.objects.filter(evaluasi=selesai).values_list("rhk__urutan", "alasan"))
    assert alasan == {1: "Ada alasannya.", 2: ""}
    assert (selesai.alasan_hasil, selesai.alasan_perilaku) == ("", "")


def test_the_assessor_waits_for_the_self_assessment_until_its_deadline(evaluasi, kini):
    with pytest.raises(TransisiDitolak, match=r"sampai Selasa, 7 April 2026 pukul 23\.59 WIB"):
        nilai(evaluasi)
    kini.move_to(SETELAH_BATAS)
    nilai(evaluasi)
    sampaikan(evaluasi=evaluasi, oleh=evaluasi.penilai)
    evaluasi.refresh_from_db()
    assert evaluasi.status == "disampaikan"


def test_the_deadline_is_that_of_the_units_zone(evaluasi, kini):
    evaluasi.unit.zona = "WIT"  # two hours ahead of Jakarta
    evaluasi.unit.save()
    kini.move_to(SETELAH_BATAS.replace(hour=15, minute=0))  # 8 April 00.00 WIT, 7 April 22.00 WIB
    evaluasi.refresh_from_db()
    assert nilai(evaluasi).draf_pada is not None


def test_without_a_submitted_self_assessment_the_reports_count_not_the_unsent_draft(evaluasi, kini):
    desa = susun_lembar(evaluasi, Sudut.PEGAWAI).indikator[2]
    draf = IsianDiri(realisasi={desa.id: Decimal(40)}, catatan="belum jadi")
    simpan_penilaian_diri(evaluasi=evaluasi, oleh=evaluasi.pegawai, isian=draf, kunci=TAB)
    kini.move_to(SETELAH_BATAS)
    evaluasi.refresh_from_db()
    lembar = susun_lembar(evaluasi, Sudut.PENILAI)
    assert (lembar.indikator[2].realisasi, lembar.catatan_diri) == (Decimal("11.000"), "")
    nilai(evaluasi)
    selesai = sampaikan(evaluasi=evaluasi, oleh=evaluasi.penilai)
    assert PenilaianIndikator.objects.get(indikator_id=desa.id).realisasi == Decimal("11.000")
    assert selesai.rekaman["penilaian_diri"] is False


def test_employee_and_assessor_write_at_once_without_overwriting_each_other(evaluasi, kini):
    kini.move_to(SETELAH_BATAS)  # late, yet both may still write
    nilai(evaluasi)
    simpan_penilaian_diri(
        evaluasi=evaluasi, oleh=evaluasi.pegawai, isian=IsianDiri(catatan="terlambat"), kunci=uuid.uuid4()
    )
    nilai(evaluasi, ATAS)
    evaluasi.refresh_from_db()
    assert (evaluasi.catatan_diri, evaluasi.rating_hasil) == ("terlambat", 1)


def test_a_second_tab_of_the_assessor_is_told(evaluasi):
    e = ajukan(evaluasi)
    nilai(e, ATAS)
    with pytest.raises(DrafUsang, match=r"09\.00"):
        nilai(e, BAWAH, kunci=uuid.uuid4())
    e.refresh_from_db()
    assert e.rating_hasil == 1
    with pytest.raises(DrafUsang):
        sampaikan(evaluasi=e, oleh=e.penilai, kunci=uuid.uuid4())


def test_ratings_for_results_of_another_plan_are_ignored(evaluasi, pemeran, buat_evaluasi):
    e, lain = ajukan(evaluasi), buat_evaluasi(pemeran.sari)
    asing = susun_lembar(lain, Sudut.PEGAWAI).hasil[0].id
    isian = IsianPenilai({asing: (ATAS, "")}, {}, Keputusan())
    simpan_draf_penilaian(evaluasi=e, oleh=e.penilai, isian=isian, kunci=TAB)
    assert not PenilaianHasil.objects.filter(rhk_id=asing).exists()


def test_returning_needs_a_note_and_reaches_the_employee(evaluasi, pemeran):
    e = ajukan(evaluasi)
    with pytest.raises(TransisiDitolak, match="Tulis catatan"):
        kembalikan(evaluasi=e, oleh=pemeran.kabid, catatan="  ")
    kembali = kembalikan(evaluasi=e, oleh=pemeran.kabid, catatan="Lengkapi bukti desa.")
    assert (kembali.status, kembali.diajukan_pada) == ("terbuka", None)
    pesan = Pesan.objects.get(jenis=JenisPesan.PENILAIAN_DIRI_DIKEMBALIKAN)
    assert pesan.penerima == pemeran.ratna
    assert pesan.data["catatan"] == "Lengkapi bukti desa."


def test_a_closed_period_and_a_delivered_result_refuse_with_a_sentence(evaluasi):
    e = sampai_tuntas(evaluasi)
    with pytest.raises(TransisiDitolak, match="sudah disampaikan"):
        nilai(e)
    e.periode.status, e.periode.ditutup_pada = StatusPeriode.DITUTUP, timezone.now()
    e.periode.save()
    for lakukan in (nilai, lambda e: kembalikan(evaluasi=e, oleh=e.penilai, catatan="x")):
        with pytest.raises(TransisiDitolak, match="sudah ditutup"):
            lakukan(e)


@pytest.mark.parametrize(
    "siapa", ["ratna", "kadis", "sari", "rudi", "pengelola_instansi", "pimpinan", "auditor"]
)
def test_nobody_but_the_assessor_rates_delivers_or_returns(evaluasi, pemeran, siapa):
    e, orang = ajukan(evaluasi), getattr(pemeran, siapa)
    isian = isian_penilai(e)
    for lakukan in (
        lambda: simpan_draf_penilaian(evaluasi=e, oleh=orang, isian=isian, kunci=TAB),
        lambda: sampaikan(evaluasi=e, oleh=orang),
        lambda: kembalikan(evaluasi=e, oleh=orang, catatan="x"),
    ):
        with pytest.raises(PermissionDenied):
            lakukan()


def test_the_top_of_the_tree_is_assessed_too(pemeran, buat_evaluasi):
    e = buat_evaluasi(pemeran.kadis)
    assert (e.penilai, e.atasan_penilai) == (pemeran.bupati, None)
    for uraian in (
        "Waktu penyelesaian akta kelahiran",
        "Indeks kepuasan masyarakat loket 3",
        "Desa terlayani",
    ):
        lapor(e.skp, uraian, "1")
    selesai = sampai_tuntas(e, ATAS, ATAS)
    assert selesai.get_predikat_display() == "Sangat Baik"


def test_saving_and_delivering_take_as_many_queries_for_two_results_as_for_twelve(pemeran, buat_evaluasi):
    def hitung(orang, tambahan):
        e = buat_evaluasi(orang)
        for _ in range(tambahan):
            isi_skp(e.skp)
        for baris in susun_lembar(e, Sudut.PEGAWAI).indikator:
            lapor(e.skp, baris.uraian, "3")
        with CaptureQueriesContext(connection) as semua:
            sampai_tuntas(e, ATAS)
        return len(semua)

    sedikit, banyak = hitung(pemeran.ratna, 0), hitung(pemeran.sari, 5)
    assert sedikit == banyak
