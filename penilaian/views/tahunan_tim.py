"""The calibration list: the team of the year side by side; sign many, hand over many."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from penilaian.enums import StatusTahunan
from penilaian.forms_tahunan import FormBanyak
from penilaian.services import tahunan as layanan
from penilaian.services.distribusi import AlasanDiperlukan, keadaan, pastikan_beralasan
from penilaian.services.tahunan_tim import Anggota, anggota, hitung_status, tahun_dinilai, tim
from penilaian.services.tenggat import batas_rentang
from penilaian.views.alat import TIDAK_LENGKAP
from sasaran.models import Siklus


@require_safe
def tim_tahunan(request: HttpRequest) -> HttpResponse:
    """The whole team of one year."""
    return _halaman(request, request.GET.get("tahun", ""))


@require_POST
def aksi(request: HttpRequest) -> HttpResponse:
    """Sign or hand over those that are chosen; a warned distribution asks for a reason before signing."""
    diminta = request.POST.get("tahun", "")
    _tahun, siklus = _siklus(request, diminta)
    semua = list(tim(request.pelaku, siklus).select_related("pegawai", "siklus", "unit"))
    form = FormBanyak([str(e.pk) for e in semua], request.POST)
    if siklus is None or not form.is_valid():
        return _halaman(request, diminta, form, TIDAK_LENGKAP)
    dipilih = [e for e in semua if str(e.pk) in form.cleaned_data["pilih"]]
    if request.POST.get("aksi") == "sampaikan":
        return _jalankan(request, siklus, dipilih, layanan.sampaikan, _DISAMPAIKAN)
    try:
        pastikan_beralasan(oleh=request.pegawai, siklus=siklus, alasan=form.cleaned_data["alasan"])
    except AlasanDiperlukan as diminta:
        form.add_error("alasan", str(diminta.alasan))
        return _halaman(request, diminta, form, TIDAK_LENGKAP)
    return _jalankan(request, siklus, dipilih, layanan.tandatangani, _DITANDATANGANI)


def _DISAMPAIKAN(n: int) -> str:  # noqa: N802 - a sentence, not a step
    return ngettext("%(n)s hasil disampaikan.", "%(n)s hasil disampaikan.", n) % {"n": n}


def _DITANDATANGANI(n: int) -> str:  # noqa: N802 - a sentence, not a step
    return ngettext("%(n)s evaluasi ditandatangani.", "%(n)s evaluasi ditandatangani.", n) % {"n": n}


def _jalankan(
    request: HttpRequest, siklus: Siklus, dipilih: list[Any], lakukan: Any, kalimat: Any
) -> HttpResponse:
    berhasil, gagal = layanan.banyak(evaluasi=dipilih, oleh=request.pegawai, lakukan=lakukan)
    if berhasil:
        messages.success(request, kalimat(berhasil))
    for satu in gagal:
        nama = satu.evaluasi.pegawai.nama_lengkap
        messages.error(request, _("%(nama)s: %(alasan)s") % {"nama": nama, "alasan": satu.alasan})
    alamat = redirect("penilaian:tim-tahunan")
    alamat["Location"] += f"?tahun={siklus.tahun}"
    return alamat


def _siklus(request: HttpRequest, diminta: str) -> tuple[list[Siklus], Siklus | None]:
    """The years in which this person evaluates somebody, and of these the one asked for; else the newest."""
    tahun = tahun_dinilai(request.pelaku)
    tepat = next((s for s in tahun if str(s.tahun) == diminta), None)
    return tahun, tepat or next(iter(tahun), None)


def _halaman(
    request: HttpRequest, diminta: str, form: FormBanyak | None = None, status: int = 200
) -> HttpResponse:
    tahun, siklus = _siklus(request, diminta)
    semua = anggota(request.pelaku, siklus, request.POST.getlist("pilih"))
    distribusi = keadaan(penilai_id=request.pelaku.pegawai_id, siklus=siklus) if siklus else None
    form = form or FormBanyak([])
    form.wajibkan_alasan(bool(distribusi and distribusi.perlu_alasan))
    isi = {
        "siklus": siklus,
        "tahun": tahun,
        "anggota": semua,
        "jumlah": len(semua),
        "belum": sum(not _selesai(a) for a in semua),
        "berikutnya": next((a.evaluasi for a in semua if a.evaluasi.status == StatusTahunan.TERBUKA), None),
        "siap": sum(a.siap for a in semua),
        "siap_disampaikan": sum(a.siap_disampaikan for a in semua),
        "hitungan": hitung_status(semua),
        "form": form,
        "distribusi": distribusi,
        "batas": batas_rentang(siklus.tutup_tahunan, semua[0].evaluasi.unit) if siklus and semua else None,
    }
    return render(request, "penilaian/tahunan/tim.html", isi, status=status)


def _selesai(satu: Anggota) -> bool:
    return satu.evaluasi.predikat is not None
