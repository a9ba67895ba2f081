"""Forms of the evaluation: their fields follow the sheet, so that a field cannot name somebody else's row."""

import uuid
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from inti.bidang import AngkaIndonesiaField
from inti.terjemah import t
from penilaian.aturan.predikat import Rating
from penilaian.services.diri import IsianDiri
from penilaian.services.lembar import (
    BarisHasil,
    BarisIndikator,
    BarisPerilaku,
    IsianPenilai,
    Keputusan,
    Lembar,
)

PILIHAN_RATING = [
    (Rating.DI_BAWAH.value, _("Di bawah")),
    (Rating.SESUAI.value, _("Sesuai")),
    (Rating.DI_ATAS.value, _("Di atas")),
]
PANJANG_TEKS = 4000


def bidang_teks(label: Any, baris: int = 2, bantuan: Any = "") -> forms.CharField:
    """An optional text of some lines."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=PANJANG_TEKS,
        help_text=bantuan,
        widget=forms.Textarea(attrs={"rows": baris, "class": "pendek" if baris < 3 else ""}),
    )


def bidang_rating(label: Any) -> forms.TypedChoiceField:
    """One of the three ratings, or none yet."""
    return forms.TypedChoiceField(
        label=label,
        required=False,
        choices=PILIHAN_RATING,
        coerce=lambda nilai: Rating(int(nilai)),
        empty_value=None,
        widget=forms.RadioSelect,
    )


class FormDraf(forms.Form):
    """A draft that one page at a time writes: the key of the page and the saving it was loaded with."""

    kunci = forms.UUIDField(required=False, widget=forms.HiddenInput)
    versi = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, lembar: Any, data: Mapping[str, Any] | None = None, *, pada: datetime | None) -> None:
        super().__init__(
            data,
            initial={"kunci": uuid.uuid4(), "versi": pada.isoformat() if pada else "", **self.awal(lembar)},
        )
        self.lembar = lembar
        self.fields.update(self.bidang(lembar))

    @staticmethod
    def awal(lembar: Any) -> dict[str, Any]:
        """The values the fields start with."""
        raise NotImplementedError

    @staticmethod
    def bidang(lembar: Any) -> dict[str, forms.Field]:
        """The fields that follow from the sheet."""
        raise NotImplementedError

    @property
    def kunci_halaman(self) -> uuid.UUID:
        """The key of the open page; a page without one is a page of its own."""
        return self.cleaned_data.get("kunci") or uuid.uuid4()

    @property
    def versi_halaman(self) -> datetime | None:
        """The time of the last saving when the page was loaded."""
        try:
            waktu = parse_datetime(self.cleaned_data.get("versi") or "")
        except ValueError:
            return None
        return waktu if waktu is None or timezone.is_aware(waktu) else None

    def sebut_versi(self, pada: datetime | None) -> None:
        """After a refusal the page knows of the other saving, so that saving again is a decision."""
        self.data = {**self.data.dict(), "versi": pada.isoformat() if pada else ""}


class FormDiri(FormDraf):
    """The self-assessment: realisation per indicator, words per result and value."""

    @staticmethod
    def awal(lembar: Lembar) -> dict[str, Any]:
        """Prefilled from reports or from the draft."""
        isi: dict[str, Any] = {f"realisasi-{i.id}": i.realisasi for i in lembar.indikator}
        isi |= {f"uraian-{b.id}": b.uraian_diri for b in lembar.hasil}
        isi |= {f"perilaku-{b.nilai.kode}": b.uraian_diri for b in lembar.perilaku}
        return isi | {"catatan": lembar.catatan_diri}

    @staticmethod
    def bidang(lembar: Lembar) -> dict[str, forms.Field]:
        """One number per indicator, one text per result and value, one note."""
        isi: dict[str, forms.Field] = {
            f"realisasi-{i.id}": AngkaIndonesiaField(label=i.uraian, required=False, disabled=i.bersumber)
            for i in lembar.indikator
        }
        isi |= {f"uraian-{b.id}": bidang_teks(_("Yang perlu diketahui penilai")) for b in lembar.hasil}
        isi |= {f"perilaku-{b.nilai.kode}": bidang_teks(t(b.nilai.nama), 1) for b in lembar.perilaku}
        return isi | {"catatan": bidang_teks(_("Catatan untuk penilai"), 3)}

    def isian(self) -> IsianDiri:
        """What was typed and can be read; a field with an error is left as it was."""
        isi = self.cleaned_data
        return IsianDiri(
            realisasi={i.id: isi[n] for i in self.lembar.indikator if (n := f"realisasi-{i.id}") in isi},
            hasil={b.id: isi[n] for b in self.lembar.hasil if (n := f"uraian-{b.id}") in isi},
            perilaku={
                b.nilai.kode: isi[n] for b in self.lembar.perilaku if (n := f"perilaku-{b.nilai.kode}") in isi
            },
            catatan=isi.get("catatan"),
        )

    def hasil(self) -> Iterator[tuple[BarisHasil, list[tuple[BarisIndikator, Any]], Any]]:
        """Each result with its indicators and their fields, and the field of its words."""
        for b in self.lembar.hasil:
            yield b, [(i, self[f"realisasi-{i.id}"]) for i in b.indikator], self[f"uraian-{b.id}"]

    def perilaku(self) -> Iterator[tuple[BarisPerilaku, Any]]:
        """Each value with its field."""
        for b in self.lembar.perilaku:
            yield b, self[f"perilaku-{b.nilai.kode}"]


class FormNilai(FormDraf):
    """The assessor's ratings with their reasons."""

    @staticmethod
    def awal(lembar: Lembar) -> dict[str, Any]:
        """The draft as saved."""
        k = lembar.keputusan
        isi: dict[str, Any] = {f"rating-{b.id}": b.rating for b in lembar.hasil}
        isi |= {f"alasan-{b.id}": b.alasan for b in lembar.hasil}
        isi |= {f"perilaku-{b.nilai.kode}": b.rating for b in lembar.perilaku}
        isi |= {f"catatan-{b.nilai.kode}": b.catatan for b in lembar.perilaku}
        return isi | {
            "rating_hasil": k.hasil,
            "alasan_hasil": k.alasan_hasil,
            "rating_perilaku": k.perilaku,
            "alasan_perilaku": k.alasan_perilaku,
            "catatan": k.catatan,
        }

    @staticmethod
    def bidang(lembar: Lembar) -> dict[str, forms.Field]:
        """A rating and a text per result and value, and the two ratings of the whole."""
        isi: dict[str, forms.Field] = {}
        for b in lembar.hasil:
            isi[f"rating-{b.id}"] = bidang_rating(_("Penilaian: %(uraian)s") % {"uraian": b.uraian})
            isi[f"alasan-{b.id}"] = bidang_teks(_("Alasan berbeda dari saran"))
        for p in lembar.perilaku:
            isi[f"perilaku-{p.nilai.kode}"] = bidang_rating(
                _("Penilaian: %(uraian)s") % {"uraian": t(p.nilai.nama)}
            )
            isi[f"catatan-{p.nilai.kode}"] = bidang_teks(_("Catatan"), 1)
        return isi | {
            "rating_hasil": bidang_rating(_("Rating hasil kerja")),
            "alasan_hasil": bidang_teks(_("Alasan berbeda dari saran")),
            "rating_perilaku": bidang_rating(_("Rating perilaku kerja")),
            "alasan_perilaku": bidang_teks(_("Alasan berbeda dari saran")),
            "catatan": bidang_teks(_("Catatan atau rekomendasi untuk periode berikutnya"), 3),
        }

    def isian(self) -> IsianPenilai:
        """What was chosen and typed; a field with an error keeps what the sheet has."""
        isi = {**self.awal(self.lembar), **self.cleaned_data}
        return IsianPenilai(
            hasil={b.id: (isi[f"rating-{b.id}"], isi[f"alasan-{b.id}"]) for b in self.lembar.hasil},
            perilaku={
                (k := b.nilai.kode): (isi[f"perilaku-{k}"], isi[f"catatan-{k}"]) for b in self.lembar.perilaku
            },
            keputusan=Keputusan(
                isi["rating_hasil"],
                isi["rating_perilaku"],
                isi["alasan_hasil"],
                isi["alasan_perilaku"],
                isi["catatan"],
            ),
        )

    def hasil(self, lembar: Lembar) -> Iterator[tuple[BarisHasil, Any, Any]]:
        """Each result of `lembar` with the fields of its rating and reason."""
        for b in lembar.hasil:
            yield b, self[f"rating-{b.id}"], self[f"alasan-{b.id}"]

    def perilaku(self, lembar: Lembar) -> Iterator[tuple[BarisPerilaku, Any, Any]]:
        """Each value of `lembar` with the fields of its rating and note."""
        for b in lembar.perilaku:
            yield b, self[f"perilaku-{b.nilai.kode}"], self[f"catatan-{b.nilai.kode}"]

    def bekukan(self) -> None:
        """Show without letting anything be changed."""
        for bidang in self.fields.values():
            bidang.disabled = True


class FormKembalikan(forms.Form):
    """The note with which a self-assessment goes back."""

    catatan = forms.CharField(
        label=_("Catatan"),
        max_length=2000,
        help_text=_("Apa yang perlu dilengkapi? Pegawai membaca catatan ini."),
        error_messages={"required": _("Tulis catatan agar yang menerima tahu apa yang perlu dilakukan.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FormTerima(forms.Form):
    """The employee's answer to the result."""

    tanggapan = bidang_teks(_("Tanggapan Anda"), 3, _("Dibaca oleh penilai dan atasannya."))
