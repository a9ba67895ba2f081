"""The assessor's page: ratings, live matrix, checklist, delivery."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from akses.enums import Izin
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from pegawai.enums import KedudukanHukum
from penilaian.aturan.predikat import predikat_kinerja
from penilaian.aturan.tugas_belajar import TabelIpk, tabel_ipk
from penilaian.enums import StatusEvaluasi
from penilaian.forms import FormKembalikan, FormNilai
from penilaian.models import EvaluasiPeriodik
from penilaian.services import nilai as layanan
from penilaian.services.antrean import berikutnya_siap, posisi
from penilaian.services.baca import Sudut
from penilaian.services.hasil_rekan import untuk as hasil_rekan
from penilaian.services.jaga import alasan_belum_dapat_dinilai, alasan_tertutup
from penilaian.services.lembar import Lembar, susun_lembar, terapkan
from penilaian.services.pendukung import pendukung
from penilaian.services.syarat import pemeriksaan
from penilaian.services.tenggat import jadwal
from penilaian.views.alat import BENTROK, TIDAK_LENGKAP, HalamanDraf, ambil, jam_simpan, simpan_draf


@require_http_methods(["GET", "HEAD", "POST"])
def nilai(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Rate one person; once delivered or locked, the result page takes over."""
    evaluasi = ambil(request, pk, Izin.EVALUASI_NILAI)
    lembar = susun_lembar(evaluasi, Sudut.PENILAI)
    if request.method == "POST":
        form = FormNilai(lembar, request.POST, pada=evaluasi.draf_pada)
        return _simpan(request, evaluasi, form)
    if alasan_tertutup(evaluasi):
        return redirect("penilaian:hasil", pk=pk)
    return _halaman(request, evaluasi, FormNilai(lembar, pada=evaluasi.draf_pada))


@require_POST
def pratinjau(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Suggestions, matrix and checklist for what is chosen on the page now. Writes nothing."""
    evaluasi = ambil(request, pk, Izin.EVALUASI_NILAI)
    form = FormNilai(susun_lembar(evaluasi, Sudut.PENILAI), request.POST, pada=evaluasi.draf_pada)
    form.is_valid()
    lembar = terapkan(form.lembar, form.isian())
    isi = {"evaluasi": evaluasi, "form": form, "langsung": True, **_ringkasan(lembar)}
    return render(request, "penilaian/_ringkasan.html", isi)


@require_POST
def kembalikan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give a self-assessment back with a note."""
    evaluasi = ambil(request, pk, Izin.EVALUASI_NILAI)
    balik = FormKembalikan(request.POST)
    form = FormNilai(susun_lembar(evaluasi, Sudut.PENILAI), pada=evaluasi.draf_pada)
    if not balik.is_valid():
        return _halaman(request, evaluasi, form, TIDAK_LENGKAP, balik=balik)
    try:
        layanan.kembalikan(evaluasi=evaluasi, oleh=request.pegawai, catatan=balik.cleaned_data["catatan"])
    except TransisiDitolak as tolak:
        balik.add_error(None, t(tolak.alasan))
        return _halaman(request, evaluasi, form, BENTROK, balik=balik)
    nama = evaluasi.pegawai.panggilan
    messages.success(request, _("Penilaian diri %(nama)s dikembalikan dengan catatan Anda.") % {"nama": nama})
    return redirect("penilaian:nilai", pk=pk)


def _simpan(request: HttpRequest, evaluasi: EvaluasiPeriodik, form: FormNilai) -> HttpResponse:
    def simpan() -> EvaluasiPeriodik:
        return layanan.simpan_draf_penilaian(
            evaluasi=evaluasi,
            oleh=request.pegawai,
            isian=form.isian(),
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


def _lanjut(request: HttpRequest, evaluasi: EvaluasiPeriodik, form: FormNilai) -> HttpResponse:
    nama = evaluasi.pegawai.panggilan
    if request.POST.get("aksi") != "sampaikan":
        messages.success(request, _("Draf tersimpan. %(nama)s belum dapat membacanya.") % {"nama": nama})
        return redirect("penilaian:nilai", pk=evaluasi.pk)
    hasil = layanan.sampaikan(evaluasi=evaluasi, oleh=request.pegawai, kunci=form.kunci_halaman)
    messages.success(
        request,
        _("Predikat %(predikat)s disampaikan kepada %(nama)s.")
        % {"predikat": hasil.get_predikat_display(), "nama": nama},
    )
    lanjut = berikutnya_siap(evaluasi)
    return redirect("penilaian:nilai", pk=lanjut) if lanjut else redirect("penilaian:hasil", pk=evaluasi.pk)


def _halaman(
    request: HttpRequest, evaluasi: EvaluasiPeriodik, form: FormNilai, status: int = 200, **lain: Any
) -> HttpResponse:
    lembar = terapkan(form.lembar, form.isian()) if form.is_bound else form.lembar
    belum = alasan_tertutup(evaluasi) or alasan_belum_dapat_dinilai(evaluasi)
    if belum:
        form.bekukan()
    dukung = pendukung(evaluasi, request.pelaku)
    isi = {
        "evaluasi": evaluasi,
        "form": form,
        "hasil": [(b, *kolom, dukung.laporan.get(b.id, [])) for b, *kolom in form.hasil(lembar)],
        "perilaku": list(form.perilaku(lembar)),
        "belum": belum,
        "jadwal": jadwal(evaluasi),
        "posisi": posisi(evaluasi),
        "pendukung": dukung,
        "hasil_rekan": hasil_rekan(request.pelaku, evaluasi.pegawai, [evaluasi.periode_id]),
        "tersimpan": jam_simpan(evaluasi.draf_pada),
        "balik": FormKembalikan(),
        "ipk": _ipk(evaluasi),
        "dapat_dikembalikan": evaluasi.status == StatusEvaluasi.DIAJUKAN,
        **_ringkasan(lembar),
        **lain,
    }
    return render(request, "penilaian/nilai.html", isi, status=status)


def _ipk(evaluasi: EvaluasiPeriodik) -> TabelIpk | None:
    """The guidance for somebody on study leave; None for everybody else."""
    belajar = evaluasi.pegawai.kedudukan_hukum == KedudukanHukum.TUGAS_BELAJAR
    return tabel_ipk(evaluasi.periode.mulai) if belajar else None


def _ringkasan(lembar: Lembar) -> dict[str, Any]:
    """What follows from the ratings on the page: suggestions, cell of the matrix, checklist."""
    k = lembar.keputusan
    lengkap = k.hasil is not None and k.perilaku is not None
    periksa = pemeriksaan(lembar)
    return {
        "lembar": lembar,
        "predikat": predikat_kinerja(k.hasil, k.perilaku, lembar.tanggal) if lengkap else None,
        "periksa": periksa,
        "siap": all(p.beres for p in periksa),
    }
