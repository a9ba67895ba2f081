import uuid

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from inti.constraints import bersama
from inti.jalur import JalurAkses
from inti.kode import POLA_KODE, kode_baru


class JenisLibur(models.TextChoices):
    LIBUR_NASIONAL = "libur_nasional", _("Libur nasional")
    CUTI_BERSAMA = "cuti_bersama", _("Cuti bersama")
    LIBUR_DAERAH = "libur_daerah", _("Libur daerah")


@pghistory.track()
class HariLibur(models.Model):
    """A day on which government offices are closed."""

    tanggal = models.DateField(_("tanggal"))
    jenis = models.CharField(_("jenis"), max_length=20, choices=JenisLibur)
    nama = models.CharField(_("nama"), max_length=120)
    sumber = models.CharField(_("sumber"), max_length=200, blank=True, default="")

    class Meta:
        verbose_name = _("hari libur")
        verbose_name_plural = _("hari libur")
        ordering = ["tanggal", "nama"]
        constraints = [models.UniqueConstraint(fields=["tanggal", "nama"], name="libur_unik")]

    def __str__(self) -> str:
        return f"{self.tanggal:%d-%m-%Y} {self.nama}"


class DokumenTerbit(models.Model):
    """A document that was issued: what it said, for whom, and whether it still holds.

    The row is the document: its PDF is made from `templat` and `data` whenever somebody asks, always the
    same. Whoever holds the paper finds the row by `kode`, which cannot be guessed. A later version of the
    same thing (`jenis`, `kunci`) replaces the row, it does not change it.
    """

    jalur_akses = JalurAkses()

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kode = models.CharField(_("kode verifikasi"), max_length=19, unique=True, default=kode_baru)
    jenis = models.CharField(_("jenis"), max_length=40)
    kunci = models.CharField(_("kunci"), max_length=120)
    versi = models.PositiveSmallIntegerField(_("versi"), default=1)
    judul = models.CharField(_("judul"), max_length=200)
    pemegang = models.CharField(_("pemegang"), max_length=300)
    ringkas = models.JSONField(_("keterangan di halaman verifikasi"), default=list)
    templat = models.CharField(max_length=80)
    data = models.JSONField(default=dict)
    sha256 = models.CharField(_("sidik data"), max_length=64)
    terbit_pada = models.DateTimeField(_("terbit"), default=timezone.now)
    terbit_oleh = models.ForeignKey(
        "pegawai.Pegawai", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # null: the application, on somebody's first reading
    dicabut_pada = models.DateTimeField(_("dicabut"), null=True, blank=True)
    dicabut_oleh = models.ForeignKey(
        "pegawai.Pegawai", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    alasan_cabut = models.TextField(_("alasan dicabut"), blank=True, default="")
    digantikan_oleh = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="menggantikan",
        verbose_name=_("digantikan oleh"),
    )

    class Meta:
        verbose_name = _("dokumen terbit")
        verbose_name_plural = _("dokumen terbit")
        ordering = ["-terbit_pada", "id"]
        constraints = [
            models.UniqueConstraint(fields=["jenis", "kunci", "versi"], name="dokumen_satu_per_versi"),
            models.CheckConstraint(
                name="dokumen_kode_terbaca", condition=models.Q(kode__regex=f"^{POLA_KODE}$")
            ),
            bersama("dokumen_dicabut_pada_oleh", "dicabut_pada", "dicabut_oleh"),
            models.CheckConstraint(
                name="dokumen_dicabut_punya_alasan",
                condition=models.Q(dicabut_pada__isnull=True, alasan_cabut="")
                | (models.Q(dicabut_pada__isnull=False) & ~models.Q(alasan_cabut="")),
            ),
            models.CheckConstraint(
                name="dokumen_tidak_menggantikan_diri",
                condition=models.Q(digantikan_oleh__isnull=True) | ~models.Q(id=models.F("digantikan_oleh")),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="tidak_dihapus", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="isi_tetap",
                exclude=["dicabut_pada", "dicabut_oleh", "alasan_cabut", "digantikan_oleh"],
            ),
            pgtrigger.Protect(
                name="akhir_tetap",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.* IS DISTINCT FROM NEW.*"
                    " AND (OLD.dicabut_pada IS NOT NULL OR OLD.digantikan_oleh_id IS NOT NULL)"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.judul} {self.kode}"

    @property
    def tautan(self) -> str:
        """The absolute address of its public page, from the settings and never from a request."""
        return f"{settings.ALAMAT_DASAR}{reverse('verifikasi', args=[self.kode])}"

    @property
    def sidik(self) -> str:
        """The first sixteen digits of its fingerprint in groups, as the paper prints them."""
        return " ".join(self.sha256[i : i + 4].upper() for i in range(0, 16, 4))

    @property
    def keadaan(self) -> str:
        """“dicabut”, “digantikan” or “berlaku”."""
        if self.dicabut_pada is not None:
            return "dicabut"
        return "digantikan" if self.digantikan_oleh_id is not None else "berlaku"
