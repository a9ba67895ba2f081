"""Helpers for constraints that let the database refuse impossible states."""

from collections.abc import Iterable

from django.db.models import CheckConstraint, Choices, F, Q
from django.db.models.constraints import BaseConstraint


def terisi_pada_status(nama: str, kolom: Iterable[str], status: Iterable[str]) -> CheckConstraint:
    """In the given statuses every one of these nullable columns has a value."""
    wajib = Q(*[(f"{k}__isnull", False) for k in kolom])
    return CheckConstraint(name=nama, condition=~Q(status__in=list(status)) | wajib)


def terisi_tepat_pada_status(nama: str, kolom: Iterable[str], status: Iterable[str]) -> CheckConstraint:
    """The columns have values in exactly these statuses and are null in all others."""
    kolom = list(kolom)
    ada = Q(*[(f"{k}__isnull", False) for k in kolom])
    tiada = Q(*[(f"{k}__isnull", True) for k in kolom])
    dalam = Q(status__in=list(status))
    return CheckConstraint(name=nama, condition=(dalam & ada) | (~dalam & tiada))


def bersama(nama: str, *kolom: str) -> CheckConstraint:
    """The columns are all null or all filled (a time and its actor, for example)."""
    ada = Q(*[(f"{k}__isnull", False) for k in kolom])
    tiada = Q(*[(f"{k}__isnull", True) for k in kolom])
    return CheckConstraint(name=nama, condition=ada | tiada)


def urut(nama: str, awal: str, akhir: str) -> BaseConstraint:
    """`awal` is not after `akhir`; an open end is allowed."""
    benar = Q(**{f"{akhir}__isnull": True}) | Q(**{f"{akhir}__gte": F(awal)})
    return CheckConstraint(name=nama, condition=benar)


def pilihan(nama: str, kolom: str, enum: type[Choices]) -> CheckConstraint:
    """The column holds a value of the TextChoices or IntegerChoices."""
    return CheckConstraint(name=nama, condition=Q(**{f"{kolom}__in": list(enum.values)}))
