"""Words of planning."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StatusSKP(models.TextChoices):
    DRAF = "draf", _("Draf")
    DIAJUKAN = "diajukan", _("Diajukan")
    DIKEMBALIKAN = "dikembalikan", _("Dikembalikan")
    DISETUJUI = "disetujui", _("Disetujui")
    DIGANTIKAN = "digantikan", _("Digantikan")  # by the SKP of a new post or a new version


class PendekatanSKP(models.TextChoices):
    KUANTITATIF = "kuantitatif", _("Kuantitatif")
    KUALITATIF = "kualitatif", _("Kualitatif")


class JenisRHK(models.TextChoices):
    UTAMA = "utama", _("Utama")
    TAMBAHAN = "tambahan", _("Tambahan")


class Aspek(models.TextChoices):
    KUANTITAS = "kuantitas", _("Kuantitas")
    KUALITAS = "kualitas", _("Kualitas")
    WAKTU = "waktu", _("Waktu")
    BIAYA = "biaya", _("Biaya")


class Perspektif(models.TextChoices):
    """Of indicators of JPT and heads of autonomous units (PermenPANRB 6/2022, Lampiran II.A.2.a.8)."""

    PENERIMA_LAYANAN = "penerima_layanan", _("Penerima Layanan")
    PROSES_BISNIS = "proses_bisnis", _("Proses Bisnis")
    PENGUATAN_INTERNAL = "penguatan_internal", _("Penguatan Internal")
    ANGGARAN = "anggaran", _("Anggaran")


class Arah(models.TextChoices):
    """Which way is better."""

    NAIK = "naik", _("Makin tinggi makin baik")
    TURUN = "turun", _("Makin rendah makin baik")
    TEPAT = "tepat", _("Tepat pada target")


class CaraHitung(models.TextChoices):
    """How the reports of a period become one realisation."""

    JUMLAH = "jumlah", _("Dijumlahkan")
    TERAKHIR = "terakhir", _("Nilai terakhir")
    RATA_RATA = "rata_rata", _("Rata-rata")


class SumberRealisasi(models.TextChoices):
    """Where the realisation of an indicator comes from, as agreed in the plan."""

    LAPORAN = "laporan", _("Laporan pegawai")
    IKM = "ikm", _("Indeks kepuasan masyarakat (IKM)")
    WAKTU_LAYANAN = "waktu_layanan", _("Rata-rata waktu layanan")
    TEPAT_WAKTU = "tepat_waktu", _("Layanan selesai dalam standar waktu")


class JenisPeriode(models.TextChoices):
    TRIWULAN = "triwulan", _("Triwulan")
    BULANAN = "bulanan", _("Bulanan")


class StatusPeriode(models.TextChoices):
    BELUM_DIBUKA = "belum_dibuka", _("Belum dibuka")
    TERBUKA = "terbuka", _("Terbuka")
    DITUTUP = "ditutup", _("Ditutup")


class NilaiPerilaku(models.TextChoices):
    """The seven values BerAKHLAK (SE MenPANRB 20/2021), by which behaviour is expected and rated."""

    BERORIENTASI_PELAYANAN = "berorientasi_pelayanan", _("Berorientasi Pelayanan")
    AKUNTABEL = "akuntabel", _("Akuntabel")
    KOMPETEN = "kompeten", _("Kompeten")
    HARMONIS = "harmonis", _("Harmonis")
    LOYAL = "loyal", _("Loyal")
    ADAPTIF = "adaptif", _("Adaptif")
    KOLABORATIF = "kolaboratif", _("Kolaboratif")
