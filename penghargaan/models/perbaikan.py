"""Improvement plans: what both sides agreed to do, when they meet, and what came of it."""

import uuid

import pgtrigger
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan, terisi_pada_status, urut
from inti.jalur import JalurAkses
from inti.riwayat import Riwayat
from pegawai.models import Pegawai, UnitKerja
from penghargaan.enums_tindak_lanjut import Pihak, StatusRencana, StatusTindakan
from penilaian.enums import PilihanPredikat
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan

DISUSUN = ["draf", "diusulkan"]
AKTIF = [*DISUSUN, "berjalan", "menunggu_simpulan"]
SELESAI = ["tercapai", "tidak_tercapai"]

# The end of a plan is not a matter of opinion: nobody concludes "not reached" before its time is over.
_WAKTU = """
IF NEW.status = 'tidak_tercapai' AND (NEW.simpulan_hari IS NULL
   OR NEW.simpulan_hari < (NEW.mulai + make_interval(months => NEW.bulan::int))::date
   OR NEW.simpulan_hari > current_date + 1)
THEN RAISE check_violation USING MESSAGE = 'rencana perbaikan belum berakhir';
END IF;
IF NEW.mulai IS NOT NULL AND NEW.mulai < NEW.disepakati_pada::date - 1
THEN RAISE check_violation USING MESSAGE = 'rencana perbaikan tidak dapat dimulai sebelum disepakati';
END IF;
IF TG_OP = 'UPDATE' AND OLD.mulai IS NOT NULL AND (NEW.mulai IS DISTINCT FROM OLD.mulai OR NEW.bulan < OLD.bulan)
THEN RAISE check_violation USING MESSAGE = 'masa rencana perbaikan tidak dapat dipersingkat';
END IF;
RETURN NEW;
"""

# What was agreed is not taken away afterwards.
_TETAP = """
IF (SELECT status FROM penghargaan_rencanaperbaikan WHERE id = OLD.rencana_id) <> 'draf'
THEN RAISE check_violation USING MESSAGE = 'rencana perbaikan sudah diusulkan atau disepakati';
END IF;
RETURN OLD;
"""


def _tetap() -> pgtrigger.Trigger:
    return pgtrigger.Trigger(name="tetap", when=pgtrigger.Before, operation=pgtrigger.Delete, func=_TETAP)


class KebijakanPerbaikan(models.Model):
    """From which label a plan is owed and how long it runs, from a date on. Not written in a regulation
    except the six months of a PNS (PP 30/2019 Pasal 57-58): editable."""

    jalur_akses = JalurAkses()

    berlaku_sejak = models.DateField(_("berlaku sejak"), unique=True)
    pemicu = models.PositiveSmallIntegerField(
        _("predikat pemicu"),
        choices=[(3, _("Butuh Perbaikan ke bawah (lazim)")), (4, _("Kurang ke bawah (ketat)"))],
        default=3,
        help_text=_("Rencana perbaikan dibuka untuk predikat ini dan yang lebih rendah."),
    )
    bulan_pns = models.PositiveSmallIntegerField(
        _("lama untuk PNS (bulan)"), default=6, help_text=_("Sekurang-kurangnya 6 (PP 30/2019).")
    )
    bulan_pppk = models.PositiveSmallIntegerField(
        _("lama untuk PPPK (bulan)"), default=3, help_text=_("Tidak diatur; ditetapkan instansi.")
    )
    hari_susun = models.PositiveSmallIntegerField(
        _("hari untuk menyusun"),
        default=14,
        help_text=_("Lewat dari ini, atasan pejabat penilai dapat mengambil alih."),
    )
    sumber = models.CharField(_("dasar"), max_length=200)

    class Meta:
        verbose_name = _("kebijakan rencana perbaikan")
        verbose_name_plural = _("kebijakan rencana perbaikan")
        ordering = ["-berlaku_sejak"]
        constraints = [
            models.CheckConstraint(name="perbaikan_pemicu_dikenal", condition=Q(pemicu__in=[3, 4])),
            models.CheckConstraint(
                name="perbaikan_pns_enam_bulan",
                condition=Q(bulan_pns__range=(6, 36)),
                violation_error_message=_("PNS diberi waktu 6 sampai 36 bulan."),
            ),
            models.CheckConstraint(
                name="perbaikan_pppk_wajar",
                condition=Q(bulan_pppk__range=(1, 36)),
                violation_error_message=_("Isi 1 sampai 36 bulan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.berlaku_sejak:%d-%m-%Y}"


class RencanaQuerySet(models.QuerySet):
    def aktif(self):
        """Those that are not over."""
        return self.filter(status__in=AKTIF)


class RencanaPerbaikan(models.Model):
    """One plan of one person, caused by one evaluation. `penilai` is who owes it: the assessor, or his
    superior once he stepped in (`penilai_semula` then names the assessor)."""

    jalur_akses = JalurAkses(
        pemilik="pegawai", penilai="penilai", atasan_penilai="atasan_penilai", unit="unit__path"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="rencana_perbaikan", verbose_name=_("pegawai")
    )
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit kerja")
    )
    penilai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("penanggung jawab")
    )
    penilai_semula = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("pejabat penilai semula"),
    )
    atasan_penilai = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("atasan pejabat penilai"),
    )
    evaluasi = models.OneToOneField(
        EvaluasiPeriodik,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="rencana_perbaikan",
        verbose_name=_("evaluasi periodik"),
    )
    tahunan = models.OneToOneField(
        EvaluasiTahunan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="rencana_perbaikan",
        verbose_name=_("evaluasi tahunan"),
    )
    predikat = models.PositiveSmallIntegerField(_("predikat"), choices=PilihanPredikat)
    status = models.CharField(
        _("status"), max_length=20, choices=StatusRencana, default=StatusRencana.DRAF, db_default="draf"
    )
    bulan = models.PositiveSmallIntegerField(_("lama (bulan)"))
    batas_susun = models.DateField(_("batas menyusun"))
    sebab = models.TextField(_("penyebab"), blank=True, default="", db_default="")
    dukungan = models.TextField(_("dukungan yang diperlukan"), blank=True, default="", db_default="")
    belajar = models.TextField(_("keinginan belajar"), blank=True, default="", db_default="")
    mulai = models.DateField(_("mulai"), null=True, blank=True)
    selesai = models.DateField(_("selesai"), null=True, blank=True)
    disepakati_pada = models.DateTimeField(_("disepakati"), null=True, blank=True, editable=False)
    bukti = models.TextField(_("bukti simpulan"), blank=True, default="", db_default="")
    simpulan_hari = models.DateField(_("tanggal simpulan"), null=True, blank=True)
    disimpulkan_pada = models.DateTimeField(_("disimpulkan"), null=True, blank=True, editable=False)
    disimpulkan_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    dibuat_pada = models.DateTimeField(_("dibuka"), db_default=models.functions.Now(), editable=False)

    objects = RencanaQuerySet.as_manager()

    class Meta:
        verbose_name = _("rencana perbaikan")
        verbose_name_plural = _("rencana perbaikan")
        ordering = ["-dibuat_pada", "id"]
        constraints = [
            pilihan("rencana_status_dikenal", "status", StatusRencana),
            pilihan("rencana_predikat_dikenal", "predikat", PilihanPredikat),
            models.UniqueConstraint(
                fields=["pegawai"], condition=Q(status__in=AKTIF), name="rencana_satu_berjalan"
            ),
            models.CheckConstraint(
                name="rencana_satu_sebab",
                condition=Q(evaluasi__isnull=False, tahunan__isnull=True)
                | Q(evaluasi__isnull=True, tahunan__isnull=False),
            ),
            models.CheckConstraint(
                name="rencana_disepakati_lengkap",
                condition=Q(status__in=[*DISUSUN, "batal"])
                | Q(mulai__isnull=False, selesai__isnull=False, disepakati_pada__isnull=False)
                & ~Q(sebab="")
                & ~Q(dukungan=""),
            ),
            terisi_pada_status(
                "rencana_simpulan_lengkap",
                ["disimpulkan_pada", "disimpulkan_oleh", "simpulan_hari"],
                SELESAI,
            ),
            models.CheckConstraint(
                name="rencana_simpulan_berbukti", condition=~Q(status__in=SELESAI) | ~Q(bukti="")
            ),
            urut("rencana_urut", "mulai", "selesai"),
            models.CheckConstraint(name="rencana_bulan_wajar", condition=Q(bulan__range=(1, 36))),
            models.CheckConstraint(name="rencana_bukan_diri", condition=~Q(pegawai=F("penilai"))),
        ]
        indexes = [
            models.Index(fields=["penilai", "status"], name="rencana_penilai"),
            models.Index(fields=["unit", "status"], name="rencana_unit"),
            models.Index(fields=["selesai"], name="rencana_berakhir", condition=Q(status="berjalan")),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="waktu",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=_WAKTU,
            )
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.status}"


class RiwayatRencana(Riwayat):
    objek = models.ForeignKey(RencanaPerbaikan, on_delete=models.PROTECT, related_name="riwayat")

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat rencana perbaikan")
        verbose_name_plural = _("riwayat rencana perbaikan")


class TindakanPerbaikan(models.Model):
    """What one side promised to do, by when, and whether it did."""

    jalur_akses = JalurAkses(
        pemilik="rencana__pegawai",
        penilai="rencana__penilai",
        atasan_penilai="rencana__atasan_penilai",
        unit="rencana__unit__path",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    rencana = models.ForeignKey(RencanaPerbaikan, on_delete=models.PROTECT, related_name="tindakan")
    pihak = models.CharField(_("pihak"), max_length=10, choices=Pihak)
    uraian = models.TextField(_("tindakan"))
    tenggat = models.DateField(_("paling lambat"))
    status = models.CharField(
        _("keadaan"), max_length=12, choices=StatusTindakan, default="belum", db_default="belum"
    )
    penjelasan = models.TextField(_("penjelasan"), blank=True, default="", db_default="")
    ditandai_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    ditandai_pada = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("tindakan perbaikan")
        verbose_name_plural = _("tindakan perbaikan")
        ordering = ["tenggat", "id"]
        constraints = [
            pilihan("tindakan_pihak_dikenal", "pihak", Pihak),
            pilihan("tindakan_status_dikenal", "status", StatusTindakan),
            models.CheckConstraint(name="tindakan_berisi", condition=~Q(uraian="")),
            models.CheckConstraint(
                name="tindakan_dijelaskan", condition=~Q(status="dijelaskan") | ~Q(penjelasan="")
            ),
        ]
        triggers = [_tetap()]

    def __str__(self) -> str:
        return self.uraian[:60]


class TinjauanPerbaikan(models.Model):
    """A planned check-in."""

    jalur_akses = JalurAkses(
        pemilik="rencana__pegawai",
        penilai="rencana__penilai",
        atasan_penilai="rencana__atasan_penilai",
        unit="rencana__unit__path",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    rencana = models.ForeignKey(RencanaPerbaikan, on_delete=models.PROTECT, related_name="tinjauan")
    tanggal = models.DateField(_("tanggal pertemuan"))

    class Meta:
        verbose_name = _("tinjauan")
        verbose_name_plural = _("tinjauan")
        ordering = ["tanggal", "id"]
        constraints = [
            models.UniqueConstraint(fields=["rencana", "tanggal"], name="tinjauan_sekali_sehari"),
        ]
        triggers = [_tetap(), pgtrigger.Protect(name="tanggal_tetap", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.tanggal:%d-%m-%Y}"


class CatatanTinjauan(models.Model):
    """What one side wrote about a check-in; written once, never changed."""

    jalur_akses = JalurAkses(
        pemilik="tinjauan__rencana__pegawai",
        penilai="tinjauan__rencana__penilai",
        atasan_penilai="tinjauan__rencana__atasan_penilai",
        unit="tinjauan__rencana__unit__path",
    )

    id = models.BigAutoField(primary_key=True)
    tinjauan = models.ForeignKey(TinjauanPerbaikan, on_delete=models.PROTECT, related_name="catatan")
    pihak = models.CharField(_("pihak"), max_length=10, choices=Pihak)
    isi = models.TextField(_("catatan"))
    oleh = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        verbose_name = _("catatan tinjauan")
        verbose_name_plural = _("catatan tinjauan")
        ordering = ["id"]
        constraints = [
            pilihan("catatan_pihak_dikenal", "pihak", Pihak),
            models.CheckConstraint(name="catatan_berisi", condition=~Q(isi="")),
        ]
        triggers = [
            pgtrigger.Protect(name="hanya_tambah", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.isi[:60]
