"""Posts: what each is called, what education and grade fit it, and which results belong to it."""

from dataclasses import dataclass

# Education: level and the titles (front, back, name of the study) met in that post.
Gelar = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Didik:
    """Titles that one line of study gives, and its level: sma, d3, s1, s2."""

    tingkat: str
    gelar: tuple[Gelar, ...]


DIDIK: dict[str, Didik] = {
    "sma": Didik("sma", (("", "", "SMA/SMK Sederajat"), ("", "", "SMK Administrasi Perkantoran"))),
    "d3": Didik("d3", (("", "A.Md.", "D-III Administrasi Perkantoran"), ("", "A.Md.", "D-III Manajemen"))),
    "d3ak": Didik("d3", (("", "A.Md.Ak.", "D-III Akuntansi"),)),
    "sosial": Didik(
        "s1",
        (
            ("", "S.Sos.", "S-1 Administrasi Negara"),
            ("", "S.IP.", "S-1 Ilmu Pemerintahan"),
            ("", "S.A.P.", "S-1 Administrasi Publik"),
            ("", "S.STP.", "D-IV Pemerintahan"),
        ),
    ),
    "ekonomi": Didik(
        "s1", (("", "S.E.", "S-1 Ekonomi"), ("", "S.Ak.", "S-1 Akuntansi"), ("", "S.M.", "S-1 Manajemen"))
    ),
    "hukum": Didik("s1", (("", "S.H.", "S-1 Hukum"),)),
    "komputer": Didik(
        "s1", (("", "S.Kom.", "S-1 Teknik Informatika"), ("", "S.Kom.", "S-1 Sistem Informasi"))
    ),
    "teknik": Didik("s1", (("", "S.T.", "S-1 Teknik Sipil"), ("", "S.T.", "S-1 Teknik Lingkungan"))),
    "hubung": Didik(
        "d3", (("", "A.Md.LLAJ.", "D-III Lalu Lintas Angkutan Jalan"), ("", "A.Md.PKB.", "D-III PKB"))
    ),
    "guru": Didik(
        "s1",
        (
            ("", "S.Pd.", "S-1 Pendidikan Guru Sekolah Dasar"),
            ("", "S.Pd.", "S-1 Pendidikan Matematika"),
            ("", "S.Pd.", "S-1 Pendidikan Bahasa Indonesia"),
            ("", "S.Pd.I.", "S-1 Pendidikan Agama Islam"),
            ("", "S.Pd., Gr.", "S-1 Pendidikan IPA dan Profesi Guru"),
        ),
    ),
    "guru2": Didik("s2", (("", "S.Pd., M.Pd.", "S-2 Manajemen Pendidikan"),)),
    "ners": Didik("s1", (("", "S.Kep., Ns.", "S-1 Keperawatan dan Profesi Ners"),)),
    "perawat": Didik("d3", (("", "A.Md.Kep.", "D-III Keperawatan"),)),
    "bidan": Didik("d3", (("", "A.Md.Keb.", "D-III Kebidanan"),)),
    "bidan4": Didik("s1", (("", "S.Tr.Keb.", "D-IV Kebidanan"), ("", "S.Keb., Bd.", "Profesi Bidan"))),
    "dokter": Didik("s2", (("dr.", "", "Profesi Dokter"), ("dr.", "M.Kes.", "S-2 Kesehatan Masyarakat"))),
    "drg": Didik("s2", (("drg.", "", "Profesi Dokter Gigi"),)),
    "farmasi": Didik("s2", (("apt.", "S.Farm.", "Profesi Apoteker"),)),
    "gizi": Didik("d3", (("", "A.Md.Gz.", "D-III Gizi"),)),
    "skm": Didik("s1", (("", "S.K.M.", "S-1 Kesehatan Masyarakat"),)),
    "s2umum": Didik(
        "s2",
        (
            ("", "S.Sos., M.Si.", "S-2 Administrasi Publik"),
            ("", "S.E., M.M.", "S-2 Manajemen"),
            ("", "S.H., M.H.", "S-2 Hukum"),
            ("", "S.STP., M.Si.", "S-2 Ilmu Pemerintahan"),
            ("", "S.T., M.T.", "S-2 Perencanaan Wilayah"),
            ("", "S.IP., M.A.P.", "S-2 Administrasi Publik"),
        ),
    ),
    "s2sehat": Didik("s2", (("dr.", "M.Kes.", "S-2 Kesehatan"), ("", "S.K.M., M.Kes.", "S-2 Kesehatan"))),
    "s2didik": Didik("s2", (("", "S.Pd., M.Pd.", "S-2 Pendidikan"), ("", "S.Pd., M.M.", "S-2 Manajemen"))),
}

GOLONGAN: dict[str, tuple[str, ...]] = {
    "II.a": ("IV/d", "IV/c"),
    "II.b": ("IV/c", "IV/b"),
    "III.a": ("IV/b", "IV/a"),
    "III.b": ("IV/a", "III/d"),
    "IV.a": ("III/d", "III/c"),
    "IV.b": ("III/c", "III/b"),
    "Ahli Pertama": ("III/a", "III/b"),
    "Ahli Muda": ("III/c", "III/d"),
    "Ahli Madya": ("IV/a", "IV/b", "IV/c"),
    "Terampil": ("II/c", "II/d"),
    "Mahir": ("III/a", "III/b"),
    "Penyelia": ("III/c", "III/d"),
    "sma": ("II/a", "II/b", "II/c", "II/d"),
    "d3": ("II/c", "II/d", "III/a"),
    "s1": ("III/a", "III/b"),
    "s2": ("III/b", "III/c"),
}
GOLONGAN_PPPK = {"sma": "V", "d3": "VII", "s1": "IX", "s2": "X"}
AWAL = {"sma": "II/a", "d3": "II/c", "s1": "III/a", "s2": "III/b"}  # of somebody appointed this year
KELAS = {"II.a": 15, "II.b": 14, "III.a": 12, "III.b": 11, "IV.a": 9, "IV.b": 8}


@dataclass(frozen=True, slots=True)
class Pos:
    """A post; `hasil` is its own key in the catalogue, '' means that of the unit's staff."""

    nama: str
    jenis: str
    didik: tuple[str, ...]
    jenjang: str = ""
    eselon: str = ""
    kelas: int | None = None
    bup: int | None = 58
    hasil: str = ""
    wanita: float = 0.5

    @property
    def golongan(self) -> str:
        """Key of the grades that fit; '' when the level of education decides."""
        return self.eselon or self.jenjang


def _jf(nama: str, jenjang: str, didik: str, hasil: str = "", wanita: float = 0.5) -> Pos:
    kelas = {"Terampil": 6, "Mahir": 7, "Penyelia": 8, "Ahli Pertama": 8, "Ahli Muda": 9, "Ahli Madya": 11}
    bup = 60 if jenjang == "Ahli Madya" or nama == "Guru" else 58
    return Pos(
        f"{nama} {jenjang}",
        "fungsional",
        tuple(didik.split()),
        jenjang,
        "",
        kelas[jenjang],
        bup,
        hasil,
        wanita,
    )


def _pl(nama: str, didik: str, hasil: str = "", kelas: int = 6) -> Pos:
    return Pos(nama, "pelaksana", tuple(didik.split()), "", "", kelas, 58, hasil)


POS: dict[str, Pos] = {
    "analis_duk": Pos(
        "Analis Kependudukan",
        "pelaksana",
        ("sosial", "hukum"),
        kelas=7,
        hasil="analis_kependudukan",
        wanita=0.6,
    ),
    "adb_pertama": _jf("Administrator Database Kependudukan", "Ahli Pertama", "komputer sosial"),
    "adb_terampil": _jf("Operator Sistem Informasi Administrasi Kependudukan", "Terampil", "d3"),
    "op_layanan": _pl("Operator Layanan Operasional", "sma", kelas=5),
    "pengolah": _pl("Pengolah Data dan Informasi", "d3 d3 sma"),
    "penelaah": _pl("Penelaah Teknis Kebijakan", "sosial ekonomi hukum", kelas=7),
    "pengadm": _pl("Pengadministrasi Perkantoran", "sma", "umum", 5),
    "arsiparis": _jf("Arsiparis", "Terampil", "d3", "arsiparis", 0.6),
    "perencana": _jf("Perencana", "Ahli Muda", "ekonomi teknik", "perencana"),
    "bendahara": _pl("Bendahara Pengeluaran", "ekonomi d3ak", "keuangan", 7),
    "analis_keu": _jf("Analis Keuangan Pusat dan Daerah", "Ahli Pertama", "ekonomi", "keuangan"),
    "sdm": _jf("Analis Sumber Daya Manusia Aparatur", "Ahli Pertama", "sosial ekonomi"),
    "sdm_muda": _jf("Analis Sumber Daya Manusia Aparatur", "Ahli Muda", "s2umum sosial"),
    "prakom": _jf("Pranata Komputer", "Ahli Pertama", "komputer", "pranata_komputer", 0.3),
    "prakom_t": _jf("Pranata Komputer", "Terampil", "d3", "pranata_komputer", 0.3),
    "humas": _jf("Pranata Hubungan Masyarakat", "Ahli Pertama", "sosial"),
    "hukum": _jf("Perancang Peraturan Perundang-undangan", "Ahli Pertama", "hukum"),
    "kebijakan": _jf("Analis Kebijakan", "Ahli Muda", "s2umum sosial hukum"),
    "penguji": _jf("Penguji Kendaraan Bermotor", "Terampil", "hubung", wanita=0.15),
    "atlalin": _pl("Petugas Lalu Lintas dan Angkutan Jalan", "sma hubung", kelas=5),
    "guru_p": _jf("Guru", "Ahli Pertama", "guru", "guru", 0.68),
    "guru_m": _jf("Guru", "Ahli Muda", "guru", "guru", 0.66),
    "guru_d": _jf("Guru", "Ahli Madya", "guru guru2", "guru", 0.6),
    "pengawas_s": _jf("Pengawas Sekolah", "Ahli Madya", "guru2"),
    "perawat_t": _jf("Perawat", "Terampil", "perawat", "perawat", 0.7),
    "perawat_p": _jf("Perawat", "Ahli Pertama", "ners", "perawat", 0.7),
    "perawat_y": _jf("Perawat", "Penyelia", "perawat", "perawat", 0.7),
    "bidan_t": _jf("Bidan", "Terampil", "bidan", "bidan", 1.0),
    "bidan_p": _jf("Bidan", "Ahli Pertama", "bidan4", "bidan", 1.0),
    "bidan_m": _jf("Bidan", "Mahir", "bidan", "bidan", 1.0),
    "dokter": _jf("Dokter", "Ahli Pertama", "dokter", "dokter"),
    "dokter_m": _jf("Dokter", "Ahli Madya", "dokter", "dokter"),
    "drg": _jf("Dokter Gigi", "Ahli Muda", "drg", "dokter", 0.7),
    "apoteker": _jf("Apoteker", "Ahli Pertama", "farmasi", "apoteker", 0.7),
    "gizi": _jf("Nutrisionis", "Terampil", "gizi", "gizi", 0.85),
    "epid": _jf("Epidemiolog Kesehatan", "Ahli Pertama", "skm"),
    "peksos": _jf("Pekerja Sosial", "Ahli Pertama", "sosial"),
    "teknik": _jf("Teknik Jalan dan Jembatan", "Ahli Pertama", "teknik", wanita=0.2),
    "pengairan": _jf("Teknik Pengairan", "Ahli Muda", "teknik", wanita=0.2),
    "pemeriksa": _pl("Pemeriksa Pajak Daerah", "ekonomi", kelas=7),
    "juru_tagih": _pl("Pengolah Data Pajak", "d3 sma"),
    "auditor": _jf("Auditor", "Ahli Pertama", "ekonomi hukum"),
    "auditor_m": _jf("Auditor", "Ahli Muda", "ekonomi"),
    "ppupd": _jf("Pengawas Penyelenggaraan Urusan Pemerintahan Daerah", "Ahli Madya", "s2umum"),
    "polpp": _jf("Polisi Pamong Praja", "Terampil", "d3 d3", wanita=0.2),
    "polpp_p": _jf("Polisi Pamong Praja", "Ahli Pertama", "sosial", wanita=0.2),
    "lh": _jf("Pengendali Dampak Lingkungan", "Ahli Pertama", "teknik"),
    "kebersihan": _pl("Petugas Kebersihan dan Pertamanan", "sma", kelas=3),
    "izin": _jf("Penata Perizinan", "Ahli Pertama", "sosial hukum"),
    "naker": _jf("Pengantar Kerja", "Ahli Pertama", "sosial"),
    "mediator": _jf("Mediator Hubungan Industrial", "Ahli Muda", "hukum"),
    "penyuluh": _jf("Penyuluh Pertanian", "Ahli Pertama", "sosial"),
    "pustakawan": _jf("Pustakawan", "Terampil", "d3"),
}

# Who works in which kind of unit: post and weight.
PROFIL: dict[str, tuple[tuple[str, int], ...]] = {
    "capil": (
        ("analis_duk", 5),
        ("adb_pertama", 3),
        ("adb_terampil", 4),
        ("op_layanan", 5),
        ("pengolah", 3),
        ("arsiparis", 1),
    ),
    "sekretariat": (
        ("pengadm", 4),
        ("bendahara", 1),
        ("analis_keu", 2),
        ("perencana", 1),
        ("sdm", 1),
        ("arsiparis", 1),
        ("prakom_t", 1),
    ),
    "setda": (("penelaah", 4), ("kebijakan", 2), ("hukum", 1), ("pengadm", 2), ("humas", 1)),
    "dishub": (("atlalin", 5), ("penguji", 3), ("pengolah", 2), ("penelaah", 1)),
    "dinkes": (("epid", 3), ("penelaah", 3), ("pengolah", 2), ("gizi", 1)),
    "puskesmas": (
        ("perawat_t", 5),
        ("perawat_p", 4),
        ("bidan_t", 6),
        ("bidan_p", 3),
        ("bidan_m", 2),
        ("dokter", 2),
        ("drg", 1),
        ("apoteker", 1),
        ("gizi", 1),
        ("pengadm", 2),
    ),
    "rsud": (
        ("perawat_p", 7),
        ("perawat_t", 6),
        ("perawat_y", 2),
        ("bidan_p", 2),
        ("dokter", 2),
        ("dokter_m", 1),
        ("apoteker", 1),
        ("gizi", 1),
        ("pengadm", 1),
    ),
    "pendidikan": (("penelaah", 4), ("pengolah", 3), ("pengawas_s", 2), ("pengadm", 1)),
    "sekolah": (("guru_p", 7), ("guru_m", 4), ("guru_d", 3), ("pengadm", 1)),
    "dinsos": (("peksos", 3), ("penelaah", 3), ("pengolah", 2)),
    "pupr": (("teknik", 4), ("pengairan", 2), ("pengolah", 2), ("op_layanan", 2)),
    "bapenda": (("pemeriksa", 3), ("juru_tagih", 4), ("penelaah", 1)),
    "bkpsdm": (("sdm", 4), ("sdm_muda", 2), ("pengolah", 2), ("prakom", 1)),
    "inspektorat": (("auditor", 4), ("auditor_m", 3), ("ppupd", 2)),
    "satpolpp": (("polpp", 6), ("polpp_p", 2), ("op_layanan", 2)),
    "kominfo": (("prakom", 4), ("prakom_t", 2), ("humas", 2), ("pengolah", 1)),
    "dlh": (("kebersihan", 4), ("lh", 3), ("op_layanan", 2)),
    "dpmptsp": (("izin", 4), ("pengolah", 2), ("op_layanan", 1)),
    "disnaker": (("naker", 3), ("mediator", 1), ("pengolah", 2)),
    "umumopd": (("penelaah", 3), ("pengolah", 2), ("penyuluh", 1), ("op_layanan", 1)),
    "pustaka": (("pustakawan", 3), ("arsiparis", 2), ("pengolah", 1)),
    "kecamatan": (("penelaah", 2), ("pengolah", 2), ("op_layanan", 2), ("pengadm", 1)),
}
