"""Words of the work between plan and appraisal."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SifatUmpanBalik(models.TextChoices):
    POSITIF = "positif", _("Sudah baik")
    NETRAL = "netral", _("Catatan")
    PERBAIKAN = "perbaikan", _("Perlu ditingkatkan")
