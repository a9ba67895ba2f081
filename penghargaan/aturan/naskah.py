"""What the papers of a case name as their legal basis. Titles only: no article that was not checked.

The titles of PP 11/2017 jo. 17/2020, PP 49/2018 and PP 30/2019 are those of PermenPANRB 6/2022 itself (Mengingat,
numbers 4 to 6, l.46-65), which also gives its own; the others are by own knowledge [K].
"""

from types import MappingProxyType

UU_ASN = "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara"
PP_PNS = (
    "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil jo. Nomor 17 Tahun 2020"
)
PP_PPPK = (
    "Peraturan Pemerintah Nomor 49 Tahun 2018 tentang Manajemen Pegawai Pemerintah dengan Perjanjian Kerja"
)
PP_KINERJA = "Peraturan Pemerintah Nomor 30 Tahun 2019 tentang Penilaian Kinerja Pegawai Negeri Sipil"
PP_DISIPLIN = "Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil"
PERMEN_KINERJA = (
    "Peraturan Menteri PANRB Nomor 6 Tahun 2022 tentang Pengelolaan Kinerja Pegawai Aparatur Sipil Negara"
)
UPAYA = "Peraturan Pemerintah Nomor 79 Tahun 2021 tentang Upaya Administratif"
KONVERSI = (
    "Peraturan Menteri PANRB Nomor 1 Tahun 2023 tentang Jabatan Fungsional; "
    "Peraturan BKN Nomor 3 Tahun 2023 tentang Angka Kredit, Kenaikan Pangkat, dan Jenjang Jabatan Fungsional"
)

PNS = frozenset({"pns", "cpns"})
_DASAR = MappingProxyType(
    {
        ("kinerja", True): (UU_ASN, PP_PNS, PP_KINERJA, PERMEN_KINERJA),
        ("kinerja", False): (UU_ASN, PP_PPPK, PERMEN_KINERJA),
        ("disiplin", True): (UU_ASN, PP_PNS, PP_DISIPLIN),
        ("disiplin", False): (UU_ASN, PP_PPPK, PP_DISIPLIN),
    }
)


def dasar_hukum(dasar: str, jenis_pegawai: str) -> tuple[str, ...]:
    """The regulations a paper of a case rests on; ValueError for an unknown ground.

    Discipline of PPPK names the PP on discipline of PNS as the list its agency applies [K], as
    `hukuman.pilihan` does.
    """
    try:
        return _DASAR[dasar, jenis_pegawai in PNS]
    except KeyError:
        raise ValueError(f"{dasar!r} is no ground of a case") from None


def dasar_perbaikan(jenis_pegawai: str) -> str:
    """The regulation an improvement plan rests on (PP 30/2019 Pasal 57-58 for PNS)."""
    return (
        f"{PP_KINERJA}, Pasal 57-58" if jenis_pegawai in PNS else f"{PP_PPPK}; masa ditetapkan oleh instansi"
    )
