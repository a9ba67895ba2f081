"""The assessor's queue."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from penilaian.enums import StatusEvaluasi
from penilaian.forms_capaian import FormAlasanDistribusi
from penilaian.services.antrean import (
    antrean,
    halaman,
    hitung_status,
    periode_dinilai,
    periode_terpilih,
)
from penilaian.services.baca import DINILAI
from penilaian.services.distribusi import keadaan
from penilaian.services.tenggat import jadwal
from sasaran.models import Periode


@require_safe
def antrean_penilaian(request: HttpRequest) -> HttpResponse:
    """Whom the reader assesses in a period, by status; one page at a time."""
    penilai = request.pelaku.pegawai_id
    periode = periode_dinilai(penilai)
    dipilih = periode_terpilih(periode, _uuid(request.GET.get("periode")))
    hitungan = hitung_status(penilai, dipilih.pk if dipilih else None)
    isi = {
        "periode": periode,
        "dipilih": dipilih,
        "pilihan_status": [(s.value, s.label, hitungan[s]) for s in StatusEvaluasi if hitungan.get(s)],
        "dari": sum(hitungan.values()),
        "selesai": sum(hitungan.get(s, 0) for s in DINILAI),
        "distribusi": keadaan(penilai_id=penilai, siklus=dipilih.siklus, periode=dipilih)
        if dipilih
        else None,
        "form_alasan": FormAlasanDistribusi(),
        **_halaman(request, penilai, dipilih),
    }
    return render(request, "penilaian/antrean.html", isi)


def _halaman(request: HttpRequest, penilai: UUID | None, dipilih: Periode | None) -> dict[str, Any]:
    """The rows of this page with the addresses of its neighbours."""
    status = request.GET.get("status", "")
    status = status if status in StatusEvaluasi.values else ""
    semua = antrean(penilai, dipilih.pk if dipilih else None)
    mundur = "sebelum" in request.GET
    kunci = _uuid(request.GET.get("sebelum" if mundur else "setelah"))
    satu = halaman(semua.filter(status=status) if status else semua, mulai=kunci, mundur=mundur)
    dasar = {"periode": dipilih.pk if dipilih else "", "status": status}
    return {
        "status": status,
        "baris": satu.baris,
        "jadwal": jadwal(satu.baris[0]) if satu.baris else None,
        "alamat_sebelum": _alamat(dasar, sebelum=satu.sebelumnya),
        "alamat_sesudah": _alamat(dasar, setelah=satu.berikutnya),
    }


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
