"""My training: hours of the year, sessions, needs."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from akses.ambil import ambil
from akses.enums import Izin
from pelatihan.enums import BERJALAN, StatusPeserta
from pelatihan.forms import CatatanForm, KebutuhanForm
from pelatihan.services import baca, jp, kebutuhan
from pelatihan.services.hasil import boleh_menanggapi
from pelatihan.views.alat import galat_pertama, lakukan, wajib_pegawai


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """My hours of this year, what is coming, what I have done, what I need."""
    if request.pegawai is None:
        return render(request, "pelatihan/tanpa_pegawai.html")
    return render(request, "pelatihan/saya.html", _konteks(request, KebutuhanForm()))


def _konteks(request: HttpRequest, form: KebutuhanForm) -> dict[str, object]:
    pegawai, hari = request.pegawai, timezone.localdate()
    milik = baca.milik_saya(pegawai)
    return {
        "tahun": str(hari.year),
        "posisi": jp.posisi(pegawai=pegawai, tahun=hari.year),
        "berjalan": [p for p in milik if p.status in BERJALAN],
        "lampau": [p for p in milik if p.status not in BERJALAN],
        "menilai": [p for p in milik if boleh_menanggapi(p)],
        "tunggu_hasil": StatusPeserta.HADIR,
        "luar": baca.luar_saya(pegawai),
        "kebutuhan": kebutuhan.dengan_pelatihan(baca.kebutuhan_saya(pegawai)),
        "form": form,
        "mengelola": baca.mengelola(request.pelaku),
    }


@require_POST
def kebutuhan_baru(request: HttpRequest) -> HttpResponse:
    """A wish of my own."""
    pegawai = wajib_pegawai(request)
    form = KebutuhanForm(request.POST)
    if not form.is_valid():
        return render(request, "pelatihan/saya.html", _konteks(request, form), status=422)
    kebutuhan.usulkan_sendiri(pegawai=pegawai, oleh=pegawai, **form.cleaned_data)
    messages.success(request, _("Kebutuhan Anda dicatat."))
    return redirect("pelatihan:saya")


@require_POST
def kebutuhan_jawab(request: HttpRequest, kebutuhan_id: UUID, aksi: str) -> HttpResponse:
    """Say whether a proposed need is one, with the reason when not."""
    milik = ambil(
        kebutuhan.kebutuhan_terlihat(request.pelaku),
        request.pelaku,
        Izin.KEBUTUHAN_TANGGAPI,
        pk=kebutuhan_id,
    )
    catatan = ""
    if aksi == "batalkan":
        form = CatatanForm(request.POST)
        if not form.is_valid():
            messages.error(request, galat_pertama(form))
            return redirect("pelatihan:saya")
        catatan = form.cleaned_data["catatan"]
    ucapan = _("Dicatat sebagai kebutuhan Anda.") if aksi == "konfirmasi" else _("Kebutuhan ini ditutup.")
    lakukan(
        request,
        lambda: kebutuhan.tanggapi(kebutuhan=milik, aksi=aksi, oleh=request.pegawai, catatan=catatan),
        ucapan,
    )
    return redirect("pelatihan:saya")
