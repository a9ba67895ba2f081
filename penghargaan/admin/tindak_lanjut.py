"""Policies to edit; plans, cases and angka kredit to read: workflows rule them, rows are only added."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from akses.admin_dasar import AdminTerbatas, BacaSaja, BarisRiwayat
from akses.admin_saring import saring
from akses.enums import Izin
from akses.models import JenisLihat
from penghargaan.enums_tindak_lanjut import StatusRencana, StatusSanksi
from penghargaan.models import (
    AngkaKredit,
    KebijakanPerbaikan,
    RencanaPerbaikan,
    RiwayatRencana,
    RiwayatSanksi,
    Sanksi,
)


@admin.register(KebijakanPerbaikan)
class KebijakanPerbaikanAdmin(AdminTerbatas):
    """From which label a plan is owed, and how long it runs."""

    izin_lihat = Izin.SIKLUS_LIHAT
    izin_ubah = Izin.SIKLUS_KELOLA
    izin_tambah = Izin.SIKLUS_KELOLA
    acuan = True
    teks_kosong = _(
        "Belum ada kebijakan sendiri, jadi angka bawaan berlaku: rencana perbaikan mulai predikat Butuh "
        "Perbaikan, 6 bulan untuk PNS dan 3 bulan untuk PPPK (PP 30/2019 Pasal 57-58)."
    )
    list_display = ("berlaku_sejak", "pemicu", "bulan_pns", "bulan_pppk", "hari_susun", "sumber")
    fields = ("berlaku_sejak", "pemicu", ("bulan_pns", "bulan_pppk"), "hari_susun", "sumber")
    ordering = ("-berlaku_sejak",)


class BarisRiwayatRencana(BarisRiwayat):
    model = RiwayatRencana
    status = StatusRencana
    fields = (("pada", "pelaku"), "peralihan")


@admin.register(RencanaPerbaikan)
class RencanaPerbaikanAdmin(BacaSaja):
    """Where plans stand, within the scope; what was written stays between the two sides."""

    izin_lihat = Izin.PERBAIKAN_LIHAT
    inlines = (BarisRiwayatRencana,)
    list_display = ("pegawai", "unit", "penilai", "status", "mulai", "selesai")
    list_select_related = ("pegawai", "unit", "penilai")
    list_filter = ("status",)
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    ordering = ("-dibuat_pada", "-id")
    urutan_temuan = ("pegawai__nama", "id")
    fields = ("pegawai", ("unit", "penilai"), ("status", "bulan"), ("mulai", "selesai"), "simpulan_hari")

    def sebutan(self, obj: RencanaPerbaikan) -> str:
        """Whose plan."""
        return str(obj.pegawai)


SaringTunggu = saring(
    "tunggu",
    _("menunggu"),
    {
        "keputusan": (
            _("Pemeriksaan atau keputusan"),
            lambda qs, hari: qs.filter(status__in=[StatusSanksi.DIUSULKAN, StatusSanksi.DIPERIKSA]),
        )
    },
)


class BarisRiwayatSanksi(BarisRiwayat):
    model = RiwayatSanksi
    status = StatusSanksi
    fields = (("pada", "pelaku"), "peralihan")


@admin.register(Sanksi)
class SanksiAdmin(BacaSaja):
    """Where cases stand; one's own is read on its page."""

    jenis_lihat = JenisLihat.SANKSI
    izin_lihat = Izin.SANKSI_LIHAT
    inlines = (BarisRiwayatSanksi,)
    list_display = ("pegawai", "unit", "dasar", "status", "mulai", "selesai")
    list_select_related = ("pegawai", "unit")
    list_filter = ("status", "dasar", SaringTunggu)
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    ordering = ("-dibuat_pada", "-id")
    urutan_temuan = ("pegawai__nama", "id")
    fields = ("pegawai", "unit", ("dasar", "status"), ("sk_nomor", "sk_tanggal"), ("mulai", "selesai"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Nobody reads here of a case against himself before its summons."""
        return super().get_queryset(request).exclude(pegawai=request.pegawai, diperiksa_oleh__isnull=True)

    def sebutan(self, obj: Sanksi) -> str:
        """Against whom."""
        return str(obj.pegawai)


@admin.register(AngkaKredit)
class AngkaKreditAdmin(BacaSaja):
    """The ledger, to read."""

    izin_lihat = Izin.ANGKA_KREDIT_LIHAT
    list_display = ("pegawai", "jenis", "jenjang", "predikat", "bulan", "nilai", "selesai")
    list_select_related = ("pegawai",)
    list_filter = ("jenis", "jenjang")
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    ordering = ("id",)
    urutan_temuan = ("pegawai__nama", "selesai", "id")
    fields = (
        "pegawai", ("jenis", "jenjang"), ("predikat", "bulan"), ("persentase", "koefisien"), "nilai",
        ("mulai", "selesai"), "keterangan",
    )  # fmt: skip

    def sebutan(self, obj: AngkaKredit) -> str:
        """Whose row."""
        return str(obj.pegawai)
