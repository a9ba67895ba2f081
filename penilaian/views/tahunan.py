"""The yearly evaluation for the employee and for whoever may read it: result, reasons, answer."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from akses.alur import tersedia
from akses.enums import Izin
from akses.models import JenisLihat
from akses.pengamat import catat_lihat
from akses.services import boleh
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from penilaian.aturan.rekaman_tahunan import Rekaman
from penilaian.forms_tahunan import FormTanggapan, FormTolak
from penilaian.models import EvaluasiTahunan
from penilaian.services import tahunan as layanan
from penilaian.services.baca import Sudut
from penilaian.services.lampau import lampau
from penilaian.services.penjelasan import baris_indikator, uraikan
from penilaian.services.tahunan_baca import (
    alasan_final,
    belum_dinilai,
    milik,
    nomor,
    riwayat,
    satu_terlihat,
    sudah_sampai,
    sudut_dari,
)
from penilaian.services.tahunan_jam import jam_berjalan, jam_evaluasi
from penilaian.services.tahunan_rekaman import rekaman
from penilaian.views.alat import BENTROK, TIDAK_LENGKAP, konteks_keberatan
from penilaian.views.dokumen import tautan as tautan_dokumen
from penilaian.workflow import ALUR_TAHUNAN

TANGGAPAN = frozenset({"terima", "tolak"})


def ambil(request: HttpRequest, pk: UUID, izin: Izin | None = None) -> EvaluasiTahunan:
    """The evaluation through the permission: 404 for a stranger, 403 without `izin` on it."""
    evaluasi = satu_terlihat(request.pelaku, pk)
    if evaluasi is None:
        raise Http404
    if izin is not None and not boleh(request.pelaku, izin, evaluasi):
        raise PermissionDenied
    return evaluasi


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """One's own yearly evaluations, the newest first, with the clock that runs, and the years before Kinerja."""
    semua = [(e, jam_berjalan(e)) for e in milik(request.pelaku)[:10]]
    isi = {"semua": semua, "lampau": lampau(request.pelaku, request.pelaku.pegawai_id)}
    return render(request, "penilaian/tahunan/daftar.html", isi)


@require_safe
def hasil(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One yearly evaluation: where it stands, its result once delivered, every clock."""
    evaluasi = ambil(request, pk)
    catat_lihat(request, evaluasi, JenisLihat.HASIL)
    return _halaman(request, evaluasi)


@require_POST
def terima(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The employee signs."""
    evaluasi = ambil(request, pk, Izin.TAHUNAN_TERIMA)
    form = FormTanggapan(request.POST)
    if not form.is_valid():
        return _halaman(request, evaluasi, TIDAK_LENGKAP, terima=form)
    try:
        isi = form.cleaned_data["tanggapan"]
        layanan.terima(evaluasi=evaluasi, oleh=request.pegawai, tanggapan=isi)
    except TransisiDitolak as tolak_:
        form.add_error(None, t(tolak_.alasan))
        return _halaman(request, evaluasi, BENTROK, terima=form)
    return redirect("penilaian:tahunan-hasil", pk=pk)


@require_POST
def tolak(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The employee refuses to sign, with a reason."""
    evaluasi = ambil(request, pk, Izin.TAHUNAN_TERIMA)
    form = FormTolak(request.POST)
    if not form.is_valid():
        return _halaman(request, evaluasi, TIDAK_LENGKAP, tolak=form)
    try:
        layanan.tolak(evaluasi=evaluasi, oleh=request.pegawai, tanggapan=form.cleaned_data["tanggapan"])
    except TransisiDitolak as tolak_:
        form.add_error(None, t(tolak_.alasan))
        return _halaman(request, evaluasi, BENTROK, tolak=form)
    return redirect("penilaian:tahunan-hasil", pk=pk)


@require_safe
def mengapa(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Why this predikat: every step of the year, enough to recompute the result by hand."""
    evaluasi = ambil(request, pk)
    if not _terbaca(evaluasi, sudut_dari(evaluasi, request.pelaku)):
        return redirect("penilaian:tahunan-hasil", pk=pk)
    isi = rekaman(evaluasi)
    catat_lihat(request, evaluasi, JenisLihat.HASIL)
    konteks = {
        "evaluasi": evaluasi,
        "sudut": sudut_dari(evaluasi, request.pelaku),
        "rekaman": isi,
        "uraian": uraikan(isi.untuk_penjelasan()),
        "boleh_rekan": boleh(request.pelaku, Izin.REKAN_HASIL_LIHAT, evaluasi),
        "boleh_umpan_balik": boleh(request.pelaku, Izin.UMPAN_BALIK_LIHAT, evaluasi),
        "final": alasan_final(evaluasi),
        "jam": jam_evaluasi(evaluasi),
        "riwayat": riwayat(evaluasi),
        **konteks_keberatan(request, evaluasi),
    }
    return render(request, "penilaian/tahunan/mengapa.html", konteks)


def _terbaca(evaluasi: EvaluasiTahunan, sudut: Sudut) -> bool:
    """The signer reads what he signed; everybody else once the employee has it."""
    return not belum_dinilai(evaluasi) and (sudah_sampai(evaluasi) or sudut is Sudut.PENILAI)


def _halaman(request: HttpRequest, evaluasi: EvaluasiTahunan, status: int = 200, **form: Any) -> HttpResponse:
    sudut = sudut_dari(evaluasi, request.pelaku)
    terbaca = _terbaca(evaluasi, sudut)
    isi_rekaman = rekaman(evaluasi) if terbaca else None
    aksi = {a.aksi for a in _tersedia(request, evaluasi)}
    isi = {
        "evaluasi": evaluasi,
        "sudut": sudut,
        "nomor": nomor(evaluasi),
        "terbaca": terbaca,
        "rekaman": isi_rekaman,
        "hasil": _hasil(isi_rekaman) if isi_rekaman and sudut is not Sudut.PEMBACA else [],
        "jam": jam_evaluasi(evaluasi),
        "riwayat": riwayat(evaluasi),
        "aksi": aksi,
        "dokumen": tautan_dokumen(evaluasi, request.pelaku),
        "boleh_tanggapi": bool(aksi & TANGGAPAN),
        "boleh_riwayat": boleh(request.pelaku, Izin.TAHUNAN_LIHAT, evaluasi.pegawai),
        "terima": FormTanggapan(),
        "tolak": FormTolak(),
        **(konteks_keberatan(request, evaluasi) if terbaca else {}),
        **form,
    }
    return render(request, "penilaian/tahunan/hasil.html", isi, status=status)


def _hasil(isi: Rekaman) -> list[Any]:
    """Each result of the snapshot with its indicators as pages show them."""
    return [(h, [baris_indikator(i.untuk_penjelasan()) for i in h.indikator]) for h in isi.hasil]


def _tersedia(request: HttpRequest, evaluasi: EvaluasiTahunan) -> list[Any]:
    """The moves the table and the permissions offer this person now; the signer alone hands over."""
    if request.pegawai is None:
        return []
    punya = {
        izin: boleh(request.pelaku, izin, evaluasi)
        for izin in {a.izin for a in ALUR_TAHUNAN.dari_status(evaluasi.status) if a.izin is not None}
    }
    aksi = tersedia(ALUR_TAHUNAN, evaluasi, request.pegawai, lambda izin: punya[izin])
    sendiri = evaluasi.ditandatangani_oleh_id == request.pegawai.pk
    return [a for a in aksi if sendiri or a.aksi not in ("sampaikan", "tarik")]


def judul_tindakan(aksi: str) -> str:
    """What a page says after a move that worked."""
    return {
        "sampaikan": _("Hasil disampaikan kepada %(nama)s."),
        "tarik": _("Tanda tangan ditarik; evaluasi %(nama)s kembali menjadi draf."),
        "tandatangani": _("Evaluasi %(nama)s ditandatangani. Sampaikan hasilnya agar dapat dibaca."),
    }[aksi]
