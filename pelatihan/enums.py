"""Words of training; the kinds are those of SIASN (reference jenisDiklat)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JenisDiklat(models.IntegerChoices):
    """SIASN codes 1 to 25; up to 13 people learn together in class, from 14 on elsewhere."""

    STRUKTURAL = 1, _("Diklat struktural")
    FUNGSIONAL = 2, _("Diklat fungsional")
    TEKNIS = 3, _("Diklat teknis")
    LOKAKARYA = 4, _("Lokakarya")
    MANAJERIAL = 5, _("Pelatihan manajerial")
    SOSIAL_KULTURAL = 6, _("Pelatihan sosial kultural")
    SOSIALISASI = 7, _("Sosialisasi")
    BIMBINGAN_TEKNIS = 8, _("Bimbingan teknis")
    SEMINAR = 9, _("Seminar")
    MAGANG = 10, _("Magang")
    KURSUS = 11, _("Kursus")
    PENATARAN = 12, _("Penataran")
    KLASIKAL_LAIN = 13, _("Pelatihan klasikal lainnya")
    COACHING = 14, _("Coaching")
    MENTORING = 15, _("Mentoring")
    E_LEARNING = 16, _("Pembelajaran daring mandiri")
    JARAK_JAUH = 17, _("Pelatihan jarak jauh")
    DETASERING = 18, _("Detasering")
    ALAM_TERBUKA = 19, _("Pembelajaran alam terbuka")
    PATOK_BANDING = 20, _("Patok banding")
    PERTUKARAN = 21, _("Pertukaran dengan pegawai swasta, BUMN, atau BUMD")
    BELAJAR_MANDIRI = 22, _("Belajar mandiri")
    KOMUNITAS_BELAJAR = 23, _("Komunitas belajar")
    TEMPAT_KERJA = 24, _("Bimbingan di tempat kerja")
    NONKLASIKAL_LAIN = 25, _("Pelatihan nonklasikal lainnya")


class HurufSertifikat(models.TextChoices):
    """SIASN jenisKursusSertifikat: which certificate a kind of training gives."""

    TEKNIS = "T", _("Teknis")
    FUNGSIONAL = "F", _("Fungsional")
    PROFESI = "P", _("Partisipasi")


class ModaSesi(models.TextChoices):
    LURING = "luring", _("Tatap muka")
    DARING = "daring", _("Daring")
    CAMPURAN = "campuran", _("Tatap muka dan daring")


class StatusSesi(models.TextChoices):
    DRAF = "draf", _("Draf")
    TERBUKA = "pendaftaran", _("Pendaftaran")
    DITUTUP = "pendaftaran_ditutup", _("Pendaftaran ditutup")
    SELESAI = "selesai", _("Selesai")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")


class StatusPeserta(models.TextChoices):
    DIUSULKAN = "diusulkan", _("Menunggu atasan")
    DISETUJUI = "disetujui_atasan", _("Disetujui atasan")
    DITETAPKAN = "ditetapkan", _("Ditetapkan")
    MENUNGGU = "daftar_tunggu", _("Daftar tunggu")
    HADIR = "hadir", _("Hadir")
    LULUS = "lulus", _("Lulus")
    TIDAK_LULUS = "tidak_lulus", _("Belum lulus")
    TIDAK_HADIR = "tidak_hadir", _("Tidak hadir")
    DITOLAK = "ditolak", _("Tidak disetujui")
    UNDUR = "mengundurkan_diri", _("Mengundurkan diri")
    BATAL = "dibatalkan", _("Dibatalkan")


# A seat is taken by whoever was given one, also when the session is over.
BERKURSI = ("ditetapkan", "hadir", "lulus", "tidak_lulus", "tidak_hadir")
# Those for whom something may still come.
BERJALAN = ("diusulkan", "disetujui_atasan", "daftar_tunggu", "ditetapkan", "hadir")
# Those who may be nominated for the same session again.
BOLEH_LAGI = ("ditolak", "mengundurkan_diri")


class BagianHari(models.TextChoices):
    PAGI = "pagi", _("Pagi")
    SIANG = "siang", _("Siang")


class CaraHadir(models.TextChoices):
    QR = "qr", _("Kode QR")
    MANUAL = "manual", _("Dicatat penyelenggara")


class StatusLuar(models.TextChoices):
    DIAJUKAN = "diajukan", _("Menunggu pemeriksaan")
    DIKEMBALIKAN = "dikembalikan", _("Dikembalikan")
    DITERIMA = "diterima", _("Diterima")
    DITARIK = "ditarik", _("Ditarik")
