"""The plan as it is read, begun and decided on."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from akses.alur import tersedia
from akses.ambil import ambil
from akses.enums import Izin
from akses.services import boleh
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from sasaran.forms import KembalikanForm, MulaiForm
from sasaran.models import SKP
from sasaran.services import baca, ekspektasi, isi, skp
from sasaran.services.kelengkapan import (
    belum_berperspektif,
    rhk_lengkap,
    rincian_kekurangan,
    ringkasan_isi,
)
from sasaran.workflow import ALUR_SKP

UCAPAN = {
    "ajukan": gettext_lazy("SKP diajukan kepada %(penilai)s."),
    "tarik": gettext_lazy("SKP ditarik kembali dan dapat diubah lagi."),
    "setujui": gettext_lazy("SKP %(pegawai)s disetujui."),
    "kembalikan": gettext_lazy("SKP dikembalikan kepada %(pegawai)s dengan catatan Anda."),
}


@require_GET
def daftar(request: HttpRequest) -> HttpResponse:
    """My plans: this year's, what may be begun, and the years before."""
    hari = timezone.localdate()
    if request.pegawai is None:
        return render(request, "sasaran/skp/tanpa_pegawai.html")
    terbuka, lampau = baca.tahun_saya(request.pegawai, hari)
    hambatan = skp.hambatan_susun(request.pegawai)
    return render(
        request, "sasaran/skp/daftar.html", {"terbuka": terbuka, "lampau": lampau, "hambatan": hambatan}
    )


@require_POST
def mulai(request: HttpRequest) -> HttpResponse:
    """Begin the plan of a year, empty or from last year's."""
    formulir = MulaiForm(request.POST)
    if not request.pegawai:
        raise PermissionDenied
    if not formulir.is_valid():
        messages.error(request, _("Pilih tahun yang tersedia."))
        return redirect("sasaran:daftar")
    siklus = get_object_or_404(
        baca.siklus_terbuka(timezone.localdate()), tahun=formulir.cleaned_data["tahun"]
    )
    try:
        rencana = skp.buat_skp(pegawai=request.pegawai, siklus=siklus, oleh=request.pegawai)
        if formulir.cleaned_data["salin"]:
            _salin(request, rencana)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return redirect("sasaran:daftar")
    except TransisiDitolak as galat:  # a second click, after the plan was submitted in another window
        messages.error(request, galat.alasan)
    return redirect("sasaran:susun" if rencana.dapat_disusun else "sasaran:lihat", rencana.pk)


@require_POST
def salin(request: HttpRequest, skp_id: UUID) -> HttpResponse:
    """Copy last year's results into an empty plan."""
    rencana = get_object_or_404(baca.skp_terlihat(request.pelaku), pk=skp_id)
    try:
        _salin(request, rencana)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    except TransisiDitolak as galat:
        messages.error(request, t(galat.alasan))
        return redirect("sasaran:lihat", rencana.pk)
    return redirect("sasaran:susun", rencana.pk)


def _salin(request: HttpRequest, rencana: SKP) -> None:
    banyak = isi.salin_tahun_lalu(skp=rencana, oleh=request.pegawai)
    messages.success(
        request, _("%(n)s hasil kerja tahun lalu disalin. Sesuaikan uraian dan targetnya.") % {"n": banyak}
    )


@require_GET
def lihat(request: HttpRequest, skp_id: UUID) -> HttpResponse:
    """The plan with its results, the moves on offer and what happened so far."""
    rencana = get_object_or_404(baca.skp_terlihat(request.pelaku), pk=skp_id)
    return render(request, "sasaran/skp/lihat.html", _konteks(request, rencana, KembalikanForm()))


@require_POST
def tindakan(request: HttpRequest, skp_id: UUID, aksi: str) -> HttpResponse:
    """One move of the workflow; the note is asked where the table wants one."""
    izin = ALUR_SKP.cari(aksi).izin
    rencana = ambil(baca.skp_terlihat(request.pelaku), request.pelaku, izin, pk=skp_id)
    formulir = KembalikanForm(request.POST)
    if aksi == "kembalikan" and not formulir.is_valid():
        return render(request, "sasaran/skp/lihat.html", _konteks(request, rencana, formulir), status=422)
    try:
        hasil = _lakukan(request, rencana, aksi, formulir)
    except TransisiDitolak as galat:
        messages.error(request, t(galat.alasan))
        return redirect("sasaran:susun" if galat.kode == "syarat" else "sasaran:lihat", rencana.pk)
    messages.success(request, _ucapan(aksi, hasil))
    return redirect("sasaran:lihat", rencana.pk)


def _lakukan(request: HttpRequest, rencana: SKP, aksi: str, formulir: KembalikanForm) -> SKP:
    oleh = request.pegawai
    match aksi:
        case "ajukan":
            return skp.ajukan(skp=rencana, oleh=oleh)
        case "tarik":
            return skp.tarik(skp=rencana, oleh=oleh)
        case "setujui":
            return skp.setujui(skp=rencana, oleh=oleh)
        case _:
            return skp.kembalikan(skp=rencana, oleh=oleh, catatan=formulir.cleaned_data["catatan"])


def _ucapan(aksi: str, hasil: SKP) -> str:
    penilai = str(hasil.penilai or "").removesuffix(".")  # a title ends with the dot of the sentence
    nama = {"pegawai": hasil.pegawai.nama_lengkap, "penilai": penilai}
    return UCAPAN[aksi] % nama


def _konteks(request: HttpRequest, rencana: SKP, formulir: KembalikanForm) -> dict[str, object]:
    daftar_rhk = list(rhk_lengkap(rencana))
    langkah = tersedia(ALUR_SKP, rencana, request.pegawai, lambda izin: boleh(request.pelaku, izin, rencana))
    aksi = {satu.aksi for satu in langkah}
    milik_saya = request.pelaku.pegawai_id == rencana.pegawai_id
    return {
        "skp": rencana,
        "milik_saya": milik_saya,
        "daftar_rhk": daftar_rhk,
        "ringkasan": ringkasan_isi(daftar_rhk),
        "aksi": aksi,
        "kekurangan": rincian_kekurangan(rencana, daftar_rhk) if "ajukan" in aksi else [],
        "belum_perspektif": belum_berperspektif(rencana, daftar_rhk),
        "perilaku": ekspektasi.baris_nilai(rencana),
        "boleh_ekspektasi": not ekspektasi.alasan_tertutup(rencana)
        and boleh(request.pelaku, Izin.SKP_TETAPKAN, rencana),
        "riwayat": list(baca.riwayat_skp(rencana)),
        "formulir": formulir,
        "batas": _batas_penetapan(rencana),
        "terlambat": _terlambat(rencana, timezone.localdate()),
    }


def _batas_penetapan(rencana: SKP) -> date | None:
    """The day by which this plan is to be set; none for a plan that begins after that day of the year."""
    batas = rencana.siklus.batas_skp
    return batas if rencana.disetujui_pada is None and rencana.mulai <= batas else None


def _terlambat(rencana: SKP, hari: date) -> bool:
    batas = _batas_penetapan(rencana)
    return batas is not None and hari > batas
