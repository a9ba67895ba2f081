"""A ZIP with the documents of a unit, asked for in the browser and made in the background."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan, terisi_pada_status
from inti.jalur import JalurAkses
from pegawai.models import Pegawai, UnitKerja
from penilaian.enums import StatusPaket
from sasaran.models import Periode, Siklus

BERJALAN = ["menunggu", "dikerjakan"]


def jalur_berkas(paket: "PaketDokumen", nama: str) -> str:
    """Where the file is kept: by its own key."""
    return f"paket/{paket.id.hex[:2]}/{paket.id.hex}.zip"


class PaketDokumen(models.Model):
    """One request: the documents of a unit and all below it, of a year or one of its periods."""

    jalur_akses = JalurAkses(pemilik="diminta_oleh", unit="unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit kerja")
    )
    siklus = models.ForeignKey(Siklus, on_delete=models.PROTECT, related_name="+", verbose_name=_("siklus"))
    periode = models.ForeignKey(
        Periode, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("periode")
    )
    diminta_oleh = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("diminta oleh")
    )
    diminta_pada = models.DateTimeField(_("diminta"), auto_now_add=True)
    status = models.CharField(
        _("status"), max_length=12, choices=StatusPaket, default=StatusPaket.MENUNGGU, db_default="menunggu"
    )
    banyak = models.PositiveIntegerField(_("evaluasi"), default=0)
    selesai = models.PositiveIntegerField(_("selesai"), default=0)
    # Whoever makes it says so every few documents; after a silence another worker begins anew.
    denyut_pada = models.DateTimeField(null=True, blank=True, editable=False)
    percobaan = models.PositiveSmallIntegerField(default=0, editable=False)
    berkas = models.FileField(_("berkas"), upload_to=jalur_berkas, blank=True, default="")
    ukuran = models.PositiveBigIntegerField(_("ukuran"), default=0)
    siap_pada = models.DateTimeField(_("siap"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("paket dokumen")
        verbose_name_plural = _("paket dokumen")
        ordering = ["-diminta_pada", "id"]
        constraints = [
            pilihan("paket_status_dikenal", "status", StatusPaket),
            terisi_pada_status("paket_siap_punya_waktu", ["siap_pada"], ["siap", "kedaluwarsa"]),
            models.CheckConstraint(
                name="paket_siap_punya_berkas", condition=~Q(status="siap") | ~Q(berkas="")
            ),
            models.UniqueConstraint(
                fields=["diminta_oleh", "unit", "siklus", "periode"],
                condition=Q(status__in=BERJALAN),
                nulls_distinct=False,
                name="paket_satu_permintaan_berjalan",
            ),
        ]
        indexes = [
            models.Index(fields=["diminta_oleh", "-diminta_pada"], name="paket_peminta"),
            models.Index(fields=["diminta_pada"], name="paket_antrean", condition=Q(status__in=BERJALAN)),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.siklus_id} {self.status}"

    @property
    def berjalan(self) -> bool:
        """It waits or is being made."""
        return self.status in BERJALAN

    @property
    def tentang(self) -> str:
        """“Triwulan III 2026” or “Tahun 2026”."""
        return str(self.periode) if self.periode else _("Tahun %(tahun)s") % {"tahun": self.siklus}
