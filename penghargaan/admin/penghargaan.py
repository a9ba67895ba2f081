"""Policies of recognition and bonus with their dates; what a workflow rules is only read here."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from akses.admin_dasar import AdminTerbatas, BacaSaja, BarisRiwayat, BarisTerbatas
from akses.admin_saring import saring
from akses.enums import Izin
from inti.angka import tulis_angka
from penghargaan.enums import StatusBonus, StatusUsulan
from penghargaan.models import (
    BagianPredikat,
    BukuPenghargaan,
    DasarKelas,
    KebijakanBonus,
    KebijakanPenghargaan,
    PerhitunganBonus,
    RiwayatBonus,
    RiwayatUsulan,
    UsulanPenghargaan,
)


@admin.register(KebijakanPenghargaan)
class KebijakanPenghargaanAdmin(AdminTerbatas):
    """Conditions with dates. One that has made candidates is history: end it and write a new one."""

    izin_lihat = Izin.PENGHARGAAN_LIHAT
    izin_ubah = izin_tambah = izin_hapus = Izin.PENGHARGAAN_PERIKSA
    acuan = True
    list_display = ("nama", "jenis", "mulai", "selesai", "predikat", "tahun", "bawaan")
    list_filter = ("jenis",)
    ordering = ("jenis", "nama", "-mulai", "id")
    fields = (
        ("jenis", "nama"),
        ("mulai", "selesai"),
        ("predikat", "tahun"),
        ("predikat_periode", "ikm"),
        "hanya_pns",
        "dasar",
        "bawaan",
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Of a policy that made candidates only its end may move."""
        if obj is not None and obj.kandidat.exists():
            return (
                "jenis",
                "nama",
                "mulai",
                "predikat",
                "tahun",
                "predikat_periode",
                "ikm",
                "hanya_pns",
                "dasar",
            )
        return super().get_readonly_fields(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only one that made no candidate yet."""
        bebas = obj is None or not obj.kandidat.exists()
        return bebas and super().has_delete_permission(request, obj)


class BarisDasarKelas(BarisTerbatas):
    """Basic amounts per class."""

    model = DasarKelas
    izin_ubah = Izin.BONUS_SUSUN
    fields = (("kelas", "jumlah"),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Rows go with their policy."""
        return super(BarisTerbatas, self).get_queryset(request)


class BarisBagian(BarisDasarKelas):
    """Shares per predikat."""

    model = BagianPredikat
    fields = (("predikat", "persen"),)


@admin.register(KebijakanBonus)
class KebijakanBonusAdmin(AdminTerbatas):
    """Amounts and shares with dates. One that a run used is history: end it and write a new one."""

    izin_lihat = Izin.BONUS_LIHAT
    izin_ubah = izin_tambah = izin_hapus = Izin.BONUS_SUSUN
    acuan = True
    list_display = ("nama", "mulai", "selesai", "persen", "dasar", "bawaan")
    ordering = ("-mulai", "id")
    fields = ("nama", ("mulai", "selesai"), "persen", "tugas_belajar", "dasar", "bawaan")
    inlines = (BarisDasarKelas, BarisBagian)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Of a policy that was used only its end may move."""
        if obj is not None and obj.perhitungan.exists():
            return ("nama", "mulai", "persen", "tugas_belajar", "dasar")
        return super().get_readonly_fields(request, obj)

    def get_inline_instances(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Amounts of a used policy are not changed; its runs show them."""
        if obj is not None and obj.perhitungan.exists():
            return []
        return super().get_inline_instances(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only one that no run used yet."""
        bebas = obj is None or not obj.perhitungan.exists()
        return bebas and super().has_delete_permission(request, obj)


SaringTunggu = saring(
    "tunggu",
    _("menunggu"),
    {
        "keputusan": (
            _("Pemeriksaan atau keputusan"),
            lambda qs, hari: qs.filter(status__in=[StatusUsulan.DIUSULKAN, StatusUsulan.DIPERIKSA]),
        )
    },
)


class BarisRiwayatUsulan(BarisRiwayat):
    """The way of a nomination."""

    model = RiwayatUsulan
    status = StatusUsulan


@admin.register(UsulanPenghargaan)
class UsulanPenghargaanAdmin(BacaSaja):
    """Nominations within the scope; one's own only on the page that hides what is not decided."""

    izin_lihat = Izin.PENGHARGAAN_LIHAT
    inlines = (BarisRiwayatUsulan,)
    list_display = ("pegawai", "kebijakan", "siklus", "unit", "status")
    list_select_related = ("pegawai", "kebijakan", "siklus", "unit")
    list_filter = ("status", SaringTunggu)
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    ordering = ("-diusulkan_pada", "-id")
    fields = (
        ("pegawai", "kebijakan"),
        ("siklus", "unit"),
        ("status", "nomor_keputusan"),
        "untuk",
        ("pengusul", "pemeriksa"),
        "pemutus",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Nobody reads here what is being decided about himself."""
        semua = super().get_queryset(request)
        return semua.exclude(pegawai=request.pegawai) if request.pegawai else semua


@admin.register(BukuPenghargaan)
class BukuPenghargaanAdmin(BacaSaja):
    """The ledger, entry by entry."""

    izin_lihat = Izin.PENGHARGAAN_LIHAT
    list_display = ("pada", "pegawai", "jumlah", "oleh", "keterangan")
    list_select_related = ("pegawai", "oleh")
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    ordering = ("-id",)
    fields = (("pada", "jumlah"), ("pegawai", "oleh"), "keterangan", "membalik_baris")

    def sebutan(self, obj: BukuPenghargaan) -> str:
        """Whose entry."""
        return str(obj.pegawai)

    @admin.display(description=_("membalik"))
    def membalik_baris(self, obj: BukuPenghargaan) -> str:
        """The day of the entry that this one takes back."""
        return f"{obj.membalik.pada:%d-%m-%Y}" if obj.membalik else "–"


class BarisRiwayatBonus(BarisRiwayat):
    """The way of a run."""

    model = RiwayatBonus
    status = StatusBonus


@admin.register(PerhitunganBonus)
class PerhitunganBonusAdmin(BacaSaja):
    """Bonus runs; drafted, checked and approved on their own pages."""

    izin_lihat = Izin.BONUS_LIHAT
    inlines = (BarisRiwayatBonus,)
    list_display = ("periode", "unit", "status", "penyusun", "batas")
    list_select_related = ("periode__siklus", "unit", "penyusun")
    list_filter = ("status",)
    ordering = ("-dibuat_pada", "-id")
    fields = (
        ("periode", "unit"),
        ("kebijakan", "status"),
        ("batas", "dihitung_pada"),
        ("penyusun", "pemeriksa"),
        ("penyetuju", "diekspor_pada"),
        "alasan",
    )

    @admin.display(description=_("batas anggaran"))
    def batas(self, obj: PerhitunganBonus) -> str:
        return f"Rp {tulis_angka(obj.anggaran)}"
