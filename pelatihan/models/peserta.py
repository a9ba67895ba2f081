"""Who takes part: nomination, presence, result; and what was learned elsewhere."""

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan, terisi_pada_status
from inti.jalur import JalurAkses
from inti.riwayat import Riwayat
from pegawai.models import Pegawai
from pelatihan.enums import BERKURSI, BagianHari, CaraHadir, JenisDiklat, StatusLuar, StatusPeserta
from pelatihan.models.katalog import JP_MAKS, SesiPelatihan
from penilaian.models import KebutuhanPengembangan


class PesertaQuerySet(models.QuerySet):
    def berkursi(self):
        """Those who hold a seat."""
        return self.filter(status__in=BERKURSI)


class Peserta(models.Model):
    """One person in one session, from the nomination to the result."""

    jalur_akses = JalurAkses(
        pemilik="pegawai",
        penilai="pegawai__atasan__penilai",
        atasan_penilai="pegawai__atasan__atasan_penilai",
        unit="pegawai__atasan__unit__path",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    sesi = models.ForeignKey(
        SesiPelatihan, on_delete=models.PROTECT, related_name="peserta", verbose_name=_("sesi")
    )
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="pelatihan", verbose_name=_("pegawai")
    )
    kebutuhan = models.ForeignKey(
        KebutuhanPengembangan, null=True, blank=True, on_delete=models.PROTECT, related_name="peserta"
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=StatusPeserta,
        default=StatusPeserta.DIUSULKAN,
        db_default="diusulkan",
    )
    alasan = models.CharField(_("alasan mengikuti"), max_length=500, blank=True, default="", db_default="")
    diusulkan_oleh = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("diusulkan oleh")
    )
    diusulkan_pada = models.DateTimeField(_("diusulkan"), db_default=models.functions.Now())
    # The place in the waiting list: whoever was put there first moves up first.
    menunggu_sejak = models.DateTimeField(_("menunggu sejak"), null=True, blank=True)
    hasil_pada = models.DateTimeField(_("hasil ditetapkan"), null=True, blank=True)
    catatan_hasil = models.TextField(_("catatan hasil"), blank=True, default="", db_default="")
    jp = models.PositiveSmallIntegerField(_("JP"), null=True, blank=True)  # as it was when the result was set
    sudah_mengevaluasi = models.BooleanField(default=False, db_default=False)

    objects = PesertaQuerySet.as_manager()

    class Meta:
        verbose_name = _("peserta")
        verbose_name_plural = _("peserta")
        ordering = ["diusulkan_pada", "id"]
        constraints = [
            models.UniqueConstraint(fields=["sesi", "pegawai"], name="peserta_sekali_per_sesi"),
            pilihan("peserta_status_dikenal", "status", StatusPeserta),
            terisi_pada_status("peserta_menunggu_punya_urutan", ["menunggu_sejak"], ["daftar_tunggu"]),
            terisi_pada_status("peserta_hasil_lengkap", ["hasil_pada", "jp"], ["lulus"]),
            terisi_pada_status("peserta_tidak_lulus_punya_waktu", ["hasil_pada"], ["tidak_lulus"]),
            models.CheckConstraint(
                name="peserta_jp_hanya_bila_lulus", condition=Q(status="lulus") | Q(jp__isnull=True)
            ),
        ]
        indexes = [
            models.Index(fields=["pegawai", "status"], name="peserta_pegawai"),
            models.Index(fields=["sesi", "status", "menunggu_sejak"], name="peserta_sesi"),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.sesi_id}"


class RiwayatPeserta(Riwayat):
    objek = models.ForeignKey(Peserta, on_delete=models.PROTECT, related_name="riwayat")

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat peserta")
        verbose_name_plural = _("riwayat peserta")

    @property
    def sebutan(self) -> str:
        """The status it led to, in words."""
        return str(StatusPeserta(self.ke).label)


class Kehadiran(models.Model):
    """Presence in one part of one day, once; by the code, or by hand with a reason."""

    jalur_akses = JalurAkses(
        pemilik="peserta__pegawai",
        penilai="peserta__pegawai__atasan__penilai",
        atasan_penilai="peserta__pegawai__atasan__atasan_penilai",
        unit="peserta__pegawai__atasan__unit__path",
    )

    peserta = models.ForeignKey(Peserta, on_delete=models.PROTECT, related_name="kehadiran")
    hari = models.DateField(_("hari"))
    bagian = models.CharField(_("bagian hari"), max_length=5, choices=BagianHari)
    cara = models.CharField(_("cara"), max_length=6, choices=CaraHadir)
    pada = models.DateTimeField(_("dicatat"), db_default=models.functions.Now())
    dicatat_oleh = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    alasan = models.CharField(_("alasan"), max_length=300, blank=True, default="", db_default="")

    class Meta:
        verbose_name = _("kehadiran")
        verbose_name_plural = _("kehadiran")
        ordering = ["hari", "bagian", "id"]
        constraints = [
            models.UniqueConstraint(fields=["peserta", "hari", "bagian"], name="kehadiran_sekali_per_bagian"),
            pilihan("kehadiran_bagian_dikenal", "bagian", BagianHari),
            pilihan("kehadiran_cara_dikenal", "cara", CaraHadir),
            models.CheckConstraint(
                name="kehadiran_manual_beralasan", condition=~Q(cara="manual") | ~Q(alasan="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.peserta_id} {self.hari} {self.bagian}"


class TanggapanPelatihan(models.Model):
    """One answer to the questionnaire: no author, no time, a random key."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    sesi = models.ForeignKey(SesiPelatihan, on_delete=models.PROTECT, related_name="tanggapan")
    materi = models.PositiveSmallIntegerField(_("materi"))
    pengajar = models.PositiveSmallIntegerField(_("pengajar"))
    sarana = models.PositiveSmallIntegerField(_("tempat dan sarana"))
    manfaat = models.PositiveSmallIntegerField(_("manfaat untuk pekerjaan"))
    saran = models.TextField(_("saran"), blank=True, default="", db_default="")

    class Meta:
        verbose_name = _("tanggapan")
        verbose_name_plural = _("tanggapan")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="tanggapan_satu_sampai_empat",
                condition=Q(
                    materi__range=(1, 4), pengajar__range=(1, 4), sarana__range=(1, 4), manfaat__range=(1, 4)
                ),
            )
        ]

    def __str__(self) -> str:
        return str(self.sesi_id)


def jalur_sertifikat(luar: "PelatihanLuar", nama: str) -> str:
    """Where a certificate is stored: by its own key, never by the name somebody gave it."""
    kunci = uuid.uuid4().hex
    return f"sertifikat/{kunci[:2]}/{kunci}"


class PelatihanLuar(models.Model):
    """A training taken elsewhere: recorded by the person with its certificate, checked by HR."""

    jalur_akses = JalurAkses(
        pemilik="pegawai",
        penilai="pegawai__atasan__penilai",
        atasan_penilai="pegawai__atasan__atasan_penilai",
        unit="pegawai__atasan__unit__path",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="pelatihan_luar")
    nama = models.CharField(_("nama pelatihan"), max_length=200)
    jenis = models.PositiveSmallIntegerField(_("jenis"), choices=JenisDiklat)
    penyelenggara = models.CharField(_("penyelenggara"), max_length=150)
    mulai = models.DateField(_("mulai"))
    selesai = models.DateField(_("selesai"))
    jp = models.PositiveSmallIntegerField(_("JP"))
    nomor = models.CharField(_("nomor sertifikat"), max_length=80)
    berkas = models.FileField(_("sertifikat"), upload_to=jalur_sertifikat)
    nama_berkas = models.CharField(max_length=255)
    jenis_konten = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=StatusLuar,
        default=StatusLuar.DIAJUKAN,
        db_default="diajukan",
    )
    catatan = models.TextField(_("catatan pemeriksa"), blank=True, default="", db_default="")
    diajukan_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        verbose_name = _("pelatihan di luar katalog")
        verbose_name_plural = _("pelatihan di luar katalog")
        ordering = ["-selesai", "-id"]
        constraints = [
            pilihan("luar_status_dikenal", "status", StatusLuar),
            pilihan("luar_jenis_dikenal", "jenis", JenisDiklat),
            models.CheckConstraint(name="luar_hari_urut", condition=Q(selesai__gte=F("mulai"))),
            models.CheckConstraint(name="luar_jp_wajar", condition=Q(jp__range=(1, JP_MAKS))),
            models.CheckConstraint(
                name="luar_dikembalikan_bercatatan", condition=~Q(status="dikembalikan") | ~Q(catatan="")
            ),
            models.UniqueConstraint(  # the same certificate counts once
                fields=["pegawai", "sha256"], condition=~Q(status="ditarik"), name="luar_sertifikat_sekali"
            ),
        ]
        indexes = [models.Index(fields=["status", "diajukan_pada"], name="luar_antrean")]

    def __str__(self) -> str:
        return self.nama


class RiwayatLuar(Riwayat):
    objek = models.ForeignKey(PelatihanLuar, on_delete=models.PROTECT, related_name="riwayat")

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat pelatihan di luar katalog")
        verbose_name_plural = _("riwayat pelatihan di luar katalog")


class RiwayatKebutuhan(Riwayat):
    """What became of a need; the need itself lives below, where the evaluations write it."""

    objek = models.ForeignKey(KebutuhanPengembangan, on_delete=models.PROTECT, related_name="riwayat")

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat kebutuhan")
        verbose_name_plural = _("riwayat kebutuhan")
