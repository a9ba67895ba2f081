"""The page “Susunan organisasi”: the tree with people, heads and vacancies, its branches opened one by one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from akses.admin_ekspor import kirim_baris_tercatat
from akses.admin_izin import penjaga
from akses.enums import Izin
from inti.halaman import halaman
from pegawai.models import UnitKerja
from pegawai.services.pohon import baris_unit, cabang, cari_unit, pohon, simpulkan, tanpa_kepala

SEHALAMAN = 50
KOLOM = (
    gettext_lazy("Kode unor"), gettext_lazy("Unit kerja"), gettext_lazy("Singkatan"), gettext_lazy("Jenis"),
    gettext_lazy("Tingkat"), gettext_lazy("Unit induk"), gettext_lazy("NIP kepala"), gettext_lazy("Kepala"),
    gettext_lazy("Sebagai"), gettext_lazy("Pegawai di unit ini"), gettext_lazy("Pegawai seluruhnya"),
    gettext_lazy("Dibuka"), gettext_lazy("Ditutup"),
)  # fmt: skip


class HalamanPohon:
    """For the admin of units: the page."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        """With the address of this page before those of the records."""
        tampil = self.admin_site.admin_view(require_safe(self.pohon))
        unduh = self.admin_site.admin_view(require_POST(self.unduh_pohon))
        return [
            path("pohon/", tampil, name="pegawai_unitkerja_pohon"),
            path("pohon/unduh/", unduh, name="pegawai_unitkerja_pohon_ekspor"),
            *super().get_urls(),
        ]

    def unduh_pohon(self, request: HttpRequest) -> HttpResponseBase:
        """All units of the scope, or those found, in the order of the tree, as a file, logged."""
        if not penjaga(request).punya(Izin.PEGAWAI_LIHAT):
            raise PermissionDenied
        dalam = penjaga(request).saring(UnitKerja.objects.all(), Izin.PEGAWAI_LIHAT)
        hari, tutup = timezone.localdate(), request.GET.get("tutup") == "ya"
        semua = _disaring(request, dalam, tutup).order_by("path")
        baris = baris_unit(semua, pada=hari)
        berkas = kirim_baris_tercatat(request, semua, KOLOM, baris, "susunan-organisasi")
        return berkas or redirect(f"{_alamat()}?{request.GET.urlencode()}")

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
        cari = request.GET.get("cari", "").replace("\x00", "").strip()
        buka = request.GET.get("buka", "")
        isi: dict[str, Any] = {"cari": cari, "tutup": tutup, "kosong": request.GET.get("kosong") == "ya"}
        if cari or isi["kosong"]:
            lembar = halaman(_disaring(request, dalam, tutup), ("path",), request.GET, SEHALAMAN)
            isi |= {"lembar": lembar, "temuan": simpulkan(lembar.baris, pada=hari)}
        else:
            isi["pohon"] = pohon(dalam=dalam, pada=hari, buka=buka if buka.isalnum() else "", tutup=tutup)
        konteks = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Susunan organisasi"),
            "alamat": _alamat(),
            "alamat_unduh": reverse("admin:pegawai_unitkerja_pohon_ekspor"),
            **isi,
        }
        return TemplateResponse(request, "admin/pegawai/unitkerja/pohon.html", konteks)


def _disaring(request: HttpRequest, dalam: QuerySet[UnitKerja], tutup: bool) -> QuerySet[UnitKerja]:
    """What the search and the choice of units without a head leave; everything open without either."""
    hari = timezone.localdate()
    cari = request.GET.get("cari", "").replace("\x00", "").strip()
    if cari:
        dalam = cari_unit(dalam=dalam, kata=cari, pada=hari, tutup=tutup)
    if request.GET.get("kosong") == "ya":
        dalam = tanpa_kepala(dalam=dalam, pada=hari)
    return dalam if cari or tutup else dalam.buka(hari)


def _alamat() -> str:
    return reverse("admin:pegawai_unitkerja_pohon")
