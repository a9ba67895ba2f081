"""What the views of this app share."""

from collections.abc import Callable
from dataclasses import dataclass
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
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from penilaian.services.baca import terlihat
from penilaian.services.jaga import DrafUsang
from penilaian.services.keberatan_syarat import kemungkinan

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


@dataclass(frozen=True)
class HalamanDraf:
    """A page that keeps a draft: its object and form, the column with the time of the last saving, and what it
    does. `simpan` writes and returns the saved object, `lanjut` goes on from it, `tampil` shows the page with
    a status."""

    objek: Any
    form: Any
    pada: str
    simpan: Callable[[], Any]
    lanjut: Callable[[Any], HttpResponse]
    tampil: Callable[[Any, int], HttpResponse]


def simpan_draf(request: HttpRequest, halaman: HalamanDraf) -> HttpResponse:
    """Save what the page sent and answer it: in short when it saves by itself, else go on or show what is
    wrong. What was typed is never lost; a refusal says why and what is missing."""
    sah = halaman.form.is_valid()
    try:
        objek = halaman.simpan()
        if autosimpan(request):
            return tersimpan(getattr(objek, halaman.pada), objek.unit.zona, sah=sah)
        return halaman.lanjut(objek) if sah else halaman.tampil(objek, TIDAK_LENGKAP)
    except TransisiDitolak as tolak:
        return _ditolak(request, halaman, tolak)


def _ditolak(request: HttpRequest, halaman: HalamanDraf, tolak: TransisiDitolak) -> HttpResponse:
    if autosimpan(request):
        return HttpResponse(t(tolak.alasan), status=BENTROK, content_type="text/plain")
    objek, form = halaman.objek, halaman.form
    objek.refresh_from_db(fields=[halaman.pada, "status"])
    if isinstance(tolak, DrafUsang):
        form.sebut_versi(getattr(objek, halaman.pada))
    form.add_error(None, t(tolak.alasan))
    kurang = getattr(tolak, "kurang", [])
    for satu in kurang:
        form.add_error(None, satu.pesan)
    return halaman.tampil(objek, TIDAK_LENGKAP if kurang else BENTROK)


def jam_simpan(waktu: Any) -> str:
    """The time of the last saving for the mark beside the button; empty before the first."""
    return time_format(timezone.localtime(waktu), "TIME_FORMAT") if waktu else ""


def konteks_keberatan(request: HttpRequest, evaluasi: EvaluasiPeriodik | EvaluasiTahunan) -> dict[str, Any]:
    """What the pages of a result say about an objection to it."""
    mungkin = kemungkinan(evaluasi)
    ada = mungkin.keberatan
    return {
        "mungkin": mungkin,
        "jenis": "tahunan" if isinstance(evaluasi, EvaluasiTahunan) else "periodik",
        "boleh_keberatan": ada is not None and boleh(request.pelaku, Izin.KEBERATAN_LIHAT, ada),
    }
