"""The documents of an evaluation as PDF."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from akses.models import JenisLihat
from akses.pelaku import Pelaku
from akses.pengamat import catat_lihat
from inti.cetak import sidik_templat
from inti.models import DokumenTerbit
from inti.services.dokumen import pdf
from penilaian.models import EvaluasiPeriodik
from penilaian.services.dokumen import (
    DOKUMEN,
    HASIL,
    JENIS,
    Evaluasi,
    boleh_baca,
    dokumen_evaluasi,
    jenis_terbuka,
    nama_berkas,
    periodik_terlihat,
    tahunan_terlihat,
)

KEPALA_AMAN = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "private, no-cache",  # kept, but asked again: the permission may have ended
}


@require_safe
def periodik(request: HttpRequest, pk: UUID, jenis: str) -> HttpResponse:
    """A document of a periodic evaluation. The first reading issues it; that is all it writes."""
    return _kirim(request, get_object_or_404(periodik_terlihat(request.pelaku), pk=pk), jenis)


@require_safe
def tahunan(request: HttpRequest, pk: UUID, jenis: str) -> HttpResponse:
    """A document of a yearly evaluation, as `periodik`."""
    return _kirim(request, get_object_or_404(tahunan_terlihat(request.pelaku), pk=pk), jenis)


def tautan(evaluasi: Evaluasi, pelaku: Pelaku) -> list[tuple[str, str]]:
    """Address and label of every document of an evaluation that its reader may have (yet)."""
    if not boleh_baca(evaluasi, pelaku):
        return []
    alamat = "penilaian:dokumen" if isinstance(evaluasi, EvaluasiPeriodik) else "penilaian:dokumen_tahunan"
    label = {HASIL: _("Hasil evaluasi (PDF)"), DOKUMEN: _("Dokumen evaluasi (PDF)")}
    terbuka = jenis_terbuka(evaluasi, pelaku)
    return [(reverse(alamat, args=[evaluasi.pk, j]), label[j]) for j in (DOKUMEN, HASIL) if j in terbuka]


def _kirim(request: HttpRequest, evaluasi: Evaluasi, jenis: str) -> HttpResponse:
    if jenis not in JENIS:
        raise Http404
    if jenis not in jenis_terbuka(evaluasi, request.pelaku):
        raise PermissionDenied
    catat_lihat(request, evaluasi, JenisLihat.HASIL)
    dokumen = dokumen_evaluasi(evaluasi=evaluasi, jenis=jenis, oleh=request.pegawai)
    etag = _etag(dokumen)
    jawaban = get_conditional_response(request, etag=etag) or HttpResponse(
        pdf(dokumen), content_type="application/pdf"
    )
    for nama, nilai in KEPALA_AMAN.items():
        jawaban.headers[nama] = nilai
    jawaban.headers["ETag"] = etag
    nama_unduh = content_disposition_header("unduh" in request.GET, nama_berkas(dokumen))
    jawaban.headers["Content-Disposition"] = nama_unduh or "inline"
    return jawaban


def _etag(dokumen: DokumenTerbit) -> str:
    return f'"{dokumen.sha256[:32]}-{dokumen.keadaan}-{sidik_templat()}"'
