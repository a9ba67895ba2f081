"""The units of a regency of a given size: which exist, who heads them, how many work there."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kinerja.demo.jabatan import KELAS, Pos
from kinerja.demo.nama import KECAMATAN, KELURAHAN

LANGSUNG_MAKS = 50  # nobody leads more people directly than this
BAGIAN_KEPALA = 0.27  # share of heads in a small government


@dataclass(slots=True)
class Unit:
    """A unit. `urut` decides how small a government still has it; `bobot` how many people it gets."""

    nama: str
    singkatan: str
    jenis: str
    urusan: str
    kepala: Pos
    urut: int
    bobot: float = 0
    plafon: int = 40
    profil: str = ""
    tingkat: str = "bidang"  # key of the head's results: urusan:tingkat
    zona_hari: int = 5
    mandiri: bool = False
    anak: list["Unit"] = field(default_factory=list)
    staf: int = 0

    @property
    def hasil_kepala(self) -> str:
        return f"{self.urusan}:{self.tingkat}"


def _kepala(nama: str, eselon: str, didik: str = "s2umum") -> Pos:
    jenis = {"II": "jpt_pratama", "III": "administrator", "IV": "pengawas"}[eselon.split(".")[0]]
    bup = 60 if jenis == "jpt_pratama" else 58
    return Pos(nama, jenis, tuple(didik.split()), "", eselon, KELAS[eselon], bup, "", 0.38)


def _sub(nama: str, urusan: str, urut: int, bobot: float, profil: str = "", *, hasil: str = "") -> Unit:
    """A sekretariat or bidang of a department."""
    jenis = "sekretariat" if nama == "Sekretariat" else "bidang"
    pos = _kepala("Sekretaris", "III.a") if jenis == "sekretariat" else _kepala(f"Kepala {nama}", "III.b")
    return Unit(nama, "", jenis, hasil or urusan, pos, urut, bobot, profil=profil or urusan)


def _opd(
    nama: str,
    singkatan: str,
    urusan: str,
    urut: int,
    bidang: tuple[str, ...],
    *,
    profil: str = "",
    jenis: str = "dinas",
    bobot: float = 6,
    didik: str = "s2umum",
) -> Unit:
    """A department with its secretariat (two subsections when large) and divisions."""
    kepala = _kepala("Inspektur" if jenis == "inspektorat" else f"Kepala {nama}", "II.b", didik)
    sekretariat = _sub("Sekretariat", "sekretariat", urut + 3, bobot, "sekretariat")
    for i, sub in enumerate(("Subbagian Umum dan Kepegawaian", "Subbagian Keuangan")):
        pos = _kepala(f"Kepala {sub}", "IV.a", "sosial ekonomi")
        sekretariat.anak.append(
            Unit(sub, "", "subbagian", "sekretariat", pos, 7 + i, bobot / 2, profil="sekretariat")
        )
    anak = [_sub(b, urusan, urut + 3 + i % 2, bobot, profil or urusan) for i, b in enumerate(bidang)]
    return Unit(
        nama,
        singkatan,
        jenis,
        urusan,
        kepala,
        urut,
        1,
        12,
        profil or urusan,
        "pimpin",
        anak=[sekretariat, *anak],
    )


def _dukcapil(n: int) -> Unit:
    dinas = _opd("Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", "dukcapil", 0, (), profil="capil")
    sekretariat = dinas.anak[0]
    sekretariat.urut = 2
    capil = _sub("Bidang Pelayanan Pencatatan Sipil", "dukcapil", 0, 0, "capil", hasil="capil")
    capil = replace(
        capil, kepala=_kepala("Kepala Bidang Pencatatan Sipil", "III.b"), nama="Bidang Pencatatan Sipil"
    )
    capil.staf = 25 if n >= 300 else max(5, n // 14)
    dafduk = _sub("Bidang Pelayanan Pendaftaran Penduduk", "dukcapil", 2, 8, "capil", hasil="dafduk")
    piak = _sub("Bidang PIAK dan Pemanfaatan Data", "dukcapil", 3, 5, "capil", hasil="piak")
    dinas.anak = [sekretariat, dafduk, capil, piak]
    return dinas


def _setda() -> Unit:
    setda = Unit(
        "Sekretariat Daerah",
        "Setda",
        "sekretariat_daerah",
        "setda",
        _kepala("Sekretaris Daerah", "II.a"),
        0,
        2,
        12,
        "setda",
        "pimpin",
    )
    isi = {
        "Pemerintahan dan Kesejahteraan Rakyat": ("Tata Pemerintahan", "Kesejahteraan Rakyat", "Hukum"),
        "Perekonomian dan Pembangunan": (
            "Perekonomian",
            "Pengadaan Barang dan Jasa",
            "Administrasi Pembangunan",
        ),
        "Administrasi Umum": ("Organisasi", "Umum", "Protokol dan Komunikasi Pimpinan"),
    }
    for i, (asisten, bagian) in enumerate(isi.items()):
        nama = f"Asisten {asisten}"
        unit = Unit(nama, "", "asisten", "asisten", _kepala(nama, "II.b"), 4 + (i > 0), profil="setda")
        for j, b in enumerate(bagian):
            pos = _kepala(f"Kepala Bagian {b}", "III.a")
            unit.anak.append(Unit(f"Bagian {b}", "", "bagian", "bagian", pos, 5 + (j > 0), 8, profil="setda"))
        setda.anak.append(unit)
    return setda


def _dinkes(n: int, kecamatan: int) -> Unit:
    dinas = _opd(
        "Dinas Kesehatan",
        "Dinkes",
        "dinkes",
        1,
        (
            "Bidang Kesehatan Masyarakat",
            "Bidang Pencegahan dan Pengendalian Penyakit",
            "Bidang Pelayanan Kesehatan",
        ),
        didik="s2sehat",
    )
    for i in range(kecamatan):
        pos = _kepala("Kepala Puskesmas", "IV.a", "s2sehat dokter")
        dinas.anak.append(
            Unit(
                f"Puskesmas {KECAMATAN[i]}",
                "",
                "puskesmas",
                "puskesmas",
                pos,
                1 if i == 0 else 4 + min(i, 3),
                24,
                48,
                "puskesmas",
                "pimpin",
                6,
                True,
            )
        )
    dinas.anak.append(_rsud(n))
    return dinas


def _rsud(n: int) -> Unit:
    rsud = Unit(
        "RSUD",
        "RSUD",
        "rsud",
        "rsud",
        _kepala("Direktur RSUD", "III.a", "dokter"),
        3,
        14,
        30,
        "rsud",
        "pimpin",
        6,
        True,
    )
    ruang = ("Pelayanan Medik", "Keperawatan", "Penunjang Medik") + (
        ("Gawat Darurat", "Rawat Inap I", "Rawat Inap II", "Bedah Sentral", "Rawat Jalan") if n > 3000 else ()
    )
    for i, nama in enumerate(ruang):
        pos = _kepala(f"Kepala Bidang {nama}", "III.b", "ners dokter")
        rsud.anak.append(Unit(f"Bidang {nama}", "", "bidang", "rsud", pos, 5 + (i > 1), 24, 48, "rsud"))
    return rsud


def _pendidikan(kecamatan: int, sd: int) -> Unit:
    dinas = _opd(
        "Dinas Pendidikan",
        "Disdik",
        "pendidikan",
        1,
        (
            "Bidang Pembinaan SD",
            "Bidang Pembinaan SMP",
            "Bidang PAUD dan Pendidikan Nonformal",
            "Bidang Ketenagaan",
        ),
        didik="s2didik",
    )
    for i in range(kecamatan):
        tempat = KECAMATAN[i]
        pos = _kepala("Koordinator Wilayah Bidang Pendidikan", "IV.b", "s2didik")
        wilayah = Unit(
            f"Korwil Pendidikan Kecamatan {tempat}",
            "",
            "uptd",
            "pendidikan",
            pos,
            1 if i == 0 else 4 + min(i, 3),
            2,
            6,
            "pendidikan",
        )
        wilayah.anak = [_sekolah("SD", nomor, tempat, i) for nomor in range(1, sd + 1)]
        wilayah.anak += [_sekolah("SMP", nomor, tempat, i) for nomor in range(1, 2 + sd // 4)]
        dinas.anak.append(wilayah)
    return dinas


def _sekolah(jenjang: str, nomor: int, tempat: str, ke: int) -> Unit:
    pos = Pos("Kepala Sekolah", "fungsional", ("guru2", "guru"), "Ahli Madya", "", 11, 60, "", 0.5)
    urut = (1 if jenjang == "SD" else 3) if ke == 0 and nomor == 1 else 5 + min(ke // 3 + nomor // 3, 2)
    bobot, plafon = (11, 14) if jenjang == "SD" else (22, 38)
    return Unit(
        f"{jenjang} Negeri {nomor} {tempat}",
        "",
        "sekolah",
        "sekolah",
        pos,
        urut,
        bobot,
        plafon,
        "sekolah",
        "pimpin",
        6,
        True,
    )


def _kecamatan(ke: int, kelurahan: int) -> Unit:
    tempat = KECAMATAN[ke]
    camat = Unit(
        f"Kecamatan {tempat}",
        "",
        "kecamatan",
        "kecamatan",
        _kepala("Camat", "III.a"),
        2 if ke == 0 else 4 + min(ke, 3),
        6,
        16,
        "kecamatan",
        "pimpin",
    )
    for i, (nama, jenis, eselon) in enumerate(
        (
            ("Sekretariat Kecamatan", "sekretariat", "III.b"),
            ("Seksi Pemerintahan", "seksi", "IV.a"),
            ("Seksi Pelayanan", "seksi", "IV.a"),
        )
    ):
        kepala = "Sekretaris Kecamatan" if i == 0 else f"Kepala {nama}"
        camat.anak.append(
            Unit(
                nama,
                "",
                jenis,
                "kecamatan",
                _kepala(kepala, eselon, "sosial s2umum"),
                6 + i,
                3,
                8,
                "kecamatan",
            )
        )
    for i in range(kelurahan):
        nama = f"Kelurahan {KELURAHAN[(ke + i * 3) % len(KELURAHAN)]}"
        camat.anak.append(
            Unit(
                nama,
                "",
                "kelurahan",
                "kelurahan",
                _kepala("Lurah", "IV.a", "sosial"),
                4 + min(ke + i, 3),
                4,
                9,
                "kecamatan",
                "pimpin",
            )
        )
    return camat


def _lain(n: int) -> list[Unit]:
    o = _opd
    isi = [
        o(
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
        o("Inspektorat Daerah", "Inspektorat", "inspektorat", 1, (), jenis="inspektorat"),
        o(
            "Dinas Komunikasi dan Informatika",
            "Diskominfo",
            "kominfo",
            1,
            ("Bidang Aplikasi dan Infrastruktur", "Bidang Informasi dan Komunikasi Publik"),
        ),
        o(
            "Dinas Perhubungan",
            "Dishub",
            "dishub",
            1,
            ("Bidang Lalu Lintas", "Bidang Angkutan", "Bidang Prasarana dan Keselamatan"),
        ),
        o(
            "Dinas Sosial",
            "Dinsos",
            "dinsos",
            2,
            ("Bidang Perlindungan dan Jaminan Sosial", "Bidang Rehabilitasi Sosial"),
        ),
        o(
            "Dinas Pekerjaan Umum dan Penataan Ruang",
            "DPUPR",
            "pupr",
            3,
            ("Bidang Bina Marga", "Bidang Sumber Daya Air", "Bidang Tata Ruang"),
            bobot=9,
        ),
        o(
            "Badan Pendapatan Daerah",
            "Bapenda",
            "bapenda",
            3,
            ("Bidang Pendataan dan Penetapan", "Bidang Penagihan"),
            jenis="badan",
        ),
        o(
            "Satuan Polisi Pamong Praja dan Pemadam Kebakaran",
            "Satpol PP",
            "satpolpp",
            3,
            ("Bidang Ketertiban Umum", "Bidang Pemadam Kebakaran"),
            bobot=12,
        ),
        o(
            "Dinas Lingkungan Hidup",
            "DLH",
            "dlh",
            3,
            ("Bidang Pengelolaan Sampah", "Bidang Pengendalian Pencemaran"),
            bobot=9,
        ),
        o(
            "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
            "DPMPTSP",
            "dpmptsp",
            3,
            ("Bidang Pelayanan Perizinan", "Bidang Penanaman Modal"),
        ),
        o(
            "Dinas Tenaga Kerja",
            "Disnaker",
            "disnaker",
            3,
            ("Bidang Penempatan Tenaga Kerja", "Bidang Hubungan Industrial"),
        ),
        o(
            "Dinas Pertanian dan Ketahanan Pangan",
            "Distan",
            "umumopd",
            4,
            ("Bidang Tanaman Pangan", "Bidang Penyuluhan"),
        ),
        o(
            "Badan Perencanaan Pembangunan Daerah",
            "Bappeda",
            "umumopd",
            4,
            ("Bidang Pemerintahan dan Pembangunan Manusia", "Bidang Infrastruktur dan Kewilayahan"),
            jenis="badan",
        ),
        o(
            "Badan Keuangan dan Aset Daerah",
            "BKAD",
            "umumopd",
            4,
            ("Bidang Anggaran", "Bidang Aset"),
            jenis="badan",
        ),
        o(
            "Badan Penanggulangan Bencana Daerah",
            "BPBD",
            "umumopd",
            5,
            ("Bidang Kedaruratan dan Logistik",),
            jenis="badan",
        ),
        o(
            "Dinas Perpustakaan dan Kearsipan",
            "Dispusip",
            "umumopd",
            5,
            ("Bidang Perpustakaan",),
            profil="pustaka",
        ),
        o("Dinas Pemberdayaan Masyarakat dan Desa", "DPMD", "umumopd", 5, ("Bidang Pemerintahan Desa",)),
        o(
            "Dinas Koperasi, Usaha Mikro, dan Perdagangan",
            "Diskopumdag",
            "umumopd",
            5,
            ("Bidang Koperasi dan Usaha Mikro", "Bidang Perdagangan"),
        ),
    ]
    isi[0].anak[1].urut = 2
    for i, nama in enumerate(("I", "II", "III")):
        pos = _kepala(f"Inspektur Pembantu Wilayah {nama}", "III.a")
        isi[1].anak.append(
            Unit(
                f"Inspektorat Pembantu Wilayah {nama}",
                f"Irban {nama}",
                "bidang",
                "inspektorat",
                pos,
                4 + i,
                8,
                profil="inspektorat",
            )
        )
    return isi


def susun(kabupaten: str, n: int) -> Unit:
    """The tree of a regency with `n` employees, its top the government, with `staf` set on every unit."""
    for kecamatan, sd in _ukuran(n):
        pohon = _pohon(kabupaten, n, kecamatan, sd)
        _pangkas(pohon, max(18, round(BAGIAN_KEPALA * n)))
        if _bagi(pohon, n):
            return pohon
    raise ValueError(f"Susunan unit untuk {n} pegawai tidak dapat dibuat.")


def _ukuran(n: int) -> Iterator[tuple[int, int]]:
    kecamatan = min(30, max(1, round(n / 330)))
    for tambah in range(40):
        yield min(30, kecamatan + tambah), min(20, max(2, round(n / kecamatan / 55)) + tambah)


def _pohon(kabupaten: str, n: int, kecamatan: int, sd: int) -> Unit:
    bupati = Pos("Bupati", "kepala_daerah", ("s2umum",), kelas=None, bup=None)
    return Unit(
        f"Pemerintah Kabupaten {kabupaten}",
        f"Kab. {kabupaten}",
        "instansi",
        "setda",
        bupati,
        0,
        0,
        0,
        "setda",
        "pimpin",
        anak=[
            _setda(),
            _dukcapil(n),
            *_lain(n),
            _dinkes(n, kecamatan),
            _pendidikan(kecamatan, sd),
            *(_kecamatan(i, 1 + (i < 6) + (i < 2)) for i in range(kecamatan)),
        ],
    )


def semua(unit: Unit) -> Iterator[Unit]:
    """The unit and all below it, top first."""
    yield unit
    for anak in unit.anak:
        yield from semua(anak)


def _pangkas(pohon: Unit, batas: int) -> None:
    """Keep the `batas` most needed units; a unit never stays without the one above it."""
    calon = sorted(_dengan_induk(pohon, 0), key=lambda c: c[0])
    tinggal = {id(unit) for _, unit in calon[:batas]}
    for unit in list(semua(pohon)):
        unit.anak = [a for a in unit.anak if id(a) in tinggal]


def _dengan_induk(unit: Unit, urut: int) -> Iterator[tuple[int, Unit]]:
    urut = max(urut, unit.urut)
    yield urut, unit
    for anak in unit.anak:
        yield from _dengan_induk(anak, urut)


def _bagi(pohon: Unit, n: int) -> bool:
    """Set `staf` so that heads and staff are `n` people; False when they do not fit."""
    unit = list(semua(pohon))
    sisa = n - len(unit) - sum(u.staf for u in unit)
    terbuka = [u for u in unit if u.staf == 0 and u.bobot]
    if sisa < 0 or sum(min(u.plafon, LANGSUNG_MAKS) for u in terbuka) < sisa:
        return False
    while sisa:
        jumlah = sum(u.bobot for u in terbuka)
        lebih = sisa
        for u in terbuka:
            tambah = min(sisa, u.plafon - u.staf, round(lebih * u.bobot / jumlah) or 1)
            u.staf += tambah
            sisa -= tambah
        terbuka = [u for u in terbuka if u.staf < u.plafon]
    return True
