"""Years: their dates, their quarters, and opening and closing the yearly evaluation."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as teks
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.widgets import UnfoldAdminDateWidget

from akses.enums import Izin
from pegawai.models import Pegawai
from penilaian.admin_langkah import AdminBerlangkah
from penilaian.services.tahunan_pratinjau import akan_beralih, akan_dibuat_tahunan, tetap_pada_penilai
from penilaian.services.tahunan_siklus import buka_tahunan, tutup_tahunan
from sasaran.enums import StatusPeriode
from sasaran.models import Siklus
from sasaran.services.siklus import buat_siklus

# Dates that are history, by the status of the year.
LEWAT = {
    StatusPeriode.BELUM_DIBUKA: (),
    StatusPeriode.TERBUKA: ("buka_tahunan",),
    StatusPeriode.DITUTUP: ("buka_tahunan", "tutup_tahunan"),
}


class FormSiklus(forms.ModelForm):
    """A year; a new one gets its quarters and their default dates from the service."""

    class Meta:
        model = Siklus
        fields = ("tahun", "zona", "batas_skp", "buka_tahunan", "tutup_tahunan")
        widgets = dict.fromkeys(("batas_skp", "buka_tahunan", "tutup_tahunan"), UnfoldAdminDateWidget)

    def clean_tahun(self) -> int:
        """Within the bounds for which the calendar and the table are made."""
        tahun: int = self.cleaned_data["tahun"]
        if not 2022 <= tahun <= 2099:
            raise ValidationError(teks("Tahun siklus harus antara 2022 dan 2099."))
        return tahun

    def clean(self) -> dict[str, Any]:
        """Say at the last day that it lies before the first one."""
        isi = super().clean() or self.cleaned_data
        buka = isi.get("buka_tahunan") or self.instance.buka_tahunan
        tutup = isi.get("tutup_tahunan")
        if buka and tutup and tutup < buka:
            self.add_error("tutup_tahunan", teks("Evaluasi tahunan tidak dapat ditutup sebelum dibuka."))
        return isi


@admin.register(Siklus)
class SiklusAdmin(AdminBerlangkah):
    """Performance years. The yearly evaluation is opened and closed by the services, after a confirmation."""

    izin_lihat = Izin.SIKLUS_LIHAT
    izin_ubah = izin_tambah = Izin.SIKLUS_KELOLA
    acuan = True
    form = FormSiklus
    list_display = ("tahun", "batas_skp", "buka_tahunan", "tutup_tahunan", "status", "zona")
    ordering = ("-tahun",)

    template_langkah = "admin/sasaran/siklus/langkah.html"
    judul_langkah: ClassVar = {"buka": _("Buka evaluasi tahunan"), "tutup": _("Tutup evaluasi tahunan")}

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[Any, ...]:
        """The last day for plans is computed for a new year and may be moved later."""
        if obj is None:
            return ("tahun", "zona")
        tanggal = ("batas_skp", ("buka_tahunan", "tutup_tahunan"))
        return ("tahun", "zona", *tanggal, "status", ("dibuka_pada", "ditutup_pada"))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What has happened does not move any more: the day of opening, then that of closing."""
        if obj is None:
            return ()
        return ("tahun", "status", "dibuka_pada", "ditutup_pada", *LEWAT[obj.status])

    def pratinjau(self, obj: Siklus, aksi: str) -> dict[str, Any]:
        """How many evaluations it would create, or hand to the superior."""
        if aksi == "buka":
            return {"jumlah": akan_dibuat_tahunan(obj)}
        return {"jumlah": akan_beralih(obj), "tetap": tetap_pada_penilai(obj)}

    def lakukan(self, obj: Siklus, aksi: str, oleh: Pegawai) -> str:
        """Let the service do it."""
        if aksi == "buka":
            n = buka_tahunan(siklus=obj, oleh=oleh)
            kata = ngettext("%(n)s evaluasi tahunan dibuat.", "%(n)s evaluasi tahunan dibuat.", n)
        else:
            n = tutup_tahunan(siklus=obj, oleh=oleh)
            kata = ngettext(
                "%(n)s evaluasi beralih ke atasan penilai.", "%(n)s evaluasi beralih ke atasan penilai.", n
            )
        return kata % {"n": n}

    def save_model(self, request: HttpRequest, obj: Siklus, form: Any, change: bool) -> None:
        """A new year is made by the service, with its four quarters."""
        if change:
            super().save_model(request, obj, form, change)
            return
        baru = buat_siklus(tahun=obj.tahun, zona=obj.zona, oleh=request.pegawai)
        obj.pk, obj.batas_skp = baru.pk, baru.batas_skp
        obj.buka_tahunan, obj.tutup_tahunan = baru.buka_tahunan, baru.tutup_tahunan
        obj._state.adding = False
