"""What is missing, and hints on wording."""

import pytest

from sasaran.enums import JenisRHK
from sasaran.models import SKP, IndikatorKinerjaIndividu, RencanaHasilKerja
from sasaran.services.kelengkapan import (
    belum_berperspektif,
    kekurangan,
    peringatan_indikator,
    peringatan_rhk,
    rhk_lengkap,
    rincian_kekurangan,
    ringkasan_isi,
)


def test_a_full_plan_lacks_nothing(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "draf")
    assert kekurangan(skp) == []
    assert ringkasan_isi(list(rhk_lengkap(skp))) == "2 hasil kerja, 3 indikator"


def test_an_empty_plan_lacks_a_main_result(pemeran, buat_skp):
    assert kekurangan(buat_skp(pemeran.ratna, "draf", isi=False)) == [
        "Tambahkan paling sedikit satu hasil kerja utama."
    ]


def test_additional_results_alone_are_not_enough(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "draf")
    skp.rhk.update(jenis=JenisRHK.TAMBAHAN)
    assert kekurangan(skp) == ["Tambahkan paling sedikit satu hasil kerja utama."]


def test_each_result_without_an_indicator_is_named(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "draf")
    rhk = RencanaHasilKerja.objects.create(skp=skp, urutan=3, uraian="Arsip akta tertata")
    [satu] = rincian_kekurangan(skp)
    assert satu.pesan == "Beri paling sedikit satu indikator pada “Arsip akta tertata”."
    assert satu.rhk_id == rhk.pk


def test_a_plan_without_an_assessor_says_whom_to_ask(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "draf")
    SKP.objects.filter(pk=skp.pk).update(penilai=None)
    assert kekurangan(SKP.objects.get(pk=skp.pk)) == [
        "Pejabat penilai belum ditetapkan. Hubungi pengelola kinerja OPD Anda."
    ]


def _beri(skp, *perspektif):
    """Give the indicators of a plan these perspectives, in order."""
    semua = IndikatorKinerjaIndividu.objects.filter(rhk__skp=skp).order_by("urutan")
    for satu, nama in zip(semua, perspektif, strict=True):
        satu.perspektif = nama
        satu.save()


def test_each_indicator_of_a_leader_has_a_perspective_and_the_plan_has_anggaran(pemeran, buat_skp):
    """PermenPANRB 6/2022, Lampiran II.A.2.a.8."""
    skp = buat_skp(pemeran.kadis, "draf")
    assert kekurangan(skp) == [
        "Pilih perspektif setiap indikator pada “Akta kelahiran terbit tepat waktu”.",
        "Pilih perspektif setiap indikator pada “Perekaman KTP-el menjangkau desa terpencil”.",
        "Tambahkan paling sedikit satu indikator dengan perspektif Anggaran.",
    ]
    _beri(skp, "proses_bisnis", "penerima_layanan", "proses_bisnis")
    assert kekurangan(skp) == ["Tambahkan paling sedikit satu indikator dengan perspektif Anggaran."]
    assert belum_berperspektif(skp, list(rhk_lengkap(skp))) == ["Penguatan Internal", "Anggaran"]
    _beri(skp, "proses_bisnis", "penerima_layanan", "anggaran")
    assert kekurangan(skp) == []  # the others are a hint
    assert belum_berperspektif(skp, list(rhk_lengkap(skp))) == ["Penguatan Internal"]


def test_others_need_no_perspective(pemeran, buat_skp):
    skp = buat_skp(pemeran.kabid, "draf")
    assert kekurangan(skp) == []
    assert belum_berperspektif(skp, list(rhk_lengkap(skp))) == []


def test_the_check_asks_the_database_twice_however_many_results(pemeran, buat_skp, django_assert_num_queries):
    skp = buat_skp(pemeran.ratna, "draf")
    for nomor in range(3, 9):
        RencanaHasilKerja.objects.create(skp=skp, urutan=nomor, uraian=f"Hasil {nomor}")
    skp = SKP.objects.select_related("penempatan__jabatan", "unit").get(pk=skp.pk)  # as the pages have it
    with django_assert_num_queries(2):
        assert len(kekurangan(skp)) == 6
    daftar = list(rhk_lengkap(skp))
    with django_assert_num_queries(0):
        assert len(kekurangan(skp, daftar)) == 6


@pytest.mark.parametrize(
    ("uraian", "kode"),
    [
        ("Menyusun laporan bulanan", ["aktivitas"]),
        ("Semua akta terbit tepat waktu", ["kata_mutlak"]),
        ("Akta kelahiran terbit tepat waktu", []),
    ],
)
def test_the_wording_of_a_result_is_hinted_at(uraian, kode):
    assert [p.kode.value for p in peringatan_rhk(RencanaHasilKerja(uraian=uraian))] == kode


def test_the_wording_of_an_indicator_is_hinted_at(pemeran, buat_skp):
    _, iki, *_ = rhk_lengkap(buat_skp(pemeran.ratna, "draf"))[0].indikator.all()
    assert peringatan_indikator(iki) == []
    iki.uraian = "Laporan selalu tepat waktu"
    assert [p.kode.value for p in peringatan_indikator(iki)] == ["kata_mutlak"]
