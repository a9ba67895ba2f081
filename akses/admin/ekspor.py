"""The log of exports, to read."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from akses.admin_dasar import BacaSaja
from akses.enums import Izin
from akses.models import CatatanEkspor


@admin.register(CatatanEkspor)
class CatatanEksporAdmin(BacaSaja):
    """Who took what along; written by the exports themselves, changed by nobody."""

    izin_lihat = Izin.EKSPOR_LIHAT
    list_display = ("berkas", "oleh", "jumlah", "saringan", "mulai", "selesai")
    list_select_related = ("akun__pegawai",)
    search_fields = ("akun__pegawai__nip", "akun__pegawai__nama")
    search_help_text = _("NIP atau nama pengunduh")
    cari_lewat = "akun__pegawai__"
    teks_kosong = _("Belum ada daftar yang diekspor.")
    fields = (("berkas", "daftar"), "oleh", ("jumlah", "saringan"), ("mulai", "selesai"))

    @admin.display(description=_("oleh"))
    def oleh(self, obj: CatatanEkspor) -> str:
        """The person, or the account of the installer."""
        return obj.akun.get_full_name()

    def get_readonly_fields(self, request, obj=None):
        """Everything."""
        return [*super().get_readonly_fields(request, obj), "oleh"]
