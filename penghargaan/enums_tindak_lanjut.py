"""Words of improvement plans, sanctions and angka kredit."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StatusRencana(models.TextChoices):
    DRAF = "draf", _("Sedang disusun")
    DIUSULKAN = "diusulkan", _("Menunggu kesepakatan pegawai")
    BERJALAN = "berjalan", _("Sedang dijalani")
    MENUNGGU_SIMPULAN = "menunggu_simpulan", _("Menunggu simpulan")
    TERCAPAI = "tercapai", _("Tercapai")
    TIDAK_TERCAPAI = "tidak_tercapai", _("Belum tercapai")
    BATAL = "batal", _("Tidak jadi diperlukan")


class Pihak(models.TextChoices):
    PEGAWAI = "pegawai", _("Pegawai")
    ATASAN = "atasan", _("Atasan")


class StatusTindakan(models.TextChoices):
    BELUM = "belum", _("Belum")
    SELESAI = "selesai", _("Dijalankan")
    DIJELASKAN = "dijelaskan", _("Tidak dapat dijalankan, dijelaskan")


class DasarSanksi(models.TextChoices):
    KINERJA = "kinerja", _("Kinerja")
    DISIPLIN = "disiplin", _("Disiplin")


class StatusSanksi(models.TextChoices):
    DRAF = "draf", _("Draf usulan")
    DIUSULKAN = "diusulkan", _("Menunggu pemeriksaan usulan")
    DIPANGGIL = "dipanggil", _("Dipanggil")
    DIPERIKSA = "diperiksa", _("Sudah diperiksa, menunggu keputusan")
    DIPUTUS = "diputus", _("Diputus, belum berlaku")
    BERLAKU = "berlaku", _("Berlaku")
    SELESAI = "selesai", _("Selesai dijalani")
    DIHENTIKAN = "dihentikan", _("Dihentikan, tidak terbukti")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")


class JenisDokumenSanksi(models.TextChoices):
    USULAN = "usulan", _("Lampiran usulan")
    PANGGILAN = "panggilan", _("Surat panggilan")
    BERITA_ACARA = "berita_acara", _("Berita acara pemeriksaan")
    PEMBELAAN = "pembelaan", _("Dokumen dari pegawai")
    KEPUTUSAN = "keputusan", _("Surat keputusan")


class UpayaAdministratif(models.TextChoices):
    TIDAK_ADA = "", _("Tidak ada")
    KEBERATAN = "keberatan", _("Keberatan")
    BANDING = "banding", _("Banding administratif")


class JenisKredit(models.TextChoices):
    INTEGRASI = "integrasi", _("Integrasi (nilai awal)")
    KONVERSI = "konversi", _("Konversi predikat")
    PENDIDIKAN = "pendidikan", _("Peningkatan pendidikan")
    PENYETARAAN = "penyetaraan", _("Penyesuaian atau penyetaraan")
    KOREKSI = "koreksi", _("Koreksi")


class PilihanJenjang(models.TextChoices):
    """SIASN codes."""

    PEMULA = "PM", _("Pemula")
    TERAMPIL = "TR", _("Terampil")
    MAHIR = "MH", _("Mahir")
    PENYELIA = "PY", _("Penyelia")
    AHLI_PERTAMA = "PT", _("Ahli Pertama")
    AHLI_MUDA = "MU", _("Ahli Muda")
    AHLI_MADYA = "MA", _("Ahli Madya")
    AHLI_UTAMA = "UT", _("Ahli Utama")
