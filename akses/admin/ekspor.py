"""The log of exports, to read."""

from typing import Any
from urllib.parse import parse_qsl

from django.apps import apps
from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.http import HttpRequest
from django.utils.translation import gettext as teks
from django.utils.translation import gettext_lazy as _

from akses.admin_dasar import BacaSaja
from akses.enums import Izin
from akses.models import CatatanEkspor


@admin.register(CatatanEkspor)
class CatatanEksporAdmin(BacaSaja):
    """Who took what along; written by the exports themselves, changed by nobody."""

    izin_lihat = Izin.EKSPOR_LIHAT
    list_display = ("berkas", "oleh", "jumlah", "tersaring", "mulai", "selesai")
    list_select_related = ("akun__pegawai",)
    search_fields = ("akun__pegawai__nip", "akun__pegawai__nama")
    search_help_text = _("NIP atau nama pengunduh")
    cari_lewat = "akun__pegawai__"
    pengantar = _("Siapa membawa daftar mana keluar dari aplikasi, tersaring bagaimana, dan berapa baris.")
    teks_kosong = _("Belum ada daftar yang diekspor.")
    fields = (("berkas", "daftar"), "oleh", ("jumlah", "tersaring"), ("mulai", "selesai"))

    @admin.display(description=_("oleh"))
    def oleh(self, obj: CatatanEkspor) -> str:
        """The person, or the account of the installer."""
        return obj.akun.get_full_name()

    @admin.display(description=_("saringan"))
    def tersaring(self, obj: CatatanEkspor) -> str:
        """The filters of the list in words, as its page names them."""
        halaman = _halaman(obj.daftar)
        kata = (_kata(halaman, kunci, isi) for kunci, isi in parse_qsl(obj.saringan))
        return "; ".join(k for k in kata if k) or teks("Seluruh daftar")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Everything."""
        return [*super().get_readonly_fields(request, obj), "oleh", "tersaring"]


def _halaman(daftar: str) -> Any:
    """The admin page of the model of this label; None for a file that is no list of the admin."""
    try:
        return admin.site._registry.get(apps.get_model(daftar))
    except (LookupError, ValueError):
        return None


def _kata(halaman: Any, kunci: str, isi: str) -> str:
    """One part of the address: a search, a filter of the page, a column; nothing for order and page number."""
    if kunci == "q":
        return teks("cari “%(kata)s”") % {"kata": isi}
    if halaman is None:
        return f"{kunci}: {isi}"
    for saring in halaman.list_filter:
        if getattr(saring, "parameter_name", None) == kunci:
            judul = str(saring.title)
            return (
                f"{judul}: {isi}" if isi.isalpha() else judul
            )  # a place in the tree says nothing to a reader
    try:
        bidang: Any = halaman.model._meta.get_field(kunci.partition("__")[0])
    except FieldDoesNotExist:
        return ""
    label = dict(bidang.flatchoices or ()).get(isi, isi) if not bidang.is_relation else ""
    return f"{bidang.verbose_name}: {label}" if label else str(bidang.verbose_name)
