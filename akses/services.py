"""The three questions: what may he see, may he do this, and the refusal when he may not."""

from datetime import date
from functools import cache
from typing import TypeVar
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone

from akses.enums import Izin, Peran
from akses.kueri import KueriPelaku
from akses.matriks import MATRIKS
from akses.models import PenugasanPeran
from akses.pelaku import Pelaku
from akses.relasi import jalur_dari, q_salah_satu
from inti.kueri import KueriTetap
from pegawai.models import Atasan, Pegawai, Penempatan

M = TypeVar("M", bound=models.Model)


def _dipimpin(pegawai: UUID, hari: date) -> models.QuerySet[Penempatan]:
    """Placements in which he leads a unit on this day, also as Plt or Plh."""
    berlaku = models.Q(selesai__isnull=True) | models.Q(selesai__gte=hari)
    return Penempatan.objects.filter(berlaku, pegawai=pegawai, kepala=True, mulai__lte=hari)


_HUBUNGAN = KueriTetap(
    lambda pegawai, hari: (
        Atasan.objects.filter(pegawai=pegawai)
        .annotate(
            menilai=models.Exists(Atasan.objects.filter(penilai=pegawai)),
            memimpin=ArraySubquery(_dipimpin(pegawai, hari).order_by("unit__path").values("unit__path")),
        )
        .values_list("unit__path", "menilai", "memimpin")
    ),
    pegawai=UUID,
    hari=date,
)
_PERAN = KueriTetap(
    lambda pegawai, hari: (
        PenugasanPeran.objects.filter(pegawai=pegawai).berlaku(hari).values_list("peran", "unit__path")
    ),
    pegawai=UUID,
    hari=date,
)


def pelaku_dari(pegawai: Pegawai | Pelaku | None, pada: date | None = None) -> Pelaku:
    """What this person is today (or on the date `pada`): at most two queries."""
    if isinstance(pegawai, Pelaku):
        return pegawai
    if pegawai is None:
        return Pelaku(pegawai_id=None)
    hari = pada or timezone.localdate()
    hubungan = _HUBUNGAN.pertama(pegawai=pegawai.pk, hari=hari)
    path, menilai, memimpin = hubungan or ("", Atasan.objects.filter(penilai=pegawai).exists(), [])
    peran: dict[Peran, tuple[str, ...]] = {}
    for nama, unit_path in _PERAN(pegawai=pegawai.pk, hari=hari):
        peran[Peran(nama)] = (*peran.get(Peran(nama), ()), unit_path or "")
    return Pelaku(pegawai.pk, path or "", menilai, peran, hari, tuple(memimpin))


def terlihat_oleh(
    queryset: models.QuerySet[M], pegawai: Pegawai | Pelaku | None, izin: Izin
) -> models.QuerySet[M]:
    """The rows of `queryset` for which `pegawai` holds `izin`; nothing for a stranger."""
    pelaku = pelaku_dari(pegawai)
    return queryset.filter(q_salah_satu(MATRIKS[izin], jalur_dari(queryset.model), pelaku))


def boleh(pegawai: Pegawai | Pelaku | None, izin: Izin, objek: models.Model) -> bool:
    """Whether `pegawai` holds `izin` on this very object, as the database has it now."""
    return bool(_boleh(type(objek), izin)(pelaku_dari(pegawai), pk=objek.pk))


@cache
def _boleh(model: type[models.Model], izin: Izin) -> KueriPelaku:
    """One row when the permission is given on the object of this model with this key."""
    kunci = model._meta.pk
    return KueriPelaku(
        lambda pelaku, pk: (
            terlihat_oleh(model._default_manager.filter(pk=pk), pelaku, izin).order_by().values_list("pk")[:1]
        ),
        izin,
        pk=UUID if isinstance(kunci, models.UUIDField) else int,
    )


def boleh_umum(pegawai: Pegawai | Pelaku | None, izin: Izin) -> bool:
    """Whether one of his roles gives `izin` somewhere: for menus and lists that are filtered after."""
    pelaku = pelaku_dari(pegawai)
    return any(str(p) in MATRIKS[izin] for p in pelaku.peran)


def wajib_boleh(pegawai: Pegawai | Pelaku | None, izin: Izin, objek: models.Model) -> None:
    """Raise PermissionDenied unless `pegawai` holds `izin` on `objek`."""
    if not boleh(pegawai, izin, objek):
        raise PermissionDenied(f"{izin}: {type(objek).__name__}")
