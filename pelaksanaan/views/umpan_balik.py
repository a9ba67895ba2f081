"""Feedback: on a report (page or inline), on a result or behaviour, and what was said to me."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akses.ambil import ambil
from akses.enums import Izin
from inti.halaman import halaman
from pelaksanaan.forms import UmpanBalikForm, UmpanBalikSKPForm
from pelaksanaan.services.baca import (
    URUTAN_UMPAN_BALIK,
    laporan_terlihat,
    skp_terbaca,
    umpan_balik_terlihat,
)
from pelaksanaan.services.umpan_balik import beri_umpan_balik
from pelaksanaan.views.laporan import tampilkan


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """What my assessors said to me, newest first."""
    milik = umpan_balik_terlihat(request.pelaku).filter(skp__pegawai_id=request.pelaku.pegawai_id)
    return render(
        request, "pelaksanaan/umpan_balik.html", {"halaman": halaman(milik, URUTAN_UMPAN_BALIK, request.GET)}
    )


@require_POST
def beri(request: HttpRequest, laporan: UUID) -> HttpResponse:
    """Remark on a report; inside the team's list (htmx) only that report is answered."""
    baris = ambil(laporan_terlihat(request.pelaku), request.pelaku, Izin.UMPAN_BALIK_TULIS, pk=laporan)
    form = UmpanBalikForm(request.POST, auto_id=f"u{baris.pk.hex}_%s" if request.htmx else "id_%s")
    if form.is_valid():
        isi = form.cleaned_data
        try:
            beri_umpan_balik(skp=baris.skp, laporan=baris, oleh=request.pegawai, **isi)
        except ValidationError as galat:
            form.add_error(None, galat)
    if not request.htmx:
        return _kembali(request, baris.pk, form)
    utas = umpan_balik_terlihat(request.pelaku).filter(laporan=baris).order_by("dibuat_pada", "id")
    konteks = {
        "laporan": baris,
        "utas": utas,
        "form": form if form.errors else None,
        "terkirim": not form.errors,
    }
    return render(request, "pelaksanaan/_utas.html", konteks, status=422 if form.errors else 200)


def _kembali(request: HttpRequest, laporan: UUID, form: UmpanBalikForm) -> HttpResponse:
    if form.errors:
        utuh = get_object_or_404(laporan_terlihat(request.pelaku), pk=laporan)
        return tampilkan(request, utuh, status=422, form_umpan_balik=form)
    messages.success(request, _("Umpan balik terkirim."))
    return redirect("pelaksanaan:rinci", laporan)


@require_http_methods(["GET", "HEAD", "POST"])
def skp(request: HttpRequest, skp: UUID) -> HttpResponse:
    """Remark on a result or on behaviour of a team member's plan."""
    rencana = ambil(skp_terbaca(request.pelaku), request.pelaku, Izin.UMPAN_BALIK_TULIS, pk=skp)
    form = UmpanBalikSKPForm(request.POST or None, skp=rencana)
    if request.method == "POST" and form.is_valid():
        isi = {nama: form.cleaned_data[nama] for nama in ("isi", "sifat", "kunci")}
        try:
            beri_umpan_balik(skp=rencana, oleh=request.pegawai, **isi, **form.sasaran())
        except ValidationError as galat:
            form.add_error(None, galat)
        else:
            messages.success(request, _("Umpan balik terkirim."))
            return redirect("pelaksanaan:umpan_balik_skp", rencana.pk)
    semua = umpan_balik_terlihat(request.pelaku).filter(skp=rencana)
    konteks = {"skp": rencana, "form": form, "halaman": halaman(semua, URUTAN_UMPAN_BALIK, request.GET)}
    return render(request, "pelaksanaan/umpan_balik_skp.html", konteks, status=422 if form.errors else 200)
