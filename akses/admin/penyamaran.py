"""Seeing the application as somebody else: the page that asks for the reason, and the list of all times."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import UnfoldAdminTextareaWidget

from akses import penyamaran
from akses.admin_dasar import BacaSaja
from akses.admin_izin import penjaga
from akses.enums import Izin
from akses.models import JejakPenyamaran
from inti.terjemah import t
from pegawai.models import Pegawai


class FormSebab(forms.Form):
    """Why somebody's pages are looked at; he reads it in his profile."""

    alasan = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=300,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text=gettext_lazy("Misalnya nomor laporan bantuan. Orangnya dan auditor dapat membacanya."),
        error_messages={"required": gettext_lazy("Tulis alasannya.")},
    )


@admin.register(JejakPenyamaran)
class JejakPenyamaranAdmin(BacaSaja):
    """All times, newest first. Nothing here is edited or deleted."""

    izin_lihat = Izin.PENYAMARAN_LIHAT
    list_display = ("pegawai", "oleh", "alasan", "mulai", "berakhir")
    pengantar = gettext_lazy(
        "Untuk memulai, buka Akun, pilih orangnya, lalu tekan “Lihat aplikasi sebagai orang ini”. Hanya admin sistem "
        "yang dapat melakukannya, dan hanya untuk membaca."
    )
    list_select_related = ("pegawai", "oleh")
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = gettext_lazy("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    fields = ("pegawai", "oleh", "alasan", ("mulai", "batas", "selesai"))
    teks_kosong = gettext_lazy("Belum pernah ada yang masuk sebagai orang lain.")

    @admin.display(description=gettext_lazy("berakhir"))
    def berakhir(self, obj: JejakPenyamaran) -> Any:
        """When it was ended, else when its time was over; nothing while it lasts."""
        return obj.selesai or (obj.batas if obj.batas <= timezone.now() else _("Masih berjalan"))

    def get_urls(self) -> list[URLPattern]:
        """The pages of the admin and the one that begins."""
        halaman = self.admin_site.admin_view(self.mulai_melihat)
        return [path("mulai/<uuid:pk>/", halaman, name="akses_jejakpenyamaran_mulai"), *super().get_urls()]

    def mulai_melihat(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """Ask for the reason (GET), begin (POST)."""
        if not penjaga(request).punya(Izin.PENYAMARAN_MULAI) or request.pegawai is None:
            raise PermissionDenied
        pegawai = get_object_or_404(self._terlihat(request), pk=pk)
        form = FormSebab(request.POST if "alasan" in request.POST else None)
        if form.is_valid():
            try:
                jejak = penyamaran.mulai(
                    pegawai=pegawai, alasan=form.cleaned_data["alasan"], oleh=request.pegawai
                )
            except penyamaran.PenyamaranDitolak as tolak:
                form.add_error("alasan", t(tolak))
            else:
                request.session[penyamaran.KUNCI] = str(jejak.pk)
                return redirect("/")
        konteks = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Lihat aplikasi sebagai orang lain"),
            "subtitle": str(pegawai),
            "form": form,
            "kembali": reverse("admin:akses_jejakpenyamaran_changelist"),
        }
        return TemplateResponse(request, "admin/penyamaran.html", konteks)

    def _terlihat(self, request: HttpRequest) -> QuerySet[Pegawai]:
        return penjaga(request).saring(Pegawai.objects.all(), Izin.PEGAWAI_LIHAT)
