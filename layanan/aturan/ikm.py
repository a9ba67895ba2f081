"""The index of public satisfaction (IKM): nine elements of equal weight, exact, and its class.

Source: PermenPANRB 14/2017, Lampiran (Pedoman Penyusunan Survei Kepuasan Masyarakat): nine elements answered
1 to 4; NRR of an element = sum of answers / answers; IKM = sum of NRR x 1/9 x 25; four classes of quality.
Sheets that write the weight as 0.11 or 0.111 understate the index, so the ninth is kept as a fraction. The
classes leave gaps between their two-decimal ends (88.30 and 88.31), so the index is rounded half up to two
decimals before it is classed [C]. The interval of confidence is not in the regulation [K]: mean of the
respondents' own indices +- z x standard error, with the correction for a finite number of users.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from inti.kalender import tanpa_jam
from inti.tanda import Kalimat, kalimat


class Unsur(StrEnum):
    """The nine elements by their codes; the order of the last two differs between agencies, so codes count."""

    PERSYARATAN = "U1"
    PROSEDUR = "U2"
    WAKTU = "U3"
    BIAYA = "U4"
    PRODUK = "U5"
    KOMPETENSI = "U6"
    PERILAKU = "U7"
    SARANA = "U8"
    PENGADUAN = "U9"


class Mutu(StrEnum):
    """Class of quality of a service."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


NAMA_UNSUR: Mapping[Unsur, Kalimat] = MappingProxyType(
    {
        Unsur.PERSYARATAN: kalimat("Persyaratan"),
        Unsur.PROSEDUR: kalimat("Sistem, mekanisme, dan prosedur"),
        Unsur.WAKTU: kalimat("Waktu penyelesaian"),
        Unsur.BIAYA: kalimat("Biaya/tarif"),
        Unsur.PRODUK: kalimat("Produk spesifikasi jenis pelayanan"),
        Unsur.KOMPETENSI: kalimat("Kompetensi pelaksana"),
        Unsur.PERILAKU: kalimat("Perilaku pelaksana"),
        Unsur.SARANA: kalimat("Sarana dan prasarana"),
        Unsur.PENGADUAN: kalimat("Penanganan pengaduan, saran, dan masukan"),
    }
)
KINERJA_UNIT: Mapping[Mutu, Kalimat] = MappingProxyType(
    {
        Mutu.A: kalimat("Sangat Baik"),
        Mutu.B: kalimat("Baik"),
        Mutu.C: kalimat("Kurang Baik"),
        Mutu.D: kalimat("Tidak Baik"),
    }
)


@dataclass(frozen=True, slots=True)
class Kebijakan:
    """What a regulation says of the survey: since when, which elements and weights, which classes."""

    sejak: date
    sumber: str
    bobot: Mapping[Unsur, Fraction]
    batas_mutu: tuple[tuple[Decimal, Mutu], ...]  # lower end → class, best first
    skala: tuple[int, int] = (1, 4)
    pengali: int = 25


KEBIJAKAN: tuple[Kebijakan, ...] = (
    Kebijakan(
        sejak=date(2017, 1, 1),  # the year of the regulation; no survey of this system is older
        sumber="PermenPANRB 14/2017, Lampiran (pengolahan data survei kepuasan masyarakat)",
        bobot=MappingProxyType({unsur: Fraction(1, 9) for unsur in Unsur}),
        batas_mutu=(
            (Decimal("88.31"), Mutu.A),
            (Decimal("76.61"), Mutu.B),
            (Decimal("65.00"), Mutu.C),
            (Decimal("25.00"), Mutu.D),
        ),
    ),
)
Z_95 = Decimal("1.96")
DUA_DESIMAL = Decimal("0.01")
TIGA_DESIMAL = Decimal("0.001")
Jawaban = Mapping[Unsur | str, int] | Sequence[int]


@dataclass(frozen=True, slots=True)
class HasilIKM:
    """The index of so many answers: exact, rounded, its class, the mean of every element, its interval.

    `bawah` and `atas` are None for a single answer, which says nothing of the spread.
    """

    banyak: int
    tepat: Fraction
    nilai: Decimal
    mutu: Mutu
    nrr: Mapping[Unsur, Decimal]
    bawah: Decimal | None
    atas: Decimal | None
    sumber: str

    @property
    def kinerja(self) -> Kalimat:
        """The class in words."""
        return KINERJA_UNIT[self.mutu]


def kebijakan_pada(pada: date) -> Kebijakan:
    """The rules in force on `pada`; ValueError before the first."""
    hari = tanpa_jam(pada)
    berlaku = [k for k in KEBIJAKAN if k.sejak <= hari]
    if not berlaku:
        raise ValueError(
            kalimat("Belum ada aturan survei kepuasan yang berlaku pada %(hari)s.", hari=f"{hari:%d-%m-%Y}")
        )
    return max(berlaku, key=lambda k: k.sejak)


def ikm(jawaban: Iterable[Jawaban], pada: date, *, populasi: int | None = None) -> HasilIKM:
    """The index of `jawaban` under the rules in force on `pada`.

    Each answer is a sequence of nine numbers in the order U1 to U9, or a mapping from the elements (or their
    codes) to numbers. `populasi` is how many people used the service, for the interval. Raises ValueError
    with a sentence for no answer at all, a missing element or a number off the scale.
    """
    aturan = kebijakan_pada(pada)
    semua = [_sembilan(satu, aturan) for satu in jawaban]
    jumlah = {unsur: sum(satu[unsur] for satu in semua) for unsur in Unsur}
    kuadrat = sum((sum(satu.values()) ** 2 for satu in semua), 0)
    return ikm_dari_jumlah(len(semua), jumlah, pada, kuadrat=kuadrat, populasi=populasi)


def ikm_dari_jumlah(
    banyak: int,
    jumlah: Mapping[Unsur, int],
    pada: date,
    *,
    kuadrat: int | None = None,
    populasi: int | None = None,
) -> HasilIKM:
    """The same from totals, as a database adds them up.

    `jumlah` is the total of each element, `kuadrat` the sum over respondents of the square of their own
    total (without it there is no interval). Raises ValueError as `ikm` does.
    """
    aturan = kebijakan_pada(pada)
    if banyak < 1:
        raise ValueError(kalimat("Belum ada jawaban survei."))
    _periksa_jumlah(banyak, jumlah, aturan)
    tepat = sum((Fraction(jumlah[u], banyak) * aturan.bobot[u] for u in Unsur), Fraction(0)) * aturan.pengali
    nilai = bulatkan(tepat, DUA_DESIMAL)
    bawah, atas = _selang(banyak, sum(jumlah.values()), kuadrat, populasi, aturan.pengali)
    return HasilIKM(
        banyak=banyak,
        tepat=tepat,
        nilai=nilai,
        mutu=mutu(nilai, pada),
        nrr=MappingProxyType({u: bulatkan(Fraction(jumlah[u], banyak), TIGA_DESIMAL) for u in Unsur}),
        bawah=bawah,
        atas=atas,
        sumber=aturan.sumber,
    )


def mutu(nilai: Decimal, pada: date) -> Mutu:
    """The class of an index, rounded to two decimals first; ValueError outside the table."""
    bulat = Decimal(nilai).quantize(DUA_DESIMAL, ROUND_HALF_UP)
    for bawah, satu in kebijakan_pada(pada).batas_mutu:
        if bawah <= bulat <= 100:
            return satu
    raise ValueError(kalimat("IKM harus antara 25 dan 100, bukan %(nilai)s.", nilai=f"{bulat:f}"))


def bulatkan(nilai: Fraction, ke: Decimal) -> Decimal:
    """`nilai` rounded half up, from the fraction itself: no digit is lost on the way."""
    kelipatan = nilai / Fraction(ke)
    return Decimal((2 * kelipatan.numerator + kelipatan.denominator) // (2 * kelipatan.denominator)) * ke


def _sembilan(jawaban: Jawaban, aturan: Kebijakan) -> dict[Unsur, int]:
    if isinstance(jawaban, Mapping):
        isi = {Unsur(str(kunci)): nilai for kunci, nilai in jawaban.items()}
    else:
        isi = dict(zip(Unsur, jawaban, strict=False)) if len(jawaban) == len(Unsur) else {}
    if isi.keys() != set(Unsur):
        raise ValueError(kalimat("Setiap jawaban harus memuat kesembilan unsur."))
    rendah, tinggi = aturan.skala
    for unsur, nilai in isi.items():
        if isinstance(nilai, bool) or not isinstance(nilai, int) or not rendah <= nilai <= tinggi:
            raise ValueError(
                kalimat(
                    "Jawaban %(unsur)s harus bilangan %(rendah)s sampai %(tinggi)s, bukan %(nilai)s.",
                    unsur=str(unsur),
                    rendah=rendah,
                    tinggi=tinggi,
                    nilai=str(nilai),
                )
            )
    return isi


def _periksa_jumlah(banyak: int, jumlah: Mapping[Unsur, int], aturan: Kebijakan) -> None:
    rendah, tinggi = aturan.skala
    if set(jumlah) != set(Unsur) or any(not rendah * banyak <= n <= tinggi * banyak for n in jumlah.values()):
        raise ValueError(kalimat("Jumlah jawaban per unsur tidak mungkin untuk %(n)s jawaban.", n=banyak))


def _selang(
    banyak: int, total: int, kuadrat: int | None, populasi: int | None, pengali: int
) -> tuple[Decimal | None, Decimal | None]:
    """The ends of the 95 % interval, cut at the ends of the scale; (None, None) without a spread."""
    if kuadrat is None or banyak < 2:
        return None, None
    rata = Fraction(total, banyak)
    ragam = (Fraction(kuadrat) - banyak * rata * rata) / (banyak - 1) / banyak
    if populasi is not None and populasi > banyak:
        ragam *= Fraction(populasi - banyak, populasi - 1)
    elif populasi is not None:
        ragam = Fraction(0)  # everybody answered
    skala = Fraction(pengali, len(Unsur))
    with localcontext(prec=40):
        galat = Z_95 * (Decimal(ragam.numerator) / Decimal(ragam.denominator)).sqrt()
        tengah, lebar = rata * skala, Fraction(galat) * skala
    bawah, atas = max(Fraction(25), tengah - lebar), min(Fraction(100), tengah + lebar)
    return bulatkan(bawah, DUA_DESIMAL), bulatkan(atas, DUA_DESIMAL)
