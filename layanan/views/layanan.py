"""The services of a unit: list, one service with its numbers, receipts, and the papers to print."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from akses.ambil import ambil
from akses.enums import Izin
from akses.services import boleh, boleh_umum
from inti.halaman import halaman
from layanan.forms import LoketForm, PintuForm
from layanan.models import Layanan
from layanan.services import baca
from layanan.services.kertas import pdf_poster, pdf_struk
from layanan.services.ringkasan import bingkai_tren, ringkas, ringkas_daftar
from layanan.services.struk import terbitkan_struk

TIDAK_LENGKAP = 422


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The services this person may look at, with their numbers of the running year."""
    hal = halaman(
        baca.dengan_saran_menunggu(baca.layanan_terlihat(request.pelaku)), ("nama", "id"), request.GET
    )
    konteks = {
        "halaman": hal,
        "baris": ringkas_daftar(hal.baris, timezone.localdate()),
        "mengelola": boleh_umum(request.pelaku, Izin.LAYANAN_KELOLA),
        "staf": request.user.is_staff,
    }
    return render(request, "layanan/daftar.html", konteks)


@require_safe
def rinci(request: HttpRequest, layanan: UUID) -> HttpResponse:
    """One service: index, trend, elements, times, words, standard, and what may be done here."""
    return tampilkan(request, get_object_or_404(baca.layanan_terlihat(request.pelaku), pk=layanan))


def tampilkan(request: HttpRequest, layanan: Layanan, status: int = 200, **form: Any) -> HttpResponse:
    """The page of one service; forms with errors may be handed in."""
    pelaku, hari = request.pelaku, timezone.localdate()
    kelola, cetak = (boleh(pelaku, i, layanan) for i in (Izin.LAYANAN_KELOLA, Izin.LAYANAN_STRUK))
    konteks = {
        "layanan": layanan,
        "r": ringkas(layanan, hari),
        "bingkai": bingkai_tren(),
        "saran": baca.saran_tampil(layanan),
        "saran_menunggu": baca.saran_menunggu(layanan),
        "kelola": kelola,
        "cetak": cetak,
        "loket": list(baca.loket_dari(layanan)) if kelola else [],
        "poster": list(baca.poster_dari(layanan)),
        "lembar": baca.lembar_terakhir(layanan, hari) if cetak else [],
        "form_pintu": PintuForm(layanan=layanan) if cetak or kelola else None,
        "form_loket": LoketForm() if kelola else None,
        **form,
    }
    return render(request, "layanan/rinci.html", konteks, status=status)


@require_POST
def struk(request: HttpRequest, layanan: UUID) -> HttpResponse:
    """Issue one receipt or a sheet, and lead to the paper."""
    satu = ambil(baca.layanan_terlihat(request.pelaku), request.pelaku, Izin.LAYANAN_STRUK, pk=layanan)
    form = PintuForm(request.POST, layanan=satu)
    if form.is_valid():
        isi = form.cleaned_data
        try:
            lembar = terbitkan_struk(
                layanan=satu, loket=isi["loket"], jumlah=isi["jumlah"], oleh=request.pegawai
            )
        except ValidationError as galat:
            form.add_error(None, galat)
        else:
            messages.success(
                request,
                _("%(n)s struk siap dicetak, berlaku sampai %(hari)s.")
                % {"n": lembar.jumlah, "hari": f"{lembar.berlaku_sampai:%d-%m-%Y}"},
            )
            return redirect("layanan:rinci", satu.pk)
    return tampilkan(request, satu, TIDAK_LENGKAP, form_pintu=form)


@require_safe
def lembar(request: HttpRequest, lembar: UUID) -> HttpResponse:
    """The receipts of a sheet that are not used yet, as PDF."""
    satu = get_object_or_404(baca.lembar_terlihat(request.pelaku), pk=lembar)
    return _pdf(pdf_struk(satu), f"struk-{satu.layanan.kode}")


@require_safe
def poster(request: HttpRequest, poster: UUID) -> HttpResponse:
    """A poster to hang up, as PDF."""
    satu = get_object_or_404(baca.poster_terlihat(request.pelaku), pk=poster)
    return _pdf(pdf_poster(satu), f"poster-{satu.layanan.kode}")


def _pdf(isi: bytes, nama: str) -> HttpResponse:
    kepala = {"Content-Disposition": f'inline; filename="{nama.lower()}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(isi, content_type="application/pdf", headers=kepala)
