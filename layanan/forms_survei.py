"""The shape of a citizen's answer, and what tells a machine from a person without stopping the person."""

import time
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from layanan.enums import JenisKelamin, Pekerjaan, Pendidikan, Usia
from layanan.formulir_survei import PERTANYAAN
from layanan.models import UNSUR
from layanan.services.jawab import KELOMPOK, IsianSurvei

TERCEPAT = 4  # seconds in which nobody reads nine questions
TERLAMA = 12 * 3600
GARAM = "survei.dibuka"
NILAI = [("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")]


def tanda_dibuka(token: str) -> str:
    """When the page was opened, signed, for this door only."""
    return signing.dumps([token, int(time.time())], salt=GARAM)


def _pilihan(label: Any, pilihan: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[("", _("Tidak diisi")), *pilihan])


class FormSurvei(forms.Form):
    """Nine answers, four optional groups, words. `lebah` is filled in by machines only."""

    use_required_attribute = False
    usia = _pilihan(_("Usia"), Usia.choices)
    jenis_kelamin = _pilihan(_("Jenis kelamin"), JenisKelamin.choices)
    pendidikan = _pilihan(_("Pendidikan"), Pendidikan.choices)
    pekerjaan = _pilihan(_("Pekerjaan"), Pekerjaan.choices)
    saran = forms.CharField(
        label=_("Saran Anda (boleh kosong)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("Paling banyak %(limit_value)d huruf; tulisan ini %(show_value)d.")},
    )
    lebah = forms.CharField(required=False)
    dibuka = forms.CharField(required=False)

    def __init__(self, data: Any = None, *, token: str) -> None:
        super().__init__(data)
        self.token = token
        for satu in PERTANYAAN:
            self.fields[satu.nama] = forms.ChoiceField(
                label=satu.tanya,
                choices=NILAI,
                error_messages={
                    "required": _("Pilih salah satu jawaban."),
                    "invalid_choice": _("Pilih salah satu jawaban."),
                },
            )

    def clean(self) -> dict[str, Any]:
        """Something odd asks for one more press of the button; nobody's answer is thrown away."""
        isi = super().clean()
        if isi.get("lebah"):
            raise forms.ValidationError(
                _("Kolom tersembunyi terisi otomatis. Sudah dikosongkan; tekan Kirim sekali lagi.")
            )
        umur = self._umur(isi.get("dibuka", ""))
        if umur is None or not TERCEPAT <= umur <= TERLAMA:
            raise forms.ValidationError(_("Periksa lagi jawaban Anda, lalu tekan Kirim sekali lagi."))
        return isi

    def _umur(self, tanda: str) -> int | None:
        """Seconds since the page was opened; None when that cannot be told."""
        try:
            token, pada = signing.loads(tanda, salt=GARAM)
        except (signing.BadSignature, ValueError, TypeError):
            return None
        return int(time.time()) - pada if token == self.token else None

    @property
    def tanda(self) -> str:
        """What the page carries back: after a complaint, the time of the first opening when it was sound."""
        lama = self.data.get("dibuka", "") if self.is_bound else ""
        umur = self._umur(lama)
        return lama if umur is not None and umur <= TERLAMA else tanda_dibuka(self.token)

    def pertanyaan(self) -> list[dict[str, Any]]:
        """The questions with what was chosen and what is wrong, for the page."""
        return [
            {
                "nomor": nomor,
                "nama": satu.nama,
                "tanya": satu.tanya,
                "galat": self.errors.get(satu.nama, []) if self.is_bound else [],
                "jawaban": [
                    {"nilai": n, "kata": kata, "dipilih": self.data.get(satu.nama) == str(n)}
                    for n, kata in enumerate(satu.jawaban, 1)
                ],
            }
            for nomor, satu in enumerate(PERTANYAAN, 1)
        ]

    @property
    def kelompok(self) -> list[Any]:
        """The optional groups, as bound fields."""
        return [self[nama] for nama in KELOMPOK]

    def isian(self) -> IsianSurvei:
        """What the service writes."""
        isi = self.cleaned_data
        return IsianSurvei(
            {u: int(isi[u]) for u in UNSUR}, {k: isi[k] for k in KELOMPOK}, isi["saran"].strip()
        )
