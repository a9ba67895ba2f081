"""The site of the web admin: our login, our navigation, and the dashboard as its first page."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django.apps import apps
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.sites import UnfoldAdminSite

from akses.admin_izin import penjaga
from kinerja.services.kemajuan import papan
from kinerja.unfold import RAK, Rak


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
            "site_title": "Kinerja · Kepegawaian",
            "site_header": "Kinerja · Kepegawaian",
            "site_url": "/",
            "has_permission": self.has_permission(request),
            "is_popup": False,
            "is_nav_sidebar_enabled": True,
            "available_apps": [],
            "rak": self.rak(request),
            "data_contoh": not settings.PRODUKSI,
            "show_history": True,
            "colors": None,
        }

    @cached_property
    def _alamat(self) -> dict[str, str]:
        """The address of each list, once per process."""
        semua = (satu.model for _judul, baris in RAK for satu in baris)
        return {m: reverse("admin:{}_{}_changelist".format(*m.split("."))) for m in semua}

    def rak(self, request: HttpRequest) -> list[tuple[Any, list[dict[str, Any]]]]:
        """The sidebar: groups with the lines this person may open."""
        semua = ((judul, list(self._baris(request, baris))) for judul, baris in RAK)
        return [(judul, isi) for judul, isi in semua if isi]

    def _baris(self, request: HttpRequest, baris: tuple[Rak, ...]) -> Iterator[dict[str, Any]]:
        for satu in baris:
            if self._registry[apps.get_model(satu.model)].has_module_permission(request):
                alamat = self._alamat[satu.model]
                aktif = request.path.startswith(alamat)
                yield {"alamat": alamat, "label": satu.label, "ikon": satu.ikon, "aktif": aktif}

    def index(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """How far the running period is, in the scope of the reader."""
        konteks = {
            **self.each_context(request),
            "title": self.index_title,
            "papan": papan(penjaga(request)),
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

    def search(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """A search over all tables at once would be slow and is not offered."""
        raise Http404
