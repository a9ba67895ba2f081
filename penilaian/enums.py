"""Words of the appraisal; ratings and predikat have the SIASN codes, 1 is the best."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sasaran.enums import NilaiPerilaku as NilaiPerilaku


class StatusEvaluasi(models.TextChoices):
    TERBUKA = "terbuka", _("Menunggu penilaian diri")
    DIAJUKAN = "diajukan", _("Menunggu penilaian atasan")
    DISAMPAIKAN = "disampaikan", _("Disampaikan")
    DITERIMA = "diterima", _("Diterima")
    TERKUNCI = "terkunci", _("Terkunci tanpa hasil")  # closed before the assessor delivered


class PilihanRating(models.IntegerChoices):
    DI_ATAS = 1, _("Di atas ekspektasi")
    SESUAI = 2, _("Sesuai ekspektasi")
    DI_BAWAH = 3, _("Di bawah ekspektasi")


class PilihanPredikat(models.IntegerChoices):
    SANGAT_BAIK = 1, _("Sangat Baik")
    BAIK = 2, _("Baik")
    BUTUH_PERBAIKAN = 3, _("Butuh Perbaikan")
    KURANG = 4, _("Kurang")
    SANGAT_KURANG = 5, _("Sangat Kurang")


class StatusTahunan(models.TextChoices):
    """Where a yearly evaluation stands (PermenPANRB 6/2022, Lampiran V.A-B)."""

    TERBUKA = "terbuka", _("Menunggu penilaian")
    MENUNGGU_ATASAN = "menunggu_atasan", _("Menunggu atasan penilai")  # the window passed without signature
    DITANDATANGANI = "ditandatangani", _("Ditandatangani penilai")
    DISAMPAIKAN = "disampaikan", _("Disampaikan")
    DITERIMA = "diterima", _("Ditandatangani pegawai")
    DITOLAK = "ditolak", _("Pegawai tidak bersedia menandatangani")
    TANPA_TANGGAPAN = "tanpa_tanggapan", _("Tanpa tanggapan")
    KEBERATAN = "keberatan", _("Dalam keberatan")
    DIPUTUS = "diputus", _("Keberatan diputus")
    SELESAI = "selesai", _("Selesai")


class JalurDokumen(models.TextChoices):
    """Which of the three evaluation documents it ends in."""

    NORMAL = "normal", _("D.1.1")
    TERLAMBAT = "terlambat", _("D.1.2")  # signed by the superior of a late assessor
    KEBERATAN = "keberatan", _("D.1.3")  # decided on an objection


class PilihanCapaian(models.IntegerChoices):
    """The label of a unit, with the codes of the regulation."""

    ISTIMEWA = 1, _("Istimewa")
    BAIK = 2, _("Baik")
    BUTUH_PERBAIKAN = 3, _("Butuh Perbaikan")
    KURANG = 4, _("Kurang")
    SANGAT_KURANG = 5, _("Sangat Kurang")


class SumberKebutuhan(models.TextChoices):
    """Where a need for development was seen."""

    EVALUASI = "evaluasi", _("Hasil evaluasi")
    RENCANA_PERBAIKAN = "rencana_perbaikan", _("Rencana perbaikan")
    USULAN = "usulan", _("Usulan pegawai atau atasan")


class StatusKebutuhan(models.TextChoices):
    DIUSULKAN = "diusulkan", _("Diusulkan")
    DIRENCANAKAN = "direncanakan", _("Sudah direncanakan")
    TERPENUHI = "terpenuhi", _("Terpenuhi")
    DIBATALKAN = "dibatalkan", _("Tidak diperlukan lagi")


class StatusCapaian(models.TextChoices):
    """Where the label of a unit stands."""

    MENUNGGU = "menunggu", _("Menunggu bahan")
    DISIAPKAN = "disiapkan", _("Menunggu penetapan")
    DITETAPKAN = "ditetapkan", _("Ditetapkan")


class JenisDasarCapaian(models.TextChoices):
    """On what the label of a unit rests (PermenPANRB 6/2022, Lampiran IV.B.1)."""

    RENCANA_AKSI = "rencana_aksi", _("Capaian rencana aksi perjanjian kinerja")
    TRAJEKTORI = "trajektori", _("Capaian target trajektori")
    IKU = "iku", _("Capaian IKU, ekspektasi pimpinan, dan indeks reformasi birokrasi")
    LUAR = "luar", _("Penilaian pihak luar")


class SumberCapaian(models.TextChoices):
    """Where the label used for an evaluation comes from."""

    UNIT = "unit", _("Ditetapkan untuk unit ini")
    TAHUN_LALU = "tahun_lalu", _("Capaian tahun sebelumnya")  # none on 31 January (IV.B.1.f)
    INDUK = "induk", _("Capaian unit induk")
    INDUK_TAHUN_LALU = "induk_tahun_lalu", _("Capaian unit induk tahun sebelumnya")


class StatusTugasRekan(models.TextChoices):
    """Where a request to a colleague stands. After the closing nobody can tell who answered."""

    MENUNGGU = "menunggu", _("Menunggu")
    SELESAI = "selesai", _("Terkirim")
    DICORET = "dicoret", _("Dicoret")
    DITUTUP = "ditutup", _("Ditutup")


class KeadaanRekan(models.TextChoices):
    """What there is of colleagues' answers about one person in one period."""

    BERJALAN = "berjalan", _("Sedang dikumpulkan")
    TAMPIL = "tampil", _("Tersedia")
    KURANG = "kurang", _("Jawaban tidak cukup")
    TERLALU_KECIL = "terlalu_kecil", _("Kelompok terlalu kecil")


class StatusKeberatan(models.TextChoices):
    """Where an objection stands (PermenPANRB 6/2022, Lampiran V.B)."""

    DIAJUKAN = "diajukan", _("Menunggu penjelasan penilai")
    DIJELASKAN = "dijelaskan", _("Menunggu keputusan")
    DIKUATKAN = "dikuatkan", _("Hasil semula dikuatkan")
    DIUBAH = "diubah", _("Hasil diubah")
    DICABUT = "dicabut", _("Dicabut")


class StatusPaket(models.TextChoices):
    """Where a ZIP of documents stands."""

    MENUNGGU = "menunggu", _("Menunggu giliran")
    DIKERJAKAN = "dikerjakan", _("Sedang dibuat")
    SIAP = "siap", _("Siap diunduh")
    GAGAL = "gagal", _("Gagal dibuat")
    KEDALUWARSA = "kedaluwarsa", _("Sudah dihapus")


class StatusPenilai(models.TextChoices):
    """What SIASN says of an assessor; the elected head is none."""

    ASN = "ASN", _("ASN")
    BUKAN_ASN = "NON ASN", _("Bukan ASN")


class PilihanKoefisien(models.TextChoices):
    """The level of a functional post by SIASN's number (koefisienId)."""

    AHLI_PERTAMA = "12", _("Ahli Pertama")
    AHLI_MUDA = "22", _("Ahli Muda")
    AHLI_MADYA = "32", _("Ahli Madya")
    AHLI_UTAMA = "42", _("Ahli Utama")
    PEMULA = "52", _("Pemula")
    TERAMPIL = "62", _("Terampil")
    MAHIR = "72", _("Mahir")
    PENYELIA = "82", _("Penyelia")
