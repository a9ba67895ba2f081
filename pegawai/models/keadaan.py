"""Leave, study and other times in which a person is not at work."""

import uuid

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan, urut
from inti.jalur import JalurAkses
from pegawai.enums import JenisKeadaan
from pegawai.models.pegawai import Pegawai
from pegawai.models.penempatan import rentang


class KeadaanPegawaiQuerySet(models.QuerySet):
    def berlaku(self, pada):
        """What lasts on the date `pada`."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gte=pada), mulai__lte=pada)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class KeadaanPegawai(models.Model):
    """A time in which somebody is on leave or studies. One at a time."""

    jalur_akses = JalurAkses(pemilik="pegawai", unit="pegawai__atasan__unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="keadaan", verbose_name=_("pegawai")
    )
    jenis = models.CharField(_("jenis"), max_length=20, choices=JenisKeadaan)
    mulai = models.DateField(_("mulai"))
    selesai = models.DateField(_("selesai"), null=True, blank=True)
    dasar = models.CharField(_("dasar (nomor surat)"), max_length=120, blank=True, default="", db_default="")

    # When the legal position of the person followed it, and when it followed its end (services.keadaan).
    diterapkan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    diakhiri_pada = models.DateTimeField(null=True, blank=True, editable=False)

    objects = KeadaanPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = _("cuti dan tugas belajar")
        verbose_name_plural = _("cuti dan tugas belajar")
        ordering = ["-mulai", "id"]
        constraints = [
            pilihan("keadaan_jenis_dikenal", "jenis", JenisKeadaan),
            urut("keadaan_urut", "mulai", "selesai"),
            ExclusionConstraint(
                name="keadaan_satu",
                expressions=[("pegawai", RangeOperators.EQUAL), (rentang(), RangeOperators.OVERLAPS)],
                violation_error_message=_("Sudah ada cuti atau tugas belajar pada rentang tanggal tersebut."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.pegawai}"
