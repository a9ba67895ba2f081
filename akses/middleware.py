"""Who is asking: `request.pegawai`, `request.pelaku`, his unit's clock; the forced first password; the history."""

from uuid import UUID

import pghistory
import structlog
from django.conf import settings
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django_htmx.http import HttpResponseClientRedirect

from akses import penyamaran
from akses.services import pelaku_dari
from inti.kalender import ke_zona
from inti.kueri import KueriTetap
from pegawai.models import Pegawai

_ORANG = KueriTetap(
    lambda pegawai: Pegawai.objects.select_related(
        "atasan__unit", "atasan__penempatan__jabatan", "atasan__penilai"
    ).filter(pk=pegawai),
    pegawai=UUID,
)


def _pegawai(request):
    """The person of the logged-in account with today's placement, in one query; None without one."""
    akun = request.user
    if not akun.is_authenticated or akun.pegawai_id is None:
        return None
    return _ORANG.pertama(pegawai=akun.pegawai_id)


class PelakuMiddleware:
    """Sets `request.pegawai` (Pegawai or None) and `request.pelaku` lazily, and activates the time zone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        pegawai = _pegawai(request)
        request.pegawai = pegawai
        request.pelaku = SimpleLazyObject(lambda: pelaku_dari(pegawai))
        unit = pegawai.atasan.unit if pegawai and hasattr(pegawai, "atasan") else None
        if unit:
            timezone.activate(ke_zona(unit.zona).tz)
        else:
            timezone.deactivate()
        return self.get_response(request)


class PenyamaranMiddleware:
    """Support staff see the pages of the person they chose, read them, and can do nothing there.

    `request.user` is that person, `request.penyamaran` the record of it (None for everybody else). Nothing
    but ending it and logging out may be sent; what colleagues answer in confidence and the web admin stay shut.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.penyamaran = None
        bersesi = settings.SESSION_COOKIE_NAME in request.COOKIES  # without one there is nothing to look up
        if bersesi and penyamaran.KUNCI in request.session and request.user.is_authenticated:
            self._kenakan(request)
        return self.get_response(request)

    @staticmethod
    def _kenakan(request):
        jejak = penyamaran.berjalan(kunci=request.session[penyamaran.KUNCI], akun=request.user)
        if jejak is None:
            del request.session[penyamaran.KUNCI]
        else:
            structlog.contextvars.bind_contextvars(penyamar=str(jejak.oleh_id))
            request.penyamaran, request.user = jejak, jejak.pegawai.akun

    def process_view(self, request, view_func, view_args, view_kwargs):
        """The refusal of whatever is more than reading; None to go on."""
        letak = request.resolver_match
        if request.penyamaran is None or letak.url_name in SAAT_MENYAMAR:
            return None
        tertutup = letak.namespace == "admin" or (letak.url_name or "").startswith("rekan")
        if request.method in MEMBACA and not tertutup:
            return None
        return render(request, "account/hanya_membaca.html", {"tertutup": tertutup}, status=403)


SAAT_MENYAMAR = frozenset({"penyamaran_akhiri", "account_logout"})
MEMBACA = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class JejakMiddleware:
    """Whatever a request writes carries in its history who asked, from which page, under which number."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in MEMBACA:
            return self.get_response(request)
        with pghistory.context(**keterangan_permintaan(request)):
            return self.get_response(request)


def keterangan_permintaan(request):
    """Words of the history's context: the person (or his account), the address without its query, the number."""
    akun = request.user
    return {
        "asal": "web",
        "pegawai": str(request.pegawai.pk) if request.pegawai else None,
        "akun": akun.get_username() if akun.is_authenticated else "",
        **({"penyamar": str(request.penyamaran.oleh_id)} if request.penyamaran else {}),
        "alamat": request.path,
        "permintaan": structlog.contextvars.get_contextvars().get("permintaan", ""),
    }


# Pages that stay open while the first password has not been replaced.
BEBAS = frozenset({"sandi_awal", "account_logout", "bahasa", "tema", "manifes"})


class WajibGantiSandiMiddleware:
    """Leads an account with a handed-out password to the page that replaces it, from every other page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        """None to go on; otherwise the redirect, as a full page even when a fragment was asked for."""
        akun = request.user
        if not akun.is_authenticated or not akun.wajib_ganti_sandi:
            return None
        if request.resolver_match.url_name in BEBAS or not getattr(view_func, "login_required", True):
            return None
        tujuan = reverse("sandi_awal")
        return HttpResponseClientRedirect(tujuan) if request.htmx else redirect(tujuan)
