"""Import of employees in the admin: upload, read the test's report, import the tested file."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from unfold.widgets import UnfoldBooleanWidget

from akses.admin_dasar import AdminTerbatas
from akses.enums import Izin
from akses.impor import impor_berkas, uji_berkas
from inti.impor import GALAT, PERINGATAN
from inti.terjemah import t
from pegawai.impor import BerkasDitolak, Pilihan
from pegawai.impor.laporan import kelompok, perubahan
from pegawai.models import BerkasImpor
from pegawai.models.impor import StatusImpor

MIB = 1024 * 1024


class FormUnggah(forms.Form):
    """The file to test, and what may be created on the way."""

    berkas = forms.FileField(
        label=_("Berkas pegawai (XLSX atau CSV)"),
        help_text=_("Ekspor SIASN, atau berkas dengan nama kolom yang sama. Menguji tidak menulis data."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv", "class": "max-w-2xl text-sm"}),
        error_messages={"required": _("Pilih berkas yang akan diuji."), "empty": _("Berkas ini kosong.")},
    )
    buat_unit = forms.BooleanField(
        label=_("Buat unit kerja yang belum ada"),
        help_text=_("Pakai pada pengisian pertama. Unit disusun dari satuan kerja induk dan unor."),
        required=False,
        widget=UnfoldBooleanWidget,
    )
    buat_jabatan = forms.BooleanField(
        label=_("Buat jabatan yang belum ada"), required=False, initial=True, widget=UnfoldBooleanWidget
    )

    def clean_berkas(self) -> Any:
        """Refuse what is larger than the limit before it is read."""
        berkas = self.cleaned_data["berkas"]
        if berkas.size > settings.IMPOR_UKURAN_MAKS:
            raise ValidationError(
                _("Berkas ini %(ada)s MiB; paling besar %(maks)s MiB. Bagi menjadi beberapa berkas."),
                params={"ada": berkas.size // MIB + 1, "maks": settings.IMPOR_UKURAN_MAKS // MIB},
            )
        return berkas


@admin.register(BerkasImpor)
class BerkasImporAdmin(AdminTerbatas):
    """Files that were tested or imported. Nothing here is edited or deleted: it is the log of imports."""

    izin_lihat = izin_tambah = Izin.PEGAWAI_IMPOR
    list_display = ("nama_asli", "status", "diuji_pada", "diuji_oleh", "diimpor_pada", "diimpor_oleh")
    list_filter = ("status",)
    search_fields = ("nama_asli", "sha256")
    search_help_text = _("Nama berkas")
    list_display_links = ("nama_asli",)
    list_select_related = ("diuji_oleh", "diimpor_oleh")

    def get_urls(self) -> list[URLPattern]:
        """The pages of the admin and the address that imports."""
        impor = path(
            "<uuid:pk>/impor/",
            self.admin_site.admin_view(require_POST(self.impor)),
            name="pegawai_berkasimpor_impor",
        )
        return [impor, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[BerkasImpor]:
        """Files of employees; reports are long, so a list does not read them."""
        qs = super().get_queryset(request).filter(jenis="pegawai")
        return qs if request.resolver_match.kwargs else qs.defer("laporan")

    def cari(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        """By a part of the file's name."""
        return queryset.filter(nama_asli__icontains=kata)

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Upload a file and test it."""
        self._jaga(request)
        dikirim = request.method == "POST"
        form = FormUnggah(request.POST, request.FILES) if dikirim else FormUnggah()
        if dikirim and form.is_valid():
            berkas = self._uji(request, form)
            if berkas:
                return redirect("admin:pegawai_berkasimpor_change", berkas.pk)
        return self._halaman(request, "unggah", _("Uji berkas pegawai"), form=form)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The report of a file, with the button that imports it."""
        self._jaga(request)
        berkas = self._ambil(request, object_id)
        return self._halaman(request, "laporan", berkas.nama_asli, **_isi_laporan(berkas))

    def impor(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """Import a file that was tested."""
        self._jaga(request)
        try:
            berkas = impor_berkas(berkas=self._ambil(request, str(pk)), oleh=request.pegawai)
        except BerkasDitolak as e:
            messages.error(request, t(e))
            return redirect("admin:pegawai_berkasimpor_change", pk)
        if berkas.status == StatusImpor.DIIMPOR:
            messages.success(request, _("Berkas sudah diimpor."))
        else:
            messages.error(
                request,
                _(
                    "Data berubah sejak pengujian sehingga ada baris yang kini ditolak. Tidak ada yang ditulis."
                ),
            )
        return redirect("admin:pegawai_berkasimpor_change", pk)

    def _jaga(self, request: HttpRequest) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied

    def _ambil(self, request: HttpRequest, pk: str) -> BerkasImpor:
        berkas = self.get_object(request, pk)
        if berkas is None:
            raise Http404
        return berkas

    def _uji(self, request: HttpRequest, form: FormUnggah) -> BerkasImpor | None:
        """Test the uploaded file; a file that cannot be read is said at its field."""
        isian = form.cleaned_data
        pilihan = Pilihan(buat_unit=isian["buat_unit"], buat_jabatan=isian["buat_jabatan"])
        berkas = isian["berkas"]
        try:
            return uji_berkas(isi=berkas.read(), nama=berkas.name, pilihan=pilihan, oleh=request.pegawai)
        except BerkasDitolak as e:
            form.add_error("berkas", t(e))
            return None

    def _halaman(self, request: HttpRequest, nama: str, judul: Any, **isi: Any) -> TemplateResponse:
        konteks = {**self.admin_site.each_context(request), "opts": self.opts, "title": judul, **isi}
        konteks["alamat_daftar"] = reverse("admin:pegawai_berkasimpor_changelist")
        konteks["alamat_unggah"] = reverse("admin:pegawai_berkasimpor_add")
        return TemplateResponse(request, f"admin/pegawai/berkasimpor/{nama}.html", konteks)


def _isi_laporan(berkas: BerkasImpor) -> dict[str, Any]:
    laporan = berkas.laporan
    return {
        "berkas": berkas,
        "laporan": laporan,
        "bagian": [
            {"judul": _("Kesalahan"), "galat": True, "kelompok": kelompok(laporan, GALAT)},
            {"judul": _("Peringatan"), "galat": False, "kelompok": kelompok(laporan, PERINGATAN)},
        ],
        "perubahan": perubahan(laporan),
        "dapat_diimpor": berkas.status == StatusImpor.DIUJI,
        "sudah_diimpor": berkas.status == StatusImpor.DIIMPOR,
    }
