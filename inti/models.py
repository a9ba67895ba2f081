from django.db import models
from django.utils.translation import gettext_lazy as _


class JenisLibur(models.TextChoices):
    LIBUR_NASIONAL = "libur_nasional", _("Libur nasional")
    CUTI_BERSAMA = "cuti_bersama", _("Cuti bersama")
    LIBUR_DAERAH = "libur_daerah", _("Libur daerah")


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
