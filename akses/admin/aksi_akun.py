"""Actions on people: make an account, hand out a temporary password. Each asks before it acts."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from akses.admin_izin import penjaga
from akses.akun import sandi_sementara
from akses.akun_massal import buat_akun_massal
from akses.enums import Izin
from akses.models import Akun
from pegawai.models import Pegawai

SEKALI = 25  # a password is hashed slowly on purpose; more people get a link by e-mail


def konfirmasi(
    admin_model: Any, request: HttpRequest, queryset: QuerySet[Any], *, aksi: str, judul: Any, akibat: Any
) -> HttpResponse:
    """The page that says what an action will do, with the button that does it."""
    konteks = {
        **admin_model.admin_site.each_context(request),
        "opts": admin_model.opts,
        "title": judul,
        "akibat": akibat,
        "baris": list(queryset[: SEKALI + 1]),
        "aksi": aksi,
        "nama_pilihan": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/konfirmasi.html", konteks)


class AksiAkun:
    """For the list of people."""

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Only for whoever keeps accounts."""
        aksi = super().get_actions(request)
        return aksi if penjaga(request).punya(Izin.AKUN_KELOLA) else {}

    @admin.action(description=_("Buat akun"))
    def buat_akun(self, request: HttpRequest, queryset: QuerySet[Pegawai]) -> HttpResponse | None:
        """Accounts for those without one; the first password comes by e-mail or by a temporary password."""
        queryset = _terkelola(request, queryset)
        if "setuju" not in request.POST:
            akibat = _(
                "Pegawai berikut mendapat akun dengan NIP sebagai nama pengguna. Yang sudah punya akun tidak "
                "berubah. Sandi pertama diminta lewat “Lupa sandi” atau diberikan sebagai sandi sementara."
            )
            return konfirmasi(self, request, queryset, aksi="buat_akun", judul=_("Buat akun"), akibat=akibat)
        jumlah = buat_akun_massal(pegawai_ids=list(queryset.values_list("pk", flat=True)))
        pesan = ngettext("%(n)s akun dibuat.", "%(n)s akun dibuat.", jumlah) % {"n": jumlah}
        messages.success(request, pesan)
        return None

    @admin.action(description=_("Atur ulang sandi sementara"))
    def atur_ulang_sandi(self, request: HttpRequest, queryset: QuerySet[Pegawai]) -> HttpResponse | None:
        """New random passwords, shown once; their owners must replace them at the next login."""
        queryset = _terkelola(request, queryset)
        akun = list(_akun_terkelola(request).filter(pegawai__in=queryset).select_related("pegawai"))
        if len(akun) > SEKALI or not akun:
            messages.error(request, _("Pilih 1 sampai 25 pegawai yang sudah mempunyai akun."))
            return None
        if "setuju" not in request.POST:
            akibat = _(
                "Sandi lama langsung tidak berlaku dan semua sesi pegawai ini berakhir. Sandi baru tampil satu "
                "kali di halaman berikut; sampaikan sendiri kepada orangnya, bukan lewat pesan terbuka."
            )
            judul = _("Atur ulang sandi sementara")
            return konfirmasi(self, request, queryset, aksi="atur_ulang_sandi", judul=judul, akibat=akibat)
        return _bagikan(self, request, akun)


def _terkelola(request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
    return penjaga(request).saring(queryset, Izin.AKUN_KELOLA)


def _akun_terkelola(request: HttpRequest) -> QuerySet[Akun]:
    """Accounts he may keep; that of the installer only by the installer."""
    qs = penjaga(request).saring(Akun.objects.all(), Izin.AKUN_KELOLA)
    return qs if request.user.is_superuser else qs.filter(is_superuser=False)


def _bagikan(admin_model: Any, request: HttpRequest, akun: list[Akun]) -> HttpResponse:
    baris = [(a, sandi_sementara(akun=a, oleh=request.pegawai)) for a in akun]
    for satu, _sandi in baris:
        LogEntry.objects.log_actions(
            user_id=request.user.pk, queryset=[satu], action_flag=CHANGE, change_message="Sandi sementara"
        )
    konteks = {
        **admin_model.admin_site.each_context(request),
        "opts": admin_model.opts,
        "title": _("Sandi sementara"),
        "baris": baris,
    }
    halaman: Callable[..., HttpResponse] = never_cache(
        lambda r: TemplateResponse(r, "admin/sandi_sementara.html", konteks)
    )
    return halaman(request)
