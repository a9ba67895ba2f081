"""The departments of a regency, most needed first (besides Disdukcapil, Dinkes and Disdik)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Perangkat:
    """A department as data; `urut` says how small a government still has it."""

    nama: str
    singkatan: str
    urusan: str
    urut: int
    bidang: tuple[str, ...]
    profil: str = ""
    jenis: str = "dinas"
    bobot: float = 6
    didik: str = "s2umum"


_o = Perangkat
PERANGKAT: tuple[Perangkat, ...] = (
    _o(
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
        "BKPSDM",
        "bkpsdm",
        1,
        (
            "Bidang Penilaian Kinerja dan Penghargaan",
            "Bidang Mutasi dan Promosi",
            "Bidang Pengembangan Kompetensi",
        ),
        jenis="badan",
    ),
    _o("Inspektorat Daerah", "Inspektorat", "inspektorat", 1, (), jenis="inspektorat"),
    _o(
        "Dinas Komunikasi dan Informatika",
        "Diskominfo",
        "kominfo",
        1,
        ("Bidang Aplikasi dan Infrastruktur", "Bidang Informasi dan Komunikasi Publik"),
    ),
    _o(
        "Dinas Perhubungan",
        "Dishub",
        "dishub",
        1,
        ("Bidang Lalu Lintas", "Bidang Angkutan", "Bidang Prasarana dan Keselamatan"),
    ),
    _o(
        "Dinas Sosial",
        "Dinsos",
        "dinsos",
        2,
        ("Bidang Perlindungan dan Jaminan Sosial", "Bidang Rehabilitasi Sosial"),
    ),
    _o(
        "Dinas Pekerjaan Umum dan Penataan Ruang",
        "DPUPR",
        "pupr",
        3,
        ("Bidang Bina Marga", "Bidang Sumber Daya Air", "Bidang Tata Ruang"),
        bobot=9,
    ),
    _o(
        "Badan Pendapatan Daerah",
        "Bapenda",
        "bapenda",
        3,
        ("Bidang Pendataan dan Penetapan", "Bidang Penagihan"),
        jenis="badan",
    ),
    _o(
        "Satuan Polisi Pamong Praja dan Pemadam Kebakaran",
        "Satpol PP",
        "satpolpp",
        3,
        ("Bidang Ketertiban Umum", "Bidang Pemadam Kebakaran"),
        bobot=12,
    ),
    _o(
        "Dinas Lingkungan Hidup",
        "DLH",
        "dlh",
        3,
        ("Bidang Pengelolaan Sampah", "Bidang Pengendalian Pencemaran"),
        bobot=9,
    ),
    _o(
        "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
        "DPMPTSP",
        "dpmptsp",
        3,
        ("Bidang Pelayanan Perizinan", "Bidang Penanaman Modal"),
    ),
    _o(
        "Dinas Tenaga Kerja",
        "Disnaker",
        "disnaker",
        3,
        ("Bidang Penempatan Tenaga Kerja", "Bidang Hubungan Industrial"),
    ),
    _o(
        "Dinas Pertanian dan Ketahanan Pangan",
        "Distan",
        "umumopd",
        4,
        ("Bidang Tanaman Pangan", "Bidang Penyuluhan"),
    ),
    _o(
        "Badan Perencanaan Pembangunan Daerah",
        "Bappeda",
        "umumopd",
        4,
        ("Bidang Pemerintahan dan Pembangunan Manusia", "Bidang Infrastruktur dan Kewilayahan"),
        jenis="badan",
    ),
    _o(
        "Badan Keuangan dan Aset Daerah",
        "BKAD",
        "umumopd",
        4,
        ("Bidang Anggaran", "Bidang Aset"),
        jenis="badan",
    ),
    _o(
        "Badan Penanggulangan Bencana Daerah",
        "BPBD",
        "umumopd",
        5,
        ("Bidang Kedaruratan dan Logistik",),
        jenis="badan",
    ),
    _o(
        "Dinas Perpustakaan dan Kearsipan",
        "Dispusip",
        "umumopd",
        5,
        ("Bidang Perpustakaan",),
        profil="pustaka",
    ),
    _o("Dinas Pemberdayaan Masyarakat dan Desa", "DPMD", "umumopd", 5, ("Bidang Pemerintahan Desa",)),
    _o(
        "Dinas Koperasi, Usaha Mikro, dan Perdagangan",
        "Diskopumdag",
        "umumopd",
        5,
        ("Bidang Koperasi dan Usaha Mikro", "Bidang Perdagangan"),
    ),
)
