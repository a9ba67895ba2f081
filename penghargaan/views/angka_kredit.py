"""Angka kredit: one's own book, that of another, the list of a year, and what HR adds."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from akses.admin_ekspor import kirim_baris_tercatat
from akses.ambil import ambil
from akses.enums import Izin
from akses.services import boleh, boleh_umum
from inti.halaman import halaman
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from penghargaan import forms_tindak_lanjut as f
from penghargaan.services import angka_kredit as layanan
from penghargaan.services import angka_kredit_baca as baca
from sasaran.models import Siklus

TIDAK_LENGKAP, BENTROK = 422, 409


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """One's own book with every step."""
    orang = baca.pegawai_terlihat(request.pelaku).filter(pk=request.pelaku.pegawai_id).first()
    if orang is None:
        raise Http404
    return _buku(request, orang)


@require_safe
def pegawai(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The book of somebody else."""
    return _buku(request, get_object_or_404(baca.pegawai_terlihat(request.pelaku), pk=pk))


@require_safe
def unit(request: HttpRequest) -> HttpResponse:
    """The conversions of a year within the scope, page by page."""
    tahun = baca.tahun_terkonversi()
    dipilih = _tahun(request, tahun)
    daftar = baca.daftar_tahun(request.pelaku, dipilih)
    konteks = {
        "tahun": tahun,
        "dipilih": dipilih,
        "ringkas": baca.ringkas(daftar),
        "halaman": halaman(daftar.select_related("pegawai__atasan__unit"), ("pegawai_id", "id"), request.GET),
    }
    return render(request, "penghargaan/angka_kredit/unit.html", konteks)


@require_POST
def ekspor(request: HttpRequest) -> HttpResponseBase:
    """The list of a year as XLSX or CSV, logged."""
    dipilih = _tahun(request, baca.tahun_terkonversi())
    daftar = baca.daftar_tahun(request.pelaku, dipilih)
    nama = f"angka-kredit-{dipilih or 'kosong'}"
    berkas = kirim_baris_tercatat(request, daftar, baca.KOLOM_EKSPOR, baca.baris_ekspor(daftar), nama)
    return berkas or redirect("penghargaan:angka_kredit_unit")


@require_POST
def awal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a start value from a decree."""
    orang = ambil(baca.pegawai_terlihat(request.pelaku), request.pelaku, Izin.ANGKA_KREDIT_KELOLA, pk=pk)
    form = f.FormNilaiAwal(request.POST)
    if not form.is_valid():
        return _buku(request, orang, TIDAK_LENGKAP, form_awal=form)
    try:
        layanan.catat_awal(pegawai=orang, oleh=request.pegawai, **form.cleaned_data)
    except (TransisiDitolak, ValueError) as tolak:
        form.add_error(None, t(tolak))
        return _buku(request, orang, BENTROK, form_awal=form)
    messages.success(request, _("Nilai awal dicatat."))
    return redirect("penghargaan:angka_kredit_pegawai", pk)


@require_POST
def koreksi(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Undo a row by a counter-row."""
    baris = ambil(baca.baris_terlihat(request.pelaku), request.pelaku, Izin.ANGKA_KREDIT_KELOLA, pk=pk)
    form = f.FormKoreksi(request.POST)
    if not form.is_valid():
        orang = get_object_or_404(baca.pegawai_terlihat(request.pelaku), pk=baris.pegawai_id)
        return _buku(request, orang, TIDAK_LENGKAP, form_koreksi=form, baris_salah=baris.pk)
    try:
        layanan.koreksi(baris=baris, oleh=request.pegawai, **form.cleaned_data)
    except (TransisiDitolak, ValueError) as tolak:
        messages.error(request, t(tolak))
    else:
        messages.success(request, _("Koreksi dicatat sebagai baris baru."))
    return redirect("penghargaan:angka_kredit_pegawai", baris.pegawai_id)


def _tahun(request: HttpRequest, tahun: list[Siklus]) -> Siklus | None:
    minta = request.GET.get("tahun", "")
    return next((s for s in tahun if str(s.tahun) == minta), tahun[0] if tahun else None)


def _buku(request: HttpRequest, orang: Pegawai, status: int = 200, **lain: Any) -> HttpResponse:
    sendiri = orang.pk == request.pelaku.pegawai_id
    kelola = not sendiri and boleh(request.pelaku, Izin.ANGKA_KREDIT_KELOLA, orang)
    form_awal: forms.Form | None = lain.pop("form_awal", None)
    konteks = {
        "orang": orang,
        "sendiri": sendiri,
        "buku": baca.buku(orang),
        "kelola": kelola,
        "form_awal": form_awal or f.FormNilaiAwal(),
        "baris_salah": None,
        "form_koreksi": f.FormKoreksi(),
        "unit": boleh_umum(request.pelaku, Izin.ANGKA_KREDIT_LIHAT),
        **lain,
    }
    return render(request, "penghargaan/angka_kredit/buku.html", konteks, status=status)
