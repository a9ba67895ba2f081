"""The picture of the curve: the measured heights, the peak, and an SVG that needs no style."""

import re
from xml.etree import ElementTree

import pytest

from penilaian.aturan.capaian import Capaian
from penilaian.aturan.distribusi import PUNCAK
from penilaian.aturan.kurva import ALAS, URUTAN, jalur_halus, kurva_svg, titik_kurva
from penilaian.aturan.predikat import LABEL_PREDIKAT, Predikat

# kurva_distribusi.csv, measured in the page images p.94-96; from Sangat Kurang to Sangat Baik, grid of seven rows
TERUKUR = {
    "Istimewa": (0.2, 0.4, 0.6, 2.5, 6.0),
    "Baik": (0.5, 1.0, 2.0, 6.0, 2.0),
    "Butuh Perbaikan": (0.5, 1.5, 6.0, 1.5, 0.5),
    "Kurang": (2.0, 6.0, 2.0, 0.75, 0.5),
    "Sangat Kurang": (6.0, 2.5, 0.8, 0.4, 0.15),
}


@pytest.mark.parametrize(("capaian", "tinggi"), TERUKUR.items())
def test_the_curve_has_the_heights_of_the_printed_picture(capaian, tinggi):
    y = [ALAS - y for _x, y in titik_kurva(capaian)]
    assert [round(satu / y[tinggi.index(6.0)] * 6, 1) for satu in y] == pytest.approx(tinggi, abs=0.06)


@pytest.mark.parametrize("capaian", Capaian)
def test_the_highest_point_is_above_the_label_of_the_organisation(capaian):
    titik = titik_kurva(capaian)
    tertinggi = min(range(5), key=lambda i: titik[i][1])
    assert URUTAN[tertinggi] is PUNCAK[capaian]


def test_a_smooth_path_goes_through_every_point():
    assert jalur_halus([(0, 10), (20, 0), (40, 5)]) == "M0 10C10 10 10 0 20 0C30 0 30 5 40 5"


def test_the_picture_is_svg_with_words_and_without_style():
    svg = kurva_svg("Baik", judul='Kurva "Baik" & tim', label=LABEL_PREDIKAT, hitungan={Predikat.BAIK: 7})
    akar = ElementTree.fromstring(svg)
    assert akar.get("aria-label") == 'Kurva "Baik" & tim'
    assert "style" not in svg
    kata = [t.text for t in akar.iter("{http://www.w3.org/2000/svg}text")]
    assert kata.count("Sangat") == 2
    assert "7" in kata
    assert len(re.findall("<rect", svg)) == 5


def test_without_counts_there_are_no_bars():
    assert "<rect" not in kurva_svg("Kurang", judul="Kurva", label=LABEL_PREDIKAT)
    assert "<rect" not in kurva_svg(
        "Kurang", judul="Kurva", label=LABEL_PREDIKAT, hitungan={Predikat.BAIK: 0}
    )


def test_an_unknown_label_is_refused():
    with pytest.raises(ValueError, match="tidak dikenal"):
        titik_kurva("Bagus")
