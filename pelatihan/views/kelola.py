"""HR: sessions, their participants, results, presence by hand, the list as a file."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from akses.admin_ekspor import kirim_baris_tercatat
from akses.alur import tersedia
from akses.ambil import ambil
from akses.enums import Izin
from inti.ekspor import jawaban
from inti.halaman import halaman
from inti.kalender import hari_ini
from pelatihan.aturan.sertifikat import saran_lulus
from pelatihan.enums import StatusSesi
from pelatihan.forms import CatatanForm, HadirManualForm
from pelatihan.models import Peserta, SesiPelatihan
from pelatihan.services import baca, presensi
from pelatihan.services.hasil import ringkasan_tanggapan
from pelatihan.services.sesi import ubah_sesi
from pelatihan.views.alat import galat_pertama, kembali, lakukan
from pelatihan.workflow import ALUR_PESERTA, ALUR_SESI

UCAPAN = {
    "terbitkan": gettext_lazy("Pendaftaran dibuka."),
    "tutup": gettext_lazy("Pendaftaran ditutup."),
    "buka_lagi": gettext_lazy("Pendaftaran dibuka lagi."),
    "selesaikan": gettext_lazy("Sesi ditandai selesai."),
    "batalkan": gettext_lazy("Sesi dibatalkan; semua peserta diberi kabar."),
}
HASIL = {"luluskan", "tidak_luluskan"}  # nobody decides on his own
IZIN_KELOLA = frozenset({Izin.PELATIHAN_KELOLA, Izin.PELATIHAN_TETAPKAN})


def _wajib_mengelola(request: HttpRequest) -> None:
    if not baca.mengelola(request.pelaku):
        raise PermissionDenied


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All sessions, what waits in each."""
    _wajib_mengelola(request)
    konteks = {
        "halaman": halaman(baca.daftar_kelola(request.GET), ("-mulai", "-id"), request.GET),
        "status": StatusSesi.choices,
        "kueri": request.GET.urlencode(),
        "luar": baca.luar_menunggu(request.pelaku).count(),
    }
    return render(request, "pelatihan/kelola.html", konteks)


@require_POST
def ekspor(request: HttpRequest) -> HttpResponseBase:
    """The sessions, as filtered, as a file, logged."""
    _wajib_mengelola(request)
    semua = baca.daftar_kelola(request.GET).order_by("-mulai", "-id")
    berkas = kirim_baris_tercatat(request, semua, baca.KOLOM_SESI, baca.baris_sesi(semua), "sesi-pelatihan")
    return berkas or redirect(f"{reverse('pelatihan:kelola')}?{request.GET.urlencode()}")


@require_safe
def sesi(request: HttpRequest, sesi_id: UUID) -> HttpResponse:
    """One session with everybody in it and what may be done with each."""
    satu = ambil(
        baca.dengan_kursi(baca.sesi_terlihat(request.pelaku)),
        request.pelaku,
        Izin.PELATIHAN_KELOLA,
        pk=sesi_id,
    )
    return render(request, "pelatihan/kelola_sesi.html", _konteks(request, satu))


def _konteks(request: HttpRequest, satu: SesiPelatihan) -> dict[str, Any]:
    hadir = presensi.kehadiran_sesi(satu.pk)
    langkah = tersedia(ALUR_SESI, satu, request.pegawai, lambda izin: izin == Izin.PELATIHAN_KELOLA)
    return {
        "sesi": satu,
        "sisa": max(0, satu.kursi - satu.terisi),
        "baris": [_baris(request, satu, p, hadir.get(p.pk, 0)) for p in baca.peserta_sesi(satu)],
        "langkah": {x.aksi for x in langkah} - _terlalu_dini(satu),
        "form": CatatanForm(),
        "form_hadir": HadirManualForm(initial={"hari": min(satu.selesai, timezone.localdate())}),
        "tanggapan": ringkasan_tanggapan(satu),
        "seharusnya": satu.seharusnya_hadir,
    }


def _terlalu_dini(satu: SesiPelatihan) -> set[str]:
    """Moves of a session that its service refuses before the last day: not offered until then."""
    return set() if satu.selesai <= hari_ini(satu.zona, timezone.now()) else {"selesaikan"}


def _baris(request: HttpRequest, satu: SesiPelatihan, peserta: Peserta, hadir: int) -> dict[str, Any]:
    boleh = {x.aksi for x in ALUR_PESERTA.dari_status(peserta.status) if x.izin in IZIN_KELOLA}
    sendiri = peserta.pegawai_id == request.pelaku.pegawai_id
    terbuka = satu.status in presensi.BERJALAN and satu.mulai <= hari_ini(satu.zona, timezone.now())
    return {
        "peserta": peserta,
        "hadir": hadir,
        "boleh": boleh - HASIL if sendiri else boleh,
        "manual": peserta.status in presensi.BOLEH_HADIR and terbuka and not sendiri,
        "disarankan": saran_lulus(hadir, satu.seharusnya_hadir),
    }


@require_POST
def tindakan(request: HttpRequest, sesi_id: UUID, aksi: str) -> HttpResponse:
    """One move of a session."""
    satu = ambil(baca.sesi_terlihat(request.pelaku), request.pelaku, Izin.PELATIHAN_KELOLA, pk=sesi_id)
    form = CatatanForm(request.POST)
    if aksi == "batalkan" and not form.is_valid():
        messages.error(request, galat_pertama(form))
        return redirect("pelatihan:sesi_kelola", satu.pk)
    catatan = form.cleaned_data["catatan"] if aksi == "batalkan" else ""
    lakukan(
        request,
        lambda: ubah_sesi(sesi=satu, aksi=aksi, oleh=request.pegawai, catatan=catatan),
        str(UCAPAN[aksi]),
    )
    return redirect("pelatihan:sesi_kelola", satu.pk)


@require_POST
def hadirkan(request: HttpRequest, peserta_id: UUID) -> HttpResponse:
    """A presence by hand, with its reason."""
    satu = ambil(baca.peserta_terlihat(request.pelaku), request.pelaku, Izin.PELATIHAN_KELOLA, pk=peserta_id)
    form = HadirManualForm(request.POST)
    if not form.is_valid():
        messages.error(request, galat_pertama(form))
    else:
        lakukan(
            request,
            lambda: presensi.hadirkan(peserta=satu, oleh=request.pegawai, **form.cleaned_data),
            _("Kehadiran %(nama)s dicatat.") % {"nama": satu.pegawai.nama_lengkap},
        )
    return kembali(request, "pelatihan:sesi_kelola", satu.sesi_id)


@require_safe
def unduh(request: HttpRequest, sesi_id: UUID) -> HttpResponseBase:
    """The participants as XLSX, or as CSV with `?format=csv`."""
    satu = ambil(baca.sesi_terlihat(request.pelaku), request.pelaku, Izin.PELATIHAN_KELOLA, pk=sesi_id)
    baris = baca.baris_ekspor(satu, presensi.kehadiran_sesi(satu.pk))
    nama = f"peserta-{satu.mulai:%Y%m%d}-{satu.pk.hex[:6]}"
    return jawaban(nama, request.GET.get("format", ""), baca.KOLOM_EKSPOR, baris)
