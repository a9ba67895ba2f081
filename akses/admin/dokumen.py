"""Issued documents: found by their code, read as their public page shows them, revoked with a reason."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import SimpleListFilter
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextareaWidget

from akses.admin_dasar import BacaSaja
from akses.enums import Izin
from inti.kode import rapikan_kode
from inti.models import DokumenTerbit
from inti.services.dokumen import cabut
from inti.workflow import TransisiDitolak

PANJANG_ALASAN = 500
NAMA_JENIS = {
    "piagam_penghargaan": _("Piagam penghargaan"),
    "sertifikat_pelatihan": _("Sertifikat pelatihan"),
    "penilaian.hasil": _("Hasil evaluasi"),
    "penilaian.dokumen": _("Dokumen evaluasi"),
}
NAMA_KEADAAN = {"berlaku": _("Berlaku"), "dicabut": _("Dicabut"), "digantikan": _("Digantikan")}
SARINGAN_KEADAAN = {
    "berlaku": Q(dicabut_pada__isnull=True, digantikan_oleh__isnull=True),
    "dicabut": Q(dicabut_pada__isnull=False),
    "digantikan": Q(dicabut_pada__isnull=True, digantikan_oleh__isnull=False),
}


class FormCabut(forms.Form):
    """Why a document does not hold any more; everybody who holds the paper can read it."""

    alasan = forms.CharField(
        label=_("Alasan pencabutan"),
        help_text=_("Tampil di halaman verifikasi, terbaca oleh siapa pun yang memegang kertasnya."),
        max_length=PANJANG_ALASAN,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        error_messages={
            "required": _("Tulis alasan pencabutan; halaman verifikasi menampilkannya."),
            "max_length": _("Paling banyak %(limit_value)s huruf."),
        },
    )


class SaringanKeadaan(SimpleListFilter):
    """Valid, revoked or replaced."""

    title = _("keadaan")
    parameter_name = "keadaan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The three states."""
        return list(NAMA_KEADAAN.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows in the chosen state."""
        syarat = SARINGAN_KEADAAN.get(self.value() or "")
        return queryset.filter(syarat) if syarat is not None else queryset


@admin.register(DokumenTerbit)
class DokumenTerbitAdmin(BacaSaja):
    """The register. A document never changes; the only step is to revoke it, for good."""

    izin_lihat = Izin.DOKUMEN_LIHAT
    izin_cabut = Izin.DOKUMEN_CABUT
    acuan = True
    list_display = ("kode", "judul", "pemegang", "jenis_dokumen", "terbit_pada", "keadaan_kini")
    list_filter = (SaringanKeadaan,)
    kolom_baca = (
        "id", "kode", "judul", "pemegang", "jenis", "terbit_pada", "dicabut_pada", "digantikan_oleh",
    )  # fmt: skip
    search_fields = ("kode", "pemegang")
    search_help_text = _("Kode verifikasi atau nama pemegang")
    ordering = ("-terbit_pada", "id")
    fields = (
        ("kode", "keadaan_kini"),
        ("judul", "jenis_dokumen"),
        ("pemegang", "versi"),
        ("terbit_pada", "terbit_oleh"),
        "isi_ringkas",
        "sidik_data",
        "halaman_verifikasi",
        ("dicabut_pada", "dicabut_oleh"),
        "alasan_cabut",
        "digantikan_oleh",
    )

    def get_urls(self) -> list[URLPattern]:
        """The pages of the admin and the one that revokes."""
        halaman = self.admin_site.admin_view(self.cabut)
        return [path("<uuid:pk>/cabut/", halaman, name="inti_dokumenterbit_cabut"), *super().get_urls()]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Without the lines that say nothing of this document."""
        kosong = set()
        if obj is not None and obj.dicabut_pada is None:
            kosong |= {("dicabut_pada", "dicabut_oleh"), "alasan_cabut"}
        if obj is not None and obj.digantikan_oleh_id is None:
            kosong.add("digantikan_oleh")
        return [baris for baris in self.fields if baris not in kosong]

    def cari(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        """By the whole code in any writing, else by a part of the holder's name or number."""
        if kode := rapikan_kode(kata):
            return queryset.filter(kode=kode)
        return queryset.filter(pemegang__icontains=kata)

    def sebutan(self, obj: DokumenTerbit) -> str:
        """What it is and whose."""
        return f"{obj.judul}, {obj.pemegang}"

    def render_change_form(self, request: HttpRequest, context: Any, *isi: Any, **lain: Any) -> HttpResponse:
        """With the way to the page that revokes, for whoever may."""
        obj = lain.get("obj")
        context["dapat_dicabut"] = obj is not None and self._dapat_dicabut(request, obj)
        return super().render_change_form(request, context, *isi, **lain)

    change_form_template = "admin/inti/dokumenterbit/change_form.html"

    def cabut(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """Ask for the reason (GET), revoke (POST)."""
        dokumen = self.get_object(request, str(pk))
        if dokumen is None:
            raise Http404
        if not self._boleh(request, self.izin_cabut, dokumen):
            raise PermissionDenied
        form = FormCabut(request.POST or None)
        if request.method == "POST" and form.is_valid():
            return self._cabut(request, dokumen, form.cleaned_data["alasan"])
        konteks = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Cabut dokumen"),
            "subtitle": self.sebutan(dokumen),
            "original": dokumen,
            "form": form,
            "sekarang": dokumen.keadaan == "berlaku",
        }
        return TemplateResponse(request, "admin/inti/dokumenterbit/cabut.html", konteks)

    def _cabut(self, request: HttpRequest, dokumen: DokumenTerbit, alasan: str) -> HttpResponse:
        try:
            cabut(dokumen=dokumen, alasan=alasan, oleh=request.pegawai)
        except TransisiDitolak as e:
            messages.error(request, str(e.alasan))
        else:
            LogEntry.objects.log_actions(
                user_id=request.user.pk, queryset=[dokumen], action_flag=CHANGE, change_message="Dicabut"
            )
            messages.success(request, _("Dokumen dicabut. Halaman verifikasinya sudah mengatakannya."))
        return redirect("admin:inti_dokumenterbit_change", dokumen.pk)

    def _dapat_dicabut(self, request: HttpRequest, dokumen: DokumenTerbit) -> bool:
        return dokumen.keadaan == "berlaku" and self._boleh(request, self.izin_cabut, dokumen)

    @admin.display(description=_("jenis"))
    def jenis_dokumen(self, obj: DokumenTerbit) -> str:
        """Its kind in words."""
        return str(NAMA_JENIS.get(obj.jenis, obj.jenis.replace("_", " ").capitalize()))

    @admin.display(description=_("keadaan"))
    def keadaan_kini(self, obj: DokumenTerbit) -> str:
        """Valid, revoked or replaced."""
        return str(NAMA_KEADAAN[obj.keadaan])

    @admin.display(description=_("keterangan di halaman verifikasi"))
    def isi_ringkas(self, obj: DokumenTerbit) -> str:
        """The lines of the public page."""
        return "; ".join(f"{label}: {nilai}" for label, nilai in obj.ringkas) or "–"

    @admin.display(description=_("sidik data"))
    def sidik_data(self, obj: DokumenTerbit) -> str:
        """As the paper prints it."""
        return obj.sidik

    @admin.display(description=_("halaman verifikasi"))
    def halaman_verifikasi(self, obj: DokumenTerbit) -> str:
        """The way to its public page."""
        return format_html('<a class="k-tautan" href="{0}">{0}</a>', obj.tautan)
