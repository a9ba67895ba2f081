"""The public survey: no login, no cookie, no script needed.

The form is exempt from the CSRF check on purpose: it acts on nobody's session (docs/adr), so there is nothing
to forge, and it must work where cookies are blocked.
"""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from inti.kalender import ke_zona
from layanan.forms_survei import FormSurvei
from layanan.services.baca import hasil_umum
from layanan.services.jawab import JawabanDitolak, catat_jawaban
from layanan.services.pintu import Keadaan, Pintu, cari_pintu
from layanan.services.ringkasan import ringkas

BAHASA = "bahasa"
TERLALU_SERING = 429
TERTUTUP = 410


def _dua_bahasa(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The language is in the address or the form, not in a cookie."""

    @wraps(view)
    def bungkus(request: HttpRequest, *isi: Any, **kunci: Any) -> HttpResponse:
        pilihan = request.POST.get(BAHASA) or request.GET.get(BAHASA, "")
        kode = pilihan if pilihan in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(kode):
            jawaban = view(request, *isi, **kunci)
        jawaban.headers["Content-Language"] = kode
        return jawaban

    return bungkus


@login_not_required
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@_dua_bahasa
def survei(request: HttpRequest, token: str) -> HttpResponse:
    """The nine questions behind a poster or a receipt; 404 for a token nobody gave out."""
    pintu = cari_pintu(token)
    if pintu is None:
        return render(request, "survei/tidak_ada.html", _konteks(request), status=404)
    if pintu.keadaan is not Keadaan.TERBUKA:
        return _tertutup(request, pintu, pintu.keadaan)
    if request.method != "POST":
        return _halaman(request, pintu, FormSurvei(token=pintu.token))
    return _kirim(request, pintu)


@login_not_required
@require_safe
@_dua_bahasa
def terima_kasih(request: HttpRequest) -> HttpResponse:
    """After an answer; nothing about it is shown, because nothing about its giver is known."""
    return render(request, "survei/terima_kasih.html", _konteks(request))


@login_not_required
@require_safe
@_dua_bahasa
def hasil(request: HttpRequest, layanan: UUID) -> HttpResponse:
    """What citizens said of a service this year, for citizens: published as the regulation asks."""
    satu = hasil_umum(layanan)
    if satu is None:
        return render(request, "survei/tidak_ada.html", _konteks(request), status=404)
    return render(
        request, "survei/hasil.html", _konteks(request, layanan=satu, r=ringkas(satu, timezone.localdate()))
    )


def _kirim(request: HttpRequest, pintu: Pintu) -> HttpResponse:
    form = FormSurvei(request.POST, token=pintu.token)
    if not form.is_valid():
        return _halaman(request, pintu, form, 422)
    try:
        catat_jawaban(pintu=pintu, isian=form.isian(), jaringan=_jaringan(request), hari=_hari(pintu))
    except JawabanDitolak as tolak:
        if tolak.keadaan is None:
            return render(request, "survei/nanti.html", _konteks(request, pintu), status=TERLALU_SERING)
        return _tertutup(request, pintu, tolak.keadaan)
    bahasa = translation.get_language()
    ekor = "" if bahasa == settings.LANGUAGE_CODE else "?" + urlencode({BAHASA: bahasa})
    return redirect(reverse("layanan:terima_kasih") + ekor)


def _jaringan(request: HttpRequest) -> str:
    """The address behind the trusted proxies; empty when it cannot be told."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return ""


def _hari(pintu: Pintu) -> date:
    """Today where the unit is."""
    return timezone.localdate(timezone=ke_zona(pintu.layanan.unit.zona).tz)


def _halaman(request: HttpRequest, pintu: Pintu, form: FormSurvei, status: int = 200) -> HttpResponse:
    return render(
        request,
        "survei/isi.html",
        _konteks(request, pintu, form=form, pertanyaan=form.pertanyaan()),
        status=status,
    )


def _tertutup(request: HttpRequest, pintu: Pintu, keadaan: Keadaan) -> HttpResponse:
    return render(request, "survei/tertutup.html", _konteks(request, pintu, keadaan=keadaan), status=TERTUTUP)


def _konteks(request: HttpRequest, pintu: Pintu | None = None, **lain: Any) -> dict[str, Any]:
    kini = translation.get_language()
    lainnya = [(kode, nama) for kode, nama in settings.LANGUAGES if kode != kini]
    return {"pintu": pintu, "kode_bahasa": kini, "bahasa_lain": lainnya, **lain}
