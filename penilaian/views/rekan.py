"""Colleagues: what I am asked about whom, and who is asked about me or about somebody in my team."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akses.ambil import ambil
from akses.enums import Izin
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from penilaian.enums import StatusTugasRekan
from penilaian.forms_rekan import FormCoret, FormJawaban
from penilaian.models import HasilRekan, TugasRekan
from penilaian.services import rekan_baca as baca
from penilaian.services.coret_rekan import coret as coret_rekan
from penilaian.services.coret_rekan import sisa_coret
from penilaian.services.hasil_rekan import untuk
from penilaian.services.jawaban_rekan import kirim_jawaban
from penilaian.services.rekan_dasar import masa
from penilaian.views.alat import BENTROK, TIDAK_LENGKAP


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Whom I am asked about now, and what there is about me."""
    isi = {"giliran": baca.giliran(request.pelaku), "tentang": baca.tentang_saya(request.pelaku)}
    return render(request, "penilaian/rekan/daftar.html", isi)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def jawab(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The questions about one colleague. What was typed lives on the page alone until it is sent."""
    tugas = ambil(baca.tugas_saya(request.pelaku), request.pelaku, Izin.REKAN_JAWAB, pk=pk)
    undian = baca.undian_dari(tugas.periode_id)
    kini = masa(undian)
    if tugas.status != StatusTugasRekan.MENUNGGU or not kini.menjawab:
        return redirect("penilaian:rekan")
    form = FormJawaban(undian.kuesioner, baca.butir(undian.kuesioner), request.POST or None)
    isi = {"tugas": tugas, "undian": undian, "masa": kini, "form": form}
    if request.method != "POST":
        return _tanpa_simpan(render(request, "penilaian/rekan/jawab.html", isi))
    if not form.is_valid():
        return _tanpa_simpan(render(request, "penilaian/rekan/jawab.html", isi, status=TIDAK_LENGKAP))
    return _kirim(request, tugas, form)


@require_safe
def tentang(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who is asked about somebody, as long as it runs; then what came of it."""
    return _tentang(request, get_object_or_404(baca.terlihat(request.pelaku), pk=pk), FormCoret())


@require_POST
def coret(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Strike a colleague out, with a reason; another one is drawn."""
    tugas = ambil(baca.tugas_tentang(request.pelaku), request.pelaku, Izin.REKAN_CORET, pk=pk)
    hasil = get_object_or_404(baca.terlihat(request.pelaku), pk=tugas.hasil_id)
    form = FormCoret(request.POST)
    if not form.is_valid():
        return _tentang(request, hasil, form, TIDAK_LENGKAP, dicoret=tugas.pk)
    try:
        pengganti = coret_rekan(tugas=tugas, oleh=request.pegawai, alasan=form.cleaned_data["alasan"])
    except TransisiDitolak as tolak:
        form.add_error(None, t(tolak.alasan))
        return _tentang(request, hasil, form, BENTROK, dicoret=tugas.pk)
    kata = _("%(nama)s dicoret.") if pengganti is None else _("%(nama)s dicoret, diganti %(pengganti)s.")
    messages.success(request, kata % {"nama": tugas.rekan.nama, "pengganti": pengganti and pengganti.nama})
    return redirect("penilaian:rekan_tentang", pk=hasil.pk)


def _kirim(request: HttpRequest, tugas: TugasRekan, form: FormJawaban) -> HttpResponse:
    try:
        kirim_jawaban(tugas=tugas, oleh=request.pegawai, isi=form.isi)
    except TransisiDitolak as tolak:
        messages.error(request, t(tolak.alasan))
    else:
        messages.success(request, _("Terkirim tanpa nama. Terima kasih."))
    return redirect("penilaian:rekan")


def _tentang(
    request: HttpRequest, hasil: HasilRekan, form: FormCoret, status: int = 200, **lain: Any
) -> HttpResponse:
    undian = baca.undian_dari(hasil.periode_id)
    isi = {
        "hasil": hasil,
        "undian": undian,
        "masa": masa(undian),
        "sisa_coret": sisa_coret(undian, hasil, request.pelaku.pegawai_id),
        "sendiri": hasil.pegawai_id == request.pelaku.pegawai_id,
        "diminta": baca.diminta_tentang(request.pelaku, hasil),
        "hasil_rekan": untuk(request.pelaku, hasil.pegawai, [hasil.periode_id]),
        "form": form,
        **lain,
    }
    return render(request, "penilaian/rekan/tentang.html", isi, status=status)


def _tanpa_simpan(jawaban: HttpResponse) -> HttpResponse:
    """A shared office computer keeps no copy of the page."""
    jawaban.headers["Cache-Control"] = "no-store, private"
    return jawaban
