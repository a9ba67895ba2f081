"""Continuous feedback on a report, a result or behaviour (PermenPANRB 6/2022 Ps 17 to 19)."""

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan
from inti.jalur import JalurAkses
from pegawai.models import Pegawai
from pelaksanaan.enums import SifatUmpanBalik
from pelaksanaan.models.laporan import Laporan
from sasaran.enums import NilaiPerilaku
from sasaran.models import SKP, RencanaHasilKerja


class UmpanBalik(models.Model):
    """One remark on exactly one thing: a report, a result, or one of the seven values."""

    jalur_akses = JalurAkses(
        pemilik="skp__pegawai",
        penilai="skp__penilai",
        atasan_penilai="skp__atasan_penilai",
        unit="skp__unit__path",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="umpan_balik", verbose_name=_("SKP"))
    laporan = models.ForeignKey(
        Laporan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="umpan_balik",
        verbose_name=_("laporan"),
    )
    rhk = models.ForeignKey(
        RencanaHasilKerja,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="umpan_balik",
        verbose_name=_("rencana hasil kerja"),
    )
    nilai_perilaku = models.CharField(
        _("nilai perilaku"), max_length=30, blank=True, default="", db_default=""
    )
    pemberi = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("pemberi")
    )
    sifat = models.CharField(
        _("sifat"), max_length=10, choices=SifatUmpanBalik, default=SifatUmpanBalik.POSITIF
    )
    isi = models.TextField(_("umpan balik"))
    dibuat_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        verbose_name = _("umpan balik")
        verbose_name_plural = _("umpan balik")
        ordering = ["-dibuat_pada", "-id"]
        constraints = [
            pilihan("umpan_balik_sifat_dikenal", "sifat", SifatUmpanBalik),
            models.CheckConstraint(name="umpan_balik_berisi", condition=~Q(isi="")),
            models.CheckConstraint(
                name="umpan_balik_satu_sasaran",
                condition=Q(laporan__isnull=False, rhk__isnull=True, nilai_perilaku="")
                | Q(laporan__isnull=True, rhk__isnull=False, nilai_perilaku="")
                | (Q(laporan__isnull=True, rhk__isnull=True) & ~Q(nilai_perilaku="")),
            ),
        ]
        indexes = [models.Index(fields=["skp", "-dibuat_pada", "-id"], name="umpan_balik_skp")]

    def __str__(self) -> str:
        return self.isi[:60]

    @property
    def tentang(self) -> str:
        """What the remark is about, in words."""
        if self.laporan is not None:
            return self.laporan.indikator.uraian
        if self.rhk is not None:
            return self.rhk.uraian
        return str(NilaiPerilaku(self.nilai_perilaku).label)
