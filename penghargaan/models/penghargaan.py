"""Recognition: dated policies, candidates, nominations with their decision, and the ledger."""

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
from inti.kunci_asing import ada_serentak
from inti.riwayat import Riwayat
from pegawai.models import Pegawai, UnitKerja
from pegawai.models.penempatan import rentang
from penghargaan.enums import JenisPenghargaan, StatusUsulan
from penilaian.enums import PilihanPredikat
from penilaian.models import EvaluasiTahunan
from sasaran.models import Siklus

TAHUN_MAKS = 5
BERJALAN = [StatusUsulan.DIUSULKAN.value, StatusUsulan.DIPERIKSA.value]
DIBERIKAN = [StatusUsulan.DIPUTUSKAN.value, StatusUsulan.DISERAHKAN.value]


class KebijakanPenghargaanQuerySet(models.QuerySet):
    def berlaku(self, pada):
        """Policies in force on the date `pada`."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gte=pada), mulai__lte=pada)


class KebijakanPenghargaan(models.Model):
    """What makes a candidate, from when to when. PermenPANRB 6/2022 Ps 31 names the awards and no numbers."""

    jalur_akses = JalurAkses()

    jenis = models.CharField(_("jenis"), max_length=12, choices=JenisPenghargaan)
    nama = models.CharField(_("nama penghargaan"), max_length=120)
    mulai = models.DateField(_("berlaku mulai"))
    selesai = models.DateField(_("berlaku sampai"), null=True, blank=True)
    predikat = models.PositiveSmallIntegerField(
        _("predikat tahunan paling rendah"),
        choices=PilihanPredikat,
        help_text=_("Setiap tahun yang dihitung harus mencapai predikat ini atau lebih baik."),
    )
    tahun = models.PositiveSmallIntegerField(
        _("tahun berturut-turut"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(TAHUN_MAKS)],
    )
    predikat_periode = models.PositiveSmallIntegerField(
        _("predikat periodik paling rendah"),
        choices=PilihanPredikat,
        null=True,
        blank=True,
        help_text=_("Kosong: periode dalam tahun itu tidak ikut disyaratkan."),
    )
    ikm = models.DecimalField(
        _("IKM unit paling rendah"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(25), MaxValueValidator(100)],
        help_text=_("Kosong: suara masyarakat tidak ikut disyaratkan."),
    )
    hanya_pns = models.BooleanField(_("hanya PNS"), default=False, db_default=False)
    dasar = models.CharField(_("dasar hukum"), max_length=255)
    bawaan = models.BooleanField(
        _("angka bawaan"),
        default=False,
        db_default=False,
        help_text=_("Angka ini nilai awal aplikasi, belum disalin dari teks peraturan."),
    )

    objects = KebijakanPenghargaanQuerySet.as_manager()

    class Meta:
        verbose_name = _("kebijakan penghargaan")
        verbose_name_plural = _("kebijakan penghargaan")
        ordering = ["jenis", "nama", "-mulai", "id"]
        constraints = [
            pilihan("kebijakan_penghargaan_jenis", "jenis", JenisPenghargaan),
            pilihan("kebijakan_penghargaan_predikat", "predikat", PilihanPredikat),
            urut("kebijakan_penghargaan_urut", "mulai", "selesai"),
            models.CheckConstraint(
                name="kebijakan_penghargaan_tahun", condition=Q(tahun__range=(1, TAHUN_MAKS))
            ),
            ExclusionConstraint(
                name="kebijakan_penghargaan_satu",
                expressions=[("nama", RangeOperators.EQUAL), (rentang(), RangeOperators.OVERLAPS)],
                violation_error_message=_("Kebijakan dengan nama ini sudah ada pada rentang tanggal itu."),
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class MasukanUnit(models.Model):
    """What citizens say of a unit in a year (IKM), handed over by the layer that knows the surveys."""

    jalur_akses = JalurAkses(unit="unit__path")

    siklus = models.ForeignKey(Siklus, on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(UnitKerja, on_delete=models.CASCADE, related_name="+")
    ikm = models.DecimalField(_("IKM"), max_digits=5, decimal_places=2)
    responden = models.PositiveIntegerField(_("responden"))
    diisi_pada = models.DateTimeField(auto_now=True, db_default=models.functions.Now())

    class Meta:
        verbose_name = _("IKM unit")
        verbose_name_plural = _("IKM unit")
        ordering = ["siklus", "unit"]
        constraints = [
            models.UniqueConstraint(fields=["siklus", "unit"], name="masukan_unit_satu"),
            models.CheckConstraint(name="masukan_unit_ikm", condition=Q(ikm__range=(25, 100))),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.ikm}"


_KUNCI = {
    "evaluasi_id": "penilaian_evaluasitahunan",
    "kebijakan_id": "penghargaan_kebijakanpenghargaan",
}


class KandidatPenghargaan(models.Model):
    """Who fulfils a policy in a year, with what shows it. Derived: computed again it is the same."""

    jalur_akses = JalurAkses(
        pemilik="pegawai", penilai="penilai", atasan_penilai="atasan_penilai", unit="unit__path"
    )

    # Written for everybody at once: year, people and unit are those of the evaluation, whose keys vouch for them;
    # the keys to that and to the policy are looked up once per statement (inti.kunci_asing).
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    kebijakan = models.ForeignKey(
        KebijakanPenghargaan,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="kandidat",
        verbose_name=_("penghargaan"),
    )
    siklus = models.ForeignKey(
        Siklus,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("tahun"),
    )
    evaluasi = models.ForeignKey(
        EvaluasiTahunan,
        db_index=False,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="kandidat_penghargaan",
    )
    pegawai = models.ForeignKey(
        Pegawai,
        db_constraint=False,
        on_delete=models.PROTECT,
        related_name="kandidat_penghargaan",
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
        Pegawai, db_index=False, db_constraint=False, on_delete=models.PROTECT, related_name="+"
    )
    atasan_penilai = models.ForeignKey(
        Pegawai, null=True, db_index=False, db_constraint=False, on_delete=models.PROTECT, related_name="+"
    )
    bukti = models.JSONField()  # what aturan.kebijakan.Bukti is made of
    dihitung_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        verbose_name = _("kandidat penghargaan")
        verbose_name_plural = _("kandidat penghargaan")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["evaluasi", "kebijakan"], name="kandidat_satu"),
        ]
        indexes = [
            models.Index(fields=["penilai", "siklus"], name="kandidat_penilai"),
            models.Index(fields=["siklus", "kebijakan", "id"], name="kandidat_daftar"),
        ]
        triggers = [
            ada_serentak("kandidat_baru_ada", pgtrigger.Insert, **_KUNCI),
            ada_serentak("kandidat_ubah_ada", pgtrigger.Update, **_KUNCI),
        ]

    def __str__(self) -> str:
        return f"{self.kebijakan_id} {self.pegawai_id}"


class UsulanPenghargaanQuerySet(models.QuerySet):
    def diberikan(self):
        """Those decided for and not taken back."""
        return self.filter(status__in=DIBERIKAN)

    def diumumkan(self):
        """Those handed over whose receiver did not ask for silence."""
        return self.filter(status=StatusUsulan.DISERAHKAN, umumkan=True)


class UsulanPenghargaan(models.Model):
    """A nomination on its way: text, check, decision, handing over. Three different people, none of them
    the nominee."""

    jalur_akses = JalurAkses(
        pemilik="pegawai", penilai="penilai", atasan_penilai="atasan_penilai", unit="unit__path"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    kandidat = models.ForeignKey(
        KandidatPenghargaan, on_delete=models.PROTECT, related_name="usulan", verbose_name=_("kandidat")
    )
    kebijakan = models.ForeignKey(
        KebijakanPenghargaan,
        on_delete=models.PROTECT,
        related_name="usulan",
        verbose_name=_("penghargaan"),
    )
    siklus = models.ForeignKey(
        Siklus, on_delete=models.PROTECT, related_name="usulan_penghargaan", verbose_name=_("tahun")
    )
    evaluasi = models.ForeignKey(EvaluasiTahunan, on_delete=models.PROTECT, related_name="usulan_penghargaan")
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="usulan_penghargaan", verbose_name=_("pegawai")
    )
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit kerja")
    )
    penilai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    atasan_penilai = models.ForeignKey(Pegawai, null=True, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(
        _("status"),
        max_length=12,
        choices=StatusUsulan,
        default=StatusUsulan.DIUSULKAN,
        db_default="diusulkan",
    )
    untuk = models.CharField(_("diberikan untuk"), max_length=300)
    alasan = models.TextField(_("alasan mengusulkan"))
    hubungan = models.TextField(_("hubungan pengusul dengan pegawai"), blank=True, default="", db_default="")
    pengusul = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("pengusul")
    )
    diusulkan_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)
    pemeriksa = models.ForeignKey(
        Pegawai, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("pemeriksa")
    )
    diperiksa_pada = models.DateTimeField(null=True, editable=False)
    pemutus = models.ForeignKey(
        Pegawai, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("pemutus")
    )
    diputuskan_pada = models.DateTimeField(null=True, editable=False)
    nomor_keputusan = models.CharField(_("nomor keputusan"), max_length=80, blank=True, default="")
    diserahkan_pada = models.DateTimeField(null=True, editable=False)
    umumkan = models.BooleanField(_("diumumkan"), default=True, db_default=True)

    objects = UsulanPenghargaanQuerySet.as_manager()

    class Meta:
        verbose_name = _("usulan penghargaan")
        verbose_name_plural = _("usulan penghargaan")
        ordering = ["-diusulkan_pada", "-id"]
        constraints = [
            pilihan("usulan_status_dikenal", "status", StatusUsulan),
            models.UniqueConstraint(
                fields=["kandidat"],
                name="usulan_satu_yang_hidup",
                condition=~Q(status__in=["ditolak", "batal"]),
            ),
            bersama("usulan_periksa_lengkap", "pemeriksa", "diperiksa_pada"),
            bersama("usulan_putus_lengkap", "pemutus", "diputuskan_pada"),
            terisi_pada_status("usulan_diperiksa", ["pemeriksa"], ["diperiksa", *DIBERIKAN]),
            terisi_pada_status("usulan_diputuskan", ["pemutus"], DIBERIKAN),
            terisi_pada_status("usulan_diserahkan", ["diserahkan_pada"], ["diserahkan"]),
            models.CheckConstraint(
                name="usulan_bernomor", condition=~Q(status__in=DIBERIKAN) | ~Q(nomor_keputusan="")
            ),
            models.CheckConstraint(
                name="usulan_bukan_untuk_diri",
                condition=~Q(pegawai=F("pengusul"))
                & (Q(pemeriksa__isnull=True) | ~Q(pegawai=F("pemeriksa")))
                & (Q(pemutus__isnull=True) | ~Q(pegawai=F("pemutus"))),
            ),
            models.CheckConstraint(
                name="usulan_tiga_orang",
                condition=(Q(pemeriksa__isnull=True) | ~Q(pengusul=F("pemeriksa")))
                & (Q(pemutus__isnull=True) | (~Q(pengusul=F("pemutus")) & ~Q(pemeriksa=F("pemutus")))),
            ),
        ]
        indexes = [
            models.Index(fields=["status", "-diusulkan_pada", "-id"], name="usulan_status"),
            models.Index(fields=["-diusulkan_pada", "-id"], name="usulan_daftar"),
            models.Index(
                fields=["-diserahkan_pada", "-id"],
                name="usulan_pengumuman",
                condition=Q(status="diserahkan", umumkan=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kebijakan} · {self.pegawai}"


class RiwayatUsulan(Riwayat):
    objek = models.ForeignKey(UsulanPenghargaan, on_delete=models.PROTECT, related_name="riwayat")

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat usulan penghargaan")
        verbose_name_plural = _("riwayat usulan penghargaan")


class BukuPenghargaan(models.Model):
    """The ledger: what was given, and counter-entries that take back. No row changes, no sum is kept."""

    jalur_akses = JalurAkses(pemilik="pegawai", unit="usulan__unit__path")

    id = models.BigAutoField(primary_key=True)
    usulan = models.ForeignKey(UsulanPenghargaan, on_delete=models.PROTECT, related_name="buku")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="buku_penghargaan")
    jumlah = models.SmallIntegerField(_("jumlah"))  # 1 given, -1 taken back
    membalik = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="pembalik", verbose_name=_("membalik")
    )
    oleh = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("oleh"))
    pada = models.DateTimeField(_("pada"), db_default=models.functions.Now())
    keterangan = models.TextField(_("keterangan"))

    class Meta:
        verbose_name = _("buku penghargaan")
        verbose_name_plural = _("buku penghargaan")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="buku_beri_atau_balik",
                condition=Q(jumlah=1, membalik__isnull=True) | Q(jumlah=-1, membalik__isnull=False),
            ),
            models.UniqueConstraint(fields=["usulan"], name="buku_satu_pemberian", condition=Q(jumlah=1)),
        ]
        triggers = [
            pgtrigger.Protect(name="hanya_tambah", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.jumlah:+d} {self.usulan_id}"
