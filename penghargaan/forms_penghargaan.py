"""Shapes of what is typed about recognition and bonus."""

from django import forms
from django.utils.translation import gettext_lazy as _

from inti.bidang import AngkaIndonesiaField, wajib_bila
from pegawai.models import UnitKerja
from sasaran.models import Periode

PANJANG = 2_000
TIADA, ADA = "tiada", "ada"


def _teks(label: object, *, wajib: bool = True, bantuan: object = "", baris: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=wajib,
        max_length=PANJANG,
        help_text=bantuan,
        widget=forms.Textarea(attrs={"rows": baris}),
    )


class FormUsulan(forms.Form):
    """A nomination: what it is given for, why, and whether something ties the nominator to the person."""

    untuk = forms.CharField(
        label=_("Diberikan untuk"),
        max_length=300,
        help_text=_("Satu kalimat. Tercetak di piagam dan dibaca semua pegawai."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    alasan = _teks(
        _("Alasan mengusulkan"),
        bantuan=_("Sebut hasil kerja dan buktinya. Dibaca pemeriksa dan pimpinan, tidak oleh pegawai lain."),
        baris=5,
    )
    ada_hubungan = forms.ChoiceField(
        label=_("Apakah Anda punya hubungan keluarga atau kepentingan dengan pegawai ini?"),
        choices=[(TIADA, _("Tidak ada")), (ADA, _("Ada"))],
        widget=forms.RadioSelect,
    )
    hubungan = wajib_bila(
        forms.CharField(
            label=_("Hubungannya"),
            required=False,
            max_length=300,
            help_text=_("Pemeriksa dan pimpinan membacanya."),
        ),
        _("isi bila ada"),
    )

    def clean(self):
        """A tie that is declared is named."""
        isi = super().clean()
        if isi.get("ada_hubungan") == ADA and not isi.get("hubungan"):
            self.add_error("hubungan", _("Tulis hubungannya."))
        if isi.get("ada_hubungan") == TIADA:
            isi["hubungan"] = ""
        return isi


class FormCatatan(forms.Form):
    """A note with a move."""

    catatan = wajib_bila(_teks(_("Catatan"), wajib=False), _("wajib bila tidak diteruskan"))


class FormAlasan(forms.Form):
    """A reason that must be given. Its fields have ids of their own: it stands beside other forms."""

    catatan = _teks(_("Alasan"))

    def __init__(self, *isi, **lain):
        super().__init__(*isi, auto_id="alasan_%s", **lain)


class FormPutusan(forms.Form):
    """The decision of the PPK."""

    nomor_keputusan = wajib_bila(
        forms.CharField(
            label=_("Nomor keputusan"),
            required=False,
            max_length=80,
            help_text=_("Misalnya 800/123/BKPSDM/2027."),
        ),
        _("wajib bila diberikan"),
    )
    catatan = wajib_bila(_teks(_("Catatan"), wajib=False), _("wajib bila tidak diberikan"))

    def __init__(self, *isi, **lain):
        super().__init__(*isi, auto_id="putusan_%s", **lain)


class FormPerhitungan(forms.Form):
    """A new run: which period, which government, how much at the most."""

    periode = forms.ModelChoiceField(
        label=_("Periode"), queryset=Periode.objects.none(), empty_label=_("Pilih periode")
    )
    unit = forms.ModelChoiceField(
        label=_("Instansi"), queryset=UnitKerja.objects.none(), empty_label=_("Pilih instansi")
    )
    anggaran = AngkaIndonesiaField(
        label=_("Batas anggaran (Rp)"),
        desimal=0,
        digit=15,
        help_text=_("Perhitungan yang melebihi batas ini tidak dapat diteruskan."),
    )

    def __init__(self, *isi, periode=(), instansi=(), **lain):
        super().__init__(*isi, **lain)
        self.fields["periode"].queryset = Periode.objects.select_related("siklus").filter(
            pk__in=[p.pk for p in periode]
        )
        self.fields["unit"].queryset = UnitKerja.objects.filter(pk__in=[u.pk for u in instansi])
        if len(instansi) == 1:
            self.fields["unit"].initial = instansi[0].pk


class FormKoreksi(forms.Form):
    """A correction run: why, and how much at the most."""

    anggaran = AngkaIndonesiaField(label=_("Batas anggaran koreksi (Rp)"), desimal=0, digit=15)
    alasan = _teks(_("Alasan koreksi"))

    def __init__(self, *isi, **lain):
        super().__init__(*isi, auto_id="koreksi_%s", **lain)
