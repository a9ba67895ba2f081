"""The page on which the year of one person is evaluated and signed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from akses.enums import Izin
from akses.services import boleh
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from penilaian.aturan.predikat import predikat_kinerja
from penilaian.enums import StatusTahunan
from penilaian.forms_tahunan import FormTahunan
from penilaian.models import EvaluasiTahunan
from penilaian.services import tahunan as layanan
from penilaian.services.capaian import LabelOrganisasi, label_banyak
from penilaian.services.hasil_rekan import untuk as hasil_rekan
from penilaian.services.penjelasan import baris_indikator
from penilaian.services.tahunan_baca import alasan_tertutup, belum_dinilai, izin_menilai, satu_terlihat
from penilaian.services.tahunan_jam import jam_evaluasi
from penilaian.services.tahunan_lembar import LembarTahun, susun_tahun, terapkan
from penilaian.services.tahunan_tim import belum_ditandatangani
from penilaian.services.tenggat import batas_rentang
from penilaian.views.alat import HalamanDraf, jam_simpan, simpan_draf
from penilaian.views.tahunan import ambil, judul_tindakan
from sasaran.aturan.berakhlak import BERAKHLAK


@require_http_methods(["GET", "HEAD", "POST"])
def nilai(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Evaluate the year of one person; once signed, the result page takes over."""
    evaluasi = _ambil(request, pk)
    if not belum_dinilai(evaluasi):
        return redirect("penilaian:tahunan-hasil", pk=pk)
    lembar = susun_tahun(evaluasi)
    if request.method == "POST":
        return _simpan(request, evaluasi, FormTahunan(lembar, request.POST, pada=evaluasi.draf_pada))
    return _halaman(request, evaluasi, FormTahunan(lembar, pada=evaluasi.draf_pada))


@require_POST
def pratinjau(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The cell of the matrix and what is missing for what is chosen on the page now. Writes nothing."""
    evaluasi = _ambil(request, pk)
    form = FormTahunan(susun_tahun(evaluasi), request.POST, pada=evaluasi.draf_pada)
    form.is_valid()
    lembar = terapkan(form.lembar, form.isian())
    isi = {"evaluasi": evaluasi, **_ringkasan(lembar, _label(evaluasi))}
    return render(request, "penilaian/tahunan/_ringkasan.html", isi)


@require_POST
def sampaikan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hand the signed result over."""
    return _gerak(request, ambil(request, pk, Izin.TAHUNAN_SAMPAIKAN), "sampaikan")


@require_POST
def tarik(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the signature back."""
    return _gerak(request, ambil(request, pk, Izin.TAHUNAN_NILAI), "tarik")


def _gerak(request: HttpRequest, evaluasi: EvaluasiTahunan, aksi: str) -> HttpResponse:
    lakukan = {"sampaikan": layanan.sampaikan, "tarik": layanan.tarik}[aksi]
    try:
        lakukan(evaluasi=evaluasi, oleh=request.pegawai)
    except TransisiDitolak as tolak:
        messages.error(request, t(tolak.alasan))
        return redirect("penilaian:tahunan-hasil", pk=evaluasi.pk)
    messages.success(request, judul_tindakan(aksi) % {"nama": evaluasi.pegawai.panggilan})
    return redirect("penilaian:tahunan-hasil", pk=evaluasi.pk)


def _ambil(request: HttpRequest, pk: UUID) -> EvaluasiTahunan:
    """404 for a stranger; 403 unless it is his turn to rate (after the window: the superior's)."""
    giliran = satu_terlihat(request.pelaku, pk, Izin.TAHUNAN_NILAI)
    if giliran is not None and giliran.status == StatusTahunan.TERBUKA:  # the usual case in one query
        return giliran
    evaluasi = ambil(request, pk)
    if not boleh(request.pelaku, izin_menilai(evaluasi), evaluasi):
        raise PermissionDenied
    return evaluasi


def _simpan(request: HttpRequest, evaluasi: EvaluasiTahunan, form: FormTahunan) -> HttpResponse:
    def simpan() -> EvaluasiTahunan:
        return layanan.simpan_draf(
            evaluasi=evaluasi,
            oleh=request.pegawai,
            keputusan=form.isian(),
            kunci=form.kunci_halaman,
            versi=form.versi_halaman,
        )

    halaman = HalamanDraf(
        evaluasi,
        form,
        "draf_pada",
        simpan,
        lanjut=lambda e: _lanjut(request, e, form),
        tampil=lambda e, status: _halaman(request, e, form, status),
    )
    return simpan_draf(request, halaman)


def _lanjut(request: HttpRequest, evaluasi: EvaluasiTahunan, form: FormTahunan) -> HttpResponse:
    nama = {"nama": evaluasi.pegawai.panggilan}
    if request.POST.get("aksi") != "tandatangani":
        messages.success(request, _("Draf tersimpan. %(nama)s belum dapat membacanya.") % nama)
        return redirect("penilaian:tahunan-nilai", pk=evaluasi.pk)
    layanan.tandatangani(evaluasi=evaluasi, oleh=request.pegawai, kunci=form.kunci_halaman)
    messages.success(request, judul_tindakan("tandatangani") % nama)
    lanjut = belum_ditandatangani(evaluasi, request.pelaku)
    if lanjut:
        return redirect("penilaian:tahunan-nilai", pk=lanjut)
    return redirect("penilaian:tim-tahunan")


def _halaman(
    request: HttpRequest, evaluasi: EvaluasiTahunan, form: FormTahunan, status: int = 200
) -> HttpResponse:
    lembar = terapkan(form.lembar, form.isian()) if form.is_bound else form.lembar
    tertutup = alasan_tertutup(evaluasi)
    if tertutup:
        form.bekukan()
    isi = {
        "evaluasi": evaluasi,
        "form": form,
        "tertutup": tertutup,
        "hasil": [(h, [baris_indikator(i.untuk_penjelasan()) for i in h.indikator]) for h in lembar.hasil],
        "perilaku": list(zip(BERAKHLAK, lembar.perilaku, strict=True)),
        "hasil_rekan": hasil_rekan(request.pelaku, evaluasi.pegawai, lembar.kunci_periode),
        "batas": batas_rentang(evaluasi.siklus.tutup_tahunan, evaluasi.unit),
        "jam": jam_evaluasi(evaluasi),
        "tersimpan": jam_simpan(evaluasi.draf_pada),
        **_ringkasan(lembar, _label(evaluasi)),
    }
    return render(request, "penilaian/tahunan/nilai.html", isi, status=status)


def _label(evaluasi: EvaluasiTahunan) -> LabelOrganisasi | None:
    """The label that counts, in one query."""
    return label_banyak(evaluasi=[evaluasi], siklus=evaluasi.siklus).get(evaluasi.pk)


def _ringkasan(lembar: LembarTahun, label: LabelOrganisasi | None) -> dict[str, Any]:
    """What follows from the two ratings on the page."""
    k = lembar.keputusan
    lengkap = k.hasil is not None and k.perilaku is not None
    return {
        "lembar": lembar,
        "label": label,
        "predikat": predikat_kinerja(k.hasil, k.perilaku, lembar.tanggal) if lengkap else None,
        "kurang": layanan.kekurangan(lembar, label),
    }
