"""Accounts and dated roles."""

import uuid
from datetime import date
from typing import Any

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from akses.enums import Peran
from inti.constraints import pilihan, urut
from inti.jalur import JalurAkses


class AkunManager(BaseUserManager["Akun"]):
    def create_user(self, username: str, email: str = "", password: str | None = None, **lain: Any) -> "Akun":
        """A new account; without a password it cannot log in until one is set."""
        akun = self.model(username=username, email=self.normalize_email(email), **lain)
        akun.set_password(password)
        akun.save(using=self._db)
        return akun

    def create_superuser(
        self, username: str, email: str = "", password: str | None = None, **lain: Any
    ) -> "Akun":
        """An account for the person who installs the system."""
        return self.create_user(username, email, password, is_staff=True, is_superuser=True, **lain)


class Akun(AbstractBaseUser, PermissionsMixin):
    """A login. The user name is the NIP; what the person may do comes from akses.matriks, not from here."""

    jalur_akses = JalurAkses(pemilik="pegawai", unit="pegawai__atasan__unit__path")

    username = models.CharField(
        _("NIP"), max_length=60, unique=True, error_messages={"unique": _("Sudah ada akun dengan NIP ini.")}
    )
    email = models.EmailField(_("surel"), blank=True, default="", db_default="")
    pegawai = models.OneToOneField(
        "pegawai.Pegawai",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="akun",
        verbose_name=_("pegawai"),
    )
    wajib_ganti_sandi = models.BooleanField(_("wajib mengganti sandi"), default=True, db_default=True)
    bahasa = models.CharField(_("bahasa"), max_length=5, default="id", db_default="id")
    is_staff = models.BooleanField(_("boleh masuk admin"), default=False, db_default=False)
    is_active = models.BooleanField(_("aktif"), default=True, db_default=True)
    date_joined = models.DateTimeField(_("dibuat"), default=timezone.now, db_default=models.functions.Now())

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email"]
    objects = AkunManager()

    class Meta:
        verbose_name = _("akun")
        verbose_name_plural = _("akun")
        ordering = ["username"]
        # What the filters of a long list look for is mostly rare; a rare value cannot be met along the names.
        indexes = [
            models.Index(fields=["username"], name="akun_tidak_aktif", condition=Q(is_active=False)),
            models.Index(fields=["username"], name="akun_staf", condition=Q(is_staff=True)),
            models.Index(fields=["wajib_ganti_sandi", "username"], name="akun_wajib_ganti"),
            models.Index(
                fields=["pegawai"],
                name="akun_belum_masuk",
                condition=Q(last_login__isnull=True, is_active=True),
            ),
        ]

    def __str__(self) -> str:
        return self.username

    def get_full_name(self) -> str:
        return self.pegawai.nama_lengkap if self.pegawai else self.username

    def get_short_name(self) -> str:
        return self.pegawai.panggilan if self.pegawai else self.username


class PenugasanPeranQuerySet(models.QuerySet["PenugasanPeran"]):
    def berlaku(self, pada: date) -> "PenugasanPeranQuerySet":
        """Roles in force on the date `pada`."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gte=pada), mulai__lte=pada)


@pghistory.track()
class PenugasanPeran(models.Model):
    """A role given to a person for a time, for a unit and everything below it."""

    jalur_akses = JalurAkses(pemilik="pegawai", unit="pegawai__atasan__unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.CASCADE, related_name="penugasan_peran", verbose_name=_("pegawai")
    )
    peran = models.CharField(_("peran"), max_length=20, choices=Peran)
    unit = models.ForeignKey(
        "pegawai.UnitKerja",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("lingkup unit"),
    )
    mulai = models.DateField(_("mulai"))
    selesai = models.DateField(_("selesai"), null=True, blank=True)
    dasar = models.CharField(_("dasar penugasan"), max_length=200, blank=True, default="")

    objects = PenugasanPeranQuerySet.as_manager()

    class Meta:
        verbose_name = _("penugasan peran")
        verbose_name_plural = _("penugasan peran")
        ordering = ["pegawai", "peran", "mulai"]
        constraints = [
            pilihan("peran_dikenal", "peran", Peran),
            urut("peran_urut", "mulai", "selesai"),
            models.CheckConstraint(
                name="peran_opd_punya_unit",
                condition=~Q(peran__in=[Peran.PENGELOLA_OPD, Peran.PIMPINAN]) | Q(unit__isnull=False),
                violation_error_message=_("Peran ini berlaku untuk satu unit; pilih unitnya."),
            ),
            # The matrix gives these roles everything, so a unit beside them would promise a limit there is not.
            models.CheckConstraint(
                name="peran_instansi_tanpa_unit",
                condition=Q(peran__in=[Peran.PENGELOLA_OPD, Peran.PIMPINAN]) | Q(unit__isnull=True),
                violation_error_message=_("Peran ini berlaku untuk seluruh instansi; kosongkan unitnya."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_peran_display()}: {self.pegawai}"


class JenisLihat(models.TextChoices):
    """What is sensitive enough that whoever looks at it is written down."""

    DATA_PRIBADI = "data_pribadi", _("Data pribadi (NIK, alamat, nomor HP)")
    HASIL = "hasil", _("Hasil penilaian")
    SANKSI = "sanksi", _("Perkara sanksi")


class CatatanLihat(models.Model):
    """That an account looked at a sensitive record of another person; once for each record and hour."""

    jalur_akses = JalurAkses(pemilik="pegawai", unit="pegawai__atasan__unit__path")

    id = models.BigAutoField(primary_key=True)
    oleh = models.ForeignKey(Akun, on_delete=models.PROTECT, related_name="+", verbose_name=_("dilihat oleh"))
    pegawai = models.ForeignKey(
        "pegawai.Pegawai",
        on_delete=models.CASCADE,
        related_name="catatan_lihat",
        verbose_name=_("data milik"),
    )
    jenis = models.CharField(_("yang dilihat"), max_length=12, choices=JenisLihat)
    objek = models.CharField(max_length=40, editable=False)
    jam = models.DateTimeField(editable=False)
    pada = models.DateTimeField(_("waktu"))
    alamat = models.CharField(_("halaman"), max_length=200)

    class Meta:
        verbose_name = _("catatan siapa melihat")
        verbose_name_plural = _("catatan siapa melihat")
        ordering = ["-id"]
        constraints = [
            pilihan("lihat_jenis_dikenal", "jenis", JenisLihat),
            models.UniqueConstraint(
                fields=["oleh", "pegawai", "jenis", "objek", "jam"], name="lihat_sekali_per_jam"
            ),
        ]
        indexes = [models.Index(fields=["pegawai", "-id"], name="lihat_pegawai")]

    def __str__(self) -> str:
        return f"{self.oleh} → {self.pegawai}: {self.get_jenis_display()}"


class JejakPenyamaran(models.Model):
    """One time somebody of the system's staff looked at the application as another person sees it, and why."""

    jalur_akses = JalurAkses(pemilik="pegawai", unit="pegawai__atasan__unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    oleh = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, related_name="+", verbose_name=_("petugas")
    )
    pegawai = models.ForeignKey(
        "pegawai.Pegawai",
        on_delete=models.PROTECT,
        related_name="jejak_penyamaran",
        verbose_name=_("dilihat sebagai"),
    )
    alasan = models.CharField(_("alasan"), max_length=300)
    mulai = models.DateTimeField(_("mulai"), default=timezone.now, db_default=models.functions.Now())
    batas = models.DateTimeField(_("paling lama sampai"))
    selesai = models.DateTimeField(_("selesai"), null=True, blank=True)

    class Meta:
        verbose_name = _("masuk sebagai orang lain")
        verbose_name_plural = _("masuk sebagai orang lain")
        ordering = ["-mulai", "-id"]
        constraints = [
            models.CheckConstraint(name="penyamaran_bukan_diri", condition=~Q(oleh=models.F("pegawai"))),
            models.CheckConstraint(name="penyamaran_beralasan", condition=~Q(alasan="")),
            urut("penyamaran_urut", "mulai", "batas"),
        ]
        indexes = [
            models.Index(fields=["pegawai", "-mulai"], name="penyamaran_pegawai"),
            models.Index(fields=["-mulai", "-id"], name="penyamaran_waktu"),
        ]

    def __str__(self) -> str:
        return f"{self.oleh} → {self.pegawai}"


class CatatanEkspor(models.Model):
    """Who took which list along, filtered how, and how many rows of it. Written before the first row leaves."""

    jalur_akses = JalurAkses(pemilik="akun__pegawai", unit="akun__pegawai__atasan__unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    akun = models.ForeignKey(Akun, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh"))
    daftar = models.CharField(_("daftar"), max_length=80)
    berkas = models.CharField(_("nama berkas"), max_length=200)
    saringan = models.CharField(_("saringan"), max_length=1000, blank=True, default="", db_default="")
    jumlah = models.PositiveIntegerField(_("jumlah baris"), null=True, blank=True)  # null: broken off
    mulai = models.DateTimeField(_("mulai"), default=timezone.now)
    selesai = models.DateTimeField(_("selesai"), null=True, blank=True)

    class Meta:
        verbose_name = _("catatan ekspor")
        verbose_name_plural = _("catatan ekspor")
        ordering = ["-mulai", "id"]
        indexes = [models.Index(fields=["-mulai", "id"], name="ekspor_terbaru")]

    def __str__(self) -> str:
        return self.berkas


class SaringanTersimpan(models.Model):
    """A filter of an admin list that somebody kept under a name: search, filters and order, no rows."""

    NAMA_MAKS = 40

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    akun = models.ForeignKey(Akun, on_delete=models.CASCADE, related_name="saringan")
    daftar = models.CharField(max_length=80)
    nama = models.CharField(_("nama"), max_length=NAMA_MAKS)
    kueri = models.CharField(max_length=1000, blank=True, default="", db_default="")
    bawaan = models.BooleanField(default=False, db_default=False)
    dibagikan = models.BooleanField(default=False, db_default=False)

    class Meta:
        verbose_name = _("saringan tersimpan")
        verbose_name_plural = _("saringan tersimpan")
        ordering = ["nama", "id"]
        constraints = [
            models.UniqueConstraint(fields=["akun", "daftar", "nama"], name="saringan_nama_unik"),
            models.UniqueConstraint(
                fields=["akun", "daftar"], condition=Q(bawaan=True), name="saringan_satu_bawaan"
            ),
        ]
        indexes = [models.Index(fields=["daftar"], name="saringan_bersama", condition=Q(dibagikan=True))]

    def __str__(self) -> str:
        return self.nama

    @property
    def pemilik(self) -> str:
        """The first name of whoever made it."""
        return self.akun.get_short_name()
