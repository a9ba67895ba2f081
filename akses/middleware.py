"""Who is asking: `request.pegawai`, `request.pelaku`, his unit's clock; and the forced first password."""

from uuid import UUID

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django_htmx.http import HttpResponseClientRedirect

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
