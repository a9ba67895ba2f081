"""The year and its periods, with the dates that drive the schedule."""

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan, terisi_tepat_pada_status
from inti.jalur import JalurAkses
from inti.riwayat import Riwayat
from inti.tanda import N_
from inti.terjemah import t
from pegawai.enums import ZonaWaktu
from sasaran.enums import JenisPeriode, StatusPeriode

TRIWULAN = (N_("Triwulan I"), N_("Triwulan II"), N_("Triwulan III"), N_("Triwulan IV"))
TRIWULAN_PENDEK = (N_("TW I"), N_("TW II"), N_("TW III"), N_("TW IV"))
BULAN = (
    N_("Januari"),
    N_("Februari"),
    N_("Maret"),
    N_("April"),
    N_("Mei"),
    N_("Juni"),
    N_("Juli"),
    N_("Agustus"),
    N_("September"),
    N_("Oktober"),
    N_("November"),
    N_("Desember"),
)


class Siklus(models.Model):
    """One performance year."""

    jalur_akses = JalurAkses()

    tahun = models.PositiveSmallIntegerField(_("tahun"), unique=True)
    # SKP signed and set at the latest (PermenPANRB 6/2022 Ps 14: 31 January).
    batas_skp = models.DateField(_("batas penetapan SKP"))
    zona = models.CharField(_("zona waktu"), max_length=4, choices=ZonaWaktu, default=ZonaWaktu.WIB)
    # The yearly evaluation: end of December to 31 January (PermenPANRB 6/2022, Lampiran IV.A.8.b).
    buka_tahunan = models.DateField(_("evaluasi tahunan dibuka"))
    tutup_tahunan = models.DateField(_("evaluasi tahunan ditutup"))
    status = models.CharField(
        _("evaluasi tahunan"),
        max_length=15,
        choices=StatusPeriode,
        default=StatusPeriode.BELUM_DIBUKA,
        db_default="belum_dibuka",
    )
    dibuka_pada = models.DateTimeField(null=True, blank=True, editable=False)
    ditutup_pada = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("siklus")
        verbose_name_plural = _("siklus")
        ordering = ["-tahun"]
        constraints = [
            models.CheckConstraint(name="siklus_tahun_wajar", condition=Q(tahun__range=(2022, 2100))),
            pilihan("siklus_status_dikenal", "status", StatusPeriode),
            models.CheckConstraint(
                name="siklus_tahunan_urut",
                condition=Q(tutup_tahunan__gte=F("buka_tahunan")),
                violation_error_message=_("Evaluasi tahunan tidak dapat ditutup sebelum dibuka."),
            ),
            terisi_tepat_pada_status("siklus_dibuka", ["dibuka_pada"], ["terbuka", "ditutup"]),
            terisi_tepat_pada_status("siklus_ditutup", ["ditutup_pada"], ["ditutup"]),
        ]

    def __str__(self) -> str:
        return str(self.tahun)


class RiwayatSiklus(Riwayat):
    objek = models.ForeignKey(Siklus, on_delete=models.PROTECT, related_name="riwayat")

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat siklus")
        verbose_name_plural = _("riwayat siklus")


class Periode(models.Model):
    """A month or a quarter of a year, with the dates on which its evaluation opens and closes."""

    jalur_akses = JalurAkses()

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    siklus = models.ForeignKey(
        Siklus, on_delete=models.PROTECT, related_name="periode", verbose_name=_("siklus")
    )
    jenis = models.CharField(_("jenis"), max_length=10, choices=JenisPeriode, default=JenisPeriode.TRIWULAN)
    nomor = models.PositiveSmallIntegerField(_("nomor"))
    mulai = models.DateField(_("mulai"))
    selesai = models.DateField(_("selesai"))
    buka_evaluasi = models.DateField(_("evaluasi dibuka"), help_text=_("Boleh sebelum periode berakhir."))
    batas_penilaian_diri = models.DateField(_("batas penilaian diri"))
    batas_penilaian = models.DateField(_("batas penilaian oleh atasan"))
    tutup_evaluasi = models.DateField(_("hari terakhir sebelum terkunci"))
    status = models.CharField(
        _("status"), max_length=15, choices=StatusPeriode, default=StatusPeriode.BELUM_DIBUKA
    )
    dibuka_pada = models.DateTimeField(null=True, blank=True, editable=False)
    ditutup_pada = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("periode")
        verbose_name_plural = _("periode")
        ordering = ["siklus__tahun", "jenis", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["siklus", "jenis", "nomor"], name="periode_unik"),
            pilihan("periode_jenis_dikenal", "jenis", JenisPeriode),
            pilihan("periode_status_dikenal", "status", StatusPeriode),
            models.CheckConstraint(
                name="periode_tanggal_urut",
                condition=Q(
                    mulai__lt=F("selesai"),
                    buka_evaluasi__gte=F("mulai"),
                    batas_penilaian_diri__gte=F("buka_evaluasi"),
                    batas_penilaian__gte=F("batas_penilaian_diri"),
                    tutup_evaluasi__gte=F("batas_penilaian"),
                ),
                violation_error_message=_(
                    "Urutan tanggal: mulai, evaluasi dibuka, batas penilaian diri, batas penilaian, terkunci."
                ),
            ),
            terisi_tepat_pada_status("periode_dibuka", ["dibuka_pada"], ["terbuka", "ditutup"]),
            terisi_tepat_pada_status("periode_ditutup", ["ditutup_pada"], ["ditutup"]),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.siklus}"

    @property
    def nama(self) -> str:
        """“Triwulan IV” or the month, in the active language."""
        return t(self._nama_baku)

    @property
    def pendek(self) -> str:
        """“TW IV” or the month, for narrow places."""
        if self.jenis == JenisPeriode.TRIWULAN:
            return t(TRIWULAN_PENDEK[self.nomor - 1])
        return self.nama[:3]

    @property
    def sebutan_baku(self) -> str:
        """“Triwulan IV 2026” in Indonesian whoever asks: for data that others read later."""
        return f"{self._nama_baku} {self.siklus}"

    @property
    def _nama_baku(self) -> str:
        return (TRIWULAN if self.jenis == JenisPeriode.TRIWULAN else BULAN)[self.nomor - 1]


class RiwayatPeriode(Riwayat):
    objek = models.ForeignKey(Periode, on_delete=models.PROTECT, related_name="riwayat")

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat periode")
        verbose_name_plural = _("riwayat periode")
