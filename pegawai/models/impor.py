"""Files that were tested and perhaps imported, with their reports."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan
from inti.jalur import JalurAkses
from pegawai.models.pegawai import Pegawai


class StatusImpor(models.TextChoices):
    DIUJI = "diuji", _("Sudah diuji")
    DIIMPOR = "diimpor", _("Sudah diimpor")
    DITOLAK = "ditolak", _("Ditolak")


class BerkasImpor(models.Model):
    """One uploaded file: its hash, the report of its test and, when imported, by whom and when."""

    jalur_akses = JalurAkses()

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jenis = models.CharField(_("jenis data"), max_length=30, default="pegawai")
    berkas = models.FileField(_("berkas"), upload_to="impor/%Y/%m/")
    nama_asli = models.CharField(_("nama berkas"), max_length=255)
    ukuran = models.PositiveBigIntegerField(_("ukuran"))
    sha256 = models.CharField(max_length=64)
    status = models.CharField(_("status"), max_length=10, choices=StatusImpor, default=StatusImpor.DIUJI)
    laporan = models.JSONField(_("laporan"), default=dict)
    diuji_pada = models.DateTimeField(auto_now_add=True)
    diuji_oleh = models.ForeignKey(Pegawai, null=True, on_delete=models.PROTECT, related_name="+")
    diimpor_pada = models.DateTimeField(null=True, blank=True)
    diimpor_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("berkas impor")
        verbose_name_plural = _("berkas impor")
        ordering = ["-diuji_pada", "id"]
        constraints = [
            pilihan("impor_status_dikenal", "status", StatusImpor),
            models.CheckConstraint(
                name="impor_status_dan_waktu",
                condition=models.Q(status="diimpor", diimpor_pada__isnull=False)
                | (~models.Q(status="diimpor") & models.Q(diimpor_pada__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return self.nama_asli
