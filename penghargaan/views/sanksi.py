"""Sanctions: lists, one case with what the gate asks for, proposals, and every step."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from akses.alur import tersedia
from akses.ambil import ambil
from akses.enums import Izin
from akses.models import JenisLihat
from akses.pengamat import catat_lihat
from akses.services import boleh, boleh_umum
from inti.halaman import halaman
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from pelaksanaan.services.berkas import TAMPIL_LANGSUNG
from penghargaan import forms_tindak_lanjut as f
from penghargaan.aturan.gerbang import sumber
from penghargaan.aturan.hukuman import hukuman_hari, pilihan
from penghargaan.enums_tindak_lanjut import DasarSanksi, JenisDokumenSanksi, StatusSanksi
from penghargaan.models import Sanksi
from penghargaan.services import sanksi as layanan
from penghargaan.services import sanksi_baca as baca
from penghargaan.services.perbaikan_baca import hari_unit, rencana_terlihat
from penghargaan.services.riwayat_tindak_lanjut import riwayat
from penghargaan.views.naskah import tautan_sanksi
from penghargaan.workflow import ALUR_SANKSI

TIDAK_LENGKAP, BENTROK = 422, 409
KEPALA_AMAN = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}


@dataclass(frozen=True)
class Langkah:
    """A step: its permission, its form, and what it does with the case, the form's values and the actor."""

    izin: Izin
    form: type[forms.Form]
    lakukan: Callable[[Sanksi, dict[str, Any], Any], Any]


def _periksa(s: Sanksi, i: dict[str, Any], oleh: Any) -> Any:
    return layanan.periksa(
        sanksi=s, waktu=i["waktu"], hadir=i["hadir"] == "ya", berita_acara=i["berita_acara"], oleh=oleh
    )


LANGKAH: dict[str, Langkah] = {
    "usulkan": Langkah(Izin.SANKSI_USULKAN, f.FormKosong, lambda s, i, o: layanan.usulkan(sanksi=s, oleh=o)),
    "batalkan": Langkah(
        Izin.SANKSI_USULKAN,
        f.FormCatatan,
        lambda s, i, o: layanan.batalkan(sanksi=s, alasan=i["catatan"], oleh=o),
    ),
    "kembalikan": Langkah(
        Izin.SANKSI_PERIKSA,
        f.FormCatatan,
        lambda s, i, o: layanan.kembalikan(sanksi=s, catatan=i["catatan"], oleh=o),
    ),
    "panggil": Langkah(
        Izin.SANKSI_PERIKSA,
        f.FormPanggilan,
        lambda s, i, o: layanan.panggil(sanksi=s, isian=layanan.IsianPanggilan(**i), oleh=o),
    ),
    "periksa": Langkah(Izin.SANKSI_PERIKSA, f.FormPemeriksaan, _periksa),
    "putuskan": Langkah(
        Izin.SANKSI_PUTUSKAN,
        f.FormPutusan,
        lambda s, i, o: layanan.putuskan(sanksi=s, isian=layanan.IsianPutusan(**i), oleh=o),
    ),
    "hentikan": Langkah(
        Izin.SANKSI_PUTUSKAN,
        f.FormCatatan,
        lambda s, i, o: layanan.hentikan(sanksi=s, alasan=i["catatan"], oleh=o),
    ),
    "cabut": Langkah(
        Izin.SANKSI_PUTUSKAN,
        f.FormCatatan,
        lambda s, i, o: layanan.cabut(sanksi=s, alasan=i["catatan"], oleh=o),
    ),
    "tanggapi": Langkah(
        Izin.SANKSI_TANGGAPI,
        f.FormTanggapanSanksi,
        lambda s, i, o: layanan.tanggapi(sanksi=s, isi=i["isi"], oleh=o),
    ),
    "upaya": Langkah(
        Izin.SANKSI_PERIKSA,
        f.FormUpaya,
        lambda s, i, o: layanan.catat_upaya(sanksi=s, oleh=o, **i),
    ),
}
UTAMA = {"usulkan", "panggil", "periksa", "putuskan", "tanggapi"}
LEWAT_GERBANG = {"usulkan", "putuskan"}
BERGERBANG = {StatusSanksi.DRAF, StatusSanksi.DIPERIKSA}


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The cases one may read, page by page."""
    status = request.GET.get("status", "")
    saring = baca.sanksi_terlihat(request.pelaku)
    if status in StatusSanksi.values:
        saring = saring.filter(status=status)
    konteks = {
        "halaman": halaman(saring, ("-dibuat_pada", "-id"), request.GET),
        "status": status,
        "pilihan_status": StatusSanksi.choices,
        "pengelola": boleh_umum(request.pelaku, Izin.SANKSI_LIHAT),
    }
    return render(request, "penghargaan/sanksi/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest, pegawai: UUID) -> HttpResponse:
    """Propose a sanction against this person: for performance, or with ?dasar=disiplin."""
    orang = ambil(baca.orang_terlihat(request.pelaku), request.pelaku, Izin.SANKSI_USULKAN, pk=pegawai)
    dasar = DasarSanksi.DISIPLIN if request.GET.get("dasar") == "disiplin" else DasarSanksi.KINERJA
    daftar_jenis = pilihan(dasar, orang.jenis, baca.hari_orang(orang))
    form = f.FormUsulanSanksi(request.POST or None, dasar=dasar, pilihan=daftar_jenis)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            isian = layanan.IsianUsulan(dasar=dasar, **form.cleaned_data)
            sanksi = layanan.buat_usulan(pegawai=orang, isian=isian, oleh=request.pegawai)
        except TransisiDitolak as tolak:
            form.add_error(None, t(tolak.alasan))
            status = BENTROK
        else:
            return redirect("penghargaan:sanksi", sanksi.pk)
    elif request.method == "POST":
        status = TIDAK_LENGKAP
    konteks = {"form": form, "orang": orang, "dasar": dasar, "sanksi": None}
    return render(request, "penghargaan/sanksi/usul.html", konteks, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change a draft."""
    sanksi = ambil(baca.sanksi_terlihat(request.pelaku), request.pelaku, Izin.SANKSI_USULKAN, pk=pk)
    awal = {n: getattr(sanksi, n) for n in ("jenis", "alasan", "hari_tidak_masuk", "hari_berturut")}
    daftar_jenis = pilihan(sanksi.dasar, sanksi.pegawai.jenis, hari_unit(sanksi.unit))
    form = f.FormUsulanSanksi(request.POST or None, initial=awal, dasar=sanksi.dasar, pilihan=daftar_jenis)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            isian = layanan.IsianUsulan(dasar=sanksi.dasar, **form.cleaned_data)
            layanan.ubah_usulan(sanksi=sanksi, isian=isian, oleh=request.pegawai)
        except TransisiDitolak as tolak:
            form.add_error(None, t(tolak.alasan))
            status = BENTROK
        else:
            return redirect("penghargaan:sanksi", pk)
    elif request.method == "POST":
        status = TIDAK_LENGKAP
    konteks = {"form": form, "orang": sanksi.pegawai, "dasar": sanksi.dasar, "sanksi": sanksi}
    return render(request, "penghargaan/sanksi/usul.html", konteks, status=status)


@require_safe
def lihat(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One case."""
    sanksi = get_object_or_404(baca.sanksi_terlihat(request.pelaku), pk=pk)
    catat_lihat(request, sanksi, JenisLihat.SANKSI)
    return _halaman(request, sanksi)


@require_POST
def langkah(request: HttpRequest, pk: UUID, aksi: str) -> HttpResponse:
    """One step of the case."""
    satu = LANGKAH[aksi]
    sanksi = ambil(baca.sanksi_terlihat(request.pelaku), request.pelaku, satu.izin, pk=pk)
    form = _form(aksi, sanksi, request.POST)
    if not form.is_valid():
        return _halaman(request, sanksi, TIDAK_LENGKAP, {aksi: form})
    try:
        satu.lakukan(sanksi, form.cleaned_data, request.pegawai)
    except TransisiDitolak as tolak:
        form.add_error(tolak.kode if tolak.kode in form.fields else None, t(tolak.alasan))
        if tolak.kode == "status":  # the step is not offered any more, so its form cannot say why
            messages.error(request, t(tolak.alasan))
        return _halaman(request, sanksi, BENTROK, {aksi: form})
    messages.success(request, _("Tersimpan."))
    return redirect("penghargaan:sanksi", pk)


@require_POST
def dokumen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Attach files: the person to his defence, the handlers to the rest."""
    sanksi = get_object_or_404(baca.sanksi_terlihat(request.pelaku), pk=pk)
    pegawai = sanksi.pegawai_id == request.pelaku.pegawai_id
    izin = Izin.SANKSI_TANGGAPI if pegawai else Izin.SANKSI_USULKAN
    sanksi = ambil(baca.sanksi_terlihat(request.pelaku), request.pelaku, izin, pk=pk)
    form = f.FormDokumen(request.POST, request.FILES, pegawai=pegawai, auto_id="id_dokumen_%s")
    if not form.is_valid():
        return _halaman(request, sanksi, TIDAK_LENGKAP, form_dokumen=form)
    jenis = JenisDokumenSanksi.PEMBELAAN if pegawai else form.cleaned_data["jenis"]
    try:
        layanan.lampirkan(
            sanksi=sanksi, jenis=jenis, berkas=form.cleaned_data["berkas"], oleh=request.pegawai
        )
    except TransisiDitolak as tolak:
        form.add_error("berkas", t(tolak.alasan))
        return _halaman(request, sanksi, BENTROK, form_dokumen=form)
    messages.success(request, _("Dokumen ditambahkan."))
    return redirect("penghargaan:sanksi", pk)


@require_safe
def unduh(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """A file of a case; only what a browser may show in its sandbox is shown."""
    baris = get_object_or_404(baca.dokumen_terlihat(request.pelaku), pk=pk)
    try:
        berkas = baris.berkas.open("rb")
    except FileNotFoundError:
        raise Http404(_("Berkas ini tidak ada di penyimpanan.")) from None
    jawaban = FileResponse(
        berkas,
        as_attachment=baris.jenis_konten not in TAMPIL_LANGSUNG,
        filename=baris.nama_asli,
        content_type=baris.jenis_konten,
    )
    for nama, nilai in KEPALA_AMAN.items():
        jawaban.headers[nama] = nilai
    return jawaban


def _form(aksi: str, sanksi: Sanksi, data: Any = None) -> forms.Form:
    tanda = f"id_{aksi}_%s"  # several forms stand on one page
    if aksi == "putuskan":
        daftar_jenis = pilihan(sanksi.dasar, sanksi.pegawai.jenis, hari_unit(sanksi.unit))
        return f.FormPutusan(data, pilihan=daftar_jenis, initial={"jenis": sanksi.jenis}, auto_id=tanda)
    awal = {"isi": sanksi.tanggapan} if aksi == "tanggapi" else {}
    return LANGKAH[aksi].form(data, initial=awal, auto_id=tanda)


def _halaman(
    request: HttpRequest,
    sanksi: Sanksi,
    status: int = 200,
    salah: dict[str, forms.Form] | None = None,
    form_dokumen: forms.Form | None = None,
) -> HttpResponse:
    pegawai = sanksi.pegawai_id == request.pelaku.pegawai_id
    kurang = baca.kurang_kini(sanksi) if sanksi.status in BERGERBANG and not pegawai else []
    izin_dokumen = Izin.SANKSI_TANGGAPI if pegawai else Izin.SANKSI_USULKAN
    langkah = _pilihan(request, sanksi, salah or {}, terkunci=bool(kurang))
    konteks = {
        "sanksi": sanksi,
        "pegawai": pegawai,
        "kurang": kurang,
        "sumber_gerbang": sumber(sanksi.pegawai.jenis),
        "usul": baca.jenis_dari(sanksi, sanksi.jenis),
        "putusan": baca.jenis_dari(sanksi, sanksi.jenis_putusan),
        "menurut_hari": _menurut_hari(sanksi),
        "panggilan": list(sanksi.panggilan.all()),
        "naskah": tautan_sanksi(sanksi),
        "rencana_terbuka": bool(sanksi.rencana_id)
        and rencana_terlihat(request.pelaku).filter(pk=sanksi.rencana_id).exists(),
        "dokumen": list(sanksi.dokumen.select_related("diunggah_oleh")),
        "riwayat": _riwayat(sanksi, pegawai=pegawai),
        "langkah": langkah,
        "aksi": {satu["aksi"] for satu in langkah},
        "boleh_dokumen": boleh(request.pelaku, izin_dokumen, sanksi),
        "dokumen_salah": form_dokumen is not None,
        "form_dokumen": form_dokumen or f.FormDokumen(pegawai=pegawai, auto_id="id_dokumen_%s"),
        "boleh_ubah": sanksi.status == StatusSanksi.DRAF
        and sanksi.disusun_oleh_id == request.pelaku.pegawai_id
        and boleh(request.pelaku, Izin.SANKSI_USULKAN, sanksi),
    }
    return render(request, "penghargaan/sanksi/lihat.html", konteks, status=status)


def _riwayat(sanksi: Sanksi, *, pegawai: bool) -> list[Any]:
    semua = riwayat(sanksi)
    return [r for r in semua if r.ke not in {"draf", "diusulkan"}] if pegawai else semua


def _menurut_hari(sanksi: Sanksi) -> Any:
    if sanksi.hari_tidak_masuk is None:
        return None
    return hukuman_hari(sanksi.hari_tidak_masuk, sanksi.hari_berturut or 0, hari_unit(sanksi.unit))


def _pilihan(
    request: HttpRequest, sanksi: Sanksi, salah: dict[str, forms.Form], *, terkunci: bool
) -> list[dict[str, Any]]:
    """The steps this person may take now, each with its form.

    `terkunci`: the gate would refuse, so what it asks for is offered in place of what it refuses.
    """
    izin = {i: boleh(request.pelaku, i, sanksi) for i in {s.izin for s in LANGKAH.values()}}
    pasangan = [
        (s.aksi, t(s.label))
        for s in tersedia(ALUR_SANKSI, sanksi, request.pegawai, lambda i: izin.get(i, False))
        if (s.aksi != "usulkan" or sanksi.disusun_oleh_id == request.pelaku.pegawai_id)
        and not (terkunci and s.aksi in LEWAT_GERBANG and s.aksi not in salah)
    ]
    if izin[Izin.SANKSI_TANGGAPI] and sanksi.status in layanan.DITANGGAPI:
        pasangan.append(("tanggapi", _("Tulis keterangan saya")))
    if izin[Izin.SANKSI_PERIKSA] and sanksi.status in {StatusSanksi.DIPUTUS, StatusSanksi.BERLAKU}:
        pasangan.append(("upaya", _("Catat keberatan atau banding")))
    return [
        {
            "aksi": aksi,
            "label": label,
            "form": salah.get(aksi) or _form(aksi, sanksi),
            "ke": f"penghargaan:sanksi_{aksi}",
            "jenis": "" if aksi in UTAMA else "tenang",
            "buka": aksi in salah,
        }
        for aksi, label in pasangan
    ]
