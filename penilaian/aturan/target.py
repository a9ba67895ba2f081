"""The part of a yearly target that is due by the end of a period.

PermenPANRB 6/2022, Lampiran Bab IV.A lets a periodic evaluation look at progress; it gives no way of
cutting a yearly target. This project's way, [K]: what is counted by adding reports up is due in
proportion to the months of the plan that have passed, so that a quarter is not held against a year.
What is measured by its latest value or its mean is due as it stands.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from inti.tanda import kalimat

JUMLAH = "jumlah"
TIGA_DESIMAL = Decimal("0.001")


def bulan_termasuk(mulai: date, selesai: date) -> int:
    """Return how many calendar months the span touches; ValueError when it runs backwards."""
    if selesai < mulai:
        raise ValueError(
            kalimat(
                "Tanggal akhir %(akhir)s tidak boleh sebelum tanggal awal %(awal)s.",
                akhir=f"{selesai:%d-%m-%Y}",
                awal=f"{mulai:%d-%m-%Y}",
            )
        )
    return (selesai.year - mulai.year) * 12 + selesai.month - mulai.month + 1


def target_sampai(target: Decimal, cara_hitung: str, mulai: date, selesai: date, sampai: date) -> Decimal:
    """Return the target due on `sampai` for a plan from `mulai` to `selesai`, to three decimals.

    `cara_hitung` is how reports become a realisation (jumlah, terakhir, rata_rata). A day after the plan
    counts as its end, a day before it as its first month. ValueError when the plan runs backwards.
    """
    bulan = bulan_termasuk(mulai, selesai)
    if str(cara_hitung) != JUMLAH:
        return target
    lewat = bulan_termasuk(mulai, max(mulai, min(sampai, selesai)))
    return (target * lewat / bulan).quantize(TIGA_DESIMAL, ROUND_HALF_UP)
