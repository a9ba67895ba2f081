"""Needs of a team or of units, as far as the reader may see them."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from akses.enums import Izin
from akses.services import boleh_umum
from inti.ekspor import jawaban
from inti.halaman import halaman
from pelatihan.services import kebutuhan

EKSPOR_MAKS = 10_000


@require_safe
def daftar(request: HttpRequest) -> HttpResponseBase:
    """Who needs what and why, with what the catalogue offers; `?format=` as a file."""
    if not (request.pelaku.menilai or boleh_umum(request.pelaku, Izin.PELATIHAN_LIHAT)):
        raise PermissionDenied
    semua = kebutuhan.daftar_unit(request.pelaku, request.GET)
    if request.GET.get("format"):
        baris = kebutuhan.baris_ekspor(semua[:EKSPOR_MAKS])
        return jawaban(
            "kebutuhan-pelatihan", request.GET["format"], [str(k) for k in kebutuhan.KOLOM_EKSPOR], baris
        )
    return _halaman(request, semua)


def _halaman(request: HttpRequest, semua: object) -> HttpResponse:
    isi = halaman(semua, ("-dibuat_pada", "-id"), request.GET)
    konteks = {
        "halaman": isi,
        "daftar": kebutuhan.dengan_pelatihan(isi.baris),
        "ringkas": kebutuhan.ringkas_unit(request.pelaku),
        "sumber": kebutuhan.SumberKebutuhan.choices,
        "cari": request.GET.get("q", ""),
        "saring": any(request.GET.get(k) for k in ("q", "sumber")),
        "kueri": request.GET.urlencode(),
    }
    return render(request, "pelatihan/kebutuhan.html", konteks)
