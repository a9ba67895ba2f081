"""What the views of this app share."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.formats import time_format

from akses.enums import Izin
from akses.services import boleh
from inti.kalender import ke_zona
from penilaian.models import EvaluasiPeriodik
from penilaian.services.baca import terlihat

TIDAK_LENGKAP, BENTROK = 422, 409


def ambil(request: HttpRequest, pk: UUID, izin: Izin | None = None) -> EvaluasiPeriodik:
    """The evaluation through the permission: 404 for a stranger, 403 without `izin` on it."""
    evaluasi = get_object_or_404(terlihat(request.pelaku), pk=pk)
    if izin is not None and not boleh(request.pelaku, izin, evaluasi):
        raise PermissionDenied
    return evaluasi


def autosimpan(request: HttpRequest) -> bool:
    """Whether the page saves by itself, so that a short answer is enough."""
    return request.headers.get("X-Autosimpan") == "1"


def tersimpan(waktu: Any, zona: str, *, sah: bool) -> HttpResponse:
    """The answer to a page that saved by itself: when, in the unit's zone; or that a field needs a look."""
    if not sah:
        return HttpResponse(status=TIDAK_LENGKAP)
    jam = waktu.astimezone(ke_zona(zona).tz)
    return HttpResponse(status=204, headers={"X-Tersimpan": f"{time_format(jam, 'TIME_FORMAT')} {zona}"})


def jam_simpan(waktu: Any) -> str:
    """The time of the last saving for the mark beside the button; empty before the first."""
    return time_format(timezone.localtime(waktu), "TIME_FORMAT") if waktu else ""
