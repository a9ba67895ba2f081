"""Services and the survey's policy in the web admin; answers and words to read."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from akses.admin_dasar import AdminTerbatas, BacaSaja
from akses.enums import Izin
from layanan.models import KebijakanSurvei, Layanan, Saran


@admin.register(Layanan)
class LayananAdmin(AdminTerbatas):
    """Services with their standards, within the scope; counters and posters are on the service's own page."""

    izin_lihat = Izin.LAYANAN_LIHAT
    izin_ubah = izin_tambah = Izin.LAYANAN_KELOLA
    izin_pilihan = {"unit": Izin.LAYANAN_KELOLA}
    autocomplete_fields = ("unit",)
    list_display = ("nama", "kode", "unit", "aktif")
    list_filter = ("aktif",)
    list_select_related = ("unit",)
    search_fields = ("nama", "kode")
    search_help_text = _("Nama atau kode layanan")
    ordering = ("nama", "id")
    fields = (
        "unit",
        ("kode", "nama"),
        "persyaratan",
        "prosedur",
        ("batas_waktu", "satuan_waktu"),
        ("biaya", "produk"),
        ("pengguna_setahun", "aktif"),
    )

    def cari(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        """By a part of the name, or by the code."""
        return queryset.filter(nama__icontains=kata) | queryset.filter(kode__istartswith=kata)

    def get_readonly_fields(self, request: Any, obj: Any = None) -> list[str]:
        """The code and the unit stay: imports and answers lean on them."""
        return ["unit", "kode"] if obj else []


@admin.register(KebijakanSurvei)
class KebijakanSurveiAdmin(AdminTerbatas):
    """The dated policy of the survey; a row whose day has come is history and stays."""

    izin_lihat = Izin.LAYANAN_LIHAT
    izin_ubah = izin_tambah = Izin.SIKLUS_KELOLA
    acuan = True
    list_display = ("mulai", "jawaban_minimum", "layanan_minimum", "struk_berlaku_hari")
    ordering = ("-mulai",)
    fields = (
        "mulai",
        ("jawaban_minimum", "layanan_minimum"),
        "struk_berlaku_hari",
        ("poster_per_jam", "poster_per_hari"),
    )


@admin.register(Saran)
class SaranAdmin(BacaSaja):
    """Words of citizens, to read; they are decided on in the queue of the manager."""

    izin_lihat = Izin.LAYANAN_KELOLA
    list_display = ("ringkas", "layanan", "hari", "status")
    list_filter = ("status",)
    list_select_related = ("layanan",)
    ordering = ("-hari", "-id")
    fields = ("layanan", "hari", "isi", "isi_tampil", "status")

    def sebutan(self, obj: Saran) -> str:
        """Of which service, and when."""
        return f"{obj.layanan} · {obj.hari:%d-%m-%Y}"

    @admin.display(description=_("saran"))
    def ringkas(self, obj: Saran) -> str:
        """Its beginning."""
        return f"{obj.isi[:80]}…" if len(obj.isi) > 80 else obj.isi
