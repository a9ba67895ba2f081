"""One's own reports: the list, a new one, one with its evidence and feedback, a correction."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akses.ambil import ambil
from akses.enums import Izin
from akses.services import boleh
from inti.halaman import halaman
from pelaksanaan.forms import BuktiForm, LaporanForm, UbahLaporanForm, UmpanBalikForm
from pelaksanaan.models import Laporan
from pelaksanaan.services.baca import (
    URUTAN_SAYA,
    indikator_saya,
    laporan_saya,
    laporan_terlihat,
    rhk_saya,
    umpan_balik_terlihat,
)
from pelaksanaan.services.laporan import hapus_laporan, simpan_laporan, ubah_laporan
from pelaksanaan.services.realisasi import realisasi_per_indikator
from pelaksanaan.services.syarat import dapat_diubah
from sasaran.models import IndikatorKinerjaIndividu


def uuid_atau_kosong(teks: str | None) -> UUID | None:
    """The UUID written in a query string, or None."""
    try:
        return UUID(teks or "")
    except ValueError:
        return None


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """My reports by day, newest first, perhaps of one result."""
    rhk = uuid_atau_kosong(request.GET.get("rhk"))
    isi = halaman(laporan_saya(request.pelaku, rhk), URUTAN_SAYA, request.GET)
    konteks = {"halaman": isi, "rhk_saya": list(rhk_saya(request.pelaku)), "rhk_terpilih": rhk}
    return render(request, "pelaksanaan/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """Choose an indicator, then write the report on it; the address carries the choice."""
    pilihan = indikator_saya(request.pelaku, timezone.localdate())
    kunci = uuid_atau_kosong(request.GET.get("indikator"))
    if kunci is None:
        return _pilih(request, list(pilihan))
    indikator = get_object_or_404(pilihan, pk=kunci)
    form = LaporanForm(
        request.POST or None,
        request.FILES or None,
        indikator=indikator,
        initial={"tanggal": timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid() and (laporan := _simpan(request, form, indikator)):
        messages.success(
            request, _("Laporan terkirim. Nomor tanda terima %(nomor)s.") % {"nomor": laporan.nomor}
        )
        return redirect("pelaksanaan:rinci", laporan.pk)
    konteks = {"form": form, "indikator": indikator, "realisasi": _sejauh_ini(indikator)}
    return render(request, "pelaksanaan/baru.html", konteks, status=422 if form.errors else 200)


def _pilih(request: HttpRequest, pilihan: list[IndikatorKinerjaIndividu]) -> HttpResponse:
    if len(pilihan) == 1:
        return redirect(f"{request.path}?indikator={pilihan[0].pk}")
    return render(request, "pelaksanaan/pilih.html", {"pilihan": pilihan})


def _simpan(request: HttpRequest, form: LaporanForm, indikator: IndikatorKinerjaIndividu) -> Laporan | None:
    """The report written, or None with the reason in the form."""
    try:
        return simpan_laporan(indikator=indikator, oleh=request.pegawai, **form.cleaned_data)
    except ValidationError as galat:
        form.add_error(None, galat)
        return None


def _sejauh_ini(indikator: IndikatorKinerjaIndividu) -> Any:
    skp = indikator.rhk.skp
    hasil = realisasi_per_indikator(skp_ids=[skp.pk], dari=skp.mulai, sampai=skp.selesai)
    return hasil.get(indikator.pk)


@require_safe
def rinci(request: HttpRequest, laporan: UUID) -> HttpResponse:
    """One report: the receipt, its evidence, and what the assessor said."""
    return tampilkan(request, get_object_or_404(laporan_terlihat(request.pelaku), pk=laporan))


def tampilkan(request: HttpRequest, laporan: Laporan, status: int = 200, **form: Any) -> HttpResponse:
    """The page of one report; forms with errors may be handed in."""
    pelaku = request.pelaku
    milik = laporan.skp.pegawai_id == pelaku.pegawai_id
    konteks = {
        "laporan": laporan,
        "milik_saya": milik,
        "umpan_balik": umpan_balik_terlihat(pelaku).filter(laporan=laporan).order_by("dibuat_pada", "id"),
        "boleh_membaca_umpan_balik": boleh(pelaku, Izin.UMPAN_BALIK_LIHAT, laporan),
        "form_umpan_balik": UmpanBalikForm() if boleh(pelaku, Izin.UMPAN_BALIK_TULIS, laporan) else None,
        "form_bukti": BuktiForm() if milik and dapat_diubah(laporan) else None,
        **form,
    }
    return render(request, "pelaksanaan/rinci.html", konteks, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, laporan: UUID) -> HttpResponse:
    """Correct one's own report."""
    lama = ambil(laporan_terlihat(request.pelaku), request.pelaku, Izin.LAPORAN_TULIS, pk=laporan)
    awal = {"realisasi": lama.realisasi, "uraian": lama.uraian, "tanggal": lama.tanggal}
    form = UbahLaporanForm(request.POST or None, indikator=lama.indikator, initial=awal)
    if request.method == "POST" and form.is_valid():
        try:
            ubah_laporan(laporan=lama, oleh=request.pegawai, **form.cleaned_data)
        except ValidationError as galat:
            form.add_error(None, galat)
        else:
            messages.success(request, _("Perubahan laporan tersimpan."))
            return redirect("pelaksanaan:rinci", lama.pk)
    konteks = {"form": form, "laporan": lama, "indikator": lama.indikator}
    return render(request, "pelaksanaan/ubah.html", konteks, status=422 if form.errors else 200)


@require_POST
def hapus(request: HttpRequest, laporan: UUID) -> HttpResponse:
    """Withdraw one's own report."""
    lama = ambil(laporan_terlihat(request.pelaku), request.pelaku, Izin.LAPORAN_TULIS, pk=laporan)
    try:
        hapus_laporan(laporan=lama, oleh=request.pegawai)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        if getattr(galat, "code", "") == "dihapus":
            return redirect("pelaksanaan:daftar")
        return redirect("pelaksanaan:rinci", lama.pk)
    messages.success(request, _("Laporan dihapus."))
    return redirect("pelaksanaan:daftar")
