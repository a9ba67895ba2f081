"""The catalogue and its sessions are kept here; what the workflow rules is read only."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from akses.admin_dasar import AdminTerbatas, BacaSaja, BarisRiwayat
from akses.enums import Izin
from pelatihan.enums import StatusLuar, StatusPeserta, StatusSesi
from pelatihan.models import (
    Pelatihan,
    PelatihanLuar,
    Peserta,
    RiwayatLuar,
    RiwayatPeserta,
    RiwayatSesi,
    SesiPelatihan,
)
from pelatihan.services.kursi import BERJALAN, naikkan
from sasaran.enums import Aspek, NilaiPerilaku


class FormPelatihan(forms.ModelForm):
    """An entry, with its values and aspects as boxes to tick."""

    nilai = forms.MultipleChoiceField(
        label=_("Nilai BerAKHLAK"),
        choices=NilaiPerilaku,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    aspek = forms.MultipleChoiceField(
        label=_("Aspek indikator"), choices=Aspek, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Pelatihan
        fields = (
            "nama", "jenis", "jp", "penyelenggara", "untuk", "uraian", "topik", "nilai", "aspek", "aktif",
        )  # fmt: skip


@admin.register(Pelatihan)
class PelatihanAdmin(AdminTerbatas):
    """The catalogue."""

    izin_lihat = Izin.PELATIHAN_LIHAT
    izin_ubah = izin_tambah = izin_hapus = Izin.PELATIHAN_KELOLA
    acuan = True
    form = FormPelatihan
    list_display = ("nama", "jenis", "jp", "penyelenggara", "aktif")
    list_filter = ("aktif", "jenis")
    search_fields = ("nama",)
    search_help_text = _("Nama pelatihan")
    ordering = ("nama", "id")

    def cari(self, queryset: QuerySet[Pelatihan], kata: str) -> QuerySet[Pelatihan]:
        """By a part of the name."""
        return queryset.filter(nama__icontains=kata)


class BarisRiwayatSesi(BarisRiwayat):
    model = RiwayatSesi
    status = StatusSesi


@admin.register(SesiPelatihan)
class SesiAdmin(AdminTerbatas):
    """Sessions: dates, place and seats; the status moves on the pages of the application."""

    izin_lihat = Izin.PELATIHAN_LIHAT
    izin_ubah = izin_tambah = Izin.PELATIHAN_KELOLA
    acuan = True
    list_display = ("pelatihan", "mulai", "selesai", "moda", "kursi", "status")
    list_select_related = ("pelatihan",)
    list_filter = ("status", "moda")
    search_fields = ("pelatihan__nama",)
    search_help_text = _("Nama pelatihan")
    autocomplete_fields = ("pelatihan", "pengajar")
    ordering = ("-mulai", "-id")
    fields = (
        ("pelatihan", "angkatan"),
        ("mulai", "selesai"),
        ("jam_mulai", "jam_selesai", "zona"),
        ("moda", "tempat"),
        "tautan",
        "kursi",
        ("buka_daftar", "tutup_daftar"),
        ("pengajar", "pengajar_lain"),
        "status",
    )
    readonly_fields = ("status",)
    inlines = (BarisRiwayatSesi,)

    def cari(self, queryset: QuerySet[SesiPelatihan], kata: str) -> QuerySet[SesiPelatihan]:
        """By a part of the training's name."""
        return queryset.filter(pelatihan__nama__icontains=kata)

    def terbuka_untuk_diubah(self, obj: SesiPelatihan) -> bool:
        """What is over or cancelled is history."""
        return obj.status not in (StatusSesi.SELESAI, StatusSesi.DIBATALKAN)

    def save_model(self, request: HttpRequest, obj: SesiPelatihan, form: Any, change: bool) -> None:
        """More seats call up the waiting list at once."""
        super().save_model(request, obj, form, change)
        if change and obj.status in BERJALAN:
            naikkan(sesi_id=obj.pk)


class BarisRiwayatPeserta(BarisRiwayat):
    model = RiwayatPeserta
    status = StatusPeserta


@admin.register(Peserta)
class PesertaAdmin(BacaSaja):
    """Participations to read."""

    izin_lihat = Izin.PELATIHAN_LIHAT
    list_display = ("pegawai", "sesi", "status", "jp")
    list_select_related = ("pegawai", "sesi__pelatihan")
    list_filter = ("status",)
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    ordering = ("-id",)
    fields = (
        ("pegawai", "sesi"),
        ("status", "jp"),
        "alasan",
        ("diusulkan_oleh", "diusulkan_pada"),
        ("menunggu_sejak", "hasil_pada"),
        "catatan_hasil",
    )
    inlines = (BarisRiwayatPeserta,)

    def sebutan(self, obj: Peserta) -> str:
        """Who, in which session."""
        return f"{obj.pegawai} · {obj.sesi}"


class BarisRiwayatLuar(BarisRiwayat):
    model = RiwayatLuar
    status = StatusLuar


@admin.register(PelatihanLuar)
class LuarAdmin(BacaSaja):
    """Trainings taken elsewhere, to read; they are checked on the pages of the application."""

    izin_lihat = Izin.PELATIHAN_LIHAT
    list_display = ("pegawai", "nama", "selesai", "jp", "status")
    list_select_related = ("pegawai",)
    list_filter = ("status",)
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    ordering = ("-id",)
    fields = (
        ("pegawai", "nama"),
        ("jenis", "penyelenggara"),
        ("mulai", "selesai", "jp"),
        ("nomor", "status"),
        "catatan",
    )
    inlines = (BarisRiwayatLuar,)
