"""The sheet: what the numbers say, and typed ratings laid over it without writing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from penilaian.aturan.predikat import Rating
from penilaian.services.baca import Sudut
from penilaian.services.lembar import susun_lembar, terapkan
from sasaran.models import IndikatorKinerjaIndividu
from sasaran.services.ekspektasi import tetapkan_ekspektasi
from tests.penilaian.conftest import isian_penilai, lapor, sampaikan


@pytest.fixture
def baris(evaluasi):
    return susun_lembar(evaluasi, Sudut.PEGAWAI).indikator[2]


def test_numbers_are_written_the_indonesian_way(baris):
    assert (baris.teks_target, baris.teks_realisasi, baris.teks_laporan) == (
        "11–12 desa",
        "11 desa",
        "11 desa",
    )
    assert (baris.teks_target_setahun, baris.teks_capaian) == ("44 desa", "100 %")


@pytest.mark.parametrize(("arah", "tanda"), [("naik", "≥"), ("turun", "≤"), ("tepat", "=")])
def test_the_sign_tells_the_direction(baris, arah, tanda):
    assert replace(baris, arah=arah, target_maks=None).teks_target == f"{tanda} 11 desa"


def test_without_a_number_nothing_is_claimed(baris):
    kosong = replace(baris, realisasi=None, dari_laporan=None)
    assert (kosong.teks_realisasi, kosong.teks_laporan, kosong.teks_capaian) == ("–", "", "")
    assert (kosong.hubungan, kosong.capaian, kosong.diubah) == (None, None, False)


def test_a_sum_too_long_for_the_column_must_be_typed_by_a_person(evaluasi):
    for _ in range(2):
        lapor(evaluasi.skp, "Desa terlayani", "999999999999999")
    assert susun_lembar(evaluasi, Sudut.PEGAWAI).indikator[2].realisasi is None


def test_a_mean_is_kept_to_the_three_decimals_of_the_column(evaluasi):
    for angka in ("1", "1"):
        lapor(evaluasi.skp, "Waktu penyelesaian akta kelahiran", angka)
    assert susun_lembar(evaluasi, Sudut.PEGAWAI).indikator[0].realisasi == Decimal("0.967")  # 2,9 / 3


def test_typed_ratings_change_suggestions_and_write_nothing(evaluasi):
    lembar = susun_lembar(evaluasi, Sudut.PENILAI)
    assert lembar.saran_hasil.rating is None
    baru = terapkan(lembar, isian_penilai(evaluasi, Rating.DI_ATAS, Rating.DI_BAWAH))
    assert baru.saran_hasil.rating is Rating.DI_ATAS
    assert baru.saran_perilaku.rating is Rating.DI_BAWAH
    assert susun_lembar(evaluasi, Sudut.PENILAI) == lembar


def test_order_is_that_of_the_plan(evaluasi):
    IndikatorKinerjaIndividu.objects.filter(uraian__startswith="Waktu").update(urutan=9)
    assert [i.uraian[:6] for i in susun_lembar(evaluasi, Sudut.PEGAWAI).hasil[0].indikator] == [
        "Indeks",
        "Waktu ",
    ]


def test_special_expectations_stand_beside_the_values_as_they_were_on_delivery(diajukan, pemeran, kini):
    """What came after the delivery cannot have been rated, so neither page nor form shows it for this period."""
    tetapkan_ekspektasi(skp=diajukan.skp, oleh=pemeran.kabid, isian={"loyal": "Jaga data warga."})
    for sudut in (Sudut.PEGAWAI, Sudut.PENILAI):
        assert _ekspektasi(diajukan, sudut) == {"loyal": "Jaga data warga."}
    dinilai = sampaikan(diajukan)
    kini.shift(86400)
    tetapkan_ekspektasi(skp=diajukan.skp, oleh=pemeran.kabid, isian={"loyal": "", "adaptif": "Coba."})
    assert _ekspektasi(dinilai, Sudut.PEGAWAI) == {"loyal": "Jaga data warga."}
    assert dinilai.rekaman["ekspektasi"] == {"loyal": "Jaga data warga."}


def _ekspektasi(e, sudut):
    return {b.nilai.kode: b.ekspektasi for b in susun_lembar(e, sudut).perilaku if b.ekspektasi}
