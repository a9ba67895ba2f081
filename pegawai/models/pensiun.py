"""Decrees by which people leave the service."""

import uuid

import pghistory
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan
from inti.jalur import JalurAkses
from pegawai.enums import JenisPensiun
from pegawai.models.pegawai import Pegawai


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class KeputusanPensiun(models.Model):
    """A decree with the first day of retirement. Without one nobody is retired, whatever his age.

    Done on its day by `services.pensiun_jadwal`, once; until then it may be changed or taken back.
    """

    jalur_akses = JalurAkses(pemilik="pegawai", unit="pegawai__atasan__unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    pegawai = models.OneToOneField(
        Pegawai, on_delete=models.PROTECT, related_name="keputusan_pensiun", verbose_name=_("pegawai")
    )
    jenis = models.CharField(
        _("jenis pensiun"), max_length=10, choices=JenisPensiun, default=JenisPensiun.BUP
    )
    tmt = models.DateField(_("TMT pensiun"))
    nomor_sk = models.CharField(_("nomor SK"), max_length=120)
    tanggal_sk = models.DateField(_("tanggal SK"))
    dilaksanakan_pada = models.DateTimeField(_("dilaksanakan"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("keputusan pensiun")
        verbose_name_plural = _("keputusan pensiun")
        ordering = ["-tmt", "id"]
        constraints = [
            pilihan("pensiun_jenis_dikenal", "jenis", JenisPensiun),
            models.CheckConstraint(name="pensiun_punya_nomor", condition=~models.Q(nomor_sk="")),
        ]
        indexes = [
            models.Index(
                fields=["tmt"], name="pensiun_menunggu", condition=models.Q(dilaksanakan_pada__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.nomor_sk} ({self.tmt:%d-%m-%Y})"
