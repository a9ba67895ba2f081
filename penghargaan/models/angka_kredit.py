"""The ledger of angka kredit: rows are added, never changed; a mistake is undone by a counter-row."""

import uuid

import pgtrigger
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan, urut
from inti.jalur import JalurAkses
from inti.kunci_asing import ada_serentak
from pegawai.models import Pegawai
from penghargaan.enums_tindak_lanjut import JenisKredit, PilihanJenjang
from penilaian.enums import PilihanPredikat
from penilaian.models import EvaluasiTahunan

_ORANGNYA_ADA = """
PERFORM FROM pegawai_pegawai WHERE id = NEW.pegawai_id FOR KEY SHARE;
IF NOT FOUND THEN
    RAISE foreign_key_violation USING MESSAGE = format('there is no pegawai %s', NEW.pegawai_id);
END IF;
RETURN NULL;
"""


class AngkaKredit(models.Model):
    """One part: a conversion of one level in one year, a start value, or a correction of another row."""

    jalur_akses = JalurAkses(
        pemilik="pegawai",
        penilai="pegawai__atasan__penilai",
        atasan_penilai="pegawai__atasan__atasan_penilai",
        unit="pegawai__atasan__unit__path",
    )

    # Written for everybody at once: the key to the evaluation is looked up once per statement (inti.kunci_asing);
    # that vouches for the person, a trigger looks where there is none, another keeps whoever has a row. The
    # indexes below begin with the columns without one of their own.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    pegawai = models.ForeignKey(
        Pegawai,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="angka_kredit",
        verbose_name=_("pegawai"),
    )
    jenis = models.CharField(_("jenis"), max_length=12, choices=JenisKredit)
    jenjang = models.CharField(_("jenjang"), max_length=2, choices=PilihanJenjang)
    nilai = models.DecimalField(_("angka kredit"), max_digits=8, decimal_places=2)
    tahunan = models.ForeignKey(
        EvaluasiTahunan,
        null=True,
        blank=True,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="angka_kredit",
        verbose_name=_("evaluasi tahunan"),
    )
    versi = models.PositiveSmallIntegerField(default=1, db_default=1)
    predikat = models.PositiveSmallIntegerField(_("predikat"), choices=PilihanPredikat, null=True, blank=True)
    bulan = models.PositiveSmallIntegerField(_("bulan penuh"), null=True, blank=True)
    persentase = models.PositiveSmallIntegerField(_("persentase"), null=True, blank=True)
    koefisien = models.DecimalField(_("koefisien"), max_digits=5, decimal_places=2, null=True, blank=True)
    mulai = models.DateField(_("dari"), null=True, blank=True)
    selesai = models.DateField(_("sampai"))
    koreksi_dari = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="koreksi",
        verbose_name=_("koreksi dari"),
    )
    keterangan = models.CharField(_("keterangan"), max_length=300, blank=True, default="", db_default="")
    dibuat_oleh = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        db_index=False,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    dibuat_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        verbose_name = _("angka kredit")
        verbose_name_plural = _("angka kredit")
        ordering = ["selesai", "dibuat_pada", "id"]
        constraints = [
            pilihan("kredit_jenis_dikenal", "jenis", JenisKredit),
            pilihan("kredit_jenjang_dikenal", "jenjang", PilihanJenjang),
            models.UniqueConstraint(
                fields=["tahunan", "jenjang", "versi"],
                condition=Q(jenis="konversi"),
                name="kredit_sekali_per_jenjang",
            ),
            models.CheckConstraint(
                name="kredit_konversi_lengkap",
                condition=~Q(jenis="konversi")
                | Q(
                    tahunan__isnull=False,
                    predikat__isnull=False,
                    bulan__range=(1, 12),
                    persentase__isnull=False,
                    koefisien__isnull=False,
                    mulai__isnull=False,
                    nilai__gt=0,
                ),
            ),
            models.CheckConstraint(
                name="kredit_koreksi_menunjuk",
                condition=Q(jenis="koreksi", koreksi_dari__isnull=False) & ~Q(keterangan="")
                | ~Q(jenis="koreksi") & Q(koreksi_dari__isnull=True),
            ),
            models.CheckConstraint(name="kredit_nilai_wajar", condition=Q(jenis="koreksi") | Q(nilai__gte=0)),
            urut("kredit_urut", "mulai", "selesai"),
        ]
        indexes = [models.Index(fields=["pegawai", "selesai"], name="kredit_pegawai")]
        triggers = [
            pgtrigger.Protect(name="hanya_tambah", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="orangnya_ada",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__tahunan__isnull=True),
                func=_ORANGNYA_ADA,
            ),
            ada_serentak("evaluasinya_ada", pgtrigger.Insert, tahunan_id="penilaian_evaluasitahunan"),
        ]

    def __str__(self) -> str:
        return f"{self.jenjang} {self.nilai}"
