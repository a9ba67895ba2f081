"""Opening and closing in the admin: the button of the next move, a page that says what happens, the service."""

from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from akses.admin_dasar import AdminTerbatas
from akses.admin_izin import penjaga
from akses.enums import Izin
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from sasaran.enums import StatusPeriode

# The move each status offers.
LANGKAH = {StatusPeriode.BELUM_DIBUKA: "buka", StatusPeriode.TERBUKA: "tutup"}


class AdminBerlangkah(AdminTerbatas):
    """A record whose status is opened and closed by services (a period, a year); HR of the government only."""

    change_form_template = "admin/sasaran/berlangkah.html"
    template_langkah: ClassVar[str]
    judul_langkah: ClassVar[dict[str, Any]]

    def pratinjau(self, obj: Any, aksi: str) -> dict[str, Any]:
        """What the page says before the move. Writes nothing."""
        raise NotImplementedError

    def lakukan(self, obj: Any, aksi: str, oleh: Pegawai) -> str:
        """Make the move; returns the sentence that says what was done. Raises TransisiDitolak."""
        raise NotImplementedError

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """With the button of the next move."""
        obj = self.get_object(request, object_id)
        boleh = obj is not None and self.has_change_permission(request, obj)
        aksi = LANGKAH.get(obj.status) if obj is not None and boleh and request.pegawai else None
        ke = reverse(f"admin:{self._nama(aksi)}", args=[obj.pk]) if aksi and obj else ""
        isi = {"ke_langkah": ke, "judul_langkah": self.judul_langkah.get(aksi or "", "")}
        return super().change_view(request, object_id, form_url, {**isi, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        """The pages of the admin and those that open and close."""
        halaman = self.admin_site.admin_view(self.langkah)
        alamat = [
            path(f"<slug:pk>/{aksi}/", halaman, {"aksi": aksi}, name=self._nama(aksi))
            for aksi in LANGKAH.values()
        ]
        return [*alamat, *super().get_urls()]

    def langkah(self, request: HttpRequest, pk: str, aksi: str) -> HttpResponse:
        """GET: what will happen. POST: let the service do it."""
        obj = self.get_object(request, pk)
        if obj is None:
            raise Http404
        if not penjaga(request).punya(Izin.SIKLUS_KELOLA) or request.pegawai is None:
            raise PermissionDenied
        if request.method == "POST":
            return self._jalankan(request, obj, aksi)
        sekarang = LANGKAH.get(obj.status) == aksi
        konteks = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": self.judul_langkah[aksi],
            "objek": obj,
            "aksi": aksi,
            "sekarang": sekarang,
            "kembali": self._kembali(obj),
            **(self.pratinjau(obj, aksi) if sekarang else {}),
        }
        return TemplateResponse(request, self.template_langkah, konteks)

    def _jalankan(self, request: HttpRequest, obj: Any, aksi: str) -> HttpResponse:
        if LANGKAH.get(obj.status) != aksi:
            messages.error(request, _("Keadaannya sudah berubah, jadi langkah ini tidak dijalankan."))
            return redirect(self._kembali(obj))
        try:
            messages.success(request, self.lakukan(obj, aksi, request.pegawai))
        except TransisiDitolak as tolak:
            messages.error(request, t(tolak.alasan))
        return redirect(self._kembali(obj))

    def _kembali(self, obj: Any) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk])

    def _nama(self, aksi: str | None) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{aksi}"
