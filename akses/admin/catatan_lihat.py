"""Who looked at sensitive records, for auditors."""

from urllib.parse import unquote

from django.contrib import admin
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy as _

from akses.admin_dasar import BacaSaja
from akses.enums import Izin
from akses.models import CatatanLihat

# Name of an address, else its last word, as a reader knows the page.
HALAMAN = {
    "change": _("Data di kepegawaian"),
    "history": _("Riwayat perubahan"),
    "hasil": _("Hasil evaluasi periodik"),
    "mengapa": _("Mengapa predikat ini"),
    "tahunan-hasil": _("Hasil evaluasi tahunan"),
    "tahunan-mengapa": _("Mengapa predikat tahunan ini"),
    "dokumen": _("Dokumen evaluasi periodik"),
    "dokumen_tahunan": _("Dokumen evaluasi tahunan"),
    "sanksi": _("Perkara sanksi"),
}


@admin.register(CatatanLihat)
class CatatanLihatAdmin(BacaSaja):
    """Newest first; along the key, so that any number of rows is read as quickly."""

    izin_lihat = Izin.CATATAN_LIHAT
    list_display = ("pegawai", "jenis", "pembaca", "pada", "halaman")
    list_filter = ("jenis",)
    list_select_related = ("pegawai", "oleh__pegawai")
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai yang datanya dilihat")
    cari_lewat = "pegawai__"
    ordering = ("-id",)
    fields = ("pegawai", "jenis", "oleh", "pada", "alamat")
    pengantar = _(
        "Siapa membuka data pribadi, hasil penilaian, atau perkara sanksi orang lain. Orangnya membaca catatan tentang "
        "dirinya di profilnya. Penilai dan atasannya tidak dicatat saat membaca hasil: itu tugas mereka."
    )
    teks_kosong = _("Belum ada yang melihat data peka orang lain.")

    def sebutan(self, obj: CatatanLihat) -> str:
        """Who looked at whose record."""
        return f"{self.pembaca(obj)} → {obj.pegawai}"

    @admin.display(description=_("dilihat oleh"))
    def pembaca(self, obj: CatatanLihat) -> str:
        """The person, else the name of the account."""
        return obj.oleh.get_full_name()

    @admin.display(description=_("halaman"))
    def halaman(self, obj: CatatanLihat) -> str:
        """The page in words; its address when it has none here, or is gone."""
        try:
            nama = resolve(unquote(obj.alamat)).url_name or ""
        except Resolver404:
            return obj.alamat
        return str(HALAMAN.get(nama) or HALAMAN.get(nama.rpartition("_")[2], obj.alamat))
