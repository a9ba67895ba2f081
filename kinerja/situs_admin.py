"""The site of the web admin: our login, our navigation, and the dashboard as its first page."""

from functools import lru_cache
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import PermissionDenied
from django.db.models import ForeignKey
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from unfold.sites import UnfoldAdminSite

from akses import hak_kelola
from akses.admin_izin import penjaga
from akses.enums import Izin
from kinerja.services.papan import papan
from kinerja.templatetags.komponen import gambar
from kinerja.unfold import RAK, Rak
from kinerja.views.siasn import siasn

HALAMAN = frozenset(s.letak for _judul, baris in RAK for s in baris if s.halaman)
TERBUKA_SEMUA = 14  # a sidebar of no more lines shows all of them


@lru_cache(maxsize=512)
def tulis_rak(boleh: tuple[str, ...], kini: str, bahasa: str) -> SafeString:
    """Groups and lines of the sidebar; `kini` is the open list or page, as `Rak.letak`.

    Many lines are folded by group, so that the place of the reader is always in sight: his own group is
    open, on the first page the first one is.
    """
    bagian = [(judul, [s for s in baris if s.model in boleh]) for judul, baris in RAK]
    bagian = [(judul, baris) for judul, baris in bagian if baris]
    letak = next((n for n, (_j, b) in enumerate(bagian) if any(_kini(s, kini) for s in b)), 0)
    semua = sum(len(baris) for _j, baris in bagian) <= TERBUKA_SEMUA
    return format_html_join(
        "",
        "<details{}><summary><h2>{}</h2>{}</summary><ul>{}</ul></details>",
        (
            (
                " open" if semua or n == letak else "",
                judul,
                gambar("chevron-down", 16),
                format_html_join("", "{}", ((_tulis(s, kini),) for s in baris)),
            )
            for n, (judul, baris) in enumerate(bagian)
        ),
    )


def _kini(satu: Rak, kini: str) -> bool:
    return kini == satu.letak


def _letak(alamat: str) -> str:
    """Which line of the sidebar an address belongs to: its own, else that of its model's list."""
    bagian = alamat.split("/")[2:5]
    penuh = "/".join(bagian)
    return penuh if penuh in HALAMAN else "/".join(bagian[:2])


def _tulis(satu: Rak, kini: str) -> SafeString:
    aplikasi, model = satu.model.split(".")
    aktif = mark_safe(' aria-current="page"') if _kini(satu, kini) else ""
    nama = satu.halaman.replace("-", "_") or "changelist"
    alamat = reverse(f"admin:{aplikasi}_{model}_{nama}")
    return format_html('<li><a href="{}"{}>{}{}</a></li>', alamat, aktif, gambar(satu.ikon, 18), satu.label)


def _lanjut(request: HttpRequest) -> str:
    """Where to go on: a page of this admin, else its first page."""
    tujuan = request.POST.get("lanjut") or request.GET.get("lanjut") or ""
    awal = reverse("admin:index")
    aman = url_has_allowed_host_and_scheme(tujuan, allowed_hosts={request.get_host()})
    return tujuan if aman and tujuan.startswith(awal) else awal


class CariPilihan(AutocompleteJsonView):
    """Choices that a search finds; a model may say more than its name, as people share names."""

    def process_request(self, request: HttpRequest) -> Any:
        """As Django's; only what a record names is chosen, not what names the record."""
        hasil = super().process_request(request)
        if not isinstance(hasil[2], ForeignKey):
            raise PermissionDenied
        return hasil

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        teks = getattr(self.model_admin, "teks_pilihan", str)
        return {"id": str(getattr(obj, to_field_name)), "text": teks(obj)}


class SitusKinerja(UnfoldAdminSite):
    """Unfold's site with the shell of this application.

    The context of every page is a few plain values: asking every model for all its permissions to build
    a menu would cost more than a page of people.
    """

    enable_nav_sidebar = True
    index_title = _("Kepegawaian")

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """What each page of the admin shows beside its own content."""
        return {
            "site_title": _("Kinerja · Kepegawaian"),
            "site_header": _("Kinerja · Kepegawaian"),
            "site_url": "/",
            "has_permission": self.has_permission(request),
            "is_popup": False,
            "is_nav_sidebar_enabled": True,
            "available_apps": [],
            "rak": self.rak(request),
            "kirim_siasn": penjaga(request).punya(Izin.SIASN_KIRIM),
            "di_siasn": request.path == reverse("admin:siasn"),
            "data_contoh": not settings.PRODUKSI,
            "show_history": True,
            "colors": None,
            "hak_kelola": hak_kelola.ringkas(request),
        }

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Behind the login, and behind the password where powers of the office are used."""
        return super().admin_view(hak_kelola.berpintu(view, self), cacheable)

    def get_urls(self) -> list[Any]:
        """With the pages on which the right to manage is taken up and given back, and the one for SIASN."""
        return [
            path("hak-kelola/", self.admin_view(self.ambil_hak), name="hak_kelola"),
            path("hak-kelola/akhiri/", self.admin_view(self.akhiri_hak), name="hak_kelola_akhiri"),
            path("siasn/", self.admin_view(self.siasn), name="siasn"),
            *super().get_urls(),
        ]

    def ambil_hak(self, request: HttpRequest) -> HttpResponse:
        """Ask for the password; then back to the page from which he came."""
        lanjut = _lanjut(request)
        if not hak_kelola.perlu(request):
            return redirect(lanjut)
        form = hak_kelola.FormHak(request.POST if request.method == "POST" else None, request=request)
        if form.is_valid():
            hak_kelola.ambil(request)
            return redirect(lanjut)
        jawaban = hak_kelola.halaman_sandi(request, form, self, lanjut)
        jawaban.status_code = 200
        return jawaban

    def akhiri_hak(self, request: HttpRequest) -> HttpResponse:
        """Give the right back at once (POST)."""
        if request.method == "POST":
            hak_kelola.akhiri(request)
            messages.success(request, _("Hak kelola diakhiri. Halaman ini tetap dapat dibaca."))
        return redirect(_lanjut(request))

    def siasn(self, request: HttpRequest) -> HttpResponseBase:
        """Files in the shapes of SIASN."""
        request.current_app = self.name
        return siasn(request, self)

    def rak(self, request: HttpRequest) -> SafeString:
        """The sidebar's lines that this person may open, as HTML; written once for each set of permissions."""
        model = dict.fromkeys(satu.model for _judul, baris in RAK for satu in baris)
        boleh = tuple(m for m in model if self._registry[apps.get_model(m)].has_module_permission(request))
        return tulis_rak(boleh, _letak(request.path), get_language() or "")

    def index(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """What to do today and how far the cycle is, in the scope of the reader; `?unit=` goes down the tree."""
        konteks = {
            **self.each_context(request),
            "title": self.index_title,
            "papan": papan(penjaga(request), request.GET.get("unit", "")),
            **(extra_context or {}),
        }
        request.current_app = self.name
        return TemplateResponse(request, "admin/papan.html", konteks)

    def app_index(self, request: HttpRequest, app_label: str, extra_context: Any = None) -> HttpResponse:
        """There is one first page, not one per application."""
        if not any(m._meta.app_label == app_label for m in self._registry):
            raise Http404
        return redirect("admin:index")

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The application's own login; whoever is logged in but may not enter goes home."""
        if request.user.is_authenticated:
            return redirect("admin:index" if self.has_permission(request) else "/")
        return redirect(f"{settings.LOGIN_URL}?next={reverse('admin:index')}")

    def logout(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The application's own logout, which asks by POST."""
        return redirect("account_logout")

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The application's own page."""
        return redirect("account_change_password")

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """The search behind fields that name a person, a unit or a post."""
        return CariPilihan.as_view(admin_site=self)(request)

    def search(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """A search over all tables at once would be slow and is not offered."""
        raise Http404
