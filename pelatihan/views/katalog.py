"""The catalogue, an entry, a session, and the nomination for it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from akses.enums import Izin
from akses.services import boleh
from inti.halaman import halaman
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from pelatihan.aturan.jp import posisi_jp
from pelatihan.enums import HurufSertifikat
from pelatihan.forms import CatatanForm, UsulanForm
from pelatihan.models import Peserta, SesiPelatihan
from pelatihan.services import baca, jp
from pelatihan.services.hasil import boleh_menanggapi, ringkasan_tanggapan
from pelatihan.services.kursi import BERJALAN as SESI_BERJALAN
from pelatihan.services.usulan import hambatan_daftar, usulkan
from pelatihan.views.alat import wajib_pegawai
from sasaran.enums import NilaiPerilaku

BISA_UNDUR = ("diusulkan", "disetujui_atasan", "daftar_tunggu", "ditetapkan")


@require_safe
def katalog(request: HttpRequest) -> HttpResponse:
    """Search and filters in the address, so that a choice can be sent on."""
    isi = halaman(baca.katalog(request.GET, timezone.localdate()), ("nama", "id"), request.GET)
    konteks = {
        "halaman": isi,
        "nilai": NilaiPerilaku.choices,
        "huruf": HurufSertifikat.choices,
        "mengelola": baca.mengelola(request.pelaku),
        "cari": request.GET.get("q", ""),
        "saring": any(request.GET.get(k) for k in ("q", "nilai", "huruf", "ada")),
    }
    templat = "pelatihan/_daftar_katalog.html" if _bagian(request) else "pelatihan/katalog.html"
    return render(request, templat, konteks)


def _bagian(request: HttpRequest) -> bool:
    return bool(request.htmx) and request.htmx.target == "daftar-katalog"


@require_safe
def rinci(request: HttpRequest, pelatihan_id: UUID) -> HttpResponse:
    """What is learned, for whom, and when."""
    pelatihan = get_object_or_404(baca.pelatihan_terlihat(), pk=pelatihan_id)
    konteks = {
        "pelatihan": pelatihan,
        "sesi": baca.sesi_pelatihan(pelatihan, request.pelaku),
        "mengelola": baca.mengelola(request.pelaku),
    }
    return render(request, "pelatihan/rinci.html", konteks)


@require_safe
def sesi(request: HttpRequest, sesi_id: UUID) -> HttpResponse:
    """A session: when, where, how many seats, where I stand, whom I can nominate."""
    satu = get_object_or_404(baca.dengan_kursi(baca.sesi_terlihat(request.pelaku)), pk=sesi_id)
    return render(request, "pelatihan/sesi.html", konteks_sesi(request, satu))


def konteks_sesi(
    request: HttpRequest, satu: SesiPelatihan, form: UsulanForm | None = None, form_tim: Any = None
) -> dict[str, object]:
    """What the page of a session shows."""
    hambatan = hambatan_daftar(satu)
    milik = _milik(request, satu)
    punya_tim = request.pelaku.menilai and not hambatan
    return {
        "sesi": satu,
        "sisa": max(0, satu.kursi - satu.terisi),
        "milik": milik,
        "riwayat": list(milik.riwayat.select_related("oleh").order_by("-id")) if milik else [],
        "bisa_undur": milik is not None and milik.status in BISA_UNDUR and satu.status in SESI_BERJALAN,
        "bisa_usul": _bisa_usul(request, milik, hambatan),
        "bisa_menilai": milik is not None and boleh_menanggapi(milik),
        "hambatan": hambatan,
        "peringatan_jp": _peringatan(request, satu),
        "form": form or UsulanForm(kebutuhan=_kebutuhan(request)),
        "form_tim": form_tim or (UsulanForm(tim=_tim(request, satu)) if punya_tim else None),
        "form_undur": CatatanForm(),
        "presensi": boleh(request.pelaku, Izin.PELATIHAN_PRESENSI, satu) and satu.status in SESI_BERJALAN,
        "mengelola": baca.mengelola(request.pelaku),
        "tanggapan": ringkasan_tanggapan(satu) if satu.status == "selesai" else None,
    }


def _milik(request: HttpRequest, satu: SesiPelatihan) -> Peserta | None:
    if request.pegawai is None:
        return None
    semua = baca.peserta_terlihat(request.pelaku)
    return semua.filter(sesi=satu, pegawai=request.pegawai).first()


def _bisa_usul(request: HttpRequest, milik: Peserta | None, hambatan: str) -> bool:
    bebas = milik is None or milik.status in {"ditolak", "mengundurkan_diri"}
    return request.pegawai is not None and request.pegawai.wajib_skp and bebas and not hambatan


def _peringatan(request: HttpRequest, satu: SesiPelatihan) -> str:
    """A sentence when this training would lift a PPPK above his ceiling; nothing is blocked."""
    if request.pegawai is None:
        return ""
    tahun = satu.selesai.year
    jumlah = jp.jp_tahun(pegawai_ids=[request.pegawai.pk], tahun=tahun)[request.pegawai.pk]
    nanti = posisi_jp(request.pegawai.jenis, jumlah + satu.pelatihan.jp, satu.selesai)
    if not nanti.lebih:
        return ""
    return _("Dengan pelatihan ini JP Anda tahun %(tahun)s menjadi %(jp)s; batas PPPK %(batas)s JP.") % {
        "tahun": str(tahun),
        "jp": nanti.jumlah,
        "batas": nanti.maksimum,
    }


def _kebutuhan(request: HttpRequest) -> Any:
    return baca.kebutuhan_terbuka(request.pegawai) if request.pegawai else None


def _tim(request: HttpRequest, satu: SesiPelatihan) -> Any:
    return baca.calon_tim(request.pelaku, satu)


@require_POST
def daftarkan(request: HttpRequest, sesi_id: UUID) -> HttpResponse:
    """Nominate myself, or members of my team."""
    oleh = wajib_pegawai(request)
    satu = get_object_or_404(baca.dengan_kursi(baca.sesi_terlihat(request.pelaku)), pk=sesi_id)
    bersama = "tim" in request.POST
    if bersama and not request.pelaku.menilai:
        raise PermissionDenied
    if bersama:
        form = UsulanForm(request.POST, tim=_tim(request, satu))
    else:
        form = UsulanForm(request.POST, kebutuhan=_kebutuhan(request))
    if not form.is_valid():
        lembar = {"form_tim": form} if bersama else {"form": form}
        konteks = konteks_sesi(request, satu, **lembar)
        return render(request, "pelatihan/sesi.html", konteks, status=422)
    orang = list(form.cleaned_data["pegawai"]) if bersama else [oleh]
    _usulkan_semua(request, satu, orang, form.cleaned_data)
    return redirect("pelatihan:sesi", satu.pk)


def _usulkan_semua(request: HttpRequest, satu: SesiPelatihan, orang: list[Any], isian: dict) -> None:
    berhasil = 0
    for pegawai in orang:
        try:
            usulkan(
                sesi=satu,
                pegawai=pegawai,
                oleh=request.pegawai,
                alasan=isian["alasan"],
                kebutuhan=isian.get("kebutuhan"),
            )
        except TransisiDitolak as galat:
            messages.error(request, t(galat.alasan))
        else:
            berhasil += 1
    if berhasil:
        teks = ngettext("%(n)s usulan terkirim.", "%(n)s usulan terkirim.", berhasil)
        messages.success(request, teks % {"n": berhasil})
