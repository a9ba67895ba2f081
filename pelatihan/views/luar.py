"""Trainings taken elsewhere: record, correct, check; the certificate itself is private."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akses.ambil import ambil
from akses.enums import Izin
from akses.services import boleh
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from pelaksanaan.views.bukti import KEPALA_AMAN
from pelatihan.enums import StatusLuar
from pelatihan.forms import CatatanForm, LuarForm
from pelatihan.models import PelatihanLuar
from pelatihan.services import baca, luar
from pelatihan.views.alat import galat_pertama, lakukan, wajib_pegawai

ISIAN = ("nama", "jenis", "penyelenggara", "mulai", "selesai", "jp", "nomor")


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """Record a training with its certificate."""
    pegawai = wajib_pegawai(request)
    form = LuarForm(request.POST or None, request.FILES or None, hari=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        berkas = form.cleaned_data["berkas"]
        try:
            satu = luar.catat(pegawai=pegawai, oleh=pegawai, isian=_isian(form), berkas=berkas)
        except ValidationError as galat:
            form.add_error(None, galat)
        else:
            messages.success(request, _("Tercatat. BKPSDM memeriksanya sebelum JP dihitung."))
            return redirect("pelatihan:luar", satu.pk)
    return render(request, "pelatihan/luar_baru.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def lihat(request: HttpRequest, luar_id: UUID) -> HttpResponse:
    """One record; its owner corrects here what was sent back."""
    satu = get_object_or_404(baca.luar_terlihat(request.pelaku), pk=luar_id)
    dapat_ubah = satu.status == StatusLuar.DIKEMBALIKAN and boleh(
        request.pelaku, Izin.KEBUTUHAN_TANGGAPI, satu
    )
    form = _form_ubah(request, satu) if dapat_ubah else None
    if request.method == "POST":
        if not boleh(request.pelaku, Izin.KEBUTUHAN_TANGGAPI, satu):
            raise PermissionDenied
        if form is not None and form.is_valid() and _perbaiki(request, satu, form):
            return redirect("pelatihan:luar", satu.pk)
    konteks = {
        "luar": satu,
        "form": form,
        "form_catatan": CatatanForm(),
        "memeriksa": satu.status == StatusLuar.DIAJUKAN
        and satu.pegawai_id != request.pelaku.pegawai_id
        and boleh(request.pelaku, Izin.PELATIHAN_TETAPKAN, satu),
        "milik_saya": satu.pegawai_id == request.pelaku.pegawai_id,
        "riwayat": list(satu.riwayat.select_related("oleh").order_by("-id")),
    }
    galat = form is not None and bool(form.errors)
    return render(request, "pelatihan/luar.html", konteks, status=422 if galat else 200)


def _isian(form: LuarForm) -> luar.IsianLuar:
    return luar.IsianLuar(**{k: form.cleaned_data[k] for k in ISIAN})


def _form_ubah(request: HttpRequest, satu: PelatihanLuar) -> LuarForm:
    awal = {k: getattr(satu, k) for k in ISIAN}
    return LuarForm(
        request.POST or None, request.FILES or None, hari=timezone.localdate(), ubah=True, initial=awal
    )


def _perbaiki(request: HttpRequest, satu: PelatihanLuar, form: LuarForm) -> bool:
    berkas = form.cleaned_data["berkas"]
    try:
        luar.perbaiki(luar=satu, oleh=request.pegawai, isian=_isian(form), berkas=berkas)
    except ValidationError as galat:
        form.add_error(None, galat)
        return False
    except TransisiDitolak as galat:
        messages.error(request, t(galat.alasan))
        return True
    messages.success(request, _("Diajukan lagi untuk diperiksa."))
    return True


@require_POST
def tindakan(request: HttpRequest, luar_id: UUID, aksi: str) -> HttpResponse:
    """HR accepts or sends back; the owner withdraws."""
    izin = Izin.KEBUTUHAN_TANGGAPI if aksi == "tarik" else Izin.PELATIHAN_TETAPKAN
    satu = ambil(baca.luar_terlihat(request.pelaku), request.pelaku, izin, pk=luar_id)
    if aksi == "tarik":
        lakukan(request, lambda: luar.tarik(luar=satu, oleh=request.pegawai), _("Catatan ini ditarik."))
        return redirect("pelatihan:saya")
    form = CatatanForm(request.POST)
    if aksi == "kembalikan" and not form.is_valid():
        messages.error(request, galat_pertama(form))
        return redirect("pelatihan:luar", satu.pk)
    catatan = form.cleaned_data["catatan"] if aksi == "kembalikan" else ""
    ucapan = _("Diterima; JP dihitung.") if aksi == "terima" else _("Dikembalikan dengan catatan Anda.")
    lakukan(
        request,
        lambda: luar.putuskan(luar=satu, aksi=aksi, oleh=request.pegawai, catatan=catatan),
        ucapan,
    )
    return redirect("pelatihan:luar_periksa")


@require_safe
def periksa(request: HttpRequest) -> HttpResponse:
    """What waits to be checked."""
    if not baca.mengelola(request.pelaku):
        raise PermissionDenied
    daftar = list(baca.luar_menunggu(request.pelaku).order_by("diajukan_pada", "id")[:100])
    return render(request, "pelatihan/luar_periksa.html", {"daftar": daftar})


@require_safe
def berkas(request: HttpRequest, luar_id: UUID) -> HttpResponseBase:
    """The certificate, shown in a sandbox."""
    satu = get_object_or_404(baca.luar_terlihat(request.pelaku), pk=luar_id)
    try:
        isi = satu.berkas.open("rb")
    except (FileNotFoundError, ValueError):
        raise Http404(_("Berkas ini tidak ada di penyimpanan.")) from None
    jawaban = FileResponse(isi, filename=satu.nama_berkas, content_type=satu.jenis_konten)
    for nama, nilai in KEPALA_AMAN.items():
        jawaban.headers[nama] = nilai
    return jawaban
