"""Forms of an objection: filing, explaining, adding, deciding."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pelaksanaan.forms import TERIMA, BanyakBerkasField, BanyakBerkasInput
from penilaian.aturan.predikat import Rating
from penilaian.forms import PILIHAN_RATING
from penilaian.services.keberatan_putus import Putusan

PANJANG = 8000
KUATKAN, UBAH = "kuatkan", "ubah"


def _tulisan(label: Any, wajib: Any, baris: int = 5, bantuan: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=PANJANG,
        help_text=bantuan,
        widget=forms.Textarea(attrs={"rows": baris}),
        error_messages={
            "required": wajib,
            "max_length": _("Paling banyak %(limit_value)d huruf; tulisan ini %(show_value)d huruf."),
        },
    )


def _berkas() -> BanyakBerkasField:
    return BanyakBerkasField(
        label=_("Bukti"),
        required=False,
        help_text=_("Foto (JPEG, PNG, WebP), PDF, DOCX, XLSX, ODT, ODS"),
        widget=BanyakBerkasInput(attrs={"accept": TERIMA}),
    )


class FormAjukan(forms.Form):
    """Why the employee objects."""

    alasan = _tulisan(
        _("Alasan keberatan"),
        _("Tulis alasan keberatan Anda."),
        7,
        _("Sebutkan bagian yang menurut Anda tidak tepat, faktanya, dan hasil yang menurut Anda benar."),
    )
    berkas = _berkas()
    use_required_attribute = False


class FormJelaskan(forms.Form):
    """What the assessor says."""

    penjelasan = _tulisan(
        _("Penjelasan Anda"),
        _("Tulis penjelasan Anda."),
        6,
        _("Jawab alasan pegawai satu per satu: fakta, umpan balik, dan bukti yang Anda pertimbangkan."),
    )
    use_required_attribute = False


class FormKeterangan(forms.Form):
    """What one of the three adds."""

    isi = forms.CharField(
        label=_("Keterangan tambahan atau pertanyaan"),
        max_length=PANJANG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    berkas = _berkas()
    use_required_attribute = False


class FormPutusan(forms.Form):
    """Confirm, or the new ratings; the label follows from the matrix."""

    putusan = forms.ChoiceField(
        label=_("Keputusan"),
        choices=[(KUATKAN, _("Kuatkan hasil semula")), (UBAH, _("Ubah hasil"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih salah satu."), "invalid_choice": _("Pilih salah satu.")},
    )
    rating_hasil = forms.TypedChoiceField(
        label=_("Hasil kerja menurut keputusan"),
        choices=PILIHAN_RATING,
        coerce=lambda nilai: Rating(int(nilai)),
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    rating_perilaku = forms.TypedChoiceField(
        label=_("Perilaku kerja menurut keputusan"),
        choices=PILIHAN_RATING,
        coerce=lambda nilai: Rating(int(nilai)),
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    pertimbangan = _tulisan(
        _("Pertimbangan"),
        _("Tulis pertimbangan keputusan Anda."),
        6,
        _("Dibaca kedua pihak. Sebutkan apa yang Anda periksa dari masing-masing."),
    )
    rekomendasi = forms.CharField(
        label=_("Catatan atau rekomendasi baru"),
        max_length=PANJANG,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        """A change needs both ratings."""
        isi = super().clean() or {}
        if isi.get("putusan") == UBAH:
            for nama in ("rating_hasil", "rating_perilaku"):
                if isi.get(nama) is None and nama not in self.errors:
                    self.add_error(nama, _("Pilih salah satu."))
        return isi

    def isi_putusan(self) -> Putusan:
        """What the service decides; ratings left over from a change are dropped on a confirmation."""
        isi = self.cleaned_data
        ubah = isi["putusan"] == UBAH
        return Putusan(
            pertimbangan=isi["pertimbangan"],
            rekomendasi=isi["rekomendasi"],
            rating_hasil=isi["rating_hasil"] if ubah else None,
            rating_perilaku=isi["rating_perilaku"] if ubah else None,
        )
