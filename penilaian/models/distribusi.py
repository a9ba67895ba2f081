"""Why an assessor keeps to ratings whose spread differs from the guide: written once, never changed."""

import uuid

import pgtrigger
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inti.jalur import JalurAkses
from pegawai.models import Pegawai, UnitKerja
from penilaian.enums import PilihanCapaian
from sasaran.models import Periode, Siklus


class DistribusiPenilai(models.Model):
    """The counts of one assessor in a period (or the year), the warnings that stood, and his reason.

    It changes no rating. A later reason is a new row: triggers refuse to change or delete one.
    """

    jalur_akses = JalurAkses(penilai="penilai", atasan_penilai="penilai__atasan__penilai", unit="unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    penilai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("pejabat penilai")
    )
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit kerja")
    )
    siklus = models.ForeignKey(Siklus, on_delete=models.PROTECT, related_name="+", verbose_name=_("siklus"))
    periode = models.ForeignKey(
        Periode,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("periode"),
    )
    capaian = models.PositiveSmallIntegerField(_("capaian kinerja organisasi"), choices=PilihanCapaian)
    hitungan = models.JSONField(_("jumlah per predikat"))  # code of the label → people
    peringatan = models.JSONField(_("peringatan"))  # keys of the provisions that were not met
    alasan = models.TextField(_("alasan"))
    pada = models.DateTimeField(_("ditulis"), db_default=models.functions.Now(), editable=False)

    class Meta:
        verbose_name = _("alasan distribusi predikat")
        verbose_name_plural = _("alasan distribusi predikat")
        ordering = ["-pada", "id"]
        constraints = [
            models.CheckConstraint(name="distribusi_punya_alasan", condition=~Q(alasan="")),
            models.CheckConstraint(
                name="distribusi_capaian_dikenal", condition=Q(capaian__in=PilihanCapaian.values)
            ),
        ]
        indexes = [models.Index(fields=["penilai", "siklus", "periode"], name="distribusi_penilai")]
        triggers = [
            pgtrigger.Protect(name="hanya_tambah", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.penilai_id} {self.siklus_id}"
