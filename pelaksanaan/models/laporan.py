"""Progress reports and their evidence."""

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.utils.translation import gettext_lazy as _

from inti.jalur import JalurAkses
from pegawai.models import Pegawai
from sasaran.models import SKP, IndikatorKinerjaIndividu


class Laporan(models.Model):
    """What was done for an indicator on a day. `kunci` comes from the form, so sending twice writes once."""

    jalur_akses = JalurAkses(
        pemilik="skp__pegawai",
        penilai="skp__penilai",
        atasan_penilai="skp__atasan_penilai",
        unit="skp__unit__path",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    skp = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="laporan", verbose_name=_("SKP"))
    indikator = models.ForeignKey(
        IndikatorKinerjaIndividu,
        on_delete=models.PROTECT,
        related_name="laporan",
        verbose_name=_("indikator"),
    )
    tanggal = models.DateField(_("tanggal"))
    realisasi = models.DecimalField(_("realisasi"), max_digits=18, decimal_places=3)
    uraian = models.TextField(_("uraian"))
    kunci = models.UUIDField(unique=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    dibuat_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)
    diubah_pada = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("laporan")
        verbose_name_plural = _("laporan")
        ordering = ["-tanggal", "-dibuat_pada", "-id"]
        constraints = [
            models.CheckConstraint(name="laporan_realisasi_wajar", condition=models.Q(realisasi__gte=0)),
        ]
        indexes = [
            models.Index(fields=["skp", "-tanggal", "-id"], name="laporan_skp"),
            models.Index(fields=["indikator", "tanggal"], name="laporan_indikator"),
        ]

    def __str__(self) -> str:
        return f"{self.tanggal:%d-%m-%Y} {self.uraian[:60]}"

    @property
    def nomor(self) -> str:
        """Number of the receipt."""
        return f"L-{self.id.hex[:8].upper()}"


def jalur_bukti(bukti: "BuktiDukung", nama: str) -> str:
    """Where a file is stored: by its own key, never by the name somebody gave it."""
    return f"bukti/{bukti.id.hex[:2]}/{bukti.id.hex}"


class BuktiDukung(models.Model):
    """A private file that shows the work. Type and hash are those of the content, not of the name."""

    jalur_akses = JalurAkses(
        pemilik="laporan__skp__pegawai",
        penilai="laporan__skp__penilai",
        atasan_penilai="laporan__skp__atasan_penilai",
        unit="laporan__skp__unit__path",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    laporan = models.ForeignKey(
        Laporan, on_delete=models.CASCADE, related_name="bukti", verbose_name=_("laporan")
    )
    berkas = models.FileField(_("berkas"), upload_to=jalur_bukti)
    nama_asli = models.CharField(_("nama berkas"), max_length=255)
    jenis_konten = models.CharField(_("jenis isi"), max_length=100)
    ukuran = models.PositiveBigIntegerField(_("ukuran"))
    sha256 = models.CharField(max_length=64)
    diunggah_oleh = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    diunggah_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        verbose_name = _("bukti dukung")
        verbose_name_plural = _("bukti dukung")
        ordering = ["diunggah_pada", "id"]
        constraints = [
            models.UniqueConstraint(fields=["laporan", "sha256"], name="bukti_sekali_per_laporan"),
            models.CheckConstraint(name="bukti_sha256", condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$")),
        ]

    def __str__(self) -> str:
        return self.nama_asli
