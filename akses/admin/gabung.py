"""Two records side by side: choose field by field, read what follows and what is in the way, merge."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as teks
from django.utils.translation import gettext_lazy as _

from akses import gabung as layanan
from akses.admin_dasar import PilihCari
from akses.admin_izin import penjaga
from akses.enums import Izin
from akses.jejak import teks_nilai
from akses.pengamat import catat_lihat
from inti.terjemah import t
from pegawai.models import Pegawai, Penempatan
from pegawai.services.gabung import (
    DIRI,
    GabungDitolak,
    bidang_pilihan,
    periksa_isi,
    periksa_letak,
    sidik,
)
from pegawai.services.gabung_periksa import halangan, hitungan, sudah_digabung

SIMPAN, GANDA = "simpan", "ganda"


@dataclass(frozen=True)
class Banding:
    """A field in both records: the values as read, whether they differ, and the side that is chosen."""

    nama: str
    label: str
    simpan: str
    ganda: str
    beda: bool
    pilih: str


class FormDua(forms.Form):
    """Which two, found by searching."""

    def __init__(self, *isi: Any, kunci: Any, situs: Any, queryset: Any) -> None:
        super().__init__(*isi)
        for nama, label in ((SIMPAN, _("Yang dipertahankan")), (GANDA, _("Yang digabung ke dalamnya"))):
            bidang = forms.ModelChoiceField(queryset=queryset, label=label)
            bidang.widget = PilihCari(kunci, situs)
            bidang.widget.choices = bidang.choices
            self.fields[nama] = bidang

    def clean(self) -> dict[str, Any]:
        """Two, not the same twice, and none that was merged already."""
        isi = super().clean() or self.cleaned_data
        if isi.get(SIMPAN) and isi.get(SIMPAN) == isi.get(GANDA):
            raise ValidationError(teks("Pilih dua data yang berbeda."))
        for nama in (SIMPAN, GANDA):
            if isi.get(nama) is not None and isi[nama].digabung_ke_id:
                self.add_error(nama, t(sudah_digabung(isi[nama])))
        return isi


class HalamanGabung:
    """For the admin of people and that of units: the page."""

    admin_site: Any
    opts: Any
    model: Any
    izin_gabung: Izin
    gabungkan: Callable[..., Any]
    kunci_gabung: str  # the field of a placement by which records of this kind are searched

    def get_urls(self) -> list[URLPattern]:
        """With the address of this page before those of the records."""
        tampil = self.admin_site.admin_view(self.gabung)
        nama = f"pegawai_{self.opts.model_name}_gabung"
        return [path("gabung/", tampil, name=nama), *super().get_urls()]

    def gabung(self, request: HttpRequest) -> HttpResponse:
        """GET: which two, then both side by side. POST: merge them; a refusal stands above the comparison."""
        jaga = penjaga(request)
        if not jaga.punya(self.izin_gabung):
            raise PermissionDenied
        data = request.POST if request.method == "POST" else request.GET
        form = FormDua(
            data if SIMPAN in data and GANDA in data else None,
            kunci=Penempatan._meta.get_field(self.kunci_gabung),
            situs=self.admin_site,
            queryset=jaga.saring(self.model.objects.all(), self.izin_gabung),
        )
        if not form.is_bound or not form.is_valid():
            if request.method == "POST" and not form.is_bound:
                raise Http404
            return self._pilih_dua(request, form)
        simpan, ganda = form.cleaned_data[SIMPAN], form.cleaned_data[GANDA]
        if request.method == "POST":
            return self._jalankan_gabung(request, simpan, ganda)
        return self._bandingkan(request, simpan, ganda)

    def _pilih_dua(self, request: HttpRequest, form: FormDua) -> HttpResponse:
        if not form.is_bound and SIMPAN in request.GET:
            form.initial[SIMPAN] = request.GET[SIMPAN]
        return self._halaman_gabung(request, {"form": form})

    def _jalankan_gabung(self, request: HttpRequest, simpan: Any, ganda: Any) -> HttpResponse:
        alasan = request.POST.get("alasan", "").replace("\x00", "").strip()[:200]
        dari_ganda = self._dipilih(request, simpan, ganda)
        galat = [t(pesan) for pesan in periksa_isi(simpan, ganda, dari_ganda)]
        if not alasan:
            galat.append(teks("Isi dasar atau alasan penggabungan."))
        if "setuju" not in request.POST:
            galat.append(teks("Centang bahwa keduanya sudah Anda periksa."))
        if not galat:
            try:
                hasil = type(self).gabungkan(
                    simpan=simpan,
                    ganda=ganda,
                    dari_ganda=dari_ganda,
                    alasan=alasan,
                    oleh=request.pelaku if request.pegawai else None,
                    lihat=request.POST.get("sidik", ""),
                )
            except GabungDitolak as tolak:
                galat.append(t(tolak))
            else:
                pesan = teks("“%(ganda)s” sudah digabung ke “%(simpan)s”; jejaknya tetap ditemukan.")
                messages.success(request, pesan % {"ganda": ganda, "simpan": hasil})
                return redirect(f"admin:pegawai_{self.opts.model_name}_change", hasil.pk)
        return self._bandingkan(request, simpan, ganda, galat)

    def _dipilih(self, request: HttpRequest, simpan: Any, ganda: Any) -> frozenset[str]:
        """The fields whose value comes from the double."""
        boleh = self._terlihat_gabung(request, simpan, ganda)
        return frozenset(f.name for f in boleh if request.POST.get(f"f_{f.name}") == GANDA)

    def _terlihat_gabung(self, request: HttpRequest, simpan: Any, ganda: Any) -> list[Any]:
        """The fields he may read of both; the others stay those of the kept record."""
        rahasia = self.rahasia(request, simpan) | self.rahasia(request, ganda)
        return [f for f in bidang_pilihan(self.model) if f.name not in rahasia]

    def _bandingkan(
        self, request: HttpRequest, simpan: Any, ganda: Any, galat: list[str] | None = None
    ) -> HttpResponse:
        for satu in (simpan, ganda):
            if jenis := self.jenis_dilihat(request, satu):
                catat_lihat(request, satu, jenis)
        banding = [
            self._banding(request, f, simpan, ganda) for f in self._terlihat_gabung(request, simpan, ganda)
        ]
        rintang = halangan(simpan=simpan, ganda=ganda)
        isi = {
            "satu": simpan,
            "dua": ganda,
            "beda": [b for b in banding if b.beda],
            "sama": [b for b in banding if not b.beda and b.simpan],
            "halangan": [(h, t(h.kalimat)) for h in rintang],
            "tolak": _tolak(request, simpan, ganda),
            "orang": isinstance(simpan, Pegawai),
            "hitungan": [h for h in hitungan(simpan=simpan, ganda=ganda) if h.ganda],
            "sidik": sidik(simpan, ganda),
            "galat": galat or [],
            "alasan": request.POST.get("alasan", ""),
            "setuju": "setuju" in request.POST,
        }
        return self._halaman_gabung(request, isi)

    def _banding(self, request: HttpRequest, bidang: Any, simpan: Model, ganda: Model) -> Banding:
        nilai = [getattr(satu, bidang.attname) for satu in (simpan, ganda)]
        kosong = nilai[0] in (None, "") and nilai[1] not in (None, "")
        pilih = request.POST.get(f"f_{bidang.name}") or (GANDA if kosong else SIMPAN)
        label = str(bidang.verbose_name)
        return Banding(
            bidang.name,
            label[:1].upper() + label[1:],
            *(teks_nilai(bidang, n) for n in nilai),
            beda=nilai[0] != nilai[1],
            pilih=pilih,
        )

    def _halaman_gabung(self, request: HttpRequest, isi: dict[str, Any]) -> HttpResponse:
        konteks = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": teks("Gabung dua data"),
            "subtitle": str(self.opts.verbose_name),
            "alamat": reverse(f"admin:pegawai_{self.opts.model_name}_gabung"),
            "alamat_daftar": reverse(f"admin:pegawai_{self.opts.model_name}_ganda"),
            **isi,
        }
        return TemplateResponse(request, "admin/pegawai/gabung.html", konteks)


def _tolak(request: Any, simpan: Any, ganda: Any) -> str:
    """Why these two cannot be merged as they are by him who asks: his own record, or units in one line."""
    if isinstance(simpan, Pegawai):
        return teks(DIRI) if request.pegawai in (simpan, ganda) else ""
    try:
        periksa_letak(simpan, ganda)
    except GabungDitolak as tolak:
        return t(tolak)
    return ""


class HalamanGabungPegawai(HalamanGabung):
    """For the admin of people."""

    izin_gabung = Izin.PEGAWAI_KELOLA
    gabungkan = staticmethod(layanan.gabungkan_pegawai)
    kunci_gabung = "pegawai"


class HalamanGabungUnit(HalamanGabung):
    """For the admin of units."""

    izin_gabung = Izin.ORGANISASI_KELOLA
    gabungkan = staticmethod(layanan.gabungkan_unit)
    kunci_gabung = "unit"
