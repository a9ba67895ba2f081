"""Words of recognition and bonus; those of plans, sanctions and angka kredit are in enums_tindak_lanjut."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JenisPenghargaan(models.TextChoices):
    """What PermenPANRB 6/2022 Ps 31 knows, the last kind being its “other award by the PPK”."""

    SUKSESI = "suksesi", _("Prioritas kelompok rencana suksesi")
    KOMPETENSI = "kompetensi", _("Prioritas pengembangan kompetensi")
    TELADAN = "teladan", _("Penghargaan lain dari PPK")


class StatusUsulan(models.TextChoices):
    DIUSULKAN = "diusulkan", _("Menunggu pemeriksaan")
    DIPERIKSA = "diperiksa", _("Menunggu keputusan")
    DIPUTUSKAN = "diputuskan", _("Diberikan")
    DISERAHKAN = "diserahkan", _("Diserahkan")
    DITOLAK = "ditolak", _("Tidak diberikan")
    BATAL = "batal", _("Batal")


class StatusBonus(models.TextChoices):
    DRAF = "draf", _("Draf")
    DIPERIKSA = "diperiksa", _("Diperiksa")
    DISETUJUI = "disetujui", _("Disetujui")
    DIEKSPOR = "diekspor", _("Diekspor")
    BATAL = "batal", _("Batal")


class AlasanTanpaBonus(models.TextChoices):
    """Why somebody is in the list with nothing. Empty: nothing stands in the way."""

    HUKUMAN_DISIPLIN = "hukuman_disiplin", _("Sedang menjalani hukuman disiplin")
    SANKSI = "sanksi", _("Sedang dikenai sanksi kinerja")
    CLTN = "cltn", _("Cuti di luar tanggungan negara")
    TUGAS_BELAJAR = "tugas_belajar", _("Tugas belajar")
    TIDAK_AKTIF = "tidak_aktif", _("Kedudukan hukum tidak aktif")
    TANPA_EVALUASI = "tanpa_evaluasi", _("Tidak ada hasil evaluasi pada periode ini")
    TANPA_KELAS = "tanpa_kelas", _("Kelas jabatan tidak ada dalam kebijakan")
