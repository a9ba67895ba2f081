"""Moving a unit: choose where to, read what follows, confirm."""

from collections.abc import Callable
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

from akses.admin_dasar import PilihCari
from akses.admin_izin import penjaga
from akses.enums import Izin
from inti.terjemah import t
from pegawai.models import Penempatan, UnitKerja
from pegawai.services.pindah_unit import Akibat, PindahDitolak, akibat_pindah, pindahkan_unit


class FormPindah(forms.Form):
    """The unit above, and the reason."""

    induk = forms.ModelChoiceField(queryset=UnitKerja.objects.none(), label=_("Pindahkan ke bawah unit"))
    dasar = forms.CharField(
        label=_("Dasar (nomor peraturan) atau alasan"),
        max_length=200,
        widget=forms.TextInput(attrs={"class": "k-isian"}),
    )

    def __init__(self, *isi: Any, request: HttpRequest, situs: Any) -> None:
        super().__init__(*isi)
        bidang: Any = self.fields["induk"]
        bidang.queryset = penjaga(request).saring(UnitKerja.objects.all(), Izin.ORGANISASI_KELOLA)
        bidang.widget = PilihCari(Penempatan._meta.get_field("unit"), situs)
        bidang.widget.choices = bidang.choices


class HalamanPindahUnit:
    """For the admin of units: the page."""

    admin_site: Any
    opts: Any
    get_object: Callable[..., Any]

    def get_urls(self) -> list[URLPattern]:
        """With the address of this page before those of the records."""
        tampil = self.admin_site.admin_view(self.pindah)
        return [path("<uuid:pk>/pindah/", tampil, name="pegawai_unitkerja_pindah"), *super().get_urls()]

    def pindah(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """GET: the form. POST: what follows; with `setuju` the move itself."""
        unit = self.get_object(request, str(pk))
        if unit is None:
            raise Http404
        if not penjaga(request).punya_atas(Izin.ORGANISASI_KELOLA, unit):
            raise PermissionDenied
        dikirim = (request.POST,) if request.method == "POST" else ()
        form = FormPindah(*dikirim, request=request, situs=self.admin_site)
        akibat = None
        if dikirim and form.is_valid():
            try:
                if "setuju" in request.POST:
                    return self._pindahkan(request, unit, form)
                hari = timezone.localdate()
                akibat = akibat_pindah(unit=unit, induk=form.cleaned_data["induk"], pada=hari)
            except PindahDitolak as tolak:
                form.add_error("induk", t(tolak))
        return self._halaman_pindah(request, unit, form, akibat)

    def _pindahkan(self, request: HttpRequest, unit: UnitKerja, form: FormPindah) -> HttpResponse:
        baru = pindahkan_unit(unit=unit, pada=timezone.localdate(), oleh=request.pegawai, **form.cleaned_data)
        pesan = teks("%(unit)s kini di bawah %(induk)s; penilai sudah disesuaikan.")
        messages.success(request, pesan % {"unit": baru, "induk": form.cleaned_data["induk"]})
        return redirect(f"{reverse('admin:pegawai_unitkerja_pohon')}?buka={baru.path}#u{baru.path}")

    def _halaman_pindah(
        self, request: HttpRequest, unit: UnitKerja, form: FormPindah, akibat: Akibat | None
    ) -> HttpResponse:
        konteks = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": teks("Pindahkan unit"),
            "subtitle": unit.nama,
            "form": form,
            "akibat": akibat,
            "tujuan": form.cleaned_data.get("induk") if akibat else None,
            "kembali": reverse("admin:pegawai_unitkerja_change", args=[unit.pk]),
        }
        return TemplateResponse(request, "admin/pegawai/unitkerja/pindah.html", konteks)
