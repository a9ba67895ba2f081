"""Decisions on participations, the questionnaire, the certificate."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akses.ambil import ambil
from akses.enums import Izin
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from pelatihan.enums import StatusPeserta
from pelatihan.forms import CatatanForm, TanggapanForm
from pelatihan.models import Peserta
from pelatihan.services import baca, hasil, jp, kursi, usulan
from pelatihan.services.sertifikat import sertifikat as buat_sertifikat
from pelatihan.views.alat import galat_pertama, kembali, lakukan

# action → permission, whether a note is needed, what is said afterwards
AKSI = {
    "setujui": (Izin.PELATIHAN_SETUJUI, False, gettext_lazy("Usulan disetujui dan diteruskan ke BKPSDM.")),
    "tolak_atasan": (
        Izin.PELATIHAN_SETUJUI,
        True,
        gettext_lazy("Usulan tidak disetujui; alasannya dikirim."),
    ),
    "tetapkan": (Izin.PELATIHAN_TETAPKAN, False, ""),
    "tolak": (Izin.PELATIHAN_TETAPKAN, True, gettext_lazy("Usulan tidak ditetapkan; alasannya dikirim.")),
    "undur": (Izin.PELATIHAN_USULKAN, True, gettext_lazy("Pengunduran diri dicatat.")),
    "luluskan": (Izin.PELATIHAN_KELOLA, False, gettext_lazy("Dinyatakan lulus; JP dicatat.")),
    "tidak_luluskan": (Izin.PELATIHAN_KELOLA, True, gettext_lazy("Hasil dicatat; alasannya dikirim.")),
}


@require_POST
def tindakan(request: HttpRequest, peserta_id: UUID, aksi: str) -> HttpResponse:
    """One move of a participation; the note is asked where the table wants one."""
    izin, perlu_catatan, ucapan = AKSI[aksi]
    satu = ambil(baca.peserta_terlihat(request.pelaku), request.pelaku, izin, pk=peserta_id)
    form = CatatanForm(request.POST)
    if perlu_catatan and not form.is_valid():
        messages.error(request, galat_pertama(form))
        return kembali(request, "pelatihan:sesi", satu.sesi_id)
    catatan = form.cleaned_data["catatan"] if perlu_catatan else ""
    try:
        jadi = _lakukan(request, satu, aksi, catatan)
    except TransisiDitolak as galat:
        messages.error(request, t(galat.alasan))
        return kembali(request, "pelatihan:sesi", satu.sesi_id)
    messages.success(request, str(ucapan) or _ucapan_kursi(jadi))
    return kembali(request, "pelatihan:sesi", satu.sesi_id)


def _lakukan(request: HttpRequest, satu: Peserta, aksi: str, catatan: str) -> Peserta:
    oleh = request.pegawai
    match aksi:
        case "setujui":
            return usulan.setujui(peserta=satu, oleh=oleh)
        case "tolak_atasan" | "tolak":
            return usulan.tolak(peserta=satu, aksi=aksi, oleh=oleh, catatan=catatan)
        case "tetapkan":
            return kursi.tetapkan(peserta=satu, oleh=oleh)
        case "undur":
            return usulan.undur(peserta=satu, oleh=oleh, catatan=catatan)
        case "luluskan":
            return hasil.luluskan(peserta=satu, oleh=oleh)
        case _:
            return hasil.tidak_luluskan(peserta=satu, oleh=oleh, catatan=catatan)


def _ucapan_kursi(satu: Peserta) -> str:
    nama = {"nama": satu.pegawai.nama_lengkap}
    if satu.status == StatusPeserta.MENUNGGU:
        return _("Kursi penuh: %(nama)s masuk daftar tunggu.") % nama
    return _("%(nama)s ditetapkan sebagai peserta.") % nama


@require_safe
def persetujuan(request: HttpRequest) -> HttpResponse:
    """What my team asks for, with the hours each has."""
    daftar = list(baca.menunggu_atasan(request.pelaku).order_by("sesi__mulai", "diusulkan_pada", "id")[:100])
    posisi = jp.posisi_banyak(orang=[p.pegawai for p in daftar], tahun=timezone.localdate().year)
    konteks = {"daftar": [(p, posisi[p.pegawai_id]) for p in daftar], "form": CatatanForm()}
    return render(request, "pelatihan/persetujuan.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def evaluasi(request: HttpRequest, peserta_id: UUID) -> HttpResponse:
    """What I think of the training; without my name."""
    satu = ambil(
        baca.peserta_terlihat(request.pelaku), request.pelaku, Izin.KEBUTUHAN_TANGGAPI, pk=peserta_id
    )
    form = TanggapanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        saran = form.cleaned_data.pop("saran")
        lakukan(
            request,
            lambda: hasil.tanggapi(peserta=satu, oleh=request.pegawai, nilai=form.cleaned_data, saran=saran),
            _("Terima kasih. Jawaban Anda tersimpan tanpa nama."),
        )
        return redirect("pelatihan:saya")
    konteks = {"form": form, "peserta": satu, "terbuka": hasil.boleh_menanggapi(satu)}
    return render(request, "pelatihan/evaluasi.html", konteks, status=422 if form.errors else 200)


@require_POST
def sertifikat(request: HttpRequest, peserta_id: UUID) -> HttpResponse:
    """The certificate as PDF; issued with the first request, the same ever after."""
    satu = ambil(baca.peserta_terlihat(request.pelaku), request.pelaku, Izin.PELATIHAN_LIHAT, pk=peserta_id)
    try:
        dokumen, isi = buat_sertifikat(peserta=satu, oleh=request.pegawai)
    except TransisiDitolak as galat:
        messages.error(request, t(galat.alasan))
        return redirect("pelatihan:sesi", satu.sesi_id)
    jawaban = HttpResponse(isi, content_type="application/pdf")
    jawaban.headers["Content-Disposition"] = f'attachment; filename="sertifikat-{dokumen.kode}.pdf"'
    jawaban.headers["Cache-Control"] = "private, no-store"
    return jawaban
