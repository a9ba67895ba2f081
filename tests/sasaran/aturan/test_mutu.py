"""Hints on wording: the regulation's own 38 sentences and words that look alike."""

import pytest

from sasaran.aturan.mutu import KodePeringatan, periksa_indikator, periksa_rhk
from tests.vektor import baca_vektor

HARAPAN = {"Pencapaian": [], "Aktivitas": [KodePeringatan.AKTIVITAS], "Kategori": [KodePeringatan.KATEGORI]}


def kode(peringatan):
    return [satu.kode for satu in peringatan]


@pytest.mark.parametrize(
    ("pernyataan", "kelas"),
    baca_vektor("sasaran/vektor/kategori_rhk.csv", "pernyataan", "kelas", ids="sumber"),
)
def test_the_sorted_sentences_of_the_regulation(pernyataan, kelas):
    assert kode(periksa_rhk(pernyataan)) == HARAPAN[kelas]


@pytest.mark.parametrize(
    "teks",
    [
        pytest.param("Meningkatnya kepuasan pemohon KTP", id="a change, not an activity"),
        pytest.param("Media informasi layanan tersedia di semua", id="a noun that begins like a verb"),
        pytest.param("Layanan KTP diselesaikan dalam 24 jam", id="a field with what came about"),
        pytest.param("Penyelesaian akta lahir paling lama 2 hari", id="a noun of result"),
        pytest.param("Pendampingan UMKM menghasilkan izin usaha", id="an activity with its result"),
        pytest.param("", id="nothing written yet"),
        pytest.param("100 %", id="only figures"),
    ],
)
def test_a_result_is_not_called_an_activity(teks):
    assert KodePeringatan.AKTIVITAS not in kode(periksa_rhk(teks))
    assert KodePeringatan.KATEGORI not in kode(periksa_rhk(teks))


@pytest.mark.parametrize(
    "teks", ["Melaksanakan rapat", "MENGIKUTI diklat", "Menyusun laporan yang tepat waktu"]
)
def test_a_sentence_that_starts_with_doing_is_an_activity(teks):
    [peringatan] = periksa_rhk(teks)
    assert peringatan.kode is KodePeringatan.AKTIVITAS
    assert teks.split()[0].capitalize() in peringatan.pesan


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("Semua pengaduan ditindaklanjuti", ["semua"]),
        ("Laporan SELALU tepat waktu", ["selalu"]),
        ("Layanan tidak  pernah terlambat dan setiap pemohon puas", ["tidak pernah", "setiap"]),
        ("Kesemuanya tidak dipernahkan; kesetiapan", []),
        ("80 sampai 90 persen pengaduan selesai", []),
    ],
)
def test_absolute_words_are_pointed_out(teks, kata):
    assert [satu.pesan.split("“")[1].split("”")[0] for satu in periksa_indikator(teks)] == kata
    assert kode(periksa_rhk(teks)).count(KodePeringatan.KATA_MUTLAK) == len(kata)


def test_an_absolute_target_is_right_where_lives_are_at_stake():
    teks = "Semua pasien gawat darurat ditangani dalam 5 menit"
    assert kode(periksa_indikator(teks)) == [KodePeringatan.KATA_MUTLAK]
    assert periksa_indikator(teks, mutlak_wajar=True) == []
