"""The papers of cases, plans and conversions as PDF, through the permission of the page they belong to."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from inti.models import DokumenTerbit
from inti.services.dokumen import pdf
from penghargaan.models import Sanksi
from penghargaan.services import angka_kredit_baca, naskah_kredit, perbaikan_baca, sanksi_baca
from penghargaan.services.naskah_kredit import naskah_konversi
from penghargaan.services.naskah_perbaikan import disepakati, naskah_perbaikan
from penghargaan.services.naskah_sanksi import BERITA_ACARA, KEPUTUSAN, naskah_sanksi, tersedia

KEPALA_AMAN = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "private, no-store",
}


@require_safe
def sanksi(request: HttpRequest, pk: UUID, nama: str) -> HttpResponse:
    """A paper of a case; one issued before this kind of paper existed is issued by its first reading."""
    perkara = get_object_or_404(sanksi_baca.sanksi_terlihat(request.pelaku), pk=pk)
    if nama not in tersedia(perkara):
        raise Http404
    return _kirim(request, naskah_sanksi(sanksi=perkara, nama=nama, oleh=request.pegawai), nama)


@require_safe
def perbaikan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """An agreed plan."""
    rencana = get_object_or_404(perbaikan_baca.rencana_terlihat(request.pelaku), pk=pk)
    if not disepakati(rencana):
        raise Http404
    return _kirim(request, naskah_perbaikan(rencana=rencana, oleh=request.pegawai), "rencana-perbaikan")


@require_safe
def konversi(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form of one conversion."""
    semua = angka_kredit_baca.baris_terlihat(request.pelaku).select_related(*naskah_kredit.TERKAIT)
    baris = get_object_or_404(semua, pk=pk)
    if not naskah_kredit.dapat_dicetak(baris):
        raise Http404
    return _kirim(request, naskah_konversi(baris=baris, oleh=request.pegawai), "konversi-angka-kredit")


def tautan_sanksi(perkara: Sanksi) -> list[tuple[str, str]]:
    """Name and label of every paper of a case, in order."""
    label = {BERITA_ACARA: _("Berita acara pemeriksaan (PDF)"), KEPUTUSAN: _("Surat keputusan (PDF)")}
    return [
        (nama, label.get(nama) or _("Surat panggilan %(ke)s (PDF)") % {"ke": nama[-1]})
        for nama in tersedia(perkara)
    ]


def _kirim(request: HttpRequest, dokumen: DokumenTerbit, nama: str) -> HttpResponse:
    jawaban = HttpResponse(pdf(dokumen), content_type="application/pdf")
    for kepala, nilai in KEPALA_AMAN.items():
        jawaban.headers[kepala] = nilai
    berkas = f"{nama}-{dokumen.kode}.pdf"
    jawaban.headers["Content-Disposition"] = content_disposition_header("unduh" in request.GET, berkas) or ""
    return jawaban
