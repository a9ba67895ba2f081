"""Who is told that something waits for him. Neither name nor kind of a case stands in such a message."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from akses.enums import Peran
from akses.models import PenugasanPeran
from inti.jalur import rantai
from inti.kalender import hari_ini
from pegawai.models import Pegawai, UnitKerja
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim


def pemegang(peran: Peran, unit: UnitKerja, hari: date) -> QuerySet[Pegawai]:
    """Who holds this role over the unit on that day; for PIMPINAN of the government also the deciding one."""
    tugas = PenugasanPeran.objects.berlaku(hari).filter(peran=peran)
    meliputi = tugas.filter(unit__isnull=True) | tugas.filter(unit__path__in=rantai(unit.path))
    return Pegawai.objects.filter(pk__in=meliputi.values("pegawai"))


def kabari_pemegang(
    *,
    peran: Peran,
    unit: UnitKerja,
    kecuali: Iterable[UUID | None],
    jenis: JenisPesan,
    kunci: str,
    data: dict[str, Any],
    tautan: str,
) -> int:
    """Tell every holder of the role over the unit, except who may not act in it; returns how many.

    `kunci` names the occasion; each receiver gets it once.
    """
    hari = hari_ini(unit.zona, timezone.now())
    tujuan = list(pemegang(peran, unit, hari).exclude(pk__in=[k for k in kecuali if k]))
    for satu in tujuan:
        kirim(penerima=satu, jenis=jenis, kunci=f"{kunci}:{satu.pk.hex[:8]}", data=data, tautan=tautan)
    return len(tujuan)
