"""Accounts and dated roles."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as teks
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget

from akses.admin.aksi_akun import Aktifkan, AturUlangSandi, Nonaktifkan
from akses.admin.aksi_pegawai import AkhiriPeran
from akses.admin_aksi import AksiMassal
from akses.admin_dasar import AdminTerbatas
from akses.admin_izin import penjaga
from akses.enums import PERAN_STAF, Izin, Peran
from akses.models import Akun, PenugasanPeran
from pegawai.models import Pegawai
from pegawai.services.cari import cari_orang

if admin.site.is_registered(Group):
    admin.site.unregister(Group)  # permissions come from akses.matriks; groups would only mislead

PEKAN_HARI, SEGERA_HARI = 7, 30


@admin.register(Akun)
class AkunAdmin(AksiMassal, AdminTerbatas):
    """Logins. They are made from the list of people; passwords are never shown or typed here."""

    izin_lihat = izin_ubah = Izin.AKUN_KELOLA
    list_display = ("username", "nama", "is_active", "is_staff", "wajib_ganti_sandi", "last_login")
    list_filter = ("is_active", "is_staff", "wajib_ganti_sandi")
    list_select_related = ("pegawai",)
    search_fields = ("username", "pegawai__nama")
    search_help_text = _("NIP atau nama")
    ordering = ("username",)
    aksi_massal = (AturUlangSandi(), Aktifkan(), Nonaktifkan())
    fields = (
        "username",
        "pegawai",
        "email",
        "bahasa",
        ("is_active", "is_staff"),
        ("wajib_ganti_sandi", "last_login", "date_joined"),
        "bantuan",
    )
    readonly_fields = ("username", "pegawai", "wajib_ganti_sandi", "last_login", "date_joined", "bantuan")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The way to seeing the application as this person only for whoever may go it."""
        boleh = obj is not None and obj.pegawai and penjaga(request).punya(Izin.PENYAMARAN_MULAI)
        return self.fields if boleh else self.fields[:-1]

    @admin.display(description=_("bantuan"))
    def bantuan(self, obj: Akun) -> str:
        """The link to the page that asks for the reason."""
        alamat = reverse("admin:akses_jejakpenyamaran_mulai", args=[obj.pegawai_id])
        return format_html(
            '<a class="k-tautan" href="{}">{}</a>', alamat, teks("Lihat aplikasi sebagai orang ini")
        )

    def sumber_aksi(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The people of these accounts; the installer's belongs to nobody."""
        return Pegawai.objects.filter(akun__in=queryset.order_by())

    def get_queryset(self, request: HttpRequest) -> QuerySet[Akun]:
        """Within the scope; the installer's account only for the installer."""
        qs = super().get_queryset(request).defer("password")
        return qs if request.user.is_superuser else qs.filter(is_superuser=False)

    def cari(self, queryset: QuerySet[Any], kata: str) -> QuerySet[Any]:
        """By the beginning of the user name, or by the person's name."""
        if kata.isdigit():
            return queryset.filter(username__startswith=kata)
        return cari_orang(queryset, kata, "pegawai__")

    def sebutan(self, obj: Akun) -> str:
        """The person, and the user name."""
        return f"{obj.pegawai.nama} · {obj.username}" if obj.pegawai else obj.username

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **lain: Any) -> Any:
        """The language is chosen from those there are."""
        bidang = super().formfield_for_dbfield(db_field, request, **lain)
        if db_field.name != "bahasa":
            return bidang
        return forms.ChoiceField(
            label=bidang.label, choices=settings.LANGUAGES, widget=UnfoldAdminSelectWidget()
        )

    @admin.display(description=_("nama"))
    def nama(self, obj: Akun) -> str:
        return obj.pegawai.nama if obj.pegawai else ""


class SaringBerakhir(admin.SimpleListFilter):
    """Roles by their time."""

    title = _("masa")
    parameter_name = "masa"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("berlaku", _("Berlaku hari ini")),
            ("pekan", _("Berakhir pekan ini")),
            ("segera", _("Berakhir dalam 30 hari")),
            ("lewat", _("Sudah berakhir")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Those in force today, those of them that end soon, or those that are over."""
        hari = timezone.localdate()
        match self.value():
            case "berlaku":
                return queryset.berlaku(hari)
            case "pekan":
                return queryset.berlaku(hari).filter(selesai__lte=hari + timedelta(days=PEKAN_HARI))
            case "segera":
                return queryset.berlaku(hari).filter(selesai__lte=hari + timedelta(days=SEGERA_HARI))
            case "lewat":
                return queryset.filter(selesai__lt=hari)
        return queryset


class FormPeran(forms.ModelForm):
    """A role; nobody gives one to himself."""

    peminta: Any = None  # set for the request by the admin

    class Meta:
        model = PenugasanPeran
        fields = "__all__"  # noqa: DJ007 - the admin names the fields

    def clean(self) -> dict[str, Any]:
        """Roles of one unit name their unit; giving and having a role are two people."""
        isi = super().clean() or self.cleaned_data
        if isi.get("peran") in {Peran.PENGELOLA_OPD, Peran.PIMPINAN} and not isi.get("unit"):
            self.add_error("unit", teks("Peran ini berlaku untuk satu unit; pilih unitnya."))
        if self.peminta is not None and isi.get("pegawai") == self.peminta:
            self.add_error("pegawai", teks("Peran Anda sendiri diatur oleh pengelola lain."))
        return isi


@admin.register(PenugasanPeran)
class PenugasanPeranAdmin(AksiMassal, AdminTerbatas):
    """Roles with their time. A role ends by its date; its row stays."""

    izin_lihat = izin_ubah = izin_tambah = Izin.PERAN_KELOLA
    form = FormPeran
    list_display = ("pegawai", "peran", "unit", "mulai", "selesai", "dasar")
    list_filter = (SaringBerakhir, "peran")
    list_select_related = ("pegawai", "unit")
    autocomplete_fields = ("pegawai", "unit")
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    fields = ("pegawai", ("peran", "unit"), ("mulai", "selesai"), "dasar")
    aksi_massal = (AkhiriPeran(),)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **lain: Any) -> Any:
        """The form knows who asks."""
        form = super().get_form(request, obj, change=change, **lain)
        return type(form.__name__, (form,), {"peminta": request.pegawai})

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A role stays that of its person."""
        return ("pegawai",) if obj else ()

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Everybody's but one's own."""
        sendiri = obj is not None and request.pegawai is not None and obj.pegawai_id == request.pegawai.pk
        return not sendiri and super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Whoever gets a role of the office may enter the admin."""
        super().save_model(request, obj, form, change)
        if obj.peran in PERAN_STAF:
            Akun.objects.filter(pegawai_id=obj.pegawai_id, is_staff=False).update(is_staff=True)
