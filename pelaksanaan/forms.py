"""Shapes of what is typed; rules that need the database are asked by the services."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from inti.bidang import AngkaIndonesiaField
from pelaksanaan.enums import SifatUmpanBalik
from pelaksanaan.services.berkas import BerkasTerperiksa, periksa_berkas
from pelaksanaan.services.bukti import BUKTI_MAKS
from sasaran.enums import CaraHitung, NilaiPerilaku
from sasaran.models import SKP, IndikatorKinerjaIndividu

TERIMA = "image/*,.pdf,.docx,.xlsx,.odt,.ods"
PANJANG_URAIAN = 4000

BANTUAN_REALISASI = {
    CaraHitung.JUMLAH: _("Tambahan sejak laporan terakhir; semua laporan dijumlahkan."),
    CaraHitung.TERAKHIR: _("Keadaan sampai tanggal ini; laporan terakhir yang dipakai."),
    CaraHitung.RATA_RATA: _("Nilai untuk tanggal ini; semua laporan dirata-ratakan."),
}


class BanyakBerkasInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class BanyakBerkasField(forms.FileField):
    """Several files, each looked into; gives a list of BerkasTerperiksa."""

    widget = BanyakBerkasInput

    def clean(self, data: Any, initial: Any = None) -> list[BerkasTerperiksa]:
        """The checked files; one error per file that is refused, with its name."""
        berkas = [satu for satu in (data or []) if satu]
        if not berkas and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(berkas) > BUKTI_MAKS:
            pesan = _("Paling banyak %(maks)s berkas untuk satu laporan.")
            raise ValidationError(pesan, code="jumlah", params={"maks": BUKTI_MAKS})
        galat: list[ValidationError] = []
        hasil: list[BerkasTerperiksa] = []
        for satu in berkas:
            _periksa(satu, hasil, galat)
        if galat:
            raise ValidationError(galat)
        return hasil


def _periksa(satu: UploadedFile, hasil: list[BerkasTerperiksa], galat: list[ValidationError]) -> None:
    try:
        hasil.append(periksa_berkas(satu))
    except ValidationError as e:
        galat.append(ValidationError(f"{satu.name}: {' '.join(e.messages)}", code=e.code))


def _berkas(**lain: Any) -> BanyakBerkasField:
    return BanyakBerkasField(
        label=_("Foto atau dokumen bukti"),
        help_text=_("Foto (JPEG, PNG, WebP), PDF, DOCX, XLSX, ODT, ODS"),
        widget=BanyakBerkasInput(attrs={"accept": TERIMA}),
        **lain,
    )


class LaporanForm(forms.Form):
    """One progress report on `indikator`, whose unit and way of counting it explains."""

    realisasi = AngkaIndonesiaField(label=_("Realisasi"))
    uraian = forms.CharField(
        label=_("Apa yang dikerjakan"),
        max_length=PANJANG_URAIAN,
        error_messages={
            "required": _("Tulis singkat apa yang dikerjakan."),
            "max_length": _("Paling banyak %(limit_value)d huruf; tulisan ini %(show_value)d huruf."),
        },
        widget=forms.Textarea(
            attrs={"rows": 4, "placeholder": _("Misalnya: 12 akta terbit hari ini, dua menunggu berkas.")}
        ),
    )
    berkas = _berkas(required=False)
    tanggal = forms.DateField(
        label=_("Tanggal"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    kunci = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, indikator: IndikatorKinerjaIndividu, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        realisasi = self.fields["realisasi"]
        realisasi.label = _("Realisasi (%(satuan)s)") % {"satuan": indikator.satuan}
        realisasi.help_text = BANTUAN_REALISASI[CaraHitung(indikator.cara_hitung)]
        self.fields["kunci"].initial = self.initial.get("kunci") or uuid.uuid4()


class UbahLaporanForm(LaporanForm):
    """The same without files, which are added and removed on the page of the report."""

    berkas = None
    kunci = None

    def __init__(self, *args: Any, indikator: IndikatorKinerjaIndividu, **kwargs: Any) -> None:
        forms.Form.__init__(self, *args, **kwargs)
        self.fields["realisasi"].label = _("Realisasi (%(satuan)s)") % {"satuan": indikator.satuan}
        self.fields["realisasi"].help_text = BANTUAN_REALISASI[CaraHitung(indikator.cara_hitung)]


class BuktiForm(forms.Form):
    """Files added to a report later."""

    berkas = _berkas()


class UmpanBalikForm(forms.Form):
    """A remark: what kind, and the words."""

    sifat = forms.ChoiceField(
        label=_("Sifat"),
        choices=SifatUmpanBalik.choices,
        initial=SifatUmpanBalik.POSITIF,
        widget=forms.RadioSelect,
    )
    isi = forms.CharField(
        label=_("Umpan balik"),
        max_length=PANJANG_URAIAN,
        widget=forms.Textarea(
            attrs={"rows": 3, "placeholder": _("Apa yang sudah baik, dan apa langkah berikutnya?")}
        ),
    )
    kunci = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kunci"].initial = uuid.uuid4()


class UmpanBalikSKPForm(UmpanBalikForm):
    """A remark on a result or on one of the seven values of a plan."""

    tentang = forms.ChoiceField(label=_("Tentang"))
    field_order = ["tentang", "sifat", "isi"]

    def __init__(self, *args: Any, skp: SKP, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rhk = {f"rhk:{r.pk}": r for r in skp.rhk.all()}
        self.fields["tentang"].choices = [
            ("", _("Pilih hasil kerja atau perilaku")),
            (_("Hasil kerja"), [(kunci, r.uraian) for kunci, r in self._rhk.items()]),
            (_("Perilaku kerja"), [(f"perilaku:{nilai}", label) for nilai, label in NilaiPerilaku.choices]),
        ]

    def sasaran(self) -> dict[str, Any]:
        """What was chosen, as arguments of the service."""
        jenis, _titik, isi = self.cleaned_data["tentang"].partition(":")
        return {"rhk": self._rhk[f"rhk:{isi}"]} if jenis == "rhk" else {"nilai_perilaku": isi}
