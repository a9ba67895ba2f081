"""The shape of what managers and counter staff type."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from inti.bidang import AngkaIndonesiaField
from layanan.enums import SatuanWaktu
from layanan.models import Layanan, Loket
from layanan.services.kelola import KOLOM_STANDAR
from layanan.services.struk import LEMBAR

MIB = 1024 * 1024
UNGGAH_MAKS = 50 * MIB  # read at once while the person waits


def _paragraf(label: Any, bantuan: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=4000,
        help_text=bantuan,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class LayananForm(forms.Form):
    """A service with its standard."""

    use_required_attribute = False
    nama = forms.CharField(
        label=_("Nama layanan"), max_length=200, error_messages={"required": _("Tulis nama layanannya.")}
    )
    persyaratan = _paragraf(_("Persyaratan"), _("Satu per baris."))
    prosedur = _paragraf(_("Prosedur"), _("Satu langkah per baris."))
    batas_waktu = AngkaIndonesiaField(label=_("Batas waktu"), digit=8, desimal=2)
    satuan_waktu = forms.ChoiceField(label=_("Satuan waktu"), choices=SatuanWaktu.choices)
    biaya = forms.CharField(
        label=_("Biaya atau tarif"),
        max_length=200,
        help_text=_("Misalnya Gratis, atau Rp25.000."),
        error_messages={"required": _("Tulis biayanya; bila tidak ada, tulis Gratis.")},
    )
    produk = forms.CharField(label=_("Produk layanan"), max_length=200, required=False)
    pengguna_setahun = forms.IntegerField(
        label=_("Perkiraan pengguna setahun"),
        min_value=1,
        max_value=100_000_000,
        required=False,
        localize=False,
        help_text=_("Untuk jumlah sampel yang disarankan dan selang kepercayaan."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Tulis bilangan bulat tanpa titik.")},
    )
    aktif = forms.BooleanField(label=_("Layanan dibuka"), required=False)

    def __init__(self, data: Any = None, *, layanan: Layanan) -> None:
        super().__init__(data, initial={nama: getattr(layanan, nama) for nama in KOLOM_STANDAR})


class LoketForm(forms.Form):
    """A new counter."""

    use_required_attribute = False
    nama = forms.CharField(
        label=_("Nama loket"), max_length=100, error_messages={"required": _("Tulis nama loketnya.")}
    )


class PintuForm(forms.Form):
    """For which counter a poster or receipts are, and how many receipts."""

    use_required_attribute = False
    loket = forms.ModelChoiceField(
        label=_("Loket"),
        queryset=Loket.objects.none(),
        required=False,
        empty_label=_("Semua loket"),
        error_messages={"invalid_choice": _("Pilih loket dari layanan ini.")},
    )
    jumlah = forms.TypedChoiceField(
        label=_("Cetak"),
        choices=[(1, _("Satu struk")), (LEMBAR, _("Selembar, 50 struk"))],
        coerce=int,
        required=False,
        empty_value=1,
    )

    def __init__(self, data: Any = None, *, layanan: Layanan) -> None:
        super().__init__(data)
        self.fields["loket"].queryset = Loket.objects.filter(layanan=layanan, aktif=True).order_by(
            "nama", "id"
        )


class SaranForm(forms.Form):
    """What the staff may read of a citizen's words, and why they may not."""

    use_required_attribute = False
    aksi = forms.ChoiceField(choices=[("tampilkan", ""), ("sembunyikan", "")])
    isi_tampil = forms.CharField(
        label=_("Yang dibaca petugas"),
        required=False,
        max_length=1000,
        help_text=_("Samarkan nama orang, misalnya menjadi “seorang petugas”."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    catatan = forms.CharField(
        label=_("Alasan, bila disembunyikan"), required=False, max_length=500, widget=forms.TextInput
    )


class UnggahForm(forms.Form):
    """A file of service times."""

    use_required_attribute = False
    berkas = forms.FileField(
        label=_("Berkas waktu layanan (XLSX atau CSV)"),
        help_text=_("Kolom: KODE LAYANAN, NOMOR, TANGGAL SELESAI, LAMA, SATUAN. Menguji tidak menulis data."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": _("Pilih berkas yang akan diuji."), "empty": _("Berkas ini kosong.")},
    )

    def clean_berkas(self) -> Any:
        """Refuse what is larger than the limit before it is read."""
        berkas = self.cleaned_data["berkas"]
        maks = min(settings.IMPOR_UKURAN_MAKS, UNGGAH_MAKS)
        if berkas.size > maks:
            raise ValidationError(
                _("Berkas ini %(ada)s MiB; paling besar %(maks)s MiB. Bagi menjadi beberapa berkas."),
                params={"ada": berkas.size // MIB + 1, "maks": maks // MIB},
            )
        return berkas
