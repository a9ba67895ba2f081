"""A person's results year by year, also those from before Kinerja."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from akses.models import JenisLihat
from akses.pengamat import catat_lihat
from penilaian.services.lampau import lampau, orang_terlihat, tahunan_kinerja


@require_safe
def riwayat(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every year of this person that the reader may see; a peer learns nothing."""
    orang = get_object_or_404(orang_terlihat(request.pelaku), pk=pk)
    catat_lihat(request, orang, JenisLihat.HASIL)
    konteks = {
        "orang": orang,
        "tahunan": tahunan_kinerja(request.pelaku, orang.pk),
        "lampau": lampau(request.pelaku, orang.pk),
    }
    return render(request, "penilaian/tahunan/riwayat.html", konteks)
