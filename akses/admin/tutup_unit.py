"""Closing a unit by a date: who is in the way, a place to move them to, and opening it again."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as teks
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from akses.admin.mutasi import _dasar, _tanggal
from akses.admin_dasar import PilihCari
from akses.admin_izin import penjaga
from akses.enums import Izin
from inti.jalur import LANGKAH
from inti.terjemah import t
from pegawai.models import Penempatan, UnitKerja
from pegawai.services.tutup_unit import (
    TutupDitolak,
    buka_unit,
    penghalang,
    pindahkan_semua,
    tutup_unit,
)


class FormTutup(forms.Form):
    """From which day on the unit is not there, and the reason."""

    ditutup = _tanggal(_("Tidak ada lagi mulai"), _("Boleh tanggal yang akan datang."))
    dasar = _dasar()


class FormIsi(FormTutup):
    """The same day, and where everybody goes."""

    tujuan = forms.ModelChoiceField(queryset=UnitKerja.objects.none(), label=_("Pindahkan semuanya ke"))

    def __init__(self, *isi: Any, request: HttpRequest, situs: Any, **lain: Any) -> None:
        super().__init__(*isi, auto_id="isi_%s", **lain)
        bidang: Any = self.fields["tujuan"]
        terlihat = penjaga(request).saring(UnitKerja.objects.all(), Izin.PEGAWAI_KELOLA)
        bidang.queryset = terlihat.exclude(ditutup__lte=timezone.localdate())
        bidang.widget = PilihCari(Penempatan._meta.get_field("unit"), situs)
        bidang.widget.choices = bidang.choices


class FormBuka(forms.Form):
    """Why it is opened again."""

    dasar = _dasar()


class HalamanTutupUnit:
    """For the admin of units: the page."""

    admin_site: Any
    opts: Any
    get_object: Callable[..., Any]

    def get_urls(self) -> list[URLPattern]:
        """With the address of this page before those of the records."""
        tampil = self.admin_site.admin_view(self.tutup)
        return [path("<uuid:pk>/tutup/", tampil, name="pegawai_unitkerja_tutup"), *super().get_urls()]

    def tutup(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """GET: the date, and who is in the way on it. POST: close, move them, or open again."""
        unit = self.get_object(request, str(pk))
        if unit is None:
            raise Http404
        if not penjaga(request).punya_atas(Izin.ORGANISASI_KELOLA, unit):
            raise PermissionDenied
        if request.method != "POST":
            return self._halaman_tutup(
                request, unit, FormTutup(initial={"ditutup": self._hari(request, unit)})
            )
        jalankan = {"buka": self._buka_lagi, "pindahkan": self._pindahkan_isi}.get(
            request.POST.get("aksi", ""), self._tutup_unit
        )
        return jalankan(request, unit)

    @staticmethod
    def _hari(request: HttpRequest, unit: UnitKerja) -> date:
        """The day that is looked at: the one asked for, else that of the unit, else today."""
        try:
            return date.fromisoformat(request.GET.get("ditutup", ""))
        except ValueError:
            return unit.ditutup or timezone.localdate()

    def _tutup_unit(self, request: HttpRequest, unit: UnitKerja) -> HttpResponse:
        form = FormTutup(request.POST)
        if form.is_valid():
            try:
                tutup_unit(unit=unit, oleh=request.pegawai, **form.cleaned_data)
            except TutupDitolak as tolak:
                form.add_error(tolak.bidang, t(tolak))
            else:
                messages.success(request, teks("Tanggal tutup tersimpan; riwayatnya tetap."))
                return redirect("admin:pegawai_unitkerja_change", unit.pk)
        return self._halaman_tutup(request, unit, form)

    def _pindahkan_isi(self, request: HttpRequest, unit: UnitKerja) -> HttpResponse:
        form = FormIsi(request.POST, request=request, situs=self.admin_site)
        if form.is_valid():
            isi = form.cleaned_data
            try:
                jumlah = pindahkan_semua(
                    unit=unit,
                    tujuan=isi["tujuan"],
                    mulai=isi["ditutup"],
                    dasar=isi["dasar"],
                    oleh=request.pegawai,
                )
            except TutupDitolak as tolak:
                form.add_error(tolak.bidang, t(tolak))
            else:
                pola = ngettext("%(n)s pegawai dipindahkan.", "%(n)s pegawai dipindahkan.", jumlah)
                messages.success(request, pola % {"n": jumlah})
                return redirect(f"{request.path}?ditutup={isi['ditutup'].isoformat()}")
        return self._halaman_tutup(
            request, unit, FormTutup(initial={"ditutup": self._hari(request, unit)}), form
        )

    def _buka_lagi(self, request: HttpRequest, unit: UnitKerja) -> HttpResponse:
        form = FormBuka(request.POST)
        if form.is_valid():
            try:
                buka_unit(unit=unit, dasar=form.cleaned_data["dasar"], oleh=request.pegawai)
            except TutupDitolak as tolak:
                messages.error(request, t(tolak))
            else:
                messages.success(request, teks("Unit ini buka lagi."))
                return redirect("admin:pegawai_unitkerja_change", unit.pk)
        else:
            messages.error(request, teks("Isi dasar atau alasannya."))
        return redirect(request.path)

    def _halaman_tutup(
        self, request: HttpRequest, unit: UnitKerja, form: FormTutup, isi: FormIsi | None = None
    ) -> HttpResponse:
        hari = form.cleaned_data.get("ditutup") if form.is_bound and form.is_valid() else None
        if hari is None and form.is_bound:
            hari = form.cleaned_data.get("ditutup")
        hari = hari or self._hari(request, unit)
        induk = UnitKerja.objects.filter(path=unit.path[:-LANGKAH]).first()
        awal = {"ditutup": hari, "tujuan": induk}
        konteks = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": teks("Tutup atau buka unit"),
            "subtitle": unit.nama,
            "unit": unit,
            "hari": hari,
            "form": form,
            "isi": isi or FormIsi(initial=awal, request=request, situs=self.admin_site),
            "buka": FormBuka(prefix="buka"),
            "halang": penghalang(unit=unit, pada=hari),
            "kembali": reverse("admin:pegawai_unitkerja_change", args=[unit.pk]),
        }
        return TemplateResponse(request, "admin/pegawai/unitkerja/tutup.html", konteks)
