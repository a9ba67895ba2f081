"""The team page with what each evaluation is at."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from penilaian.services.antrean import hitung_status, periode_dinilai, periode_terpilih
from penilaian.services.baca import DINILAI, terkini
from penilaian.services.tenggat import jadwal
from sasaran.views.tim import konteks_tim


@require_safe
def tim(request: HttpRequest) -> HttpResponse:
    """The list of the plans, with each person's evaluation of the newest open period beside it."""
    konteks = konteks_tim(request)
    semua_periode = periode_dinilai(request.pelaku.pegawai_id)
    evaluasi = terkini(request.pelaku, [orang.pk for orang in konteks["anggota"]], semua_periode)
    for orang in konteks["anggota"]:
        orang.evaluasi_kini = evaluasi.get(orang.pk)
    if konteks["tim_sendiri"]:
        penilai = request.pelaku.pegawai_id
        periode = periode_terpilih(semua_periode, None)
        hitungan = hitung_status(penilai, periode.pk) if periode else {}
        konteks["antrean"] = {
            "periode": periode,
            "dari": sum(hitungan.values()),
            "selesai": sum(hitungan.get(s, 0) for s in DINILAI),
            "jadwal": jadwal(next(iter(evaluasi.values()))) if evaluasi else None,
        }
    return render(request, "penilaian/tim.html", konteks)
