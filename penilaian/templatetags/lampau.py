"""What a person's page in the admin shows of results from before Kinerja."""

from typing import Any

from django import template

from akses.admin_izin import penjaga
from akses.enums import Izin
from akses.models import JenisLihat
from akses.pengamat import catat_lihat
from penilaian.services.lampau import TahunLampau, lampau

register = template.Library()


@register.simple_tag(takes_context=True)
def riwayat_lampau(context: template.Context, orang: Any) -> list[TahunLampau]:
    """His results from before Kinerja, for whom his roles let read them; who looks is written down."""
    request = context["request"]
    jaga = penjaga(request)
    if orang is None or not jaga.punya_atas(Izin.TAHUNAN_LIHAT, orang):
        return []
    isi = lampau(jaga.pelaku, orang.pk)
    if isi:
        catat_lihat(request, orang, JenisLihat.HASIL)
    return isi
