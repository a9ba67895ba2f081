"""Who looked at sensitive records, for auditors."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from akses.admin_dasar import BacaSaja
from akses.enums import Izin
from akses.models import CatatanLihat


@admin.register(CatatanLihat)
class CatatanLihatAdmin(BacaSaja):
    """Newest first; along the key, so that any number of rows is read as quickly."""

    izin_lihat = Izin.CATATAN_LIHAT
    list_display = ("pegawai", "jenis", "pembaca", "pada", "alamat")
    list_filter = ("jenis",)
    list_select_related = ("pegawai", "oleh__pegawai")
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai yang datanya dilihat")
    cari_lewat = "pegawai__"
    ordering = ("-id",)
    fields = ("pegawai", "jenis", "oleh", "pada", "alamat")
    teks_kosong = _("Belum ada yang melihat data peka orang lain.")

    def sebutan(self, obj: CatatanLihat) -> str:
        """Who looked at whose record."""
        return f"{self.pembaca(obj)} → {obj.pegawai}"

    @admin.display(description=_("dilihat oleh"))
    def pembaca(self, obj: CatatanLihat) -> str:
        """The person, else the name of the account."""
        return obj.oleh.get_full_name()
