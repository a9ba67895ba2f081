"""Forms of the yearly evaluation."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from penilaian.forms import FormDraf, bidang_rating, bidang_teks
from penilaian.services.lembar import Keputusan
from penilaian.services.tahunan_lembar import LembarTahun


class FormTahunan(FormDraf):
    """Two ratings with their reasons, and a note or recommendation for the next year."""

    lembar: LembarTahun

    def __init__(
        self, lembar: LembarTahun, data: Mapping[str, Any] | None = None, *, pada: datetime | None
    ) -> None:
        super().__init__(lembar, data, pada=pada)

    @staticmethod
    def awal(lembar: LembarTahun) -> dict[str, Any]:
        """The draft as saved."""
        k = lembar.keputusan
        return {
            "rating_hasil": k.hasil,
            "alasan_hasil": k.alasan_hasil,
            "rating_perilaku": k.perilaku,
            "alasan_perilaku": k.alasan_perilaku,
            "catatan": k.catatan,
        }

    @staticmethod
    def bidang(lembar: LembarTahun) -> dict[str, forms.Field]:
        """The same five for everybody."""
        return {
            "rating_hasil": bidang_rating(_("Rating hasil kerja setahun")),
            "alasan_hasil": bidang_teks(_("Alasan berbeda dari saran")),
            "rating_perilaku": bidang_rating(_("Rating perilaku kerja setahun")),
            "alasan_perilaku": bidang_teks(_("Alasan berbeda dari saran")),
            "catatan": bidang_teks(_("Catatan atau rekomendasi untuk tahun berikutnya"), 3),
        }

    def isian(self) -> Keputusan:
        """What was chosen and typed; a field with an error keeps what the draft has."""
        isi = {**self.awal(self.lembar), **self.cleaned_data}
        return Keputusan(
            isi["rating_hasil"],
            isi["rating_perilaku"],
            isi["alasan_hasil"],
            isi["alasan_perilaku"],
            isi["catatan"],
        )

    def bekukan(self) -> None:
        """Show without letting anything be changed."""
        for bidang in self.fields.values():
            bidang.disabled = True


class FormTanggapan(forms.Form):
    """The employee signs, with an answer if he has one; refusing needs a reason."""

    tanggapan = bidang_teks(_("Tanggapan Anda"), 3, _("Dibaca oleh penilai dan atasannya."))


class FormTolak(forms.Form):
    """Why the employee does not sign."""

    tanggapan = forms.CharField(
        label=_("Alasan Anda tidak bersedia menandatangani"),
        max_length=4000,
        help_text=_("Dibaca oleh penilai dan atasannya. Hasilnya tetap berlaku."),
        error_messages={"required": _("Tulis alasan Anda tidak bersedia menandatangani.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="id_tolak_%s")  # the form for signing on the same page has its own


class FormBanyak(forms.Form):
    """Which of the team, and the reason when the distribution asks for one."""

    pilih = forms.MultipleChoiceField(
        label=_("Anggota tim"), error_messages={"required": _("Pilih paling sedikit satu orang.")}
    )
    alasan = bidang_teks(_("Alasan sebaran berbeda dari pedoman"), 3, _("Disimpan bersama sebaran saat ini."))

    def __init__(self, kunci: list[str], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["pilih"].choices = [(k, k) for k in kunci]

    def wajibkan_alasan(self, wajib: bool) -> None:
        """Say on the page whether the reason is asked for; the service asks for it, and only when signing."""
        self.fields["alasan"].required = wajib
