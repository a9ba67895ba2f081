"""Import of service times: upload and test, read the report, import the tested file."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akses.enums import Izin
from akses.services import boleh_umum
from inti.berkas_tabel import BerkasDitolak
from inti.impor import GALAT
from inti.terjemah import t
from layanan.forms import UnggahForm
from layanan.services.impor_waktu import KALIMAT, berkas_terlihat, impor_waktu, uji_waktu
from pegawai.impor.laporan import kelompok
from pegawai.models import BerkasImpor
from pegawai.models.impor import StatusImpor

TIDAK_LENGKAP = 422
TERAKHIR = 10


@require_http_methods(["GET", "HEAD", "POST"])
def unggah(request: HttpRequest) -> HttpResponse:
    """Choose a file and test it; the latest files below."""
    if not boleh_umum(request.pelaku, Izin.LAYANAN_KELOLA):
        raise PermissionDenied
    dikirim = request.method == "POST"
    form = UnggahForm(request.POST, request.FILES) if dikirim else UnggahForm()
    if dikirim and form.is_valid():
        berkas = _uji(request, form)
        if berkas:
            return redirect("layanan:impor_laporan", berkas.pk)
    terakhir = berkas_terlihat(request.pelaku).defer("laporan").order_by("-diuji_pada", "id")[:TERAKHIR]
    konteks = {"form": form, "terakhir": list(terakhir)}
    return render(request, "layanan/impor.html", konteks, status=TIDAK_LENGKAP if form.errors else 200)


@require_safe
def laporan(request: HttpRequest, berkas: UUID) -> HttpResponse:
    """The report of a tested or imported file."""
    satu = get_object_or_404(berkas_terlihat(request.pelaku), pk=berkas)
    konteks = {
        "berkas": satu,
        "jumlah": satu.laporan["jumlah"],
        "galat": kelompok(satu.laporan, GALAT, KALIMAT),
        "dapat_diimpor": satu.status == StatusImpor.DIUJI,
    }
    return render(request, "layanan/impor_laporan.html", konteks)


@require_POST
def terapkan(request: HttpRequest, berkas: UUID) -> HttpResponse:
    """Import the tested file."""
    satu = get_object_or_404(berkas_terlihat(request.pelaku), pk=berkas)
    try:
        hasil = impor_waktu(berkas=satu, oleh=request.pegawai, pelaku=request.pelaku)
    except BerkasDitolak as tolak:
        messages.error(request, t(tolak))
    else:
        _sebut(request, hasil)
    return redirect("layanan:impor_laporan", satu.pk)


def _sebut(request: HttpRequest, hasil: BerkasImpor) -> None:
    if hasil.status == StatusImpor.DIIMPOR:
        messages.success(request, _("Waktu layanan sudah diimpor."))
    else:
        messages.error(request, _("Data berubah sejak pengujian sehingga ada baris yang kini ditolak."))


def _uji(request: HttpRequest, form: UnggahForm) -> Any:
    """Test the uploaded file; a file that cannot be read is said at its field."""
    berkas = form.cleaned_data["berkas"]
    try:
        return uji_waktu(isi=berkas.read(), nama=berkas.name, oleh=request.pegawai, pelaku=request.pelaku)
    except BerkasDitolak as tolak:
        form.add_error("berkas", t(tolak))
        return None
