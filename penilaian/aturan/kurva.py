"""The picture of the distribution pattern that forms C.1.x carry, as SVG.

The heights are measured in the printed curves of PermenPANRB 6/2022 (Lampiran Bab IV.B.2, pages 94-96; their
axis has no numbers): they draw the picture and are never compared with a count. Presentation attributes only,
so that the picture prints and passes a strict content policy.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from html import escape
from itertools import pairwise
from types import MappingProxyType

from penilaian.aturan.capaian import Capaian, ke_capaian
from penilaian.aturan.predikat import Predikat

URUTAN = tuple(reversed(Predikat))
"""The axis from left to right: Sangat Kurang … Sangat Baik."""

SKALA = 7
"""Rows of the printed grid."""

TINGGI: Mapping[Capaian, tuple[str, str, str, str, str]] = MappingProxyType(
    {
        Capaian.ISTIMEWA: ("0.2", "0.4", "0.6", "2.5", "6"),
        Capaian.BAIK: ("0.5", "1", "2", "6", "2"),
        Capaian.BUTUH_PERBAIKAN: ("0.5", "1.5", "6", "1.5", "0.5"),
        Capaian.KURANG: ("2", "6", "2", "0.75", "0.5"),
        Capaian.SANGAT_KURANG: ("6", "2.5", "0.8", "0.4", "0.15"),
    }
)
"""Heights in the order of URUTAN."""

LEBAR, ALAS, PUNCAK, JARAK = 320, 132, 12, 64
_LEBAR_BATANG = 34

Titik = tuple[float, float]


def titik_kurva(capaian: "Capaian | int | str") -> tuple[Titik, ...]:
    """The five points of the printed curve of this organisation label; ValueError for an unknown one."""
    return tuple(
        (JARAK * i + JARAK / 2, round(ALAS - float(Fraction(t)) / SKALA * (ALAS - PUNCAK), 1))
        for i, t in enumerate(TINGGI[ke_capaian(capaian)])
    )


def jalur_halus(titik: Sequence[Titik]) -> str:
    """A smooth path through the points that never swings below or above its neighbours."""
    bagian = [f"M{titik[0][0]:g} {titik[0][1]:g}"]
    for (x0, y0), (x1, y1) in pairwise(titik):
        tengah = (x0 + x1) / 2
        bagian.append(f"C{tengah:g} {y0:g} {tengah:g} {y1:g} {x1:g} {y1:g}")
    return "".join(bagian)


def kurva_svg(
    capaian: "Capaian | int | str",
    *,
    judul: str,
    label: Mapping[Predikat, str],
    hitungan: Mapping[Predikat, int] | None = None,
) -> str:
    """The curve of this organisation label, with the team's own counts as bars when `hitungan` is given.

    `judul` is read out in place of the picture; `label` are the words under the axis. Raises ValueError for an
    unknown organisation label.
    """
    titik = titik_kurva(capaian)
    isi = [*_batang(hitungan or {}), *_sumbu(label)]
    isi.append(
        f'<path class="kurva-garis" d="{jalur_halus(titik)}" fill="none" stroke="#0a5a66" stroke-width="2.5"/>'
    )
    return (
        f'<svg class="kurva" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEBAR} {ALAS + 34}" role="img" '
        f'aria-label="{escape(judul)}">{"".join(isi)}</svg>'
    )


def _batang(hitungan: Mapping[Predikat, int]) -> list[str]:
    """One bar per label; the highest reaches the top of the printed curve."""
    terbanyak = max(hitungan.values(), default=0)
    if not terbanyak:
        return []
    bagian = []
    for i, predikat in enumerate(URUTAN):
        banyak = hitungan.get(predikat, 0)
        tinggi = round(banyak / terbanyak * 6 / SKALA * (ALAS - PUNCAK), 1)
        x = JARAK * i + (JARAK - _LEBAR_BATANG) / 2
        bagian.append(
            f'<rect class="kurva-batang" x="{x:g}" y="{ALAS - tinggi:g}" width="{_LEBAR_BATANG}" '
            f'height="{tinggi:g}" rx="3" fill="#9fc9cf"/>'
        )
        if banyak:
            bagian.append(_tulis("kurva-angka", JARAK * i + JARAK / 2, ALAS - tinggi - 4, str(banyak), 11))
    return bagian


def _sumbu(label: Mapping[Predikat, str]) -> list[str]:
    """The ground line and the words under it, each in at most two lines."""
    bagian = [
        f'<line class="kurva-sumbu" x1="0" y1="{ALAS}" x2="{LEBAR}" y2="{ALAS}" stroke="#6b7f83" stroke-width="1"/>'
    ]
    for i, predikat in enumerate(URUTAN):
        for n, kata in enumerate(label[predikat].split(" ", 1)):
            bagian.append(_tulis("kurva-label", JARAK * i + JARAK / 2, ALAS + 14 + 13 * n, kata, 11))
    return bagian


def _tulis(kelas: str, x: float, y: float, teks: str, ukuran: int) -> str:
    return (
        f'<text class="{kelas}" x="{x:g}" y="{y:g}" font-size="{ukuran}" text-anchor="middle" fill="#29424a">'
        f"{escape(teks)}</text>"
    )
