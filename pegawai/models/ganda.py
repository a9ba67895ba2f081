"""Pairs of records that may be one person or one unit, found by `services.ganda`, and what HR said of them."""

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan
from inti.jalur import JalurAkses
from pegawai.enums import SebabGandaPegawai, SebabGandaUnit
from pegawai.models.organisasi import UnitKerja
from pegawai.models.pegawai import Pegawai


class Ganda(models.Model):
    """A pair, the smaller key first. Found anew every day; “no double” stays until somebody takes it back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    nama = models.CharField(max_length=255)  # by which the list is read
    bukan = models.BooleanField(_("bukan ganda"), default=False, db_default=False)
    alasan = models.CharField(_("alasan"), max_length=200, blank=True, default="", db_default="")
    dicatat_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    ditemukan_pada = models.DateTimeField(_("ditemukan"), db_default=models.functions.Now(), editable=False)

    class Meta:
        abstract = True
        ordering = ["nama", "id"]

    def __str__(self) -> str:
        return self.nama


class GandaPegawai(Ganda):
    """Two records that may be one person."""

    jalur_akses = JalurAkses(unit="satu__atasan__unit__path")

    satu = models.ForeignKey(Pegawai, on_delete=models.CASCADE, related_name="+", verbose_name=_("pegawai"))
    dua = models.ForeignKey(
        Pegawai, on_delete=models.CASCADE, related_name="+", verbose_name=_("pegawai lain")
    )
    sebab = models.CharField(_("sebab"), max_length=10, choices=SebabGandaPegawai)

    class Meta(Ganda.Meta):
        verbose_name = _("kemungkinan pegawai ganda")
        verbose_name_plural = _("kemungkinan pegawai ganda")
        constraints = [
            models.UniqueConstraint(fields=["satu", "dua"], name="ganda_pegawai_sekali"),
            models.CheckConstraint(name="ganda_pegawai_urut", condition=Q(satu__lt=F("dua"))),
            pilihan("ganda_pegawai_sebab", "sebab", SebabGandaPegawai),
        ]
        indexes = [models.Index(fields=["bukan", "nama", "id"], name="ganda_pegawai_daftar")]


class GandaUnit(Ganda):
    """Two units that may be one."""

    jalur_akses = JalurAkses(unit="satu__path")

    satu = models.ForeignKey(
        UnitKerja, on_delete=models.CASCADE, related_name="+", verbose_name=_("unit kerja")
    )
    dua = models.ForeignKey(
        UnitKerja, on_delete=models.CASCADE, related_name="+", verbose_name=_("unit lain")
    )
    sebab = models.CharField(_("sebab"), max_length=10, choices=SebabGandaUnit)

    class Meta(Ganda.Meta):
        verbose_name = _("kemungkinan unit ganda")
        verbose_name_plural = _("kemungkinan unit ganda")
        constraints = [
            models.UniqueConstraint(fields=["satu", "dua"], name="ganda_unit_sekali"),
            models.CheckConstraint(name="ganda_unit_urut", condition=Q(satu__lt=F("dua"))),
            pilihan("ganda_unit_sebab", "sebab", SebabGandaUnit),
        ]
        indexes = [models.Index(fields=["bukan", "nama", "id"], name="ganda_unit_daftar")]
