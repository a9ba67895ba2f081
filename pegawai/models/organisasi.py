"""Units (a tree) and posts."""

import uuid

import pghistory
from django.contrib.postgres.functions import RandomUUID
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _
from treebeard.mp_tree import MP_Node, MP_NodeManager, MP_NodeQuerySet

from inti.constraints import pilihan, urut
from inti.jalur import LANGKAH, JalurAkses
from pegawai.enums import JenisJabatan, JenisUnit, ZonaWaktu


class UnitKerjaQuerySet(MP_NodeQuerySet):
    def buka(self, pada):
        """Units that exist on the date `pada`."""
        return self.filter(models.Q(ditutup__isnull=True) | models.Q(ditutup__gt=pada), dibuka__lte=pada)

    def di_bawah(self, unit):
        """`unit` and everything below it: one prefix condition on the indexed path."""
        return self.filter(path__startswith=unit.path)


class UnitKerjaManager(MP_NodeManager.from_queryset(UnitKerjaQuerySet)):
    def get_queryset(self):
        return UnitKerjaQuerySet(self.model, using=self._db).order_by("path")


@pghistory.track()
class UnitKerja(MP_Node):
    """A node of the organisation tree, from the whole government down to a school or a section."""

    jalur_akses = JalurAkses(unit="path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    kode = models.CharField(_("kode unor SIASN"), max_length=64, unique=True, null=True, blank=True)
    nama = models.CharField(_("nama"), max_length=255)
    singkatan = models.CharField(_("singkatan"), max_length=60, blank=True, default="")
    jenis = models.CharField(_("jenis"), max_length=30, choices=JenisUnit)
    zona = models.CharField(_("zona waktu"), max_length=4, choices=ZonaWaktu, default=ZonaWaktu.WIB)
    hari_per_pekan = models.PositiveSmallIntegerField(
        _("hari kerja per pekan"), default=5, choices=[(5, "5"), (6, "6")]
    )
    mandiri = models.BooleanField(_("unit kerja mandiri"), default=False)
    dibuka = models.DateField(_("dibuka"))
    ditutup = models.DateField(_("ditutup"), null=True, blank=True)
    # A double that was merged stays as a closed trace below the unit it went into (ADR 26).
    digabung_ke = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        db_index=False,
        on_delete=models.PROTECT,
        related_name="jejak_gabungan",
        verbose_name=_("digabung ke"),
    )

    steplen = LANGKAH
    node_order_by: list[str] = []
    objects = UnitKerjaManager()

    class Meta:
        verbose_name = _("unit kerja")
        verbose_name_plural = _("unit kerja")
        ordering = ["path"]
        constraints = [
            pilihan("unit_jenis_dikenal", "jenis", JenisUnit),
            pilihan("unit_zona_dikenal", "zona", ZonaWaktu),
            models.CheckConstraint(name="unit_hari_per_pekan", condition=models.Q(hari_per_pekan__in=[5, 6])),
            urut("unit_dibuka_sebelum_ditutup", "dibuka", "ditutup"),
            models.CheckConstraint(
                name="unit_bukan_gabungan_diri",
                condition=models.Q(digabung_ke__isnull=True) | ~models.Q(id=models.F("digabung_ke")),
            ),
            models.CheckConstraint(
                name="unit_jejak_tertutup",
                condition=models.Q(digabung_ke__isnull=True) | models.Q(ditutup__isnull=False),
            ),
        ]
        indexes = [
            models.Index(models.functions.Upper("nama"), name="unit_nama_besar"),
            models.Index(
                fields=["digabung_ke"], name="unit_jejak", condition=models.Q(digabung_ke__isnull=False)
            ),
            models.Index(fields=["depth", "path"], name="unit_tingkat"),
            GinIndex(
                OpClass(models.functions.Upper("nama"), name="gin_trgm_ops"), name="unit_nama_besar_trgm"
            ),
            GinIndex(
                OpClass(models.functions.Upper("singkatan"), name="gin_trgm_ops"),
                name="unit_singkat_besar_trgm",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def sebutan(self) -> str:
        """The short name where there is one."""
        return self.singkatan or self.nama


@pghistory.track()
class Jabatan(models.Model):
    """A post by its name, kind and level."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    kode = models.CharField(_("kode jabatan SIASN"), max_length=64, unique=True, null=True, blank=True)
    nama = models.CharField(_("nama"), max_length=255)
    jenis = models.CharField(_("jenis"), max_length=20, choices=JenisJabatan)
    jenjang = models.CharField(_("jenjang"), max_length=40, blank=True, default="")
    eselon = models.CharField(_("eselon"), max_length=8, blank=True, default="")
    kelas = models.PositiveSmallIntegerField(_("kelas jabatan"), null=True, blank=True)
    bup = models.PositiveSmallIntegerField(_("batas usia pensiun"), null=True, blank=True)

    class Meta:
        verbose_name = _("jabatan")
        verbose_name_plural = _("jabatan")
        ordering = ["nama", "id"]
        constraints = [
            pilihan("jabatan_jenis_dikenal", "jenis", JenisJabatan),
            models.UniqueConstraint(fields=["nama", "jenis", "jenjang", "eselon"], name="jabatan_unik"),
        ]
        indexes = [
            GinIndex(
                OpClass(models.functions.Upper("nama"), name="gin_trgm_ops"), name="jabatan_nama_besar_trgm"
            )
        ]

    def __str__(self) -> str:
        return self.nama
