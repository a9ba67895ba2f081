"""Bulk actions that say beforehand how many records change and how many are skipped and why.

What a record would be skipped for is one SQL expression per action. The page that asks counts by it, the act
locks the records, counts by it again and writes the rest: what was said and what is done cannot drift apart, and
when the data changed in between the answer says what was really done.
"""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, ClassVar
from uuid import UUID

import pghistory
from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Case, CharField, Count, Exists, Model, OuterRef, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from akses.admin_izin import Penjaga, penjaga
from akses.enums import Izin
from inti.angka import tulis_angka
from inti.terjemah import t

MAKS = 100_000  # records at once; more is no choice any more but a new policy
CONTOH = 3
WEWENANG = "wewenang"
SEBAB_UMUM = {WEWENANG: gettext_lazy("di luar wewenang Anda")}


@dataclass(frozen=True)
class Lewat:
    """Records that are skipped for one reason: how many, and the names of some."""

    sebab: str
    jumlah: int
    contoh: list[str]


@dataclass(frozen=True)
class Rencana:
    """What an action does or did: how many change, the names of some, and who is skipped and why."""

    diubah: int = 0
    contoh: list[str] = field(default_factory=list)
    dilewati: list[Lewat] = field(default_factory=list)

    @property
    def semua(self) -> int:
        """All that were chosen."""
        return self.diubah + self.jumlah_lewat

    @property
    def jumlah_lewat(self) -> int:
        """All that are skipped."""
        return sum(s.jumlah for s in self.dilewati)


@dataclass(frozen=True)
class Pelaksana:
    """Who acts: the guard of the request, the person in it (None: who installs the system), the admin's site."""

    request: HttpRequest
    jaga: Penjaga
    situs: Any

    @property
    def pegawai(self) -> Any:
        """The person."""
        return self.request.pegawai  # type: ignore[attr-defined]


class Aksi:
    """One action on records of `model`. Subclasses say why a record is skipped, and how the rest is written."""

    kode: ClassVar[str]
    judul: ClassVar[Any]
    akibat: ClassVar[Any]
    izin: ClassVar[Izin]
    model: ClassVar[type[Model]]
    sebab: ClassVar[Mapping[str, Any]] = {}
    form: ClassVar[type[forms.Form] | None] = None
    maks: ClassVar[int] = MAKS
    urutan: ClassVar[tuple[str, ...]] = ("pk",)

    def lewati(self, siapa: Pelaksana, isian: dict[str, Any]) -> list[When]:
        """Conditions under which a record is skipped, the first that holds, each with a code of `sebab`."""
        raise NotImplementedError

    def tulis(self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]) -> HttpResponse | None:
        """Change these records, which are locked and none of which is skipped."""
        raise NotImplementedError

    def kalimat(self, n: int) -> str:
        """What was done, as a sentence."""
        return ngettext("%(n)s diubah.", "%(n)s diubah.", n) % {"n": tulis_angka(n)}

    def kunci(self, pk: list[UUID]) -> None:
        """Lock the records in one order, so that two who act at once wait for each other."""
        semua = self._pilihan(pk).order_by("pk").select_for_update(of=("self",), no_key=True)
        len(semua.values_list("pk", flat=True))

    def rencana(self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]) -> Rencana:
        """What would happen now. A fixed number of queries, however many were chosen."""
        bertanda = self._bertanda(pk, siapa, isian)
        hitung = dict(bertanda.order_by().values_list("sebab_lewat").annotate(n=Count("pk")))
        kata = SEBAB_UMUM | dict(self.sebab)
        lewat = [
            Lewat(t(kata[k]), n, self._contoh(bertanda, k))
            for k, n in sorted(hitung.items(), key=lambda s: (-s[1], s[0]))
            if k
        ]
        return Rencana(hitung.get("", 0), self._contoh(bertanda, "") if hitung.get("") else [], lewat)

    def jalankan(
        self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]
    ) -> tuple[Rencana, HttpResponse | None]:
        """Do it in one transaction under lock; what was done, and a page of its own when the action has one."""
        with transaction.atomic(), pghistory.context(aksi=self.kode, alasan=str(isian.get("dasar", ""))):
            self.kunci(pk)
            rencana = self.rencana(pk, siapa, isian)
            bertanda = self._bertanda(pk, siapa, isian).filter(sebab_lewat="").order_by("pk")
            berubah = list(bertanda.values_list("pk", flat=True))
            return rencana, self.tulis(berubah, siapa, isian) if berubah else None

    def nama(self, obj: Any) -> str:
        """What an example is called."""
        return str(obj)

    def _pilihan(self, pk: list[UUID]) -> QuerySet[Any]:
        semua: QuerySet[Any] = self.model._default_manager.filter(pk__salah_satu=pk)
        return semua

    def _bertanda(self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]) -> QuerySet[Any]:
        syarat = [*_luar_wewenang(self.model, self.izin, siapa.jaga), *self.lewati(siapa, isian)]
        tanda: Any = Case(*syarat, default=Value(""), output_field=CharField()) if syarat else Value("")
        pilihan: QuerySet[Any] = self._pilihan(pk).annotate(sebab_lewat=tanda)
        return pilihan

    def _contoh(self, bertanda: QuerySet[Any], kode: str) -> list[str]:
        return [self.nama(o) for o in bertanda.filter(sebab_lewat=kode).order_by(*self.urutan)[:CONTOH]]


def _luar_wewenang(model: type[Model], izin: Izin, jaga: Penjaga) -> list[When]:
    """Records that he may see and not change; nothing to ask for whoever may change them all."""
    if jaga.seluruhnya(izin):
        return []
    boleh = jaga.saring(model._default_manager.filter(pk=OuterRef("pk")), izin)
    return [When(~Exists(boleh), then=Value(WEWENANG))]


def lewat(kode: str, *syarat: Any, **lain: Any) -> When:
    """`lewat("sudah", akun__is_active=True)`: skipped with this code where the condition holds."""
    return When(Q(*syarat, **lain), then=Value(kode))


class AksiMassal:
    """For admin pages: their actions, the page that asks, and the answer."""

    aksi_massal: tuple[Aksi, ...] = ()

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """The actions this person may take somewhere."""
        if IS_POPUP_VAR in request.GET:
            return {}
        boleh = [a for a in self.aksi_massal if penjaga(request).punya(a.izin)]
        return {a.kode: (a, a.kode, a.judul) for a in boleh}

    def sumber_aksi(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The records that the actions are about, when they are not those of the list."""
        return queryset

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponseBase | None:
        """Ask, or act and answer; None (the list again) when nothing was chosen."""
        tersedia = self.get_actions(request)
        kode = next((k for k in request.POST.getlist("action") if k in tersedia), "")
        if not kode:
            messages.warning(request, _("Pilih tindakannya dahulu."))
            return None
        aksi: Aksi = tersedia[kode][0]
        pk = self._terpilih(request, queryset, aksi)
        if pk is None:
            return None
        return self._tanya_atau_jalankan(request, aksi, pk)

    def _terpilih(self, request: HttpRequest, queryset: QuerySet[Any], aksi: Aksi) -> list[UUID] | None:
        """The keys that were chosen, within the list as its reader sees it; None when there is nothing to do."""
        if request.POST.get("select_across") != "1":
            queryset = queryset.filter(pk__in=_kunci_sah(self.opts.pk, request))  # type: ignore[attr-defined]
        pk = list(self.sumber_aksi(queryset).order_by().values_list("pk", flat=True)[: aksi.maks + 1])
        if not pk:
            messages.warning(request, _("Belum ada yang dipilih. Centang barisnya, atau pilih semuanya."))
            return None
        if len(pk) > aksi.maks:
            messages.error(
                request,
                _("Tindakan ini paling banyak untuk %(n)s sekaligus. Persempit dengan saringan.")
                % {"n": tulis_angka(aksi.maks)},
            )
            return None
        return pk

    def _tanya_atau_jalankan(self, request: HttpRequest, aksi: Aksi, pk: list[UUID]) -> HttpResponseBase:
        siapa = Pelaksana(request, penjaga(request), self.admin_site)  # type: ignore[attr-defined]
        dikirim = aksi.form is not None and ("periksa" in request.POST or "setuju" in request.POST)
        form = aksi.form(request.POST if dikirim else None, siapa=siapa) if aksi.form else None  # type: ignore[call-arg]
        if form is not None and not (dikirim and form.is_valid()):
            return self._halaman_aksi(request, aksi, pk, form, None)
        isian = dict(form.cleaned_data) if form is not None else {}
        # The button acts on what the page had shown; whoever changed a field first sees what that changes.
        terlihat = form is None or request.POST.get("tanda", "") == _tanda(isian)
        if "setuju" in request.POST and terlihat:
            return self._jalankan(request, aksi, pk, siapa, isian, form)
        return self._halaman_aksi(request, aksi, pk, form, aksi.rencana(pk, siapa, isian))

    def _jalankan(
        self,
        request: HttpRequest,
        aksi: Aksi,
        pk: list[UUID],
        siapa: Pelaksana,
        isian: dict[str, Any],
        form: Any,
    ) -> HttpResponseBase:
        try:
            hasil, jawaban = aksi.jalankan(pk, siapa, isian)
        except IntegrityError:
            messages.error(
                request,
                _(
                    "Belum ada yang berubah: datanya diubah orang lain pada saat yang sama. Periksa lagi di bawah."
                ),
            )
            return self._halaman_aksi(request, aksi, pk, form, aksi.rencana(pk, siapa, isian))
        _kabarkan(request, aksi, hasil)
        return jawaban or redirect(request.get_full_path())

    def _halaman_aksi(
        self, request: HttpRequest, aksi: Aksi, pk: list[UUID], form: Any, rencana: Rencana | None
    ) -> HttpResponse:
        seluruhnya = request.POST.get("select_across") == "1"
        konteks = {
            **self.admin_site.each_context(request),  # type: ignore[attr-defined]
            "opts": self.opts,  # type: ignore[attr-defined]
            "title": aksi.judul,
            "aksi": aksi,
            "form": form,
            "rencana": rencana,
            "tanda": _tanda(form.cleaned_data) if rencana and form is not None else "",
            "banyak": len(pk),
            "seluruhnya": seluruhnya,
            "nama_pilihan": ACTION_CHECKBOX_NAME,
            "pilihan": ["0"] if seluruhnya else _dikirim(request),
        }
        return TemplateResponse(request, "admin/konfirmasi.html", konteks)


def _tanda(isian: dict[str, Any]) -> str:
    """A mark of what was filled in."""
    teks = repr(sorted((k, str(getattr(v, "pk", v))) for k, v in isian.items()))
    return hashlib.sha256(teks.encode()).hexdigest()[:16]


def _dikirim(request: HttpRequest) -> list[str]:
    return request.POST.getlist(ACTION_CHECKBOX_NAME)


def _kunci_sah(kolom: Any, request: HttpRequest) -> list[Any]:
    """What was ticked; a forged key that is no key at all chooses nothing."""
    hasil = []
    for satu in _dikirim(request):
        with suppress(ValidationError, ValueError, OverflowError):
            hasil.append(kolom.to_python(satu))
    return hasil


def _kabarkan(request: HttpRequest, aksi: Aksi, hasil: Rencana) -> None:
    """How many changed, how many were skipped and why; and when it is not what the page had said."""
    if hasil.diubah:
        messages.success(request, aksi.kalimat(hasil.diubah))
    else:
        messages.warning(request, _("Tidak ada yang berubah."))
    if hasil.dilewati:
        n = hasil.jumlah_lewat
        kata = ngettext("%(n)s dilewati:", "%(n)s dilewati:", n) % {"n": tulis_angka(n)}
        messages.warning(request, f"{kata} {'; '.join(_sebab(s) for s in hasil.dilewati)}.")
    dikatakan = request.POST.get("rencana", "")
    if dikatakan.isdecimal() and dikatakan != str(hasil.diubah):
        messages.warning(
            request,
            _("Datanya berubah sejak Anda ditanya: waktu itu %(n)s yang akan diubah.")
            % {"n": tulis_angka(int(dikatakan[:9]))},
        )


def _sebab(satu: Lewat) -> str:
    """“2 sudah nonaktif (Ani, Budi)”."""
    contoh = ", ".join(satu.contoh) + ("…" if satu.jumlah > len(satu.contoh) else "")
    return f"{tulis_angka(satu.jumlah)} {satu.sebab} ({contoh})"
