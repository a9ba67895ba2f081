"""What the manager of a unit does: standards, counters, posters, and the words of citizens."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akses.ambil import ambil
from akses.enums import Izin
from akses.services import boleh_umum
from inti.halaman import halaman
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from layanan.enums import StatusSaran
from layanan.forms import LayananForm, LoketForm, PintuForm, SaranForm
from layanan.models import Layanan
from layanan.services import baca, kelola
from layanan.services.struk import buat_poster, tutup_poster
from layanan.views.layanan import TIDAK_LENGKAP, tampilkan


def _layanan(request: HttpRequest, pk: UUID) -> Layanan:
    return ambil(baca.layanan_terlihat(request.pelaku), request.pelaku, Izin.LAYANAN_KELOLA, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, layanan: UUID) -> HttpResponse:
    """Change a service and its standard."""
    satu = _layanan(request, layanan)
    form = LayananForm(request.POST or None, layanan=satu)
    if form.is_bound and form.is_valid():
        try:
            kelola.ubah_layanan(layanan=satu, isian=form.cleaned_data, oleh=request.pegawai)
        except ValidationError as galat:
            form.add_error(None, galat)
        else:
            messages.success(request, _("Standar layanan tersimpan."))
            return redirect("layanan:rinci", satu.pk)
    konteks = {"form": form, "layanan": satu}
    return render(request, "layanan/ubah.html", konteks, status=TIDAK_LENGKAP if form.errors else 200)


@require_POST
def loket(request: HttpRequest, layanan: UUID) -> HttpResponse:
    """Add a counter."""
    satu = _layanan(request, layanan)
    form = LoketForm(request.POST)
    if form.is_valid():
        try:
            kelola.tambah_loket(layanan=satu, nama=form.cleaned_data["nama"], oleh=request.pegawai)
        except ValidationError as galat:
            form.add_error("nama", galat.messages)
        else:
            return redirect("layanan:rinci", satu.pk)
    return tampilkan(request, satu, TIDAK_LENGKAP, form_loket=form)


@require_POST
def alihkan_loket(request: HttpRequest, loket: UUID) -> HttpResponse:
    """Close a counter, or open it again."""
    satu = ambil(baca.loket_terlihat(request.pelaku), request.pelaku, Izin.LAYANAN_KELOLA, pk=loket)
    kelola.alihkan_loket(loket=satu, aktif=request.POST.get("aktif") == "1", oleh=request.pegawai)
    return redirect("layanan:rinci", satu.layanan_id)


@require_POST
def poster_baru(request: HttpRequest, layanan: UUID) -> HttpResponse:
    """Make a poster for the service or one of its counters."""
    satu = _layanan(request, layanan)
    form = PintuForm(request.POST, layanan=satu)
    if form.is_valid():
        try:
            buat_poster(layanan=satu, loket=form.cleaned_data["loket"], oleh=request.pegawai)
        except ValidationError as galat:
            form.add_error(None, galat)
        else:
            messages.success(request, _("Poster siap dicetak."))
            return redirect("layanan:rinci", satu.pk)
    return tampilkan(request, satu, TIDAK_LENGKAP, form_pintu=form)


@require_POST
def poster_tutup(request: HttpRequest, poster: UUID) -> HttpResponse:
    """Close a poster; whoever scans it is told."""
    satu = ambil(baca.poster_terlihat(request.pelaku), request.pelaku, Izin.LAYANAN_KELOLA, pk=poster)
    tutup_poster(poster=satu, oleh=request.pegawai)
    messages.success(request, _("Poster ditutup. Kodenya tidak berlaku lagi."))
    return redirect("layanan:rinci", satu.layanan_id)


@require_safe
def saran(request: HttpRequest) -> HttpResponse:
    """The words that wait for this manager, or those he decided on."""
    if not boleh_umum(request.pelaku, Izin.LAYANAN_KELOLA):
        raise PermissionDenied
    status = request.GET.get("status", "")
    status = status if status in StatusSaran.values else StatusSaran.MENUNGGU.value
    hal = halaman(baca.antrean_saran(request.pelaku, status), ("-hari", "-id"), request.GET)
    tab = [(s.value, s.label, s.value == status) for s in StatusSaran]
    return render(request, "layanan/saran.html", {"halaman": hal, "status": status, "tab": tab})


@require_POST
def putuskan_saran(request: HttpRequest, saran: UUID) -> HttpResponse:
    """Show one to the staff, or keep it from them."""
    satu = ambil(baca.saran_terlihat(request.pelaku), request.pelaku, Izin.LAYANAN_KELOLA, pk=saran)
    form = SaranForm(request.POST)
    try:
        if not form.is_valid():
            raise ValidationError([g for daftar in form.errors.values() for g in daftar])
        kelola.putuskan_saran(saran=satu, oleh=request.pegawai, **form.cleaned_data)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    except TransisiDitolak as tolak:
        messages.error(request, t(tolak.alasan))
    else:
        messages.success(request, _("Keputusan tersimpan."))
    return redirect(f"{request.POST.get('kembali', '')}" if _aman(request) else "layanan:saran")


def _aman(request: HttpRequest) -> bool:
    """Only back into the queue itself."""
    return request.POST.get("kembali", "").startswith("/layanan/saran/?")
