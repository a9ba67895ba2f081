"""Yearly evaluations to read. What the employee has not got yet is not shown to anybody here."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from akses.admin_dasar import BacaSaja, BarisRiwayat
from akses.enums import Izin
from akses.models import JenisLihat
from penilaian.enums import StatusTahunan
from penilaian.models import EvaluasiTahunan, RiwayatTahunan
from sasaran.admin import SaringUnitBeku


class BarisRiwayatTahunan(BarisRiwayat):
    """Who moved the evaluation, and when; remarks stay between the persons."""

    model = RiwayatTahunan
    status = StatusTahunan
    fields = (("pada", "pelaku"), "peralihan")


@admin.register(EvaluasiTahunan)
class EvaluasiTahunanAdmin(BacaSaja):
    """The yearly evaluations within the scope: who is how far, what is final, what was reported."""

    jenis_lihat = JenisLihat.HASIL
    izin_lihat = Izin.TAHUNAN_LIHAT
    inlines = (BarisRiwayatTahunan,)
    list_display = (
        "pegawai",
        "siklus",
        "unit",
        "penilai",
        "status",
        "jalur",
        "hasil_predikat",
        "dilaporkan_pada",
    )
    list_select_related = ("pegawai", "siklus", "unit", "penilai")
    list_filter = ("status", "siklus", "jalur", "final", SaringUnitBeku)
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    ordering = ("id",)
    urutan_temuan = ("pegawai__nama", "-siklus__tahun", "id")
    fields = (
        "pegawai",
        ("siklus", "status"),
        ("unit", "penilai", "atasan_penilai"),
        ("hasil_kerja", "perilaku", "hasil_predikat"),
        ("jalur", "final"),
        ("ditandatangani_pada", "ditandatangani_oleh"),
        ("disampaikan_pada", "ditanggapi_pada", "dilaporkan_pada"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Drafts of ratings and remarks are not even read."""
        rahasia = ("alasan_hasil", "alasan_perilaku", "catatan", "tanggapan", "rekaman")
        return super().get_queryset(request).defer(*rahasia)

    def sebutan(self, obj: EvaluasiTahunan) -> str:
        """Whose evaluation of which year."""
        return f"{obj.pegawai} · {obj.siklus}"

    @admin.display(description=_("predikat"))
    def hasil_predikat(self, obj: EvaluasiTahunan) -> str:
        return obj.get_predikat_display() if obj.sudah_sampai else "–"

    @admin.display(description=_("hasil kerja"))
    def hasil_kerja(self, obj: EvaluasiTahunan) -> str:
        return obj.get_rating_hasil_display() if obj.sudah_sampai else "–"

    @admin.display(description=_("perilaku kerja"))
    def perilaku(self, obj: EvaluasiTahunan) -> str:
        return obj.get_rating_perilaku_display() if obj.sudah_sampai else "–"
