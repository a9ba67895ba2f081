"""The pure rules and the choices of the models use the same values."""

from penilaian import enums as enum_penilaian
from penilaian.aturan.predikat import Predikat, Rating
from penilaian.aturan.saran import TAMBAHAN, UTAMA
from sasaran import enums
from sasaran.aturan.berakhlak import BERAKHLAK
from sasaran.aturan.capaian import Arah, CaraGabung


def test_directions_ways_and_kinds():
    assert enums.Arah.values == [satu.value for satu in Arah]
    assert enums.CaraHitung.values == [satu.value for satu in CaraGabung]
    assert enums.JenisRHK.values == [UTAMA, TAMBAHAN]


def test_ratings_labels_and_values():
    assert dict(
        zip(enum_penilaian.PilihanRating.names, enum_penilaian.PilihanRating.values, strict=True)
    ) == {satu.name: satu.value for satu in Rating}
    assert enum_penilaian.PilihanPredikat.values == [satu.value for satu in Predikat]
    assert dict(enum_penilaian.NilaiPerilaku.choices) == {nilai.kode: nilai.nama for nilai in BERAKHLAK}
