"""Words of the appraisal; ratings and predikat have the SIASN codes, 1 is the best."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sasaran.enums import NilaiPerilaku as NilaiPerilaku


class StatusEvaluasi(models.TextChoices):
    TERBUKA = "terbuka", _("Menunggu penilaian diri")
    DIAJUKAN = "diajukan", _("Menunggu penilaian atasan")
    DISAMPAIKAN = "disampaikan", _("Disampaikan")
    DITERIMA = "diterima", _("Diterima")
    TERKUNCI = "terkunci", _("Terkunci tanpa hasil")  # closed before the assessor delivered


class PilihanRating(models.IntegerChoices):
    DI_ATAS = 1, _("Di atas ekspektasi")
    SESUAI = 2, _("Sesuai ekspektasi")
    DI_BAWAH = 3, _("Di bawah ekspektasi")


class PilihanPredikat(models.IntegerChoices):
    SANGAT_BAIK = 1, _("Sangat Baik")
    BAIK = 2, _("Baik")
    BUTUH_PERBAIKAN = 3, _("Butuh Perbaikan")
    KURANG = 4, _("Kurang")
    SANGAT_KURANG = 5, _("Sangat Kurang")
