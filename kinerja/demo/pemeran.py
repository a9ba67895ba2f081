"""The cast: the people a visitor logs in as."""

from dataclasses import dataclass

from akses.enums import Peran

DISDUKCAPIL = "Dinas Kependudukan dan Pencatatan Sipil"
BKPSDM = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
SANDI = "kinerja-demo"


@dataclass(frozen=True, slots=True)
class Tokoh:
    """A person of the cast: the seat (unit below `induk`), the role in force and what to try."""

    kunci: str
    sebutan: str
    induk: str
    unit: str
    nama: str
    gelar: tuple[str, str]
    kelamin: str
    coba: str
    pos: str = ""  # a post of jabatan.POS; "" means the head of the unit
    peran: Peran | None = None
    staf: bool = False  # may enter the admin pages
    baru: int = 0  # appointed this quarter, with an SKP in that state (orang.KEADAAN_BARU)


TOKOH: tuple[Tokoh, ...] = (
    Tokoh(
        "pegawai",
        "Pegawai",
        DISDUKCAPIL,
        "Bidang Pencatatan Sipil",
        "Ratna Wulandari",
        ("", "S.Sos."),
        "P",
        "Lapor kemajuan dengan foto, lalu tulis penilaian diri triwulan ini",
        "analis_duk",
    ),
    Tokoh(
        "atasan",
        "Atasan langsung",
        DISDUKCAPIL,
        "Bidang Pencatatan Sipil",
        "Budi Santoso",
        ("", "S.STP., M.Si."),
        "L",
        "Setujui SKP yang diajukan, beri umpan balik, nilai anggota tim, jelaskan keberatan",
    ),
    Tokoh(
        "kepala_dinas",
        "Kepala dinas",
        "",
        DISDUKCAPIL,
        "Hartati Kusumaningrum",
        ("", "S.Sos., M.Si."),
        "P",
        "Nilai para kepala bidang; putuskan keberatan tahun lalu; nilai yang dilewatkan Budi",
    ),
    Tokoh(
        "bupati",
        "Bupati",
        "",
        "",
        "Ardiansyah Wiratama",
        ("H.", "S.E., M.M."),
        "L",
        "Nilai para kepala perangkat daerah",
    ),
    Tokoh(
        "pengelola_instansi",
        "Pengelola kinerja instansi (BKPSDM)",
        BKPSDM,
        "Bidang Penilaian Kinerja dan Penghargaan",
        "Dewi Anggraini",
        ("", "S.E., M.M."),
        "P",
        "Impor pegawai di halaman admin, pantau periode berjalan",
        "sdm_muda",
        Peran.PENGELOLA_INSTANSI,
        True,
    ),
    Tokoh(
        "pemeriksa_instansi",
        "Pemeriksa kinerja instansi (BKPSDM)",
        BKPSDM,
        "Bidang Penilaian Kinerja dan Penghargaan",
        "Yusuf Hamdani",
        ("", "S.H."),
        "L",
        "Periksa usulan penghargaan dan perhitungan bonus yang disusun orang lain",
        "sdm",
        Peran.PENGELOLA_INSTANSI,
        True,
    ),
    Tokoh(
        "pengelola_opd",
        "Pengelola kinerja OPD (Disdukcapil)",
        DISDUKCAPIL,
        "Sekretariat",
        "Nurul Hidayati",
        ("", "S.A.P."),
        "P",
        "Halaman admin yang terbatas pada Disdukcapil; ajukan keberatan atas hasil tahun lalu",
        "sdm",
        Peran.PENGELOLA_OPD,
        True,
    ),
    Tokoh(
        "pimpinan",
        "Pimpinan (Sekretaris Daerah)",
        "",
        "Sekretariat Daerah",
        "Bambang Wicaksono",
        ("", "S.H., M.H."),
        "L",
        "Lihat kemajuan evaluasi seluruh perangkat daerah",
        "",
        Peran.PIMPINAN,
    ),
    Tokoh(
        "auditor",
        "Auditor (Inspektorat)",
        "",
        "Inspektorat Daerah",
        "Rudi Hartono",
        ("", "S.Ak."),
        "L",
        "Baca semua riwayat; tidak dapat mengubah apa pun",
        "auditor",
        Peran.AUDITOR,
        True,
    ),
    Tokoh(
        "admin_sistem",
        "Admin sistem (Diskominfo)",
        "",
        "Dinas Komunikasi dan Informatika",
        "Fajar Nugroho",
        ("", "S.Kom."),
        "L",
        "Kelola akun dan peran, tanpa melihat penilaian",
        "prakom",
        Peran.ADMIN_SISTEM,
        True,
    ),
    Tokoh(
        "rekan",
        "Rekan kerja Ratna",
        DISDUKCAPIL,
        "Bidang Pencatatan Sipil",
        "Sari Handayani",
        ("", "S.Kom."),
        "P",
        "Tandatangani atau tolak hasil tahun lalu; data Ratna tidak terlihat dari sini",
        "adb_pertama",
    ),
    Tokoh(
        "pegawai_baru",
        "CPNS baru",
        DISDUKCAPIL,
        "Bidang Pencatatan Sipil",
        "Gilang Pratama",
        ("", "A.Md."),
        "L",
        "SKP pertama sudah diajukan, menunggu persetujuan atasan",
        "adb_terampil",
        baru=4,
    ),
)


def di_kursi(induk: str, unit: str, puncak: bool) -> list[Tokoh]:
    """The cast that sits in this unit; `puncak` is the top of the tree."""
    if puncak:
        return [t for t in TOKOH if t.kunci == "bupati"]
    return [t for t in TOKOH if t.unit == unit and t.induk in ("", induk) and t.kunci != "bupati"]
