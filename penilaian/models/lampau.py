"""Results from before Kinerja, or from another agency: what SIASN keeps as SKP and as periodic performance.

They are records of what somebody else decided, not evaluations: no workflow, no objection, no document (ADR 25).
Field by field they are SIASN's `skp22` and `kinerjaperiodik`; ratings and labels have its codes, 1 is the best.
"""

import uuid

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import IntegerRangeField
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan
from inti.jalur import JalurAkses
from inti.terjemah import t
from pegawai.models import Pegawai
from penilaian.aturan.siasn import TAHUN_PERTAMA
from penilaian.enums import PilihanKoefisien, PilihanPredikat, PilihanRating, StatusPenilai
from penilaian.models.evaluasi import KUADRAN
from sasaran.enums import JenisPeriode
from sasaran.models.siklus import BULAN, TRIWULAN

TAHUN_TERAKHIR = 2100
_JALUR = JalurAkses(
    pemilik="pegawai",
    penilai="pegawai__atasan__penilai",
    atasan_penilai="pegawai__atasan__atasan_penilai",
    unit="pegawai__atasan__unit__path",
)


def _nip_18(nama: str) -> models.CheckConstraint:
    """The assessor's number is a NIP, unless he is no civil servant."""
    return models.CheckConstraint(
        name=nama,
        condition=Q(penilai_status=StatusPenilai.BUKAN_ASN)
        | Q(penilai_nip="")
        | Q(penilai_nip__regex=r"^[0-9]{18}$"),
    )


class HasilLampau(models.Model):
    """What both kinds have: whose, the two ratings and their label, who assessed, and where it comes from."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    pegawai = models.ForeignKey(  # an index of each kind begins with it
        Pegawai, on_delete=models.CASCADE, db_index=False, related_name="%(class)s", verbose_name=_("pegawai")
    )
    tahun = models.PositiveSmallIntegerField(_("tahun"))
    rating_hasil = models.PositiveSmallIntegerField(_("hasil kerja"), choices=PilihanRating)
    rating_perilaku = models.PositiveSmallIntegerField(_("perilaku kerja"), choices=PilihanRating)
    predikat = models.PositiveSmallIntegerField(_("predikat"), choices=PilihanPredikat)
    penilai_status = models.CharField(
        _("status penilai"),
        max_length=8,
        choices=StatusPenilai,
        default=StatusPenilai.ASN,
        db_default="ASN",
    )
    # As the source says it: the assessor of years ago need not be known here.
    penilai_nip = models.CharField(
        _("NIP atau NRP penilai"), max_length=32, blank=True, default="", db_default=""
    )
    penilai_nama = models.CharField(_("nama penilai"), max_length=255, blank=True, default="", db_default="")
    penilai_jabatan = models.CharField(
        _("jabatan penilai"), max_length=255, blank=True, default="", db_default=""
    )
    penilai_golongan = models.CharField(
        _("golongan penilai"), max_length=8, blank=True, default="", db_default=""
    )
    penilai_unit = models.CharField(_("unit penilai"), max_length=255, blank=True, default="", db_default="")
    jabatan = models.CharField(
        _("jabatan saat dinilai"), max_length=255, blank=True, default="", db_default=""
    )
    unit = models.CharField(_("unit saat dinilai"), max_length=255, blank=True, default="", db_default="")
    siasn_id = models.CharField(_("ID riwayat SIASN"), max_length=64, blank=True, default="", db_default="")
    berkas = models.CharField(_("berkas sumber"), max_length=255, blank=True, default="", db_default="")
    dicatat_pada = models.DateTimeField(_("dicatat pada"), editable=False, db_default=models.functions.Now())

    class Meta:
        abstract = True


@pghistory.track()
class RiwayatSKP(HasilLampau):
    """The yearly result of a person; SIASN's `skp22`."""

    jalur_akses = _JALUR

    dokumen = models.JSONField(
        _("dokumen SIASN"), blank=True, default=list, db_default=Value("[]", models.JSONField())
    )

    class Meta:
        verbose_name = _("riwayat SKP")
        verbose_name_plural = _("riwayat SKP")
        ordering = ["-tahun", "id"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "tahun"], name="riwayatskp_satu_per_tahun"),
            models.UniqueConstraint(
                fields=["siasn_id"], condition=~Q(siasn_id=""), name="riwayatskp_siasn_sekali"
            ),
            models.CheckConstraint(
                name="riwayatskp_tahun_wajar", condition=Q(tahun__range=(TAHUN_PERTAMA, TAHUN_TERAKHIR))
            ),
            models.CheckConstraint(name="riwayatskp_kuadran", condition=KUADRAN),
            pilihan("riwayatskp_status_dikenal", "penilai_status", StatusPenilai),
            _nip_18("riwayatskp_nip_penilai"),
        ]
        indexes = [models.Index(fields=["tahun"], name="riwayatskp_tahun")]

    def __str__(self) -> str:
        return str(self.tahun)


@pghistory.track()
class RiwayatKinerjaPeriodik(HasilLampau):
    """The result of a month or a quarter; SIASN's `kinerjaperiodik`."""

    jalur_akses = _JALUR

    jenis = models.CharField(_("jenis periode"), max_length=10, choices=JenisPeriode)
    bulan_mulai = models.PositiveSmallIntegerField(_("bulan mulai"))
    bulan_selesai = models.PositiveSmallIntegerField(_("bulan selesai"))
    koefisien = models.CharField(
        _("koefisien"), max_length=2, choices=PilihanKoefisien, blank=True, default="", db_default=""
    )
    kriteria = models.CharField(_("kriteria"), max_length=40, blank=True, default="", db_default="")
    persentase = models.DecimalField(_("persentase"), max_digits=5, decimal_places=2, null=True, blank=True)
    angka_kredit = models.DecimalField(
        _("angka kredit"), max_digits=7, decimal_places=3, null=True, blank=True
    )

    class Meta:
        verbose_name = _("riwayat kinerja periodik")
        verbose_name_plural = _("riwayat kinerja periodik")
        ordering = ["-tahun", "-bulan_mulai", "id"]
        constraints = [
            # Whole months inside one year.
            ExclusionConstraint(
                name="riwayatperiodik_tidak_bertumpuk",
                expressions=[
                    ("pegawai", "="),
                    ("tahun", "="),
                    (
                        Func(
                            F("bulan_mulai"),
                            F("bulan_selesai"),
                            Value("[]"),
                            function="int4range",
                            output_field=IntegerRangeField(),
                        ),
                        "&&",
                    ),
                ],
            ),
            models.UniqueConstraint(
                fields=["siasn_id"], condition=~Q(siasn_id=""), name="riwayatperiodik_siasn_sekali"
            ),
            models.CheckConstraint(
                name="riwayatperiodik_tahun_wajar", condition=Q(tahun__range=(TAHUN_PERTAMA, TAHUN_TERAKHIR))
            ),
            models.CheckConstraint(
                name="riwayatperiodik_bulan_wajar",
                condition=Q(bulan_mulai__gte=1, bulan_selesai__lte=12, bulan_selesai__gte=F("bulan_mulai")),
            ),
            models.CheckConstraint(
                name="riwayatperiodik_sependek_jenisnya",
                condition=Q(jenis=JenisPeriode.BULANAN, bulan_selesai=F("bulan_mulai"))
                | Q(jenis=JenisPeriode.TRIWULAN, bulan_selesai__lte=F("bulan_mulai") + 2),
            ),
            models.CheckConstraint(name="riwayatperiodik_kuadran", condition=KUADRAN),
            pilihan("riwayatperiodik_status_dikenal", "penilai_status", StatusPenilai),
            _nip_18("riwayatperiodik_nip_penilai"),
        ]
        indexes = [
            models.Index(fields=["pegawai", "tahun", "bulan_mulai"], name="riwayatperiodik_orang"),
            models.Index(fields=["tahun", "bulan_mulai"], name="riwayatperiodik_masa"),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.tahun}"

    @property
    def nama(self) -> str:
        """“Triwulan II”, “Maret”, or the months of a shorter quarter."""
        awal, akhir = self.bulan_mulai, self.bulan_selesai
        if awal == akhir:
            return t(BULAN[awal - 1])
        if akhir - awal == 2 and awal % 3 == 1:
            return t(TRIWULAN[awal // 3])
        return f"{t(BULAN[awal - 1])}–{t(BULAN[akhir - 1])}"
