"""What the pages of a service show: the year so far, its quarters, its elements, its times."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from inti.angka import tulis_angka
from inti.tanda import Kalimat
from layanan.aturan.ikm import NAMA_UNSUR
from layanan.aturan.sampel import sampel
from layanan.models import Layanan
from layanan.services.hasil import (
    IKMLayanan,
    WaktuRingkas,
    ikm_per_layanan,
    ikm_per_triwulan,
    waktu_per_layanan,
)
from layanan.services.kebijakan import kebijakan_pada

LEBAR, TINGGI = 560, 230
KIRI, KANAN, ATAS, BAWAH = 34, 26, 14, 58
TERENDAH, TERTINGGI = Decimal(50), Decimal(100)  # of the picture; what is lower stands at its foot
PENUH = Decimal(4)
LEBAR_BATANG = 200
ANGKA_ROMAWI = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class TitikTren:
    """One quarter: its name, its index, and where it stands in the picture.

    `tahun` is written below the first quarter of a year only, `label` (the quarter) below each.
    """

    nama: str
    label: str
    tahun: str
    ikm: IKMLayanan
    x: str
    y: str


@dataclass(frozen=True)
class BarisUnsur:
    """One element with its mean and the width of its bar."""

    kode: str
    nama: Kalimat
    nrr: Decimal
    lebar: str
    terendah: bool


@dataclass(frozen=True)
class Ringkasan:
    """Everything the page of one service shows of its numbers."""

    dari: date
    sampai: date
    ikm: IKMLayanan
    waktu: WaktuRingkas
    unsur: tuple[BarisUnsur, ...]
    tren: tuple[TitikTren, ...]
    garis: str
    disarankan: int | None
    sumber: str


@dataclass(frozen=True)
class BarisLayanan:
    """A service in the list."""

    layanan: Layanan
    ikm: IKMLayanan
    waktu: WaktuRingkas


def ringkas_daftar(layanan: list[Layanan], hari: date) -> list[BarisLayanan]:
    """The services with their numbers of the running year: three queries, however many."""
    dari, kebijakan = date(hari.year, 1, 1), kebijakan_pada(hari)
    ikm = ikm_per_layanan(layanan, dari, hari, kebijakan)
    waktu = waktu_per_layanan(layanan, dari, hari, kebijakan)
    return [BarisLayanan(satu, ikm[satu.pk], waktu[satu.pk]) for satu in layanan]


def ringkas(layanan: Layanan, hari: date) -> Ringkasan:
    """The numbers of one service: the running year, and eight quarters back. Four queries."""
    dari, kebijakan = date(hari.year, 1, 1), kebijakan_pada(hari)
    ikm = ikm_per_layanan([layanan], dari, hari, kebijakan)[layanan.pk]
    tren = _tren(ikm_per_triwulan(layanan, date(hari.year - 1, 1, 1), hari, kebijakan), hari)
    return Ringkasan(
        dari=dari,
        sampai=hari,
        ikm=ikm,
        waktu=waktu_per_layanan([layanan], dari, hari, kebijakan)[layanan.pk],
        unsur=_unsur(ikm),
        tren=tren,
        garis=_garis(tren),
        disarankan=sampel(layanan.pengguna_setahun) if layanan.pengguna_setahun else None,
        sumber=ikm.hasil.sumber if ikm.hasil else "",
    )


def _unsur(ikm: IKMLayanan) -> tuple[BarisUnsur, ...]:
    if ikm.hasil is None:
        return ()
    terendah = min(ikm.hasil.nrr.values())
    return tuple(
        BarisUnsur(u.value, NAMA_UNSUR[u], n, f"{float(n / PENUH) * LEBAR_BATANG:.1f}", n == terendah)
        for u, n in ikm.hasil.nrr.items()
    )


def _tren(per: dict[tuple[int, int], IKMLayanan], hari: date) -> tuple[TitikTren, ...]:
    kini = (hari.month - 1) // 3 + 1
    semua = [(hari.year - 1, n) for n in range(1, 5)] + [(hari.year, n) for n in range(1, kini + 1)]
    langkah = (LEBAR - KIRI - KANAN) / max(1, len(semua) - 1)
    kosong = IKMLayanan(0, next(iter(per.values())).minimum if per else 0, None)
    titik: list[TitikTren] = []
    for n, (tahun, triwulan) in enumerate(semua):
        ikm = per.get((tahun, triwulan), kosong)
        y = _y(ikm.hasil.nilai) if ikm.hasil else ""
        x = f"{KIRI + n * langkah:.1f}"
        label = ANGKA_ROMAWI[triwulan - 1]
        titik.append(TitikTren(f"{label} {tahun}", label, str(tahun) if triwulan == 1 else "", ikm, x, y))
    return tuple(titik)


def _y(nilai: Decimal) -> str:
    bagian = float((max(nilai, TERENDAH) - TERENDAH) / (TERTINGGI - TERENDAH))
    return f"{ATAS + (1 - bagian) * (TINGGI - ATAS - BAWAH):.1f}"


def _garis(tren: tuple[TitikTren, ...]) -> str:
    """The path of the line; a quarter without a number breaks it."""
    langkah, angkat = [], True
    for satu in tren:
        if not satu.y:
            angkat = True
            continue
        langkah.append(f"{'M' if angkat else 'L'}{satu.x} {satu.y}")
        angkat = False
    return " ".join(langkah)


def bingkai_tren() -> dict[str, Any]:
    """Size of the picture, the heights of its classes, and where quarters and years are written."""
    sumbu = {"sumbu": TINGGI - 32, "tahun": TINGGI - 8}
    return {"lebar": LEBAR, "tinggi": TINGGI, "batas": batas_mutu(), **sumbu}


def batas_mutu() -> list[tuple[str, str]]:
    """The lower ends of the classes A, B and C as heights in the picture."""
    return [("A", _y(Decimal("88.31"))), ("B", _y(Decimal("76.61"))), ("C", _y(Decimal(65)))]


def kepala_tugas(pelaku_unit: str, hari: date) -> dict[str, Any]:
    """For the home page of a head: the services of his unit whose index is the lowest, in one line."""
    layanan = list(Layanan.objects.filter(unit__path=pelaku_unit, aktif=True).order_by("nama", "id")[:20])
    if not layanan:
        return {}
    baris = ringkas_daftar(layanan, hari)
    berangka = [b for b in baris if b.ikm.hasil]
    terendah = min(berangka, key=lambda b: b.ikm.hasil.nilai) if berangka else None
    return {
        "banyak": len(baris),
        "terendah": terendah,
        "nilai": tulis_angka(terendah.ikm.hasil.nilai) if terendah else "",
    }
