"""People."""

import uuid

import pghistory
from django.contrib.postgres.functions import RandomUUID
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan
from inti.jalur import JalurAkses
from pegawai.enums import WAJIB_SKP, JenisKelamin, JenisPegawai, KedudukanHukum


class PegawaiQuerySet(models.QuerySet):
    def bukan_jejak(self):
        """Without the traces of doubles that were merged."""
        return self.filter(digabung_ke__isnull=True)

    def wajib_skp(self):
        """Those for whom an SKP and evaluations are due."""
        return self.filter(kedudukan_hukum__in=WAJIB_SKP).exclude(jenis=JenisPegawai.PEJABAT_NEGARA)

    def belum_punya_penilai(self):
        """Those of them who have no assessor today."""
        return self.wajib_skp().filter(tanpa_penilai__isnull=False)


@pghistory.track()
class Pegawai(models.Model):
    """A civil servant, or the regent who assesses them. The NIP is unique text and never the key."""

    jalur_akses = JalurAkses(
        pemilik="pk",
        penilai="atasan__penilai",
        atasan_penilai="atasan__atasan_penilai",
        unit="atasan__unit__path",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    nip = models.CharField(_("NIP"), max_length=18, unique=True, null=True, blank=True)
    pns_id = models.CharField(_("PNS ID (SIASN)"), max_length=64, unique=True, null=True, blank=True)
    nip_lama = models.CharField(_("NIP lama"), max_length=18, blank=True, default="")
    # Serial number of the employee card; the conversion of angka kredit prints it.
    karpeg = models.CharField(_("nomor seri karpeg"), max_length=30, blank=True, default="", db_default="")
    nama = models.CharField(_("nama"), max_length=200)
    gelar_depan = models.CharField(_("gelar depan"), max_length=60, blank=True, default="")
    gelar_belakang = models.CharField(_("gelar belakang"), max_length=100, blank=True, default="")
    jenis = models.CharField(_("jenis pegawai"), max_length=20, choices=JenisPegawai)
    jenis_kelamin = models.CharField(_("jenis kelamin"), max_length=1, choices=JenisKelamin)
    tempat_lahir = models.CharField(_("tempat lahir"), max_length=100, blank=True, default="")
    tanggal_lahir = models.DateField(_("tanggal lahir"), null=True, blank=True)
    kedudukan_hukum = models.CharField(
        _("kedudukan hukum"), max_length=2, choices=KedudukanHukum, default=KedudukanHukum.AKTIF
    )
    golongan = models.CharField(_("golongan"), max_length=8, blank=True, default="")
    tmt_golongan = models.DateField(_("TMT golongan"), null=True, blank=True)
    tmt_cpns = models.DateField(_("TMT CPNS"), null=True, blank=True)
    tmt_pns = models.DateField(_("TMT PNS"), null=True, blank=True)
    pendidikan = models.CharField(_("pendidikan terakhir"), max_length=150, blank=True, default="")
    tahun_lulus = models.PositiveSmallIntegerField(_("tahun lulus"), null=True, blank=True)
    agama = models.CharField(_("agama"), max_length=30, blank=True, default="")
    status_kawin = models.CharField(_("status kawin"), max_length=30, blank=True, default="")
    email = models.EmailField(_("surel"), blank=True, default="")
    email_gov = models.EmailField(_("surel dinas"), blank=True, default="")
    nomor_hp = models.CharField(_("nomor HP"), max_length=30, blank=True, default="")
    nik = models.CharField(_("NIK"), max_length=16, blank=True, default="")
    npwp = models.CharField(_("NPWP"), max_length=30, blank=True, default="")
    alamat = models.TextField(_("alamat"), blank=True, default="")
    # Columns of the SIASN export that the application does not use itself are kept under their own names.
    siasn = models.JSONField(_("kolom SIASN lain"), default=dict, db_default={}, blank=True)
    # A double that was merged stays as a trace with its own numbers, so that old files find the person (ADR 26).
    digabung_ke = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        db_index=False,
        on_delete=models.PROTECT,
        related_name="jejak_gabungan",
        verbose_name=_("digabung ke"),
    )
    dibuat_pada = models.DateTimeField(auto_now_add=True, db_default=models.functions.Now())
    diubah_pada = models.DateTimeField(auto_now=True, db_default=models.functions.Now())

    objects = PegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = _("pegawai")
        verbose_name_plural = _("pegawai")
        ordering = ["nama", "id"]
        constraints = [
            pilihan("pegawai_jenis_dikenal", "jenis", JenisPegawai),
            pilihan("pegawai_kelamin_dikenal", "jenis_kelamin", JenisKelamin),
            pilihan("pegawai_kedudukan_dikenal", "kedudukan_hukum", KedudukanHukum),
            models.CheckConstraint(
                name="pegawai_nip_18_angka",
                condition=models.Q(nip__isnull=True) | models.Q(nip__regex=r"^\d{18}$"),
            ),
            models.CheckConstraint(
                name="pegawai_asn_punya_nip",
                condition=models.Q(jenis=JenisPegawai.PEJABAT_NEGARA)
                | models.Q(nip__isnull=False)
                | models.Q(digabung_ke__isnull=False),
            ),
            models.CheckConstraint(
                name="pegawai_bukan_gabungan_diri",
                condition=models.Q(digabung_ke__isnull=True) | ~models.Q(id=models.F("digabung_ke")),
            ),
        ]
        indexes = [
            models.Index(fields=["nama", "id"], name="pegawai_nama_id"),
            models.Index(
                fields=["digabung_ke"], name="pegawai_jejak", condition=models.Q(digabung_ke__isnull=False)
            ),
            # `nama__icontains` compares in capitals, so the index of its trigrams does too.
            GinIndex(OpClass(Upper("nama"), name="gin_trgm_ops"), name="pegawai_nama_besar_trgm"),
            # A list of one of the rare kinds; the others are met often enough along the names.
            models.Index(
                fields=["jenis", "nama", "id"],
                name="pegawai_jenis_jarang",
                condition=~models.Q(jenis__in=[JenisPegawai.PNS, JenisPegawai.PPPK]),
            ),
        ]

    def __str__(self) -> str:
        return self.nama_lengkap

    @property
    def nama_lengkap(self) -> str:
        """Name with titles, as forms print it."""
        depan = f"{self.gelar_depan} " if self.gelar_depan else ""
        belakang = f", {self.gelar_belakang}" if self.gelar_belakang else ""
        return f"{depan}{self.nama}{belakang}"

    @property
    def panggilan(self) -> str:
        """First name, for a greeting; “Hj.” and the like, and the Balinese “I” and “Ni”, are skipped.

        SIASN writes names in capitals; nobody likes to be greeted that way.
        """
        kata = self.nama.split()
        nama = next((k for k in kata if not k.endswith(".") and k.upper() not in {"I", "NI"}), self.nama)
        return nama.title() if nama.isupper() and len(nama) > 1 else nama

    @property
    def wajib_skp(self) -> bool:
        """Whether an SKP and evaluations are due from this person; the queryset of that name for one."""
        return self.kedudukan_hukum in WAJIB_SKP and self.jenis != JenisPegawai.PEJABAT_NEGARA
