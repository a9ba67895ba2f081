"""Who sits in which post of which unit, from when to when."""

import uuid

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Func, Q, Value
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan, urut
from inti.jalur import JalurAkses
from pegawai.enums import JenisPenempatan
from pegawai.models.organisasi import Jabatan, UnitKerja
from pegawai.models.pegawai import Pegawai


def rentang(mulai: str = "mulai", selesai: str = "selesai") -> Func:
    """SQL daterange of two date columns, both ends inside; an open end runs on."""
    return Func(mulai, selesai, Value("[]"), function="daterange", output_field=DateRangeField())


class PenempatanQuerySet(models.QuerySet):
    def berlaku(self, pada):
        """Placements in force on the date `pada`."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gte=pada), mulai__lte=pada)


@pghistory.track()
class Penempatan(models.Model):
    """A dated placement. One definitive placement at a time per person, one definitive head per unit."""

    jalur_akses = JalurAkses(pemilik="pegawai", unit="unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="penempatan", verbose_name=_("pegawai")
    )
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="penempatan", verbose_name=_("unit kerja")
    )
    jabatan = models.ForeignKey(
        Jabatan, on_delete=models.PROTECT, related_name="penempatan", verbose_name=_("jabatan")
    )
    jenis = models.CharField(
        _("jenis penempatan"), max_length=10, choices=JenisPenempatan, default=JenisPenempatan.DEFINITIF
    )
    kepala = models.BooleanField(_("memimpin unit ini"), default=False, db_default=False)
    mulai = models.DateField(_("mulai (TMT)"))
    selesai = models.DateField(_("selesai"), null=True, blank=True)
    dasar = models.CharField(_("dasar (nomor SK)"), max_length=120, blank=True, default="", db_default="")

    objects = PenempatanQuerySet.as_manager()

    class Meta:
        verbose_name = _("penempatan")
        verbose_name_plural = _("penempatan")
        ordering = ["-mulai", "id"]
        constraints = [
            pilihan("penempatan_jenis_dikenal", "jenis", JenisPenempatan),
            urut("penempatan_mulai_sebelum_selesai", "mulai", "selesai"),
            ExclusionConstraint(
                name="penempatan_satu_definitif",
                expressions=[("pegawai", RangeOperators.EQUAL), (rentang(), RangeOperators.OVERLAPS)],
                condition=Q(jenis=JenisPenempatan.DEFINITIF),
                violation_error_message=_(
                    "Pegawai ini sudah memiliki penempatan definitif pada rentang tanggal tersebut."
                ),
            ),
            ExclusionConstraint(
                name="penempatan_satu_kepala",
                expressions=[("unit", RangeOperators.EQUAL), (rentang(), RangeOperators.OVERLAPS)],
                condition=Q(jenis=JenisPenempatan.DEFINITIF, kepala=True),
                violation_error_message=_(
                    "Unit ini sudah memiliki kepala definitif pada rentang tanggal tersebut."
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "mulai"], name="penempatan_unit"),
            models.Index(fields=["unit", "jenis"], name="penempatan_kepala", condition=Q(kepala=True)),
            models.Index(
                fields=["jenis", "id"],
                name="penempatan_jenis_jarang",
                condition=~Q(jenis=JenisPenempatan.DEFINITIF),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai} – {self.jabatan}"
