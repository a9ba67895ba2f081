"""Move a unit with everything below it to another place in the tree, after saying what follows from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pghistory
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Count, ForeignKey, Model

from inti.jalur import LANGKAH, rantai
from inti.tanda import N_
from pegawai.models import Atasan, Pegawai, UnitKerja
from pegawai.services.atasan import segarkan

TAMPIL = 25

# People of the subtree who are assessed by a head above it, and who that would be at the new place. The head of a
# unit is chosen as in `services.atasan`; an override stays whatever the tree becomes.
_BERUBAH = """
WITH berlaku AS MATERIALIZED (
    SELECT p.unit_id, p.pegawai_id, p.jenis, p.mulai, p.id, u.path
    FROM pegawai_penempatan p JOIN pegawai_unitkerja u ON u.id = p.unit_id
    WHERE p.kepala AND p.mulai <= %(pada)s AND (p.selesai IS NULL OR p.selesai >= %(pada)s)
      AND (starts_with(u.path, %(unit)s) OR u.path = ANY(%(atas)s))
),
kepala AS MATERIALIZED (
    SELECT DISTINCT ON (unit_id) path, pegawai_id
    FROM berlaku
    ORDER BY unit_id, array_position(ARRAY['definitif', 'plt', 'plh'], jenis::text), mulai DESC, id
)
SELECT a.pegawai_id, a.penilai_id, (
    SELECT k.pegawai_id FROM kepala k
    WHERE k.path = ANY(%(atas)s) AND k.pegawai_id <> a.pegawai_id ORDER BY length(k.path) DESC LIMIT 1
) AS baru
FROM pegawai_atasan a JOIN pegawai_unitkerja s ON s.id = a.unit_id
WHERE starts_with(s.path, %(unit)s) AND a.sumber = 'pohon' AND NOT EXISTS (
    SELECT FROM kepala k
    WHERE starts_with(k.path, %(unit)s) AND starts_with(s.path, k.path) AND k.pegawai_id <> a.pegawai_id
)
"""


class PindahDitolak(Exception):
    """Why a unit cannot go there, as a sentence."""


@dataclass(frozen=True)
class Catatan:
    """Records of one kind that name a unit of the subtree, by status where they have one."""

    nama: str
    jumlah: int
    status: list[tuple[str, int]]


@dataclass(frozen=True)
class Akibat:
    """What moving a unit means: how many units and people go along, whose assessor changes, what else is there."""

    unit: int
    orang: int
    berubah: int
    contoh: list[tuple[Pegawai, Pegawai | None, Pegawai | None]]
    catatan: list[Catatan]


def periksa_pindah(*, unit: UnitKerja, induk: UnitKerja, pada: date) -> None:
    """Raise PindahDitolak unless `unit` may go below `induk`."""
    if unit.depth == 1:
        raise PindahDitolak(N_("Puncak susunan organisasi tidak dapat dipindahkan."))
    if induk.path.startswith(unit.path):
        raise PindahDitolak(N_("Unit tidak dapat dipindahkan ke bawah dirinya sendiri."))
    if induk.path == unit.path[:-LANGKAH]:
        raise PindahDitolak(N_("Unit ini sudah berada di bawah unit tersebut."))
    if induk.ditutup and induk.ditutup <= pada:
        raise PindahDitolak(N_("Unit tujuan sudah ditutup."))
    if induk.depth >= UnitKerja._meta.get_field("path").max_length // LANGKAH - 1:
        raise PindahDitolak(N_("Susunan unit akan terlalu dalam."))


def akibat_pindah(*, unit: UnitKerja, induk: UnitKerja, pada: date) -> Akibat:
    """What would follow; nothing is written. Raises PindahDitolak."""
    periksa_pindah(unit=unit, induk=induk, pada=pada)
    berubah = _berubah(unit, induk, pada)
    orang = Pegawai.objects.in_bulk({k for baris in berubah[:TAMPIL] for k in baris if k})
    contoh = [(orang[p], orang.get(lama), orang.get(baru)) for p, lama, baru in berubah[:TAMPIL]]
    return Akibat(
        unit=UnitKerja.objects.di_bawah(unit).count(),
        orang=Atasan.objects.filter(unit__path__startswith=unit.path).count(),
        berubah=len(berubah),
        contoh=sorted(contoh, key=lambda c: c[0].nama),
        catatan=list(_catatan(unit)),
    )


def pindahkan_unit(
    *, unit: UnitKerja, induk: UnitKerja, dasar: str, pada: date, oleh: Pegawai | None
) -> UnitKerja:
    """Move `unit` below `induk`; who assesses whom follows at once. Raises PindahDitolak."""
    konteks = {"aksi": "pindah unit", "pegawai": str(oleh.pk) if oleh else None, "alasan": dasar}
    with transaction.atomic(), pghistory.context(**konteks), connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('pegawai.pohon'))")
        satu, tujuan = UnitKerja.objects.get(pk=unit.pk), UnitKerja.objects.get(pk=induk.pk)
        periksa_pindah(unit=satu, induk=tujuan, pada=pada)
        UnitKerja.objects.move(satu, tujuan, "last-child")
        segarkan(pada=pada)
    return UnitKerja.objects.get(pk=unit.pk)


def _berubah(unit: UnitKerja, induk: UnitKerja, pada: date) -> list[tuple[Any, Any, Any]]:
    """(person, assessor now, assessor then) of those for whom the two differ."""
    with connection.cursor() as kursor:
        kursor.execute(_BERUBAH, {"unit": unit.path, "atas": rantai(induk.path), "pada": pada})
        return sorted((b for b in kursor.fetchall() if b[1] != b[2]), key=lambda b: str(b[0]))


def _catatan(unit: UnitKerja) -> Iterator[Catatan]:
    """Every kind of record that names a unit, from the registry of models."""
    for model in apps.get_models():
        kunci = [
            f.name for f in model._meta.fields if isinstance(f, ForeignKey) and f.related_model is UnitKerja
        ]
        if kunci and hasattr(model, "jalur_akses"):
            satu = _hitung(model, kunci[0], unit)
            if satu.jumlah:
                yield satu


def _hitung(model: type[Model], kunci: str, unit: UnitKerja) -> Catatan:
    dalam = model._default_manager.filter(**{f"{kunci}__path__startswith": unit.path}).order_by()
    pilihan = next((dict(f.flatchoices) for f in model._meta.fields if f.name == "status" and f.choices), {})
    nama = str(model._meta.verbose_name_plural)
    if not pilihan:
        return Catatan(nama, dalam.count(), [])
    status = {s["status"]: s["n"] for s in dalam.values("status").annotate(n=Count("pk"))}
    return Catatan(nama, sum(status.values()), [(str(pilihan[s]), n) for s, n in status.items()])
