"""Angka kredit by conversion of the predikat (PermenPANRB 1/2023): AK = months/12 x percentage x coefficient.

Conversion applies since January 2023. The legal rule of rounding is unknown; practice (and this table)
rounds each part to two decimals, half up, and adds the rounded parts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from inti.kalender import tanpa_jam
from inti.tanda import kalimat
from penilaian.aturan.predikat import Predikat

SEN = Decimal("0.01")
BULAN_MAKS = 120  # ten years in one conversion is a slip of the pen


@dataclass(frozen=True, slots=True)
class Jenjang:
    """One level of functional posts: yearly coefficient, what is needed for the next rank and level."""

    kode: str
    nama: str
    koefisien: Decimal
    pangkat: int
    naik_jenjang: int | None
    golongan: tuple[str, ...]
    siasn_koefisien: int


@dataclass(frozen=True, slots=True)
class TabelAngkaKredit:
    """Coefficients and percentages with the day they came into force and where they stand."""

    sejak: date
    sumber: str
    jenjang: Mapping[str, Jenjang]
    persentase: Mapping[Predikat, int]


def _jenjang(
    kode: str, nama: str, koefisien: str, pangkat: int, naik: int | None, golongan: str, siasn: int
) -> tuple[str, Jenjang]:
    return kode, Jenjang(kode, nama, Decimal(koefisien), pangkat, naik, tuple(golongan.split()), siasn)


PERMENPAN_1_2023 = TabelAngkaKredit(
    sejak=date(2023, 1, 1),
    sumber="PermenPANRB 1/2023; PerBKN 3/2023 (koefisien, persentase, angka kredit kumulatif)",
    jenjang=MappingProxyType(
        dict(
            [
                _jenjang("PM", "Pemula", "3.75", 15, 15, "II/a", 52),
                _jenjang("TR", "Terampil", "5", 20, 60, "II/b II/c II/d", 62),
                _jenjang("MH", "Mahir", "12.5", 50, 100, "III/a III/b", 72),
                _jenjang("PY", "Penyelia", "25", 100, None, "III/c III/d", 82),
                _jenjang("PT", "Ahli Pertama", "12.5", 50, 100, "III/a III/b", 12),
                _jenjang("MU", "Ahli Muda", "25", 100, 200, "III/c III/d", 22),
                _jenjang("MA", "Ahli Madya", "37.5", 150, 450, "IV/a IV/b IV/c", 32),
                _jenjang("UT", "Ahli Utama", "50", 200, None, "IV/d IV/e", 42),
            ]
        )
    ),
    persentase=MappingProxyType(
        {
            Predikat.SANGAT_BAIK: 150,
            Predikat.BAIK: 100,
            Predikat.BUTUH_PERBAIKAN: 75,
            Predikat.KURANG: 50,
            Predikat.SANGAT_KURANG: 25,
        }
    ),
)
TABEL = (PERMENPAN_1_2023,)  # the newest last
KODE = {j.nama: j.kode for j in PERMENPAN_1_2023.jenjang.values()}
NILAI_DASAR: Mapping[str, int] = MappingProxyType({"PT": 100, "MU": 200, "MA": 400, "UT": 850})
"""What conventional angka kredit is reduced by when it is integrated (2019-2022 rules)."""


def tabel_pada(pada: date) -> TabelAngkaKredit:
    """The table in force on the day `pada`; ValueError before the first."""
    hari = tanpa_jam(pada)
    for tabel in reversed(TABEL):
        if tabel.sejak <= hari:
            return tabel
    raise ValueError(
        kalimat(
            "Tidak ada konversi angka kredit untuk %(hari)s; aturan pertama berlaku sejak %(sejak)s.",
            hari=f"{hari:%d-%m-%Y}",
            sejak=f"{TABEL[0].sejak:%d-%m-%Y}",
        )
    )


def ke_jenjang(jenjang: str, pada: date) -> Jenjang:
    """The level of a SIASN code (PT) or a name (Ahli Pertama); ValueError when there is none."""
    tabel = tabel_pada(pada)
    teks = str(jenjang).strip()
    kode = KODE.get(teks, teks.upper())
    if kode not in tabel.jenjang:
        raise ValueError(kalimat("Jenjang “%(jenjang)s” tidak memakai angka kredit.", jenjang=teks))
    return tabel.jenjang[kode]


def ke_predikat(predikat: Predikat | int | str) -> Predikat:
    """A member, its number or its name; ValueError otherwise."""
    try:
        teks = str(predikat).strip().upper().replace(" ", "_")
        return Predikat[teks] if teks in Predikat.__members__ else Predikat(int(predikat))
    except ValueError:
        raise ValueError(kalimat("Predikat “%(predikat)s” tidak dikenal.", predikat=predikat)) from None


def angka_kredit(jenjang: str, predikat: Predikat | int | str, bulan: int, pada: date) -> Decimal:
    """Angka kredit of `bulan` full months in `jenjang` with this predikat, two decimals, half up.

    `pada` is the day whose table counts (the last day evaluated). Raises ValueError for an unknown level or
    predikat, for months that are no whole number from 1 to 120, and before 2023.
    """
    if isinstance(bulan, bool) or not isinstance(bulan, int) or not 1 <= bulan <= BULAN_MAKS:
        raise ValueError(kalimat("Jumlah bulan harus bilangan bulat 1 sampai %(maks)s.", maks=BULAN_MAKS))
    tabel = tabel_pada(pada)
    satu, persen = ke_jenjang(jenjang, pada), tabel.persentase[ke_predikat(predikat)]
    return bulatkan(Decimal(bulan) * persen * satu.koefisien / Decimal(1200))


def bulatkan(nilai: Decimal) -> Decimal:
    """Two decimals, half up."""
    return nilai.quantize(SEN, ROUND_HALF_UP)


def jumlah(bagian: Iterable[Decimal]) -> Decimal:
    """The sum over parts that were rounded one by one."""
    return sum((bulatkan(b) for b in bagian), Decimal("0.00"))


def integrasi(jenjang: str, konvensional: Decimal, pada: date) -> Decimal:
    """Integrated angka kredit of a conventional one: less the base of the level.

    Only the levels of expertise have a base in the table; ValueError for others, and below the base.
    """
    satu = ke_jenjang(jenjang, pada)
    if satu.kode not in NILAI_DASAR:
        raise ValueError(
            kalimat("Nilai dasar integrasi jenjang %(jenjang)s tidak tersedia.", jenjang=satu.nama)
        )
    hasil = bulatkan(konvensional) - NILAI_DASAR[satu.kode]
    if hasil < 0:
        raise ValueError(
            kalimat(
                "Angka kredit konvensional %(jenjang)s paling sedikit %(dasar)s.",
                jenjang=satu.nama,
                dasar=NILAI_DASAR[satu.kode],
            )
        )
    return hasil


def pendidikan(jenjang: str, pada: date) -> Decimal:
    """What a higher degree gives once: a quarter of the need for the next rank [V-weak]."""
    return bulatkan(Decimal(ke_jenjang(jenjang, pada).pangkat) / 4)


def kebutuhan_pangkat(jenjang: str, golongan: str, pada: date) -> int:
    """Cumulative angka kredit in this level that the next rank asks for.

    Within a level the surplus is carried, so the second rank asks for twice as much. A rank outside the
    level counts as its first.
    """
    satu = ke_jenjang(jenjang, pada)
    ke = satu.golongan.index(golongan) if golongan in satu.golongan else 0
    return satu.pangkat * (ke + 1)


def bulan_penuh(mulai: date, selesai: date | None, tahun: int) -> int:
    """Whole calendar months of `tahun` within the post; TMT 1 March gives 10, 2 March gives 9."""
    awal, akhir = max(mulai, date(tahun, 1, 1)), min(selesai or date.max, date(tahun, 12, 31))
    if akhir < awal:
        return 0
    pertama = awal.month if awal.day == 1 else awal.month + 1
    terakhir = akhir.month if (akhir + timedelta(days=1)).day == 1 else akhir.month - 1
    return max(0, terakhir - pertama + 1)
