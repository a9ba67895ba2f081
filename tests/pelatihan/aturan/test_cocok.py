"""Which entries answer a need."""

from dataclasses import dataclass, field

import pytest

from pelatihan.aturan.cocok import Gejala, cocokkan, kata


@dataclass
class Entri:
    nama: str
    topik: str = ""
    nilai: list[str] = field(default_factory=list)
    aspek: list[str] = field(default_factory=list)


KATALOG = [
    Entri("Pelayanan prima", "loket, pengaduan", ["berorientasi_pelayanan"], ["kualitas"]),
    Entri("Lokakarya menyusun indikator", "indikator, target", ["akuntabel"], ["kuantitas", "kualitas"]),
    Entri("Kerja sama lintas bidang", "kolaborasi", ["kolaboratif"]),
    Entri("Arsip digital", "arsip, dokumen"),
]


@pytest.mark.parametrize(
    ("gejala", "nama"),
    [
        (Gejala("", nilai="kolaboratif"), ["Kerja sama lintas bidang"]),
        (Gejala("Menata arsip akta"), ["Arsip digital"]),
        (
            Gejala("Mutu layanan", aspek=("kualitas", "kuantitas")),
            ["Lokakarya menyusun indikator", "Pelayanan prima"],
        ),
        (Gejala("Bahasa isyarat"), []),
        (Gejala("", nilai=""), []),
    ],
)
def test_what_answers_a_need_comes_best_first(gejala, nama):
    assert [e.nama for e in cocokkan(gejala, KATALOG)] == nama


def test_words_that_say_nothing_match_nothing():
    assert kata("Pelatihan untuk pegawai dalam kerja") == frozenset()
    assert cocokkan(Gejala("Pelatihan kinerja pegawai"), [Entri("Pelatihan kinerja pegawai baru")]) == []


def test_at_most_three_are_named():
    assert len(cocokkan(Gejala("", nilai="loyal"), [Entri(str(n), nilai=["loyal"]) for n in range(9)])) == 3
