"""The label of a unit for a period or a year, set one level above its head."""

import uuid
from typing import ClassVar

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import bersama, pilihan, terisi_tepat_pada_status
from inti.jalur import JalurAkses
from inti.riwayat import Riwayat
from pegawai.models import Pegawai, UnitKerja
from penilaian.enums import JenisDasarCapaian, PilihanCapaian, StatusCapaian
from sasaran.enums import Arah
from sasaran.models import Periode, Siklus


class CapaianQuerySet(models.QuerySet):
    def ditetapkan(self):
        """Those that say something."""
        return self.filter(status=StatusCapaian.DITETAPKAN)

    def belum_ditetapkan(self):
        """Those that still wait for the leader."""
        return self.exclude(status=StatusCapaian.DITETAPKAN)


class CapaianOrganisasi(models.Model):
    """One per unit whose head assesses people and per period, or for the year when `periode` is empty.

    `kepala` and `penetap` follow the placements while the year is open; who set the label is `ditetapkan_oleh`.
    The head of the top unit has nobody above him: he is its `penetap` and must name a written outside basis.
    """

    jalur_akses = JalurAkses(pemilik="kepala", penilai="penetap", unit="unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    # Written for every unit at once. The indexes below begin with the columns without one of their own; head and
    # setter are taken from placements whose keys vouch for them, and a trigger keeps whoever is one.
    siklus = models.ForeignKey(
        Siklus, db_index=False, on_delete=models.PROTECT, related_name="capaian", verbose_name=_("siklus")
    )
    periode = models.ForeignKey(
        Periode,
        null=True,
        blank=True,
        db_index=False,
        on_delete=models.PROTECT,
        related_name="capaian",
        verbose_name=_("periode"),
    )
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="capaian", verbose_name=_("unit kerja")
    )
    kepala = models.ForeignKey(
        Pegawai,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("pimpinan unit"),
    )
    penetap = models.ForeignKey(
        Pegawai,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("pimpinan yang menetapkan"),
    )
    # Whether the head sets it himself: nobody stood above him when the row was made.
    sendiri = models.BooleanField(_("unit teratas"), default=False, db_default=False, editable=False)
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=StatusCapaian,
        default=StatusCapaian.MENUNGGU,
        db_default="menunggu",
    )
    usulan = models.PositiveSmallIntegerField(
        _("usulan capaian"), choices=PilihanCapaian, null=True, blank=True
    )
    disiapkan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    disiapkan_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    jenis_dasar = models.CharField(
        _("dasar penilaian"),
        max_length=15,
        choices=JenisDasarCapaian,
        default=JenisDasarCapaian.RENCANA_AKSI,
        db_default="rencana_aksi",
    )
    uraian = models.TextField(_("uraian capaian"), blank=True, default="", db_default="")
    rujukan = models.CharField(_("dokumen rujukan"), max_length=300, blank=True, default="", db_default="")
    predikat = models.PositiveSmallIntegerField(
        _("capaian kinerja organisasi"), choices=PilihanCapaian, null=True, blank=True
    )
    ditetapkan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    ditetapkan_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    dibuat_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    objects = CapaianQuerySet.as_manager()

    class Meta:
        verbose_name = _("capaian kinerja organisasi")
        verbose_name_plural = _("capaian kinerja organisasi")
        ordering = ["-siklus__tahun", "unit__path", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["siklus", "unit"], condition=Q(periode__isnull=True), name="capaian_satu_per_tahun"
            ),
            models.UniqueConstraint(
                fields=["periode", "unit"],
                condition=Q(periode__isnull=False),
                name="capaian_satu_per_periode",
            ),
            pilihan("capaian_status_dikenal", "status", StatusCapaian),
            pilihan("capaian_dasar_dikenal", "jenis_dasar", JenisDasarCapaian),
            models.CheckConstraint(
                name="capaian_predikat_dikenal",
                condition=Q(predikat__isnull=True) | Q(predikat__in=PilihanCapaian.values),
            ),
            models.CheckConstraint(
                name="capaian_usulan_dikenal",
                condition=Q(usulan__isnull=True) | Q(usulan__in=PilihanCapaian.values),
            ),
            terisi_tepat_pada_status(
                "capaian_ditetapkan_lengkap",
                ["predikat", "ditetapkan_pada", "ditetapkan_oleh"],
                ["ditetapkan"],
            ),
            models.CheckConstraint(
                name="capaian_disiapkan_punya_usulan",
                condition=~Q(status="disiapkan") | Q(usulan__isnull=False, disiapkan_pada__isnull=False),
            ),
            bersama("capaian_disiapkan_lengkap", "usulan", "disiapkan_pada", "disiapkan_oleh"),
            models.CheckConstraint(
                name="capaian_ditetapkan_punya_dasar", condition=~Q(status="ditetapkan") | ~Q(uraian="")
            ),
            models.CheckConstraint(
                name="capaian_sendiri_punya_rujukan",
                condition=~Q(status="ditetapkan", sendiri=True) | ~Q(rujukan=""),
            ),
        ]
        indexes = [
            models.Index(fields=["penetap", "siklus", "status"], name="capaian_penetap"),
            models.Index(fields=["kepala", "siklus"], name="capaian_kepala"),
            models.Index(
                fields=["unit"], name="capaian_belum", condition=~models.Q(status=StatusCapaian.DITETAPKAN)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.siklus_id} {self.periode_id or ''} {self.unit_id}"


class RiwayatCapaian(Riwayat):
    salin: ClassVar[tuple[str, ...]] = ("usulan", "predikat")

    objek = models.ForeignKey(CapaianOrganisasi, on_delete=models.PROTECT, related_name="riwayat")
    usulan = models.PositiveSmallIntegerField(choices=PilihanCapaian, null=True, blank=True)
    predikat = models.PositiveSmallIntegerField(choices=PilihanCapaian, null=True, blank=True)

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat capaian organisasi")
        verbose_name_plural = _("riwayat capaian organisasi")


class IndikatorCapaian(models.Model):
    """One indicator or action of the unit's performance agreement, as a basis of its label."""

    capaian = models.ForeignKey(CapaianOrganisasi, on_delete=models.CASCADE, related_name="indikator")
    urutan = models.PositiveSmallIntegerField(_("urutan"))
    uraian = models.CharField(_("indikator atau rencana aksi"), max_length=300)
    satuan = models.CharField(_("satuan"), max_length=40, blank=True, default="", db_default="")
    arah = models.CharField(
        _("arah"), max_length=5, choices=Arah, default=Arah.NAIK, db_default=Arah.NAIK.value
    )
    target = models.DecimalField(_("target"), max_digits=18, decimal_places=3)
    realisasi = models.DecimalField(_("realisasi"), max_digits=18, decimal_places=3)

    class Meta:
        verbose_name = _("indikator capaian organisasi")
        verbose_name_plural = _("indikator capaian organisasi")
        ordering = ["capaian", "urutan", "id"]
        constraints = [
            models.UniqueConstraint(fields=["capaian", "urutan"], name="capaian_indikator_urut"),
            pilihan("capaian_indikator_arah_dikenal", "arah", Arah),
            models.CheckConstraint(
                name="capaian_indikator_wajar", condition=Q(target__gte=0, realisasi__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return self.uraian
