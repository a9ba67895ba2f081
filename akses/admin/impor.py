"""Imports in the admin: upload, watch the test, read its report, import, fetch the refused rows, take it back."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from unfold.widgets import UnfoldAdminRadioSelectWidget, UnfoldAdminSelectWidget, UnfoldBooleanWidget

from akses.admin_dasar import AdminTerbatas
from akses.admin_izin import penjaga
from akses.enums import Izin
from akses.impor import batalkan_impor, kemajuan, minta_impor, uji_ulang, unggah
from akses.impor_contoh import contoh_xlsx
from akses.impor_jenis import OTOMATIS, jenis_boleh
from inti.berkas_tabel import BerkasDitolak
from inti.ekspor import JENIS_KONTEN, XLSX
from inti.impor import GALAT, PERINGATAN
from inti.impor_batal import BatalDitolak
from inti.impor_jenis import JENIS, JenisImpor
from inti.tanda import dari_data
from inti.terjemah import t
from pegawai.impor.laporan import kelompok, perubahan
from pegawai.models import BerkasImpor
from pegawai.models.impor import ModeImpor, StatusImpor

MIB = 1024 * 1024
ALAMAT = "admin:pegawai_berkasimpor_"
TAHAP = {
    "baca": _("Membaca berkas"),
    "periksa": _("Memeriksa terhadap data yang ada"),
    "tulis": _("Menulis data"),
    "selaraskan": _("Menyelaraskan atasan dan akun"),
}


class FormUnggah(forms.Form):
    """The kind of data, the file to test, and what it may do."""

    jenis = forms.ChoiceField(label=_("Jenis data"), widget=UnfoldAdminSelectWidget)
    berkas = forms.FileField(
        label=_("Berkas XLSX, ODS atau CSV"),
        help_text=_("Ekspor SIASN, atau berkas dengan nama kolom yang sama. Menguji tidak menulis data."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv", "class": "max-w-2xl text-sm"}),
        error_messages={"required": _("Pilih berkas yang akan diuji."), "empty": _("Berkas ini kosong.")},
    )
    mode = forms.ChoiceField(
        label=_("Cara"),
        choices=ModeImpor.choices,
        initial=ModeImpor.KEDUANYA,
        required=False,
        widget=UnfoldAdminRadioSelectWidget,
    )

    def __init__(self, *isi: Any, jenis: list[JenisImpor], **lain: Any) -> None:
        super().__init__(*isi, **lain)
        self.fields["jenis"].choices = [
            (OTOMATIS, _("Kenali dari judul kolom")),
            *((j.kode, j.nama) for j in jenis),
        ]
        semua = {p.kode: p for j in jenis for p in j.pilihan}
        self.kode_pilihan = set(semua)
        for satu in semua.values():
            self.fields[satu.kode] = forms.BooleanField(
                label=satu.label,
                help_text=satu.bantuan,
                required=False,
                initial=satu.bawaan,
                widget=UnfoldBooleanWidget,
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

    def pilihan(self) -> dict[str, bool]:
        """The choices beside the file, of every kind."""
        return {kode: self.cleaned_data[kode] for kode in self.fields if kode in self.kode_pilihan}


@admin.register(BerkasImpor)
class BerkasImporAdmin(AdminTerbatas):
    """Files that were tested or imported. Nothing here is edited or deleted: it is the log of imports."""

    izin_lihat = izin_tambah = Izin.PEGAWAI_IMPOR
    teks_tambah = _("Uji berkas")
    teks_kosong = _("Belum ada berkas yang diuji. Mulai dengan “Uji berkas”; menguji tidak menulis data.")
    pengantar = _("Setiap berkas yang diuji atau diimpor beserta laporannya. Menguji tidak menulis data.")
    list_display = (
        "nama_asli",
        "nama_jenis",
        "status",
        "diuji_pada",
        "diuji_oleh",
        "diimpor_pada",
        "diimpor_oleh",
    )
    list_filter = ("status", "jenis")
    search_fields = ("nama_asli", "sha256")
    search_help_text = _("Nama berkas")
    list_display_links = ("nama_asli",)
    list_select_related = ("diuji_oleh", "diimpor_oleh")

    @admin.display(description=_("jenis data"), ordering="jenis")
    def nama_jenis(self, berkas: BerkasImpor) -> str:
        """The kind of data in words."""
        return str(JENIS[berkas.jenis].nama)

    def get_urls(self) -> list[URLPattern]:
        """The pages of the admin and the addresses that do something."""

        def alamat(ujung: str, view: Callable[..., HttpResponseBase], nama: str) -> URLPattern:
            return path(ujung, self.admin_site.admin_view(view), name=f"pegawai_berkasimpor_{nama}")

        return [
            alamat("contoh/<slug:jenis>/", require_safe(self.contoh), "contoh"),
            alamat("<uuid:pk>/impor/", require_POST(self.impor), "impor"),
            alamat("<uuid:pk>/uji-ulang/", require_POST(self.uji_ulang), "uji_ulang"),
            alamat("<uuid:pk>/batal/", require_POST(self.batal), "batal"),
            alamat("<uuid:pk>/ditolak/", require_safe(self.ditolak), "ditolak"),
            *super().get_urls(),
        ]

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may import some kind of data: roles are imported by others than people are."""
        boleh = {j.kode for j in jenis_boleh(penjaga(request).pelaku)}
        return bool(boleh) if obj is None else obj.jenis in boleh

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[BerkasImpor]:
        """Files of the kinds this person may import; reports are long, so a list does not read them."""
        boleh = [j.kode for j in jenis_boleh(penjaga(request).pelaku)]
        qs = BerkasImpor.objects.filter(jenis__in=boleh).order_by(*self.get_ordering(request) or ())
        return qs if request.resolver_match.kwargs else qs.defer("laporan")

    def cari(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        """By a part of the file's name."""
        return queryset.filter(nama_asli__icontains=kata)

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Upload a file and have it tested."""
        self._jaga(request)
        jenis = jenis_boleh(request.pelaku)
        dikirim = request.method == "POST"
        awal = {"jenis": request.GET.get("jenis", OTOMATIS)}
        form = (
            FormUnggah(request.POST, request.FILES, jenis=jenis)
            if dikirim
            else FormUnggah(jenis=jenis, initial=awal)
        )
        if dikirim and form.is_valid():
            berkas = self._unggah(request, form)
            if berkas:
                return redirect(f"{ALAMAT}change", berkas.pk)
        return self._halaman(request, "unggah", _("Uji berkas"), form=form, semua_jenis=jenis)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """What happens to a file, or its report with what can be done."""
        self._jaga(request)
        berkas = self._ambil(request, object_id)
        nama = "_keadaan" if request.htmx and berkas.berjalan else "laporan"
        jawaban = self._halaman(request, nama, berkas.nama_asli, **_isi_laporan(berkas))
        if request.htmx and not berkas.berjalan:
            jawaban.headers["HX-Refresh"] = "true"
        return jawaban

    def contoh(self, request: HttpRequest, jenis: str) -> FileResponse:
        """A file with the columns of a kind, one right row, and what belongs into each column."""
        self._jaga(request)
        satu = next((j for j in jenis_boleh(request.pelaku) if j.kode == jenis), None)
        if satu is None:
            raise Http404
        return _unduh(contoh_xlsx(satu), f"contoh-{jenis}.xlsx")

    def ditolak(self, request: HttpRequest, pk: Any) -> FileResponse:
        """The refused rows with their errors, to be mended and sent again."""
        self._jaga(request)
        berkas = self._ambil(request, str(pk))
        if not berkas.berkas_ditolak:
            raise Http404
        return _unduh(berkas.berkas_ditolak.open("rb"), f"ditolak-{berkas.nama_asli.rpartition('.')[0]}.xlsx")

    def impor(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """Have a tested file imported."""
        lewati = request.POST.get("lewati") == "ya"
        return self._lakukan(
            request, pk, lambda b: minta_impor(berkas=b, lewati=lewati, oleh=request.pegawai)
        )

    def uji_ulang(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """Have a kept file tested again."""
        return self._lakukan(request, pk, lambda b: uji_ulang(berkas=b, oleh=request.pegawai))

    def batal(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """Take an import back."""
        return self._lakukan(
            request,
            pk,
            lambda b: batalkan_impor(berkas=b, oleh=request.pegawai),
            _("Impor dibatalkan; data kembali seperti sebelumnya."),
        )

    def _lakukan(
        self, request: HttpRequest, pk: Any, kerja: Callable[[BerkasImpor], Any], pesan: Any = None
    ) -> HttpResponse:
        self._jaga(request)
        try:
            kerja(self._ambil(request, str(pk)))
        except (BerkasDitolak, BatalDitolak) as e:
            messages.error(request, t(e))
        else:
            if pesan:
                messages.success(request, pesan)
        return redirect(f"{ALAMAT}change", pk)

    def _jaga(self, request: HttpRequest) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied

    def _ambil(self, request: HttpRequest, pk: str) -> BerkasImpor:
        berkas = self.get_object(request, pk)
        if berkas is None:
            raise Http404
        return berkas

    def _unggah(self, request: HttpRequest, form: FormUnggah) -> BerkasImpor | None:
        """Keep the uploaded file; one that cannot be read is said at its field."""
        isian = form.cleaned_data
        try:
            return unggah(
                jenis=isian["jenis"],
                berkas=isian["berkas"],
                nama=isian["berkas"].name,
                mode=isian["mode"] or ModeImpor.KEDUANYA,
                pilihan=form.pilihan(),
                oleh=request.pegawai,
            )
        except BerkasDitolak as e:
            form.add_error("berkas", t(e))
            return None

    def _halaman(self, request: HttpRequest, nama: str, judul: Any, **isi: Any) -> TemplateResponse:
        konteks = {**self.admin_site.each_context(request), "opts": self.opts, "title": judul, **isi}
        konteks["alamat_daftar"] = reverse(f"{ALAMAT}changelist")
        konteks["alamat_unggah"] = reverse(f"{ALAMAT}add")
        return TemplateResponse(request, f"admin/pegawai/berkasimpor/{nama}.html", konteks)


def _unduh(isi: Any, nama: str) -> FileResponse:
    jawaban = FileResponse(isi, as_attachment=True, filename=nama, content_type=JENIS_KONTEN[XLSX])
    jawaban.headers["Cache-Control"] = "private, no-store"
    jawaban.headers["X-Content-Type-Options"] = "nosniff"
    return jawaban


def _isi_laporan(berkas: BerkasImpor) -> dict[str, Any]:
    """What the page of a file shows: its state while it is worked on, else its report."""
    laporan, jenis = berkas.laporan, JENIS[berkas.jenis]
    kini = kemajuan(berkas.pk) if berkas.berjalan else {}
    jumlah = laporan.get("jumlah", {})
    selesai_uji = berkas.status in (StatusImpor.DIUJI, StatusImpor.DITOLAK)
    return {
        "berkas": berkas,
        "jenis": jenis,
        "laporan": laporan,
        "tahap": TAHAP.get(kini.get("tahap", "")),
        "banyak": kini.get("banyak"),
        "sebab": t(dari_data(berkas.galat)) if berkas.galat else "",
        "bagian": [
            {"judul": _("Kesalahan"), "galat": True, "kelompok": kelompok(laporan, GALAT, jenis.kalimat)},
            {
                "judul": _("Peringatan"),
                "galat": False,
                "kelompok": kelompok(laporan, PERINGATAN, jenis.kalimat),
            },
        ],
        "perubahan": perubahan(laporan, berkas.jenis),
        "dapat_diimpor": berkas.status == StatusImpor.DIUJI,
        "lolos": jumlah["baris"] - jumlah["ditolak"] if selesai_uji and jumlah else 0,
        "sudah_diimpor": berkas.status == StatusImpor.DIIMPOR,
        "dapat_diuji_ulang": berkas.status
        in (StatusImpor.DIUJI, StatusImpor.DITOLAK, StatusImpor.GAGAL, StatusImpor.DIBATALKAN),
    }
