"""Results from before Kinerja: they come by import; a single mistake is mended here with its reason."""

from datetime import date
from typing import Any, ClassVar

import pghistory
from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from akses.admin.pegawai import SaringUnit
from akses.admin_dasar import AdminTerbatas
from akses.admin_ekspor import Kolom, label_sql, nama_lengkap_sql
from akses.enums import Izin
from akses.models import JenisLihat
from penilaian.aturan.predikat import predikat_kinerja
from penilaian.enums import PilihanPredikat, PilihanRating
from penilaian.forms_lampau import FormKoreksi
from penilaian.models import RiwayatKinerjaPeriodik, RiwayatSKP
from penilaian.services.lampau import tahun_tercatat

PENILAI = (
    ("penilai_status", "penilai_nip"),
    ("penilai_nama", "penilai_golongan"),
    ("penilai_jabatan", "penilai_unit"),
)


class SaringTahun(admin.SimpleListFilter):
    """The years there are, found in the index."""

    title = _("tahun")
    parameter_name = "tahun"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(t), str(t)) for t in tahun_tercatat(model_admin.model)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """That year; nonsense in the address finds nothing."""
        if not self.value():
            return queryset
        return queryset.filter(tahun=int(self.value())) if self._kenal() else queryset.none()

    def _kenal(self) -> bool:
        return self.value() in {nilai for nilai, _label in self.lookup_choices}


class SaringUnitKini(SaringUnit):
    """The unit in which the person sits today."""

    jalur = "pegawai__atasan__unit__path"


class AdminLampau(AdminTerbatas):
    """Rows of one kind within the scope. Person and period never change; whoever may import may correct."""

    jenis_lihat = JenisLihat.HASIL
    izin_ubah = Izin.PEGAWAI_IMPOR
    form = FormKoreksi
    teks_kosong = _("Belum ada. Impor dari SIASN atau e-Kinerja lewat Impor berkas.")
    list_select_related = ("pegawai",)
    list_filter = (SaringTahun, "predikat", SaringUnitKini)
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    ordering = ("id",)
    tetap: ClassVar[tuple[str, ...]] = ("pegawai", "tahun_nilai", "predikat", "sumber", "siasn_id")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Whose and when; the label follows from the ratings."""
        return self.tetap

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("pegawai")

    def sebutan(self, obj: Any) -> str:
        """Whose result of which time."""
        return f"{obj.pegawai} · {obj}"

    def masa_ekspor(self) -> list[Kolom]:
        """The columns that say of which time a row is."""
        return [(_("Tahun"), F("tahun"))]

    def kolom_ekspor(self, request: HttpRequest) -> list[Kolom]:
        """Everything, with headings that the import knows; PostgreSQL writes it by itself."""
        return [
            (_("NIP"), F("pegawai__nip")),
            (_("Nama"), nama_lengkap_sql("pegawai__")),
            *self.masa_ekspor(),
            (_("Hasil kerja"), label_sql("rating_hasil", PilihanRating.choices)),
            (_("Perilaku kerja"), label_sql("rating_perilaku", PilihanRating.choices)),
            (_("Predikat"), label_sql("predikat", PilihanPredikat.choices)),
            (_("Status penilai"), F("penilai_status")),
            (_("NIP penilai"), F("penilai_nip")),
            (_("Nama penilai"), F("penilai_nama")),
            (_("Golongan penilai"), F("penilai_golongan")),
            (_("Jabatan penilai"), F("penilai_jabatan")),
            (_("Unit penilai"), F("penilai_unit")),
            (_("Jabatan"), F("jabatan")),
            (_("Unit kerja"), F("unit")),
            (_("ID riwayat"), F("siasn_id")),
            (_("Berkas sumber"), F("berkas")),
            (_("Dicatat pada"), F("dicatat_pada")),
        ]

    @admin.display(description=_("tahun"))
    def tahun_nilai(self, obj: Any) -> str:
        """The year, which is no amount."""
        return str(obj.tahun)

    @admin.display(description=_("sumber"))
    def sumber(self, obj: Any) -> str:
        """The file it came from, and when."""
        hari = f"{obj.dicatat_pada:%d-%m-%Y}"
        return f"{obj.berkas} · {hari}" if obj.berkas else hari

    def hari(self, obj: Any) -> date:
        """The day whose matrix counts."""
        return date(obj.tahun, 12, 31)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """With the label that the ratings give, and the reason in the history."""
        obj.predikat = int(predikat_kinerja(obj.rating_hasil, obj.rating_perilaku, self.hari(obj)))
        pghistory.context(alasan=form.cleaned_data.get("alasan", ""))
        super().save_model(request, obj, form, change)


@admin.register(RiwayatSKP)
class RiwayatSKPAdmin(AdminLampau):
    """Yearly results."""

    izin_lihat = Izin.TAHUNAN_LIHAT
    list_display = (
        "pegawai",
        "tahun",
        "predikat",
        "rating_hasil",
        "rating_perilaku",
        "penilai_nama",
        "berkas",
    )
    urutan_temuan = ("pegawai__nama", "-tahun", "id")
    fields = (
        "pegawai",
        ("tahun_nilai", "predikat"),
        ("rating_hasil", "rating_perilaku"),
        ("jabatan", "unit"),
        *PENILAI,
        ("sumber", "siasn_id"),
        "alasan",
    )


@admin.register(RiwayatKinerjaPeriodik)
class RiwayatKinerjaPeriodikAdmin(AdminLampau):
    """Results of months and quarters."""

    izin_lihat = Izin.EVALUASI_LIHAT
    list_display = (
        "pegawai",
        "tahun",
        "masa",
        "predikat",
        "rating_hasil",
        "rating_perilaku",
        "penilai_nama",
        "berkas",
    )
    urutan_temuan = ("pegawai__nama", "-tahun", "bulan_mulai", "id")
    tetap = (*AdminLampau.tetap, "masa", "jenis")
    fields = (
        "pegawai",
        ("tahun_nilai", "masa", "jenis"),
        "predikat",
        ("rating_hasil", "rating_perilaku"),
        ("koefisien", "persentase", "angka_kredit"),
        ("jabatan", "unit"),
        *PENILAI,
        ("sumber", "siasn_id"),
        "alasan",
    )

    def masa_ekspor(self) -> list[Kolom]:
        """Year and months, and what else a period has."""
        return [
            *super().masa_ekspor(),
            (_("Bulan mulai"), F("bulan_mulai")),
            (_("Bulan selesai"), F("bulan_selesai")),
            (_("Koefisien"), F("koefisien")),
            (_("Persentase"), F("persentase")),
            (_("Angka kredit"), F("angka_kredit")),
        ]

    @admin.display(description=_("masa"))
    def masa(self, obj: RiwayatKinerjaPeriodik) -> str:
        """Its months."""
        return obj.nama

    def hari(self, obj: Any) -> date:
        """A day of its last month."""
        return date(obj.tahun, obj.bulan_selesai, 28)
