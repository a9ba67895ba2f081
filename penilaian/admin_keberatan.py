"""Organisation labels, reasons for distributions and objections to read: workflows rule all of them."""

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from akses.admin_dasar import BacaSaja, BarisRiwayat
from akses.admin_saring import saring
from akses.enums import Izin
from penilaian.enums import StatusCapaian, StatusKeberatan
from penilaian.models import (
    CapaianOrganisasi,
    DistribusiPenilai,
    Keberatan,
    RiwayatCapaian,
    RiwayatKeberatan,
)
from sasaran.admin import SaringUnitBeku

SaringTenggat = saring(
    "tenggat",
    _("batas keputusan"),
    {
        "lewat": (_("Sudah lewat"), lambda qs, hari: qs.berjalan().filter(batas_putus__lt=hari)),
        "pekan": (
            _("Lewat atau pekan ini"),
            lambda qs, hari: qs.berjalan().filter(batas_putus__lte=hari + timedelta(days=7)),
        ),
    },
)


class BarisRiwayatCapaian(BarisRiwayat):
    """Who moved the label, and when."""

    model = RiwayatCapaian
    status = StatusCapaian
    fields = (("pada", "pelaku"), "peralihan")


@admin.register(CapaianOrganisasi)
class CapaianOrganisasiAdmin(BacaSaja):
    """The labels within the scope; they are prepared and set on the page "Capaian unit"."""

    izin_lihat = Izin.CAPAIAN_LIHAT
    inlines = (BarisRiwayatCapaian,)
    list_display = ("unit", "siklus", "periode", "status", "usulan", "predikat", "penetap")
    list_select_related = ("unit", "siklus", "periode__siklus", "penetap")
    list_filter = ("status", "siklus", "predikat", SaringUnitBeku)
    ordering = ("-siklus__tahun", "unit__path", "id")
    fields = (
        "unit",
        ("siklus", "periode"),
        ("kepala", "penetap"),
        ("status", "usulan", "predikat"),
        ("jenis_dasar", "rujukan"),
        "uraian",
        ("disiapkan_pada", "disiapkan_oleh"),
        ("ditetapkan_pada", "ditetapkan_oleh"),
    )

    def sebutan(self, obj: CapaianOrganisasi) -> str:
        """Which unit in which period."""
        return f"{obj.unit} · {obj.periode or obj.siklus}"


@admin.register(DistribusiPenilai)
class DistribusiPenilaiAdmin(BacaSaja):
    """Why assessors kept to a spread that differs from the guide."""

    izin_lihat = Izin.DISTRIBUSI_LIHAT
    list_display = ("penilai", "unit", "siklus", "periode", "capaian", "pada")
    list_select_related = ("penilai", "unit", "siklus", "periode__siklus")
    list_filter = ("siklus", "capaian", SaringUnitBeku)
    ordering = ("-pada", "id")
    fields = (("penilai", "unit"), ("siklus", "periode"), "capaian", "alasan", "pada")

    def sebutan(self, obj: DistribusiPenilai) -> str:
        """Whose, and for when."""
        return f"{obj.penilai} · {obj.periode or obj.siklus}"


class BarisRiwayatKeberatan(BarisRiwayat):
    """Who moved the objection, and when."""

    model = RiwayatKeberatan
    status = StatusKeberatan
    fields = (("pada", "pelaku"), "peralihan")


@admin.register(Keberatan)
class KeberatanAdmin(BacaSaja):
    """Objections: how far they are and until when. What both sides wrote is read on their own page."""

    izin_lihat = Izin.KEBERATAN_LIHAT
    inlines = (BarisRiwayatKeberatan,)
    list_display = ("pegawai", "unit", "status", "diajukan_pada", "batas_putus", "diputus_pada")
    list_select_related = ("pegawai", "unit")
    list_filter = ("status", SaringTenggat, SaringUnitBeku)
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    ordering = ("-diajukan_pada", "-id")
    urutan_temuan = ("pegawai__nama", "id")
    fields = (
        "pegawai",
        ("unit", "status"),
        ("penilai", "pemutus"),
        ("diajukan_pada", "batas_putus"),
        ("predikat_lama", "predikat_baru"),
        ("diputus_pada", "diputus_oleh"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The words of both sides are not even read."""
        return super().get_queryset(request).defer("alasan", "penjelasan", "pertimbangan", "rekomendasi")

    def sebutan(self, obj: Keberatan) -> str:
        """Whose, with its number."""
        return f"{obj.pegawai} · {obj.nomor}"
