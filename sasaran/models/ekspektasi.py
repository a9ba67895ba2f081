"""What a leader expects in particular of one of the seven values."""

import pgtrigger
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan
from inti.jalur import JalurAkses
from pegawai.models import Pegawai
from sasaran.enums import NilaiPerilaku
from sasaran.models.skp import SKP

PANJANG_EKSPEKTASI = 1000


class EkspektasiKhususQuerySet(models.QuerySet):
    def berlaku(self, pada=None):
        """Of each plan and value the row that holds, or held at the moment `pada`; withdrawn ones are empty."""
        semua = self if pada is None else self.filter(pada__lte=pada)
        return semua.order_by("skp_id", "nilai", "-pada", "-id").distinct("skp_id", "nilai")


class EkspektasiKhusus(models.Model):
    """One row each time the assessor writes: the latest of a value holds, an empty one withdraws.

    Free text, at any time of the year (PermenPANRB 6/2022, Lampiran II.A.7.b, l.2182-2212). Rows are written
    once; triggers refuse the rest, so what was expected when is never rewritten.
    """

    jalur_akses = JalurAkses(
        pemilik="skp__pegawai",
        penilai="skp__penilai",
        atasan_penilai="skp__atasan_penilai",
        unit="skp__unit__path",
    )

    id = models.BigAutoField(primary_key=True)
    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="ekspektasi", verbose_name=_("SKP"))
    nilai = models.CharField(_("nilai"), max_length=30, choices=NilaiPerilaku)
    isi = models.CharField(
        _("ekspektasi khusus"), max_length=PANJANG_EKSPEKTASI, blank=True, default="", db_default=""
    )
    oleh = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh"))
    pada = models.DateTimeField(_("pada"), default=timezone.now, db_default=models.functions.Now())

    objects = EkspektasiKhususQuerySet.as_manager()

    class Meta:
        verbose_name = _("ekspektasi khusus pimpinan")
        verbose_name_plural = _("ekspektasi khusus pimpinan")
        ordering = ["skp", "nilai", "-pada", "-id"]
        constraints = [pilihan("ekspektasi_nilai_dikenal", "nilai", NilaiPerilaku)]
        indexes = [models.Index(fields=["skp", "nilai", "-pada", "-id"], name="ekspektasi_skp")]
        triggers = [
            pgtrigger.Protect(name="hanya_tambah", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.get_nilai_display()}: {self.isi}"
