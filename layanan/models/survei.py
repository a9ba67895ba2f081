"""What citizens answer, without anything that says who they are, and how long services took."""

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan
from inti.jalur import JalurAkses
from inti.riwayat import Riwayat
from layanan.enums import JenisKelamin, Kanal, Pekerjaan, Pendidikan, StatusSaran, Usia
from layanan.models.layanan import Layanan, Loket

UNSUR = tuple(f"u{n}" for n in range(1, 10))


def _jawaban(label: object) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(label)


class Survei(models.Model):
    """One answer of nine elements. No name, no address, no time of day, no link to a receipt or to the words."""

    jalur_akses = JalurAkses(unit="layanan__unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    layanan = models.ForeignKey(Layanan, on_delete=models.PROTECT, related_name="survei")
    loket = models.ForeignKey(Loket, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    hari = models.DateField(_("hari"))
    kanal = models.CharField(_("pintu"), max_length=6, choices=Kanal)
    u1 = _jawaban(_("persyaratan"))
    u2 = _jawaban(_("prosedur"))
    u3 = _jawaban(_("waktu"))
    u4 = _jawaban(_("biaya"))
    u5 = _jawaban(_("produk"))
    u6 = _jawaban(_("kompetensi"))
    u7 = _jawaban(_("perilaku"))
    u8 = _jawaban(_("sarana"))
    u9 = _jawaban(_("pengaduan"))
    usia = models.CharField(max_length=1, choices=Usia, blank=True, default="", db_default="")
    jenis_kelamin = models.CharField(
        max_length=1, choices=JenisKelamin, blank=True, default="", db_default=""
    )
    pendidikan = models.CharField(max_length=3, choices=Pendidikan, blank=True, default="", db_default="")
    pekerjaan = models.CharField(max_length=6, choices=Pekerjaan, blank=True, default="", db_default="")

    class Meta:
        verbose_name = _("jawaban survei")
        verbose_name_plural = _("jawaban survei")
        ordering = ["-hari", "id"]
        constraints = [
            pilihan("survei_kanal_dikenal", "kanal", Kanal),
            models.CheckConstraint(
                name="survei_jawaban_satu_sampai_empat",
                condition=Q(*[(f"{u}__range", (1, 4)) for u in UNSUR]),
            ),
        ]
        indexes = [
            models.Index(
                fields=["layanan", "hari"], include=list(UNSUR), name="survei_layanan_hari"
            ),  # sums of a span are read from the index alone
        ]

    def __str__(self) -> str:
        return f"{self.layanan_id} {self.hari}"


class Saran(models.Model):
    """A citizen's words, apart from the answer, read by the manager before the staff see them."""

    jalur_akses = JalurAkses(unit="layanan__unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    layanan = models.ForeignKey(Layanan, on_delete=models.PROTECT, related_name="saran")
    hari = models.DateField(_("hari"))
    isi = models.TextField(_("saran"), max_length=1000)
    isi_tampil = models.TextField(
        _("yang ditampilkan"), max_length=1000, blank=True, default="", db_default=""
    )
    rendah = models.BooleanField(_("penilaian rendah"), default=False, db_default=False)
    status = models.CharField(
        _("status"),
        max_length=15,
        choices=StatusSaran,
        default=StatusSaran.MENUNGGU,
        db_default=StatusSaran.MENUNGGU,
    )

    class Meta:
        verbose_name = _("saran warga")
        verbose_name_plural = _("saran warga")
        ordering = ["-hari", "id"]
        constraints = [
            pilihan("saran_status_dikenal", "status", StatusSaran),
            models.CheckConstraint(
                name="saran_tampil_punya_isi", condition=~Q(status="tampil") | ~Q(isi_tampil="")
            ),
        ]
        indexes = [models.Index(fields=["layanan", "status", "-hari", "-id"], name="saran_layanan")]

    def __str__(self) -> str:
        return f"{self.layanan_id} {self.hari}"


class RiwayatSaran(Riwayat):
    objek = models.ForeignKey(Saran, on_delete=models.PROTECT, related_name="riwayat")

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat saran")
        verbose_name_plural = _("riwayat saran")


class WaktuLayanan(models.Model):
    """How long one finished case took, in the unit of its standard. The number is the register's, not a person's."""

    jalur_akses = JalurAkses(unit="layanan__unit__path")

    layanan = models.ForeignKey(Layanan, on_delete=models.PROTECT, related_name="waktu")
    nomor = models.CharField(_("nomor register"), max_length=60)
    hari = models.DateField(_("tanggal selesai"))
    lama = models.DecimalField(_("lama"), max_digits=8, decimal_places=2)

    class Meta:
        verbose_name = _("waktu layanan")
        verbose_name_plural = _("waktu layanan")
        ordering = ["-hari", "id"]
        constraints = [
            models.UniqueConstraint(fields=["layanan", "nomor"], name="waktu_nomor_unik"),
            models.CheckConstraint(name="waktu_tidak_negatif", condition=Q(lama__gte=0)),
        ]
        indexes = [models.Index(fields=["layanan", "hari"], include=["lama"], name="waktu_layanan_hari")]

    def __str__(self) -> str:
        return self.nomor
