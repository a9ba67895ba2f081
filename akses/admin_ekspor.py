"""“Ekspor daftar ini”: every list of the web admin as a file, as filtered, searched and sorted, and logged."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from html import unescape
from typing import Any, cast
from urllib.parse import unquote_plus
from uuid import UUID

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import label_for_field
from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Concat
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from akses.models import CatatanEkspor
from inti.ekspor import CSV, XLSX
from inti.ekspor_alir import (
    XLSX_MAKS,
    Daftar,
    SedangPenuh,
    TerlaluPanjang,
    kalimat_sedang_penuh,
    kalimat_terlalu_panjang,
    kirim,
    kirim_baris,
    kirim_lembar,
    tupel,
)
from pegawai.models import Pegawai

Kolom = tuple[Any, Any]  # heading, and an expression, a column of the list, or a reader of rows


def nama_lengkap_sql(jalur: str = "") -> Any:
    """The name with titles of the person at `jalur`, by SQL; see Pegawai.nama_lengkap."""
    depan, belakang = F(f"{jalur}gelar_depan"), F(f"{jalur}gelar_belakang")
    return Concat(
        Case(When(~Q(**{f"{jalur}gelar_depan": ""}), then=Concat(depan, Value(" "))), default=Value("")),
        F(f"{jalur}nama"),
        Case(
            When(~Q(**{f"{jalur}gelar_belakang": ""}), then=Concat(Value(", "), belakang)), default=Value("")
        ),
        output_field=models.CharField(),
    )


def label_sql(nama: str, pilihan: Sequence[tuple[Any, Any]]) -> Any:
    """The words of a choice instead of its code."""
    kata = [When(**{nama: nilai}, then=Value(str(label))) for nilai, label in pilihan]
    return Case(*kata, default=Value(""), output_field=models.CharField())


def bila(syarat: Q, nama: str) -> Any:
    """The column where the condition holds, else nothing."""
    if syarat == Q():
        return F(nama)
    return Case(When(syarat, then=F(nama)), default=Value(""), output_field=models.CharField())


def bidang_sql(model: type[models.Model], nama: str) -> Any:
    """A column that PostgreSQL can write by itself, or None."""
    try:
        bidang: Any = model._meta.get_field(nama)
    except FieldDoesNotExist:
        return None
    if bidang.is_relation or isinstance(bidang, models.JSONField):
        return None
    if bidang.flatchoices:
        return label_sql(nama, bidang.flatchoices)
    if isinstance(bidang, models.BooleanField):
        return label_sql(nama, [(True, _("Ya")), (False, _("Tidak"))])
    return F(nama)


def _polos(nilai: Any) -> Any:
    """What a column shows on the page, without its looks."""
    if isinstance(nilai, bool):
        return _("Ya") if nilai else _("Tidak")
    if isinstance(nilai, SafeString):
        nilai = unescape(strip_tags(nilai))
    return "" if nilai == "–" else nilai


def _pembaca(halaman: Any, nama: str) -> Callable[[Any], Any]:
    if callable(cara := getattr(halaman, nama, None)):
        return lambda baris: _polos(cara(baris))
    try:
        bidang: Any = halaman.model._meta.get_field(nama)
    except FieldDoesNotExist:
        return lambda baris: _polos(getattr(baris, nama))
    if pilihan := dict(bidang.flatchoices or ()):
        return lambda baris: str(pilihan.get(getattr(baris, nama), getattr(baris, nama) or ""))
    return lambda baris: _polos(getattr(baris, nama))


def _milik_orang(model: type[models.Model], nama: str) -> bool:
    """Whether the column names a person: people share names, so their NIP stands beside them."""
    try:
        return model._meta.get_field(nama).related_model is Pegawai
    except FieldDoesNotExist:
        return False


def _nip(nama: str) -> Callable[[Any], Any]:
    return lambda baris: (orang.nip or "") if (orang := getattr(baris, nama)) else ""


class Terekspor:
    """The part of an admin page that writes its list to a file."""

    bukan_ekspor: tuple[str, ...] = ()  # columns of the list that are no data

    def kolom_ekspor(self, request: HttpRequest) -> list[Kolom]:
        """Headings with expressions or readers; those of the list unless a page says otherwise."""
        kolom: list[Kolom] = []
        for nama in self.get_list_display(request):  # type: ignore[attr-defined]
            if nama == "action_checkbox" or nama in self.bukan_ekspor:
                continue
            judul = str(label_for_field(nama, self.model, model_admin=cast(Any, self)))  # type: ignore[attr-defined]
            judul = judul[:1].upper() + judul[1:]
            if _milik_orang(self.model, nama):  # type: ignore[attr-defined]
                kolom.append((f"NIP {judul.lower()}", _nip(nama)))
            kolom.append((judul, nama))
        return kolom

    def _ungkapan_ekspor(self, kolom: Sequence[Kolom]) -> list[Any]:
        """The columns as expressions, or nothing when one of them must be read by Python."""
        semua = []
        for _judul, isi in kolom:
            if isinstance(isi, str) and not callable(getattr(self, isi, None)):
                isi = bidang_sql(self.model, isi)  # type: ignore[attr-defined]
            if not hasattr(isi, "resolve_expression"):
                return []
            semua.append(isi)
        return semua

    def alamat_ekspor(self) -> list[Any]:
        """The address of the download."""
        nama = f"{self.opts.app_label}_{self.opts.model_name}_ekspor"  # type: ignore[attr-defined]
        view = self.admin_site.admin_view(require_POST(self.ekspor_view))  # type: ignore[attr-defined]
        return [path("ekspor/", view, name=nama)]

    def ekspor_view(self, request: HttpRequest) -> HttpResponseBase:
        """The list as a file; a list too long for a sheet comes back with a sentence."""
        if not self.has_view_permission(request):  # type: ignore[attr-defined]
            raise PermissionDenied
        kembali = request.get_full_path().replace("/ekspor/", "/", 1)
        try:
            daftar = self._susun_ekspor(request)
        except IncorrectLookupParameters:
            return redirect(request.path.replace("/ekspor/", "/", 1))
        format_ = CSV if request.POST.get("format") == CSV else XLSX
        nama = str(self.opts.verbose_name_plural).replace(" ", "-")  # type: ignore[attr-defined]
        label = str(self.opts.label_lower)  # type: ignore[attr-defined]
        jawaban = kirim_tercatat(request, daftar, nama, label, format_)
        return jawaban or redirect(kembali)

    def _susun_ekspor(self, request: HttpRequest) -> Daftar:
        request.tanpa_halaman = True  # type: ignore[attr-defined]
        queryset = self.get_changelist_instance(request).queryset  # type: ignore[attr-defined]
        kolom = self.kolom_ekspor(request)
        judul = tuple(j for j, _isi in kolom)
        if ungkapan := self._ungkapan_ekspor(kolom):
            return Daftar(judul, tupel(queryset, ungkapan))
        return Daftar(judul, queryset, tuple(i if callable(i) else _pembaca(self, i) for _j, i in kolom))


def kirim_tercatat(
    request: HttpRequest, daftar: Daftar, nama: str, label: str, format_: str
) -> HttpResponseBase | None:
    """The download with its entry in the log; None when it was refused and the reader told why."""
    nama = f"{nama}-{timezone.localdate():%Y-%m-%d}"
    pk = catat_mulai(request, label, f"{nama}.{format_}")
    try:
        return kirim(daftar, nama, format_, partial(catat_selesai, pk))
    except TerlaluPanjang:
        _ditolak(request, pk, kalimat_terlalu_panjang())
    except SedangPenuh:
        _ditolak(request, pk, kalimat_sedang_penuh())
    return None


def kirim_baris_tercatat(
    request: HttpRequest, semua: models.QuerySet[Any], judul: Sequence[Any], baris: Iterable[Any], nama: str
) -> HttpResponseBase | None:
    """The list of a page outside the admin's lists: rows made from `semua`, logged; None when refused.

    The format is what the form sends (`format`), XLSX unless it says CSV.
    """
    format_ = CSV if request.POST.get("format") == CSV else XLSX
    nama = f"{nama}-{timezone.localdate():%Y-%m-%d}"
    pk = catat_mulai(request, str(semua.model._meta.label_lower), f"{nama}.{format_}")
    kepala, selesai = [str(j) for j in judul], partial(catat_selesai, pk)
    try:
        if format_ == CSV:
            return kirim_baris(kepala, baris, nama, selesai)
        if semua.order_by()[XLSX_MAKS : XLSX_MAKS + 1]:
            raise TerlaluPanjang
        return kirim_lembar(kepala, baris, nama, selesai)
    except TerlaluPanjang:
        _ditolak(request, pk, kalimat_terlalu_panjang())
    except SedangPenuh:
        _ditolak(request, pk, kalimat_sedang_penuh())
    return None


def _ditolak(request: HttpRequest, pk: UUID, sebab: str) -> None:
    catat_batal(pk)
    messages.error(request, sebab)


def catat_mulai(request: Any, label: str, berkas: str) -> UUID:
    """Note who takes what along, before the first row leaves."""
    saringan = unquote_plus(request.GET.urlencode()).replace("\x00", "")
    satu = CatatanEkspor.objects.create(
        akun=request.user, daftar=label, berkas=berkas, saringan=saringan[:1000]
    )
    return satu.pk


def catat_selesai(pk: UUID, banyak: int | None) -> None:
    """Note how many rows left; without a number it was broken off."""
    CatatanEkspor.objects.filter(pk=pk).update(jumlah=banyak, selesai=timezone.now())


def catat_batal(pk: UUID) -> None:
    """An export that was refused before its first row is none."""
    CatatanEkspor.objects.filter(pk=pk).delete()
