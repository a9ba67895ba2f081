"""The page “Siapa menilai siapa”: whose assessor is missing or wrong, and one click that mends it."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from akses.admin_ekspor import kirim_baris_tercatat
from akses.admin_izin import penjaga
from akses.enums import Izin
from inti.halaman import halaman
from inti.terjemah import t
from pegawai.models import Pegawai
from pegawai.services.siapa_menilai import bermasalah, hitung, saring, temuan
from pegawai.services.terima_usulan import Hasil, putuskan, terima

SEHALAMAN = 25
NAMA = "siapa_menilai_siapa"
SEKALI = 500  # people whose proposal is looked for at once while a file is written
KOLOM = (
    gettext_lazy("NIP"), gettext_lazy("Nama"), gettext_lazy("Jabatan"), gettext_lazy("Unit kerja"),
    gettext_lazy("Masalah"), gettext_lazy("Pejabat penilai sekarang"), gettext_lazy("Dasar penetapan"),
    gettext_lazy("NIP yang diusulkan"), gettext_lazy("Pejabat penilai yang diusulkan"),
)  # fmt: skip


def baris_berkas(semua: QuerySet[Pegawai], hari: date) -> Iterator[tuple[Any, ...]]:
    """People of `bermasalah` with their proposals as rows of a file, read in pieces."""
    for potong in _sepotong(semua):
        for satu in temuan(potong, pada=hari):
            atasan: Any = getattr(satu.pegawai, "atasan", None)
            usul = satu.usulan.penilai if satu.usulan else None
            yield (
                satu.pegawai.nip or "", satu.pegawai.nama_lengkap,
                atasan.penempatan.jabatan.nama if atasan and atasan.penempatan else "",
                atasan.unit.nama if atasan and atasan.unit else "", str(satu.masalah.label),
                atasan.penilai.nama_lengkap if atasan and atasan.penilai else "", satu.dasar,
                (usul.nip or "") if usul else "", usul.nama_lengkap if usul else "",
            )  # fmt: skip


def _sepotong(semua: QuerySet[Pegawai]) -> Iterator[list[Pegawai]]:
    orang = semua.iterator(chunk_size=SEKALI)
    while potong := list(islice(orang, SEKALI)):
        yield potong


class FormTerima(forms.Form):
    """The proposals as they were shown (“person:assessor”), and the reason."""

    usul = forms.CharField(required=False)
    alasan = forms.CharField(max_length=200)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        banyak = data.getlist("usul")
        self.usulan = {p: k for p, k in map(_pasangan, banyak) if p and k}
        self.utuh = bool(banyak) and len(self.usulan) == len(banyak) <= SEHALAMAN


def _pasangan(teks: str) -> tuple[UUID | None, UUID | None]:
    pegawai, _titik, penilai = teks.partition(":")
    try:
        return UUID(pegawai), UUID(penilai)
    except ValueError:
        return None, None


class HalamanSiapaMenilai:
    """For the admin of people: the page, and what it posts."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[URLPattern]:
        """With the address of this page before those of the records."""
        alamat = path(
            "siapa-menilai-siapa/",
            self.admin_site.admin_view(self.siapa_menilai),
            name=f"pegawai_pegawai_{NAMA}",
        )
        unduh = path(
            "siapa-menilai-siapa/unduh/",
            self.admin_site.admin_view(require_POST(self.unduh_siapa_menilai)),
            name=f"pegawai_pegawai_{NAMA}_ekspor",
        )
        return [alamat, unduh, *super().get_urls()]

    def unduh_siapa_menilai(self, request: HttpRequest) -> HttpResponseBase:
        """The list as filtered, as a file, logged."""
        if not penjaga(request).punya(Izin.PEGAWAI_LIHAT):
            raise PermissionDenied
        hari = timezone.localdate()
        semua = self._orang_bermasalah(
            request, bermasalah(dalam=self._lingkup(request, Izin.PEGAWAI_LIHAT), pada=hari)
        )
        semua = semua.order_by("nama", "id")
        baris = baris_berkas(semua, hari)
        berkas = kirim_baris_tercatat(request, semua, KOLOM, baris, "siapa-menilai-siapa")
        return berkas or redirect(f"{reverse(f'admin:pegawai_pegawai_{NAMA}')}?{request.GET.urlencode()}")

    @staticmethod
    def _orang_bermasalah(request: HttpRequest, semua: QuerySet[Pegawai]) -> QuerySet[Pegawai]:
        pilihan = {k: request.GET.get(k, "") for k in ("masalah", "unit")}
        return saring(semua, **pilihan).select_related(
            "atasan__unit", "atasan__penilai", "atasan__penempatan__jabatan"
        )

    def siapa_menilai(self, request: HttpRequest) -> HttpResponse:
        """The list; a POST takes proposals, a whole page of them only after it was said what happens."""
        if not penjaga(request).punya(Izin.PEGAWAI_LIHAT):
            raise PermissionDenied
        if request.method == "POST":
            return self._terima(request)
        return self._daftar(request)

    def _daftar(self, request: HttpRequest, galat: str = "") -> HttpResponse:
        hari = timezone.localdate()
        semua = bermasalah(dalam=self._lingkup(request, Izin.PEGAWAI_LIHAT), pada=hari)
        pilihan = {k: request.GET.get(k, "") for k in ("masalah", "unit")}
        lembar = halaman(self._orang_bermasalah(request, semua), ("nama", "id"), request.GET, SEHALAMAN)
        baris = temuan(lembar.baris, pada=hari)
        isi = {
            "hitungan": hitung(semua),
            "baris": baris,
            "alamat_unduh": reverse(f"admin:pegawai_pegawai_{NAMA}_ekspor"),
            "lembar": lembar,
            "pilihan": pilihan,
            "galat": galat,
            "alasan": request.POST.get("alasan", _("Disesuaikan dengan susunan unit kerja")),
            "boleh_ubah": penjaga(request).punya(Izin.PEGAWAI_KELOLA),
            "ada_usulan": any(b.usulan for b in baris),
        }
        return self._tampil(request, "siapa_menilai", _("Siapa menilai siapa"), isi)

    def _terima(self, request: HttpRequest) -> HttpResponse:
        if not penjaga(request).punya(Izin.PEGAWAI_KELOLA):
            raise PermissionDenied
        kiriman = request.POST.copy()
        satu = kiriman.get("satu")
        if satu:
            kiriman.setlist("usul", [satu])
        form = FormTerima(kiriman)
        if not form.is_valid():
            return self._daftar(request, _("Isi alasan, paling panjang 200 huruf."))
        if not form.utuh:
            messages.error(request, _("Tidak ada usulan yang dipilih."))
            return redirect(request.get_full_path())
        if not satu and "setuju" not in request.POST:
            return self._konfirmasi(request, form)
        hasil = terima(
            usulan=form.usulan,
            dalam=self._lingkup(request, Izin.PEGAWAI_KELOLA),
            massal=not satu,
            alasan=form.cleaned_data["alasan"],
            pada=timezone.localdate(),
            oleh=request.pegawai,
        )
        _kabarkan(request, hasil)
        return redirect(request.get_full_path())

    def _konfirmasi(self, request: HttpRequest, form: FormTerima) -> HttpResponse:
        """What taking the proposals of a page would change, and what it would leave and why."""
        hari = timezone.localdate()
        dalam = self._lingkup(request, Izin.PEGAWAI_KELOLA).filter(pk__in=list(form.usulan))
        orang = bermasalah(dalam=dalam, pada=hari).select_related("atasan__penilai", "atasan__unit")
        ada = temuan(list(orang.order_by("nama", "id")), pada=hari)
        putusan = [putuskan(b, massal=True, usul=form.usulan[b.pegawai.pk]) for b in ada]
        isi = {
            "diubah": [p.temuan for p in putusan if not p.lewati],
            "dilewati": [(p.temuan, t(p.lewati)) for p in putusan if p.lewati],
            "alasan": form.cleaned_data["alasan"],
        }
        return self._tampil(request, "siapa_menilai_konfirmasi", _("Terima usulan di halaman ini"), isi)

    def _lingkup(self, request: HttpRequest, izin: Izin) -> QuerySet[Pegawai]:
        return penjaga(request).saring(Pegawai.objects.all(), izin)

    def _tampil(self, request: HttpRequest, nama: str, judul: str, isi: dict[str, Any]) -> TemplateResponse:
        konteks = {**self.admin_site.each_context(request), "opts": self.opts, "title": judul, **isi}
        konteks["alamat"] = reverse(f"admin:pegawai_pegawai_{NAMA}")
        return TemplateResponse(request, f"admin/pegawai/pegawai/{nama}.html", konteks)


def _kabarkan(request: HttpRequest, hasil: Hasil) -> None:
    if hasil.diubah:
        pesan = ngettext("%(n)s penilai disesuaikan.", "%(n)s penilai disesuaikan.", hasil.diubah)
        messages.success(request, pesan % {"n": hasil.diubah})
    for satu in hasil.dilewati:
        messages.warning(request, f"{satu.temuan.pegawai.nama}: {t(satu.lewati)}")
    if not hasil.diubah and not hasil.dilewati:
        messages.warning(request, _("Tidak ada yang berubah; datanya sudah dibetulkan orang lain."))
