"""Plans to read. They are changed by their owners and assessors, never here."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from akses.admin.pegawai import SaringUnit
from akses.admin_dasar import BacaSaja, BarisBaca, BarisRiwayat
from akses.enums import Izin
from sasaran.enums import StatusSKP
from sasaran.models import SKP, EkspektasiKhusus, IndikatorKinerjaIndividu, RencanaHasilKerja, RiwayatSKP


class SaringUnitBeku(SaringUnit):
    """The unit that was frozen with the record."""

    jalur = "unit__path"


class BarisRHK(BarisBaca):
    """The results of a plan."""

    model = RencanaHasilKerja
    fields = ("uraian", ("jenis", "penugasan_dari"), "indikator_teks")
    verbose_name_plural = _("rencana hasil kerja")

    def get_queryset(self, request: HttpRequest) -> QuerySet[RencanaHasilKerja]:
        return super().get_queryset(request).prefetch_related("indikator")

    @admin.display(description=_("indikator dan target"))
    def indikator_teks(self, obj: RencanaHasilKerja) -> str:
        """Its indicators with their targets."""
        return "; ".join(f"{i.uraian}: {i.target_teks}" for i in obj.indikator.all())


class BarisEkspektasi(BarisBaca):
    """What the assessor expects in particular, each time it was written."""

    model = EkspektasiKhusus
    fields = ("nilai", "isi", ("oleh", "pada"))
    verbose_name_plural = _("ekspektasi khusus pimpinan")

    def get_queryset(self, request: HttpRequest) -> QuerySet[EkspektasiKhusus]:
        return super().get_queryset(request).select_related("oleh")


class BarisRiwayatSKP(BarisRiwayat):
    """Who moved the plan, when and why."""

    model = RiwayatSKP
    status = StatusSKP


@admin.register(SKP)
class SKPAdmin(BacaSaja):
    """Plans within the scope, to read."""

    izin_lihat = Izin.SKP_LIHAT
    inlines = (BarisRHK, BarisEkspektasi, BarisRiwayatSKP)
    list_display = ("pegawai", "siklus", "unit", "penilai", "status", "disetujui_pada")
    list_select_related = ("pegawai", "siklus", "unit", "penilai")
    list_filter = ("status", "siklus", SaringUnitBeku)
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    ordering = ("id",)
    urutan_temuan = ("pegawai__nama", "-siklus", "id")
    fields = (
        "pegawai",
        ("siklus", "status"),
        ("unit", "penempatan"),
        ("penilai", "atasan_penilai"),
        ("mulai", "selesai"),
        ("diajukan_pada", "disetujui_pada"),
        "catatan_penilai",
    )

    def sebutan(self, obj: SKP) -> str:
        """Whose plan of which year."""
        return f"{obj.pegawai} · {obj.siklus}"


@admin.register(RencanaHasilKerja)
class RHKAdmin(BacaSaja):
    """Results of all plans of the scope."""

    izin_lihat = Izin.SKP_LIHAT
    list_display = ("uraian", "pegawai", "jenis", "tautan_skp")
    list_select_related = ("skp__pegawai", "skp__siklus")
    list_filter = ("jenis",)
    search_fields = ("skp__pegawai__nip", "skp__pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "skp__pegawai__"
    ordering = ("id",)
    urutan_temuan = ("skp", "urutan", "id")
    fields = ("uraian", "jenis", "penugasan_dari", "tautan_skp")

    @admin.display(description=_("pegawai"))
    def pegawai(self, obj: RencanaHasilKerja) -> str:
        return str(obj.skp.pegawai)

    @admin.display(description=_("SKP"))
    def tautan_skp(self, obj: RencanaHasilKerja) -> str:
        return tautan("sasaran_skp", obj.skp_id, obj.skp.siklus)


@admin.register(IndikatorKinerjaIndividu)
class IndikatorAdmin(BacaSaja):
    """Indicators of all plans of the scope."""

    izin_lihat = Izin.SKP_LIHAT
    list_display = ("uraian", "pegawai", "aspek", "target_teks")
    list_select_related = ("rhk__skp__pegawai",)
    list_filter = ("aspek", "perspektif")
    search_fields = ("rhk__skp__pegawai__nip", "rhk__skp__pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "rhk__skp__pegawai__"
    ordering = ("id",)
    urutan_temuan = ("rhk", "urutan", "id")
    fields = ("uraian", ("aspek", "perspektif"), "target_teks", ("arah", "cara_hitung"))

    @admin.display(description=_("pegawai"))
    def pegawai(self, obj: IndikatorKinerjaIndividu) -> str:
        return str(obj.rhk.skp.pegawai)

    @admin.display(description=_("target"))
    def target_teks(self, obj: IndikatorKinerjaIndividu) -> str:
        return obj.target_teks


def tautan(nama: str, pk: Any, teks: Any) -> str:
    """A link to the page of a record in the admin."""
    return format_html(
        '<a class="k-tautan" href="{}">{}</a>', reverse(f"admin:{nama}_change", args=[pk]), teks
    )
