"""The page “Susunan organisasi”: the tree with people, heads and vacancies, its branches opened one by one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from akses.admin_izin import penjaga
from akses.enums import Izin
from inti.halaman import halaman
from pegawai.models import UnitKerja
from pegawai.services.pohon import cabang, cari_unit, pohon, simpulkan, tanpa_kepala

SEHALAMAN = 50


class HalamanPohon:
    """For the admin of units: the page."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        """With the address of this page before those of the records."""
        tampil = self.admin_site.admin_view(require_safe(self.pohon))
        return [path("pohon/", tampil, name="pegawai_unitkerja_pohon"), *super().get_urls()]

    def pohon(self, request: HttpRequest) -> HttpResponse:
        """The tree; with `cari` or `kosong` a list of units; asked by htmx for one branch, only that."""
        if not penjaga(request).punya(Izin.PEGAWAI_LIHAT):
            raise PermissionDenied
        dalam = penjaga(request).saring(UnitKerja.objects.all(), Izin.PEGAWAI_LIHAT)
        tutup = request.GET.get("tutup") == "ya"
        tampil = self._cabang if request.htmx else self._utuh
        jawab = tampil(request, dalam, tutup)
        patch_vary_headers(jawab, ["HX-Request"])
        return jawab

    def _cabang(self, request: HttpRequest, dalam: QuerySet[UnitKerja], tutup: bool) -> HttpResponse:
        induk = dalam.filter(path=request.GET.get("buka", "")).first()
        if induk is None:
            raise Http404
        anak = cabang(dalam=dalam, induk=induk, pada=timezone.localdate(), tutup=tutup)
        isi = {"cabang": anak, "tutup": tutup, "alamat": _alamat()}
        return TemplateResponse(request, "admin/pegawai/unitkerja/_cabang.html", isi)

    def _utuh(self, request: HttpRequest, dalam: QuerySet[UnitKerja], tutup: bool) -> HttpResponse:
        hari = timezone.localdate()
        cari = request.GET.get("cari", "").strip()
        buka = request.GET.get("buka", "")
        isi: dict[str, Any] = {"cari": cari, "tutup": tutup, "kosong": request.GET.get("kosong") == "ya"}
        if cari or isi["kosong"]:
            unit = cari_unit(dalam=dalam, kata=cari, pada=hari, tutup=tutup) if cari else dalam
            unit = tanpa_kepala(dalam=unit, pada=hari) if isi["kosong"] else unit
            lembar = halaman(unit, ("path",), request.GET, SEHALAMAN)
            isi |= {"lembar": lembar, "temuan": simpulkan(lembar.baris, pada=hari)}
        else:
            isi["pohon"] = pohon(dalam=dalam, pada=hari, buka=buka if buka.isalnum() else "", tutup=tutup)
        konteks = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Susunan organisasi"),
            "alamat": _alamat(),
            **isi,
        }
        return TemplateResponse(request, "admin/pegawai/unitkerja/pohon.html", konteks)


def _alamat() -> str:
    return reverse("admin:pegawai_unitkerja_pohon")
