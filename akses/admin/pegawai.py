"""People, their placements and whom they are assessed by."""

from typing import Any

from django.contrib import admin
from django.db.models import Exists, F, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from akses.admin.aksi_akun import Aktifkan, AturUlangSandi, BuatAkun, Nonaktifkan
from akses.admin.aksi_pegawai import BeriPeran, MutasiMassal, UsulanPenilai
from akses.admin.baris_pegawai import BarisAtasan, BarisKeadaan, BarisPangkat, BarisPenempatan
from akses.admin.form_pegawai import (
    FormAtasanSendiri,
    FormPegawai,
)
from akses.admin.gabung import HalamanGabungPegawai
from akses.admin.ganda import HalamanGandaPegawai
from akses.admin.keputusan_pensiun import HalamanKeputusanPensiun
from akses.admin.mutasi import HalamanMutasi
from akses.admin.pensiun import HalamanPensiun
from akses.admin.saring_pegawai import SaringAkun, SaringSIASN
from akses.admin.siapa_menilai import HalamanSiapaMenilai
from akses.admin_aksi import AksiMassal
from akses.admin_dasar import AdminTerbatas
from akses.admin_ekspor import Kolom, bila, label_sql, nama_lengkap_sql
from akses.admin_izin import penjaga
from akses.data_pribadi import PEMAKAIAN, PRIBADI, Tujuan, bidang_untuk
from akses.enums import Izin
from akses.hak_kelola import terbuka
from akses.jejak import Sumber
from akses.models import JenisLihat, PenugasanPeran
from inti.jalur import LANGKAH, rantai
from pegawai.enums import JenisPegawai, KedudukanHukum
from pegawai.models import (
    AtasanKhusus,
    KeadaanPegawai,
    KeputusanPensiun,
    Pegawai,
    Penempatan,
    UnitKerja,
)
from pegawai.services.atasan import hari_instansi, segarkan
from pegawai.services.keadaan import ganti_jenis, kembalikan_keadaan, terapkan_keadaan

CATATAN, EKSPOR = PEMAKAIAN[Tujuan.KEPEGAWAIAN], PEMAKAIAN[Tujuan.EKSPOR]


class SaringUnit(admin.SimpleListFilter):
    """Down the tree step by step: the uppermost units of the scope, then the way to the chosen one and its parts.

    So the list of choices stays short in a government with thousands of units.
    """

    title = _("unit kerja")
    parameter_name = "unit"
    jalur = "atasan__unit__path"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """One query; units outside the scope are not offered, whatever the address says."""
        jaga = penjaga(request)
        awal = 1 if jaga.seluruhnya(Izin.PEGAWAI_LIHAT) else 3
        dekat = self._dekat(request.GET.get("unit", ""), awal)
        terlihat = jaga.saring(UnitKerja.objects.all(), Izin.PEGAWAI_LIHAT)
        unit = terlihat.filter(dekat).values_list("path", "depth", "nama", "singkatan")
        return [
            (path, "· " * max(0, depth - 2) + (singkatan or nama)) for path, depth, nama, singkatan in unit
        ]

    def has_output(self) -> bool:
        """Also for a unit that is no choice, which then finds nothing instead of everything."""
        return self.value() is not None or super().has_output()

    @staticmethod
    def _dekat(dipilih: str, awal: int) -> Q:
        """Without a choice the top; below a single top also its departments."""
        if not dipilih or len(dipilih) % LANGKAH or not dipilih.isalnum():
            puncak_lain = UnitKerja.objects.filter(depth=1).values("pk")[1:2]
            return Q(depth__lte=awal) | (Q(depth=2) & ~Q(Exists(puncak_lain)))
        jalan = rantai(dipilih)
        return Q(path__in=jalan) | Q(path__startswith=dipilih, depth=len(jalan) + 1)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The subtree; a unit outside the scope finds nothing, because the rows are within it anyway."""
        return queryset.filter(**{f"{self.jalur}__startswith": self.value()}) if self.value() else queryset


class SaringPenilai(admin.SimpleListFilter):
    """Who has no assessor although an SKP is due."""

    title = _("pejabat penilai")
    parameter_name = "penilai"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("belum", _("Belum ada"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Those of `belum_punya_penilai`."""
        if self.value() != "belum":
            return queryset
        return queryset.belum_punya_penilai()


class SaringJejak(admin.SimpleListFilter):
    """The traces of doubles that were merged, which no list shows otherwise."""

    title = _("data yang digabung")
    parameter_name = "jejak"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("ya", _("Sudah digabung ke data lain"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The traces."""
        return queryset.filter(digabung_ke__isnull=self.value() != "ya")


@admin.register(Pegawai)
class PegawaiAdmin(
    AksiMassal,
    HalamanSiapaMenilai,
    HalamanPensiun,
    HalamanKeputusanPensiun,
    HalamanMutasi,
    HalamanGandaPegawai,
    HalamanGabungPegawai,
    AdminTerbatas,
):
    """People of the scope."""

    izin_lihat = Izin.PEGAWAI_LIHAT
    izin_ubah = izin_tambah = Izin.PEGAWAI_KELOLA
    form = FormPegawai
    inlines = (BarisPenempatan, BarisAtasan, BarisKeadaan, BarisPangkat)
    list_display = ("nama_lengkap", "nip", "jabatan", "unit", "penilai", "jenis")
    list_display_links = ("nama_lengkap",)
    list_filter = (SaringUnit, "jenis", SaringPenilai, SaringAkun, SaringSIASN, SaringJejak)
    list_select_related = (
        "atasan__unit",
        "atasan__penempatan__jabatan",
        "atasan__penilai",
    )
    kolom_baca = (
        "nip",
        "nama",
        "gelar_depan",
        "gelar_belakang",
        "jenis",
        "atasan__unit__nama",
        "atasan__unit__singkatan",
        "atasan__penempatan__jabatan__nama",
        "atasan__penilai__nama",
    )
    search_fields = ("nip", "nama")
    search_help_text = _("NIP atau nama")
    ordering = ("nama", "id")
    aksi_massal = (
        BuatAkun(),
        AturUlangSandi(),
        Aktifkan(),
        Nonaktifkan(),
        BeriPeran(),
        MutasiMassal(),
        UsulanPenilai(),
    )
    readonly_fields = ("pns_id", "hubungan")
    fieldsets = (
        (None, {"fields": ("nip", "nama", ("gelar_depan", "gelar_belakang"), ("jenis", "jenis_kelamin"))}),
        (
            _("Kedudukan, golongan, dan pendidikan"),
            {
                "fields": (
                    "kedudukan_hukum",
                    ("golongan", "tmt_golongan"),
                    ("tmt_cpns", "tmt_pns"),
                    ("pendidikan", "tahun_lulus"),
                )
            },
        ),
        (
            _("Surel dinas dan penilai"),
            {"fields": ("email_gov", "hubungan")},
        ),
    )
    fieldset_rahasia = (
        _("Data pribadi"),
        {
            "fields": (
                ("tempat_lahir", "tanggal_lahir"),
                ("nik", "npwp"),
                "alamat",
                ("nomor_hp", "email"),
                ("agama", "status_kawin"),
                ("nip_lama", "karpeg"),
                "pns_id",
            )
        },
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Pegawai]:
        """Traces of doubles only where one of them is asked for: by its address, or by the filter."""
        qs = super().get_queryset(request).defer("siasn", "alamat")
        satu = request.resolver_match and "object_id" in request.resolver_match.kwargs
        return qs if satu or SaringJejak.parameter_name in request.GET else qs.bukan_jejak()

    def kolom_ekspor(self, request: HttpRequest) -> list[Kolom]:
        """What PostgreSQL writes by itself; private columns only where he may read them of that very person."""
        kolom: list[Kolom] = [
            (_("NIP"), F("nip")),
            (_("Nama"), nama_lengkap_sql()),
            (_("Jenis pegawai"), label_sql("jenis", JenisPegawai.choices)),
            (_("Kedudukan hukum"), label_sql("kedudukan_hukum", KedudukanHukum.choices)),
            (_("Golongan"), F("golongan")),
            (_("TMT golongan"), F("tmt_golongan")),
            (_("Jabatan"), F("atasan__penempatan__jabatan__nama")),
            (_("Unit kerja"), F("atasan__unit__nama")),
            (_("NIP pejabat penilai"), F("atasan__penilai__nip")),
            (_("Pejabat penilai"), F("atasan__penilai__nama")),
        ]
        jaga = penjaga(request)
        if not jaga.punya(EKSPOR.izin):
            return kolom
        syarat = jaga.syarat(Pegawai, EKSPOR.izin)
        judul = {n: str(Pegawai._meta.get_field(n).verbose_name) for n in bidang_untuk(Tujuan.EKSPOR)}
        return kolom + [(j[:1].upper() + j[1:], bila(syarat, n)) for n, j in judul.items()]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Private data only for whoever may read that of this very person, and has his rights open."""
        dasar = super().get_fieldsets(request, obj)
        if request.method == "POST" and self._dikirim_tanpa(request, "nik"):
            return dasar  # the page on which it was typed did not show them; they stay as they are
        if obj is None:  # an empty form tells nothing
            boleh = penjaga(request).punya(CATATAN.izin)
        else:
            boleh = terbuka(request) and self._boleh_rahasia(request, obj)
        return (*dasar, self.fieldset_rahasia) if boleh else dasar

    @staticmethod
    def _dikirim_tanpa(request: HttpRequest, isian: str) -> bool:
        """Whether what is posted is the page of a person as it looks without this field."""
        nama = request.resolver_match.url_name if request.resolver_match else ""
        return nama in {"pegawai_pegawai_change", "pegawai_pegawai_add"} and isian not in request.POST

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Leave may speak of health, so it is shown with the rights open only, like private data."""
        if request.method == "POST":
            tampil = not self._dikirim_tanpa(request, "keadaan-TOTAL_FORMS")
        else:
            tampil = obj is None or terbuka(request)
        return [b for b in self.inlines if tampil or b is not BarisKeadaan]

    def _boleh_rahasia(self, request: HttpRequest, obj: Any) -> bool:
        return self._atas(request, CATATAN.izin, obj)

    def rahasia(self, request: HttpRequest, obj: Any) -> frozenset[str]:
        """Private data, unless he may read that of this very person."""
        boleh = terbuka(request) and self._boleh_rahasia(request, obj)
        return frozenset() if boleh else frozenset(PRIBADI)

    def jenis_dilihat(self, request: HttpRequest, obj: Any) -> JenisLihat | None:
        """Private data, where the page shows them."""
        return None if self.rahasia(request, obj) else JenisLihat.DATA_PRIBADI

    def jejak_terkait(self, request: HttpRequest, obj: Any) -> list[Sumber]:
        """His placements, and his roles for whoever gives roles."""
        penempatan = Sumber(Penempatan, Penempatan.objects.filter(pegawai=obj).values("pk"))
        jejak = Sumber(
            Pegawai, Pegawai.objects.filter(digabung_ke=obj).values("pk"), self.rahasia(request, obj)
        )
        pensiun = Sumber(KeputusanPensiun, KeputusanPensiun.objects.filter(pegawai=obj).values("pk"))
        if not penjaga(request).punya(Izin.PERAN_KELOLA):
            return [penempatan, jejak, pensiun]
        peran = PenugasanPeran.objects.filter(pegawai=obj).values("pk")
        return [penempatan, Sumber(PenugasanPeran, peran), jejak, pensiun]

    def teks_pilihan(self, obj: Pegawai) -> str:
        """Name and NIP: people share names."""
        return f"{obj.nama_lengkap} · {obj.nip}" if obj.nip else obj.nama_lengkap

    def terbuka_untuk_diubah(self, obj: Any) -> bool:
        """A trace stays as it was left."""
        return obj.digabung_ke_id is None

    @admin.display(description=_("nama"), ordering="nama")
    def nama_lengkap(self, obj: Pegawai) -> str:
        return obj.nama_lengkap

    @admin.display(description=_("jabatan"))
    def jabatan(self, obj: Pegawai) -> str:
        atasan = getattr(obj, "atasan", None)
        return atasan.penempatan.jabatan.nama if atasan and atasan.penempatan else ""

    @admin.display(description=_("unit kerja"))
    def unit(self, obj: Pegawai) -> str:
        atasan = getattr(obj, "atasan", None)
        return atasan.unit.sebutan if atasan and atasan.unit else ""

    @admin.display(description=_("pejabat penilai"))
    def penilai(self, obj: Pegawai) -> str:
        atasan = getattr(obj, "atasan", None)
        return atasan.penilai.nama if atasan and atasan.penilai else "–"

    @admin.display(description=_("penilai saat ini"))
    def hubungan(self, obj: Pegawai) -> str:
        """Today's assessor and where he comes from."""
        atasan = getattr(obj, "atasan", None)
        if not atasan or not atasan.penilai:
            return str(_("Belum ada pejabat penilai"))
        return f"{atasan.penilai.nama_lengkap} ({atasan.get_sumber_display()})"

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save the placements, then say anew who assesses whom."""
        super().save_related(request, form, formsets, change)
        if not change or any(f.has_changed() for f in formsets):
            for f in formsets:
                if f.model is KeadaanPegawai:
                    _ikuti_keadaan(f)
            terapkan_keadaan(hari=hari_instansi())
            segarkan()


def _ikuti_keadaan(formset: Any) -> None:
    """Undo what rows did that are gone or of another kind now; both as they were before the page was posted."""
    for form in formset.initial_forms:
        satu = form.instance
        semula = KeadaanPegawai(
            pk=satu.pk,
            pegawai_id=satu.pegawai_id,
            jenis=form.initial["jenis"],
            diterapkan_pada=satu.diterapkan_pada,
            diakhiri_pada=satu.diakhiri_pada,
        )
        if form in formset.deleted_forms:
            kembalikan_keadaan([semula])
        elif "jenis" in form.changed_data:
            ganti_jenis(semula=semula)


@admin.register(AtasanKhusus)
class AtasanKhususAdmin(AdminTerbatas):
    """All dated overrides of the scope in one list."""

    izin_lihat = Izin.PEGAWAI_LIHAT
    izin_ubah = izin_tambah = izin_hapus = Izin.PEGAWAI_KELOLA
    izin_pilihan = {"pegawai": Izin.PEGAWAI_KELOLA}
    form = FormAtasanSendiri
    list_display = ("pegawai", "penilai", "mulai", "selesai", "dasar")
    list_select_related = ("pegawai", "penilai")
    autocomplete_fields = ("pegawai", "penilai")
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    fields = ("pegawai", "penilai", ("mulai", "selesai"), "dasar")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """An override stays that of its person."""
        return ("pegawai",) if obj else ()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        segarkan()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        super().delete_model(request, obj)
        segarkan()
