"""Recognition: mine, what was given to whom, candidates, nominations and their way."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akses.ambil import ambil
from akses.enums import Izin
from akses.services import boleh, boleh_umum
from inti.halaman import halaman
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from penghargaan.enums import StatusUsulan
from penghargaan.forms_penghargaan import FormAlasan, FormCatatan, FormPutusan, FormUsulan
from penghargaan.models import UsulanPenghargaan
from penghargaan.services import penghargaan_usulan as layanan
from penghargaan.services.angka_kredit_baca import berbuku
from penghargaan.services.bonus_baca import baris_milik
from penghargaan.services.penghargaan_baca import (
    jumlah_status,
    kandidat_daftar,
    kandidat_terlihat,
    kebijakan_berkandidat,
    langkah,
    mengapa_kandidat,
    menunggu,
    milik,
    pengumuman,
    sebaran,
    siklus_kandidat,
    usulan_daftar,
    usulan_terlihat,
)
from penghargaan.services.penghargaan_halangan import benturan_usulan, halangan
from penghargaan.services.penghargaan_kandidat import hitung_kandidat
from penghargaan.services.penghargaan_sertifikat import pdf_sertifikat, sertifikat

TIDAK_LENGKAP, BENTROK = 422, 409
BARU = 3


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """What I received, my bonus, and the rooms my relations open."""
    konteks = {
        "penghargaan": list(milik(request.pelaku)),
        "bonus": list(baris_milik(request.pelaku)[:BARU]),
        "menunggu": menunggu(request.pelaku),
        "boleh_mengusulkan": _boleh_mengusulkan(request),
        "boleh_bonus": boleh_umum(request.pelaku, Izin.BONUS_LIHAT),
        "berbuku": berbuku(request.pelaku),
        "boleh_angka_kredit": boleh_umum(request.pelaku, Izin.ANGKA_KREDIT_LIHAT),
    }
    return render(request, "penghargaan/penghargaan/saya.html", konteks)


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """What was given for what, for everybody, newest first."""
    konteks = {"halaman": halaman(pengumuman(), ("-diserahkan_pada", "-id"), request.GET)}
    return render(request, "penghargaan/penghargaan/daftar.html", konteks)


@require_safe
def kandidat(request: HttpRequest) -> HttpResponse:
    """Candidates whom the reader may nominate, of one year."""
    tahun = siklus_kandidat()
    siklus = next((s for s in tahun if str(s.pk) == request.GET.get("tahun")), next(iter(tahun), None))
    saring = {nama: request.GET.get(nama, "") for nama in ("penghargaan", "nama", "belum")}
    semua = kandidat_daftar(request.pelaku, siklus, saring)
    konteks = {
        "tahun": tahun,
        "siklus": siklus,
        "saring": saring,
        "kebijakan": kebijakan_berkandidat(siklus),
        "halaman": halaman(semua, ("id",), request.GET),
        "boleh_hitung": boleh_umum(request.pelaku, Izin.PENGHARGAAN_PERIKSA),
    }
    return render(request, "penghargaan/penghargaan/kandidat.html", konteks)


@require_POST
def hitung(request: HttpRequest) -> HttpResponse:
    """Find the candidates of a closed year now instead of at night."""
    if not boleh_umum(request.pelaku, Izin.PENGHARGAAN_PERIKSA):
        raise PermissionDenied(Izin.PENGHARGAAN_PERIKSA)
    siklus = next((s for s in siklus_kandidat() if str(s.pk) == request.POST.get("tahun")), None)
    if siklus is None:
        messages.error(request, _("Pilih tahun yang evaluasinya sudah ditutup."))
        return redirect("penghargaan:kandidat")
    baru = hitung_kandidat(siklus=siklus)
    messages.success(request, ngettext("%(n)s kandidat baru.", "%(n)s kandidat baru.", baru) % {"n": baru})
    return redirect("penghargaan:kandidat")


@require_http_methods(["GET", "HEAD", "POST"])
def usulkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Why this person is a candidate, and the form that nominates."""
    dicari = kandidat_terlihat(request.pelaku).select_related("pegawai", "unit", "kebijakan", "siklus")
    calon = get_object_or_404(dicari, pk=pk)
    form = FormUsulan(request.POST or None)
    status = 200
    if request.method == "POST":
        status = TIDAK_LENGKAP
        if form.is_valid():
            isi = {k: form.cleaned_data[k] for k in ("untuk", "alasan", "hubungan")}
            try:
                baru = layanan.usulkan(kandidat=calon, oleh=request.pegawai, **isi)
            except TransisiDitolak as tolak:
                form.add_error(None, t(tolak))
                status = BENTROK
            else:
                messages.success(request, _("Usulan sudah diterima dan menunggu pemeriksaan."))
                return redirect("penghargaan:usulan", pk=baru.pk)
    konteks = {
        "calon": calon,
        "alasan": mengapa_kandidat(calon),
        "halangan": halangan(calon.pegawai, timezone.localdate(), pembaca=request.pelaku),
        "form": form,
    }
    return render(request, "penghargaan/penghargaan/usulkan.html", konteks, status=status)


@require_safe
def antrean(request: HttpRequest) -> HttpResponse:
    """Nominations the reader sees, by status, and how they spread."""
    status = request.GET.get("status", "")
    status = status if status in StatusUsulan.values else ""
    hitungan = jumlah_status(request.pelaku)
    konteks = {
        "status": status,
        "pilihan": [(s.value, s.label, hitungan[s]) for s in StatusUsulan if hitungan.get(s)],
        "jumlah": sum(hitungan.values()),
        "halaman": halaman(usulan_daftar(request.pelaku, status), ("-diusulkan_pada", "-id"), request.GET),
        "sebaran": sebaran(request.pelaku, next(iter(siklus_kandidat()), None)),
    }
    return render(request, "penghargaan/penghargaan/antrean.html", konteks)


@require_safe
def usulan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One nomination: text, reasons, ties, way, and what the reader may do."""
    return _halaman(request, _ambil(request, pk))


@require_POST
def periksa(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Pass on to the decision, or say why it cannot be."""
    satu = _ambil(request, pk, Izin.PENGHARGAAN_PERIKSA)
    lakukan = layanan.gugurkan if request.POST.get("aksi") == "gugurkan" else layanan.periksa
    return _tindak(request, satu, FormCatatan(request.POST), lakukan)


@require_POST
def putuskan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the award or not."""
    satu = _ambil(request, pk, Izin.PENGHARGAAN_PUTUSKAN)
    form = FormPutusan(request.POST)
    if request.POST.get("aksi") == "tolak":
        return _tindak(request, satu, form, layanan.tolak, "catatan")
    return _tindak(request, satu, form, layanan.putuskan, "catatan", "nomor_keputusan")


@require_POST
def serahkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The certificate was handed over."""
    satu = _ambil(request, pk, Izin.PENGHARGAAN_PERIKSA)
    return _tindak(request, satu, FormCatatan(request.POST), layanan.serahkan)


@require_POST
def tarik(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The nominator takes it back."""
    satu = _ambil(request, pk, Izin.PENGHARGAAN_USULKAN)
    return _tindak(request, satu, FormAlasan(request.POST), layanan.tarik)


@require_POST
def cabut(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The PPK takes an award back."""
    satu = _ambil(request, pk, Izin.PENGHARGAAN_PUTUSKAN)
    return _tindak(request, satu, FormAlasan(request.POST), layanan.cabut)


@require_POST
def umumkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The receiver says whether his award may be announced."""
    satu = _ambil(request, pk)
    ya = request.POST.get("umumkan") == "ya"
    layanan.atur_pengumuman(usulan=satu, oleh=request.pegawai, umumkan=ya)
    kabar = _("Penghargaan ini boleh diumumkan.") if ya else _("Penghargaan ini tidak akan diumumkan.")
    messages.success(request, kabar)
    return redirect("penghargaan:usulan", pk=pk)


@require_safe
def piagam(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The certificate as PDF."""
    isi = pdf_sertifikat(_ambil(request, pk))
    if isi is None:
        raise Http404
    nama = f"piagam-{str(pk)[:8]}.pdf"
    kepala = {"Content-Disposition": f'inline; filename="{nama}"', "Cache-Control": "private, no-store"}
    return HttpResponse(isi, content_type="application/pdf", headers=kepala)


def _ambil(request: HttpRequest, pk: UUID, izin: Izin | None = None) -> UsulanPenghargaan:
    terkait = ("pegawai", "unit", "kebijakan", "siklus", "kandidat", "pengusul", "pemeriksa", "pemutus")
    terlihat = usulan_terlihat(request.pelaku).select_related(*terkait)
    if izin is None:
        return get_object_or_404(terlihat, pk=pk)
    return ambil(terlihat, request.pelaku, izin, pk=pk)


def _tindak(
    request: HttpRequest,
    satu: UsulanPenghargaan,
    form: Form,
    lakukan: Callable[..., Any],
    *kolom: str,
) -> HttpResponse:
    """Let the service do it; what it refuses goes to the form with nothing lost."""
    if not form.is_valid():
        return _halaman(request, satu, form, TIDAK_LENGKAP)
    isi = {nama: form.cleaned_data[nama] for nama in kolom or ("catatan",)}
    try:
        lakukan(usulan=satu, oleh=request.pegawai, **isi)
    except TransisiDitolak as tolak:
        bidang = {"catatan": "catatan", "nomor": "nomor_keputusan"}.get(tolak.kode)
        form.add_error(bidang, t(tolak))
        return _halaman(request, satu, form, BENTROK if bidang is None else TIDAK_LENGKAP)
    messages.success(request, _sesudah(request))
    return redirect("penghargaan:usulan", pk=satu.pk)


def _sesudah(request: HttpRequest) -> str:
    """What was done, and how many nominations wait for the same person still."""
    jumlah = menunggu(request.pelaku)
    if not jumlah:
        return _("Tersimpan.")
    sisa = sum(jumlah.values())
    if not sisa:
        return _("Tersimpan. Tidak ada usulan lain yang menunggu Anda.")
    return ngettext(
        "Tersimpan. Masih %(n)s usulan menunggu Anda.", "Tersimpan. Masih %(n)s usulan menunggu Anda.", sisa
    ) % {"n": sisa}


def _halaman(
    request: HttpRequest, satu: UsulanPenghargaan, form: Form | None = None, status: int = 200
) -> HttpResponse:
    milik_sendiri = satu.pegawai_id == request.pelaku.pegawai_id
    konteks = {
        "usulan": satu,
        "milik_sendiri": milik_sendiri,
        "alasan": mengapa_kandidat(satu.kandidat),
        "benturan": [] if milik_sendiri else benturan_usulan(satu),
        "halangan": []
        if milik_sendiri
        else halangan(satu.pegawai, timezone.localdate(), pembaca=request.pelaku),
        "riwayat": list(satu.riwayat.select_related("oleh")),
        "langkah": {satu_langkah.aksi: satu_langkah.label for satu_langkah in langkah(satu, request.pegawai)},
        "dokumen": sertifikat(satu),
        "form": form,
        "form_catatan": form if isinstance(form, FormCatatan) else FormCatatan(),
        "form_putusan": form if isinstance(form, FormPutusan) else FormPutusan(),
        "form_alasan": form if isinstance(form, FormAlasan) else FormAlasan(),
        "boleh_periksa": boleh(request.pelaku, Izin.PENGHARGAAN_PERIKSA, satu),
    }
    return render(request, "penghargaan/penghargaan/usulan.html", konteks, status=status)


def _boleh_mengusulkan(request: HttpRequest) -> bool:
    return request.pelaku.menilai or boleh_umum(request.pelaku, Izin.PENGHARGAAN_USULKAN)
