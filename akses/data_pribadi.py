"""Personal data by purpose: which groups there are, and for what each may leave the database.

The only place that says so. tests/akses/data_pribadi.csv is the same sheet written by hand, with the reason of
every line and the pages that serve the purpose; tests walk every address and find nothing beyond it.
Source: UU 27/2022 art. 4 (kinds of personal data), art. 16(2) (limited to its purpose), art. 27 and 28.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from akses.enums import Izin


class Kelompok(StrEnum):
    """Groups of personal data that are used together."""

    KEPENDUDUKAN = "kependudukan"  # combined, they identify a citizen anywhere
    KELAHIRAN = "kelahiran"
    KONTAK = "kontak"
    SUREL = "surel"
    KELUARGA = "keluarga"
    KARTU = "kartu"  # numbers of the personnel file
    SIASN = "siasn"  # columns of SIASN that this application keeps and does not use: BPJS, KPKN and more
    KEADAAN = "keadaan"  # leave; sick leave and maternity speak of health (UU 27/2022 art. 4(2)a)


class Tujuan(StrEnum):
    """What personal data are used for."""

    KEPEGAWAIAN = "kepegawaian"  # keeping and checking the record of one person, with its history
    KEADAAN = "keadaan"  # keeping leave and study
    EKSPOR = "ekspor"  # the list of people as a file
    PENEMPATAN = "penempatan"  # the list of placements as a file, which may come back
    SIASN = "siasn"  # files in the shapes of SIASN
    IMPOR = "impor"  # reports of tested files and their refused rows
    AKUN = "akun"  # accounts: where the link for a password goes
    ANGKA_KREDIT = "angka_kredit"  # the conversion, whose form names them


BIDANG: dict[Kelompok, tuple[str, ...]] = {
    Kelompok.KEPENDUDUKAN: ("nik", "npwp"),
    Kelompok.KELAHIRAN: ("tempat_lahir", "tanggal_lahir"),
    Kelompok.KONTAK: ("alamat", "nomor_hp"),
    Kelompok.SUREL: ("email",),
    Kelompok.KELUARGA: ("agama", "status_kawin"),
    Kelompok.KARTU: ("nip_lama", "karpeg", "pns_id"),
    Kelompok.SIASN: ("siasn",),
    Kelompok.KEADAAN: (),  # rows of KeadaanPegawai
}
# Of the office, not of the private person: colleagues work with these. The NIP holds the day of birth by its
# make-up; it stands on every document of the office and is therefore shown there, but never to the public.
KEDINASAN = frozenset(
    {
        "nip", "nama", "gelar_depan", "gelar_belakang", "jenis", "jenis_kelamin", "kedudukan_hukum", "golongan",
        "tmt_golongan", "tmt_cpns", "tmt_pns", "pendidikan", "tahun_lulus", "email_gov",
    }
)  # fmt: skip
TEKNIS = frozenset({"id", "dibuat_pada", "diubah_pada", "digabung_ke"})
_TERCATAT = frozenset(Kelompok) - {Kelompok.KEADAAN}


@dataclass(frozen=True)
class Pemakaian:
    """Who may use personal data for a purpose (whoever holds `izin` on that very person), and which groups."""

    izin: Izin
    kelompok: frozenset[Kelompok]


PEMAKAIAN: dict[Tujuan, Pemakaian] = {
    Tujuan.KEPEGAWAIAN: Pemakaian(Izin.PEGAWAI_LIHAT_RAHASIA, _TERCATAT - {Kelompok.SIASN}),
    Tujuan.KEADAAN: Pemakaian(Izin.PEGAWAI_KELOLA, frozenset({Kelompok.KEADAAN})),
    Tujuan.EKSPOR: Pemakaian(
        Izin.PEGAWAI_KELOLA,
        frozenset({Kelompok.KEPENDUDUKAN, Kelompok.KONTAK, Kelompok.SUREL, Kelompok.KELUARGA}),
    ),
    Tujuan.PENEMPATAN: Pemakaian(Izin.PEGAWAI_KELOLA, frozenset({Kelompok.KARTU})),
    Tujuan.SIASN: Pemakaian(Izin.SIASN_KIRIM, _TERCATAT),
    Tujuan.IMPOR: Pemakaian(Izin.PEGAWAI_IMPOR, _TERCATAT),
    Tujuan.AKUN: Pemakaian(Izin.AKUN_KELOLA, frozenset({Kelompok.SUREL})),
    Tujuan.ANGKA_KREDIT: Pemakaian(Izin.ANGKA_KREDIT_LIHAT, frozenset({Kelompok.KELAHIRAN, Kelompok.KARTU})),
}


def bidang_dari(kelompok: Iterable[Kelompok]) -> tuple[str, ...]:
    """The fields of Pegawai in these groups, in the order of `BIDANG`."""
    ada = frozenset(kelompok)
    return tuple(nama for k, semua in BIDANG.items() if k in ada for nama in semua)


def bidang_untuk(tujuan: Tujuan) -> tuple[str, ...]:
    """The fields of Pegawai that may be used for this purpose."""
    return bidang_dari(PEMAKAIAN[tujuan].kelompok)


PRIBADI = bidang_dari(Kelompok)  # every field that is not of the office
