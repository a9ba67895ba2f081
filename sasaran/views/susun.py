"""Writing the plan: results and indicators, one open form at a time, with and without htmx.

Every answer is the same page; a request by htmx gets its changing part, `#susunan`, alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRedirect

from akses.enums import Izin
from akses.services import wajib_boleh
from inti.workflow import TransisiDitolak
from sasaran.aturan.mutu import Peringatan
from sasaran.forms import IndikatorForm, RHKForm
from sasaran.models import SKP, IndikatorKinerjaIndividu, RencanaHasilKerja
from sasaran.services import baca, isi
from sasaran.services.ekspektasi import baris_nilai
from sasaran.services.kelengkapan import (
    belum_berperspektif,
    peringatan_indikator,
    peringatan_rhk,
    rhk_lengkap,
    rincian_kekurangan,
    ringkasan_isi,
)
from sasaran.services.sumber import pilihan_sumber


@dataclass(frozen=True)
class BarisIndikator:
    """An indicator as the page shows it."""

    iki: IndikatorKinerjaIndividu
    peringatan: list[Peringatan]

    @property
    def kunci(self) -> str:
        """The key as text, for anchors."""
        return str(self.iki.pk)


@dataclass(frozen=True)
class BarisRHK:
    """A result as the page shows it."""

    rhk: RencanaHasilKerja
    peringatan: list[Peringatan]
    indikator: list[BarisIndikator]
    pertama: bool
    terakhir: bool

    @property
    def kunci(self) -> str:
        """The key as text, for anchors."""
        return str(self.rhk.pk)

    @property
    def buka_baru(self) -> str:
        """What `buka` says while the form for a new indicator of this result is open."""
        return f"iki-baru-{self.rhk.pk}"


@require_GET
def susun(request: HttpRequest, skp_id: UUID) -> HttpResponse:
    """The plan open for writing; whoever may only read it is sent to the page for reading."""
    rencana = _rencana(request, skp_id)
    if not rencana.dapat_disusun:
        return redirect("sasaran:lihat", rencana.pk)
    return _halaman(request, rencana)


@require_http_methods(["GET", "POST"])
def rhk_baru(request: HttpRequest, skp_id: UUID) -> HttpResponse:
    """Add a result."""
    rencana = _rencana(request, skp_id)
    formulir = RHKForm(request.POST or None, pimpinan=isi.pilihan_pimpinan(rencana))
    return _rhk(request, rencana, formulir, "rhk-baru")


@require_http_methods(["GET", "POST"])
def rhk_ubah(request: HttpRequest, rhk_id: UUID) -> HttpResponse:
    """Change a result."""
    rhk = get_object_or_404(baca.rhk_terlihat(request.pelaku), pk=rhk_id)
    rencana = _rencana(request, rhk.skp_id)
    formulir = RHKForm(request.POST or None, objek=rhk, pimpinan=isi.pilihan_pimpinan(rencana))
    return _rhk(request, rencana, formulir, f"rhk-{rhk.pk}")


def _rhk(request: HttpRequest, rencana: SKP, formulir: RHKForm, buka: str) -> HttpResponse:
    def simpan() -> str:
        kunci = formulir.kunci_baris
        isi.simpan_rhk(skp=rencana, oleh=request.pegawai, rhk_id=kunci, isian=formulir.isian)
        return f"rhk-{kunci}"

    return _formulir(request, rencana, formulir, buka, simpan)


@require_http_methods(["GET", "POST"])
def indikator_baru(request: HttpRequest, rhk_id: UUID) -> HttpResponse:
    """Add an indicator to a result."""
    rhk = get_object_or_404(baca.rhk_terlihat(request.pelaku), pk=rhk_id)
    formulir = IndikatorForm(
        request.POST or None, sumber=pilihan_sumber(rhk.skp), pimpinan=rhk.skp.untuk_pimpinan
    )
    return _indikator(request, rhk, formulir, f"iki-baru-{rhk.pk}")


@require_http_methods(["GET", "POST"])
def indikator_ubah(request: HttpRequest, indikator_id: UUID) -> HttpResponse:
    """Change an indicator."""
    iki = get_object_or_404(baca.indikator_terlihat(request.pelaku), pk=indikator_id)
    rencana = iki.rhk.skp
    formulir = IndikatorForm(
        request.POST or None, objek=iki, sumber=pilihan_sumber(rencana), pimpinan=rencana.untuk_pimpinan
    )
    return _indikator(request, iki.rhk, formulir, f"iki-{iki.pk}")


def _indikator(
    request: HttpRequest, rhk: RencanaHasilKerja, formulir: IndikatorForm, buka: str
) -> HttpResponse:
    def simpan() -> str:
        kunci = formulir.kunci_baris
        isi.simpan_indikator(rhk=rhk, oleh=request.pegawai, indikator_id=kunci, isian=formulir.isian)
        return f"iki-{kunci}"

    return _formulir(request, _rencana(request, rhk.skp_id), formulir, buka, simpan)


@require_POST
def rhk_hapus(request: HttpRequest, rhk_id: UUID) -> HttpResponse:
    """Remove a result with its indicators."""
    rhk = get_object_or_404(baca.rhk_terlihat(request.pelaku), pk=rhk_id)
    return _laku(request, rhk.skp_id, lambda: isi.hapus_rhk(rhk=rhk, oleh=request.pegawai), "rhk-tambah")


@require_POST
def rhk_geser(request: HttpRequest, rhk_id: UUID) -> HttpResponse:
    """Move a result one place up or down."""
    rhk = get_object_or_404(baca.rhk_terlihat(request.pelaku), pk=rhk_id)
    langkah = -1 if request.POST.get("ke") == "naik" else 1
    return _laku(
        request,
        rhk.skp_id,
        lambda: isi.geser_rhk(rhk=rhk, oleh=request.pegawai, langkah=langkah),
        f"rhk-{rhk.pk}",
    )


@require_POST
def indikator_hapus(request: HttpRequest, indikator_id: UUID) -> HttpResponse:
    """Remove an indicator."""
    iki = get_object_or_404(baca.indikator_terlihat(request.pelaku), pk=indikator_id)
    return _laku(
        request,
        iki.rhk.skp_id,
        lambda: isi.hapus_indikator(indikator=iki, oleh=request.pegawai),
        f"rhk-{iki.rhk_id}",
    )


def _rencana(request: HttpRequest, skp_id: UUID) -> SKP:
    """The plan for its writer: 404 for a stranger, 403 for a reader."""
    rencana = get_object_or_404(baca.skp_terlihat(request.pelaku), pk=skp_id)
    wajib_boleh(request.pelaku, Izin.SKP_SUSUN, rencana)
    return rencana


def _formulir(
    request: HttpRequest, rencana: SKP, formulir: forms.Form, buka: str, simpan: Callable[[], str]
) -> HttpResponse:
    """Show the form in its place; write it when it is sent and sound; errors keep what was typed."""
    if not formulir.is_bound or not formulir.is_valid():
        if not rencana.dapat_disusun:
            return _tertutup(request, rencana)
        status = 422 if formulir.is_bound else 200
        return _halaman(request, rencana, buka=buka, formulir=formulir, status=status)
    try:
        return _sesudah(request, rencana, simpan())
    except ValidationError as galat:
        formulir.add_error(None, galat)
        return _halaman(request, rencana, buka=buka, formulir=formulir, status=422)
    except TransisiDitolak:
        return _tertutup(request, rencana)


def _laku(request: HttpRequest, skp_id: UUID, laku: Callable[[], None], sorot: str) -> HttpResponse:
    rencana = _rencana(request, skp_id)
    try:
        laku()
    except ValidationError as galat:
        return _halaman(request, rencana, masalah=galat.messages, status=422)
    except TransisiDitolak:
        return _tertutup(request, rencana)
    return _sesudah(request, rencana, sorot)


def _sesudah(request: HttpRequest, rencana: SKP, sorot: str) -> HttpResponse:
    """After writing: the new list to htmx, with the focus on what was written; else the page anew."""
    if request.htmx:
        return _halaman(request, rencana, sorot=sorot)
    return redirect(f"{reverse('sasaran:susun', args=[rencana.pk])}#{sorot}")


def _tertutup(request: HttpRequest, rencana: SKP) -> HttpResponse:
    """The plan has been submitted meanwhile, perhaps in another window."""
    messages.warning(request, _("SKP ini sedang tidak dapat diubah; perubahan terakhir tidak disimpan."))
    alamat = reverse("sasaran:lihat", args=[rencana.pk])
    return HttpResponseClientRedirect(alamat) if request.htmx else redirect(alamat)


def _halaman(request: HttpRequest, rencana: SKP, *, status: int = 200, **lain: Any) -> HttpResponse:
    templat = "sasaran/skp/_susunan.html" if request.htmx else "sasaran/skp/susun.html"
    return render(request, templat, _konteks(rencana) | lain, status=status)


def _konteks(rencana: SKP) -> dict[str, Any]:
    daftar_rhk = list(rhk_lengkap(rencana))
    return {
        "skp": rencana,
        "baris": [_baris(rhk, nomor, len(daftar_rhk)) for nomor, rhk in enumerate(daftar_rhk, 1)],
        "kekurangan": rincian_kekurangan(rencana, daftar_rhk),
        "ringkasan": ringkasan_isi(daftar_rhk),
        "belum_perspektif": belum_berperspektif(rencana, daftar_rhk),
        "ekspektasi": [b for b in baris_nilai(rencana) if b.kini],
        "sumber": isi.sumber_salinan(rencana) if not daftar_rhk else None,
        "buka": "",
        "sorot": "",
        "masalah": [],
        "formulir": None,
    }


def _baris(rhk: RencanaHasilKerja, nomor: int, banyak: int) -> BarisRHK:
    indikator = [BarisIndikator(iki, peringatan_indikator(iki)) for iki in rhk.indikator.all()]
    return BarisRHK(rhk, peringatan_rhk(rhk), indikator, nomor == 1, nomor == banyak)
