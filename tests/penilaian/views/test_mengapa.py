"""“Mengapa predikat ini?”: whoever reads only this page can compute the result again."""

import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from pelaksanaan.models import UmpanBalik
from pelaksanaan.services.umpan_balik import beri_umpan_balik
from penilaian.aturan.predikat import Rating
from penilaian.services.baca import Sudut
from penilaian.services.lembar import susun_lembar
from sasaran.models import IndikatorKinerjaIndividu
from tests.penilaian.conftest import alamat, lapor, sampaikan
from tests.penilaian.services.test_nilai import KUADRAN


class Tabel(HTMLParser):
    """All tables of a page as lists of rows of cell texts, each under the class of its table."""

    def __init__(self, isi: str) -> None:
        super().__init__()
        self.tabel: list[tuple[str, list[list[str]]]] = []
        self.sel = False
        self.kecil = 0
        self.feed(isi)

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tabel.append((dict(attrs).get("class", ""), []))
        elif tag == "tr":
            self.tabel[-1][1].append([])
        elif tag in {"td", "th"} and self.tabel:
            self.tabel[-1][1][-1].append("")
            self.sel = True
        elif tag in {"small", "span"}:
            self.kecil += 1

    def handle_endtag(self, tag):
        if tag in {"td", "th"}:
            self.sel = False
        elif tag in {"small", "span"}:
            self.kecil -= 1

    def handle_data(self, data):
        if self.sel and not self.kecil:
            baris = self.tabel[-1][1][-1]
            baris[-1] = f"{baris[-1]} {data.strip()}".strip()

    def berkelas(self, kelas: str) -> list[list[list[str]]]:
        return [isi for nama, isi in self.tabel if nama == kelas]


def _angka(teks: str) -> Decimal:
    return Decimal(re.search(r"[\d.,]+", teks).group().replace(".", "").replace(",", "."))


def _letak(target: str, realisasi: str) -> str:
    """Compare by hand what the page prints: “≤ 1 hari”, “≥ 85 nilai”, “11–12 desa”."""
    r = _angka(realisasi)
    if "–" in target:
        bawah, atas = (_angka(bagian) for bagian in target.split("–"))
        return "di bawah" if r < bawah else "di atas" if r > atas else "sesuai"
    t = _angka(target)
    if r == t:
        return "sesuai"
    return "di atas" if (r < t) == target.startswith("≤") else "di bawah"


def _saran(letak: list[str]) -> str:
    kata = "bawah" if "di bawah" in letak else "atas" if "di atas" in letak else ""
    return f"Di {kata} ekspektasi" if kata else "Sesuai ekspektasi"


def _isi(masuk, orang, e) -> str:
    jawaban = masuk(orang).get(reverse("penilaian:mengapa", args=[e.pk]))
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def _teks(isi: str, id_: str) -> str:
    return re.sub(r"<[^>]+>", "", re.search(rf'id="{id_}"[^>]*>(.*?)</', isi, re.S).group(1)).strip()


def _sebutan(isi: str, id_: str) -> str:
    return _teks(isi, id_).removesuffix(" ekspektasi").lower()


@pytest.mark.parametrize(("hasil", "perilaku", "predikat"), KUADRAN)
def test_the_predikat_can_be_recomputed_from_what_the_page_shows(
    evaluasi, pemeran, masuk, hasil, perilaku, predikat
):
    e = sampaikan(evaluasi, Rating(hasil), Rating(perilaku))
    isi = _isi(masuk, pemeran.ratna, e)
    tabel = Tabel(isi)

    # 1. each indicator: the printed place follows from the printed target and realisation
    letak = []
    for satu in tabel.berkelas("ukuran"):
        baris = satu[1:]
        for _nama, target, realisasi, tertulis in baris:
            assert tertulis.split(" ", 1)[1] == _letak(target, realisasi)
        letak.append([_letak(target, realisasi) for _nama, target, realisasi, _ in baris])
    assert letak == [["di atas", "sesuai"], ["sesuai"]]

    # 2. each result: the printed suggestion follows from those places; a different rating has a reason
    per_rhk, per_nilai = tabel.berkelas("tabel")
    assert [baris[2] for baris in per_rhk[1:]] == [_saran(satu) for satu in letak]
    for _nama, _jenis, saran, ditetapkan in per_rhk[1:]:
        assert saran == ditetapkan or "Ada alasannya." in isi
    assert len(per_nilai[1:]) == 7

    # 3. the two ratings lead to one cell of the printed matrix, and that cell is the stored predikat
    kepala, *badan = tabel.berkelas("grid9")[0]
    kolom = [k.lower().removeprefix("perilaku ") for k in kepala]
    baris = {b[0].lower().removeprefix("hasil "): b for b in badan}
    sel = baris[_sebutan(isi, "rating-hasil")][kolom.index(_sebutan(isi, "rating-perilaku"))]
    assert sel == predikat == e.get_predikat_display()


def test_it_names_rule_source_who_when_and_what_may_be_done_until_when(evaluasi, pemeran, masuk):
    UmpanBalik.objects.create(
        skp=evaluasi.skp, nilai_perilaku="loyal", pemberi=pemeran.kabid, sifat="positif", isi="Bagus."
    )
    isi = _isi(masuk, pemeran.ratna, sampaikan(evaluasi))
    for kalimat in (
        "PermenPANRB 6/2022, Lampiran Bab IV.B.3",
        "berlaku sejak 7 Februari 2022",
        "Sudah baik: 1",
        "Budi Santoso",
        "1 April 2026 09.00 WIB",
        "kepada Yohanes Lasut, atasan pejabat penilai",
        "Rabu, 22 April 2026 pukul 23.59 WIB",  # 14 working days; Good Friday 3 April is off
        "Pertahankan.",
        "dari 44 desa setahun",
    ):
        assert kalimat in isi, kalimat


def test_a_later_change_of_the_plan_does_not_rewrite_the_explanation(evaluasi, pemeran, masuk):
    e = sampaikan(evaluasi)
    sebelum = Tabel(_isi(masuk, pemeran.ratna, e)).tabel
    IndikatorKinerjaIndividu.objects.update(target=999, target_maks=None, arah="tepat", uraian="Lain")
    e.skp.rhk.update(jenis="tambahan", uraian="Lain")
    assert Tabel(_isi(masuk, pemeran.ratna, e)).tabel == sebelum


def test_without_a_kept_snapshot_the_rows_explain_the_same(evaluasi, pemeran, masuk):
    e = sampaikan(evaluasi)
    sebelum = Tabel(_isi(masuk, pemeran.ratna, e)).tabel
    e.rekaman = None
    e.save()
    assert Tabel(_isi(masuk, pemeran.ratna, e)).tabel == sebelum


def test_before_delivery_it_leads_to_the_result_page(evaluasi, pemeran, masuk):
    alamat = reverse("penilaian:mengapa", args=[evaluasi.pk])
    assert masuk(pemeran.ratna).get(alamat).url == reverse("penilaian:hasil", args=[evaluasi.pk])


def test_the_head_assessed_by_the_regent_is_told_that_the_result_is_final(pemeran, buat_evaluasi, masuk):
    e = buat_evaluasi(pemeran.kadis)
    for baris in susun_lembar(e, Sudut.PEGAWAI).indikator:
        lapor(e.skp, baris.uraian, "1")
    isi = _isi(masuk, pemeran.kadis, sampaikan(e))
    # PermenPANRB 6/2022, Lampiran IV.A.12 (FN-01)
    assert "Hasil evaluasi yang ditetapkan Kepala Daerah bersifat final." in isi
    assert "keberatan/baru" not in isi


def test_how_much_feedback_there_was_is_for_those_who_may_read_feedback(masuk, pemeran, evaluasi):
    beri_umpan_balik(
        skp=evaluasi.skp, isi="Loket rapi.", sifat="positif", oleh=pemeran.kabid, nilai_perilaku="akuntabel"
    )
    e = sampaikan(evaluasi)
    for peran, terbaca in (("ratna", True), ("kadis", True), ("auditor", True), ("pengelola_opd", False)):
        halaman = masuk(getattr(pemeran, peran)).get(alamat(e, "mengapa")).content.decode()
        assert ("Sudah baik: 1" in halaman) is terbaca, peran
        assert ("Hanya pegawai, para atasannya" in halaman) is not terbaca, peran


def test_it_explains_itself_in_english_too(evaluasi, pemeran, masuk):
    e = sampaikan(evaluasi)
    klien = masuk(pemeran.ratna)
    klien.cookies["django_language"] = "en"
    isi = klien.get(reverse("penilaian:mengapa", args=[e.pk])).content.decode()
    for kalimat in (
        "Why this predikat?",
        "Suggestion and assessment of every work result",
        "main work results below expectations; for Above it must be 0.",
        "Akuntabel (accountable)",
        "Rules in force since 7 February 2022. There are no weights and no scores.",
    ):
        assert kalimat in isi, kalimat
    assert "hasil kerja" not in isi.lower().replace("permenpanrb", "")
