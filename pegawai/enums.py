"""Kinds of people, posts, units and placements."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JenisPegawai(models.TextChoices):
    PNS = "pns", _("PNS")
    CPNS = "cpns", _("CPNS")
    PPPK = "pppk", _("PPPK")
    PPPK_PARUH_WAKTU = "pppk_paruh_waktu", _("PPPK paruh waktu")
    PEJABAT_NEGARA = "pejabat_negara", _("Pejabat negara")  # the regent or mayor: no NIP, yet assesses


class JenisKelamin(models.TextChoices):
    LAKI_LAKI = "L", _("Laki-laki")
    PEREMPUAN = "P", _("Perempuan")


class KedudukanHukum(models.TextChoices):
    """SIASN codes; an SKP is due for 01, 03 and 15 (PermenPANRB 6/2022, Lampiran II.C.8)."""

    AKTIF = "01", _("Aktif")
    CLTN = "02", _("CLTN")
    TUGAS_BELAJAR = "03", _("Tugas belajar")
    PEMBERHENTIAN_SEMENTARA = "04", _("Pemberhentian sementara")
    PENERIMA_UANG_TUNGGU = "05", _("Penerima uang tunggu")
    PRAJURIT_WAJIB = "06", _("Prajurit wajib")
    PEJABAT_NEGARA = "07", _("Pejabat negara")
    KEPALA_DESA = "08", _("Kepala desa")
    BANDING_BAPEK = "09", _("Sedang dalam proses banding BAPEK")
    TITIPAN = "11", _("Pegawai titipan")
    PENGUNGSI = "12", _("Pengungsi")
    PERPANJANGAN_CLTN = "13", _("Perpanjangan CLTN")
    HILANG = "14", _("Dinyatakan hilang")
    HUKUMAN_DISIPLIN = "15", _("Sedang menjalani hukuman disiplin")
    PENURUNAN_JABATAN = "16", _("Pemindahan dalam rangka penurunan jabatan")
    MPP = "20", _("Masa persiapan pensiun")
    BELUM_SK_CPNS = "51", _("Belum menerima SK CPNS")
    TIDAK_AKTIF = "52", _("Tidak aktif")
    DIBERHENTIKAN = "66", _("Diberhentikan")
    PUNAH = "67", _("Punah")
    EKS_TIMOR_TIMUR = "68", _("Eks PNS Timor Timur")
    TMS_PENGADAAN = "69", _("Tidak memenuhi syarat dari pengadaan")
    PEMBATALAN_NIP = "70", _("Pembatalan NIP")
    BERHENTI_TANPA_PENSIUN = "77", _("Pemberhentian tanpa hak pensiun")
    BERHENTI_DENGAN_PENSIUN = "88", _("Pemberhentian dengan hak pensiun")
    DIUSULKAN_PENSIUN = "89", _("Tidak aktif, diusulkan pensiun")
    TIDAK_PUPNS = "90", _("Tidak ikut PUPNS 2015")
    TINDAK_PIDANA = "91", _("Tindak pidana atau tindak pidana jabatan")
    PEMBLOKIRAN = "92", _("Pemblokiran data")
    MENCAPAI_BUP = "98", _("Mencapai batas usia pensiun")
    PENSIUN = "99", _("Pensiun")


WAJIB_SKP = (KedudukanHukum.AKTIF, KedudukanHukum.TUGAS_BELAJAR, KedudukanHukum.HUKUMAN_DISIPLIN)


class JenisUnit(models.TextChoices):
    INSTANSI = "instansi", _("Instansi")
    SEKRETARIAT_DAERAH = "sekretariat_daerah", _("Sekretariat Daerah")
    ASISTEN = "asisten", _("Asisten")
    BAGIAN = "bagian", _("Bagian")
    SEKRETARIAT_DPRD = "sekretariat_dprd", _("Sekretariat DPRD")
    INSPEKTORAT = "inspektorat", _("Inspektorat")
    DINAS = "dinas", _("Dinas")
    BADAN = "badan", _("Badan")
    KECAMATAN = "kecamatan", _("Kecamatan")
    KELURAHAN = "kelurahan", _("Kelurahan")
    SEKRETARIAT = "sekretariat", _("Sekretariat")
    BIDANG = "bidang", _("Bidang")
    SUBBAGIAN = "subbagian", _("Subbagian")
    SEKSI = "seksi", _("Seksi")
    UPTD = "uptd", _("UPTD")
    PUSKESMAS = "puskesmas", _("Puskesmas")
    RSUD = "rsud", _("RSUD")
    SEKOLAH = "sekolah", _("Sekolah")


class ZonaWaktu(models.TextChoices):
    WIB = "WIB", _("WIB")
    WITA = "WITA", _("WITA")
    WIT = "WIT", _("WIT")


class JenisJabatan(models.TextChoices):
    KEPALA_DAERAH = "kepala_daerah", _("Kepala daerah")
    JPT_MADYA = "jpt_madya", _("JPT Madya")
    JPT_PRATAMA = "jpt_pratama", _("JPT Pratama")
    ADMINISTRATOR = "administrator", _("Administrator")
    PENGAWAS = "pengawas", _("Pengawas")
    FUNGSIONAL = "fungsional", _("Fungsional")
    PELAKSANA = "pelaksana", _("Pelaksana")


class JenisPenempatan(models.TextChoices):
    DEFINITIF = "definitif", _("Definitif")
    PLT = "plt", _("Pelaksana tugas (Plt.)")
    PLH = "plh", _("Pelaksana harian (Plh.)")


class JenisKenaikan(models.TextChoices):
    """SIASN reference kenaikanPangkat."""

    REGULER = "101", _("Reguler")
    JABATAN_STRUKTURAL = "201", _("Pilihan (jabatan struktural)")
    JABATAN_FUNGSIONAL = "202", _("Pilihan (jabatan fungsional tertentu)")
    PENYESUAIAN_IJAZAH = "203", _("Pilihan (penyesuaian ijazah)")
    SEDANG_TUGAS_BELAJAR = "204", _("Pilihan (sedang melaksanakan tugas belajar)")
    SELESAI_TUGAS_BELAJAR = "205", _("Pilihan (setelah selesai tugas belajar)")
    DIPERBANTUKAN = "206", _("Pilihan (diperbantukan/diperkerjakan instansi lain)")
    PENEMUAN_BARU = "207", _("Pilihan (penemuan baru)")
    PRESTASI_LUAR_BIASA = "208", _("Pilihan (prestasi luar biasa)")
    PEJABAT_NEGARA = "209", _("Pilihan (pejabat negara)")
    SELAMA_DPK_DPB = "210", _("Pilihan (selama DPK/DPB)")
    PENGADAAN = "211", _("Gol. dari pengadaan CPNS/PNS")


class SumberAtasan(models.TextChoices):
    POHON = "pohon", _("Susunan unit kerja")
    KHUSUS = "khusus", _("Penetapan khusus")


class MasalahAtasan(models.TextChoices):
    """What is wrong with who assesses a person; the order is the order in which it is looked for."""

    TANPA_PENEMPATAN = "tanpa_penempatan", _("Tanpa penempatan")
    KOSONG = "kosong", _("Penilai belum ada")
    DIRI = "diri", _("Menilai dirinya sendiri")
    TIDAK_AKTIF = "tidak_aktif", _("Penilai tidak aktif")
    LINGKARAN = "lingkaran", _("Saling menilai berputar")
    LUAR_RANTAI = "luar_rantai", _("Di luar rantai unit")


# Whoever has another standing leads nobody at present; a head on study leave has left his post.
DAPAT_MENILAI = (KedudukanHukum.AKTIF, KedudukanHukum.HUKUMAN_DISIPLIN, KedudukanHukum.PEJABAT_NEGARA)


class JenisKeadaan(models.TextChoices):
    """Why somebody is away for a time: leave as PP 11/2017 jo 17/2020 names it, study, waiting for pension."""

    CUTI_TAHUNAN = "cuti_tahunan", _("Cuti tahunan")
    CUTI_BESAR = "cuti_besar", _("Cuti besar")
    CUTI_SAKIT = "cuti_sakit", _("Cuti sakit")
    CUTI_MELAHIRKAN = "cuti_melahirkan", _("Cuti melahirkan")
    CUTI_ALASAN_PENTING = "cuti_alasan_penting", _("Cuti karena alasan penting")
    CLTN = "cltn", _("Cuti di luar tanggungan negara")
    TUGAS_BELAJAR = "tugas_belajar", _("Tugas belajar")
    MPP = "mpp", _("Masa persiapan pensiun")


# Who is away like this cannot assess anybody (PermenPANRB 6/2022 Lampiran IV.A.2: permanently unable).
KEADAAN_PERGI = (JenisKeadaan.CLTN, JenisKeadaan.TUGAS_BELAJAR, JenisKeadaan.MPP)


class JenisPensiun(models.TextChoices):
    """Why somebody leaves the service with a decree."""

    BUP = "bup", _("Mencapai batas usia pensiun")
    PERMINTAAN = "permintaan", _("Atas permintaan sendiri")
    UZUR = "uzur", _("Tidak cakap jasmani atau rohani")
    PENATAAN = "penataan", _("Penataan organisasi")
    MENINGGAL = "meninggal", _("Meninggal dunia")


class SebabGandaPegawai(models.TextChoices):
    """Why two records may be one person; the surest first."""

    NIK = "nik", _("NIK sama")
    NIP_LAMA = "nip_lama", _("NIP yang satu adalah NIP lama yang lain")
    NAMA_LAHIR = "nama_lahir", _("Nama dan tanggal lahir sama")
    NIP_MIRIP = "nip_mirip", _("NIP berbeda beberapa angka, nama sama atau mirip")


class SebabGandaUnit(models.TextChoices):
    """Why two units may be one."""

    KODE = "kode", _("Kode sama selain tanda baca")
    NAMA = "nama", _("Nama sama di bawah unit yang sama")
    MIRIP = "mirip", _("Nama mirip di bawah unit yang sama")
