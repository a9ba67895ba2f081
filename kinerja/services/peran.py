"""Roles that were given for a time: a word before they end, to whoever holds them and to whoever gave them."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from akses.models import PenugasanPeran
from inti.jejak import model_jejak
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim

KABAR_HARI = 14  # [K] two weeks to ask for it to go on; no regulation names a time


@transaction.atomic
def kabari_peran_berakhir(*, hari: date) -> int:
    """Tell holder and giver of each role that ends within KABAR_HARI of `hari`; returns how many roles.

    Once for each date of ending: a role that was prolonged is told of again before its new end.
    """
    berakhir = PenugasanPeran.objects.berlaku(hari).filter(selesai__lte=hari + timedelta(days=KABAR_HARI))
    semua = list(berakhir.select_related("pegawai", "unit"))
    pemberi = _pemberi(p.pk for p in semua)
    for satu in semua:
        _kabari(satu, pemberi.get(satu.pk))
    return len(semua)


def _pemberi(kunci: Iterable[UUID]) -> dict[UUID, Pegawai]:
    """Who wrote each role first, as the history knows; roles of unknown origin are missing. Two queries."""
    jejak = model_jejak(PenugasanPeran)
    if jejak is None:
        return {}
    awal = jejak._default_manager.filter(pgh_obj_id__in=list(kunci), pgh_label="insert")
    milik = dict(awal.values_list("pgh_obj_id", "pgh_context__metadata__pegawai"))
    orang = Pegawai.objects.in_bulk([UUID(p) for p in milik.values() if p])
    return {peran: orang[UUID(p)] for peran, p in milik.items() if p and UUID(p) in orang}


def _kabari(peran: PenugasanPeran, pemberi: Pegawai | None) -> None:
    data = {
        "nama": peran.pegawai.nama,
        "peran": peran.get_peran_display(),
        "unit": peran.unit.sebutan if peran.unit else "",
        "batas": str(peran.selesai),
    }
    ubah = reverse("admin:akses_penugasanperan_change", args=[peran.pk])
    jenis = JenisPesan.PERAN_BERAKHIR
    kunci = f"{jenis}:{peran.pk}:{peran.selesai}"
    kirim(penerima=peran.pegawai, jenis=jenis, kunci=kunci, data=data, tautan=reverse("profil"))
    if pemberi is not None and pemberi.pk != peran.pegawai_id:
        kirim(penerima=pemberi, jenis=jenis, kunci=f"{kunci}:pemberi", data=data, tautan=ubah)
