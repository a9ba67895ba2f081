"""Inbox and outbox in one table: what a person is told, and whether the e-mail went out."""

import uuid

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inti.constraints import pilihan
from inti.jalur import JalurAkses


class JenisPesan(models.TextChoices):
    SKP_DIAJUKAN = "skp_diajukan", _("SKP diajukan")
    SKP_DIKEMBALIKAN = "skp_dikembalikan", _("SKP dikembalikan")
    SKP_DISETUJUI = "skp_disetujui", _("SKP disetujui")
    EKSPEKTASI_KHUSUS = "ekspektasi_khusus", _("Ekspektasi khusus pimpinan")
    PENILAI_BERGANTI = "penilai_berganti", _("Pejabat penilai berganti")
    UMPAN_BALIK = "umpan_balik", _("Umpan balik baru")
    EVALUASI_DIBUKA = "evaluasi_dibuka", _("Evaluasi dibuka")
    PENGINGAT_PENILAIAN_DIRI = "pengingat_penilaian_diri", _("Pengingat penilaian diri")
    PENGINGAT_PENILAIAN = "pengingat_penilaian", _("Pengingat menilai anggota tim")
    PENILAIAN_DIRI_DIAJUKAN = "penilaian_diri_diajukan", _("Penilaian diri diajukan")
    PENILAIAN_DIRI_DIKEMBALIKAN = "penilaian_diri_dikembalikan", _("Penilaian diri dikembalikan")
    EVALUASI_DISAMPAIKAN = "evaluasi_disampaikan", _("Hasil evaluasi disampaikan")
    EVALUASI_DITERIMA = "evaluasi_diterima", _("Hasil evaluasi diterima")
    # --- peers
    REKAN_PERIKSA = "rekan_periksa", _("Rekan kerja yang akan dimintai masukan")
    REKAN_DIMINTA = "rekan_diminta", _("Masukan Anda tentang rekan kerja diminta")
    PENGINGAT_REKAN = "pengingat_rekan", _("Pengingat masukan rekan kerja")
    REKAN_SELESAI = "rekan_selesai", _("Masukan rekan kerja selesai dikumpulkan")
    # --- yearly evaluation
    TAHUNAN_DIBUKA = "tahunan_dibuka", _("Evaluasi tahunan dibuka")
    TAHUNAN_DISAMPAIKAN = "tahunan_disampaikan", _("Hasil evaluasi tahunan disampaikan")
    TAHUNAN_DITANGGAPI = "tahunan_ditanggapi", _("Hasil evaluasi tahunan ditanggapi")
    TAHUNAN_TERLAMBAT = "tahunan_terlambat", _("Rentang evaluasi tahunan terlewat")
    TAHUNAN_MENUNGGU_ATASAN = "tahunan_menunggu_atasan", _("Evaluasi tahunan menunggu atasan penilai")
    TAHUNAN_DILAPORKAN = "tahunan_dilaporkan", _("Evaluasi tahunan dilaporkan")
    PENGINGAT_TAHUNAN = "pengingat_tahunan", _("Pengingat evaluasi tahunan")
    PENGINGAT_TANGGAPAN = "pengingat_tanggapan", _("Pengingat menanggapi hasil tahunan")
    # --- documents
    PAKET_SIAP = "paket_siap", _("Paket dokumen siap")
    # --- organisation and distribution
    CAPAIAN_MENUNGGU = "capaian_menunggu", _("Capaian unit menunggu penetapan")
    CAPAIAN_DISIAPKAN = "capaian_disiapkan", _("Usulan capaian unit siap")
    CAPAIAN_DITETAPKAN = "capaian_ditetapkan", _("Capaian unit ditetapkan")
    # --- objection
    KEBERATAN_DIAJUKAN = "keberatan_diajukan", _("Keberatan diajukan")
    KEBERATAN_DIMINTAI = "keberatan_dimintai", _("Penjelasan atas keberatan diminta")
    KEBERATAN_DIJELASKAN = "keberatan_dijelaskan", _("Penilai memberi penjelasan")
    KEBERATAN_DICABUT = "keberatan_dicabut", _("Keberatan dicabut")
    KEBERATAN_DIPUTUS = "keberatan_diputus", _("Keberatan diputus")
    PENGINGAT_KEBERATAN = "pengingat_keberatan", _("Pengingat memutus keberatan")
    KEBERATAN_TERLAMBAT = "keberatan_terlambat", _("Keputusan keberatan terlambat")
    # --- recognition and bonus
    KANDIDAT_PENGHARGAAN = "kandidat_penghargaan", _("Kandidat penghargaan")
    PENGHARGAAN_DIBERIKAN = "penghargaan_diberikan", _("Penghargaan diberikan")
    PENGHARGAAN_DITOLAK = "penghargaan_ditolak", _("Usulan penghargaan tidak diterima")
    PENGHARGAAN_DICABUT = "penghargaan_dicabut", _("Penghargaan dicabut")
    USULAN_MENUNGGU = "usulan_menunggu", _("Usulan penghargaan menunggu")
    BONUS_DIKEMBALIKAN = "bonus_dikembalikan", _("Perhitungan bonus dikembalikan")
    BONUS_DISETUJUI = "bonus_disetujui", _("Bonus disetujui")
    # --- improvement plans and sanctions
    RENCANA_DIBUKA = "rencana_dibuka", _("Rencana perbaikan perlu disusun")
    RENCANA_DIUSULKAN = "rencana_diusulkan", _("Rencana perbaikan menunggu kesepakatan")
    RENCANA_DIKEMBALIKAN = "rencana_dikembalikan", _("Rencana perbaikan minta diubah")
    RENCANA_DISEPAKATI = "rencana_disepakati", _("Rencana perbaikan disepakati")
    RENCANA_DIAMBIL_ALIH = "rencana_diambil_alih", _("Rencana perbaikan diambil alih atasan")
    RENCANA_BERAKHIR = "rencana_berakhir", _("Masa perbaikan berakhir")
    RENCANA_DISIMPULKAN = "rencana_disimpulkan", _("Rencana perbaikan disimpulkan")
    TINJAUAN_MENDATANG = "tinjauan_mendatang", _("Pengingat pertemuan tinjauan")
    SANKSI_DIPANGGIL = "sanksi_dipanggil", _("Panggilan pemeriksaan")
    SANKSI_DIPUTUS = "sanksi_diputus", _("Surat keputusan")
    SANKSI_DIHENTIKAN = "sanksi_dihentikan", _("Pemeriksaan dihentikan")
    PERKARA_MENUNGGU = "perkara_menunggu", _("Perkara menunggu")
    PERKARA_BERUBAH = "perkara_berubah", _("Kabar perkara")
    # --- angka kredit
    ANGKA_KREDIT_TERBIT = "angka_kredit_terbit", _("Angka kredit tahunan")
    # --- training
    PELATIHAN_DIUSULKAN = "pelatihan_diusulkan", _("Usulan pelatihan menunggu")
    PELATIHAN_DISETUJUI = "pelatihan_disetujui", _("Usulan pelatihan disetujui atasan")
    PELATIHAN_DITOLAK = "pelatihan_ditolak", _("Usulan pelatihan tidak disetujui")
    PELATIHAN_DITETAPKAN = "pelatihan_ditetapkan", _("Ditetapkan sebagai peserta")
    PELATIHAN_MENUNGGU = "pelatihan_menunggu", _("Masuk daftar tunggu pelatihan")
    PELATIHAN_BESOK = "pelatihan_besok", _("Pelatihan besok")
    PELATIHAN_DIBATALKAN = "pelatihan_dibatalkan", _("Pelatihan dibatalkan")
    PELATIHAN_HASIL = "pelatihan_hasil", _("Hasil pelatihan")
    PELATIHAN_LUAR = "pelatihan_luar", _("Pelatihan di luar katalog diperiksa")
    KEBUTUHAN_PELATIHAN = "kebutuhan_pelatihan", _("Kebutuhan pengembangan")
    # --- public services
    NILAI_LAYANAN_RENDAH = "nilai_layanan_rendah", _("Penilaian rendah warga")
    SARAN_MENUNGGU = "saran_menunggu", _("Saran warga menunggu dibaca")
    # --- access
    PERAN_BERAKHIR = "peran_berakhir", _("Peran segera berakhir")
    PETUNJUK_MASUK = "petunjuk_masuk", _("Petunjuk masuk")


class StatusSurel(models.TextChoices):
    TIDAK_PERLU = "tidak_perlu", _("Tidak perlu")
    MENUNGGU = "menunggu", _("Menunggu")
    TERKIRIM = "terkirim", _("Terkirim")
    GAGAL = "gagal", _("Gagal")


class PesanQuerySet(models.QuerySet):
    def belum_dibaca(self):
        return self.filter(dibaca_pada__isnull=True)


class Pesan(models.Model):
    """One message to one person. `kunci` makes writing it twice harmless; the text is made from `data`."""

    jalur_akses = JalurAkses(pemilik="penerima")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    penerima = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="pesan")
    jenis = models.CharField(_("jenis"), max_length=40, choices=JenisPesan)
    kunci = models.CharField(max_length=160, unique=True)
    data = models.JSONField(default=dict, db_default={})
    tautan = models.CharField(_("tautan"), max_length=200, blank=True, default="", db_default="")
    dibuat_pada = models.DateTimeField(_("dibuat"), db_default=models.functions.Now(), editable=False)
    dibaca_pada = models.DateTimeField(_("dibaca"), null=True, blank=True)
    status_surel = models.CharField(
        _("surel"),
        max_length=12,
        choices=StatusSurel,
        default=StatusSurel.MENUNGGU,
        db_default=StatusSurel.MENUNGGU,
    )
    surel_dikirim_pada = models.DateTimeField(null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField(default=0, db_default=0)
    coba_lagi_pada = models.DateTimeField(db_default=models.functions.Now(), null=True)
    galat = models.TextField(blank=True, default="", db_default="")

    objects = PesanQuerySet.as_manager()

    class Meta:
        verbose_name = _("pesan")
        verbose_name_plural = _("pesan")
        ordering = ["-dibuat_pada", "-id"]
        constraints = [
            pilihan("pesan_jenis_dikenal", "jenis", JenisPesan),
            pilihan("pesan_surel_dikenal", "status_surel", StatusSurel),
            models.CheckConstraint(
                name="pesan_terkirim_punya_waktu",
                condition=~Q(status_surel="terkirim") | Q(surel_dikirim_pada__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["penerima", "-dibuat_pada", "-id"], name="pesan_kotak_masuk"),
            models.Index(
                fields=["penerima"], name="pesan_belum_dibaca", condition=Q(dibaca_pada__isnull=True)
            ),
            models.Index(
                fields=["coba_lagi_pada"], name="pesan_antrean", condition=Q(status_surel="menunggu")
            ),
            models.Index(fields=["dibuat_pada"], name="pesan_gagal", condition=Q(status_surel="gagal")),
        ]

    def __str__(self) -> str:
        return str(self.get_jenis_display())
