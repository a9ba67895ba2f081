"""What may be learned, and when."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan, urut
from inti.jalur import JalurAkses
from inti.riwayat import Riwayat
from pegawai.enums import ZonaWaktu
from pegawai.models import Pegawai
from pelatihan.aturan import sertifikat
from pelatihan.aturan.presensi import bagian_hari
from pelatihan.enums import HurufSertifikat, JenisDiklat, ModaSesi, StatusSesi
from sasaran.enums import Aspek, NilaiPerilaku

JP_MAKS = 1000


class Pelatihan(models.Model):
    """An entry of the catalogue: everybody may read it."""

    jalur_akses = JalurAkses()

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    nama = models.CharField(_("nama"), max_length=200)
    jenis = models.PositiveSmallIntegerField(
        _("jenis (SIASN)"), choices=JenisDiklat, default=JenisDiklat.TEKNIS
    )
    uraian = models.TextField(_("yang dipelajari"), blank=True, default="")
    untuk = models.CharField(_("untuk siapa"), max_length=200, blank=True, default="")
    topik = models.CharField(
        _("kata kunci dan kompetensi"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("Dipakai untuk mencari dan mencocokkan dengan kebutuhan."),
    )
    nilai = ArrayField(
        models.CharField(max_length=30, choices=NilaiPerilaku),
        verbose_name=_("nilai BerAKHLAK"),
        default=list,
        blank=True,
    )
    aspek = ArrayField(
        models.CharField(max_length=10, choices=Aspek),
        verbose_name=_("aspek indikator"),
        default=list,
        blank=True,
    )
    jp = models.PositiveSmallIntegerField(_("JP"), help_text=_("Jam pelajaran, 45 menit."))
    penyelenggara = models.CharField(_("penyelenggara"), max_length=150)
    aktif = models.BooleanField(_("ditawarkan"), default=True)
    dibuat_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        verbose_name = _("pelatihan")
        verbose_name_plural = _("katalog pelatihan")
        ordering = ["nama", "id"]
        constraints = [
            models.UniqueConstraint(fields=["nama", "penyelenggara"], name="pelatihan_unik"),
            pilihan("pelatihan_jenis_dikenal", "jenis", JenisDiklat),
            models.CheckConstraint(name="pelatihan_jp_wajar", condition=Q(jp__range=(1, JP_MAKS))),
            models.CheckConstraint(
                name="pelatihan_nilai_dikenal", condition=Q(nilai__contained_by=list(NilaiPerilaku.values))
            ),
            models.CheckConstraint(
                name="pelatihan_aspek_dikenal", condition=Q(aspek__contained_by=list(Aspek.values))
            ),
        ]
        indexes = [GinIndex(OpClass(Upper("nama"), name="gin_trgm_ops"), name="pelatihan_nama_trgm")]

    def __str__(self) -> str:
        return self.nama

    @property
    def huruf(self) -> str:
        """T, F or P: the certificate SIASN knows this kind by."""
        return sertifikat.huruf(self.jenis)

    @property
    def sebutan_huruf(self) -> str:
        """The word for it."""
        return str(HurufSertifikat(self.huruf).label)

    @property
    def sebutan_nilai(self) -> list[str]:
        """The values in words."""
        return [str(NilaiPerilaku(n).label) for n in self.nilai]

    @property
    def sebutan_aspek(self) -> list[str]:
        """The aspects in words."""
        return [str(Aspek(a).label) for a in self.aspek]


class SesiQuerySet(models.QuerySet):
    def terbit(self):
        """Those employees may know of."""
        return self.exclude(status=StatusSesi.DRAF)


class SesiPelatihan(models.Model):
    """One holding of a training. Its instructor, when he is an employee, may show the code for attendance."""

    jalur_akses = JalurAkses(pemilik="pengajar")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    pelatihan = models.ForeignKey(
        Pelatihan, on_delete=models.PROTECT, related_name="sesi", verbose_name=_("pelatihan")
    )
    angkatan = models.CharField(_("angkatan"), max_length=40, blank=True, default="")
    mulai = models.DateField(_("mulai"))
    selesai = models.DateField(_("selesai"))
    jam_mulai = models.TimeField(_("jam mulai"))
    jam_selesai = models.TimeField(_("jam selesai"))
    zona = models.CharField(_("zona waktu"), max_length=4, choices=ZonaWaktu, default=ZonaWaktu.WIB)
    moda = models.CharField(_("cara"), max_length=10, choices=ModaSesi, default=ModaSesi.LURING)
    tempat = models.CharField(_("tempat"), max_length=200, blank=True, default="")
    tautan = models.URLField(_("alamat daring"), blank=True, default="")
    kursi = models.PositiveSmallIntegerField(_("kursi"))
    buka_daftar = models.DateField(_("pendaftaran dibuka"))
    tutup_daftar = models.DateField(_("pendaftaran ditutup"))
    pengajar = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="sesi_diajar",
        verbose_name=_("pengajar (pegawai)"),
    )
    pengajar_lain = models.CharField(_("pengajar lain"), max_length=200, blank=True, default="")
    status = models.CharField(
        _("status"), max_length=20, choices=StatusSesi, default=StatusSesi.DRAF, db_default="draf"
    )
    dibuat_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    objects = SesiQuerySet.as_manager()

    class Meta:
        verbose_name = _("sesi pelatihan")
        verbose_name_plural = _("sesi pelatihan")
        ordering = ["-mulai", "-id"]
        constraints = [
            pilihan("sesi_status_dikenal", "status", StatusSesi),
            pilihan("sesi_moda_dikenal", "moda", ModaSesi),
            models.CheckConstraint(
                name="sesi_kursi_ada",
                condition=Q(kursi__gte=1),
                violation_error_message=_("Sediakan paling sedikit satu kursi."),
            ),
            urut("sesi_hari_urut", "mulai", "selesai"),
            models.CheckConstraint(
                name="sesi_jam_urut",
                condition=Q(jam_selesai__gt=F("jam_mulai")),
                violation_error_message=_("Jam selesai harus sesudah jam mulai."),
            ),
            models.CheckConstraint(
                name="sesi_pendaftaran_urut",
                condition=Q(tutup_daftar__gte=F("buka_daftar"), tutup_daftar__lte=F("mulai")),
                violation_error_message=_(
                    "Pendaftaran dibuka sebelum ditutup, dan ditutup paling lambat pada hari pertama sesi."
                ),
            ),
            models.CheckConstraint(
                name="sesi_punya_tempat",
                condition=~Q(tempat="") | ~Q(tautan=""),
                violation_error_message=_("Isi tempat, atau alamat daring."),
            ),
        ]
        indexes = [models.Index(fields=["status", "mulai"], name="sesi_status_mulai")]

    def __str__(self) -> str:
        return f"{self.pelatihan} ({self.mulai:%d-%m-%Y})"

    @property
    def hari(self) -> int:
        """How many days it lasts."""
        return (self.selesai - self.mulai).days + 1

    @property
    def bagian(self) -> tuple[str, ...]:
        """The parts of each day whose presence is counted."""
        return bagian_hari(self.jam_mulai, self.jam_selesai)

    @property
    def seharusnya_hadir(self) -> int:
        """Day parts of the whole session."""
        return self.hari * len(self.bagian)

    @property
    def nama_pengajar(self) -> str:
        """Who teaches, as people read it."""
        orang = self.pengajar.nama_lengkap if self.pengajar else ""
        return "; ".join(n for n in (orang, self.pengajar_lain) if n)


class RiwayatSesi(Riwayat):
    objek = models.ForeignKey(SesiPelatihan, on_delete=models.PROTECT, related_name="riwayat")

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat sesi")
        verbose_name_plural = _("riwayat sesi")
