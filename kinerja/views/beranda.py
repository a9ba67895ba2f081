"""The home page: what must I do now, where are we in the year, how far am I."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from kinerja.navigasi import navigasi
from kinerja.services.beranda import IsiBeranda, kumpulkan
from kinerja.services.tugas import daftar_tugas
from layanan.services.ringkasan import kepala_tugas
from penghargaan.services.bonus_baca import menunggu as bonus_menunggu
from penghargaan.services.penghargaan_baca import menunggu as penghargaan_menunggu
from penilaian.enums import StatusEvaluasi
from sasaran.enums import JenisPeriode, StatusPeriode, StatusSKP
from sasaran.models import Periode

SALAM = ((4, "malam"), (11, "pagi"), (15, "siang"), (18, "sore"), (24, "malam"))
ZONA_BAWAAN = "WIB"


def salam(pada: datetime) -> str:
    """The greeting of this hour."""
    kata = next(nama for sampai, nama in SALAM if pada.hour < sampai)
    return {
        "pagi": _("Selamat pagi"),
        "siang": _("Selamat siang"),
        "sore": _("Selamat sore"),
        "malam": _("Selamat malam"),
    }[kata]


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Home of everybody who logs in; an account without a person gets what it can do."""
    kini = timezone.localtime()
    if request.pegawai is None:
        return render(request, "beranda/tanpa_pegawai.html", {"salam": salam(kini)})
    isi = kumpulkan(request.pelaku, kini.date(), wajib_skp=request.pegawai.wajib_skp)
    unit = request.pegawai.atasan.unit if hasattr(request.pegawai, "atasan") else None
    zona = unit.zona if unit else ZONA_BAWAAN
    konteks = {
        "salam": salam(kini),
        "isi": isi,
        "alis": _alis(isi),
        "tugas": daftar_tugas(isi, zona=zona, hitungan=_hitungan(request)),
        "tahap": _tahap(isi) if isi.wajib_skp else [],
        "triwulan": _triwulan(isi) if isi.wajib_skp else [],
        "ada_predikat": any(p.evaluasi_predikat for p in isi.periode),
        "umpan_balik": _umpan_balik(isi),
        "layanan": _layanan(request, unit, kini.date()),
        "boleh_melapor": isi.skp is not None and isi.skp.status == StatusSKP.DISETUJUI,
    }
    return render(request, "beranda/beranda.html", konteks)


def _layanan(request: HttpRequest, unit: Any, hari: date) -> dict[str, Any]:
    """For the assessor of a unit that serves citizens: how they find it."""
    ada = request.pelaku.menilai and navigasi(request).hitungan.get("layanan")
    return kepala_tugas(unit.path, hari) if ada and unit else {}


def _hitungan(request: HttpRequest) -> dict[str, int]:
    """The numbers of the navigation, and what waits for his role; roles alone cost queries."""
    return {
        **navigasi(request).hitungan,
        **penghargaan_menunggu(request.pelaku),
        **bonus_menunggu(request.pelaku),
    }


def periode_kini(isi: IsiBeranda) -> Periode | None:
    """The period whose evaluation is open, else the one of today."""
    terbuka = [p for p in isi.periode if p.status == StatusPeriode.TERBUKA]
    hari_ini = [p for p in isi.periode if p.mulai <= isi.hari <= p.selesai]
    return next(iter(terbuka or hari_ini), None)


def _alis(isi: IsiBeranda) -> str:
    """“Triwulan IV 2026 · tersisa 9 hari kerja”, counted to the end of the period that runs today."""
    berjalan = next((p for p in isi.periode if p.mulai <= isi.hari <= p.selesai), None)
    if berjalan is None:
        return date_format(isi.hari, "l, j F Y")
    sisa = isi.sisa(berjalan.selesai)
    kata = ngettext("tersisa %(n)s hari kerja", "tersisa %(n)s hari kerja", sisa) % {"n": sisa}
    return f"{date_format(isi.hari, 'l, j F Y')} · {berjalan.nama}, {kata}"


def _tahap(isi: IsiBeranda) -> list[dict[str, str]]:
    """The four stages of the year, and where this person is."""
    setuju = isi.skp is not None and isi.skp.status == StatusSKP.DISETUJUI
    kini = periode_kini(isi)
    menilai = kini is not None and kini.status == StatusPeriode.TERBUKA
    return [
        _satu_tahap(_("Perencanaan"), _ket_perencanaan(isi), "selesai" if setuju else "kini"),
        _satu_tahap(_("Pelaksanaan"), _ket_pelaksanaan(isi), _keadaan(setuju, menilai)),
        _satu_tahap(
            _("Evaluasi %(periode)s") % {"periode": _di_tengah(kini) if kini else ""},
            _ket_evaluasi(kini),
            "kini" if menilai and setuju else "",
        ),
        _satu_tahap(
            _("Tindak lanjut"),
            date_format(isi.hari.replace(year=isi.hari.year + 1, month=1, day=1), "F Y"),
            "",
        ),
    ]


def _satu_tahap(judul: str, keterangan: str, keadaan: str) -> dict[str, str]:
    return {"judul": judul.strip(), "keterangan": keterangan, "keadaan": keadaan}


def _di_tengah(periode: Periode) -> str:
    """Its name inside a sentence: a quarter begins small, a month does not."""
    nama = periode.nama
    return nama[:1].lower() + nama[1:] if periode.jenis == JenisPeriode.TRIWULAN else nama


def _keadaan(setuju: bool, menilai: bool) -> str:
    if not setuju:
        return ""
    return "selesai" if menilai else "kini"


def _ket_perencanaan(isi: IsiBeranda) -> str:
    if isi.skp is None:
        return _("SKP belum disusun")
    if isi.skp.disetujui_pada and isi.skp.status == StatusSKP.DISETUJUI:
        return _("SKP disetujui %(hari)s") % {
            "hari": date_format(timezone.localtime(isi.skp.disetujui_pada), "j M")
        }
    return _("SKP: %(status)s") % {"status": isi.skp.get_status_display().lower()}


def _ket_pelaksanaan(isi: IsiBeranda) -> str:
    laporan, umpan_balik = (isi.skp.banyak_laporan, isi.skp.banyak_umpan_balik) if isi.skp else (0, 0)
    return _("%(laporan)s laporan · %(umpan_balik)s umpan balik") % {
        "laporan": laporan,
        "umpan_balik": umpan_balik,
    }


def _ket_evaluasi(kini: Periode | None) -> str:
    if kini is None:
        return _("belum dijadwalkan")
    if kini.evaluasi_status == StatusEvaluasi.TERBUKA:
        return _("isi penilaian diri s.d. %(hari)s") % {"hari": date_format(kini.batas_penilaian_diri, "j M")}
    if kini.evaluasi_status:
        return str(StatusEvaluasi(kini.evaluasi_status).label)
    return _("dibuka %(hari)s") % {"hari": date_format(kini.buka_evaluasi, "j M")}


def _triwulan(isi: IsiBeranda) -> list[dict[str, Any]]:
    """The periods of this year with this person's predikat; the bar is higher the better it is."""
    tahun_ini = [p for p in isi.periode if p.siklus.tahun == isi.hari.year]
    per_periode = {p.pk: p for p in tahun_ini}  # of two evaluations in one period the later one
    return [
        {
            "nama": p.nama,
            "pendek": p.pendek,
            "predikat": p.evaluasi_predikat,
            "tinggi": 6 - p.evaluasi_predikat if p.evaluasi_predikat else 0,
            "evaluasi_id": p.evaluasi_id if p.evaluasi_predikat else None,
        }
        for p in per_periode.values()
    ]


def _umpan_balik(isi: IsiBeranda) -> dict[str, Any] | None:
    """The latest remark on this plan, with its writer as forms print him."""
    data = isi.skp.umpan_balik_terakhir if isi.skp else None
    if not data:
        return None
    belakang = f", {data['belakang']}" if data["belakang"] else ""
    return {
        "isi": data["isi"],
        "pemberi": f"{data['depan']} {data['pemberi']}{belakang}".strip(),
        "atasan": data["pemberi_id"] == str(isi.skp.penilai_id),
        "laporan_id": data["laporan_id"],
        "pada": parse_datetime(data["pada"]),
    }
