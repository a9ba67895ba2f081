"""Accept what `siapa_menilai` proposes: end the wrong override, and name another assessor where the tree does not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pghistory
from django.db import connection, transaction
from django.db.models import Min, Q, QuerySet

from inti.tanda import N_
from pegawai.enums import MasalahAtasan
from pegawai.models import AtasanKhusus, Pegawai
from pegawai.services.atasan import segarkan
from pegawai.services.siapa_menilai import Temuan, bermasalah, kepala_terdekat, temuan

TANPA_USULAN = N_(
    "Tidak ada kepala yang dapat menilai di rantai unitnya; betulkan penempatan atau tunjuk Plt."
)
SENGAJA = N_("Penetapan khusus dengan dasar tertulis diputuskan satu per satu.")
MENUNGGU = N_("Betulkan dahulu penetapan khusus yang membuat lingkaran ini.")
BERUBAH = N_("Datanya berubah sejak halaman dibuka; muat ulang dan lihat lagi.")


@dataclass(frozen=True)
class Putusan:
    """What accepting would do for one person: nothing, and why, or the proposal is taken."""

    temuan: Temuan
    lewati: str = ""


@dataclass(frozen=True)
class Hasil:
    """How many assessors changed, and who was left as he is with the reason."""

    diubah: int
    dilewati: list[Putusan]


def putuskan(satu: Temuan, *, massal: bool, usul: UUID | None = None) -> Putusan:
    """Whether the proposal for one person is taken; `usul` is the one the reader saw."""
    if satu.menunggu:
        return Putusan(satu, MENUNGGU)
    if satu.usulan is None:
        return Putusan(satu, TANPA_USULAN)
    if massal and satu.masalah == MasalahAtasan.LUAR_RANTAI:
        return Putusan(satu, SENGAJA)
    if usul is not None and satu.usulan.penilai.pk != usul:
        return Putusan(satu, BERUBAH)
    return Putusan(satu)


@transaction.atomic
def terima(
    *,
    usulan: Mapping[UUID, UUID],
    dalam: QuerySet[Pegawai],
    massal: bool,
    alasan: str,
    pada: date,
    oleh: Pegawai | None,
) -> Hasil:
    """Take the proposals (person → assessor as shown) of people in `dalam`, with one reason, or leave them.

    What is no longer wrong, or would now be proposed otherwise, is left with the reason. An override in force
    ends the day before; a new one is written only where the tree itself gives somebody else.
    """
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('pegawai.atasan'))")
    orang = bermasalah(dalam=dalam.filter(pk__in=list(usulan)), pada=pada).select_related(
        "atasan__penilai", "atasan__unit"
    )
    putusan = [putuskan(t, massal=massal, usul=usulan[t.pegawai.pk]) for t in temuan(list(orang), pada=pada)]
    diambil = {
        p.temuan.pegawai.pk: p.temuan.usulan.penilai.pk for p in putusan if not p.lewati and p.temuan.usulan
    }
    if diambil:
        with pghistory.context(aksi="usulan penilai", pegawai=str(oleh.pk) if oleh else None, alasan=alasan):
            _tulis(diambil, alasan, pada)
        segarkan(pada=pada)
    return Hasil(len(diambil), [p for p in putusan if p.lewati])


def _tulis(diambil: Mapping[UUID, UUID], alasan: str, pada: date) -> None:
    """End what is in force; what began today is changed in place, because it cannot end before it began."""
    berlaku = AtasanKhusus.objects.filter(
        Q(selesai__isnull=True) | Q(selesai__gte=pada), pegawai__in=list(diambil), mulai__lte=pada
    )
    hari_ini = list(berlaku.filter(mulai=pada))
    berlaku.filter(mulai__lt=pada).update(selesai=pada - timedelta(days=1))
    for satu in hari_ini:
        satu.penilai_id, satu.dasar = diambil[satu.pegawai_id], alasan
    AtasanKhusus.objects.bulk_update(hari_ini, ["penilai", "dasar"])
    pohon = {b[0]: b[1] for b in kepala_terdekat(list(diambil), pada=pada, dapat_menilai=False)}
    sudah = {s.pegawai_id for s in hari_ini}
    perlu = {p: k for p, k in diambil.items() if p not in sudah and pohon.get(p) != k}
    AtasanKhusus.objects.bulk_create(_baru(perlu, alasan, pada))


def _baru(perlu: Mapping[UUID, UUID], alasan: str, pada: date) -> list[AtasanKhusus]:
    """Overrides from today on, up to the day before one that is already written for later."""
    nanti: dict[Any, date] = dict(
        AtasanKhusus.objects.filter(pegawai__in=list(perlu), mulai__gt=pada)
        .order_by()
        .values_list("pegawai")
        .annotate(awal=Min("mulai"))
    )
    return [
        AtasanKhusus(
            pegawai_id=siapa,
            penilai_id=penilai,
            mulai=pada,
            selesai=nanti[siapa] - timedelta(days=1) if siapa in nanti else None,
            dasar=alasan,
        )
        for siapa, penilai in perlu.items()
    ]
