"""What the assessor expects in particular of each of the seven values."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from akses.ambil import ambil
from akses.enums import Izin
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from sasaran.forms import EkspektasiForm
from sasaran.models import SKP
from sasaran.services import baca, ekspektasi


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, skp_id: UUID) -> HttpResponse:
    """Write, change or withdraw expectations; a plan whose time is over is read on its own page."""
    rencana = ambil(baca.skp_terlihat(request.pelaku), request.pelaku, Izin.SKP_TETAPKAN, pk=skp_id)
    if tertutup := ekspektasi.alasan_tertutup(rencana):
        messages.warning(request, tertutup)
        return redirect(_ke(rencana))
    baris = ekspektasi.baris_nilai(rencana)
    formulir = EkspektasiForm(request.POST or None, initial={b.nilai.kode: b.isi for b in baris})
    if not formulir.is_bound:
        return _halaman(request, rencana, formulir)
    if not formulir.is_valid():
        return _halaman(request, rencana, formulir, 422)
    return _simpan(request, rencana, formulir)


def _simpan(request: HttpRequest, rencana: SKP, formulir: EkspektasiForm) -> HttpResponse:
    try:
        berubah = ekspektasi.tetapkan_ekspektasi(
            skp=rencana, oleh=request.pegawai, isian=formulir.cleaned_data
        )
    except ValidationError as galat:
        formulir.add_error(None, galat)
        return _halaman(request, rencana, formulir, 422)
    except TransisiDitolak as galat:
        messages.error(request, t(galat.alasan))
        return redirect(_ke(rencana))
    messages.success(request, _ucapan(rencana, len(berubah)))
    return redirect(_ke(rencana))


def _ucapan(rencana: SKP, banyak: int) -> str:
    if not banyak:
        return _("Tidak ada yang berubah.")
    return ngettext(
        "Ekspektasi untuk %(n)s nilai tersimpan dan dikabarkan kepada %(nama)s.",
        "Ekspektasi untuk %(n)s nilai tersimpan dan dikabarkan kepada %(nama)s.",
        banyak,
    ) % {"n": banyak, "nama": rencana.pegawai.panggilan}


def _ke(rencana: SKP) -> str:
    return reverse("sasaran:lihat", args=[rencana.pk]) + "#perilaku"


def _halaman(request: HttpRequest, rencana: SKP, formulir: EkspektasiForm, status: int = 200) -> HttpResponse:
    isi = {"skp": rencana, "formulir": formulir}
    return render(request, "sasaran/skp/ekspektasi.html", isi, status=status)
