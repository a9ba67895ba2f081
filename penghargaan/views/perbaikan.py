"""Improvement plans: lists, one plan, the draft, and every step of both sides."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akses.alur import tersedia
from akses.ambil import ambil
from akses.enums import Izin
from akses.services import boleh, boleh_umum
from inti.halaman import halaman
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from penghargaan import forms_tindak_lanjut as f
from penghargaan.enums_tindak_lanjut import Pihak, StatusRencana
from penghargaan.models import RencanaPerbaikan
from penghargaan.services import perbaikan as layanan
from penghargaan.services import perbaikan_baca as baca
from penghargaan.services.perbaikan_langkah import berikutnya
from penghargaan.services.riwayat_tindak_lanjut import riwayat
from penghargaan.workflow import ALUR_RENCANA

TIDAK_LENGKAP, BENTROK = 422, 409


@dataclass(frozen=True)
class Langkah:
    """A step: its permission, its form, and what it does with the plan, the form's values and the actor."""

    izin: Izin
    form: type[forms.Form]
    lakukan: Callable[[RencanaPerbaikan, dict[str, Any], Any], Any]
    berhasil: Any = ""


LANGKAH: dict[str, Langkah] = {
    "usulkan": Langkah(
        Izin.PERBAIKAN_SUSUN, f.FormKosong, lambda r, i, o: layanan.usulkan(rencana=r, oleh=o)
    ),
    "tarik": Langkah(Izin.PERBAIKAN_SUSUN, f.FormKosong, lambda r, i, o: layanan.tarik(rencana=r, oleh=o)),
    "kembalikan": Langkah(
        Izin.PERBAIKAN_SEPAKATI,
        f.FormCatatan,
        lambda r, i, o: layanan.kembalikan(rencana=r, catatan=i["catatan"], oleh=o),
    ),
    "sepakati": Langkah(
        Izin.PERBAIKAN_SEPAKATI, f.FormKosong, lambda r, i, o: layanan.sepakati(rencana=r, oleh=o)
    ),
    "perpanjang": Langkah(
        Izin.PERBAIKAN_SUSUN,
        f.FormPerpanjang,
        lambda r, i, o: layanan.perpanjang(
            rencana=r, bulan=i["bulan"], tinjauan=[i["tinjauan"]], alasan=i["catatan"], oleh=o
        ),
    ),
    "capai": Langkah(
        Izin.PERBAIKAN_SUSUN,
        f.FormSimpulan,
        lambda r, i, o: layanan.simpulkan(rencana=r, tercapai=True, bukti=i["bukti"], oleh=o),
    ),
    "gagal": Langkah(
        Izin.PERBAIKAN_SUSUN,
        f.FormSimpulan,
        lambda r, i, o: layanan.simpulkan(rencana=r, tercapai=False, bukti=i["bukti"], oleh=o),
    ),
    "ambil_alih": Langkah(
        Izin.PERBAIKAN_AMBIL_ALIH,
        f.FormCatatan,
        lambda r, i, o: layanan.ambil_alih(rencana=r, alasan=i["catatan"], oleh=o),
    ),
}
BERBAHAYA = {"gagal"}
TENANG = {"tarik", "kembalikan", "perpanjang", "ambil_alih", "gagal"}


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Plans about oneself, those one owes, and for HR all in the scope, page by page."""
    status = request.GET.get("status", "")
    semua = None
    if boleh_umum(request.pelaku, Izin.PERBAIKAN_LIHAT):
        saring = baca.rencana_terlihat(request.pelaku)
        if status in StatusRencana.values:
            saring = saring.filter(status=status)
        semua = halaman(saring, ("-dibuat_pada", "-id"), request.GET)
    konteks = {
        "saya": list(baca.rencana_saya(request.pelaku)[:20]),
        "tim": list(baca.rencana_tim(request.pelaku)[:50]),
        "semua": semua,
        "status": status,
        "pilihan_status": StatusRencana.choices,
    }
    return render(request, "penghargaan/perbaikan/daftar.html", konteks)


@require_safe
def lihat(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One plan for both sides and those who may read it."""
    return _halaman(request, get_object_or_404(baca.rencana_terlihat(request.pelaku), pk=pk))


@require_http_methods(["GET", "HEAD", "POST"])
def susun(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The draft: texts in one form, promises and check-ins row by row."""
    rencana = ambil(baca.rencana_terlihat(request.pelaku), request.pelaku, Izin.PERBAIKAN_SUSUN, pk=pk)
    if request.method != "POST":
        if rencana.status != StatusRencana.DRAF:
            return redirect("penghargaan:perbaikan", pk)
        return _susun(request, rencana)
    form = f.FormRencana(request.POST)
    if not form.is_valid():
        return _susun(request, rencana, TIDAK_LENGKAP, form=form)
    try:
        layanan.simpan_draf(
            rencana=rencana, isian=layanan.IsianRencana(**form.cleaned_data), oleh=request.pegawai
        )
    except TransisiDitolak as tolak:
        messages.error(request, t(tolak.alasan))
        return redirect("penghargaan:perbaikan", pk)
    messages.success(request, _("Rencana tersimpan."))
    return redirect("penghargaan:perbaikan_susun", pk)


@require_POST
def tindakan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a promise to the draft."""
    rencana = ambil(baca.rencana_terlihat(request.pelaku), request.pelaku, Izin.PERBAIKAN_SUSUN, pk=pk)
    form = f.FormTindakan(request.POST, auto_id="id_tindakan_%s")
    return _tambah(request, rencana, form, "tenggat", "form_tindakan", layanan.tambah_tindakan)


@require_POST
def tinjauan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Plan a check-in in the draft."""
    rencana = ambil(baca.rencana_terlihat(request.pelaku), request.pelaku, Izin.PERBAIKAN_SUSUN, pk=pk)
    form = f.FormTinjauan(request.POST)
    return _tambah(request, rencana, form, "tanggal", "form_tinjauan", layanan.tambah_tinjauan)


@require_POST
def hapus_tindakan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a promise out of the draft."""
    baris = ambil(baca.tindakan_terlihat(request.pelaku), request.pelaku, Izin.PERBAIKAN_SUSUN, pk=pk)
    return _coba(
        request,
        lambda: layanan.hapus_tindakan(tindakan=baris, oleh=request.pegawai),
        "penghargaan:perbaikan_susun",
        baris.rencana_id,
    )


@require_POST
def hapus_tinjauan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a check-in out of the draft."""
    baris = ambil(baca.tinjauan_terlihat(request.pelaku), request.pelaku, Izin.PERBAIKAN_SUSUN, pk=pk)
    return _coba(
        request,
        lambda: layanan.hapus_tinjauan(tinjauan=baris, oleh=request.pegawai),
        "penghargaan:perbaikan_susun",
        baris.rencana_id,
    )


@require_POST
def tandai(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A side says of its promise that it is done, or why not."""
    baris = ambil(baca.tindakan_terlihat(request.pelaku), request.pelaku, Izin.PERBAIKAN_CATAT, pk=pk)
    form = f.FormTandai(request.POST, auto_id=f"id_{pk}_%s")
    return _isi_baris(request, baris, form, "penjelasan", layanan.tandai_tindakan, tindakan=baris)


@require_POST
def catat(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write what was said at a check-in."""
    baris = ambil(baca.tinjauan_terlihat(request.pelaku), request.pelaku, Izin.PERBAIKAN_CATAT, pk=pk)
    form = f.FormCatatTinjauan(request.POST, auto_id=f"id_{pk}_%s")
    return _isi_baris(request, baris, form, "isi", layanan.catat_tinjauan, tinjauan=baris)


@require_POST
def langkah(request: HttpRequest, pk: UUID, aksi: str) -> HttpResponse:
    """One step of the workflow."""
    satu = LANGKAH[aksi]
    rencana = ambil(baca.rencana_terlihat(request.pelaku), request.pelaku, satu.izin, pk=pk)
    form = satu.form(request.POST, auto_id=f"id_{aksi}_%s")
    if not form.is_valid():
        return _halaman(request, rencana, TIDAK_LENGKAP, form_salah={aksi: form})
    try:
        satu.lakukan(rencana, form.cleaned_data, request.pegawai)
    except TransisiDitolak as tolak:
        form.add_error(None, t(tolak.alasan))
        if tolak.kode == "status":  # the step is not offered any more, so its form cannot say why
            messages.error(request, t(tolak.alasan))
        if aksi == "usulkan" and rencana.status == StatusRencana.DRAF:
            return _susun(request, rencana, BENTROK)
        return _halaman(request, rencana, BENTROK, form_salah={aksi: form})
    messages.success(request, _("Tersimpan."))
    return redirect("penghargaan:perbaikan", pk)


def _coba(request: HttpRequest, lakukan: Callable[[], Any], ke: str, pk: UUID) -> HttpResponse:
    try:
        lakukan()
    except TransisiDitolak as tolak:
        messages.error(request, t(tolak.alasan))
    else:
        messages.success(request, _("Tersimpan."))
    return redirect(ke, pk)


def _isi_baris(
    request: HttpRequest, baris: Any, form: forms.Form, bidang: str, lakukan: Callable[..., Any], **isi: Any
) -> HttpResponse:
    """Write into one row of a running plan; what cannot be written comes back in its form, at `bidang`."""
    status = TIDAK_LENGKAP
    if form.is_valid():
        try:
            lakukan(oleh=request.pegawai, **isi, **form.cleaned_data)
        except TransisiDitolak as tolak:
            form.add_error(bidang, t(tolak.alasan))
            if baris.rencana.status not in layanan.DIJALANI:  # its form stands on the page no more
                messages.error(request, t(tolak.alasan))
            status = BENTROK
        else:
            messages.success(request, _("Tersimpan."))
            return redirect("penghargaan:perbaikan", baris.rencana_id)
    rencana = get_object_or_404(baca.rencana_terlihat(request.pelaku), pk=baris.rencana_id)
    return _halaman(request, rencana, status, baris_salah={baris.pk: form})


def _berformulir(tindakan: list[Any], tinjauan: list[Any], salah: dict[UUID, forms.Form]) -> None:
    """Give each row its own form, the refused one with what was typed."""
    for satu in tindakan:
        awal = {"status": satu.status, "penjelasan": satu.penjelasan}
        satu.form = salah.get(satu.pk) or f.FormTandai(initial=awal, auto_id=f"id_{satu.pk}_%s")
        satu.salah = satu.pk in salah
    for satu in tinjauan:
        satu.form = salah.get(satu.pk) or f.FormCatatTinjauan(auto_id=f"id_{satu.pk}_%s")
        satu.salah = satu.pk in salah


def _tambah(
    request: HttpRequest,
    rencana: RencanaPerbaikan,
    form: forms.Form,
    bidang: str,
    nama: str,
    lakukan: Callable[..., Any],
) -> HttpResponse:
    if not form.is_valid():
        return _susun(request, rencana, TIDAK_LENGKAP, **{nama: form})
    try:
        lakukan(rencana=rencana, oleh=request.pegawai, **form.cleaned_data)
    except TransisiDitolak as tolak:
        form.add_error(bidang if tolak.kode == "tanggal" else None, t(tolak.alasan))
        return _susun(request, rencana, BENTROK, **{nama: form})
    return redirect("penghargaan:perbaikan_susun", rencana.pk)


def _susun(request: HttpRequest, rencana: RencanaPerbaikan, status: int = 200, **lain: Any) -> HttpResponse:
    awal = {"sebab": rencana.sebab, "dukungan": rencana.dukungan, "belajar": rencana.belajar}
    konteks = {
        "rencana": rencana,
        "form": f.FormRencana(initial=awal),
        "form_tindakan": f.FormTindakan(initial={"pihak": Pihak.ATASAN}, auto_id="id_tindakan_%s"),
        "form_tinjauan": f.FormTinjauan(),
        "tindakan": list(rencana.tindakan.all()),
        "tinjauan": list(rencana.tinjauan.all()),
        "kurang": baca.kelengkapan(rencana, baca.hari_unit(rencana.unit)).kurang,
        "pengembalian": rencana.riwayat.filter(aksi="kembalikan").last(),
        **lain,
    }
    return render(request, "penghargaan/perbaikan/susun.html", konteks, status=status)


def _halaman(
    request: HttpRequest,
    rencana: RencanaPerbaikan,
    status: int = 200,
    form_salah: dict[str, forms.Form] | None = None,
    baris_salah: dict[UUID, forms.Form] | None = None,
) -> HttpResponse:
    hari = baca.hari_unit(rencana.unit)
    tindakan = list(rencana.tindakan.select_related("ditandai_oleh"))
    tinjauan = baca.tinjauan_dari(rencana)
    _berformulir(tindakan, tinjauan, baris_salah or {})
    sisi = baca.sisi(rencana, request.pelaku.pegawai_id)
    konteks = {
        "rencana": rencana,
        "sisi": sisi,
        "hari": hari,
        "berikutnya": berikutnya(rencana=rencana, sisi=sisi, hari=hari, tindakan=tindakan, tinjauan=tinjauan),
        "tindakan": tindakan,
        "tinjauan": tinjauan,
        "langkah": _pilihan(request, rencana, form_salah or {}),
        "riwayat": riwayat(rencana),
        "boleh_catat": rencana.status in layanan.DIJALANI
        and boleh(request.pelaku, Izin.PERBAIKAN_CATAT, rencana),
        "boleh_sanksi": rencana.status == StatusRencana.TIDAK_TERCAPAI
        and boleh(request.pelaku, Izin.SANKSI_USULKAN, rencana.pegawai),
    }
    return render(request, "penghargaan/perbaikan/lihat.html", konteks, status=status)


def _pilihan(
    request: HttpRequest, rencana: RencanaPerbaikan, salah: dict[str, forms.Form]
) -> list[dict[str, Any]]:
    """The steps this person may take now, each with its form; a draft is sent from its own page."""
    izin = {i: boleh(request.pelaku, i, rencana) for i in {satu.izin for satu in LANGKAH.values()}}
    daftar_aksi = []
    for satu in tersedia(ALUR_RENCANA, rencana, request.pegawai, lambda i: izin.get(i, False)):
        aksi = "ambil_alih" if satu.aksi.startswith("ambil_alih") else satu.aksi
        if aksi == "usulkan" or (
            aksi == "ambil_alih" and not baca.boleh_diambil_alih(rencana, baca.hari_unit(rencana.unit))
        ):
            continue
        form = salah.get(aksi) or LANGKAH[aksi].form(auto_id=f"id_{aksi}_%s")
        daftar_aksi.append(
            {
                "aksi": aksi,
                "label": t(satu.label),
                "form": form,
                "ke": f"penghargaan:perbaikan_{aksi}",
                "jenis": "tenang" if aksi in TENANG or rencana.status == StatusRencana.BERJALAN else "",
                "buka": aksi in salah,
            }
        )
    return daftar_aksi
