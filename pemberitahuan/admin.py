"""Whether messages went out. What they say is between the sender and the receiver and is not shown."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from akses.admin.akun import AkunAdmin
from akses.admin.pegawai import PegawaiAdmin
from akses.admin_dasar import BacaSaja
from akses.enums import Izin
from pemberitahuan.admin_petunjuk import KirimPetunjuk
from pemberitahuan.models import Pesan

for _halaman in (PegawaiAdmin, AkunAdmin):  # below this layer nobody can send a message
    _halaman.aksi_massal = (*_halaman.aksi_massal, KirimPetunjuk())


@admin.register(Pesan)
class PesanAdmin(BacaSaja):
    """Delivery of messages, for whoever keeps accounts and addresses."""

    izin_lihat = Izin.AKUN_KELOLA
    list_display = ("jenis", "penerima", "status_surel", "percobaan", "dibuat_pada")
    list_select_related = ("penerima",)
    list_filter = ("status_surel", "jenis")
    search_fields = ("penerima__nip", "penerima__nama")
    search_help_text = _("NIP atau nama penerima")
    cari_lewat = "penerima__"
    ordering = ("id",)
    urutan_temuan = ("-dibuat_pada", "-id")
    fields = (
        "jenis",
        "penerima",
        ("dibuat_pada", "dibaca_pada"),
        ("status_surel", "surel_dikirim_pada"),
        ("percobaan", "coba_lagi_pada"),
        "galat",
    )
