"""Who assesses whom: dated overrides, and the relation in force, computed from the tree."""

import uuid

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan, urut
from inti.jalur import JalurAkses
from pegawai.enums import SumberAtasan
from pegawai.models.pegawai import Pegawai
from pegawai.models.penempatan import rentang


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class AtasanKhusus(models.Model):
    """For a time this person is assessed by somebody else than the tree says (delegation, team, study)."""

    jalur_akses = JalurAkses(pemilik="pegawai", unit="pegawai__atasan__unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.CASCADE, related_name="atasan_khusus", verbose_name=_("pegawai")
    )
    penilai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("pejabat penilai")
    )
    mulai = models.DateField(_("mulai"))
    selesai = models.DateField(_("selesai"), null=True, blank=True)
    dasar = models.CharField(_("dasar penetapan"), max_length=200)

    class Meta:
        verbose_name = _("penetapan pejabat penilai")
        verbose_name_plural = _("penetapan pejabat penilai")
        ordering = ["-mulai", "id"]
        constraints = [
            urut("atasan_khusus_urut", "mulai", "selesai"),
            models.CheckConstraint(
                name="atasan_khusus_bukan_diri",
                condition=~Q(pegawai=F("penilai")),
                violation_error_message=_("Seseorang tidak dapat menilai dirinya sendiri."),
            ),
            ExclusionConstraint(
                name="atasan_khusus_satu",
                expressions=[("pegawai", RangeOperators.EQUAL), (rentang(), RangeOperators.OVERLAPS)],
                violation_error_message=_("Sudah ada penetapan lain pada rentang tanggal tersebut."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai} ← {self.penilai}"


class Atasan(models.Model):
    """Today's assessor and his superior, one row per person, refreshed by `services.atasan.segarkan`.

    It is derived data: kept so that a list or a permission is one indexed join, at any size.
    """

    pegawai = models.OneToOneField(
        Pegawai, primary_key=True, on_delete=models.CASCADE, related_name="atasan", verbose_name=_("pegawai")
    )
    penilai = models.ForeignKey(
        Pegawai,
        null=True,
        on_delete=models.CASCADE,
        related_name="anggota",
        verbose_name=_("pejabat penilai"),
    )
    atasan_penilai = models.ForeignKey(
        Pegawai,
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("atasan pejabat penilai"),
    )
    penempatan = models.ForeignKey(
        "pegawai.Penempatan",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("penempatan"),
    )
    unit = models.ForeignKey(
        "pegawai.UnitKerja",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("unit kerja"),
    )
    sumber = models.CharField(_("sumber"), max_length=10, choices=SumberAtasan, default=SumberAtasan.POHON)
    dihitung_pada = models.DateTimeField(db_default=models.functions.Now())

    class Meta:
        verbose_name = _("hubungan penilaian")
        verbose_name_plural = _("hubungan penilaian")
        ordering = ["pegawai"]
        constraints = [
            pilihan("atasan_sumber_dikenal", "sumber", SumberAtasan),
            models.CheckConstraint(
                name="atasan_bukan_diri", condition=Q(penilai__isnull=True) | ~Q(pegawai=F("penilai"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} ← {self.penilai_id}"


class TanpaPenilai(models.Model):
    """Everybody for whom an SKP is due and who has no assessor today: few, so that a list finds them among a million.

    Kept by triggers on assessors and people (migration `0010`) and by `services.atasan.segarkan`, which follows
    whenever people are added. Somebody who was deleted may stand here until then.
    """

    jalur_akses = JalurAkses(pemilik="pegawai", unit="pegawai__atasan__unit__path")

    pegawai = models.OneToOneField(
        Pegawai,
        primary_key=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="tanpa_penilai",
        verbose_name=_("pegawai"),
    )

    class Meta:
        verbose_name = _("pegawai tanpa pejabat penilai")
        verbose_name_plural = _("pegawai tanpa pejabat penilai")

    def __str__(self) -> str:
        return str(self.pegawai_id)
