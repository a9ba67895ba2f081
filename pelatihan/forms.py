"""Shapes of what is typed about training."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pegawai.models import Pegawai
from pelaksanaan.forms import TERIMA
from pelaksanaan.services.berkas import BerkasTerperiksa, periksa_berkas
from pelatihan.enums import BagianHari, JenisDiklat
from pelatihan.models.katalog import JP_MAKS
from penilaian.models import KebutuhanPengembangan

SKALA = [(4, _("Sangat baik")), (3, _("Baik")), (2, _("Kurang")), (1, _("Tidak baik"))]
SERTIFIKAT = ("application/pdf", "image/jpeg", "image/png", "image/webp")


class CatatanForm(forms.Form):
    """A note that the other side reads."""

    catatan = forms.CharField(
        label=_("Catatan"),
        max_length=1000,
        error_messages={"required": _("Tulis catatan agar yang membaca tahu alasannya.")},
        widget=forms.Textarea(attrs={"rows": 2, "class": "pendek"}),
    )


class UsulanForm(forms.Form):
    """Who is nominated, why, and for which need."""

    pegawai = forms.ModelMultipleChoiceField(
        label=_("Siapa"),
        queryset=Pegawai.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Pilih paling sedikit satu orang."),
            "invalid_choice": _("Pilih dari daftar."),
        },
    )
    alasan = forms.CharField(
        label=_("Mengapa pelatihan ini"),
        max_length=500,
        required=False,
        help_text=_("Dibaca atasan dan BKPSDM."),
        widget=forms.Textarea(attrs={"rows": 2, "class": "pendek"}),
    )
    kebutuhan = forms.ModelChoiceField(
        label=_("Untuk kebutuhan"),
        queryset=KebutuhanPengembangan.objects.none(),
        required=False,
        empty_label=_("Tidak terkait kebutuhan tertentu"),
    )

    def __init__(self, *args: Any, tim: Any = None, kebutuhan: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if tim is None:
            del self.fields["pegawai"]
        else:
            self.fields["pegawai"].queryset = tim
        if kebutuhan is None:
            del self.fields["kebutuhan"]
        else:
            self.fields["kebutuhan"].queryset = kebutuhan


class KebutuhanForm(forms.Form):
    """A wish of one's own."""

    topik = forms.CharField(label=_("Yang ingin dipelajari"), max_length=200)
    alasan = forms.CharField(
        label=_("Untuk apa"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "pendek"}),
    )


class HadirManualForm(forms.Form):
    """A presence by hand: day, part, and why not by the code."""

    hari = forms.DateField(label=_("Hari"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    bagian = forms.ChoiceField(label=_("Bagian hari"), choices=BagianHari)
    alasan = forms.CharField(
        label=_("Alasan dicatat manual"),
        max_length=300,
        error_messages={"required": _("Tulis alasannya, misalnya ponsel rusak.")},
    )


def _skala(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=SKALA,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih salah satu.")},
    )


class TanggapanForm(forms.Form):
    """Four questions and a free line; nobody learns who wrote it."""

    materi = _skala(_("Materinya"))
    pengajar = _skala(_("Pengajarnya"))
    sarana = _skala(_("Tempat dan sarananya"))
    manfaat = _skala(_("Manfaatnya untuk pekerjaan saya"))
    saran = forms.CharField(
        label=_("Saran"),
        required=False,
        max_length=1000,
        help_text=_("Jangan menulis nama; penyelenggara membaca saran apa adanya."),
        widget=forms.Textarea(attrs={"rows": 2, "class": "pendek"}),
    )


class SertifikatField(forms.FileField):
    """A certificate as PDF or photo, looked into."""

    def clean(self, data: Any, initial: Any = None) -> BerkasTerperiksa | None:
        """The checked file; None when none was chosen and none is needed."""
        berkas = super().clean(data, initial)
        if not berkas:
            return None
        hasil = periksa_berkas(berkas)
        if hasil.jenis_konten not in SERTIFIKAT:
            raise ValidationError(_("Unggah sertifikat sebagai PDF atau foto."))
        return hasil


class LuarForm(forms.Form):
    """A training taken elsewhere. `ubah`: the certificate is there already."""

    nama = forms.CharField(label=_("Nama pelatihan"), max_length=200)
    jenis = forms.TypedChoiceField(label=_("Jenis"), choices=JenisDiklat, coerce=int, initial=3)
    penyelenggara = forms.CharField(label=_("Penyelenggara"), max_length=150)
    mulai = forms.DateField(
        label=_("Hari pertama"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    selesai = forms.DateField(
        label=_("Hari terakhir"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    jp = forms.IntegerField(
        label=_("JP"),
        min_value=1,
        max_value=JP_MAKS,
        help_text=_("Seperti tertulis di sertifikat."),
        error_messages={"invalid": _("Isi dengan bilangan bulat, misalnya 8.")},
    )
    nomor = forms.CharField(label=_("Nomor sertifikat"), max_length=80)
    berkas = SertifikatField(
        label=_("Sertifikat"),
        help_text=_("PDF atau foto."),
        widget=forms.ClearableFileInput(attrs={"accept": TERIMA}),
        error_messages={"required": _("Unggah sertifikatnya.")},
    )

    def __init__(self, *args: Any, hari: date, ubah: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hari = hari
        if ubah:
            self.fields["berkas"].required = False
            self.fields["berkas"].help_text = _("Kosongkan bila sertifikatnya tetap.")

    def clean(self) -> dict[str, Any]:
        """Dates in their order and not in the future."""
        isi = super().clean() or {}
        mulai, selesai = isi.get("mulai"), isi.get("selesai")
        if mulai and selesai and selesai < mulai:
            self.add_error("selesai", _("Hari terakhir tidak boleh sebelum hari pertama."))
        if selesai and selesai > self.hari:
            self.add_error("selesai", _("Pelatihan yang belum selesai belum dapat dicatat."))
        return isi
