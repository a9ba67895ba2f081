"""Bonus: dated policy with its amounts, runs, and one explained line per person."""

import uuid

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.functions import RandomUUID
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import bersama, pilihan, terisi_pada_status, urut
from inti.jalur import JalurAkses
from inti.riwayat import Riwayat
from pegawai.models import Pegawai, UnitKerja
from pegawai.models.penempatan import rentang
from penghargaan.enums import AlasanTanpaBonus, StatusBonus
from penilaian.enums import PilihanPredikat
from penilaian.models import EvaluasiPeriodik
from sasaran.models import Periode

SELESAI = [StatusBonus.DISETUJUI.value, StatusBonus.DIEKSPOR.value]
_PERSEN = [MinValueValidator(0), MaxValueValidator(100)]


class KebijakanBonusQuerySet(models.QuerySet):
    def berlaku(self, pada):
        """Policies in force on the date `pada`."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gte=pada), mulai__lte=pada)


class KebijakanBonus(models.Model):
    """Share of a basic amount per class and share per predikat: local policy, no regulation fixes it."""

    jalur_akses = JalurAkses()

    nama = models.CharField(_("nama"), max_length=120)
    mulai = models.DateField(_("berlaku mulai"))
    selesai = models.DateField(_("berlaku sampai"), null=True, blank=True)
    dasar = models.CharField(_("dasar hukum"), max_length=255)
    persen = models.DecimalField(
        _("persen dari jumlah dasar"), max_digits=5, decimal_places=2, validators=_PERSEN
    )
    tugas_belajar = models.BooleanField(_("tugas belajar ikut menerima"), default=False, db_default=False)
    bawaan = models.BooleanField(
        _("angka bawaan"),
        default=False,
        db_default=False,
        help_text=_("Angka ini nilai awal aplikasi, belum disalin dari peraturan kepala daerah."),
    )

    objects = KebijakanBonusQuerySet.as_manager()

    class Meta:
        verbose_name = _("kebijakan bonus")
        verbose_name_plural = _("kebijakan bonus")
        ordering = ["-mulai", "id"]
        constraints = [
            urut("kebijakan_bonus_urut", "mulai", "selesai"),
            models.CheckConstraint(name="kebijakan_bonus_persen", condition=Q(persen__range=(0, 100))),
            ExclusionConstraint(
                name="kebijakan_bonus_satu",
                expressions=[(rentang(), RangeOperators.OVERLAPS)],
                violation_error_message=_("Sudah ada kebijakan bonus pada rentang tanggal itu."),
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class DasarKelas(models.Model):
    """The basic amount of a class, in whole rupiah."""

    kebijakan = models.ForeignKey(KebijakanBonus, on_delete=models.CASCADE, related_name="dasar_kelas")
    kelas = models.PositiveSmallIntegerField(_("kelas jabatan"), validators=[MinValueValidator(1)])
    jumlah = models.BigIntegerField(_("jumlah dasar (Rp)"), validators=[MinValueValidator(0)])

    class Meta:
        verbose_name = _("jumlah dasar kelas")
        verbose_name_plural = _("jumlah dasar kelas")
        ordering = ["kelas"]
        constraints = [
            models.UniqueConstraint(fields=["kebijakan", "kelas"], name="dasar_kelas_satu"),
            models.CheckConstraint(name="dasar_kelas_wajar", condition=Q(kelas__gte=1, jumlah__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.kelas}: {self.jumlah}"


class BagianPredikat(models.Model):
    """The share of a predikat, in percent."""

    kebijakan = models.ForeignKey(KebijakanBonus, on_delete=models.CASCADE, related_name="bagian_predikat")
    predikat = models.PositiveSmallIntegerField(_("predikat"), choices=PilihanPredikat)
    persen = models.DecimalField(_("bagian (%)"), max_digits=5, decimal_places=2, validators=_PERSEN)

    class Meta:
        verbose_name = _("bagian predikat")
        verbose_name_plural = _("bagian predikat")
        ordering = ["predikat"]
        constraints = [
            models.UniqueConstraint(fields=["kebijakan", "predikat"], name="bagian_predikat_satu"),
            pilihan("bagian_predikat_dikenal", "predikat", PilihanPredikat),
            models.CheckConstraint(name="bagian_predikat_persen", condition=Q(persen__range=(0, 100))),
        ]

    def __str__(self) -> str:
        return f"{self.predikat}: {self.persen}"


class PerhitunganBonus(models.Model):
    """One run for one period and one government: draft, checked, approved, exported. A run with
    `koreksi_atas` pays or takes back the difference to what is approved already."""

    jalur_akses = JalurAkses(unit="unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    periode = models.ForeignKey(
        Periode, on_delete=models.PROTECT, related_name="perhitungan_bonus", verbose_name=_("periode")
    )
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="+", verbose_name=_("instansi")
    )
    kebijakan = models.ForeignKey(
        KebijakanBonus, on_delete=models.PROTECT, related_name="perhitungan", verbose_name=_("kebijakan")
    )
    koreksi_atas = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="koreksi",
        verbose_name=_("mengoreksi"),
    )
    alasan = models.TextField(_("alasan koreksi"), blank=True, default="", db_default="")
    anggaran = models.BigIntegerField(_("batas anggaran (Rp)"))
    status = models.CharField(
        _("status"), max_length=12, choices=StatusBonus, default=StatusBonus.DRAF, db_default="draf"
    )
    penyusun = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("penyusun")
    )
    dibuat_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)
    dihitung_pada = models.DateTimeField(_("dihitung"), null=True, editable=False)
    pemeriksa = models.ForeignKey(
        Pegawai, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("pemeriksa")
    )
    diperiksa_pada = models.DateTimeField(_("diperiksa"), null=True, editable=False)
    penyetuju = models.ForeignKey(
        Pegawai, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("penyetuju")
    )
    disetujui_pada = models.DateTimeField(_("disetujui"), null=True, editable=False)
    diekspor_pada = models.DateTimeField(_("diekspor"), null=True, editable=False)

    class Meta:
        verbose_name = _("perhitungan bonus")
        verbose_name_plural = _("perhitungan bonus")
        ordering = ["-dibuat_pada", "-id"]
        constraints = [
            pilihan("bonus_status_dikenal", "status", StatusBonus),
            models.CheckConstraint(name="bonus_anggaran_wajar", condition=Q(anggaran__gte=0)),
            models.UniqueConstraint(
                fields=["periode", "unit"],
                name="bonus_satu_per_periode",
                condition=Q(koreksi_atas__isnull=True) & ~Q(status="batal"),
            ),
            models.UniqueConstraint(
                fields=["koreksi_atas"],
                name="bonus_satu_koreksi_berjalan",
                condition=Q(status__in=["draf", "diperiksa"]),
            ),
            bersama("bonus_periksa_lengkap", "pemeriksa", "diperiksa_pada"),
            bersama("bonus_setuju_lengkap", "penyetuju", "disetujui_pada"),
            terisi_pada_status("bonus_diperiksa", ["pemeriksa", "dihitung_pada"], ["diperiksa", *SELESAI]),
            terisi_pada_status("bonus_disetujui", ["penyetuju"], SELESAI),
            terisi_pada_status("bonus_diekspor", ["diekspor_pada"], ["diekspor"]),
            models.CheckConstraint(
                name="bonus_koreksi_beralasan", condition=Q(koreksi_atas__isnull=True) | ~Q(alasan="")
            ),
            models.CheckConstraint(
                name="bonus_empat_mata",
                condition=(Q(pemeriksa__isnull=True) | ~Q(pemeriksa=F("penyusun")))
                & (Q(penyetuju__isnull=True) | (~Q(penyetuju=F("penyusun")) & ~Q(penyetuju=F("pemeriksa")))),
            ),
        ]

    def __str__(self) -> str:
        return f"Bonus {self.periode}"


class RiwayatBonus(Riwayat):
    objek = models.ForeignKey(PerhitunganBonus, on_delete=models.PROTECT, related_name="riwayat")

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat perhitungan bonus")
        verbose_name_plural = _("riwayat perhitungan bonus")


def _jaga(nama: str, operasi: pgtrigger.Operation, **rujukan: str) -> pgtrigger.Trigger:
    """Lines change only while their run is there and a draft. One look per statement, not per row: a hundred
    thousand lines are written by one statement. It locks the run as the check of a key to it would."""
    milik = " UNION ".join(f"SELECT DISTINCT perhitungan_id FROM {tabel}" for tabel in rujukan.values())  # noqa: S608
    return pgtrigger.Trigger(
        name=nama,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operasi,
        referencing=pgtrigger.Referencing(**rujukan),
        func=_HANYA_DRAF.format(milik=milik),
    )


_HANYA_DRAF = """
IF EXISTS (SELECT FROM ({milik}) b WHERE NOT EXISTS (
    SELECT FROM penghargaan_perhitunganbonus p WHERE p.id = b.perhitungan_id AND p.status = 'draf' FOR KEY SHARE))
THEN
    RAISE EXCEPTION 'lines of a bonus run change only while it is a draft' USING ERRCODE = 'check_violation';
END IF;
RETURN NULL;
"""


class BarisBonus(models.Model):
    """What one person gets in a run, with every factor of it; who gets nothing is there with the reason."""

    jalur_akses = JalurAkses(pemilik="pegawai", unit="perhitungan__unit__path")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    # The triggers below look whether the run is there; the other half (no run with lines is deleted) is one, too.
    perhitungan = models.ForeignKey(
        PerhitunganBonus, db_index=False, db_constraint=False, on_delete=models.PROTECT, related_name="baris"
    )
    # People, unit and evaluation are copied from rows whose own keys vouch for them.
    pegawai = models.ForeignKey(
        Pegawai,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="bonus",
        verbose_name=_("pegawai"),
    )
    evaluasi = models.ForeignKey(
        EvaluasiPeriodik,
        null=True,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("evaluasi"),
    )
    unit = models.ForeignKey(
        UnitKerja,
        null=True,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("unit kerja"),
    )
    kelas = models.PositiveSmallIntegerField(_("kelas jabatan"), null=True)
    predikat = models.PositiveSmallIntegerField(_("predikat"), choices=PilihanPredikat, null=True)
    dasar = models.BigIntegerField(_("jumlah dasar"))
    persen = models.DecimalField(_("persen"), max_digits=5, decimal_places=2)
    bagian = models.DecimalField(_("bagian predikat"), max_digits=5, decimal_places=2)
    alasan = models.CharField(
        _("alasan tidak menerima"), max_length=20, choices=AlasanTanpaBonus, blank=True, default=""
    )
    hak = models.BigIntegerField(_("hak"))
    sudah = models.BigIntegerField(_("sudah disetujui"), default=0, db_default=0)
    jumlah = models.BigIntegerField(_("jumlah"))

    class Meta:
        verbose_name = _("baris bonus")
        verbose_name_plural = _("baris bonus")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["perhitungan", "pegawai"], name="baris_bonus_satu"),
            models.CheckConstraint(name="baris_bonus_selisih", condition=Q(jumlah=F("hak") - F("sudah"))),
            models.CheckConstraint(
                name="baris_bonus_hak", condition=Q(hak__gte=0) & (Q(alasan="") | Q(hak=0))
            ),
            models.CheckConstraint(
                name="baris_bonus_lengkap",
                condition=~Q(alasan="")
                | Q(kelas__isnull=False, predikat__isnull=False, evaluasi__isnull=False),
            ),
        ]
        triggers = [
            _jaga("baris_baru_hanya_draf", pgtrigger.Insert, new="baru"),
            _jaga("baris_ubah_hanya_draf", pgtrigger.Update, old="lama", new="baru"),
            _jaga("baris_hapus_hanya_draf", pgtrigger.Delete, old="lama"),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id}: {self.jumlah}"
