"""Who is asking: `request.pegawai`, `request.pelaku`, and the clock of his unit."""

from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from akses.services import pelaku_dari
from pegawai.models import Pegawai

ZONA = {"WIB": ZoneInfo("Asia/Jakarta"), "WITA": ZoneInfo("Asia/Makassar"), "WIT": ZoneInfo("Asia/Jayapura")}


def _pegawai(request):
    """The person of the logged-in account with today's placement, in one query; None without one."""
    akun = request.user
    if not akun.is_authenticated or akun.pegawai_id is None:
        return None
    terkait = ("atasan__unit", "atasan__penempatan__jabatan", "atasan__penilai")
    return Pegawai.objects.select_related(*terkait).filter(pk=akun.pegawai_id).first()


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
            timezone.activate(ZONA[unit.zona])
        else:
            timezone.deactivate()
        return self.get_response(request)
