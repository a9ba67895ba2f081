"""Transfer of many people to one unit on one day, each in his present post; heads are transferred one by one."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from pegawai.enums import JenisPenempatan
from pegawai.models import Penempatan, UnitKerja
from pegawai.services.atasan import segarkan
from pegawai.services.mutasi import SEHARI, MutasiDitolak, periksa_unit


def boleh_ke(unit: UnitKerja, mulai: date) -> None:
    """Raise MutasiDitolak when the unit is not open from that day on."""
    periksa_unit(unit, mulai, None)


def _definitif(mulai: date) -> QuerySet[Penempatan]:
    """Definitive placements that last on the day before `mulai` or longer, and began before it."""
    lama: QuerySet[Penempatan] = Penempatan.objects.filter(
        Q(selesai__isnull=True) | Q(selesai__gte=mulai), jenis=JenisPenempatan.DEFINITIF, mulai__lt=mulai
    )
    return lama


def halangan(unit: UnitKerja, mulai: date) -> dict[str, Exists]:
    """Why a person is not transferred with the others, by code: conditions on people, the first that holds."""
    milik = Q(pegawai=OuterRef("pk"))
    nanti = Penempatan.objects.filter(milik, jenis=JenisPenempatan.DEFINITIF, mulai__gte=mulai)
    lama = _definitif(mulai).filter(milik)
    return {
        "nanti": Exists(nanti),
        "tanpa_penempatan": ~Exists(lama),
        "sudah_di_sana": Exists(lama.filter(unit=unit)),
        "kepala": Exists(lama.filter(kepala=True)),
    }


def pindahkan_banyak(*, pegawai_ids: Sequence[UUID], unit: UnitKerja, mulai: date, dasar: str) -> int:
    """End the definitive placement of these people on the day before `mulai`; a new one in `unit` begins.

    Call it within a transaction, with people none of whom `halangan` holds back. Who assesses whom follows.
    """
    lama = list(_definitif(mulai).filter(pegawai__salah_satu=list(pegawai_ids)))
    _definitif(mulai).filter(pk__salah_satu=[p.pk for p in lama]).update(selesai=mulai - SEHARI)
    Penempatan.objects.bulk_create(
        [
            Penempatan(pegawai_id=p.pegawai_id, unit=unit, jabatan_id=p.jabatan_id, mulai=mulai, dasar=dasar)
            for p in lama
        ],
        batch_size=1000,
    )
    segarkan()
    return len(lama)


__all__ = ("MutasiDitolak", "boleh_ke", "halangan", "pindahkan_banyak")
