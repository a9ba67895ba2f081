"""The page “Akan pensiun”: who retires within a year, and which units then lose their head."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from akses.admin_izin import penjaga
from akses.enums import Izin
from inti.halaman import halaman
from pegawai.aturan.bup import tabel_bup
from pegawai.models import Pegawai
from pegawai.services.pensiun import akan_pensiun, dengan_tim, ramal, saring_pensiun

SEHALAMAN = 25


class HalamanPensiun:
    """For the admin of people: the page."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        """With the address of this page before those of the records."""
        tampil = self.admin_site.admin_view(require_safe(self.pensiun))
        return [path("pensiun/", tampil, name="pegawai_pegawai_pensiun"), *super().get_urls()]

    def pensiun(self, request: HttpRequest) -> HttpResponse:
        """Numbers by month and unit, and the people, paged by key."""
        if not penjaga(request).punya(Izin.PEGAWAI_LIHAT):
            raise PermissionDenied
        hari = timezone.localdate()
        semua = akan_pensiun(
            dalam=penjaga(request).saring(Pegawai.objects.all(), Izin.PEGAWAI_LIHAT), pada=hari
        )
        pilihan = {k: request.GET.get(k, "") for k in ("bulan", "unit")}
        kepala = request.GET.get("kepala") == "ya"
        orang = saring_pensiun(semua, **pilihan, kepala=kepala).select_related(
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
            "pilihan": pilihan,
            "kepala": kepala,
            "sumber": tabel_bup(hari).sumber,
            "alamat": reverse("admin:pegawai_pegawai_pensiun"),
        }
        konteks = {**self.admin_site.each_context(request), **isi}
        return TemplateResponse(request, "admin/pegawai/pegawai/pensiun.html", konteks)
