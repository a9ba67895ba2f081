"""Saved filters on every admin list: chips above it, a form to keep what is shown, and one to tidy them up."""

from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.views.main import ERROR_FLAG
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from akses.models import SaringanTersimpan
from akses.saringan import rapikan, simpan, terlihat, ubah, usang

SEMUA = "semua"  # of the address: without any filter, also without the one a list opens with


@dataclass(frozen=True)
class Keping:
    """One saved filter as the list shows it."""

    saringan: SaringanTersimpan
    dipilih: bool
    milik: bool


class Tersaring:
    """For admin pages: their saved filters."""

    def get_urls(self) -> list[URLPattern]:
        """With the addresses that keep and change a filter."""
        admin = cast(Any, self)
        nama = f"{admin.opts.app_label}_{admin.opts.model_name}"
        simpan_ = admin.admin_site.admin_view(require_POST(self.simpan_saringan))
        ubah_ = admin.admin_site.admin_view(require_POST(self.ubah_saringan))
        return [
            path("saringan/", simpan_, name=f"{nama}_saringan"),
            path("saringan/<uuid:pk>/", ubah_, name=f"{nama}_ubah_saringan"),
            *cast(Any, super()).get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """As Django's, with the filters he keeps; the list opens with the one he chose for that."""
        admin = cast(Any, self)
        if not admin.has_view_permission(request):
            raise PermissionDenied
        tanpa = SEMUA in request.GET
        if tanpa or ERROR_FLAG in request.GET:
            self._bersihkan(request)
        semua = self._saringan_semua(request)
        if request.method == "GET" and not tanpa and (tuju := self._saringan_bawaan(request, semua)):
            return redirect(f"{request.path}?{tuju}")
        kini = rapikan(request.GET.urlencode())
        keping = [Keping(s, s.kueri == kini, s.akun_id == request.user.pk) for s in semua]
        isi = {
            "keping": keping,
            "saringan_kini": kini,
            "saringan_terpilih": next((k for k in keping if k.dipilih), None),
            "alamat_saringan": reverse(f"admin:{admin.opts.app_label}_{admin.opts.model_name}_saringan"),
            "ada_bawaan": any(k.saringan.bawaan and k.milik for k in keping),
        }
        try:
            jawaban: HttpResponse = cast(Any, super()).changelist_view(
                request, {**(extra_context or {}), **isi}
            )
        except DisallowedModelAdminLookup:
            if isi["saringan_terpilih"] is None:  # typed by hand, and refused as such
                raise
            return redirect(f"{request.path}?{ERROR_FLAG}=1")
        self._beri_tahu_usang(request, jawaban)
        return jawaban

    def _bersihkan(self, request: HttpRequest) -> None:
        """Leave out of the address what only speaks to this page; a filter nobody knows becomes a sentence."""
        kueri = request.GET.copy()
        kueri.pop(SEMUA, None)
        if kueri.pop(ERROR_FLAG, None) and request.method == "GET":
            messages.warning(
                request,
                _("Saringan di alamat ini tidak dikenali lagi, jadi daftar ditampilkan tanpa saringan."),
            )
        request.GET = kueri  # type: ignore[assignment]

    def _saringan_semua(self, request: HttpRequest) -> list[SaringanTersimpan]:
        return terlihat(cast(Any, request.user), cast(Any, self).opts.label_lower)

    @staticmethod
    def _saringan_bawaan(request: HttpRequest, semua: list[SaringanTersimpan]) -> str:
        """The filter the list opens with; not while he moves about on the list itself."""
        if request.META.get("QUERY_STRING"):
            return ""
        dari = request.headers.get("Referer", "").partition("?")[0]
        if dari.endswith(request.path):
            return ""
        return next((s.kueri for s in semua if s.bawaan and s.akun_id == request.user.pk and s.kueri), "")

    @staticmethod
    def _beri_tahu_usang(request: HttpRequest, jawaban: Any) -> None:
        cl = (getattr(jawaban, "context_data", None) or {}).get("cl")
        if cl is not None and request.method == "GET" and (judul := usang(cl)):
            jawaban.context_data["saringan_usang"] = judul

    def simpan_saringan(self, request: HttpRequest) -> HttpResponse:
        """Keep what the list shows under a name (POST)."""
        admin = cast(Any, self)
        if not admin.has_view_permission(request):
            raise PermissionDenied
        kueri = request.POST.get("kueri", "")
        try:
            satu = simpan(
                akun=cast(Any, request.user),
                daftar=admin.opts.label_lower,
                nama=request.POST.get("nama", ""),
                kueri=kueri,
                **_pilihan(request),
            )
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
            return self._ke_daftar_tersaring(rapikan(kueri))
        messages.success(request, _("Saringan “%(nama)s” tersimpan.") % {"nama": satu.nama})
        return self._ke_daftar_tersaring(satu.kueri)

    def ubah_saringan(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Rename, share or delete one of one's own (POST)."""
        admin = cast(Any, self)
        if not admin.has_view_permission(request):
            raise PermissionDenied
        milik = SaringanTersimpan.objects.filter(akun=cast(Any, request.user), daftar=admin.opts.label_lower)
        satu = milik.filter(pk=pk).first()
        if satu is None:
            raise Http404
        if "hapus" in request.POST:
            satu.delete()
            messages.success(request, _("Saringan “%(nama)s” dihapus.") % {"nama": satu.nama})
            return self._ke_daftar_tersaring(rapikan(request.POST.get("kueri", "")))
        try:
            ubah(saringan=satu, nama=request.POST.get("nama", ""), **_pilihan(request))
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
        else:
            messages.success(request, _("Saringan “%(nama)s” diperbarui.") % {"nama": satu.nama})
        return self._ke_daftar_tersaring(rapikan(request.POST.get("kueri", "")))

    def _ke_daftar_tersaring(self, kueri: str) -> HttpResponse:
        admin = cast(Any, self)
        daftar = reverse(f"admin:{admin.opts.app_label}_{admin.opts.model_name}_changelist")
        return redirect(f"{daftar}?{kueri or SEMUA}")


def _pilihan(request: HttpRequest) -> dict[str, bool]:
    return {n: request.POST.get(n) == "ya" for n in ("bawaan", "dibagikan")}
