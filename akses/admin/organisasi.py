"""Units as an indented list, and posts."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as teks
from django.utils.translation import gettext_lazy as _

from akses.admin.gabung import HalamanGabungUnit
from akses.admin.ganda import HalamanGandaUnit
from akses.admin.pindah_unit import HalamanPindahUnit
from akses.admin.pohon import HalamanPohon
from akses.admin.tutup_unit import HalamanTutupUnit
from akses.admin_dasar import AdminTerbatas, PilihCari
from akses.enums import Izin
from inti.terjemah import t
from pegawai.models import Jabatan, Penempatan, UnitKerja
from pegawai.services.atasan import segarkan
from pegawai.services.cari import cari_nama
from pegawai.services.tutup_unit import TutupDitolak, periksa_tutup


class FormUnit(forms.ModelForm):
    """A unit; a new one names the unit above it. Its place in the tree is not typed."""

    induk = forms.ModelChoiceField(queryset=UnitKerja.objects.none(), label=_("Unit di atasnya"))

    class Meta:
        model = UnitKerja
        fields = (
            "nama",
            "singkatan",
            "kode",
            "jenis",
            "zona",
            "hari_per_pekan",
            "mandiri",
            "dibuka",
            "ditutup",
        )

    def clean_kode(self) -> str | None:
        return self.cleaned_data.get("kode") or None

    def clean_ditutup(self) -> Any:
        """A unit is closed when nobody sits in it and nothing below it is open."""
        ditutup = self.cleaned_data.get("ditutup")
        if not ditutup or self.instance._state.adding or ditutup == self.instance.ditutup:
            return ditutup
        try:
            periksa_tutup(unit=self.instance, pada=ditutup)
        except TutupDitolak as tolak:
            raise ValidationError(t(tolak)) from None
        return ditutup


class SaringBuka(admin.SimpleListFilter):
    """Open or closed today."""

    title = _("keadaan")
    parameter_name = "keadaan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("buka", _("Buka")), ("tutup", _("Sudah ditutup"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Units that exist today, or no longer do."""
        hari = timezone.localdate()
        if self.value() == "buka":
            return queryset.buka(hari)
        return queryset.filter(ditutup__lte=hari) if self.value() == "tutup" else queryset


@admin.register(UnitKerja)
class UnitKerjaAdmin(
    HalamanPohon, HalamanPindahUnit, HalamanTutupUnit, HalamanGandaUnit, HalamanGabungUnit, AdminTerbatas
):
    """The organisation in the order of its tree. Units are closed by a date, never deleted."""

    izin_lihat = Izin.PEGAWAI_LIHAT
    izin_ubah = izin_tambah = Izin.ORGANISASI_KELOLA
    form = FormUnit
    list_display = ("dalam_pohon", "jenis", "zona", "dibuka", "ditutup", "tambah_bawahan")
    list_display_links = ("dalam_pohon",)
    bukan_ekspor = ("tambah_bawahan",)
    list_filter = (SaringBuka, "jenis")
    list_per_page = 50
    search_fields = ("nama", "kode")
    search_help_text = _("Nama, singkatan atau kode unor")
    ordering = ("path",)

    def cari(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        """By a part of the name or short name, or by the code."""
        return cari_nama(queryset, kata, "nama", "singkatan")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        """As everywhere; what is offered as a choice is not closed yet."""
        if request.path == reverse("admin:autocomplete"):
            queryset = queryset.exclude(ditutup__lte=timezone.localdate())
        return super().get_search_results(request, queryset, search_term)

    def terbuka_untuk_diubah(self, obj: Any) -> bool:
        """A trace stays as it was left."""
        return obj.digabung_ke_id is None

    def teks_pilihan(self, obj: UnitKerja) -> str:
        """The name with the short one."""
        return f"{obj.nama} ({obj.singkatan})" if obj.singkatan else obj.nama

    @admin.display(description=_("unit"))
    def dalam_pohon(self, obj: UnitKerja) -> str:
        """The name, indented by its depth."""
        singkat = f" ({obj.singkatan})" if obj.singkatan else ""
        return format_html(
            '<span class="k-pohon k-pohon-{}">{}</span>', min(obj.depth, 7), obj.nama + singkat
        )

    @admin.display(description=_("tindakan"))
    def tambah_bawahan(self, obj: UnitKerja) -> str:
        alamat = reverse("admin:pegawai_unitkerja_add")
        return format_html(
            '<a class="k-tautan" href="{}?induk={}">{}</a>', alamat, obj.pk, teks("Tambah unit di bawahnya")
        )

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        """The link that adds a unit only for whoever may."""
        kolom = tuple(super().get_list_display(request))
        return kolom if self.has_add_permission(request) else kolom[:-1]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A unit that exists stays where it is."""
        dasar = (("nama", "singkatan"), ("jenis", "kode"), ("zona", "hari_per_pekan"), "mandiri")
        tanggal = (("dibuka", "ditutup"),)
        return (*dasar, *tanggal) if obj else ("induk", *dasar, *tanggal)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **lain: Any) -> Any:
        """With the unit above it, chosen within the scope; not asked of a unit that exists."""
        form = super().get_form(request, obj, change=change, **lain)
        if "induk" in form.base_fields:
            terbuka = self.get_queryset(request).exclude(ditutup__lte=timezone.localdate())
            form.base_fields["induk"].queryset = terbuka
            form.base_fields["induk"].widget = self._pilih_induk()
            form.base_fields["induk"].required = obj is None
        return form

    def _pilih_induk(self) -> forms.Widget:
        """The same search as in a placement."""
        return PilihCari(Penempatan._meta.get_field("unit"), self.admin_site)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A new unit goes below the one that was named."""
        if change:
            super().save_model(request, obj, form, change)
        else:
            induk = UnitKerja.objects.get(pk=form.cleaned_data["induk"].pk)
            UnitKerja.objects.add_child(induk, instance=obj)
        segarkan()


@admin.register(Jabatan)
class JabatanAdmin(AdminTerbatas):
    """Posts: reference data of the whole government."""

    izin_lihat = Izin.PEGAWAI_LIHAT
    izin_ubah = izin_tambah = izin_hapus = Izin.ORGANISASI_KELOLA
    acuan = True
    list_display = ("nama", "jenis", "jenjang", "eselon", "kelas", "bup")
    list_filter = ("jenis",)
    search_fields = ("nama", "kode")
    search_help_text = _("Nama atau kode jabatan")
    fields = ("nama", "kode", ("jenis", "jenjang"), ("eselon", "kelas", "bup"))

    def cari(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        """By a part of the name, or by the code."""
        return cari_nama(queryset, kata, "nama")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **lain: Any) -> Any:
        """An empty code is no code, so that many posts may have none."""
        bidang = super().formfield_for_dbfield(db_field, request, **lain)
        if db_field.name == "kode" and bidang:
            bidang.empty_value = None
        return bidang
