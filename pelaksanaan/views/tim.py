"""The assessor's feed: what his team reported, with feedback in place."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from inti.halaman import halaman
from pelaksanaan.forms import UmpanBalikForm
from pelaksanaan.services.baca import URUTAN_TIM, laporan_tim
from pelaksanaan.views.laporan import uuid_atau_kosong

UKURAN_TIM = 12


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """New reports of those I assess; `tampil=semua` also those already answered."""
    semua = request.GET.get("tampil") == "semua"
    pegawai = uuid_atau_kosong(request.GET.get("pegawai"))
    baris = laporan_tim(request.pelaku, tanpa_umpan_balik=not semua, pegawai=pegawai)
    isi = halaman(baris, URUTAN_TIM, request.GET, UKURAN_TIM)
    kartu = [(satu, UmpanBalikForm(auto_id=f"u{satu.pk.hex}_%s")) for satu in isi.baris]
    konteks = {"halaman": isi, "kartu": kartu, "semua": semua, "pegawai": pegawai}
    return render(request, "pelaksanaan/tim.html", konteks)
