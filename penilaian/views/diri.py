"""The employee's self-assessment."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from akses.enums import Izin
from penilaian.enums import StatusEvaluasi
from penilaian.forms import FormDiri
from penilaian.models import EvaluasiPeriodik
from penilaian.services.baca import Sudut
from penilaian.services.diri import ajukan_penilaian_diri, kekurangan_diri, simpan_penilaian_diri
from penilaian.services.jaga import alasan_tertutup
from penilaian.services.lembar import susun_lembar
from penilaian.services.riwayat import catatan_pengembalian
from penilaian.services.tenggat import jadwal
from penilaian.views.alat import TIDAK_LENGKAP, HalamanDraf, ambil, jam_simpan, simpan_draf


@require_http_methods(["GET", "HEAD", "POST"])
def diri(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Fill in, save or submit one's self-assessment; what is submitted is read on the result page."""
    evaluasi = ambil(request, pk, Izin.EVALUASI_NILAI_DIRI)
    if request.method == "POST":
        return _simpan(request, evaluasi)
    if evaluasi.status != StatusEvaluasi.TERBUKA or alasan_tertutup(evaluasi):
        return redirect("penilaian:hasil", pk=pk)
    lembar = susun_lembar(evaluasi, Sudut.PEGAWAI)
    return _halaman(request, evaluasi, FormDiri(lembar, pada=evaluasi.diri_pada))


def _simpan(request: HttpRequest, evaluasi: EvaluasiPeriodik) -> HttpResponse:
    form = FormDiri(susun_lembar(evaluasi, Sudut.PEGAWAI), request.POST, pada=evaluasi.diri_pada)

    def simpan() -> EvaluasiPeriodik:
        return simpan_penilaian_diri(
            evaluasi=evaluasi,
            oleh=request.pegawai,
            isian=form.isian(),
            kunci=form.kunci_halaman,
            versi=form.versi_halaman,
        )

    halaman = HalamanDraf(
        evaluasi,
        form,
        "diri_pada",
        simpan,
        lanjut=lambda e: _lanjut(request, e, form),
        tampil=lambda e, status: _halaman(request, e, form, status),
    )
    return simpan_draf(request, halaman)


def _lanjut(request: HttpRequest, evaluasi: EvaluasiPeriodik, form: FormDiri) -> HttpResponse:
    if request.POST.get("aksi") != "ajukan":
        messages.success(request, _("Draf tersimpan. Hanya Anda yang dapat membacanya."))
        return redirect("penilaian:diri", pk=evaluasi.pk)
    for kurang in kekurangan_diri(susun_lembar(evaluasi, Sudut.PEGAWAI)):
        form.add_error(f"realisasi-{kurang}", _("Isi realisasi; tulis 0 bila belum ada."))
    if form.errors:
        return _halaman(request, evaluasi, form, TIDAK_LENGKAP)
    ajukan_penilaian_diri(evaluasi=evaluasi, oleh=request.pegawai, kunci=form.kunci_halaman)
    return redirect("penilaian:hasil", pk=evaluasi.pk)


def _halaman(
    request: HttpRequest, evaluasi: EvaluasiPeriodik, form: FormDiri, status: int = 200
) -> HttpResponse:
    isi = {
        "evaluasi": evaluasi,
        "form": form,
        "jadwal": jadwal(evaluasi),
        "tersimpan": jam_simpan(evaluasi.diri_pada),
        "pengembalian": catatan_pengembalian(evaluasi),
    }
    return render(request, "penilaian/diri.html", isi, status=status)
