"""The explanation recomputes every step; somebody with pen and paper comes to the same label."""

import copy
import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penilaian.aturan.penjelasan import KodeLangkah, jelaskan
from penilaian.aturan.predikat import Predikat, Rating, predikat_kinerja
from sasaran.aturan.berakhlak import KODE_NILAI

REKAMAN = {
    "tanggal": "2026-06-30",
    "rhk": [
        {
            "nama": "Akta kelahiran terbit tepat waktu",
            "jenis": "utama",
            "rating": 1,
            "indikator": [
                {
                    "nama": "Akta terbit", "target": "1500", "target_maks": None, "realisasi": "1800.50",
                    "arah": "naik", "satuan": "akta",
                },
                {
                    "nama": "Lama proses", "target": "2", "target_maks": "3", "realisasi": "3",
                    "arah": "turun", "satuan": "hari",
                },
            ],
        },
        {
            "nama": "Pengaduan terselesaikan",
            "jenis": "utama",
            "rating": 2,
            "indikator": [
                {"nama": "Selesai", "target": "90", "realisasi": "80", "arah": "naik", "diterima": True},
            ],
        },
        {
            "nama": "Arsip tertata",
            "jenis": "tambahan",
            "rating": None,
            "indikator": [
                {"nama": "Rapi", "target": None, "realisasi": None, "arah": "naik"},
                {"nama": "Box", "target": "10", "realisasi": None, "arah": "naik", "satuan": "box"},
            ],
        },
    ],
    "nilai_perilaku": dict.fromkeys(KODE_NILAI, 2),
    "hasil": 2,
    "perilaku": 1,
}  # fmt: skip


@pytest.fixture
def rekaman():
    return copy.deepcopy(REKAMAN)


def test_the_steps_go_from_the_results_to_the_label(rekaman):
    penjelasan = jelaskan(rekaman)
    kode = [langkah.kode for langkah in penjelasan.langkah]
    assert kode == [KodeLangkah.RHK] * 3 + [KodeLangkah.HASIL, KodeLangkah.PERILAKU, KodeLangkah.PREDIKAT]
    assert penjelasan.predikat is Predikat.BAIK
    assert all(langkah.sumber.startswith("PermenPANRB 6/2022") for langkah in penjelasan.langkah)
    assert all(langkah.aturan and langkah.masukan for langkah in penjelasan.langkah)


def test_figures_are_written_the_indonesian_way_with_what_they_mean(rekaman):
    akta, lama = jelaskan(rekaman).langkah[0].masukan
    assert akta.nama == "Akta terbit"
    assert akta.nilai == (
        "target 1.500 akta, realisasi 1.800,5 akta: capaian 120,03 %, lebih baik dari target"
    )
    assert lama.nilai == "target 2 sampai 3 hari, realisasi 3 hari: capaian 100 %, sesuai target"


def test_an_accepted_shortfall_is_told_and_does_not_lower_the_suggestion(rekaman):
    langkah = jelaskan(rekaman).langkah[1]
    assert langkah.masukan[0].nilai == (
        "target 90, realisasi 80: capaian 88,89 %, di bawah target; penilai menerima alasannya"
    )
    assert langkah.saran.rating is Rating.SESUAI
    assert not langkah.berbeda


def test_what_is_missing_is_shown_as_missing(rekaman):
    langkah = jelaskan(rekaman).langkah[2]
    assert [masukan.nilai for masukan in langkah.masukan] == [
        "target –, realisasi –",
        "target 10 box, realisasi – box",
    ]
    assert langkah.hasil == (
        "2 dari 2 indikator belum dapat dibandingkan dengan target. Saran: –. Ditetapkan penilai: –."
    )
    assert not langkah.berbeda


def test_where_the_assessor_differs_from_the_guidance_it_says_so(rekaman):
    perilaku = jelaskan(rekaman).langkah[-2]
    assert (perilaku.saran.rating, perilaku.ditetapkan, perilaku.berbeda) == (
        Rating.SESUAI,
        Rating.DI_ATAS,
        True,
    )
    assert perilaku.hasil.endswith("Saran: Sesuai Ekspektasi. Ditetapkan penilai: Di Atas Ekspektasi.")


def test_the_reason_of_the_assessor_stands_beside_the_step_it_belongs_to(rekaman):
    rekaman["rhk"][0]["alasan"] = "Bukti belum lengkap"
    alasan = {"alasan_hasil": "Pasar tutup dua bulan", "alasan_perilaku": "Menjadi teladan tim"}
    langkah = jelaskan({**rekaman, **alasan}).langkah
    assert [satu.alasan for satu in langkah] == [
        "Bukti belum lengkap",
        "",
        "",
        "Pasar tutup dua bulan",
        "Menjadi teladan tim",
        "",
    ]


def test_the_last_step_reads_the_quadrant(rekaman):
    akhir = jelaskan(rekaman).langkah[-1]
    assert [masukan.nilai for masukan in akhir.masukan] == ["Sesuai Ekspektasi", "Di Atas Ekspektasi"]
    assert akhir.hasil == "Baik"
    assert not akhir.berbeda


def test_a_snapshot_survives_json_and_a_real_date_does_as_well(rekaman):
    assert jelaskan(json.loads(json.dumps(rekaman))) == jelaskan({**rekaman, "tanggal": date(2026, 6, 30)})


def test_the_snapshot_is_left_as_it_was(rekaman):
    jelaskan(rekaman)
    assert rekaman == REKAMAN


@given(
    st.sampled_from(Rating),
    st.sampled_from(Rating),
    st.lists(st.sampled_from(Rating), min_size=3, max_size=3),
)
def test_the_recomputed_label_is_the_one_the_rule_gives(hasil, perilaku, rating):
    rhk = [{**satu, "rating": isi} for satu, isi in zip(REKAMAN["rhk"], rating, strict=True)]
    penjelasan = jelaskan({**REKAMAN, "rhk": rhk, "hasil": hasil, "perilaku": perilaku})
    assert penjelasan.predikat is predikat_kinerja(hasil, perilaku, date(2026, 6, 30))
    assert [langkah.ditetapkan for langkah in penjelasan.langkah] == [*rating, hasil, perilaku, None]


@pytest.mark.parametrize("bagian", ["tanggal", "rhk", "nilai_perilaku", "hasil", "perilaku"])
def test_a_snapshot_with_a_part_missing_is_refused(rekaman, bagian):
    del rekaman[bagian]
    with pytest.raises(ValueError, match=f"tidak lengkap: bagian '{bagian}' tidak ada"):
        jelaskan(rekaman)


@pytest.mark.parametrize(
    ("bagian", "nilai", "pesan"),
    [
        ("tanggal", "kemarin", "Tanggal penilaian “kemarin” tidak dapat dibaca"),
        ("tanggal", datetime(2026, 6, 30, tzinfo=UTC), "tanpa jam"),
        ("tanggal", None, "Tanggal penilaian “None” tidak dapat dibaca"),
        ("tanggal", "2021-12-31", "Belum ada panduan rating untuk tanggal 31-12-2021"),
        ("hasil", None, "Rating hasil kerja “None” tidak dikenal"),
        ("perilaku", 7, "Rating perilaku kerja “7” tidak dikenal"),
    ],
)
def test_a_snapshot_that_cannot_be_read_is_refused(rekaman, bagian, nilai, pesan):
    rekaman[bagian] = nilai
    with pytest.raises(ValueError, match=pesan):
        jelaskan(rekaman)
