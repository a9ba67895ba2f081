"""Periods with their dates, and evaluations to read. What is not delivered yet is not shown to anybody here."""

from itertools import pairwise
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as teks
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from akses.admin_dasar import BacaSaja, BarisRiwayat
from akses.enums import Izin
from akses.models import JenisLihat
from pegawai.models import Pegawai
from penilaian.admin_keberatan import KeberatanAdmin as KeberatanAdmin
from penilaian.admin_lampau import RiwayatKinerjaPeriodikAdmin as RiwayatKinerjaPeriodikAdmin
from penilaian.admin_lampau import RiwayatSKPAdmin as RiwayatSKPAdmin
from penilaian.admin_langkah import AdminBerlangkah
from penilaian.admin_rekan import KuesionerRekanAdmin as KuesionerRekanAdmin
from penilaian.admin_siklus import SiklusAdmin as SiklusAdmin
from penilaian.admin_tahunan import EvaluasiTahunanAdmin as EvaluasiTahunanAdmin
from penilaian.enums import StatusEvaluasi
from penilaian.models import EvaluasiPeriodik, RiwayatEvaluasi
from penilaian.services.pratinjau import akan_dibuat, akan_dikunci
from penilaian.services.siklus import buka_periode, tutup_periode
from sasaran.admin import SaringUnitBeku
from sasaran.enums import StatusPeriode
from sasaran.models import Periode

DISAMPAIKAN = frozenset({StatusEvaluasi.DISAMPAIKAN, StatusEvaluasi.DITERIMA})

URUTAN = ("mulai", "buka_evaluasi", "batas_penilaian_diri", "batas_penilaian", "tutup_evaluasi")


class FormPeriode(forms.ModelForm):
    """The dates of a period in their order; those that are fixed count too."""

    class Meta:
        model = Periode
        fields = ("buka_evaluasi", "batas_penilaian_diri", "batas_penilaian", "tutup_evaluasi")

    def clean(self) -> dict[str, Any]:
        """Say at the date that lies before its forerunner."""
        isi = super().clean() or self.cleaned_data
        tanggal = [(n, isi.get(n) or getattr(self.instance, n)) for n in URUTAN if n not in self.errors]
        for (_lama, dulu), (nama, kini) in pairwise(tanggal):
            if kini < dulu and nama in self.fields:
                self.add_error(
                    nama, teks("Urutan tanggal: dibuka, penilaian diri, penilaian atasan, terkunci.")
                )
        return isi


@admin.register(Periode)
class PeriodeAdmin(AdminBerlangkah):
    """Periods: dates may be moved until they are closed; opening and closing goes through the services."""

    izin_lihat = Izin.SIKLUS_LIHAT
    izin_ubah = Izin.SIKLUS_KELOLA
    acuan = True
    form = FormPeriode
    list_display = ("nama", "siklus", "status", "buka_evaluasi", "batas_penilaian", "tutup_evaluasi")
    list_select_related = ("siklus",)
    list_filter = ("status", "siklus")
    ordering = ("-mulai", "id")
    template_langkah = "admin/sasaran/periode/langkah.html"
    judul_langkah: ClassVar = {"buka": _("Buka evaluasi"), "tutup": _("Tutup evaluasi")}
    fields = (
        ("siklus", "jenis", "nomor"),
        ("mulai", "selesai"),
        ("buka_evaluasi", "batas_penilaian_diri"),
        ("batas_penilaian", "tutup_evaluasi"),
        "status",
        ("dibuka_pada", "ditutup_pada"),
    )
    readonly_fields = (
        "siklus",
        "jenis",
        "nomor",
        "mulai",
        "selesai",
        "status",
        "dibuka_pada",
        "ditutup_pada",
    )

    @admin.display(description=_("periode"))
    def nama(self, obj: Periode) -> str:
        return obj.nama

    def terbuka_untuk_diubah(self, obj: Periode) -> bool:
        """The dates of a closed period are history."""
        return obj.status != StatusPeriode.DITUTUP

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The day of opening cannot move once it has happened."""
        dasar = tuple(super().get_readonly_fields(request, obj))
        return (*dasar, "buka_evaluasi") if obj and obj.status == StatusPeriode.TERBUKA else dasar

    def pratinjau(self, obj: Periode, aksi: str) -> dict[str, Any]:
        """How many evaluations it would create or lock."""
        return {"jumlah": akan_dibuat(obj) if aksi == "buka" else akan_dikunci(obj)}

    def lakukan(self, obj: Periode, aksi: str, oleh: Pegawai) -> str:
        """Let the service do it."""
        if aksi == "buka":
            n = buka_periode(periode=obj, oleh=oleh)
            return ngettext("%(n)s evaluasi dibuat.", "%(n)s evaluasi dibuat.", n) % {"n": n}
        n = tutup_periode(periode=obj, oleh=oleh)
        return ngettext("%(n)s evaluasi dikunci.", "%(n)s evaluasi dikunci.", n) % {"n": n}


class BarisRiwayatEvaluasi(BarisRiwayat):
    """Who moved the evaluation, and when; remarks stay between the two."""

    model = RiwayatEvaluasi
    status = StatusEvaluasi
    fields = (("pada", "pelaku"), "peralihan")


class SaringPeriode(admin.SimpleListFilter):
    """The periods of the last years."""

    title = _("periode")
    parameter_name = "periode"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The newest eight."""
        semua = Periode.objects.select_related("siklus").order_by("-mulai")[:8]
        return [(str(p.pk), str(p)) for p in semua]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Evaluations of that period."""
        if not self.value():
            return queryset
        dikenal = {pk for pk, _nama in self.lookup_choices}
        return queryset.filter(periode=self.value()) if self.value() in dikenal else queryset.none()


@admin.register(EvaluasiPeriodik)
class EvaluasiPeriodikAdmin(BacaSaja):
    """Evaluations within the scope: who is how far, and the result once it was delivered."""

    jenis_lihat = JenisLihat.HASIL
    izin_lihat = Izin.EVALUASI_LIHAT
    inlines = (BarisRiwayatEvaluasi,)
    list_display = ("pegawai", "periode", "unit", "penilai", "status", "hasil_predikat")
    list_select_related = ("pegawai", "periode__siklus", "unit", "penilai")
    list_filter = ("status", SaringPeriode, "predikat", SaringUnitBeku)
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    ordering = ("id",)
    urutan_temuan = ("pegawai__nama", "-periode__mulai", "id")
    fields = (
        "pegawai",
        ("periode", "status"),
        ("unit", "penilai"),
        ("hasil_kerja", "perilaku", "hasil_predikat"),
        ("diajukan_pada", "disampaikan_pada"),
        "diterima_pada",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[EvaluasiPeriodik]:
        """Drafts of ratings and remarks are not even read."""
        rahasia = (
            "alasan_hasil",
            "alasan_perilaku",
            "catatan_diri",
            "catatan_penilai",
            "tanggapan",
            "rekaman",
        )
        return super().get_queryset(request).defer(*rahasia)

    def sebutan(self, obj: EvaluasiPeriodik) -> str:
        """Whose evaluation of which period."""
        return f"{obj.pegawai} · {obj.periode}"

    @admin.display(description=_("predikat"))
    def hasil_predikat(self, obj: EvaluasiPeriodik) -> str:
        return obj.get_predikat_display() if _disampaikan(obj) else "–"

    @admin.display(description=_("hasil kerja"))
    def hasil_kerja(self, obj: EvaluasiPeriodik) -> str:
        return obj.get_rating_hasil_display() if _disampaikan(obj) else "–"

    @admin.display(description=_("perilaku kerja"))
    def perilaku(self, obj: EvaluasiPeriodik) -> str:
        return obj.get_rating_perilaku_display() if _disampaikan(obj) else "–"


def _disampaikan(obj: EvaluasiPeriodik) -> bool:
    return obj.status in DISAMPAIKAN
