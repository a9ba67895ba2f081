"""Forms of the organisation label and of the reason for a distribution."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from inti.bidang import AngkaIndonesiaField, wajib_bila
from penilaian.enums import JenisDasarCapaian, PilihanCapaian
from penilaian.models import CapaianOrganisasi
from penilaian.services.capaian_tetapkan import BarisDasar, IsianCapaian
from sasaran.enums import Arah

PANJANG = 4000
BARIS_KOSONG = 2


class FormCapaian(forms.Form):
    """A label with its basis. `menetapkan`: by the leader; without it, a recommendation."""

    predikat = forms.TypedChoiceField(
        label=_("Capaian kinerja organisasi"),
        choices=PilihanCapaian.choices,
        coerce=lambda nilai: PilihanCapaian(int(nilai)),
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih salah satu."), "invalid_choice": _("Pilih salah satu.")},
    )
    jenis_dasar = forms.ChoiceField(
        label=_("Dasar penilaian"),
        choices=JenisDasarCapaian.choices,
        error_messages={"required": _("Pilih salah satu."), "invalid_choice": _("Pilih salah satu.")},
    )
    uraian = forms.CharField(
        label=_("Uraian capaian"),
        max_length=PANJANG,
        help_text=_("Apa yang tercapai dan belum tercapai dari perjanjian kinerja unit."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Tulis uraian capaian yang menjadi dasarnya.")},
    )
    rujukan = forms.CharField(
        label=_("Dokumen rujukan"),
        max_length=300,
        required=False,
        help_text=_("Nomor dan nama dokumen, misalnya laporan kinerja triwulan atau hasil evaluasi SAKIP."),
    )
    alasan = forms.CharField(
        label=_("Alasan mengubah penetapan"),
        max_length=PANJANG,
        widget=forms.Textarea(attrs={"rows": 2, "class": "pendek"}),
        error_messages={"required": _("Tulis alasan agar riwayatnya dapat dipahami.")},
    )

    use_required_attribute = False

    def __init__(
        self, *args: Any, capaian: CapaianOrganisasi, menetapkan: bool, ubah: bool, **kwargs: Any
    ) -> None:
        awal = {
            "predikat": capaian.predikat or capaian.usulan,
            "jenis_dasar": capaian.jenis_dasar,
            "uraian": capaian.uraian,
            "rujukan": capaian.rujukan,
        }
        super().__init__(*args, initial=awal, **kwargs)
        if not ubah:
            del self.fields["alasan"]
        if not menetapkan:
            self.fields["predikat"].label = _("Usulan capaian")
        if menetapkan and capaian.sendiri:
            rujukan = self.fields["rujukan"]
            rujukan.required = True
            rujukan.help_text = _("Wajib: dokumen pihak luar, karena tidak ada pimpinan di atas unit ini.")
            rujukan.error_messages["required"] = _("Sebutkan dokumen pihak luar yang menjadi rujukan.")

    def isian(self, indikator: tuple[BarisDasar, ...]) -> IsianCapaian:
        """What the service writes."""
        isi = self.cleaned_data
        return IsianCapaian(
            isi["predikat"], JenisDasarCapaian(isi["jenis_dasar"]), isi["uraian"], isi["rujukan"], indikator
        )


class FormIndikator(forms.Form):
    """One indicator; a row that stays empty is left out."""

    uraian = forms.CharField(label=_("Indikator atau rencana aksi"), max_length=300, required=False)
    satuan = forms.CharField(label=_("Satuan"), max_length=40, required=False)
    target = AngkaIndonesiaField(label=_("Target"), required=False)
    realisasi = AngkaIndonesiaField(label=_("Realisasi"), required=False)
    arah = forms.ChoiceField(label=_("Arah"), choices=Arah.choices, required=False)

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for bidang in self.fields.values():  # the heading says that the whole row may stay empty
            wajib_bila(bidang, "")

    def clean(self) -> dict[str, Any]:
        """A row that was begun needs its words and both numbers."""
        isi = super().clean() or {}
        if any(isi.get(nama) not in (None, "") for nama in ("uraian", "satuan", "target", "realisasi")):
            for nama in ("uraian", "target", "realisasi"):
                if isi.get(nama) in (None, "") and nama not in self.errors:
                    self.add_error(nama, _("Lengkapi baris ini atau kosongkan semuanya."))
        return isi

    def baris(self) -> BarisDasar | None:
        """What the service writes, or None for an empty row."""
        isi = self.cleaned_data
        if not isi.get("uraian"):
            return None
        arah = isi["arah"] or Arah.NAIK
        return BarisDasar(isi["uraian"], isi["satuan"], str(arah), isi["target"], isi["realisasi"])


_FormSetIndikator = forms.formset_factory(FormIndikator, extra=BARIS_KOSONG, max_num=20, absolute_max=40)


def formset_indikator(capaian: CapaianOrganisasi, data: Any = None) -> Any:
    """The rows of the basis with a few empty ones below."""
    awal = [
        {nama: getattr(satu, nama) for nama in ("uraian", "satuan", "arah", "target", "realisasi")}
        for satu in capaian.indikator.all()
    ]
    # Bound without initial values: a row that is sent as it was must not count as empty.
    return _FormSetIndikator(data, initial=awal if data is None else None, prefix="indikator")


def baris_formset(formset: Any) -> tuple[BarisDasar, ...]:
    """The rows that say something, in their order."""
    return tuple(baris for form in formset if (baris := form.baris()))


class FormAlasanDistribusi(forms.Form):
    """Why the spread differs from the guide."""

    alasan = forms.CharField(
        label=_("Alasan sebaran berbeda dari pedoman"),
        max_length=PANJANG,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Dibaca atasan Anda, pengelola kinerja instansi, pimpinan, dan auditor."),
        error_messages={"required": _("Tulis alasannya, misalnya hasil kerja tim yang menonjol.")},
    )
    use_required_attribute = False
