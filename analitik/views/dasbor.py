"""The dashboard of a unit, and the people behind each of its numbers."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from analitik.services import daftar as di_balik
from analitik.services import dasbor
from analitik.services.kelompok import LABEL_PREDIKAT, LABEL_TAHAP, SINGKATAN_PREDIKAT, potong
from analitik.services.keputusan import PERKARA, hitung, menunggu
from analitik.services.waktu import Waktu, daftar_waktu, pilih_waktu
from inti.halaman import halaman
from pegawai.models import UnitKerja

UKURAN_DAFTAR = 30


@require_safe
def awal(request: HttpRequest) -> HttpResponse:
    """To the dashboard of the highest unit this person may see."""
    unit = dasbor.unit_awal(request.pelaku)
    if unit is None:
        raise Http404
    return redirect("analitik:unit", unit.pk)


@require_safe
def unit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Progress, distribution, trend and speed of a unit with everything below it."""
    ini = dasbor.satu_unit(request.pelaku, pk)
    if ini is None:
        raise Http404
    semua_waktu, waktu = _waktu(request)
    konteks: dict[str, Any] = {
        "unit": ini,
        "waktu": waktu,
        "semua_waktu": semua_waktu,
        "induk": dasbor.induk_terlihat(request.pelaku, ini),
    }
    if waktu is not None:
        konteks |= _isi(request, ini, waktu, semua_waktu)
    return render(request, "analitik/unit.html", konteks)


@require_safe
def daftar(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The people a number counts, in pages."""
    ini = get_object_or_404(dasbor.unit_terlihat(request.pelaku), pk=pk)
    _semua, waktu = _waktu(request)
    if waktu is None:
        raise Http404
    tahap, predikat = _saringan(request)
    evaluasi = di_balik.evaluasi_di_balik(
        pelaku=request.pelaku, unit=ini, waktu=waktu, tahap=tahap, predikat=predikat
    ).select_related("pegawai", "unit", "skp__penempatan__jabatan", "penilai")
    isi = halaman(evaluasi, ("id",), request.GET, UKURAN_DAFTAR)
    return render(
        request,
        "analitik/daftar.html",
        {
            "unit": ini,
            "waktu": waktu,
            "baris": isi.baris,
            "boleh": di_balik.yang_boleh_dibuka(request.pelaku, waktu, isi.baris),
            "jumlah": evaluasi.count(),
            "judul": LABEL_PREDIKAT.get(predikat or 0) or LABEL_TAHAP.get(tahap, ""),
            "sebelumnya": isi.sebelumnya,
            "berikutnya": isi.berikutnya,
        },
    )


@require_safe
def keputusan(request: HttpRequest, pk: UUID, jenis: str) -> HttpResponse:
    """What waits for a decision, of one kind, in pages."""
    ini = get_object_or_404(dasbor.unit_terlihat(request.pelaku), pk=pk)
    perkara = PERKARA.get(jenis)
    if perkara is None:
        raise Http404
    semua = menunggu(jenis, request.pelaku, ini)
    isi = halaman(semua.select_related(*perkara.sertakan), ("id",), request.GET, UKURAN_DAFTAR)
    konteks = {
        "unit": ini,
        "perkara": perkara,
        "jumlah": semua.count(),
        "baris": [
            (perkara.perihal(b), perkara.menunggu(b), reverse(perkara.alamat, args=[b.pk])) for b in isi.baris
        ],
        "sebelumnya": isi.sebelumnya,
        "berikutnya": isi.berikutnya,
    }
    return render(request, "analitik/keputusan.html", konteks)


def _waktu(request: HttpRequest) -> tuple[list[Waktu], Waktu | None]:
    semua = daftar_waktu(timezone.localdate())
    return semua, pilih_waktu(semua, request.GET.get("waktu", ""))


def _saringan(request: HttpRequest) -> tuple[str, int | None]:
    """The stage and the predikat of the query string; what is not known counts as not asked for."""
    tahap, predikat = request.GET.get("tahap", ""), request.GET.get("predikat", "")
    dikenal = {str(p): p for p in LABEL_PREDIKAT}
    return (tahap if tahap in LABEL_TAHAP else ""), dikenal.get(predikat)


def _isi(request: HttpRequest, ini: UnitKerja, waktu: Waktu, semua: list[Waktu]) -> dict[str, Any]:
    isi = dasbor.susun(ini, waktu, semua)
    baca = dasbor.boleh_baca_hasil(request.pelaku, ini)
    tahap = {kode: str(label) for kode, label in LABEL_TAHAP.items()}  # translated once, not per bar
    predikat = {kode: str(label) for kode, label in LABEL_PREDIKAT.items()}
    return {
        "isi": isi,
        "keputusan": hitung(request.pelaku, ini),
        "potongan": potong(isi.total.tahap, tahap),
        "sebaran": potong(isi.total.predikat, predikat) if isi.total.dinilai else [],
        "anak": [(k, potong(k.tahap, tahap), potong(k.predikat, predikat)) for k in isi.anak],
        "tren": [(t, potong(t.kelompok.predikat, predikat)) for t in isi.tren],
        "kolom": [(SINGKATAN_PREDIKAT[p], label) for p, label in predikat.items()],
        "label_predikat": predikat,
        "boleh_baca": baca,
    }
