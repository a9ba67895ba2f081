"""The printed forms, field by field, and the eight worked examples from their inputs to the paper."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

import pytest

from inti.cetak import cetak
from penilaian.aturan.formulir import (
    CAPAIAN,
    PREDIKAT,
    RATING,
    Bagian,
    Tanda,
    isi_dokumen,
    isi_evaluasi,
    periode_bulan,
    teks_realisasi,
    teks_target,
    tempat,
)
from penilaian.aturan.predikat import predikat_kinerja
from penilaian.aturan.rekaman_tahunan import Capaian, Hasil, Indikator, Orang, Perilaku, Rekaman, Umpan
from sasaran.aturan.berakhlak import BERAKHLAK
from tests.penilaian.contoh_dokumen import BUDI, RATNA, YOHANES, rekaman, teks_pdf
from tests.vektor import baca_vektor

PADA = datetime(2027, 1, 11, 3, 0, tzinfo=UTC)
VEKTOR = Path(__file__).parents[1] / "vektor"
KODE = {"Di Atas Ekspektasi": 1, "Sesuai Ekspektasi": 2, "Di Bawah Ekspektasi": 3}


def _tanda(peran: str, orang: Orang) -> Tanda:
    return Tanda(
        peran, orang.nama, orang.nip, "Asri Mulya, 11 Januari 2027", "Ditandatangani secara elektronik"
    )


def _c(satu: Rekaman) -> str:
    isi = isi_evaluasi(satu, periode="TRIWULAN III", tanda=[_tanda("Pejabat Penilai Kinerja", satu.penilai)])
    return teks_pdf(cetak(f"penilaian/{satu.formulir.lower().replace('.', '')}", isi, pada=PADA))


def _d(formulir: str) -> str:
    bagian = [Bagian(5, "CATATAN/REKOMENDASI", "Ikut pelatihan.")]
    tanda = [_tanda("7. Pegawai yang Dinilai", RATNA), _tanda("6. Pejabat Penilai Kinerja", BUDI)]
    if formulir == "D.1.2":
        tanda[1] = _tanda("6. Atasan Pejabat Penilai Kinerja", YOHANES)
    if formulir == "D.1.3":
        bagian += [
            Bagian(6, "KEBERATAN", "Belum dihitung."),
            Bagian(7, "PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN", "Bukti belum masuk."),
            Bagian(8, "KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA", "Menguatkan."),
        ]
        tanda = [
            _tanda("10. Pegawai yang Dinilai", RATNA),
            _tanda("9. Pejabat Penilai Kinerja", BUDI),
            _tanda("11. Atasan Pejabat Penilai Kinerja", YOHANES),
        ]
    isi = isi_dokumen(rekaman(), formulir=formulir, periode="TRIWULAN III", bagian=bagian, tanda=tanda)
    return teks_pdf(cetak("penilaian/d1", isi, pada=PADA))


@pytest.fixture(scope="module")
def tercetak() -> dict[str, str]:
    """The text of each of the six forms."""
    c = {f: _c(rekaman(formulir=f)) for f in ("C.1.1", "C.1.2", "C.1.3")}
    return {k: " ".join(t.split()) for k, t in (c | {f: _d(f) for f in ("D.1.1", "D.1.2", "D.1.3")}).items()}


@pytest.mark.parametrize(
    ("kode", "kolom", "isi"),
    baca_vektor("penilaian/vektor/formulir_kolom.csv", "kode", "kolom", "tercetak", ids="sumber"),
)
def test_every_field_of_the_official_form_is_on_the_paper(tercetak, kode, kolom, isi):
    assert isi in tercetak[kode], f"{kode} {kolom}"


def test_only_the_chosen_words_are_printed(tercetak):
    for kode in ("C.1.1", "C.1.2", "C.1.3"):
        assert "DIBAWAH EKSPEKTASI" not in tercetak[kode]
        assert "ISTIMEWA" not in tercetak[kode]
    assert "TRIWULAN IV" not in tercetak["C.1.3"]


def test_columns_are_numbered_as_in_the_regulation(tercetak):
    assert "(1) (2) (3) (4) (5) (6) (7) A. UTAMA" in tercetak["C.1.2"]
    assert "(1) (2) (3) (4) (5) (6) (7) (8) A. UTAMA" in tercetak["C.1.3"]


def test_perspective_is_for_high_leaders_only(tercetak):
    assert "PERSPEKTIF" in tercetak["C.1.2"]
    assert "erspektif" not in tercetak["C.1.1"] + tercetak["C.1.3"]
    jpt = rekaman(formulir="C.1.1")
    indikator = replace(jpt.hasil[0].indikator[0], perspektif="Anggaran")
    jpt = replace(jpt, hasil=(replace(jpt.hasil[0], indikator=(indikator,)),))
    assert "Target, dan Perspektif:" in _c(jpt)
    assert "(Anggaran)" in _c(jpt)


def test_long_texts_break_over_pages_with_repeated_heads():
    satu = rekaman()
    panjang = Umpan(
        "Pimpinan", "positif", "Kerjanya sudah baik dan perlu dipertahankan. " * 200, "2026-05-01"
    )
    satu = replace(satu, hasil=(replace(satu.hasil[0], umpan_balik=(panjang,) * 4), satu.hasil[1]))
    teks = _c(satu)
    assert teks.count("RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI") >= 3
    assert "Halaman 5 dari" in teks
    assert teks.count("Kerjanya sudah baik") == 800


@pytest.mark.parametrize(
    "jahat", ['#panic("x")', '#read("/.env")', "*" * 400, "x" * 3000, "مرحبا 😀", "$a$ @b <c>"]
)
def test_texts_of_people_do_no_harm_anywhere_on_a_form(jahat):
    satu = rekaman(pegawai=Orang(jahat, "", jahat, jahat, jahat), catatan=jahat)
    umpan = (Umpan(jahat, "", jahat, "2026-01-01"),)
    indikator = Indikator(jahat, jahat, jahat, jahat, jahat, "naik", jahat)
    hasil = replace(satu.hasil[0], nama=jahat, pimpinan=jahat, indikator=(indikator,), umpan_balik=umpan)
    for formulir in ("C.1.1", "C.1.2", "C.1.3"):
        assert "PREDIKAT KINERJA PEGAWAI BAIK" in _c(replace(satu, formulir=formulir, hasil=(hasil,)))


def test_a_form_without_results_or_label_still_says_so():
    teks = _c(rekaman(hasil=(), perilaku=(), capaian=Capaian(0, "")))
    assert "Belum ada capaian kinerja organisasi yang ditetapkan." in teks
    assert "Kolaboratif" in teks


def _baris(nama: str) -> list[dict[str, str]]:
    return list(csv.DictReader((VEKTOR / nama).read_text(encoding="utf-8").splitlines()))


def _contoh(baris: dict[str, str]) -> Rekaman:
    """The snapshot of one worked example from the tables of the regulation."""
    jpt = baris["kelompok"] == "JPT" or "mandiri" in baris["kelompok"]
    formulir = "C.1.1" if baris["pendekatan"] == "kualitatif" else "C.1.2" if jpt else "C.1.3"
    umpan = [u for u in _baris("contoh_dokumen_umpan_balik.csv") if u["contoh"] == baris["id"]]
    indikator = [i for i in _baris("contoh_dokumen_indikator.csv") if i["contoh"] == baris["id"]]
    hasil, perilaku = KODE[baris["rating_hasil"]], KODE[baris["rating_perilaku"]]
    return rekaman(
        formulir=formulir, rating_hasil=hasil, rating_perilaku=perilaku,
        predikat=int(predikat_kinerja(hasil, perilaku, date(2026, 12, 31))),
        capaian=Capaian({"Baik": 2}[baris["capaian_organisasi"]], ""),
        pegawai=replace(RATNA, jabatan=baris["jabatan"]), penilai=replace(BUDI, jabatan=baris["pejabat_penilai"]),
        hasil=tuple(
            Hasil(no, "", f"Hasil kerja {no}", isi[0]["jenis"], "", "", None, "", "",
                  tuple(_indikator(i, jpt) for i in isi),
                  tuple(_umpan(u) for u in umpan if u["bagian"] == "hasil" and u["rujukan"].split()[0] == no))
            for no, kelompok in groupby(indikator, key=lambda i: i["rhk_no"]) for isi in [list(kelompok)]
        ),
        perilaku=tuple(
            Perilaku(n.kode, None, "", tuple(_umpan(u) for u in umpan if u["rujukan"] == n.nama)) for n in BERAKHLAK
        ),
    )  # fmt: skip


def _indikator(i: dict[str, str], jpt: bool) -> Indikator:
    aspek, perspektif = ("", i["aspek_atau_perspektif"]) if jpt else (i["aspek_atau_perspektif"], "")
    return Indikator(
        i["indikator"], aspek, i["target"], None, i["realisasi"], "naik", "", perspektif=perspektif
    )


def _umpan(u: dict[str, str]) -> Umpan:
    return Umpan(u["pemberi"], "", u["ringkasan_en"], "2021-12-01")


@pytest.mark.parametrize("baris", _baris("contoh_dokumen.csv"), ids=lambda b: b["id"])
def test_the_worked_examples_from_their_inputs_to_the_paper(baris):
    """EV-03 prints “Kurang”: its sample contradicts the quadrant (contoh.md 1)."""
    satu = _contoh(baris)
    teks = _c(satu)
    predikat = {v.split(" (")[0].title(): v for v in PREDIKAT.values()}[baris["predikat_menurut_kuadran"]]
    assert f"PREDIKAT KINERJA PEGAWAI {predikat}" in teks
    assert f"RATING HASIL KERJA {RATING[KODE[baris['rating_hasil']]]}" in teks
    assert f"RATING PERILAKU KERJA {RATING[KODE[baris['rating_perilaku']]]}" in teks
    assert f"CAPAIAN KINERJA ORGANISASI {CAPAIAN[2]}" in teks
    padat = "".join(teks.split())
    for hasil in satu.hasil:
        for i in hasil.indikator:
            assert "".join(i.nama.split()) in padat, i.nama
            assert "".join((i.realisasi or "").split()) in padat
    for u in _baris("contoh_dokumen_umpan_balik.csv"):
        ada = u["contoh"] == baris["id"] and (u["bagian"] == "perilaku" or any(
            h.umpan_balik for h in satu.hasil if h.id == u["rujukan"].split()[0]))  # fmt: skip
        if ada:
            assert "".join(f"{u['pemberi']}: {u['ringkasan_en']}".split()) in padat


@pytest.mark.parametrize(
    ("target", "maks", "arah", "satuan", "teks"),
    [
        ("85", None, "naik", "nilai", "85 nilai"),
        ("1", None, "turun", "hari", "≤ 1 hari"),
        ("12", None, "tepat", "dokumen", "tepat 12 dokumen"),
        ("44", "48", "naik", "desa", "44–48 desa"),
        ("61.95", None, "naik", "%", "61,95%"),
        ("1250000.500", None, "naik", "rupiah", "1.250.000,5 rupiah"),
        ("sesuai prosedur", None, "naik", "", "sesuai prosedur"),
    ],
)
def test_a_target_reads_as_in_the_plan(target, maks, arah, satuan, teks):
    assert teks_target(Indikator("x", "", target, maks, None, arah, satuan)) == teks


def test_a_realisation_says_what_stands_behind_it():
    dasar = Indikator("x", "", "1", None, "0.9", "turun", "hari")
    assert teks_realisasi(dasar) == "0,9 hari"
    assert teks_realisasi(replace(dasar, laporan=3, bukti=2)) == "0,9 hari (3 laporan, 2 bukti dukung)"
    assert teks_realisasi(replace(dasar, realisasi=None)) == "–"


@pytest.mark.parametrize(
    ("instansi", "kata"),
    [
        ("Pemerintah Kabupaten Asri Mulya", "Asri Mulya"),
        ("Pemerintah Kota Tangerang Selatan", "Tangerang Selatan"),
        ("Pemerintah Provinsi Bengkulu", "Bengkulu"),
        ("Badan Kepegawaian Negara", "Badan Kepegawaian Negara"),
    ],
)
def test_the_place_of_a_signature_is_the_region(instansi, kata):
    assert tempat(instansi) == kata


def test_a_monthly_period_is_named_by_its_month():
    assert periode_bulan(3) == "BULAN MARET"
    for salah in (0, 13):
        with pytest.raises(ValueError, match="no month"):
            periode_bulan(salah)
