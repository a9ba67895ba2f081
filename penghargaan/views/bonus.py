"""Bonus: my amount and why; runs for those who draft, check, approve and export."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akses.admin_ekspor import kirim_baris_tercatat
from akses.ambil import ambil
from akses.enums import Izin
from akses.services import boleh_umum
from inti.ekspor import jawaban
from inti.halaman import halaman
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from penghargaan.enums import StatusBonus
from penghargaan.forms_penghargaan import FormAlasan, FormCatatan, FormKoreksi, FormPerhitungan
from penghargaan.models import PerhitunganBonus
from penghargaan.models.bonus import SELESAI
from penghargaan.services import bonus as layanan
from penghargaan.services.bonus_baca import (
    KOLOM_DAFTAR,
    KOLOM_EKSPOR,
    baris_daftar,
    baris_ekspor,
    baris_milik,
    baris_perhitungan,
    baris_terlihat,
    langkah,
    perhitungan_terlihat,
    periode_bonus,
    ringkas,
    sama_dengan_rinciannya,
)
from penghargaan.services.bonus_hitung import hitung_bonus

TIDAK_LENGKAP, BENTROK = 422, 409


@require_safe
def bonus(request: HttpRequest) -> HttpResponse:
    """My bonus, period by period."""
    konteks = {
        "baris": list(baris_milik(request.pelaku)),
        "boleh_bonus": boleh_umum(request.pelaku, Izin.BONUS_LIHAT),
    }
    return render(request, "penghargaan/bonus/saya.html", konteks)


@require_safe
def baris(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One amount with every step, enough to compute it again."""
    satu = get_object_or_404(baris_terlihat(request.pelaku), pk=pk)
    konteks = {
        "baris": satu,
        "milik_sendiri": satu.pegawai_id == request.pelaku.pegawai_id,
        "sama": sama_dengan_rinciannya(satu),
    }
    return render(request, "penghargaan/bonus/baris.html", konteks)


@require_safe
def perhitungan_daftar(request: HttpRequest) -> HttpResponse:
    """Every run in the scope of the reader's role."""
    if not boleh_umum(request.pelaku, Izin.BONUS_LIHAT):
        raise Http404
    konteks = {
        "halaman": halaman(perhitungan_terlihat(request.pelaku), ("-dibuat_pada", "-id"), request.GET),
        "boleh_susun": boleh_umum(request.pelaku, Izin.BONUS_SUSUN),
    }
    return render(request, "penghargaan/bonus/daftar.html", konteks)


@require_POST
def perhitungan_ekspor(request: HttpRequest) -> HttpResponseBase:
    """The same list as a file, logged."""
    if not boleh_umum(request.pelaku, Izin.BONUS_LIHAT):
        raise Http404
    semua = perhitungan_terlihat(request.pelaku).order_by("-dibuat_pada", "-id")
    baris = baris_daftar(semua)
    berkas = kirim_baris_tercatat(request, semua, KOLOM_DAFTAR, baris, "perhitungan-bonus")
    return berkas or redirect("penghargaan:perhitungan_daftar")


@require_http_methods(["GET", "HEAD", "POST"])
def perhitungan_baru(request: HttpRequest) -> HttpResponse:
    """Begin a run and compute it."""
    if not boleh_umum(request.pelaku, Izin.BONUS_LIHAT):
        raise Http404
    if not boleh_umum(request.pelaku, Izin.BONUS_SUSUN):
        raise PermissionDenied(Izin.BONUS_SUSUN)
    pilihan = periode_bonus()
    form = FormPerhitungan(
        request.POST or None, periode=pilihan, instansi=layanan.instansi_bonus(request.pegawai)
    )
    status = 200 if request.method != "POST" else TIDAK_LENGKAP
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data | {"anggaran": int(form.cleaned_data["anggaran"])}
        try:
            satu = layanan.susun(oleh=request.pegawai, **isi)
            hitung_bonus(perhitungan=satu, oleh=request.pegawai)
        except TransisiDitolak as tolak:
            form.add_error(None, t(tolak))
            status = BENTROK
        else:
            return redirect("penghargaan:perhitungan", pk=satu.pk)
    konteks = {"form": form, "ada_periode": bool(pilihan)}
    return render(request, "penghargaan/bonus/baru.html", konteks, status=status)


@require_safe
def perhitungan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One run: its sums, its lines, its way."""
    return _halaman(request, _ambil(request, pk))


@require_POST
def hitung(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Compute a draft anew."""
    satu = _ambil(request, pk, Izin.BONUS_SUSUN)
    try:
        n = hitung_bonus(perhitungan=satu, oleh=request.pegawai)
    except TransisiDitolak as tolak:
        return _halaman(request, satu, None, BENTROK, t(tolak))
    messages.success(request, ngettext("%(n)s baris dihitung.", "%(n)s baris dihitung.", n) % {"n": n})
    return redirect("penghargaan:perhitungan", pk=pk)


@require_POST
def periksa(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Another person has checked what he read."""
    satu = _ambil(request, pk, Izin.BONUS_PERIKSA)
    return _tindak(request, satu, layanan.periksa, versi=request.POST.get("versi", ""))


@require_POST
def putuskan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Approve or send back."""
    satu = _ambil(request, pk, Izin.BONUS_SETUJUI)
    if request.POST.get("aksi") != "kembalikan":
        return _tindak(request, satu, layanan.setujui)
    return _tindak(request, satu, layanan.kembalikan, FormCatatan(request.POST))


@require_POST
def ekspor(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mark as exported; the files can be fetched from then on."""
    return _tindak(request, _ambil(request, pk, Izin.BONUS_SUSUN), layanan.ekspor)


@require_POST
def batalkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Drop a draft."""
    satu = _ambil(request, pk, Izin.BONUS_SUSUN)
    return _tindak(request, satu, layanan.batalkan, FormAlasan(request.POST))


@require_POST
def koreksi(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin a correction run on an approved one and compute it."""
    satu = _ambil(request, pk, Izin.BONUS_SUSUN)
    form = FormKoreksi(request.POST)
    if not form.is_valid():
        return _halaman(request, satu, form, TIDAK_LENGKAP)
    isi = {"anggaran": int(form.cleaned_data["anggaran"]), "alasan": form.cleaned_data["alasan"]}
    try:
        baru = layanan.susun_koreksi(perhitungan=satu, oleh=request.pegawai, **isi)
        hitung_bonus(perhitungan=baru, oleh=request.pegawai)
    except TransisiDitolak as tolak:
        form.add_error(None, t(tolak))
        return _halaman(request, satu, form, BENTROK)
    return redirect("penghargaan:perhitungan", pk=baru.pk)


@require_safe
def berkas(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The exported run as XLSX, or as CSV with ?format=csv."""
    satu = _ambil(request, pk)
    if satu.status != StatusBonus.DIEKSPOR:
        raise Http404
    nama = slugify(f"bonus {satu.periode.sebutan_baku} {str(satu.pk)[:8]}")
    return jawaban(nama, request.GET.get("format", ""), KOLOM_EKSPOR, baris_ekspor(satu))


def _ambil(request: HttpRequest, pk: UUID, izin: Izin | None = None) -> PerhitunganBonus:
    terlihat = perhitungan_terlihat(request.pelaku)
    if izin is None:
        return get_object_or_404(terlihat, pk=pk)
    return ambil(terlihat, request.pelaku, izin, pk=pk)


def _tindak(
    request: HttpRequest,
    satu: PerhitunganBonus,
    lakukan: Callable[..., Any],
    form: Form | None = None,
    **isi: Any,
) -> HttpResponse:
    if form is not None:
        if not form.is_valid():
            return _halaman(request, satu, form, TIDAK_LENGKAP)
        isi |= form.cleaned_data
    try:
        lakukan(perhitungan=satu, oleh=request.pegawai, **isi)
    except TransisiDitolak as tolak:
        if form is not None and tolak.kode == "catatan":
            form.add_error("catatan", t(tolak))
            return _halaman(request, satu, form, TIDAK_LENGKAP)
        return _halaman(request, satu, form, BENTROK, t(tolak))
    return redirect("penghargaan:perhitungan", pk=satu.pk)


def _halaman(
    request: HttpRequest, satu: PerhitunganBonus, form: Form | None = None, status: int = 200, galat: str = ""
) -> HttpResponse:
    saring = request.GET.get("tampil", "")
    konteks = {
        "perhitungan": satu,
        "ringkasan": ringkas(satu),
        "saring": saring,
        "halaman": halaman(baris_perhitungan(satu, saring), ("id",), request.GET),
        "langkah": {aksi.aksi for aksi in langkah(satu, request.pegawai)},
        "boleh_hitung": satu.status == StatusBonus.DRAF and satu.penyusun_id == request.pelaku.pegawai_id,
        "boleh_koreksi": satu.status in SELESAI and boleh_umum(request.pelaku, Izin.BONUS_SUSUN),
        "versi": layanan.token_versi(satu.dihitung_pada),
        "riwayat": list(satu.riwayat.select_related("oleh")),
        "galat": galat,
        "form": form,
        "form_catatan": form if isinstance(form, FormCatatan) else FormCatatan(),
        "form_alasan": form if isinstance(form, FormAlasan) else FormAlasan(),
        "form_koreksi": form if isinstance(form, FormKoreksi) else FormKoreksi(),
    }
    return render(request, "penghargaan/bonus/perhitungan.html", konteks, status=status)
