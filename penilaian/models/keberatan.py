"""An objection to an evaluation, the explanation of the assessor, and the decision of his superior."""

import uuid
from functools import reduce
from operator import or_
from typing import ClassVar

import pgtrigger
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan, terisi_pada_status, terisi_tepat_pada_status, urut
from inti.jalur import JalurAkses
from inti.riwayat import Riwayat
from pegawai.models import Pegawai, UnitKerja
from penilaian.aturan.predikat import MATRIKS
from penilaian.enums import PilihanPredikat, PilihanRating, StatusKeberatan
from penilaian.models.evaluasi import EvaluasiPeriodik
from penilaian.models.tahunan import EvaluasiTahunan

BERJALAN = ["diajukan", "dijelaskan"]
DIPUTUS = ["dikuatkan", "diubah"]


def _kuadran(akhiran: str) -> Q:
    """The predikat is the cell of its two ratings, for the columns with this ending."""
    return reduce(
        or_,
        (
            Q(
                **{
                    f"rating_hasil_{akhiran}": int(h),
                    f"rating_perilaku_{akhiran}": int(p),
                    f"predikat_{akhiran}": int(v),
                }
            )
            for (h, p), v in sorted(MATRIKS.items())
        ),
    )


def _rating(label: str, **lain: bool) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(label, choices=PilihanRating, **lain)


class KeberatanQuerySet(models.QuerySet):
    def berjalan(self):
        """Those that wait for a decision."""
        return self.filter(status__in=BERJALAN)

    def diputus(self):
        """Those with a decision."""
        return self.filter(status__in=DIPUTUS)


class Keberatan(models.Model):
    """On one yearly or one periodic evaluation (PermenPANRB 6/2022, Ps 29 and Lampiran V.B).

    People and unit are frozen from the evaluation; what was rated before is kept beside what was decided.
    """

    jalur_akses = JalurAkses(
        pemilik="pegawai", penilai="penilai", atasan_penilai="pemutus", unit="unit__path"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    tahunan = models.ForeignKey(
        EvaluasiTahunan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="keberatan",
        verbose_name=_("evaluasi tahunan"),
    )
    periodik = models.ForeignKey(
        EvaluasiPeriodik,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="keberatan",
        verbose_name=_("evaluasi periodik"),
    )
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="keberatan", verbose_name=_("pegawai")
    )
    penilai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("pejabat penilai")
    )
    pemutus = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("atasan pejabat penilai")
    )
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit kerja")
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=StatusKeberatan,
        default=StatusKeberatan.DIAJUKAN,
        db_default="diajukan",
    )
    alasan = models.TextField(_("alasan keberatan"))
    diajukan_pada = models.DateTimeField(_("diajukan"), db_default=models.functions.Now(), editable=False)
    batas_putus = models.DateField(_("batas keputusan"))
    penjelasan = models.TextField(_("penjelasan pejabat penilai"), blank=True, default="", db_default="")
    dijelaskan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    rating_hasil_lama = _rating(_("hasil kerja semula"))
    rating_perilaku_lama = _rating(_("perilaku kerja semula"))
    predikat_lama = models.PositiveSmallIntegerField(_("predikat semula"), choices=PilihanPredikat)
    rating_hasil_baru = _rating(_("hasil kerja"), null=True, blank=True)
    rating_perilaku_baru = _rating(_("perilaku kerja"), null=True, blank=True)
    predikat_baru = models.PositiveSmallIntegerField(
        _("predikat"), choices=PilihanPredikat, null=True, blank=True
    )
    pertimbangan = models.TextField(_("pertimbangan keputusan"), blank=True, default="", db_default="")
    rekomendasi = models.TextField(_("catatan atau rekomendasi"), blank=True, default="", db_default="")
    diputus_pada = models.DateTimeField(_("diputus"), null=True, blank=True, editable=False)
    diputus_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    dicabut_pada = models.DateTimeField(null=True, blank=True, editable=False)

    objects = KeberatanQuerySet.as_manager()

    class Meta:
        verbose_name = _("keberatan")
        verbose_name_plural = _("keberatan")
        ordering = ["-diajukan_pada", "-id"]
        constraints = [
            models.CheckConstraint(
                name="keberatan_satu_evaluasi",
                condition=Q(tahunan__isnull=False, periodik__isnull=True)
                | Q(tahunan__isnull=True, periodik__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["tahunan"], condition=~Q(status="dicabut"), name="keberatan_satu_per_tahunan"
            ),
            models.UniqueConstraint(
                fields=["periodik"], condition=~Q(status="dicabut"), name="keberatan_satu_per_periodik"
            ),
            pilihan("keberatan_status_dikenal", "status", StatusKeberatan),
            models.CheckConstraint(name="keberatan_punya_alasan", condition=~Q(alasan="")),
            models.CheckConstraint(name="keberatan_lama_dari_kuadran", condition=_kuadran("lama")),
            models.CheckConstraint(
                name="keberatan_baru_dari_kuadran",
                condition=(Q(status="diubah") & _kuadran("baru"))
                | (
                    ~Q(status="diubah")
                    & Q(
                        rating_hasil_baru__isnull=True,
                        rating_perilaku_baru__isnull=True,
                        predikat_baru__isnull=True,
                    )
                ),
            ),
            models.CheckConstraint(
                name="keberatan_diubah_berbeda",
                condition=~Q(status="diubah")
                | ~Q(rating_hasil_baru=F("rating_hasil_lama"))
                | ~Q(rating_perilaku_baru=F("rating_perilaku_lama")),
            ),
            terisi_tepat_pada_status("keberatan_diputus_lengkap", ["diputus_pada", "diputus_oleh"], DIPUTUS),
            models.CheckConstraint(
                name="keberatan_diputus_beralasan", condition=~Q(status__in=DIPUTUS) | ~Q(pertimbangan="")
            ),
            terisi_tepat_pada_status("keberatan_dicabut_punya_waktu", ["dicabut_pada"], ["dicabut"]),
            terisi_pada_status("keberatan_dijelaskan_punya_waktu", ["dijelaskan_pada"], ["dijelaskan"]),
            models.CheckConstraint(
                name="keberatan_dijelaskan_berisi", condition=~Q(status="dijelaskan") | ~Q(penjelasan="")
            ),
            urut("keberatan_putus_setelah_diajukan", "diajukan_pada", "diputus_pada"),
            models.CheckConstraint(
                name="keberatan_tiga_orang",
                condition=~Q(pegawai=F("penilai")) & ~Q(pegawai=F("pemutus")) & ~Q(penilai=F("pemutus")),
            ),
        ]
        indexes = [
            models.Index(fields=["-diajukan_pada", "-id"], name="keberatan_baru"),
            models.Index(
                fields=["batas_putus"],
                name="keberatan_batas",
                condition=Q(status__in=["diajukan", "dijelaskan"]),
            ),
        ]

    def __str__(self) -> str:
        return self.nomor

    @property
    def evaluasi(self) -> EvaluasiTahunan | EvaluasiPeriodik:
        """What is objected to."""
        return self.tahunan or self.periodik

    @property
    def nomor(self) -> str:
        """The number a person can quote."""
        return f"KB-{self.id.hex[:8].upper()}"

    @property
    def berjalan(self) -> bool:
        """It waits for a decision."""
        return self.status in BERJALAN


class RiwayatKeberatan(Riwayat):
    salin: ClassVar[tuple[str, ...]] = ("predikat_baru",)

    objek = models.ForeignKey(Keberatan, on_delete=models.PROTECT, related_name="riwayat")
    predikat_baru = models.PositiveSmallIntegerField(choices=PilihanPredikat, null=True, blank=True)

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat keberatan")
        verbose_name_plural = _("riwayat keberatan")


class KeteranganKeberatan(models.Model):
    """What one of the three writes while the objection is examined (V.B.4: both sides are asked)."""

    jalur_akses = JalurAkses(
        pemilik="keberatan__pegawai",
        penilai="keberatan__penilai",
        atasan_penilai="keberatan__pemutus",
        unit="keberatan__unit__path",
    )

    keberatan = models.ForeignKey(Keberatan, on_delete=models.PROTECT, related_name="keterangan")
    oleh = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    isi = models.TextField(_("keterangan"))
    pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        verbose_name = _("keterangan keberatan")
        verbose_name_plural = _("keterangan keberatan")
        ordering = ["pada", "id"]
        constraints = [models.CheckConstraint(name="keterangan_berisi", condition=~Q(isi=""))]
        triggers = [
            pgtrigger.Protect(name="hanya_tambah", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.isi[:60]


def jalur_berkas(bukti: "BuktiKeberatan", nama: str) -> str:
    """Where a file is stored: by its own key, never by the name somebody gave it."""
    return f"keberatan/{bukti.id.hex[:2]}/{bukti.id.hex}"


class BuktiKeberatan(models.Model):
    """A private file of one of the three. Type and hash are those of the content, not of the name."""

    jalur_akses = KeteranganKeberatan.jalur_akses

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    keberatan = models.ForeignKey(Keberatan, on_delete=models.PROTECT, related_name="bukti")
    berkas = models.FileField(_("berkas"), upload_to=jalur_berkas)
    nama_asli = models.CharField(_("nama berkas"), max_length=255)
    jenis_konten = models.CharField(_("jenis isi"), max_length=100)
    ukuran = models.PositiveBigIntegerField(_("ukuran"))
    sha256 = models.CharField(max_length=64)
    diunggah_oleh = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    diunggah_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        verbose_name = _("bukti keberatan")
        verbose_name_plural = _("bukti keberatan")
        ordering = ["diunggah_pada", "id"]
        constraints = [
            models.UniqueConstraint(fields=["keberatan", "sha256"], name="bukti_sekali_per_keberatan"),
            models.CheckConstraint(
                name="bukti_keberatan_sha256", condition=Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
        ]

    def __str__(self) -> str:
        return self.nama_asli
