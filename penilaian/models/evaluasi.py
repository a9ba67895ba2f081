"""The evaluation of one SKP in one period."""

import uuid
from functools import reduce
from operator import or_
from typing import ClassVar

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan, terisi_pada_status
from inti.jalur import JalurAkses
from inti.riwayat import Riwayat
from pegawai.models import Pegawai, UnitKerja
from penilaian.aturan.predikat import MATRIKS
from penilaian.enums import NilaiPerilaku, PilihanPredikat, PilihanRating, StatusEvaluasi
from sasaran.models import SKP, IndikatorKinerjaIndividu, Periode, RencanaHasilKerja

_DINILAI = ["disampaikan", "diterima"]

# The quadrant as a condition: the database refuses a predikat that is not the cell of its two ratings.
KUADRAN = reduce(
    or_,
    (
        Q(rating_hasil=int(h), rating_perilaku=int(p), predikat=int(v))
        for (h, p), v in sorted(MATRIKS.items())
    ),
)


class EvaluasiQuerySet(models.QuerySet):
    def belum_disampaikan(self):
        """Those the assessor still has to deliver."""
        return self.filter(status__in=[StatusEvaluasi.TERBUKA, StatusEvaluasi.DIAJUKAN])


class EvaluasiPeriodik(models.Model):
    """One SKP in one period: self-assessment, two ratings, predikat. Assessor and unit are frozen here."""

    jalur_akses = JalurAkses(
        pemilik="pegawai", penilai="penilai", atasan_penilai="atasan_penilai", unit="unit__path"
    )

    # Opening a period writes a row per employee, so nothing is checked twice: the unique constraint and
    # the indexes in Meta already begin with the columns without an index of their own, and the people and the
    # unit, copied from the SKP, exist because the SKP's own foreign keys say so. Person and unit never change
    # there; that no assessor of an evaluation is deleted is watched by a trigger on the people instead
    # (migration 0004), which costs nothing here.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    skp = models.ForeignKey(
        SKP, db_index=False, on_delete=models.PROTECT, related_name="evaluasi", verbose_name=_("SKP")
    )
    periode = models.ForeignKey(
        Periode, db_index=False, on_delete=models.PROTECT, related_name="evaluasi", verbose_name=_("periode")
    )
    pegawai = models.ForeignKey(
        Pegawai,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="evaluasi",
        verbose_name=_("pegawai"),
    )
    unit = models.ForeignKey(
        UnitKerja,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("unit kerja"),
    )
    penilai = models.ForeignKey(
        Pegawai,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="evaluasi_dinilai",
        verbose_name=_("pejabat penilai"),
    )
    atasan_penilai = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("atasan pejabat penilai"),
    )
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=StatusEvaluasi,
        default=StatusEvaluasi.TERBUKA,
        db_default="terbuka",
    )
    rating_hasil = models.PositiveSmallIntegerField(
        _("hasil kerja"), choices=PilihanRating, null=True, blank=True
    )
    rating_perilaku = models.PositiveSmallIntegerField(
        _("perilaku kerja"), choices=PilihanRating, null=True, blank=True
    )
    predikat = models.PositiveSmallIntegerField(_("predikat"), choices=PilihanPredikat, null=True, blank=True)
    alasan_hasil = models.TextField(
        _("alasan hasil kerja berbeda dari saran"), blank=True, default="", db_default=""
    )
    alasan_perilaku = models.TextField(
        _("alasan perilaku berbeda dari saran"), blank=True, default="", db_default=""
    )
    catatan_diri = models.TextField(_("catatan penilaian diri"), blank=True, default="", db_default="")
    catatan_penilai = models.TextField(_("catatan atau rekomendasi"), blank=True, default="", db_default="")
    tanggapan = models.TextField(_("tanggapan pegawai"), blank=True, default="", db_default="")
    # Who saved last: the time, and the random key of the open page, so that two tabs cannot overwrite
    # each other unnoticed while one tab never stands in its own way.
    diri_pada = models.DateTimeField(null=True, blank=True, editable=False)  # the employee
    diri_kunci = models.UUIDField(null=True, blank=True, editable=False)
    draf_pada = models.DateTimeField(null=True, blank=True, editable=False)  # the assessor
    draf_kunci = models.UUIDField(null=True, blank=True, editable=False)
    # What the predikat was decided on, frozen on delivery: the snapshot of aturan/penjelasan.py.
    rekaman = models.JSONField(null=True, blank=True, editable=False)
    diajukan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    disampaikan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    diterima_pada = models.DateTimeField(null=True, blank=True, editable=False)
    dibuat_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    objects = EvaluasiQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluasi periodik")
        verbose_name_plural = _("evaluasi periodik")
        ordering = ["-periode__mulai", "id"]
        constraints = [
            models.UniqueConstraint(fields=["skp", "periode"], name="evaluasi_satu_per_periode"),
            pilihan("evaluasi_status_dikenal", "status", StatusEvaluasi),
            models.CheckConstraint(
                name="evaluasi_predikat_dari_kuadran", condition=Q(predikat__isnull=True) | KUADRAN
            ),
            terisi_pada_status(
                "evaluasi_disampaikan_lengkap",
                ["rating_hasil", "rating_perilaku", "predikat", "disampaikan_pada"],
                _DINILAI,
            ),
            models.CheckConstraint(
                name="evaluasi_predikat_bila_disampaikan",
                condition=Q(status__in=_DINILAI) | Q(predikat__isnull=True),
            ),
            terisi_pada_status("evaluasi_diajukan_punya_waktu", ["diajukan_pada"], ["diajukan"]),
            terisi_pada_status("evaluasi_diterima_punya_waktu", ["diterima_pada"], ["diterima"]),
            models.CheckConstraint(name="evaluasi_bukan_diri_sendiri", condition=~Q(pegawai=F("penilai"))),
        ]
        indexes = [
            models.Index(fields=["pegawai", "periode"], name="evaluasi_pegawai"),
            models.Index(fields=["penilai", "periode", "status"], name="evaluasi_penilai"),
            models.Index(fields=["periode", "unit", "status"], name="evaluasi_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.periode_id} {self.pegawai_id}"


class RiwayatEvaluasi(Riwayat):
    # What was decided with this move; a decision on an objection leaves the older row as it was.
    salin: ClassVar[tuple[str, ...]] = ("rating_hasil", "rating_perilaku", "predikat")

    objek = models.ForeignKey(EvaluasiPeriodik, on_delete=models.PROTECT, related_name="riwayat")
    rating_hasil = models.PositiveSmallIntegerField(choices=PilihanRating, null=True, blank=True)
    rating_perilaku = models.PositiveSmallIntegerField(choices=PilihanRating, null=True, blank=True)
    predikat = models.PositiveSmallIntegerField(choices=PilihanPredikat, null=True, blank=True)

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat evaluasi")
        verbose_name_plural = _("riwayat evaluasi")


class PenilaianIndikator(models.Model):
    """The realisation of one indicator, prefilled from reports and confirmed by the employee."""

    evaluasi = models.ForeignKey(
        EvaluasiPeriodik, on_delete=models.CASCADE, related_name="penilaian_indikator"
    )
    indikator = models.ForeignKey(
        IndikatorKinerjaIndividu, on_delete=models.PROTECT, related_name="penilaian"
    )
    # What was agreed at the time, so that a later change of the SKP does not rewrite the explanation.
    target = models.DecimalField(max_digits=18, decimal_places=3)
    target_maks = models.DecimalField(max_digits=18, decimal_places=3, null=True, blank=True)
    realisasi = models.DecimalField(_("realisasi"), max_digits=18, decimal_places=3, null=True, blank=True)
    dari_laporan = models.DecimalField(
        _("realisasi dari laporan"), max_digits=18, decimal_places=3, null=True, blank=True
    )
    # What an agreed source said (sasaran.aturan.sumber.ke_data), frozen with the self-assessment.
    sumber = models.JSONField(_("sumber realisasi"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("penilaian indikator")
        verbose_name_plural = _("penilaian indikator")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["evaluasi", "indikator"], name="penilaian_indikator_unik"),
            models.CheckConstraint(
                name="penilaian_realisasi_wajar", condition=Q(realisasi__isnull=True) | Q(realisasi__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator_id}: {self.realisasi}"


class PenilaianHasil(models.Model):
    """One result in the period: what the employee says of it and how the assessor rates it."""

    evaluasi = models.ForeignKey(EvaluasiPeriodik, on_delete=models.CASCADE, related_name="penilaian_hasil")
    rhk = models.ForeignKey(RencanaHasilKerja, on_delete=models.PROTECT, related_name="penilaian")
    uraian_diri = models.TextField(_("uraian pegawai"), blank=True, default="", db_default="")
    saran = models.PositiveSmallIntegerField(_("saran"), choices=PilihanRating, null=True, blank=True)
    rating = models.PositiveSmallIntegerField(_("penilaian"), choices=PilihanRating, null=True, blank=True)
    alasan = models.TextField(_("alasan berbeda dari saran"), blank=True, default="", db_default="")

    class Meta:
        verbose_name = _("penilaian hasil kerja")
        verbose_name_plural = _("penilaian hasil kerja")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["evaluasi", "rhk"], name="penilaian_hasil_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.rhk_id}: {self.rating}"


class PenilaianPerilaku(models.Model):
    """One of the seven values in the period."""

    evaluasi = models.ForeignKey(
        EvaluasiPeriodik, on_delete=models.CASCADE, related_name="penilaian_perilaku"
    )
    nilai = models.CharField(_("nilai"), max_length=30, choices=NilaiPerilaku)
    uraian_diri = models.TextField(_("uraian pegawai"), blank=True, default="", db_default="")
    rating = models.PositiveSmallIntegerField(_("penilaian"), choices=PilihanRating, null=True, blank=True)
    catatan = models.TextField(_("catatan"), blank=True, default="", db_default="")

    class Meta:
        verbose_name = _("penilaian perilaku")
        verbose_name_plural = _("penilaian perilaku")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["evaluasi", "nilai"], name="penilaian_perilaku_unik"),
            pilihan("perilaku_nilai_dikenal", "nilai", NilaiPerilaku),
        ]

    def __str__(self) -> str:
        return f"{self.nilai}: {self.rating}"
