"""On a person's page: transfer, acting duty (Plt, Plh), and the end of a placement, each a form of its own."""

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
from pegawai.enums import JenisPenempatan
from pegawai.models import Jabatan, Pegawai, Penempatan, UnitKerja
from pegawai.services.mutasi import MutasiDitolak, akhiri, pindahkan, tugaskan

PELAKSANA = (JenisPenempatan.PLT, JenisPenempatan.PLH)


def _tanggal(label: Any, bantuan: Any = "") -> forms.DateField:
    """A day, typed or picked."""
    isian = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "k-isian"})
    return forms.DateField(
        label=label, help_text=bantuan, widget=isian, input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
    )


def _dasar() -> forms.CharField:
    isian = forms.TextInput(attrs={"class": "k-isian"})
    return forms.CharField(label=_("Dasar (nomor SK) atau alasan"), max_length=120, widget=isian)


class FormTujuan(forms.Form):
    """A unit within the scope, and a post."""

    unit = forms.ModelChoiceField(queryset=UnitKerja.objects.none(), label=_("Unit kerja"))
    jabatan = forms.ModelChoiceField(queryset=Jabatan.objects.all(), label=_("Jabatan"))

    def __init__(self, *isi: Any, request: HttpRequest, situs: Any, **lain: Any) -> None:
        super().__init__(*isi, **lain)
        self.fields["unit"].queryset = penjaga(request).saring(UnitKerja.objects.all(), Izin.PEGAWAI_KELOLA)
        for nama in ("unit", "jabatan"):
            bidang = self.fields[nama]
            bidang.widget = PilihCari(Penempatan._meta.get_field(nama), situs)
            bidang.widget.choices = bidang.choices
            bidang.widget.is_required = True


class FormMutasi(FormTujuan):
    """A transfer."""

    kepala = forms.BooleanField(
        label=_("Memimpin unit ini"),
        required=False,
        help_text=_("Satu unit hanya punya satu kepala definitif."),
    )
    mulai = _tanggal(_("Mulai (TMT)"), _("Penempatan sekarang berakhir sehari sebelumnya."))
    dasar = _dasar()

    def jalankan(self, pegawai: Pegawai, oleh: Pegawai | None) -> str:
        """Let the service do it; the sentence that says what was done."""
        hasil = pindahkan(pegawai=pegawai, oleh=oleh, **self.cleaned_data)
        kalimat = teks("Mutasi tersimpan; penilai sudah disesuaikan.")
        if hasil.tanpa_kepala:
            kalimat += " " + teks("%(unit)s kini tanpa kepala; tunjuk Plt.") % {"unit": hasil.tanpa_kepala}
        return kalimat


class FormTugas(FormTujuan):
    """Acting duty."""

    jenis = forms.ChoiceField(
        label=_("Jenis tugas"),
        choices=[(j.value, j.label) for j in PELAKSANA],
        widget=forms.Select(attrs={"class": "k-isian"}),
        help_text=_("Plt. bila kepala unit kosong, Plh. bila kepala definitif berhalangan sementara."),
    )
    mulai = _tanggal(_("Mulai"))
    selesai = _tanggal(_("Hari terakhir"))
    dasar = _dasar()

    def jalankan(self, pegawai: Pegawai, oleh: Pegawai | None) -> str:
        """Let the service do it; the sentence that says what was done."""
        tugaskan(pegawai=pegawai, oleh=oleh, **self.cleaned_data)
        return teks("Penugasan tersimpan; penilai sudah disesuaikan.")


class FormAkhir(forms.Form):
    """The last day of one of the placements that have not ended yet."""

    penempatan = forms.ModelChoiceField(
        queryset=Penempatan.objects.none(),
        label=_("Penempatan"),
        widget=forms.Select(attrs={"class": "k-isian"}),
        empty_label=None,
    )
    selesai = _tanggal(_("Hari terakhir"))
    dasar = _dasar()

    def __init__(self, *isi: Any, pegawai: Pegawai, request: HttpRequest, **lain: Any) -> None:
        super().__init__(*isi, **lain)
        milik = Penempatan.objects.filter(pegawai=pegawai).exclude(selesai__lt=timezone.localdate())
        terlihat = penjaga(request).saring(milik, Izin.PEGAWAI_KELOLA)
        bidang: Any = self.fields["penempatan"]
        bidang.queryset = terlihat.select_related("unit", "jabatan")
        bidang.label_from_instance = lambda p: f"{p.get_jenis_display()}: {p.jabatan}, {p.unit}"

    def jalankan(self, pegawai: Pegawai, oleh: Pegawai | None) -> str:
        """Let the service do it; the sentence that says what was done."""
        akhiri(oleh=oleh, **self.cleaned_data)
        return teks("Hari terakhir tersimpan; penilai sudah disesuaikan.")


JUDUL = {"mutasi": _("Mutasi"), "tugas": _("Tugas Plt. atau Plh."), "akhir": _("Akhiri penempatan")}


class HalamanMutasi:
    """For the admin of people: the three forms."""

    admin_site: Any
    opts: Any
    get_object: Callable[..., Any]

    def get_urls(self) -> list[URLPattern]:
        """With the addresses of the forms before those of the records."""
        tampil = self.admin_site.admin_view(self.mutasi)
        alamat = [
            path(f"<uuid:pk>/{jenis}/", tampil, {"jenis": jenis}, name=f"pegawai_pegawai_{jenis}")
            for jenis in JUDUL
        ]
        return [*alamat, *super().get_urls()]

    def mutasi(self, request: HttpRequest, pk: Any, jenis: str) -> HttpResponse:
        """GET: the form. POST: let the service do it; a refusal stands at its field."""
        pegawai = self.get_object(request, str(pk))
        if pegawai is None:
            raise Http404
        if not penjaga(request).punya_atas(Izin.PEGAWAI_KELOLA, pegawai):
            raise PermissionDenied
        form = self._form(request, pegawai, jenis)
        if request.method == "POST" and form.is_valid():
            try:
                messages.success(request, form.jalankan(pegawai, request.pegawai))
            except MutasiDitolak as tolak:
                form.add_error(tolak.bidang if tolak.bidang in form.fields else None, t(tolak))
            else:
                return redirect("admin:pegawai_pegawai_change", pegawai.pk)
        return self._halaman_mutasi(request, pegawai, jenis, form)

    def _form(self, request: HttpRequest, pegawai: Pegawai, jenis: str) -> Any:
        data = (request.POST,) if request.method == "POST" else ()
        if jenis == "akhir":
            return FormAkhir(*data, pegawai=pegawai, request=request)
        kelas = FormMutasi if jenis == "mutasi" else FormTugas
        return kelas(*data, request=request, situs=self.admin_site)

    def _halaman_mutasi(self, request: HttpRequest, pegawai: Pegawai, jenis: str, form: Any) -> HttpResponse:
        penempatan = Penempatan.objects.filter(pegawai=pegawai).select_related("unit", "jabatan")
        konteks = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": JUDUL[jenis],
            "subtitle": str(pegawai),
            "form": form,
            "penempatan": list(penempatan[:20]),
            "kembali": reverse("admin:pegawai_pegawai_change", args=[pegawai.pk]),
        }
        return TemplateResponse(request, "admin/pegawai/pegawai/mutasi.html", konteks)
