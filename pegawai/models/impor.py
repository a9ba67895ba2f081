"""Files that were tested and perhaps imported, with their reports: the log of imports."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan, terisi_tepat_pada_status
from inti.jalur import JalurAkses
from pegawai.models.pegawai import Pegawai


class StatusImpor(models.TextChoices):
    MENUNGGU = "menunggu", _("Menunggu diuji")
    MENGUJI = "menguji", _("Sedang diuji")
    DIUJI = "diuji", _("Sudah diuji")
    ANTRE = "antre", _("Menunggu diimpor")
    MENGIMPOR = "mengimpor", _("Sedang diimpor")
    DIIMPOR = "diimpor", _("Sudah diimpor")
    DIBATALKAN = "dibatalkan", _("Dibatalkan kembali")
    DITOLAK = "ditolak", _("Ditolak")
    GAGAL = "gagal", _("Tidak terbaca")


class ModeImpor(models.TextChoices):
    """What a file may do to the data."""

    KEDUANYA = "keduanya", _("Tambah atau perbarui")
    TAMBAH = "tambah", _("Hanya tambah yang belum ada")
    PERBARUI = "perbarui", _("Hanya perbarui yang sudah ada")


BERJALAN = ("menunggu", "menguji", "antre", "mengimpor")


class BerkasImpor(models.Model):
    """One uploaded file: its hash, the report of its test and, when imported, by whom and when."""

    jalur_akses = JalurAkses()

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    jenis = models.CharField(_("jenis data"), max_length=30, default="pegawai")
    berkas = models.FileField(_("berkas"), upload_to="impor/%Y/%m/")
    nama_asli = models.CharField(_("nama berkas"), max_length=255)
    ukuran = models.PositiveBigIntegerField(_("ukuran"))
    sha256 = models.CharField(max_length=64)
    mode = models.CharField(_("cara"), max_length=10, choices=ModeImpor, default=ModeImpor.KEDUANYA)
    pilihan = models.JSONField(_("pilihan"), default=dict, blank=True)
    lewati = models.BooleanField(_("lewati baris yang ditolak"), default=False)
    status = models.CharField(_("status"), max_length=10, choices=StatusImpor, default=StatusImpor.MENUNGGU)
    laporan = models.JSONField(_("laporan"), default=dict)
    berkas_ditolak = models.FileField(
        _("baris yang ditolak"), upload_to="impor/%Y/%m/", blank=True, default=""
    )
    galat = models.JSONField(_("sebab berhenti"), null=True, blank=True)  # a sentence, as inti.tanda keeps it
    percobaan = models.PositiveSmallIntegerField(default=0, editable=False)
    diuji_pada = models.DateTimeField(_("diunggah"), auto_now_add=True)
    diuji_oleh = models.ForeignKey(
        Pegawai, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("diunggah oleh")
    )
    diimpor_pada = models.DateTimeField(_("diimpor"), null=True, blank=True)
    diimpor_oleh = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("diimpor oleh"),
    )
    konteks = models.UUIDField(null=True, blank=True, editable=False)  # of the history rows it wrote
    dibatalkan_pada = models.DateTimeField(_("dibatalkan"), null=True, blank=True)
    dibatalkan_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("berkas impor")
        verbose_name_plural = _("berkas impor")
        ordering = ["-diuji_pada", "id"]
        constraints = [
            pilihan("impor_status_dikenal", "status", StatusImpor),
            pilihan("impor_mode_dikenal", "mode", ModeImpor),
            terisi_tepat_pada_status("impor_status_dan_waktu", ["diimpor_pada"], ["diimpor", "dibatalkan"]),
            terisi_tepat_pada_status("impor_batal_dan_waktu", ["dibatalkan_pada"], ["dibatalkan"]),
        ]
        indexes = [
            models.Index(fields=["diuji_pada"], name="impor_antrean", condition=Q(status__in=BERJALAN)),
            models.Index(fields=["jenis", "-diuji_pada"], name="impor_jenis_waktu"),
        ]

    def __str__(self) -> str:
        return self.nama_asli

    @property
    def berjalan(self) -> bool:
        """It waits or is being worked on."""
        return self.status in BERJALAN
