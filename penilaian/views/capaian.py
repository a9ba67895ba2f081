"""Pages of the organisation label: the list, one label, preparing and setting it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from akses.ambil import ambil
from akses.enums import Izin
from akses.services import boleh
from inti.workflow import TransisiDitolak
from penilaian.aturan.capaian import ARTI_CAPAIAN, SUMBER_PENETAP, SUMBER_UNIT, Capaian
from penilaian.enums import StatusCapaian
from penilaian.forms_capaian import FormCapaian, baris_formset, formset_indikator
from penilaian.models import CapaianOrganisasi
from penilaian.services import capaian_tetapkan as layanan
from penilaian.services.capaian_daftar import (
    baris_indikator,
    halaman_capaian,
    hitung_status,
    masa_terlihat,
    masa_terpilih,
    pada_masa,
    terlihat,
)
from penilaian.views.alat import TIDAK_LENGKAP


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The labels of a period: those the reader sets, or all he may read; one page at a time."""
    semua_masa = masa_terlihat(request.pelaku)
    masa = masa_terpilih(semua_masa, request.GET.get("masa", ""))
    if masa is None:
        return render(request, "penilaian/capaian/daftar.html", {"masa": None})
    milik = pada_masa(request.pelaku, masa, saya=True)
    saya = milik.exists() and request.GET.get("lingkup") != "semua"
    semua = milik if saya else pada_masa(request.pelaku, masa, saya=False)
    hitungan = hitung_status(semua)
    status = request.GET.get("status", "")
    status = status if status in StatusCapaian.values else ""
    baris, lembar = halaman_capaian(semua.filter(status=status) if status else semua, request.GET)
    isi = {
        "semua_masa": semua_masa,
        "masa": masa,
        "saya": saya,
        "menetapkan": saya or milik.exists(),
        "status": status,
        "pilihan_status": [(s.value, s.label, hitungan[s.value]) for s in StatusCapaian],
        "jumlah": sum(hitungan.values()),
        "selesai": hitungan[StatusCapaian.DITETAPKAN.value],
        "baris": baris,
        "lembar": lembar,
    }
    return render(request, "penilaian/capaian/daftar.html", isi)


@require_safe
def rinci(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One label with its basis and history; the form for whoever prepares or sets it."""
    capaian = get_object_or_404(terlihat(request.pelaku), pk=pk)
    return _halaman(request, capaian)


@require_POST
def siapkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep a recommendation."""
    capaian = ambil(terlihat(request.pelaku), request.pelaku, Izin.CAPAIAN_SIAPKAN, pk=pk)
    return _simpan(request, capaian, menetapkan=False)


@require_POST
def tetapkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set the label or correct it."""
    capaian = ambil(terlihat(request.pelaku), request.pelaku, Izin.CAPAIAN_TETAPKAN, pk=pk)
    return _simpan(request, capaian, menetapkan=True)


def _simpan(request: HttpRequest, capaian: CapaianOrganisasi, *, menetapkan: bool) -> HttpResponse:
    ubah = menetapkan and capaian.status == StatusCapaian.DITETAPKAN
    form = FormCapaian(request.POST, capaian=capaian, menetapkan=menetapkan, ubah=ubah)
    formset = formset_indikator(capaian, request.POST)
    if not (form.is_valid() and formset.is_valid()):
        return _halaman(request, capaian, form=form, formset=formset)
    isian = form.isian(baris_formset(formset))
    try:
        if menetapkan:
            alasan = form.cleaned_data.get("alasan", "")
            layanan.tetapkan(capaian=capaian, oleh=request.pegawai, isian=isian, alasan=alasan)
        else:
            layanan.siapkan(capaian=capaian, oleh=request.pegawai, isian=isian)
    except TransisiDitolak as ditolak:
        form.add_error(None, ditolak.alasan)
        return _halaman(request, capaian, form=form, formset=formset)
    pesan = _("Capaian unit ditetapkan.") if menetapkan else _("Usulan disimpan dan disampaikan.")
    messages.success(request, pesan)
    return redirect("penilaian:capaian-rinci", pk=capaian.pk)


def _halaman(
    request: HttpRequest, capaian: CapaianOrganisasi, form: Any = None, formset: Any = None
) -> HttpResponse:
    """The page; with a form that was refused it answers 422."""
    galat = form is not None
    menetapkan = boleh(request.pelaku, Izin.CAPAIAN_TETAPKAN, capaian)
    ditetapkan = capaian.status == StatusCapaian.DITETAPKAN
    menyiapkan = not menetapkan and not ditetapkan and boleh(request.pelaku, Izin.CAPAIAN_SIAPKAN, capaian)
    if not galat and (menetapkan or menyiapkan):
        form = FormCapaian(capaian=capaian, menetapkan=menetapkan, ubah=menetapkan and ditetapkan)
        formset = formset_indikator(capaian)
    isi = {
        "capaian": capaian,
        "indikator": baris_indikator(capaian),
        "riwayat": capaian.riwayat.select_related("oleh").order_by("-id"),
        "form": form,
        "formset": formset,
        "menetapkan": menetapkan,
        "ubah": menetapkan and ditetapkan,
        "buka_form": galat,
        "arti": [(c.value, ARTI_CAPAIAN[c]) for c in Capaian],
        "sumber": f"{SUMBER_PENETAP}; {SUMBER_UNIT}",
    }
    return render(request, "penilaian/capaian/rinci.html", isi, status=TIDAK_LENGKAP if galat else 200)
