"""Needs of a team or of units, as far as the reader may see them."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from akses.admin_ekspor import kirim_baris_tercatat
from akses.enums import Izin
from akses.services import boleh_umum
from inti.halaman import halaman
from pelatihan.services import kebutuhan
from penilaian.models import KebutuhanPengembangan


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Who needs what and why, with what the catalogue offers."""
    return _halaman(request, _semua(request))


@require_POST
def ekspor(request: HttpRequest) -> HttpResponseBase:
    """The same list, as searched and filtered, as a file, logged."""
    semua = _semua(request).order_by("-dibuat_pada", "-id")
    baris = kebutuhan.baris_ekspor(semua)
    berkas = kirim_baris_tercatat(request, semua, kebutuhan.KOLOM_EKSPOR, baris, "kebutuhan-pelatihan")
    return berkas or redirect(f"{reverse('pelatihan:kebutuhan')}?{request.GET.urlencode()}")


def _semua(request: HttpRequest) -> QuerySet[KebutuhanPengembangan]:
    if not (request.pelaku.menilai or boleh_umum(request.pelaku, Izin.PELATIHAN_LIHAT)):
        raise PermissionDenied
    return kebutuhan.daftar_unit(request.pelaku, request.GET)


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
