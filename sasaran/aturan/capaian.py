"""Achievement of one indicator against its target, and what it suggests for its rating.

The percentage is a picture for people and a hint; no rating is computed from it (PermenPANRB 6/2022,
Lampiran Bab IV.B.3: the assessor rates, a reasoned exception is normal). The relation to the target
follows the form's own column "target/sesuai ekspektasi" (Anak Lampiran 4): inside the target is
sesuai, better is di atas, worse is di bawah. The formula of the percentage is this project's, [K]:

    naik (higher is better)   100 + 100 x (realisasi - target) / |target|   (= realisasi / target)
    turun (lower is better)   100 + 100 x (target - realisasi) / |target|   (= 2 - realisasi / target)
    tepat (exact)             100 - 100 x |realisasi - target| / |target|

A target range counts as met anywhere inside it, ends included; outside, the nearer end is the target.
With a target (or nearer end) of zero there is no relative distance, so distance is counted in whole
units of the indicator: zero complaints wanted and one received gives 0 %, none gives 100 %. Hence there
is no jump at the target, never a division by zero, never less than 0 %, and no upper bound.
"""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from enum import StrEnum
from typing import TypeVar

from inti.tanda import N_, kalimat

Angka = Decimal | int | float | str
Target = Angka | tuple[Angka, Angka]

SERATUS = Decimal(100)
NOL = Decimal(0)
DUA_DESIMAL = Decimal("0.01")
EMPAT_DESIMAL = Decimal("0.0001")
BATAS_NILAI = Decimal(10) ** 18
DESIMAL_MAKSIMUM = 12
KETELITIAN = 80

_P = TypeVar("_P", bound=StrEnum)


class Arah(StrEnum):
    """In which direction a realisation is better."""

    NAIK = "naik"
    TURUN = "turun"
    TEPAT = "tepat"


class Hubungan(StrEnum):
    """Where a realisation lies: better than the target, at it, or worse."""

    DI_ATAS = "di_atas"
    SESUAI = "sesuai"
    DI_BAWAH = "di_bawah"


class CaraGabung(StrEnum):
    """How several reports of one indicator make one realisation."""

    JUMLAH = "jumlah"
    TERAKHIR = "terakhir"
    RATA_RATA = "rata_rata"


def capaian(target: Target, realisasi: Angka, arah: Arah | str) -> Decimal:
    """Return the achievement in percent, rounded half up to two decimals; formula in the module text.

    `target` is a number or a pair (min, max). Raises ValueError with a sentence for a value that is not
    a number, a range that runs backwards or an unknown direction.
    """
    jarak, acuan = _jarak(_rentang(target), ke_angka(realisasi, N_("Realisasi")), ke_arah(arah))
    with localcontext(prec=KETELITIAN):
        persen = SERATUS + SERATUS * jarak / (abs(acuan) or 1)
        return max(NOL, persen).quantize(DUA_DESIMAL, ROUND_HALF_UP)


def hubungan(
    target: Target, realisasi: Angka, arah: Arah | str, target_maks: Angka | None = None
) -> Hubungan:
    """Return where `realisasi` lies against the target or the range from `target` to `target_maks`.

    A hint for the rating of one indicator. Compares the values themselves, not rounded percentages.
    With `tepat` every deviation is di bawah. Raises ValueError as `capaian` does.
    """
    if target_maks is not None:
        if isinstance(target, tuple):
            raise ValueError(kalimat("Target berupa rentang tidak boleh disertai target maksimum."))
        target = (target, target_maks)
    jarak, _ = _jarak(_rentang(target), ke_angka(realisasi, N_("Realisasi")), ke_arah(arah))
    if jarak == 0:
        return Hubungan.SESUAI
    return Hubungan.DI_ATAS if jarak > 0 else Hubungan.DI_BAWAH


def realisasi_gabungan(cara: CaraGabung | str, nilai: Iterable[tuple[date, Angka | None]]) -> Decimal | None:
    """Return one realisation from dated reports, or None when no report has a number.

    `jumlah` adds, `terakhir` takes the latest date (of two on one day the later in the list),
    `rata_rata` is the mean rounded half up to four decimals. Raises ValueError for an unknown way or a
    value that is not a number.
    """
    pilihan = _ke_pilihan(CaraGabung, cara, N_("Cara menggabungkan realisasi"))
    berisi = [(tanggal, ke_angka(angka, N_("Realisasi"))) for tanggal, angka in nilai if angka is not None]
    if not berisi:
        return None
    if pilihan is CaraGabung.TERAKHIR:
        return sorted(berisi, key=lambda isi: isi[0])[-1][1]
    with localcontext(prec=KETELITIAN):
        jumlah = sum((angka for _, angka in berisi), NOL)
        if pilihan is CaraGabung.JUMLAH:
            return jumlah
        return (jumlah / len(berisi)).quantize(EMPAT_DESIMAL, ROUND_HALF_UP)


def ke_arah(arah: Arah | str) -> Arah:
    """Return the direction meant by a member or its value; ValueError otherwise."""
    return _ke_pilihan(Arah, arah, N_("Arah indikator"))


def ke_angka(nilai: object, sebutan: str) -> Decimal:
    """Return `nilai` as an exact Decimal; `sebutan` names it in the ValueError for anything else.

    A text is read the way Python writes numbers (a point before decimals).
    """
    angka: Decimal | None = None
    if isinstance(nilai, Decimal | int | float | str) and not isinstance(nilai, bool):
        try:
            angka = Decimal(str(nilai).strip())
        except InvalidOperation:
            angka = None
    if angka is None or not angka.is_finite():
        raise ValueError(
            kalimat("%(sebutan)s “%(nilai)s” bukan angka.", sebutan=kalimat(sebutan), nilai=nilai)
        )
    if angka.copy_abs() >= BATAS_NILAI or _desimal(angka) > DESIMAL_MAKSIMUM:
        raise ValueError(
            kalimat(
                "%(sebutan)s paling banyak 18 angka di depan koma dan %(desimal)s angka di belakang koma.",
                sebutan=kalimat(sebutan),
                desimal=DESIMAL_MAKSIMUM,
            )
        )
    return angka


def _desimal(angka: Decimal) -> int:
    return -int(angka.as_tuple().exponent)


def _rentang(target: Target) -> tuple[Decimal, Decimal]:
    batas = target if isinstance(target, tuple) else (target, target)
    if len(batas) != 2:
        raise ValueError(kalimat("Target berupa rentang harus terdiri atas nilai minimum dan maksimum."))
    bawah, atas = (ke_angka(nilai, N_("Target")) for nilai in batas)
    if bawah > atas:
        raise ValueError(kalimat("Target minimum tidak boleh melebihi target maksimum."))
    return bawah, atas


def _jarak(rentang: tuple[Decimal, Decimal], realisasi: Decimal, arah: Arah) -> tuple[Decimal, Decimal]:
    """Return the signed distance to the range (better is positive) and its nearer end."""
    bawah, atas = rentang
    with localcontext(prec=KETELITIAN):
        if bawah <= realisasi <= atas:
            return NOL, bawah
        acuan = bawah if realisasi < bawah else atas
        selisih = realisasi - acuan
        if arah is Arah.TEPAT:
            return -abs(selisih), acuan
        return (selisih if arah is Arah.NAIK else -selisih), acuan


def _ke_pilihan(jenis: type[_P], nilai: str, sebutan: str) -> _P:
    isi = str(getattr(nilai, "value", nilai))
    try:
        return jenis(isi)
    except ValueError:
        pilihan = ", ".join(anggota.value for anggota in jenis)
        raise ValueError(
            kalimat(
                "%(sebutan)s “%(isi)s” tidak dikenal. Pilih salah satu: %(pilihan)s.",
                sebutan=kalimat(sebutan),
                isi=isi,
                pilihan=pilihan,
            )
        ) from None
