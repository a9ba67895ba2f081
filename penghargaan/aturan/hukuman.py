"""Kinds of sanction: discipline by PP 94/2021, performance by PP 30/2019 and PP 49/2018."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from inti.kalender import tanpa_jam
from inti.tanda import N_, Kalimat, kalimat

PP94 = "PP 94/2021 Pasal 8-11"
PP30 = "PP 30/2019 Pasal 56-58"
PP49 = "PP 49/2018 Pasal 53 ayat (2) huruf c"
BERTURUT_MAKS = 9  # ten days in a row end the service (Pasal 11 ayat (2) huruf d angka 4)
JEDA_PANGGILAN = 7  # working days between summons and hearing (PP 94/2021 on the summons) [K]
PNS, PPPK = frozenset({"pns", "cpns"}), frozenset({"pppk", "pppk_paruh_waktu"})


@dataclass(frozen=True, slots=True)
class JenisSanksi:
    """One kind: `dasar` disiplin or kinerja; SIASN code where SIASN has one; length in months, None: open."""

    kode: str
    nama: str
    dasar: str
    tingkat: str
    bulan: int | None
    untuk: frozenset[str]
    sumber: str
    siasn: str = ""
    hari: tuple[int, int | None] | None = None
    potongan: int = 0


def _disiplin(
    kode: str,
    tingkat: str,
    nama: str,
    hari: tuple[int, int | None],
    bulan: int | None = None,
    potongan: int = 0,
) -> JenisSanksi:
    return JenisSanksi(f"d{kode}", nama, "disiplin", tingkat, bulan, PNS, PP94, kode, hari, potongan)


_PP94 = (
    _disiplin("1", "ringan", N_("Teguran lisan"), (3, 3)),
    _disiplin("2", "ringan", N_("Teguran tertulis"), (4, 6)),
    _disiplin("3", "ringan", N_("Pernyataan tidak puas secara tertulis"), (7, 10)),
    _disiplin("23", "sedang", N_("Pemotongan tunjangan kinerja 25% selama 6 bulan"), (11, 13), 6, 25),
    _disiplin("24", "sedang", N_("Pemotongan tunjangan kinerja 25% selama 9 bulan"), (14, 16), 9, 25),
    _disiplin("25", "sedang", N_("Pemotongan tunjangan kinerja 25% selama 12 bulan"), (17, 20), 12, 25),
    _disiplin("27", "berat", N_("Penurunan jabatan setingkat lebih rendah selama 12 bulan"), (21, 24), 12),
    _disiplin("28", "berat", N_("Pembebasan dari jabatan menjadi pelaksana selama 12 bulan"), (25, 27), 12),
    _disiplin("10", "berat", N_("Pemberhentian dengan hormat tidak atas permintaan sendiri"), (28, None)),
)
_KINERJA = (
    JenisSanksi("k1", N_("Penempatan pada jabatan lain yang sesuai"), "kinerja", "sedang", None, PNS, PP30),
    JenisSanksi("k2", N_("Penempatan pada jabatan lebih rendah"), "kinerja", "berat", None, PNS, PP30),
    JenisSanksi("k3", N_("Penempatan sementara paling lama 1 tahun"), "kinerja", "sedang", 12, PNS, PP30),
    JenisSanksi("k4", N_("Pemberhentian dengan hormat karena kinerja"), "kinerja", "berat", None, PNS, PP30),
    JenisSanksi(
        "k5",
        N_("Pemutusan hubungan perjanjian kerja dengan hormat"),
        "kinerja",
        "berat",
        None,
        PPPK,
        PP49,
    ),
)  # fmt: skip
TABEL: tuple[tuple[date, Mapping[str, JenisSanksi]], ...] = (
    # PP 94/2021 is in force since 31 August 2021; the performance consequences since 29 April 2019.
    (date(2021, 8, 31), MappingProxyType({j.kode: j for j in (*_PP94, *_KINERJA)})),
)


def jenis_pada(pada: date) -> Mapping[str, JenisSanksi]:
    """The kinds in force on the day `pada`; ValueError before the first table."""
    hari = tanpa_jam(pada)
    for sejak, tabel in reversed(TABEL):
        if sejak <= hari:
            return tabel
    raise ValueError(kalimat("Tidak ada daftar sanksi yang berlaku pada %(hari)s.", hari=f"{hari:%d-%m-%Y}"))


def pilihan(dasar: str, jenis_pegawai: str, pada: date) -> list[JenisSanksi]:
    """The kinds that may be chosen on this ground for this kind of person, the lightest first.

    Discipline of PPPK follows the rules of the agency; the same list is offered [K].
    """
    semua = jenis_pada(pada).values()
    return [j for j in semua if j.dasar == dasar and (dasar == "disiplin" or jenis_pegawai in j.untuk)]


def hukuman_hari(hari: int, berturut: int, pada: date) -> JenisSanksi | None:
    """The penalty for `hari` days of absence without reason in a year, `berturut` of them in a row.

    None below three days. Raises ValueError for negative numbers or more in a row than altogether.
    """
    if hari < 0 or berturut < 0 or berturut > hari:
        raise ValueError(kalimat("Hari berturut-turut tidak boleh melebihi jumlah hari tidak masuk."))
    disiplin = [j for j in jenis_pada(pada).values() if j.hari]
    if berturut > BERTURUT_MAKS:
        return disiplin[-1]
    cocok = (j for j in disiplin if j.hari and j.hari[0] <= hari and (j.hari[1] is None or hari <= j.hari[1]))
    return next(cocok, None)


def periksa_jenis(kode: str, dasar: str, jenis_pegawai: str, pada: date) -> list[Kalimat]:
    """What is wrong with this choice, as sentences; empty when it may be chosen."""
    if kode in {j.kode for j in pilihan(dasar, jenis_pegawai, pada)}:
        return []
    return [kalimat("Pilih jenis sanksi yang sesuai dengan dasar dan jenis pegawainya.")]
