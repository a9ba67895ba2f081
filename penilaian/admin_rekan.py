"""Questions and policy about colleagues. Answers, requests and results are nowhere in the admin."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, Field, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as teks
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from akses.admin_dasar import AdminTerbatas, BacaSaja, BarisTerbatas
from akses.admin_izin import penjaga
from akses.enums import Izin
from penilaian.aturan.sebaran_rekan import kasar
from penilaian.enums import StatusTugasRekan
from penilaian.models import ButirRekan, KebijakanRekan, KuesionerRekan, TugasRekan, UndianRekan


class BarisButir(BarisTerbatas):
    """The questions of a version; of a used one to read."""

    model = ButirRekan
    izin_ubah = Izin.REKAN_KELOLA
    fields = (("urutan", "kode", "nama"), "pertanyaan", "nilai")

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **lain: Any) -> Any:
        """The values are ticked, not typed."""
        if db_field.name == "nilai":
            return forms.MultipleChoiceField(
                label=db_field.verbose_name,
                choices=db_field.base_field.choices,
                widget=UnfoldAdminCheckboxSelectMultipleWidget(),
            )
        bidang = super().formfield_for_dbfield(db_field, request, **lain)
        if db_field.name == "kode":
            bidang.help_text = _("Pendek dan tetap, tanpa spasi, misalnya tepat_janji.")
        return bidang

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Rows go with their version."""
        return super(BarisTerbatas, self).get_queryset(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return penjaga(request).punya(self.izin_ubah)


class Terpakai(AdminTerbatas):
    """What a draw has used stays as it was: write a new one."""

    izin_lihat = Izin.REKAN_KELOLA
    izin_ubah = izin_tambah = izin_hapus = Izin.REKAN_KELOLA
    acuan = True

    def terbuka_untuk_diubah(self, obj: Any) -> bool:
        """Until a period has used it."""
        return not obj.undian.exists()

    @admin.display(description=_("dipakai"), boolean=True)
    def dipakai(self, obj: Any) -> bool:
        """Whether a period has used it."""
        return not self.terbuka_untuk_diubah(obj)


@admin.register(KuesionerRekan)
class KuesionerRekanAdmin(Terpakai):
    """Versions of the questions."""

    inlines = (BarisButir,)
    list_display = ("judul", "versi", "berlaku", "dipakai")
    ordering = ("-versi",)
    fields = (("judul", "versi"), "berlaku", "skala", "tanya_teks")

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **lain: Any) -> Any:
        """With a word on how the scale is written."""
        bidang = super().formfield_for_dbfield(db_field, request, **lain)
        if db_field.name == "skala":
            bidang.help_text = _(
                "Tiga sampai lima pilihan dari yang terbaik, dipisahkan koma: Selalu, Sering, Jarang."
            )
        return bidang


@admin.register(KebijakanRekan)
class KebijakanRekanAdmin(Terpakai):
    """How many are asked and from how many answers on something is shown."""

    list_display = ("berlaku", "aktif", "diminta", "ambang", "beban_maks", "dipakai")
    ordering = ("-berlaku",)
    fields = (
        ("berlaku", "aktif"),
        ("diminta", "ambang"),
        ("beban_maks", "kolam_maks"),
        ("coret_maks", "hari_coret"),
        "dasar",
    )


@admin.register(UndianRekan)
class UndianRekanAdmin(BacaSaja):
    """The draws of the periods, with their progress in tens of percent and no other number."""

    izin_lihat = Izin.REKAN_KELOLA
    acuan = True
    list_display = ("periode", "kebijakan", "kuesioner", "coret_sampai", "jawab_dari")
    list_select_related = ("periode__siklus", "kebijakan", "kuesioner")
    ordering = ("-jawab_dari", "periode")
    fields = ("periode", ("kebijakan", "kuesioner"), ("coret_sampai", "jawab_dari"), "kemajuan")
    readonly_fields = ("kemajuan",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Everything."""
        return [*super().get_readonly_fields(request, obj), "kemajuan"]

    @admin.display(description=_("kemajuan"))
    def kemajuan(self, obj: UndianRekan) -> str:
        """The share that is done, so coarse that one answer does not show."""
        hitung = TugasRekan.objects.filter(periode=obj.pk).aggregate(
            dari=Count("pk", filter=Q(status__in=[StatusTugasRekan.MENUNGGU, StatusTugasRekan.SELESAI])),
            selesai=Count("pk", filter=Q(status=StatusTugasRekan.SELESAI)),
        )
        persen = kasar(hitung["selesai"], hitung["dari"])
        if persen is None:
            return teks("Tidak ditampilkan: terlalu sedikit, atau sudah ditutup")
        return teks("kira-kira %(n)s persen") % {"n": persen}
