"""What is missing, and hints on wording."""

import pytest

from sasaran.enums import JenisRHK
from sasaran.models import SKP, RencanaHasilKerja
from sasaran.services.kelengkapan import (
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


def test_the_check_asks_the_database_twice_however_many_results(pemeran, buat_skp, django_assert_num_queries):
    skp = buat_skp(pemeran.ratna, "draf")
    for nomor in range(3, 9):
        RencanaHasilKerja.objects.create(skp=skp, urutan=nomor, uraian=f"Hasil {nomor}")
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
