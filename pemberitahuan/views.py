"""The inbox: a list, opening one (marks it read and leads on), marking all as read."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from inti.halaman import halaman
from pemberitahuan.services import kotak_masuk, tandai_dibaca, tandai_semua_dibaca
from pemberitahuan.teks import teks

URUTAN = ("-dibuat_pada", "-id")
IKON = {
    "skp": "target",
    "umpan_balik": "message-circle",
    "evaluasi": "clipboard-check",
    "pengingat": "alarm-clock",
    "penilaian": "clipboard-check",
}


def _ikon(jenis: str) -> str:
    return next((ikon for awalan, ikon in IKON.items() if jenis.startswith(awalan)), "bell")


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """My messages, newest first."""
    isi = halaman(kotak_masuk(request.pelaku), URUTAN, request.GET)
    baris = [(pesan, *teks(pesan.jenis, pesan.data), _ikon(pesan.jenis)) for pesan in isi.baris]
    belum = any(pesan.dibaca_pada is None for pesan in isi.baris)
    return render(request, "pemberitahuan/daftar.html", {"halaman": isi, "baris": baris, "ada_belum": belum})


@require_POST
def buka(request: HttpRequest, pesan: UUID) -> HttpResponse:
    """Mark a message as read and go where it leads, never out of this application."""
    milik = get_object_or_404(kotak_masuk(request.pelaku), pk=pesan)
    tautan = tandai_dibaca(pesan=milik, oleh=request.pegawai)
    aman = tautan.startswith("/") and url_has_allowed_host_and_scheme(tautan, allowed_hosts=None)
    return redirect(tautan if aman else "pemberitahuan:daftar")


@require_POST
def semua_dibaca(request: HttpRequest) -> HttpResponse:
    """Mark everything as read."""
    n = tandai_semua_dibaca(oleh=request.pegawai) if request.pegawai else 0
    if n:
        kalimat = ngettext("%(n)s kabar ditandai sudah dibaca.", "%(n)s kabar ditandai sudah dibaca.", n)
        messages.success(request, kalimat % {"n": n})
    else:
        messages.info(request, _("Semua kabar sudah dibaca."))
    return redirect("pemberitahuan:daftar")
