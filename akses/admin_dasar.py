"""The base of every page of the web admin: rows, choices and actions through the permission matrix."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.admin import ShowFacets, display
from django.contrib.admin.utils import flatten
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import IntegrityError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.admin import ModelAdmin, StackedInline
from unfold.widgets import UnfoldAdminTextInputWidget

from akses.admin_daftar import DaftarRingkas
from akses.admin_ekspor import Terekspor
from akses.admin_izin import penjaga
from akses.admin_riwayat import RiwayatTerbaca
from akses.admin_saringan import Tersaring
from akses.enums import Izin
from akses.models import JenisLihat
from akses.pengamat import catat_lihat
from inti.istilah import bantuan
from inti.paginasi import PaginatorTanpaHitung
from pegawai.services.cari import cari_orang

# What Django's filters append to the name of their column.
BANDING = ("", "exact", "in", "isnull", "id__exact", "pk__exact", "gte", "lt")


class PilihCari(AutocompleteSelect):
    """A choice found by searching; a forged key that is no key at all chooses nothing."""

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> Any:
        """As Django's; an empty field says how it is filled."""
        return super().build_attrs(base_attrs, extra_attrs) | {"data-placeholder": _("Ketik untuk mencari")}

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        """As Django's, for the values that can be keys."""
        return super().optgroups(name, [v for v in value if self._kunci(v)], attr)

    def _kunci(self, nilai: Any) -> bool:
        try:
            self.field.target_field.to_python(nilai)
        except ValidationError:
            return False
        return True


class PilihanTerbatas:
    """Choices of foreign keys only within the scope, without buttons that lead elsewhere; help from the glossary."""

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **lain: Any) -> Any:
        """As Django's; fields without a help text of their own say what the glossary says."""
        return super().get_form(request, obj, change=change, **self._berbantuan(lain))

    def get_formset(self, request: HttpRequest, obj: Any = None, **lain: Any) -> Any:
        """The same for rows inside another page."""
        return super().get_formset(request, obj, **self._berbantuan(lain))

    def _berbantuan(self, lain: dict[str, Any]) -> dict[str, Any]:
        meta = getattr(self.form, "_meta", None)
        sendiri = getattr(meta, "help_texts", None) or {}
        return {"help_texts": bantuan(self.model) | sendiri} | lain

    # Foreign key → permission its choices need; others are what the related page shows him.
    izin_pilihan: Mapping[str, Izin] = {}

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **lain: Any) -> Any:
        """The field, with the choices this person may name."""
        induk = self.admin_site._registry.get(db_field.related_model)
        qs = induk.get_queryset(request) if induk else db_field.related_model._default_manager.none()
        if db_field.name in self.izin_pilihan:
            qs = penjaga(request).saring(qs, self.izin_pilihan[db_field.name])
        if db_field.name in self.get_autocomplete_fields(request):
            lain.setdefault("widget", PilihCari(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **{"queryset": qs, **lain})

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **lain: Any) -> Any:
        """Nothing is chosen beforehand where the model itself names no usual value; blank says so."""
        if not db_field.has_default() or db_field.blank:
            kosong = [("", _("Tidak diisi") if db_field.blank else _("Pilih"))]
            lain.setdefault("choices", db_field.get_choices(include_blank=True, blank_choice=kosong))
        return super().formfield_for_choice_field(db_field, request, **lain)

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **lain: Any) -> Any:
        """As Django's, but choosing something does not offer to change, add or remove it."""
        if isinstance(db_field, models.URLField):
            lain.setdefault("assume_scheme", "https")
        if isinstance(db_field, models.DecimalField):
            lain |= {"localize": True, "widget": UnfoldAdminTextInputWidget({"inputmode": "decimal"})}
        bidang = super().formfield_for_dbfield(db_field, request, **lain)
        if bidang and type(db_field) is models.DateField:
            bidang.widget.attrs["placeholder"] = _("hh-bb-tttt")
        for tombol in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
            if bidang and hasattr(bidang.widget, tombol):
                setattr(bidang.widget, tombol, False)
        return bidang


class AdminTerbatas(Tersaring, Terekspor, RiwayatTerbaca, PilihanTerbatas, ModelAdmin):
    """Rows through `izin_lihat`; changing needs `izin_ubah` on the row itself; nothing else is asked.

    `acuan` marks reference data that belongs to nobody: whoever holds the permission somewhere sees it all.
    """

    izin_lihat: Izin
    izin_ubah: Izin | None = None
    izin_tambah: Izin | None = None
    izin_hapus: Izin | None = None
    acuan = False

    paginator: type[Paginator] = PaginatorTanpaHitung
    show_full_result_count = False
    show_facets = ShowFacets.NEVER
    list_per_page = 25
    list_max_show_all = 0
    list_disable_select_all = True
    actions_selection_counter = False
    sortable_by: tuple[str, ...] = ()
    change_list_template = "admin/daftar.html"
    teks_kosong: Any = gettext_lazy("Belum ada data.")
    teks_tambah: Any = gettext_lazy("Tambah")
    pengantar: Any = ""  # one sentence above the list: what stands here, or where to begin
    cari_lewat = ""  # path to the person that a search looks for
    urutan_temuan: tuple[str, ...] = ()
    kolom_baca: tuple[str, ...] = ()  # what a list reads of wide tables; all columns when empty

    # --- rows -------------------------------------------------------------------------------------------
    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Through the permission."""
        qs = super().get_queryset(request)
        jaga = penjaga(request)
        if not jaga.punya(self.izin_lihat):
            return qs.none()
        return qs if self.acuan else jaga.saring(qs, self.izin_lihat)

    def get_changelist(self, request: HttpRequest, **lain: Any) -> type[DaftarRingkas]:
        return DaftarRingkas

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Any], search_term: str
    ) -> tuple[models.QuerySet[Any], bool]:
        """NIP by its beginning, names by words, also mistyped; all indexed."""
        kata = search_term.replace("\x00", "").strip()
        return (self.cari(queryset, kata) if kata else queryset), False

    def cari(self, queryset: models.QuerySet[Any], kata: str) -> models.QuerySet[Any]:
        """What a search for `kata` leaves of `queryset`."""
        return cari_orang(queryset, kata, self.cari_lewat)

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        """Only what a filter offers, compared with the value itself.

        A filter on a foreign key must not lead further: `siklus__skp__evaluasi__rating_hasil=3` would let
        somebody who may read the years guess drafts, value by value.
        """
        saringan = self.get_list_filter(request) if request else self.list_filter
        nama = [getattr(s, "parameter_name", s) for s in saringan]
        boleh = {n if not b else f"{n}__{b}" for n in nama for b in BANDING}
        return lookup in boleh

    def to_field_allowed(self, request: HttpRequest, to_field: str) -> bool:
        return to_field in {"pk", self.opts.pk.name}

    def get_ordering(self, request: HttpRequest) -> Any:
        """Large tables are read along their key; what a search found is few and in a reader's order."""
        return (
            self.urutan_temuan
            if self.urutan_temuan and request.GET.get("q")
            else super().get_ordering(request)
        )

    # --- permissions ------------------------------------------------------------------------------------
    def has_module_permission(self, request: HttpRequest) -> bool:
        return penjaga(request).punya(self.izin_lihat)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None or self.acuan:
            return penjaga(request).punya(self.izin_lihat)
        return self._atas(request, self.izin_lihat, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return penjaga(request).punya(self.izin_tambah)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request, self.izin_ubah, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request, self.izin_hapus, obj)

    def terbuka_untuk_diubah(self, obj: Any) -> bool:
        """Whether the state of the object lets it be changed at all."""
        return True

    def _boleh(self, request: HttpRequest, izin: Izin | None, obj: Any) -> bool:
        if izin is None:
            return False
        if obj is None or self.acuan:
            return penjaga(request).punya(izin) and (obj is None or self.terbuka_untuk_diubah(obj))
        return self._atas(request, izin, obj) and self.terbuka_untuk_diubah(obj)

    def _atas(self, request: HttpRequest, izin: Izin | None, obj: Any) -> bool:
        """Asked once per request and object: forms and templates ask often."""
        jawaban = request.__dict__.setdefault("_izin_atas", {})
        kunci = (izin, type(obj), obj.pk)
        if kunci not in jawaban:
            jawaban[kunci] = penjaga(request).punya_atas(izin, obj)
        return bool(jawaban[kunci])

    # --- pages ------------------------------------------------------------------------------------------
    def get_urls(self) -> list[Any]:
        """As Django's, and the list as a file."""
        return [*self.alamat_ekspor(), *super().get_urls()]

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> Any:
        """What is not there and what he may not see are the same."""
        raise Http404

    def changeform_view(self, request: HttpRequest, *isi: Any, **lain: Any) -> HttpResponse:
        """As Django's; what only the database could refuse becomes a sentence."""
        try:
            return super().changeform_view(request, *isi, **lain)
        except IntegrityError:
            messages.error(
                request,
                _(
                    "Belum tersimpan: isian ini bertentangan dengan data yang baru saja berubah. Periksa lagi."
                ),
            )
            return redirect(request.path)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """As Django's; a row that something else needs stays, and the page says so."""
        try:
            with transaction.atomic():
                return super().delete_view(request, object_id, self._judul_hapus(request, object_id))
        except IntegrityError:
            messages.error(request, _("Tidak dapat dihapus: masih dipakai oleh data lain."))
            return redirect(request.path.removesuffix("delete/") + "change/")

    def _judul_hapus(self, request: HttpRequest, object_id: str) -> dict[str, Any]:
        obj = self.get_object(request, object_id)
        judul = _("Hapus %(jenis)s") % {"jenis": self.opts.verbose_name}
        return {"title": judul, "subtitle": self.sebutan(obj) if obj else ""}

    jenis_lihat: JenisLihat | None = None

    def jenis_dilihat(self, request: HttpRequest, obj: Any) -> JenisLihat | None:
        """What is sensitive on the page of `obj` as this person sees it; None when nothing is."""
        return self.jenis_lihat

    def sebutan(self, obj: Any) -> str:
        """What the heading of a record calls it."""
        return str(obj)

    def render_change_form(self, request: HttpRequest, context: Any, *isi: Any, **lain: Any) -> HttpResponse:
        """With a heading that a person can read."""
        obj = lain.get("obj")
        if obj is not None and (jenis := self.jenis_dilihat(request, obj)):
            catat_lihat(request, obj, jenis)
        if obj is not None:
            context["subtitle"] = self.sebutan(obj)
        elif lain.get("add"):
            context["title"] = _("Tambah %(jenis)s") % {"jenis": self.opts.verbose_name}
        return super().render_change_form(request, context, *isi, **lain)

    def get_action_choices(self, request: HttpRequest, default_choices: Any = None) -> list[Any]:
        """Nothing chosen first."""
        return super(ModelAdmin, self).get_action_choices(request, [("", _("Pilih tindakan"))])

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """No deleting of many at once."""
        aksi = super().get_actions(request)
        aksi.pop("delete_selected", None)
        return aksi


class BacaSaja(AdminTerbatas):
    """What a workflow or the schedule rules: read here, changed there."""

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Everything."""
        return flatten(self.fields or ())

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class BarisTerbatas(PilihanTerbatas, StackedInline):
    """Rows inside another page: as far as `izin_ubah` on the parent and on the rows goes."""

    izin_ubah: Izin
    extra = 0
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        """Only rows he may change; the parent's own page shows the rest."""
        return penjaga(request).saring(super().get_queryset(request), self.izin_ubah)

    def _boleh(self, request: HttpRequest, obj: Any) -> bool:
        induk = self.admin_site._registry[self.parent_model]
        if obj is None:
            return penjaga(request).punya(self.izin_ubah)
        return induk.has_change_permission(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request, obj)


class BarisBaca(PilihanTerbatas, StackedInline):
    """Rows inside another page, to read; the parent was fetched through the permission."""

    extra = max_num = 0
    can_delete = False
    show_change_link = False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Everything."""
        return flatten(self.fields or ())

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class BarisRiwayat(BarisBaca):
    """The moves of a record: when, by whom, from which status to which; in words, not codes."""

    status: type[models.TextChoices]
    template = "admin/sisip_riwayat.html"
    fields: Any = ("pada", "pelaku", "peralihan", "catatan")
    verbose_name_plural = gettext_lazy("riwayat")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).select_related("oleh")

    @display(description=gettext_lazy("oleh"))
    def pelaku(self, obj: Any) -> str:
        """Who moved it; nobody means the schedule."""
        return str(obj.oleh) if obj.oleh else _("Jadwal otomatis")

    @display(description=gettext_lazy("perubahan"))
    def peralihan(self, obj: Any) -> str:
        """From which status to which; a step that leaves the status as it is says so."""
        label = dict(self.status.choices)
        if obj.dari == obj.ke:
            return _("Tetap: %(status)s") % {"status": label.get(obj.ke, obj.ke)}
        ke = label.get(obj.ke, obj.ke)
        return f"{label.get(obj.dari, obj.dari)} → {ke}" if obj.dari else str(ke)
