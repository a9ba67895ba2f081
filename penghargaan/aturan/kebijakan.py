"""What makes somebody a candidate for recognition, and the reasons, as sentences.

Source: PermenPANRB 6/2022 Ps 31 (priority for the succession group programme, priority for competence
development, other awards by the PPK; l.652-663). It names no number of years; two years in a row come from
PP 30/2019 by own knowledge [K], so every number is policy with dates, edited in the admin. The service asks
the same questions of everybody in SQL; a test compares the two.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from inti.tanda import Kalimat, kalimat
from penilaian.aturan.predikat import LABEL_PREDIKAT, Predikat

SEJAK = date(2022, 2, 7)  # PermenPANRB 6/2022 in force
PASAL = "PermenPANRB 6/2022 Pasal 31"
PP30 = "PermenPANRB 6/2022 Pasal 31; PP 30/2019, penghargaan"


@dataclass(frozen=True, slots=True)
class Syarat:
    """The conditions of one policy; `periode` and `ikm` None: not asked."""

    jenis: str
    nama: str
    predikat: Predikat
    tahun: int
    dasar: str
    periode: Predikat | None = None
    ikm: Decimal | None = None
    hanya_pns: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for a number of years that cannot be."""
        if not 1 <= self.tahun <= 5:
            raise ValueError(kalimat("Tahun berturut-turut harus 1 sampai 5."))


BAWAAN: tuple[Syarat, ...] = (
    Syarat(
        "suksesi",
        "Prioritas kelompok rencana suksesi",
        Predikat.SANGAT_BAIK,
        2,
        PP30,
        hanya_pns=True,
    ),
    Syarat(
        "kompetensi",
        "Prioritas pengembangan kompetensi",
        Predikat.BAIK,
        2,
        PP30,
        hanya_pns=True,
    ),
    Syarat(
        "teladan",
        "Pegawai teladan unit kerja",
        Predikat.SANGAT_BAIK,
        1,
        PASAL,
        periode=Predikat.BAIK,
    ),
)
"""The policies a new installation starts with; all of them marked as numbers of the application [K]."""


@dataclass(frozen=True, slots=True)
class Bukti:
    """What is known of a person: predikat per year (settled ones only), per period of the last year, IKM."""

    tahun: int
    per_tahun: Mapping[int, int]
    per_periode: Sequence[int | None]
    pns: bool = True
    ikm: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Butir:
    """One condition: fulfilled or not, and what shows it."""

    terpenuhi: bool
    isi: Kalimat


def uraikan(syarat: Syarat, bukti: Bukti) -> tuple[Butir, ...]:
    """Every condition of `syarat` against `bukti`, in the order people read them."""
    tahun = range(bukti.tahun - syarat.tahun + 1, bukti.tahun + 1)
    butir = [_tahun(syarat, satu, bukti.per_tahun.get(satu)) for satu in tahun]
    if syarat.periode is not None:
        butir.append(_periode(syarat.periode, bukti))
    if syarat.hanya_pns:
        butir.append(Butir(bukti.pns, kalimat("Berstatus PNS.")))
    if syarat.ikm is not None:
        butir.append(_ikm(syarat.ikm, bukti.ikm))
    return tuple(butir)


def memenuhi(syarat: Syarat, bukti: Bukti) -> bool:
    """Whether all conditions are fulfilled."""
    return all(satu.terpenuhi for satu in uraikan(syarat, bukti))


def dari_data(data: Mapping[str, Any], *, tahun: int) -> Bukti:
    """The evidence kept with a candidate."""
    return Bukti(
        tahun=tahun,
        per_tahun={int(k): int(v) for k, v in (data.get("tahun") or {}).items()},
        per_periode=list(data.get("periode") or []),
        pns=bool(data.get("pns", True)),
        ikm=Decimal(str(data["ikm"])) if data.get("ikm") is not None else None,
    )


def _label(nilai: int) -> Kalimat:
    return LABEL_PREDIKAT[Predikat(nilai)]


def _tahun(syarat: Syarat, tahun: int, nilai: int | None) -> Butir:
    if nilai is None:
        return Butir(False, kalimat("Belum ada predikat tahun %(tahun)s yang tetap.", tahun=tahun))
    isi = kalimat(
        "Predikat tahun %(tahun)s: %(predikat)s (syarat: %(syarat)s atau lebih baik).",
        tahun=tahun,
        predikat=_label(nilai),
        syarat=_label(syarat.predikat),
    )
    return Butir(nilai <= syarat.predikat, isi)


def _periode(batas: Predikat, bukti: Bukti) -> Butir:
    nilai = [n for n in bukti.per_periode if n is not None]
    if not nilai:
        return Butir(False, kalimat("Tidak ada evaluasi periodik pada tahun %(tahun)s.", tahun=bukti.tahun))
    isi = kalimat(
        "%(cukup)s dari %(semua)s evaluasi periodik tahun %(tahun)s berpredikat %(syarat)s atau lebih baik "
        "(syarat: semuanya).",
        cukup=sum(n <= batas for n in nilai),
        semua=len(nilai),
        tahun=bukti.tahun,
        syarat=_label(batas),
    )
    return Butir(all(n <= batas for n in nilai), isi)


def _ikm(batas: Decimal, nilai: Decimal | None) -> Butir:
    if nilai is None:
        return Butir(False, kalimat("Belum ada IKM unit kerja pada tahun itu."))
    isi = kalimat("IKM unit kerja %(nilai)s (syarat: %(batas)s).", nilai=_koma(nilai), batas=_koma(batas))
    return Butir(nilai >= batas, isi)


def _koma(angka: Decimal) -> str:
    return f"{angka:.2f}".replace(".", ",")
