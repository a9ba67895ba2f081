"""Permissions, relations and roles: the words of the matrix."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Peran(models.TextChoices):
    """Roles that are given to a person for a time."""

    PENGELOLA_INSTANSI = "pengelola_instansi", _("Pengelola kinerja instansi")
    PENGELOLA_OPD = "pengelola_opd", _("Pengelola kinerja OPD")
    PIMPINAN = "pimpinan", _("Pimpinan")
    AUDITOR = "auditor", _("Auditor")
    ADMIN_SISTEM = "admin_sistem", _("Admin sistem")


# Roles of the office, which work in the admin.
PERAN_STAF = (Peran.PENGELOLA_INSTANSI, Peran.PENGELOLA_OPD, Peran.AUDITOR, Peran.ADMIN_SISTEM)


class Relasi(StrEnum):
    """How a person stands to a record."""

    SENDIRI = "sendiri"  # it is his own
    PENILAI = "penilai"  # he assesses the owner
    ATASAN_PENILAI = "atasan_penilai"  # he is the superior of the assessor
    REKAN = "rekan"  # he sits in the same unit
    KEPALA = "kepala"  # he leads the unit or one above it
    PENGELOLA_INSTANSI = "pengelola_instansi"
    PENGELOLA_OPD = "pengelola_opd"  # in the subtree of his role
    PIMPINAN = "pimpinan"  # in the subtree of his role
    AUDITOR = "auditor"
    ADMIN_SISTEM = "admin_sistem"


class Izin(StrEnum):
    """What may be done. The value is `<thing>.<action>`."""

    PEGAWAI_LIHAT = "pegawai.lihat"
    PEGAWAI_LIHAT_RAHASIA = "pegawai.lihat_rahasia"  # NIK, address, phone
    PEGAWAI_KELOLA = "pegawai.kelola"
    PEGAWAI_IMPOR = "pegawai.impor"
    EKSPOR_LIHAT = "ekspor.lihat"  # who took which list along
    SIASN_KIRIM = "siasn.kirim"  # files in the shapes of SIASN
    ORGANISASI_KELOLA = "organisasi.kelola"
    PERAN_KELOLA = "peran.kelola"
    AKUN_KELOLA = "akun.kelola"
    PENYAMARAN_MULAI = "penyamaran.mulai"  # see the application as somebody else sees it, for support
    PENYAMARAN_LIHAT = "penyamaran.lihat"  # who did so, when and why
    CATATAN_LIHAT = "catatan.lihat"  # who looked at sensitive records
    SIKLUS_LIHAT = "siklus.lihat"
    SIKLUS_KELOLA = "siklus.kelola"
    SKP_LIHAT = "skp.lihat"
    SKP_SUSUN = "skp.susun"  # write and submit
    SKP_TETAPKAN = "skp.tetapkan"  # approve or return
    LAPORAN_LIHAT = "laporan.lihat"
    LAPORAN_TULIS = "laporan.tulis"
    UMPAN_BALIK_LIHAT = "umpan_balik.lihat"
    UMPAN_BALIK_TULIS = "umpan_balik.tulis"
    EVALUASI_LIHAT = "evaluasi.lihat"
    EVALUASI_NILAI_DIRI = "evaluasi.nilai_diri"
    EVALUASI_NILAI = "evaluasi.nilai"
    EVALUASI_TERIMA = "evaluasi.terima"
    PESAN_LIHAT = "pesan.lihat"
    REKAN_JAWAB = "rekan.jawab"
    REKAN_CORET = "rekan.coret"
    REKAN_HASIL_LIHAT = "rekan.hasil_lihat"
    REKAN_KELOLA = "rekan.kelola"
    CAPAIAN_LIHAT = "capaian.lihat"
    CAPAIAN_SIAPKAN = "capaian.siapkan"
    CAPAIAN_TETAPKAN = "capaian.tetapkan"
    DISTRIBUSI_LIHAT = "distribusi.lihat"
    TAHUNAN_LIHAT = "tahunan.lihat"
    TAHUNAN_NILAI = "tahunan.nilai"
    TAHUNAN_AMBIL_ALIH = "tahunan.ambil_alih"
    TAHUNAN_SAMPAIKAN = "tahunan.sampaikan"
    TAHUNAN_TERIMA = "tahunan.terima"
    DOKUMEN_LIHAT = "dokumen.lihat"  # the register of issued documents
    DOKUMEN_CABUT = "dokumen.cabut"
    DOKUMEN_PAKET = "dokumen.paket"  # all documents of a unit as one file
    KEBERATAN_LIHAT = "keberatan.lihat"
    KEBERATAN_AJUKAN = "keberatan.ajukan"
    KEBERATAN_TANGGAPI = "keberatan.tanggapi"
    KEBERATAN_PUTUSKAN = "keberatan.putuskan"
    PENGHARGAAN_LIHAT = "penghargaan.lihat"
    PENGHARGAAN_USULKAN = "penghargaan.usulkan"
    PENGHARGAAN_PERIKSA = "penghargaan.periksa"
    PENGHARGAAN_PUTUSKAN = "penghargaan.putuskan"
    BONUS_LIHAT = "bonus.lihat"
    BONUS_SUSUN = "bonus.susun"
    BONUS_PERIKSA = "bonus.periksa"
    BONUS_SETUJUI = "bonus.setujui"
    PERBAIKAN_LIHAT = "perbaikan.lihat"
    PERBAIKAN_SUSUN = "perbaikan.susun"
    PERBAIKAN_AMBIL_ALIH = "perbaikan.ambil_alih"  # the superior, when the assessor does nothing
    PERBAIKAN_SEPAKATI = "perbaikan.sepakati"
    PERBAIKAN_CATAT = "perbaikan.catat"
    SANKSI_LIHAT = "sanksi.lihat"
    SANKSI_USULKAN = "sanksi.usulkan"
    SANKSI_PERIKSA = "sanksi.periksa"
    SANKSI_TANGGAPI = "sanksi.tanggapi"
    SANKSI_PUTUSKAN = "sanksi.putuskan"
    ANGKA_KREDIT_LIHAT = "angka_kredit.lihat"
    ANGKA_KREDIT_KELOLA = "angka_kredit.kelola"
    PELATIHAN_LIHAT = "pelatihan.lihat"
    PELATIHAN_USULKAN = "pelatihan.usulkan"
    PELATIHAN_SETUJUI = "pelatihan.setujui"
    PELATIHAN_TETAPKAN = "pelatihan.tetapkan"
    PELATIHAN_KELOLA = "pelatihan.kelola"
    PELATIHAN_PRESENSI = "pelatihan.presensi"  # be present; as instructor: show the code of the session
    KEBUTUHAN_TANGGAPI = "kebutuhan.tanggapi"  # one's own needs and trainings taken elsewhere
    LAYANAN_LIHAT = "layanan.lihat"
    LAYANAN_KELOLA = "layanan.kelola"
    LAYANAN_STRUK = "layanan.struk"
    DASBOR_LIHAT = "dasbor.lihat"
