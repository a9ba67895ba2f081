"""The assessor's queue."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from penilaian.enums import StatusEvaluasi
from penilaian.services.antrean import (
    antrean,
    halaman,
    hitung_status,
    periode_dinilai,
    periode_terpilih,
)
from penilaian.services.baca import DINILAI
from penilaian.services.tenggat import jadwal


@require_safe
def antrean_penilaian(request: HttpRequest) -> HttpResponse:
    """Whom the reader assesses in a period, by status; one page at a time."""
    penilai = request.pelaku.pegawai_id
    periode = periode_dinilai(penilai)
    dipilih = periode_terpilih(periode, _uuid(request.GET.get("periode")))
    status = request.GET.get("status", "")
    if status not in StatusEvaluasi.values:
        status = ""
    periode_id = dipilih.pk if dipilih else None
    semua = antrean(penilai, periode_id)
    mundur = "sebelum" in request.GET
    kunci = _uuid(request.GET.get("sebelum" if mundur else "setelah"))
    lembar = halaman(semua.filter(status=status) if status else semua, mulai=kunci, mundur=mundur)
    hitungan = hitung_status(penilai, periode_id)
    dasar = {"periode": periode_id or "", "status": status}
    isi = {
        "periode": periode,
        "dipilih": dipilih,
        "status": status,
        "pilihan_status": [(s.value, s.label, hitungan.get(s, 0)) for s in StatusEvaluasi if hitungan.get(s)],
        "dari": sum(hitungan.values()),
        "selesai": sum(hitungan.get(s, 0) for s in DINILAI),
        "baris": lembar.baris,
        "jadwal": jadwal(lembar.baris[0]) if lembar.baris else None,
        "alamat_sebelum": _alamat(dasar, sebelum=lembar.sebelumnya),
        "alamat_sesudah": _alamat(dasar, setelah=lembar.berikutnya),
    }
    return render(request, "penilaian/antrean.html", isi)


def _alamat(dasar: dict[str, object], **kunci: UUID | None) -> str:
    isi = {k: v for k, v in kunci.items() if v}
    if not isi:
        return ""
    return f"{reverse('penilaian:antrean')}?{urlencode({k: v for k, v in (dasar | isi).items() if v})}"


def _uuid(teks: str | None) -> UUID | None:
    try:
        return UUID(teks or "")
    except ValueError:
        return None
