"""Evidence files: private, served with headers that let nothing in them run."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from akses.ambil import ambil
from akses.enums import Izin
from pelaksanaan.forms import BuktiForm
from pelaksanaan.services.baca import bukti_terlihat, laporan_terlihat
from pelaksanaan.services.berkas import GAMBAR, TAMPIL_LANGSUNG
from pelaksanaan.services.bukti import hapus_bukti, tambah_bukti
from pelaksanaan.services.gambar_kecil import gambar_kecil
from pelaksanaan.views.laporan import tampilkan

KEPALA_AMAN = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-cache",  # kept, but asked again: the permission may have ended
}


def _aman(jawaban: HttpResponseBase, sidik: str) -> HttpResponseBase:
    for nama, nilai in KEPALA_AMAN.items():
        jawaban.headers[nama] = nilai
    jawaban.headers["ETag"] = f'"{sidik}"'
    return jawaban


@require_safe
def unduh(request: HttpRequest, bukti: UUID) -> HttpResponseBase:
    """The file itself: pictures and PDF may be shown in a sandbox, everything else is downloaded."""
    return sajikan(request, get_object_or_404(bukti_terlihat(request.pelaku), pk=bukti))


def sajikan(request: HttpRequest, baris: Any) -> HttpResponseBase:
    """A private file by its row (`berkas`, `nama_asli`, `jenis_konten`, `sha256`), fetched through the permission."""
    if (tetap := get_conditional_response(request, etag=f'"{baris.sha256}"')) is not None:
        return _aman(tetap, baris.sha256)
    jawaban = FileResponse(
        _buka(baris),
        as_attachment=baris.jenis_konten not in TAMPIL_LANGSUNG or "unduh" in request.GET,
        filename=baris.nama_asli,
        content_type=baris.jenis_konten,
    )
    return _aman(jawaban, baris.sha256)


@require_safe
def kecil(request: HttpRequest, bukti: UUID) -> HttpResponseBase:
    """A small picture of a photo; 404 for other files."""
    baris = get_object_or_404(bukti_terlihat(request.pelaku), pk=bukti, jenis_konten__in=GAMBAR)
    sidik = f"kecil-{baris.sha256}"
    if (tetap := get_conditional_response(request, etag=f'"{sidik}"')) is not None:
        return _aman(tetap, sidik)
    try:
        return _aman(HttpResponse(gambar_kecil(baris), content_type="image/jpeg"), sidik)
    except OSError:
        raise Http404 from None


def _buka(baris: Any):
    try:
        return baris.berkas.open("rb")
    except FileNotFoundError:
        raise Http404(_("Berkas ini tidak ada di penyimpanan.")) from None


@require_POST
def tambah(request: HttpRequest, laporan: UUID) -> HttpResponse:
    """Add files to one's own report."""
    milik = ambil(laporan_terlihat(request.pelaku), request.pelaku, Izin.LAPORAN_TULIS, pk=laporan)
    form = BuktiForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            tambah_bukti(laporan=milik, berkas=form.cleaned_data["berkas"], oleh=request.pegawai)
        except ValidationError as galat:
            form.add_error("berkas", " ".join(galat.messages))
        else:
            messages.success(request, _("Bukti dukung ditambahkan."))
            return redirect("pelaksanaan:rinci", milik.pk)
    utuh = get_object_or_404(laporan_terlihat(request.pelaku), pk=laporan)
    return tampilkan(request, utuh, status=422, form_bukti=form)


@require_POST
def hapus(request: HttpRequest, bukti: UUID) -> HttpResponse:
    """Remove a file from one's own report."""
    baris = ambil(bukti_terlihat(request.pelaku), request.pelaku, Izin.LAPORAN_TULIS, pk=bukti)
    laporan_id = baris.laporan_id
    try:
        hapus_bukti(bukti=baris, oleh=request.pegawai)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    else:
        messages.success(request, _("Berkas bukti dihapus."))
    return redirect("pelaksanaan:rinci", laporan_id)
