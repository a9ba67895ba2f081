"""On a person's page: the decree of retirement, what it will do on its day, and taking it back before."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as teks
from django.utils.translation import gettext_lazy as _

from akses.admin.mutasi import _dasar, _tanggal
from akses.admin_izin import penjaga
from akses.enums import Izin
from akses.kepegawaian import laksanakan_pensiun
from inti.terjemah import t
from pegawai.enums import JenisPensiun
from pegawai.models import KeputusanPensiun, Pegawai
from pegawai.services.atasan import hari_instansi
from pegawai.services.pensiun import tmt_bup
from pegawai.services.pensiun_jadwal import PensiunDitolak, batalkan_keputusan, ditinggal, simpan_keputusan


class FormKeputusan(forms.Form):
    """The decree."""

    jenis = forms.ChoiceField(
        label=_("Jenis pensiun"),
        choices=JenisPensiun.choices,
        widget=forms.Select(attrs={"class": "k-isian"}),
    )
    tmt = _tanggal(_("TMT pensiun"), _("Hari pertama pensiun; sehari sebelumnya hari kerja terakhir."))
    nomor_sk = forms.CharField(
        label=_("Nomor SK"), max_length=120, widget=forms.TextInput(attrs={"class": "k-isian"})
    )
    tanggal_sk = _tanggal(_("Tanggal SK"))


class FormBatal(forms.Form):
    """Why it is taken back."""

    dasar = _dasar()


class HalamanKeputusanPensiun:
    """For the admin of people: the page."""

    admin_site: Any
    opts: Any
    get_object: Callable[..., Any]

    def get_urls(self) -> list[URLPattern]:
        """With the address of this page before those of the records."""
        tampil = self.admin_site.admin_view(self.keputusan)
        nama = "pegawai_pegawai_keputusan_pensiun"
        return [path("<uuid:pk>/keputusan-pensiun/", tampil, name=nama), *super().get_urls()]

    def keputusan(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """GET: the decree and what follows from it. POST: keep it, or with `batal` take it back."""
        pegawai = self.get_object(request, str(pk))
        if pegawai is None:
            raise Http404
        if not penjaga(request).punya_atas(Izin.PEGAWAI_KELOLA, pegawai):
            raise PermissionDenied
        satu = KeputusanPensiun.objects.filter(pegawai=pegawai).first()
        if request.method == "POST":
            batal = satu is not None and "batal" in request.POST
            return (
                self._batal(request, pegawai, satu)
                if batal
                else self._simpan_keputusan(request, pegawai, satu)
            )
        return self._halaman_keputusan(request, pegawai, satu, FormKeputusan(initial=_awal(pegawai, satu)))

    def _simpan_keputusan(
        self, request: HttpRequest, pegawai: Pegawai, satu: KeputusanPensiun | None
    ) -> HttpResponse:
        form = FormKeputusan(request.POST)
        if form.is_valid():
            try:
                baru = simpan_keputusan(pegawai=pegawai, oleh=request.pegawai, **form.cleaned_data)
            except PensiunDitolak as tolak:
                form.add_error(tolak.bidang, t(tolak))
            else:
                hari = hari_instansi()
                if baru.tmt <= hari:
                    laksanakan_pensiun(hari=hari)
                    messages.success(request, teks("TMT sudah tiba: keputusan ini dilaksanakan sekarang."))
                else:
                    messages.success(request, teks("Keputusan tersimpan; dilaksanakan sendiri pada TMT-nya."))
                return redirect("admin:pegawai_pegawai_keputusan_pensiun", pegawai.pk)
        return self._halaman_keputusan(request, pegawai, satu, form)

    def _batal(self, request: HttpRequest, pegawai: Pegawai, satu: KeputusanPensiun) -> HttpResponse:
        form = FormBatal(request.POST)
        if not form.is_valid():
            messages.error(request, teks("Isi dasar atau alasannya."))
            return redirect("admin:pegawai_pegawai_keputusan_pensiun", pegawai.pk)
        try:
            batalkan_keputusan(keputusan=satu, alasan=form.cleaned_data["dasar"], oleh=request.pegawai)
        except PensiunDitolak as tolak:
            messages.error(request, t(tolak))
        else:
            messages.success(request, teks("Keputusan pensiun dibatalkan."))
        return redirect("admin:pegawai_pegawai_keputusan_pensiun", pegawai.pk)

    def _halaman_keputusan(
        self, request: HttpRequest, pegawai: Pegawai, satu: KeputusanPensiun | None, form: FormKeputusan
    ) -> HttpResponse:
        konteks = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": teks("Keputusan pensiun"),
            "subtitle": str(pegawai),
            "pegawai": pegawai,
            "keputusan": satu,
            "form": form,
            "tim": ditinggal(pegawai),
            "hari": hari_instansi(),
            "kembali": reverse("admin:pegawai_pegawai_change", args=[pegawai.pk]),
        }
        return TemplateResponse(request, "admin/pegawai/pegawai/keputusan_pensiun.html", konteks)


def _awal(pegawai: Pegawai, satu: KeputusanPensiun | None) -> dict[str, Any]:
    """The decree there is, else the day that age and post give."""
    if satu is not None:
        return {n: getattr(satu, n) for n in ("jenis", "tmt", "nomor_sk", "tanggal_sk")}
    return {"jenis": JenisPensiun.BUP, "tmt": tmt_bup(pegawai, hari_instansi())}
