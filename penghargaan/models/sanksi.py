"""Sanctions: proposal, summons, hearing, decree. The gate for performance is also a trigger here."""

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
from penghargaan.enums_tindak_lanjut import (
    DasarSanksi,
    JenisDokumenSanksi,
    StatusSanksi,
    UpayaAdministratif,
)
from penghargaan.models.perbaikan import RencanaPerbaikan
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan

TANPA_AKIBAT = ["draf", "dihentikan", "dibatalkan"]  # nothing follows for the person
DIPUTUS = ["diputus", "berlaku", "selesai"]
SUDAH_DIPERIKSA = ["diperiksa", *DIPUTUS]
DITANGANI = ["dipanggil", *SUDAH_DIPERIKSA]

# Says the same as aturan/gerbang.py; a test asks both about the same cases. A decree that stands passed the gate
# when it was made: its days begin and end whatever becomes of the person since (a PPPK who is appointed PNS).
GERBANG = """
IF TG_OP = 'UPDATE' AND OLD.status IN ('diputus', 'berlaku', 'selesai')
    AND NEW.status IN ('diputus', 'berlaku', 'selesai')
    AND (OLD.pegawai_id, OLD.dasar, OLD.rencana_id) IS NOT DISTINCT FROM (NEW.pegawai_id, NEW.dasar, NEW.rencana_id)
THEN RETURN NEW;
END IF;
IF NEW.dasar = 'kinerja' AND NEW.status NOT IN ('draf', 'dihentikan', 'dibatalkan') AND NOT EXISTS (
    SELECT FROM penghargaan_rencanaperbaikan r
    JOIN pegawai_pegawai o ON o.id = r.pegawai_id
    WHERE r.id = NEW.rencana_id AND r.pegawai_id = NEW.pegawai_id AND r.status = 'tidak_tercapai'
      AND r.bukti <> ''
      AND r.simpulan_hari >= (r.mulai + make_interval(months =>
          CASE WHEN o.jenis IN ('pns', 'cpns') THEN greatest(6, r.bulan) ELSE r.bulan END))::date
      AND EXISTS (SELECT FROM penghargaan_tinjauanperbaikan t WHERE t.rencana_id = r.id)
      AND NOT EXISTS (
          SELECT FROM penghargaan_tinjauanperbaikan t WHERE t.rencana_id = r.id AND NOT EXISTS (
              SELECT FROM penghargaan_catatantinjauan c WHERE c.tinjauan_id = t.id AND c.pihak = 'atasan'))
      AND EXISTS (
          SELECT FROM penghargaan_tindakanperbaikan a WHERE a.rencana_id = r.id AND a.pihak = 'atasan')
      AND NOT EXISTS (
          SELECT FROM penghargaan_tindakanperbaikan a
          WHERE a.rencana_id = r.id AND a.pihak = 'atasan' AND a.status = 'belum'))
THEN RAISE check_violation USING
    MESSAGE = 'sanksi kinerja ditolak: dukungan yang wajib belum tercatat',
    CONSTRAINT = 'sanksi_gerbang';
END IF;
RETURN NEW;
"""


class SanksiQuerySet(models.QuerySet):
    def dikenai(self, pada):
        """Those that weigh on somebody on the day `pada`: decided, begun and not over."""
        return self.filter(
            Q(selesai__isnull=True) | Q(selesai__gte=pada), status__in=DIPUTUS, mulai__lte=pada
        )


class Sanksi(models.Model):
    """One case against one person. Who drafts does not check, who checks does not decide."""

    jalur_akses = JalurAkses(
        pemilik="pegawai", penilai="penilai", atasan_penilai="atasan_penilai", unit="unit__path"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="sanksi", verbose_name=_("pegawai")
    )
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="+", verbose_name=_("unit kerja")
    )
    penilai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("pejabat penilai")
    )
    atasan_penilai = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("atasan pejabat penilai"),
    )
    dasar = models.CharField(_("dasar"), max_length=10, choices=DasarSanksi)
    status = models.CharField(
        _("status"), max_length=12, choices=StatusSanksi, default=StatusSanksi.DRAF, db_default="draf"
    )
    rencana = models.ForeignKey(
        RencanaPerbaikan,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="sanksi",
        verbose_name=_("rencana perbaikan"),
    )
    evaluasi = models.ForeignKey(
        EvaluasiPeriodik, null=True, blank=True, on_delete=models.PROTECT, related_name="sanksi"
    )
    tahunan = models.ForeignKey(
        EvaluasiTahunan, null=True, blank=True, on_delete=models.PROTECT, related_name="sanksi"
    )
    hari_tidak_masuk = models.PositiveSmallIntegerField(_("hari tidak masuk setahun"), null=True, blank=True)
    hari_berturut = models.PositiveSmallIntegerField(_("paling lama berturut-turut"), null=True, blank=True)
    jenis = models.CharField(_("jenis yang diusulkan"), max_length=4)
    alasan = models.TextField(_("alasan usulan"))
    disusun_oleh = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="+", verbose_name=_("diusulkan oleh")
    )
    diperiksa_oleh = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("diperiksa oleh"),
    )
    pemeriksaan_pada = models.DateTimeField(_("waktu pemeriksaan"), null=True, blank=True)
    hadir = models.BooleanField(_("pegawai hadir"), null=True, blank=True)
    berita_acara = models.TextField(_("berita acara pemeriksaan"), blank=True, default="", db_default="")
    tanggapan = models.TextField(_("keterangan pegawai"), blank=True, default="", db_default="")
    tanggapan_pada = models.DateTimeField(null=True, blank=True, editable=False)
    jenis_putusan = models.CharField(
        _("jenis yang diputus"), max_length=4, blank=True, default="", db_default=""
    )
    pertimbangan = models.TextField(_("pertimbangan"), blank=True, default="", db_default="")
    sk_nomor = models.CharField(_("nomor keputusan"), max_length=120, blank=True, default="", db_default="")
    sk_tanggal = models.DateField(_("tanggal keputusan"), null=True, blank=True)
    mulai = models.DateField(_("mulai berlaku"), null=True, blank=True)
    selesai = models.DateField(_("berlaku sampai"), null=True, blank=True)
    diputus_oleh = models.ForeignKey(
        Pegawai,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("diputus oleh"),
    )
    upaya = models.CharField(
        _("upaya administratif"),
        max_length=10,
        choices=UpayaAdministratif,
        blank=True,
        default="",
        db_default="",
    )
    upaya_tanggal = models.DateField(_("tanggal upaya"), null=True, blank=True)
    upaya_catatan = models.TextField(_("catatan upaya"), blank=True, default="", db_default="")
    dibuat_pada = models.DateTimeField(_("dibuat"), db_default=models.functions.Now(), editable=False)

    objects = SanksiQuerySet.as_manager()

    class Meta:
        verbose_name = _("sanksi")
        verbose_name_plural = _("sanksi")
        ordering = ["-dibuat_pada", "id"]
        constraints = [
            pilihan("sanksi_status_dikenal", "status", StatusSanksi),
            pilihan("sanksi_dasar_dikenal", "dasar", DasarSanksi),
            models.CheckConstraint(
                name="sanksi_jenis_menurut_dasar",
                condition=Q(dasar="kinerja", jenis__startswith="k")
                & (Q(jenis_putusan="") | Q(jenis_putusan__startswith="k"))
                | Q(dasar="disiplin", jenis__startswith="d")
                & (Q(jenis_putusan="") | Q(jenis_putusan__startswith="d")),
            ),
            models.CheckConstraint(
                name="sanksi_kinerja_menunjuk_evaluasi",
                condition=~Q(dasar="kinerja") | Q(evaluasi__isnull=False) | Q(tahunan__isnull=False),
            ),
            models.CheckConstraint(
                name="sanksi_hari_wajar",
                condition=Q(hari_berturut__isnull=True) | Q(hari_berturut__lte=F("hari_tidak_masuk")),
            ),
            models.UniqueConstraint(
                fields=["rencana"], condition=~Q(status__in=TANPA_AKIBAT), name="sanksi_satu_per_rencana"
            ),
            terisi_pada_status("sanksi_dipanggil_pemeriksa", ["diperiksa_oleh"], DITANGANI),
            terisi_pada_status("sanksi_diperiksa_lengkap", ["pemeriksaan_pada", "hadir"], SUDAH_DIPERIKSA),
            models.CheckConstraint(
                name="sanksi_diperiksa_berita_acara",
                condition=~Q(status__in=SUDAH_DIPERIKSA) | ~Q(berita_acara=""),
            ),
            terisi_pada_status("sanksi_diputus_lengkap", ["sk_tanggal", "mulai", "diputus_oleh"], DIPUTUS),
            models.CheckConstraint(
                name="sanksi_diputus_isi",
                condition=~Q(status__in=DIPUTUS) | ~Q(sk_nomor="") & ~Q(jenis_putusan=""),
            ),
            models.CheckConstraint(
                name="sanksi_empat_mata",
                condition=(Q(diperiksa_oleh__isnull=True) | ~Q(diperiksa_oleh=F("disusun_oleh")))
                & (
                    Q(diputus_oleh__isnull=True)
                    | ~Q(diputus_oleh=F("disusun_oleh")) & ~Q(diputus_oleh=F("diperiksa_oleh"))
                ),
            ),
            models.CheckConstraint(
                name="sanksi_bukan_diri_sendiri",
                condition=~Q(pegawai=F("disusun_oleh"))
                & (Q(diperiksa_oleh__isnull=True) | ~Q(pegawai=F("diperiksa_oleh")))
                & (Q(diputus_oleh__isnull=True) | ~Q(pegawai=F("diputus_oleh"))),
            ),
            urut("sanksi_urut", "mulai", "selesai"),
        ]
        indexes = [
            models.Index(fields=["pegawai", "status"], name="sanksi_pegawai"),
            models.Index(fields=["status", "-dibuat_pada"], name="sanksi_status"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="gerbang",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=GERBANG,
            )
        ]

    def __str__(self) -> str:
        return f"{self.pegawai_id} {self.status}"


class RiwayatSanksi(Riwayat):
    objek = models.ForeignKey(Sanksi, on_delete=models.PROTECT, related_name="riwayat")

    class Meta(Riwayat.Meta):
        verbose_name = _("riwayat sanksi")
        verbose_name_plural = _("riwayat sanksi")


class PanggilanSanksi(models.Model):
    """A summons to the hearing: first or second."""

    sanksi = models.ForeignKey(Sanksi, on_delete=models.PROTECT, related_name="panggilan")
    ke = models.PositiveSmallIntegerField(_("panggilan ke"))
    nomor = models.CharField(_("nomor surat"), max_length=120)
    tanggal = models.DateField(_("tanggal surat"))
    waktu = models.DateTimeField(_("waktu pemeriksaan"))
    tempat = models.CharField(_("tempat pemeriksaan"), max_length=200)

    class Meta:
        verbose_name = _("panggilan")
        verbose_name_plural = _("panggilan")
        ordering = ["ke"]
        constraints = [
            models.UniqueConstraint(fields=["sanksi", "ke"], name="panggilan_urut"),
            models.CheckConstraint(name="panggilan_paling_banyak_dua", condition=Q(ke__range=(1, 2))),
        ]

    def __str__(self) -> str:
        return f"{self.ke}: {self.nomor}"


def jalur_dokumen(dokumen: "DokumenSanksi", nama: str) -> str:
    """Where a file is stored: by its own key, never by the name somebody gave it."""
    return f"sanksi/{dokumen.id.hex[:2]}/{dokumen.id.hex}"


class DokumenSanksi(models.Model):
    """A private file of a case. Type and hash are those of the content; never changed."""

    jalur_akses = JalurAkses(
        pemilik="sanksi__pegawai",
        penilai="sanksi__penilai",
        atasan_penilai="sanksi__atasan_penilai",
        unit="sanksi__unit__path",
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    sanksi = models.ForeignKey(Sanksi, on_delete=models.PROTECT, related_name="dokumen")
    jenis = models.CharField(_("jenis"), max_length=14, choices=JenisDokumenSanksi)
    berkas = models.FileField(_("berkas"), upload_to=jalur_dokumen)
    nama_asli = models.CharField(_("nama berkas"), max_length=255)
    jenis_konten = models.CharField(_("jenis isi"), max_length=100)
    ukuran = models.PositiveBigIntegerField(_("ukuran"))
    sha256 = models.CharField(max_length=64)
    diunggah_oleh = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    diunggah_pada = models.DateTimeField(db_default=models.functions.Now(), editable=False)

    class Meta:
        verbose_name = _("dokumen sanksi")
        verbose_name_plural = _("dokumen sanksi")
        ordering = ["diunggah_pada", "id"]
        constraints = [
            pilihan("dokumen_sanksi_jenis_dikenal", "jenis", JenisDokumenSanksi),
            models.UniqueConstraint(fields=["sanksi", "sha256"], name="dokumen_sanksi_sekali"),
        ]
        triggers = [
            pgtrigger.Protect(name="hanya_tambah", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.nama_asli
