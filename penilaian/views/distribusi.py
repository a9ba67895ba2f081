"""The distribution of one's own team with the reason for it, and the reasons others may read."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from inti.halaman import halaman
from inti.workflow import TransisiDitolak
from penilaian.forms_capaian import FormAlasanDistribusi
from penilaian.services import distribusi as layanan
from penilaian.services.distribusi_masa import masa_dinilai
from penilaian.views.alat import TIDAK_LENGKAP


@require_http_methods(["GET", "HEAD", "POST"])
def tim(request: HttpRequest) -> HttpResponse:
    """The curve of the reader's own team in a period or a year, and why its spread differs."""
    isian = request.POST if request.method == "POST" else request.GET
    siklus, periode = masa_dinilai(request.pelaku, isian.get("tahun", ""), _uuid(isian.get("periode", "")))
    if siklus is None:
        raise Http404
    form = FormAlasanDistribusi(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                alasan = form.cleaned_data["alasan"]
                layanan.tulis_alasan(oleh=request.pegawai, siklus=siklus, periode=periode, alasan=alasan)
            except TransisiDitolak as ditolak:
                form.add_error("alasan", ditolak.alasan)
            else:
                messages.success(request, _("Alasan disimpan. Penilaian Anda tidak berubah."))
                kunci = f"tahun={siklus.tahun}" + (f"&periode={periode.pk}" if periode else "")
                return redirect(f"{reverse('penilaian:distribusi')}?{kunci}")
        status = TIDAK_LENGKAP
    isi = {
        "distribusi": layanan.keadaan(penilai_id=request.pelaku.pegawai_id, siklus=siklus, periode=periode),
        "form_alasan": form,
        "masa": periode or siklus,
    }
    return render(request, "penilaian/distribusi/tim.html", isi, status=status)


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The reasons the reader may see, newest first."""
    lembar = halaman(layanan.alasan_terlihat(request.pelaku), ("-pada", "-id"), request.GET)
    return render(request, "penilaian/distribusi/daftar.html", {"lembar": lembar})


def _uuid(teks: str) -> UUID | None:
    try:
        return UUID(teks)
    except ValueError:
        return None
