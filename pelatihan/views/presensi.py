"""The instructor's screen with the changing code, and what scanning it opens on a phone."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from akses.ambil import ambil
from akses.enums import Izin
from inti.cetak import qr_svg
from pelatihan.aturan.presensi import sisa_detik
from pelatihan.enums import BagianHari
from pelatihan.models import SesiPelatihan
from pelatihan.services import baca, presensi
from pelatihan.services.presensi import PresensiDitolak
from pelatihan.views.alat import wajib_pegawai


@never_cache
@require_safe
def layar(request: HttpRequest, sesi_id: UUID) -> HttpResponse:
    """The code, large; it renews itself."""
    satu = _sesi(request, sesi_id)
    return render(request, "pelatihan/layar.html", _konteks(request, satu))


@never_cache
@require_safe
def kode(request: HttpRequest, sesi_id: UUID) -> HttpResponse:
    """The part of the screen that is fetched again and again."""
    satu = _sesi(request, sesi_id)
    return render(request, "pelatihan/_kode.html", _konteks(request, satu))


def _sesi(request: HttpRequest, sesi_id: UUID) -> SesiPelatihan:
    return ambil(baca.sesi_terlihat(request.pelaku), request.pelaku, Izin.PELATIHAN_PRESENSI, pk=sesi_id)


def _konteks(request: HttpRequest, satu: SesiPelatihan) -> dict[str, object]:
    pada = timezone.now()
    bagian = presensi.bagian_sekarang(satu, pada)
    alamat = reverse("pelatihan:pindai", args=[satu.pk])
    tautan = request.build_absolute_uri(f"{alamat}?k={presensi.kode_kini(satu, pada)}")
    hadir, semua = presensi.hitung_hadir(satu, pada)
    return {
        "sesi": satu,
        "bagian": BagianHari(bagian).label if bagian else "",
        "qr": mark_safe(qr_svg(tautan)) if bagian else "",  # noqa: S308 - drawn by segno from our own address
        "tautan": tautan,
        "sisa": sisa_detik(pada),
        "hadir": hadir,
        "semua": semua,
    }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pindai(request: HttpRequest, sesi_id: UUID) -> HttpResponse:
    """GET: what the scanned code gives me. POST: record my presence with the sealed proof."""
    satu = get_object_or_404(baca.sesi_terlihat(request.pelaku), pk=sesi_id)
    pegawai = wajib_pegawai(request)
    konteks: dict[str, object] = {"sesi": satu}
    try:
        if request.method == "POST":
            baris, baru = presensi.hadir(sesi=satu, segel=request.POST.get("segel", ""), oleh=pegawai)
            konteks |= {"kehadiran": baris, "baru": baru}
        else:
            kunci = request.GET.get("k", "")
            konteks["karcis"] = presensi.pindai(sesi=satu, kode=kunci, pegawai=pegawai)
    except PresensiDitolak as galat:
        konteks["galat"] = galat
    return render(request, "pelatihan/pindai.html", konteks, status=422 if "galat" in konteks else 200)
