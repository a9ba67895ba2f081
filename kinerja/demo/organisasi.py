"""The units of a regency of a given size: which exist, who heads them, how many work there."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kinerja.demo.jabatan import KELAS, Pos
from kinerja.demo.nama import KECAMATAN, KELURAHAN
from kinerja.demo.perangkat import PERANGKAT, Perangkat

LANGSUNG_MAKS = 50  # nobody leads more people directly than this
BAGIAN_KECAMATAN = (
    ("Sekretariat Kecamatan", "sekretariat", "Sekretaris Kecamatan", "III.b"),
    ("Seksi Pemerintahan", "seksi", "Kepala Seksi Pemerintahan", "IV.a"),
    ("Seksi Pelayanan", "seksi", "Kepala Seksi Pelayanan", "IV.a"),
)
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


def _opd(p: Perangkat) -> Unit:
    """A department with its secretariat (two subsections when large) and divisions."""
    kepala = _kepala("Inspektur" if p.jenis == "inspektorat" else f"Kepala {p.nama}", "II.b", p.didik)
    sekretariat = _sub("Sekretariat", "sekretariat", p.urut + 3, p.bobot, "sekretariat")
    for i, sub in enumerate(("Subbagian Umum dan Kepegawaian", "Subbagian Keuangan")):
        pos = _kepala(f"Kepala {sub}", "IV.a", "sosial ekonomi")
        unit = Unit(sub, "", "subbagian", "sekretariat", pos, 7 + i, p.bobot / 2, profil="sekretariat")
        sekretariat.anak.append(unit)
    profil = p.profil or p.urusan
    anak = [_sub(b, p.urusan, p.urut + 3 + i % 2, p.bobot, profil) for i, b in enumerate(p.bidang)]
    dinas = Unit(p.nama, p.singkatan, p.jenis, p.urusan, kepala, p.urut, 1, 12, profil, "pimpin")
    dinas.anak = [sekretariat, *anak]
    return dinas


def _dukcapil(n: int) -> Unit:
    dinas = _opd(
        Perangkat("Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", "dukcapil", 0, (), profil="capil")
    )
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
        Perangkat(
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
        Perangkat(
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
    urut = 2 if ke == 0 else 4 + min(ke, 3)
    camat = Unit(
        f"Kecamatan {KECAMATAN[ke]}", "", "kecamatan", "kecamatan", _kepala("Camat", "III.a"), urut, 6, 16,
        "kecamatan", "pimpin",
    )  # fmt: skip
    for i, (nama, jenis, kepala, eselon) in enumerate(BAGIAN_KECAMATAN):
        pos = _kepala(kepala, eselon, "sosial s2umum")
        camat.anak.append(Unit(nama, "", jenis, "kecamatan", pos, 6 + i, 3, 8, "kecamatan"))
    for i in range(kelurahan):
        nama = f"Kelurahan {KELURAHAN[(ke + i * 3) % len(KELURAHAN)]}"
        pos, urut = _kepala("Lurah", "IV.a", "sosial"), 4 + min(ke + i, 3)
        camat.anak.append(Unit(nama, "", "kelurahan", "kelurahan", pos, urut, 4, 9, "kecamatan", "pimpin"))
    return camat


def _lain() -> list[Unit]:
    isi = [_opd(p) for p in PERANGKAT]
    isi[0].anak[1].urut = 2  # BKPSDM: the division that runs performance management
    for i, nama in enumerate(("I", "II", "III")):
        pos = _kepala(f"Inspektur Pembantu Wilayah {nama}", "III.a")
        unit = Unit(
            f"Inspektorat Pembantu Wilayah {nama}", f"Irban {nama}", "bidang", "inspektorat", pos, 4 + i, 8
        )
        unit.profil = "inspektorat"
        isi[1].anak.append(unit)
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
            *_lain(),
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
