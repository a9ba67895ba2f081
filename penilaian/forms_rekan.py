"""The answers of a colleague, and the reason for striking one out."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as teks
from django.utils.translation import gettext_lazy as _

from inti.terjemah import t
from penilaian.aturan.kuesioner_rekan import BELUM_TAHU as KATA_BELUM_TAHU
from penilaian.aturan.sebaran_rekan import BELUM_TAHU, Isi
from penilaian.models import ButirRekan, KuesionerRekan
from penilaian.services.segel import muat

PANJANG_TEKS = 600


class FormJawaban(forms.Form):
    """One choice per question of the version, and a text. Nothing is chosen beforehand, nothing is kept."""

    def __init__(
        self, kuesioner: KuesionerRekan, butir: list[ButirRekan], data: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data)
        self.butir = butir
        pilihan = [(n, t(kata)) for n, kata in enumerate(kuesioner.skala, 1)]
        pilihan.append((BELUM_TAHU, t(KATA_BELUM_TAHU)))
        for satu in butir:
            self.fields[satu.kode] = forms.TypedChoiceField(
                label=t(satu.nama), choices=pilihan, coerce=int, widget=forms.RadioSelect
            )
            self.fields[satu.kode].error_messages["required"] = teks(
                "Pilih satu jawaban, atau “Belum cukup tahu”."
            )
        if kuesioner.tanya_teks:
            self.fields["teks"] = forms.CharField(
                label=t(kuesioner.tanya_teks),
                required=False,
                max_length=PANJANG_TEKS,
                widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
            )

    @property
    def isi(self) -> Isi:
        """The answer of a valid form."""
        butir = {satu.kode: self.cleaned_data[satu.kode] for satu in self.butir}
        return Isi(butir, self.cleaned_data.get("teks", ""))

    def clean(self) -> dict[str, Any]:
        """A text that fits: signs of other scripts take more room than letters."""
        isi = super().clean() or self.cleaned_data
        if not self.errors and not muat(self.isi):
            self.add_error("teks", teks("Teks ini terlalu panjang. Persingkat."))
        return isi

    def pertanyaan(self) -> list[tuple[ButirRekan, forms.BoundField]]:
        """Each question with its field."""
        return [(satu, self[satu.kode]) for satu in self.butir]


class FormCoret(forms.Form):
    """Why somebody is not to be asked."""

    alasan = forms.CharField(
        label=_("Alasan"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2, "class": "pendek"}),
        error_messages={"required": _("Tulis alasannya, misalnya tidak pernah bekerja bersama.")},
    )
