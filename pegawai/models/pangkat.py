"""The ranks a person had, with their decrees."""

import uuid

import pghistory
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inti.jalur import JalurAkses
from pegawai.enums import JenisKenaikan
from pegawai.models.pegawai import Pegawai


@pghistory.track()
class RiwayatPangkat(models.Model):
    """A rank from its date on; the newest that has begun is the one that `Pegawai.golongan` says."""

    jalur_akses = JalurAkses(pemilik="pegawai", unit="pegawai__atasan__unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.CASCADE, related_name="riwayat_pangkat", verbose_name=_("pegawai")
    )
    golongan = models.CharField(_("golongan"), max_length=8)
    tmt = models.DateField(_("TMT golongan"))
    jenis = models.CharField(
        _("jenis kenaikan"), max_length=3, choices=JenisKenaikan, blank=True, default="", db_default=""
    )
    nomor_sk = models.CharField(_("nomor SK"), max_length=120, blank=True, default="", db_default="")
    tanggal_sk = models.DateField(_("tanggal SK"), null=True, blank=True)
    masa_kerja_tahun = models.PositiveSmallIntegerField(_("masa kerja (tahun)"), null=True, blank=True)
    masa_kerja_bulan = models.PositiveSmallIntegerField(_("masa kerja (bulan)"), null=True, blank=True)

    class Meta:
        verbose_name = _("riwayat pangkat")
        verbose_name_plural = _("riwayat pangkat")
        ordering = ["-tmt", "id"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tmt"], name="pangkat_satu_per_tmt"),
            models.CheckConstraint(
                name="pangkat_jenis_dikenal", condition=Q(jenis="") | Q(jenis__in=JenisKenaikan.values)
            ),
            models.CheckConstraint(
                name="pangkat_bulan_wajar",
                condition=Q(masa_kerja_bulan__isnull=True) | Q(masa_kerja_bulan__lte=11),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.golongan} {self.tmt:%d-%m-%Y}"
