"""SKP: the results a person is to bring, with their indicators."""

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from inti.angka import tulis_angka
from inti.constraints import bersama, pilihan, terisi_pada_status, urut
from inti.jalur import JalurAkses
from inti.riwayat import Riwayat
from pegawai.models import Pegawai, Penempatan, UnitKerja
from sasaran.aturan.perspektif import untuk_pimpinan
from sasaran.enums import (
    Arah,
    Aspek,
    CaraHitung,
    JenisRHK,
    PendekatanSKP,
    Perspektif,
    StatusSKP,
    SumberRealisasi,
)
from sasaran.models.siklus import Siklus


class SKPQuerySet(models.QuerySet):
    def berlaku(self):
        """All but those that another one has replaced."""
        return self.exclude(status=StatusSKP.DIGANTIKAN)

    def tahun(self, tahun: int):
        return self.filter(siklus__tahun=tahun)


class SKP(models.Model):
    """Per person, post and year. Assessor and unit are frozen here, so that moves do not rewrite the past."""

    jalur_akses = JalurAkses(
        pemilik="pegawai", penilai="penilai", atasan_penilai="atasan_penilai", unit="unit__path"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    siklus = models.ForeignKey(Siklus, on_delete=models.PROTECT, related_name="skp", verbose_name=_("siklus"))
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="skp", verbose_name=_("pegawai")
    )
    penempatan = models.ForeignKey(
        Penempatan, on_delete=models.PROTECT, related_name="skp", verbose_name=_("penempatan")
    )
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="skp", verbose_name=_("unit kerja")
    )
    penilai = models.ForeignKey(
        Pegawai,
        null=True,
        on_delete=models.PROTECT,
        related_name="skp_dinilai",
        verbose_name=_("pejabat penilai"),
    )
    atasan_penilai = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("atasan pejabat penilai"),
    )
    pendekatan = models.CharField(
        _("pendekatan"),
        max_length=12,
        choices=PendekatanSKP,
        default=PendekatanSKP.KUANTITATIF,
        db_default="kuantitatif",
    )
    mulai = models.DateField(_("mulai"))
    selesai = models.DateField(_("selesai"))
    versi = models.PositiveSmallIntegerField(_("versi"), default=1, db_default=1)
    status = models.CharField(
        _("status"), max_length=15, choices=StatusSKP, default=StatusSKP.DRAF, db_default="draf"
    )
    diajukan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    disetujui_pada = models.DateTimeField(null=True, blank=True, editable=False)
    disetujui_oleh = models.ForeignKey(
        Pegawai, null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    catatan_penilai = models.TextField(_("catatan pengembalian"), blank=True, default="", db_default="")
    dibuat_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    objects = SKPQuerySet.as_manager()

    class Meta:
        verbose_name = _("SKP")
        verbose_name_plural = _("SKP")
        ordering = ["-siklus__tahun", "id"]
        constraints = [
            pilihan("skp_status_dikenal", "status", StatusSKP),
            pilihan("skp_pendekatan_dikenal", "pendekatan", PendekatanSKP),
            urut("skp_urut", "mulai", "selesai"),
            bersama("skp_disetujui_pada_oleh", "disetujui_pada", "disetujui_oleh"),
            terisi_pada_status(
                "skp_diajukan_punya_waktu", ["diajukan_pada"], ["diajukan", "dikembalikan", "disetujui"]
            ),
            terisi_pada_status("skp_disetujui_punya_waktu", ["disetujui_pada"], ["disetujui"]),
            models.CheckConstraint(
                name="skp_dikembalikan_punya_catatan",
                condition=~Q(status="dikembalikan") | ~Q(catatan_penilai=""),
            ),
            models.CheckConstraint(
                name="skp_tidak_dinilai_diri", condition=Q(penilai__isnull=True) | ~Q(pegawai=F("penilai"))
            ),
            models.UniqueConstraint(
                fields=["siklus", "penempatan"],
                condition=~Q(status="digantikan"),
                name="skp_satu_per_penempatan",
            ),
        ]
        indexes = [
            models.Index(fields=["pegawai", "siklus"], name="skp_pegawai"),
            models.Index(fields=["penilai", "siklus", "status"], name="skp_penilai"),
            models.Index(fields=["unit", "siklus", "status"], name="skp_unit"),
        ]

    def __str__(self) -> str:
        return f"SKP {self.siklus_id} {self.pegawai_id}"

    @property
    def untuk_pimpinan(self) -> bool:
        """Whether it is written on the form of JPT and heads of autonomous units, with perspectives."""
        duduk = self.penempatan
        return untuk_pimpinan(duduk.jabatan.jenis, kepala=duduk.kepala, mandiri=self.unit.mandiri)

    @property
    def dapat_disusun(self) -> bool:
        """Whether its content may still be changed by its owner."""
        return self.status in {StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN}


class RiwayatSKP(Riwayat):
    objek = models.ForeignKey(SKP, on_delete=models.PROTECT, related_name="riwayat")

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat SKP")
        verbose_name_plural = _("riwayat SKP")


class RencanaHasilKerja(models.Model):
    """RHK: one result, of high (utama) or low (tambahan) priority."""

    jalur_akses = JalurAkses(
        pemilik="skp__pegawai",
        penilai="skp__penilai",
        atasan_penilai="skp__atasan_penilai",
        unit="skp__unit__path",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    skp = models.ForeignKey(SKP, on_delete=models.CASCADE, related_name="rhk", verbose_name=_("SKP"))
    urutan = models.PositiveSmallIntegerField(_("urutan"), default=1)
    jenis = models.CharField(_("jenis"), max_length=10, choices=JenisRHK, default=JenisRHK.UTAMA)
    uraian = models.CharField(_("rencana hasil kerja"), max_length=500)
    mendukung = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="didukung_oleh",
        verbose_name=_("RHK pimpinan yang diintervensi"),
    )
    penugasan_dari = models.CharField(
        _("penugasan dari"), max_length=200, blank=True, default="", db_default=""
    )

    class Meta:
        verbose_name = _("rencana hasil kerja")
        verbose_name_plural = _("rencana hasil kerja")
        ordering = ["skp", "urutan", "id"]
        constraints = [
            pilihan("rhk_jenis_dikenal", "jenis", JenisRHK),
            models.CheckConstraint(
                name="rhk_tidak_mendukung_diri", condition=Q(mendukung__isnull=True) | ~Q(id=F("mendukung"))
            ),
        ]

    def __str__(self) -> str:
        return self.uraian


class IndikatorKinerjaIndividu(models.Model):
    """IKI: how the result is measured. `target_maks` makes the target a range."""

    jalur_akses = JalurAkses(
        pemilik="rhk__skp__pegawai",
        penilai="rhk__skp__penilai",
        atasan_penilai="rhk__skp__atasan_penilai",
        unit="rhk__skp__unit__path",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    rhk = models.ForeignKey(
        RencanaHasilKerja, on_delete=models.CASCADE, related_name="indikator", verbose_name=_("RHK")
    )
    urutan = models.PositiveSmallIntegerField(_("urutan"), default=1)
    aspek = models.CharField(_("aspek"), max_length=10, choices=Aspek)
    # Of JPT and heads of autonomous units; empty for all others.
    perspektif = models.CharField(
        _("perspektif"), max_length=20, choices=Perspektif, blank=True, default="", db_default=""
    )
    uraian = models.CharField(_("indikator kinerja individu"), max_length=500)
    target = models.DecimalField(_("target"), max_digits=18, decimal_places=3)
    target_maks = models.DecimalField(
        _("target sampai"), max_digits=18, decimal_places=3, null=True, blank=True
    )
    satuan = models.CharField(_("satuan"), max_length=40)
    arah = models.CharField(_("arah"), max_length=6, choices=Arah, default=Arah.NAIK)
    cara_hitung = models.CharField(
        _("cara menghitung realisasi"), max_length=10, choices=CaraHitung, default=CaraHitung.TERAKHIR
    )
    sumber_realisasi = models.CharField(
        _("sumber realisasi"),
        max_length=15,
        choices=SumberRealisasi,
        default=SumberRealisasi.LAPORAN,
        db_default="laporan",
    )
    # The key of what an app above registered (sasaran.services.sumber); plain, no foreign key upwards.
    sumber_kunci = models.UUIDField(_("kunci sumber"), null=True, blank=True)

    class Meta:
        verbose_name = _("indikator kinerja individu")
        verbose_name_plural = _("indikator kinerja individu")
        ordering = ["rhk", "urutan", "id"]
        constraints = [
            pilihan("iki_aspek_dikenal", "aspek", Aspek),
            models.CheckConstraint(
                name="iki_perspektif_dikenal", condition=Q(perspektif__in=["", *Perspektif.values])
            ),
            pilihan("iki_arah_dikenal", "arah", Arah),
            pilihan("iki_cara_dikenal", "cara_hitung", CaraHitung),
            pilihan("iki_sumber_dikenal", "sumber_realisasi", SumberRealisasi),
            models.CheckConstraint(
                name="iki_sumber_punya_kunci",
                condition=Q(sumber_realisasi="laporan", sumber_kunci__isnull=True)
                | (~Q(sumber_realisasi="laporan") & Q(sumber_kunci__isnull=False)),
            ),
            models.CheckConstraint(
                name="iki_target_wajar",
                condition=Q(target__gte=0) & (Q(target_maks__isnull=True) | Q(target_maks__gte=F("target"))),
                violation_error_message=_("Batas atas target tidak boleh lebih kecil daripada targetnya."),
            ),
        ]

    def __str__(self) -> str:
        return self.uraian

    @property
    def target_teks(self) -> str:
        """The target in words and figures: “85 nilai”, “≤ 1 hari”, “44–48 desa”, “tepat 12 dokumen”."""
        angka = tulis_angka(self.target)
        if self.target_maks is not None:
            angka = f"{angka}–{tulis_angka(self.target_maks)}"
        elif self.arah == Arah.TURUN:
            angka = f"≤ {angka}"
        elif self.arah == Arah.TEPAT:
            angka = _("tepat %(angka)s") % {"angka": angka}
        return f"{angka} {self.satuan}"
