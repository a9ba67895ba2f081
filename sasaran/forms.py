"""The shape of what is typed into a plan. The services decide whether it may be written."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from inti.bidang import AngkaIndonesiaField
from inti.terjemah import t
from sasaran.aturan.berakhlak import BERAKHLAK
from sasaran.enums import Arah, Aspek, CaraHitung, JenisRHK, Perspektif, SumberRealisasi
from sasaran.models import RencanaHasilKerja
from sasaran.models.ekspektasi import PANJANG_EKSPEKTASI
from sasaran.services.isi import KOLOM_IKI, KOLOM_RHK
from sasaran.services.sumber import PilihanSumber

PENJELASAN_ARAH = [
    (Arah.NAIK, _("Makin tinggi makin baik, misalnya banyaknya akta")),
    (Arah.TURUN, _("Makin kecil makin baik, misalnya lama layanan")),
    (Arah.TEPAT, _("Harus tepat, misalnya empat laporan setahun")),
]
PENJELASAN_CARA = [
    (CaraHitung.TERAKHIR, _("Nilai terakhir, misalnya indeks kepuasan")),
    (CaraHitung.JUMLAH, _("Dijumlahkan, misalnya banyaknya akta")),
    (CaraHitung.RATA_RATA, _("Dirata-ratakan, misalnya lama layanan")),
]


def _pilihan(widget: type[forms.Widget], choices: Iterable[Any], **lain: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        choices=choices,
        widget=widget,
        error_messages={"required": _("Pilih salah satu."), "invalid_choice": _("Pilih salah satu.")},
        **lain,
    )


class TeksRapiField(forms.CharField):
    """One sentence: line breaks and repeated blanks become single blanks."""

    def to_python(self, value: Any) -> str:
        return " ".join(super().to_python(value).split())


class _FormIsi(forms.Form):
    """A form for one row; `kunci` is the key under which it is written, so that sending twice writes once."""

    use_required_attribute = False
    kolom: tuple[str, ...] = ()
    kunci = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"invalid": _("Muat ulang halaman ini.")}
    )

    def __init__(self, *args: Any, objek: Any = None, **kwargs: Any) -> None:
        awal = {n: getattr(objek, n) for n in self.kolom} if objek else {}
        kunci = objek.pk if objek else uuid.uuid4()
        super().__init__(*args, initial={"kunci": kunci, **awal, **kwargs.pop("initial", {})}, **kwargs)
        self.objek = objek
        if not self.is_bound:  # with errors the focus goes to their summary
            self.fields["uraian"].widget.attrs["autofocus"] = True

    @property
    def kunci_baris(self) -> uuid.UUID:
        """The key to write under: that of the row being changed, or the new one the form carries."""
        return self.objek.pk if self.objek else self.cleaned_data["kunci"]

    @property
    def isian(self) -> dict[str, Any]:
        """What the service writes."""
        return {nama: self.cleaned_data[nama] for nama in self.kolom}


class RHKForm(_FormIsi):
    """One result."""

    kolom = KOLOM_RHK

    uraian = TeksRapiField(
        label=_("Hasil kerja"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Tulis hasilnya, bukan kegiatannya: “Akta kelahiran terbit tepat waktu”."),
        error_messages={"required": _("Tulis hasil kerja yang diharapkan.")},
    )
    jenis = _pilihan(forms.RadioSelect, JenisRHK.choices, label=_("Jenis"), initial=JenisRHK.UTAMA)
    mendukung = forms.ModelChoiceField(
        label=_("Mendukung hasil kerja pimpinan"),
        queryset=RencanaHasilKerja.objects.none(),
        required=False,
        empty_label=_("Tidak mendukung secara langsung"),
        error_messages={"invalid_choice": _("Pilih hasil kerja dari SKP pimpinan Anda tahun ini.")},
    )
    penugasan_dari = TeksRapiField(
        label=_("Ditugaskan oleh"),
        max_length=200,
        required=False,
        help_text=_("Jabatan yang memberi penugasan, bila hasil ini penugasan khusus."),
    )

    def __init__(self, *args: Any, pimpinan: QuerySet[RencanaHasilKerja], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mendukung"].queryset = pimpinan


class IndikatorForm(_FormIsi):
    """One quantitative indicator with its target."""

    kolom = KOLOM_IKI

    uraian = TeksRapiField(
        label=_("Indikator"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Apa yang diukur, misalnya “Waktu penyelesaian akta kelahiran”."),
        error_messages={"required": _("Tulis apa yang diukur.")},
    )
    aspek = _pilihan(forms.RadioSelect, Aspek.choices, label=_("Aspek"))
    perspektif = _pilihan(
        forms.RadioSelect,
        Perspektif.choices,
        label=_("Perspektif"),
        help_text=_("SKP pimpinan memuat keempatnya; Anggaran wajib ada."),
    )
    target = AngkaIndonesiaField(label=_("Target"), help_text=_("Misalnya 0,9 atau 1.250."))
    target_maks = AngkaIndonesiaField(
        label=_("Sampai"), required=False, help_text=_("Isi bila target berupa rentang.")
    )
    satuan = TeksRapiField(
        label=_("Satuan"),
        max_length=40,
        help_text=_("Misalnya hari, akta, atau %."),
        error_messages={"required": _("Tulis satuannya, misalnya hari atau akta.")},
    )
    arah = _pilihan(forms.RadioSelect, PENJELASAN_ARAH, label=_("Kapan dianggap baik"), initial=Arah.NAIK)
    cara_hitung = _pilihan(
        forms.RadioSelect,
        PENJELASAN_CARA,
        label=_("Laporan digabung dengan cara"),
        initial=CaraHitung.TERAKHIR,
    )
    sumber = forms.ChoiceField(
        label=_("Realisasi diambil dari"),
        required=False,
        help_text=_("Bila dari survei atau waktu layanan, angkanya terisi sendiri dan tidak dapat diketik."),
        error_messages={"invalid_choice": _("Pilih salah satu.")},
    )

    def __init__(
        self, *args: Any, sumber: Iterable[PilihanSumber] = (), pimpinan: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.pimpinan = pimpinan
        if not pimpinan:  # of JPT and heads of autonomous units alone
            del self.fields["perspektif"]
            self.kolom = tuple(nama for nama in self.kolom if nama != "perspektif")
        kini = self.initial.get("sumber_realisasi") or SumberRealisasi.LAPORAN
        if kini != SumberRealisasi.LAPORAN:
            self.initial["sumber"] = f"{kini}:{self.initial['sumber_kunci']}"
        self.fields["sumber"].choices = _pilihan_sumber(sumber, self.initial.get("sumber", ""))

    @property
    def ada_sumber(self) -> bool:
        """Whether there is anything to choose besides reports."""
        return len(self.fields["sumber"].choices) > 1

    def clean_sumber(self) -> str:
        """The choice, split into the two columns that are written."""
        sumber, _titik, kunci = self.cleaned_data["sumber"].partition(":")
        self.cleaned_data["sumber_realisasi"] = sumber or SumberRealisasi.LAPORAN
        self.cleaned_data["sumber_kunci"] = uuid.UUID(kunci) if kunci else None
        return self.cleaned_data["sumber"]

    def clean(self) -> dict[str, Any]:
        isi = super().clean()
        bawah, atas = isi.get("target"), isi.get("target_maks")
        if bawah is not None and atas is not None:
            if atas < bawah:
                self.add_error("target_maks", _("Batas atas tidak boleh lebih kecil daripada target."))
            elif atas == bawah:
                isi["target_maks"] = None
        return isi


def _pilihan_sumber(semua: Iterable[PilihanSumber], kini: str) -> list[Any]:
    """Reports first, then the sources by kind; one agreed earlier stays, even when it is offered no more."""
    kelompok: dict[str, list[tuple[str, str]]] = {}
    for satu in semua:
        nama = f"{satu.nama} ({satu.satuan})" if satu.satuan else satu.nama
        kelompok.setdefault(satu.sumber, []).append((satu.nilai, nama))
    if kini and not any(kini == nilai for isi in kelompok.values() for nilai, _nama in isi):
        kelompok.setdefault(kini.partition(":")[0], []).append(
            (kini, str(_("Layanan yang sudah disepakati")))
        )
    return [("", _("Laporan saya"))] + [(SumberRealisasi(k).label, isi) for k, isi in kelompok.items()]


class KembalikanForm(forms.Form):
    """The note with which a plan goes back."""

    use_required_attribute = False
    catatan = forms.CharField(
        label=_("Catatan untuk pegawai"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Dibaca pegawai, atasan Anda, dan pengelola kinerja. Sebutkan apa yang perlu diubah."),
        error_messages={"required": _("Tulis catatan agar pegawai tahu apa yang perlu diubah.")},
    )


class EkspektasiForm(forms.Form):
    """What the assessor expects in particular, value by value; empty where there is nothing."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nilai in BERAKHLAK:
            self.fields[nilai.kode] = forms.CharField(
                label=_("Ekspektasi khusus: %(nilai)s") % {"nilai": t(nilai.nama)},
                required=False,
                max_length=PANJANG_EKSPEKTASI,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def baris(self) -> list[tuple[Any, forms.BoundField]]:
        """Each value with its field, in the order of the forms."""
        return [(nilai, self[nilai.kode]) for nilai in BERAKHLAK]


class MulaiForm(forms.Form):
    """Which year to plan, and whether to begin from last year's plan."""

    tahun = forms.IntegerField(min_value=2022, max_value=2100)
    salin = forms.BooleanField(required=False)
