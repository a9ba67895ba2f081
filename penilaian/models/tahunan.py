"""The one yearly evaluation of a person."""

import uuid
from typing import ClassVar

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan, terisi_pada_status
from inti.jalur import JalurAkses
from inti.riwayat import Riwayat
from pegawai.models import Pegawai, UnitKerja
from penilaian.enums import JalurDokumen, PilihanCapaian, PilihanPredikat, PilihanRating, StatusTahunan
from penilaian.models.evaluasi import KUADRAN
from sasaran.models import SKP, Siklus

BELUM_DINILAI = ["terbuka", "menunggu_atasan"]
BELUM_SAMPAI = [*BELUM_DINILAI, "ditandatangani"]  # the employee does not see its result yet


class EvaluasiTahunanQuerySet(models.QuerySet):
    def belum_dinilai(self):
        """Those nobody has signed yet."""
        return self.filter(status__in=BELUM_DINILAI)

    def belum_selesai(self):
        """Those in which something may still happen."""
        return self.exclude(status=StatusTahunan.SELESAI)

    def sudah_sampai(self):
        """Those whose result the employee has."""
        return self.exclude(status__in=BELUM_SAMPAI)


class EvaluasiTahunan(models.Model):
    """Exactly one per person and year, whatever the number of SKP (IV.A.13.b). `skp` is the last of them;
    assessor, superior and unit are frozen from it."""

    jalur_akses = JalurAkses(
        pemilik="pegawai", penilai="penilai", atasan_penilai="atasan_penilai", unit="unit__path"
    )

    # Written for everybody at once and checked like EvaluasiPeriodik: see the note there. Year and person are those
    # of the plan, whose own keys vouch for them.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    siklus = models.ForeignKey(
        Siklus,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="tahunan",
        verbose_name=_("siklus"),
    )
    skp = models.ForeignKey(
        SKP, db_index=False, on_delete=models.PROTECT, related_name="tahunan", verbose_name=_("SKP")
    )
    pegawai = models.ForeignKey(
        Pegawai,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="tahunan",
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
        related_name="tahunan_dinilai",
        verbose_name=_("pejabat penilai"),
    )
    atasan_penilai = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("atasan pejabat penilai"),
    )
    status = models.CharField(
        _("status"),
        max_length=16,
        choices=StatusTahunan,
        default=StatusTahunan.TERBUKA,
        db_default="terbuka",
    )
    jalur = models.CharField(
        _("jalur dokumen"),
        max_length=10,
        choices=JalurDokumen,
        default=JalurDokumen.NORMAL,
        db_default="normal",
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
    alasan_perilaku = models.TextField(_("alasan penilaian perilaku"), blank=True, default="", db_default="")
    catatan = models.TextField(_("catatan atau rekomendasi"), blank=True, default="", db_default="")
    tanggapan = models.TextField(_("tanggapan pegawai"), blank=True, default="", db_default="")
    # The label of the unit led by the assessor, as it was when the evaluation was signed (IV.B.1.g).
    capaian_organisasi = models.PositiveSmallIntegerField(
        _("capaian kinerja organisasi"), choices=PilihanCapaian, null=True, blank=True
    )
    # No objection follows: who set it is final by law (5.3) or the assessor was late (8.7).
    final = models.BooleanField(_("final"), default=False, db_default=False)
    draf_pada = models.DateTimeField(null=True, blank=True, editable=False)
    draf_kunci = models.UUIDField(null=True, blank=True, editable=False)
    # What it was decided on, frozen on signature.
    rekaman = models.JSONField(null=True, blank=True, editable=False)
    ditandatangani_pada = models.DateTimeField(null=True, blank=True, editable=False)
    ditandatangani_oleh = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        editable=False,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    disampaikan_pada = models.DateTimeField(null=True, blank=True, editable=False)  # received: it is the same
    ditanggapi_pada = models.DateTimeField(null=True, blank=True, editable=False)  # signed or refused
    dilaporkan_pada = models.DateTimeField(null=True, blank=True, editable=False)  # to the PyB
    dibuat_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    objects = EvaluasiTahunanQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluasi tahunan")
        verbose_name_plural = _("evaluasi tahunan")
        ordering = ["-siklus__tahun", "id"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "siklus"], name="tahunan_satu_per_tahun"),
            pilihan("tahunan_status_dikenal", "status", StatusTahunan),
            pilihan("tahunan_jalur_dikenal", "jalur", JalurDokumen),
            models.CheckConstraint(
                name="tahunan_predikat_dari_kuadran", condition=Q(predikat__isnull=True) | KUADRAN
            ),
            models.CheckConstraint(
                name="tahunan_predikat_bila_ditandatangani",
                condition=(Q(status__in=BELUM_DINILAI) & Q(predikat__isnull=True))
                | (
                    ~Q(status__in=BELUM_DINILAI)
                    & Q(
                        predikat__isnull=False,
                        ditandatangani_pada__isnull=False,
                        ditandatangani_oleh__isnull=False,
                        capaian_organisasi__isnull=False,
                    )
                ),
            ),
            models.CheckConstraint(
                name="tahunan_sampai_punya_waktu",
                condition=Q(status__in=BELUM_SAMPAI) | Q(disampaikan_pada__isnull=False),
            ),
            terisi_pada_status(
                "tahunan_ditanggapi_punya_waktu", ["ditanggapi_pada"], ["diterima", "ditolak"]
            ),
            models.CheckConstraint(
                name="tahunan_ditolak_punya_alasan", condition=~Q(status="ditolak") | ~Q(tanggapan="")
            ),
            models.CheckConstraint(
                name="tahunan_terlambat_final", condition=~Q(jalur="terlambat") | Q(final=True)
            ),
            models.CheckConstraint(name="tahunan_bukan_diri_sendiri", condition=~Q(pegawai=F("penilai"))),
            models.CheckConstraint(
                name="tahunan_tidak_ditandatangani_sendiri",
                condition=Q(ditandatangani_oleh__isnull=True) | ~Q(pegawai=F("ditandatangani_oleh")),
            ),
        ]
        indexes = [
            models.Index(fields=["penilai", "siklus", "status"], name="tahunan_penilai"),
            models.Index(fields=["atasan_penilai", "siklus", "status"], name="tahunan_atasan"),
            models.Index(fields=["siklus", "unit", "status"], name="tahunan_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.siklus_id} {self.pegawai_id}"

    @property
    def sudah_sampai(self) -> bool:
        """Whether the employee has the result."""
        return self.status not in BELUM_SAMPAI


class RiwayatTahunan(Riwayat):
    # What was decided with this move; a decision on an objection leaves the older row as it was.
    salin: ClassVar[tuple[str, ...]] = ("rating_hasil", "rating_perilaku", "predikat")

    objek = models.ForeignKey(EvaluasiTahunan, on_delete=models.PROTECT, related_name="riwayat")
    rating_hasil = models.PositiveSmallIntegerField(choices=PilihanRating, null=True, blank=True)
    rating_perilaku = models.PositiveSmallIntegerField(choices=PilihanRating, null=True, blank=True)
    predikat = models.PositiveSmallIntegerField(choices=PilihanPredikat, null=True, blank=True)

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat evaluasi tahunan")
        verbose_name_plural = _("riwayat evaluasi tahunan")
