"""Holidays."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from akses.admin_dasar import AdminTerbatas
from akses.enums import Izin
from inti.models import HariLibur


@admin.register(HariLibur)
class HariLiburAdmin(AdminTerbatas):
    """Days off, from which deadlines are computed."""

    izin_lihat = Izin.SIKLUS_LIHAT
    izin_ubah = izin_tambah = izin_hapus = Izin.SIKLUS_KELOLA
    acuan = True
    list_display = ("tanggal", "nama", "jenis", "sumber")
    list_filter = ("jenis",)
    search_fields = ("nama",)
    search_help_text = _("Nama hari")
    ordering = ("-tanggal", "nama")

    def cari(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        """By a part of the name, or by the year."""
        if kata.isdecimal() and len(kata) == 4:
            return queryset.filter(tanggal__year=int(kata))
        return queryset.filter(nama__icontains=kata)
