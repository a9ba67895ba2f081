"""Services with their standards, counters, and the doors by which citizens reach the survey."""

import uuid

import pghistory
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inti.angka import tulis_angka
from inti.constraints import pilihan
from inti.jalur import JalurAkses
from layanan.enums import SatuanWaktu
from pegawai.models import Pegawai, UnitKerja


@pghistory.track()
class Layanan(models.Model):
    """A service of a unit with its standard (UU 25/2009 names the parts); every change is kept."""

    jalur_akses = JalurAkses(unit="unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="layanan", verbose_name=_("unit kerja")
    )
    kode = models.CharField(
        _("kode"),
        max_length=20,
        unique=True,
        help_text=_("Pendek dan tetap, misalnya DUKCAPIL-01. Dipakai pada berkas impor."),
    )
    nama = models.CharField(_("nama layanan"), max_length=200)
    persyaratan = models.TextField(_("persyaratan"), blank=True, default="", db_default="")
    prosedur = models.TextField(_("prosedur"), blank=True, default="", db_default="")
    batas_waktu = models.DecimalField(_("batas waktu"), max_digits=8, decimal_places=2)
    satuan_waktu = models.CharField(_("satuan waktu"), max_length=5, choices=SatuanWaktu)
    biaya = models.CharField(
        _("biaya atau tarif"),
        max_length=200,
        default="Gratis",
        help_text=_("Misalnya Gratis, atau Rp25.000."),
    )
    produk = models.CharField(_("produk layanan"), max_length=200, blank=True, default="", db_default="")
    pengguna_setahun = models.PositiveIntegerField(
        _("pengguna setahun"),
        null=True,
        blank=True,
        help_text=_("Perkiraan banyaknya pengguna, untuk jumlah sampel dan selang kepercayaan."),
    )
    aktif = models.BooleanField(_("aktif"), default=True, db_default=True)

    class Meta:
        verbose_name = _("layanan")
        verbose_name_plural = _("layanan")
        ordering = ["nama", "id"]
        constraints = [
            pilihan("layanan_satuan_dikenal", "satuan_waktu", SatuanWaktu),
            models.CheckConstraint(
                name="layanan_batas_waktu_ada",
                condition=Q(batas_waktu__gt=0),
                violation_error_message=_("Batas waktu harus lebih dari nol."),
            ),
            models.CheckConstraint(
                name="layanan_pengguna_ada",
                condition=Q(pengguna_setahun__isnull=True) | Q(pengguna_setahun__gt=0),
                violation_error_message=_("Tulis paling sedikit satu pengguna, atau kosongkan."),
            ),
        ]
        indexes = [models.Index(fields=["unit", "nama"], name="layanan_unit")]

    def __str__(self) -> str:
        return self.nama

    @property
    def teks_batas(self) -> str:
        """“3 hari”."""
        return f"{tulis_angka(self.batas_waktu)} {self.get_satuan_waktu_display()}"


class Loket(models.Model):
    """A counter or a place where the service is given."""

    jalur_akses = JalurAkses(unit="layanan__unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    layanan = models.ForeignKey(
        Layanan, on_delete=models.CASCADE, related_name="loket", verbose_name=_("layanan")
    )
    nama = models.CharField(_("nama loket"), max_length=100)
    aktif = models.BooleanField(_("aktif"), default=True, db_default=True)

    class Meta:
        verbose_name = _("loket")
        verbose_name_plural = _("loket")
        ordering = ["nama", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["layanan", "nama"],
                name="loket_nama_unik",
                violation_error_message=_("Layanan ini sudah memiliki loket dengan nama itu."),
            )
        ]

    def __str__(self) -> str:
        return self.nama


class Poster(models.Model):
    """A door that stays: the address on a poster of a service or of one of its counters."""

    jalur_akses = JalurAkses(unit="layanan__unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    layanan = models.ForeignKey(Layanan, on_delete=models.CASCADE, related_name="poster")
    loket = models.ForeignKey(Loket, null=True, blank=True, on_delete=models.CASCADE, related_name="poster")
    token = models.CharField(max_length=20, unique=True)
    aktif = models.BooleanField(_("aktif"), default=True, db_default=True)
    dibuat_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        verbose_name = _("poster")
        verbose_name_plural = _("poster")
        ordering = ["dibuat_pada", "id"]

    def __str__(self) -> str:
        return f"{self.layanan_id} {self.loket_id or ''}".strip()


class LembarStruk(models.Model):
    """Receipts issued together by one person at one counter; they are valid to the end of one day."""

    jalur_akses = JalurAkses(unit="layanan__unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    layanan = models.ForeignKey(Layanan, on_delete=models.CASCADE, related_name="lembar")
    loket = models.ForeignKey(Loket, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    jumlah = models.PositiveSmallIntegerField(_("jumlah"))
    dibuat_oleh = models.ForeignKey(Pegawai, null=True, on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(_("dibuat"), db_default=models.functions.Now(), editable=False)
    berlaku_sampai = models.DateField(_("berlaku sampai"))

    class Meta:
        verbose_name = _("lembar struk")
        verbose_name_plural = _("lembar struk")
        ordering = ["-dibuat_pada", "id"]
        constraints = [
            models.CheckConstraint(name="lembar_jumlah", condition=Q(jumlah__gte=1, jumlah__lte=50)),
        ]

    def __str__(self) -> str:
        return f"{self.layanan_id} × {self.jumlah}"


class Struk(models.Model):
    """One receipt, good for one answer. Nothing says when it was used, or which answer it gave."""

    jalur_akses = JalurAkses(unit="lembar__layanan__unit__path")

    lembar = models.ForeignKey(LembarStruk, on_delete=models.CASCADE, related_name="struk")
    token = models.CharField(max_length=20, unique=True)
    terpakai = models.BooleanField(_("terpakai"), default=False, db_default=False)

    class Meta:
        verbose_name = _("struk")
        verbose_name_plural = _("struk")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.lembar_id}"


class KebijakanSurvei(models.Model):
    """Where the regulation is silent [K]: dated, editable. The row with the latest `mulai` counts."""

    mulai = models.DateField(_("berlaku mulai"), unique=True)
    jawaban_minimum = models.PositiveSmallIntegerField(
        _("jawaban paling sedikit"),
        default=30,
        help_text=_("Di bawah ini tidak ada angka yang ditampilkan atau dipakai."),
    )
    layanan_minimum = models.PositiveSmallIntegerField(_("catatan waktu paling sedikit"), default=10)
    struk_berlaku_hari = models.PositiveSmallIntegerField(_("struk berlaku (hari)"), default=7)
    poster_per_jam = models.PositiveSmallIntegerField(
        _("jawaban per jam dari satu jaringan lewat poster"), default=20
    )
    poster_per_hari = models.PositiveSmallIntegerField(_("jawaban per hari lewat satu poster"), default=300)

    class Meta:
        verbose_name = _("kebijakan survei")
        verbose_name_plural = _("kebijakan survei")
        ordering = ["-mulai"]
        constraints = [
            models.CheckConstraint(
                name="kebijakan_survei_wajar",
                condition=Q(
                    jawaban_minimum__gte=5,
                    layanan_minimum__gte=1,
                    struk_berlaku_hari__gte=1,
                    poster_per_jam__gte=1,
                    poster_per_hari__gte=1,
                ),
                violation_error_message=_("Jawaban paling sedikit lima; yang lain paling sedikit satu."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mulai:%d-%m-%Y}"
