"""Correcting a result from before Kinerja: what the document of that time says, with the reason."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import UnfoldAdminTextareaWidget

from pegawai.aturan.golongan import golongan
from penilaian.enums import StatusPenilai


class FormKoreksi(forms.ModelForm):
    """The ratings and the assessor; the label follows from the ratings, person and period stay."""

    alasan = forms.CharField(
        label=gettext_lazy("Alasan perubahan"),
        max_length=500,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text=gettext_lazy("Tersimpan dalam riwayat dan terbaca oleh siapa pun yang membacanya."),
        error_messages={"required": gettext_lazy("Tulis alasannya.")},
    )

    def clean_penilai_golongan(self) -> str:
        """A rank as it is written officially, of a PNS or of a PPPK."""
        isi = str(self.cleaned_data.get("penilai_golongan") or "")
        for pppk in (False, True):
            try:
                return golongan(isi, pppk=pppk) if isi else ""
            except ValueError:
                continue
        raise ValidationError(_("Golongan tidak dikenal. PNS: I/a sampai IV/e; PPPK: I sampai XVII."))

    def clean(self) -> dict[str, Any]:
        """A civil servant who assesses has a NIP, and not that of the assessed."""
        isi = super().clean() or self.cleaned_data
        nip = isi.get("penilai_nip", "")
        asn = isi.get("penilai_status", self.instance.penilai_status) == StatusPenilai.ASN
        if nip and asn and not (len(nip) == 18 and nip.isascii() and nip.isdigit()):
            self.add_error("penilai_nip", _("NIP penilai terdiri atas 18 angka."))
        elif nip and nip == self.instance.pegawai.nip:
            self.add_error("penilai_nip", _("Ini NIP pegawai itu sendiri. Isi NIP penilainya."))
        return isi
