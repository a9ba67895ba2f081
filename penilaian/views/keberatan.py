"""Pages of an objection: the list, filing, following, explaining, deciding."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akses.ambil import ambil
from akses.enums import Izin
from akses.services import boleh
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from pelaksanaan.views.bukti import sajikan
from penilaian.enums import StatusKeberatan
from penilaian.forms_keberatan import FormAjukan, FormJelaskan, FormKeterangan, FormPutusan
from penilaian.models import Keberatan
from penilaian.services import keberatan as layanan
from penilaian.services import keberatan_daftar as daftar_layanan
from penilaian.services.keberatan_putus import putuskan as putuskan_keberatan
from penilaian.services.keberatan_rinci import alamat_hasil, evaluasi_terlihat, susun_rinci
from penilaian.services.keberatan_syarat import kemungkinan
from penilaian.views.alat import BENTROK, TIDAK_LENGKAP


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Objections: one's own, those that wait for the reader, all he may read; filtered and paged."""
    jumlah = daftar_layanan.lingkup(request.pelaku)
    bawaan = daftar_layanan.MENUNGGU if jumlah[daftar_layanan.MENUNGGU] else daftar_layanan.SAYA
    if not jumlah[bawaan] and jumlah[daftar_layanan.SEMUA]:
        bawaan = daftar_layanan.SEMUA
    lingkup = request.GET.get("lingkup", "")
    lingkup = lingkup if lingkup in jumlah else bawaan
    semua = daftar_layanan.dalam_lingkup(request.pelaku, lingkup)
    hitungan = daftar_layanan.hitung_status(semua)
    status = request.GET.get("status", "")
    status = status if status in StatusKeberatan.values else ""
    isi = {
        "jumlah": jumlah,
        "lingkup": lingkup,
        "status": status,
        "pilihan_status": [(s.value, s.label, hitungan[s.value]) for s in StatusKeberatan],
        "banyak_status": sum(1 for n in hitungan.values() if n),
        "total": sum(hitungan.values()),
        "lembar": daftar_layanan.halaman_keberatan(
            semua.filter(status=status) if status else semua, request.GET
        ),
    }
    return render(request, "penilaian/keberatan/daftar.html", isi)


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest, jenis: str, pk: UUID) -> HttpResponse:
    """File an objection, or learn why none is possible."""
    evaluasi = _evaluasi(request, jenis, pk)
    mungkin = kemungkinan(evaluasi)
    if mungkin.keberatan:
        return redirect("penilaian:keberatan-rinci", pk=mungkin.keberatan.pk)
    form = FormAjukan(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            hasil = layanan.ajukan(
                evaluasi=evaluasi,
                oleh=request.pegawai,
                alasan=form.cleaned_data["alasan"],
                berkas=form.cleaned_data["berkas"],
            )
        except (TransisiDitolak, ValidationError) as galat:
            _catat(form, galat)
        else:
            messages.success(
                request, _("Keberatan %(nomor)s diajukan. Anda akan diberi kabar.") % {"nomor": hasil.nomor}
            )
            return redirect("penilaian:keberatan-rinci", pk=hasil.pk)
    isi = {
        "evaluasi": evaluasi,
        "mungkin": mungkin,
        "form": form,
        "kembali": alamat_hasil(evaluasi),
        "sebutan": getattr(evaluasi, "periode", None) or evaluasi.siklus,
    }
    status = TIDAK_LENGKAP if request.method == "POST" else 200
    return render(request, "penilaian/keberatan/baru.html", isi, status=status)


@require_safe
def rinci(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One objection for each of the three and for readers."""
    return _halaman(request, get_object_or_404(daftar_layanan.terlihat(request.pelaku), pk=pk))


@require_POST
def cabut(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Withdraw it."""
    keberatan = _ambil(request, pk, Izin.KEBERATAN_AJUKAN)
    try:
        layanan.cabut(keberatan=keberatan, oleh=request.pegawai)
    except TransisiDitolak as ditolak:
        messages.error(request, t(ditolak.alasan))
    else:
        messages.success(request, _("Keberatan dicabut. Hasil semula tetap berlaku."))
    return redirect("penilaian:keberatan-rinci", pk=pk)


@require_POST
def jelaskan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The assessor explains."""
    keberatan = _ambil(request, pk, Izin.KEBERATAN_TANGGAPI)
    form = FormJelaskan(request.POST)
    if form.is_valid():
        try:
            penjelasan = form.cleaned_data["penjelasan"]
            layanan.jelaskan(keberatan=keberatan, oleh=request.pegawai, penjelasan=penjelasan)
        except TransisiDitolak as ditolak:
            form.add_error(None, t(ditolak.alasan))
            return _halaman(request, keberatan, BENTROK, form_jelaskan=form)
        messages.success(request, _("Penjelasan dikirim."))
        return redirect("penilaian:keberatan-rinci", pk=pk)
    return _halaman(request, keberatan, TIDAK_LENGKAP, form_jelaskan=form)


@require_POST
def keterangan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One of the three adds words or files."""
    keberatan = get_object_or_404(daftar_layanan.terlihat(request.pelaku), pk=pk)
    layanan.wajib_pihak(keberatan, oleh=request.pegawai)
    form = FormKeterangan(request.POST, request.FILES)
    if form.is_valid():
        isi = form.cleaned_data
        try:
            layanan.tambah_keterangan(
                keberatan=keberatan, oleh=request.pegawai, isi=isi["isi"], berkas=isi["berkas"]
            )
        except (TransisiDitolak, ValidationError) as galat:
            _catat(form, galat)
        else:
            messages.success(request, _("Keterangan ditambahkan."))
            return redirect("penilaian:keberatan-rinci", pk=pk)
    return _halaman(request, keberatan, TIDAK_LENGKAP, form_keterangan=form)


@require_POST
def putuskan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The superior decides."""
    keberatan = _ambil(request, pk, Izin.KEBERATAN_PUTUSKAN)
    form = FormPutusan(request.POST)
    if not form.is_valid():
        return _halaman(request, keberatan, TIDAK_LENGKAP, form_putusan=form)
    try:
        putuskan_keberatan(keberatan=keberatan, oleh=request.pegawai, putusan=form.isi_putusan())
    except TransisiDitolak as ditolak:
        form.add_error(None, t(ditolak.alasan))
        return _halaman(request, keberatan, BENTROK, form_putusan=form)
    messages.success(request, _("Keputusan disimpan dan disampaikan kepada kedua pihak."))
    return redirect("penilaian:keberatan-rinci", pk=pk)


@require_safe
def bukti(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """A file of an objection, served as evidence is."""
    return sajikan(request, get_object_or_404(daftar_layanan.bukti_terlihat(request.pelaku), pk=pk))


def _evaluasi(request: HttpRequest, jenis: str, pk: UUID) -> Any:
    """The evaluation one may object to; 404 for a stranger, 403 for whoever only reads it."""
    semua = evaluasi_terlihat(request.pelaku, jenis)
    if semua is None:
        raise Http404
    return ambil(semua, request.pelaku, Izin.KEBERATAN_AJUKAN, pk=pk)


def _ambil(request: HttpRequest, pk: UUID, izin: Izin) -> Keberatan:
    return ambil(daftar_layanan.terlihat(request.pelaku), request.pelaku, izin, pk=pk)


def _catat(form: Form, galat: TransisiDitolak | ValidationError) -> None:
    if isinstance(galat, ValidationError):
        form.add_error("berkas", " ".join(galat.messages))
    else:
        form.add_error(None, t(galat.alasan))


def _halaman(request: HttpRequest, keberatan: Keberatan, status: int = 200, **form: Form) -> HttpResponse:
    """The page with the forms this person may use now."""
    if status != 200:
        keberatan = get_object_or_404(daftar_layanan.terlihat(request.pelaku), pk=keberatan.pk)
    isi = susun_rinci(keberatan)
    orang = request.pelaku.pegawai_id
    pihak = orang in {keberatan.pegawai_id, keberatan.penilai_id, keberatan.pemutus_id}
    memutus = keberatan.berjalan and boleh(request.pelaku, Izin.KEBERATAN_PUTUSKAN, keberatan)
    menjelaskan = keberatan.status == StatusKeberatan.DIAJUKAN and orang == keberatan.penilai_id
    isi |= {
        "milik": orang == keberatan.pegawai_id,
        "boleh_cabut": keberatan.berjalan and orang == keberatan.pegawai_id,
        "form_jelaskan": form.get("form_jelaskan") or (FormJelaskan() if menjelaskan else None),
        "form_putusan": form.get("form_putusan") or (FormPutusan() if memutus else None),
        "form_keterangan": form.get("form_keterangan")
        or (FormKeterangan() if pihak and keberatan.berjalan else None),
    }
    return render(request, "penilaian/keberatan/rinci.html", isi, status=status)
