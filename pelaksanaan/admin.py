"""Reports, evidence and feedback, to read. A file is opened through its own, permission-checked address."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from akses.admin_dasar import BacaSaja, BarisBaca
from akses.enums import Izin
from inti.angka import tulis_angka
from pelaksanaan.models import BuktiDukung, Laporan, UmpanBalik


def tautan_bukti(obj: BuktiDukung) -> str:
    """The link to the file; the address asks the permission again."""
    alamat = reverse("pelaksanaan:bukti", args=[obj.pk])
    return format_html('<a class="k-tautan" href="{}">{}</a>', alamat, obj.nama_asli)


class BesarBerkas:
    """The size as people say it."""

    @admin.display(description=_("ukuran"))
    def besar(self, obj: BuktiDukung) -> str:
        return filesizeformat(obj.ukuran)


class BarisBukti(BesarBerkas, BarisBaca):
    """The files of a report."""

    model = BuktiDukung
    fields = ("berkas_asli", "jenis_konten", "besar", "diunggah_pada")
    verbose_name_plural = _("bukti dukung")

    @admin.display(description=_("berkas"))
    def berkas_asli(self, obj: BuktiDukung) -> str:
        return tautan_bukti(obj)


@admin.register(Laporan)
class LaporanAdmin(BacaSaja):
    """Reports within the scope."""

    izin_lihat = Izin.LAPORAN_LIHAT
    inlines = (BarisBukti,)
    list_display = ("ringkas", "pegawai", "tanggal", "angka")
    list_select_related = ("skp__pegawai", "indikator")
    search_fields = ("skp__pegawai__nip", "skp__pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "skp__pegawai__"
    ordering = ("id",)
    urutan_temuan = ("-tanggal", "-dibuat_pada", "-id")
    fields = ("pegawai", "indikator_teks", ("tanggal", "angka"), "uraian", "dibuat_pada")

    @admin.display(description=_("laporan"))
    def ringkas(self, obj: Laporan) -> str:
        return Truncator(obj.uraian).chars(90)

    @admin.display(description=_("pegawai"))
    def pegawai(self, obj: Laporan) -> str:
        return str(obj.skp.pegawai)

    @admin.display(description=_("indikator"))
    def indikator_teks(self, obj: Laporan) -> str:
        return obj.indikator.uraian

    @admin.display(description=_("realisasi"))
    def angka(self, obj: Laporan) -> str:
        return f"{tulis_angka(obj.realisasi)} {obj.indikator.satuan}"


@admin.register(BuktiDukung)
class BuktiDukungAdmin(BesarBerkas, BacaSaja):
    """Evidence within the scope, by name."""

    izin_lihat = Izin.LAPORAN_LIHAT
    list_display = ("nama_asli", "pegawai", "jenis_konten", "besar", "diunggah_pada")
    list_select_related = ("laporan__skp__pegawai",)
    search_fields = ("laporan__skp__pegawai__nip", "laporan__skp__pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "laporan__skp__pegawai__"
    ordering = ("id",)
    urutan_temuan = ("-diunggah_pada", "-id")
    fields = ("berkas_asli", "pegawai", ("jenis_konten", "besar"), "sha256", "diunggah_pada")

    @admin.display(description=_("pegawai"))
    def pegawai(self, obj: BuktiDukung) -> str:
        return str(obj.laporan.skp.pegawai)

    @admin.display(description=_("berkas"))
    def berkas_asli(self, obj: BuktiDukung) -> str:
        return tautan_bukti(obj)


@admin.register(UmpanBalik)
class UmpanBalikAdmin(BacaSaja):
    """Feedback: by role only the auditor reads it."""

    izin_lihat = Izin.UMPAN_BALIK_LIHAT
    list_display = ("isi", "pegawai", "pemberi", "sifat", "dibuat_pada")
    list_select_related = ("skp__pegawai", "pemberi")
    list_filter = ("sifat",)
    search_fields = ("skp__pegawai__nip", "skp__pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "skp__pegawai__"
    ordering = ("id",)
    urutan_temuan = ("-dibuat_pada", "-id")
    fields = ("pegawai", "pemberi", "sifat", "isi", "dibuat_pada")

    @admin.display(description=_("pegawai"))
    def pegawai(self, obj: UmpanBalik) -> str:
        return str(obj.skp.pegawai)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("skp__pegawai", "pemberi")
