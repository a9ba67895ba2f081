"""Roles for many people at once, and the end of many roles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from akses.enums import PERAN_STAF, Peran
from akses.models import Akun, PenugasanPeran
from pegawai.models import UnitKerja


@dataclass(frozen=True)
class Penugasan:
    """A role as it is given: for which unit (None: the whole government), from when to when, on what basis."""

    peran: str
    unit: UnitKerja | None
    mulai: date
    selesai: date | None
    dasar: str


def sudah_memegang(satu: Penugasan) -> Exists:
    """People who hold this very role already on a day of the same time."""
    sepanjang = Q(selesai__isnull=True) | Q(selesai__gte=satu.mulai)
    if satu.selesai:
        sepanjang &= Q(mulai__lte=satu.selesai)
    return Exists(
        PenugasanPeran.objects.filter(sepanjang, pegawai=OuterRef("pk"), peran=satu.peran, unit=satu.unit)
        if satu.unit
        else PenugasanPeran.objects.filter(
            sepanjang, pegawai=OuterRef("pk"), peran=satu.peran, unit__isnull=True
        )
    )


def beri_peran(*, pegawai_ids: Sequence[UUID], penugasan: Penugasan) -> int:
    """Give the role to these people; whoever gets a role of the office may enter the admin. Returns how many."""
    baru = PenugasanPeran.objects.bulk_create(
        [
            PenugasanPeran(
                pegawai_id=pk,
                peran=penugasan.peran,
                unit=penugasan.unit,
                mulai=penugasan.mulai,
                selesai=penugasan.selesai,
                dasar=penugasan.dasar,
            )
            for pk in pegawai_ids
        ]
    )
    if penugasan.peran in PERAN_STAF:
        Akun.objects.filter(pegawai__salah_satu=list(pegawai_ids), is_staff=False).update(is_staff=True)
    return len(baru)


def akhiri_peran(*, penugasan_ids: Sequence[UUID], selesai: date) -> int:
    """Make `selesai` the last day of these roles; returns how many changed."""
    return PenugasanPeran.objects.filter(pk__salah_satu=list(penugasan_ids)).update(selesai=selesai)


def berunit(peran: str) -> bool:
    """Whether a role is for one unit."""
    return peran in {Peran.PENGELOLA_OPD, Peran.PIMPINAN}
