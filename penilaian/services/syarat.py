"""What is still missing before a result may be delivered: one list for the guard and for the screen."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from inti.terjemah import t
from penilaian.models import EvaluasiPeriodik
from penilaian.services.baca import Sudut
from penilaian.services.lembar import Lembar, berbeda, susun_lembar

HASIL, ALASAN, PERILAKU, RATING = "hasil", "alasan", "perilaku", "rating"


@dataclass(frozen=True)
class Kekurangan:
    """One thing that is missing: to which check it belongs, a sentence, and where on the page it is."""

    kelompok: str
    pesan: str
    jangkar: str


@dataclass(frozen=True)
class Pemeriksaan:
    """One line of the checklist: its name, whether it is done, and what is missing."""

    judul: str
    kurang: tuple[Kekurangan, ...]

    @property
    def beres(self) -> bool:
        """Whether nothing is missing."""
        return not self.kurang


def kekurangan(evaluasi: EvaluasiPeriodik) -> list[Kekurangan]:
    """What is missing in the assessor's saved draft; empty when the result may be delivered."""
    return kekurangan_lembar(susun_lembar(evaluasi, Sudut.PENILAI))


def kekurangan_lembar(lembar: Lembar) -> list[Kekurangan]:
    """What is missing on this sheet. Pure."""
    return [*_hasil(lembar), *_alasan(lembar), *_perilaku(lembar), *_rating(lembar)]


def pemeriksaan(lembar: Lembar) -> list[Pemeriksaan]:
    """The checklist “Sebelum Anda menyampaikan” for this sheet."""
    kurang = kekurangan_lembar(lembar)
    judul = {
        HASIL: _("Setiap hasil kerja dinilai"),
        ALASAN: _("Ada alasan di setiap penilaian yang berbeda dari saran"),
        PERILAKU: _("Tujuh nilai perilaku dinilai"),
        RATING: _("Rating hasil kerja dan perilaku dipilih"),
    }
    return [
        Pemeriksaan(kalimat, tuple(k for k in kurang if k.kelompok == kelompok))
        for kelompok, kalimat in judul.items()
    ]


def _hasil(lembar: Lembar) -> Iterator[Kekurangan]:
    if not lembar.hasil:
        yield Kekurangan(HASIL, _("SKP ini belum memuat hasil kerja."), "hasil")
    for b in lembar.hasil:
        if b.rating is None:
            pesan = _("Nilai hasil kerja %(nomor)s: %(uraian)s") % {"nomor": b.nomor, "uraian": b.uraian}
            yield Kekurangan(HASIL, pesan, f"rhk-{b.id}")


def _alasan(lembar: Lembar) -> Iterator[Kekurangan]:
    for b in lembar.hasil:
        if b.berbeda and not b.alasan.strip():
            pesan = _("Tulis alasan untuk hasil kerja %(nomor)s") % {"nomor": b.nomor}
            yield Kekurangan(ALASAN, pesan, f"id_alasan-{b.id}")
    k = lembar.keputusan
    if berbeda(k.hasil, lembar.saran_hasil) and not k.alasan_hasil.strip():
        yield Kekurangan(ALASAN, _("Tulis alasan untuk rating hasil kerja"), "id_alasan_hasil")
    if berbeda(k.perilaku, lembar.saran_perilaku) and not k.alasan_perilaku.strip():
        yield Kekurangan(ALASAN, _("Tulis alasan untuk rating perilaku"), "id_alasan_perilaku")


def _perilaku(lembar: Lembar) -> Iterator[Kekurangan]:
    for b in lembar.perilaku:
        if b.rating is None:
            pesan = _("Nilai perilaku %(nama)s") % {"nama": t(b.nilai.nama)}
            yield Kekurangan(PERILAKU, pesan, f"perilaku-{b.nilai.kode}")


def _rating(lembar: Lembar) -> Iterator[Kekurangan]:
    if lembar.keputusan.hasil is None:
        yield Kekurangan(RATING, _("Pilih rating hasil kerja"), "keputusan-hasil")
    if lembar.keputusan.perilaku is None:
        yield Kekurangan(RATING, _("Pilih rating perilaku"), "keputusan-perilaku")
