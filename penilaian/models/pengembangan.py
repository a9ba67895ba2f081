"""What a person wishes or needs to learn: written by evaluations and improvement plans, read by training."""

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan
from inti.jalur import JalurAkses
from pegawai.models import Pegawai
from penilaian.enums import StatusKebutuhan, SumberKebutuhan
from penilaian.models.evaluasi import EvaluasiPeriodik
from penilaian.models.tahunan import EvaluasiTahunan


class KebutuhanQuerySet(models.QuerySet):
    def belum_terpenuhi(self):
        """Those somebody still has to do something about."""
        return self.filter(status__in=[StatusKebutuhan.DIUSULKAN, StatusKebutuhan.DIRENCANAKAN])


class KebutuhanPengembangan(models.Model):
    """One wish or need of one person. `kunci` names where it came from, so that writing it twice is harmless.

    It lives below follow-up and training, which do not know each other: the improvement plan writes, the
    training application reads and moves `status`.
    """

    jalur_akses = JalurAkses(
        pemilik="pegawai",
        penilai="pegawai__atasan__penilai",
        atasan_penilai="pegawai__atasan__atasan_penilai",
        unit="pegawai__atasan__unit__path",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="kebutuhan", verbose_name=_("pegawai")
    )
    topik = models.CharField(_("yang ingin dipelajari"), max_length=200)
    alasan = models.TextField(_("alasan"), blank=True, default="", db_default="")
    sumber = models.CharField(_("sumber"), max_length=20, choices=SumberKebutuhan)
    kunci = models.CharField(max_length=160, unique=True)  # e.g. "rencana_perbaikan:<id of the row>"
    evaluasi = models.ForeignKey(
        EvaluasiPeriodik, null=True, blank=True, on_delete=models.PROTECT, related_name="kebutuhan"
    )
    tahunan = models.ForeignKey(
        EvaluasiTahunan, null=True, blank=True, on_delete=models.PROTECT, related_name="kebutuhan"
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=StatusKebutuhan,
        default=StatusKebutuhan.DIUSULKAN,
        db_default="diusulkan",
    )
    dibuat_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    dibuat_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    objects = KebutuhanQuerySet.as_manager()

    class Meta:
        verbose_name = _("kebutuhan pengembangan")
        verbose_name_plural = _("kebutuhan pengembangan")
        ordering = ["-dibuat_pada", "id"]
        constraints = [
            pilihan("kebutuhan_sumber_dikenal", "sumber", SumberKebutuhan),
            pilihan("kebutuhan_status_dikenal", "status", StatusKebutuhan),
            models.CheckConstraint(name="kebutuhan_bertopik", condition=~Q(topik="")),
        ]
        indexes = [
            models.Index(fields=["pegawai", "status"], name="kebutuhan_pegawai"),
            models.Index(fields=["status", "-dibuat_pada"], name="kebutuhan_status"),
        ]

    def __str__(self) -> str:
        return self.topik
