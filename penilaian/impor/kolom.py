"""The columns of results: SIASN's names of writing and of reading, e-Kinerja's, and what people write."""

from django.utils.translation import gettext_lazy as _

from inti.impor_dasar import Kolom
from inti.impor_sel import bulat, teks
from pegawai.impor.orang import KOLOM_ORANG
from pegawai.impor.pangkat import SEL_GOLONGAN
from penilaian.impor.sel import (
    SEL_BULAN,
    SEL_JENIS,
    SEL_KOEFISIEN,
    SEL_KREDIT,
    SEL_NOMOR,
    SEL_PATH,
    SEL_PERIODE,
    SEL_PERSEN,
    SEL_PREDIKAT,
    SEL_RANGKAP,
    SEL_RATING,
    SEL_STATUS,
    SEL_TRIWULAN,
    SEL_WAKTU,
)

PENANDA_EKINERJA = "SKP PENILAIAN ID"  # stands in no other file
ID_RIWAYAT = "ID RIWAYAT"
_KODE_RATING = _("Kode SIASN: 1 Di Atas, 2 Sesuai, 3 Di Bawah Ekspektasi. 1 yang terbaik.")
_KATA_RATING = _("Sama dengan kodenya, dalam kata. Cukup salah satu.")

UMUM = (
    *KOLOM_ORANG,
    Kolom(
        "TAHUN",
        ("TAHUN SKP", "TAHUN PENILAIAN", "TAHUN KINERJA", "YEAR"),
        wajib=True,
        bidang="tahun",
        sel=bulat(1950, 2100),
        keterangan=_("Tahun yang dinilai, sejak 2022."),
        contoh="2023",
    ),
    Kolom(
        "HASIL KINERJA NILAI",
        ("HASILKINERJANILAI", "HASIL KERJA NILAI", "KODE HASIL KERJA", "WORK RESULT CODE"),
        bidang="rating_hasil",
        sel=SEL_RATING,
        keterangan=_KODE_RATING,
        contoh="2",
    ),
    Kolom(
        "HASIL KINERJA",
        (
            "HASILKINERJA", "HASIL KERJA", "RATING HASIL", "RATING HASIL KERJA", "RATING HASIL KINERJA",
            "WORK RESULT", "WORK RESULTS", "RESULT RATING",
        ),
        bidang="hasil_kata",
        sel=SEL_RATING,
        keterangan=_KATA_RATING,
        contoh="SESUAI EKSPEKTASI",
    ),
    Kolom(
        "PERILAKU KERJA NILAI",
        ("PERILAKUKERJANILAI", "KODE PERILAKU KERJA", "WORK BEHAVIOUR CODE"),
        bidang="rating_perilaku",
        sel=SEL_RATING,
        keterangan=_KODE_RATING,
        contoh="1",
    ),
    Kolom(
        "PERILAKU KERJA",
        (
            "PERILAKUKERJA", "PERILAKU", "RATING PERILAKU", "RATING PERILAKU KERJA", "WORK BEHAVIOUR",
            "WORK BEHAVIOR", "BEHAVIOUR RATING",
        ),
        bidang="perilaku_kata",
        sel=SEL_RATING,
        keterangan=_KATA_RATING,
        contoh="DI ATAS EKSPEKTASI",
    ),
    Kolom(
        "KUADRAN KINERJA NILAI",
        ("KUADRANKINERJANILAI", "KODE PREDIKAT", "PREDIKAT NILAI", "OVERALL RATING CODE"),
        bidang="predikat",
        sel=SEL_PREDIKAT,
        keterangan=_("Kode SIASN 1 Sangat Baik sampai 5 Sangat Kurang. Kosong: dihitung dari kedua rating."),
        contoh="2",
    ),
    Kolom(
        "KUADRAN KINERJA",
        (
            "KUADRANKINERJA", "KUADRANNILAI", "KUADRAN NILAI", "KUADRAN", "PREDIKAT", "PREDIKAT KINERJA",
            "HASIL AKHIR", "RATING AKHIR", "OVERALL RATING", "PERFORMANCE LABEL",
        ),
        bidang="predikat_kata",
        sel=SEL_PREDIKAT,
        keterangan=_("Sama dengan kodenya, dalam kata."),
        contoh="BAIK",
    ),
    Kolom(
        "STATUS PENILAI",
        ("STATUSPENILAI", "ASSESSOR STATUS"),
        bidang="penilai_status",
        sel=SEL_STATUS,
        keterangan=_("ASN atau NON ASN. Kepala daerah NON ASN. Kosong: ASN."),
        contoh="ASN",
    ),
    Kolom(
        "PENILAI NIP NRP",
        (
            "PENILAINIPNRP", "NIPNRPPENILAI", "NIP NRP PENILAI", "NIP PENILAI", "NIP PEJABAT PENILAI",
            "PEGAWAI ATASAN NIP", "NIP ATASAN", "ASSESSOR NIP", "ASSESSOR EMPLOYEE NUMBER",
        ),
        bidang="penilai_nip",
        sel=SEL_NOMOR,
        keterangan=_("NIP 18 angka sebagai teks; penilainya tidak perlu ada di data pegawai."),
        contoh="197001011995031001",
    ),
    Kolom(
        "PENILAI NAMA",
        (
            "PENILAINAMA", "NAMAPENILAI", "NAMA PENILAI", "PEJABAT PENILAI", "NAMA PEJABAT PENILAI", "PENILAI",
            "PEGAWAI ATASAN NAMA", "NAMA ATASAN", "ASSESSOR", "ASSESSOR NAME", "SUPERVISOR NAME",
        ),
        bidang="penilai_nama",
        sel=teks(255),
        keterangan=_("Nama lengkap penilai dengan gelar."),
        contoh="Drs. Budi Santoso, M.Si.",
    ),
    Kolom(
        "PENILAI JABATAN",
        (
            "PENILAIJABATAN", "PENILAIJABATANNAMA", "PENILAIJABATANNM", "PENILAI JABATAN NAMA", "JABATAN PENILAI",
            "JABATAN PEJABAT PENILAI", "PEGAWAI ATASAN JABATAN", "JABATAN ATASAN", "ASSESSOR POSITION",
        ),
        bidang="penilai_jabatan",
        sel=teks(255),
        keterangan=_("Jabatan penilai waktu itu."),
        contoh="Kepala Bidang Mutasi",
    ),
    Kolom(
        "PENILAI GOLONGAN",
        (
            "PENILAIGOLONGAN", "PENILAIGOLONGANID", "GOLONGAN PENILAI", "GOLRU PENILAI", "PEGAWAI ATASAN GOLRU",
            "GOLONGAN ATASAN", "ASSESSOR RANK",
        ),
        bidang="penilai_golongan",
        sel=SEL_GOLONGAN,
        keterangan=_("IV/a, atau kode SIASN 41. Kosong bila penilai bukan ASN."),
        contoh="IV/a",
    ),
    Kolom(
        "PENILAI UNOR NAMA",
        (
            "PENILAIUNORNAMA", "PENILAIUNORNM", "PENILAI UNOR", "UNOR PENILAI", "UNIT PENILAI",
            "UNIT KERJA PENILAI", "PEGAWAI ATASAN UNOR", "UNIT KERJA ATASAN", "ASSESSOR UNIT",
        ),
        bidang="penilai_unit",
        sel=teks(255),
        keterangan=_("Unit kerja penilai waktu itu."),
        contoh="Badan Kepegawaian dan Pengembangan SDM",
    ),
    Kolom(
        "JABATAN",
        ("JABATAN NAMA", "NAMA JABATAN", "SKP JABATAN", "POSITION"),
        bidang="jabatan",
        sel=teks(255),
        keterangan=_("Jabatan pegawai waktu dinilai."),
        contoh="Analis SDM Aparatur",
    ),
    Kolom(
        "UNOR NAMA",
        ("UNORNAMA", "UNIT KERJA", "UNOR", "SKP UNOR", "UNIT"),
        bidang="unit",
        sel=teks(255),
        keterangan=_("Unit kerja pegawai waktu dinilai."),
        contoh="Bidang Mutasi",
    ),
    Kolom(
        ID_RIWAYAT,
        ("ID", "ID SIASN", "RW ID", "RWID", "RW SKP ID", "HISTORY ID"),
        bidang="siasn_id",
        sel=teks(64),
        keterangan=_("Nomor riwayat ini di SIASN, agar kiriman berikutnya tidak menggandakannya."),
    ),
    Kolom(PENANDA_EKINERJA),
    Kolom(
        "IS SKP PLT PLH PJB",
        ("IS PLT PLH", "PLT PLH"),
        bidang="rangkap",
        sel=SEL_RANGKAP,
        keterangan=_("Dari e-Kinerja: SKP Plt., Plh., atau Pj. dilewati."),
    ),
    Kolom(
        "PERIODE AKHIR SKP",
        ("PERIODE AKHIR",),
        bidang="akhir_skp",
        sel=SEL_WAKTU,
        keterangan=_("Dari e-Kinerja: bila seorang punya beberapa SKP setahun, yang terakhir yang dipakai."),
    ),
    Kolom(
        "WAKTU DINILAI",
        ("TANGGAL DINILAI", "ASSESSED AT"),
        bidang="dinilai",
        sel=SEL_WAKTU,
        keterangan=_("Dari e-Kinerja: untuk memastikan bahwa laporannya tahunan."),
    ),
)  # fmt: skip

SKP = (
    *UMUM,
    Kolom(
        "PATH",
        bidang="dokumen",
        sel=SEL_PATH,
        keterangan=_("Dokumen di SIASN sebagai JSON; disimpan apa adanya."),
    ),
)

PERIODIK = (
    *UMUM,
    Kolom(
        "PERIODIK ID",
        ("PERIODIKID", "PERIODIK", "JENIS PERIODE", "TIPE PERIODIK", "PERIOD KIND"),
        bidang="jenis",
        sel=SEL_JENIS,
        keterangan=_("Kode SIASN: 1 bulanan, 2 triwulan. Kosong: diketahui dari bulannya."),
        contoh="2",
    ),
    Kolom(
        "PERIODE",
        ("PERIODIK NAMA", "PERIODIKNAMA", "PERIODE PENILAIAN", "NAMA PERIODE", "PERIOD"),
        bidang="periode",
        sel=SEL_PERIODE,
        keterangan=_("Boleh sebagai pengganti bulan: Triwulan II, Maret, atau Januari–Maret."),
    ),
    Kolom(
        "TRIWULAN",
        ("TW", "QUARTER"),
        bidang="triwulan",
        sel=SEL_TRIWULAN,
        keterangan=_("Boleh sebagai pengganti bulan: 1 sampai 4, atau I sampai IV."),
    ),
    Kolom(
        "BULAN MULAI PENILAIAN",
        ("BULANMULAIPENILAIAN", "BULAN MULAI", "BULAN AWAL", "BULAN", "START MONTH", "MONTH"),
        bidang="bulan_mulai",
        sel=SEL_BULAN,
        keterangan=_("Bulan pertama, 1 sampai 12 atau namanya."),
        contoh="4",
    ),
    Kolom(
        "BULAN SELESAI PENILAIAN",
        ("BULANSELESAIPENILAIAN", "BULAN SELESAI", "BULAN AKHIR", "END MONTH"),
        bidang="bulan_selesai",
        sel=SEL_BULAN,
        keterangan=_("Bulan terakhir. Kosong pada periode bulanan: sama dengan bulan pertama."),
        contoh="6",
    ),
    Kolom(
        "TAHUN MULAI PENILAIAN",
        ("TAHUNMULAIPENILAIAN", "TAHUN MULAI", "START YEAR"),
        bidang="tahun_mulai",
        sel=bulat(1950, 2100),
        keterangan=_("Harus sama dengan TAHUN."),
    ),
    Kolom(
        "TAHUN SELESAI PENILAIAN",
        ("TAHUNSELESAIPENILAIAN", "TAHUN SELESAI", "END YEAR"),
        bidang="tahun_selesai",
        sel=bulat(1950, 2100),
        keterangan=_("Harus sama dengan TAHUN."),
    ),
    Kolom(
        "KOEFISIEN ID",
        ("KOEFISIENID", "KOEFISENID", "KOEFISEN ID", "KOEFISIEN", "JENJANG", "COEFFICIENT"),
        bidang="koefisien",
        sel=SEL_KOEFISIEN,
        keterangan=_("Hanya pejabat fungsional: kode SIASN 12 sampai 82, atau nama jenjangnya."),
        contoh="22",
    ),
    Kolom(
        "KRITERIA",
        bidang="kriteria",
        sel=teks(40),
        keterangan=_("Kriteria koefisien seperti di SIASN; disimpan apa adanya."),
    ),
    Kolom(
        "PERSENTASE",
        ("PERCENTAGE",),
        bidang="persentase",
        sel=SEL_PERSEN,
        keterangan=_("Persentase angka kredit, bila tercantum."),
        contoh="100",
    ),
    Kolom(
        "ANGKA KREDIT",
        ("ANGKAKREDIT", "KREDIT", "CREDIT POINTS"),
        bidang="angka_kredit",
        sel=SEL_KREDIT,
        keterangan=_("Angka kredit masa itu, bila tercantum."),
        contoh="6,25",
    ),
)
