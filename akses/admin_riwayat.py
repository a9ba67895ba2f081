"""The page of a record's history in the web admin, and taking a single former value back from it."""

from typing import Any, cast

import pghistory
from django import forms
from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import flatten, unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import UnfoldAdminTextareaWidget

from akses.jejak import Sumber, halaman, nilai_lama, teks_nilai
from akses.pengamat import catat_lihat
from inti.jejak import model_jejak

CATATAN_MAKS = 100


class FormAlasan(forms.Form):
    """Why a value is taken back; the history keeps it."""

    alasan = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=500,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text=gettext_lazy("Tersimpan dalam riwayat dan terbaca oleh siapa pun yang membacanya."),
        error_messages={"required": gettext_lazy("Tulis alasannya.")},
    )


class RiwayatTerbaca:
    """History as sentences where the database keeps one, else the list of what was done on this page."""

    object_history_template = "admin/riwayat.html"
    medan_rahasia: tuple[str, ...] = ()

    def rahasia(self, request: HttpRequest, obj: Any) -> frozenset[str]:
        """Fields of `obj` whose values this person may not read."""
        return frozenset(self.medan_rahasia)

    def jejak_terkait(self, request: HttpRequest, obj: Any) -> list[Sumber]:
        """Records that hang on `obj` and whose history its reader may read with it."""
        return []

    def get_urls(self) -> list[URLPattern]:
        """The pages of the admin and the one that takes a value back."""
        admin = cast(Any, self)
        semua: list[URLPattern] = cast(Any, super()).get_urls()
        if model_jejak(admin.model) is None:
            return semua
        alamat = path(
            "<path:object_id>/history/<int:jejak>/<slug:bidang>/",
            admin.admin_site.admin_view(self.kembalikan),
            name=f"{admin.opts.app_label}_{admin.opts.model_name}_kembalikan",
        )
        return [alamat, *semua]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """The newest events, twenty on a page; the number of queries does not depend on how many there are."""
        admin = cast(Any, self)
        obj = admin.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        if not admin.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        if jenis := admin.jenis_dilihat(request, obj):
            catat_lihat(request, obj, jenis)
        konteks = {
            **admin.admin_site.each_context(request),
            "opts": admin.opts,
            "title": _("Riwayat perubahan"),
            "subtitle": admin.sebutan(obj),
            "original": obj,
            **self._isi(request, obj),
            **(extra_context or {}),
        }
        return TemplateResponse(request, self.object_history_template, konteks)

    def _isi(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        admin = cast(Any, self)
        if model_jejak(admin.model) is None:
            return {"catatan": self._catatan_admin(obj)}
        sumber = [
            Sumber(admin.model, [obj.pk], self.rahasia(request, obj)),
            *self.jejak_terkait(request, obj),
        ]
        return {
            "jejak": halaman(sumber, request.GET.get("sebelum", "")),
            "lanjutan": "sebelum" in request.GET,
            "dapat": self._dapat_dikembalikan(request, obj),
            "nama_kembalikan": f"admin:{admin.opts.app_label}_{admin.opts.model_name}_kembalikan",
        }

    def _catatan_admin(self, obj: Any) -> list[LogEntry]:
        catatan = LogEntry.objects.filter(
            content_type__app_label=obj._meta.app_label,
            content_type__model=obj._meta.model_name,
            object_id=str(obj.pk),
        ).select_related("user__pegawai", "content_type")
        return list(catatan.order_by("-action_time")[:CATATAN_MAKS])

    def _dapat_dikembalikan(self, request: HttpRequest, obj: Any) -> frozenset[str]:
        """Fields this person changes on the record's page."""
        admin = cast(Any, self)
        if not admin.has_change_permission(request, obj):
            return frozenset()
        isian = set(flatten([b for _j, isi in admin.get_fieldsets(request, obj) for b in isi["fields"]]))
        return frozenset(isian - set(admin.get_readonly_fields(request, obj)) - self.rahasia(request, obj))

    # --- taking a value back --------------------------------------------------------------------------------
    def kembalikan(self, request: HttpRequest, object_id: str, jejak: int, bidang: str) -> HttpResponse:
        """GET: both values and the reason asked. POST: the former value, judged as if it had been typed."""
        admin = cast(Any, self)
        obj = admin.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        if not admin.has_change_permission(request, obj):
            raise PermissionDenied
        if bidang not in self._dapat_dikembalikan(request, obj):
            raise Http404
        lama = self._lama(obj, jejak, bidang)
        medan = obj._meta.get_field(bidang)
        konteks = {
            "medan": medan.verbose_name,
            "kini": teks_nilai(medan, getattr(obj, medan.attname)),
            "lama": teks_nilai(medan, lama),
        }
        form = FormAlasan(request.POST if request.method == "POST" else None)
        if form.is_valid():
            konteks["galat"] = self._pulihkan(request, obj, bidang, lama, form.cleaned_data["alasan"])
            if not konteks["galat"]:
                messages.success(request, _("Nilai lama berlaku kembali. Alasannya tercatat di riwayat ini."))
                return redirect(self._alamat_riwayat(obj))
        return self._tanya(request, obj, form, konteks)

    def _tanya(self, request: HttpRequest, obj: Any, form: FormAlasan, isi: dict[str, Any]) -> HttpResponse:
        admin = cast(Any, self)
        konteks = {
            **admin.admin_site.each_context(request),
            "opts": admin.opts,
            "title": _("Kembalikan nilai lama"),
            "subtitle": admin.sebutan(obj),
            "original": obj,
            "form": form,
            "kembali": self._alamat_riwayat(obj),
            **isi,
        }
        return TemplateResponse(request, "admin/kembalikan.html", konteks)

    def _lama(self, obj: Any, jejak: int, bidang: str) -> Any:
        try:
            return nilai_lama(obj, jejak, bidang)
        except LookupError:
            raise Http404 from None

    def _alamat_riwayat(self, obj: Any) -> str:
        return reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_history", args=[obj.pk])

    def _pulihkan(self, request: HttpRequest, obj: Any, bidang: str, lama: Any, alasan: str) -> list[str]:
        """Save the former value through the form of the record's page; what its rules say against it."""
        admin = cast(Any, self)
        kelas = admin.get_form(request, obj, change=True)
        # Every field keeps its value, this one its former; nothing is read from what was posted.
        form = kelas(
            data=dict.fromkeys(kelas.base_fields, ""), instance=obj, initial={"alasan": alasan, bidang: lama}
        )
        for isian in form.fields.values():
            isian.disabled = True
        if not form.is_valid():
            return [str(g) for semua in form.errors.values() for g in semua]
        try:
            with transaction.atomic():
                pghistory.context(alasan=alasan, aksi="kembalikan")
                admin.save_model(request, form.save(commit=False), form, True)
                admin.log_change(request, obj, f"{obj._meta.get_field(bidang).verbose_name}: {alasan}")
        except IntegrityError:
            return [_("Nilai lama bertentangan dengan data yang ada sekarang.")]
        return []
