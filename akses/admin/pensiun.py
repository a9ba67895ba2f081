"""The page “Akan pensiun”: who retires within a year, and which units then lose their head."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from akses.admin_ekspor import kirim_baris_tercatat
from akses.admin_izin import penjaga
from akses.enums import Izin
from inti.halaman import halaman
from pegawai.aturan.bup import tabel_bup
from pegawai.models import Pegawai
from pegawai.services.pensiun import akan_pensiun, dengan_tim, ramal, saring_pensiun

SEHALAMAN = 25
KOLOM = (
    gettext_lazy("NIP"), gettext_lazy("Nama"), gettext_lazy("Usia pensiun"),
    gettext_lazy("Pensiun mulai"), gettext_lazy("Jabatan"), gettext_lazy("Unit kerja"),
    gettext_lazy("Memimpin unit"),
)  # fmt: skip


def baris_pensiun(semua: QuerySet[Pegawai]) -> Iterator[tuple[Any, ...]]:
    """People of `akan_pensiun` as rows of a file, read in pieces."""
    for p in semua.iterator(chunk_size=2000):
        atasan: Any = p.atasan
        yield (
            p.nip or "", p.nama_lengkap, p.usia, p.pensiun, atasan.penempatan.jabatan.nama,
            atasan.unit.nama, _("Ya") if atasan.penempatan.kepala else _("Tidak"),
        )  # fmt: skip


class HalamanPensiun:
    """For the admin of people: the page."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        """With the address of this page before those of the records."""
        tampil = self.admin_site.admin_view(require_safe(self.pensiun))
        unduh = self.admin_site.admin_view(require_POST(self.unduh_pensiun))
        return [
            path("pensiun/", tampil, name="pegawai_pegawai_pensiun"),
            path("pensiun/unduh/", unduh, name="pegawai_pegawai_pensiun_ekspor"),
            *super().get_urls(),
        ]

    def unduh_pensiun(self, request: HttpRequest) -> HttpResponseBase:
        """The list as filtered, as a file, logged."""
        semua = self._orang_pensiun(request, self._akan_pensiun(request)).order_by("pensiun", "nama", "id")
        berkas = kirim_baris_tercatat(request, semua, KOLOM, baris_pensiun(semua), "akan-pensiun")
        return berkas or redirect(f"{reverse('admin:pegawai_pegawai_pensiun')}?{request.GET.urlencode()}")

    @staticmethod
    def _akan_pensiun(request: HttpRequest) -> QuerySet[Pegawai]:
        if not penjaga(request).punya(Izin.PEGAWAI_LIHAT):
            raise PermissionDenied
        dalam = penjaga(request).saring(Pegawai.objects.all(), Izin.PEGAWAI_LIHAT)
        return akan_pensiun(dalam=dalam, pada=timezone.localdate())

    @staticmethod
    def _orang_pensiun(request: HttpRequest, semua: QuerySet[Pegawai]) -> QuerySet[Pegawai]:
        pilihan = {k: request.GET.get(k, "") for k in ("bulan", "unit")}
        orang = saring_pensiun(semua, **pilihan, kepala=request.GET.get("kepala") == "ya")
        return orang.select_related("atasan__unit", "atasan__penempatan__jabatan")

    def pensiun(self, request: HttpRequest) -> HttpResponse:
        """Numbers by month and unit, and the people, paged by key."""
        hari = timezone.localdate()
        semua = self._akan_pensiun(request)
        orang = self._orang_pensiun(request, semua).select_related(
            "atasan__unit", "atasan__penempatan__jabatan", "keputusan_pensiun"
        )
        lembar = halaman(orang, ("nama", "id"), request.GET, SEHALAMAN)
        dengan_tim(lembar.baris)
        isi = {
            "boleh": penjaga(request).punya(Izin.PEGAWAI_KELOLA),
            "title": _("Akan pensiun dalam 12 bulan"),
            "opts": self.opts,
            "hari": hari,
            "ramalan": ramal(semua),
            "lembar": lembar,
            "pilihan": {k: request.GET.get(k, "") for k in ("bulan", "unit")},
            "kepala": request.GET.get("kepala") == "ya",
            "alamat_unduh": reverse("admin:pegawai_pegawai_pensiun_ekspor"),
            "sumber": tabel_bup(hari).sumber,
            "alamat": reverse("admin:pegawai_pegawai_pensiun"),
        }
        konteks = {**self.admin_site.each_context(request), **isi}
        return TemplateResponse(request, "admin/pegawai/pegawai/pensiun.html", konteks)
