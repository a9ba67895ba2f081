"""Asking for the documents of a unit as one file, watching it grow, taking it along."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inti.terjemah import t
from inti.workflow import TransisiDitolak
from penilaian.enums import StatusPaket
from penilaian.forms_paket import FormPaket
from penilaian.models import PaketDokumen
from penilaian.services.paket import minta_paket, paket_terlihat, ulangi_paket, unit_paket
from penilaian.views.dokumen import KEPALA_AMAN

TIDAK_LENGKAP = 422


@require_http_methods(["GET", "HEAD", "POST"])
def paket(request: HttpRequest) -> HttpResponse:
    """One's own packages and the form for a new one."""
    unit = unit_paket(request.pelaku)
    if not unit.exists():
        raise PermissionDenied
    form = FormPaket(request.POST if request.method == "POST" else None, unit=unit)
    if form.is_valid():
        try:
            baru = minta_paket(**form.isi(), oleh=request.pegawai)
        except TransisiDitolak as tolak:
            form.add_error(None, t(tolak.alasan))
        else:
            return redirect("penilaian:paket_rinci", pk=baru.pk)
    konteks = {"form": form, "daftar": paket_terlihat(request.pelaku)[:20]}
    return render(
        request, "penilaian/paket/daftar.html", konteks, status=TIDAK_LENGKAP if form.errors else 200
    )


@require_safe
def rinci(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far one package is; the fragment for htmx, which asks every few seconds while it is made."""
    satu = get_object_or_404(paket_terlihat(request.pelaku), pk=pk)
    templat = "penilaian/paket/_keadaan.html" if request.htmx else "penilaian/paket/rinci.html"
    return render(request, templat, {"paket": satu})


@require_safe
def unduh(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The file; 404 when there is none (any more)."""
    satu = get_object_or_404(paket_terlihat(request.pelaku), pk=pk, status=StatusPaket.SIAP)
    try:
        berkas = satu.berkas.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    jawaban = FileResponse(berkas, as_attachment=True, filename=_nama(satu), content_type="application/zip")
    for nama, nilai in KEPALA_AMAN.items():
        jawaban.headers[nama] = nilai
    return jawaban


@require_POST
def ulang(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask again for one that failed or was cleaned away."""
    satu = get_object_or_404(paket_terlihat(request.pelaku), pk=pk)
    try:
        baru = ulangi_paket(paket=satu, oleh=request.pegawai)
    except TransisiDitolak as tolak:
        messages.error(request, t(tolak.alasan))
        return redirect("penilaian:paket_rinci", pk=pk)
    return redirect("penilaian:paket_rinci", pk=baru.pk)


def _nama(paket: PaketDokumen) -> str:
    masa = str(paket.periode) if paket.periode else str(paket.siklus)
    return _("Dokumen evaluasi %(unit)s %(masa)s.zip") % {"unit": paket.unit.sebutan, "masa": masa}
