"""Forms of the kernel's own pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from inti.kode import rapikan_kode


class FormKode(forms.Form):
    """The code on a document."""

    kode = forms.CharField(
        label=_("Kode verifikasi"),
        max_length=60,
        help_text=_("Tertera di bawah kode QR dokumen, misalnya 7KQM-2WXD-H9FP-R4TN."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_kode(self) -> str:
        """The code as it is written on the paper."""
        rapi = rapikan_kode(self.cleaned_data["kode"])
        if not rapi:
            raise forms.ValidationError(
                _("Kode terdiri atas 16 huruf dan angka, tanpa angka 0 dan 1 serta huruf O dan I.")
            )
        return rapi
