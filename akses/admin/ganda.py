"""The page “Kemungkinan ganda”: pairs that may be one person or one unit, to compare or to call no double."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from akses.admin_izin import penjaga
from akses.enums import Izin
from akses.hak_kelola import terbuka
from inti.halaman import halaman
from pegawai.models import GandaPegawai, GandaUnit
from pegawai.services.ganda import bukan_ganda, cari_ganda

SEHALAMAN = 25


class FormBukan(forms.Form):
    """Which pair, and why it is none."""

    pasangan = forms.UUIDField()
    alasan = forms.CharField(max_length=200)


class HalamanGanda:
    """For the admin of people and that of units: the page, and what it posts."""

    admin_site: Any
    opts: Any
    model: Any
    izin_gabung: Izin
    model_ganda: Any
    terkait_ganda: tuple[str, ...]

    def get_urls(self) -> list[URLPattern]:
        """With the address of this page before those of the records."""
        tampil = self.admin_site.admin_view(self.ganda)
        nama = f"pegawai_{self.opts.model_name}_ganda"
        return [path("ganda/", tampil, name=nama), *super().get_urls()]

    def ganda(self, request: HttpRequest) -> HttpResponse:
        """The pairs, paged by key. POST: look for them anew, or call one no double."""
        if not penjaga(request).punya(Izin.PEGAWAI_LIHAT):
            raise PermissionDenied
        if request.method != "POST":
            return self._daftar_ganda(request)
        if not penjaga(request).punya(self.izin_gabung):
            raise PermissionDenied
        if "cari" in request.POST:
            if not penjaga(request).seluruhnya(self.izin_gabung):  # it compares the whole government
                raise PermissionDenied
            cari_ganda()
            messages.success(request, _("Pasangan dicari lagi dari data sekarang."))
            return redirect(request.get_full_path())
        return self._bukan(request)

    def _bukan(self, request: HttpRequest) -> HttpResponse:
        form = FormBukan(request.POST)
        if not form.is_valid():
            messages.error(request, _("Isi alasannya, paling panjang 200 huruf."))
            return redirect(request.get_full_path())
        pasangan = self._pasangan(request, self.izin_gabung).filter(pk=form.cleaned_data["pasangan"]).first()
        if pasangan is None:
            raise Http404
        bukan_ganda(
            pasangan=pasangan,
            bukan="lagi" not in request.POST,
            alasan=form.cleaned_data["alasan"],
            oleh=request.pegawai,
        )
        messages.success(request, _("Tersimpan."))
        return redirect(request.get_full_path())

    def _pasangan(self, request: HttpRequest, izin: Izin) -> QuerySet[Any]:
        """Pairs of which he holds `izin` on both."""
        semua: QuerySet[Any] = self.model_ganda.objects.all()
        jaga = penjaga(request)
        if jaga.seluruhnya(izin):
            return semua
        dalam = jaga.saring(self.model.objects.order_by(), izin).values("pk")
        return semua.filter(satu__in=dalam, dua__in=dalam)

    def _tandai_boleh(self, request: HttpRequest, baris: list[Any]) -> None:
        """Mark on each pair, and on each of both, whether it is his to merge: he may read more than that."""
        kunci = {pk for g in baris for pk in (g.satu_id, g.dua_id)}
        milik = penjaga(request).saring(self.model.objects.order_by().filter(pk__in=kunci), self.izin_gabung)
        dalam = set(milik.values_list("pk", flat=True))
        for g in baris:
            g.satu.boleh, g.dua.boleh = g.satu_id in dalam, g.dua_id in dalam
            g.boleh = g.satu.boleh and g.dua.boleh

    def _daftar_ganda(self, request: HttpRequest) -> HttpResponse:
        bukan = request.GET.get("bukan") == "ya"
        boleh = penjaga(request).punya(self.izin_gabung)
        baris = self._pasangan(request, Izin.PEGAWAI_LIHAT).filter(bukan=bukan)
        baris = baris.select_related(
            "dicatat_oleh", *(f"{s}{t}" for s in ("satu", "dua") for t in self.terkait_ganda)
        )
        lembar = halaman(baris, ("nama", "id"), request.GET, SEHALAMAN)
        if boleh:
            self._tandai_boleh(request, lembar.baris)
        konteks = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Kemungkinan ganda"),
            "subtitle": str(self.opts.verbose_name),
            "lembar": lembar,
            "bukan": bukan,
            "orang": self.model_ganda is GandaPegawai,
            "boleh": boleh,
            "boleh_cari": penjaga(request).seluruhnya(self.izin_gabung),
            "lahir": boleh and terbuka(request),  # private: docs/data-pribadi.md
            "alamat": reverse(f"admin:pegawai_{self.opts.model_name}_ganda"),
            "alamat_gabung": reverse(f"admin:pegawai_{self.opts.model_name}_gabung"),
        }
        return TemplateResponse(request, "admin/pegawai/ganda.html", konteks)


class HalamanGandaPegawai(HalamanGanda):
    """For the admin of people."""

    model_ganda = GandaPegawai
    terkait_ganda = ("__atasan__unit", "__atasan__penempatan__jabatan")


class HalamanGandaUnit(HalamanGanda):
    """For the admin of units."""

    model_ganda = GandaUnit
    terkait_ganda = ("",)
