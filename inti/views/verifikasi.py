"""The public page on which anybody checks a document by the code on it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from inti.forms import FormKode
from inti.laju import lewat_batas
from inti.services.dokumen import cari

TAK_TERINDEKS = "noindex, nofollow, noarchive"


@login_not_required
@never_cache
@require_safe
def tanya(request: HttpRequest) -> HttpResponse:
    """Type the code; a readable one leads to its page."""
    form = FormKode(request.GET if "kode" in request.GET else None)
    if form.is_valid():
        return redirect("verifikasi", kode=form.cleaned_data["kode"])
    return _jawab(request, "verifikasi/tanya.html", {"form": form}, 422 if form.is_bound else 200)


@login_not_required
@never_cache
@require_safe
def periksa(request: HttpRequest, kode: str) -> HttpResponse:
    """What is known of the document with this code; the same kind of page when there is none."""
    if lewat_batas(request, "verifikasi"):
        jawaban = _jawab(request, "verifikasi/terlalu_sering.html", {}, 429)
        jawaban["Retry-After"] = "60"
        return jawaban
    dokumen = cari(kode)
    if dokumen is not None and dokumen.kode != kode:
        return redirect("verifikasi", kode=dokumen.kode)
    return _jawab(
        request, "verifikasi/hasil.html", {"dokumen": dokumen, "form": FormKode()}, 200 if dokumen else 404
    )


def _jawab(request: HttpRequest, templat: str, konteks: dict[str, object], status: int) -> HttpResponse:
    jawaban = render(request, templat, konteks, status=status)
    jawaban["X-Robots-Tag"] = TAK_TERINDEKS
    jawaban["Referrer-Policy"] = "no-referrer"
    return jawaban
