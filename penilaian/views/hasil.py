"""One's evaluations of the years, one result, why it is so, and acknowledging it."""

from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from akses.enums import Izin
from akses.models import JenisLihat
from akses.pengamat import catat_lihat
from akses.services import boleh
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from penilaian.enums import StatusEvaluasi
from penilaian.forms import FormTerima
from penilaian.models import EvaluasiPeriodik
from penilaian.services.baca import Sudut, milik, nomor_tanda_terima, sudah_dinilai, sudut_dari
from penilaian.services.diri import terima as terima_hasil
from penilaian.services.hasil_rekan import untuk as hasil_rekan
from penilaian.services.lembar import susun_lembar
from penilaian.services.penjelasan import uraikan
from penilaian.services.rekaman import rekaman
from penilaian.services.riwayat import riwayat
from penilaian.services.tenggat import jadwal
from penilaian.views.alat import BENTROK, TIDAK_LENGKAP, ambil, konteks_keberatan
from penilaian.views.dokumen import tautan as tautan_dokumen


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """One's own evaluations, a card per year, what is to be done first."""
    semua = list(milik(request.pelaku))
    tahunan = [(siklus, list(baris)) for siklus, baris in groupby(semua, key=lambda e: e.periode.siklus)]
    perlu = [
        (e, jadwal(e)) for e in semua if e.status in (StatusEvaluasi.TERBUKA, StatusEvaluasi.DISAMPAIKAN)
    ][:3]
    return render(request, "penilaian/daftar.html", {"tahunan": tahunan, "perlu": perlu})


@require_safe
def hasil(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One evaluation for the employee and for those who may read it."""
    evaluasi = ambil(request, pk)
    catat_lihat(request, evaluasi, JenisLihat.HASIL)
    return _halaman(request, evaluasi, FormTerima())


@require_POST
def terima(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The employee has read the result, perhaps with an answer."""
    evaluasi = ambil(request, pk, Izin.EVALUASI_TERIMA)
    form = FormTerima(request.POST)
    if not form.is_valid():
        return _halaman(request, evaluasi, form, TIDAK_LENGKAP)
    try:
        terima_hasil(evaluasi=evaluasi, oleh=request.pegawai, tanggapan=form.cleaned_data["tanggapan"])
    except TransisiDitolak as tolak:
        form.add_error(None, t(tolak.alasan))
        return _halaman(request, evaluasi, form, BENTROK)
    return redirect("penilaian:hasil", pk=pk)


@require_safe
def mengapa(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Why this predikat: every step, enough to recompute the result by hand."""
    evaluasi = ambil(request, pk)
    if not sudah_dinilai(evaluasi):
        return redirect("penilaian:hasil", pk=pk)
    catat_lihat(request, evaluasi, JenisLihat.HASIL)
    konteks = {
        "evaluasi": evaluasi,
        "sudut": sudut_dari(evaluasi, request.pelaku.pegawai_id),
        "uraian": uraikan(rekaman(evaluasi)),
        "boleh_umpan_balik": boleh(request.pelaku, Izin.UMPAN_BALIK_LIHAT, evaluasi),
        "jadwal": jadwal(evaluasi),
        "riwayat": riwayat(evaluasi),
        **konteks_keberatan(request, evaluasi),
    }
    return render(request, "penilaian/mengapa.html", konteks)


def _halaman(
    request: HttpRequest, evaluasi: EvaluasiPeriodik, form: FormTerima, status: int = 200
) -> HttpResponse:
    sudut = sudut_dari(evaluasi, request.pelaku.pegawai_id)
    dinilai = sudah_dinilai(evaluasi)
    terbaca = dinilai or (sudut is not Sudut.PEMBACA and evaluasi.diajukan_pada is not None)
    isi: dict[str, Any] = {
        "evaluasi": evaluasi,
        "sudut": sudut,
        "nomor": nomor_tanda_terima(evaluasi),
        "dinilai": dinilai,
        "lembar": susun_lembar(evaluasi, sudut) if terbaca else None,
        "jadwal": jadwal(evaluasi),
        "riwayat": riwayat(evaluasi),
        "form": form,
        "hasil_rekan": hasil_rekan(request.pelaku, evaluasi.pegawai, [evaluasi.periode_id]),
        "dokumen": tautan_dokumen(evaluasi, request.pelaku),
        "boleh_terima": sudut is Sudut.PEGAWAI and evaluasi.status == StatusEvaluasi.DISAMPAIKAN,
        **(konteks_keberatan(request, evaluasi) if dinilai else {}),
    }
    return render(request, "penilaian/hasil.html", isi, status=status)
